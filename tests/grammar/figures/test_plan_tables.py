from __future__ import annotations

import pytest

from congvan.grammar.figures.columns import cells_of, plan_table, quota_table, task_table
from congvan.grammar.figures.plan_tables import given_to, goals_of, notes_of, purpose_in, shares_of, task_of


@pytest.mark.parametrize(
    ("header", "name", "unit", "goals"),
    [
        ("TT | Chỉ tiêu | ĐVT | Kế hoạch", 1, 2, ((3, None),)),
        ("STT | Nội dung | Đơn vị tính | Thực hiện 2022 | Kế hoạch năm 2023", 1, 2, ((4, "2023"),)),
        ("TT | Tiêu chí | Mục tiêu 2024 | Mục tiêu 2025", 1, None, ((2, "2024"), (3, "2025"))),
        ("Chỉ số | ĐVT | KH năm | Thực hiện quý I | Còn phải đạt", 0, 1, ((2, "2021"), (4, "2021"))),
        ("TT | Nội dung | Kế hoạch cả năm", 1, None, ((2, "2021"),)),
        ("TT | Nội dung | Đầu năm | Cuối năm học", 1, None, ((3, None),)),
    ],
)
def test_the_columns_of_a_table_of_goals(
    header: str, name: int, unit: int | None, goals: tuple[tuple[int, str | None], ...]
) -> None:
    table = plan_table(header, 0, len(header), goal=True, this_year="2021")
    assert table is not None
    assert (table.name, table.unit, table.goals) == (name, unit, goals)


@pytest.mark.parametrize("header", ["TT | Họ và tên | Chức vụ", "TT | Chỉ tiêu | Kết quả", "1 | Số chi hội | 5"])
def test_other_headers_head_no_goals(header: str) -> None:
    assert plan_table(header, 0, len(header)) is None


def test_cells_lose_white_space_and_keep_empty_ones() -> None:
    row = "1 |  Số xã  |  | 5"
    assert [row[a:b] for a, b in cells_of(row, 0, len(row))] == ["1", "Số xã", "", "5"]


@pytest.mark.parametrize(
    ("header", "row", "shares"),
    [
        (
            "TT | Đơn vị | Tập thể | Cá nhân",
            "1 | Chi đoàn Bến Cũ | 02 | 05",
            [("Chi đoàn Bến Cũ", "02", "Tập thể"), ("Chi đoàn Bến Cũ", "05", "Cá nhân")],
        ),
        ("Tên đơn vị | Số lượng đại biểu | Ghi chú", "Thôn Cồn | 12 | 01 nữ", [("Thôn Cồn", "12", "đại biểu")]),
        ("| TT | Cơ quan, đơn vị | Số lượng |", "| 3 | Phòng Lưu trữ | 4 |", [("Phòng Lưu trữ", "4", None)]),
        ("TT | Đơn vị | - | Đại biểu", "2 | Thôn Cồn | 7", [("Thôn Cồn", "7", "Đại biểu")]),
        ("TT | Đơn vị | Đại biểu | Ghi chú", "2 | Thôn Cồn | 7", [("Thôn Cồn", "7", "Đại biểu")]),
        ("TT | Đơn vị | Tập thể | Cá nhân", "2 | Thôn Cồn | 7", []),
        ("TT | Đơn vị | Đại biểu", "Thôn Cồn | 7", [("Thôn Cồn", "7", "Đại biểu")]),
        (
            "TT | Trường | Số lớp | Số học sinh",
            "1 | THCS Cồn | 9 | 1.215",
            [
                ("THCS Cồn", "9", "lớp"),
                ("THCS Cồn", "1.215", "học sinh"),
            ],
        ),
        ("Khoa/Viện | Số mô hình tối thiểu", "Thủy văn | 4", [("Thủy văn", "4", "mô hình")]),
        ("TT | Đơn vị | Đại biểu", " | Tổng cộng | 40", []),
        ("TT | Đơn vị | Đại biểu", "2 | Thôn Cồn | theo thư mời", []),
    ],
)
def test_a_row_of_a_table_of_quotas_tells_each_body_its_share(
    header: str, row: str, shares: list[tuple[str, str, str | None]]
) -> None:
    text = f"{header}\n{row}"
    table = quota_table(text, 0, len(header))
    assert table is not None
    rows = shares_of(text, len(header) + 1, len(text), table)
    found = [(share.body, share.figure, share.count.unit) for share in rows]
    assert [tuple(None if span is None else text[slice(*span)] for span in one) for one in found] == shares


