"""What people lay on printed pages before they are scanned: figures by hand, signature, seal, stamps.

Works on the raster of one page, in place; boxes are points of the printed page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

import numpy as np

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import width
from congvan.synth.printing.paper import PAGE_HEIGHT, PAGE_WIDTH, SetPage, SetWord
from congvan.synth.scanner import stamps
from congvan.synth.scanner.autograph import initial, sign
from congvan.synth.scanner.exposure import Exposure, between
from congvan.synth.scanner.hands import Writer, write_figures
from congvan.synth.scanner.ink import Colour, Density, Pixels, lay, turned, worn
from congvan.synth.tree import Dispatch

DIGITS = "0123456789"
# A stamp that is copied to one bit must be this strong to be there at all; a faint one, of three.
_LEAST_OF_ONE_BIT = 1.0
_FAINT, _FAINT_OF_ONE_BIT = (0.38, 0.55), (0.85, 0.95)
# A stamp over print is no fainter than this.
_OVER_PRINT = 0.6
# How dark the place of an arrival stamp may be (grey levels, print in full is about 18): no print, or some of it.
_ROOM = {False: 2.5, True: 9.0}
# Figures by hand take a part of the space before them, and of the one after them where nothing else follows; points.
_BEFORE, _OVER = 3.6, 0.3
# Where the arrival stamp goes, left and top in points: under the letterhead, in the margins, at the head of the page;
# and where there is no room, at its foot.
_ARRIVALS = ((14, 150), (14, 180), (20, 118), (14, 3), (150, 3), (220, 3), (430, 3), (18, 215), (400, 150), (230, 128))
_AT_THE_FOOT = ((20, 700), (20, 640), (330, 700))
# What must stay legible under it, by role.
_KEPT = frozenset(
    {"parent", "issuer", "code", "nation", "motto", "place_date", "secrecy", "urgency", "title", "subject", "about"}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something laid on a page: its name (`signature`, `seal`, `arrival`, ...) and where, on the printed page."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Desk:
    """One office's ways with one document."""

    dispatch: Dispatch
    exposure: Exposure
    writer: Writer
    red: Colour
    strength: float
    by_hand: frozenset[str]
    month_by_hand: bool
    initials: bool
    edge_seal: bool
    arrival: bool
    office: str
    around: str
    within: tuple[str, ...]

    @classmethod
    def draw(cls, dispatch: Dispatch, exposure: Exposure, pages: int, rng: Random) -> Desk:
        level = exposure.level
        number = rng.random() < level.number_by_hand
        day = number and rng.random() < level.day_by_hand
        parent, issuer = (
            " ".join(b.text.replace("\n", " ") for b in dispatch.left if b.role == role)
            for role in ("parent", "issuer")
        )
        named = bool(parent) and rng.random() < 0.4
        return cls(
            dispatch=dispatch,
            exposure=exposure,
            writer=Writer.draw(rng),
            red=rng.choice(stamps.REDS),
            strength=max(between(level.ink, rng), _LEAST_OF_ONE_BIT if exposure.mode == "1" else 0.0),
            by_hand=frozenset(name for name, done in (("code", number), ("issued_on", day)) if done),
            month_by_hand=day and rng.random() < level.month_by_hand,
            initials=rng.random() < level.initials,
            edge_seal=pages > 1 and rng.random() < level.edge_seal,
            arrival=rng.random() < level.arrival,
            office=issuer or dispatch.stamp,
            around=parent if named else dispatch.stamp or issuer or parent,
            within=_in_lines(issuer.upper()) if named else (),
        )

    def work(self, raster: Pixels, page: SetPage, rng: Random) -> list[Mark]:
        """Lay on the raster what belongs to the page; what was laid, in order."""
        scale = self.exposure.print_dpi / 72
        roles = [block.role for block in self.dispatch.blocks]
        marks: list[Mark] = []
        if page.number == 1:
            marks += self._fill_in(raster, page, roles, scale, rng)
            marks += self._stamp_secrecy(raster, page, roles, scale, rng)
        marks += self._sign(raster, page, scale, rng)
        if self.edge_seal:
            marks += self._seal_edge(raster, scale, rng)
        if page.number == 1 and self.arrival:
            marks += self._receive(raster, page, roles, scale, rng)
        return marks

    # -- number and day --------------------------------------------------------------------------------------

    def _fill_in(self, raster: Pixels, page: SetPage, roles: Sequence[str], scale: float, rng: Random) -> list[Mark]:
        marks = []
        for field, word in _blanks(page, roles, self.month_by_hand):
            if field not in self.by_hand:
                continue
            text = word.text[: len(word.text) - len(word.text.lstrip(DIGITS))]
            box = Box(word.box.x0, word.box.top, word.box.x0 + width(text, word.font, word.size), word.box.bottom)
            _wipe(raster, box, scale)
            whole = text == word.text
            room = Box(box.x0 - _BEFORE, box.top, box.x1 + (_BEFORE if whole else _OVER), box.bottom)
            marks.append(Mark(field, write_figures(raster, text, room, word.size, self.writer, scale, rng)))
        return marks

    # -- stamps ----------------------------------------------------------------------------------------------

    def _stamp_secrecy(
        self, raster: Pixels, page: SetPage, roles: Sequence[str], scale: float, rng: Random
    ) -> list[Mark]:
        """The secrecy word goes off the print, frame and all, and is stamped near its place."""
        words = [w for w in page.words if w.block >= 0 and roles[w.block] == "secrecy"]
        if not words:
            return []
        place = words[0].box
        for word in words[1:]:
            place = place.union(word.box)
        frames = [box for name, box in page.regions if name == "mark" and _meet(box, place)]
        for frame in (place, *frames):
            _wipe(raster, Box(frame.x0 - 1.2, frame.top - 1.2, frame.x1 + 1.2, frame.bottom + 1.2), scale)
        level = self.exposure.level
        faint = rng.random() < level.faint
        weak = _FAINT_OF_ONE_BIT if self.exposure.mode == "1" else _FAINT
        strength = between(weak, rng) if faint else self.strength
        print_ = stamps.framed(" ".join(w.text for w in words), rng.uniform(14, 18), scale, rng)
        middle = (place.middle + rng.uniform(-8, 8), (place.top + place.bottom) / 2 + rng.uniform(-1, 4))
        beside = [w for w in page.words if _may_be_stamped(w, roles, place)]
        # Without colour, ink and print can't be told apart any more.
        if beside and self.exposure.mode == "RGB" and rng.random() < level.over_text:
            strength = max(strength, _OVER_PRINT)
            under = rng.choice(beside).box
            middle = (under.middle, (under.top + under.bottom) / 2 + rng.uniform(-6, 6))
        return [self._strike(raster, "secrecy", print_, middle, strength, between(level.stamp_turn, rng), scale, rng)]

    def _strike(
        self, raster: Pixels, name: str, density: Density, middle: tuple[float, float], strength: float, turn: float,
        scale: float, rng: Random, colour: Colour | None = None,
    ) -> Mark:  # fmt: skip
        """One stamp about its middle (points), turned either way."""
        noise = np.random.default_rng(rng.getrandbits(32))
        inked = turned(worn(density, strength, noise), turn * rng.choice((-1, 1)))
        height, wide = inked.shape
        left, top = middle[0] - wide / 2 / scale, middle[1] - height / 2 / scale
        lay(raster, inked, colour or self.red, (round(left * scale), round(top * scale)))
        return Mark(name, Box(left, top, left + wide / scale, top + height / scale))

    def _receive(self, raster: Pixels, page: SetPage, roles: Sequence[str], scale: float, rng: Random) -> list[Mark]:
        """The arrival stamp where there is room, and its figures; nothing where there is none."""
        stamp = stamps.arrival(scale, rng)
        level = self.exposure.level
        kept = [w.box for w in page.words if w.block >= 0 and roles[w.block] in _KEPT]
        over = self.exposure.mode == "RGB" and rng.random() < level.over_text
        bare: list[Box] = []
        for corners in (_ARRIVALS, _AT_THE_FOOT):
            around = [Box(x - 4, y - 4, x + stamp.width + 4, y + stamp.height + 4) for x, y in corners]
            free = [box for box in around if not any(_meet(box, other) for other in kept)]
            bare = bare or [box for box in free if _darkness(raster, box, scale) < _ROOM[over]]
        if not bare:
            return []
        place = rng.choice(bare)
        x, y = place.x0 + rng.uniform(1, 7), place.top + rng.uniform(1, 7)
        colour = stamps.BLUE if rng.random() < 0.35 else self.red
        middle = (x + stamp.width / 2, y + stamp.height / 2)
        turn = min(between(level.stamp_turn, rng), 4.0) * 0.7
        mark = self._strike(raster, "arrival", stamp.density, middle, self.strength, turn, scale, rng, colour)
        clerk = Writer.draw(rng)
        filled = ((str(rng.randint(12, 4999)), stamp.number), (_arrived(self.dispatch, rng), stamp.day))
        for text, blank in filled:
            box = Box(x + blank.x0, y + blank.top, x + blank.x1, y + blank.bottom)
            write_figures(raster, text, box, stamp.size, clerk, scale, rng)
        return [mark]

    # -- signature and seal ----------------------------------------------------------------------------------

    def _sign(self, raster: Pixels, page: SetPage, scale: float, rng: Random) -> list[Mark]:
        marks = []
        for space in _signature_spaces(self.dispatch, page):
            height = space.bottom - space.top
            x, y = space.middle + rng.uniform(0, 18), (space.top + space.bottom) / 2 + rng.uniform(-0.08, 0.08) * height
            sign(raster, (x, y), min(max(height * rng.uniform(0.55, 0.85), 28), 64), scale, rng)
            marks.append(Mark("signature", space))
            # By rule over the left third of the signature; hands are less exact.
            middle = (
                x - stamps.SEAL_DIAMETER * rng.uniform(0.32, 0.6),
                y + rng.uniform(-0.12, 0.1) * stamps.SEAL_DIAMETER,
            )
            print_ = stamps.seal(self.around, self.within, scale)
            turn = rng.uniform(0, 9)
            marks.append(self._strike(raster, "seal", print_, middle, self.strength, turn, scale, rng))
        body = [w for w in page.words if self.dispatch.body_at <= w.block < self.dispatch.foot_at]
        if self.initials and marks and body:
            end = body[-1].box
            initial(raster, (end.x1 + 4, end.bottom - 2), scale, rng)
            marks.append(Mark("initials", Box(end.x1 + 2, end.top - 4, end.x1 + 34, end.bottom + 6)))
        return marks

    def _seal_edge(self, raster: Pixels, scale: float, rng: Random) -> list[Mark]:
        """A slice of the seal at the right edge: pages are fanned and struck at once, against exchange."""
        slice_ = rng.uniform(0.22, 0.42) * stamps.SEAL_DIAMETER
        middle = (PAGE_WIDTH - slice_ + stamps.SEAL_DIAMETER / 2, PAGE_HEIGHT * rng.uniform(0.42, 0.5))
        print_ = stamps.seal(self.around, self.within, scale)
        return [self._strike(raster, "edge_seal", print_, middle, self.strength, rng.uniform(0, 10), scale, rng)]


