"""Families of wording that tell a span of time in which something runs."""

from __future__ import annotations

from datetime import date, timedelta

from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.wording import stock
from congvan.synth.world.scene import Scene


def _span(scene: Scene, start: date, end: date) -> Phrase:
    """`từ ngày 01/10 đến hết ngày 25/12/2024`: the first year is left out at times."""
    first = scene.written(start)
    if scene.short_dates and start.year == end.year and scene.chance(0.3):
        first = first.rsplit("/", 1)[0]
    if scene.short_dates and scene.chance(0.12):
        return say(f"từ ngày {first} - {scene.written(end)}")
    return say(f"từ ngày {first} ", scene.pick(("đến hết ngày ", "đến ngày ", "đến hết ngày ")), scene.written(end))


def _days(scene: Scene) -> tuple[date, date]:
    start = scene.later(3, 30)
    return start, start + timedelta(days=scene.rng.randint(10, 75))


def _run(scene: Scene) -> str:
    """Something that runs, once a dispatch."""
    return stock.unsaid(scene, "run", scene.topic.runs)


def runs_from_to(scene: Scene) -> Phrase:
    """`Tổ chức đợt ... từ ngày ... đến hết ngày ...`; sometimes with its length, or who launched it in between."""
    start, end = _days(scene)
    name = _run(scene)
    if len(name.split()) < 6 and scene.chance(0.3):
        days = scene.pick((15, 30, 45, 60))
        name, end = f"{name} {days} ngày", start + timedelta(days=days - 1)
    between = scene.pick(("", f" do {scene.office.short} phát động", f" trong {scene.office.people}"))
    if name.endswith(" ngày") and not between:
        name, between = name.rsplit(maxsplit=2)[0], f" trong {' '.join(name.split()[-2:])},"
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


def runs_in_brackets(scene: Scene) -> Phrase:
    """The span in brackets after what runs."""
    start, end = _days(scene)
    told = fact(
        "periods",
        tag("what", _run(scene)),
        " (",
        _span(scene, start, end),
        start_on=start.isoformat(),
        end_on=end.isoformat(),
    )
    return say(scene.pick(("Phát động ", "Triển khai ")), told, ") bằng hình thức phù hợp.")


def months_from_to(scene: Scene) -> Phrase:
    """Months at both ends: `từ tháng 3 đến hết tháng 9 năm 2024`."""
    first = min(scene.day.month + 1, 11)
    last = scene.rng.randint(first + 1, 12)
    year = scene.year
    words = scene.pick(
        (
            f"từ tháng {first} đến tháng {last} năm {year}",
            f"từ tháng {first} đến hết tháng {last}/{year}",
            f"từ tháng {first}/{year} đến hết tháng {last}/{year}",
        )
    )
    told = fact(
        "periods",
        tag("what", _run(scene)),
        f" {words}",
        start_on=f"{year}-{first:02d}",
        end_on=f"{year}-{last:02d}",
    )
    return say("Tổ chức ", told, ".")


def to_end_of_month(scene: Scene) -> Phrase:
    """`đến cuối tháng 8/2024`: the month is what is known."""
    start = scene.later(3, 20)
    month = min(start.month + scene.rng.randint(1, 3), 12)
    end = scene.pick(("cuối tháng", "hết tháng"))
    told = fact(
        "periods",
        tag("what", _run(scene)),
        f" từ ngày {scene.written(start)} đến {end} {month}/{start.year}",
        start_on=start.isoformat(),
        end_on=f"{start.year}-{month:02d}",
    )
    return say("Tổ chức ", told, ".")


def time_line(scene: Scene) -> Phrase:
    """`Thời gian thực hiện: Từ ngày ... đến ...`, `Thời gian: ...` (what is then not said)."""
    start, end = _days(scene)
    options = ["", "thực hiện", "triển khai", "tổ chức"]
    if "bài dự thi" in scene.topic.reports:
        options = ["nhận bài dự thi", "tổ chức chấm thi", "thực hiện"]
    what = stock.unsaid(scene, "time of", options)
    lead = say("Thời gian ", tag("what", what), ": ") if what else say("Thời gian: ")
    return say(
        fact("periods", lead, capital(_span(scene, start, end)), start_on=start.isoformat(), end_on=end.isoformat()),
        ".",
    )


