"""This very dispatch among the documents of its text: its number in the letterhead, itself named over its annexes.

Text, layout and a number or citation in; whether it is the dispatch itself out (contract: references are others).
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.datamodel.context import Context
from congvan.datamodel.layout import Layout
from congvan.datamodel.mentions import CodeMention
from congvan.grammar.documents.citations import Span, head_before
from congvan.grammar.documents.codes import code_at
from congvan.grammar.documents.coreference import Citation
from congvan.grammar.letterhead.titles import title_of
from congvan.grammar.sameness import folded

_NUMBER_LINE = regex.compile(r"\s*(?:Số|SỐ|Sô|SÓ|Só)\s*[:.]\s*\S{0,5}\s?")
# A line that tells a number and place and date has some forty characters behind the number.
LONGEST_REST = 40


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """What the letterhead tells: number and symbol folded for comparison, type, ISO date of issue; None if unread."""

    code: str | None
    symbol: str | None
    type: str | None
    issued_on: str | None


def own_paper(text: str, context: Context) -> OwnPaper:
    """This dispatch as its own letterhead names it."""
    cell = context.layout.cell("code")
    mention = code_at(text, cell.start, cell.end) if cell else None
    title = context.layout.cell("title")
    named = title_of(text[title.start : title.end]) if title else None
    return OwnPaper(
        folded(mention.value) if mention and mention.value else None,
        folded(mention.symbol) if mention else None,
        named.name if named else None,
        context.issued_on.isoformat() if context.issued_on else None,
    )


def is_own_number(text: str, layout: Layout, code: CodeMention, own: OwnPaper, line: Span) -> bool:
    """The number of this dispatch: in the letterhead, repeated over an annex, or left blank there too."""
    if code.value is not None and folded(code.value) == own.code:
        return True
    if code.value is None and own.symbol is not None and folded(code.symbol) == own.symbol and own.code is None:
        return True
    if _NUMBER_LINE.fullmatch(text, line[0], code.start) is not None and line[1] - code.end < LONGEST_REST:
        return True
    if not layout.blocks or not layout.block_at(code.start).zone.startswith("head-"):
        return False
    subject = layout.cell("subject")  # which may cite: `V/v thực hiện Kế hoạch số ...`
    cites = subject is not None and subject.start <= code.start < subject.end
    return not cites and head_before(text, code.start, line[0]) is None


def heads_own_annex(text: str, own: OwnPaper, citation: Citation) -> bool:
    """`(Ban hành kèm theo Quyết định số ... ngày ...)` over an annex of this dispatch: its type, its day of issue.

    A number that differs was misread there or in the letterhead: no office attaches a paper to two of one day.
    """
    if citation.relation != "attached" or own.type is None or own.type != citation.type:
        return False
    begin = citation.start if citation.cue is None else citation.cue
    undated = citation.code is None and citation.issued_on is None
    return text[max(begin - 4, 0) : begin].rstrip().endswith("(") and (undated or citation.issued_on == own.issued_on)
