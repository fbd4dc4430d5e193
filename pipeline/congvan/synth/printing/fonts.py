"""Finds the faces of the printed page: a metric twin of Times New Roman that has all Vietnamese letters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from congvan.errors import SetupError

FACES = ("regular", "bold", "italic", "bold-italic")
# family -> file names of its faces, best first: Tinos has the metrics of Times New Roman (Debian fonts-croscore).
_FAMILIES = {
    "Tinos": ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
    "LiberationSerif": (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
    "FreeSerif": ("FreeSerif.ttf", "FreeSerifBold.ttf", "FreeSerifItalic.ttf", "FreeSerifBoldItalic.ttf"),
}
_ROOTS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)
# Letters that incomplete fonts lack (Debian's fonts-liberation 1.x has none of the hooked and dotted ones).
_PROBE = "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ“”–"


@dataclass(frozen=True, slots=True)
class Family:
    """A font family registered with reportlab: `faces` name its fonts, `paths` their files."""

    name: str
    faces: dict[str, str]
    paths: dict[str, Path]


@cache
def serif() -> Family:
    """The first family found that has every Vietnamese letter. Raises SetupError where there is none."""
    files: dict[str, Path] = {}
    for root in _ROOTS:
        if root.is_dir():
            files |= {p.name: p for p in sorted(root.rglob("*.ttf"), reverse=True)}
    for name, members in _FAMILIES.items():
        if all(m in files for m in members):
            family = Family(
                name, {f: f"{name}-{f}" for f in FACES}, {f: files[m] for f, m in zip(FACES, members, strict=True)}
            )
            if _register(family):
                return family
    raise SetupError(
        "No serif font with all Vietnamese letters was found to set pages in.",
        "Install one: sudo apt-get install fonts-croscore (or fonts-freefont-ttf).",
    )


def _register(family: Family) -> bool:
    """Load the faces into reportlab; False where a letter is missing."""
    for face, path in family.paths.items():
        try:
            font = TTFont(family.faces[face], str(path))
        except TTFError:
            return False
        if any(ord(c) not in font.face.charToGlyph for c in _PROBE):
            return False
        pdfmetrics.registerFont(font)
    return True


def width(text: str, font: str, size: float) -> float:
    """The width of the text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
