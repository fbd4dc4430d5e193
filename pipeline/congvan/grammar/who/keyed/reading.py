"""Names of bodies as keys: a printed name in, the bodies it tells out; what is not sure has no key.

A name is read from left to right: a head of `lexicons/body_kinds.tsv`, what its kind takes (a field, a name of its
own, a place), then the end or a joint (`,` `và`). Words that no rule reads end a member of a list without a key: a
wrong key is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from congvan.grammar.phrasebook import aligned, bared
from congvan.grammar.who.bodies import body_span_at
from congvan.grammar.who.heads import stop_at
from congvan.grammar.who.keyed.composing import class_body, composed
from congvan.grammar.who.keyed.model import Body, Office, Place
from congvan.grammar.who.keyed.places import Told, meant, name_at, placed, province_named, resolved, told_at
from congvan.grammar.who.keyed.printed import tidy
from congvan.grammar.who.keyed.tables import (
    Class,
    Kind,
    class_beginnings,
    classes,
    field_names,
    fields,
    kind_heads,
    kinds,
    organs,
    slug,
)

# Members of one list: the longest seen name all departments and districts of a province.
MAX_MEMBERS = 60

NOWHERE = Office()

_JOINT = regex.compile(r"\s?[,;/]\s?(?:(?:và|hoặc|cùng)\s)?|\s(?:và|hoặc|cùng với|cùng|với)\s|\s-\s|\s?:\s?")
_PREFIX = regex.compile(
    r"(?:(?:gửi|kính gửi|như|đồng chí|đ/c|đc)\s?:?\s)?"
    r"(?P<plural>(?:các|những|mỗi|từng|liên(?=\s(?:bộ|sở|ngành)(?!\p{L})))\s)?"
)
_TERM = regex.compile(r",?\s\(?khoá\s[ivxlc\d]+\)?")
_NATION = regex.compile(r"\s(?:việt nam|trung ương)(?!\p{L})")
_OF = regex.compile(r"\s(?:của\s|thuộc\s)?")
_LIST_HEAD = regex.compile(r"(?P<head>sở|bộ)\s?:\s?")
_DEPARTMENTS = regex.compile(r"sở, (?:ban, )?ngành\s?:\s?")
_WORD = regex.compile(r"[\p{L}\p{M}\d]+")
_EVENT = regex.compile(r"\s(?:cuộc thi|hội thi|giải)(?!\s?\p{L})")
# The office of education is the only one of the district that schools and clinics name by the bare word.
_OUTER_OFFICES = frozenset({"giao-duc-dao-tao"})
_OFFICE_KINDS = frozenset({"ubnd", "hdnd", "phong", "ldld", "mttq", "doan", "huyen-uy", "van-phong-ubnd"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """One member of a list: its body where it has one; `waits`: it lacks the place that a later member may tell."""

    end: int
    body: Body | None
    kind: Kind | None = None
    waits: bool = False
    plural: bool = False
    organ: str | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """A tidied name, its aligned fold, that fold without marks, and the office that writes it."""

    text: str
    low: str
    plain: str
    office: Office


def bodies_in_name(name: str, office: Office = NOWHERE) -> tuple[Body, ...]:
    """The bodies that a printed name tells, in its order, each once; none where nothing is sure.

    `office`: who writes; `UBND tỉnh`, `Sở`, `nhà trường` are understood from it.
    """
    text = tidy(name, office.short)
    low = aligned(text)
    read = list(_pieces(_Name(text, low, bared(low), office)))
    found: dict[tuple[str, str | None], Body] = {}
    for at, piece in enumerate(read):
        body = piece.body
        if body is None and piece.waits and piece.kind is not None:
            body = _shared(piece, read[at + 1 :], office)
        if piece.plural and not (at + 1 < len(read) and read[at + 1].kind is piece.kind):
            continue  # `các Công đoàn ngành Giáo dục`: no single one
        if body is not None:
            found.setdefault((body.key, body.organ), body)
    return tuple(found.values())


def _shared(piece: _Piece, later: list[_Piece], office: Office) -> Body | None:
    """`HĐND và UBND tỉnh`: the place of the next member; `UBND` alone in its own paper: itself."""
    assert piece.kind is not None
    for other in later:
        if other.body is not None and other.kind is not None and other.kind.takes == "place" and other.body.places:
            return _organ(composed(piece.kind, "", "", other.body.places, office), piece.organ)
        if not other.waits:
            break
    issuer = office.issuer
    if not later and issuer is not None and issuer.kind == piece.kind.kind:
        return _organ(issuer, piece.organ)
    return None


def _pieces(name: _Name) -> Iterator[_Piece]:
    at, carried, count = 0, None, 0
    while at < len(name.text) and count < MAX_MEMBERS:
        head = _PREFIX.match(name.low, at)
        start = head.end() if head else at
        if head and head["plural"] and (listed := _LIST_HEAD.match(name.low, start)):
            carried, at = kinds()[listed["head"]], listed.end()
            continue
        piece = _class(name, at, start) or _member(name, start, carried)
        count += 1
        if piece is not None and piece.kind is None and (colon := _DEPARTMENTS.match(name.low, start)) is not None:
            carried, at = kinds()["sở"], colon.end()
            continue
        if piece is not None and _ends(name.low, piece.end):
            named = head is not None and bool(head["plural"]) and piece.kind is not None
            if named and piece.kind is not None and piece.kind.takes != "branch":
                piece = replace(piece, body=None, waits=False)
            yield replace(piece, plural=named)
            carried = piece.kind if piece.kind is not None and piece.kind.takes == "branch" else None
            at = piece.end
        else:
            carried = None
        joint = _JOINT.search(name.low, at)
        if joint is None:
            return
        at = joint.end()


def _ends(low: str, at: int) -> bool:
    return at >= len(low) or _JOINT.match(low, at) is not None


def _class(name: _Name, at: int, start: int) -> _Piece | None:
    """A generic name, with `các` where its row has it, and the place that may follow it."""
    begins = dict.fromkeys((_plural(name.low, at, start), start))
    best = max((_class_words(name.low, begin) for begin in begins), default=(0, None), key=lambda found: found[0])
    end, found = best
    if found is None:
        return None
    told = told_at(name.text, name.low, end)
    places = resolved(told, name.office.territory) if told else None
    if told is not None and places is not None and _ends(name.low, told.end):
        return _Piece(told.end, class_body(found, places, name.office))
    return _Piece(end, class_body(found, (), name.office)) if _ends(name.low, end) else None


def _class_words(low: str, begin: int) -> tuple[int, Class | None]:
    """The longest class whose words stand here: where it ends; a `các` that its row lacks is passed over."""
    states: set[tuple[str, ...]] = {()}
    best: tuple[int, Class | None] = (0, None)
    for match in _WORD.finditer(low, begin):
        word = match.group()
        if word == "và":
            continue
        kept = states if word == "các" and () not in states else set()
        states = kept | {longer for words in states if (longer := (*words, word)) in class_beginnings()}
        if not states:
            break
        whole = sorted(words for words in states if words in classes() and words[-1:] == (word,))
        if whole:
            best = match.end(), classes()[whole[0]]
    return best


def _plural(low: str, at: int, start: int) -> int:
    return start - 4 if low.startswith("các ", start - 4) and start - 4 >= at else start


def _member(name: _Name, at: int, carried: Kind | None) -> _Piece | None:
    return _headed(name, at) or _by_organ(name, at) or (_field_member(name, at, carried) if carried else None)


def _headed(name: _Name, at: int) -> _Piece | None:
    exact, plain, spelled = kind_heads()
    head = exact.at(name.low, at)
    blurred = plain.at(name.plain, at)
    if blurred is not None and len(blurred) > len(head or ""):
        head = spelled[blurred]
    if head is None:
        return None
    kind, end = kinds()[head], at + len(head)
    if kind.takes == "nothing":
        term = _TERM.match(name.low, end)
        return _Piece(term.end() if term else end, composed(kind, "", "", (), name.office), kind)
    if kind.takes == "place":
        return _at_place(name, kind, end)
    if kind.takes == "branch":
        return _field_member(name, end + 1, kind) if name.low[end : end + 1] == " " else None
    if kind.takes == "name":
        return _own_name(name, kind, at, end)
    return _set_up(name, kind, end)


def _at_place(name: _Name, kind: Kind, end: int, title: str = "", key: str = "") -> _Piece | None:
    """What stands behind a head or field: places told, a bare name of the implied unit, the nation, or nothing."""
    office = name.office
    nation = _NATION.match(name.low, end)
    told = told_at(name.text, name.low, nation.end() if nation else end)
    if told is not None:
        places = resolved(told, office.territory)
        return _Piece(told.end, composed(kind, title, key, places, office) if places else None, kind)
    if nation is not None:
        return _Piece(nation.end(), composed(kind, title, key, (), office, nation=True), kind)
    if name.low[end : end + 1] == " " and not stop_at(name.low, end + 1):
        stop = name_at(name.text, name.low, end)
        bare_name = name.text[end:stop].strip()
        place = province_named(bare_name) if bare_name else None
        if bare_name and place is None and kind.unit and kind.unit != "own":
            place = placed(kind.unit, bare_name)
        if place is not None and (
            not kind.unit or place.unit == kind.unit or {place.unit, kind.unit} == {"tinh", "tp"}
        ):
            return _Piece(stop, composed(kind, title, key, (place,), office), kind)
        if bare_name:
            return None
    if not kind.unit:
        return _Piece(end, None, kind, waits=True)
    place = _implied(kind, key, office)
    return _Piece(end, composed(kind, title, key, (place,), office) if place else None, kind)


def _implied(kind: Kind, key: str, office: Office) -> Place | None:
    """The place of a body whose name leaves it out: that of the paper, where its rank is told by the kind."""
    if kind.unit == "tinh":
        return office.territory.get(1)
    if kind.kind == "phong":
        issuer = office.issuer
        if issuer is None or (issuer.kind not in _OFFICE_KINDS and key not in _OUTER_OFFICES):
            return None
        return office.territory.get(2)
    return meant(kind.unit, office.territory)


def _field_member(name: _Name, at: int, kind: Kind) -> _Piece | None:
    phrases, printed = fields()
    field = phrases.at(name.plain, at)
    if field is None:
        return None
    end = at + len(field)
    title, key = printed[field], slug(field)
    if not kind.unit:
        return _Piece(end, composed(kind, title, key, (), name.office), kind)
    return _at_place(name, kind, end, title, key)


def _own_name(name: _Name, kind: Kind, at: int, end: int) -> _Piece | None:
    span = body_span_at(name.text, at)
    stop = max(span[1], end) if span else end
    told: Told | None = None
    for blank in regex.finditer(r",?\s", name.low[: stop + 1], pos=end):
        told = told_at(name.text, name.low, blank.end())
        if told is not None:
            break
    title_end = stop
    if told is not None:
        title_end, stop = blank.start(), max(told.end, stop if told.end >= stop else told.end)
    title = name.text[end:title_end].strip(" ,")
    title = title.title() if title.isupper() else title
    if not title or "," in title:
        return None
    places = resolved(told, name.office.territory) if told else ()
    if places is None:
        return None
    if not places:
        generic = slug(title) in field_names()  # `Trường Cao đẳng Y tế`: every province has one
        places = _own_place(kind, name.office, generic=generic)
        if not places and (generic or kind.unit != "own"):
            return _Piece(stop, None, kind)
    return _Piece(stop, composed(kind, title, slug(title), places, name.office), kind)


def _own_place(kind: Kind, office: Office, *, generic: bool) -> tuple[Place, ...]:
    """Schools, hospitals and centres told without a place are those of the paper's province or district."""
    if not generic and kind.kind in ("cong-ty", "hop-tac-xa", "hoc-vien", "truong-dai-hoc", "truong-cao-dang"):
        return ()
    low_school = kind.kind in ("truong-thcs", "truong-tieu-hoc", "truong-mam-non", "truong-mau-giao", "tram-y-te")
    place = office.territory.get(2 if low_school else 1)
    return (place,) if place else ()


