"""The addressees (ô 9a): `Kính gửi` and the list beside or below it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.layout import Cell
from congvan.layout.beginnings import ADDRESSEE, DASHES, INVITED, OPENING, TELEGRAM
from congvan.layout.pieces import Piece

# A longer line without a dash is the body.
ADDRESSEE_LENGTH = 170
# The number of an arrival stamp is shorter.
STAMPED_NUMBER = 16
_NUMBERED = regex.compile(r"(?P<n>\d{1,2})[.)]\s+\p{Lu}")


def addressee_cell(
    pieces: Sequence[Piece], start: int, letter: int | None, title: str | None = None
) -> tuple[list[Cell], int]:
    """The cell of `Kính gửi` with its list, and the index of the paragraph after it.

    `letter`: index of the piece with a letter's subject, None where a title says that it is no letter; `title`: flat.
    """
    cue = _cue_of(title)
    at = next((n for n, p in enumerate(pieces) if p.kind == "text" and _cue(p, cue)), None)
    if at is None and letter is not None:
        # OCR loses `Kính gửi` beside its list: the dashes between letterhead and body are the addressees.
        listed = next((n for n in range(letter, len(pieces)) if pieces[n].zone == "body"), None)
        if listed is not None and pieces[listed].text[:1] in DASHES:
            at = listed
    if at is None:
        return [], pieces[start - 1].paragraph + 1 if start else 0
    end = at + 1
    bare = not regex.search(r"\p{L}", pieces[at].text[_after_cue(pieces[at], cue) :])
    while end < len(pieces) and _is_addressee(pieces, at, end, bare):
        end += 1
    return [Cell("addressee", pieces[at].start, pieces[end - 1].end)], pieces[end - 1].paragraph + 1


def _cue_of(title: str | None) -> regex.Pattern[str] | None:
    """How the addressees of a telegram or an invitation are led, beside `Kính gửi`."""
    if title is None:
        return None
    return TELEGRAM if "cong dien" in title else INVITED if regex.search(r"\b(?:giay|thu) moi\b", title) else None


def _cue(piece: Piece, other: regex.Pattern[str] | None) -> regex.Match[str] | None:
    return ADDRESSEE.match(piece.flat) or (other.match(piece.flat) if other else None)


def _after_cue(piece: Piece, other: regex.Pattern[str] | None) -> int:
    match = _cue(piece, other)
    return match.end() if match else 0


def _is_next_number(pieces: Sequence[Piece], at: int, n: int) -> bool:
    """Does piece `n` go on with a list numbered from 1 right under a bare `Kính gửi:`?"""
    number = _NUMBERED.match(pieces[n].text)
    if number is None or len(pieces[n].text) > ADDRESSEE_LENGTH or pieces[n].kind != "text":
        return False
    return int(number["n"]) == n - at and (n == at + 1 or pieces[n - 1].text[-1:] in ";,")


def _is_addressee(pieces: Sequence[Piece], at: int, n: int, bare: bool) -> bool:
    """Does piece `n` go on with the list of addressees begun at `at`?"""
    piece, before = pieces[n], pieces[n - 1]
    if bare and _is_next_number(pieces, at, n):
        return True
    if bare and piece.kind == "code" and len(piece.text) < STAMPED_NUMBER and n + 1 < len(pieces):
        return pieces[n + 1].text[:1] in DASHES  # an arrival stamp printed over the list
    if piece.kind != "text" or piece.zone.startswith("foot") or OPENING.match(piece.flat):
        return False
    if len(piece.text) > ADDRESSEE_LENGTH and piece.text[:1] not in DASHES:
        return False
    if n == at + 1 and bare:
        return True
    dashed = piece.text[:1] in DASHES
    if dashed:
        return before.text[-1:] != "." or n == at + 1
    listed = any(p.text[:1] in DASHES for p in pieces[at + 1 : n]) or " - " in pieces[at].text[:24]
    if before.text[-1:] in ".":
        return False
    if before.text[-1:] == ";":
        return not listed
    return piece.text[:1].islower() or (not listed and bare and before.text[-1:] == ",")
