"""Stamps and lone lines are found in a mask of ink; frames, rules, dust and seals are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from congvan.ocr.islands import islands_in, letters_in, seals_in

DPI = 254.0  # ten pixels a millimetre


def sheet() -> np.ndarray:
    return np.zeros((1000, 1000), dtype=np.uint8)


def letters(mask: np.ndarray, left: int, top: int, count: int = 6) -> None:
    """Blocks of the size and darkness of capitals, 4 x 3 mm, 1 mm apart."""
    for n in range(count):
        mask[top : top + 40, left + 40 * n : left + 40 * n + 30] = 1


def test_letters_stay_and_frames_rules_and_dust_go() -> None:
    mask = sheet()
    letters(mask, 100, 100)
    wanted = mask.astype(bool)
    cv2.rectangle(mask, (60, 60), (380, 180), 1, 4)
    mask[500:505, 100:700] = 1
    mask[800, 800] = 1
    assert np.array_equal(letters_in(mask, DPI), wanted)


@pytest.mark.parametrize("gap", [0, 8])
def test_round_seals_go_with_all_that_is_inside(gap: int) -> None:
    mask = sheet()
    cv2.circle(mask, (500, 500), 170, 1, 6)
    letters(mask, 400, 480, 5)
    if gap:  # print over the seal tears its rim
        mask[495 : 495 + gap] = 0
    assert seals_in(mask, DPI)
    assert not letters_in(mask, DPI).any()


def test_square_frame_is_no_seal() -> None:
    mask = sheet()
    cv2.rectangle(mask, (300, 300), (600, 600), 1, 6)
    assert seals_in(mask, DPI) == []


def test_near_letters_are_one_island_and_far_ones_two() -> None:
    mask = sheet()
    letters(mask, 100, 100)
    letters(mask, 600, 100)
    found = islands_in(mask.astype(bool), DPI, join_mm=3, highest_mm=16)
    assert [round(i.middle[0]) for i in found] == [pytest.approx(215, abs=2), pytest.approx(715, abs=2)]
    assert found[0].size == (pytest.approx(229, abs=3), pytest.approx(39, abs=3))


def test_tilt_of_an_island_is_known() -> None:
    mask = sheet()
    letters(mask, 300, 480, 8)
    turn = cv2.getRotationMatrix2D((500, 500), 20, 1)
    tilted = cv2.warpAffine(mask, turn, (1000, 1000)).astype(bool)
    (island,) = islands_in(tilted, DPI, join_mm=3, highest_mm=16)
    assert island.tilt == pytest.approx(-20, abs=1)


def test_high_islands_and_specks_are_left_out() -> None:
    mask = sheet()
    mask[100:600, 100:700] = 1
    mask[800:815, 800:830] = 1
    assert islands_in(mask.astype(bool), DPI, join_mm=3, highest_mm=16) == []
