"""Families of wording that set deadlines: a day, an hour, a month, an interval; and days that bind nobody."""

from __future__ import annotations

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Part, Phrase, capital, closed, fact, say, tag
from congvan.synth.wording import days, stock
from congvan.synth.wording.contacts import email
from congvan.synth.wording.days import Due
from congvan.synth.world.scene import WEEKDAYS, Scene


def handing_in(scene: Scene, verb: str = "") -> Phrase:
    """The task of sending something: `báo cáo kết quả ... về LĐLĐ tỉnh`, its receiver tagged `to`."""
    report = stock.report(scene)
    to = tag("to", receiver(scene))
    plain = verb or scene.pick(("gửi", "tổng hợp, gửi", "lập và gửi", "hoàn thiện, gửi"))
    if report.startswith("kết quả") and not verb:
        plain = scene.pick(("báo cáo", "tổng hợp và báo cáo", "đánh giá, báo cáo"))
    if plain.endswith("báo cáo") and not report.startswith("kết quả"):
        plain = f"{plain.removesuffix('báo cáo')}gửi"
    aside = scene.pick(("", "", f" (qua {scene.office.desk})", " bằng văn bản"))
    return say(f"{plain} {report} về ", to, aside)


def receiver(scene: Scene) -> str:
    """How the office calls itself where something is to be sent to it."""
    return scene.pick((scene.office.short, scene.office.short, scene.office.name))


def _deadline(due: Due, *parts: Part, owner: str | None = None, keep: tuple[str, ...] = ()) -> Phrase:
    """The parts as the quote of a deadline; `owner` where a list head names it, `keep`: tags that stay open."""
    return fact("deadlines", *parts, stated=due.values, owner=owner, keep=keep)


def _ask(scene: Scene) -> str:
    return scene.pick(("Đề nghị ", "Yêu cầu ", "Giao "))


# -- a day ---------------------------------------------------------------------------------------------------


