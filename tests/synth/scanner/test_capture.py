"""Scanned documents: every box where its ink is, the same seed the same pixels, levels that get harder."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import cv2
import numpy as np
import pytest
from tests.synth.scanner.printed import DISPATCH, SECRET, printed, scanned

from congvan.datamodel.document import Box
from congvan.synth.scanner import capture
from congvan.synth.scanner.capture import scan_document
from congvan.synth.scanner.levels import LEVELS

TURNS = {"upright": (0.0, 0.0), "sideways": (1.0, 0.0), "upside down": (0.0, 1.0)}


def grey(page):
    return np.asarray(page.image.convert("L"), np.float64)


def inside(pixels, page, box):
    """The pixels of a box in points."""
    scale = page.dpi / 72
    left, top, right, bottom = (round(v * scale) for v in (box.x0, box.top, box.x1, box.bottom))
    return pixels[max(top, 0) : bottom, max(left, 0) : right]


def contrast_on_words(page, words, away):
    """How much darker the page is in moved boxes of words than `away` points above them, where lines are apart."""
    pixels = grey(page)
    moved = [Box(b.x0 + away[0], b.top + away[1], b.x1 + away[0], b.bottom + away[1]) for b in map(page.where, words)]
    found = [inside(pixels, page, box) for box in moved]
    return 255 - float(np.mean([part.mean() for part in found if part.size]))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("how", TURNS)
@pytest.mark.parametrize("photo", [False, True], ids=["scan", "photo"])
def test_moved_boxes_lie_on_ink(level, how, photo, monkeypatch):
    sideways, upside_down = TURNS[how]
    always = replace(LEVELS[level], sideways=sideways, upside_down=upside_down, one_turned=0.0)
    monkeypatch.setitem(capture.LEVELS, level, always)
    pages, clean = printed()
    scan = scan_document(pages, clean, DISPATCH, level, Random(5), photo)
    assert {page.turned % 180 for page in scan.pages} == {90 if how == "sideways" else 0}
    # Whole lines of the body: a shift by two thirds of a line's step would show the white between them.
    for page, set_page in zip(scan.pages, pages, strict=True):
        words = [w for w in set_page.words if DISPATCH.body_at <= w.block < DISPATCH.foot_at and len(w.text) > 3]
        bands = [Box(w.box.x0, w.baseline - w.size * 0.45, w.box.x1, w.baseline) for w in words]
        step = np.median(np.diff(sorted({w.baseline for w in words})))
        # Half a line down the printed page, wherever that is on the stored one.
        away = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}[page.turned]
        between = (away[0] * step / 2, away[1] * step / 2)
        assert contrast_on_words(page, bands, (0, 0)) > contrast_on_words(page, bands, between) * 1.25


@pytest.mark.parametrize("level", LEVELS)
def test_where_and_the_picture_agree_to_a_pixel(level):
    """Dots laid on the bare sheet are found where the geometry says."""
    pages, clean = printed()
    geometry = scan_document(pages[:1], clean, DISPATCH, level, Random(3)).pages[0].geometry
    dpi = 150
    sheet = np.full((round(841.89 * dpi / 72), round(595.28 * dpi / 72), 3), 255, np.uint8)
    dots = [(120.0, 90.0), (480.0, 130.0), (300.0, 420.0), (90.0, 760.0), (500.0, 740.0)]
    for x, y in dots:
        cv2.circle(sheet, (round(x * dpi / 72 - 0.5), round(y * dpi / 72 - 0.5)), 5, (0, 0, 0), -1)
    shown = geometry.picture(sheet, dpi, (255, 255, 255))
    pixels = np.rot90(shown, -geometry.turned // 90)[:, :, 0]
    for x, y in dots:
        box = geometry.where(Box(x - 12, y - 12, x + 12, y + 12))
        left, top = round(box.x0 * dpi / 72), round(box.top * dpi / 72)
        part = pixels[top : round(box.bottom * dpi / 72), left : round(box.x1 * dpi / 72)]
        rows, columns = np.nonzero(part < 128)
        found = np.array(((columns.mean() + left + 0.5) * 72 / dpi, (rows.mean() + top + 0.5) * 72 / dpi))
        expected = np.array(((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2))
        assert np.abs(found - expected).max() < 1.0


@pytest.mark.parametrize("photo", [False, True], ids=["scan", "photo"])
def test_pixels_follow_the_seed(photo):
    pages, clean = printed()
    first, same, other = (
        scan_document(pages[:1], clean, DISPATCH, "hard", Random(seed), photo).pages[0].image.tobytes()
        for seed in (4, 4, 5)
    )
    assert first == same
    assert first != other


def test_levels_get_harder():
    """Sharpness of the same words, set to one size, falls from level to level."""

    def sharpness(level):
        found = []
        for seed in range(5):
            pages, clean = printed()
            changed = replace(LEVELS[level], colour=0.0, grey=1.0, sideways=0.0, upside_down=0.0)
            with pytest.MonkeyPatch.context() as patch:
                patch.setitem(capture.LEVELS, level, changed)
                page = scan_document(pages[:1], clean, DISPATCH, level, Random(seed)).pages[0]
            words = page.where(Box(100, 330, 500, 700))
            part = inside(grey(page), page, words)
            size = (round(400 * 150 / 72), round(370 * 150 / 72))
            level_out = cv2.resize(part, size, interpolation=cv2.INTER_AREA)
            dark, light = np.percentile(level_out, (2, 90))
            found.append(light - dark)
        return float(np.mean(found))

    light, medium, hard = (sharpness(level) for level in ("light", "medium", "hard"))
    assert light > medium * 1.05
    assert medium > hard * 1.05


def test_what_is_laid_on_is_told():
    scans = [scanned("medium", seed) for seed in range(8)]
    names = {name for scan in scans for name in scan.marks}
    assert {"signature", "seal", "code", "issued_on"} <= names
    for scan in scans:
        assert scan.handwritten == {"code", "issued_on"} & set(scan.marks)
        for page in scan.pages:
            assert all(0 < (m.box.x0 + m.box.x1) / 2 < page.width for m in page.marks if m.name != "edge_seal")


def test_the_seal_is_red_over_the_signature_block():
    pages, _ = printed()
    scan = next(s for seed in range(20) if (s := scanned("light", seed)).pages[0].image.mode == "RGB")
    page = scan.pages[-1]
    signer = next(w for w in pages[-1].words if w.text == "Phan")
    pixels = np.asarray(page.image, np.int16)
    (mark,) = [m for m in page.marks if m.name == "seal"]
    part = inside(pixels, page, mark.box)
    assert ((part[:, :, 0] - part[:, :, 1]) > 50).mean() > 0.05
    assert mark.box.bottom > page.where(signer.box).top - 30
    assert abs(mark.box.x1 - page.where(signer.box).x0) < 130


@pytest.mark.parametrize("level", LEVELS)
def test_the_secrecy_word_is_stamped_and_not_printed(level):
    (first, *_), _ = printed("secret")
    scan = next(s for seed in range(20) if (s := scanned(level, seed, name="secret")).pages[0].image.mode == "RGB")
    page = scan.pages[0]
    (mark,) = [m for m in page.marks if m.name == "secrecy"]
    # Without the sensor's noise, and beside the yellow of the paper.
    pixels = cv2.GaussianBlur(np.asarray(page.image), (0, 0), 1.2).astype(np.int16)
    redness = pixels[:, :, 0] - pixels[:, :, 1]
    red = redness > np.median(redness) + 18
    assert inside(red, page, mark.box).mean() > 0.03
    red_elsewhere = red.copy()
    inside(red_elsewhere, page, mark.box)[:] = False
    at = next(n for n, block in enumerate(SECRET.blocks) if block.role == "secrecy")
    for word in (page.where(w.box) for w in first.words if w.block == at):
        assert inside(red_elsewhere, page, word).mean() < 0.01
        # Bare paper, or the stamp: no black print is left under it.
        assert (inside(pixels, page, word).max(axis=2) < 90).mean() < 0.02


def test_an_unknown_level_is_an_error():
    pages, clean = printed()
    with pytest.raises(KeyError):
        scan_document(pages, clean, DISPATCH, "mild", Random(1))
