"""Families of wording that set deadlines: a day, an hour, a month, an interval; and days that bind nobody."""

from __future__ import annotations

from dataclasses import dataclass, field

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Part, Phrase, capital, closed, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.world.scene import WEEKDAYS, Scene
from congvan.synth.world.topics import COMMON_DUTIES


@dataclass(frozen=True, slots=True)
class Due:
    """A date phrase (`trước ngày 25/5/2024`) and the attributes it states."""

    words: Phrase
    values: dict[str, Value] = field(default_factory=dict)


CUES = (
    ("trước ngày ", "before"),
    ("trước ngày ", "before"),
    ("trước", "before"),
    ("chậm nhất ngày ", "by"),
    ("chậm nhất là ngày ", "by"),
    ("muộn nhất ngày ", "by"),
    ("đến hết ngày ", "by"),
)
FIRM_CUES = CUES[:3]


def dated(scene: Scene, cues: tuple[tuple[str, str], ...] = CUES[:6]) -> Due:
    """A day by which: `trước ngày`, `chậm nhất ngày`, with an hour, with a weekday, without the year."""
    day = scene.later(7, 60)
    cue, bound = scene.pick(cues)
    values: dict[str, Value] = {"due_on": day.isoformat(), "bound": bound}
    if cue == "trước":
        hour, minute = scene.pick((8, 10, 11, 15, 16, 17)), scene.pick((0, 0, 30))
        values["due_time"] = f"{hour:02d}:{minute:02d}"
        clock = scene.pick((f"{hour:02d} giờ {minute:02d}", f"{hour} giờ" if not minute else f"{hour}h{minute}"))
        cue = f"trước {clock} ngày "
    written = scene.written(day)
    if scene.short_dates and day.year == scene.year and scene.chance(0.15):
        written = written.rsplit("/", 1)[0]  # the year is that of the issue date
    weekday = f" ({WEEKDAYS[day.weekday()]})" if scene.chance(0.1) else ""
    return Due(say(cue, written, weekday), values)


def coarse(scene: Scene) -> Due:
    """`trong tháng 6/2024`, `trong quý III/2024`: the whole stretch is what is known."""
    month = min(scene.day.month + scene.rng.randint(1, 4), 12)
    if scene.chance(0.5):
        return Due(say(f"trong tháng {month}/{scene.year}"), {"due_on": f"{scene.year}-{month:02d}", "bound": "by"})
    quarter = (month - 1) // 3 + 1
    roman = ("I", "II", "III", "IV")[quarter - 1]
    return Due(say(f"trong quý {roman}/{scene.year}"), {"due_on": f"{scene.year}-Q{quarter}", "bound": "by"})


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
        )
    )
    words = say(
        scene.pick(("trong thời hạn ", "trong vòng ", "trong ")),
        f"{number:02d} {word} kể từ ",
        tag("counted_from", start),
    )
    return Due(words, {"within": number, "within_unit": unit, "bound": "by"})


def recurring(scene: Scene) -> Due:
    """`trước ngày 20 hằng tháng`, `trước ngày 15 tháng cuối hằng quý`, `trước 16 giờ thứ Sáu hằng tuần`."""
    every = scene.pick(("hằng", "hàng"))
    day = scene.pick((5, 10, 15, 20, 25))
    on: Part
    choice = scene.rng.randrange(4)
    if choice < 2:
        on = say("trước ", tag("recurs_on", f"ngày {day}"), f" {every} tháng")
        return Due(on, {"recurs": "monthly", "bound": "before"})
    if choice == 2:
        on = say("trước ", tag("recurs_on", f"ngày {day} của tháng cuối"), f" {every} quý")
        return Due(on, {"recurs": "quarterly", "bound": "before"})
    on = say("trước ", tag("recurs_on", scene.pick(("thứ Năm", "thứ Sáu"))), f" {every} tuần")
    return Due(on, {"recurs": "weekly", "bound": "before"})


def duty(scene: Scene) -> str:
    """Something to be done that this dispatch has not told yet."""
    return scene.fresh("duty", (*scene.topic.duties, *COMMON_DUTIES))


def handing_in(scene: Scene, verb: str = "") -> Phrase:
    """The task of sending something: `báo cáo kết quả ... về LĐLĐ tỉnh`, its receiver tagged `to`."""
    report = scene.fresh("report", scene.topic.reports)
    to = tag("to", receiver(scene))
    plain = verb or scene.pick(("gửi", "tổng hợp, gửi", "lập và gửi", "hoàn thiện, gửi"))
    if report.startswith("kết quả") and not verb:
        plain = scene.pick(("báo cáo", "tổng hợp và báo cáo", "đánh giá, báo cáo"))
    aside = scene.pick(("", "", f" (qua {_desk(scene)})", " bằng văn bản"))
    return say(f"{plain} {report} về ", to, aside)


