from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congvan.datamodel.document import Box, Line, Page, Word
from congvan.layout.order import strips_of
from congvan.layout.paragraphs import paragraphs_of
from congvan.text.canonical import canonical_text
from congvan.text.rows import rows_of

BEFORE = "     Ủy ban nhân dân huyện Bình Khê ban hành kế hoạch thực hiện công tác năm 2022 như sau:"
AFTER = (
    "III. TỔ CHỨC THỰC HIỆN",
    "     Yêu cầu các phòng, ban, Ủy ban nhân dân các xã, thị trấn căn cứ kế hoạch này xây",
    "dựng kế hoạch của đơn vị mình và tổ chức thực hiện đạt hiệu quả, đúng thời gian quy định.",
)
HEADER = ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian hoàn thành")
WIDTHS = (4, 30, 18, 14)
ROWS = (
    ("1", "Thành lập tổ công tác của huyện", "Phòng Nội vụ", "Trước ngày 15/4/2022"),
    ("2", "Rà soát danh sách hộ nghèo trên địa bàn các xã, thị trấn và báo cáo kết quả", "Các xã", "Tháng 5/2022"),
    ("3", "Tổng kết", "Phòng Tài chính - Kế hoạch và các đơn vị có liên quan", "20/12/2022"),
)
# Average width of a letter and height of a line on the paper of these tests, in points.
EM, PITCH = 5.6, 15.0

Piece = tuple[float, float, str]


def pieces_of(rows: Sequence[Sequence[str]], widths: Sequence[int], middle: bool, blank: float = 0.0) -> list[Piece]:
    """`(line, column, text)` of each printed piece of a table; cells at the top or in the middle of their row."""
    pieces: list[Piece] = []
    top = 0.0
    for row in rows:
        cells = [wrap(text, width, break_long_words=False) for text, width in zip(row, widths, strict=True)]
        height = max(map(len, cells))
        left = 0
        for lines, width in zip(cells, widths, strict=True):
            above = (height - len(lines)) / 2 if middle else 0
            pieces += [(top + above + n, left, text) for n, text in enumerate(lines)]
            left += width + 2
        top += height + blank
    return pieces


def words_of(text: str, y: float, x: float, em: float, height: float, source: str) -> tuple[Word, ...]:
    return tuple(
        Word(m.group(), Box(x + m.start() * em, y, x + m.end() * em, y + height), 0.95, source)
        for m in re.finditer(r"\S+", text)
    )


def text_page(pieces: Sequence[Piece]) -> Page:
    """As `pdftotext -layout` sets it: pieces that stand half a line lower become lines of their own."""
    lines = [Line(words_of(BEFORE, 0, 0, 1, 1, "text"))]
    row = 2
    for y in sorted({y for y, _, _ in pieces}):
        words = [w for at, x, text in sorted(pieces) if at == y for w in words_of(text, row, x, 1, 1, "text")]
        lines.append(Line(tuple(words)))
        row += 1
    lines += [Line(words_of(text, row + n, 0, 1, 1, "text")) for n, text in enumerate(AFTER, 1)]
    return Page(1, 90, row + 5, tuple(lines), placed=False)


def paper_page(pieces: Sequence[Piece], lean: float = 0.0, number: int = 1, around: str = "before after") -> Page:
    """As OCR reads it, in points; `lean`: how far to the right lines stand for each point further down."""
    at = [(100 + y * PITCH, x, piece) for y, x, piece in pieces]
    bottom = max(y for y, _, _ in at) + PITCH
    at += [(60.0, 0.0, BEFORE)] if "before" in around else []
    at += [(bottom + 10 + n * PITCH, 0.0, line) for n, line in enumerate(AFTER) if "after" in around]
    rows = rows_of([words_of(t, y, 70 + x * EM + lean * y, EM, 12, "tesserocr") for y, x, t in at])
    return Page(number, 595, 842, rows, "fast")


def read(*pages: Page) -> list[str]:
    """The paragraphs of the pages."""
    text = canonical_text(paragraphs_of(strips_of(pages)), placed=pages[0].placed).text
    return text.split("\n")[:-1]


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    return [" | ".join(cell for cell in row if cell) for row in rows]


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("blank", [0.0, 0.5])
def test_wrapped_cells_on_paper_become_one_paragraph_a_row(middle: bool, blank: float) -> None:
    pieces = pieces_of([HEADER, *ROWS], WIDTHS, middle, blank)
    assert read(paper_page(pieces))[1:-2] == joined([HEADER, *ROWS])


@pytest.mark.parametrize("middle", [False, True])
def test_wrapped_cells_in_text_become_one_paragraph_a_row(middle: bool) -> None:
    pieces = pieces_of([HEADER, *ROWS], WIDTHS, middle)
    assert read(text_page(pieces))[1:-2] == joined([HEADER, *ROWS])


@pytest.mark.parametrize("line", ["V. PHÂN CÔNG THỰC HIỆN", "bộ và đoàn viên huyện Bình Khê)", "Các việc sau:"])
def test_a_heading_right_above_a_table_is_no_part_of_its_header(line: str) -> None:
    pieces = pieces_of([HEADER, *ROWS], WIDTHS, middle=True)
    lower = [(y + 1, x, text) for y, x, text in pieces]
    assert read(paper_page([(0.0, 8.0, line), *lower]))[1:-2] == [line, *joined([HEADER, *ROWS])]


