from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.arbitrate.confidence import LEAST, MOST, contributions, probability, weights, with_confidences
from congvan.arbitrate.features import features_of, reading_of, surroundings, values_of
from congvan.datamodel.document import Box, Word
from congvan.datamodel.record import Alternative, Deadline, Flag, Header, HeaderField, Record, RecordSource
from congvan.datamodel.text import CanonicalText, PlacedWord

TEXT = "Gửi trước ngày 05/3/2022"
HERE = {"quote": TEXT, "start": 0, "end": len(TEXT), "page": 1, "confidence": 0.5}


def canonical(*confidences: float) -> CanonicalText:
    words, at = [], 0
    for n, (text, sure) in enumerate(zip(TEXT.split(), confidences, strict=True)):
        words.append(PlacedWord(at, at + len(text), 1, n, Word(text, Box(n, 0, n + 1, 1), sure)))
        at += len(text) + 1
    return CanonicalText(TEXT, tuple(words))


def record(reading: str = "text", flags: tuple[Flag, ...] = (), **deadline: object) -> Record:
    item = Deadline(**HERE | {"by": "deadlines.dated", "due_on": "2022-03-05", "task": "Gửi"} | deadline)  # type: ignore[arg-type]
    source = RecordSource(path="a", sha256="0", form="pdf", reading=reading, pages=(1,))  # type: ignore[arg-type]
    return Record(id="0-1", source=source, header=Header(), deadlines=(item,), flags=flags)


def features(told: Record) -> dict[str, float]:
    ((place, found),) = values_of(told)
    return features_of(place, found, surroundings(told))


def test_every_value_that_is_told_has_a_place_and_no_other() -> None:
    unread = HeaderField(**HERE, value=None, by="header.code.unread")
    place = HeaderField(**HERE, value="Suối Ngàn", by="header.place.cell")
    told = record().model_copy(update={"header": Header(code=unread, place=place)})
    assert [name for name, _ in values_of(told)] == ["header.place", "deadlines.1"]


@pytest.mark.parametrize(
    ("told", "there", "absent"),
    [
        (record(), ["kind:deadlines", "rule:deadlines.dated", "missing:deadlines.owner"], ["scan", "check", "agreed"]),
        (record("fast"), ["scan", "scan:deadlines"], []),
        (record(flags=(Flag(flag="due_before_issue", field="deadlines.1.due_on"),)), ["check:due_before_issue"], []),
        (record(flags=(Flag(flag="due_before_issue", field="deadlines.2.due_on"),)), [], ["check"]),
        (record(by="deadlines.dated+model.duties"), ["agreed", "rule:deadlines.dated"], []),
        (
            record(alternatives=(Alternative(value="due_on=2022-03-06", confidence=0.4, by="model.duties"),)),
            ["alternatives"],
            ["agreed"],
        ),
        (record(due_on="2023-03-05"), ["year"], []),
        (record(), [], ["year"]),
    ],
)
def test_features_tell_what_is_known_of_a_value(told: Record, there: list[str], absent: list[str]) -> None:
    names = set(features(told))
    assert set(there) <= names
    assert not names & set(absent)


def test_certain_words_tell_nothing_uncertain_ones_their_least_and_mean() -> None:
    (_, found), *_ = values_of(record())
    assert reading_of(found, canonical(1.0, 1.0, 1.0, 1.0)) == {}
    told = reading_of(found, canonical(1.0, 0.6, 1.0, 1.0))
    assert told == pytest.approx({"read:least": 0.4, "read:mean": 0.1, "read:page": 0.1})


def test_a_probability_is_the_sum_of_its_contributions() -> None:
    told = with_confidences(record(), canonical(1.0, 1.0, 1.0, 1.0)).deadlines[0]
    total = sum(contributions(features(record())).values())
    assert told.confidence == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)


def test_badly_read_words_make_a_value_less_sure() -> None:
    scan = record("fast")
    well = with_confidences(scan, canonical(0.97, 0.97, 0.97, 0.97)).deadlines[0].confidence
    badly = with_confidences(scan, canonical(0.9, 0.3, 0.8, 0.4)).deadlines[0].confidence
    assert badly < well


def test_what_lost_is_not_surer_than_what_is_left() -> None:
    loser = Alternative(value="due_on=2022-03-06", confidence=0.9, by="model.duties")
    told = with_confidences(record(alternatives=(loser,)), canonical(1.0, 1.0, 1.0, 1.0)).deadlines[0]
    assert told.alternatives[0].confidence <= 1 - told.confidence + 1e-9


@given(st.floats(-1e6, 1e6))
def test_no_value_is_certain_or_impossible(log_odds: float) -> None:
    assert LEAST <= probability(log_odds) <= MOST


def test_the_weights_know_every_kind_and_how_words_are_read() -> None:
    families = {name.partition(":")[0] for name in weights()}
    assert {"kind", "rule", "scan", "read", "missing"} <= families
    assert weights()["read:least"] < 0