def report_by(scene: Scene) -> Phrase:
    """`Đề nghị các CĐCS ... báo cáo kết quả về LĐLĐ tỉnh trước ngày ...`."""
    due = scene.pick((days.dated, days.dated, days.dated, days.coarse))(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", scene.owner())
    return say(_ask(scene), _deadline(due, owner, " ", task, " ", due.words), ".")


def report_by_hour(scene: Scene) -> Phrase:
    due = days.with_hour(scene)
    task = tag("task", handing_in(scene))
    return say(_ask(scene), _deadline(due, tag("owner", scene.owner()), " ", task, " ", due.words), ".")


def report_and_mail(scene: Scene) -> Phrase:
    """An address after the day, in brackets or in a main clause of its own."""
    due = days.dated(scene)
    told = _deadline(due, tag("owner", scene.owner()), " ", tag("task", handing_in(scene)), " ", due.words)
    opened, end = scene.pick(
        ((" (bản mềm gửi về hộp thư: ", ")."), (", đồng thời gửi bản điện tử qua địa chỉ ", "."), (", email: ", "."))
    )
    return say(_ask(scene), told, opened, email(scene), end)


def do_and_report(scene: Scene) -> Phrase:
    """Two verbs under one owner, as closings of letters run."""
    due = days.dated(scene)
    first = scene.pick(("triển khai thực hiện", "nghiêm túc thực hiện", "tổ chức thực hiện"))
    task = tag("task", first, ", ", handing_in(scene, "tổng hợp và gửi"))
    owner = tag("owner", scene.owner())
    opening = scene.pick(("Căn cứ nội dung trên, ", "Nhận được văn bản này, ", "Trên đây là nội dung cần triển khai, "))
    return say(opening, "đề nghị ", _deadline(due, owner, " ", task, " ", due.words), ".")


def plan_then_result(scene: Scene) -> Phrase:
    """Two duties and two days in one sentence, under one owner."""
    first, second = days.dated(scene), days.firm(scene)
    if str(second.values["due_on"]) < str(first.values["due_on"]):
        first, second = second, first
    owner = tag("owner", scene.owner())
    earlier = _deadline(first, owner, " ", tag("task", handing_in(scene)), " ", first.words, keep=("owner",))
    later = tag("task", handing_in(scene))
    joint = scene.pick((", ", "; "))
    return say(_ask(scene), _deadline(second, earlier, joint, later, " ", second.words), ".")


def file_to(scene: Scene) -> Phrase:
    """No owner: `Hồ sơ gửi về ... trước ngày ...`."""
    due = scene.pick((days.dated, days.dated, days.relative, days.with_hour))(scene)
    thing = stock.unsaid(scene, "thing", ("Hồ sơ đề nghị", "Hồ sơ", "Bản đăng ký", "Biểu tổng hợp", "Bài viết"))
    task = tag("task", f"{thing} gửi về ", tag("to", receiver(scene)))
    return say(_deadline(due, task, " ", due.words), ".")


def finish_by(scene: Scene) -> Phrase:
    """`..., hoàn thành trước ngày ...`: the task ends before `hoàn thành`."""
    due = days.coarse(scene) if scene.chance(0.3) else days.firm(scene)
    task = tag("task", stock.duty(scene))
    owner = scene.owner()
    joint = scene.pick((", hoàn thành ", ", hoàn thành ", ", xong "))
    ask = scene.pick(("Giao ", "Đề nghị ", ""))
    said = tag("owner", owner if ask else capital(owner))
    return say(ask, _deadline(due, said, " ", task, joint, due.words), ".")


def in_a_month(scene: Scene) -> Phrase:
    """The stretch of time before the owner: `Trong quý III/2024, các đơn vị ...`."""
    due = days.coarse(scene)
    owner, task = tag("owner", scene.owner()), tag("task", f"hoàn thành việc {stock.duty(scene)}")
    return say(_deadline(due, capital(due.words), ", ", owner, scene.pick((" phải ", " ")), task), ".")


def day_first(scene: Scene) -> Phrase:
    """A schedule line: `Trước ngày 10/10/2024: các đơn vị ...`."""
    due = days.dated(scene)
    task = tag("task", stock.duty(scene))
    joint = scene.pick((": ", ", "))
    return say(_deadline(due, capital(due.words), joint, tag("owner", scene.owner()), " ", task), ".")


def day_between(scene: Scene) -> Phrase:
    """The day parts owner and task: `Các đơn vị trước ngày ... có trách nhiệm gửi ...`."""
    due = days.firm(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", capital(scene.owner()))
    return say(_deadline(due, owner, ", ", due.words, ", ", task), ".")


def last_day(scene: Scene) -> Phrase:
    """`Hạn cuối nhận hồ sơ: 16 giờ 00 ngày 25/5/2024.`: nobody is named."""
    day = scene.later(10, 60)
    clock, time = scene.pick((("", None), ("16 giờ 30 ", "16:30"), ("17 giờ 00 ", "17:00")))
    thing = stock.unsaid(scene, "last day", ("nhận hồ sơ", "gửi bản đăng ký", "nhận báo cáo", "đăng ký tham gia"))
    cue = scene.pick(("Hạn cuối ", "Thời hạn cuối cùng "))
    values: dict[str, Value] = {"due_on": day.isoformat(), "due_time": time, "bound": "by"}
    return say(fact("deadlines", cue, tag("task", thing), f": {clock}ngày {scene.written(day)}", stated=values), ".")


def time_to_send(scene: Scene) -> Phrase:
    """`Thời gian gửi hồ sơ về Sở Nội vụ: trước ngày 15/10/2024.`"""
    due = days.dated(scene, (*days.FIRM_CUES, ("chậm nhất ngày ", "by"), ("chậm nhất đến ngày ", "by")))
    task = tag("task", f"gửi {stock.report(scene)} về ", tag("to", scene.office.short))
    return say(_deadline(due, scene.pick(("Thời gian ", "Thời hạn ")), task, ": ", capital(due.words)), ".")


# -- an interval ---------------------------------------------------------------------------------------------


def within_days(scene: Scene) -> Phrase:
    due = days.relative(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", scene.owner())
    if scene.chance(0.5):
        joint = scene.pick(("có trách nhiệm ", "", "phải "))
        return say(_deadline(due, capital(due.words), ", ", owner, f" {joint}", task), ".")
    return say(_deadline(due, capital(owner), " ", task, " ", due.words), ".")


def within_hours(scene: Scene) -> Phrase:
    """What is urgent is told by the hour."""
    due = days.hours(scene)
    task = tag("task", "báo cáo nhanh tình hình về ", tag("to", scene.office.short))
    stock.unsaid(scene, "urgent", ("once",))
    return say(_deadline(due, tag("owner", capital(scene.owner())), " ", task, " ", due.words), ".")


def every_period(scene: Scene) -> Phrase:
    due = days.recurring(scene)
    task = tag("task", handing_in(scene))
    owner = tag("owner", scene.owner())
    if scene.chance(0.4):
        return say(_deadline(due, "Định kỳ ", due.words, ", ", owner, " ", task), ".")
    return say(_deadline(due, capital(owner), " ", task, " ", due.words), ".")


def weekly_or_daily(scene: Scene) -> Phrase:
    """`Trước 16 giờ hằng ngày, ...`: the hour of each day."""
    hour = scene.pick((15, 16, 17))
    due = Due(say(f"trước {hour} giờ 00 hằng ngày"), {"recurs": "daily", "bound": "before", "due_time": f"{hour}:00"})
    if scene.chance(0.5):
        due = days.weekly(scene)
    task = tag("task", handing_in(scene))
    return say(_deadline(due, tag("owner", capital(scene.owner())), " ", task, " ", due.words), ".")


def half_yearly(scene: Scene) -> Phrase:
    """An interval without a day."""
    task = tag("task", handing_in(scene, "tổng hợp, báo cáo"))
    cue, recurs = scene.pick(
        (
            ("Định kỳ 6 tháng, ", "half_yearly"),
            ("Định kỳ hằng quý, ", "quarterly"),
            ("Hằng tháng, ", "monthly"),
            ("Hằng quý, ", "quarterly"),
        )
    )
    return say(fact("deadlines", cue, tag("owner", scene.owner()), " ", task, recurs=recurs), ".")


def month_and_quarter(scene: Scene) -> Phrase:
    """Two intervals for one duty are two deadlines."""
    owner, task = tag("owner", capital(scene.owner())), tag("task", handing_in(scene, "tổng hợp, báo cáo"))
    first = fact("deadlines", owner, " ", task, " định kỳ hằng tháng", recurs="monthly", keep=("owner", "task", "to"))
    return say(fact("deadlines", first, ", hằng quý", recurs="quarterly"), ".")


# -- attending -----------------------------------------------------------------------------------------------


def attend(scene: Scene, ask: str = "Đề nghị ", owner: str = "") -> Phrase:
    """A meeting in one sentence: `cử đại diện dự ... vào lúc ... ngày ..., tại ...`."""
    day = scene.later(5, 20)
    clock, time = hour_of_day(scene)
    verb = "dự" if owner else scene.pick(("cử đại diện dự", "bố trí thời gian tham dự", "dự"))
    told = fact(
        "deadlines",
        tag("owner", owner or scene.owner()),
        " ",
        tag("task", f"{verb} {meeting(scene)}"),
        f" vào lúc {clock}{scene.pick((', ', ' '))}ngày {scene.written(day)}",
        due_on=day.isoformat(),
        due_time=time,
        bound="on",
    )
    weekday = scene.pick(("", f" ({WEEKDAYS[day.weekday()]})"))
    return say(ask, told, weekday, f", tại {hall(scene)}.")


def hour_of_day(scene: Scene) -> tuple[str, str]:
    """An hour at which meetings begin, as printed and as `HH:MM`."""
    hour, minute = scene.pick((7, 8, 9, 13, 14)), scene.pick((0, 30))
    clocks = (f"{hour:02d} giờ {minute:02d} phút", f"{hour:02d} giờ {minute:02d}", f"{hour}h{minute:02d}")
    return scene.pick(clocks), f"{hour:02d}:{minute:02d}"


def meeting(scene: Scene) -> str:
    """What people are asked to: a noun phrase."""
    lead = stock.unsaid(
        scene,
        "meeting",
        ("họp giao ban về ", "hội nghị triển khai ", "buổi tập huấn về ", "hội nghị sơ kết ", "buổi làm việc về "),
    )
    return f"{lead}{scene.topic.field}"


def hall(scene: Scene) -> str:
    place = scene.pick(("Hội trường", "Phòng họp số 2", "Phòng họp tầng 3", "Hội trường tầng 2"))
    return f"{place} {scene.office.short}"


def send_people(scene: Scene) -> Phrase:
    """`Đề nghị ... đến dự lễ ... đúng 07 giờ 30 ngày ...`."""
    day = scene.later(5, 25)
    clock, time = hour_of_day(scene)
    what = stock.unsaid(scene, "ceremony", ("lễ ra quân", "lễ phát động", "lễ tổng kết và trao thưởng"))
    told = fact(
        "deadlines",
        tag("owner", scene.owner()),
        " ",
        tag("task", f"{scene.pick(('có mặt dự', 'tham dự', 'cử lực lượng dự'))} {what}"),
        f" lúc {clock} ngày {scene.written(day)}",
        due_on=day.isoformat(),
        due_time=time,
        bound="on",
    )
    return say("Đề nghị ", told, f" tại {hall(scene)}.")


# -- under a list head ---------------------------------------------------------------------------------------


def duty_lines(scene: Scene, owner: str) -> list[Phrase]:
    """Lines under a list head that names the owner; some with a day, whose owner is then the head."""
    lines = []
    for _ in range(scene.rng.randint(2, 4)):
        told = capital(stock.duty(scene))
        if scene.chance(0.4):
            due = scene.pick((days.dated, days.coarse, days.firm))(scene)
            joint = ", hoàn thành " if "trong" in due.words.text else scene.pick((" ", " ", ", hoàn thành "))
            joint = " " if "nhất" in due.words.text else joint
            lines.append(say(_deadline(due, tag("task", told), joint, due.words, owner=owner), "."))
        elif scene.chance(0.25):
            due = days.recurring(scene)
            lines.append(say(_deadline(due, tag("task", capital(handing_in(scene))), " ", due.words, owner=owner), "."))
        else:
            lines.append(say(told, "."))
    return lines


# -- days that bind nobody -----------------------------------------------------------------------------------


def in_force(scene: Scene) -> Phrase:
    """The day a document takes effect is no deadline."""
    since = scene.pick(("kể từ ngày ký", "kể từ ngày ký", f"từ ngày {scene.written(scene.later(3, 30))}"))
    return say(
        f"Văn bản này có hiệu lực {since}; trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời "
        f"phản ánh về {scene.office.short} để xem xét, giải quyết."
    )


def begins_on(scene: Scene) -> Phrase:
    """An opening day alone is neither deadline nor span."""
    stock.unsaid(scene, "begins", ("once",))
    day = scene.later(5, 30)
    what = scene.pick(("Bộ phận tiếp nhận hồ sơ", "Chuyên mục hỏi đáp", "Đường dây nóng"))
    return say(f"{what} bắt đầu hoạt động từ ngày {scene.written(day)}.")


def it_happened(scene: Scene) -> Phrase:
    """A day on which something happened is no deadline."""
    day = scene.earlier(10, 60)
    met = stock.unsaid(
        scene,
        "happened",
        (
            f"{scene.office.short} đã họp giao ban chuyên đề về {scene.topic.field}",
            f"đoàn kiểm tra của {scene.superior().short} đã làm việc tại một số đơn vị",
            f"{scene.office.short} đã tổ chức hội nghị quán triệt đến các đơn vị",
        ),
    )
    after = scene.pick(
        (
            "; nhìn chung các đơn vị đã có nhiều cố gắng, song vẫn còn hạn chế cần khắc phục.",
            ". Qua đó cho thấy việc thực hiện ở một số nơi còn hình thức.",
            "; kết quả bước đầu được dư luận đồng tình.",
        )
    )
    return say(f"Ngày {scene.written(day)}, {met}{after}")


def in_due_time(scene: Scene) -> Phrase:
    """`đúng thời gian quy định` names no day."""
    end = scene.pick(
        (
            ", bảo đảm đúng tiến độ.",
            " theo đúng thời gian quy định.",
            " một cách thiết thực, hiệu quả, tránh hình thức.",
            "; không để dồn việc vào cuối kỳ.",
        )
    )
    return closed(say(capital(scene.owner()), " ", stock.duty(scene), end))


def on_request(scene: Scene) -> Phrase:
    """`định kỳ` with no interval, `khi có yêu cầu`: no day."""
    stock.unsaid(scene, "on request", ("once",))
    return closed(
        say(capital(scene.owner()), scene.pick((" báo cáo đột xuất khi có yêu cầu.", " định kỳ rà soát, bổ sung.")))
    )


DEADLINES = (
    report_by,
    report_by_hour,
    report_and_mail,
    plan_then_result,
    file_to,
    finish_by,
    in_a_month,
    within_days,
    within_hours,
    every_period,
    weekly_or_daily,
    half_yearly,
    month_and_quarter,
    day_first,
    day_between,
    last_day,
    time_to_send,
    attend,
    send_people,
)
CLOSINGS = (do_and_report, report_by, report_by_hour, report_and_mail)
NEUTRAL = (begins_on, it_happened, in_due_time, in_due_time, on_request)
