"""Files of scans: captions are text, frames are pages, photos open upright, the same pages give the same bytes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageOps
from tests.synth.scanner.printed import scanned

from congvan.datamodel.document import PageImage
from congvan.reading.pdf import read_pdf
from congvan.synth.scanner.files import jpeg, scan_pdf, tiff


def with_mode(mode, level="medium"):
    """The first scan of the level in these colours."""
    return next(s for seed in range(40) if (s := scanned(level, seed)).pages[0].image.mode == mode)


def with_caption():
    return next(s for seed in range(40) if (s := scanned("light", seed)).pages[0].captions)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_pdf_shows_the_pages_at_their_size(mode):
    scan = with_mode(mode)
    data = scan_pdf(scan)
    assert data == scan_pdf(scan)
    assert (b"/CCITTFaxDecode" in data) == (mode == "1")
    assert (b"/DCTDecode" in data) == (mode != "1")
    document = pdfium.PdfDocument(data)
    assert len(document) == len(scan.pages)
    for shown, page in zip(document, scan.pages, strict=True):
        assert shown.get_size() == pytest.approx((page.width, page.height), abs=0.01)
        pixels = shown.render(scale=page.dpi / 72, grayscale=True).to_numpy().astype(np.float64)
        stored = np.asarray(page.image.convert("L"), np.float64)
        rows, columns = (min(a, b) for a, b in zip(pixels.shape, stored.shape, strict=True))
        assert np.abs(pixels[:rows, :columns] - stored[:rows, :columns]).mean() < 12
    document.close()


def test_captions_are_text_where_they_are_told():
    scan = with_caption()
    document = pdfium.PdfDocument(scan_pdf(scan))
    layer = document[0].get_textpage()
    words = scan.pages[0].captions
    assert layer.get_text_range().split() == [word.text for word in words]
    first = words[0].box
    height = scan.pages[0].height
    bounded = layer.get_text_bounded(first.x0 - 1, height - first.bottom - 1, first.x1 + 1, height - first.top + 1)
    assert bounded.strip() == words[0].text
    document.close()


def test_the_reader_takes_pictures_for_scans_and_captions_for_text(tmp_path):
    captioned = with_caption()
    (tmp_path / "captioned.pdf").write_bytes(scan_pdf(captioned))
    first, *_ = read_pdf(tmp_path / "captioned.pdf")
    assert isinstance(first, PageImage)
    assert [word.text for word in first.captions] == [word.text for word in captioned.pages[0].captions]
    (tmp_path / "fax.pdf").write_bytes(scan_pdf(with_mode("1")))
    first, *_ = read_pdf(tmp_path / "fax.pdf")
    assert isinstance(first, PageImage)
    assert first.bilevel


def test_a_page_without_captions_has_no_text():
    scan = next(s for seed in range(40) if not (s := scanned("light", seed)).pages[0].captions)
    document = pdfium.PdfDocument(scan_pdf(scan))
    assert document[0].get_textpage().get_text_range() == ""
    document.close()


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_tiff_has_a_frame_a_page(mode):
    scan = with_mode(mode)
    data = tiff(scan)
    assert data == tiff(scan)
    picture = Image.open(BytesIO(data))
    assert picture.n_frames == len(scan.pages) > 1
    for number, page in enumerate(scan.pages):
        picture.seek(number)
        assert picture.size == page.image.size
        assert picture.mode == mode
        assert float(picture.info["dpi"][0]) == pytest.approx(page.dpi)
        assert picture.info["compression"] == {"1": "group4", "L": "tiff_lzw", "RGB": "jpeg"}[mode]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_photos_open_upright_and_tell_no_resolution(orientation):
    page = replace(scanned("medium", 2, photo=True).pages[0], orientation=orientation)
    picture = Image.open(BytesIO(jpeg(page)))
    # Units of 0: the figures beside it are no resolution.
    assert picture.info["jfif_unit"] == 0
    assert picture.getexif()[274] == orientation
    upright = np.asarray(ImageOps.exif_transpose(picture).convert("L"), np.float64)
    shown = np.asarray(page.image.convert("L"), np.float64)
    assert upright.shape == shown.shape
    assert np.abs(upright - shown).mean() < 8


def test_pictures_of_scanners_tell_their_resolution():
    page = with_mode("L").pages[0]
    assert Image.open(BytesIO(jpeg(page))).info["dpi"][0] == pytest.approx(page.dpi)
