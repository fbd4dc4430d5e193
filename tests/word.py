"""Word documents made by hand, part by part, so that a test says exactly what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from congvan.reading.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="word/document.xml"/></Relationships>'  # noqa: E501


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph of one run, or of `inner`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner or run(text)}</w:p>"


def in_list(text: str, num: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def table(*rows: list[str], ruled: bool = False) -> str:
    """Cells hold a text whose lines are paragraphs, or XML of their own (`<w:...`)."""
    sides = "".join(f'<w:{s} w:val="single"/>' for s in ("left", "right", "insideV")) if ruled else ""
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{body}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    if content.startswith("<w:tc>"):
        return content
    inner = content if content.startswith("<w:") else "".join(map(paragraph, content.split("\n")))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX. `parts`: kind (`styles`, `numbering`, `footnotes`, `header1`, ...) -> what is inside its root."""
    roots = {"header": "hdr", "footer": "ftr"}
    files = {"[Content_Types].xml": TYPES, "_rels/.rels": MAIN}
    files["word/document.xml"] = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    relations = ""
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{_KINDS}/{kind}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # The mark of OpenDocument stands as it is at the beginning.
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def levels(*shapes: tuple[str, str], properties: str = "") -> str:
    """Levels of a list by `(format, text)`."""
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{properties}'
        "</w:lvl>"
        for n, (form, text) in enumerate(shapes)
    )


def numbering(*lists: str, nums: Mapping[int, int | tuple[int, str]]) -> str:
    """Lists 0, 1, ... of levels, and numbers -> list, or (list, overrides)."""
    text = "".join(f'<w:abstractNum w:abstractNumId="{n}">{shape}</w:abstractNum>' for n, shape in enumerate(lists))
    for num, to in nums.items():
        which, overrides = to if isinstance(to, tuple) else (to, "")
        text += f'<w:num w:numId="{num}"><w:abstractNumId w:val="{which}"/>{overrides}</w:num>'
    return text


def lines_of(data: bytes, folder: Path) -> list[list[str]]:
    """The printed lines of a DOCX, page by page, as text with one blank where several part columns."""
    path = folder / "van-ban.docx"
    path.write_bytes(data)
    return [[line.text for line in page.lines] for page in read_docx(path)]