def test_a_row_whose_number_was_not_read_stays_a_row() -> None:
    rows = [HEADER, ROWS[0], ("", "Trồng cây quanh hồ Lau", "Các xã", "Quý II/2022"), ROWS[2]]
    assert read(paper_page(pieces_of(rows, WIDTHS, middle=True)))[1:-2] == joined(rows)


@pytest.mark.parametrize("lean", [0.008, -0.008])
def test_a_leaning_page_keeps_its_columns(lean: float) -> None:
    rows = [HEADER, *[(str(n), *ROWS[n % 3][1:]) for n in range(1, 9)]]
    assert read(paper_page(pieces_of(rows, WIDTHS, middle=True), lean))[1:-2] == joined(rows)


def test_the_text_round_a_table_stays_as_it_is() -> None:
    lines = read(paper_page(pieces_of([HEADER, *ROWS], WIDTHS, middle=True)))
    assert lines[0] == BEFORE.strip()
    assert lines[-2:] == [AFTER[0], f"{AFTER[1].strip()} {AFTER[2]}"]


def test_a_table_goes_on_over_a_page_break() -> None:
    rows = [(str(n), *ROWS[n % 3][1:]) for n in range(4, 7)]
    first = paper_page(pieces_of([HEADER, *ROWS], WIDTHS, middle=True), around="before")
    second = paper_page(pieces_of(rows, WIDTHS, middle=True), number=2, around="after")
    assert read(first, second)[1:-2] == joined([HEADER, *ROWS, *rows])


def test_each_word_keeps_the_box_of_its_own_printed_line() -> None:
    page = paper_page(pieces_of([HEADER, *ROWS], WIDTHS, middle=True))
    text = canonical_text(paragraphs_of(strips_of([page])), placed=True)
    start = text.text.index("Rà soát danh sách")
    end = text.text.index("và báo cáo kết quả") + len("và báo cáo kết quả")
    assert len({placed.word.box.top for placed in text.words_in(start, end)}) == 3


def test_rules_read_as_letters_are_no_words() -> None:
    row = "1    Thành lập tổ công tác         |  Phòng Nội vụ      | Tháng 5/2022"
    pieces = [(0.0, 0.0, "TT   Nội dung công việc               Đơn vị thực hiện    Thời gian"), (1.0, 0.0, row)]
    assert read(paper_page(pieces))[2] == "1 | Thành lập tổ công tác | Phòng Nội vụ | Tháng 5/2022"


@pytest.mark.parametrize("number", ["K)", "+", "§."])
def test_a_number_that_was_misread_still_begins_a_row(number: str) -> None:
    rows = [HEADER, ROWS[0], (number, *ROWS[1][1:]), ROWS[2]]
    assert read(paper_page(pieces_of(rows, WIDTHS, middle=True)))[1:-2] == joined(rows)


def test_times_in_the_first_column_begin_rows() -> None:
    rows = [
        ("Thời gian", "Nội dung", "Người thực hiện"),
        ("07h30 - 08h00", "Đón tiếp đại biểu", "Ban Tổ chức"),
        ("08h00 - 09h30", "Báo cáo kết quả thực hiện công tác năm 2022 của ngành", "Lãnh đạo Sở Nội vụ Sơn Hà"),
        ("Từ 13h30", "Thảo luận", "Các đại biểu"),
    ]
    assert read(paper_page(pieces_of(rows, (16, 30, 18), middle=False)))[1:-2] == joined(rows)


@pytest.mark.parametrize(
    "lines",
    [
        # a header, but no row under it has a number
        ["TT    Tỉnh ủy           (để báo cáo)", "      Huyện ủy          (để biết)"],
        # two columns without a header
        [
            "Phòng Nội vụ            Trạm y tế xã",
            "Phòng Y tế              Trường tiểu học",
            "Công an huyện           Hội Nông dân",
        ],
        # a list with wide blanks
        ["1. Họp mặt       ngày 15/4", "2. Thăm hỏi      các gia đình", "3. Tổng kết      cuối năm"],
    ],
)
def test_lines_that_are_not_surely_a_table_stay_lines(lines: list[str]) -> None:
    pieces = [(float(n), 4.0, line) for n, line in enumerate(lines)]
    found = read(paper_page(pieces))[1:-2]
    assert len(found) == len(lines)
    assert [re.sub(r"[|\s]+", " ", line) for line in found] == [re.sub(r"\s+", " ", line.strip()) for line in lines]


@given(
    st.lists(
        st.tuples(st.integers(0, 70), st.sampled_from(["TT", "1)", "Nội dung", "|", "15/4/2022", "và"])), max_size=30
    )
)
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_or_told_twice(places: list[tuple[int, str]]) -> None:
    pieces = [(float(n // 3), float(x), text) for n, (x, text) in enumerate(places)]
    page = Page(1, 595, 842, rows_of([words_of(t, y * PITCH, x * EM, EM, 12, "layer") for y, x, t in pieces]))
    told = [w for strip in strips_of([page]) for w in strip.words if w.text != "|"]
    assert sorted(id(w) for w in told) == sorted(id(w) for line in page.lines for w in line.words if w.text != "|")
