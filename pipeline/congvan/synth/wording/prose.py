"""Sentences that state no value at all: what offices say between their values."""

from __future__ import annotations

from collections.abc import Sequence

from congvan.synth.phrase import Phrase, capital, say
from congvan.synth.wording import stock
from congvan.synth.world.scene import Scene


def _one(scene: Scene, kind: str, options: Sequence[str]) -> Phrase:
    chosen = stock.unsaid(scene, kind, options)
    office = scene.office
    words = chosen.format(field=scene.topic.field, me=office.short, people=office.people)
    return capital(say(words))


def state_of_things(scene: Scene) -> Phrase:
    """How things stood up to now."""
    return _one(
        scene,
        "state",
        (
            "Thời gian qua, {field} được các cấp, các ngành quan tâm, đạt được một số kết quả đáng khích lệ.",
            "Những năm gần đây, {field} có nhiều chuyển biến tích cực, được {people} đồng tình hưởng ứng.",
            "Trong điều kiện còn nhiều khó khăn, {me} đã chủ động triển khai {field} sát với tình hình thực tế.",
            "Nhìn chung, {field} đã đi vào nền nếp, góp phần hoàn thành nhiệm vụ chính trị được giao.",
        ),
    )


def shortcoming(scene: Scene) -> Phrase:
    return _one(
        scene,
        "shortcoming",
        (
            "Tuy nhiên, ở một số nơi việc thực hiện còn hình thức, thiếu kiểm tra, đôn đốc.",
            "Nhận thức về {field} ở một số cơ quan, đơn vị chưa đầy đủ; kinh phí còn eo hẹp.",
            "Công tác phối hợp giữa các đơn vị có lúc, có việc chưa chặt chẽ.",
            "Chế độ thông tin, báo cáo chưa được chấp hành nghiêm; số liệu còn thiếu thống nhất.",
            "Một số cán bộ phụ trách kiêm nhiệm nhiều việc, chưa được bồi dưỡng thường xuyên.",
        ),
    )


def cause(scene: Scene) -> Phrase:
    return _one(
        scene,
        "cause",
        (
            "Nguyên nhân chủ yếu là do người đứng đầu một số đơn vị chưa thật sự quyết liệt.",
            "Về khách quan, cơ sở vật chất chưa đáp ứng yêu cầu; đội ngũ làm công tác chuyên môn thường biến động.",
            "Việc kiểm tra, giám sát chưa thành nền nếp; xử lý vi phạm chưa kịp thời.",
        ),
    )


def demand(scene: Scene) -> Phrase:
    """What the dispatch asks of how things are done."""
    return _one(
        scene,
        "demand",
        (
            "Việc tổ chức thực hiện phải thiết thực, tiết kiệm, tránh phô trương, hình thức.",
            "Các hoạt động phải phù hợp với điều kiện cụ thể của từng cơ quan, đơn vị.",
            "Phân công rõ người, rõ việc, rõ trách nhiệm, rõ kết quả.",
            "Phát huy vai trò nêu gương của cán bộ lãnh đạo, quản lý các cấp.",
            "Gắn {field} với việc thực hiện nhiệm vụ chuyên môn của từng đơn vị.",
            "Bảo đảm sự lãnh đạo thống nhất, phối hợp đồng bộ giữa các lực lượng tham gia.",
        ),
    )


def means(scene: Scene) -> Phrase:
    """Where the money comes from."""
    return _one(
        scene,
        "means",
        (
            "Kinh phí thực hiện được bố trí trong dự toán hằng năm của đơn vị theo phân cấp hiện hành.",
            "Các đơn vị chủ động cân đối từ nguồn kinh phí được giao và nguồn xã hội hóa hợp pháp.",
            "Khuyến khích huy động các nguồn lực hợp pháp khác để thực hiện.",
        ),
    )


def spread_the_word(scene: Scene) -> Phrase:
    return _one(
        scene,
        "spread",
        (
            "Đẩy mạnh thông tin, tuyên truyền về mục đích, ý nghĩa của {field} trong {people}.",
            "Đa dạng hóa hình thức tuyên truyền: qua hội nghị, pa nô, bảng tin, mạng xã hội và hệ thống truyền thanh.",
            "Kịp thời phản ánh những cách làm sáng tạo, những gương điển hình ở cơ sở.",
        ),
    )