def _set_up(name: _Name, kind: Kind, end: int) -> _Piece | None:
    """A committee that the office sets up (`Ban Tổ chức`): known by the office alone."""
    event = _EVENT.match(name.low, end)
    end = event.end() if event else end
    issuer = name.office.issuer
    if issuer is None:
        return _Piece(end, None, kind)
    body = Body(f"{kind.kind}/{issuer.key}", f"{kind.canonical} ({issuer.name})", kind.kind, issuer.level, issuer.key)
    return _Piece(end, body, kind)


def _by_organ(name: _Name, at: int) -> _Piece | None:
    """A post or organ and its body; or one alone that can only be the office's own."""
    phrases, table = organs()
    words = phrases.at(name.low, at)
    if words is None:
        return None
    organ, end = table[words], at + len(words)
    if organ.part != "self" and (of := _OF.match(name.low, end)) is not None:
        inner = _headed(name, of.end()) or _by_organ(name, of.end())
        if inner is not None and _ends(name.low, inner.end):
            return replace(inner, body=_organ(inner.body, organ.words), organ=organ.words)
    issuer = name.office.issuer
    if _ends(name.low, end) and issuer is not None and issuer.kind in organ.of:
        return _Piece(end, _organ(issuer, None if organ.part == "self" else organ.words))
    if _ends(name.low, end) and organ.part == "self" and (above := name.office.above) is not None:
        return _Piece(end, _organ(above, None) if above.kind in organ.of else None)
    return None


def _organ(body: Body | None, organ: str | None) -> Body | None:
    return replace(body, organ=organ) if body is not None else None
