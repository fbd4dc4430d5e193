"""Which figures are targets, quotas, criteria, in the words that clerks use; all offices are invented."""

from __future__ import annotations

import pytest
from tests.extract.figures import BodyDoc, told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Xã Cồn Lau được bầu 23 đại biểu.", [(23, "eq")]),
        ("Thôn Bãi được giới thiệu 08 người.", [(8, "eq")]),
        ("Trường được tuyển 03 giáo viên mầm non.", [(3, "eq")]),
        ("Hội đồng trường có từ 07 đến 11 thành viên theo cơ cấu nhân sự.", []),
        ("Cơ cấu Hội đồng trường có từ 07 đến 11 thành viên.", [(7, "eq")]),
        ("Ban Chấp hành Hội khóa mới gồm 15 đồng chí.", [(15, "eq")]),
        ("Cấp ủy viên nữ từ 15% trở lên.", [(15, "ge")]),
        ("Danh sách ứng cử có tỷ lệ nữ không dưới 35%.", [(35, "ge")]),
        ("Số thôn hoàn thành xuất sắc không quá 20% số thôn hoàn thành tốt.", [(20, "le")]),
        ("Mỗi thôn không quá 03 người dự tập huấn.", [(3, "le")]),
        ("02 hội viên tiêu biểu được đề nghị Hội huyện tặng Bằng khen.", [(2, "eq")]),
        ("Lập danh sách đề nghị hỗ trợ không quá 3% tổng số hội viên.", [(3, "le")]),
        ("Ủy ban tặng Giấy khen cho tối đa 03 thôn.", [(3, "le")]),
        ("Mỗi xã lập hồ sơ đề nghị Chủ tịch huyện tặng Bằng khen cho 01 thôn.", [(1, "eq")]),
    ],
)
def test_who_is_proposed_elected_or_seated_is_a_quota(
    body_doc: BodyDoc, text: str, values: list[tuple[float, str]]
) -> None:
    found = told(body_doc(text), "value", "comparator", "kind")
    assert [(value, comparator) for value, comparator, kind in found if kind == "quota"] == values


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi cộng tác viên quản lý không quá 150 hộ.",
        "Phấn đấu giới thiệu ít nhất 65 đoàn viên ưu tú học lớp cảm tình Đảng.",
        "Trẻ ra lớp đạt từ 98% trở lên.",
        "Phấn đấu 3/5 tiêu chí đạt loại tốt.",
        "Cắt giảm ít nhất 10 điều kiện kinh doanh.",
        "Mỗi xã chọn 01 thôn làm điểm.",
        "Mỗi chợ bố trí ít nhất 04 tổ tuần tra.",
    ],
)
def test_what_is_reached_for_is_a_target_whoever_is_counted(body_doc: BodyDoc, text: str) -> None:
    assert [kind for (kind,) in told(body_doc(text), "kind")] == ["target"]


