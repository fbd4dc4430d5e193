"""When a single value is right."""

from __future__ import annotations

from typing import Any

import pytest

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS
from congvan.evaluate.rules import EXACT, HEADER_RULES, ITEM_RULES, NAME, VERBATIM, WORDS, is_right


@pytest.mark.parametrize(
    ("rule", "attribute", "gold", "predicted", "right"),
    [
        (EXACT, "issued_on", "2021-03-05", "2021-03-05", True),
        (EXACT, "issued_on", "2021-03-05", "2021-03", False),
        (EXACT, "code", "87/KH-CĐ", "087/KH - CĐ", True),
        (EXACT, "value", 95, 95.0, True),
        (EXACT, "value", 95, "95.0", True),
        (EXACT, "value", 95, 95.1, False),
        (EXACT, "value", 95, "nhiều", False),
        (EXACT, "value", True, 1, False),
        (EXACT, "rank", "Nhất", "nhất", True),
        (NAME, "issuer", "Công đoàn huyện Bình Khê", "Công đoàn huyện Bình Khe", True),
        (NAME, "issuer", "Công đoàn huyện Bình Khê", "Công đoàn huyện", False),
        (WORDS, "task", "báo cáo kết quả bầu cử", "báo cáo kết quả bầu", True),
        (WORDS, "task", "báo cáo kết quả bầu cử", "bầu cử", False),
        (VERBATIM, "value", "a_b@c.vn", "ab@c.vn", False),
    ],
)
def test_values_are_compared_by_their_rule(rule: str, attribute: str, gold: Any, predicted: Any, right: bool) -> None:
    assert is_right(rule, attribute, gold, predicted) is right


def test_the_rules_name_fields_and_attributes_of_the_contract() -> None:
    assert tuple(HEADER_RULES) == HEADER_FIELDS
    assert ITEM_RULES.keys() == ITEM_MODELS.keys()
    for kind, rules in ITEM_RULES.items():
        assert rules.keys() <= ITEM_MODELS[kind].model_fields.keys()
