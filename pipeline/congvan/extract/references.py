"""Cited documents: a Doc in, one candidate for each mention out; arbitration makes one item of a document's mentions.

Three ways to cite: by number, by a law's own name and date, by title and issuer after `Căn cứ` or `Thực hiện`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.context import Context
from congvan.datamodel.mentions import CodeMention
from congvan.grammar.documents.citations import head_before, line_bounds, tail_after, value
from congvan.grammar.documents.coreference import Citation, agreed
from congvan.grammar.documents.issuers_before import AND_X_AT, lend
from congvan.grammar.documents.laws import find_laws
from congvan.grammar.documents.own import heads_own_annex, is_own_number, own_paper
from congvan.grammar.documents.relations import BASIS_WORDS, is_enclosed, is_ended, quote_start, relation_by_cue
from congvan.grammar.documents.titled import find_dated, find_numbered, find_titled
from congvan.text.tokens import context_of, text_of

KIND = "references"
# How far each way of citing is trusted before anything else is known; checked on the development texts.
SCORES = {"coded": 0.9, "law": 0.85, "dated": 0.7, "numbered": 0.65, "titled": 0.65, "blank": 0.5}
# A number wrapped over a line, or a name broken at its dash, where the paragraph was not joined.
_SOFT_BREAK = regex.compile(
    r"(?<=[^\n]{40}[^.;:!?|\n])\n(?=\p{Ll}|\d{1,2}(?:/\d| tháng | năm )|[-–]\sThương binh)"
    r"|(?<=[\p{Lu}\d])\n(?=ngày \d{1,2}/)"
    r"|(?<=\s(?:[Ss]ố:?|ngày|tháng|năm|của|tại|về|việc))\n(?=[\p{L}\d])"
)
# What may stand between two members of a list; a date that OCR lost among it.
_FOLLOWS = regex.compile(
    r"(?:,?\sngày\s\S{1,12})?(?:\s?\([^()\n]{1,60}\))?\s{0,3}(?:[,;.]|và|hoặc|cùng)?\s{0,3}(?:và\s)?(?:các\s)?"
    r"(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục)\s\S{1,4}\s(?:của\s)?){0,4}(?:[Ss]ố\s?:?)?\s{0,3}"
)
# What may stand before a citation that opens a list item: a misread bullet or type word.
MAX_LEAD = 16
_LINK = regex.compile(r"\s{0,3}(?:[,;]|và|hoặc|cùng)?\s{0,3}(?:và\s)?(?:các\s)?(?:[Ss]ố\s?:?)?\s{0,3}")
_NUMBER_WORD = regex.compile(r"\b[Ss]ố\s{0,2}:?\s{0,3}\Z")
# What is heard, not answered, when it is only weighed: `Xét Báo cáo thẩm tra số ...`
_TOLD_NOT_ASKED = frozenset({"báo cáo", "biên bản", "kết luận", "thông báo", "quyết định", "nghị quyết"})
_BARELY_XET = regex.compile(r"\bxét\s*\Z", regex.IGNORECASE)
_ATTACHED_TO = regex.compile(r"\s(?:ban\shành\s)?kèm\stheo\s*\Z")
_PREAMBLE = regex.compile(rf"[\s\-+*•]{{0,6}}(?:{BASIS_WORDS}|Xét)\b")
# A document told once more: what was said of it at the first time holds.
_AGAIN = regex.compile(r"[^\n;.]{0,60}?\s(?:nêu|nói|dẫn|nhắc)\s(?:ở\s)?trên\b|\s(?:đã\sdẫn|trên\sđây)\b")
_SENTENCE = regex.compile(r"(?<![\s.]\p{Lu}|TP|Tp|\d)\.\s+(?=\p{Lu})")


def extract(doc: Doc) -> list[Candidate]:
    """One candidate of kind `references` for each mention of a document other than this one."""
    context, text = context_of(doc), _SOFT_BREAK.sub(" ", text_of(doc))
    cited = _share(list(_coded(text, context)))
    taken = bytearray(len(text))
    for citation in cited:
        taken[citation.start : citation.end] = b"\x01" * (citation.end - citation.start)
    for found in (find_numbered, find_laws, find_dated, find_titled):
        for way, parts in found(text, context.mentions):
            if not any(taken[parts.start : parts.end]):
                values = (parts.type, parts.code, parts.issued_on, parts.issuer, parts.title)
                cited.append(Citation(parts.start, parts.end, way, *values))
                taken[parts.start : parts.end] = b"\x01" * (parts.end - parts.start)
    cited.sort(key=lambda c: (c.start, -c.end))
    cited = _relate(text, context, cited)
    own = own_paper(text, context)
    cited = [c for c in cited if not heads_own_annex(text, own, c)]
    return [_candidate(text, c) for c in agreed(text, cited) if _counts(c)]


def _coded(text: str, context: Context) -> Iterator[Citation]:
    """The documents cited by number, in order; those inside another's title are marked as nested."""
    own = own_paper(text, context)
    outer: Citation | None = None
    last: tuple[CodeMention, Citation] | None = None
    for code in context.mentions.codes:
        line_start, line_end = line_bounds(text, code.start)
        if is_own_number(text, context.layout, code, own, (line_start, line_end)):
            continue
        nested = outer is not None and outer.title is not None and code.start < outer.title[1]
        limit = outer.title[1] if nested and outer is not None and outer.title is not None else line_end
        before = last if last is not None and last[0].start >= line_start else None
        floor = max(line_start, before[0].end if before else 0)
        citation = _read(text, context, code, (line_start, floor, limit), before[1] if before else None)
        if citation is None:
            continue
        citation = replace(citation, nested=nested)
        yield citation
        last = code, citation
        outer = outer if nested else citation


