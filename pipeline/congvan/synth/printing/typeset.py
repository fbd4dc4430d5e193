"""Sets a dispatch on A4 pages: where each word and region stands, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from congvan.synth.printing.fonts import Family
from congvan.synth.printing.foot import contact_line, foot_height, set_contact_line, set_foot, signatures
from congvan.synth.printing.letterhead import set_letterhead
from congvan.synth.printing.manner import LAYOUTS, Manner, tighter
from congvan.synth.printing.paper import PAGE_HEIGHT, PAGE_WIDTH, Paged, SetPage, SetWord
from congvan.synth.printing.press import Press
from congvan.synth.printing.tables import is_row, set_table
from congvan.synth.tree import Block, Dispatch

__all__ = ["PAGE_HEIGHT", "PAGE_WIDTH", "Manner", "Paged", "SetPage", "SetWord", "signature_page", "typeset"]

# A page whose foot stands under fewer lines of the body than this is avoided by setting the dispatch closer.
_FEW_LINES = 4
_REGIONS = {"title": "title", "subject": "title", "salutation": "addressees", "addressee": "addressees"}


def typeset(dispatch: Dispatch, manner: Manner, family: Family) -> tuple[SetPage, ...]:
    """The pages of the dispatch, those of its annexes last; set a little closer where that saves a nearly empty page.

    The signature block never stands on a page without two lines of the body or a row of its last table.
    """
    pages = _set(dispatch, manner, family)
    signed = signature_page(dispatch, pages)
    if signed.number > 1 and _body_lines(dispatch, signed) < _FEW_LINES:
        closer = _set(dispatch, tighter(manner), family)
        if len(closer) < len(pages):
            return closer
    return pages


def signature_page(dispatch: Dispatch, pages: Sequence[SetPage]) -> SetPage:
    """The page on which the dispatch is signed."""
    signing = {number for blocks in signatures(dispatch) for number, _ in blocks}
    return next((page for page in pages if any(w.block in signing for w in page.words)), pages[-1])


def _body_lines(dispatch: Dispatch, page: SetPage) -> int:
    body = range(dispatch.body_at, dispatch.foot_at)
    return len({w.baseline for w in page.words if w.block in body})


def _set(dispatch: Dispatch, manner: Manner, family: Family) -> tuple[SetPage, ...]:
    press = Press(manner, LAYOUTS[dispatch.layout], family)
    press.new_page()
    contact = contact_line(dispatch)
    if contact is not None:
        set_contact_line(press, *contact)
    set_letterhead(press, dispatch)
    _set_body(press, list(enumerate(dispatch.body, dispatch.body_at)), foot_height(press, dispatch))
    set_foot(press, dispatch)
    at = dispatch.annexes_at
    for annex in dispatch.annexes:
        press.at = len(press.pages) - 1
        press.new_page(restart=manner.own_numbers)
        with press.region("annex"):
            _set_blocks(press, list(enumerate(annex, at)), 0.0)
        at += len(annex)
    return tuple(press.pages)


def _set_body(press: Press, body: list[tuple[int, Block]], keep: float) -> None:
    """Title, addressees and text, each a region of its own; what ends the body stays with the foot."""
    body = [(number, block) for number, block in body if block.role != "contact_line"]
    runs = [(name, list(run)) for name, run in groupby(body, key=lambda pair: _REGIONS.get(pair[1].role, "body"))]
    for at, (name, run) in enumerate(runs):
        with press.region(name):
            _set_blocks(press, run, keep if at + 1 == len(runs) else 0.0)
        if run[-1][1].role == "subject":
            press.rule_under(run[-1][0], press.layout.subject_rule)
            press.y += 10
        if run[-1][1].role == "addressee":
            press.y += 8


def _set_blocks(press: Press, blocks: Sequence[tuple[int, Block]], keep: float) -> None:
    """Paragraphs and tables one after another; `keep` points stay free after the last."""
    runs = [(row, list(run)) for row, run in groupby(blocks, key=lambda pair: is_row(pair[1]))]
    for at, (row, run) in enumerate(runs):
        room = keep if at + 1 == len(runs) else 0.0
        if row:
            set_table(press, run, room)
            continue
        for number, block in run:
            press.set_block(number, block, press.text, keep=room if number == run[-1][0] else 0.0)
