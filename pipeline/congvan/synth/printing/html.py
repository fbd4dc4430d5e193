"""Writes a dispatch as a web page, built as portals of offices do: tables, inline styles, entities, chrome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from html.entities import codepoint2name
from itertools import pairwise
from random import Random

from congvan.synth.printing.foot import signatures
from congvan.synth.printing.manner import LAYOUTS, look_of
from congvan.synth.printing.tables import alignments, column_widths, is_row, letters
from congvan.synth.tree import Block, Dispatch

_SIGNATURE_LINES = 4
_ALIGN = {"centre": "center", "justify": "justify", "left": "left"}
_MARKS = ("urgency", "secrecy")


@dataclass(frozen=True, slots=True)
class Habits:
    """How the portal writes: `chrome`: the page has menus, scripts and a foot of its own; `entities`: `latin` names
    letters of Latin-1 (as editors in browsers do), `all` numbers the others too, `none` leaves them; `word`: markup as
    Word saves it; `upper`: tags in capitals, as old portals have them; `heads`: tables have `thead` and `th`;
    `indents`: first lines of paragraphs are indented.
    """

    chrome: bool
    entities: str
    word: bool
    upper: bool
    heads: bool
    indents: bool

    @classmethod
    def draw(cls, rng: Random) -> Habits:
        return cls(
            chrome=rng.random() < 0.5,
            entities=rng.choice(("none", "none", "latin", "all")),
            word=rng.random() < 0.3,
            upper=rng.random() < 0.15,
            heads=rng.random() < 0.5,
            indents=rng.random() < 0.7,
        )


def html(dispatch: Dispatch, rng: Random) -> bytes:
    """The page in UTF-8; the element with class `noi-dung` holds the dispatch and nothing else."""
    return _Writer(dispatch, rng).page().encode()


class _Writer:
    """One page on its way: the portal's habits and the looks of the dispatch's layout."""

    def __init__(self, dispatch: Dispatch, rng: Random) -> None:
        self.dispatch, self.rng = dispatch, rng
        self.habits = Habits.draw(rng)
        self.layout = LAYOUTS[dispatch.layout]

    # -- text --------------------------------------------------------------------------------------------

    def tag(self, name: str, inner: str, **attributes: str) -> str:
        name = name.upper() if self.habits.upper else name
        told = "".join(f' {key.strip("_")}="{value}"' for key, value in attributes.items() if value)
        return f"<{name}{told}>{inner}</{name}>"

    def text(self, text: str) -> str:
        """Characters as the portal's editor keeps them."""
        kept = escape(text, quote=self.rng.random() < 0.5)
        if self.habits.entities == "none":
            return kept
        return "".join(self._entity(c) for c in kept)

    def _entity(self, character: str) -> str:
        code = ord(character)
        if code < 0x80:
            return character
        if code in codepoint2name and (code < 0x100 or self.habits.entities == "all"):
            return f"&{codepoint2name[code]};"
        return f"&#{code};" if self.habits.entities == "all" else character

    def runs(self, block: Block, start: int, end: int) -> str:
        """The span of the block's text with its bold and italic stretches; line breaks as `<br />`."""
        phrase = block.phrase
        cuts = {start, end, *(at for span in (*phrase.bold, *phrase.italic) for at in span if start < at < end)}
        made = []
        for a, b in pairwise(sorted(cuts)):
            inner = "<br />\n".join(self.text(piece) for piece in block.text[a:b].split("\n"))
            if any(x <= a < y for x, y in phrase.bold):
                inner = self.tag("strong", inner)
            if any(x <= a < y for x, y in phrase.italic):
                inner = self.tag("em", inner)
            made.append(inner)
        return "".join(made)

    def dressed(self, block: Block, span: tuple[int, int] | None = None) -> str:
        """The block's text in the face of its role."""
        start, end = span or (0, len(block.text))
        inner = self.runs(block, start, end)
        look = look_of(block, self.layout)
        if "italic" in look.face:
            inner = self.tag("em" if self.rng.random() < 0.5 else "i", inner)
        if "bold" in look.face:
            inner = self.tag("strong" if self.rng.random() < 0.5 else "b", inner)
        if block.role in _MARKS:
            return self.tag("span", inner, style="color:#c00000; border:1px solid #c00000; padding:2px 6px")
        if self.habits.word:
            return self.tag("span", inner, lang="VI", style=f"font-size:{14 + look.size:g}.0pt;mso-fareast-language:VI")
        return inner

    def paragraph(self, block: Block) -> str:
        look = look_of(block, self.layout)
        style = f"text-align:{_ALIGN[look.align]}"
        if look.first and self.habits.indents:
            style += ";text-indent:36pt"
        if look.indent:
            style += ";margin-left:140pt"
        return self.tag("p", self.dressed(block), **self._class(), style=style) + "\n"

    def _class(self) -> dict[str, str]:
        return {"class_": "MsoNormal"} if self.habits.word else {}

    def empty(self) -> str:
        return self.tag("p", "&nbsp;", **self._class()) + "\n"

    # -- parts -------------------------------------------------------------------------------------------

    def content(self) -> str:
        parts = [self._letterhead(), self._blocks(self.dispatch.body), self._foot()]
        parts += [self._blocks([block for block in self.dispatch.blocks if block.role == "contact_line"], only=True)]
        for annex in self.dispatch.annexes:
            parts.append(self.tag("div", self._blocks(annex), style="page-break-before:always") + "\n")
        return "".join(parts)

    def _letterhead(self) -> str:
        cells = [self._cell(self.dispatch.left, "42%"), self._cell(self.dispatch.right, "58%")]
        return self._plain_table([cells])

    def _cell(self, blocks: Sequence[Block], width: str) -> str:
        """Paragraphs, or lines with breaks between them, in a cell."""
        shown = [block for block in blocks if block.role != "contact_line"]
        inner = ""
        for at, block in enumerate(shown):
            if block.role == "signer":
                inner += self.empty() * _SIGNATURE_LINES
            whole = self.habits.word or at % 2
            inner += self.paragraph(block) if whole else self.tag("div", self.dressed(block), align="center")
        return self.tag("td", inner, width=width, valign="top")

    def _plain_table(self, rows: Sequence[Sequence[str]]) -> str:
        inner = "\n".join(self.tag("tr", "\n".join(row)) for row in rows)
        table = self.tag("tbody", inner)
        return self.tag("table", table, border="0", cellspacing="0", width="100%", style="border:none") + "\n"

    def _foot(self) -> str:
        signing = [[block for _, block in blocks] for blocks in signatures(self.dispatch)]
        if len(signing) > 1:
            wide = f"{100 // len(signing)}%"
            return self._plain_table([[self._cell(blocks, wide) for blocks in signing]]) + self._recipients()
        listed = self.tag("td", self._recipients(), width="45%", valign="top")
        return self.empty() + self._plain_table([[listed, self._cell(signing[0], "55%")]])

    def _recipients(self) -> str:
        """Lines of one paragraph; those under a brace in a table beside their note."""
        blocks = [block for block in self.dispatch.foot_left if block.role != "contact_line"]
        braces = {n - block.covers: n for n, block in enumerate(blocks) if block.role == "brace"}
        parts: list[str] = []
        lines: list[str] = []

        def flush() -> None:
            if lines:
                parts.append(self.tag("p", "<br />\n".join(lines), **self._class(), style="font-size:11pt") + "\n")
                lines.clear()

        at = 0
        while at < len(blocks):
            if (brace := braces.get(at)) is None:
                lines.append(self.dressed(blocks[at]))
                at += 1
                continue
            flush()
            left = "<br />\n".join(self.dressed(block) for block in blocks[at:brace])
            note = self.tag("td", self.dressed(blocks[brace]), style="border-left:1px solid #000")
            parts.append(self._plain_table([[self.tag("td", left), note]]))
            at = brace + 1
        flush()
        return "".join(parts)

    def _blocks(self, blocks: Sequence[Block], only: bool = False) -> str:
        parts: list[str] = []
        rows: list[Block] = []
        for block in blocks:
            if rows and not is_row(block):
                parts.append(self._ruled_table(rows))
                rows = []
            if is_row(block):
                rows.append(block)
            elif only or block.role != "contact_line":
                parts.append(self.paragraph(block))
        return "".join([*parts, self._ruled_table(rows) if rows else ""])

    def _ruled_table(self, rows: Sequence[Block]) -> str:
        widths, aligned = column_widths(rows, 100.0, letters, 1.0), alignments(rows)
        shares = [f"{100 * wide / sum(widths):.0f}%" for wide in widths]
        made = [self._row(row, shares, aligned) for row in rows]
        head = 1 if self.habits.heads and rows[0].role == "row_head" else 0
        inner = (self.tag("thead", made[0]) if head else "") + self.tag("tbody", "\n".join(made[head:]))
        return self.tag("table", inner, border="1", cellspacing="0", style="border-collapse:collapse") + "\n"

    def _row(self, row: Block, shares: Sequence[str], aligned: Sequence[str]) -> str:
        name = "th" if self.habits.heads and row.role == "row_head" else "td"
        cells = []
        for at, span in enumerate(row.cells):
            last = at + 1 == len(row.cells)
            spanned = str(len(shares) - at) if last and at + 1 < len(shares) else ""
            inner = self.dressed(row, span)
            if self.habits.word:
                inner = self.tag("p", inner, class_="MsoNormal")
            style = f"text-align:{_ALIGN[aligned[at]]}" if row.role == "row" else ""
            cells.append(self.tag(name, inner, width=shares[at], colspan=spanned, style=style))
        return self.tag("tr", "".join(cells))

    # -- the page around it ------------------------------------------------------------------------------

    def page(self) -> str:
        content = self.tag("div", "\n" + self.content(), class_="noi-dung") + "\n"
        title = self.tag("title", self.text("Văn bản - Cổng thông tin điện tử"))
        meta = '<meta charset="utf-8" />' if self.rng.random() < 0.6 else _OLD_META
        style = f"<style>\n{_STYLE}</style>\n" if self.habits.chrome or self.habits.word else ""
        head = f"{meta}\n{title}\n{style}"
        around = (self._above(), self._below()) if self.habits.chrome else ("", "")
        body = self.tag("body", "\n" + around[0] + content + around[1])
        whole = self.tag("html", f"\n{self.tag('head', head)}\n{body}\n", lang="vi")
        return f"<!DOCTYPE html>\n{whole}\n"

    def _above(self) -> str:
        entries = self.rng.sample(_MENU, 4)
        menu = "".join(self.tag("li", self.tag("a", self.text(entry), href="#")) for entry in entries)
        return (
            self.tag("header", self.tag("div", self.text("CỔNG THÔNG TIN ĐIỆN TỬ"), class_="logo"))
            + self.tag("nav", self.tag("ul", menu))
            + f"\n<script>\nvar luotXem = {self.rng.randint(10, 9000)};\n{_SCRIPT}</script>\n"
        )

    def _below(self) -> str:
        foot = f"Lượt xem: {self.rng.randint(10, 9000)} | Bản in | Gửi cho bạn bè | Về đầu trang"
        return self.tag("footer", self.tag("p", self.text(foot))) + "\n<!-- hết trang -->\n"


_OLD_META = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
_MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Thủ tục hành chính", "Hỏi đáp", "Liên hệ", "Sơ đồ trang")
_SCRIPT = "if (luotXem < 0 && 1) { document.title = '<p>Số: 0</p>'; }\n"
_STYLE = """
 p.MsoNormal { margin: 0 0 6pt 0; font: 14pt "Times New Roman", serif; }
 .noi-dung { width: 800px; margin: 0 auto; }
 nav li { display: inline; }
"""
