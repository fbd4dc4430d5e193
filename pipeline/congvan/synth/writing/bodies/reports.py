"""Báo cáo, tờ trình: what was reached (no targets), what is planned, what a superior is asked for."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, say
from congvan.synth.tree import Block
from congvan.synth.wording import (
    awards,
    contacts,
    deadlines,
    figures,
    programmes,
    prose,
    quotas,
    references,
    results,
    spans,
)
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.annexes import FOR_REPORTS, annexes
from congvan.synth.writing.bodies.outline import Body, Line, Section, Table, mixed, outlined, paragraphs, some, told
from congvan.synth.writing.letterhead import title

# -- báo cáo -------------------------------------------------------------------------------------------------


def report(scene: Scene, subject: str) -> Body:
    """Results already reached, which are no targets; what is planned, which are; what is asked for."""
    span = scene.pick((f"năm {scene.year - 1}", f"6 tháng đầu năm {scene.year}", f"quý I năm {scene.year}"))
    blocks = title("báo cáo", f"kết quả thực hiện {scene.topic.field} {span}")
    lead = f", {references.self_name(scene)} báo cáo kết quả thực hiện như sau:"
    blocks.append(Block("para", say(sections.opening(scene), lead)))
    parts = [_leadership, _results, _gaps, _ahead]
    if scene.chance(0.4):
        parts.append(_asks)
    blocks += outlined(scene, sections.sections_of(scene, *parts))
    attached = annexes(scene, "báo cáo", FOR_REPORTS, 1) if scene.chance(0.25) else ()
    if attached:
        blocks.append(Block("para", say("(Số liệu chi tiết tại Phụ lục kèm theo).")))
    last = f"Trên đây là báo cáo kết quả {scene.topic.field} của {scene.office.short}."
    return Body([*blocks, Block("para", say(last))], attached)


def _leadership(scene: Scene) -> Section:
    """How it was led: papers cited, days past."""
    lines = some(
        scene, (references.issued_papers, prose.state_of_things, deadlines.it_happened, references.told_before), 2
    )
    return Section(scene.pick(("Công tác lãnh đạo, chỉ đạo", "Tình hình chung")), lines)


def _results(scene: Scene) -> Section:
    lines: list[Line] = [*some(scene, (*results.RESULTS, deadlines.it_happened), scene.rng.randint(2, 4))]
    if scene.chance(0.3):
        lines.append(Table.of(quotas.result_table(scene)))
    return Section(scene.pick(("Kết quả đạt được", "Kết quả thực hiện")), lines)


def _gaps(scene: Scene) -> Section:
    lines = some(scene, (prose.shortcoming, prose.cause), 2)
    return Section(scene.pick(("Tồn tại, hạn chế", "Hạn chế và nguyên nhân")), lines)


def _ahead(scene: Scene) -> Section:
    lines = mixed(scene, figures.TARGETS, scene.rng.randint(2, 4))
    lines += some(scene, (*programmes.PROGRAMMES, references.carry_on_plan, *prose.TALK), scene.rng.randint(1, 2))
    return Section(scene.pick(("Phương hướng, nhiệm vụ", "Nhiệm vụ trọng tâm thời gian tới")), lines)


def _asks(scene: Scene) -> Section:
    superior = scene.superior().short
    lines = [say(f"Đề nghị {superior} quan tâm hướng dẫn, tháo gỡ khó khăn cho cơ sở.")]
    lines += some(scene, (prose.means,), 1)
    return Section("Kiến nghị, đề xuất", lines)


# -- tờ trình ------------------------------------------------------------------------------------------------


def proposal(scene: Scene, subject: str) -> Body:
    """To one superior: why, what is asked for; the last line names what comes with it."""
    superior = scene.office.superiors[0]
    name = superior.head if superior.head.startswith(("Chủ tịch", "Giám đốc")) else superior.name
    blocks = title("tờ trình", subject, scene.pick(("Về việc ", "Về việc ", "")))
    blocks.append(sections.addressee_line(name))
    blocks += sections.basis_lines(scene, scene.rng.randint(1, 3))
    me = references.self_name(scene)
    if scene.chance(0.3):
        blocks.append(Block("para", say(told(scene, references.asked_in_letter), f", {me} kính trình như sau:")))
    else:
        blocks.append(Block("para", say(f"{me} kính trình {name} nội dung như sau:")))
    blocks += outlined(scene, sections.sections_of(scene, _why, _what, _when, sections.means))
    blocks += paragraphs(some(scene, contacts.CONTACTS, 1) if scene.chance(0.2) else [])
    return Body([*blocks, Block("para", say(_last(scene, name)))])


def _why(scene: Scene) -> Section:
    lines = some(scene, (*results.RESULTS, deadlines.it_happened, prose.state_of_things, prose.shortcoming), 2)
    return Section(scene.pick(("Sự cần thiết", "Lý do")), lines)


def _what(scene: Scene) -> Section:
    lines: list[Phrase] = some(scene, figures.TARGETS, scene.rng.randint(1, 3))
    lines += some(scene, awards.PROPOSALS, scene.rng.randint(0, 1)) + some(scene, (prose.demand,), 1)
    return Section(scene.pick(("Nội dung trình", "Nội dung đề nghị")), lines)


def _when(scene: Scene) -> Section:
    return Section(scene.pick(("Thời gian thực hiện", "Tiến độ")), some(scene, spans.PERIODS, 1))


def _last(scene: Scene, name: str) -> str:
    return scene.pick(
        (
            f"Kính trình {name} xem xét, quyết định.",
            f"Kính đề nghị {name} xem xét, phê duyệt.",
            f"{references.self_name(scene)} kính trình {name} xem xét, cho ý kiến chỉ đạo.",
        )
    )
