"""Pictures in PDFs: every coding and kind of colour comes out as it is shown; what is absurd is refused undecoded."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from congvan.datamodel.document import Page, PageFailure, PageImage
from congvan.errors import DocumentError
from congvan.reading import pdf as reading
from congvan.reading.asked import Asked
from congvan.reading.pdf import count_pages, read_pdf
from tests import paper
from tests.reading import pdfs
from tests.reading.pdfs import SIZE, WHOLE, image, marked

Save = Callable[[bytes], Path]
GREY, RGB, CMYK = b"/DeviceGray", b"/DeviceRGB", b"/DeviceCMYK"


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(data: bytes) -> Path:
        path = tmp_path / "tep.pdf"
        path.write_bytes(data)
        return path

    return _save


def shown(path: Path) -> PageImage:
    (page,) = read_pdf(path)
    assert isinstance(page, PageImage)
    return page


def shows_the_block(page: PageImage) -> bool:
    """Dark in the top left corner, paper elsewhere."""
    height, width = page.image.shape[:2]
    corner, right, low = (
        page.image[round(height * y), round(width * x)] for y, x in ((0.05, 0.1), (0.05, 0.9), (0.9, 0.1))
    )
    return bool(corner.max() < 80 and right.min() > 240 and low.min() > 240)


def encoded(mode: str, form: str) -> bytes:
    out = io.BytesIO()
    marked(mode).save(out, form)
    return out.getvalue()


def deep(mode: str) -> bytes:
    return (np.asarray(marked(mode)).astype(np.uint16) * 257).astype(">u2").tobytes()


def hexed(data: bytes) -> bytes:
    return data.hex().encode() + b">"


ONE_BIT = marked("1").tobytes()
BLACK = image(SIZE, 8, GREY, b"\0" * (SIZE[0] * SIZE[1]), b"/SMask 7 0 R")
OPAQUE_WHERE_DARK = image(SIZE, 8, GREY, bytes(255 - np.asarray(marked())))
STENCIL = (
    b"<< /Type /XObject /Subtype /Image /Width 400 /Height 560 /ImageMask true /BitsPerComponent 1 "
    b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(zlib.compress(ONE_BIT)), zlib.compress(ONE_BIT))
)
PICTURES: dict[str, tuple[list[bytes], bytes]] = {
    "grey": ([image(SIZE, 8, GREY, marked().tobytes())], WHOLE),
    "colour": ([image(SIZE, 8, RGB, marked("RGB").tobytes())], WHOLE),
    "cmyk": ([image(SIZE, 8, CMYK, marked("CMYK").tobytes())], WHOLE),
    "cmyk of Adobe": (
        [image(SIZE, 8, CMYK, encoded("CMYK", "JPEG"), b"/Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]")],
        WHOLE,
    ),
    "grey of 16 bits": ([image(SIZE, 16, GREY, deep("L"))], WHOLE),
    "colour of 16 bits": ([image(SIZE, 16, RGB, deep("RGB"))], WHOLE),
    "palette": ([image(SIZE, 8, b"[/Indexed /DeviceRGB 1 <000000FFFFFF>]", bytes(np.asarray(marked()) // 255))], WHOLE),
    "one bit": ([image(SIZE, 1, GREY, ONE_BIT)], WHOLE),
    "ccitt": (
        [
            image(
                SIZE,
                1,
                GREY,
                pdfs.group4(marked()),
                b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 400 /Rows 560 >>",
            )
        ],
        WHOLE,
    ),
    "jbig2": ([image(SIZE, 1, GREY, pdfs.jbig2(marked()), b"/Filter /JBIG2Decode")], WHOLE),
    "jpx": ([image(SIZE, 8, RGB, encoded("RGB", "JPEG2000"), b"/Filter /JPXDecode")], WHOLE),
    "jpx of one bit": ([image(SIZE, 1, GREY, pdfs.one_bit_jpx(marked()), b"/Filter /JPXDecode")], WHOLE),
    "stencil": ([STENCIL], b"0 g " + WHOLE),
    "soft mask": ([BLACK, OPAQUE_WHERE_DARK], WHOLE),
    "inline": (
        [],
        b"q 595 0 0 842 0 0 cm BI /W 400 /H 560 /CS /G /BPC 1 /F /AHx ID " + hexed(ONE_BIT) + b" EI Q",
    ),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_every_kind_of_picture_comes_out_as_it_is_shown(save: Save, kind: str) -> None:
    page = shown(save(pdfs.page(*PICTURES[kind])))
    assert shows_the_block(page)
    assert page.source_dpi == pytest.approx(48.4, abs=0.5)


@pytest.mark.parametrize("kind", ["one bit", "ccitt", "jbig2", "stencil", "inline"])
def test_pictures_of_one_bit_are_told(save: Save, kind: str) -> None:
    assert shown(save(pdfs.page(*PICTURES[kind]))).bilevel


def pieces(sheet: Image.Image, columns: int, rows: int, before: bytes = b"", behind: bytes = b"") -> bytes:
    """The sheet cut into so many tiles of one bit; what is drawn before and behind them."""
    wide, high = sheet.width // columns, sheet.height // rows
    tiles, content = [], [before]
    for n in range(columns * rows):
        x, y = n % columns, n // columns
        part = sheet.convert("1").crop((x * wide, y * high, x * wide + wide, y * high + high))
        tiles.append(image((wide, high), 1, GREY, part.tobytes()))
        place = (595 / columns, 842 / rows, x * 595 / columns, 842 - (y + 1) * 842 / rows, n)
        content.append(b"q %.3f 0 0 %.3f %.3f %.3f cm /Im%d Do Q" % place)
    return pdfs.page(tiles, b"\n".join((*content, behind)))


@pytest.mark.parametrize(("columns", "rows"), [(1, 7), (1, 70), (4, 7)], ids=["strips", "many strips", "tiles"])
def test_scan_in_pieces_is_one_scan(save: Save, columns: int, rows: int) -> None:
    page = shown(save(pieces(marked(), columns, rows)))
    assert shows_the_block(page)
    assert page.bilevel
    assert page.source_dpi == pytest.approx(48.4, abs=0.5)


def test_text_behind_a_scan_in_strips_is_no_caption(save: Save) -> None:
    text = b"BT /F1 9 Tf 300 20 Td (Scanned by nobody) Tj ET"
    under, over = (shown(save(pieces(paper.picture(dpi=100), 1, 7, *where))) for where in ((text, b""), (b"", text)))
    assert under.captions == ()
    assert " ".join(word.text for word in over.captions) == "Scanned by nobody"


def test_resolution_of_a_picture_that_lies_on_its_side(save: Save) -> None:
    turned = marked().transpose(Image.Transpose.ROTATE_270)
    page = shown(save(pdfs.page([image(turned.size, 8, GREY, turned.tobytes())], b"q 0 842 -595 0 595 0 cm /Im0 Do Q")))
    assert shows_the_block(page)
    assert page.source_dpi == pytest.approx(48.4, abs=0.5)


@pytest.mark.parametrize(
    ("size", "bits", "colours"),
    [((20_000, 20_000), 8, RGB), ((30_000, 30_000), 1, GREY), ((1_000_000, 1_000_000), 8, GREY)],
)
def test_picture_of_absurd_size_is_refused_undecoded(
    save: Save, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], bits: int, colours: bytes
) -> None:
    monkeypatch.setattr(reading, "render", None)
    (page,) = read_pdf(save(pdfs.page([image(size, bits, colours, b"\0" * 1000)])))
    assert isinstance(page, PageFailure)
    assert page.reason == "too_large"


@pytest.mark.parametrize(
    ("size", "data"), [((0, 0), b""), ((400, 560), b""), ((400, 560), b"\x00\x01")], ids=["no size", "empty", "cut"]
)
def test_picture_without_pixels_gives_one_page(save: Save, size: tuple[int, int], data: bytes) -> None:
    (page,) = read_pdf(save(pdfs.page([image(size, 8, GREY, data, b"/Filter /DCTDecode")])))
    assert isinstance(page, PageFailure)
    assert page.reason == "image_damaged"


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (b"0 0 1000000000 1000000000", "too_large"),
        (b"0 0 200000 10", "too_large"),
        (b"0 0 1 1", "too_small"),
        (b"0 0 0.001 0.001", "too_small"),
    ],
)
def test_page_of_absurd_size_is_refused_unrendered(
    save: Save, monkeypatch: pytest.MonkeyPatch, box: bytes, reason: str
) -> None:
    monkeypatch.setattr(reading, "render", None)
    (page,) = read_pdf(save(pdfs.page([], b"", box)))
    assert isinstance(page, PageFailure)
    assert page.reason == reason


@pytest.mark.parametrize("side", [3_000, 14_400])
def test_raster_of_a_poster_stays_within_bounds(save: Save, side: int) -> None:
    page = shown(save(pdfs.page([], b"0 g 10 10 50 50 re f", b"0 0 %d %d" % (side, side))))
    assert page.image.size <= 3 * reading.MAX_PIXELS
    assert max(page.width, page.height) <= 842


def tree(kids: bytes, count: int) -> bytes:
    sheet = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return paper.raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, sheet])


@pytest.mark.parametrize("data", [tree(b"3 0 R", 100_000), tree(b"3 0 R " * 6_000, 6_000)], ids=["claimed", "there"])
def test_too_many_pages_are_refused(save: Save, data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        count_pages(save(data))
    assert caught.value.reason == "too_many_pages"


@pytest.mark.parametrize(
    ("data", "there"),
    [(tree(b"3 0 R", 4_000), 1), (tree(b"3 0 R 2 0 R", 3), 1), (tree(b"2 0 R", 1), 0)],
    ids=["claimed", "loop behind a page", "nothing but a loop"],
)
def test_pages_that_are_claimed_and_not_there_are_one_failure(save: Save, data: bytes, there: int) -> None:
    path = save(data)
    pages = list(read_pdf(path))
    assert len(pages) == count_pages(path) == there + 1
    last = pages[-1]
    assert isinstance(last, PageFailure)
    assert (last.number, last.reason) == (there + 1, "pages_missing")
    assert list(read_pdf(path, Asked(frozenset({there + 1})))) == [last]


def test_scripts_and_actions_do_nothing(save: Save) -> None:
    script = b"<< /S /JavaScript /JS (while \\(true\\) {}) >>"
    data = paper.raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s /Names << /JavaScript << /Names [(a) %s] >> >> "
            b"/AcroForm << /Fields [] >> >>" % (script, script),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /AA << /O %s >> >>" % script,
        ]
    )
    (page,) = read_pdf(save(data))
    assert not isinstance(page, PageFailure)


def text_and(more: bytes) -> bytes:
    """A page of sound text whose contents go on with something else, deflated."""
    rows = b"\n".join(b"BT /F1 12 Tf 50 %d Td (xin chao cac ban) Tj ET" % (780 - 15 * n) for n in range(2))
    content = zlib.compress(rows + b"\n" + more, 9)
    return pdfs.page([], b"").replace(
        b"<< /Length 0 >>\nstream\n\nendstream",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )


@pytest.mark.parametrize(
    "more",
    [pytest.param(b" " * 9_000_000, id="blanks"), pytest.param(b"q Q\n" * 2_500_000, id="empty operators")],
)
def test_contents_that_are_a_bomb_never_reach_the_slow_parser(
    save: Save, monkeypatch: pytest.MonkeyPatch, more: bytes
) -> None:
    monkeypatch.setattr("congvan.reading.layers.words.WordLayers._read", None)
    (page,) = read_pdf(save(text_and(more)))
    assert isinstance(page, Page)
    assert [line.text for line in page.lines] == ["xin chao cac ban"] * 2


def test_layer_of_more_letters_than_a_page_has_is_not_read(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_LETTERS", 100)
    (page,) = read_pdf(save(paper.born_digital()))
    assert isinstance(page, PageImage)


SOUND = (paper.born_digital(), pdfs.page(*PICTURES["ccitt"]), pdfs.page(*PICTURES["jbig2"]))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_anywhere_gives_pages_or_reasons(save: Save, data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from(SOUND)))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(8, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = save(bytes(damaged[: data.draw(st.integers(8, len(damaged)))]))
    try:
        expected = count_pages(path)
    except DocumentError:
        with pytest.raises(DocumentError):
            list(read_pdf(path))
    else:
        assert [page.number for page in read_pdf(path)] == list(range(1, expected + 1))
