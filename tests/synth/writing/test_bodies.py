"""Whole dispatches: every type, every cell, and gold that follows the contract."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest
import regex

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS
from congvan.synth.gold import Unpaged, gold_record
from congvan.synth.maker import dispatches
from congvan.synth.phrase import Phrase, fact, say
from congvan.synth.tree import Block
from congvan.synth.wording.stock import ToldAllError
from congvan.synth.world.scene import draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.bodies.outline import DEPTHS, Depth, Group, Section, Table, articles, outlined, some, told
from congvan.synth.writing.compose import build, compose


def made(kind, seed=0):
    """A dispatch of the type, by the first scene whose office writes it."""
    rng = Random(seed)
    while True:
        scene = draw_scene(rng)
        if scene.office.kind in BUILDERS[kind][1]:
            return build(scene, kind)


def gold(dispatch):
    return gold_record("x", dispatch, Unpaged.canonical(dispatch), form="text", condition="born-digital", pages=[1])


def bodies(kind, count):
    """Bodies of the type as the builder makes them, before anybody's hand."""
    for seed in range(count):
        rng = Random(seed)
        scene = draw_scene(rng)
        while scene.office.kind not in BUILDERS[kind][1]:
            scene = draw_scene(rng)
        yield BUILDERS[kind][0](scene, scene.fill(scene.topic.subjects[0]))


def annexes_of(kind):
    return [annex for body in bodies(kind, 30) for annex in body.annexes]


def items_of(record):
    return [item for of in ITEM_MODELS for item in record[of]]


@pytest.mark.parametrize("kind", BUILDERS)
def test_each_type_has_its_cells(kind):
    dispatch = made(kind)
    header = gold(dispatch)["header"]
    assert header["type"]["value"] == kind
    for field in ("issuer", "place", "subject", "signer_role", "signer"):
        assert header[field]["value"], field
    assert dispatch.body[-1].text.endswith("./.")


@pytest.mark.parametrize("kind", BUILDERS)
def test_gold_quotes_stand_in_the_text_and_hold_the_values(kind):
    for seed in range(6):
        dispatch = made(kind, seed)
        record = gold(dispatch)
        fields = [record["header"][f] for f in HEADER_FIELDS if record["header"][f]]
        for told_ in [*fields, *items_of(record)]:
            assert dispatch.text[told_["start"] : told_["end"]] == told_["quote"]
            nth, at = told_.get("nth", 1), -1
            for _ in range(nth):
                at = dispatch.text.index(told_["quote"], at + 1)
            assert at == told_["start"]
        text = " ".join(dispatch.text.split())
        for item in record["deadlines"]:
            assert " ".join(item["task"].split()) in text


@pytest.mark.parametrize("kind", BUILDERS)
def test_gold_items_are_valid_by_the_contract(kind):
    evidence = {"start": 0, "end": 1, "page": 1, "confidence": 1.0, "by": "gold", "boxes": ()}
    for seed in range(4):
        record = gold(made(kind, seed))
        for of, model in ITEM_MODELS.items():
            for item in record[of]:
                bare = {k: v for k, v in item.items() if k not in ("nth", "mentions")}
                model(**(evidence | bare | {"boxes": ()}))


@pytest.mark.parametrize("kind", BUILDERS)
def test_no_fact_is_told_twice_with_other_values(kind):
    """One item for one fact: what a dispatch repeats, it repeats as a mention."""
    for seed in range(12):
        record = gold(made(kind, seed))
        for of, same in (
            ("references", ("type", "code", "title", "issued_on")),
            ("programmes", ("name",)),
            ("awards", ("form", "rank", "conferrer", "to")),
            ("deadlines", ("task", "owner", "recurs")),
            ("targets", ("population", "metric", "unit", "kind", "change")),
        ):
            told_ = Counter(tuple(item.get(a) for a in same) for item in record[of])
            # Drives of one sort may be counted for several units, and joint issuers cite each other's laws once each.
            twice = {key: n for key, n in told_.items() if n > 1 and any(key)}
            assert not twice, (kind, seed, twice)


@pytest.mark.parametrize("kind", BUILDERS)
def test_text_is_tidy_before_any_hand_slips(kind):
    for body in bodies(kind, 8):
        for block in (*body.blocks, *(b for annex in body.annexes for b in annex)):
            assert not block.phrase.tags
            if block.role != "salutation":
                assert block.text.strip() == block.text
                assert not regex.search(r"[{}]|\.\.|  |;\.|\.;", block.text), block.text


# -- variety -------------------------------------------------------------------------------------------------


def shape(body):
    return tuple(block.role for block in body.blocks)


@pytest.mark.parametrize("kind", BUILDERS)
def test_hardly_two_dispatches_of_a_type_have_one_shape(kind):
    shapes = {shape(body) for body in bodies(kind, 20)}
    assert len(shapes) >= (9 if kind in ("giấy mời", "quyết định", "thông báo") else 14)


def test_dispatches_run_from_half_a_page_to_several():
    lengths = sorted(len(d.text.split()) for d in dispatches(11, 120))
    assert lengths[0] < 230
    assert lengths[-1] > 900


