"""Paper for tests: an invented dispatch as a born-digital PDF, as a picture, and as a scan in a PDF."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
FONTS = (
    "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
    "/usr/share/fonts/truetype/freefont/FreeSerif.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
)

# (x, top, words), in points; invented office, invented people.
LETTER = (
    (80, 60, "UBND TỈNH SƠN HÀ"),
    (290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (100, 78, "SỞ CÔNG NGHỆ"),
    (330, 78, "Độc lập - Tự do - Hạnh phúc"),
    (90, 104, "Số: 215/SCN-VP"),
    (330, 104, "Sơn Hà, ngày 05 tháng 3 năm 2021"),
    (200, 150, "Kính gửi: Ủy ban nhân dân huyện Bình Khê"),
    (85, 190, "Thực hiện kế hoạch của tỉnh về chuyển đổi số trong cơ quan nhà nước, Sở Công nghệ"),
    (85, 210, "đề nghị các huyện rà soát thủ tục hành chính, báo cáo kết quả bằng văn bản về Sở"),
    (85, 230, "trước ngày 20 tháng 4 năm 2021 để tổng hợp, trình Chủ tịch xem xét quyết định."),
    (85, 250, "Các đơn vị phân công người phụ trách, gửi danh sách kèm theo số điện thoại liên hệ."),
    (85, 300, "Nơi nhận:"),
    (380, 300, "GIÁM ĐỐC"),
    (85, 318, "- Như trên;"),
    (380, 380, "Nguyễn Thị Minh Hòa"),
)
WORDS = tuple(word for _, _, text in LETTER for word in text.split())
Placed = tuple[tuple[float, float, str], ...]


def font_path() -> str:
    """A serif with all Vietnamese letters; `make setup` installs one."""
    for path in FONTS:
        if Path(path).is_file():
            return path
    raise FileNotFoundError("no font with Vietnamese letters (apt-get install fonts-croscore)")


def canvas(buffer: io.BytesIO, size: tuple[float, float] = A4, **options: object) -> Canvas:
    """A page to draw on, with the Vietnamese font registered as `Serif`."""
    pdfmetrics.registerFont(TTFont("Serif", font_path()))
    return Canvas(buffer, pagesize=size, **options)


def write(page: Canvas, lines: Placed = LETTER, size: float = 12, mode: int = 0) -> None:
    """Text as real text; mode 3 is invisible, as OCR layers are."""
    for x, top, text in lines:
        line = page.beginText(x, page._pagesize[1] - top - size)
        line.setFont("Serif", size)
        line.setTextRenderMode(mode)
        line.textOut(text)
        page.drawText(line)


def born_digital(lines: Placed = LETTER, pages: int = 1, **options: object) -> bytes:
    """A PDF as a word processor exports it."""
    buffer = io.BytesIO()
    page = canvas(buffer, **options)
    for _ in range(pages):
        write(page, lines)
        page.showPage()
    page.save()
    return buffer.getvalue()


def picture(lines: Placed = LETTER, dpi: int = 200, size: float = 12, skew: float = 0.0) -> Image.Image:
    """The dispatch as a scanner sees it: RGB, black print on white; `skew` in degrees, lines falling to the right."""
    scale = dpi / 72
    sheet = Image.new("RGB", (round(A4[0] * scale), round(A4[1] * scale)), "white")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(font_path(), round(size * scale))
    for x, top, text in lines:
        draw.text((x * scale, top * scale), text, font=font, fill="black")
    return sheet.rotate(-skew, Image.Resampling.BICUBIC, fillcolor="white") if skew else sheet


def stamp(sheet: Image.Image, text: str, at: tuple[float, float], size: float = 20, tilt: float = 0.0) -> None:
    """A red stamp in a frame, its top left at `at` (points), turned by `tilt` degrees, on a picture at 200 dpi."""
    scale = 200 / 72
    font = ImageFont.truetype(font_path(), round(size * scale))
    left, top, right, bottom = font.getbbox(text)
    margin = 20
    ink = Image.new("RGB", (int(right - left) + 2 * margin, int(bottom - top) + 2 * margin), "white")
    draw = ImageDraw.Draw(ink)
    draw.rectangle((3, 3, ink.width - 4, ink.height - 4), outline=(215, 35, 45), width=4)
    draw.text((margin - left, margin - top), text, font=font, fill=(215, 35, 45), stroke_width=1)
    turned = ink.rotate(tilt, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    sheet.paste(turned, (round(at[0] * scale), round(at[1] * scale)))


def scanned(
    sheet: Image.Image, *, hidden: Placed = (), caption: Placed = (), behind: Placed = (), rotate: int = 0
) -> bytes:
    """A scan in a PDF: the picture over the whole page, with an invisible layer, a caption over it, text behind it."""
    buffer = io.BytesIO()
    page = canvas(buffer)
    write(page, behind)
    page.drawImage(ImageReader(sheet), 0, 0, *A4)
    write(page, hidden, mode=3)
    write(page, caption, size=6)
    page.showPage()
    page.save()
    return turned(buffer.getvalue(), rotate) if rotate else buffer.getvalue()


def turned(data: bytes, degrees: int) -> bytes:
    """The same PDF, its first page shown turned clockwise."""
    pdf = pdfium.PdfDocument(data)
    pdf[0].set_rotation(degrees)
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def one_bit(sheet: Image.Image) -> bytes:
    """A PDF of a scan with one bit a pixel."""
    bits = sheet.convert("1")
    data = zlib.compress(bits.tobytes())
    show = b"q 595 0 0 842 0 0 cm /Im Do Q"
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /XObject << /Im 4 0 R >> >> >>",
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (*bits.size, len(data), data),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(show), show),
        ]
    )


def signed(pdf_text: str, rect: tuple[int, int, int, int] = (380, 780, 580, 830)) -> bytes:
    """A page whose only text stands in the appearance of a signature field, as signing programs write it."""
    left, bottom, right, top = rect
    look = f"BT /F1 8 Tf 2 {top - bottom - 12} Td ({pdf_text}) Tj ET".encode()
    grey = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xf0 EI Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [5 0 R] /Resources << >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(grey), grey),
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [%d %d %d %d] /AP << /N 6 0 R >> >>"
        % rect,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Resources << /Font << /F1 7 0 R >> >> /Length %d >>\n"
        b"stream\n%s\nendstream" % (right - left, top - bottom, len(look), look),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return raw_pdf(objects)


def raw_pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
