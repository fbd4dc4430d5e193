from __future__ import annotations

import pytest

from congvan.grammar.figures.plan_tables import cells_of, plan_table, quota_table, shares_of


@pytest.mark.parametrize(
    ("header", "name", "unit", "goals"),
    [
        ("TT | Chỉ tiêu | ĐVT | Kế hoạch", 1, 2, ((3, None),)),
        ("STT | Nội dung | Đơn vị tính | Thực hiện 2022 | Kế hoạch năm 2023", 1, 2, ((4, "2023"),)),
        ("TT | Tiêu chí | Mục tiêu 2024 | Mục tiêu 2025", 1, None, ((2, "2024"), (3, "2025"))),
    ],
)
def test_the_columns_of_a_table_of_goals(
    header: str, name: int, unit: int | None, goals: tuple[tuple[int, str | None], ...]
) -> None:
    table = plan_table(header, 0, len(header))
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
        ("TT | Đơn vị | Đại biểu | Ghi chú", "2 | Thôn Cồn | 7", []),
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
    found = shares_of(text, len(header) + 1, len(text), table)
    assert [tuple(None if span is None else text[slice(*span)] for span in one) for one in found] == shares


@pytest.mark.parametrize("header", ["TT | Họ và tên | Số lượng", "TT | Đơn vị | Số điện thoại", "1 | Thôn Cồn | 04"])
def test_a_table_without_bodies_and_counts_tells_no_quotas(header: str) -> None:
    assert quota_table(header, 0, len(header)) is None
