"""The many ways in which clerks cite: days, lists, laws, issuers and relations, one table each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from congvan.extract.references import extract

BodyDoc = Callable[..., Doc]


@pytest.mark.parametrize(
    "day",
    [
        "ngày 05 tháng 4 năm 2022",
        "ngày 5/4/2022",
        "ngày 05.4.2022",
        "ngày 05-04-2022",
        ", ngày 5/4/2022",
        "- ngày 5/4/2022",
        "(ngày 5/4/2022)",
        "(ban hành ngày 05/4/2022)",
        "ra ngày 5/4/2022",
        "đề ngày 5/4/2022",
        "được ký ngày 05/4/2022",
        "ngày mùng 5 tháng 4 năm 2022",
        "ngày 5/4/22",
    ],
)
def test_a_day_in_any_form_is_the_day_of_issue(body_doc: BodyDoc, day: str) -> None:
    text = f"Căn cứ Quyết định số 12/QĐ-UBND {day} của UBND tỉnh Sơn Hà về chợ phiên;"
    (found,) = extract(body_doc(text))
    assert found.values == {
        "type": "quyết định",
        "code": "12/QĐ-UBND",
        "issued_on": "2022-04-05",
        "issuer": "UBND tỉnh Sơn Hà",
        "title": "chợ phiên",
        "relation": "basis",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh Sơn Hà ngày 5/4/2022 về chợ phiên;",
        "Căn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh Sơn Hà, ngày 5/4/2022, về chợ phiên;",
        "Căn cứ Quyết định ngày 5/4/2022 số 12/QĐ-UBND của UBND tỉnh Sơn Hà về chợ phiên;",
        "Căn cứ Quyết định của UBND tỉnh Sơn Hà số 12/QĐ-UBND ngày 5/4/2022 về chợ phiên;",
        "CĂN CỨ QUYẾT ĐỊNH SỐ 12/QĐ-UBND NGÀY 05/4/2022 CỦA UBND TỈNH SƠN HÀ VỀ CHỢ PHIÊN",
    ],
)
def test_parts_in_any_order_are_found(body_doc: BodyDoc, text: str) -> None:
    (found,) = extract(body_doc(text))
    told = [str(found.values[a]).lower() for a in ("code", "issued_on", "issuer", "title")]
    assert told == ["12/qđ-ubnd", "2022-04-05", "ubnd tỉnh sơn hà", "chợ phiên"]


@pytest.mark.parametrize(
    "issuer",
    [
        "Hội đồng bầu cử quốc gia",
        "Hội đồng kiểm định chất lượng giáo dục",
        "Hội đồng chấm chọn vườn mẫu",
        "Ban Tổ chức Cuộc thi cấp Trung ương",
        "Đoàn kiểm tra",
        "Đoàn Kiểm tra số 3",
        "Ban Chỉ đạo Nông thôn mới tỉnh Sơn Hà",
        "Trưởng phòng Kế hoạch - Tài chính",
        "Ban Công tác Mặt trận thôn 3",
        "Ban Quản lý dự án đầu tư xây dựng huyện",
        "UBND phường 5, thành phố Sơn Hà",
        "UBND H. Bình Khê",
        "Cục Quản lý Khám, chữa bệnh",
        "Chi nhánh Ngân hàng Chính sách xã hội tỉnh",
        "Ban Thường vụ Tỉnh uỷ Sơn Hà",
        "Hiệu trưởng Trường Đại học Sơn Hà",
    ],
)
def test_the_whole_name_of_the_issuer_is_read(body_doc: BodyDoc, issuer: str) -> None:
    text = f"Căn cứ Quyết định số 12/QĐ-XYZ ngày 5/4/2022 của {issuer} về chợ phiên;"
    (found,) = extract(body_doc(text))
    assert (found.values["issuer"], found.values["title"]) == (issuer, "chợ phiên")


SONHA = "UBND tỉnh Sơn Hà"


@pytest.mark.parametrize(
    ("text", "issuer", "relation"),
    [
        ("Theo đề nghị của Sở Y tế (Tờ trình số 4/TTr-SYT ngày 5/4/2022), UBND tỉnh", "Sở Y tế", "cites"),
        ("việc đã được UBND huyện phê duyệt tại Quyết định số 4/QĐ-UBND", "UBND huyện", "cites"),
        ("Ban Thường vụ Tỉnh ủy cho ý kiến tại Thông báo số 4-TB/TU", "Ban Thường vụ Tỉnh ủy", "cites"),
        ("Về đề nghị hỗ trợ xăng xe của Công an huyện tại Tờ trình số 4/TTr-CAH", "Công an huyện", "answers"),
        ("Thực hiện ý kiến chỉ đạo của UBND tỉnh Sơn Hà tại Công văn số 4/UBND-VX", SONHA, "implements"),
        ("Thực hiện nhiệm vụ được giao tại Công văn số 4/UBND-VX của UBND tỉnh Sơn Hà", SONHA, "implements"),
        ("Thực hiện theo Công văn số 4/UBND-VX của UBND tỉnh Sơn Hà", SONHA, "implements"),
    ],
)
def test_an_issuer_told_before_the_citation(body_doc: BodyDoc, text: str, issuer: str, relation: str) -> None:
    (found,) = extract(body_doc(text))
    assert (found.values["issuer"], found.values["relation"]) == (issuer, relation)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Thực hiện các văn bản của UBND tỉnh Sơn Hà: Công văn số 77/UBND-VX ngày 5/4/2022 về chợ phiên; "
            "Kế hoạch số 15/KH-UBND ngày 6/4/2022 về bến thuyền;",
            [("công văn", "2022-04-05", SONHA), ("kế hoạch", "2022-04-06", SONHA)],
        ),
        (
            "Căn cứ các Nghị định của Chính phủ số 12/2020/NĐ-CP ngày 5/4/2020, số 15/2021/NĐ-CP ngày 6/4/2021 về chợ;",
            [("nghị định", "2020-04-05", "Chính phủ"), ("nghị định", "2021-04-06", "Chính phủ")],
        ),
        (
            "theo các Công văn số 77/UBND-VX; 78/UBND-VX và 79/UBND-VX ngày 5/4/2022 của UBND tỉnh Sơn Hà.",
            [("công văn", "2022-04-05", SONHA)] * 3,
        ),
        (
            "Căn cứ Quyết định số 12/QĐ-SYT ngày 5/4/2022, Kế hoạch số 15/KH-UBND ngày 6/4/2022 của UBND tỉnh Sơn Hà;",
            [("quyết định", "2022-04-05", None), ("kế hoạch", "2022-04-06", SONHA)],
        ),
    ],
)
def test_members_of_a_list_share_what_is_said_of_all(
    body_doc: BodyDoc, text: str, told: list[tuple[str, str, str | None]]
) -> None:
    found = [c.values for c in extract(body_doc(text))]
    assert [(v["type"], v["issued_on"], v["issuer"]) for v in found] == told
    assert len({v["relation"] for v in found}) == 1


@pytest.mark.parametrize(
    ("law", "title", "code", "issued_on"),
    [
        ("Luật Đất đai ngày 29/11/2013", "Đất đai", None, "2013-11-29"),
        ("Luật Đất đai, ngày 29/11/2013", "Đất đai", None, "2013-11-29"),
        ("vào Luật Giáo dục 2019", "Giáo dục", None, "2019"),
        ("Luật Đầu tư công (sửa đổi) ngày 29/11/2024", "Đầu tư công (sửa đổi)", None, "2024-11-29"),
        ("Luật Giáo dục (Luật số 43/2019/QH14)", "Giáo dục", "43/2019/QH14", None),
        ("Luật Giáo dục (số 43/2019/QH14) ngày 14/6/2019", "Giáo dục", "43/2019/QH14", "2019-06-14"),
        ("Luật Ngân sách nhà nước", "Ngân sách nhà nước", None, None),
        ("Bộ luật Lao động số 45/2019/QH14 ngày 20/11/2019", "Lao động", "45/2019/QH14", "2019-11-20"),
        ("Luật Thư viện (sửa đổi, bổ sung năm 2019)", "Thư viện", None, None),
    ],
)
def test_a_law_by_its_own_name(
    body_doc: BodyDoc, law: str, title: str, code: str | None, issued_on: str | None
) -> None:
    (found,) = extract(body_doc(f"Căn cứ {law};"))
    assert (found.values["title"], found.values["code"], found.values["issued_on"]) == (title, code, issued_on)


def test_the_hour_of_a_talk_is_no_date_of_the_law_it_is_about(body_doc: BodyDoc) -> None:
    assert extract(body_doc("nghe tuyên truyền Luật Giao thông hồi 14h ngày 16/12/2021 tại hội trường.")) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Chiếu theo {}, các xã", "basis"),
        ("Cụ thể hóa {}, các xã", "implements"),
        ("Cụ thể hoá {}, các xã", "implements"),
        ("Hưởng ứng {}, các xã", "implements"),
        ("Đính chính sai sót tại {}.", "amends"),
        ("Gia hạn thời gian thực hiện {}.", "amends"),
        ("Thay đổi một số nội dung của {}.", "amends"),
        ("Thay đổi nếp nghĩ, làm theo {}.", "basis"),
        ("Chấm dứt hiệu lực thi hành {}.", "replaces"),
        ("ban hành hướng dẫn này thay cho {}.", "replaces"),
        ("{} hết hiệu lực.", "replaces"),
        ("{} không còn hiệu lực.", "replaces"),
        ("{} đều bị bãi bỏ.", "replaces"),
        ("Xem xét nội dung {}, phòng có ý kiến:", "answers"),
        ("Sau khi nghiên cứu {}, phòng có ý kiến:", "answers"),
        ("Đề nghị Sở Y tế trả lời {}.", "cites"),
        ("19 cơ quan trả lời, trong đó có {}.", "cites"),
        ("(Gửi kèm: dự thảo Kế hoạch; {})", "attached"),
        ("(đính kèm {})", "attached"),
        ("(có {} kèm theo).", "attached"),
        ("Bãi bỏ Thông tư số 3/2012/TT-BQA và khoản 3 Điều 5 {}.", "replaces"),
    ],
)
def test_more_words_for_a_relation(body_doc: BodyDoc, text: str, relation: str) -> None:
    cited = "Công văn số 77/SCN-VP ngày 5/4/2022 của Sở Công nghệ về chợ phiên"
    found = extract(body_doc(text.format(cited)))[-1]
    assert (found.values["relation"], found.values["title"]) == (relation, "chợ phiên")


@pytest.mark.parametrize(("name", "relation"), [("Tờ trình số 4/TTr-STP", "answers"), ("Báo cáo số 4/BC-STP", "basis")])
def test_a_report_that_is_weighed_is_a_ground_and_no_request(body_doc: BodyDoc, name: str, relation: str) -> None:
    (found,) = extract(body_doc(f"Xét {name} ngày 5/4/2022 của Sở Tư pháp;"))
    assert found.values["relation"] == relation


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("về chợ phiên và căn cứ Nghị định số 4/2020/NĐ-CP, Công an tỉnh", "chợ phiên"),
        ("về chợ phiên; được sự đồng ý của Đảng ủy, phòng", "chợ phiên"),
        ("về chợ phiên; ý kiến của Bộ Y tế (Công văn số 4/BYT-VP),", "chợ phiên"),
        ("về chợ phiên; xét đề nghị của Sở Y tế tại Tờ trình số 4/TTr-SYT,", "chợ phiên"),
        ("về chợ phiên, đồng chí Lò Văn Khoáng kết luận:", "chợ phiên"),
        ("về chợ phiên, ông Phó Chủ tịch có ý kiến đồng ý.", "chợ phiên"),
        ("về chợ phiên, Báo cáo thẩm tra của Ban Pháp chế,", "chợ phiên"),
        ("về khen thưởng ông Lò Văn Khoáng, bà Hà Thị Bưởi;", "khen thưởng ông Lò Văn Khoáng, bà Hà Thị Bưởi"),
        ("xin ý kiến về sáp nhập hai thôn, UBND huyện", "xin ý kiến về sáp nhập hai thôn"),
    ],
)
def test_a_title_ends_where_the_next_thing_is_told(body_doc: BodyDoc, text: str, title: str) -> None:
    first, *_ = extract(body_doc(f"Căn cứ Công văn số 12/UBND-VX ngày 5/3/2021 của UBND tỉnh Sơn Hà {text}"))
    assert first.values["title"] == title


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Căn cứ Biên bản họp Hội đồng Sáng kiến ngày 30/5/2023;", ("Hội đồng Sáng kiến", "2023-05-30")),
        ("Căn cứ Biên bản cuộc họp xét thi đua ngày 5/4/2022 của Phòng Nội vụ;", ("Phòng Nội vụ", "2022-04-05")),
        ("Căn cứ Biên bản làm việc ngày 5/4/2022 của Đoàn kiểm tra;", ("Đoàn kiểm tra", "2022-04-05")),
    ],
)
def test_minutes_are_told_by_their_meeting(body_doc: BodyDoc, text: str, told: tuple[str, str]) -> None:
    (found,) = extract(body_doc(text))
    assert (found.values["type"], found.values["issuer"], found.values["issued_on"]) == ("biên bản", *told)


def test_only_the_first_of_a_list_is_what_something_is_attached_to(body_doc: BodyDoc) -> None:
    text = (
        "Theo Điều lệ trường học ban hành kèm theo Thông tư số 28/2020/TT-BQA ngày 04/9/2020 của Bộ Y tế "
        "và Quyết định số 17/QĐ-THHG ngày 05/9/2023 của Hiệu trưởng,"
    )
    assert [c.values["relation"] for c in extract(body_doc(text))] == ["attached", "basis"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Đề nghị Sở Y tế tham mưu văn bản phúc đáp Công văn số 4/BHXH-KH.", "answers"),
        ("Về đề nghị hỗ trợ xăng xe của Công an huyện tại Tờ trình số 4/TTr-CAH.", "answers"),
        ("Thu theo thỏa thuận với cha mẹ học sinh, đúng quy định tại Nghị định số 81/2021/NĐ-CP.", "cites"),
        ("Điều chỉnh Mục II Kế hoạch số 15/KH-UBND.", "amends"),
    ],
)
def test_who_acts_on_the_document_tells_the_relation(body_doc: BodyDoc, text: str, relation: str) -> None:
    (found,) = extract(body_doc(text))
    assert found.values["relation"] == relation


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("về nuôi ong và Luật Chăn nuôi.", "nuôi ong"),
        ("quy định chi tiết Luật Chăn nuôi và Luật Thú y;", "chi tiết Luật Chăn nuôi và Luật Thú y"),
        ("về nuôi ong và tình hình thực tế, UBND xã", "nuôi ong"),
        (
            "về thành lập Ban Tổ chức, Ban Giám khảo cuộc thi; nhà trường",
            "thành lập Ban Tổ chức, Ban Giám khảo cuộc thi",
        ),
        ("về bình xét thi đua, mỗi chi hội chọn 02 hội viên.", "bình xét thi đua"),
        ("hướng dẫn như sau:", None),
    ],
)
def test_a_title_and_what_is_none(body_doc: BodyDoc, text: str, title: str | None) -> None:
    first, *_ = extract(body_doc(f"Căn cứ Nghị định số 12/2020/NĐ-CP ngày 5/3/2020 của Chính phủ {text}"))
    assert first.values["title"] == title
