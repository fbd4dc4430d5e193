"""Pieces of WordprocessingML (ECMA-376, part 1) that python-docx has no calls for: lists, fields, boxes, borders."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = {
    "w": _W,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_EMU = 12700  # English Metric Units a point
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# A typed label -> how Word counts it: its pattern, w:numFmt, and w:lvlText round the number.
_LABELS = (
    (re.compile(r"Điều (\d{1,2})\. "), "decimal", "Điều %1."),
    (re.compile(r"(\d{1,2})\. "), "decimal", "%1."),
    (re.compile(r"([IVX]{1,4})\. "), "upperRoman", "%1."),
    (re.compile(r"([a-h])\) "), "lowerLetter", "%1)"),
    (re.compile(r"- "), "bullet", "-"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A list label: its length in the text, blank included, and what Word makes it of; `value` counts from 1."""

    length: int
    format: str
    text: str
    value: int


def label_of(text: str) -> Label | None:
    """The label the text begins with, if Word can count it."""
    for pattern, kind, shown in _LABELS:
        if found := pattern.match(text):
            number = found[1] if found.groups() else "1"
            if kind == "upperRoman" and number not in _ROMAN:
                continue
            value = {
                "upperRoman": lambda n: _ROMAN.index(n),
                "lowerLetter": lambda n: ord(n) - ord("a") + 1,
            }.get(kind, int)(number)
            return Label(found.end(), kind, shown, value)
    return None


@dataclass
class Lists:
    """Automatic numbers of one document: a definition a format, an instance wherever counting starts anew."""

    document: Document
    suffix: str = "tab"
    _definitions: dict[tuple[str, str, bool], int] = field(default_factory=dict)
    _running: dict[tuple[str, str, bool], tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # The template's own definitions go: nothing in the document points to them.
        for child in list(self._numbering):
            self._numbering.remove(child)

    @property
    def _numbering(self) -> Any:
        return self.document.part.numbering_part.element

    def number(self, paragraph: Any, label: Label, bold: bool) -> None:
        """Give the paragraph this label as an automatic number."""
        key = (label.format, label.text, bold)
        instance, last = self._running.get(key, (0, 0))
        if instance == 0 or (label.format != "bullet" and label.value != last + 1):
            instance = self._start(key, label.value)
        self._running[key] = (instance, label.value)
        counted = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        counted.get_or_add_ilvl().val = 0
        counted.get_or_add_numId().val = instance

    def _start(self, key: tuple[str, str, bool], value: int) -> int:
        if key not in self._definitions:
            self._define(key)
        instance = len(self._numbering.findall(f"{{{_W}}}num")) + 1
        start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{value}"/></w:lvlOverride>'
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{instance}">'
                f'<w:abstractNumId w:val="{self._definitions[key]}"/>{start}</w:num>'
            )
        )
        return instance

    def _define(self, key: tuple[str, str, bool]) -> None:
        kind, text, bold = key
        number = self._definitions[key] = len(self._definitions)
        look = "<w:rPr><w:b/></w:rPr>" if bold else ""
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="{self.suffix}"/>'
            f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>{look}</w:lvl></w:abstractNum>'
        )
        # Definitions stand before instances (ECMA-376, part 1, 17.9.16).
        self._numbering.insert(number, made)


def page_field(paragraph: Any, simple: bool) -> None:
    """The number of the page as a field, simple or in parts as Word writes it."""
    if simple:
        paragraph._p.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>')
        )
        return
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{piece}</w:r>"))


def text_box(paragraph: Any, lines: list[str], width: float, at: tuple[float, float], number: int, ruled: bool) -> None:
    """A floating box of `width` points whose corner is `at` points from the paragraph's: red and ruled, or plain.

    As Word saves it: a drawing, and the same once more as VML for older readers.
    """
    look = '<w:b/><w:color w:val="C00000"/>' if ruled else '<w:sz w:val="22"/>'
    inner = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{look}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    height = 10 + 18 * len(lines)
    x, y = at
    edge = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>' if ruled else "<a:noFill/>"
    drawing = (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{int(x * _EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(y * _EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(width * _EMU)}" cy="{height * _EMU}"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Text Box {number}"/><a:graphic>'
        f'<a:graphicData uri="{_NAMESPACES["wps"]}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{int(width * _EMU)}" cy="{height * _EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="12700">{edge}</a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing>"
    )
    old = (
        f'<w:pict><v:rect style="position:absolute;margin-left:{x:g}pt;margin-top:{y:g}pt;'
        f'width:{width:g}pt;height:{height}pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>'
        "</v:rect></w:pict>"
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {_DECLARED}><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def border(paragraph: Any, side: str) -> None:
    """A thin rule over (`top`) or under (`bottom`) the paragraph."""
    made = parse_xml(f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>')
    # Borders stand before spacing, indents and alignment (ECMA-376, part 1, 17.3.1.26).
    paragraph._p.get_or_add_pPr().insert_element_before(made, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def side_brace(cell: Any) -> None:
    """The left edge of a cell as the brace beside a list."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(
            f'<w:tcBorders {nsdecls("w")}><w:left w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'
        )
    )


def repeated(row: Any) -> None:
    """The row heads its table on every page."""
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