def issued_on(dispatch: Dispatch) -> date | None:
    """The day of issue as the dispatch states it, or None where the place is blank."""
    for block in dispatch.right:
        for fact in block.phrase.facts:
            if fact.kind == "header.issued_on":
                return date.fromisoformat(str(fact.values["value"]))
    return None


def _arrived(dispatch: Dispatch, rng: Random) -> str:
    """A day soon after the day of issue, as clerks write it."""
    issued = issued_on(dispatch) or date(2024, 5, 6)
    day = date.fromordinal(issued.toordinal() + rng.randint(0, 6))
    return (
        f"{day.day}/{day.month}/{day.year % 100:02d}"
        if rng.random() < 0.6
        else f"{day.day:02d}/{day.month:02d}/{day.year}"
    )


def _blanks(page: SetPage, roles: Sequence[str], month: bool) -> list[tuple[str, SetWord]]:
    """Words of the first page whose figures a pen fills in: the number, the day after `ngày`, and maybe the month."""
    found: list[tuple[str, SetWord]] = []
    before = ""
    for word in page.words:
        role = roles[word.block] if word.block >= 0 else ""
        if word.text[:1].isdigit():
            if role == "code" and not any(field == "code" for field, _ in found):
                found.append(("code", word))
            elif role == "place_date" and (before == "ngày" or (month and before == "tháng")):
                found.append(("issued_on", word))
        before = word.text.lower()
    return found


