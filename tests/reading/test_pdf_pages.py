"""Where words of a PDF page lie: over their ink, as the page is shown, however it is cropped, moved or turned."""

from __future__ import annotations

import gc
import io
import weakref
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from congvan.datamodel.document import Box, Line, Page, PageImage, Word
from congvan.reading.pdf import read_pdf, render, with_soft_hyphens
from congvan.reading.rows.legacy import tcvn3_codes
from tests import paper
from tests.reading import pdfs

A4 = (0, 0, 595, 842)
LYING = (0, 0, 842, 595)
Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(data: bytes) -> Path:
        path = tmp_path / "tep.pdf"
        path.write_bytes(data)
        return path

    return _save


def text_page(path: Path) -> Page:
    (page,) = read_pdf(path)
    assert isinstance(page, Page)
    return page


def words_of(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def cover_the_ink(words: list[Word], ink: np.ndarray, scale: float) -> bool:
    """Whether there is ink in every box and none outside of all."""
    covered = np.zeros_like(ink)
    for word in words:
        rows = slice(max(int(word.box.top * scale) - 1, 0), int(word.box.bottom * scale) + 2)
        columns = slice(max(int(word.box.x0 * scale) - 1, 0), int(word.box.x1 * scale) + 2)
        if not ink[rows, columns].any():
            return False
        covered[rows, columns] = True
    return not (ink & ~covered).any()


def ink_of(data: bytes, rotation: int | None = None) -> tuple[np.ndarray, float]:
    """Where the first page, as it is shown (or shown turned so), is dark; pixels a point."""
    with pdfium.PdfDocument(data) as pdf:
        page = pdf[0]
        if rotation is not None:
            page.set_rotation(rotation)
        image, dpi = render(page, 100)
        page.close()
    return image.min(axis=2) < 128, dpi / 72


BOXES = [
    pytest.param(A4, None, id="plain"),
    pytest.param((100, -50, 695, 792), None, id="origin elsewhere"),
    pytest.param(A4, (50, 30, 560, 820), id="cropped"),
    pytest.param((100, -50, 695, 792), (150, -20, 660, 770), id="cropped and elsewhere"),
    pytest.param(A4, (-50, -50, 800, 900), id="crop box too large"),
]


@pytest.mark.parametrize(("box", "crop"), BOXES)
def test_boxes_lie_over_the_ink(save: Save, box: tuple[int, ...], crop: tuple[int, ...] | None) -> None:
    data = pdfs.shifted(box, crop, None)  # type: ignore[arg-type]
    page = text_page(save(data))
    assert sorted(word.text for word in words_of(page)) == sorted(paper.WORDS)
    assert cover_the_ink(words_of(page), *ink_of(data))


@pytest.mark.parametrize("spin", [90, 180, 270])
@pytest.mark.parametrize("origin", [(0, 0), (70, -40)])
def test_print_that_is_turned_and_shown_upright(save: Save, spin: int, origin: tuple[int, int]) -> None:
    size = A4 if spin == 180 else LYING
    box = (origin[0], origin[1], origin[0] + size[2], origin[1] + size[3])
    data = pdfs.shifted(box, None, spin, spin)
    page = text_page(save(data))
    assert (page.width, page.height) == (595, 842)
    assert sorted(word.text for word in words_of(page)) == sorted(paper.WORDS)
    assert cover_the_ink(words_of(page), *ink_of(data))


@pytest.mark.parametrize("rotate", [90, 180, 270, -90, 450])
@pytest.mark.parametrize(("box", "crop"), BOXES)
def test_page_shown_on_its_side_is_turned_upright_as_a_scan_is(
    save: Save, box: tuple[int, ...], crop: tuple[int, ...] | None, rotate: int
) -> None:
    data = pdfs.shifted(box, crop, rotate)  # type: ignore[arg-type]
    page = text_page(save(data))
    assert page.lines[0].text.startswith("UBND TỈNH SƠN HÀ CỘNG HÒA XÃ HỘI")
    assert cover_the_ink(words_of(page), *ink_of(data, rotation=0))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_hidden_words_lie_over_the_scan(save: Save, rotate: int) -> None:
    data = paper.scanned(paper.picture(), hidden=paper.LETTER, rotate=rotate)
    page = text_page(save(data))
    assert sorted(word.text for word in words_of(page)) == sorted(paper.WORDS)
    ink, scale = ink_of(data, rotation=0)
    assert all(
        ink[int(w.box.top * scale) : int(w.box.bottom * scale), int(w.box.x0 * scale) : int(w.box.x1 * scale)].any()
        for w in words_of(page)
    )


def test_words_stand_in_where_the_media_box_is_nonsense(save: Save) -> None:
    content = b"BT /F1 12 Tf 50 700 Td (xin chao cac ban) Tj ET"
    for box in (b"(a) 0 /b 0", b"0 0 0 0"):
        page = text_page(save(pdfs.page([], content, box)))
        assert [word.text for word in words_of(page)] == ["xin", "chao", "cac", "ban"]


@pytest.mark.parametrize(
    ("box", "size"),
    [((0, 0, 2480, 3508), (2480, 3508)), ((0, 0, 149, 210), (149, 210))],
    ids=["a point for each pixel", "a stamp"],
)
def test_scan_on_an_absurd_sheet_is_read_as_a_page_of_paper(
    save: Save, box: tuple[int, ...], size: tuple[int, int]
) -> None:
    pixels = (1240, 1754)
    picture = pdfs.image(pixels, 1, b"/DeviceGray", pdfs.marked("1", pixels).tobytes())
    content = b"q %d 0 0 %d 0 0 cm /Im0 Do Q" % size
    (page,) = read_pdf(save(pdfs.page([picture], content, b"%d %d %d %d" % box)))
    assert isinstance(page, PageImage)
    assert (page.width, page.height) == (pytest.approx(595, abs=2), pytest.approx(842, abs=4))
    assert page.source_dpi == pytest.approx(150, abs=1)
    assert page.dpi == pytest.approx(300, abs=3)
    assert (page.width * page.scale, page.height * page.scale) == (pytest.approx(size[0]), pytest.approx(size[1]))


def test_read_page_is_scaled_back_to_its_sheet() -> None:
    read = Page(1, 595, 842, (Line((Word("Số", Box(10, 20, 30, 32)),)),))
    sheet = read.scaled(4)
    assert (sheet.width, sheet.height) == (2380, 3368)
    box = sheet.lines[0].words[0].box
    assert (box.x0, box.top, box.x1, box.bottom) == (40, 80, 120, 128)


def in_font(name: str, *lines: str) -> bytes:
    """A page in a font of this name, its letters in TCVN3, as Word wrote them: WinAnsi, no map to Unicode."""
    coded = ["".join(tcvn3_codes().get(letter, letter) for letter in line).encode("latin-1") for line in lines]
    content = b"\n".join(b"BT /F1 12 Tf 50 %d Td (%s) Tj ET" % (780 - 20 * n, line) for n, line in enumerate(coded))
    font = b"/BaseFont /%s /Encoding /WinAnsiEncoding" % name.encode()
    return pdfs.page([], content).replace(b"/BaseFont /Helvetica", font)


def test_few_words_in_a_font_of_tcvn3_are_never_taken_as_they_are(save: Save) -> None:
    (page,) = read_pdf(save(in_font(".VnTime", "Công văn")))
    assert isinstance(page, PageImage)
    assert page.captions == ()


@pytest.mark.parametrize(
    ("font", "first"), [(".VnTime", "Thực hiện kế hoạch"), ("Times", "Thực hiện kế hoạch"), (".VnTimeH", "THỰC HIỆN")]
)
def test_layer_in_tcvn3_that_becomes_vietnamese_is_read(save: Save, font: str, first: str) -> None:
    lines = (
        "Thực hiện kế hoạch của tỉnh về chuyển đổi số trong cơ quan nhà nước",
        "các phòng rà soát thủ tục hành chính, báo cáo trước ngày tháng bảy",
    )
    page = text_page(save(in_font(font, *lines)))
    assert page.lines[0].text.startswith(first)
    assert page.lines[1].text.lower() == lines[1]
    assert {word.confidence for word in words_of(page)} == {0.9}


@pytest.mark.parametrize(
    ("word", "expected"),
    [("n-ớc", "nước"), ("PH-ƠNG", "PHƯƠNG"), ("t-,", "tư,"), ("Xô-viết", "Xô-viết"), ("TB-VP", "TB-VP"), ("-", "-")],
)
def test_hyphens_that_were_letters(word: str, expected: str) -> None:
    assert with_soft_hyphens(word) == expected


def test_page_objects_are_closed(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages are read, none stays open behind the reader."""
    open_pages: list[int] = []
    load, close = pdfium.PdfDocument.get_page, pdfium.PdfPage.close

    def counted_load(pdf: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
        open_pages.append(index)
        return load(pdf, index)

    def counted_close(page: pdfium.PdfPage) -> None:
        open_pages.pop()
        close(page)

    monkeypatch.setattr(pdfium.PdfDocument, "get_page", counted_load)
    monkeypatch.setattr(pdfium.PdfDocument, "__getitem__", counted_load)
    monkeypatch.setattr(pdfium.PdfPage, "close", counted_close)
    for _ in read_pdf(save(paper.born_digital(pages=4))):
        assert open_pages == []
    for _ in read_pdf(save(paper.signed("Digitally signed"))):
        assert open_pages == []


def test_a_long_scan_is_never_in_memory_as_rasters(save: Save) -> None:
    """Each raster is dropped before the next one is made."""
    buffer = io.BytesIO()
    sheets = paper.canvas(buffer)
    picture = paper.ImageReader(paper.picture(dpi=72))
    for _ in range(4):
        sheets.drawImage(picture, 0, 0, *paper.A4)
        sheets.showPage()
    sheets.save()
    seen: list[weakref.ref[np.ndarray]] = []
    for page in read_pdf(save(buffer.getvalue())):
        assert isinstance(page, PageImage)
        seen.append(weakref.ref(page.image))
        del page
        gc.collect()
        assert all(reference() is None for reference in seen)
