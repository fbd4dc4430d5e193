"""What the wording families state is what their sentences say, for many scenes."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from congvan.datamodel.record import ITEM_MODELS
from congvan.synth.wording import contacts, deadlines, figures, honours, references, spans
from congvan.synth.world.offices import OFFICE_KINDS, PROVINCES
from congvan.synth.world.scene import WEEKDAYS, draw_scene, working_day

FAMILIES = [
    *references.PREAMBLES,
    *references.OPENINGS,
    *references.BODIES,
    references.answers_letter,
    references.answers_proposal,
    references.replaces_decision,
    references.amends_plan,
    references.reward_money,
    *deadlines.DEADLINES,
    *deadlines.CLOSINGS,
    deadlines.attend,
    *spans.PERIODS,
    *figures.TARGETS,
    *figures.QUOTAS,
    *figures.CRITERIA,
    *honours.PROPOSALS,
    *honours.PROGRAMMES,
    honours.confer,
    *contacts.CONTACTS,
]
NEUTRAL = [
    *deadlines.NEUTRAL,
    *figures.NEUTRAL,
    figures.counted,
    *honours.NEUTRAL,
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
    for family in (deadlines.report_by, deadlines.finish_by, deadlines.do_and_report):
        for phrase in said(family):
            told = next(f for f in phrase.facts if f.kind == "deadlines")
            assert told.spans["owner"][1] < told.spans["task"][0]
            assert not phrase.text[slice(*told.spans["task"])].endswith(("trước", "ngày", "hoàn thành"))
            assert told.spans["task"][1] < told.end


def test_a_comparing_word_before_the_first_of_two_figures_holds_for_both():
    for phrase in said(figures.proposal_quota):
        first, second = phrase.facts
        assert first.values["comparator"] == second.values["comparator"]
        assert first.spans["population"] == second.spans["population"]
        assert first.end < second.end


def test_weekdays_told_are_those_of_the_day():
    for phrase in said(deadlines.attend):
        day = date.fromisoformat(phrase.facts[0].values["due_on"])
        for name in WEEKDAYS:
            assert (f"({name})" not in phrase.text) or WEEKDAYS[day.weekday()] == name


def test_laws_are_cited_only_after_their_day():
    for seed in range(60):
        scene = draw_scene(Random(seed))
        for family in (references.basis_decree, references.basis_law):
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
