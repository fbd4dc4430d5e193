from __future__ import annotations

from pathlib import Path

import pytest

from congvan.layout.cut import dispatches_of
from congvan.layout.order import strips_of
from congvan.reading.plain import read_plain


def count(text: str, tmp_path: Path) -> int:
    path = tmp_path / "chong.txt"
    path.write_text(text, encoding="utf-8")
    return len(dispatches_of(strips_of(list(read_plain(path)))))


FORM = """
Mẫu số 01

                                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                         Độc lập - Tự do - Hạnh phúc

                      PHIẾU ĐĂNG KÝ
"""


def test_a_stack_is_cut_at_each_letterhead(plan_file: Path, tmp_path: Path) -> None:
    plan = plan_file.read_text(encoding="utf-8")
    assert count(plan, tmp_path) == 1
    assert count(plan + "\f" + plan.replace("17/KH", "18/KH") + "\f" + plan, tmp_path) == 3


def test_a_form_in_an_annex_begins_no_dispatch(plan_file: Path, tmp_path: Path) -> None:
    plan = plan_file.read_text(encoding="utf-8")
    assert count(plan + "\f" + FORM, tmp_path) == 1


@pytest.mark.parametrize(
    "number", ["Số 18-KH/ĐU", "Số: 18/KH-VHTT", "Số18/KH-VHTT", "Số ¿/Í/KH-VHTT", "SốŠ5 |-KH/VHTT", "Số:     /KH-VHTT"]
)
def test_a_number_line_may_lack_its_colon_or_its_number(number: str, plan_file: Path, tmp_path: Path) -> None:
    plan = plan_file.read_text(encoding="utf-8")
    assert count(plan + "\f" + plan.replace("Số: 17/KH-VHTT", number), tmp_path) == 2


def test_a_first_letterhead_without_a_number_loses_no_cut(plan_file: Path, tmp_path: Path) -> None:
    plan = plan_file.read_text(encoding="utf-8")
    unread = plan.replace("Số: 17/KH-VHTT", "ốl |ÝÃKI     ")
    assert count(unread + "\f" + plan, tmp_path) == 2
    assert count(plan + "\f" + plan, tmp_path) == 2