@pytest.mark.parametrize("kind", ["kế hoạch", "quyết định", "hướng dẫn", "chương trình"])
def test_some_have_annexes_that_say_whose_they_are(kind):
    found = annexes_of(kind)
    assert 3 < len(found) < 45
    for annex in found:
        assert annex[0].role == "annex_head"
        assert len(annex) > 2


def test_the_line_under_an_annex_s_heading_is_no_reference():
    for annex in annexes_of("kế hoạch"):
        heads = [b for b in annex if b.role == "annex_head"]
        assert any("kèm theo" in b.text.lower() for b in heads)
        assert not any(b.phrase.facts for b in heads)


def test_forms_of_annexes_state_targets_quotas_or_tasks():
    kinds = {f.kind for annex in annexes_of("kế hoạch") for block in annex for f in block.phrase.facts}
    assert {"deadlines", "targets"} <= kinds


# -- outlines ------------------------------------------------------------------------------------------------

SECTIONS = [
    Section("Mục đích", [say("Một."), say("Hai.")]),
    Section("Bỏ trống", []),
    Section(
        "Việc làm", [Group(say("Các đơn vị:"), [say("Ba;"), say("Bốn;")]), Table(("TT", "Việc"), [say("1 | Năm")])]
    ),
]


@pytest.mark.parametrize(
    ("depth", "lines"),
    [
        (
            Depth("I", "1", "-"),
            ["I. MỤC ĐÍCH", "1. Một.", "2. Hai.", "II. VIỆC LÀM", "1. Các đơn vị:", "- Ba;", "- Bốn.", "TT | Việc"],
        ),
        (
            Depth("1", "1.1", "+"),
            [
                "1. Mục đích",
                "1.1. Một.",
                "1.2. Hai.",
                "2. Việc làm",
                "2.1. Các đơn vị:",
                "+ Ba;",
                "+ Bốn.",
                "TT | Việc",
            ],
        ),
        (
            Depth("I", "-", "a"),
            ["I. MỤC ĐÍCH", "- Một.", "- Hai.", "II. VIỆC LÀM", "- Các đơn vị:", "a) Ba;", "b) Bốn.", "TT | Việc"],
        ),
    ],
)
def test_sections_are_marked_by_depth(depth, lines):
    scene = draw_scene(Random(1))
    assert [b.text for b in outlined(scene, SECTIONS, depth)] == [*lines, "1 | Năm"]


def test_every_depth_has_marks():
    scene = draw_scene(Random(1))
    for depth in DEPTHS:
        assert len(outlined(scene, SECTIONS, depth)) == 9


def test_articles_have_clauses_only_where_there_are_several():
    made_ = articles([Section("", [say("Giao việc.")]), Section("Nội dung", [say("Một."), say("Hai.")])])
    assert [b.text for b in made_] == ["Điều 1. Giao việc.", "Điều 2. Nội dung", "1. Một.", "2. Hai."]


def test_a_lone_paragraph_of_a_section_has_no_mark():
    scene = draw_scene(Random(1))
    assert outlined(scene, [Section("Kinh phí", [say("Một.")])], Depth("1", "a", "-"))[1] == Block("para", say("Một."))


def nothing_left(scene):
    raise ToldAllError("nothing")


def one(scene) -> Phrase:
    return say(fact("programmes", "Một", name="Một"), ".")


def two(scene) -> Phrase:
    return say("Hai.")


def test_families_with_nothing_left_are_passed_over():
    scene = draw_scene(Random(2))
    assert [p.text for p in some(scene, (nothing_left, one, nothing_left, two), 3)] == ["Một.", "Hai."]
    assert told(scene, nothing_left, two).text == "Hai."
    with pytest.raises(ToldAllError):
        told(scene, nothing_left)


# -- gold over many dispatches -------------------------------------------------------------------------------


def test_one_document_cited_twice_is_one_reference_with_a_mention():
    twice = [item for dispatch in dispatches(5, 80) for item in gold(dispatch)["references"] if "mentions" in item]
    assert twice
    for item in twice:
        assert len(item["mentions"][0]["quote"]) <= len(item["quote"])


def test_recipients_have_no_dash_and_the_archive_its_role():
    for dispatch in dispatches(3, 30):
        recipients = gold(dispatch)["recipients"]
        assert any(item["role"] == "archive" for item in recipients)
        for item in recipients:
            assert not item["name"].startswith(("-", "Lưu:", "Kính gửi"))
            assert not item["name"].endswith((";", "."))


def test_issue_days_are_dates_where_they_are_filled_in():
    days = [gold(d)["header"]["issued_on"] for d in dispatches(6, 60)]
    known = [date.fromisoformat(day["value"]) for day in days if day and day["value"]]
    assert len(known) > 40
    assert len({day.year for day in known}) > 4


def test_every_kind_of_item_is_common():
    kinds = Counter(of for d in dispatches(8, 60) for of in ITEM_MODELS if gold(d)[of])
    assert min(kinds[of] for of in ITEM_MODELS) >= 12, kinds


def test_a_dispatch_depends_on_its_seed_alone():
    assert compose(Random("a")).text == compose(Random("a")).text
    assert [d.text for d in dispatches(9, 3)] == [d.text for d in dispatches(9, 5)][:3]
