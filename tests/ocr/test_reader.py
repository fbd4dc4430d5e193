"""A page image becomes a page of words in their places: print, what was missed, red ink, captions."""

from __future__ import annotations

import pytest
from PIL import ImageDraw, ImageFont

from congvan.datamodel.document import Box, Page, Word
from congvan.ocr.clean import clean
from congvan.ocr.engine import Engine
from congvan.ocr.missed import missed_words
from congvan.ocr.reader import as_printed, is_junk, read_page
from congvan.ocr.red import red_words
from tests import paper
from tests.ocr.conftest import page_image


def found(page: Page, text: str) -> Box:
    return next(word.box for line in page.lines for word in line.words if word.text == text)


@pytest.fixture(scope="module")
def letter(engine: Engine) -> Page:
    return read_page(page_image(paper.picture()), engine)


def test_page_is_read_in_points(letter: Page) -> None:
    words = [w.text for line in letter.lines for w in line.words]
    assert len(set(words) & set(paper.WORDS)) >= 0.9 * len(set(paper.WORDS))
    assert (letter.reading, letter.source_dpi, letter.placed) == ("fast", 200, True)
    box = found(letter, "215/SCN-VP")
    assert 105 <= box.x0 <= 125
    assert 100 <= box.top <= box.bottom <= 122


def test_rows_run_over_both_columns(letter: Page) -> None:
    texts = [line.text for line in letter.lines]
    assert any(t.startswith("Số: 215/SCN-VP") and t.endswith("năm 2021") for t in texts)
    assert [line.box.top for line in letter.lines] == sorted(line.box.top for line in letter.lines)


def test_words_of_a_skewed_page_stand_where_they_are_printed(engine: Engine, letter: Page) -> None:
    skewed = read_page(page_image(paper.picture(skew=2.0)), engine)
    assert any(line.text.startswith("UBND TỈNH SƠN HÀ CỘNG HÒA") for line in skewed.lines)
    straight, box = found(letter, "UBND"), found(skewed, "UBND")
    # Turned by 2 degrees around the middle of the page, the left end of the first line rises by 7 points.
    assert straight.top - box.top == pytest.approx(7, abs=2)
    assert box.height == pytest.approx(straight.height, abs=3)


def test_captions_replace_what_is_read_at_their_place(engine: Engine) -> None:
    sheet = paper.picture((*paper.LETTER, (400, 20, "Ky boi: So Cong nghe")))
    caption = (Word("Ký bởi: Sở Công nghệ", Box(398, 20, 560, 34), 1.0, "layer"),)
    page = read_page(page_image(sheet, captions=caption), engine)
    assert page.lines[0].words == caption


@pytest.mark.parametrize("tilt", [0, 6, -12, 30])
def test_red_stamp_is_read_at_any_tilt(engine: Engine, tilt: float) -> None:
    sheet = paper.picture()
    paper.stamp(sheet, "THƯỢNG KHẨN", (60, 130), tilt=tilt)
    image = page_image(sheet)
    (words,) = [piece for piece in red_words(image, engine) if piece]
    assert [w.text for w in words] == ["THƯỢNG", "KHẨN"]
    assert all(60 <= w.box.x0 <= 260 and 120 <= w.box.top <= 260 for w in words)
    assert "KHẨN" in " ".join(line.text for line in read_page(image, engine).lines)


def test_seals_are_not_read_as_red_words(engine: Engine) -> None:
    sheet = paper.picture()
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(paper.font_path(), 30)
    draw.ellipse((1000, 900, 1270, 1170), outline=(220, 40, 40), width=5)
    draw.text((1060, 1010), "SỞ CÔNG NGHỆ", font=font, fill=(220, 40, 40))
    assert [piece for piece in red_words(page_image(sheet), engine) if piece] == []


def test_black_page_has_no_red_words(engine: Engine) -> None:
    assert red_words(page_image(paper.picture()), engine) == []


def test_line_that_the_engine_passed_over_is_found(engine: Engine) -> None:
    cleaned = clean(page_image(paper.picture()))
    lines = engine.read(cleaned.image, cleaned.dpi)
    seen = [line for line in lines if "gửi:" not in line.text]
    assert len(seen) == len(lines) - 1
    (words,) = missed_words(cleaned, seen, engine)
    assert " ".join(w.text for w in words) == "Kính gửi: Ủy ban nhân dân huyện Bình Khê"
    assert 195 <= words[0].box.x0 <= 205
    assert 148 <= words[0].box.top <= 166


def test_nothing_is_missed_on_a_page_read_whole(engine: Engine) -> None:
    cleaned = clean(page_image(paper.picture()))
    assert missed_words(cleaned, engine.read(cleaned.image, cleaned.dpi), engine) == []


def test_blank_page_has_no_lines(engine: Engine) -> None:
    assert read_page(page_image(paper.picture(())), engine).lines == ()


@pytest.mark.parametrize(
    ("text", "confidence", "junk"),
    [("~", 0.1, True), (".-", 0.0, True), ("-", 0.93, False), ("5", 0.1, False), ("Hà", 0.0, False)],
)
def test_only_doubted_marks_are_junk(text: str, confidence: float, junk: bool) -> None:
    assert is_junk(Word(text, Box(0, 0, 1, 1), confidence)) is junk


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("~ Lưu: VT.", "- Lưu: VT."),
        ("_ Như trên;", "- Như trên;"),
        ("+ Các xã;", "+ Các xã;"),
        ("trước ~ 20", "trước ~ 20"),
        ("_", "_"),
        ("12⁄KH-UBND", "12/KH-UBND"),
        ("Ho\u0300a", "Hòa"),
    ],
)
def test_marks_become_those_that_are_printed(read: str, printed: str) -> None:
    words = [Word(text, Box(0, 0, 1, 1)) for text in read.split()]
    assert " ".join(w.text for w in as_printed(words)) == printed
