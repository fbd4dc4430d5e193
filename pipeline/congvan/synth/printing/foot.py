"""Sets what stands under the body: recipients, those who sign, and the contact line at the foot of page 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from congvan.datamodel.document import Box
from congvan.synth.printing.lines import set_lines
from congvan.synth.printing.manner import look_of
from congvan.synth.printing.paper import PAGE_HEIGHT, Column, Rule
from congvan.synth.printing.press import Press
from congvan.synth.tree import Block, Dispatch

Numbered = list[tuple[int, Block]]

BEFORE_FOOT = 14.0
# Space above the contact line's rule, and between rule and text.
CONTACT_GAP, CONTACT_RULE = 6.0, 3.0
# Room for a brace beside the recipients it joins, and the share of the list's width that these may take.
BRACE, BRACED_SHARE = 9.0, 0.58


def signatures(dispatch: Dispatch) -> list[Numbered]:
    """The blocks of each who signs: a new one begins after each name."""
    made: list[Numbered] = [[]]
    for number, block in enumerate(dispatch.foot_right, dispatch.signature_at):
        if block.role == "contact_line":
            continue
        if made[-1] and made[-1][-1][1].role == "signer":
            made.append([])
        made[-1].append((number, block))
    return made


def set_foot(press: Press, dispatch: Dispatch) -> None:
    """Recipients at the left, the signature at the right; two who sign stand side by side above the recipients."""
    press.y += BEFORE_FOOT
    listed = [pair for pair in enumerate(dispatch.foot_left, dispatch.foot_at) if pair[1].role != "contact_line"]
    signing = signatures(dispatch)
    text = press.text
    middle = text.x0 + text.width * press.manner.list_share
    if len(signing) > 1:
        _set_signatures(press, signing, text)
        _set_recipients(press, listed, Column(text.x0, text.x1))
        return
    top, page = press.y, press.at
    _set_recipients(press, listed, Column(text.x0, middle - 6))
    bottom, last = press.y, press.at
    press.y, press.at = top, page
    _set_signatures(press, signing, Column(middle, text.x1))
    if last > press.at or bottom > press.y:
        press.y, press.at = bottom, last


def _set_signatures(press: Press, signing: Sequence[Numbered], room: Column) -> None:
    """Side by side, two a row; the first named at the right where the office does so."""
    for at in range(0, len(signing), 2):
        pair = list(signing[at : at + 2])
        if press.manner.leader_right:
            pair.reverse()
        wide = room.width / len(pair)
        columns = [Column(room.x0 + n * wide + 4, room.x0 + (n + 1) * wide - 4) for n in range(len(pair))]
        tallest = max(_above_name(press, *placed) for placed in zip(pair, columns, strict=True))
        top, bottom = press.y, press.y
        for blocks, column in zip(pair, columns, strict=True):
            press.y = top
            with press.region("signature"):
                _set_signature(press, blocks, column, tallest - _above_name(press, blocks, column))
            bottom = max(bottom, press.y)
        press.y = bottom + press.manner.gap


def _above_name(press: Press, blocks: Numbered, column: Column) -> float:
    """The height of capacity and post, in points."""
    height = 0.0
    for block in (block for _, block in blocks if block.role != "signer"):
        look = look_of(block, press.layout)
        size = press.size_of(block, look, column)
        height += look.before * press.manner.spread
        height += len(set_lines(block, look, size, column.width, press.family)) * size * press.manner.leading
    return height


def _set_signature(press: Press, blocks: Numbered, column: Column, spare: float) -> None:
    """Capacity and post, room for the signature (and `spare` points, so that names stand side by side), the name."""
    for number, block in blocks:
        if block.role == "signer":
            press.y += press.manner.signature + spare
        press.set_block(number, block, column, flowing=False)


def _set_recipients(press: Press, listed: Numbered, column: Column) -> None:
    """The list; recipients that a `brace` covers leave room for it beside them."""
    braces = [(at, block.covers) for at, (_, block) in enumerate(listed) if block.role == "brace"]
    covered = {at for brace, covers in braces for at in range(brace - covers, brace)}
    narrow = Column(column.x0, column.x0 + min(column.width, press.text.width * press.manner.list_share) * BRACED_SHARE)
    with press.region("recipients"):
        for at, (number, block) in enumerate(listed):
            if block.role == "brace":
                joined = [number for number, _ in listed[at - block.covers : at]]
                _set_brace(press, number, block, joined, column)
                continue
            press.set_block(number, block, narrow if at in covered else column)
            press.y -= press.manner.gap


def _set_brace(press: Press, number: int, block: Block, joined: Sequence[int], column: Column) -> None:
    """A brace to the right of the joined lines and the note at its point, both in the middle of their height."""
    words = press.words_of(joined)
    if not words:
        press.set_block(number, block, column, flowing=False)
        return
    x = max(w.box.x1 for w in words) + 3
    top, bottom = min(w.box.top for w in words), max(w.box.bottom for w in words)
    middle, half = (top + bottom) / 2, BRACE / 2
    corners = [(x, top), (x + half - 1, top + 2), (x + half, middle - 3), (x + BRACE, middle)]
    corners += [(x + half, middle + 3), (x + half - 1, bottom - 2), (x, bottom)]
    for (ax, ay), (bx, by) in pairwise(corners):
        press.rule(Rule(ax, ay, bx, by))
    look = look_of(block, press.layout)
    size = press.manner.size + look.size
    beside = Column(x + BRACE + 3, max(column.x1, x + BRACE + 50))
    lines = set_lines(block, look, size, beside.width, press.family)
    step = size * press.manner.leading
    after, press.y = press.y, middle - len(lines) * step / 2
    for line in lines:
        press.set_line(number, line, replace(look, align="left"), size, beside)
        press.y += step
    press.y = max(after, press.y)


def foot_height(press: Press, dispatch: Dispatch) -> float:
    """Points that the signature needs, and the recipients beside it; a list longer than a page flows on."""
    trial = Press(press.manner, press.layout, press.family)
    trial.new_page()
    top = trial.y
    if len(signing := signatures(dispatch)) > 1:
        trial.y += BEFORE_FOOT
        _set_signatures(trial, signing, trial.text)
    else:
        set_foot(trial, dispatch)
    return trial.y - top if trial.at == 0 else PAGE_HEIGHT / 2


def contact_line(dispatch: Dispatch) -> tuple[int, Block] | None:
    """The line of cell 13, wherever in the dispatch it stands."""
    return next(((n, b) for n, b in enumerate(dispatch.blocks) if b.role == "contact_line"), None)


def set_contact_line(press: Press, number: int, block: Block) -> None:
    """At the foot of page 1 under a rule over the whole width; the press keeps that room free."""
    text = press.text
    look = look_of(block, press.layout)
    size = press.manner.size + look.size
    height = len(set_lines(block, look, size, text.width, press.family)) * size * press.manner.leading
    press.reserved = height + CONTACT_RULE + CONTACT_GAP
    top = press.y
    press.y = press.floor + CONTACT_GAP
    with press.region("contact-line"):
        press.rule(Rule(text.x0, press.y, text.x1, press.y))
        press.grow(Box(text.x0, press.y, text.x1, press.y))
        press.y += CONTACT_RULE
        press.set_block(number, block, text, flowing=False)
    press.y = top
