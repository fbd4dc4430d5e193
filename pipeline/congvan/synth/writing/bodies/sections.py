"""Sections that several types share: aims, figures, time, honours, who does what, means, contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from congvan.synth.phrase import Phrase, bold, closed, fact, say, tag
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import (
    awards,
    bases,
    contacts,
    deadlines,
    figures,
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
from congvan.synth.wording.stock import ToldAllError
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies.outline import Family, Group, Line, Section, Table, mixed, some, told

# What the middle of a dispatch may say, pool by pool.
POOLS: tuple[Sequence[Family], ...] = (
    deadlines.DEADLINES,
    deadlines.DEADLINES,
    deadlines.DEADLINES,
    figures.TARGETS,
    figures.TARGETS,
    programmes.PROGRAMMES,
    references.BODIES,
    deadlines.NEUTRAL,
    spans.PERIODS,
    results.NEUTRAL,
    quotas.SEATS,
    (programmes.for_a_purpose, spans.years_of_a_plan, results.made_up_of),
    prose.TALK,
    prose.TALK,
)


def body_sentences(scene: Scene, count: int) -> list[Phrase]:
    """Sentences of the middle of a dispatch: mostly with values, some without."""
    made: list[Phrase] = []
    used: set[Family] = set()
    for pool in scene.rng.sample(POOLS, min(count, len(POOLS))):
        family = scene.pick(pool)
        if family in used:
            continue
        used.add(family)
        made += some(scene, (family,), 1)
    return made


def sections_of(scene: Scene, *makes: Callable[[Scene], Section]) -> list[Section]:
    """What each makes of the scene; who has nothing left to say makes nothing."""
    made = []
    for make in makes:
        try:
            made.append(make(scene))
        except ToldAllError:
            continue
    return made


def basis_lines(scene: Scene, count: int, ends: str = ";") -> Blocks:
    """`Căn cứ ...;` paragraphs, law before decree before the superior's papers."""
    return [Block("basis", say(p, ends)) for p in some(scene, bases.PREAMBLES, count)]


def opening(scene: Scene) -> Phrase:
    """How a dispatch begins: what it carries out or is based on."""
    return told(scene, scene.pick(bases.OPENINGS), bases.implements_superior)


# -- aims and figures ----------------------------------------------------------------------------------------


def situation(scene: Scene) -> Section:
    """How things stand: results that bind nobody, gaps, causes."""
    families = (*prose.STORY, *results.RESULTS, prose.cause, deadlines.it_happened)
    return Section(
        scene.pick(("Đánh giá tình hình", "Tình hình chung")), some(scene, families, scene.rng.randint(3, 5))
    )


def aims(scene: Scene) -> Section:
    """`Mục đích, yêu cầu`: plain sentences, or two lists."""
    goals = some(scene, (prose.goal,), 1) + some(scene, (prose.goal,), 1)
    heading = scene.pick(("Mục đích, yêu cầu", "Mục đích - Yêu cầu", "Mục tiêu"))
    if scene.chance(0.4) and heading != "Mục tiêu":
        demands = some(scene, (prose.demand,), 1) + some(scene, (prose.demand,), 1)
        return Section(heading, [Group(say("Mục đích:"), goals), Group(say("Yêu cầu:"), demands)])
    return Section(heading, [*goals, *some(scene, (prose.demand,), 1)])


def figures_section(scene: Scene) -> Section:
    """`Chỉ tiêu`: sentences, dashed lines under a head, or a table."""
    heading = scene.pick(("Chỉ tiêu", "Các chỉ tiêu chủ yếu", "Chỉ tiêu phấn đấu"))
    if scene.chance(0.25):
        return Section(heading, [Table.of(quotas.target_table(scene))])
    made = mixed(scene, figures.TARGETS, scene.rng.randint(2, 5))
    if scene.chance(0.3) and len(made) > 2:
        at = len(made) // 2
        heads = scene.pick((("Đối với các đơn vị:", "Đối với cá nhân:"), ("Về tổ chức:", "Về kết quả:")))
        return Section(heading, [Group(say(heads[0]), made[:at]), Group(say(heads[1]), made[at:])])
    return Section(heading, made)


def content(scene: Scene) -> Section:
    """What is done: programmes, citations, and sentences without values."""
    heading = scene.pick(("Nội dung", "Nội dung thực hiện", "Nhiệm vụ và giải pháp", "Nhiệm vụ trọng tâm"))
    lines: list[Phrase] = some(scene, programmes.PROGRAMMES, 1)
    lines += some(scene, (*references.BODIES, *deadlines.NEUTRAL), scene.rng.randint(1, 2))
    lines += some(scene, prose.TALK, scene.rng.randint(0, 2))
    lines += some(scene, deadlines.DEADLINES, scene.rng.randint(0, 2))
    scene.rng.shuffle(lines)
    return Section(heading, lines)


def measures(scene: Scene) -> Section:
    """The long middle of a plan: fields of action one after another, each with sentences and a duty or a figure."""
    lines: list[Line] = []
    for heading in scene.rng.sample(tuple(prose.MEASURES), scene.rng.randint(3, 5)):
        under = [told(scene, lambda s, h=heading: prose.measure(s, h)) for _ in range(2)]  # type: ignore[misc]
        pool = scene.pick((deadlines.DEADLINES, figures.TARGETS, references.BODIES, prose.TALK))
        lines.append(Group(say(f"{heading}:"), [*under, *some(scene, pool, 1)]))
    return Section(scene.pick(("Nhiệm vụ và giải pháp", "Các nhiệm vụ, giải pháp chủ yếu")), lines)


