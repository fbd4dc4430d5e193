"""Sets the two columns above the body: issuer and number at the left; nation, place and date at the right."""

from __future__ import annotations

from congvan.datamodel.document import Box
from congvan.synth.printing.manner import look_of
from congvan.synth.printing.paper import MM, Column
from congvan.synth.printing.press import Press
from congvan.synth.tree import Dispatch

# Share of the width that the left column takes: a little over two fifths.
LEFT_SHARE = 0.40
# Marks that stand in a red frame (Decree 30/2020/NĐ-CP, annex I, part II, sections 10 and 11).
FRAMED = ("urgency", "secrecy")
_FRAME_X, _FRAME_Y = 6.0, 3.0


def set_letterhead(press: Press, dispatch: Dispatch) -> None:
    """Both columns from the present height; the place and the date stand on the number's line."""
    text = press.text
    middle = text.x0 + text.width * LEFT_SHARE
    top = press.y
    press.red = {n for n, block in enumerate(dispatch.left) if block.role in FRAMED}
    with press.region("header-left"):
        code_line = _set_left(press, dispatch, Column(text.x0 - 8 * MM, middle - 2), top)
    bottom = press.y
    press.y = top
    with press.region("header-right"):
        _set_right(press, dispatch, Column(middle + 2, text.x1 + 3 * MM), code_line)
    press.y = max(press.y, bottom) + 6


def _set_left(press: Press, dispatch: Dispatch, column: Column, top: float) -> float | None:
    """Returns the baseline of the number, None where the dispatch has none."""
    code_line = None
    for number, block in enumerate(dispatch.left):
        if block.role == "contact_line":
            continue
        if block.role == "code":
            if press.layout.issuer_rule and number and dispatch.left[number - 1].role == "issuer":
                press.rule_under(number - 1, 0.4)
            press.y = max(press.y, top + 2 * press.manner.size * press.manner.leading)
        press.set_block(number, block, column, flowing=False)
        if block.role in FRAMED:
            words = press.words_of((number,))
            left, right = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
            with press.region("mark"):
                box = Box(left, words[0].box.top, right, words[-1].box.bottom)
                frame = Box(box.x0 - _FRAME_X, box.top - _FRAME_Y + 2, box.x1 + _FRAME_X, box.bottom + _FRAME_Y)
                press.frame(frame, red=True)
            press.y += 4
        if block.role == "code":
            code_line = press.page.words[-1].baseline
    return code_line


def _set_right(press: Press, dispatch: Dispatch, column: Column, code_line: float | None) -> None:
    before = None
    for number, block in enumerate(dispatch.right, len(dispatch.left)):
        if block.role == "place_date":
            if before is not None:
                press.rule_under(before, 1.0)
            if code_line is not None:
                # The date stands on the number's line: its own space before is taken off again.
                look = look_of(block, press.layout)
                size = press.size_of(block, look, column)
                wanted = code_line - press.drop(size) - look.before * press.manner.spread
                press.y = max(wanted, press.y)
        press.set_block(number, block, column, flowing=False)
        before = number
