"""How pages look: what an office chooses (sizes, margins), what its layout asks for, and the look of each role.

Measures follow Decree 30/2020/NĐ-CP, annex I (margins 30-35 mm left, 15-20 right, 20-25 top and bottom; 13 to 14 pt
type); Circular 01/2011/TT-BNV before it; the Party's Guidance 36-HD/VPTW 2018, which the Youth Union follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from congvan.synth.printing.paper import MM
from congvan.synth.tree import Block


@dataclass(frozen=True, slots=True)
class Manner:
    """How an office sets its pages: sizes and margins in points, `leading` as a share of the size.

    `spread`: how wide it spaces letterhead and title, as a share of the usual; `rule_gap`: from a line to the rule
    under it; `list_share`: what recipients take of the text's width, the signature takes the rest;
    `repeat_head`: tables repeat their head on a new page; `centred_rows`: cells stand in the middle of their row's
    height; `leader_right`: of two who sign, the first named signs at the right; `own_numbers`: each annex counts its
    pages anew.
    """

    size: float = 14.0
    left: float = 30 * MM
    right: float = 18 * MM
    top: float = 20 * MM
    bottom: float = 20 * MM
    leading: float = 1.2
    gap: float = 5.0
    signature: float = 74.0
    spread: float = 1.0
    rule_gap: float = 2.2
    list_share: float = 0.43
    repeat_head: bool = True
    centred_rows: bool = True
    leader_right: bool = False
    own_numbers: bool = False

    @classmethod
    def draw(cls, rng: Random) -> Manner:
        return cls(
            size=rng.choice((13.0, 13.5, 14.0, 14.0)),
            left=rng.choice((30, 30, 33, 35)) * MM,
            right=rng.choice((15, 18, 20)) * MM,
            top=rng.choice((20, 22, 25)) * MM,
            leading=rng.choice((1.1, 1.15, 1.2, 1.3, 1.45)),
            gap=rng.choice((3.0, 5.0, 6.0)),
            signature=rng.choice((66.0, 74.0, 86.0)),
            spread=rng.choice((0.5, 1.0, 1.0, 1.5)),
            rule_gap=rng.choice((0.8, 2.2, 2.2, 4.0)),
            list_share=rng.choice((0.40, 0.43, 0.48)),
            repeat_head=rng.random() < 0.5,
            centred_rows=rng.random() < 0.6,
            leader_right=rng.random() < 0.5,
            own_numbers=rng.random() < 0.4,
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a role is set: size as the difference from the body's, face, alignment, indents, space before in points.

    `fit`: a line that is too wide for its column is set smaller rather than broken, down to this share of the size.
    """

    size: float = 0.0
    face: str = "regular"
    align: str = "justify"
    first: float = 0.0
    indent: float = 0.0
    before: float = 0.0
    fit: float = 1.0


_TAB = 10 * MM
_PLAIN = Look(first=_TAB)
_LOOKS = {
    "parent": Look(-1, "regular", "centre"),
    "issuer": Look(-1, "bold", "centre"),
    "code": Look(-1, "regular", "centre", before=9),
    "about": Look(-2, "regular", "centre", before=2),
    "star": Look(-1, "regular", "centre"),
    "urgency": Look(0, "bold", "centre", before=12),
    "secrecy": Look(0, "bold", "centre", before=12),
    "nation": Look(-1.5, "bold", "centre", fit=0.5),
    "motto": Look(-0.5, "bold", "centre", fit=0.5),
    "place_date": Look(-0.5, "italic", "centre", before=9, fit=0.5),
    "title": Look(0, "bold", "centre", before=16),
    "subject": Look(0, "bold", "centre"),
    "enacting": Look(0, "bold", "centre", before=10),
    "salutation": Look(0, "regular", "centre", before=12),
    "addressee": Look(0, "regular", "left", indent=50 * MM),
    "basis": Look(0, "italic", "justify", first=_TAB),
    "part": Look(0, "bold", "left", first=_TAB, before=2),
    "row_head": Look(-1, "bold", "centre"),
    "row": Look(-1, "regular", "left"),
    "recipients_head": Look(-2, "bold-italic", "left"),
    "recipient": Look(-3, "regular", "left"),
    "brace": Look(-3, "regular", "left"),
    "authority": Look(0, "bold", "centre", fit=0.88),
    "signer": Look(0, "bold", "centre"),
    "contact_line": Look(-2.5, "regular", "centre"),
    "annex_head": Look(0, "bold", "centre", before=2),
}
# The line under an annex's head that says what it belongs to: `(Kèm theo Kế hoạch số ...)`.
_BELONGS = Look(0, "italic", "centre")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a layout asks for beyond the manner of an office.

    `number`: where the page number stands, `top` (middle of the top margin) or `bottom-right`; `issuer_rule`: whether
    a rule stands under the issuer; `subject_rule`: length of the rule under the subject as a share of its widest line;
    `looks`: roles that look otherwise than in Decree 30.
    """

    number: str = "top"
    issuer_rule: bool = True
    subject_rule: float = 0.34
    looks: dict[str, Look] = field(default_factory=dict)


LAYOUTS = {
    "decree-30": Layout(),
    # Circular 01/2011/TT-BNV, article 5: numbers at the right of the foot; annex V: type in 14 pt, motto as wide.
    "circular-01": Layout("bottom-right", subject_rule=0.42, looks={"title": Look(0, "bold", "centre", before=20)}),
    # Guidance 36-HD/VPTW 2018: the Party's name in 15 pt, type in 16, `*` in place of the rule under the issuer.
    "party": Layout(
        issuer_rule=False,
        subject_rule=0.2,
        looks={
            "nation": Look(1, "bold", "centre", fit=0.5),
            "parent": Look(0, "regular", "centre"),
            "issuer": Look(0, "bold", "centre"),
            "title": Look(2, "bold", "centre", before=18),
            "about": Look(-2, "italic", "centre", before=2),
        },
    ),
    "youth": Layout(
        issuer_rule=False,
        subject_rule=0.3,
        looks={"nation": Look(0, "bold", "centre", fit=0.5), "title": Look(1, "bold", "centre", before=18)},
    ),
}


def look_of(block: Block, layout: Layout) -> Look:
    """The look of the block's role in the layout; roles without one of their own are plain paragraphs."""
    role = block.role
    if role == "annex_head" and block.text.startswith("("):
        return _BELONGS
    if role.startswith("row") and role not in _LOOKS:
        role = "row"
    return layout.looks.get(role) or _LOOKS.get(role) or _PLAIN


def tighter(manner: Manner) -> Manner:
    """The same, set a little closer, as typists do to save a page."""
    return replace(manner, leading=manner.leading - 0.07, gap=max(manner.gap - 1.5, 1.0))
