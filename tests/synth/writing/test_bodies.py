"""Whole dispatches: every type, every cell, and gold that follows the contract."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS
from congvan.synth.gold import Canonical, gold_record
from congvan.synth.maker import dispatches
from congvan.synth.world.scene import draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.compose import build, compose


def made(kind, seed=0):
    """A dispatch of the type, by the first scene whose office writes it."""
    rng = Random(seed)
    while True:
        scene = draw_scene(rng)
        if scene.office.kind in BUILDERS[kind][1]:
            return build(scene, kind)


def gold(dispatch):
    return gold_record("x", dispatch, Canonical.of(dispatch))


@pytest.mark.parametrize("kind", BUILDERS)
def test_each_type_has_its_cells(kind):
    dispatch = made(kind)
    header = gold(dispatch)["header"]
    assert header["type"]["value"] == kind
    for field in ("issuer", "place", "issued_on", "subject", "signer_role", "signer"):
        assert header[field]["value"], field
    date.fromisoformat(header["issued_on"]["value"])
    assert dispatch.body[-1].text.endswith("./.")


@pytest.mark.parametrize("kind", BUILDERS)
def test_gold_quotes_stand_in_the_text_and_hold_the_values(kind):
    for seed in range(6):
        dispatch = made(kind, seed)
        record = gold(dispatch)
        fields = [record["header"][f] for f in HEADER_FIELDS if record["header"][f]]
        items = [item for of in ITEM_MODELS for item in record[of]]
        for told in [*fields, *items]:
            assert dispatch.text[told["start"] : told["end"]] == told["quote"]
            nth, at = told.get("nth", 1), -1
            for _ in range(nth):
                at = dispatch.text.index(told["quote"], at + 1)
            assert at == told["start"]
        for item in record["deadlines"]:
            assert " ".join(item["task"].split()) in " ".join(item["quote"].split())


@pytest.mark.parametrize("kind", BUILDERS)
def test_gold_items_are_valid_by_the_contract(kind):
    evidence = {"start": 0, "end": 1, "page": 1, "confidence": 1.0, "by": "gold"}
    for seed in range(4):
        record = gold(made(kind, seed))
        for of, model in ITEM_MODELS.items():
            for item in record[of]:
                bare = {k: v for k, v in item.items() if k not in ("nth", "mentions")}
                model(**(evidence | bare))


def test_one_document_cited_twice_is_one_reference_with_a_mention():
    twice = [item for dispatch in dispatches(5, 80) for item in gold(dispatch)["references"] if "mentions" in item]
    assert twice
    for item in twice:
        assert item["title"]
        assert len(item["mentions"][0]["quote"]) < len(item["quote"])


def test_recipients_have_no_dash_and_the_archive_its_role():
    for dispatch in dispatches(3, 30):
        recipients = gold(dispatch)["recipients"]
        assert recipients[-1]["role"] == "archive"
        for item in recipients:
            assert not item["name"].startswith(("-", "Lưu", "Kính gửi"))
            assert not item["name"].endswith((";", "."))


def test_few_numbers_are_blank_and_none_keeps_a_space():
    codes = [gold(d)["header"]["code"] for d in dispatches(6, 80)]
    filled = [code["value"] for code in codes if code]
    assert 70 < len(filled) < 80
    assert not any(" " in value for value in filled)
    assert any(" /" in code["quote"] for code in codes if code)


def test_capacity_lines_are_one_value():
    stacked = [h["authority"]["value"] for d in dispatches(1, 60) if (h := gold(d)["header"])["authority"]]
    assert "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH" in stacked


def test_a_dispatch_depends_on_its_seed_alone():
    assert compose(Random("a")).text == compose(Random("a")).text
    assert [d.text for d in dispatches(9, 3)] == [d.text for d in dispatches(9, 5)][:3]
