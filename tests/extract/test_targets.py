from __future__ import annotations

import pytest
from tests.extract.figures import BodyDoc, titled, told

from congvan.extract.targets import extract


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator", "population", "metric", "kind"),
    [
        (
            "Phấn đấu 100% hội viên tham gia bảo hiểm y tế.",
            100,
            "%",
            "eq",
            "hội viên",
            "tham gia bảo hiểm y tế",
            "target",
        ),
        ("Mỗi chi hội đăng ký ít nhất 01 mô hình.", 1, "mô hình", "ge", "Mỗi chi hội", "đăng ký", "target"),
        ("Mỗi lớp cử 03 học sinh dự thi.", 3, "học sinh", "eq", "Mỗi lớp", "cử", "quota"),
        ("Mỗi xã đề nghị không quá 02 tập thể.", 2, "tập thể", "le", "Mỗi xã", "đề nghị", "quota"),
        ("Thanh tra các sở cử 01 cán bộ.", 1, "cán bộ", "eq", "Thanh tra các sở", "cử", "quota"),
        ("Chậm nộp báo cáo không quá 02 lần.", 2, "lần", "le", None, "Chậm nộp báo cáo", "target"),
        ("Tổ chức 02 lớp tập huấn về an toàn.", 2, "lớp tập huấn", "eq", None, "Tổ chức", "target"),
        ("Phấn đấu doanh thu đạt 12 tỷ đồng.", 12, "tỷ đồng", "eq", None, "doanh thu", "target"),
    ],
)
def test_a_duty_with_its_values(
    body_doc: BodyDoc, text: str, value: float, unit: str, comparator: str, population: str, metric: str, kind: str
) -> None:
    attributes = ("value", "unit", "comparator", "population", "metric", "kind")
    assert told(body_doc(text), *attributes) == [(value, unit, comparator, population, metric, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Năm qua đã có 85% hội viên tham gia.",
        "Cửa hàng giảm giá 15% cho hội viên.",
        "Lãi suất cho vay là 4,7%/năm.",
        "Người vay trả trước tối thiểu 30% giá trị căn nhà.",
        "Ngân sách huyện hỗ trợ 70%, phần còn lại do xã lo.",
        "Hồ sơ gồm 02 bộ, mỗi bộ không quá 15 trang.",
        "Thực hiện Chương trình “30 nghìn việc tốt” của Hội.",
        "Nếu có từ 2 đội trở lên bằng điểm thì bốc thăm.",
        "Cơ cấu: 01 giải Nhất, 02 giải Nhì.",
        "Trong thời hạn 05 ngày làm việc, mỗi tuần 02 buổi sáng.",
        "Tặng Bằng khen cho 05 tập thể.",
        "Phối hợp với Phòng Đào tạo và 05 khoa rà soát danh sách.",
        "Viết về 01 câu chuyện đẹp.",
        "Pano khổ 60x80 cm.",
        "Ghi nhận 61/241 xã có ca bệnh.",
        "Bảo đảm khoảng cách tối thiểu 2 mét.",
        "Hội nghị có sự tham dự của 120 đại biểu.",
        "Cấp huyện: gồm đại diện lãnh đạo 02 cơ quan.",
        "Gửi danh sách về Hội trước 16 giờ 00 thứ Sáu hằng tuần.",
        "Mỗi bài chấm theo thang điểm 10.",
    ],
)
def test_results_prices_pages_days_and_names_are_no_targets(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "value", "unit") == []


def test_figures_under_one_verb_share_subject_and_comparing_word(body_doc: BodyDoc) -> None:
    text = "Mỗi xã chọn ít nhất 01 tập thể hoặc 02 cá nhân."
    assert told(body_doc(text), "value", "unit", "comparator", "population", "metric") == [
        (1, "tập thể", "ge", "Mỗi xã", "chọn"),
        (2, "cá nhân", "ge", "Mỗi xã", "chọn"),
    ]


