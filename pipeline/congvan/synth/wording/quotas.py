"""Families of wording for quotas (how many may be proposed, sent, elected) and for criteria; tables of both."""

from __future__ import annotations

from collections.abc import Callable

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.wording import stock
from congvan.synth.wording.figures import target
from congvan.synth.wording.schedules import Rows
from congvan.synth.world.scene import Scene

WHO = ("Mỗi đơn vị", "Mỗi cụm, khối thi đua", "Mỗi đơn vị trực thuộc", "Mỗi cơ quan, đơn vị")
AT_MOST = (("", "eq"), ("không quá ", "le"), ("tối đa ", "le"))


def _once(scene: Scene, what: str) -> None:
    """One quota of a sort a dispatch: two would contradict each other."""
    stock.unsaid(scene, "quota", (what,))


# -- quotas --------------------------------------------------------------------------------------------------


def proposal_quota(scene: Scene) -> Phrase:
    """`Mỗi đơn vị đề nghị không quá 02 tập thể và 03 cá nhân`: two figures, one comparing word for both."""
    _once(scene, "proposal")
    groups, people = scene.rng.randint(1, 3), scene.rng.randint(1, 5)
    cue, comparator = scene.pick(AT_MOST)
    who = tag("population", scene.pick(WHO))
    verb = tag("metric", scene.pick(("đề nghị", "giới thiệu", "đề nghị xét tặng", "lựa chọn")))
    joint = scene.pick((" và ", " hoặc ", ", "))
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


def proposal_with_own_words(scene: Scene) -> Phrase:
    """The second figure has a comparing word of its own."""
    _once(scene, "proposal")
    groups, people = scene.rng.randint(1, 3), scene.rng.randint(2, 6)
    first = fact(
        "targets",
        tag("population", scene.pick(WHO)),
        " ",
        tag("metric", scene.pick(("đề nghị", "lựa chọn"))),
        f" {groups:02d} ",
        tag("unit", "tập thể"),
        keep=("population", "metric"),
        value=groups,
        comparator="eq",
        kind="quota",
    )
    told = fact(
        "targets",
        first,
        f" và không quá {people:02d} ",
        tag("unit", "cá nhân"),
        value=people,
        comparator="le",
        kind="quota",
    )
    return say(told, scene.pick((" tiêu biểu nhất.", " đủ tiêu chuẩn theo quy định.")))


def delegates(scene: Scene) -> Phrase:
    """`Mỗi đơn vị cử 02 đại biểu tham dự`."""
    _once(scene, "delegates")
    value = scene.rng.randint(1, 5)
    cue, comparator = scene.pick((("", "eq"), ("ít nhất ", "ge"), ("tối thiểu ", "ge"), ("không quá ", "le")))
    unit = scene.pick(("đại biểu", "cán bộ", "đại diện lãnh đạo"))
    told = target(
        tag("population", scene.pick(WHO)),
        " ",
        tag("metric", "cử"),
        f" {cue}{value:02d} ",
        tag("unit", unit),
        printed=str(value),
        comparator=comparator,
        kind="quota",
    )
    return say(told, scene.pick((" tham dự.", " tham gia đầy đủ các buổi tập huấn.")))


def leader_and_officer(scene: Scene) -> Phrase:
    """`cử 01 lãnh đạo và 01 chuyên viên dự họp`: two figures under one verb."""
    _once(scene, "delegates")
    owner = tag("population", capital(scene.owner()))
    first = fact(
        "targets",
        owner,
        " ",
        tag("metric", "cử"),
        " 01 ",
        tag("unit", "lãnh đạo"),
        keep=("population", "metric"),
        value=1,
        comparator="eq",
        kind="quota",
    )
    people = scene.rng.randint(1, 3)
    both = fact(
        "targets",
        first,
        f" và {people:02d} ",
        tag("unit", "chuyên viên"),
        value=people,
        comparator="eq",
        kind="quota",
    )
    return say(both, " làm đầu mối phối hợp.")


def team_quota(scene: Scene) -> Phrase:
    """How many teams or people a unit may enter."""
    _once(scene, "team")
    value = scene.rng.randint(1, 4)
    cue, comparator = scene.pick(AT_MOST)
    unit = scene.pick(("đội", "thí sinh", "đội tuyển", "cá nhân"))
    told = target(
        tag("population", scene.pick(WHO)),
        scene.pick((" được ", " ")),
        tag("metric", scene.pick(("đăng ký", "cử", "lựa chọn"))),
        f" {cue}{value:02d} ",
        tag("unit", unit),
        printed=str(value),
        comparator=comparator,
        kind="quota",
    )
    return say(told, " dự thi.")


# -- criteria ------------------------------------------------------------------------------------------------


def criterion(scene: Scene) -> Phrase:
    """A condition under a heading that says `tiêu chuẩn`."""
    population, metric = stock.share(scene)
    printed = scene.pick(("80", "85", "90", "95", "100"))
    cue, after, comparator = ("từ ", " trở lên", "ge") if printed != "100" else ("", "", "eq")
    told = target(
        cue,
        printed,
        tag("unit", "%"),
        after,
        " ",
        tag("population", population),
        " ",
        tag("metric", metric),
        printed=printed,
        comparator=comparator,
        kind="criterion",
    )
    return say("Có ", told, ".")


