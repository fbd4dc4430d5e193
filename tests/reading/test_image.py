"""Picture files: one page, upright, with a resolution that makes it a sheet of paper."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from congvan.errors import DocumentError
from congvan.reading import image as reading
from congvan.reading.asked import Asked
from congvan.reading.image import is_bilevel, read_image, resolution
from tests import paper
from tests.reading import pdfs

ORIENTATION = 0x0112


def saved(path: Path, picture: Image.Image, form: str = "PNG", **options: object) -> Path:
    picture.save(path, form, **options)
    return path


def test_picture_is_one_page(tmp_path: Path) -> None:
    (page,) = read_image(saved(tmp_path / "a.png", Image.new("RGB", (1654, 2339), "white"), dpi=(200, 200)))
    assert page.image.shape == (2339, 1654, 3)
    assert page.dpi == pytest.approx(200, abs=0.1)
    assert (page.width, page.height) == (pytest.approx(595, abs=1), pytest.approx(842, abs=1))


def test_page_two_of_a_picture_is_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (100, 100)))
    assert list(read_image(path, Asked(frozenset({2})))) == []


def test_camera_orientation_is_respected(tmp_path: Path) -> None:
    sheet = Image.new("RGB", (400, 300), "white")
    sheet.paste("black", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # shown a quarter turn clockwise
    (page,) = read_image(saved(tmp_path / "a.jpg", sheet, "JPEG", exif=exif))
    assert page.image.shape[:2] == (400, 300)
    assert page.image[50, 250].max() < 50 < page.image[50, 50].min()


def test_transparent_is_paper(tmp_path: Path) -> None:
    (page,) = read_image(saved(tmp_path / "a.png", Image.new("RGBA", (50, 50), (0, 0, 0, 0))))
    assert page.image.min() == 255


def test_sixteen_bit_grey_is_scaled(tmp_path: Path) -> None:
    grey = np.full((50, 50), 40000, dtype=np.uint16)
    (page,) = read_image(saved(tmp_path / "a.png", Image.fromarray(grey)))
    assert page.image[0, 0].tolist() == [156, 156, 156]


@pytest.mark.parametrize(
    ("size", "told", "dpi"),
    [
        ((1654, 2339), (200.0, 200.0), 200),
        ((1654, 2339), None, 200),
        ((2480, 3508), (72.0, 72.0), 300),
        ((2480, 3508), (1.0, 1.0), 300),
        ((3508, 2480), None, 300),
        ((794, 1123), (300.0, 300.0), 96),
    ],
)
def test_resolution_makes_a_sheet_of_paper(size: tuple[int, int], told: tuple[float, float] | None, dpi: int) -> None:
    assert resolution(*size, told) == pytest.approx(dpi, abs=1)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_one_bit_scan_is_known_however_it_was_saved(form: str) -> None:
    buffer = io.BytesIO()
    paper.picture().convert("1").convert("L").save(buffer, form)
    assert is_bilevel(np.asarray(Image.open(buffer).convert("RGB")))


def test_grey_scan_is_not_one_bit() -> None:
    assert not is_bilevel(np.asarray(paper.picture()))


def test_cut_off_picture_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", paper.picture(dpi=72), "JPEG")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(DocumentError) as caught:
        list(read_image(path))
    assert caught.value.reason == "truncated"


def test_head_of_a_picture_alone_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    with pytest.raises(DocumentError) as caught:
        list(read_image(path))
    assert caught.value.reason == "damaged"


@pytest.mark.parametrize(("side", "reason"), [(8, "too_small"), (900, "too_large")])
def test_absurd_sizes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side: int, reason: str) -> None:
    monkeypatch.setattr(reading, "MAX_PIXELS", 500_000)
    with pytest.raises(DocumentError) as caught:
        list(read_image(saved(tmp_path / "a.png", Image.new("L", (side, side)))))
    assert caught.value.reason == reason


def marked(mode: str = "RGB") -> Image.Image:
    """White, with a black square of 40 pixels in the top left corner."""
    sheet = Image.new("RGB", (200, 280), "white")
    sheet.paste("black", (0, 0, 40, 40))
    return sheet.convert(mode)


def shows_the_square(pixels: np.ndarray) -> bool:
    return bool(pixels[20, 20].max() < 30 and pixels[20, 180].min() > 225 and pixels[200, 20].min() > 225)


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("PNG", "1"),
        ("PNG", "L"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("JPEG", "L"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGB"),
        ("WEBP", "RGBA"),
        ("GIF", "P"),
        ("GIF", "1"),
        ("BMP", "1"),
        ("BMP", "P"),
        ("BMP", "RGB"),
        ("JPEG2000", "L"),
        ("JPEG2000", "RGB"),
        ("JPEG2000", "RGBA"),
    ],
)
def test_forms_and_kinds_of_colour(tmp_path: Path, form: str, mode: str) -> None:
    (page,) = read_image(saved(tmp_path / "a.anh", marked(mode), form))
    assert page.image.shape == (280, 200, 3)
    assert shows_the_square(page.image)


@pytest.mark.parametrize("quality", [{"lossless": True}, {"quality": 90}])
def test_webp_with_and_without_loss(tmp_path: Path, quality: dict[str, object]) -> None:
    (page,) = read_image(saved(tmp_path / "a.webp", marked(), "WEBP", **quality))
    assert shows_the_square(page.image)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_is_read(tmp_path: Path, form: str) -> None:
    second = Image.new("RGB", (200, 280), "red")
    (page,) = read_image(saved(tmp_path / "a.anh", marked(), form, save_all=True, append_images=[second]))
    assert shows_the_square(page.image)


ADOBE_MARKER = 16  # bytes: FF EE, length, `Adobe`, version, flags, transform


@pytest.mark.parametrize("polarity", ["adobe", "plain"])
def test_cmyk_jpeg_without_adobe_s_marker_is_read_in_either_polarity(tmp_path: Path, polarity: str) -> None:
    ink = np.asarray(marked("CMYK"))
    path = saved(tmp_path / "a.jpg", Image.fromarray(ink if polarity == "adobe" else 255 - ink, "CMYK"), "JPEG")
    data = path.read_bytes()
    assert data[6:11] == b"Adobe"
    path.write_bytes(data[:2] + data[2 + ADOBE_MARKER :])
    (page,) = read_image(path)
    assert shows_the_square(page.image)


def test_sixteen_bit_colour_is_scaled(tmp_path: Path) -> None:
    import cv2

    path = tmp_path / "a.png"
    cv2.imwrite(str(path), np.asarray(marked()).astype(np.uint16) * 257)
    (page,) = read_image(path)
    assert shows_the_square(page.image)


def test_palette_with_a_transparent_colour_is_paper(tmp_path: Path) -> None:
    sheet = Image.new("P", (50, 50), 1)
    sheet.putpalette([255, 255, 255, 0, 0, 0])
    (page,) = read_image(saved(tmp_path / "a.png", sheet, transparency=1))
    assert page.image.min() == 255


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (20, 20)), (2, (20, 380)), (3, (280, 380)), (5, (20, 20)), (6, (20, 280)), (8, (380, 20))],
)
def test_every_orientation_is_turned_upright(
    tmp_path: Path, form: str, orientation: int, corner: tuple[int, int]
) -> None:
    """The dark corner of a sheet 400 wide and 300 high, as (row, column) of the upright picture."""
    sheet = Image.new("RGB", (400, 300), "white")
    sheet.paste("black", (0, 0, 60, 60))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    (page,) = read_image(saved(tmp_path / "a.anh", sheet, form, exif=exif))
    assert page.image.shape[:2] == ((400, 300) if orientation >= 5 else (300, 400))
    assert page.image[corner].max() < 40


def test_photo_of_a_telephone_is_taken_for_a_sheet_of_a4(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    photo = Image.new("RGB", (1600, 1200), "grey")
    (page,) = read_image(saved(tmp_path / "a.jpg", photo, "JPEG", exif=exif, dpi=(72, 72)))
    assert page.image.shape[:2] == (1600, 1200)
    assert (round(page.width), round(page.height)) == (595, 794)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "BMP", "JPEG2000", "JPEG"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.7])
def test_cut_off_pictures_of_every_form_say_why(tmp_path: Path, form: str, part: float) -> None:
    path = saved(tmp_path / "a.anh", paper.picture(dpi=72), form)
    data = path.read_bytes()
    path.write_bytes(data[: max(int(len(data) * part), 12)])
    with pytest.raises(DocumentError) as caught:
        list(read_image(path))
    assert caught.value.reason in ("truncated", "damaged")


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (20_000, 300), (300, 20_000)])
@pytest.mark.parametrize("form", ["PNG", "GIF", "BMP"])
def test_pictures_of_20000_pixels_a_side_are_refused_before_they_are_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, width: int, height: int
) -> None:
    path = saved(tmp_path / "a.anh", Image.new("1" if form != "GIF" else "P", (width, height)), form)
    monkeypatch.setattr(reading, "_flatten", None)
    with pytest.raises(DocumentError) as caught:
        list(read_image(path))
    assert caught.value.reason == "too_large"


def test_canvas_of_a_webp_bomb_is_never_laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.webp", Image.new("RGBA", (40, 40), (0, 0, 0, 128)), "WEBP")
    data = bytearray(path.read_bytes())
    assert data[12:16] == b"VP8X"
    data[24:30] = b"\xff\x3f\x00" * 2
    path.write_bytes(data)
    monkeypatch.setattr(reading.Image, "open", None)
    with pytest.raises(DocumentError) as caught:
        list(read_image(path))
    assert caught.value.reason == "too_large"


def test_one_bit_jpeg_2000_has_white_paper(tmp_path: Path) -> None:
    path = tmp_path / "a.jp2"
    path.write_bytes(pdfs.one_bit_jpx(pdfs.marked()))
    (page,) = read_image(path)
    assert page.image[20, 20].max() < 30
    assert page.image[200, 20].min() > 225
