"""The bodies of dispatches, one builder a type: what each holds and in which order; wording families say how."""

from __future__ import annotations

from collections.abc import Callable

from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies.decisions import decision, resolution
from congvan.synth.writing.bodies.letters import invitation, letter, telegram
from congvan.synth.writing.bodies.notices import directive, guidance, notice
from congvan.synth.writing.bodies.outline import Body
from congvan.synth.writing.bodies.plans import plan, programme
from congvan.synth.writing.bodies.reports import proposal, report
from congvan.synth.writing.bodies.rules import contest_rules

Builder = Callable[[Scene, str], Body]

_STATE = ("union", "committee", "department", "school", "hospital")
_ALL = (*_STATE, "party", "youth")
# type -> (builder, kinds of office that write it)
BUILDERS: dict[str, tuple[Builder, tuple[str, ...]]] = {
    "công văn": (letter, _ALL),
    "kế hoạch": (plan, _ALL),
    "quyết định": (decision, _ALL),
    "thông báo": (notice, _ALL),
    "tờ trình": (proposal, ("committee", "department", "school", "hospital")),
    "hướng dẫn": (guidance, ("union", "department", "party", "youth")),
    "giấy mời": (invitation, _ALL),
    "báo cáo": (report, _ALL),
    "chỉ thị": (directive, ("committee", "party")),
    "thể lệ": (contest_rules, ("union", "department", "school", "youth")),
    "chương trình": (programme, ("committee", "party", "youth")),
    "nghị quyết": (resolution, ("party",)),
    "công điện": (telegram, ("committee",)),
}

__all__ = ["BUILDERS", "Body", "Builder"]
