from __future__ import annotations

from typing import Any

import pytest

from congvan.arbitrate.checks import flags_of
from congvan.datamodel.record import ITEM_MODELS, Header, HeaderField, Item

PLACE = {"quote": "x", "start": 0, "end": 1, "page": 1, "confidence": 0.9, "by": "test"}
LOST = {"value": "2022-03-08", "confidence": 0.2, "by": "model.header"}


def header(**values: str | dict[str, Any]) -> Header:
    told = {name: value if isinstance(value, dict) else {"value": value} for name, value in values.items()}
    return Header(**{name: HeaderField(**PLACE | fields) for name, fields in told.items()})


def items(**kinds: list[dict[str, Any]]) -> dict[str, tuple[Item, ...]]:
    return {kind: tuple(model(**PLACE | v) for v in kinds.get(kind, [])) for kind, model in ITEM_MODELS.items()}


@pytest.mark.parametrize(
    ("flag", "field", "head", "kinds"),
    [
        ("deputy_without_post", "header.authority", {"authority": "KT. GIÁM ĐỐC", "signer_role": "GIÁM ĐỐC"}, {}),
        ("type_against_symbol", "header.type", {"code": "12/QĐ-UBND", "type": "kế hoạch"}, {}),
        ("type_against_title", "header.type", {"type": {"value": "kế hoạch", "quote": "BÁO CÁO"}}, {}),
        ("type_against_title", "header.type", {"type": "công văn", "subject": "QUYẾT ĐỊNH ban hành quy định"}, {}),
        ("symbol_against_issuer", "header.code", {"code": "12/QĐ-UBND", "issuer": "SỞ NỘI VỤ"}, {}),
        ("symbol_against_issuer", "header.code", {"code": "12/SYT-NV", "issuer": "UBND HUYỆN SUỐI NGÀN"}, {}),
        (
            "due_before_issue",
            "deadlines.1.due_on",
            {"issued_on": "2022-03-08"},
            {"deadlines": [{"due_on": "2022-03-01"}]},
        ),
        (
            "cited_after_issue",
            "references.2.issued_on",
            {"issued_on": "2022-03-08"},
            {"references": [{"issued_on": "2021-01-01"}, {"issued_on": "2023-01-01"}]},
        ),
        (
            "period_ends_before_start",
            "periods.1.end_on",
            {},
            {"periods": [{"start_on": "2022-05-10", "end_on": "2022-05-01"}]},
        ),
        (
            "period_ends_before_start",
            "periods.1.end_on",
            {},
            {"periods": [{"start_on": "2022-Q3", "end_on": "2022-Q1"}]},
        ),
        (
            "weekday_against_date",
            "deadlines.1.due_on",
            {},
            {"deadlines": [{"due_on": "2023-05-14", "quote": "trước 16 giờ thứ Sáu, ngày 14/5/2023"}]},
        ),
        (
            "weekday_against_date",
            "periods.1.end_on",
            {},
            {
                "periods": [
                    {
                        "start_on": "2023-05-08",
                        "end_on": "2023-05-12",
                        "quote": "từ thứ 2 (ngày 08/5) đến thứ 7 (ngày 12/5)",
                    }
                ]
            },
        ),
        ("cites_itself", "references.1.code", {"code": "12/KH-UBND"}, {"references": [{"code": "12/KH-UBND"}]}),
        ("over_100_percent", "targets.1.value", {}, {"targets": [{"value": 950.0, "unit": "%"}]}),
        (
            "sources_disagree",
            "header.issued_on",
            {"issued_on": {"value": "2022-03-06", "by": "header.issued_on.cell", "alternatives": [LOST]}},
            {},
        ),
        (
            "sources_disagree",
            "deadlines.1",
            {},
            {"deadlines": [{"due_on": "2022-03-06", "by": "deadlines.dated", "alternatives": [LOST]}]},
        ),
    ],
)
def test_what_does_not_fit_is_flagged(flag: str, field: str, head: dict[str, Any], kinds: dict[str, Any]) -> None:
    assert [(f.flag, f.field) for f in flags_of(header(**head), items(**kinds))] == [(flag, field)]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ({"authority": "KT. GIÁM ĐỐC", "signer_role": "PHÓ GIÁM ĐỐC"}, {}),
        ({"authority": "TM. BAN THƯỜNG VỤ", "signer_role": "CHỦ TỊCH"}, {}),
        ({"code": "12/KH-UBND", "type": "kế hoạch"}, {}),
        ({"code": "12/UBND-VX", "type": "công văn"}, {}),
        ({"type": "quyết định", "subject": "Ban hành Kế hoạch kiểm tra"}, {}),
        ({"type": {"value": "giấy mời", "quote": "THƯ MỜI"}}, {}),
        ({"code": "12/QĐ-UBND", "issuer": "UỶ BAN NHÂN DÂN XÃ SUỐI NGÀN"}, {}),
        ({"code": "12/KH-UBND", "issuer": "BAN CHỈ ĐẠO 35"}, {}),
        ({"code": "12/KH-UBND", "issuer": "ỦY BẠN NIÂN DẦN"}, {}),
        ({"code": "12/KHPH-SYT-SNV", "issuer": "SỞ Y TẾ - SỞ NỘI VỤ"}, {}),
        ({"code": "12/TB-TTYT", "issuer": "SỞ Y TẾ"}, {}),
        ({"issued_on": "2022-03-08"}, {"deadlines": [{"due_on": "2022"}, {"due_on": "2022-03-08"}]}),
        ({}, {"periods": [{"start_on": "2022-11", "end_on": "2022-Q4"}, {"start_on": "2022-05-10"}]}),
        ({}, {"deadlines": [{"due_on": "2023-05-12", "quote": "thứ Sáu, ngày 12/5/2023"}]}),
        ({}, {"deadlines": [{"due_on": "2023-05-14", "quote": "Chủ nhật (14 tháng 5)"}]}),
        ({}, {"deadlines": [{"due_on": "2023-05-20", "quote": "họp thứ Sáu, ngày 12/5; nộp trước ngày 20/5/2023"}]}),
        ({}, {"targets": [{"value": 120.0, "unit": "%", "change": "increase"}, {"value": 950.0, "unit": "xã"}]}),
        ({"code": {"value": None, "by": "header.code.handwritten", "alternatives": [LOST]}}, {}),
        ({"code": {"value": "3/KH-X", "by": "header.a", "alternatives": [LOST | {"by": "header.b"}]}}, {}),
    ],
)
def test_what_fits_is_not(head: dict[str, Any], kinds: dict[str, Any]) -> None:
    assert flags_of(header(**head), items(**kinds)) == ()