def from_now(scene: Scene) -> Phrase:
    """`từ nay`: the issue date; the end as a day or a month."""
    _, end = _days(scene)
    what = stock.unsaid(scene, "time of", ("thực hiện", "triển khai", "phát động"))
    until, known = f"ngày {scene.written(end)}", end.isoformat()
    if scene.chance(0.3):
        until, known = f"tháng {end.month}/{end.year}", f"{end.year}-{end.month:02d}"
    return say(
        fact(
            "periods",
            "Thời gian ",
            tag("what", what),
            f": Từ nay đến hết {until}",
            start_on=scene.day.isoformat(),
            end_on=known,
        ),
        ".",
    )


def from_now_run(scene: Scene) -> Phrase:
    """A clause of its own: `Đợt thi đua ... từ nay đến hết ngày ...`."""
    _, end = _days(scene)
    told = fact(
        "periods",
        tag("what", _run(scene)),
        f" từ nay đến hết ngày {scene.written(end)}",
        start_on=scene.day.isoformat(),
        end_on=end.isoformat(),
    )
    return say(scene.pick(("Tập trung cao độ cho ", "Duy trì ")), told, ".")


def take_in(scene: Scene) -> Phrase:
    """A window to hand something in is a span, no deadline."""
    start, end = _days(scene)
    what = stock.unsaid(scene, "time of", ("nhận hồ sơ", "tiếp nhận bản đăng ký", "nhận tác phẩm"))
    told = fact(
        "periods",
        "Thời gian ",
        tag("what", what),
        scene.pick((": ", " ")),
        _span(scene, start, end),
        start_on=start.isoformat(),
        end_on=end.isoformat(),
    )
    return say(told, scene.pick((" (trong giờ hành chính).", ".")))


def two_days(scene: Scene) -> Phrase:
    """Days that follow one another are one span: `trong hai ngày 26, 27/12/2024`."""
    start = scene.later(5, 40)
    end = start + timedelta(days=1)
    if end.month != start.month:
        start, end = start - timedelta(days=1), start
    month = f"{end.month:02d}" if end.month < 3 else str(end.month)
    pair = f"{start.day:02d}{scene.pick((', ', ' và '))}{end.day:02d}/{month}/{end.year}"
    what = stock.unsaid(scene, "time of", ("tổ chức", "tập huấn", "kiểm tra"))
    told = fact(
        "periods",
        "Thời gian ",
        tag("what", what),
        f": Ngày {pair}",
        start_on=start.isoformat(),
        end_on=end.isoformat(),
    )
    return say(told, ".")


def schedule(scene: Scene) -> list[Phrase]:
    """Lines of a timetable, one span after another: `Từ ngày ... đến ngày ...: ...`."""
    lines = []
    start = scene.later(3, 15)
    for _ in range(scene.rng.randint(2, 4)):
        end = start + timedelta(days=scene.rng.randint(7, 25))
        told = fact(
            "periods",
            capital(_span(scene, start, end)),
            ": ",
            tag("what", stock.duty(scene)),
            start_on=start.isoformat(),
            end_on=end.isoformat(),
        )
        lines.append(say(told, "."))
        start = end + timedelta(days=1)
    return lines


def rounds(scene: Scene) -> list[Phrase]:
    """`Đợt 1: từ ngày ... đến ngày ...`, one round a line."""
    name = scene.pick(("Đợt", "Giai đoạn", "Vòng"))
    lines = []
    start = scene.later(3, 15)
    for number in range(1, scene.rng.randint(3, 4)):
        end = start + timedelta(days=scene.rng.randint(10, 30))
        told = fact(
            "periods",
            tag("what", f"{name} {number}"),
            ": ",
            _span(scene, start, end),
            start_on=start.isoformat(),
            end_on=end.isoformat(),
        )
        lines.append(say(told, "."))
        start = end + timedelta(days=scene.rng.randint(1, 10))
    return lines


# -- spans that are none -------------------------------------------------------------------------------------


def years_of_a_plan(scene: Scene) -> Phrase:
    """Years inside a name, a term of office, a school year: no spans."""
    year = scene.year
    options = (
        f"Đây là nhiệm vụ trọng tâm của giai đoạn {year - 1} - {year + 4} và những năm tiếp theo.",
        f"Gắn với việc thực hiện nghị quyết của cấp ủy nhiệm kỳ {year - 2} - {year + 3}.",
    )
    return say(stock.unsaid(scene, "years", options))


PERIODS = (
    runs_from_to,
    runs_in_brackets,
    months_from_to,
    to_end_of_month,
    time_line,
    from_now,
    from_now_run,
    take_in,
    two_days,
)
LINES = (schedule, schedule, rounds)
NEUTRAL = (years_of_a_plan,)
