"""Công văn, giấy mời, công điện: letters to somebody, mostly short."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, bold, say
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import bases, contacts, deadlines, prose, quotas, references, schedules
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.annexes import FOR_GUIDANCE, annexes
from congvan.synth.writing.bodies.outline import (
    DEPTHS,
    Body,
    Line,
    items,
    outlined,
    paragraphs,
    some,
    told,
    under,
)
from congvan.synth.writing.letterhead import addressees, title

# -- công văn ------------------------------------------------------------------------------------------------


def letter(scene: Scene, subject: str) -> Body:
    """One of three manners: numbered requests, running paragraphs, or parts; the closing has a day or contacts."""
    manner = scene.pick((_numbered, _numbered, _running, _parted, _short))
    blocks = [*addressees(scene), *manner(scene), *sections.closing(scene)]
    attached = annexes(scene, "công văn", FOR_GUIDANCE, 1) if scene.chance(0.12) else ()
    if attached:
        blocks.insert(-1, Block("para", say("(Có biểu mẫu kèm theo).")))
    return Body(blocks, attached)


def _start(scene: Scene, ask: str) -> Block:
    start = told(scene, scene.pick((*bases.OPENINGS, bases.answers_letter, bases.answers_letter)), bases.answers_letter)
    me = references.self_name(scene)
    middle = f", {me} {ask}" if "nhận được" not in start.text else f". Về nội dung này, {me} {ask}"
    return Block("para", say(start, middle))


def _numbered(scene: Scene) -> Blocks:
    ask = scene.pick(
        (
            "đề nghị các đơn vị thực hiện một số nội dung sau:",
            "yêu cầu triển khai các nội dung sau:",
            "có ý kiến như sau:",
            "hướng dẫn thêm một số nội dung như sau:",
        )
    )
    mark = scene.pick(("1", "1", "1", "-", "a"))
    lines = sections.body_sentences(scene, scene.rng.randint(3, 7))
    return [_start(scene, ask), *items(lines, mark), *_quota(scene, 0.35)]


def _short(scene: Scene) -> Blocks:
    """One request, half a page."""
    start = told(scene, scene.pick(bases.OPENINGS), bases.implements_superior)
    lines = sections.body_sentences(scene, scene.rng.randint(1, 2))
    me = references.self_name(scene)
    return [Block("para", say(start, f", {me} đề nghị các đơn vị quan tâm thực hiện.")), *paragraphs(lines)]


def _running(scene: Scene) -> Blocks:
    """Paragraphs without numbers."""
    ask = scene.pick(("thông báo và đề nghị như sau.", "trao đổi một số nội dung như sau."))
    before = some(scene, (prose.state_of_things, prose.shortcoming), scene.rng.randint(0, 2))
    lines = sections.body_sentences(scene, scene.rng.randint(2, 4))
    return [*paragraphs(before), _start(scene, ask), *paragraphs(lines), *_quota(scene, 0.25)]


def _parted(scene: Scene) -> Blocks:
    """Long letters have headed parts."""
    parts = sections.sections_of(
        scene, sections.content, *scene.rng.sample((sections.timing, sections.honours, sections.figures_section), 2)
    )
    return [_start(scene, "hướng dẫn một số nội dung như sau:"), *outlined(scene, parts, scene.pick(DEPTHS[4:]))]


def _quota(scene: Scene, probability: float) -> Blocks:
    """How many may be proposed, and where their files go."""
    if not scene.chance(probability):
        return []
    return paragraphs(some(scene, quotas.QUOTAS, 1) + some(scene, (deadlines.file_to,), 1))


# -- giấy mời ------------------------------------------------------------------------------------------------

INVITED = (
    "đại diện lãnh đạo các đơn vị",
    "Thủ trưởng các cơ quan, đơn vị",
    "các đồng chí lãnh đạo đơn vị",
    "các đồng chí thành viên Ban Chỉ đạo",
)
_EVENTS = ("cuộc họp", "hội nghị", "buổi làm việc", "hội nghị giao ban")


def invitation(scene: Scene, subject: str) -> Body:
    """Giấy mời: who, to what, when and where, in one sentence or on lines of their own; what to bring; contacts."""
    event = scene.pick(_EVENTS)
    blocks = title("giấy mời", f"dự {event} về {scene.topic.field}")
    blocks += addressees(scene)
    me = references.self_name(scene)
    if scene.chance(0.5):
        blocks.append(Block("para", say(f"{me} trân trọng kính mời quý cơ quan, đơn vị dự {event} như sau:")))
        lines = schedules.invitation_card(scene, scene.pick(INVITED), f"{event} về {scene.topic.field}")
        blocks += items(lines, scene.pick(("1", "-")))
    else:
        lead = f"{me} trân trọng kính mời "
        blocks.append(Block("para", told(scene, lambda s: deadlines.attend(s, lead, s.pick(INVITED)))))
    if scene.chance(0.4):
        blocks.append(Block("para", say("Nội dung làm việc:")))
        blocks += items([say(line) for line in _agenda(scene)], scene.pick(("-", "-", "1")))
    blocks += paragraphs(_to_prepare(scene))
    contact = (contacts.ask_here, contacts.forms_online, contacts.download, contacts.phone_and_mail)
    blocks += paragraphs(some(scene, contact, scene.rng.randint(0, 1)))
    thanks = scene.pick(
        (
            f"Sự có mặt của quý đại biểu góp phần vào thành công của {event}.",
            "Đề nghị các đại biểu đến dự đúng thành phần, đúng thời gian quy định.",
            "Rất mong các đại biểu sắp xếp công việc tham dự đầy đủ.",
        )
    )
    return Body([*blocks, Block("para", say(thanks))])


def _agenda(scene: Scene) -> list[str]:
    """What the meeting goes through: nothing that anybody must do by a day."""
    lines = (
        f"Nghe báo cáo tình hình thực hiện {scene.topic.field};",
        "Thảo luận, cho ý kiến về các giải pháp thời gian tới;",
        "Trao đổi kinh nghiệm của một số đơn vị làm tốt;",
        "Lấy ý kiến vào dự thảo quy chế phối hợp;",
    )
    kept = sorted(scene.rng.sample(range(len(lines)), scene.rng.randint(2, 3)))
    return [*(lines[i] for i in kept), "Kết luận của chủ trì cuộc họp."]


def _to_prepare(scene: Scene) -> list[Phrase]:
    families = (deadlines.in_due_time, deadlines.file_to, quotas.delegates, deadlines.time_to_send, prose.demand)
    return some(scene, families, scene.rng.randint(0, 2))


# -- công điện -----------------------------------------------------------------------------------------------


def telegram(scene: Scene, subject: str) -> Body:
    """Công điện: `CHỦ TỊCH ... điện:`, whom, what at once, and by the hour."""
    office = scene.office
    blocks = title("công điện", subject, scene.pick(("Về việc ", "")))
    blocks.append(Block("enacting", say(f"{office.head.upper()} ĐIỆN:")))
    blocks += addressees(scene)
    before = (prose.state_of_things, prose.shortcoming, prose.cause, deadlines.it_happened)
    blocks += paragraphs(some(scene, before, scene.rng.randint(1, 3)))
    blocks.append(Block("para", _commands(scene)))
    lines: list[Line] = [*_orders(scene)]
    if scene.chance(0.5):
        lines += [line for section in sections.sections_of(scene, sections.owners) for line in section.lines]
    blocks += under(lines, scene.pick((DEPTHS[0], DEPTHS[2])))
    blocks.append(Block("para", told(scene, deadlines.report_by_hour, prose.ask_for_attention)))
    return Body(blocks)


def _orders(scene: Scene) -> list[Phrase]:
    """What is to be done at once, by the hour, every day."""
    return some(
        scene,
        (
            deadlines.finish_by,
            deadlines.in_due_time,
            deadlines.within_hours,
            deadlines.weekly_or_daily,
            references.carry_on_plan,
            prose.check,
            prose.spread_the_word,
        ),
        scene.rng.randint(2, 6),
    )


def _commands(scene: Scene) -> Phrase:
    start = told(scene, bases.implements_opinion, bases.implements_superior)
    return say(start, f", {scene.office.head} yêu cầu ", bold("khẩn trương"), " thực hiện các nội dung sau:")
