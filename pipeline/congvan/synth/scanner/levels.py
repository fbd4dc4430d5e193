"""The make-up of the three levels of scan: what a page may suffer, how much of it and how often.

The one place that says how hard a level is. Figures are by eye, set beside real scans of offices; they are only ever
made harder, so that a score at a level can be compared with an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass

# From, to: drawn evenly between them.
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Level:
    """What a document may suffer; ranges are drawn once a document or once a page, the rest are probabilities.

    Of the machine: `dpi` to choose from; `bilevel_dpi` for one bit; `colour`, `grey`: shares (the rest is one bit);
    `skew`: degrees, either way; `warp`: points by which paper that does not lie flat moves a word; `blur`: sigma in
    pixels; `noise`: standard deviation in grey levels; `quality`: of the JPEG, 1..95; `threshold`: of the photocopy,
    as a share of the paper's lightness; `fade`: share of black lost; `toner`: how uneven black is, 0..1;
    `dark_edges` and `edge_depth` (grey levels); `specks`: from, to a page.
    Of the paper: `yellow`: 0 white .. 1 brown; `aged`: how often it is yellow; `bleed` and `bleed_strength`: share of
    black that shines through; `staple`, `holes`, `fold`, `grain` (grey levels).
    Of the camera: `photo_dpi`; `perspective`: share of the side by which a corner moves; `light`: share of light lost
    in the darkest corner; `tilt`: degrees.
    Of the office: `number_by_hand`, `day_by_hand` (given the number is), `month_by_hand` (given the day is);
    `initials`; `edge_seal`: a part of the seal over the edges of the pages; `caption`: of a digital signature;
    `arrival`: the stamp of the office that received it; `ink`: strength of stamps, 0..1; `stamp_turn`: degrees;
    `faint`: how often a stamp is faint; `over_text`: how often stamps stand over text.
    Of the hand at the scanner: `sideways`, `upside_down`: shares of documents; `one_turned`: of several pages, only
    one is turned.
    """

    dpi: tuple[int, ...]
    bilevel_dpi: tuple[int, ...]
    colour: float
    grey: float
    skew: Range
    warp: Range
    blur: Range
    noise: Range
    quality: tuple[int, int]
    threshold: Range
    fade: Range
    toner: Range
    dark_edges: float
    edge_depth: Range
    specks: tuple[int, int]
    yellow: Range
    aged: float
    bleed: float
    bleed_strength: Range
    staple: float
    holes: float
    fold: float
    grain: Range
    photo_dpi: tuple[int, ...]
    perspective: Range
    light: Range
    tilt: Range
    number_by_hand: float
    day_by_hand: float
    month_by_hand: float
    initials: float
    edge_seal: float
    caption: float
    arrival: float
    ink: Range
    stamp_turn: Range
    faint: float
    over_text: float
    sideways: float
    upside_down: float
    one_turned: float


# A good office scanner.
_LIGHT = Level(
    dpi=(200, 200, 200, 250, 300),
    bilevel_dpi=(300,),
    colour=0.8,
    grey=0.2,
    skew=(0.0, 0.5),
    warp=(0.0, 0.4),
    blur=(0.45, 0.65),
    noise=(0.6, 2.0),
    quality=(70, 88),
    threshold=(0.62, 0.7),
    fade=(0.05, 0.18),
    toner=(0.0, 0.12),
    dark_edges=0.15,
    edge_depth=(10, 50),
    specks=(0, 8),
    yellow=(0.05, 0.25),
    aged=0.15,
    bleed=0.25,
    bleed_strength=(0.02, 0.06),
    staple=0.1,
    holes=0.1,
    fold=0.05,
    grain=(0.4, 1.2),
    photo_dpi=(200,),
    perspective=(0.0, 0.015),
    light=(0.05, 0.18),
    tilt=(0.0, 1.0),
    number_by_hand=0.5,
    day_by_hand=0.85,
    month_by_hand=0.15,
    initials=0.5,
    edge_seal=0.25,
    caption=0.3,
    arrival=0.0,
    ink=(0.75, 1.0),
    stamp_turn=(0.0, 4.0),
    faint=0.0,
    over_text=0.0,
    sideways=0.0,
    upside_down=0.0,
    one_turned=0.0,
)

# Photocopies in grey or one bit, and colour scans of papers that went through several offices.
_MEDIUM = Level(
    dpi=(150, 200, 200),
    bilevel_dpi=(200,),
    colour=0.3,
    grey=0.35,
    skew=(0.2, 1.2),
    warp=(0.3, 1.2),
    blur=(0.6, 0.9),
    noise=(2.5, 5.0),
    quality=(48, 70),
    threshold=(0.66, 0.76),
    fade=(0.12, 0.3),
    toner=(0.1, 0.3),
    dark_edges=0.45,
    edge_depth=(40, 130),
    specks=(8, 50),
    yellow=(0.2, 0.6),
    aged=0.5,
    bleed=0.6,
    bleed_strength=(0.06, 0.14),
    staple=0.3,
    holes=0.35,
    fold=0.3,
    grain=(1.0, 2.5),
    photo_dpi=(150, 180),
    perspective=(0.01, 0.03),
    light=(0.15, 0.35),
    tilt=(0.5, 2.5),
    number_by_hand=0.6,
    day_by_hand=0.85,
    month_by_hand=0.2,
    initials=0.5,
    edge_seal=0.25,
    caption=0.2,
    arrival=0.45,
    ink=(0.7, 0.95),
    stamp_turn=(1.0, 8.0),
    faint=0.2,
    over_text=0.2,
    sideways=0.03,
    upside_down=0.03,
    one_turned=0.3,
)

# What should be scanned again and never is: few pixels, copies of copies, pages that lie as they fell, phone photos.
_HARD = Level(
    dpi=(100, 120, 150, 150),
    bilevel_dpi=(150, 150, 200),
    colour=0.4,
    grey=0.3,
    skew=(0.8, 3.5),
    warp=(1.0, 3.5),
    blur=(0.7, 1.0),
    noise=(4.0, 8.0),
    quality=(32, 52),
    threshold=(0.68, 0.8),
    fade=(0.2, 0.4),
    toner=(0.2, 0.45),
    dark_edges=0.65,
    edge_depth=(80, 190),
    specks=(20, 110),
    yellow=(0.3, 0.9),
    aged=0.6,
    bleed=0.75,
    bleed_strength=(0.1, 0.22),
    staple=0.4,
    holes=0.45,
    fold=0.5,
    grain=(1.5, 4.0),
    photo_dpi=(130, 150, 170),
    perspective=(0.02, 0.055),
    light=(0.3, 0.55),
    tilt=(1.0, 5.0),
    number_by_hand=0.65,
    day_by_hand=0.85,
    month_by_hand=0.25,
    initials=0.5,
    edge_seal=0.25,
    caption=0.1,
    arrival=0.5,
    ink=(0.5, 0.9),
    stamp_turn=(3.0, 18.0),
    faint=0.5,
    over_text=0.6,
    sideways=0.12,
    upside_down=0.12,
    one_turned=0.3,
)

LEVELS: dict[str, Level] = {"light": _LIGHT, "medium": _MEDIUM, "hard": _HARD}
