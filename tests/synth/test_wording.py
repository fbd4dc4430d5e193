"""What the wording families state is what their sentences say, for many scenes."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from congvan.datamodel.record import ITEM_MODELS
from congvan.synth import (
    wording_contacts,
    wording_deadlines,
    wording_figures,
    wording_honours,
    wording_references,
    wording_spans,
)
from congvan.synth.offices import OFFICE_KINDS, PROVINCES
from congvan.synth.scene import WEEKDAYS, draw_scene, working_day

FAMILIES = [
    *wording_references.PREAMBLES,
    *wording_references.OPENINGS,
    *wording_references.BODIES,
    wording_references.answers_letter,
    wording_references.answers_proposal,
    wording_references.replaces_decision,
    wording_references.amends_plan,
    wording_references.reward_money,
    *wording_deadlines.DEADLINES,
    *wording_deadlines.CLOSINGS,
    wording_deadlines.attend,
    *wording_spans.PERIODS,
    *wording_figures.TARGETS,
    *wording_figures.QUOTAS,
    *wording_figures.CRITERIA,
    *wording_honours.PROPOSALS,
    *wording_honours.PROGRAMMES,
    wording_honours.confer,
    *wording_contacts.CONTACTS,
]
NEUTRAL = [
    *wording_deadlines.NEUTRAL,
    *wording_figures.NEUTRAL,
    wording_figures.counted,
    *wording_honours.NEUTRAL,
]
DISTINCT = list(dict.fromkeys(FAMILIES))
# Attributes that are words of the sentence, or come from a list head or letterhead.
SCENES = 12


def said(family):
    """The family's phrase in several scenes."""
    for seed in range(SCENES):
        phrase = family(draw_scene(Random(seed)))
        if phrase is not None:
            yield phrase


def test_there_are_many_families():
    assert len(DISTINCT) >= 35


@pytest.mark.parametrize("family", DISTINCT, ids=lambda f: f.__name__)
def test_families_state_attributes_of_the_contract(family):
    for phrase in said(family):
        for fact in phrase.facts:
            known = ITEM_MODELS[fact.kind].model_fields
            assert set(fact.values) | set(fact.spans) <= set(known)
            quote = phrase.text[fact.start : fact.end]
            assert quote == quote.strip()
            assert not quote.endswith((".", ";", ","))
            for start, end in fact.spans.values():
                assert fact.start <= start < end <= fact.end


@pytest.mark.parametrize("family", NEUTRAL, ids=lambda f: f.__name__)
def test_neutral_sentences_state_nothing(family):
    assert all(not phrase.facts for phrase in said(family))


@pytest.mark.parametrize("family", [*DISTINCT, *NEUTRAL], ids=lambda f: f.__name__)
def test_sentences_are_tidy(family):
    for phrase in said(family):
        assert "  " not in phrase.text
        assert "{" not in phrase.text
        assert " ," not in phrase.text
        assert ".." not in phrase.text


def test_a_task_ends_before_its_day_and_leaves_its_owner_out():
    for family in (wording_deadlines.report_by, wording_deadlines.finish_by, wording_deadlines.do_and_report):
        for phrase in said(family):
            told = next(f for f in phrase.facts if f.kind == "deadlines")
            assert told.spans["owner"][1] < told.spans["task"][0]
            assert not phrase.text[slice(*told.spans["task"])].endswith(("trước", "ngày", "hoàn thành"))
            assert told.spans["task"][1] < told.end


def test_a_comparing_word_before_the_first_of_two_figures_holds_for_both():
    for phrase in said(wording_figures.proposal_quota):
        first, second = phrase.facts
        assert first.values["comparator"] == second.values["comparator"]
        assert first.spans["population"] == second.spans["population"]
        assert first.end < second.end


def test_weekdays_told_are_those_of_the_day():
    for phrase in said(wording_deadlines.attend):
        day = date.fromisoformat(phrase.facts[0].values["due_on"])
        for name in WEEKDAYS:
            assert (f"({name})" not in phrase.text) or WEEKDAYS[day.weekday()] == name


def test_laws_are_cited_only_after_their_day():
    for seed in range(60):
        scene = draw_scene(Random(seed))
        for family in (wording_references.basis_decree, wording_references.basis_law):
            phrase = family(scene)
            if phrase is not None:
                assert date.fromisoformat(phrase.facts[0].values["issued_on"]) < scene.day


@pytest.mark.parametrize("make", OFFICE_KINDS, ids=lambda f: f.__name__)
def test_each_kind_of_office_is_whole(make):
    for province in PROVINCES:
        office = make(Random(1), province)
        assert office.kind
        assert office.issuer
        assert office.place
        assert office.post
        assert office.addressees
        assert len(office.owners) >= 3
        assert office.superiors
        assert ".vidu." in f".{office.domain}"


def test_offices_date_their_papers_on_working_days():
    assert working_day(date(2024, 6, 1)) == date(2024, 6, 3)
    assert working_day(date(2024, 6, 3)) == date(2024, 6, 3)