def _read(
    text: str, context: Context, code: CodeMention, bounds: tuple[int, int, int], before: Citation | None
) -> Citation | None:
    """The citation around a number; `bounds`: where its line begins, where words before it may begin, where it ends."""
    line_start, floor, limit = bounds
    head = head_before(text, code.start, floor)
    linked = before is not None and _LINK.fullmatch(text, before.end, code.start) is not None
    in_list = before is not None and _NUMBER_WORD.search(text, max(floor, code.start - 12), code.start) is not None
    listed = before.type if before and (linked or in_list) else None
    kind = head.type if head else code.type or listed
    word = _NUMBER_WORD.search(text, max(line_start, code.start - 12), code.start)
    if kind is None and word is None:
        return None
    start = head.start if head else word.start() if word else code.start
    tail = tail_after(text, context.mentions, code.end, limit, preamble=_is_preamble(text, line_start))
    issuer = tail.issuer or (head.issuer if head else None)
    if issuer is None and head is None and before is not None and in_list:
        issuer = before.issuer
    return Citation(
        start,
        max(tail.end, code.end),
        "coded" if code.value else "blank",
        kind or "văn bản",
        code.value,
        tail.issued_on or (head.issued_on if head else None),
        issuer,
        tail.title or (head.title if head else None),
        about=tail.about,
        linked=linked,
    )


def _share(cited: list[Citation]) -> list[Citation]:
    """In a list of numbers (`số 1/QĐ-A, 2/QĐ-A ngày ... của ...`) what stands after the last holds for those before."""
    for i in range(len(cited) - 2, -1, -1):
        this, after = cited[i], cited[i + 1]
        if not after.linked or this.title is not None:
            continue
        if this.issued_on is None and this.issuer is None:
            cited[i] = replace(this, issued_on=after.issued_on, issuer=after.issuer, title=after.title)
        elif this.issuer is None:
            cited[i] = replace(this, issuer=after.issuer)
    return cited


