"""Names of bodies (cơ quan, tổ chức, chức danh): text in, spans and levels out.

A name begins with a head of `lexicons/bodies.tsv` (Ủy ban nhân dân, Sở, Công đoàn ...) and grows word by word
while the words can belong to a name; capitals mark it, but only on the first syllable of each of its words.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.datamodel.mentions import BodyMention
from congvan.grammar.phrasebook import aligned, bared
from congvan.grammar.who.heads import (
    ALONE,
    PLACE,
    bare_branches,
    bare_head_at,
    branches,
    forms,
    head_at,
    heads,
    not_heads,
    small_heads,
    stop_at,
)
from congvan.grammar.who.levels import level_of

__all__ = ["body_span_at", "find_bodies", "level_of"]

# The longest names of joint issuers seen in letterheads have some 250 characters.
MAX_NAME = 300
# A Vietnamese word of a name has up to three syllables; only its first has a capital (`Hợp tác quốc tế`).
MAX_LOWER = 3
# Lower-case words between a head and the first capital (`Cục quản lý muối Bộ ...`).
MAX_LOWER_AFTER_HEAD = 6
# Capitals after a place word: `tỉnh Bà Rịa - Vũng Tàu` has four syllables.
MAXPLACE_NAME = 5

_GAP = regex.compile(r"[^\S\n]{0,3}")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+(?:&[\p{L}\d]+)*")
_RANK = regex.compile(
    r"cấp (?:trên trực tiếp cơ sở|trên trực tiếp|trên cơ sở|trên|tỉnh|huyện|xã|cơ sở|bộ|trung ương|quốc gia)(?!\p{L})"
    r"|các cấp(?!\p{L})|trung ương(?!\p{L})|địa phương(?!\p{L})|cơ sở(?!\p{L})|trực thuộc(?!\p{L})"
)
_PLURAL = regex.compile(
    r"các(?= (?:tỉnh|huyện|quận|thành phố|thị xã|xã|phường|cơ quan|khu|đơn vị|trường|ngành)(?!\p{L}))"
)
# Đoàn kiểm tra số 3 ; phường 5, thôn 3
_ORDINAL = regex.compile(r"số \d{1,2}(?![\d/\-]| /)")
_NUMBERED_PLACE = regex.compile(r"(?<=\b(?:phường|quận|thôn|ấp|khu phố|tổ dân phố) )\d{1,2}(?!\s?[\d/.%-])")
_TERM = regex.compile(r"khoá (?:[ivxlc]+|\d+)(?![\p{L}\d])")
_AND = regex.compile(r"và(?!\p{L})")
_DASH = regex.compile(r"[-–—](?=\s?\p{Lu})")
_DASHES = str.maketrans("–—", "--")
_COMMA = regex.compile(r",\s{1,2}")
_BRACKET = regex.compile(r"\(([^()\n]{1,40})\)")
_ACRONYM = regex.compile(r"[\p{Lu}\d&\-– ]{2,16}")
_LIST_OF_NAMES = regex.compile(r"\p{Lu}\p{Ll}+(?:\s\p{L}+){0,5}?\s?(?:,|và|[-–])\s\p{L}")
# The name of a province: capitals only, up to four syllables.
_PROVINCE = regex.compile(r"\p{Lu}\p{Ll}+(?:(?:\s|\s-\s)\p{Lu}\p{Ll}+){1,3}(?!\s?\p{Ll}{2,}\s\p{Lu})")
# The seat of a Party committee may have one syllable (`Thành ủy Huế`).
_SEAT = regex.compile(r"\p{Lu}\p{Ll}+(?:(?:\s|\s?[-–]\s?)\p{Lu}\p{Ll}+){0,4}")
# A title that begins with a capital right after the issuer: `Bộ Y tế Hướng dẫn một số nội dung`.
_TITLE = regex.compile(
    r"(?:Hướng dẫn|Quy định|Qui định|Ban hành|Phê duyệt|Về|Sửa đổi|Công bố|Triển khai|Quyết định|V/v"
    r"|Kế hoạch(?! (?:[-–]|và) \p{Lu})"
    r"|Tổ chức|Thực hiện|Quy chế|Nghị quyết|Thông tư|Nghị định|Chỉ thị|Công văn|Thông báo|Báo cáo|Tờ trình|Luật"
    r"|Đề án|Chương trình|Kết luận|Văn bản)(?!\p{L})"
)
_DATE_OR_COUNT = regex.compile(r"\d+(?:[/.,-]\d|%|\s(?!(?:tỉnh|huyện|xã|thành phố|về)\b)\p{Ll})")
_ENDS_IN_PLACE = regex.compile(r"\s(?:tỉnh|huyện|xã|phường|thành phố)\Z")
# Heads that announce a list of bodies: `liên Bộ: Tài chính - Nội vụ`
_ANNOUNCES = regex.compile(r"liên (?:bộ|sở|ngành|tịch)\Z")
# Heads whose field is the whole name: a place alone follows `Sở Y tế`, while `Trường Y tế ...` may go on.
_WHOLE_WITH_FIELD = regex.compile(r"\b(?:sở|bộ)\Z")


@dataclass(slots=True)
class _State:
    """How far a name has grown: `end`, and what may still follow."""

    end: int
    form: str
    named: bool = False  # a word of the proper name has been read
    whole: bool = False  # the name is complete; only a place may follow
    place: int = 0  # capitals still allowed for the name of a place, when one has been begun
    in_place: bool = False
    plural: bool = False
    lower: int = 0  # lower-case words read since the last certain word


def find_bodies(text: str) -> tuple[BodyMention, ...]:
    """All names of bodies in a text, in order, without overlaps; a bare `Ban`, `Sở` or `Chủ tịch` is none."""
    low = _plain(text)
    mentions: list[BodyMention] = []
    end = 0
    for start, head in heads().starts(low):
        if start < end or not _may_begin(text, start, head):
            continue
        start = start - 4 if low.endswith(" các ", end, start) else start
        span = _grow(text, low, start, min(len(text), start + MAX_NAME), joint=False, known=True)
        if span is None or not _says_enough(head, text[start : span[1]]):
            continue
        mentions.append(BodyMention(*span, level_of(text[span[0] : span[1]])))
        end = span[1]
    return tuple(mentions)


def body_span_at(text: str, pos: int, limit: int | None = None, *, joint: bool = False) -> tuple[int, int] | None:
    """The half-open span of the body named at `pos` (blanks skipped), or None where no name begins there.

    The name ends before about, regulating and dating words, verbs and punctuation. `limit`: offset where the
    text to look at ends. `joint`: bodies joined by a comma or `và` are one span (issuers of a joint paper).
    A capitalised word that is no known head begins a name too (`Viện Nghiên cứu ...`).
    """
    begin = _GAP.match(text, pos).end()  # type: ignore[union-attr]  # the pattern matches the empty string
    stop = min(len(text) if limit is None else limit, begin + MAX_NAME)
    newline = text.find("\n", begin, stop)
    stop = stop if newline < 0 else newline
    if begin >= stop:
        return None
    part = text[begin:stop]
    span = _grow(part, _plain(part), 0, len(part), joint=joint, known=False)
    return (begin + span[0], begin + span[1]) if span else None


def _plain(text: str) -> str:
    """The text as the lexicons have it: folded, with one kind of dash; of the same length."""
    return aligned(text).translate(_DASHES)


def _grow(text: str, low: str, start: int, stop: int, *, joint: bool, known: bool) -> tuple[int, int] | None:
    """The span of the name that begins at `start`; with `known` it must begin with a head of the lexicon."""
    newline = text.find("\n", start, stop)
    stop = stop if newline < 0 else newline
    state = _begin(text, low, start, stop, known=known)
    if state is None:
        return None
    end = state.end
    while (at := _step(text, low, state, stop, joint=joint)) is not None:
        state.end = at
        if not state.lower or _closes(text, low, at, stop):
            end = at
    while text[end - 1].isspace() or (text[end - 1] in "-–—" and end - start > 1):
        end -= 1
    return start, end


def _begin(text: str, low: str, start: int, stop: int, *, known: bool) -> _State | None:
    plural = low.startswith("các ", start)
    at = start + 4 if plural else start
    head = head_at(text, low, at, stop)
    if head is None and not known and text[at : at + 1].isupper():
        head = bare_head_at(low, at, stop)
    if head is not None:
        end = at + len(head)
        if head.endswith(" ban") and len(inner := heads().at(low, end - 3, stop) or "") > 3:
            head, end = inner, end - 3 + len(inner)  # Trưởng Ban Chỉ đạo ...
        state = _State(end, "open", plural=plural)
        _enter(low, state, head, stop)
        if text[at].islower() and state.form == "open":
            state.form = "small"  # a name told in lower case (`nhà trường`) has no lower-case words behind it
        return state
    word = None if known else _WORD.match(text, start, stop)
    if word is None or not word.group()[0].isupper() or stop_at(low, start) or _TITLE.match(text, start):
        return None
    return None if not_heads().at(low, start, stop) else _State(word.end(), "open", named=True)


def _enter(low: str, state: _State, head: str, stop: int) -> None:
    """A head has been read up to `state.end`: what may follow is what that head allows."""
    form = forms()[head].form
    state.form, state.whole = form, form in ("closed", "generic", "seat")
    state.named, state.in_place, state.lower = False, False, 0
    _take_branch(low, state, stop)


def _step(text: str, low: str, state: _State, stop: int, *, joint: bool) -> int | None:
    """The offset after the next piece of the name, or None where the name ends; changes `state`."""
    at = _GAP.match(text, state.end, stop).end()  # type: ignore[union-attr]  # may match the empty string
    if at >= stop:
        return None
    mark = text[at]
    if mark == "(":
        return _bracket(text, low, at, stop)
    if mark == ":" and joint and _ANNOUNCES.search(low, max(at - 12, 0), state.end):
        state.named, state.whole, state.form = False, False, "open"
        return at + 1
    if at == state.end and mark not in ",-–—" and text[at - 1] not in ".,":
        return None
    if mark in "-–—":
        dash = _DASH.match(text, at, stop)
        if dash and (head := head_at(text, low, dash.end() + 1, stop)) is not None and " " in text[at - 1 : at]:
            return _joined(low, state, dash.end() + 1, head, stop) if joint else None
        inside = dash and (state.named or state.whole) and not stop_at(low, dash.end() + 1)
        return dash.end() if dash and inside else None
    if mark == ",":
        return _comma(text, low, state, at, stop, joint=joint)
    if mark.islower():
        return _lower_word(text, low, state, at, stop, joint=joint)
    if mark.isupper() or mark.isdigit():
        return _upper_word(text, low, state, at, stop)
    return None


def _upper_word(text: str, low: str, state: _State, at: int, stop: int) -> int | None:
    word = _WORD.match(text, at, stop)
    if word is None or _TITLE.match(text, at, stop):
        return None
    if word.group().isupper() and len(word.group()) > 1 and stop_at(low, at):
        return None
    place = PLACE.match(low, at, stop)
    if place is not None:
        return _place(state, place.end())
    if word.group()[0].isdigit():
        if (numbered := _NUMBERED_PLACE.match(low, at, stop)) is not None and state.in_place:
            state.place = 0
            return numbered.end()
        if state.whole or state.in_place or _DATE_OR_COUNT.match(text, at, stop):
            return None
    else:
        head = head_at(text, low, at, stop)
        if head is not None and (len(head) > len(word.group()) or not state.named):
            return _nested_head(low, state, at, head, stop)
    if state.in_place:
        state.place -= 1
        if state.place < 0:
            return None
    elif state.whole and not _begins_place(text, low, state, at, stop):
        return None
    state.form = "open" if state.form == "post" else state.form
    state.named = True
    state.lower = 0
    return word.end()


def _begins_place(text: str, low: str, state: _State, at: int, stop: int) -> bool:
    """A province without the word for it: `Sở Y tế Sơn Hà`, `Tỉnh ủy Sơn Hà`, but not `Sở Y tế Thông báo`."""
    seat = state.form == "seat"
    if not seat and (state.form != "open" or not regex.search(r"\bsở\b", low[max(0, state.end - 80) : at])):
        return False
    name = (_SEAT if seat else _PROVINCE).match(text, at, stop)
    if name is None or stop_at(low, at) or (seat and not _seat_ends(text, low, name.end(), stop)):
        return False
    state.in_place, state.place, state.whole = True, name.group().count(" "), False
    return True


def _seat_ends(text: str, low: str, at: int, stop: int) -> bool:
    return _closes(text, low, at, stop) or low.startswith(" v/", at) or _TERM.match(low, at + 1, stop) is not None


def _nested_head(low: str, state: _State, at: int, head: str, stop: int) -> int | None:
    """A body inside the name (`Ban Thường vụ Liên đoàn Lao động ...`): what that head allows may follow."""
    if state.in_place:
        return None
    state.end = at + len(head)
    _enter(low, state, head, stop)
    return state.end


def _lower_word(text: str, low: str, state: _State, at: int, stop: int, *, joint: bool) -> int | None:
    if (place := PLACE.match(low, at, stop)) is not None:
        return _place(state, place.end())
    if (rank := _RANK.match(low, at, stop) or _TERM.match(low, at, stop)) is not None:
        state.lower = 0
        state.named = True
        return rank.end()
    if state.named and not state.in_place and (ordinal := _ORDINAL.match(low, at, stop)) is not None:
        return ordinal.end()
    if (plural := _PLURAL.match(low, at, stop)) is not None:
        state.plural = True
        state.lower = 0
        return plural.end()
    if (link := _AND.match(low, at, stop)) is not None:
        return _and(text, low, state, link.end(), stop, joint=joint)
    if state.form in ("post", "open") and not state.named and not state.whole:
        head = heads().at(low, at, stop)
        if head is not None and head in small_heads() and not stop_at(low, at):
            return _nested_head(low, state, at, head, stop)
    if state.whole or state.in_place or state.form in ("post", "small") or stop_at(low, at):
        return None
    state.lower += 1
    if state.lower > (MAX_LOWER if state.named else MAX_LOWER_AFTER_HEAD):
        return None
    word = _WORD.match(text, at, stop)
    return word.end() if word else None


def _place(state: _State, end: int) -> int:
    state.in_place, state.named, state.lower, state.place = True, True, 0, MAXPLACE_NAME
    return end


def _and(text: str, low: str, state: _State, at: int, stop: int, *, joint: bool) -> int | None:
    """`và` stays inside a name before a capital (`Giáo dục và Đào tạo`), a place, between joint bodies."""
    if at >= stop or text[at] != " ":
        return None
    head = head_at(text, low, at + 1, stop)
    if head is not None and text[at + 1].isupper():
        return _joined(low, state, at + 1, head, stop) if joint else None
    if (place := PLACE.match(low, at + 1, stop)) is not None and state.in_place:
        return _place(state, place.end())
    if state.whole or state.in_place or not state.named or not text[at + 1].isupper() or _TITLE.match(text, at + 1):
        return None
    state.lower = 0
    word = _WORD.match(text, at + 1, stop)
    return word.end() if word else None


def _joined(low: str, state: _State, at: int, head: str, stop: int) -> int | None:
    state.in_place = False
    return _nested_head(low, state, at, head, stop)


def _comma(text: str, low: str, state: _State, at: int, stop: int, *, joint: bool) -> int | None:
    """A comma stays inside a name between names (`Văn hóa, Thể thao`), places, and joint bodies."""
    comma = _COMMA.match(text, at, stop)
    if comma is None:
        return None
    after = comma.end()
    if state.in_place and (place := PLACE.match(low, after, stop)) is not None:
        return _place(state, place.end())
    head = head_at(text, low, after, stop)
    if head is not None:
        return _joined(low, state, after, head, stop) if joint and text[after].isupper() else None
    if state.whole or state.in_place or not state.named or _TITLE.match(text, after, stop):
        return None
    return comma.end() - 1 if _LIST_OF_NAMES.match(text, after, stop) else None


def _bracket(text: str, low: str, at: int, stop: int) -> int | None:
    """A bracket belongs to the name where it tells the term or is an abbreviation inside the name."""
    bracket = _BRACKET.match(text, at, stop)
    if bracket is None:
        return None
    if _TERM.match(low, at + 1, stop):
        return bracket.end()
    follows = PLACE.match(low, bracket.end() + 1, stop) or text.startswith("Việt Nam", bracket.end() + 1)
    return bracket.end() if follows and _ACRONYM.fullmatch(bracket.group(1)) else None


def _closes(text: str, low: str, at: int, stop: int) -> bool:
    """Do lower-case words read on trust end here: at a mark, a stop word, the end?"""
    after = _GAP.match(text, at, stop).end()  # type: ignore[union-attr]  # may match the empty string
    return after >= stop or not (text[after].isalnum() or text[after] == "&") or stop_at(low, after)


def _take_branch(low: str, state: _State, stop: int) -> None:
    """After a head, a known field (`Giáo dục và Đào tạo`) is taken whole, whatever its capitals."""
    gap = state.end + (low[state.end : state.end + 1] == " ")
    if state.form not in ("open", "post") or (stop_at(low, gap) and _ENDS_IN_PLACE.search(low, 0, state.end)):
        return  # `Thanh tra tỉnh tổ chức` has its verb, `Ban Tổ chức` its field
    branch = branches().at(low, gap, stop)
    blurred = bare_branches().at(bared(low[gap : min(stop, gap + 80)]), 0)
    if blurred is not None and len(blurred) > len(branch or ""):
        branch = blurred
    if branch is not None:
        state.whole = _WHOLE_WITH_FIELD.search(low, max(state.end - 20, 0), state.end) is not None
        state.end, state.named = gap + len(branch), True


def _may_begin(text: str, start: int, head: str) -> bool:
    return text[start].isupper() or head in small_heads()


def _says_enough(head: str, name: str) -> bool:
    """A head of one word, or one of a post, is a body only with a name behind it."""
    return len(name) > len(head) + 1 or (" " in head and forms()[head].form != "post") or head in ALONE
