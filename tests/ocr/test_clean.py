"""Page repair: each step does what it says, and every place on the repaired page is known on the page."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import ImageDraw

from congvan.datamodel.document import Box
from congvan.ocr.clean import READING_DPI, clean, red_channel, scale_to, skew_of, thicken
from tests import paper
from tests.ocr.conftest import page_image


@pytest.mark.parametrize("angle", [-3.0, -0.8, 0.0, 0.3, 1.5, 3.5])
def test_skew_is_found(angle: float) -> None:
    grey = red_channel(np.asarray(paper.picture(skew=angle)))
    assert skew_of(grey, 200) == pytest.approx(angle, abs=0.15)


def test_empty_paper_has_no_skew() -> None:
    assert skew_of(np.full((2339, 1654), 255, dtype=np.uint8), 200) == 0.0


def test_red_ink_is_paper_in_the_red_channel() -> None:
    sheet = paper.picture(())
    paper.stamp(sheet, "HỎA TỐC", (90, 130))
    assert red_channel(np.asarray(sheet)).min() > 200


def test_thickening_grows_strokes_by_a_pixel() -> None:
    grey = np.full((9, 9), 255, dtype=np.uint8)
    grey[4, 4] = 0
    assert np.count_nonzero(thicken(grey) == 0) == 9


@pytest.mark.parametrize(("dpi", "wanted"), [(300, 240), (96, 240), (240, 240)])
def test_scaling_keeps_the_size_on_paper(dpi: float, wanted: float) -> None:
    scaled = scale_to(np.zeros((round(11.69 * dpi), round(8.27 * dpi)), dtype=np.uint8), dpi, wanted)
    assert scaled.shape == (pytest.approx(11.69 * wanted, abs=2), pytest.approx(8.27 * wanted, abs=2))


@pytest.mark.parametrize("bilevel", [False, True])
@pytest.mark.parametrize("skew", [0.0, 2.5])
def test_repaired_places_map_back_to_the_page(bilevel: bool, skew: float) -> None:
    sheet = paper.picture(skew=skew)
    spot = (1200, 1700, 1240, 1720)
    ImageDraw.Draw(sheet).rectangle(spot, fill="black")
    repaired = clean(page_image(sheet, bilevel=bilevel))
    assert repaired.dpi == READING_DPI
    # The spot is the only ink in this part of the page.
    ys, xs = np.nonzero(repaired.image[1800:] < 100)
    found = repaired.place(Box(float(xs.min()), float(ys.min()) + 1800, float(xs.max()), float(ys.max()) + 1800))
    scale = 72 / 200
    assert found.middle == pytest.approx(1220 * scale, abs=1)
    assert (found.top + found.bottom) / 2 == pytest.approx(1710 * scale, abs=1)
