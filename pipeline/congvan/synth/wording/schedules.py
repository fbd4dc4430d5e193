"""Tables of tasks: who does what by when, one row a task; and the cards of invitations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.wording import stock
from congvan.synth.wording.deadlines import hall, hour_of_day
from congvan.synth.world.scene import WEEKDAYS, Scene

Rows = tuple[tuple[str, ...], list[Phrase]]


def _when(scene: Scene, day: date) -> tuple[str, dict[str, Value]]:
    """The cell of the column `Thời gian hoàn thành`, and what it states."""
    quarter = (day.month - 1) // 3 + 1
    roman = ("I", "II", "III", "IV")[quarter - 1]
    short = scene.written(day, long=False)
    cells: tuple[tuple[str, dict[str, Value]], ...] = (
        (f"Trước ngày {short}", {"due_on": day.isoformat(), "bound": "before"}),
        (short, {"due_on": day.isoformat(), "bound": "by"}),
        (f"Tháng {day.month}/{day.year}", {"due_on": f"{day.year}-{day.month:02d}", "bound": "by"}),
        (f"Quý {roman}/{day.year}", {"due_on": f"{day.year}-Q{quarter}", "bound": "by"}),
    )
    return scene.pick(cells)


def task_table(scene: Scene) -> Rows:
    """`TT | Nội dung công việc | Đơn vị chủ trì | Thời gian hoàn thành`; the last column gives the bound `by`."""
    rows = []
    for number in range(1, scene.rng.randint(4, 7)):
        when, values = _when(scene, scene.later(10, 90))
        task = tag("task", capital(stock.duty(scene)))
        told = fact("deadlines", task, CELL, tag("owner", capital(scene.owner())), CELL, when, stated=values)
        rows.append(say(f"{number}", CELL, told))
    owner = scene.pick(("Đơn vị chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì"))
    return ("TT", scene.pick(("Nội dung công việc", "Nhiệm vụ")), owner, "Thời gian hoàn thành"), rows


def day_table(scene: Scene) -> Rows:
    """`TT | Công việc | Thời gian hoàn thành | Ghi chú`: no owner, remarks after the day."""
    rows = []
    for number in range(1, scene.rng.randint(4, 6)):
        when, values = _when(scene, scene.later(10, 90))
        told = fact("deadlines", tag("task", capital(stock.duty(scene))), CELL, when, stated=values)
        rows.append(
            say(f"{number}", CELL, told, CELL, scene.pick(("Có văn bản riêng", "Theo phân công", "Thường xuyên")))
        )
    return ("TT", "Công việc", "Thời gian hoàn thành", "Ghi chú"), rows


def invitation_card(scene: Scene, guest: str, event: str) -> list[Phrase]:
    """Guest, event, time and place on lines of their own: `Thời gian: 08 giờ 00, ngày ...`.

    The hour to attend is told apart from guest and event, which its task and owner take from the lines before.
    """
    day = scene.later(4, 20)
    clock, time = hour_of_day(scene)
    weekday = scene.pick(("", f", {WEEKDAYS[day.weekday()]}"))
    joint = ", " if weekday else scene.pick((", ", " "))
    told = fact(
        "deadlines",
        f"Thời gian: {clock}{weekday}{joint}ngày {scene.written(day)}",
        due_on=day.isoformat(),
        due_time=time,
        bound="on",
        task=capital(event).text,
        owner=guest,
    )
    return [
        say(f"Kính mời: {guest}."),
        say(f"Đến dự: {capital(event).text}."),
        say(told, "."),
        say(f"Địa điểm: {hall(scene)}."),
    ]


TABLES: tuple[Callable[[Scene], Rows], ...] = (task_table, task_table, day_table)