def criteria_met(scene: Scene) -> Phrase:
    """`đạt 3/5 tiêu chí`: three of five."""
    stock.unsaid(scene, "criteria", ("met",))
    of = scene.pick((5, 7, 10))
    value = of - scene.rng.randint(1, 2)
    cue, after = scene.pick((("", " trở lên"), ("ít nhất ", "")))
    told = fact(
        "targets",
        tag("metric", "Đạt"),
        f" {cue}{value}/{of} ",
        tag("unit", "tiêu chí"),
        after,
        value=value,
        of=of,
        comparator="ge",
        kind="criterion",
    )
    return say(told, " theo bảng chấm điểm.")


def one_initiative(scene: Scene) -> Phrase:
    """`Đề xuất ít nhất 01 sáng kiến trong năm xét thưởng`."""
    stock.unsaid(scene, "criteria", ("initiative",))
    value = scene.rng.randint(1, 2)
    told = target(
        tag("metric", scene.pick(("Đề xuất", "Đăng ký", "Áp dụng"))),
        f" {scene.pick(('ít nhất', 'tối thiểu'))} {value:02d} ",
        tag("unit", scene.pick(("sáng kiến", "giải pháp"))),
        printed=str(value),
        comparator="ge",
        kind="criterion",
    )
    return say(told, " trong năm xét thưởng.")


def seldom_late(scene: Scene) -> Phrase:
    """`Chậm nộp báo cáo không quá 02 lần`."""
    stock.unsaid(scene, "criteria", ("late",))
    value = scene.rng.randint(1, 3)
    told = target(
        tag("metric", "Chậm nộp báo cáo"),
        f" {scene.pick(('không quá', 'tối đa'))} {value:02d} ",
        tag("unit", "lần"),
        printed=str(value),
        comparator="le",
        kind="criterion",
    )
    return say(told, " trong năm.")


# -- tables --------------------------------------------------------------------------------------------------


def target_table(scene: Scene) -> Rows:
    """`TT | Chỉ tiêu | ĐVT | Kế hoạch`: what is counted, its unit and the figure in cells of their own."""
    lines: list[tuple[str, str, str]] = []
    for _ in range(scene.rng.randint(3, 5)):
        if scene.chance(0.5):
            population, metric = stock.share(scene)
            lines.append((f"Tỷ lệ {population} {metric}", "%", scene.pick(("75", "80", "85", "92,5", "95", "100"))))
        else:
            _, unit, what_for = stock.count(scene)
            lines.append((f"Số {unit} {what_for}", unit, f"{scene.rng.randint(2, 60):02d}"))
    rows = []
    for at, (metric, unit, printed) in enumerate(lines, 1):
        told = target(tag("metric", metric), CELL, tag("unit", unit), CELL, printed, printed=printed, comparator="eq")
        rows.append(say(f"{at}", CELL, told))
    return ("TT", "Chỉ tiêu", scene.pick(("ĐVT", "Đơn vị tính")), scene.pick(("Kế hoạch", "Chỉ tiêu giao"))), rows


def quota_table(scene: Scene) -> Rows:
    """`TT | Đơn vị | Tập thể | Cá nhân`: how many each unit may propose; the heads of the columns are the units."""
    rows = []
    for at, unit in enumerate(stock.units(scene, scene.rng.randint(3, 6)), 1):
        groups, people = scene.rng.randint(1, 3), scene.rng.randint(1, 6)
        first = fact(
            "targets",
            tag("population", unit),
            f"{CELL}{groups:02d}",
            keep=("population",),
            value=groups,
            unit="tập thể",
            comparator="eq",
            kind="quota",
        )
        both = fact(
            "targets",
            first,
            f"{CELL}{people:02d}",
            value=people,
            unit="cá nhân",
            comparator="eq",
            kind="quota",
        )
        rows.append(say(f"{at}", CELL, both))
    return ("TT", "Đơn vị", "Tập thể", "Cá nhân"), rows


def delegate_table(scene: Scene) -> Rows:
    """`TT | Đơn vị | Số lượng đại biểu`: seats a unit."""
    rows = []
    for at, unit in enumerate(stock.units(scene, scene.rng.randint(3, 6)), 1):
        value = scene.rng.randint(1, 12)
        told = target(
            tag("population", unit),
            f"{CELL}{value:02d}",
            printed=str(value),
            unit="đại biểu",
            comparator="eq",
            kind="quota",
        )
        rows.append(say(f"{at}", CELL, told))
    return ("TT", "Đơn vị", "Số lượng đại biểu"), rows


def result_table(scene: Scene) -> Rows:
    """`TT | Nội dung | ĐVT | Kết quả`: what was reached, no targets."""
    rows = []
    for at in range(1, scene.rng.randint(4, 6)):
        _, unit, what_for = stock.count(scene)
        rows.append(say(f"{at}", f"Số {unit} {what_for}", unit, f"{scene.rng.randint(3, 90):02d}", sep=CELL))
    return ("TT", "Nội dung", "ĐVT", f"Kết quả năm {scene.year - 1}"), rows


QUOTAS = (proposal_quota, proposal_quota, proposal_with_own_words)
SEATS = (delegates, leader_and_officer)
CRITERIA = (criterion, criterion, criteria_met, one_initiative, seldom_late)
TABLES: tuple[Callable[[Scene], Rows], ...] = (target_table, quota_table, delegate_table)
