"""Scenes: days, layouts, topics that fit office and season."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from congvan.synth.tree import LAYOUTS
from congvan.synth.world.model import TWO_LEVELS_SINCE
from congvan.synth.world.scene import CIRCULAR_01, DECREE_30, LAST_DAY, draw_scene
from congvan.synth.world.topics import TOPICS


@pytest.fixture(scope="module")
def scenes():
    return [draw_scene(Random(seed)) for seed in range(400)]


def test_layouts_follow_office_and_day(scenes):
    seen = Counter(scene.layout for scene in scenes)
    assert set(seen) == set(LAYOUTS)
    assert min(seen.values()) > 10
    for scene in scenes:
        assert CIRCULAR_01 <= scene.day <= LAST_DAY
        assert scene.day.weekday() < 5
        if scene.layout in ("party", "youth"):
            assert scene.office.kind == scene.layout
        else:
            assert (scene.layout == "circular-01") == (scene.day < DECREE_30)


def test_provinces_stand_as_they_were_on_the_day(scenes):
    for scene in scenes:
        assert bool(scene.province.districts) == (scene.day < TWO_LEVELS_SINCE)


def test_there_are_many_topics_and_each_is_written_about(scenes):
    assert len(TOPICS) >= 14
    assert len({scene.topic.field for scene in scenes}) > 20
    for scene in scenes:
        assert scene.office.kind in scene.topic.offices


def test_elections_are_written_about_in_their_year_only(scenes):
    for scene in scenes:
        if scene.topic.years:
            assert scene.day.year in scene.topic.years


def test_what_belongs_to_another_season_is_left_out():
    children = next(t for t in TOPICS if "trẻ em" in t.field)
    assert any("trăng rằm" in s for s in children.in_season(date(2024, 8, 20)).subjects)
    assert not any("trăng rằm" in s or " hè " in s for s in children.in_season(date(2024, 12, 2)).subjects)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda t: t.field)
def test_a_topic_names_no_day_and_has_no_loose_braces(topic):
    words = [*topic.subjects, *topic.goals, *topic.duties, *topic.reports, *topic.runs, *topic.falls]
    words += [word for group in (*topic.shares, *topic.counts, *topic.programmes) for word in group]
    for word in words:
        assert word.format(year=2024).replace("2024", "").replace("60", "").isprintable()
        assert word == " ".join(word.split())
    assert all(not any(c.isdigit() for c in duty) for duty in topic.duties)
