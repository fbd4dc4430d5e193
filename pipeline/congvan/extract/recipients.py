"""Recipients: who the dispatch is addressed to (`Kính gửi`), who gets a copy (`Nơi nhận`), where it is kept (`Lưu`).

One item a list line; a wrapped line is joined. A bracket that says why the copy is sent is the note, one that
describes the body stays in its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Cell
from congvan.grammar.wording import any_of
from congvan.lexicons import load
from congvan.text.likeness import flat
from congvan.text.tokens import context_of, text_of

_ADDRESSEE_CUE = regex.compile(  # Kính gửi: ...; GIÁM ĐỐC SỞ Y TẾ ĐIỆN: ...; Trân trọng kính mời: ...
    r"^\W{0,3}(?:kinh\s?g\w{1,2}\s?[:;.,]?|[^:\n]{0,140}\b(?:dien|kinh moi)\s?:)"
)
_RECIPIENTS_CUE = regex.compile(r"^\W{0,6}n\w{1,3}\s?nh\w{1,3}\s{0,2}[:;.,]?[\"*_]{0,3}")
_LOST_CUE = regex.compile(r"^\W{0,4}\w{0,4}\W{0,3}nh[ao]n\W{0,5}$")  # what OCR leaves of `Nơi nhận:`
_DASH = regex.compile(r"^[\s|\"'“”*_.,:;=~`©®°„-]{0,3}(?:[-–—−+•*·●▪■~]\s{0,3}){0,2}[\s.,:;'`]{0,2}")
_NUMBER = regex.compile(r"\d{1,2}[.)]\s+(?=\p{Lu})")  # 1. Sở Nội vụ
_ARCHIVE = regex.compile(r"^l[uưv]+u?\w?\s{0,2}(?:tai\s|o\s)?[:;.,]{0,2}\s{0,3}|^luu\s*$")
# Why the copy is sent: to report, to carry out, to know, to coordinate, to follow, to publish (written out or as b/c).
_PURPOSE = regex.compile(
    r"""
      de\ [^()]{1,60}                                                             # để báo cáo
    | (?: b\s?[/.]?\s?c(?:ao)? | bao\ cao | bcao | t\s?[/.]\s?h | th(?:uc)?[/ ]hien | p\s?[/.]\s?h | phoi\ hop
      | thay | dua\ tin | dang | phat\ (?:thanh|song|hanh) | nhan | luu
      | theo\ doi | biet | chi\ dao | kiem\ tra | giam\ sat | cong\ bo
      | tham\ muu | xem\ xet | trien\ khai | thi\ hanh | tuyen\ truyen | niem\ yet | phuc\ vu | lam\ can\ cu
      | huong\ dan | thong\ bao | gui | xin\ y\ kien | qua\ [vd]b | chap\ hanh | chuan\ bi ) \b [^()]{0,60}
    | [a-z0]{1,2} \s?[/⁄]\s? [a-z]{1,4} $                                          # b/c, t/h, y/k
    """,
    regex.VERBOSE,
)
# What OCR leaves of `(b/c)`, `(t/h)`: two or three small letters, or a stroke.
_SHORT_NOTE = regex.compile(r"(?:[\p{Ll}0]{2,3}|\p{L}{0,2}[/⁄]\p{L}{0,2})$")
_BRACKETED = regex.compile(r"\(\s*(?P<note>[^()]{1,80}?)\s*(?:\)|(?<=\w)$)\s*[;.,]*[\s—–-]*$")
_QUOTED = regex.compile(r"[“\"]\s*(?P<note>[^“”\"]{1,60}?)\s*[”\"]\s*[;.,]*\s*$")
_BRACED = regex.compile(r"[\])}|›»]\s*(?P<note>(?:để\s)?[^})(]{1,40}?)\s*[;.,]*\s*$")
_RUN_ON_DASHED = regex.compile(r";\s{0,3}(?=[-–—+•]\s)")  # - Như trên;- UBND tỉnh
_RUN_ON = regex.compile(r";\s{0,3}(?=\S)")
_RUN_ON_LIST = regex.compile(r";\s{0,3}[-–—+•]?\s{0,2}[Ll]ưu\b")  # Như trên; Sở Nội vụ; Lưu: VT.
_SENTENCE_END = regex.compile(r"(?<=\p{Ll}{2})(?<!\btp)\.(?=\s+\p{Lu}.{40})")
# A brace round several recipients, as a table has it: `- Sở Nội vụ - Sở Tài chính | (b/c)`.
_BRACE_CELL = regex.compile(r"\s\|\s(?P<note>\(?[^()|\n]{2,40}\)?)[\s|]*$")
_BRACE_MEMBER = regex.compile(r"[;,]?\s{1,3}(?=[-–—+•]\s?\p{Lu})")
# The same as printed lines have it: a bar or brace behind each, the note behind one of them.
_BRACE_END = regex.compile(r"\s*[}›»]\s*[;.,]*\s*$")
_BRACE_INSIDE = regex.compile(
    r"""
    \s* (?: [}|›»]?\s* \( (?P<note>[^()\n]{2,30}?) \)      # Các phòng (t/h)⏎ban
         | [}|›»]\s* (?P<note>[^()\n]{2,30}?) )             # Các phòng } t/h⏎ban
    \s*\n\s* (?=\p{L})
    """,
    regex.VERBOSE,
)
_SCRAP = regex.compile(r"[;.]\s{1,4}[^\s(]{1,2}$")
# A line of an arrival stamp that was printed over the list of addressees.
_STAMPED = regex.compile(r"^\W{0,4}(?:so\s?[:.]|ngay\s?[:.]|den\b|chuyen\s?:|cv\b\W{0,3}$)")
_END = " \t\n;.,:|*_~"
# A list on one line is cut at semicolons only after Kính gửi; under Nơi nhận a line is an item, as printed.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A list line: half-open span, wrapped lines included; `note`: what a brace beside several lines says of each."""

    start: int
    end: int
    note: str | None = None


