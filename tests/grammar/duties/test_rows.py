from __future__ import annotations

from datetime import date

from congvan.grammar.duties.rows import duties_of_rows
from congvan.grammar.time.dates import find_dates


def read(table: str) -> list[tuple[str, str | None, str | None, str]]:
    rows, at = [], 0
    for line in table.split("\n"):
        rows.append((at, at + len(line)))
        at += len(line) + 1
    dates = find_dates(table, date(2021, 5, 10))
    return [
        (table[slice(*d.task)], table[slice(*d.owner)] if d.owner else None, d.date.value, d.bound)
        for d in duties_of_rows(table, rows, dates)
    ]


def test_columns_are_known_by_the_header_row() -> None:
    table = (
        "TT | Nội dung công việc | Thời gian hoàn thành | Đơn vị chủ trì\n"
        "1 | Rà soát danh sách hộ nghèo | Tháng 6/2021 | Phòng Lao động\n"
        "2 | Gửi báo cáo về Sở Nội vụ | Trước ngày 20/6/2021 | Văn phòng"
    )
    assert read(table) == [
        ("Rà soát danh sách hộ nghèo", "Phòng Lao động", "2021-06", "by"),
        ("Gửi báo cáo về Sở Nội vụ", "Văn phòng", "2021-06-20", "before"),
    ]


def test_without_a_header_the_cells_tell_themselves() -> None:
    assert read("3. | Lập danh sách giáo viên dự thi | Trước ngày 12/6/2021 | Phòng Đào tạo") == [
        ("Lập danh sách giáo viên dự thi", "Phòng Đào tạo", "2021-06-12", "before")
    ]


def test_a_bare_day_or_a_span_of_days_is_no_deadline() -> None:
    assert read("1 | Kiểm tra xã Đông Lĩnh | Ngày 22/6/2021\n2 | Chấm bài | 20/6/2021 - 22/6/2021") == []


def test_a_row_whose_number_was_not_read_has_its_columns_one_further_left() -> None:
    table = (
        "TT | Nội dung | Thời gian hoàn thành | Đơn vị chủ trì\n"
        "Lập danh sách hộ nghèo | Trước ngày 20/6/2021 | Trưởng các thôn"
    )
    assert read(table) == [("Lập danh sách hộ nghèo", "Trưởng các thôn", "2021-06-20", "before")]


def test_a_date_in_the_place_of_an_empty_owner_is_no_owner() -> None:
    table = "TT | Nội dung | Đơn vị chủ trì | Thời gian hoàn thành\n1 | Lập danh sách hộ nghèo | Trước ngày 20/6/2021"
    assert read(table) == [("Lập danh sách hộ nghèo", None, "2021-06-20", "before")]
