"""Families of wording that tell a span of time in which something runs."""

from __future__ import annotations

from datetime import date, timedelta

from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.wording.deadlines import duty
from congvan.synth.world.scene import Scene


def _span(scene: Scene, start: date, end: date) -> Phrase:
    """`từ ngày 01/10 đến hết ngày 25/12/2024`: the first year is left out at times."""
    first = scene.written(start)
    if scene.short_dates and start.year == end.year and scene.chance(0.3):
        first = first.rsplit("/", 1)[0]
    return say(f"từ ngày {first} ", scene.pick(("đến hết ngày ", "đến ngày ", "đến hết ngày ")), scene.written(end))


def _days(scene: Scene) -> tuple[date, date]:
    start = scene.later(3, 30)
    return start, start + timedelta(days=scene.rng.randint(10, 75))


def runs_from_to(scene: Scene) -> Phrase:
    """`Tổ chức đợt ... từ ngày ... đến hết ngày ...`; sometimes with its length, or who launched it in between."""
    start, end = _days(scene)
    name = scene.pick(scene.topic.runs)
    if scene.chance(0.2):
        days = scene.pick((15, 30, 45, 60))
        name, end = f"{name} {days} ngày", start + timedelta(days=days - 1)
    between = scene.pick(("", f" do {scene.office.short} phát động", f" trong {scene.office.people}"))
    told = fact(
        "periods",
        tag("what", name),
        between,
        " ",
        _span(scene, start, end),
        start_on=start.isoformat(),
        end_on=end.isoformat(),
    )
    return say("Hưởng ứng " if between else "Tổ chức ", told, ".")


def time_line(scene: Scene) -> Phrase:
    """`Thời gian thực hiện: Từ ngày ... đến ...`, `Thời gian: ...` (what is then not said)."""
    start, end = _days(scene)
    what = scene.pick(("", "thực hiện", "thực hiện", "triển khai", "tổ chức"))
    if "bài dự thi" in scene.topic.reports:
        what = scene.pick(("nhận bài dự thi", "tổ chức chấm thi", "thực hiện"))
    lead = say("Thời gian ", tag("what", what), ": ") if what else say("Thời gian: ")
    return say(
        fact("periods", lead, capital(_span(scene, start, end)), start_on=start.isoformat(), end_on=end.isoformat()),
        ".",
    )


def from_now(scene: Scene) -> Phrase:
    _, end = _days(scene)
    what = scene.pick(("thực hiện", "triển khai", "phát động"))
    return say(
        fact(
            "periods",
            "Thời gian ",
            tag("what", what),
            ": Từ nay đến hết ngày ",
            scene.written(end),
            start_on=scene.day.isoformat(),
            end_on=end.isoformat(),
        ),
        ".",
    )


def schedule(scene: Scene) -> list[Phrase]:
    """Lines of a timetable, one span after another: `Từ ngày ... đến ngày ...: ...`."""
    lines = []
    start = scene.later(3, 15)
    for _ in range(scene.rng.randint(2, 3)):
        end = start + timedelta(days=scene.rng.randint(7, 25))
        what = tag("what", duty(scene))
        lines.append(
            say(
                fact(
                    "periods",
                    capital(_span(scene, start, end)),
                    ": ",
                    what,
                    start_on=start.isoformat(),
                    end_on=end.isoformat(),
                ),
                ".",
            )
        )
        start = end + timedelta(days=1)
    return lines


PERIODS = (runs_from_to, time_line, from_now)
