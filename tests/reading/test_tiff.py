"""TIFF files: each frame a page, whatever its coding; a broken frame is told and the others go on."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from congvan.datamodel.document import PageFailure, PageImage
from congvan.errors import DocumentError
from congvan.reading import frames as structure
from congvan.reading import image as reading
from congvan.reading.asked import Asked
from congvan.reading.tiff import count_frames, read_tiff
from tests.reading import tiffs

ORIENTATION = 0x0112


@pytest.fixture
def save(tmp_path: Path) -> Callable[[bytes], Path]:
    def _save(data: bytes) -> Path:
        path = tmp_path / "tep.tif"
        path.write_bytes(data)
        return path

    return _save


Save = Callable[[bytes], Path]


def sheet(dark: int = 1) -> Image.Image:
    """White, with a black square of 40 pixels in the corner: `dark` 1 top left, 2 top right."""
    paper = Image.new("RGB", (200, 280), "white")
    paper.paste("black", (0, 0, 40, 40) if dark == 1 else (160, 0, 200, 40))
    return paper


def by_pillow(pages: list[Image.Image], compression: str | None = None, **options: object) -> bytes:
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", compression=compression, save_all=True, append_images=pages[1:], **options)
    return buffer.getvalue()


def only(path: Path) -> PageImage:
    (page,) = read_tiff(path)
    assert isinstance(page, PageImage)
    return page


def shows_the_square(image: np.ndarray) -> bool:
    return image[20, 20].max() < 20 and image[20, 180].min() > 235 and image[200, 20].min() > 235


@pytest.mark.parametrize("compression", [None, "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_codings_of_grey_and_colour(save: Save, compression: str | None, mode: str) -> None:
    page = only(save(by_pillow([sheet().convert(mode)], compression)))
    assert page.image.shape == (280, 200, 3)
    assert shows_the_square(page.image)


@pytest.mark.parametrize("compression", [None, "group3", "group4", "tiff_lzw", "packbits"])
def test_codings_of_one_bit(save: Save, compression: str | None) -> None:
    page = only(save(by_pillow([sheet().convert("1")], compression)))
    assert shows_the_square(page.image)
    assert page.bilevel


@pytest.mark.parametrize("compression", [None, "tiff_lzw"])
@pytest.mark.parametrize("mode", ["P", "LA", "RGBA", "CMYK", "YCbCr"])
def test_kinds_of_colour(save: Save, mode: str, compression: str | None) -> None:
    assert shows_the_square(only(save(by_pillow([sheet().convert(mode)], compression))).image)


def test_cmyk_in_jpeg(save: Save) -> None:
    assert shows_the_square(only(save(by_pillow([sheet().convert("CMYK")], "jpeg"))).image)


GREY = np.asarray(sheet().convert("L"))
RGB = np.asarray(sheet())
CMYK = np.asarray(sheet().convert("CMYK"))


def deep(pixels: np.ndarray) -> np.ndarray:
    return pixels.astype(np.uint16) * 257


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize(
    ("pixels", "photometric"),
    [(GREY, 1), (255 - GREY, 0), (deep(GREY), 1), (deep(255 - GREY), 0), (RGB, 2), (deep(RGB), 2), (deep(CMYK), 5)],
    ids=["grey", "negative", "grey 16", "negative 16", "rgb", "rgb 16", "cmyk 16"],
)
def test_depths_and_byte_orders(save: Save, order: str, big: bool, pixels: np.ndarray, photometric: int) -> None:
    assert shows_the_square(only(save(tiffs.tiff([tiffs.strip(pixels, photometric, order)], order, big))).image)


@pytest.mark.parametrize("make", [tiffs.tiles, tiffs.planes], ids=["tiles", "planes"])
@pytest.mark.parametrize(("pixels", "photometric"), [(RGB, 2), (CMYK, 5)], ids=["rgb", "cmyk"])
def test_tiles_and_planes(save: Save, make: Callable[..., object], pixels: np.ndarray, photometric: int) -> None:
    assert shows_the_square(only(save(tiffs.tiff([make(pixels, photometric)]))).image)  # type: ignore[list-item]


def test_tiles_of_deep_grey(save: Save) -> None:
    assert shows_the_square(only(save(tiffs.tiff([tiffs.tiles(deep(GREY), 1)]))).image)


def test_each_frame_is_a_page(save: Save) -> None:
    path = save(by_pillow([sheet().convert("1"), sheet(2), sheet().convert("L")], "tiff_lzw"))
    assert count_frames(path) == 3
    pages = list(read_tiff(path))
    assert [page.number for page in pages] == [1, 2, 3]
    assert [isinstance(page, PageImage) and shows_the_square(page.image) for page in pages] == [True, False, True]


def test_only_wanted_frames_are_read_and_lazily(save: Save) -> None:
    path = save(by_pillow([sheet()] * 5))
    assert [page.number for page in read_tiff(path, Asked(frozenset({2, 5, 9})))] == [2, 5]
    pages = read_tiff(path)
    assert next(pages).number == 1
    pages.close()


def test_resolution_of_the_frame_counts(save: Save) -> None:
    page = only(save(by_pillow([Image.new("L", (1654, 2339), "white")], dpi=(200, 200))))
    assert (page.dpi, round(page.width)) == (200, 595)


def test_fax_is_stretched_to_square_pixels(save: Save) -> None:
    page = only(save(by_pillow([Image.new("1", (1728, 1145), 1)], "group3", dpi=(204, 98))))
    assert page.image.shape[:2] == (round(1145 * 204 / 98), 1728)
    assert (page.dpi, page.bilevel) == (204, True)
    assert (round(page.width / 72, 1), round(page.height / 72, 1)) == (8.5, 11.7)


def test_orientation_is_respected(save: Save) -> None:
    page = only(save(by_pillow([sheet()], "tiff_lzw", tiffinfo={ORIENTATION: 6})))
    assert page.image.shape[:2] == (200, 280)
    assert page.image[20, 260].max() < 20 < page.image[20, 20].min()


def test_thumbnail_is_no_page(save: Save) -> None:
    tags, strips = tiffs.strip(GREY[:90, :60].copy(), 1)
    path = save(tiffs.tiff([tiffs.strip(GREY, 1), (tags | {254: (tiffs.LONG, [1])}, strips), tiffs.strip(RGB, 2)]))
    assert count_frames(path) == 2
    assert [page.image.shape[0] for page in read_tiff(path) if isinstance(page, PageImage)] == [280, 280]


def without_pixels() -> tuple[tiffs.Tags, list[bytes]]:
    tags, _ = tiffs.strip(GREY, 1)
    return tags, [b"\0" * 10]


def unknown_coding() -> tuple[tiffs.Tags, list[bytes]]:
    tags, strips = tiffs.strip(GREY, 1)
    return tags | {259: (tiffs.SHORT, [4711])}, strips


def beyond_the_end() -> tuple[tiffs.Tags, list[bytes]]:
    tags, strips = tiffs.strip(GREY, 1)
    return tags | {273: (tiffs.LONG, [4_000_000_000])}, strips


def no_zlib() -> tuple[tiffs.Tags, list[bytes]]:
    return tiffs.head(GREY, 1, compression=8), [b"no zlib at all" * 20]


def of_size(width: int, height: int) -> tuple[tiffs.Tags, list[bytes]]:
    tags, strips = tiffs.strip(GREY, 1)
    return tags | {256: (tiffs.LONG, [width]), 257: (tiffs.LONG, [height])}, strips


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        pytest.param(without_pixels(), "image_damaged", id="pixels missing"),
        pytest.param(unknown_coding(), "image_damaged", id="coding unknown"),
        pytest.param(beyond_the_end(), "image_damaged", id="strip beyond the end"),
        pytest.param(no_zlib(), "image_damaged", id="no zlib"),
        pytest.param(({256: (tiffs.LONG, [200])}, []), "too_small", id="height missing"),
        pytest.param(of_size(0, 0), "too_small", id="no pixels"),
        pytest.param(of_size(20_000, 20_000), "too_large", id="square of 20,000"),
        pytest.param(of_size(20_000, 300), "too_large", id="strip of 20,000"),
        pytest.param(of_size(2**32 - 1, 2**32 - 1), "too_large", id="all that fits"),
    ],
)
@pytest.mark.parametrize("at", [0, 1])
def test_broken_frame_fails_and_the_others_go_on(
    save: Save, frame: tuple[tiffs.Tags, list[bytes]], reason: str, at: int
) -> None:
    good = tiffs.strip(GREY, 1)
    pages = list(read_tiff(save(tiffs.tiff([frame, good] if at == 0 else [good, frame]))))
    bad, fine = pages if at == 0 else reversed(pages)
    assert isinstance(bad, PageFailure)
    assert (bad.number, bad.reason) == (at + 1, reason)
    assert isinstance(fine, PageImage)
    assert shows_the_square(fine.image)


def test_decoder_says_nothing_past_us(save: Save, capfd: pytest.CaptureFixture[str]) -> None:
    list(read_tiff(save(tiffs.tiff([no_zlib()]))))
    assert capfd.readouterr().err == ""


def test_chain_that_runs_in_a_circle_ends(save: Save) -> None:
    data = bytearray(tiffs.tiff([tiffs.strip(GREY, 1)]))
    data[-4:] = data[4:8]
    assert count_frames(save(bytes(data))) == 1


def test_file_cut_between_frames_tells_the_frame_that_is_lost(save: Save) -> None:
    data = by_pillow([sheet(), sheet(), sheet()])
    pages = list(read_tiff(save(data[: len(data) * 2 // 3 - 40])))
    assert isinstance(pages[0], PageImage)
    assert isinstance(pages[-1], PageFailure)


@pytest.mark.parametrize("data", [b"II*\0", b"MM\0*\0\0\0\x08", b"II+\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff"])
def test_head_alone_is_truncated(save: Save, data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        count_frames(save(data))
    assert caught.value.reason == "truncated"


def test_too_many_frames_are_refused(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "MAX_FRAMES", 3)
    with pytest.raises(DocumentError) as caught:
        count_frames(save(by_pillow([Image.new("L", (20, 20))] * 4)))
    assert caught.value.reason == "too_many_pages"


def test_frame_of_too_many_bytes_is_refused(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "MAX_FRAME_BYTES", 1000)
    (page,) = read_tiff(save(tiffs.tiff([tiffs.strip(GREY, 1)])))
    assert isinstance(page, PageFailure)
    assert page.reason == "too_large"


def test_bomb_is_refused_before_it_is_decoded(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = by_pillow([Image.new("1", (9_000, 9_000))], "group4")
    assert len(bomb) < 100_000
    monkeypatch.setattr(reading.Image, "open", None)
    (page,) = read_tiff(save(bomb))
    assert isinstance(page, PageFailure)
    assert page.reason == "too_large"


SOUND = by_pillow([sheet().convert("1"), sheet().convert("L")], "tiff_lzw")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage_anywhere_gives_pages_or_reasons(save: Save, data: st.DataObject) -> None:
    damaged = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = save(bytes(damaged[: data.draw(st.integers(8, len(damaged)))]))
    try:
        expected = count_frames(path)
    except DocumentError:
        with pytest.raises(DocumentError):
            list(read_tiff(path))
    else:
        assert [page.number for page in read_tiff(path)] == list(range(1, expected + 1))
