"""Pages of PDFs: sound text layers are read, all else comes out as pictures; bad files and pages say why."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from congvan.datamodel.document import Page, PageFailure, PageImage
from congvan.errors import DocumentError
from congvan.reading.asked import Asked
from congvan.reading.pdf import RASTER_DPI, count_pages, read_pdf
from tests import paper

Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(data: bytes) -> Path:
        path = tmp_path / "tep.pdf"
        path.write_bytes(data)
        return path

    return _save


def only(path: Path) -> Page | PageImage | PageFailure:
    (page,) = read_pdf(path)
    return page


def words_of(page: Page) -> list[str]:
    return [word.text for line in page.lines for word in line.words]


def test_born_digital_page_is_read_as_text(save: Save) -> None:
    page = only(save(paper.born_digital()))
    assert isinstance(page, Page)
    assert (page.number, page.reading, page.placed) == (1, "text", True)
    assert sorted(words_of(page)) == sorted(paper.WORDS)
    assert {w.source for line in page.lines for w in line.words} == {"text"}


def test_both_columns_of_one_row_are_one_line(save: Save) -> None:
    page = only(save(paper.born_digital()))
    assert isinstance(page, Page)
    assert page.lines[0].text == "UBND TỈNH SƠN HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert [line.box.top for line in page.lines] == sorted(line.box.top for line in page.lines)


def test_boxes_are_points_from_the_top_left(save: Save) -> None:
    page = only(save(paper.born_digital()))
    assert isinstance(page, Page)
    first = page.lines[0].words[0].box
    assert first.x0 == pytest.approx(80, abs=1)
    assert 58 <= first.top < first.bottom <= 76


def test_bold_lines_are_marked(save: Save) -> None:
    buffer = io.BytesIO()
    page = paper.canvas(buffer)
    paper.write(page)
    page.setFont("Times-Bold", 12)
    page.drawString(85, 300, "KE HOACH TRUYEN THONG")
    page.save()
    read = only(save(buffer.getvalue()))
    assert isinstance(read, Page)
    assert [line.text for line in read.lines if line.bold] == ["KE HOACH TRUYEN THONG"]


def test_scan_is_a_picture(save: Save) -> None:
    page = only(save(paper.scanned(paper.picture())))
    assert isinstance(page, PageImage)
    height, width, channels = page.image.shape
    assert channels == 3
    assert (width, height) == (pytest.approx(595 * RASTER_DPI / 72, abs=2), pytest.approx(842 * RASTER_DPI / 72, abs=2))
    assert page.source_dpi == pytest.approx(200, abs=2)
    assert (page.captions, page.bilevel) == ((), False)


def test_one_bit_scan_is_told(save: Save) -> None:
    page = only(save(paper.one_bit(paper.picture())))
    assert isinstance(page, PageImage)
    assert page.bilevel


def test_caption_over_a_scan_is_kept_beside_the_picture(save: Save) -> None:
    caption = ((400, 20, "Ký bởi: Sở Công nghệ"), (400, 28, "Thời gian ký: 05.03.2021"))
    page = only(save(paper.scanned(paper.picture(), caption=caption)))
    assert isinstance(page, PageImage)
    assert " ".join(w.text for w in page.captions) == "Ký bởi: Sở Công nghệ Thời gian ký: 05.03.2021"
    assert {w.source for w in page.captions} == {"layer"}
    assert 18 <= page.captions[0].box.top <= 28
    assert page.captions[0].box.x0 == pytest.approx(400, abs=1)


def test_a_caption_does_not_pass_for_the_text_of_a_short_scan(save: Save) -> None:
    sheet = paper.picture(((380, 100, "KT. GIÁM ĐỐC"),))
    page = only(save(paper.scanned(sheet, caption=((400, 20, "Ký bởi: Sở Công nghệ Sơn Hà"),))))
    assert isinstance(page, PageImage)


def test_signature_field_gives_its_caption(save: Save) -> None:
    page = only(save(paper.signed("Digitally signed by Van phong")))
    assert isinstance(page, PageImage)
    assert " ".join(w.text for w in page.captions) == "Digitally signed by Van phong"
    box = page.captions[0].box
    assert 380 <= box.x0 <= 385
    assert 12 <= box.top <= 40
    # The caption is also drawn in the picture.
    scale = page.dpi / 72
    assert page.image[int(12 * scale) : int(40 * scale), int(380 * scale) : int(580 * scale)].min() < 100


def test_sound_hidden_layer_is_read_but_not_wholly_trusted(save: Save) -> None:
    page = only(save(paper.scanned(paper.picture(), hidden=paper.LETTER)))
    assert isinstance(page, Page)
    assert sorted(words_of(page)) == sorted(paper.WORDS)
    assert {w.confidence for line in page.lines for w in line.words} == {0.9}


@pytest.mark.parametrize("place", ["hidden", "behind"])
def test_ocr_layer_that_lost_its_marks_is_dropped(save: Save, place: str) -> None:
    plain = str.maketrans("ỈƠÀỘÒÃĨỆỞÔẠứôùạờĐđ", "IOAOOAIEOOAuouaoDd")
    layer = tuple((x, y, text.translate(plain).encode("ascii", "ignore").decode()) for x, y, text in paper.LETTER)
    page = only(save(paper.scanned(paper.picture(), **{place: layer})))
    assert isinstance(page, PageImage)
    assert page.captions == ()


def test_layer_that_lacks_half_of_the_print_is_not_enough(save: Save) -> None:
    buffer = io.BytesIO()
    page = paper.canvas(buffer)
    paper.write(page)
    below = paper.picture(tuple((x, y, text) for x, y, text in paper.LETTER if y >= 190))
    page.drawImage(paper.ImageReader(below.crop((0, 500, 1653, 1200))), 0, 60, 595, 252)
    page.save()
    read = only(save(buffer.getvalue()))
    assert isinstance(read, PageImage)
    assert sorted(w.text for w in read.captions) == sorted(paper.WORDS)


def test_turned_page_is_read_as_it_is_shown(save: Save) -> None:
    page = only(save(paper.scanned(paper.picture(), caption=((400, 20, "Ký bởi"),), rotate=90)))
    assert isinstance(page, PageImage)
    assert (page.width, page.height) == (842, 595)
    assert page.image.shape[0] < page.image.shape[1]
    # What was at the top right is at the bottom right after a quarter turn clockwise.
    assert all(w.box.x0 > 780 and w.box.top > 380 for w in page.captions)


def test_empty_page_is_no_failure(save: Save) -> None:
    buffer = io.BytesIO()
    page = paper.canvas(buffer)
    page.showPage()
    page.save()
    assert not isinstance(only(save(buffer.getvalue())), PageFailure)


def test_only_wanted_pages_are_read_and_lazily(save: Save) -> None:
    path = save(paper.born_digital(pages=5))
    assert count_pages(path) == 5
    assert [page.number for page in read_pdf(path, Asked(frozenset({2, 5, 9})))] == [2, 5]
    pages = read_pdf(path)
    assert next(pages).number == 1
    pages.close()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        pytest.param(lambda data: data[: len(data) // 2], "truncated", id="cut off"),
        pytest.param(lambda data: data[: data.rfind(b"startxref")], "truncated", id="end lost"),
        pytest.param(lambda _: b"%PDF-1.4\nnothing else", "truncated", id="head only"),
        pytest.param(lambda _: b"%PDF-1.4\ngarbage\nstartxref\n9\n%%EOF\n", "damaged", id="garbage"),
    ],
)
def test_bad_files_say_why(save: Save, damage: Callable[[bytes], bytes], reason: str) -> None:
    path = save(damage(paper.born_digital()))
    with pytest.raises(DocumentError) as caught:
        list(read_pdf(path))
    assert (caught.value.reason, caught.value.status) == (reason, "failed")


def test_text_after_the_end_does_no_harm(save: Save) -> None:
    assert isinstance(only(save(paper.born_digital() + b"\n" * 3000 + b"downloaded")), Page)


def test_locked_file_asks_for_its_password(save: Save) -> None:
    path = save(paper.born_digital(encrypt=StandardEncryption("mat-khau", canPrint=0)))
    with pytest.raises(DocumentError) as caught:
        count_pages(path)
    assert caught.value.reason == "encrypted"


def test_file_with_an_owner_password_alone_is_read(save: Save) -> None:
    path = save(paper.born_digital(encrypt=StandardEncryption("", ownerPassword="chu", canPrint=0)))
    page = only(path)
    assert isinstance(page, Page)
    assert sorted(words_of(page)) == sorted(paper.WORDS)


def test_file_without_pages_says_so(save: Save) -> None:
    locked = save(paper.born_digital(encrypt=StandardEncryption("mat-khau")))
    with pytest.raises(DocumentError):
        count_pages(locked)
    # pdfium keeps the error of the file before.
    path = save(paper.raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]))
    with pytest.raises(DocumentError) as caught:
        list(read_pdf(path))
    assert caught.value.reason == "no_pages"


def test_page_whose_picture_is_broken_fails_and_the_others_go_on(save: Save) -> None:
    good = zlib.compress(b"\x00" * 100 * 100)
    image = b"<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    show = b"q 595 0 0 842 0 0 cm /Im Do Q"
    sheet = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
        b"/Resources << /XObject << /Im %d 0 R >> >> >>"
    )
    path = save(
        paper.raw_pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
                sheet % 5,
                sheet % 6,
                image + b"/Filter /DCTDecode /Length 4 >>\nstream\nhong\nendstream",
                image + b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(good), good),
                b"<< /Length %d >>\nstream\n%s\nendstream" % (len(show), show),
            ]
        )
    )
    bad, fine = read_pdf(path)
    assert isinstance(bad, PageFailure)
    assert (bad.number, bad.reason) == (1, "image_damaged")
    assert isinstance(fine, PageImage)
    assert fine.image.max() < 10