def extract(doc: Doc) -> list[Candidate]:
    """Candidates of kind `recipients`: attributes `name`, `role` and `note`."""
    cells = context_of(doc).layout.cells
    found: list[Candidate] = []
    for cell in cells:
        if cell.role == "addressee":
            found += _addressees(text_of(doc), cell)
    for cell in cells:
        if cell.role == "recipients":
            found += _copies(text_of(doc), cell)
    return found


def _addressees(text: str, cell: Cell) -> Iterator[Candidate]:
    """One item a line or list member after `Kính gửi:`."""
    content = flat(text[cell.start : cell.end])
    cue = _ADDRESSEE_CUE.match(content)
    start = cell.start + (cue.end() if cue else 0)
    lines = _lines(text, start, cell.end)
    if lines and (ended := _SENTENCE_END.search(text, lines[-1].start, lines[-1].end)):
        lines[-1] = _Line(lines[-1].start, ended.end())  # the body was joined to the last addressee
    if len(lines) == 1:
        lines = _members(text, lines[0])
    lines = [_Line(x.start + len(m.group()), x.end) if (m := _NUMBER.match(text, x.start, x.end)) else x for x in lines]
    for n, line in enumerate(lines):
        if len(lines) > 1 and _STAMPED.match(flat(text[line.start : line.end])):
            continue
        quote_from = cell.start if n == 0 and text[cell.start : line.start].count("\n") == 0 else None
        yield from _item(text, line, "addressee", "recipients.addressee", quote_from)


def _members(text: str, line: _Line) -> list[_Line]:
    """The members of a list run together on one line: `- A; - B`, `A; B`."""
    parts: list[_Line] = []
    start = line.start
    for match in regex.finditer(
        r";\s{0,3}(?=[-–+\p{Lu}])|(?<=[\p{L})])\s{1,3}[-–]\s(?=Các\s|Ủy\s|UBND\s)", text[start : line.end]
    ):
        parts.append(_Line(start if not parts else parts[-1].end, line.start + match.end()))
    parts.append(_Line(parts[-1].end if parts else start, line.end))
    return parts


def _copies(text: str, cell: Cell) -> Iterator[Candidate]:
    """The items of `Nơi nhận`; `Lưu` is the archive."""
    content = flat(text[cell.start : min(cell.end, cell.start + 40)])
    cue = _RECIPIENTS_CUE.match(content) if content.lstrip(" -.*_\"'")[:1] == "n" else None
    start = cell.start + (cue.end() if cue else 0)
    for line in _braced(text, list(_copy_lines(text, start, cell.end))):
        if _is_heading(text, line) or _LOST_CUE.match(flat(text[line.start : line.end])):
            continue
        begin = line.start + len(_dash(text[line.start : line.end]))
        archive = _ARCHIVE.match(flat(text[begin : line.end]))
        if archive is None:
            yield from _item(text, line, "copy", "recipients.copy", None)
            continue
        after = _Line(begin + archive.end(), line.end)
        if text[after.start : after.end].strip(_END):
            yield from _item(text, after, "archive", "recipients.archive", begin)
        elif ":" not in archive.group():  # `- Lưu.`: kept, and not told where
            yield from _item(text, _Line(begin, line.end), "archive", "recipients.archive", begin)


def _copy_lines(text: str, start: int, end: int) -> Iterator[_Line]:
    """The list lines of `Nơi nhận`, cut where they run on: `- A;- B`, beside the cue `A; B; Lưu: VT`."""
    newline = text.find("\n", start, end)
    beside_cue = text[start : newline if newline >= 0 else end]
    cuts = _RUN_ON if _RUN_ON_LIST.search(beside_cue) else _RUN_ON_DASHED
    for line in _lines(text, start, end):
        at = line.start
        for cut in (cuts if line.start <= start + len(beside_cue) else _RUN_ON_DASHED).finditer(
            text, line.start, line.end
        ):
            yield _Line(at, cut.start() + 1)
            at = cut.end()
        yield _Line(at, line.end)


