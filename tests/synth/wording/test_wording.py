"""What the wording families state is what their sentences say, for many scenes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

import pytest
import regex

from congvan.datamodel.record import ITEM_MODELS
from congvan.synth.phrase import Phrase
from congvan.synth.tree import CELL
from congvan.synth.wording import (
    awards,
    bases,
    contacts,
    deadlines,
    figures,
    laws,
    money,
    prizes,
    programmes,
    prose,
    quotas,
    references,
    results,
    schedules,
    spans,
    stock,
)
from congvan.synth.world.scene import WEEKDAYS, draw_scene
from congvan.synth.world.topics import TOPICS

SINGLE = [
    *bases.PREAMBLES,
    *bases.OPENINGS,
    bases.answers_letter,
    bases.answers_proposal,
    *references.BODIES[:-1],
    *references.REPLACES,
    references.issued_papers,
    references.amends_plan,
    references.amends_article,
    references.reward_money,
    references.asked_in_letter,
    *deadlines.DEADLINES,
    *deadlines.CLOSINGS,
    *spans.PERIODS,
    *figures.TARGETS,
    *quotas.QUOTAS,
    *quotas.SEATS,
    quotas.team_quota,
    *quotas.CRITERIA,
    *awards.PROPOSALS,
    awards.confer,
    prizes.consolation,
    *programmes.PROGRAMMES,
    *contacts.CONTACTS,
]
# Families that make several phrases: lists and tables.
SEVERAL = [
    *spans.LINES,
    lambda s: deadlines.duty_lines(s, "Các đơn vị"),
    lambda s: prizes.prizes(s, "individual"),
    lambda s: awards.levels_of_award(s, "both"),
    lambda s: prizes.prize_table(s, "collective")[1],
    lambda s: awards.quantity_table(s)[1],
    lambda s: schedules.task_table(s)[1],
    lambda s: schedules.day_table(s)[1],
    lambda s: quotas.target_table(s)[1],
    lambda s: quotas.quota_table(s)[1],
    lambda s: quotas.delegate_table(s)[1],
    lambda s: schedules.invitation_card(s, "các đồng chí", "cuộc họp"),
]
NEUTRAL = [
    *deadlines.NEUTRAL,
    deadlines.in_force,
    *results.NEUTRAL,
    results.scored,
    results.cost_shared,
    *results.RESULTS,
    *awards.NEUTRAL,
    *programmes.NEUTRAL,
    *spans.NEUTRAL,
    references.this_paper,
    *prose.TALK,
    *prose.STORY,
    prose.cause,
    prose.means,
    prose.goal,
    prose.ask_for_attention,
]
FAMILIES = list(dict.fromkeys(SINGLE))
SCENES = 25


def name_of(family):
    return family.__name__


def said(family):
    """The phrases of the family in several scenes, each a dispatch of its own; rare ones are looked for longer."""
    found = 0
    for seed in range(20 * SCENES):
        if seed >= SCENES and found:
            break
        scene = draw_scene(Random(seed))
        if family is references.mentioned_again:
            bases.implements_superior(scene)
        try:
            made = family(scene)
        except stock.ToldAllError:
            continue
        found += 1
        yield from [made] if isinstance(made, Phrase) else made


def facts(family):
    for phrase in said(family):
        for fact in phrase.facts:
            yield phrase, fact, phrase.text[fact.start : fact.end]


def test_there_are_many_families():
    assert len(FAMILIES) + len(SEVERAL) >= 90


@pytest.mark.parametrize("family", FAMILIES, ids=name_of)
def test_every_family_states_something_in_some_scene(family):
    assert any(True for _ in facts(family))


@pytest.mark.parametrize("family", [*FAMILIES, *SEVERAL], ids=name_of)
def test_families_state_attributes_of_the_contract(family):
    for phrase, fact, quote in facts(family):
        assert set(fact.values) | set(fact.spans) <= set(ITEM_MODELS[fact.kind].model_fields), phrase.text
        assert quote == quote.strip()
        assert not quote.endswith((".", ";", ","))
        for start, end in fact.spans.values():
            assert fact.start <= start < end <= fact.end
            assert phrase.text[start:end] == phrase.text[start:end].strip(" ,;.")


@pytest.mark.parametrize("family", NEUTRAL, ids=name_of)
def test_neutral_sentences_state_nothing(family):
    assert all(not phrase.facts for phrase in said(family))


@pytest.mark.parametrize("family", [*FAMILIES, *SEVERAL, *NEUTRAL], ids=name_of)
def test_sentences_are_tidy(family):
    for phrase in said(family):
        assert not regex.search(r"\s\s|[{}]| [,;.]|\.\.|,,|; ;", phrase.text), phrase.text
        assert regex.match(r"\p{Lu}|[“\d]|từ |tích |trước ", phrase.text), phrase.text


# -- values stand in the words -------------------------------------------------------------------------------


def days_in(text):
    """Every way in which the text may be read as a day, a month or a year, as ISO strings."""
    found = set()
    for day, month, year in regex.findall(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        found.add(f"{year}-{int(month):02d}-{int(day):02d}")
    for day, month, year in regex.findall(r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", text):
        found.add(f"{year}-{int(month):02d}-{int(day):02d}")
    years = regex.findall(r"\b(20\d\d)\b", text)
    found.update(years)
    months = {int(m) for m in regex.findall(r"(?:tháng |/)(\d{1,2})\b", text)}
    months |= {int(m) for m in regex.findall(r"[Tt]háng (\d{1,2})\b", text)}
    found.update(f"{y}-{m:02d}" for y in years for m in months if 0 < m < 13)
    found.update(f"-{m:02d}" for m in months)
    pairs = regex.findall(r"(\d{1,2})/(\d{1,2})(?![/\d])", text)
    found.update(f"-{int(m):02d}-{int(d):02d}" for d, m in pairs)
    first = regex.findall(r"(\d{1,2})(?:, | và )\d{1,2}/(\d{1,2})/(\d{4})", text)
    found.update(f"{y}-{int(m):02d}-{int(d):02d}" for d, m, y in first)
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4}
    found.update(f"{y}-Q{roman[q]}" for q, y in regex.findall(r"[Qq]uý (I{1,3}|IV)(?:/| năm )(\d{4})", text))
    halves = {"đầu": 1, "cuối": 2}
    found.update(f"{y}-H{halves[h]}" for h, y in regex.findall(r"6 tháng (đầu|cuối) năm (\d{4})", text))
    return found


def is_told(day, text):
    return day in days_in(text) or (len(day) > 6 and day[4:] in days_in(text))


@pytest.mark.parametrize("family", [*FAMILIES, *SEVERAL], ids=name_of)
def test_days_stated_are_told_by_the_quote(family):
    for phrase, fact, quote in facts(family):
        for attr in ("due_on", "issued_on", "end_on", "start_on"):
            day = fact.values.get(attr)
            if day is None or (attr == "start_on" and "ừ nay" in quote):
                continue
            assert is_told(day, quote), (attr, day, phrase.text)


@pytest.mark.parametrize("family", [*FAMILIES, *SEVERAL], ids=name_of)
def test_figures_stated_are_told_by_the_quote(family):
    for phrase, fact, quote in facts(family):
        digits = {float(n.replace(".", "").replace(",", ".")) for n in regex.findall(r"\d[\d.]*(?:,\d+)?", quote)}
        for attr in ("value", "value_max", "of", "quantity", "within"):
            if isinstance(fact.values.get(attr), int | float):
                assert fact.values[attr] in digits, (attr, phrase.text)
        if "money" in fact.values:
            millions = fact.values["money"] / 1_000_000
            assert fact.values["money"] in digits or (millions in digits and "triệu" in quote)


@pytest.mark.parametrize("family", [*FAMILIES, *SEVERAL], ids=name_of)
def test_codes_words_and_hours_stated_are_told(family):
    for phrase, fact, quote in facts(family):
        if fact.values.get("code"):
            assert fact.values["code"] in quote
        if fact.values.get("due_time"):
            hour, minute = fact.values["due_time"].split(":")
            clock = regex.search(r"(\d{1,2}) ?(?:giờ|h) ?(\d{2})?", quote)
            assert clock
            assert int(clock[1]) == int(hour)
            assert (clock[2] or "00") == minute
        for attr, value in fact.values.items():
            if attr in ("title", "metric", "population", "what", "name", "conferrer", "counted_from"):
                raise AssertionError(f"{attr} must be words of the sentence: {phrase.text}")
            if attr == "form" and CELL not in quote:
                assert value.lower() in quote.lower() or value == "giải"


BOUNDS = {
    "before": ("rước",),
    "by": ("hậm nhất", "uộn nhất", "đến", "rong", "hạn cuối", "Hạn cuối", CELL),
    "on": ("lúc",),
}


@pytest.mark.parametrize("family", [*deadlines.DEADLINES, *deadlines.CLOSINGS], ids=name_of)
def test_bounds_are_those_of_their_cue(family):
    for phrase, fact, quote in facts(family):
        if fact.kind == "deadlines" and fact.values.get("bound"):
            assert any(cue in quote for cue in BOUNDS[fact.values["bound"]]), phrase.text


COMPARING = {
    "ge": ("ít nhất", "tối thiểu", "từ", "trở lên"),
    "gt": ("trên", "hơn"),
    "le": ("không quá", "tối đa"),
    "lt": ("dưới",),
}


@pytest.mark.parametrize("family", [*figures.TARGETS, *quotas.QUOTAS, *quotas.SEATS, *quotas.CRITERIA], ids=name_of)
def test_comparators_are_those_of_their_words(family):
    for phrase, fact, quote in facts(family):
        if fact.kind == "targets" and fact.values["comparator"] != "eq":
            assert any(word in quote.lower() for word in COMPARING[fact.values["comparator"]]), phrase.text


# -- what the contract asks of single attributes -------------------------------------------------------------


@pytest.mark.parametrize("family", [*deadlines.DEADLINES, *deadlines.CLOSINGS], ids=name_of)
def test_a_task_is_one_stretch_without_owner_and_day(family):
    for phrase, fact, _ in facts(family):
        if fact.kind != "deadlines":
            continue
        start, end = fact.spans["task"]
        task = phrase.text[start:end]
        assert not regex.search(r"\d/\d|trước ngày|chậm nhất|hoàn thành$|tháng \d", task), task
        if "owner" in fact.spans:
            first, last = fact.spans["owner"]
            assert last <= start or first >= end
        if "to" in fact.spans:
            assert start <= fact.spans["to"][0] < fact.spans["to"][1] <= end


def test_two_deadlines_of_one_sentence_share_their_owner():
    for phrase in said(deadlines.plan_then_result):
        first, second = phrase.facts
        assert first.spans["owner"] == second.spans["owner"]
        assert first.spans["task"] != second.spans["task"]
        assert first.end < second.end


@pytest.mark.parametrize("family", [quotas.proposal_quota, quotas.leader_and_officer], ids=name_of)
def test_two_figures_under_one_verb_share_population_and_comparator(family):
    for phrase in said(family):
        first, second = phrase.facts
        assert first.values["comparator"] == second.values["comparator"]
        assert first.spans["population"] == second.spans["population"]
        assert first.end < second.end


def test_weekdays_told_are_those_of_the_day():
    for phrase in said(deadlines.attend):
        day = date.fromisoformat(phrase.facts[0].values["due_on"])
        for name in WEEKDAYS:
            assert (f"({name})" not in phrase.text) or WEEKDAYS[day.weekday()] == name


@pytest.mark.parametrize(
    "family", [bases.basis_to_carry_out, bases.basis_correction, bases.basis_circular], ids=name_of
)
def test_a_document_with_a_number_inside_a_title_is_a_reference_of_its_own(family):
    seen = 0
    for phrase in said(family):
        inner, outer = phrase.facts
        start, end = outer.spans["title"]
        assert start < inner.start < inner.end == end
        assert (inner.values["relation"], outer.values["relation"]) == ("cites", "basis")
        assert inner.values["issued_on"] < outer.values["issued_on"]
        seen += 1
    assert seen


@pytest.mark.parametrize("family", programmes.PROGRAMMES, ids=name_of)
def test_kinds_of_programmes_are_lower_case_and_names_stand_without_marks(family):
    for phrase, fact, _ in facts(family):
        if fact.kind != "programmes":
            continue
        kind = fact.values.get("kind") or phrase.text[slice(*fact.spans["kind"])]
        name = phrase.text[slice(*fact.spans["name"])]
        assert kind == kind.lower()
        assert not regex.search(r"[“”\"]", name)


# -- law -----------------------------------------------------------------------------------------------------


def test_law_is_cited_only_while_in_force():
    known = {doc.code: doc for docs in laws.LAWS.values() for doc in docs}
    for seed in range(120):
        scene = draw_scene(Random(seed))
        for family in (bases.basis_decree, bases.basis_law, bases.basis_own_law, references.by_law):
            try:
                phrase = family(scene)
            except stock.ToldAllError:
                continue
            for fact in phrase.facts:
                doc = known.get(fact.key)
                if doc:
                    assert doc.in_force(scene.day), (fact.key, scene.day)


@pytest.mark.parametrize("key", laws.LAWS)
def test_laws_of_one_key_follow_one_another(key):
    for kind in {doc.type for doc in laws.LAWS[key]}:
        docs = [doc for doc in laws.LAWS[key] if doc.type == kind]
        for doc in docs:
            assert doc.since is None or doc.day <= doc.since
        for earlier, later in pairwise(docs):
            assert earlier.until is not None
            assert earlier.until < later.since


def test_topics_name_laws_that_are_known():
    assert {key for topic in TOPICS for key in topic.laws} <= set(laws.LAWS)


# -- money ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (500_000, "năm trăm nghìn"),
        (1_200_000, "một triệu hai trăm nghìn"),
        (3_000_000, "ba triệu"),
        (150_000, "một trăm năm mươi nghìn"),
        (50_000, "năm mươi nghìn"),
    ],
)
def test_sums_in_words(amount, words):
    assert money.in_words(amount) == words
