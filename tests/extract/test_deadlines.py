from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congvan.extract.deadlines import extract


def said(candidates: list[Any]) -> list[dict[str, Any]]:
    return [{k: v for k, v in c.values.items() if v is not None} for c in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đề nghị các xã, thị trấn gửi báo cáo kết quả về Phòng Nội vụ trước ngày 25/5/2021.",
            {
                "due_on": "2021-05-25",
                "bound": "before",
                "task": "gửi báo cáo kết quả về Phòng Nội vụ",
                "owner": "các xã, thị trấn",
                "to": "Phòng Nội vụ",
            },
        ),
        (
            "Giao Sở Xây dựng chủ trì rà soát quy hoạch, hoàn thành trong tháng 6/2021.",
            {"due_on": "2021-06", "bound": "by", "task": "chủ trì rà soát quy hoạch", "owner": "Sở Xây dựng"},
        ),
        ("Thời gian nộp bài dự thi đến ngày 22/6.", {"due_on": "2021-06-22", "bound": "by", "task": "nộp bài dự thi"}),
        (
            "Hạn cuối nộp hồ sơ: 16 giờ 30 phút, ngày 20/6/2021.",
            {"due_on": "2021-06-20", "due_time": "16:30", "bound": "by", "task": "nộp hồ sơ"},
        ),
        (
            "Thời hạn cuối cùng nhận phiếu: 16 giờ 30 ngày 20/6/2021.",
            {"due_on": "2021-06-20", "due_time": "16:30", "bound": "by", "task": "nhận phiếu"},
        ),
        (
            "Các tổ nộp danh sách về Văn phòng chậm nhất 16 giờ 30 phút ngày 20/6/2021.",
            {
                "due_on": "2021-06-20",
                "due_time": "16:30",
                "bound": "by",
                "task": "nộp danh sách về Văn phòng",
                "owner": "Các tổ",
                "to": "Văn phòng",
            },
        ),
        (
            "- Trước ngày 10/6/2021: Các địa phương xây dựng kế hoạch; chuẩn bị phiếu thu thập thông tin.",
            {
                "due_on": "2021-06-10",
                "bound": "before",
                "task": "xây dựng kế hoạch; chuẩn bị phiếu thu thập thông tin",
                "owner": "Các địa phương",
            },
        ),
        (
            "Văn phòng định kỳ hằng quý báo cáo Ủy ban nhân dân huyện về kết quả.",
            {
                "recurs": "quarterly",
                "task": "báo cáo Ủy ban nhân dân huyện về kết quả",
                "owner": "Văn phòng",
                "to": "Ủy ban nhân dân huyện",
            },
        ),
        (
            "Các trường nộp danh sách về Phòng Giáo dục trước ngày 20 hằng tháng.",
            {
                "bound": "before",
                "recurs": "monthly",
                "recurs_on": "ngày 20",
                "task": "nộp danh sách về Phòng Giáo dục",
                "owner": "Các trường",
                "to": "Phòng Giáo dục",
            },
        ),
        (
            "Các tổ nộp bản chỉnh sửa cho Ban Tổ chức trong thời hạn 07 ngày kể từ ngày bảo vệ.",
            {
                "bound": "by",
                "within": 7.0,
                "within_unit": "day",
                "counted_from": "ngày bảo vệ",
                "task": "nộp bản chỉnh sửa cho Ban Tổ chức",
                "owner": "Các tổ",
                "to": "Ban Tổ chức",
            },
        ),
        (
            "2. Họp trưởng đoàn và bốc thăm: Lúc 13 giờ 30 phút ngày 23/6/2021 tại hội trường.",
            {"due_on": "2021-06-23", "due_time": "13:30", "bound": "on", "task": "Họp trưởng đoàn và bốc thăm"},
        ),
        (
            "Đề nghị các chi hội trực thuộc cử đại diện dự buổi làm việc về công tác phòng, chống lũ "
            "vào lúc 8h00 ngày 24/6/2021.",
            {
                "due_on": "2021-06-24",
                "due_time": "08:00",
                "bound": "on",
                "task": "cử đại diện dự buổi làm việc về công tác phòng, chống lũ",
                "owner": "các chi hội trực thuộc",
            },
        ),
        (
            "Trong quý III/2021, Văn phòng phải hoàn thành việc sắp xếp kho lưu trữ.",
            {
                "due_on": "2021-Q3",
                "bound": "by",
                "task": "hoàn thành việc sắp xếp kho lưu trữ",
                "owner": "Văn phòng",
            },
        ),
        (
            "Phổ biến quy chế đến toàn thể cán bộ, hội viên, hoàn thành trước ngày 24/6/2021.",
            {"due_on": "2021-06-24", "bound": "before", "task": "Phổ biến quy chế đến toàn thể cán bộ, hội viên"},
        ),
        (
            "Các tổ báo cáo kết quả về Văn phòng trong quý III/2021.",
            {
                "due_on": "2021-Q3",
                "bound": "by",
                "task": "báo cáo kết quả về Văn phòng",
                "owner": "Các tổ",
                "to": "Văn phòng",
            },
        ),
        (
            "Giải cờ khai mạc lúc 7 giờ 30, ngày 24/6/2021, đề nghị các đội đến dự.",
            {
                "due_on": "2021-06-24",
                "due_time": "07:30",
                "bound": "on",
                "task": "Giải cờ",
                "owner": "các đội",
            },
        ),
        (
            "Đúng 19 giờ ngày 24/6/2021, các đội tập trung tại sân đình.",
            {
                "due_on": "2021-06-24",
                "due_time": "19:00",
                "bound": "on",
                "task": "tập trung tại sân đình",
                "owner": "các đội",
            },
        ),
    ],
)
def test_a_duty_of_one_sentence(body_doc: Any, text: str, expected: dict[str, Any]) -> None:
    assert said(extract(body_doc(text))) == [expected]


