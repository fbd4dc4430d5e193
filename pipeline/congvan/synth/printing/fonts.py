"""Finds the faces of the printed page: twins of Times New Roman that have all Vietnamese letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from congvan.errors import SetupError
from congvan.synth.printing.outlines import truetype

FACES = ("regular", "bold", "italic", "bold-italic")


@dataclass(frozen=True, slots=True)
class _Files:
    """A family as it is installed: the Debian package and the files of its faces, in the order of FACES."""

    package: str
    files: tuple[str, str, str, str]


_FAMILIES = {
    "Tinos": _Files(
        "fonts-croscore", ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")
    ),
    "FreeSerif": _Files(
        "fonts-freefont-ttf", ("FreeSerif.ttf", "FreeSerifBold.ttf", "FreeSerifItalic.ttf", "FreeSerifBoldItalic.ttf")
    ),
    "TeX Gyre Termes": _Files(
        "fonts-texgyre",
        (
            "texgyretermes-regular.otf",
            "texgyretermes-bold.otf",
            "texgyretermes-italic.otf",
            "texgyretermes-bolditalic.otf",
        ),
    ),
}
# The families pages are set in; `draw_family` takes one of them.
FAMILY_NAMES = tuple(_FAMILIES)
_ROOTS = (
    Path("/usr/share/fonts"),
    Path("/usr/share/texmf/fonts/opentype"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)
# Letters that incomplete fonts lack (Debian's fonts-liberation 1.x has none of the hooked and dotted ones).
PROBE = "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ“”–"


@dataclass(frozen=True, slots=True)
class Family:
    """A font family registered with reportlab: `faces` name its fonts, `paths` their TrueType files."""

    name: str
    faces: dict[str, str]
    paths: dict[str, Path]


@cache
def family(name: str) -> Family:
    """The family of that name, a key of FAMILY_NAMES. Raises SetupError where it isn't installed whole."""
    wanted = _FAMILIES[name]
    found = _installed(wanted.files)
    if found is None:
        raise SetupError(
            f"No serif font {name} with all Vietnamese letters was found to set pages in.",
            f"Install it: sudo apt-get install {wanted.package}.",
        )
    paths = dict(zip(FACES, (truetype(path) for path in found), strict=True))
    made = Family(name, {face: f"{name.replace(' ', '')}-{face}" for face in FACES}, paths)
    if not _register(made):
        raise SetupError(
            f"The serif font {name} that is installed lacks Vietnamese letters.",
            f"Install a whole one: sudo apt-get install {wanted.package}.",
        )
    return made


def draw_family(rng: Random) -> Family:
    """One of the families, by the generator. Raises SetupError, with the package's name, where it is missing."""
    return family(rng.choice(FAMILY_NAMES))


@cache
def serif() -> Family:
    """The first family that is installed: for whatever any serif will do. Raises SetupError where there is none."""
    for name in FAMILY_NAMES:
        if _installed(_FAMILIES[name].files) is not None:
            return family(name)
    return family(FAMILY_NAMES[0])


def _installed(names: Sequence[str]) -> list[Path] | None:
    files: dict[str, Path] = {}
    for root in _ROOTS:
        if root.is_dir():
            files |= {p.name: p for pattern in ("*.ttf", "*.otf") for p in sorted(root.rglob(pattern), reverse=True)}
    return [files[name] for name in names] if all(name in files for name in names) else None


def _register(made: Family) -> bool:
    """Load the faces into reportlab; False where a letter is missing."""
    for face, path in made.paths.items():
        try:
            font = TTFont(made.faces[face], str(path))
        except TTFError:
            return False
        if any(ord(c) not in font.face.charToGlyph for c in PROBE):
            return False
        pdfmetrics.registerFont(font)
    return True


def width(text: str, font: str, size: float) -> float:
    """The width of the text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))
