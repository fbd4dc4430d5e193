"""Handwriting: figures that keep to their room, ink where it is told, curves through their points."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from congvan.datamodel.document import Box
from congvan.synth.scanner import stamps
from congvan.synth.scanner.autograph import sign
from congvan.synth.scanner.hands import ALPHABETS, BLUE, HANDS, Writer, write_figures
from congvan.synth.scanner.ink import lay, smooth

SCALE = 200 / 72
ROOM = Box(40, 30, 70, 44)


def sheet():
    return np.full((round(80 * SCALE), round(120 * SCALE), 3), 255, np.uint8)


def writers():
    for hand in HANDS:
        for name in ALPHABETS:
            lean, tall = hand.lean[1], hand.tall[1]
            yield pytest.param(Writer(hand, ALPHABETS[name], hand.colours[0], lean, tall), id=f"{hand.name}-{name}")


def test_every_alphabet_has_ten_figures_of_its_own():
    assert len(ALPHABETS) >= 4
    assert all("".join(alphabet) == "0123456789" for alphabet in ALPHABETS.values())
    for digit in "0123456789":
        assert len({alphabet[digit] for alphabet in ALPHABETS.values()}) == len(ALPHABETS)


@pytest.mark.parametrize("writer", list(writers()))
@pytest.mark.parametrize("text", ["7", "158", "1984"])
def test_figures_keep_to_their_room(writer, text):
    page = sheet()
    box = write_figures(page, text, ROOM, 13, writer, SCALE, Random(1))
    assert ROOM.x0 - 4 < box.x0 < box.x1 < ROOM.x1 + 5
    rows, columns = np.nonzero(page.min(axis=2) < 160)
    assert columns.min() / SCALE > box.x0 - 2
    assert columns.max() / SCALE < box.x1 + 2
    assert rows.min() / SCALE > box.top - 2
    assert rows.max() / SCALE < box.bottom + 2
    # Neither blots nor scratches: ink covers a part of the box that a pen would.
    assert 0.04 < len(rows) / (box.width * box.height * SCALE**2) < 0.6


def test_the_same_chance_writes_the_same():
    writer = Writer.draw(Random(3))
    first, same, other = sheet(), sheet(), sheet()
    for page, seed in ((first, 1), (same, 1), (other, 2)):
        write_figures(page, "158", ROOM, 13, writer, SCALE, Random(seed))
    assert np.array_equal(first, same)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("text", ["1a", "12-3", "٣"])
def test_only_figures_and_slashes_are_written(text):
    with pytest.raises(KeyError):
        write_figures(sheet(), text, ROOM, 13, Writer.draw(Random(1)), SCALE, Random(1))


def test_dates_of_stamps_have_slashes():
    writer = replace(Writer.draw(Random(1)), colour=BLUE)
    page = sheet()
    write_figures(page, "5/3/24", Box(20, 30, 90, 44), 10, writer, SCALE, Random(1))
    assert (page[:, :, 2].astype(int) - page[:, :, 0] > 60).any()


def test_ink_lets_print_shine_through():
    page = np.full((20, 20, 3), 255, np.uint8)
    page[:, 10:] = 0
    lay(page, np.full((20, 20), 1.0, np.float32), (200, 30, 40), (0, 0))
    assert tuple(page[5, 5]) == (200, 30, 40)
    assert tuple(page[5, 15]) == (0, 0, 0)


@pytest.mark.parametrize("at", [(-15, -15), (15, 15), (-15, 15), (40, 40)])
def test_ink_is_cut_at_the_edges_of_the_page(at):
    page = np.full((20, 20, 3), 255, np.uint8)
    lay(page, np.full((20, 20), 1.0, np.float32), (0, 0, 0), at)
    assert (page == 0).sum() == (0 if at == (40, 40) else 5 * 5 * 3)


def test_signatures_differ_from_each_other():
    signed = []
    for seed in range(6):
        page = np.full((300, 500, 3), 255, np.uint8)
        sign(page, (250 / SCALE, 150 / SCALE), 45, SCALE, Random(seed))
        assert 0.003 < (page.min(axis=2) < 200).mean() < 0.25
        signed.append(page.tobytes())
    assert len(set(signed)) == 6


def test_curves_pass_through_their_points():
    points = [(0.0, 0.0), (1.0, 2.0), (3.0, 1.0)]
    assert set(points) <= {tuple(point) for point in smooth(np.array(points))}


def test_the_seal_of_an_office_without_a_name_has_an_empty_ring() -> None:
    named, unnamed = (stamps.seal(words, (), 4.0) for words in ("Ủy ban nhân dân xã Mây", ""))
    assert unnamed.shape == named.shape
    assert 0 < unnamed.sum() < named.sum()
