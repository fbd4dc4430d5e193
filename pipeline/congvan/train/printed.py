"""Texts printed and scanned: how a dispatch that was written by hand would look on paper."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.layout.cells import find_cells
from congvan.synth.phrase import Phrase
from congvan.synth.printing.fonts import draw_family
from congvan.synth.printing.manner import Manner
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.typeset import typeset
from congvan.synth.scanner.capture import scan_document
from congvan.synth.scanner.files import scan_pdf
from congvan.synth.tree import Block, Dispatch

# The roles of cells that the typesetter has a look for; other paragraphs of the letterhead stand as they are.
_LEFT = {"parent", "issuer", "code"}
_RIGHT = {"place_date", "nation", "motto"}
_BODY = {"title", "subject", "addressee"}
_FOOT = {"authority": "authority", "signer_role": "authority", "signer": "signer"}


def scanned(canonical: CanonicalText, level: str, rng: Random) -> tuple[bytes, frozenset[str]]:
    """A PDF of the dispatch printed and scanned at a level of synth, and the header fields filled in by hand there."""
    dispatch = _tree(canonical)
    pages = typeset(dispatch, Manner.draw(rng), draw_family(rng))
    scan = scan_document(pages, pdf(pages), dispatch, level, rng)
    return scan_pdf(scan), scan.handwritten


def _tree(canonical: CanonicalText) -> Dispatch:
    """The paragraphs of a text as blocks of letterhead, body and foot, by the roles that layout sees in them."""
    places: dict[str, list[Block]] = {name: [] for name in ("left", "right", "body", "foot_left", "foot_right")}
    for role, text in _roles(canonical):
        place = (
            "left" if role in _LEFT else "right" if role in _RIGHT else "foot_right" if role in _FOOT.values() else
            "foot_left" if role == "recipient" else "body"
        )  # fmt: skip
        places[place].append(Block(role, Phrase(text)))
    if not places["right"]:
        places["right"].append(Block("nation", Phrase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")))
    left, right, body, foot_left, foot_right = (tuple(blocks) for blocks in places.values())
    return Dispatch("", left, right, body, foot_left, foot_right)


def _roles(canonical: CanonicalText) -> Iterator[tuple[str, str]]:
    cells = sorted(find_cells(canonical), key=lambda cell: cell.start)
    for paragraph in canonical.paragraphs:
        text = canonical.text[paragraph.start : paragraph.end]
        if text.strip():
            yield _role(paragraph.start, paragraph.zone, text, cells), text


def _role(start: int, zone: str, text: str, cells: list[Cell]) -> str:
    role = next((cell.role for cell in cells if cell.start <= start < cell.end), "")
    if role in _LEFT or role in _RIGHT or role in _BODY:
        return role
    if role in _FOOT:
        return _FOOT[role]
    if zone == "head-right":
        return "nation" if "CỘNG" in text.upper() else "motto"
    if zone == "foot-left":
        return "recipient"
    return "row" if " | " in text else "para"
