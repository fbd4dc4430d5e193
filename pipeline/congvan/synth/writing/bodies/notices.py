"""Thông báo, hướng dẫn, chỉ thị: to many, with points, parts or numbered orders."""

from __future__ import annotations

from congvan.synth.phrase import say
from congvan.synth.tree import Block
from congvan.synth.wording import contacts, deadlines, prose, quotas, references, results, spans
from congvan.synth.wording.stock import ToldAllError
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.annexes import FOR_GUIDANCE, annexes
from congvan.synth.writing.bodies.outline import (
    DEPTHS,
    Body,
    Group,
    Line,
    Section,
    items,
    outlined,
    paragraphs,
    some,
    told,
    under,
)
from congvan.synth.writing.letterhead import title

# -- thông báo -----------------------------------------------------------------------------------------------


def notice(scene: Scene, subject: str) -> Body:
    """Points under one opening, headed lines (`Thời gian`, `Địa điểm`), or what a meeting concluded."""
    if scene.chance(0.3):
        return _conclusions(scene)
    blocks = title("thông báo", subject, scene.pick(("Về việc ", "")))
    me = references.self_name(scene)
    blocks.append(Block("para", say(sections.opening(scene), f", {me} thông báo một số nội dung như sau:")))
    if scene.chance(0.3):
        parts = (sections.content, sections.timing, sections.honours, sections.means)
        blocks += outlined(scene, sections.sections_of(scene, *parts[: scene.rng.randint(2, 4)]), scene.pick(DEPTHS))
        return Body([*blocks, *sections.closing(scene)])
    lines = sections.body_sentences(scene, scene.rng.randint(2, 5))
    lines += some(scene, (spans.time_line, spans.take_in, spans.from_now), 1)
    lines += some(scene, (deadlines.last_day, deadlines.time_to_send, quotas.team_quota), scene.rng.randint(0, 1))
    blocks += items(lines, scene.pick(("1", "1", "-", "a")))
    blocks += paragraphs(some(scene, contacts.CONTACTS, scene.rng.randint(1, 2)))
    last = scene.pick((deadlines.report_by, deadlines.report_by_hour, prose.ask_for_attention))
    return Body([*blocks, Block("para", told(scene, last, prose.ask_for_attention, deadlines.in_force))])


def _conclusions(scene: Scene) -> Body:
    """`Thông báo kết luận`: a meeting of a past day, then who does what by when."""
    office = scene.office
    head = office.head if office.head != office.short else f"đồng chí {office.post.capitalize()}"
    blocks = title("thông báo", f"kết luận của {head} tại cuộc họp về {scene.topic.field}", "")
    day = scene.earlier(2, 9)
    lead = f"Ngày {scene.written(day)}, {head} đã chủ trì cuộc họp về {scene.topic.field}. "
    after = "Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, chủ trì cuộc họp kết luận như sau:"
    blocks.append(Block("para", say(lead, after)))
    lines = some(scene, (prose.state_of_things, prose.shortcoming), 1)
    lines += sections.body_sentences(scene, scene.rng.randint(3, 5))
    blocks += items(lines, "1")
    close = f"{references.self_name(scene)} thông báo để các đơn vị biết, thực hiện."
    return Body([*blocks, Block("para", say(close))])


# -- hướng dẫn -----------------------------------------------------------------------------------------------


def guidance(scene: Scene, subject: str) -> Body:
    """Bases, parts with items, criteria, files and their days; a share with forms annexed."""
    blocks = title("hướng dẫn", subject, "")
    blocks += sections.basis_lines(scene, scene.rng.randint(1, 4))
    blocks.append(Block("para", say(f"{references.self_name(scene)} hướng dẫn {subject} như sau:")))
    order = scene.pick(
        (
            (_points, _merit, _files),
            (sections.aims, _points, _merit, _files),
            (_points, sections.timing, _files, sections.owners),
            (sections.aims, sections.figures_section, _merit, _files),
        )
    )
    blocks += outlined(scene, sections.sections_of(scene, *order))
    attached = annexes(scene, "hướng dẫn", FOR_GUIDANCE) if scene.chance(0.4) else ()
    if attached:
        blocks.append(Block("para", say("(Biểu mẫu kèm theo Hướng dẫn này).")))
    last = told(scene, deadlines.in_force)
    return Body([*blocks, Block("para", last)], attached)


def _points(scene: Scene) -> Section:
    heading = scene.pick(("Nội dung", "Nội dung hướng dẫn", "Một số nội dung cụ thể"))
    return Section(heading, sections.body_sentences(scene, scene.rng.randint(3, 6)))


def _merit(scene: Scene) -> Section:
    """Criteria, then how many; the heading of the criteria says what they are."""
    lines: list[Line] = [sections.criteria(scene)]
    quota = some(scene, quotas.QUOTAS, 1)
    if quota:
        lines.append(Group(say("Số lượng:"), quota) if scene.chance(0.4) else say("Số lượng: ", quota[0]))
    return Section(scene.pick(("Bình xét khen thưởng", "Xét khen thưởng", "Khen thưởng")), lines)


def _files(scene: Scene) -> Section:
    lines = some(
        scene,
        (
            deadlines.file_to,
            deadlines.time_to_send,
            deadlines.last_day,
            contacts.soft_copy,
            contacts.ask_here,
            contacts.download,
        ),
        scene.rng.randint(2, 3),
    )
    return Section(scene.pick(("Hồ sơ, thời hạn", "Thời gian và hồ sơ", "Hồ sơ đề nghị")), lines)


# -- chỉ thị -------------------------------------------------------------------------------------------------


def directive(scene: Scene, subject: str) -> Body:
    """What is wrong, then orders to each: numbered, some with lists."""
    blocks = title("chỉ thị", subject, scene.pick(("Về việc ", "Về việc ", "")))
    before = some(scene, (prose.state_of_things, results.reached), 1) + some(scene, (prose.shortcoming,), 1)
    before += some(scene, (prose.cause, results.rate_reached), scene.rng.randint(0, 1))
    blocks += paragraphs(before)
    head = scene.office.head
    blocks.append(Block("para", say(sections.opening(scene), f", {head} yêu cầu:")))
    lines: list[Line] = [*sections.body_sentences(scene, scene.rng.randint(2, 4))]
    for _ in range(scene.rng.randint(1, 3)):
        try:
            lines.append(sections.owner_group(scene))
        except ToldAllError:
            break
    blocks += under(lines, scene.pick((DEPTHS[0], DEPTHS[2])))
    last = told(scene, deadlines.do_and_report, deadlines.within_days, deadlines.in_force)
    return Body([*blocks, Block("para", last)])
