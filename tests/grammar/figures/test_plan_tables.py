from __future__ import annotations

import pytest

from congvan.grammar.figures.plan_tables import cells_of, plan_table


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
