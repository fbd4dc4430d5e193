"""PostScript outlines of OpenType fonts as TrueType ones, which is all that reportlab embeds.

The converted file is kept under the temporary directory, named by the hash of the font, so that a machine converts
each font once.
"""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

from congvan.errors import SetupError

# Blocks of Unicode that Vietnamese pages draw on: Latin with its extensions, marks, punctuation, currency, arrows.
_KEPT = (range(0x20, 0x250), range(0x300, 0x370), range(0x1E00, 0x1F00), range(0x2010, 0x2070), range(0x20A0, 0x2200))
# How far a curve may stray, in units of 1000 an em: a tenth of what a printer at 600 dpi shows at 14 pt.
_ERROR = 0.5
_RECIPE = "2"
# Fields of the table maxp that count what only hinted or composite glyphs have.
_UNHINTED = (
    *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
    *("maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours", "maxCompositePoints"),
    *("maxCompositeContours", "maxComponentDepth"),
)


def truetype(path: Path) -> Path:
    """The font's path itself, or that of its conversion where it holds PostScript outlines (`.otf`)."""
    if path.suffix != ".otf":
        return path
    data = path.read_bytes()
    name = sha256(data + _RECIPE.encode()).hexdigest()[:16]
    kept = Path(tempfile.gettempdir()) / f"congvan-fonts-{os.getuid()}" / f"{path.stem}-{name}.ttf"
    kept.parent.mkdir(mode=0o700, exist_ok=True)
    # Also where the file is there already: it would be somebody else's font. A link is no folder of ours either.
    if kept.parent.lstat().st_uid != os.getuid():
        raise SetupError(
            f"The folder {kept.parent} belongs to somebody else.",
            "Remove it, or set TMPDIR to a folder of your own.",
        )
    if not kept.is_file():
        # Two processes may convert at once: each writes its own file, the last rename wins with the same bytes.
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as out:
            out.write(_converted(data))
        os.replace(out.name, kept)
    return kept


def _converted(data: bytes) -> bytes:
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    options = Options(layout_features=[], notdef_outline=True, name_IDs=["*"], hinting=False, desubroutinize=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for block in _KEPT for code in block])
    subsetter.subset(font)
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, _ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder = font.getGlyphOrder()
    table.glyphs = outlines
    _maxima(font)
    for gone in ("CFF ", "VORG", "GSUB", "GPOS", "GDEF"):
        if gone in font:
            del font[gone]
    font.sfntVersion = "\x00\x01\x00\x00"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _maxima(font: TTFont) -> None:
    """The tables that TrueType asks for beside the outlines."""
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in _UNHINTED:
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    post = font["post"]
    post.formatType = 2.0
    post.extraNames = []
    post.mapping = {}
    post.glyphOrder = font.getGlyphOrder()
    font["head"].glyphDataFormat = 0
