"""Families of wording that state figures to be reached: shares, counts, sums, rates, changes; and what only counts."""

from __future__ import annotations

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Part, Phrase, capital, fact, say, tag
from congvan.synth.wording import stock
from congvan.synth.world.scene import Scene

# Comparing words before the figure, with what they state.
BEFORE = (
    ("", "eq"),
    ("", "eq"),
    ("ít nhất ", "ge"),
    ("tối thiểu ", "ge"),
    ("trên ", "gt"),
    ("hơn ", "gt"),
    ("từ ", "ge"),
)
PERCENTS = ("70", "75", "80", "85", "90", "92,5", "95", "98", "98,5", "100")


def number(printed: str) -> float:
    """`92,5` as 92.5, `1.250` as 1250."""
    value = float(printed.replace(".", "").replace(",", "."))
    return int(value) if value == int(value) else value


def _compared(scene: Scene) -> tuple[str, str, str, str]:
    """Words before the figure, words after it, the figure, the comparator; 100 is never exceeded."""
    cue, comparator = scene.pick(BEFORE)
    printed = scene.pick(PERCENTS)
    if printed == "100":
        return "", "", printed, "eq"
    return cue, " trở lên" if cue == "từ " else "", printed, comparator


def target(*parts: Part, printed: str, comparator: str, kind: str = "target", keep: str = "", **more: Value) -> Phrase:
    """The parts as the quote of a figure printed like `printed`."""
    stated: dict[str, Value] = {"value": number(printed), "comparator": comparator, "kind": kind, **more}
    return fact("targets", *parts, stated=stated, keep=tuple(keep.split()))


def _who_does(scene: Scene) -> Phrase:
    """`hộ gia đình phân loại rác tại nguồn`: population and metric, tagged."""
    population, metric = stock.share(scene)
    return say(tag("population", population), " ", tag("metric", metric))


# -- shares --------------------------------------------------------------------------------------------------


def share_of_people(scene: Scene) -> Phrase:
    """`Phấn đấu trên 90% hộ gia đình phân loại rác tại nguồn`."""
    cue, after, printed, comparator = _compared(scene)
    lead = scene.pick(("Phấn đấu ", "Bảo đảm ", "Phấn đấu có ", ""))
    told = target(cue, printed, tag("unit", "%"), after, " ", _who_does(scene), printed=printed, comparator=comparator)
    return capital(say(lead, told, "."))


def share_by_year(scene: Scene) -> Phrase:
    """`Đến hết năm 2025, 90% ...`: the year by which it is to be reached."""
    printed = scene.pick(PERCENTS)
    year = scene.year + scene.rng.randint(0, 2)
    lead = scene.pick((f"Đến hết năm {year}, ", f"Đến năm {year}, ", f"Đến cuối năm {year}, "))
    return say(
        target(
            lead, printed, tag("unit", "%"), " ", _who_does(scene), printed=printed, comparator="eq", due_on=str(year)
        ),
        ".",
    )


def two_shares(scene: Scene) -> Phrase:
    """Two figures in one sentence, each with its own words."""
    made = []
    for lead in (scene.pick(("Phấn đấu ", "Bảo đảm ")), scene.pick(("; ", "; có "))):
        cue, after, printed, comparator = _compared(scene)
        told = target(
            cue, printed, tag("unit", "%"), after, " ", _who_does(scene), printed=printed, comparator=comparator
        )
        made.append(say(lead, told))
    return say(*made, ".")


def rate_reaches(scene: Scene) -> Phrase:
    """`Tỷ lệ ... đạt từ 95% trở lên`: the phrase of the rate is kept whole, population included."""
    population, metric = stock.share(scene)
    printed = scene.pick(("80", "85", "90", "95", "97,5", "98"))
    cue, after, comparator = scene.pick(
        (
            ("từ ", " trở lên", "ge"),
            ("", " trở lên", "ge"),
            ("trên ", "", "gt"),
            ("", "", "eq"),
            ("tối thiểu ", "", "ge"),
        )
    )
    rate = tag("metric", "Tỷ lệ ", tag("population", population), f" {metric}")
    return say(
        target(rate, f" đạt {cue}{printed}", tag("unit", "%"), after, printed=printed, comparator=comparator), "."
    )


