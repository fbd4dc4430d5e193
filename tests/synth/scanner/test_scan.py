"""Scans: sizes, colours, damage that a seed determines, ink where it belongs."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from random import Random

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from congvan.datamodel.document import Box
from congvan.synth.maker import dispatches
from congvan.synth.printing.fonts import serif
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.typeset import Manner, typeset
from congvan.synth.scanner.pen import figures, smooth
from congvan.synth.scanner.scan import LEVELS, Blank, Seal, image_file, image_pdf, scan_pages

PDF = pdf(typeset(next(dispatches(1, 1)), Manner(), serif())[:1])
SEAL = Seal(1, Box(330, 500, 500, 570), "ỦY BAN NHÂN DÂN XÃ CỒN GIÓ")
# Small pages: what is tested does not hang on resolution.
LOW = 60


def scanned(level, seed=1, **changes):
    damage = replace(LEVELS[level], dpi=LOW, **changes)
    return damage, scan_pages(PDF, damage, SEAL, Random(seed))


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_keeps_size_and_colours(level):
    damage, (page,) = scanned(level)
    assert abs(page.width - 595.28 / 72 * LOW) < 2
    assert page.mode == {"colour": "RGB", "grey": "L", "bilevel": "1"}[damage.colour]
    assert 150 < np.asarray(page.convert("L")).mean() < 254


def test_damage_follows_the_seed():
    (_, (first,)), (_, (same,)), (_, (other,)) = scanned("office"), scanned("office"), scanned("office", 2)
    assert first.tobytes() == same.tobytes()
    assert first.tobytes() != other.tobytes()


def test_the_stamp_is_red_and_in_the_signature_block():
    _, (sealed,) = scanned("clean", skew=0.0)
    _, (bare,) = scanned("clean", skew=0.0, sealed=False)

    def red(page):
        pixels = np.asarray(page, np.int16)
        return (pixels[:, :, 0] - pixels[:, :, 1]) > 60

    assert red(bare).sum() == 0
    rows, columns = np.nonzero(red(sealed))
    assert 480 < rows.mean() * 72 / LOW < 590
    assert 300 < columns.mean() * 72 / LOW < 420


def test_a_pen_writes_where_digits_were_printed():
    blank = Blank("123", Box(100, 100, 130, 116))
    damage = replace(LEVELS["pen"], dpi=LOW, skew=0.0, sealed=False, noise=0.0, specks=0)
    (with_pen,) = scan_pages(PDF, damage, None, Random(1), [blank])
    (without,) = scan_pages(PDF, replace(damage, by_hand=False), None, Random(1))
    changed = np.nonzero(np.abs(np.asarray(with_pen, np.int16) - np.asarray(without, np.int16)).max(axis=2) > 80)
    assert changed[0].size > 0
    assert 85 < changed[0].mean() * 72 / LOW < 130
    assert 85 < changed[1].mean() * 72 / LOW < 145


def test_image_pdfs_hold_one_image_a_page_and_the_same_bytes():
    damage, pages = scanned("fax")
    data = image_pdf([*pages, *pages], damage)
    assert data == image_pdf([*pages, *pages], damage)
    document = pdfium.PdfDocument(data)
    assert len(document) == 2
    assert abs(document[0].get_width() - 595) < 3
    assert document[0].get_textpage().get_text_bounded().strip() == ""
    document.close()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_pictures_tell_their_resolution(form):
    damage, (page,) = scanned("office")
    picture = Image.open(BytesIO(image_file(page, damage, form)))
    assert round(picture.info["dpi"][0]) == LOW


def test_only_digits_are_written_by_hand():
    with pytest.raises(KeyError):
        figures(Image.new("RGB", (50, 50)), "1a", (0, 0, 20, 20), Random(1))


def test_curves_pass_through_their_points():
    points = [(0.0, 0.0), (1.0, 2.0), (3.0, 1.0)]
    assert set(points) <= set(smooth(points))
