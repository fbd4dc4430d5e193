"""Which items are taken for one fact."""

from __future__ import annotations

from typing import Any

import pytest

from congvan.evaluate.pairing import pair_items

HERE, THERE = {"quote": "Thực hiện Kế hoạch của huyện"}, {"quote": "Nơi nhận 4567"}


@pytest.mark.parametrize(
    ("kind", "gold", "predicted", "paired"),
    [
        ("references", {"code": "12/KH-LĐLĐ"}, {"code": "012/KH-LĐLĐ"} | THERE, True),
        ("references", {"code": "12/KH-LĐLĐ"}, {"code": "13/KH-LĐLĐ"}, False),
        (
            "references",
            {"code": "1/KH", "issued_on": "2021", "type": "kế hoạch"},
            {"code": "1/KH", "issued_on": "2020", "type": "công văn"},
            False,
        ),
        (
            "references",
            {"code": "1/KH", "issued_on": "2021", "type": "kế hoạch"},
            {"code": "1/KH", "issued_on": "2020", "type": "kế hoạch"},
            True,
        ),
        ("references", {"title": "bầu cử đại biểu"}, {"title": "bầu cử đại biểu các cấp"} | THERE, True),
        ("references", {"type": "luật"}, {"type": "Luật"}, True),
        ("references", {"type": "luật"}, {"type": "luật"} | THERE, False),
        ("references", {"type": "luật", "issued_on": "2015"}, {"type": "luật", "issued_on": "2015"} | THERE, True),
        ("deadlines", {"due_on": "2021-04-20"}, {"due_on": "2021-04-20"}, True),
        ("deadlines", {"due_on": "2021-04-20"}, {"due_on": "2021-04-20"} | THERE, False),
        ("deadlines", {"within": 3, "task": "báo cáo"}, {"within": 3.0, "task": "gửi báo cáo"} | THERE, True),
        ("deadlines", {"due_on": "2021-04-20", "task": "x"}, {"due_on": "2021-04-21", "task": "x"}, False),
        ("periods", {"start_on": "2021", "end_on": None}, {"start_on": "2021"} | THERE, True),
        ("periods", {"start_on": "2021", "end_on": "2022"}, {"start_on": "2021", "end_on": "2023"}, True),
        ("periods", {"start_on": "2021", "end_on": "2022"}, {"start_on": "2021"} | THERE, False),
        ("targets", {"value": 95}, {"value": 95.0}, True),
        ("targets", {"value": 95, "metric": "đi bầu"}, {"value": 95, "population": "đi bầu"} | THERE, True),
        ("targets", {"value": 95}, {"value": 95} | THERE, False),
        ("targets", {"value": 95}, {"value": 96}, False),
        ("awards", {"form": "giấy khen"}, {"form": "Giấy khen"} | THERE, True),
        ("awards", {"form": "giải", "rank": "nhất"}, {"form": "giải", "rank": "nhì"}, False),
        ("awards", {"form": "giấy khen", "conferrer": "huyện"}, {"form": "giấy khen"} | THERE, False),
        ("awards", {"form": "giấy khen", "conferrer": "huyện"}, {"form": "giấy khen"}, True),
        ("programmes", {"name": "Sơn Hà xanh"}, {"name": "Sơn Hà xanh."} | THERE, True),
        ("programmes", {"name": "Sơn Hà xanh"}, {"name": "Bình Khê sạch"}, False),
        ("contacts", {"value": "A@b.vn"}, {"value": "a@b.vn"} | THERE, True),
        ("contacts", {"value": "a_c@b.vn"}, {"value": "ac@b.vn"}, False),
        ("recipients", {"name": "Sở Công nghệ"}, {"name": "Sở Công nghệ;"} | THERE, True),
        ("recipients", {"name": "Sở Công nghệ"}, {"name": "Lưu"}, False),
    ],
)
def test_each_kind_has_what_identifies_it(
    kind: str, gold: dict[str, Any], predicted: dict[str, Any], paired: bool
) -> None:
    assert pair_items(kind, [HERE | gold], [HERE | predicted]) == ({0: 0} if paired else {})


def test_the_best_fit_is_paired_first_whatever_the_order() -> None:
    gold = [{"name": "Sở Công nghệ", "role": "copy"}, {"name": "Sở Công nghệ", "role": "addressee"}]
    assert pair_items("recipients", gold, gold[::-1]) == {0: 1, 1: 0}
    assert pair_items("recipients", gold, gold) == {0: 0, 1: 1}


def test_each_prediction_is_used_once() -> None:
    gold = [{"name": "Lưu"}, {"name": "Lưu"}]
    assert pair_items("programmes", gold, [{"name": "Lưu"}]) == {0: 0}


def test_a_prediction_goes_to_the_item_that_counts() -> None:
    gold = [{"name": "Lưu", "optional": True}, {"name": "Lưu"}]
    assert pair_items("programmes", gold, [{"name": "Lưu"}]) == {1: 0}