def _signature_spaces(dispatch: Dispatch, page: SetPage) -> list[Box]:
    """The spaces between post and name in the signature blocks that stand on the page."""
    spaces, post = [], []
    for number, block in enumerate(dispatch.foot_right, dispatch.signature_at):
        boxes = [w.box for w in page.words if w.block == number]
        if block.role == "authority":
            post += boxes
        if block.role != "signer":
            continue
        if post and boxes:
            wide = [*post, *boxes]
            left, right = min(b.x0 for b in wide), max(b.x1 for b in wide)
            spaces.append(Box(left, max(b.bottom for b in post), right, max(b.bottom for b in post) + 20))
            top = min(b.top for b in boxes)
            if top > spaces[-1].top + 20:
                spaces[-1] = Box(left, spaces[-1].top, right, top)
        post = []
    return spaces


def _in_lines(words: str) -> tuple[str, ...]:
    """The words on two to four lines of some ten letters."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + len(word) < max(len(words) / 4, 8) + 2:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return tuple(lines)


def _wipe(raster: Pixels, box: Box, scale: float) -> None:
    """Bare paper instead of print."""
    left, top, right, bottom = (round(v * scale) for v in (box.x0, box.top, box.x1, box.bottom))
    raster[max(top, 0) : bottom, max(left, 0) : right] = 255


def _meet(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _may_be_stamped(word: SetWord, roles: Sequence[str], place: Box) -> bool:
    """Does the word stand near the place, and may a stamp lie over it? Never over number and date."""
    near = abs(word.box.middle - place.middle) < 130 and abs(word.box.top - place.top) < 110
    return near and word.block >= 0 and roles[word.block] not in ("secrecy", "code", "place_date")


def _darkness(raster: Pixels, box: Box, scale: float) -> float:
    left, top, right, bottom = (round(v * scale) for v in (box.x0, box.top, box.x1, box.bottom))
    part = raster[top:bottom:3, left:right:3]
    return 255 - float(part.mean()) if part.size else 255.0