def timing(scene: Scene) -> Section:
    """`Thời gian, địa điểm` or a timetable."""
    if scene.chance(0.45):
        return Section(scene.pick(("Tiến độ thực hiện", "Các bước tiến hành")), timetable(scene))
    lines: list[Line] = list(some(scene, spans.PERIODS, scene.rng.randint(1, 2)))
    if scene.chance(0.4):
        lines.append(say(f"Địa điểm: {deadlines.hall(scene)} và tại các đơn vị cơ sở."))
    if scene.chance(0.3):
        lines += some(scene, (spans.years_of_a_plan, deadlines.begins_on), 1)
    return Section(scene.pick(("Thời gian thực hiện", "Thời gian, địa điểm", "Thời gian và phạm vi thực hiện")), lines)


def timetable(scene: Scene) -> list[Line]:
    """Spans line by line."""
    try:
        return [closed(p) for p in scene.pick(spans.LINES)(scene)]
    except ToldAllError:
        return list(some(scene, spans.PERIODS, 1))


# -- honours -------------------------------------------------------------------------------------------------


def is_contest(scene: Scene) -> bool:
    return any(kind.startswith(("cuộc thi", "hội thi")) for kind, _ in scene.topic.programmes)


def honours(scene: Scene) -> Section:
    """Awards: a list of forms, prizes of a contest, a table, or one proposal; sometimes with criteria before them."""
    heading = scene.pick(("Khen thưởng", "Công tác khen thưởng", "Bình xét, khen thưởng"))
    if is_contest(scene) and scene.chance(0.6):
        return Section(scene.pick(("Cơ cấu giải thưởng", "Giải thưởng")), prize_lines(scene))
    choice = scene.rng.randrange(4)
    if choice == 0:
        lines: list[Line] = [criteria(scene), _number(scene)]
    elif choice == 1:
        to, words = scene.pick(awards.RECIPIENTS)
        lines = [
            Group(say(f"Hình thức khen thưởng đối với {words}:"), awards.levels_of_award(scene, to)),
            told(scene, awards.praise_only),
        ]
    elif choice == 2:
        lines = [told(scene, awards.praise_only), Table.of(awards.quantity_table(scene))]
    else:
        lines = [*some(scene, awards.PROPOSALS, scene.rng.randint(1, 2)), *some(scene, (awards.praise_only,), 1)]
    return Section(heading, lines)


def prize_lines(scene: Scene) -> list[Line]:
    """Prizes for individuals, for groups, or both, as lists or as a table."""
    both = list(awards.RECIPIENTS[1:])
    chosen = both[::-1] if scene.chance(0.4) else [scene.pick(both)]
    if len(chosen) == 1 and scene.chance(0.3):
        to, words = chosen[0]
        return [say(f"Giải {words}:"), Table.of(prizes.prize_table(scene, to))]
    return [Group(say(f"Giải {words}:"), prizes.prizes(scene, to)) for to, words in chosen]


def criteria(scene: Scene) -> Group:
    lines = some(scene, quotas.CRITERIA, scene.rng.randint(2, 3))
    return Group(say(scene.pick(("Tiêu chuẩn xét khen thưởng:", "Tiêu chí đánh giá:", "Điều kiện xét:"))), lines)


def _number(scene: Scene) -> Phrase:
    return say("Số lượng: ", told(scene, *scene.rng.sample(quotas.QUOTAS, len(quotas.QUOTAS))))


# -- who does what -------------------------------------------------------------------------------------------


def owner_group(scene: Scene) -> Group:
    """A list head that names the owner, and the duties under it."""
    owner = stock.unsaid(scene, "owner", scene.office.owners)
    printed = owner[:1].upper() + owner[1:]
    head = say(bold(printed) if scene.chance(0.5) else printed, ":")
    return Group(head, deadlines.duty_lines(scene, printed))


def owners(scene: Scene) -> Section:
    """`Tổ chức thực hiện`: a group of duties for each owner, or a table."""
    heading = scene.pick(("Tổ chức thực hiện", "Phân công thực hiện", "Trách nhiệm thực hiện"))
    if scene.chance(0.25):
        return Section(heading, [Table.of(scene.pick(schedules.TABLES)(scene))])
    lines: list[Line] = []
    for _ in range(scene.rng.randint(2, 4)):
        try:
            lines.append(owner_group(scene))
        except ToldAllError:
            break
    return Section(heading, lines)


def means(scene: Scene) -> Section:
    lines = some(scene, (prose.means, results.cost_shared), scene.rng.randint(1, 2))
    return Section(scene.pick(("Kinh phí thực hiện", "Kinh phí")), lines)


def closing(scene: Scene) -> Blocks:
    """The last paragraphs: contacts, a day, or a plain request; the very last one ends in a full stop."""
    lines: list[Phrase] = []
    if scene.chance(0.45):
        lines += some(scene, contacts.CONTACTS, 1)
    last: Family = scene.pick((*deadlines.CLOSINGS, deadlines.in_force, prose.ask_for_attention))
    lines.append(told(scene, last, prose.ask_for_attention, deadlines.in_force))
    return [Block("para", line) for line in lines]


def addressee_line(name: str) -> Block:
    return Block("salutation", say(fact("recipients", "Kính gửi: ", tag("name", name), role="addressee"), "."))