def receiver(scene: Scene) -> str:
    """How the office calls itself where something is to be sent to it."""
    return scene.pick((scene.office.short, scene.office.short, scene.office.name))


def _desk(scene: Scene) -> str:
    desks = {
        "union": "Ban Tuyên giáo - Nữ công",
        "committee": "Văn phòng",
        "school": "tổ Văn phòng",
        "party": "Văn phòng Huyện ủy",
        "youth": "Văn phòng Huyện Đoàn",
    }
    return desks.get(scene.office.kind, "Văn phòng Sở")


def _deadline(due: Due, *parts: Part, owner: str | None = None) -> Phrase:
    """The parts as the quote of a deadline; `owner` where a list head names it."""
    return fact("deadlines", *parts, stated=due.values, owner=owner)


# -- deadlines -----------------------------------------------------------------------------------------------


def report_by(scene: Scene) -> Phrase:
    """`Đề nghị các CĐCS ... báo cáo kết quả về LĐLĐ tỉnh trước ngày ...`."""
    due = scene.pick((dated, dated, dated, coarse))(scene)
    task = tag("task", handing_in(scene))
    ask = scene.pick(("Đề nghị ", "Yêu cầu ", "Giao "))
    owner = tag("owner", scene.owner())
    return say(ask, _deadline(due, owner, " ", task, " ", due.words), ".")


def do_and_report(scene: Scene) -> Phrase:
    """Two verbs under one owner, as closings of letters run."""
    due = dated(scene)
    task = tag(
        "task", scene.pick(("triển khai thực hiện", "nghiêm túc thực hiện")), ", ", handing_in(scene, "tổng hợp và gửi")
    )
    owner = tag("owner", scene.owner())
    return say(
        scene.pick(("Căn cứ nội dung trên, ", "Nhận được văn bản này, ", "Trên đây là nội dung cần triển khai, ")),
        "đề nghị ",
        _deadline(due, owner, " ", task, " ", due.words),
        ".",
    )


def file_to(scene: Scene) -> Phrase:
    """No owner: `Hồ sơ gửi về ... trước ngày ...`."""
    due = scene.pick((dated, dated, relative))(scene)
    thing = scene.pick(("Hồ sơ đề nghị", "Hồ sơ", "Bản đăng ký", "Biểu tổng hợp"))
    task = tag("task", f"{thing} gửi về ", tag("to", receiver(scene)))
    return say(_deadline(due, task, " ", due.words), ".")


def finish_by(scene: Scene) -> Phrase:
    """`..., hoàn thành trước ngày ...`: the task ends before `hoàn thành`."""
    due = coarse(scene) if scene.chance(0.3) else dated(scene, FIRM_CUES)
    task = tag("task", duty(scene))
    owner = scene.owner()
    joint = scene.pick((", hoàn thành ", ", hoàn thành ", ", xong "))
    ask = scene.pick(("Giao ", "Đề nghị ", ""))
    said = tag("owner", owner if ask else capital(owner))
    return say(ask, _deadline(due, said, " ", task, joint, due.words), ".")