def test_shares_before_one_predicate_share_it(body_doc: BodyDoc) -> None:
    text = "Phấn đấu 90% hồ sơ cấp tỉnh, trên 60% hồ sơ cấp xã được xử lý trên mạng."
    assert told(body_doc(text), "value", "comparator", "population", "metric") == [
        (90, "eq", "hồ sơ cấp tỉnh", "được xử lý trên mạng"),
        (60, "gt", "hồ sơ cấp xã", "được xử lý trên mạng"),
    ]


def test_a_part_is_part_of_the_population_before(body_doc: BodyDoc) -> None:
    text = "Trên 90% chi hội hoàn thành tốt, trong đó có ít nhất 30% hoàn thành xuất sắc."
    assert told(body_doc(text), "value", "population") == [(90, "chi hội"), (30, "chi hội")]


def test_the_size_of_a_body_belongs_to_its_name(body_doc: BodyDoc) -> None:
    text = "Phấn đấu thành lập công đoàn tại 100% doanh nghiệp có từ 25 lao động trở lên."
    assert told(body_doc(text), "value", "population") == [(100, "doanh nghiệp có từ 25 lao động trở lên")]


def test_a_table_of_quotas_counts_under_a_title_that_shares_them_out(body_doc: BodyDoc) -> None:
    table = "TT | Đơn vị | Đại biểu\n1 | Thôn Cồn | 04\n2 | Thôn Bãi | 06"
    wanted = [("Thôn Cồn", 4, "Đại biểu", "quota"), ("Thôn Bãi", 6, "Đại biểu", "quota")]
    assert told(body_doc(f"PHÂN BỔ ĐẠI BIỂU\n{table}"), "population", "value", "unit", "kind") == wanted
    assert told(body_doc(f"DANH SÁCH ĐÃ DỰ\n{table}"), "population", "value", "unit", "kind") == []


@pytest.mark.parametrize(
    ("title", "heading", "values"),
    [
        ("BÁO CÁO", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", [5]),
        ("BÁO CÁO", "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", []),
        ("TỜ TRÌNH", "II. NỘI DUNG TRÌNH", [5]),
        ("TỜ TRÌNH", "I. SỰ CẦN THIẾT", []),
    ],
)
def test_reports_and_proposals_set_duties_where_they_look_ahead(
    body_doc: BodyDoc, title: str, heading: str, values: list[float]
) -> None:
    text = f"{title}\n{heading}\n1. Giảm ít nhất 5% số vụ cháy."
    assert told(titled(body_doc(text), title), "value") == [(value,) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Đóng góp Quỹ Vì trẻ em đạt 90 triệu đồng.", [(90, "triệu đồng", "Đóng góp Quỹ Vì trẻ em")]),
        ("Doanh thu của chợ đạt 90 triệu đồng.", []),
        ("Phấn đấu giảm 5% chi phí in ấn.", [(5, "%", "chi phí in ấn")]),
    ],
)
def test_sums_to_raise_and_costs_to_cut_are_targets(
    body_doc: BodyDoc, text: str, values: list[tuple[float, str, str]]
) -> None:
    assert told(body_doc(text), "value", "unit", "metric") == values


def test_where_things_stand_is_no_target(body_doc: BodyDoc) -> None:
    assert told(body_doc("Nâng tỷ lệ hộ dùng nước máy từ 60% lên 75%."), "value", "comparator") == [(75, "eq")]


def test_people_that_each_body_enters_are_a_quota(body_doc: BodyDoc) -> None:
    assert told(body_doc("Mỗi đơn vị đăng ký 04 thí sinh."), "value", "kind") == [(4, "quota")]
    assert told(body_doc("Mỗi đảng viên đăng ký 02 phần việc."), "value", "kind") == [(2, "target")]


def test_headings_tell_criteria_and_the_year(body_doc: BodyDoc) -> None:
    criteria = "2. Tiêu chuẩn khen thưởng:\na) Có tỷ lệ hội viên đi họp đạt từ 95% trở lên;"
    assert told(body_doc(criteria), "kind", "comparator") == [("criterion", "ge")]
    goals = "II. CHỈ TIÊU NĂM 2022\n- Kết nạp 50 hội viên."
    assert told(body_doc(goals), "value", "due_on") == [(50, "2022")]