def rate_between(scene: Scene) -> Phrase:
    """A range of per cent: `đạt 95 - 98%`."""
    population, metric = stock.share(scene)
    low, high = scene.pick(((80, 85), (90, 95), (95, 98), (98, 100)))
    rate = tag("metric", "Tỷ lệ ", tag("population", population), f" {metric}")
    figure = scene.pick((f"từ {low} - {high}", f"{low} - {high}", f"từ {low}% đến {high}"))
    told = target(rate, f" đạt {figure}", tag("unit", "%"), printed=str(low), value_max=high, comparator="eq")
    return say(told, ".")


def at_most_share(scene: Scene) -> Phrase:
    """`không quá 5%`, `dưới 3%` of what should be rare."""
    what = stock.fall(scene)
    if what.startswith("tỷ lệ"):
        what = what.removeprefix("tỷ lệ ")
    else:
        raise stock.ToldAllError("rate")
    cue, comparator = scene.pick((("không quá", "le"), ("dưới", "lt"), ("tối đa", "le")))
    printed = scene.pick(("2", "3", "5"))
    return say(
        target(
            tag("metric", f"Tỷ lệ {what}"),
            f" {cue} {printed}",
            tag("unit", "%"),
            printed=printed,
            comparator=comparator,
        ),
        ".",
    )


# -- counts and sums -----------------------------------------------------------------------------------------


def each_registers(scene: Scene) -> Phrase:
    """`Mỗi đơn vị đăng ký ít nhất 02 sáng kiến ...`."""
    verb, unit, what_for = stock.count(scene)
    value = scene.rng.randint(1, 5)
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq"), ("ít nhất ", "ge")))
    who = tag("population", scene.pick(("Mỗi đơn vị", "Mỗi cơ quan, đơn vị", "Mỗi tổ, phòng chuyên môn")))
    must = scene.pick((" ", " ", " phải "))
    told = target(
        who,
        must,
        tag("metric", verb),
        f" {cue}{value:02d} ",
        tag("unit", unit),
        printed=str(value),
        comparator=comparator,
    )
    return say(told, f" {what_for}.")


def all_together(scene: Scene) -> Phrase:
    """No population: `Tổ chức ít nhất 03 hội nghị ...`."""
    verb, unit, what_for = stock.count(scene)
    value = scene.rng.randint(2, 15)
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq"), ("trên ", "gt")))
    told = target(
        tag("metric", capital(verb)),
        f" {cue}{value:02d} ",
        tag("unit", unit),
        printed=str(value),
        comparator=comparator,
    )
    return say(told, f" {what_for}.")


def two_counts(scene: Scene) -> Phrase:
    """Two figures under one verb: the comparing word before the first holds for both."""
    first_unit, second_unit, verb = stock.unsaid(
        scene,
        "two counts",
        (
            ("hội nghị", "buổi tọa đàm", "tổ chức"),
            ("bài viết", "phóng sự ảnh", "thực hiện"),
            ("chuyên đề", "hội thảo", "tổ chức"),
        ),
    )
    one, other = scene.rng.randint(1, 4), scene.rng.randint(2, 6)
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq")))
    stated: dict[str, Value] = {"comparator": comparator, "kind": "target"}
    first = fact(
        "targets",
        tag("population", scene.pick(("Mỗi đơn vị", "Mỗi cơ quan, đơn vị"))),
        " ",
        tag("metric", verb),
        f" {cue}{one:02d} ",
        tag("unit", first_unit),
        keep=("population", "metric"),
        value=one,
        stated=stated,
    )
    both = fact("targets", first, f" và {other:02d} ", tag("unit", second_unit), value=other, stated=stated)
    return say(both, f" về {scene.topic.field}.")


def range_of(scene: Scene) -> Phrase:
    """A bare range: `tổ chức từ 02 đến 03 lớp`."""
    verb, unit, what_for = stock.count(scene)
    low = scene.rng.randint(1, 4)
    high = low + scene.rng.randint(1, 3)
    figure = scene.pick((f"từ {low:02d} đến {high:02d}", f"{low:02d} - {high:02d}", f"từ {low:02d} - {high:02d}"))
    told = target(
        tag("metric", capital(verb)),
        f" {figure} ",
        tag("unit", unit),
        printed=str(low),
        value_max=high,
        comparator="eq",
    )
    return say(told, f" {what_for}.")


