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
