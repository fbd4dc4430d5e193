"""Families of wording for awards: who proposes, who confers, which form, how many."""

from __future__ import annotations

from typing import Literal

from congvan.datamodel.candidate import Value
from congvan.datamodel.record import Level
from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.wording import stock
from congvan.synth.wording.money import grouped
from congvan.synth.wording.schedules import Rows
from congvan.synth.world.scene import Scene

Recipients = Literal["collective", "individual", "both"]
# (form, conferrer as printed, its level)
Honour = tuple[str, str, Level]
# To whom, and how a list head says so.
RECIPIENTS: tuple[tuple[Recipients, str], ...] = (
    ("both", "tập thể, cá nhân"),
    ("collective", "tập thể"),
    ("individual", "cá nhân"),
)


# -- who may confer what -------------------------------------------------------------------------------------


def own_honour(scene: Scene) -> Honour:
    """What the office itself confers."""
    assert scene.office.honour is not None
    return scene.office.honour


def conferrers(scene: Scene) -> list[Honour]:
    """Who may honour the people of this office, the office first, then those above it."""
    office = scene.office
    made: list[Honour] = [own_honour(scene)]
    if office.kind in ("union", "youth", "party"):
        above = next((b for b in office.superiors if b.symbol != "UBND"), None)
        if above is not None and above.level != office.level:
            made.append(
                ("Bằng khen" if above.level in ("province", "central") else "Giấy khen", above.short, above.level)
            )
    if office.kind not in ("party", "youth") and office.level != "central":
        made.append(("Bằng khen", "Chủ tịch UBND tỉnh", "province"))
    if office.kind == "union" and office.level == "province":
        made.append(("Cờ thi đua", "Tổng LĐLĐ Việt Nam", "central"))
    return list(dict.fromkeys(made))


HIGHEST: tuple[Honour, ...] = (
    ("Bằng khen", "Thủ tướng Chính phủ", "central"),
    ("Cờ thi đua", "Chính phủ", "central"),
)
ORDERS = ("Nhất", "Nhì", "Ba")


def _told(scene: Scene, options: list[Honour]) -> Honour:
    return stock.unsaid(scene, "award", options)


def award_key(form: str, conferrer: str = "", rank: str = "", to: str = "") -> str:
    """Facts with one key tell of one award."""
    return "|".join((form.lower(), conferrer, rank, to))


# -- proposals -----------------------------------------------------------------------------------------------


def propose_award(scene: Scene) -> Phrase:
    """`đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân ...`."""
    form, conferrer, level = _told(scene, [h for h in conferrers(scene) if h[0] != "Cờ thi đua"])
    to, words = scene.pick(
        (
            ("both", "các tập thể, cá nhân"),
            ("both", "tập thể và cá nhân"),
            ("individual", "cá nhân"),
            ("collective", "tập thể"),
        )
    )
    lead = scene.pick(("Kết thúc đợt thi đua, lựa chọn, đề nghị ", "Căn cứ kết quả thực hiện, xét, đề nghị "))
    told = fact(
        "awards",
        tag("conferrer", conferrer),
        scene.pick((" tặng ", " xét tặng ", " xem xét tặng ")),
        form,
        f" cho {words}",
        key=award_key(form, conferrer),
        form=form.lower(),
        level=level,
        to=to,
    )
    return say(lead, told, " có thành tích xuất sắc.")


def form_of_body(scene: Scene) -> Phrase:
    """`... được xem xét, tặng Giấy khen của ...`: to whom stands before the form."""
    form, conferrer, level = _told(scene, [h for h in conferrers(scene) if h[0] != "Cờ thi đua"])
    to, words = scene.pick((("collective", "Tập thể"), ("individual", "Cá nhân"), ("both", "Các tập thể, cá nhân")))
    told = fact(
        "awards",
        words,
        scene.pick((" có thành tích nổi bật được đề nghị tặng ", " tiêu biểu được xét tặng ")),
        form,
        " của ",
        tag("conferrer", conferrer),
        key=award_key(form, conferrer),
        form=form.lower(),
        level=level,
        to=to,
    )
    return say(told, ".")


def title_of_honour(scene: Scene) -> Phrase:
    """A title (danh hiệu) is an award whose form is its name."""
    name, to = stock.unsaid(
        scene,
        "title of honour",
        (
            ("Lao động tiên tiến", "individual"),
            ("Chiến sĩ thi đua cơ sở", "individual"),
            ("Tập thể lao động xuất sắc", "collective"),
            ("Tập thể lao động tiên tiến", "collective"),
        ),
    )
    who = "Cá nhân" if to == "individual" else "Tập thể"
    told = fact("awards", f"danh hiệu {name}", key=award_key(name), form=name.lower(), to=to)
    return say(f"{who} hoàn thành xuất sắc nhiệm vụ được xem xét, đề nghị tặng ", told, ".")


def highest(scene: Scene) -> Phrase:
    """The Government's own: proposed by who stands right under it."""
    if scene.office.level != "province":
        raise stock.ToldAllError("highest")
    form, conferrer, level = _told(scene, list(HIGHEST))
    told = fact(
        "awards",
        f"{form} của ",
        tag("conferrer", conferrer),
        key=award_key(form, conferrer),
        form=form.lower(),
        level=level,
        to="collective",
    )
    return say("Lựa chọn tập thể thật sự tiêu biểu, trình cấp có thẩm quyền đề nghị tặng ", told, ".")