def sum_of_money(scene: Scene) -> Phrase:
    """`Vận động Quỹ ... đạt từ 250 triệu đồng trở lên`."""
    fund = stock.unsaid(scene, "fund", ("Quỹ Mái ấm tình thương", "Quỹ Khuyến học", "Quỹ Vì người nghèo"))
    printed, unit = scene.pick(
        (
            ("250", "triệu đồng"),
            ("80", "triệu đồng"),
            ("1,5", "tỷ đồng"),
            ("50.000.000", "đồng"),
            ("1.250", "triệu đồng"),
        )
    )
    cue, after, comparator = scene.pick(
        (("từ ", " trở lên", "ge"), ("ít nhất ", "", "ge"), ("", "", "eq"), ("trên ", "", "gt"))
    )
    metric = tag("metric", f"{scene.pick(('Vận động ủng hộ', 'Đóng góp'))} {fund}")
    return say(
        target(metric, f" đạt {cue}{printed} ", tag("unit", unit), after, printed=printed, comparator=comparator), "."
    )


def per_head(scene: Scene) -> Phrase:
    """A figure a head: `Mỗi cán bộ, công chức đóng góp ít nhất 01 ngày lương`."""
    people = scene.pick(("Mỗi cán bộ, công chức", "Mỗi đoàn viên", "Mỗi cá nhân"))
    metric, unit, what_for = stock.unsaid(
        scene,
        "per head",
        (
            ("đóng góp", "cuốn sách", "cho tủ sách dùng chung"),
            ("trồng", "cây xanh", "trong năm"),
            ("đề xuất", "giải pháp", "cải tiến lề lối làm việc"),
            ("giúp đỡ", "hộ gia đình", "có hoàn cảnh khó khăn"),
        ),
    )
    value = scene.rng.randint(1, 3)
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq")))
    told = target(
        tag("population", people),
        " ",
        tag("metric", metric),
        f" {cue}{value:02d} ",
        tag("unit", unit),
        printed=str(value),
        comparator=comparator,
    )
    return say(told, f" {what_for}.")


# -- changes -------------------------------------------------------------------------------------------------


def fall_by(scene: Scene) -> Phrase:
    """`Giảm ít nhất 10% số vụ ... so với năm 2023`."""
    value = scene.pick((5, 10, 15, 20))
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("", "eq"), ("trên ", "gt")))
    told = target(
        f"giảm {cue}{value}",
        tag("unit", "%"),
        " ",
        tag("metric", stock.fall(scene)),
        printed=str(value),
        comparator=comparator,
        change="decrease",
    )
    base = scene.pick((f"năm {scene.year - 1}", "cùng kỳ năm trước"))
    return capital(say(scene.pick(("Phấn đấu ", "")), told, f" so với {base}."))


def falls_by_range(scene: Scene) -> Phrase:
    """What falls before the figure: `Số vụ ... giảm từ 5% đến 10% so với ...`."""
    low, high = scene.pick(((5, 10), (10, 15), (3, 5)))
    figure = scene.pick((f"{low} - {high}", f"từ {low} - {high}"))
    told = target(
        tag("metric", capital(stock.fall(scene))),
        f" giảm {figure}",
        tag("unit", "%"),
        printed=str(low),
        value_max=high,
        comparator="eq",
        change="decrease",
    )
    return say(told, f" so với năm {scene.year - 1}.")


def rise_by(scene: Scene) -> Phrase:
    """`Số lượng ... tăng ít nhất 5% so với năm trước`."""
    what = stock.rise(scene)
    value = scene.pick((3, 5, 8, 10, 20))
    cue, comparator = scene.pick((("ít nhất ", "ge"), ("trên ", "gt"), ("", "eq"), ("từ ", "ge")))
    after = " trở lên" if cue == "từ " else ""
    told = target(
        tag("metric", what),
        f" tăng {cue}{value}",
        tag("unit", "%"),
        after,
        printed=str(value),
        comparator=comparator,
        change="increase",
    )
    return say(told, f" so với năm {scene.year - 1}.")


TARGETS = (
    share_of_people,
    share_of_people,
    share_by_year,
    two_shares,
    rate_reaches,
    rate_between,
    at_most_share,
    each_registers,
    all_together,
    two_counts,
    range_of,
    sum_of_money,
    per_head,
    fall_by,
    falls_by_range,
    rise_by,
)
