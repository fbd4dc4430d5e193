"""Small frames on a page: boxes and arrows of a stamp's size, at any tilt, also faint or broken, red or black.

A frame is found as the paper that it shuts in, at several strengths of ink; one with gaps by ink along all its sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import PageImage
from congvan.ocr.clean import Grey
from congvan.ocr.islands import MM_PER_INCH, Island

# Lines of a frame are half a millimetre wide: two pixels.
FIND_DPI = 100.0
MM = FIND_DPI / MM_PER_INCH
# Stamps stand in the upper half of a page.
UPPER = 0.55
# The inside of a stamp's frame (mm): MẬT 15 x 7, THƯỢNG KHẨN 45 x 8, an arrow with HỎA TỐC 35 x 14.
WIDTH_MM, HEIGHT_MM = (10.0, 62.0), (4.5, 20.0)
OBLONG = 1.3
# A tilted box needs this much room on the page.
ROOM_MM = 70.0
# Ink is darker than this part of the paper around it (of 255): faint stamps 0.95, print 0.5.
INK = (242, 225, 190, 140)
RED_INK = (235, 200)
# Gaps of a frame that are closed before it is looked at (pixels).
CLOSE = (0, 3, 5)
# Pieces of a torn frame stand no farther apart (pixels).
TORN = (3, 5, 9)
# How much of the rectangle around it the inside of a frame fills, and its hull: an arrow least.
MIN_AREA, MIN_HULL, BOX_HULL = 0.45, 0.75, 0.87
# An arrow is not shorter; shorter gaps between words look like one.
ARROW_MM = 20.0
# A torn frame has ink along this part of its sides, of the worst side and of all.
WORST_SIDE, ALL_SIDES = 0.35, 0.7
SIDE_MM = 1.0
# The paper's own shade is taken from this neighbourhood (mm) and more.
PAPER_MM = 12.0
# Redder pixels than this (R - max(G, B)) on so many parts of the page tell that there is red ink.
RED_FROM, RED_SHARE = 30, 0.0001
# More are not looked at: the page is a drawing or one large table.
MAX_FOUND = 60
MAX_OUTLINES = 20_000
# Two findings of one frame lie this near; of each place so many are kept: inner and outer lines differ.
SAME_MM = 3.0
SAME_SIZE = 0.08
MAX_OF_PLACE = 3
# Cells of a table touch others on several sides, and lie alike; so well do they fill rectangles.
TOUCH_MM = 1.5
MAX_NEIGHBOURS = 1
ALIKE_DEGREES = 4.0
CELL_QUALITY = 0.85


@dataclass(frozen=True)
class Frame:
    """A frame's inside in pixels at FIND_DPI; `red`: seen in red ink alone; `torn`: `inside` takes in its lines.

    `quality` (0..1): how well it fills a rectangle.
    """

    inside: Island
    red: bool
    quality: float
    torn: bool = False


def frames_on(page: PageImage) -> list[list[Frame]]:
    """Frames in the upper half of a page, those of one place together; the likeliest places and frames first."""
    shown = _small(page)
    found = [f for ink, red in _inks(shown, page.bilevel) for f in _frames_in(ink, red)]
    places = _places(sorted(found, key=lambda f: (f.torn, -f.quality, f.inside.middle[::-1])))
    return [place for place in places if _neighbours(place, places) <= MAX_NEIGHBOURS]


def _small(page: PageImage) -> NDArray[np.uint8]:
    upper = page.image[: max(round(page.image.shape[0] * UPPER), 1)]
    factor = FIND_DPI / page.dpi
    size = (max(round(upper.shape[1] * factor), 1), max(round(upper.shape[0] * factor), 1))
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(upper, size, interpolation=how), dtype=np.uint8)


def darkness_of(image: NDArray[np.uint8]) -> Grey:
    """H x W of an RGB picture in which red ink is as dark as black ink."""
    return np.asarray(cv2.min(image[:, :, 1], image[:, :, 2]), dtype=np.uint8)


def redness_of(image: NDArray[np.uint8]) -> Grey:
    """H x W of an RGB picture in which red ink is dark, and paper and black print are white."""
    red, green, blue = cv2.split(image)
    more = cv2.subtract(red, cv2.max(green, blue))
    return np.asarray(255 - np.minimum(more.astype(np.uint16) * 2, 255), dtype=np.uint8)


def _inks(shown: NDArray[np.uint8], bilevel: bool) -> Iterator[tuple[NDArray[np.uint8], bool]]:
    """Masks of ink (0 or 1) at several strengths, and whether they are of red ink alone."""
    pictures: list[tuple[Grey, tuple[int, ...], bool]] = [(_on_white(darkness_of(shown)), INK, False)]
    if not bilevel:
        redness = redness_of(shown)
        if np.count_nonzero(redness < 255 - 2 * RED_FROM) > RED_SHARE * redness.size:
            pictures.append((redness, RED_INK, True))
    for picture, strengths, red in pictures:
        for strength in strengths:
            yield (picture < strength).astype(np.uint8), red


def _on_white(grey: Grey) -> Grey:
    """The picture as parts of its paper's shade, which may change over the page."""
    eighth = cv2.resize(grey, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    reach = 2 * round(PAPER_MM * MM / 16) + 1
    paper = cv2.medianBlur(cv2.dilate(eighth, np.ones((reach, reach), np.uint8)), 9)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, paper, scale=255), dtype=np.uint8)