def test_owner_and_task_come_from_the_list_head(body_doc: Any) -> None:
    text = (
        "1. Sở Tài chính:\n"
        "- Thẩm định dự toán và báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2021.\n"
        "2. Tổng kết phong trào thi đua\n"
        "- Thời gian: Hoàn thành trước ngày 15/12/2021."
    )
    first, second = said(extract(body_doc(text)))
    assert (first["owner"], first["task"]) == ("Sở Tài chính", "Thẩm định dự toán và báo cáo Ủy ban nhân dân tỉnh")
    assert (second.get("owner"), second["task"]) == (None, "Tổng kết phong trào thi đua")


def test_a_line_of_the_same_list_may_name_the_owner(body_doc: Any) -> None:
    text = "- Các tổ:\n- Trồng cây quanh hồ.\n- Nộp danh sách chậm nhất ngày 30/6/2021.\n"
    (found,) = said(extract(body_doc(text)))
    assert (found["owner"], found["task"]) == ("Các tổ", "Nộp danh sách")


def test_a_card_tells_guest_and_meeting_on_lines_of_their_own(body_doc: Any) -> None:
    text = (
        "Trường Suối Cạn trân trọng kính mời quý vị dự cuộc họp như sau:\n"
        "- Kính mời: Ban đại diện cha mẹ học sinh.\n"
        "- Đến dự: Cuộc họp về công tác phòng, chống đuối nước.\n"
        "- Thời gian: 8h30, thứ Hai, ngày 28/6/2021.\n"
    )
    assert said(extract(body_doc(text))) == [
        {
            "due_on": "2021-06-28",
            "due_time": "08:30",
            "bound": "on",
            "task": "Cuộc họp về công tác phòng, chống đuối nước",
            "owner": "Ban đại diện cha mẹ học sinh",
        }
    ]


def test_an_exception_is_a_second_term_of_the_same_duty(body_doc: Any) -> None:
    text = (
        "4. Tổng kết thi đua\n"
        "Thời gian: Hoàn thành trước ngày 10/01 hằng năm, trường hợp đặc biệt không quá 31/01 hằng năm."
    )
    found = said(extract(body_doc(text)))
    assert [(d["recurs_on"], d["bound"], d["task"]) for d in found] == [
        ("ngày 10/01", "before", "Tổng kết thi đua"),
        ("31/01", "by", "Tổng kết thi đua"),
    ]


