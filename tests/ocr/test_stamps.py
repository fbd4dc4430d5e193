"""Framed stamps are found at any tilt, red or black, whole or torn, also over print; cells and seals are none."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from congvan.datamodel.document import PageImage
from congvan.ocr.engine import Engine
from congvan.ocr.frames import frames_on
from congvan.ocr.reader import read_page
from congvan.ocr.stamps import stamps_on
from tests import paper
from tests.ocr.conftest import page_image

SCALE = 200 / 72


def black(sheet: Image.Image) -> Image.Image:
    return sheet.convert("L").convert("RGB")


def one_bit(sheet: Image.Image) -> PageImage:
    return page_image(sheet.convert("L").point(lambda grey: 255 * (grey > 150)), bilevel=True)


def faint(sheet: Image.Image) -> Image.Image:
    """A stamp on an empty sheet, as pale as a worn pad leaves it."""
    return black(sheet).point(lambda grey: 225 + grey // 9)


@pytest.mark.parametrize("text", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"])
@pytest.mark.parametrize("tilt", [0, -14, 25])
def test_stamps_are_read_at_any_tilt(engine: Engine, text: str, tilt: float) -> None:
    sheet = paper.picture()
    paper.stamp(sheet, text, (70, 160), size=15, tilt=tilt)
    for image in (page_image(sheet), page_image(black(sheet)), one_bit(sheet)):
        (found,) = stamps_on(image, engine)
        assert (found.name, " ".join(word.text for word in found.words)) == (text.lower(), text)
        assert 70 <= found.box.x0 <= found.box.x1 <= 260
        assert 160 <= found.box.top <= found.box.bottom <= 270
        assert {word.source for word in found.words} == {"stamp"}


def test_a_faint_stamp_is_read(engine: Engine) -> None:
    sheet = paper.picture(())
    paper.stamp(sheet, "MẬT", (70, 160), size=15, tilt=7)
    assert [found.name for found in stamps_on(page_image(faint(sheet)), engine)] == ["mật"]


def test_a_torn_frame_is_a_frame(engine: Engine) -> None:
    sheet = paper.picture(())
    paper.stamp(sheet, "MẬT", (70, 160), size=15)
    draw = ImageDraw.Draw(sheet)
    for left in (85, 100):
        draw.rectangle((left * SCALE, 158 * SCALE, (left + 2) * SCALE, 164 * SCALE), fill="white")
    assert [found.name for found in stamps_on(page_image(sheet), engine)] == ["mật"]


def test_red_over_print_makes_a_line_of_its_own_and_leaves_the_print(engine: Engine) -> None:
    sheet, over = paper.picture(), paper.picture(())
    paper.stamp(over, "MẬT", (110, 92), size=16, tilt=5)
    both = Image.fromarray(np.minimum(np.asarray(sheet), np.asarray(over)))
    page = read_page(page_image(both), engine)
    (stamped,) = [line for line in page.lines if line.words[0].source == "stamp"]
    assert stamped.text == "MẬT"
    assert any("215/SCN-VP" in line.text for line in page.lines)


def test_stamp_takes_the_place_of_what_the_page_made_of_it(engine: Engine) -> None:
    sheet = paper.picture()
    paper.stamp(sheet, "MẬT", (70, 128), size=15, tilt=10)
    page = read_page(page_image(black(sheet)), engine)
    (stamped,) = [line for line in page.lines if line.words[0].source == "stamp"]
    beside = [
        w.text for line in page.lines for w in line.words if line is not stamped and stamped.box.top < w.box.bottom
    ]
    assert "MẬT" not in beside
    tops = [line.box.top for line in page.lines]
    assert tops.index(stamped.box.top) not in (0, len(tops) - 1)


def test_cells_of_a_table_are_no_frames() -> None:
    sheet = paper.picture(())
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(paper.font_path(), 34)
    for row in range(4):
        for column, text in enumerate(("STT", "MẬT", "ĐẠT", "KHÁ")):
            left, top = 200 + column * 240, 500 + row * 90
            draw.rectangle((left, top, left + 240, top + 90), outline="black", width=3)
            draw.text((left + 60, top + 20), text, font=font, fill="black")
    assert frames_on(page_image(sheet)) == []


@pytest.mark.parametrize("text", ["ĐẾN", "CÔNG VĂN ĐẾN", "BẢN SAO", "DỰ THẢO", "MÃ SỐ", "ĐẠT"])
def test_other_words_in_a_frame_are_no_stamp(engine: Engine, text: str) -> None:
    sheet = paper.picture()
    paper.stamp(sheet, text, (70, 160), size=15, tilt=4)
    assert stamps_on(page_image(sheet), engine) == []


def test_what_is_framed_in_the_lower_half_is_not_looked_for(engine: Engine) -> None:
    sheet = paper.picture()
    paper.stamp(sheet, "MẬT", (70, 600), size=15)
    assert stamps_on(page_image(sheet), engine) == []


def test_noise_and_blank_pages_have_no_frames() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (2339, 1654), dtype=np.uint8)
    assert frames_on(page_image(Image.fromarray(noise))) == []
    assert frames_on(page_image(paper.picture(()))) == []
