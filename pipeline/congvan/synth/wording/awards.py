"""Families of wording for awards: who proposes, who confers, which form, how many, with what money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from congvan.datamodel.candidate import Value
from congvan.datamodel.record import Level
from congvan.synth.phrase import Part, Phrase, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.wording import stock
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


def _key(form: str, conferrer: str = "", rank: str = "", to: str = "") -> str:
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
        key=_key(form, conferrer),
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
        key=_key(form, conferrer),
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
    told = fact("awards", f"danh hiệu {name}", key=_key(name), form=name.lower(), to=to)
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
        key=_key(form, conferrer),
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
        key=_key("huân chương lao động", "Chủ tịch nước", rank),
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
            key=_key(form, conferrer),
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
            key=_key(form, conferrer),
            form=form.lower(),
            level=level,
            to=to,
            quantity=quantity,
        )
        rows.append(say(f"{at}", CELL, told))
    return ("TT", "Hình thức khen thưởng", "Đối tượng", "Số lượng"), rows


# -- prizes --------------------------------------------------------------------------------------------------

RANKS = ("Nhất", "Nhì", "Ba", "Khuyến khích")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def grouped(money: int) -> str:
    """1500000 as `1.500.000`."""
    return f"{money:,}".replace(",", ".")


def in_words(money: int) -> str:
    """Round sums in words, up to nine million nine hundred thousand: `một triệu năm trăm nghìn`."""
    millions, thousands = divmod(money // 1000, 1000)
    hundreds, rest = divmod(thousands, 100)
    if rest and rest != 50:
        raise ValueError(money)
    parts = [f"{_DIGITS[millions]} triệu"] if millions else []
    if hundreds:
        parts.append(f"{_DIGITS[hundreds]} trăm{' năm mươi' if rest else ''} nghìn")
    elif rest:
        parts.append(f"{'không trăm ' if millions else ''}năm mươi nghìn")
    return " ".join(parts)


def _purse(scene: Scene) -> list[tuple[str, int, int]]:
    """(rank, number of prizes, money of each), less from rank to rank."""
    top = stock.unsaid(scene, "purse", (500_000, 1_000_000, 2_000_000, 3_000_000, 5_000_000))
    shares = (1.0, 0.6, 0.4, 0.2)
    numbers = (1, scene.pick((1, 2)), scene.pick((2, 3)), scene.rng.randint(4, 8))
    return [(r, n, int(top * s) // 50_000 * 50_000) for r, n, s in zip(RANKS, numbers, shares, strict=True)]


def _prize_level(scene: Scene) -> Level | None:
    """A unit's own prizes are of its level; whose others are, the list does not say."""
    return "grassroots" if scene.office.level == "grassroots" else None


def prizes(scene: Scene, to: Recipients) -> list[Phrase]:
    """Prizes of a contest with number and money, one rank a line in one layout; the list head says to whom."""
    style = scene.rng.randrange(6)
    lines = []
    for rank, number, money in _purse(scene):
        sum_ = grouped(money)
        round_ = f"{money // 1_000_000} triệu đồng" if money % 1_000_000 == 0 else f"{sum_} đồng"
        text = (
            f"{number:02d} giải {rank}: mỗi giải {sum_} đồng",
            f"{number:02d} giải {rank}, trị giá {sum_} đồng/giải",
            f"Giải {rank}: {number:02d} giải x {sum_} đồng/giải",
            f"{number:02d} giải {rank}, mỗi giải trị giá {round_}",
            f"Giải {rank} ({number:02d} giải): {sum_}đ/giải",
            f"{number:02d} giải {rank}: {sum_} đồng/giải ({in_words(money)} đồng)",
        )[style]
        won = fact(
            "awards",
            text.removesuffix(f" ({in_words(money)} đồng)"),
            key=_key("giải", "", rank, to),
            form="giải",
            rank=rank.lower(),
            quantity=number,
            money=money,
            to=to,
            level=_prize_level(scene),
        )
        tail: Part = f" ({in_words(money)} đồng)" if style == 5 else ""
        lines.append(say(won, tail, ";"))
    return lines


def prize_table(scene: Scene, to: Recipients) -> Rows:
    """`TT | Cơ cấu giải | Số lượng | Giá trị giải thưởng (đồng)`."""
    rows = []
    for at, (rank, number, money) in enumerate(_purse(scene), 1):
        won = fact(
            "awards",
            f"Giải {rank}{CELL}{number:02d}{CELL}{grouped(money)}",
            key=_key("giải", "", rank, to),
            form="giải",
            rank=rank.lower(),
            quantity=number,
            money=money,
            to=to,
            level=_prize_level(scene),
        )
        rows.append(say(f"{at}", CELL, won))
    return ("TT", "Cơ cấu giải", "Số lượng", "Giá trị mỗi giải (đồng)"), rows


def consolation(scene: Scene) -> Phrase:
    """A certificate for merit is an award; its conferrer is the office."""
    conferrer = scene.office.short
    told = fact(
        "awards",
        "Giấy chứng nhận của ",
        tag("conferrer", conferrer),
        key=_key("giấy chứng nhận", conferrer),
        form="giấy chứng nhận",
        level=scene.office.level,
        to="individual",
    )
    return say("Cá nhân đạt giải được nhận tiền thưởng kèm theo ", told, ".")


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
TABLES: tuple[Callable[[Scene, Recipients], Rows], ...] = (prize_table,)