def test_two_rounds_for_one_duty_are_two_items(body_doc: Any) -> None:
    found = said(extract(body_doc("Thống kê và báo cáo Sở Nội vụ theo định kỳ 6 tháng, hằng năm.")))
    assert [d["recurs"] for d in found] == ["half_yearly", "yearly"]


def test_rows_of_a_table_are_duties(body_doc: Any) -> None:
    text = "TT | Nội dung | Thời gian hoàn thành | Đơn vị\n1 | Lắp đặt camera | Tháng 9/2021 | Công an xã"
    assert said(extract(body_doc(text))) == [
        {"due_on": "2021-09", "bound": "by", "task": "Lắp đặt camera", "owner": "Công an xã"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này có hiệu lực kể từ ngày 15/6/2021.",
        "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.",
        "Thời gian nộp hồ sơ: từ ngày 01/6/2021 đến ngày 15/6/2021.",
        "Ngày 20/6/2021 xã Đông Lĩnh đã tổ chức hội nghị.",
        "Thực hiện Công văn số 45/SNV ngày 20/6/2021 của Sở Nội vụ.",
        "Các hồ sơ nộp trước ngày 01/3/2021 được xét bổ sung.",
        "Phong trào thi đua hằng năm được phát động rộng khắp.",
        "Sinh hoạt định kỳ theo quy định.",
        "Phát huy kết quả đạt được trong 6 tháng đầu năm 2021.",
    ],
)
def test_other_days_are_no_deadlines(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


def test_without_an_issue_date_the_year_stays_open(body_doc: Any) -> None:
    (found,) = said(extract(body_doc("Các tổ nộp danh sách trước ngày 25/5.", None)))
    assert "due_on" not in found
    assert found["bound"] == "before"


def test_a_long_hostile_text_costs_linear_time(body_doc: Any) -> None:
    doc = body_doc("gửi báo cáo về " * 3000 + "trước ngày 20/6/2021", date(2021, 5, 10))
    assert len(extract(doc)) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the first verbs narrow the owner
            "Hộ đã nhận phiếu mà có sai sót phản ánh với Ban tự quản thôn trong 05 ngày kể từ ngày nhận phiếu.",
            ("Hộ đã nhận phiếu mà có sai sót", "phản ánh với Ban tự quản thôn", "Ban tự quản thôn"),
        ),
        (
            "Ban tự quản các thôn nộp sổ về UBND xã trước ngày 20/5.",
            ("Ban tự quản các thôn", "nộp sổ về UBND xã", "UBND xã"),
        ),
        (
            "Người nộp thuế nộp tờ khai cho Chi cục Thuế huyện Bình Khê trước ngày 20/5.",
            ("Người nộp thuế", "nộp tờ khai cho Chi cục Thuế huyện Bình Khê", "Chi cục Thuế huyện Bình Khê"),
        ),
        (
            "Sinh viên có nguyện vọng học lại nộp đơn tại phòng Đào tạo đến hết ngày 20/5/2021.",
            ("Sinh viên có nguyện vọng học lại", "nộp đơn tại phòng Đào tạo", "phòng Đào tạo"),
        ),
        (  # a passive names its owner inside
            "Danh sách phải được các trường gửi về Phòng Giáo dục chậm nhất ngày 20/5.",
            ("các trường", "gửi về Phòng Giáo dục", "Phòng Giáo dục"),
        ),
        (  # what is drawn up is what is sent
            "Lập danh sách công trường, khu nhà trọ, cơ sở có nguy cơ trên địa bàn, gửi Sở Y tế trước ngày 20/5.",
            (
                None,
                "Lập danh sách công trường, khu nhà trọ, cơ sở có nguy cơ trên địa bàn, gửi Sở Y tế",
                "Sở Y tế",
            ),
        ),
        (  # new wording given by an amendment
            "Bổ sung khoản 3: “Học viên nộp minh chứng về Khoa trong vòng 07 ngày kể từ ngày có kết quả.”",
            ("Học viên", "nộp minh chứng về Khoa", "Khoa"),
        ),
        (
            "Trường hợp không thống nhất, đề nghị có ý kiến gửi về Sở Tài chính trong 05 ngày kể từ ngày nhận thư.",
            (None, "có ý kiến gửi về Sở Tài chính", "Sở Tài chính"),
        ),
        ("2. Ban Nữ công\nXây dựng kịch bản xong trước 20/5.", ("Ban Nữ công", "Xây dựng kịch bản", None)),
        ("3. Tập huấn cho cán bộ hội. Hoàn thành trong quý III/2021.", (None, "Tập huấn cho cán bộ hội", None)),
    ],
)
def test_owner_task_and_receiver_of_many_wordings(
    body_doc: Any, text: str, expected: tuple[str | None, str, str | None]
) -> None:
    [found] = extract(body_doc(text))
    assert (found.values["owner"], found.values["task"], found.values["to"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ Năm hằng tuần, trước 15 giờ 30 phút, gửi bản tin về Phòng.", ("weekly", "Thứ Năm", "before", "15:30")),
        ("Các thôn chuyển phiếu cho xã vào lúc 16 giờ thứ Sáu hằng tuần.", ("weekly", "thứ Sáu", "on", "16:00")),
        ("Văn phòng tổng hợp số liệu vào mỗi chiều thứ Hai.", ("weekly", "chiều thứ Hai", "on", None)),
        ("Các đơn vị gửi báo cáo nhanh về Sở trước 15 giờ hằng ngày.", ("daily", None, "before", "15:00")),
        (
            "Hằng quý, Phòng tổng hợp báo cáo Sở trước ngày 25 của tháng cuối quý; họp trước tuần sau.",
            ("quarterly", "ngày 25 của tháng cuối quý", "before", None),
        ),
        ("Hằng tháng, các trường báo cáo về Phòng trước ngày 20.", ("monthly", "ngày 20", "before", None)),
        (
            "Chi nhánh gửi báo cáo về Hội sở chậm nhất ngày 12 của tháng tiếp theo.",
            ("monthly", "ngày 12 của tháng tiếp theo", "by", None),
        ),
    ],
)
def test_days_and_hours_of_rounds(
    body_doc: Any, text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    [found] = extract(body_doc(text))
    assert tuple(found.values[k] for k in ("recurs", "recurs_on", "bound", "due_time")) == expected
    assert "trước" not in str(found.values["task"])


def test_two_rounds_of_one_duty_share_it(body_doc: Any) -> None:
    text = "Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12), các xã báo cáo kết quả về Phòng Nội vụ."
    found = said(extract(body_doc(text)))
    assert [(f["recurs"], f["recurs_on"]) for f in found] == [("half_yearly", "ngày 15/6"), ("yearly", "ngày 15/12")]
    assert {(f["owner"], f["task"]) for f in found} == {("các xã", "báo cáo kết quả về Phòng Nội vụ")}


def test_a_term_ends_the_duty_before_it(body_doc: Any) -> None:
    text = "Các chi bộ quán triệt, hoàn thành trong tháng 6/2021 và báo cáo kết quả về Đảng ủy trước ngày 05/7/2021."
    assert [f["task"] for f in said(extract(body_doc(text)))] == ["quán triệt", "báo cáo kết quả về Đảng ủy"]


def test_a_second_term_with_no_words_of_its_own_is_of_the_same_duty(body_doc: Any) -> None:
    text = "Tổ chức đại hội xong trước ngày 30/6/2021 (cấp cơ sở); xong trước 30/9/2021 (cấp huyện)."
    found = said(extract(body_doc(text)))
    assert [(f["due_on"], f["task"]) for f in found] == [
        ("2021-06-30", "Tổ chức đại hội"),
        ("2021-09-30", "Tổ chức đại hội"),
    ]


def test_an_hour_takes_the_day_told_before_it_in_the_sentence(body_doc: Any) -> None:
    text = "Đêm hội diễn ra ngày 18/6/2021; các đội phải có mặt tại sân trường lúc 18 giờ để bốc thăm."
    assert said(extract(body_doc(text)))[-1] == {
        "due_on": "2021-06-18",
        "due_time": "18:00",
        "bound": "on",
        "task": "có mặt tại sân trường",
        "owner": "các đội",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu đến cuối quý IV/2021 số vụ giảm 50% so với năm trước.",
        "Chiến dịch ra quân bắt đầu từ ngày 20/5 và kết thúc vào ngày 30/5/2021.",
        "Hết ngày 31/5/2021, hộ nào chưa nộp hồ sơ coi như không có nhu cầu.",
        "Bộ phận một cửa mở từ 7 giờ đến 17 giờ hằng ngày.",
        "Giải khai mạc lúc 7 giờ 30, ngày 24/6/2021.",
        "Xe cứu thương còn hạn đăng kiểm đến tháng 12/2021.",
        "Có 03 xã nộp chậm 20 ngày so với hạn 15/6.",
        "Mỗi thôn có ít nhất 2/3 số hộ đăng ký.",
        "Tác giả để lại 11 vở chèo dựng trước năm 1975.",
        "Bản tin lúc 16 giờ ngày 11/5/2021 dự báo có mưa.",
    ],
)
def test_goals_spans_and_habits_are_no_deadlines(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chủ nhà nghỉ nộp hồ sơ cấp lại trước khi giấy phép hết hạn 02 tháng.",
            {
                "within": 2.0,
                "within_unit": "month",
                "counted_from": "giấy phép hết hạn",
                "bound": "before",
                "task": "nộp hồ sơ cấp lại",
                "owner": "Chủ nhà nghỉ",
            },
        ),
        (
            "Trước ngày hội làng 10 ngày, các thôn quét dọn, báo cáo về Ủy ban nhân dân xã Đồi.",
            {
                "within": 10.0,
                "within_unit": "day",
                "counted_from": "ngày hội làng",
                "bound": "before",
                "task": "quét dọn, báo cáo về Ủy ban nhân dân xã Đồi",
                "owner": "các thôn",
                "to": "Ủy ban nhân dân xã Đồi",
            },
        ),
        (
            "Các xã tháo dỡ băng rôn sau lễ hội 03 ngày.",
            {
                "within": 3.0,
                "within_unit": "day",
                "counted_from": "lễ hội",
                "bound": "by",
                "task": "tháo dỡ băng rôn",
                "owner": "Các xã",
            },
        ),
        (
            "Phụ huynh ký phiếu gửi lại Nhà trường trong 5 ngày.",
            {
                "within": 5.0,
                "within_unit": "day",
                "bound": "by",
                "task": "ký phiếu gửi lại Nhà trường",
                "owner": "Phụ huynh",
            },
        ),
        (
            "Trong 02 tuần từ ngày công bố điểm sinh viên làm đơn gửi Văn phòng Khoa.",
            {
                "within": 2.0,
                "within_unit": "week",
                "counted_from": "ngày công bố điểm",
                "bound": "by",
                "task": "làm đơn gửi Văn phòng Khoa",
                "owner": "sinh viên",
                "to": "Văn phòng Khoa",
            },
        ),
    ],
)
def test_terms_before_and_after_an_event(body_doc: Any, text: str, expected: dict[str, Any]) -> None:
    [found] = said(extract(body_doc(text)))
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ trực tại trụ sở trong 03 ngày.",
        "Trước đây 05 năm, xã Đồi chưa có đường nhựa.",
        "Đoàn viên nghỉ 07 ngày trước và sau lễ.",
        "Giấy khám sức khỏe còn giá trị (khám trước đó không quá 03 tháng).",
    ],
)
def test_lengths_of_time_that_are_no_terms(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sở Y tế cấp thêm 300 liều thuốc trong quý III/2021.",
            ("2021-Q3", "by", "cấp thêm 300 liều thuốc", "Sở Y tế"),
        ),
        (
            "Trạm Khuyến nông lập danh sách hộ trồng chè trong tuần đầu tháng 6.",
            ("2021-06", "by", "lập danh sách hộ trồng chè", "Trạm Khuyến nông"),
        ),
        (
            "Các trường cử người nhận đề lúc 14 giờ ngày 01/7/2021.",
            ("2021-07-01", "on", "cử người nhận đề", "Các trường"),
        ),
        (
            "Các xã báo cáo số liệu bổ sung vào ngày 05/6/2021.",
            ("2021-06-05", "on", "báo cáo số liệu bổ sung", "Các xã"),
        ),
    ],
)
def test_days_bound_by_what_somebody_is_to_do(body_doc: Any, text: str, expected: tuple[str, ...]) -> None:
    [found] = said(extract(body_doc(text)))
    assert (found["due_on"], found["bound"], found["task"], found["owner"]) == expected


