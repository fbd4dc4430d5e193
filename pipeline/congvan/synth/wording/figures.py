"""Families of wording that state figures: targets to reach, quotas to fill, criteria to meet."""

from __future__ import annotations

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.world.scene import Scene

# Comparing words before the figure, and after it, with what they state.
BEFORE = (
    ("", "eq"),
    ("", "eq"),
    ("ít nhất ", "ge"),
    ("tối thiểu ", "ge"),
    ("trên ", "gt"),
    ("từ ", "ge"),
)


PERCENTS = (70, 75, 80, 85, 90, 95, 98, 100)


def _compared(scene: Scene) -> tuple[str, str, int, str]:
    """Words before the figure, words after it, the figure, the comparator; 100 is never exceeded."""
    cue, comparator = scene.pick(BEFORE)
    value = scene.pick(PERCENTS)
    if value == 100:
        return "", "", value, "eq"
    return cue, " trở lên" if cue == "từ " else "", value, comparator


def share_of_people(scene: Scene) -> Phrase:
    """`Phấn đấu trên 90% hộ gia đình phân loại rác tại nguồn`."""
    population, metric = scene.fresh("share", scene.topic.shares)
    cue, after, value, comparator = _compared(scene)
    lead = scene.pick(("Phấn đấu ", "Bảo đảm ", "Phấn đấu có "))
    return say(
        lead,
        fact(
            "targets",
            cue,
            str(value),
            tag("unit", "%"),
            after,
            " ",
            tag("population", population),
            " ",
            tag("metric", metric),
            value=value,
            comparator=comparator,
            kind="target",
        ),
        ".",
    )


def share_by_year(scene: Scene) -> Phrase:
    """`Đến hết năm 2025, 90% ...`: the year by which it is to be reached."""
    population, metric = scene.fresh("share", scene.topic.shares)
    value = scene.pick(PERCENTS)
    year = scene.year + scene.rng.randint(0, 2)
    lead = scene.pick((f"Đến hết năm {year}, ", f"Đến năm {year}, ", f"Đến cuối năm {year}, "))
    return say(
        fact(
            "targets",
            lead,
            f"{value}",
            tag("unit", "%"),
            " ",
            tag("population", population),
            " ",
            tag("metric", metric),
            value=value,
            comparator="eq",
            kind="target",
            due_on=str(year),
        ),
        ".",
    )


def rate_reaches(scene: Scene) -> Phrase:
    """`Tỷ lệ ... đạt từ 95% trở lên`: the phrase of the rate is kept whole, population included."""
    population, metric = scene.fresh("share", scene.topic.shares)
    value = scene.pick((80, 85, 90, 95, 98))
    figure, comparator = scene.pick(
        ((f"từ {value}", "ge"), (f"{value}", "ge"), (f"trên {value}", "gt"), (f"{value}", "eq"))
    )
    after = " trở lên" if comparator == "ge" else ""
    rate = tag("metric", "Tỷ lệ ", tag("population", population), f" {metric}")
    return say(
        fact(
            "targets",
            rate,
            f" đạt {figure}",
            tag("unit", "%"),
            after,
            value=value,
            comparator=comparator,
            kind="target",
        ),
        ".",
    )


def each_registers(scene: Scene) -> Phrase:
    """`Mỗi đơn vị đăng ký ít nhất 02 sáng kiến ...`."""
    verb, unit, what_for = scene.fresh("count", scene.topic.counts)
    value = scene.rng.randint(1, 5)
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq"), ("ít nhất ", "ge")))
    who = tag("population", scene.pick(("Mỗi đơn vị", "Mỗi cơ quan, đơn vị", "Mỗi tổ, phòng chuyên môn")))
    return say(
        fact(
            "targets",
            who,
            " ",
            tag("metric", verb),
            f" {cue}{value:02d} ",
            tag("unit", unit),
            value=value,
            comparator=comparator,
            kind="target",
        ),
        f" {what_for}.",
    )


def range_of(scene: Scene) -> Phrase:
    """A bare range: `tổ chức từ 02 đến 03 lớp`."""
    verb, unit, what_for = scene.fresh("count", scene.topic.counts)
    low = scene.rng.randint(1, 4)
    high = low + scene.rng.randint(1, 3)
    figure = scene.pick((f"từ {low:02d} đến {high:02d}", f"{low:02d} - {high:02d}", f"từ {low:02d} - {high:02d}"))
    return say(
        fact(
            "targets",
            tag("metric", verb.capitalize()),
            f" {figure} ",
            tag("unit", unit),
            value=low,
            value_max=high,
            comparator="eq",
            kind="target",
        ),
        f" {what_for}.",
    )


