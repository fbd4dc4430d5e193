"""The form of a file is told by its content, whatever its name says."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from congvan.errors import DocumentError
from congvan.reading.sniff import SAMPLE_BYTES, sniff, sniff_bytes
from tests.paper import raw_pdf

TEXT = "Số: 12/KH-UBND\nSơn Hà, ngày 05 tháng 3 năm 2021\n"


def encoded(form: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (30, 30)).save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (raw_pdf([b"<< >>"]), "pdf"),
        (b"\n\n\xef\xbb\xbf%PDF-1.4 and so on", "pdf"),
        (encoded("PNG"), "image"),
        (encoded("JPEG"), "image"),
        (encoded("WEBP"), "image"),
        (encoded("GIF"), "image"),
        (encoded("BMP"), "image"),
        (encoded("JPEG2000"), "image"),
        (encoded("TIFF"), "tiff"),
        (b"MM\0+\0\x08\0\0", "tiff"),
        (TEXT.encode(), "text"),
        (TEXT.encode("utf-8-sig"), "text"),
        (TEXT.encode("utf-16"), "text"),
        ("trang một\ftrang hai\r\n".encode(), "text"),
        (b"BM 25 chu dau", "text"),
        (TEXT.encode("utf-16-le"), "text"),
        (TEXT.encode("utf-16-be"), "text"),
        ("C«ng v¨n sè 5 cña ñy ban nh©n d©n".encode("latin-1"), "text"),
        ("Coâng vaên soá 5 cuûa uûy ban".encode("latin-1"), "text"),
        (b"mot dong\x0chai dong\x02 co dau cuoi trang " + b"chu " * 40, "text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old office", "doc"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>', "doc"),
        (b"{\\rtf1 Cong van}", "rtf"),
        (b"<!-- trang --><!DOCTYPE html><html><body>", "html"),
        ("<html><body>Công văn</body></html>".encode("utf-16"), "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "html"),
        (b"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n", "html"),
        (b"<Kinh gui> cac phong ban", "text"),
        (b"GIF89a la mot loai anh", "text"),
        ("ă".encode() * SAMPLE_BYTES, "text"),
        (b"x" + "ă".encode() * SAMPLE_BYTES, "text"),
    ],
)
def test_form_is_told_by_content(data: bytes, form: str) -> None:
    assert sniff_bytes(data) == form


@pytest.mark.parametrize("text", ["[Tên cơ quan]\nSố: 12/KH-UBND", "{họ và tên}", "[1] Căn cứ Quyết định"])
def test_brackets_of_a_form_to_fill_in_are_text(text: str) -> None:
    assert sniff_bytes(text.encode()) == "text"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04word/document.xml",
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"\0\0\0\x18ftypheic\0\0\0\0",
        b"\x00\x01\x02\x03 no text",
        "Cộng hòa".encode() + b"\xff\xfe\xfa",
        b'{"schema": "congvan/1", "id": "0"}\n{"schema": "congvan/1"}',
        b'[\n {"a": 1}\n]',
    ],
)
def test_other_forms_are_unsupported_not_failed(data: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        sniff_bytes(data)
    assert (caught.value.reason, caught.value.status) == ("unsupported", "unsupported")
    assert caught.value.advice


def test_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "rong.pdf"
    path.touch()
    with pytest.raises(DocumentError) as caught:
        sniff(path)
    assert caught.value.reason == "empty"


def test_wrong_extension_does_not_mislead(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.pdf"
    path.write_bytes(encoded("PNG"))
    assert sniff(path) == "image"