def test_the_date_before_the_figure_is_when_it_is_due(body_doc: BodyDoc) -> None:
    text = "Đến hết năm 2023 phấn đấu 70% cán bộ có chứng chỉ; đến năm 2025 có 90% cán bộ có chứng chỉ."
    assert told(body_doc(text), "value", "due_on") == [(70, "2023"), (90, "2025")]


def test_a_list_shares_out_a_quota(body_doc: BodyDoc) -> None:
    text = "Cụm được đề nghị 08 Cờ (Khối các trường: 05 Cờ; Khối các xã: 03 Cờ)."
    assert told(body_doc(text), "value", "population", "metric", "kind") == [
        (8, "Cụm", "đề nghị", "quota"),
        (5, "Khối các trường", "đề nghị", "quota"),
        (3, "Khối các xã", "đề nghị", "quota"),
    ]


def test_rows_of_a_table_of_goals(body_doc: BodyDoc) -> None:
    table = "TT | Chỉ tiêu | ĐVT | Kế hoạch 2023\n1 | Tỷ lệ hộ nghèo | % | 2,5\n2 | Số xã đạt chuẩn | xã | 5"
    assert told(body_doc(table), "metric", "value", "unit", "due_on") == [
        ("Tỷ lệ hộ nghèo", 2.5, "%", "2023"),
        ("Số xã đạt chuẩn", 5, "xã", "2023"),
    ]


@pytest.mark.parametrize(
    ("text", "unit", "population", "metric"),
    [
        ("Bố trí ít nhất 12 lồng ấp sơ sinh cho khoa.", "lồng ấp sơ sinh", None, "Bố trí"),
        ("Phấn đấu nạo vét 15 hố ga.", "hố ga", None, "nạo vét"),
        ("Phấn đấu 80% người dân hài lòng khi làm thủ tục.", "%", "người dân", "hài lòng khi làm thủ tục"),
        ("Phấn đấu 90% ca bệnh nặng được hội chẩn trong 06 giờ.", "%", "ca bệnh nặng", "được hội chẩn"),
        ("Mỗi thôn có 03 tuyến đường lắp đặt đèn.", "tuyến đường", "Mỗi thôn", "có"),
        ("Phấn đấu có 02 sáng kiến được công nhận.", "sáng kiến", None, "được công nhận"),
        ("Phấn đấu 3/5 xã đạt chuẩn nông thôn mới.", "xã", "xã", "đạt chuẩn nông thôn mới"),
        ("Phấn đấu chỉ số muỗi tại các ổ dịch dưới 20.", None, "các ổ dịch", "chỉ số muỗi"),
        ("Mở 04 lớp cho 120 nông dân.", "nông dân", None, "Mở"),
    ],
)
def test_words_that_no_lexicon_knows_are_cut_by_the_segmenter(
    body_doc: BodyDoc, text: str, unit: str | None, population: str | None, metric: str
) -> None:
    assert told(body_doc(text), "unit", "population", "metric")[-1] == (unit, population, metric)


def test_a_share_apart_does_what_was_told_before(body_doc: BodyDoc) -> None:
    text = "Phấn đấu 98% hộ dân có tài khoản; riêng cán bộ, đảng viên đạt 100%."
    assert told(body_doc(text), "population", "metric") == [
        ("hộ dân", "có tài khoản"),
        ("cán bộ, đảng viên", "có tài khoản"),
    ]


def test_a_heading_tells_whose_count_it_is(body_doc: BodyDoc) -> None:
    text = "1. Các trạm y tế\na) Bố trí tối thiểu 02 tủ lạnh."
    assert told(body_doc(text), "population", "value") == [("Các trạm y tế", 2)]


