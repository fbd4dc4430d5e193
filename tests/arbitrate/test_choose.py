from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congvan.arbitrate.choose import choose_header, choose_items
from congvan.datamodel.candidate import Candidate
from congvan.datamodel.record import Reference
from congvan.datamodel.text import CanonicalText

TEXT = CanonicalText("Căn cứ Kế hoạch số 12/KH-UBND ngày 1/2/2022 của huyện; theo Kế hoạch số 12/KH-UBND nêu trên")


def reference(start: int, end: int, **values: Any) -> Candidate:
    return Candidate("references", start, end, {"relation": "cites", **values}, "references.test")


def test_a_document_cited_twice_is_one_reference_with_two_places() -> None:
    full = reference(0, 53, code="12/KH-UBND", type="kế hoạch", issued_on="2022-02-01", relation="basis")
    again = reference(60, 85, code="12/KH-UBND", type="kế hoạch")
    (item,) = choose_items("references", [again, full], TEXT)
    assert isinstance(item, Reference)
    assert (item.code, item.issued_on, item.relation) == ("12/KH-UBND", "2022-02-01", "basis")
    assert item.quote == TEXT.text[0:53]
    assert [m.quote for m in item.mentions] == [TEXT.text[60:85]]


def test_what_one_mention_leaves_open_another_fills() -> None:
    first = reference(0, 53, code="12/KH-UBND", type="kế hoạch")
    second = reference(60, 85, code="12/KH-UBND", title="nêu trên")
    (item,) = choose_items("references", [first, second], TEXT)
    assert isinstance(item, Reference)
    assert (item.type, item.title) == ("kế hoạch", "nêu trên")


def test_what_another_mention_says_otherwise_stays_as_alternative() -> None:
    first = reference(0, 53, code="12/KH-UBND", type="kế hoạch", relation="basis")
    second = reference(60, 85, code="12/KH-UBND", type="Kế hoạch", relation="implements")
    (item,) = choose_items("references", [first, second], TEXT)
    assert isinstance(item, Reference)
    assert item.relation == "basis"
    assert [(a.value, a.by) for a in item.alternatives] == [("relation=implements", "references.test")]


def test_readings_that_a_candidate_stands_for_stay_as_alternatives() -> None:
    by_rule = reference(0, 53, code="12/KH-UBND", relation="basis")
    other = Candidate(
        "references", 0, 53, {"code": "12/KH-UBND", "relation": "answers"}, "model.test", rivals=(by_rule,)
    )
    (item,) = choose_items("references", [other], TEXT)
    assert [(a.value, a.by) for a in item.alternatives] == [("relation=basis", "references.test")]


def test_equal_numbers_of_different_days_are_two_documents() -> None:
    first = reference(0, 53, code="12/KH-UBND", issued_on="2022-02-01")
    second = reference(60, 85, code="12/KH-UBND", issued_on="2021-02-01")
    assert len(choose_items("references", [first, second], TEXT)) == 2


def test_the_losing_reading_of_a_field_stays_as_alternative() -> None:
    strong = Candidate("header.code", 19, 29, {"value": "12/KH-UBND"}, "header.a", score=0.9)
    weak = Candidate("header.code", 19, 29, {"value": "72/KH-UBND"}, "header.b", score=0.4)
    header = choose_header([weak, strong], TEXT)
    assert header.code is not None
    assert header.code.value == "12/KH-UBND"
    assert [a.value for a in header.code.alternatives] == ["72/KH-UBND"]


@given(st.permutations([(0, 5, "a"), (0, 9, "a"), (6, 9, "b"), (20, 30, None), (0, 5, "b")]))
def test_the_order_of_candidates_changes_nothing(order: list[tuple[int, int, str | None]]) -> None:
    candidates = [reference(a, b, code=code, type="kế hoạch") for a, b, code in order]
    found = choose_items("references", candidates, TEXT)
    assert found == choose_items("references", sorted(candidates, key=lambda c: (c.start, c.end)), TEXT)