def _relate(text: str, context: Context, cited: list[Citation]) -> list[Citation]:
    """Each citation with its relation, and with an issuer or date that stands before it."""
    done: list[Citation] = []
    outer: Citation | None = None
    over: str | None = None  # the relation of the sentence, what is attached to the first document left out
    for citation in cited:
        line_start = line_bounds(text, citation.start)[0]
        if citation.nested and outer is not None:
            done.append(replace(citation, relation=_nested_relation(text, outer, citation)))
            continue
        before = outer if outer is not None and outer.start >= line_start else None
        floor = _floor(text, line_start, citation.start, before)
        lent = lend(text, context.mentions, citation, floor)
        follows = before is not None and _FOLLOWS.fullmatch(text, before.end, citation.start) is not None
        relation = relation_by_cue(text[floor : citation.start])
        if follows and before is not None:
            # `Theo Điều lệ ban hành kèm theo Thông tư A và Quyết định B`: only A is what something is attached to.
            relation = over if before.relation == "attached" and over is not None else before.relation
        else:
            over = relation_by_cue(_ATTACHED_TO.sub("", text[floor : citation.start]))
        if relation == "amended":  # Luật số 1, được sửa đổi bởi Luật số 2: both are cited in one way
            relation = before.relation if before is not None else "cites"
        if relation in (None, "cites") and not follows and is_enclosed(text, floor, citation.start, citation.end):
            relation = "attached"
        if relation == "answers" and citation.type in _TOLD_NOT_ASKED:
            relation = "basis" if _BARELY_XET.search(text, floor, citation.start) else relation
        if relation is None and before is not None and AND_X_AT.search(text, before.end, citation.start):
            relation = before.relation
        if relation is None and text[floor - 1 : floor] != "(":
            relation = _relation_of_heading(text, context, citation, line_start, outer)
        if is_ended(text, citation.end, line_bounds(text, citation.end)[1]):
            relation = "replaces"
        again = _AGAIN.match(text, citation.end) is not None
        outer = replace(lent, relation=relation or "cites", cue=quote_start(text, floor, citation.start), again=again)
        done.append(outer)
    return done


def _nested_relation(text: str, outer: Citation, citation: Citation) -> str:
    """Inside another's title a document is only cited, unless that other one is said to implement it."""
    if outer.title is None or outer.about:
        return "attached" if text.endswith("kèm theo ", 0, citation.start) else "cites"
    between = text[outer.title[0] : citation.start].strip().lower()
    return "implements" if between in ("thực hiện", "triển khai", "triển khai thực hiện") else "cites"


def _relation_of_heading(
    text: str, context: Context, citation: Citation, line_start: int, before: Citation | None
) -> str | None:
    """The relation that a heading (`Căn cứ:`, `Bãi bỏ các quyết định sau:`) or the item before in the list tells."""
    lead = text[line_start : citation.start].strip(" -+*•.0123456789)abcdđ")
    blocks = context.layout.blocks
    if len(lead) > MAX_LEAD or not blocks:
        return None
    block = context.layout.block_at(citation.start)
    for head in context.layout.ancestors(block):
        heading = text[head.start : head.end]
        if heading.rstrip().endswith(":") and (relation := relation_by_cue(heading)) is not None:
            return relation
    above = line_start
    while above > 0 and text[above - 1].isspace():
        above -= 1
    if before is not None and text[above - 1 : above] in (";", ",") and before.end >= above - 2:
        return before.relation
    return None


def _counts(citation: Citation) -> bool:
    """A document whose number is left blank counts where its issuer and its title or date are given."""
    if citation.how != "blank":
        return True
    told = citation.title is not None or citation.issued_on is not None
    return citation.relation != "attached" and citation.issuer is not None and told


def _candidate(text: str, citation: Citation) -> Candidate:
    values = {
        "type": citation.type,
        "code": citation.code,
        "issued_on": citation.issued_on,
        "issuer": value(text, citation.issuer),
        "title": value(text, citation.title),
        "relation": citation.relation,
    }
    start = citation.start if citation.cue is None else citation.cue
    return Candidate(KIND, start, citation.end, values, f"references.{citation.how}", SCORES[citation.how])


def _is_preamble(text: str, line_start: int) -> bool:
    return _PREAMBLE.match(text, line_start) is not None


def _floor(text: str, line_start: int, start: int, before: Citation | None) -> int:
    """Where the sentence, or the bracket, of a citation begins; words before another citation do not count."""
    floor = max(line_start, before.end if before is not None else 0)
    for match in _SENTENCE.finditer(text, floor, start):
        floor = match.end()
    bracket = text.rfind("(", floor, start)
    return bracket + 1 if bracket >= 0 and ")" not in text[bracket:start] else floor
