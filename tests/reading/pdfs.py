"""PDFs made by hand for tests of pictures and pages: what no writer of today makes, but what lies in archives."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pikepdf
from PIL import Image, ImageOps

from tests import paper

SIZE = (400, 560)
WHOLE = b"q 595 0 0 842 0 0 cm /Im0 Do Q"


def marked(mode: str = "L", size: tuple[int, int] = SIZE) -> Image.Image:
    """White, with a black block in the top left corner."""
    sheet = Image.new("RGB", size, "white")
    sheet.paste("black", (0, 0, size[0] // 5, size[1] // 7))
    return sheet.convert(mode)


def image(size: tuple[int, int], bits: int, colours: bytes, data: bytes, more: bytes = b"") -> bytes:
    """A picture; its bytes are deflated unless `more` names a filter."""
    if b"/Filter" not in more:
        data, more = zlib.compress(data), more + b" /Filter /FlateDecode"
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent %d %s /Length %d >>\n"
        b"stream\n%s\nendstream" % (*size, colours, bits, more, len(data), data)
    )


def page(pictures: list[bytes], content: bytes = WHOLE, box: bytes = b"0 0 595 842", more: bytes = b"") -> bytes:
    """A PDF of one page that may draw the pictures /Im0, /Im1... and write in Helvetica, /F1."""
    names = b" ".join(b"/Im%d %d 0 R" % (n, 6 + n) for n in range(len(pictures)))
    return paper.raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> /XObject << %s >> >> >>" % (box, more, names),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *pictures,
        ]
    )


def group4(sheet: Image.Image) -> bytes:
    """The T.6 code of a one-bit picture, as libtiff writes it into a single strip; black is 1."""
    out = io.BytesIO()
    ImageOps.invert(sheet.convert("L")).convert("1").save(out, "TIFF", compression="group4")
    with Image.open(io.BytesIO(out.getvalue())) as saved:
        (start,), (length,) = saved.tag_v2[273], saved.tag_v2[279]  # type: ignore[attr-defined]
    return out.getvalue()[start : start + length]


def jbig2(sheet: Image.Image) -> bytes:
    """A JBIG2 stream of a PDF (ITU-T T.88): a page, and one generic region coded by MMR, which is T.6."""
    width, height = sheet.size
    whole = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + group4(sheet)
    segments = ((48, whole), (38, region))
    return b"".join(struct.pack(">IBBBI", n, kind, 0, 1, len(d)) + d for n, (kind, d) in enumerate(segments))


def one_bit_jpx(sheet: Image.Image) -> bytes:
    """A JPEG 2000 file of one bit: lossless values of 127 and 128, and a head that says one bit instead of eight.

    The shift of levels is half the range (ISO 15444-1, annex G): 128 of 256, 1 of 2.
    """
    out = io.BytesIO()
    near_half = np.where(np.asarray(sheet.convert("L")) > 128, 128, 127).astype(np.uint8)
    Image.fromarray(near_half).save(out, "JPEG2000", irreversible=False)
    data = bytearray(out.getvalue())
    data[data.index(b"ihdr") + 14] = 0
    data[data.index(b"\xff\x51") + 40] = 0
    return bytes(data)


def shifted(
    box: tuple[int, int, int, int], crop: tuple[int, int, int, int] | None, rotate: int | None, spin: int = 0
) -> bytes:
    """The dispatch as a word processor exports it, its page moved to the box, cropped, and shown turned.

    `spin`: the print itself is turned counterclockwise by so many degrees, around the middle of an A4 page.
    """
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper.born_digital())) as pdf:
        sheet = pdf.pages[0]
        spun = {0: b"", 90: b"0 1 -1 0 842 0 cm", 180: b"-1 0 0 -1 595 842 cm", 270: b"0 -1 1 0 0 595 cm"}[spin]
        moved = b"q 1 0 0 1 %d %d cm %s" % (box[0], box[1], spun)
        sheet.contents_add(pikepdf.Stream(pdf, moved), prepend=True)
        sheet.contents_add(pikepdf.Stream(pdf, b"Q"))
        sheet.obj.MediaBox = pikepdf.Array(list(box))
        if crop:
            sheet.obj.CropBox = pikepdf.Array(list(crop))
        if rotate is not None:
            sheet.obj.Rotate = rotate
        pdf.save(out)
    return out.getvalue()
