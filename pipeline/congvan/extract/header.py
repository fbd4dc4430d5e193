"""The header of a dispatch: its cells become fields of the contract, each with the span where it stands.

Letterhead and signature block are read by place (the cells of layout); what is blank or unreadable there is a field
without a value, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.layout import Cell
from congvan.datamodel.mentions import CodeMention
from congvan.grammar.documents.codes import code_at
from congvan.grammar.letterhead.dateline import dateline
from congvan.grammar.letterhead.spelling import post_of
from congvan.grammar.letterhead.titles import title_of
from congvan.lexicons import load
from congvan.text.likeness import flat
from congvan.text.provenance import is_scrawl, was_read
from congvan.text.tokens import context_of, text_of

_ABOUT = regex.compile(
    r"^[\W_]{0,3}(?:v\s?[/.,il]?\s?v\b[\s:.]{0,3}(?:ve\s(?:viec\s)?)?|v[ea]\s{0,2}viec\b[\s:]{0,3}|ve\s+(?=\S))"
)
_EDGES = " \n\t.,;:*_|~`'^-–—"
_NAME_EDGES = _EDGES + '"“”()[]{}<>/\\\\'
_CAPACITY = regex.compile(r"^\W{0,4}(?:t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l|t\s?[./]?\s?u\s?[./]?\s?q|q)[\s.,:/]")
_SCRAP = regex.compile(r"^\W{0,4}(?P<sign>\w{0,3}[^\p{L}\s]{0,3})\s{0,2}(?=\p{Lu}{2})")
_ARRIVAL = regex.compile(
    r"^den\b.{0,30}?(?=\bve viec\b|\bv/v\b)"
)  # an arrival stamp on the line: ĐẾN Ngày 3/5 Về việc ...
# Dots and strokes behind a line of a name: specks or what is left of a rule.
_LEADERS = regex.compile(r"(?<=\p{L}{2})[.…_~*]+(?=\s|$)")
# Words of a stamp, flat -> its level, the most telling first; the last stands for a stamp without them. Layout has
# found the stamp, here it only gets its name.
_SECRECY = (("tuyet", "tuyệt mật"), ("toi", "tối mật"), ("", "mật"))
_URGENCY = (("hoa", "hỏa tốc"), ("toc", "hỏa tốc"), ("thuong", "thượng khẩn"), ("huong", "thượng khẩn"), ("", "khẩn"))


def extract(doc: Doc) -> list[Candidate]:
    """Candidates of the kinds `header.<field>`, at most one value for each cell."""
    by_role: dict[str, list[Cell]] = {}
    for cell in context_of(doc).layout.cells:
        by_role.setdefault(cell.role, []).append(cell)
    text = text_of(doc)
    titles = [title_of(text[c.start : c.end]) for c in by_role.get("title", [])]
    codes = list(_code(doc, by_role.get("code", []), titles[0].name if titles and titles[0] else None))
    code = codes[0] if codes else None
    found = list(codes)
    found += _type(text, by_role, code)
    for role in ("issuer", "parent"):
        found += (_named(doc, cell, f"header.{role}") for cell in by_role.get(role, [])[:1])
    found += _place_and_date(doc, by_role.get("place_date", []))
    found += (_subject(text, cell) for cell in by_role.get("subject", [])[:1])
    found += _signature(doc, by_role)
    found += _stamps(text, by_role)
    return [candidate for candidate in found if candidate.end > candidate.start]


def _code(doc: Doc, cells: list[Cell], title: str | None) -> Iterator[Candidate]:
    """The number of the dispatch; without a value where it is not filled in or cannot be read.

    What OCR made of a number written by hand stands behind as an alternative.
    """
    for cell in cells[:1]:
        mention = code_at(text_of(doc), cell.start, cell.end)
        if mention is None:
            yield Candidate("header.code", cell.start, cell.end, {"value": None}, "header.code.unread", 0.3)
            return
        canonical, span = context_of(doc).canonical, (mention.start, mention.end)
        value, rule = mention.value, "header.code.printed" if mention.value else "header.code.blank"
        if value and was_read(canonical, *span):
            value, rule = _read_code(mention, title), "header.code.read"
            glued = text_of(doc)[cell.start : mention.start].isalpha()  # `Số83/`: what ran into the cue was no print
            if value and (glued or is_scrawl(canonical, mention.start, mention.start + len(mention.number))):
                yield Candidate("header.code", *span, {"value": None}, "header.code.handwritten", 0.5)
                yield Candidate("header.code", *span, {"value": value}, "header.code.guessed", 0.2)
                return
        yield Candidate("header.code", *span, {"value": value}, rule, 0.9)


def _read_code(mention: CodeMention, title: str | None) -> str | None:
    """A number that OCR read: a letter in it is a figure misread; the title sets the bar of Đ in the type's sign."""
    value = mention.value or ""
    if not mention.number.isdigit():
        return None
    sign = regex.match(r"\d+(?:/\d{4})?[/-](?P<sign>\p{L}+)", value)
    for row in load("types"):
        if (
            sign
            and row["name"] == title
            and row["abbreviation"]
            and flat(row["abbreviation"]) == flat(sign.group("sign"))
        ):
            return value[: sign.start("sign")] + row["abbreviation"] + value[sign.end("sign") :]
    return value