def within_days(scene: Scene) -> Phrase:
    due = relative(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", scene.owner())
    if scene.chance(0.5):
        return say(_deadline(due, capital(due.words), ", ", owner, " ", scene.pick(("có trách nhiệm ", "")), task), ".")
    return say(_deadline(due, capital(owner), " ", task, " ", due.words), ".")


def every_period(scene: Scene) -> Phrase:
    due = recurring(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", scene.owner())
    if scene.chance(0.4):
        return say(_deadline(due, "Định kỳ ", due.words, ", ", owner, " ", task), ".")
    return say(_deadline(due, capital(owner), " ", task, " ", due.words), ".")


def last_day(scene: Scene) -> Phrase:
    """`Hạn cuối nhận hồ sơ: 16 giờ 00 ngày 25/5/2024.`: nobody is named."""
    day = scene.later(10, 60)
    clock, time = scene.pick((("", None), ("16 giờ 30 ", "16:30"), ("17 giờ 00 ", "17:00")))
    thing = scene.pick(("nhận hồ sơ", "gửi bản đăng ký", "nhận báo cáo"))
    cue = scene.pick(("Hạn cuối ", "Thời hạn cuối cùng "))
    told = fact(
        "deadlines",
        cue,
        tag("task", thing),
        f": {clock}ngày {scene.written(day)}",
        due_on=day.isoformat(),
        due_time=time,
        bound="by",
    )
    return say(told, ".")


def half_yearly(scene: Scene) -> Phrase:
    """An interval without a day."""
    task = tag("task", handing_in(scene, "tổng hợp, báo cáo"))
    words = fact("deadlines", "Định kỳ 6 tháng, ", tag("owner", scene.owner()), " ", task, recurs="half_yearly")
    return say(words, ".")


def day_first(scene: Scene) -> Phrase:
    """A schedule line: `Trước ngày 10/10/2024: các đơn vị ...`."""
    due = dated(scene)
    task = tag("task", duty(scene))
    return say(_deadline(due, capital(due.words), ": ", tag("owner", scene.owner()), " ", task), ".")


def attend(scene: Scene, ask: str = "Đề nghị ", owner: str = "") -> Phrase:
    """A meeting in one sentence: `cử đại diện dự ... vào lúc ... ngày ..., tại ...`."""
    day = scene.later(5, 20)
    hour, minute = scene.pick((8, 9, 14)), scene.pick((0, 30))
    clocks = (f"{hour:02d} giờ {minute:02d} phút", f"{hour:02d} giờ {minute:02d}", f"{hour}h{minute:02d}")
    verb = "dự" if owner else scene.pick(("cử đại diện dự", "bố trí thời gian tham dự", "dự"))
    meeting = scene.pick(("họp giao ban về ", "hội nghị triển khai ", "buổi tập huấn về "))
    told = fact(
        "deadlines",
        tag("owner", owner or scene.owner()),
        " ",
        tag("task", f"{verb} {meeting}{scene.topic.field}"),
        f" vào lúc {scene.pick(clocks)}{scene.pick((', ', ' '))}ngày {scene.written(day)}",
        due_on=day.isoformat(),
        due_time=f"{hour:02d}:{minute:02d}",
        bound="on",
    )
    weekday = scene.pick(("", f" ({WEEKDAYS[day.weekday()]})"))
    return say(ask, told, weekday, f", tại Hội trường {scene.office.short}.")


def duty_lines(scene: Scene, owner: str) -> list[Phrase]:
    """Lines under a list head that names the owner; some with a day, whose owner is then the head."""
    lines = []
    for _ in range(scene.rng.randint(2, 3)):
        told = capital(duty(scene))
        if scene.chance(0.4):
            due = scene.pick((dated, coarse))(scene)
            lines.append(say(_deadline(due, tag("task", told), " ", due.words, owner=owner), "."))
        else:
            lines.append(say(told, "."))
    return lines


def task_table(scene: Scene) -> list[Phrase]:
    """Rows of a table of tasks: number, task, owner, time; the column of time gives the bound `by`."""
    rows = []
    for number in range(1, scene.rng.randint(4, 6)):
        day = scene.later(10, 90)
        when, values = scene.pick(
            (
                (f"Trước ngày {scene.written(day, long=False)}", {"due_on": day.isoformat(), "bound": "before"}),
                (scene.written(day, long=False), {"due_on": day.isoformat(), "bound": "by"}),
                (f"Tháng {day.month}/{day.year}", {"due_on": f"{day.year}-{day.month:02d}", "bound": "by"}),
            )
        )
        task = tag("task", capital(duty(scene)))
        told = fact("deadlines", task, CELL, tag("owner", capital(scene.owner())), CELL, when, stated=values)
        rows.append(say(f"{number}", CELL, told))
    return rows


TABLE_HEAD = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành")


# -- days that bind nobody -----------------------------------------------------------------------------------


def in_force(scene: Scene) -> Phrase:
    """The day a document takes effect is no deadline."""
    thing = scene.pick(("Văn bản này", "Quy định này"))
    return say(
        f"{thing} có hiệu lực kể từ ngày ký; trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời "
        f"phản ánh về {scene.office.short} để xem xét, giải quyết."
    )


def it_happened(scene: Scene) -> Phrase:
    """A day on which something happened is no deadline."""
    day = scene.earlier(10, 60)
    return say(
        f"Ngày {scene.written(day)}, {scene.office.short} đã họp giao ban chuyên đề về {scene.topic.field}; "
        "nhìn chung các đơn vị đã có nhiều cố gắng, song vẫn còn hạn chế cần khắc phục."
    )


def in_due_time(scene: Scene) -> Phrase:
    """`đúng thời gian quy định` names no day."""
    return closed(
        say(
            capital(scene.owner()),
            " ",
            duty(scene),
            scene.pick(
                (
                    ", bảo đảm đúng tiến độ.",
                    " theo đúng thời gian quy định.",
                    " một cách thiết thực, hiệu quả, tránh hình thức.",
                )
            ),
        )
    )


DEADLINES = (report_by, file_to, finish_by, within_days, every_period, half_yearly, day_first, last_day, report_by)
CLOSINGS = (do_and_report, report_by)
NEUTRAL = (in_force, it_happened, in_due_time, in_due_time)
