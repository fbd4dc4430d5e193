"""Composes a whole dispatch: a scene, a type, its body between letterhead and foot."""

from __future__ import annotations

from random import Random

from congvan.synth.tree import Dispatch
from congvan.synth.world.scene import Scene, draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.letterhead import foot, letterhead, numbered_end
from congvan.synth.writing.spelling import with_old_marks

# Share of offices that write `hoá`, `Uỷ`: by eye, no count behind it.
OLD_MARKS = 0.2


def compose(rng: Random) -> Dispatch:
    """A dispatch by chance: office, topic, type and wording."""
    scene = draw_scene(rng)
    kind = scene.pick([k for k, (_, offices) in BUILDERS.items() if scene.office.kind in offices] or list(BUILDERS))
    return build(scene, kind)


def build(scene: Scene, kind: str) -> Dispatch:
    """A dispatch of this type for the scene. Raises KeyError for a type without a builder."""
    make, _ = BUILDERS[kind]
    subject = scene.fill(scene.fresh("title", scene.topic.subjects))
    body = numbered_end(make(scene, subject))
    columns = (*letterhead(scene, kind, subject), body, *foot(scene, kind))
    respell = with_old_marks if scene.chance(OLD_MARKS) else lambda block: block
    left, right, middle, foot_left, foot_right = (tuple(respell(b) for b in column) for column in columns)
    words = (*scene.office.issuer, "•", *scene.office.parent) if scene.office.parent else scene.office.issuer
    return Dispatch(kind, left, right, middle, foot_left, foot_right, stamp=" ".join(words))
