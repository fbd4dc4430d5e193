"""Pages fed sideways or upside down are turned before they are read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from congvan.datamodel.document import Box, Line, Word
from congvan.ocr.engine import Engine
from congvan.ocr.reader import read_page
from congvan.ocr.upright import is_upright, quarter_turned
from tests import paper
from tests.ocr.conftest import page_image


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_page_is_read_upright(engine: Engine, quarters: int) -> None:
    caption = Word("Ký", Box(500, 20, 520, 30), 1.0, "layer")
    turned = quarter_turned(page_image(paper.picture(), captions=(caption,)), quarters)
    page = read_page(turned, engine)
    assert (page.width, page.height) == paper.A4
    assert page.lines[0].words[0] == replace(caption, box=Box(*map(pytest.approx, (500, 20, 520, 30))))
    assert page.lines[1].text.startswith("UBND TỈNH SƠN HÀ CỘNG HÒA")


def test_four_quarters_are_a_whole_turn() -> None:
    page = page_image(paper.picture(), captions=(Word("Ký", Box(500, 20, 520, 30)),))
    again = quarter_turned(quarter_turned(page, 3), 1)
    assert np.array_equal(again.image, page.image)
    assert (again.captions, again.width) == (page.captions, page.width)


@pytest.mark.parametrize(
    ("confidence", "size", "count", "upright"),
    [(0.9, (40, 10), 30, True), (0.4, (40, 10), 30, False), (0.9, (10, 40), 30, False), (0.1, (10, 40), 5, True)],
)
def test_reading_shows_the_position(confidence: float, size: tuple[float, float], count: int, upright: bool) -> None:
    words = tuple(Word("trước", Box(0, 0, *size), confidence) for _ in range(count))
    assert is_upright([Line(words)]) is upright
