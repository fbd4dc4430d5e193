"""The words of stamps of secrecy and urgency (ô 10a, 10b), and what OCR makes of them.

Levels: Law on Protection of State Secrets 29/2018/QH14, article 8; urgency: Decree 30/2020/NĐ-CP, annex I, II.7.b.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import regex

from congvan.text.likeness import flat, is_near

SECRECY = ("tuyệt mật", "tối mật", "mật")
URGENCY = ("hỏa tốc", "thượng khẩn", "khẩn")
# What OCR makes of MẬT; a bare fold would also catch the eye (MẮT) and loss (MẤT). MẬ and MẬI are no words.
_SECRET = frozenset({"MẬT", "MÂT", "MẶT", "MÃT", "MẠT", "MẬI", "MẬ"})
_EDGES = regex.compile(r"^[\W\d_]+|[\W\d_]+$")
# The upright strokes of a frame: `LMẬT J`, `MẶTj`, `I TỐI MẬT I`.
_FRAMED = regex.compile(r"^(?:[LIJl|\[]\s?)?((?:TỐI |TUYỆT )?M[ẬÂẶ]T)(?:\s?[IJjl|\]])?$")
_UNTIL = regex.compile(r"^(?:hoa toc)\s+hen gio\b")

# In a stamp's frame few words can stand, so that more slips are borne with: letters of the longer names alone.
_LONG = {flat(name).replace(" ", ""): name for name in (*SECRECY[:2], *URGENCY[:2])}
_SLIPS = 2
# MẬT in a frame, by its letters alone. The first letter tells it from ĐẠT, CHẤT, NHẬT; a lone  from MÃ.
_FRAMED_SECRET = regex.compile(
    r"""
      [LIJ]?M[AÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶÄ]{1,2}T[IJLY]?    # MẬT, MÁT, MẠT, LMẬTJ, MÄÂT
    | [MNHWILV]?[ÂẦẤẨẪẬẶ]T                          # ẬT, NẬT, HẤT: a worn or blotted M
    | M[ÂẦẤẨẪẬ][IFLYJ1]?                            # MẬ, MẬI: a worn T
    """,
    regex.VERBOSE,
)


def secrecy_of(text: str) -> str | None:
    """The level that a line of its own names (`MẬT`, `TỐI MẬT`, `TUYỆT MẬT`), or None.

    Capitals alone count; the two-word levels may have one slip of OCR, `MẬT` only known ones; strokes of a frame may
    stand around.
    """
    bare = _EDGES.sub("", text)
    framed = _FRAMED.match(bare)
    if framed:
        bare = framed[1]
    if not bare.isupper():
        return None
    if bare in _SECRET:
        return "mật"
    return _like(bare, SECRECY[:2])


def urgency_of(text: str) -> str | None:
    """The urgency that a line of its own names (`KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC`), or None."""
    bare = _EDGES.sub("", text)
    if not bare.isupper():
        return None
    if _UNTIL.match(flat(bare)):
        return "hỏa tốc"
    if bare == "TỐC":  # the other half of a faint stamp; no other stamp has the word
        return "hỏa tốc"
    if flat(bare) == "khan":
        return "khẩn"
    return _like(bare, URGENCY[:2])


def framed_name(text: str) -> str | None:
    """The stamp (one of SECRECY or URGENCY) that OCR's reading of the inside of a small frame is like, or None.

    In doubt it is secret: a file closed in error is told and can be opened, one opened in error can't be called back.
    """
    letters = "".join(c for c in unicodedata.normalize("NFC", text).upper() if c.isalpha() or c == "1")
    if _FRAMED_SECRET.fullmatch(letters):
        return "mật"
    bare = flat(letters)
    name = min(_LONG, key=lambda known: _slips(bare, known))
    if _slips(bare, name) <= _SLIPS:
        return _LONG[name]
    return "khẩn" if is_near(bare, "khan") and "k" in bare and bare.endswith("an") else None


def _like(bare: str, names: Sequence[str]) -> str | None:
    dense = "".join(c for c in flat(bare) if c.isalnum())
    return next((name for name in names if is_near(dense, flat(name).replace(" ", ""))), None)


def _slips(read: str, known: str) -> int:
    """Letters lost, added or changed (Levenshtein); more than `_SLIPS` where the lengths differ by more."""
    if abs(len(read) - len(known)) > _SLIPS:
        return _SLIPS + 1
    row = list(range(len(known) + 1))
    for a, letter in enumerate(read, 1):
        last, row[0] = row[0], a
        for b, other in enumerate(known, 1):
            last, row[b] = row[b], min(row[b] + 1, row[b - 1] + 1, last + (letter != other))
    return row[-1]