def order_of_merit(scene: Scene) -> Phrase:
    """`Chủ tịch nước tặng Huân chương Lao động hạng Ba`."""
    if scene.office.level != "province":
        raise stock.ToldAllError("order")
    rank = scene.pick(ORDERS[1:])
    stock.unsaid(scene, "order", ("once",))
    told = fact(
        "awards",
        tag("conferrer", "Chủ tịch nước"),
        f" tặng Huân chương Lao động hạng {rank}",
        key=award_key("huân chương lao động", "Chủ tịch nước", rank),
        form="huân chương lao động",
        rank=rank.lower(),
        level="state",
        to="individual",
    )
    return say("Rà soát cá nhân đủ điều kiện, lập hồ sơ trình ", told, " theo quy định.")


PROPOSALS = (propose_award, propose_award, form_of_body, title_of_honour, highest, order_of_merit)


def levels_of_award(scene: Scene, to: Recipients) -> list[Phrase]:
    """A list of awards, one a line: `Bằng khen của Chủ tịch UBND tỉnh;`; the list head says to whom."""
    honours = conferrers(scene)
    if scene.office.level == "province" and scene.office.kind in ("union", "committee"):
        honours += [h for h in HIGHEST if h not in honours]
    if to != "collective":  # a flag goes to a body of people
        honours = [h for h in honours if h[0] != "Cờ thi đua"]
    lines = []
    for form, conferrer, level in honours:
        scene.said.add(f"award:{(form, conferrer, level)}")
        told = fact(
            "awards",
            f"{form} của ",
            tag("conferrer", conferrer),
            key=award_key(form, conferrer),
            form=form.lower(),
            level=level,
            to=to,
        )
        lines.append(say(told, ";"))
    return lines


# -- conferred -----------------------------------------------------------------------------------------------


def confer(scene: Scene) -> Phrase:
    """The operative sentence of a decision: `Tặng Giấy khen của ... cho 03 tập thể và 05 cá nhân ...`."""
    form, conferrer, level = own_honour(scene)
    scene.said.add(f"award:{(form, conferrer, level)}")
    groups, people = scene.rng.randint(2, 6), scene.rng.randint(2, 9)
    head = say(f"{form} của ", tag("conferrer", conferrer), " cho ")
    common: dict[str, Value] = {"form": form.lower(), "level": level}
    choice = scene.rng.randrange(4)
    if choice == 0:
        whole = fact("awards", head, f"{groups:02d} tập thể", quantity=groups, to="collective", stated=common)
    elif choice == 1:
        whole = fact("awards", head, f"{people:02d} cá nhân", quantity=people, to="individual", stated=common)
    elif choice == 2:
        more, less = scene.pick(((1_000_000, 300_000), (2_000_000, 500_000), (1_500_000, 750_000)))
        first = fact(
            "awards",
            head,
            f"{groups:02d} tập thể, mức thưởng {grouped(more)} đồng/tập thể",
            keep=("conferrer",),
            quantity=groups,
            money=more,
            to="collective",
            stated=common,
        )
        whole = fact(
            "awards",
            first,
            f" và {people:02d} cá nhân, mức thưởng {grouped(less)} đồng/cá nhân",
            quantity=people,
            money=less,
            to="individual",
            stated=common,
        )
    else:
        first = fact(
            "awards",
            head,
            f"{groups:02d} tập thể",
            keep=("conferrer",),
            quantity=groups,
            to="collective",
            stated=common,
        )
        whole = fact("awards", first, f" và {people:02d} cá nhân", quantity=people, to="individual", stated=common)
    between = ", " if "mức thưởng" in whole.text else " "
    reason = scene.pick(("đã có thành tích xuất sắc trong ", "có nhiều đóng góp trong "))
    return say("Tặng ", whole, f"{between}{reason}{scene.topic.field} năm {scene.year - 1} (có danh sách kèm theo).")


def quantity_table(scene: Scene) -> Rows:
    """`TT | Hình thức khen thưởng | Đối tượng | Số lượng`."""
    rows = []
    for at, (form, conferrer, level) in enumerate(conferrers(scene), 1):
        scene.said.add(f"award:{(form, conferrer, level)}")
        to, words = scene.pick(RECIPIENTS[1:]) if form != "Cờ thi đua" else RECIPIENTS[1]
        quantity = scene.rng.randint(2, 20)
        told = fact(
            "awards",
            f"{form} của ",
            tag("conferrer", conferrer),
            f"{CELL}{words.capitalize()}{CELL}{quantity:02d}",
            key=award_key(form, conferrer),
            form=form.lower(),
            level=level,
            to=to,
            quantity=quantity,
        )
        rows.append(say(f"{at}", CELL, told))
    return ("TT", "Hình thức khen thưởng", "Đối tượng", "Số lượng"), rows


# -- no awards -----------------------------------------------------------------------------------------------


def praise_only(scene: Scene) -> Phrase:
    """`khen thưởng` without a form is no award."""
    options = (
        "Kịp thời biểu dương, khen thưởng theo thẩm quyền đối với các tập thể, cá nhân có cách làm hay.",
        "Kết quả thực hiện là một trong những căn cứ để xem xét, khen thưởng cuối năm.",
        "Không xét khen thưởng đối với đơn vị để xảy ra vi phạm hoặc chậm nộp báo cáo.",
        "Việc bình xét bảo đảm công khai, dân chủ, đúng người, đúng việc.",
    )
    return say(stock.unsaid(scene, "praise", options))


NEUTRAL = (praise_only,)
