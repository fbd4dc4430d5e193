"""Kế hoạch, chương trình: what is to be reached, how, when, by whom."""

from __future__ import annotations

from congvan.synth.phrase import say
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import references
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.annexes import FOR_PLANS, annexes
from congvan.synth.writing.bodies.outline import Body, outlined
from congvan.synth.writing.letterhead import title

# Orders in which plans run; offices differ.
_ORDERS = (
    (sections.aims, sections.figures_section, sections.content, sections.timing, sections.honours, sections.owners),
    (sections.aims, sections.content, sections.figures_section, sections.timing, sections.means, sections.owners),
    (sections.aims, sections.timing, sections.content, sections.honours, sections.means, sections.owners),
    (sections.aims, sections.content, sections.owners),
    (sections.aims, sections.figures_section, sections.content, sections.owners),
    (sections.aims, sections.timing, sections.figures_section, sections.owners),
    (
        sections.situation,
        sections.aims,
        sections.figures_section,
        sections.measures,
        sections.content,
        sections.timing,
        sections.honours,
        sections.means,
        sections.owners,
    ),
    (sections.aims, sections.figures_section, sections.measures, sections.timing, sections.means, sections.owners),
)


def plan(scene: Scene, subject: str) -> Body:
    """Kế hoạch: bases, then parts in one of several orders, a closing; a third have annexes."""
    blocks = [*title("kế hoạch", subject), *_lead(scene, f"xây dựng kế hoạch {subject} như sau:")]
    blocks += outlined(scene, sections.sections_of(scene, *scene.pick(_ORDERS)))
    return _closed(scene, "kế hoạch", blocks)


def programme(scene: Scene, subject: str) -> Body:
    """Chương trình: as a plan, of a year's work."""
    about = scene.pick((f"công tác năm {scene.year}", f"trọng tâm về {scene.topic.field} năm {scene.year}"))
    blocks = [*title("chương trình", about), *_lead(scene, "ban hành chương trình công tác với các nội dung sau:")]
    order = (sections.aims, sections.measures, sections.figures_section, sections.timing, sections.owners)
    blocks += outlined(scene, sections.sections_of(scene, *order))
    return _closed(scene, "chương trình", blocks)


def _lead(scene: Scene, words: str) -> Blocks:
    """Bases line by line, or the plan's occasion in one sentence, or both."""
    bases = sections.basis_lines(scene, scene.rng.randint(0, 3))
    me = references.self_name(scene)
    if bases and scene.chance(0.5):
        return [*bases, Block("para", say(f"{me} {words}"))]
    return [*bases, Block("para", say(sections.opening(scene), f", {me} {words}"))]


def _closed(scene: Scene, kind: str, blocks: Blocks) -> Body:
    attached = annexes(scene, kind, FOR_PLANS) if scene.chance(0.35) else ()
    if attached:
        blocks.append(Block("para", say(f"(Chi tiết tại Phụ lục kèm theo {kind.capitalize()} này).")))
    return Body([*blocks, *sections.closing(scene)], attached)
