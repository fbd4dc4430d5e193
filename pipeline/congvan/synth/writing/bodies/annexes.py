"""Annexes: a heading, the line that says whose annex it is, and a table or a form; they come after the foot."""

from __future__ import annotations

from collections.abc import Callable

from congvan.synth.phrase import Phrase, say
from congvan.synth.tree import CELL, Block, Blocks
from congvan.synth.wording import awards, quotas, schedules, stock
from congvan.synth.wording.citation import coded
from congvan.synth.wording.stock import ToldAllError
from congvan.synth.world.model import Office
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies.outline import ROMAN, Table

Annex = tuple[Block, ...]


def _tasks(scene: Scene) -> tuple[str, Blocks]:
    return "PHÂN CÔNG NHIỆM VỤ", Table.of(schedules.task_table(scene)).blocks()


def _targets(scene: Scene) -> tuple[str, Blocks]:
    return f"CHỈ TIÊU {_field(scene)}", Table.of(quotas.target_table(scene)).blocks()


def _quotas(scene: Scene) -> tuple[str, Blocks]:
    stock.unsaid(scene, "quota", ("proposal",))
    return "PHÂN BỔ SỐ LƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", Table.of(quotas.quota_table(scene)).blocks()


def _delegates(scene: Scene) -> tuple[str, Blocks]:
    stock.unsaid(scene, "quota", ("delegates",))
    return "PHÂN BỔ ĐẠI BIỂU THAM DỰ", Table.of(quotas.delegate_table(scene)).blocks()


def _awards(scene: Scene) -> tuple[str, Blocks]:
    return "SỐ LƯỢNG KHEN THƯỞNG", Table.of(awards.quantity_table(scene)).blocks()


def _form(scene: Scene) -> tuple[str, Blocks]:
    """A form to be filled in states nothing."""
    lines = (
        "Đơn vị: ………………………………………",
        "Họ và tên người lập: ………………………………………",
        "Chức vụ: ……………………………",
        "Nội dung đăng ký: ………………………………………………………",
        "Kiến nghị, đề xuất: ………………………………………………………",
    )
    return "MẪU PHIẾU ĐĂNG KÝ", [Block("para", say(line)) for line in lines]


def _results(scene: Scene) -> tuple[str, Blocks]:
    """A table of what was reached: no targets."""
    return f"KẾT QUẢ {_field(scene)}", Table.of(quotas.result_table(scene)).blocks()


def _empty_list(scene: Scene) -> tuple[str, Blocks]:
    """A table to be filled in."""
    rows = [say(*row, sep=CELL) for row in (("1", "…", "…", "…"), ("2", "…", "…", "…"))]
    head = ("TT", "Họ và tên", "Chức vụ, đơn vị", "Ghi chú")
    return "DANH SÁCH ĐĂNG KÝ THAM GIA", Table(head, rows).blocks()


def _field(scene: Scene) -> str:
    return scene.topic.field.upper()


Make = Callable[[Scene], tuple[str, Blocks]]
FOR_PLANS: tuple[Make, ...] = (_tasks, _targets, _form, _empty_list, _delegates)
FOR_GUIDANCE: tuple[Make, ...] = (_form, _quotas, _empty_list, _awards)
FOR_DECISIONS: tuple[Make, ...] = (_targets, _tasks, _quotas)
FOR_REPORTS: tuple[Make, ...] = (_results,)


def annexes(scene: Scene, kind: str, makes: tuple[Make, ...], most: int = 2) -> tuple[Annex, ...]:
    """Up to `most` annexes of a dispatch of this type; `Kèm theo ... này` in their heads is no reference."""
    made: list[tuple[str, Blocks]] = []
    for make in scene.rng.sample(makes, min(scene.rng.randint(1, most), len(makes))):
        try:
            made.append(make(scene))
        except ToldAllError:
            continue
    numbered = len(made) > 1
    return tuple(
        (*_head(scene, kind, name, number if numbered else 0), *blocks) for number, (name, blocks) in enumerate(made, 1)
    )


def _head(scene: Scene, kind: str, name: str, number: int) -> Blocks:
    label = f"PHỤ LỤC {ROMAN[number - 1]}" if number else "PHỤ LỤC"
    return [
        Block("annex_head", say(label)),
        Block("annex_head", say(name)),
        Block("annex_head", _whose(scene, kind)),
    ]


def _whose(scene: Scene, kind: str) -> Phrase:
    """The dispatch itself, its number and day left for the pen or told: `(Kèm theo Kế hoạch số … của ...)`."""
    office: Office = scene.office
    day = scene.pick(
        (
            f"ngày {scene.written(scene.day)} ",
            f"ngày … tháng {scene.day.month:02d} năm {scene.year} ",
        )
    )
    cue = scene.pick(("Kèm theo", "Ban hành kèm theo"))
    return say(f"({cue} {kind.capitalize()} số …{_symbol(office, kind)} {day}của {office.short})")


def _symbol(office: Office, kind: str) -> str:
    return coded(0, kind, office, "").lstrip("0")