def fall_by(scene: Scene) -> Phrase:
    """`Giảm ít nhất 10% số vụ ... so với năm 2023`."""
    value = scene.pick((5, 10, 15, 20))
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq")))
    what = scene.pick(scene.topic.falls)
    return capital(
        say(
            scene.pick(("Phấn đấu ", "")),
            fact(
                "targets",
                f"giảm {cue}{value}",
                tag("unit", "%"),
                " ",
                tag("metric", what),
                value=value,
                comparator=comparator,
                change="decrease",
                kind="target",
            ),
            f" so với năm {scene.year - 1}.",
        )
    )


def proposal_quota(scene: Scene) -> Phrase:
    """`Mỗi đơn vị đề nghị không quá 02 tập thể và 03 cá nhân`: two figures, one comparing word for both."""
    groups, people = scene.rng.randint(1, 3), scene.rng.randint(1, 5)
    cue, comparator = scene.pick((("", "eq"), ("không quá ", "le"), ("tối đa ", "le")))
    who = tag("population", scene.pick(("Mỗi đơn vị", "Mỗi cụm, khối thi đua", "Mỗi đơn vị trực thuộc")))
    verb = tag("metric", scene.pick(("đề nghị", "giới thiệu", "đề nghị xét tặng")))
    joint = scene.pick((" và ", " hoặc "))
    stated: dict[str, Value] = {"comparator": comparator, "kind": "quota"}
    first = fact(
        "targets",
        who,
        scene.pick((" được ", " ")),
        verb,
        f" {cue}{groups:02d} ",
        tag("unit", "tập thể"),
        keep=("population", "metric"),
        value=groups,
        stated=stated,
    )
    both = fact("targets", first, f"{joint}{people:02d} ", tag("unit", "cá nhân"), value=people, stated=stated)
    return say(both, scene.pick((" có thành tích tiêu biểu.", " xuất sắc để xem xét, khen thưởng.")))


def criterion(scene: Scene) -> Phrase:
    """A condition under a heading that says `tiêu chuẩn`."""
    population, metric = scene.fresh("share", scene.topic.shares)
    value = scene.pick((80, 85, 90, 95))
    return say(
        "Có ",
        fact(
            "targets",
            f"từ {value}",
            tag("unit", "%"),
            " trở lên ",
            tag("population", population),
            " ",
            tag("metric", metric),
            value=value,
            comparator="ge",
            kind="criterion",
        ),
        ".",
    )


def criteria_met(scene: Scene) -> Phrase:
    """`đạt 3/5 tiêu chí`: three of five."""
    of = scene.pick((5, 7, 10))
    value = of - scene.rng.randint(1, 2)
    return say(
        fact(
            "targets",
            tag("metric", "Đạt"),
            f" {value}/{of} ",
            tag("unit", "tiêu chí"),
            " trở lên",
            value=value,
            of=of,
            comparator="ge",
            kind="criterion",
        ),
        " theo bảng chấm điểm.",
    )


# -- figures that bind nobody --------------------------------------------------------------------------------


def reached(scene: Scene) -> Phrase:
    """A result already reached is no target."""
    population, metric = scene.pick(scene.topic.shares)
    value = scene.pick((72, 81, 88, 93))
    return say(
        f"Năm {scene.year - 1}, đã có {value}% {population} {metric}; tuy vậy, kết quả giữa các đơn vị chưa đồng đều."
    )


def counted(scene: Scene) -> Phrase:
    """Counts of what was done."""
    verb, unit, what_for = scene.pick(scene.topic.counts)
    return say(f"Toàn đơn vị đã {verb} được {scene.rng.randint(12, 240)} {unit} {what_for}.")


def priced(scene: Scene) -> Phrase:
    """Prices and shares of cost are no targets."""
    return say(
        f"Kinh phí thực hiện do ngân sách cấp bảo đảm {scene.pick((60, 70, 80))}%, phần còn lại huy động từ "
        "nguồn hợp pháp khác; mức chi theo chế độ hiện hành."
    )


TARGETS = (share_of_people, share_by_year, rate_reaches, each_registers, range_of, fall_by, share_of_people)
QUOTAS = (proposal_quota,)
CRITERIA = (criterion, criteria_met)
NEUTRAL = (reached, priced)