def _braced(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """The lines, each with the note of the brace that holds it and its neighbours."""
    open_lines: list[_Line] = []
    for line in lines:
        content = text[line.start : line.end]
        cell = _BRACE_CELL.search(content)
        if cell and _is_purpose(cell.group("note").strip("() ")):
            shared = " ".join(cell.group("note").strip("() ").split())
            at = line.start
            for cut in _BRACE_MEMBER.finditer(text, at + 3, line.start + cell.start()):
                yield _Line(at, cut.start(), shared)
                at = cut.end()
            yield _Line(at, line.start + cell.start(), shared)
        elif _BRACE_END.search(content) and _braced_note(text, line) is None:
            open_lines.append(line)
        else:
            braced = _braced_note(text, line)
            yield from (_Line(x.start, x.end, braced) for x in open_lines)
            open_lines = []
            yield line
    yield from open_lines


def _braced_note(text: str, line: _Line) -> str | None:
    """The note behind a brace, at the line's end or where it was wrapped."""
    content = text[line.start : line.end]
    if not regex.search(r"[}›»]", content):
        return None
    inside = _BRACE_INSIDE.search(content)
    if inside and _is_purpose(inside.group("note")):
        return inside.group("note")
    return _split_note(text, line.start, line.end)[1]


def _is_heading(text: str, line: _Line) -> bool:
    """`Bản điện tử:` inside the list names a way of sending, nobody."""
    return text[line.start : line.end].rstrip().endswith(":")


def _lines(text: str, start: int, end: int) -> list[_Line]:
    """The list lines between two offsets, wrapped lines joined to the one they go on with."""
    lines: list[_Line] = []
    at = start
    for raw in text[start:end].split("\n"):
        begin, stop = at, at + len(raw)
        at = stop + 1
        content = raw.strip()
        if not content or not regex.search(r"[\p{L}\d]", content):
            continue
        if lines and _goes_on(text[lines[-1].start : lines[-1].end], content):
            lines[-1] = _Line(lines[-1].start, stop)
        else:
            lines.append(_Line(begin, stop))
    return lines


def _goes_on(before: str, line: str) -> bool:
    """Is `line` the wrapped rest of the list line `before`?"""
    if _dash(line).strip(" .,:;'`\"“”"):
        return False
    if regex.match(r"[(“\"})\]]", line) and _PURPOSE.match(flat(line).lstrip(' (“"})]')):
        return True
    if _ARCHIVE.match(flat(line)) and line[:1].isupper():
        return False
    ended = before.rstrip()[-1:] in ";."
    return (not ended and bool(_dash(before).strip(" .,:;'`") or line[:1].islower())) or (
        line[:1].islower() and not ended
    )


def _dash(line: str) -> str:
    match = _DASH.match(line)
    return match.group() if match else ""


def _item(text: str, line: _Line, role: str, rule: str, quote_from: int | None) -> Iterator[Candidate]:
    """The candidate of one list line, with the note taken off."""
    start = line.start + len(_dash(text[line.start : line.end]))
    end = line.end
    while start < end and text[start] in _END:
        start += 1
    scrap = _SCRAP.search(text[start:end])
    if scrap:  # a speck behind the semicolon
        end = start + scrap.start()
    whole = end - len(text[start:end]) + len(text[start:end].rstrip(_END))
    name_end, note = _split_note(text, start, end)
    printed = text[start:name_end]
    inside = _BRACE_INSIDE.search(printed) if note is None else None
    if inside and _is_purpose(inside.group("note")):
        note, printed = inside.group("note"), f"{printed[: inside.start()]} {printed[inside.end() :]}"
    name = " ".join(_BRACE_END.sub("", printed).replace(" | ", " ").split()).strip(_END)
    note = note or line.note
    if len(name) < _SHORTEST or not regex.search(r"\p{L}", name):
        return
    values: dict[str, Value] = {"name": name, "role": role}
    if note:
        values["note"] = note
    begin = quote_from if quote_from is not None else start
    yield Candidate("recipients", begin, max(whole, name_end), values, rule, 0.85)


def _is_purpose(note: str) -> bool:
    """Does a bracket say why the copy is sent: in known words, or beginning with a verb (`(đưa tin)`)?"""
    note = " ".join(note.split())
    return bool(_PURPOSE.match(flat(note)) or _SHORT_NOTE.match(note) or (note[:1].islower() and _verbs().match(note)))


@cache
def _verbs() -> regex.Pattern[str]:
    return any_of(*(row["word"] for row in load("office_words") if row["part"] == "verb"))


def _split_note(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Where the name ends, and the note that follows it, or None."""
    content = text[start:end]
    for pattern in (_BRACKETED, _QUOTED, _BRACED):
        match = pattern.search(content)
        if match and match.start() > 0 and _is_purpose(match.group("note")):
            return start + len(content[: match.start()].rstrip(_END)), " ".join(match.group("note").split())
    return start + len(content.rstrip(_END)), None
