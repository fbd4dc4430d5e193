"""Scanned pages as files: PDF of pictures with captions as real text, TIFF of many frames, JPEG as phones write it.

The same pages give the same bytes: no dates, no random identifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from math import ceil

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from congvan.synth.scanner.capture import EXIF_TURNS, Scanned, ScannedPage

_EXIF_ORIENTATION = 274
_STRIP_OFFSET, _STRIP_BYTES = 273, 279
# The transposition that undoes a turn clockwise.
_UNDO = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
_METHODS = {"1": "group4", "L": "tiff_lzw", "RGB": "jpeg"}
_CAPTION_INK = (0.0, 0.0, 0.0)


def scan_pdf(scanned: Scanned) -> bytes:
    """One picture a page (CCITT G4 for one bit, JPEG otherwise), captions as visible text over it."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setProducer("congvan synth")
    for number, page in enumerate(scanned.pages, 1):
        canvas.setPageSize((page.width, page.height))
        _draw_picture(canvas, f"page{number}", _compressed(page), page.width, page.height)
        canvas.setFillColorRGB(*_CAPTION_INK)
        for word in page.captions:
            canvas.setFont(word.font, word.size)
            canvas.drawString(word.box.x0, page.height - word.baseline, word.text + (" " if word.spaced else ""))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def tiff(scanned: Scanned) -> bytes:
    """One frame a page: CCITT G4 for one bit, LZW for grey, JPEG for colour (LZW where pages differ)."""
    out = BytesIO()
    first = scanned.pages[0]
    # Copies, for a picture that was saved before remembers how, and its frame would be packed so.
    frames = [page.image.copy() for page in scanned.pages]
    alike = len({frame.mode for frame in frames}) == 1
    compression = _METHODS[first.image.mode] if alike else "tiff_lzw"
    how = {"quality": first.quality} if compression == "jpeg" else {}
    resolution = (first.dpi, first.dpi)
    frames[0].save(
        out, "TIFF", save_all=True, append_images=frames[1:], compression=compression, dpi=resolution, **how
    )  # fmt: skip
    return out.getvalue()


def jpeg(page: ScannedPage) -> bytes:
    """A picture file. A photo tells no resolution; where it has an orientation, its pixels lie as the sensor lay."""
    out = BytesIO()
    image = page.image.convert("L") if page.image.mode == "1" else page.image
    if not page.photo:
        image.save(out, "JPEG", quality=page.quality, dpi=(page.dpi, page.dpi))
        return out.getvalue()
    turn = EXIF_TURNS[page.orientation]
    exif = Image.Exif()
    exif[_EXIF_ORIENTATION] = page.orientation
    lying = image.transpose(_UNDO[turn]) if turn else image
    lying.save(out, "JPEG", quality=page.quality, exif=exif)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Packed:
    """A compressed picture: bytes, the PDF's filter and colour space, bits a sample, size in pixels."""

    data: bytes
    filter: str
    space: str
    bits: int
    size: tuple[int, int]


def _compressed(page: ScannedPage) -> _Packed:
    image = page.image
    out = BytesIO()
    if image.mode != "1":
        image.save(out, "JPEG", quality=page.quality)
        space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
        return _Packed(out.getvalue(), "DCTDecode", space, 8, image.size)
    # libtiff packs the fax; one strip holds the whole page.
    image.save(out, "TIFF", compression="group4", strip_size=ceil(image.width / 8) * image.height)
    out.seek(0)
    with TiffImageFile(out) as packed:
        (start,), (length,) = packed.tag_v2[_STRIP_OFFSET], packed.tag_v2[_STRIP_BYTES]
    return _Packed(out.getvalue()[start : start + length], "CCITTFaxDecode", "DeviceGray", 1, image.size)


class _Picture(pdfdoc.PDFObject):  # type: ignore[misc]
    """An image XObject of bytes that are compressed already; the printer's library knows JPEG alone."""

    def __init__(self, packed: _Packed) -> None:
        self._packed = packed

    def format(self, document: object) -> bytes:
        packed = self._packed
        stream = pdfdoc.PDFStream(content=packed.data)
        entries = stream.dictionary
        entries["Type"], entries["Subtype"] = pdfdoc.PDFName("XObject"), pdfdoc.PDFName("Image")
        entries["Width"], entries["Height"] = packed.size
        entries["BitsPerComponent"], entries["ColorSpace"] = packed.bits, pdfdoc.PDFName(packed.space)
        entries["Filter"] = pdfdoc.PDFName(packed.filter)
        if packed.filter == "CCITTFaxDecode":
            columns, rows = packed.size
            parameters = {"K": -1, "Columns": columns, "Rows": rows, "BlackIs1": "true"}
            entries["DecodeParms"] = pdfdoc.PDFDictionary(parameters)
        formatted: bytes = stream.format(document)
        return formatted


def _draw_picture(canvas: Canvas, name: str, packed: _Packed, width: float, height: float) -> None:
    """The picture over the whole page, in points."""
    document = canvas._doc
    document.addForm(name, _Picture(packed))
    canvas.saveState()
    canvas.scale(width, height)
    canvas.doForm(name)
    canvas.restoreState()
