"""Which figures are nobody's duty: reached ones, how things stand, norms, conditions; all offices are invented."""

from __future__ import annotations

import pytest
from tests.extract.figures import BodyDoc, titled, told


@pytest.mark.parametrize(
    "text",
    [
        "Quý I toàn xã trồng được 2.400 cây.",
        "Tỷ lệ hộ có vườn mới đạt 47%.",
        "Nợ quá hạn chỉ chiếm 3% tổng số vốn.",
        "Các thôn còn thiếu 14 cán bộ.",
        "Đến nay 100% khu vực treo xong biển.",
        "Qua kiểm tra 86 hộ thì có 12 hộ (14%) chưa có hố rác.",
        "Theo thống kê của xã, 60% hộ dùng nước máy.",
        "Năm học trước trường có 14 giáo viên dự thi.",
        "Toàn xã có 71 tổ vay vốn.",
        "Toàn thôn xảy ra 07 vụ va chạm, giảm 02 vụ so với cùng kỳ.",
        "Xã tặng 120 phần quà cho hộ khó khăn hôm 28/4.",
        "Năm 2019 thôn Cồn mở 05 lớp dạy đan.",
        "Năm học 2019 - 2020 trường tuyển 320 em lớp một.",
        "Hội đua thuyền lần thứ I (2018) có 14 đội tham gia, hơn 2 nghìn người xem.",
        "Tính đến 15/4/2021, xã cấp 200 thẻ, đạt 80% kế hoạch.",
        "Đảng bộ kết nạp 37 đảng viên mới, đạt 105,4% chỉ tiêu được giao.",
        "Thu quỹ vượt 8% kế hoạch.",
        "Kết quả lấy phiếu: 97,4% ủy viên đồng tình.",
        "96% người dân được hỏi đồng ý dời chợ.",
        "Dự họp có đại diện 06 thôn.",
        "So với đầu nhiệm kỳ, số hộ nghèo giảm 13%.",
    ],
)
def test_what_was_reached_is_no_target(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "value", "unit") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Năm 2020 toàn xã đạt 91%, phấn đấu năm 2021 đạt 95% số hộ có vườn.", [95]),
        ("Phấn đấu giảm 10% số vụ va chạm so với năm 2020 (12 vụ).", [10]),
        ("Tổng lượt khách tăng ít nhất 12% so với năm 2020 (năm 2020: 900 lượt).", [12]),
        ("Khắc phục tồn tại của năm trước, mỗi thôn đăng ký ít nhất 01 mô hình.", [1]),
        ("Mỗi chi đoàn làm được 02 việc.", [2]),
        ("Đến hết năm 2022 toàn xã có 05 thôn đạt chuẩn.", [5]),
        ("Không để xảy ra quá 02 vụ cháy.", [2]),
        ("Phấn đấu thu quỹ vượt trên 3% kế hoạch.", [3]),
    ],
)
def test_what_is_striven_for_beside_it_is_a_target(body_doc: BodyDoc, text: str, values: list[float]) -> None:
    assert [value for (value,) in told(body_doc(text), "value")] == values


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("I. THỰC TRẠNG", []),
        ("I. HIỆN TRẠNG NƯỚC SẠCH", []),
        ("I. KẾT QUẢ NĂM 2020", []),
        ("I- Đánh giá năm 2020", []),
        ("II. CHỈ TIÊU NĂM 2021", [90]),
        ("II. Kết quả cần đạt", [90]),
        ("II. Khó khăn, hạn chế", []),
        ("2. Giúp người có hoàn cảnh khó khăn:", [90]),
    ],
)
def test_the_nearest_heading_that_says_so_decides(body_doc: BodyDoc, heading: str, values: list[float]) -> None:
    text = f"KẾ HOẠCH\n{heading}\nTỷ lệ hộ dùng nước máy đạt 90%."
    assert [value for (value,) in told(body_doc(text), "value")] == values


def test_minutes_set_duties_where_they_conclude(body_doc: BodyDoc) -> None:
    text = (
        "BIÊN BẢN\nI. Diễn biến\nCác thôn trồng ít nhất 20 cây.\nII. Chủ tọa kết luận:\nCác thôn trồng ít nhất 30 cây."
    )
    assert [value for (value,) in told(titled(body_doc(text), "BIÊN BẢN"), "value")] == [30]


@pytest.mark.parametrize(
    "text",
    [
        "Định mức trực của nhân viên là 23 buổi, nhân viên mới 19 buổi.",
        "Hội phí thu 2.000 đồng, trích 40% để lại chi hội.",
        "Mỗi tổ có từ 30 đến 40 hộ theo quy định của luật.",
        "Chi hội dưới 50 hội viên được ghép sinh hoạt.",
        "Xe chở trên 9 người phải có bình cứu hỏa.",
        "Mỗi bạn đọc được mượn tối đa 05 cuốn sách.",
        "Hỗ trợ mỗi hộ 02 con dê, 15 bao cám.",
        "Bài kiểm tra có nhận biết 40%, thông hiểu 30%.",
        "Biên bản có chữ ký của ít nhất 2/3 số ủy viên.",
        "Cứ 200 m bố trí một thùng rác.",
        "Tốc độ trong chợ không quá 20 km/h.",
        "Trao tặng Huy hiệu 30 năm tuổi Đảng cho 06 đồng chí.",
        "Chương trình mục tiêu quốc gia được 12 thôn hưởng ứng.",
    ],
)
def test_norms_rights_and_gifts_are_no_targets(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "value", "unit") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Khu vực có dưới 50% cử tri đi bầu thì tổ chức bầu lại.", []),
        ("Hội nghị có trên 50% số người được mời mới được tiến hành.", []),
        ("Lớp học bị hủy nếu dưới 20 học viên đăng ký.", []),
        ("Thôn nào không đạt 80% số hộ tham gia thì không xét thi đua.", ["criterion"]),
        ("Tổ được xếp loại Tốt khi có trên 90% hộ tham gia.", ["criterion"]),
    ],
)
def test_a_condition_is_a_criterion_only_where_merit_hangs_on_it(
    body_doc: BodyDoc, text: str, kinds: list[str]
) -> None:
    assert [kind for (kind,) in told(body_doc(text), "kind")] == kinds