def check(scene: Scene) -> Phrase:
    return _one(
        scene,
        "check",
        (
            "Tăng cường kiểm tra, giám sát; kịp thời tháo gỡ khó khăn, vướng mắc từ cơ sở.",
            "Người đứng đầu chịu trách nhiệm toàn diện trước {me} về kết quả thực hiện.",
            "Kết quả thực hiện là căn cứ đánh giá, xếp loại tập thể, cá nhân cuối năm.",
        ),
    )


# Fields of action that long plans go through, each with what they say there.
MEASURES = {
    "Công tác lãnh đạo, chỉ đạo": (
        "Tăng cường sự lãnh đạo của cấp ủy, trách nhiệm của người đứng đầu đối với {field}; xác định đây là nhiệm vụ "
        "thường xuyên, lâu dài, đòi hỏi sự kiên trì và quyết tâm cao.",
        "Cụ thể hóa nội dung thành chương trình công tác từng tháng, từng quý; phân công đồng chí lãnh đạo trực tiếp "
        "phụ trách và chịu trách nhiệm về tiến độ, chất lượng.",
        "Đưa nội dung {field} vào sinh hoạt định kỳ của các tổ chức đoàn thể; lắng nghe, tiếp thu ý kiến từ cơ sở.",
    ),
    "Công tác tuyên truyền, vận động": (
        "Lựa chọn nội dung ngắn gọn, dễ hiểu, sát với từng nhóm đối tượng; chú trọng vùng sâu, vùng xa và nơi có đông "
        "người lao động.",
        "Xây dựng đội ngũ tuyên truyền viên nòng cốt, am hiểu địa bàn; kết hợp tuyên truyền miệng với hình ảnh trực "
        "quan và mạng xã hội.",
        "Biểu dương kịp thời những nhân tố mới; phê phán những biểu hiện thờ ơ, trông chờ, ỷ lại.",
    ),
    "Công tác phối hợp": (
        "Duy trì chế độ giao ban, trao đổi thông tin giữa các lực lượng tham gia; tránh chồng chéo hoặc bỏ sót việc.",
        "Những việc liên quan đến nhiều đơn vị phải có một đơn vị chủ trì chịu trách nhiệm chính; đơn vị phối hợp có ý "
        "kiến bằng văn bản và chịu trách nhiệm về ý kiến của mình.",
    ),
    "Kiểm tra, giám sát, sơ kết, tổng kết": (
        "Kết hợp kiểm tra theo kế hoạch với kiểm tra đột xuất; tập trung vào những khâu yếu, việc khó, nơi có nhiều "
        "phản ánh, kiến nghị.",
        "Sau mỗi đợt kiểm tra phải có kết luận rõ ràng, nêu cụ thể ưu điểm, hạn chế, nguyên nhân và trách nhiệm của "
        "tập thể, cá nhân.",
        "Tổ chức sơ kết, tổng kết thiết thực; lấy kết quả thực tế làm thước đo đánh giá.",
    ),
    "Ứng dụng công nghệ thông tin": (
        "Số hóa hồ sơ, tài liệu, từng bước xây dựng cơ sở dữ liệu dùng chung phục vụ chỉ đạo, điều hành.",
        "Khuyến khích trao đổi công việc, báo cáo qua hệ thống quản lý văn bản; giảm giấy tờ, giảm hội họp.",
    ),
}


def measure(scene: Scene, heading: str) -> Phrase:
    """A long sentence under one of the headings of MEASURES."""
    return _one(scene, heading, MEASURES[heading])


def ask_for_attention(scene: Scene) -> Phrase:
    """A last sentence without a day."""
    return _one(
        scene,
        "attention",
        (
            "Đề nghị các đơn vị quan tâm, phối hợp tổ chức thực hiện.",
            "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện.",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về {me} để được hướng dẫn.",
            "Rất mong nhận được sự phối hợp chặt chẽ của quý cơ quan, đơn vị.",
        ),
    )


def goal(scene: Scene) -> Phrase:
    return say(capital(stock.unsaid(scene, "goal", scene.topic.goals)), ".")


TALK = (demand, spread_the_word, check)
STORY = (state_of_things, shortcoming)
