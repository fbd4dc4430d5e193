"""Numbers of documents in their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.documents.parts import CodeParts, code_parts


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("012/KH-LĐLĐ", CodeParts("12/kh-ldld", 12, None, "kh-ldld", True)),
        ("12 /KH – LĐLĐ", CodeParts("12/kh-ldld", 12, None, "kh-ldld", True)),
        ("12/KH", CodeParts("12/kh", 12, None, "kh", False)),
        ("12a/QĐ", CodeParts("12a/qd", 12, None, "qd", False)),
        ("872/CĐVC", CodeParts("872/cdvc", 872, None, "cdvc", True)),
        ("04-NQ/TW", CodeParts("4-nq/tw", 4, None, "nq/tw", True)),
        ("30/2020/NĐ-CP", CodeParts("30/2020/nd-cp", 30, 2020, "nd-cp", True)),
        ("06/2022/QH15", CodeParts("6/2022/qh15", 6, 2022, "qh15", True)),
        ("KH-LĐLĐ", CodeParts("kh-ldld")),
    ],
)
def test_parts_of_a_number(code: str, parts: CodeParts) -> None:
    assert code_parts(code) == parts


@given(st.text(max_size=30) | st.text("0123456789/-KHQĐa ", max_size=20))
def test_any_text_has_parts(code: str) -> None:
    assert code_parts(code).folded == code_parts(code).folded.lower()
