"""How a day by which something is due is said: before, by, with an hour, a month, an interval, a span of days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Phrase, say, tag
from congvan.synth.world.scene import WEEKDAYS, Scene


@dataclass(frozen=True, slots=True)
class Due:
    """A date phrase (`trước ngày 25/5/2024`) and the attributes it states."""

    words: Phrase
    values: dict[str, Value] = field(default_factory=dict)


CUES = (
    ("trước ngày ", "before"),
    ("trước ngày ", "before"),
    ("trước ngày ", "before"),
    ("chậm nhất ngày ", "by"),
    ("chậm nhất là ngày ", "by"),
    ("chậm nhất đến ngày ", "by"),
    ("muộn nhất ngày ", "by"),
    ("muộn nhất là ngày ", "by"),
    ("đến hết ngày ", "by"),
)
FIRM_CUES = CUES[:3]
MILD_CUES = CUES[:8]


def written(scene: Scene, day: date) -> str:
    """The day as this dispatch writes days; at times without the year of the issue date."""
    text = scene.written(day)
    if scene.short_dates and day.year == scene.year and scene.chance(0.15):
        return text.rsplit("/", 1)[0]
    if scene.short_dates and scene.chance(0.08):
        return text.replace("/", scene.pick((".", "-")))
    return text


def dated(scene: Scene, cues: tuple[tuple[str, str], ...] = MILD_CUES) -> Due:
    """A day by which: `trước ngày`, `chậm nhất ngày`, with a weekday, without the year."""
    day = scene.later(7, 60)
    cue, bound = scene.pick(cues)
    weekday = f" ({WEEKDAYS[day.weekday()]})" if scene.chance(0.1) else ""
    return Due(say(cue, written(scene, day), weekday), {"due_on": day.isoformat(), "bound": bound})


def firm(scene: Scene) -> Due:
    """`trước ngày ...` alone, as it stands after `hoàn thành`."""
    return dated(scene, FIRM_CUES)


def with_hour(scene: Scene) -> Due:
    """`trước 16 giờ 30 ngày 20/5/2024`, `chậm nhất 10h00 ngày ...`."""
    day = scene.later(4, 40)
    hour, minute = scene.pick((8, 10, 11, 15, 16, 17)), scene.pick((0, 0, 30))
    clock = scene.pick(
        (
            f"{hour:02d} giờ {minute:02d}",
            f"{hour:02d} giờ {minute:02d} phút",
            f"{hour:02d} giờ" if not minute else f"{hour:02d} giờ {minute}",
            f"{hour:02d}h{minute:02d}",
        )
    )
    cue, bound = scene.pick((("trước", "before"), ("trước", "before"), ("chậm nhất", "by")))
    joint = scene.pick((" ", " ", ", "))
    words = say(f"{cue} {clock}{joint}ngày {written(scene, day)}")
    return Due(words, {"due_on": day.isoformat(), "due_time": f"{hour:02d}:{minute:02d}", "bound": bound})


def month(scene: Scene) -> Due:
    """`trong tháng 6/2024`, `trước tháng ...`: the month is what is known."""
    number = min(scene.day.month + scene.rng.randint(1, 4), 12)
    text = f"trong tháng {number}"
    if scene.chance(0.8):  # else the year is that of the issue date
        text += scene.pick((f"/{scene.year}", f" năm {scene.year}"))
    return Due(say(text), {"due_on": f"{scene.year}-{number:02d}", "bound": "by"})


def quarter(scene: Scene) -> Due:
    number = (min(scene.day.month + scene.rng.randint(1, 4), 12) - 1) // 3 + 1
    roman = ("I", "II", "III", "IV")[number - 1]
    text = scene.pick((f"trong quý {roman}/{scene.year}", f"trong quý {roman} năm {scene.year}"))
    return Due(say(text), {"due_on": f"{scene.year}-Q{number}", "bound": "by"})


def half(scene: Scene) -> Due:
    """`trong 6 tháng đầu năm 2025`."""
    first = scene.day.month < 5
    words = f"trong 6 tháng {'đầu' if first else 'cuối'} năm {scene.year}"
    return Due(say(words), {"due_on": f"{scene.year}-H{1 if first else 2}", "bound": "by"})


def year(scene: Scene) -> Due:
    """`chậm nhất cuối năm 2025`: the year is what is said."""
    known = scene.year + (scene.day.month > 9)
    return Due(say(f"chậm nhất cuối năm {known}"), {"due_on": str(known), "bound": "by"})


def coarse(scene: Scene) -> Due:
    """A month, quarter, half-year or year: the whole stretch is what is known."""
    return scene.pick((month, month, quarter, quarter, half, year))(scene)


def relative(scene: Scene) -> Due:
    """`trong thời hạn 07 ngày làm việc kể từ ngày nhận được văn bản này`."""
    number = scene.pick((3, 5, 7, 10, 15))
    unit, word = scene.pick((("working_day", "ngày làm việc"), ("working_day", "ngày làm việc"), ("day", "ngày")))
    start = scene.pick(
        (
            "ngày nhận được văn bản này",
            "ngày ban hành văn bản này",
            "ngày kết thúc đợt kiểm tra",
            "ngày ký",
            "ngày nhận đủ hồ sơ hợp lệ",
            "ngày có kết quả thẩm định",
        )
    )
    words = say(
        scene.pick(("trong thời hạn ", "trong vòng ", "trong ", "chậm nhất ", "chậm nhất sau ")),
        f"{number:02d} {word} kể từ ",
        tag("counted_from", start),
    )
    return Due(words, {"within": number, "within_unit": unit, "bound": "by"})


def hours(scene: Scene) -> Due:
    """`trong vòng 24 giờ kể từ khi xảy ra sự việc`."""
    number = scene.pick((12, 24, 48))
    start = scene.pick(("khi xảy ra sự việc", "khi nhận được thông tin", "khi phát hiện vi phạm"))
    words = say(f"{scene.pick(('trong vòng', 'trong thời hạn'))} {number} giờ kể từ ", tag("counted_from", start))
    return Due(words, {"within": number, "within_unit": "hour", "bound": "by"})


def recurring(scene: Scene) -> Due:
    """`trước ngày 20 hằng tháng`, `trước ngày 15 của tháng cuối hằng quý`, `trước thứ Sáu hằng tuần`, ..."""
    return scene.pick((monthly, monthly, quarterly, weekly, yearly))(scene)


def _every(scene: Scene) -> str:
    return scene.pick(("hằng", "hàng"))


def monthly(scene: Scene) -> Due:
    day = scene.pick((5, 10, 15, 20, 25))
    cue, bound = scene.pick((("trước ", "before"), ("trước ", "before"), ("chậm nhất ", "by")))
    words = say(cue, tag("recurs_on", f"ngày {day:02d}" if scene.chance(0.5) else f"ngày {day}"))
    return Due(say(words, f" {_every(scene)} tháng"), {"recurs": "monthly", "bound": bound})


def quarterly(scene: Scene) -> Due:
    day = scene.pick((10, 15, 20, 25))
    on = scene.pick((f"ngày {day} của tháng cuối", f"ngày {day} tháng cuối"))
    return Due(say("trước ", tag("recurs_on", on), f" {_every(scene)} quý"), {"recurs": "quarterly", "bound": "before"})


def weekly(scene: Scene) -> Due:
    day = scene.pick(("thứ Năm", "thứ Sáu"))
    clock, time = scene.pick((("", None), ("15 giờ ", "15:00"), ("16 giờ 00 ", "16:00")))
    values: dict[str, Value] = {"recurs": "weekly", "bound": "before"}
    if time:
        values["due_time"] = time
    return Due(say(f"trước {clock}", tag("recurs_on", day), f" {_every(scene)} tuần"), values)


def yearly(scene: Scene) -> Due:
    on = scene.pick(("ngày 15/12", "ngày 05/01", "ngày 30/11", "ngày 15 tháng 12"))
    return Due(say("trước ", tag("recurs_on", on), f" {_every(scene)} năm"), {"recurs": "yearly", "bound": "before"})