@pytest.mark.parametrize(
    "text",
    ["Toàn xã xảy ra 05 vụ cháy trong tháng 5/2021.", "Các trường đã báo cáo kết quả trong tháng 5/2021."],
)
def test_what_was_done_in_a_month_is_no_duty(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


def test_days_listed_under_one_bound_are_duties_each(body_doc: Any) -> None:
    text = "Các xã báo cáo nhanh về Ban Chỉ huy 02 lần: trước 10 giờ các ngày 02/6, 05/6 và 10/6/2021."
    found = said(extract(body_doc(text)))
    assert [(f["due_on"], f["due_time"], f["bound"], f["owner"]) for f in found] == [
        (day, "10:00", "before", "Các xã") for day in ("2021-06-02", "2021-06-05", "2021-06-10")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phòng Nội vụ theo dõi, hằng quý báo cáo Ủy ban.", ("quarterly", None, "báo cáo Ủy ban", "Phòng Nội vụ")),
        (
            "Chế độ báo cáo: Định kỳ trước ngày 20 hằng tháng các xã báo cáo kết quả về Phòng Dân tộc.",
            ("monthly", "before", "báo cáo kết quả về Phòng Dân tộc", "các xã"),
        ),
        (
            "Cứ thứ Sáu hằng tuần, các thôn báo cáo về Ủy ban nhân dân xã Đồi.",
            ("weekly", "on", "báo cáo về Ủy ban nhân dân xã Đồi", "các thôn"),
        ),
        (
            "Lớp trưởng mỗi tuần báo cáo điểm cho Đội vào 15 giờ thứ Năm.",
            ("weekly", "on", "báo cáo điểm cho Đội", "Lớp trưởng"),
        ),
        (
            "Các trung tâm cập nhật dữ liệu lên phần mềm vào tuần cuối mỗi quý.",
            ("quarterly", "on", "cập nhật dữ liệu lên phần mềm", "Các trung tâm"),
        ),
    ],
)
def test_rounds_with_their_duty_after_them(body_doc: Any, text: str, expected: tuple[str | None, ...]) -> None:
    [found] = said(extract(body_doc(text)))
    assert (found["recurs"], found.get("bound"), found["task"], found["owner"]) == expected


def test_a_sentence_over_a_list_tells_whom_it_asks(body_doc: Any) -> None:
    text = (
        "Để chuẩn bị hội thi, Huyện đoàn Bãi đề nghị các xã đoàn:\n1. Lập danh sách đội trước ngày 20/5/2021.\n2. Tập."
    )
    assert said(extract(body_doc(text)))[0]["owner"] == "các xã đoàn"


def test_the_label_of_a_line_owns_its_later_sentences(body_doc: Any) -> None:
    text = "3. Phòng Dân tộc: theo dõi việc thực hiện. Lập báo cáo gửi Ủy ban trước ngày 20/5/2021."
    assert [f["owner"] for f in said(extract(body_doc(text)))] == ["Phòng Dân tộc"]