@pytest.mark.parametrize(
    "text",
    [
        "Ban Giám khảo gồm 07 người.",
        "Câu lạc bộ gồm 28 hội viên.",
        "Lực lượng trực gồm 12 đồng chí, chia 03 ca.",
    ],
)
def test_how_many_a_body_has_is_no_quota(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "value") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chi đoàn gắn biển 02 công trình trước ngày 19/5/2021.", [(2, "2021-05-19")]),
        ("Quý III tiến hành kiểm tra 05 chợ.", [(5, "2021-Q3")]),
        ("Chi đoàn gắn biển 02 công trình.", []),
        ("Xây 18 điểm bán rau sạch xong trước ngày 30/9/2021.", [(18, "2021-09-30")]),
        ("Gửi 02 bộ hồ sơ trước ngày 19/5/2021.", []),
    ],
)
def test_what_is_done_by_a_day_to_come_is_a_duty(
    body_doc: BodyDoc, text: str, values: list[tuple[float, str | None]]
) -> None:
    assert told(body_doc(text), "value", "due_on") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("II. CHỈ TIÊU\n- Thời gian chờ khám trung bình không quá 40 phút.", [(40, "phút")]),
        ("II. CHỈ TIÊU\n- Chỉ số hài lòng tăng ít nhất 5 bậc.", [(5, "bậc")]),
        ("II. NHIỆM VỤ\n- Nghỉ giải lao không quá 40 phút.", []),
    ],
)
def test_time_and_score_are_reached_for_where_they_are_the_goal(
    body_doc: BodyDoc, text: str, values: list[tuple[float, str]]
) -> None:
    assert told(body_doc(text), "value", "unit") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tiêu chuẩn xét tặng\na) Có 02 bài báo trong năm.", [(2, "criterion")]),
        ("Tiêu chuẩn xét tặng\na) Nộp quỹ từ 5 triệu đồng/năm trở lên.", [(5, "criterion")]),
        ("Điều kiện công nhận Thôn đẹp\n- Trên 90% hộ có vườn.", [(90, "criterion")]),
        ("Mục tiêu năm 2021\nTrên 90% hộ có vườn.", [(90, "target")]),
        (
            "Tổ được xếp loại Tốt khi có trên 90% hộ dự họp, không quá 02 hộ vắng.",
            [(90, "criterion"), (2, "criterion")],
        ),
    ],
)
def test_what_merit_asks_for_is_a_criterion(body_doc: BodyDoc, text: str, values: list[tuple[float, str]]) -> None:
    assert told(body_doc(text), "value", "kind") == values


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mỗi xã đề nghị 08 cá nhân, trong đó nữ chiếm ít nhất 50%.", ["quota", "quota"]),
        ("Tiêu chuẩn: từ 95% hộ tham gia trở lên; giúp đỡ ít nhất 02 hộ nghèo.", ["criterion", "criterion"]),
        ("Cá nhân được đề nghị phải có ít nhất 02 sáng kiến.", ["criterion"]),
        ("Danh hiệu Thôn xanh: có ít nhất 70% hộ trồng hoa.", ["criterion"]),
        ("Phấn đấu ít nhất 90% hộ trồng hoa, trong đó ít nhất 20% hộ có vườn.", ["target", "target"]),
    ],
)
def test_a_part_and_what_goes_on_are_of_the_same_kind(body_doc: BodyDoc, text: str, kinds: list[str]) -> None:
    assert [kind for (kind,) in told(body_doc(text), "kind")] == kinds


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Đài Truyền thanh xã phát chuyên mục 3 lần/tuần.", [3]),
        ("Tổ Văn nghệ chuẩn bị 02 tiết mục.", [2]),
        ("Chi hội vận động quỹ tối thiểu 12 triệu đồng.", [12]),
        ("Phấn đấu tiêm chủng đạt trên 95%; 12/12 thôn đạt chuẩn.", [95, 12]),
    ],
)
def test_what_a_body_is_set_to_do_is_a_target(body_doc: BodyDoc, text: str, values: list[float]) -> None:
    assert [value for (value,) in told(body_doc(text), "value")] == values


def test_a_bare_line_heads_what_follows_it(body_doc: BodyDoc) -> None:
    text = "Mục tiêu năm 2022\nTrồng 500 cây bóng mát.\nII. TỔ CHỨC THỰC HIỆN\nTrồng cây theo lịch."
    assert told(body_doc(text), "value", "due_on") == [(500, "2022")]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Mỗi hộ không bị kiểm tra quá 01 lần.", "le"),
        ("Thôn tuyển vượt không quá 03 em.", "le"),
        ("Không đặt quá 03 hòm công đức.", "le"),
        ("Phấn đấu không có thôn nào dưới 90%.", "ge"),
    ],
)
def test_a_denied_bound_is_the_other_bound(body_doc: BodyDoc, text: str, comparator: str) -> None:
    assert told(body_doc(text), "comparator") == [(comparator,)]