@pytest.mark.parametrize(
    ("head", "unit", "metric", "comparator"),
    [
        ("Số lượng giới thiệu", None, "giới thiệu", "eq"),
        ("Số người giới thiệu", "người", "Số người giới thiệu", "eq"),
        ("Số đại biểu được bầu", "đại biểu", "Số đại biểu được bầu", "eq"),
        ("Số công trình tối thiểu", "công trình", "Số công trình", "ge"),
        ("Số cá nhân tối đa", "cá nhân", "Số cá nhân", "le"),
        ("Tập thể", "Tập thể", None, "eq"),
    ],
)
def test_the_head_of_a_column_tells_unit_metric_and_bound(
    head: str, unit: str | None, metric: str | None, comparator: str
) -> None:
    text = f"TT | Đơn vị | {head}"
    table = quota_table(text, 0, len(text))
    assert table is not None
    [count] = table.counts
    said = [None if span is None else text[slice(*span)] for span in (count.unit, count.metric)]
    assert (*said, count.comparator) == (unit, metric, comparator)


def test_a_note_belongs_to_the_body_of_its_row() -> None:
    text = "TT | Đơn vị | Số lượng | Ghi chú\n1 | Thôn Cồn | 04 | có 01 nữ"
    header = text.index("\n")
    table = quota_table(text, 0, header)
    assert table is not None
    note = notes_of(text, header + 1, len(text), table)
    assert note is not None
    assert [text[slice(*span)] for span in note] == ["Thôn Cồn", "có 01 nữ"]


def test_a_task_has_its_owner_and_term() -> None:
    text = "TT | Nội dung công việc | Chủ trì | Hoàn thành\n1 | Mở 03 lớp đan lát | Hội Cồn | Trước 15/6"
    header = text.index("\n")
    table = task_table(text, 0, header)
    assert table is not None
    task = task_of(text, header + 1, len(text), table)
    assert task is not None
    assert [span and text[slice(*span)] for span in (task.task, task.owner, task.due)] == [
        "Mở 03 lớp đan lát",
        "Hội Cồn",
        "Trước 15/6",
    ]


@pytest.mark.parametrize(
    "header", ["TT | Nội dung | Ghi chú", "TT | Đơn vị chủ trì | Thời gian", "TT | Họ tên | Phụ trách"]
)
def test_a_table_without_task_or_term_and_owner_tells_no_tasks(header: str) -> None:
    assert task_table(header, 0, len(header)) is None


def test_a_goal_belongs_to_the_body_named_beside_it() -> None:
    text = "TT | Chỉ số | Năm 2023 | Mục tiêu 2024 | Cơ quan đầu mối\n1 | Thời gian chờ đò | 41,2 | ≤ 30,5 | Ban Bến Đò"
    header = text.index("\n")
    table = plan_table(text, 0, header)
    assert table is not None
    [goal] = goals_of(text, header + 1, len(text), table)
    assert goal.population is not None
    assert (goal.quantity.value, goal.quantity.comparator, goal.year) == (30.5, "le", "2024")
    assert [text[slice(*span)] for span in (goal.population, goal.metric)] == ["Ban Bến Đò", "Thời gian chờ đò"]


@pytest.mark.parametrize(
    ("heading", "purpose", "given"),
    [
        ("Điều 1. Giao chỉ tiêu tuyển sinh lớp 10 cho các trường:", "tuyển sinh", None),
        ("1. Chỉ tiêu giao các xã, thị trấn (xong trước 30/11):", None, "các xã, thị trấn"),
        ("Chỉ tiêu kết nạp hội viên giao cho các chi hội:", "kết nạp", None),
        ("Phân bổ số lượng đại biểu:", None, None),
    ],
)
def test_a_heading_tells_what_the_figures_of_its_table_are_for(
    heading: str, purpose: str | None, given: str | None
) -> None:
    spans = purpose_in(heading, 0, len(heading)), given_to(heading, 0, len(heading))
    assert tuple(span and heading[slice(*span)] for span in spans) == (purpose, given)


@pytest.mark.parametrize("header", ["TT | Họ và tên | Số lượng", "TT | Đơn vị | Số điện thoại", "1 | Thôn Cồn | 04"])
def test_a_table_without_bodies_and_counts_tells_no_quotas(header: str) -> None:
    assert quota_table(header, 0, len(header)) is None