def _type(text: str, by_role: dict[str, list[Cell]], code: Candidate | None) -> Iterator[Candidate]:
    """The type: the title's, else a letter's by `V/v` or by the number."""
    for cell in by_role.get("title", [])[:1]:
        title = title_of(text[cell.start : cell.end])
        if title is not None:
            yield Candidate("header.type", cell.start, cell.end, {"value": title.name}, "header.type.title", 0.95)
            return
    mention = code_at(text, code.start, code.end) if code is not None else None
    named = mention.type if mention is not None else None
    for cell in by_role.get("subject", [])[:1]:
        about = _ABOUT.match(flat(text[cell.start : cell.end]))
        if about is not None:
            end = cell.start + len(about.group().rstrip())
            value = named or "công văn"
            yield Candidate("header.type", cell.start, end, {"value": value}, "header.type.letter", 0.85)
            return
    if code is not None and named is not None:
        yield Candidate("header.type", code.start, code.end, {"value": named}, "header.type.code", 0.7)
    elif code is not None and code.values["value"] and by_role.get("addressee"):
        yield Candidate("header.type", code.start, code.end, {"value": "công văn"}, "header.type.letter_code", 0.7)


def _named(doc: Doc, cell: Cell, kind: str) -> Candidate:
    """A body's name, printed over one or more lines."""
    start, end = _trimmed(text_of(doc), cell.start, cell.end, _EDGES)
    value = _joined(_LEADERS.sub(" ", text_of(doc)[start:end]))
    return Candidate(kind, start, end, {"value": value}, f"{kind}.cell", 0.85)


def _place_and_date(doc: Doc, cells: list[Cell]) -> Iterator[Candidate]:
    """Place and day of the dateline; a day or month written by hand is no value, what OCR made of it an alternative."""
    text = text_of(doc)
    for cell in cells[:1]:
        found = dateline(text[cell.start : cell.end])
        if found is None:
            return
        if found.place is not None:
            start, end = (cell.start + at for at in found.place)
            value = _joined(text[start:end])
            yield Candidate("header.place", start, end, {"value": value}, "header.place.cell", 0.9)
        start, end = cell.start + found.date_start, cell.start + found.end
        rule = "header.issued_on.cell" if found.value else "header.issued_on.blank"
        if found.value and is_scrawl(context_of(doc).canonical, start, end):
            yield Candidate("header.issued_on", start, end, {"value": None}, "header.issued_on.handwritten", 0.5)
            yield Candidate("header.issued_on", start, end, {"value": found.value}, "header.issued_on.guessed", 0.2)
        else:
            yield Candidate("header.issued_on", start, end, {"value": found.value}, rule, 0.9)


