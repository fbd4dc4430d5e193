"""Composes a whole dispatch: a scene, a type, its body between letterhead and foot, in one typist's hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from congvan.synth.phrase import say
from congvan.synth.tree import Block, Blocks, Dispatch
from congvan.synth.world.model import own_issuer
from congvan.synth.world.offices.joint import joined, partner_of
from congvan.synth.world.scene import Scene, draw_scene
from congvan.synth.world.topics import TOPICS
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.foot import foot
from congvan.synth.writing.letterhead import letterhead, numbered_end
from congvan.synth.writing.spelling import Hand

# Shares of typists who write `hoá`, `Uỷ` (more of them on older paper), and of plans that two bodies issue: by eye.
OLD_MARKS, OLD_MARKS_BEFORE, JOINT = 0.2, 0.4, 0.3
# Words of the fields of work that telegrams are about.
PRESSING = ("thiên tai", "dịch bệnh", "cháy", "giao thông", "thực phẩm")
# What two bodies issue together.
JOINT_KINDS = ("kế hoạch", "chương trình", "hướng dẫn")


def compose(rng: Random) -> Dispatch:
    """A dispatch by chance: office, topic, type and wording."""
    scene = draw_scene(rng)
    kind = scene.pick([k for k, (_, offices) in BUILDERS.items() if scene.office.kind in offices] or list(BUILDERS))
    return build(scene, kind)


def build(scene: Scene, kind: str) -> Dispatch:
    """A dispatch of this type for the scene. Raises KeyError for a type without a builder."""
    make, _ = BUILDERS[kind]
    if kind == "công điện":
        scene = _pressing(scene)
    if kind in JOINT_KINDS and scene.chance(JOINT):
        scene = _shared(scene)
    subject = scene.fill(scene.fresh("title", scene.topic.subjects))
    made = make(scene, subject)
    body = numbered_end(made.blocks)
    if scene.office.partner:
        body = _titled_as_joint(body)
    articles = sum(block.role == "article" and block.text.startswith("Điều ") for block in body)
    columns = (*letterhead(scene, kind, subject), body, *foot(scene, kind, articles))
    hand = Hand.draw(scene.rng, OLD_MARKS if scene.layout != "circular-01" else OLD_MARKS_BEFORE)
    left, right, middle, foot_left, foot_right = (tuple(_told_once(hand.written(b)) for b in c) for c in columns)
    annexes = tuple(tuple(_told_once(hand.written(b)) for b in annex) for annex in made.annexes)
    own = own_issuer(scene.office)
    words = (*own, "•", *scene.office.parent) if scene.office.parent else own
    stamp = " ".join(words)
    return Dispatch(kind, left, right, middle, foot_left, foot_right, stamp=stamp, layout=scene.layout, annexes=annexes)


def _pressing(scene: Scene) -> Scene:
    """The scene with a topic that cannot wait, where its own can."""
    if any(word in scene.topic.field for word in PRESSING):
        return scene
    topics = [t for t in TOPICS if any(word in t.field for word in PRESSING) and t.fits(scene.office, scene.day)]
    return replace(scene, topic=scene.pick(topics).in_season(scene.day)) if topics else scene


def _shared(scene: Scene) -> Scene:
    """The scene with a second body that issues the dispatch too, where there is one."""
    partner = partner_of(scene.rng, scene.office, scene.province) if scene.province else None
    if partner is None:
        return scene
    return replace(scene, office=joined(scene.rng, scene.office, partner))


def _titled_as_joint(body: Blocks) -> Blocks:
    """`KẾ HOẠCH PHỐI HỢP`: the words after the type say that two issue it, they are no part of the type."""
    return [replace(b, phrase=say(b.phrase, " PHỐI HỢP")) if b.role == "title" else b for b in body]


def _told_once(block: Block) -> Block:
    """The block with its addresses and numbers keyed by themselves: one told in body and foot is one contact."""
    facts = tuple(replace(f, key=str(f.values.get("value"))) if f.kind == "contacts" else f for f in block.phrase.facts)
    return replace(block, phrase=replace(block.phrase, facts=facts))