def _frames_in(ink: NDArray[np.uint8], red: bool) -> Iterator[Frame]:
    for reach in CLOSE:
        closed = _closed(ink, reach) if reach else ink
        for outline in _outlines(closed, holes=True):
            island, area, hull = _fitted(outline)
            is_box = hull >= BOX_HULL and area >= MIN_AREA and (red or _has_sides(ink, island, 2 * SIDE_MM * MM))
            is_arrow = hull >= MIN_HULL and area >= MIN_AREA and island.size[0] >= ARROW_MM * MM and reach < CLOSE[-1]
            if is_box or is_arrow:
                yield Frame(island, red, area * hull)
    for reach in TORN:
        for outline in _outlines(_closed(ink, reach), holes=False):
            island, _, hull = _fitted(outline)
            if hull >= BOX_HULL and _has_sides(ink, island):
                yield Frame(island, red, hull, torn=True)


def _closed(ink: NDArray[np.uint8], reach: int) -> NDArray[np.uint8]:
    """The mask with gaps narrower than `reach` pixels filled."""
    return np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8)), dtype=np.uint8)


def _outlines(mask: NDArray[np.uint8], holes: bool) -> Iterator[NDArray[np.int32]]:
    """Outlines of the pieces of a mask, or of the holes in it, that have a frame's size."""
    outlines, tree = cv2.findContours(mask, cv2.RETR_CCOMP if holes else cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None or len(outlines) > MAX_OUTLINES:
        return
    found = 0
    for number in np.flatnonzero(tree[0, :, 3] >= 0) if holes else range(len(outlines)):
        outline = np.asarray(outlines[int(number)], dtype=np.int32)
        _, _, width, height = cv2.boundingRect(outline)
        if width < WIDTH_MM[0] * 0.8 * MM or height < HEIGHT_MM[0] * MM or max(width, height) > ROOM_MM * MM:
            continue
        if _is_frame_sized(_fitted(outline)[0]):
            yield outline
            found += 1
            if found == MAX_FOUND:
                return


def _fitted(outline: NDArray[np.int32]) -> tuple[Island, float, float]:
    """The tightest rectangle, and the parts of it that the outline and its hull fill."""
    middle, (across, down), tilt = cv2.minAreaRect(outline)
    if abs(tilt) > 45:
        across, down, tilt = down, across, tilt - float(np.copysign(90.0, tilt))
    whole = max(across * down, 1.0)
    island = Island((float(middle[0]), float(middle[1])), (float(across), float(down)), float(tilt))
    return island, cv2.contourArea(outline) / whole, cv2.contourArea(cv2.convexHull(outline)) / whole


def _is_frame_sized(island: Island) -> bool:
    width, height = (side / MM for side in island.size)
    return WIDTH_MM[0] <= width <= WIDTH_MM[1] and HEIGHT_MM[0] <= height <= HEIGHT_MM[1] and width >= OBLONG * height


def _has_sides(ink: NDArray[np.uint8], island: Island, wider: float = 0.0) -> bool:
    """Whether there is ink along all sides of the rectangle, made wider by so many pixels."""
    width, height = (max(round(side + wider), 1) for side in island.size)
    box = cv2.warpAffine(ink, upright(island, (width, height)), (width, height), flags=cv2.INTER_NEAREST)
    band = max(round(SIDE_MM * MM), 1)
    rows, columns = (box[:band].max(0), box[-band:].max(0)), (box[:, :band].max(1), box[:, -band:].max(1))
    sides = [float(side.mean()) for side in (*rows, *columns)]
    return min(sides) >= WORST_SIDE and sum(sides) / 4 >= ALL_SIDES


def upright(island: Island, size: tuple[int, int]) -> NDArray[np.float64]:
    """The 2 x 3 map that turns a picture so that the island lies in the middle of one of `size` (width, height)."""
    turn = np.asarray(cv2.getRotationMatrix2D(island.middle, island.tilt, 1.0), dtype=np.float64)
    turn[:, 2] += size[0] / 2 - island.middle[0], size[1] / 2 - island.middle[1]
    return turn


def _places(frames: Sequence[Frame]) -> list[list[Frame]]:
    """Findings of one frame put together, the best and those of another size."""
    places: list[list[Frame]] = []
    for frame in frames:
        place = next((place for place in places if _is_near(frame.inside, place[0].inside)), None)
        if place is None:
            if len(places) < MAX_FOUND:
                places.append([frame])
        elif len(place) < MAX_OF_PLACE and not any(_is_same(frame, other) for other in place):
            place.append(frame)
    return places


def _is_near(a: Island, b: Island) -> bool:
    return all(abs(x - y) <= SAME_MM * MM for x, y in zip(a.middle, b.middle, strict=True))


def _is_same(a: Frame, b: Frame) -> bool:
    sizes = zip(a.inside.size, b.inside.size, strict=True)
    return a.red == b.red and a.torn == b.torn and all(abs(x - y) <= SAME_SIZE * y for x, y in sizes)


def _neighbours(place: list[Frame], places: Sequence[list[Frame]]) -> int:
    """How many frames stand side to side with this one; what lies in it or around it is none."""
    corners = cv2.boxPoints((place[0].inside.middle, place[0].inside.size, place[0].inside.tilt))
    (left, top), (right, bottom) = ((float(x), float(y)) for x, y in (corners.min(0), corners.max(0)))
    count = 0
    for other in places:
        (x, y), (width, height) = other[0].inside.middle, other[0].inside.size
        across = max(left - (x + width / 2), (x - width / 2) - right)
        down = max(top - (y + height / 2), (y - height / 2) - bottom)
        is_cell = other[0].quality >= CELL_QUALITY and not other[0].torn
        is_cell &= abs(other[0].inside.tilt - place[0].inside.tilt) <= ALIKE_DEGREES
        count += is_cell and other is not place and -TOUCH_MM * MM <= max(across, down) <= TOUCH_MM * MM
    return count
