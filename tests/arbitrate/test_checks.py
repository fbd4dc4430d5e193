from __future__ import annotations

from typing import Any

import pytest

from congvan.arbitrate.checks import flags_of
from congvan.datamodel.record import ITEM_MODELS, Header, HeaderField, Item

PLACE = {"quote": "x", "start": 0, "end": 1, "page": 1, "confidence": 0.9, "by": "test"}


def header(**values: str) -> Header:
    return Header(**{name: HeaderField(value=value, **PLACE) for name, value in values.items()})


def items(**kinds: list[dict[str, Any]]) -> dict[str, tuple[Item, ...]]:
    return {kind: tuple(model(**v, **PLACE) for v in kinds.get(kind, [])) for kind, model in ITEM_MODELS.items()}


@pytest.mark.parametrize(
    ("flag", "head", "kinds"),
    [
        ("deputy_without_post", {"authority": "KT. GIÁM ĐỐC", "signer_role": "GIÁM ĐỐC"}, {}),
        ("type_against_symbol", {"code": "12/QĐ-UBND", "type": "kế hoạch"}, {}),
        ("due_before_issue", {"issued_on": "2022-03-08"}, {"deadlines": [{"due_on": "2022-03-01"}]}),
        ("cited_after_issue", {"issued_on": "2022-03-08"}, {"references": [{"issued_on": "2023-01-01"}]}),
        ("cites_itself", {"code": "12/KH-UBND"}, {"references": [{"code": "12/KH-UBND"}]}),
        ("over_100_percent", {}, {"targets": [{"value": 950.0, "unit": "%"}]}),
    ],
)
def test_what_does_not_fit_is_flagged(flag: str, head: dict[str, str], kinds: dict[str, Any]) -> None:
    assert [f.flag for f in flags_of(header(**head), items(**kinds))] == [flag]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ({"authority": "KT. GIÁM ĐỐC", "signer_role": "PHÓ GIÁM ĐỐC"}, {}),
        ({"authority": "TM. BAN THƯỜNG VỤ", "signer_role": "CHỦ TỊCH"}, {}),
        ({"code": "12/KH-UBND", "type": "kế hoạch"}, {}),
        ({"code": "12/UBND-VX", "type": "công văn"}, {}),
        ({"issued_on": "2022-03-08"}, {"deadlines": [{"due_on": "2022"}, {"due_on": "2022-03-08"}]}),
        ({}, {"targets": [{"value": 120.0, "unit": "%", "change": "increase"}, {"value": 950.0, "unit": "xã"}]}),
    ],
)
def test_what_fits_is_not(head: dict[str, str], kinds: dict[str, Any]) -> None:
    assert flags_of(header(**head), items(**kinds)) == ()
