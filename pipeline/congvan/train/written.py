"""The dispatches written by hand (data/annotated/FAMILY/NAME.txt, gold/NAME.json), and the same printed and scanned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.errors import UsageError
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


@dataclass(frozen=True)
class Written:
    """A dispatch written and annotated by hand: its family, its file and its gold record."""

    family: str
    file: Path
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        return self.file.stem


def written(folder: Path) -> list[Written]:
    """All hand-written dispatches below a folder, in order of name. Raises UsageError where there are none."""
    found = []
    for gold in sorted(folder.glob("*/gold/*.json")):
        file = gold.parent.parent / f"{gold.stem}.txt"
        if file.is_file():
            found.append(Written(file.parent.name, file, json.loads(gold.read_text(encoding="utf-8"))))
    if not found:
        raise UsageError(f"no annotated dispatches below {folder}.", "Name what holds FAMILY/gold/NAME.json.")
    return found


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