def test_proposals_are_quotas_under_criteria_and_limits_are_shared(body_doc: BodyDoc) -> None:
    text = (
        "I. TIÊU CHUẨN VÀ SỐ LƯỢNG\n- Mỗi chi hội đề nghị 01 cá nhân.\n"
        "- Số lượng không vượt quá 10% số tập thể và 3% số hội viên."
    )
    assert told(body_doc(text), "value", "comparator", "metric", "kind") == [
        (1, "eq", "đề nghị", "quota"),
        (10, "le", "Số lượng", "quota"),
        (3, "le", "Số lượng", "quota"),
    ]


def test_years_of_service_are_asked_of_each_group(body_doc: BodyDoc) -> None:
    text = "II. TIÊU CHUẨN\n- Cá nhân có từ 20 năm làm công tác hội đối với nam, 15 năm đối với nữ."
    assert told(body_doc(text), "value", "unit", "comparator", "population", "metric") == [
        (20, "năm", "ge", "nam", "làm công tác hội"),
        (15, "năm", "ge", "nữ", "làm công tác hội"),
    ]


def test_who_is_rewarded_for_a_figure_meets_a_criterion(body_doc: BodyDoc) -> None:
    text = "Thôn đạt từ 95% trở lên được Chủ tịch xã tặng Giấy khen."
    assert told(body_doc(text), "population", "metric", "kind") == [("Thôn", "đạt", "criterion")]


def test_the_name_in_a_row_is_population_and_metric(body_doc: BodyDoc) -> None:
    table = "TT | Chỉ tiêu | ĐVT | Giao năm 2024\n1 | Hồ sơ đất đai được số hóa | % | 80"
    assert told(body_doc(table), "population", "metric", "value") == [("Hồ sơ đất đai", "được số hóa", 80)]


def test_in_a_report_only_what_lies_ahead_counts(body_doc: BodyDoc) -> None:
    text = (
        "BÁO CÁO\nI. KẾT QUẢ ĐẠT ĐƯỢC\n- Mỗi xã xây dựng ít nhất 01 mô hình.\n"
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Mỗi xã xây dựng ít nhất 02 mô hình."
    )
    assert told(titled(body_doc(text), "BÁO CÁO"), "value") == [(2,)]


def test_quotes_hold_the_figure(body_doc: BodyDoc) -> None:
    doc = body_doc("Phấn đấu 100% hội viên tham gia, mỗi chi hội có 02 mô hình.")
    assert [doc.text[c.start : c.end] for c in extract(doc) if not c.doubtful] == [
        "100% hội viên tham gia",
        "mỗi chi hội có 02 mô hình",
    ]


def test_a_figure_that_no_rule_makes_a_target_is_left_as_doubtful(body_doc: BodyDoc) -> None:
    [found] = extract(body_doc("Ghi nhận 61/241 xã có ca bệnh."))
    assert found.doubtful


def test_rows_of_tasks_have_their_owner_and_term(body_doc: BodyDoc) -> None:
    table = "TT | Nội dung | Chủ trì | Hoàn thành\n1 | Tổ chức 03 lớp bơi | Hội Cồn | Trước 15/6"
    doc = body_doc(table)
    assert told(doc, "value", "unit", "population", "metric", "due_on") == [
        (3, "lớp bơi", "Hội Cồn", "Tổ chức", "2021-06-15")
    ]


def test_a_drawn_line_does_not_end_a_table(body_doc: BodyDoc) -> None:
    table = "TT | Chỉ tiêu | Đăng ký\n-----\n1 | Duy trì sĩ số | ít nhất 99%\n- 2 -\n2 | Số giải | 12"
    assert told(body_doc(table), "value", "metric") == [(99, "Duy trì sĩ số"), (12, "Số giải")]


def test_a_report_tells_the_goals_of_this_year_beside_its_results(body_doc: BodyDoc) -> None:
    text = "BÁO CÁO\nTT | Chỉ tiêu | Kế hoạch năm | Kết quả 6 tháng\n1 | Số ca mổ | 120 | 57"
    assert told(titled(body_doc(text), "BÁO CÁO"), "value", "metric", "due_on") == [(120, "Số ca mổ", "2021")]