def _subject(text: str, cell: Cell) -> Candidate:
    """The trích yếu without `V/v`, `Về việc`, `Về`, and without brackets that hold all of it."""
    start, end = _trimmed(text, cell.start, cell.end, " \n\t.,;:*_|~`-–—")
    if text[start] == "(" and text[end - 1] == ")" and text.count("(", start, end) == 1:
        start, end = start + 1, end - 1
    stamp = _ARRIVAL.match(flat(text[start:end]))
    start += stamp.end() if stamp else 0
    about = _ABOUT.match(flat(text[start:end]))
    rule = "header.subject.title"
    if about is not None:
        start += about.end()
        rule = "header.subject.about"
    start, end = _trimmed(text, start, end, " \n\t;:*_|~`")
    return Candidate("header.subject", start, end, {"value": _joined(text[start:end])}, rule, 0.85)


def _signature(doc: Doc, by_role: dict[str, list[Cell]]) -> Iterator[Candidate]:
    """Capacity lines joined, the post under them, the name."""
    text = text_of(doc)
    authority = [_trimmed(text, c.start, c.end, _EDGES) for c in by_role.get("authority", [])]
    if authority:
        value = " ".join(_capacity(doc, a, b) for a, b in authority)
        whole = (authority[0][0], authority[-1][1])
        near = 0 < whole[1] - whole[0] <= len(value) + 4
        start, end = whole if near else authority[0]
        rest = () if near else tuple(authority[1:])
        yield Candidate("header.authority", start, end, {"value": value}, "header.authority.cell", 0.9, rest)
    for cell in by_role.get("signer_role", [])[:1]:
        start, end = _trimmed(text, cell.start, cell.end, _EDGES)
        value = _joined(text[start:end])
        yield Candidate("header.signer_role", start, end, {"value": value}, "header.signer_role.cell", 0.9)
    for cell in by_role.get("signer", [])[:1]:
        start, end = _trimmed(text, cell.start, cell.end, _NAME_EDGES)
        value = _joined(text[start:end])
        yield Candidate("header.signer", start, end, {"value": value}, "header.signer.cell", 0.9)


def _capacity(doc: Doc, start: int, end: int) -> str:
    """A capacity line as printed.

    What OCR lost of `KT.` or `TL.` under a stamp is told by the posts around it: a deputy signs below the head's post
    only for the head (Decree 30/2020/NĐ-CP, annex I, II.7).
    """
    printed = _joined(text_of(doc)[start:end])
    if not was_read(context_of(doc).canonical, start, end):
        return printed
    if _CAPACITY.match(flat(printed)):
        return printed
    post, scrap = post_of(printed), _SCRAP.match(printed)
    if post is None and scrap is not None:
        post = post_of(printed[scrap.end() :])
        if scrap.group("sign").upper().startswith("T"):
            return f"TL. {post or printed[scrap.end() :]}"
    return f"KT. {post or printed}"


def _stamps(text: str, by_role: dict[str, list[Cell]]) -> Iterator[Candidate]:
    for role, levels in (("urgency", _URGENCY), ("secrecy", _SECRECY)):
        for cell in by_role.get(role, [])[:1]:
            words = flat(text[cell.start : cell.end])
            level = next(level for word, level in levels if word in words)
            if level == "khẩn" and words.lstrip(" .|").startswith("th"):  # a worn stamp: `TH KHẨN`
                level = "thượng khẩn"
            yield Candidate(f"header.{role}", cell.start, cell.end, {"value": level}, f"header.{role}.stamp", 0.9)


def _joined(text: str) -> str:
    return " ".join(text.replace(" | ", " ").split())


def _trimmed(text: str, start: int, end: int, edges: str) -> tuple[int, int]:
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end
