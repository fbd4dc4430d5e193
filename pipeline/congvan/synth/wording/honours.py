"""Families of wording for awards and named programmes."""

from __future__ import annotations

from typing import Literal

from congvan.datamodel.candidate import Value
from congvan.datamodel.record import Level
from congvan.synth.phrase import Part, Phrase, fact, listed, say, tag
from congvan.synth.world.scene import Scene

Recipients = Literal["collective", "individual", "both"]
# To whom, and how a list head says so.
RECIPIENTS: tuple[tuple[Recipients, str], ...] = (
    ("both", "tập thể, cá nhân"),
    ("collective", "tập thể"),
    ("individual", "cá nhân"),
)

# -- awards --------------------------------------------------------------------------------------------------


def _conferrers(scene: Scene) -> list[tuple[str, str, Level]]:
    """(form, conferrer as printed, its level): who may honour the people of this office."""
    office = scene.office
    own: tuple[str, str, Level]
    if office.level == "province":
        conferrer = "Chủ tịch UBND tỉnh" if office.kind != "union" else office.short
        own = ("Bằng khen", conferrer, "province")
        if office.kind == "department":
            own = ("Giấy khen", office.head, "province")
    elif office.kind == "school":
        own = ("Giấy khen", "Hiệu trưởng", "grassroots")
    else:
        own = ("Giấy khen", office.head if office.kind == "committee" else office.short, office.level)
    made = [own]
    if office.kind != "school":
        made.append(("Bằng khen", "Chủ tịch UBND tỉnh", "province"))
    if office.kind == "union" and office.level == "province":
        made.append(("Bằng khen", "Tổng LĐLĐ Việt Nam", "central"))
    if office.kind in ("union", "youth") and office.level == "district":
        above = office.superiors[0].short
        made.append(("Bằng khen", above, "province"))
    return list(dict.fromkeys(made))


def propose_award(scene: Scene) -> Phrase:
    """`đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân ...`."""
    form, conferrer, level = scene.pick(_conferrers(scene))
    to, words = scene.pick(
        (
            ("both", "các tập thể, cá nhân"),
            ("both", "tập thể và cá nhân"),
            ("individual", "cá nhân"),
            ("collective", "tập thể"),
        )
    )
    lead = scene.pick(("Kết thúc đợt thi đua, lựa chọn, đề nghị ", "Căn cứ kết quả thực hiện, xét, đề nghị "))
    return say(
        lead,
        fact(
            "awards",
            tag("conferrer", conferrer),
            scene.pick((" tặng ", " xét tặng ")),
            form,
            f" cho {words}",
            form=form.lower(),
            level=level,
            to=to,
        ),
        " có thành tích xuất sắc.",
    )


def title_of_honour(scene: Scene) -> Phrase:
    """A title (danh hiệu) is an award whose form is its name."""
    name, to = scene.pick(
        (
            ("Lao động tiên tiến", "individual"),
            ("Chiến sĩ thi đua cơ sở", "individual"),
            ("Tập thể lao động xuất sắc", "collective"),
        )
    )
    who = "Cá nhân" if to == "individual" else "Tập thể"
    told = fact("awards", f"danh hiệu {name}", form=name.lower(), to=to)
    return say(f"{who} hoàn thành xuất sắc nhiệm vụ được xem xét, đề nghị tặng ", told, ".")


def levels_of_award(scene: Scene, to: Recipients) -> list[Phrase]:
    """A list of awards, one a line: `Bằng khen của Chủ tịch UBND tỉnh;`; the list head says to whom."""
    return [
        say(fact("awards", f"{form} của ", tag("conferrer", conferrer), form=form.lower(), level=level, to=to), ";")
        for form, conferrer, level in _conferrers(scene)
    ]


def confer(scene: Scene) -> Phrase:
    """The operative sentence of a decision: `Tặng Giấy khen của ... cho 03 tập thể và 05 cá nhân ...`."""
    form, conferrer, level = _conferrers(scene)[0]
    groups, people = scene.rng.randint(2, 6), scene.rng.randint(2, 9)
    head = say(f"{form} của ", tag("conferrer", conferrer), " cho ")
    common: dict[str, Value] = {"form": form.lower(), "level": level}
    if scene.chance(0.4):
        whole = fact("awards", head, f"{groups:02d} tập thể", quantity=groups, to="collective", stated=common)
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
    reason = scene.pick(("đã có thành tích xuất sắc trong ", "có nhiều đóng góp trong "))
    return say("Tặng ", whole, f" {reason}{scene.topic.field} năm {scene.year - 1} (có danh sách kèm theo).")


_RANKS = ("Nhất", "Nhì", "Ba", "Khuyến khích")


def prizes(scene: Scene, to: Recipients) -> list[Phrase]:
    """Prizes of a contest with number and money, one rank a line in one layout; the list head says to whom."""
    style = scene.rng.randrange(3)
    top = scene.pick((500_000, 1_000_000, 2_000_000, 3_000_000))
    lines = []
    for place, rank in enumerate(_RANKS):
        number = place + 1 if rank != "Khuyến khích" else scene.rng.randint(4, 8)
        money = max(top // (place + 1) // 50_000 * 50_000, 100_000)
        sum_ = f"{money:,}".replace(",", ".")
        text = (
            f"{number:02d} giải {rank}: mỗi giải {sum_} đồng",
            f"{number:02d} giải {rank}, trị giá {sum_} đồng/giải",
            f"Giải {rank}: {number:02d} giải x {sum_} đồng/giải",
        )[style]
        won = fact("awards", text, form="giải", rank=rank.lower(), quantity=number, money=money, to=to)
        lines.append(say(won, ";"))
    return lines


def praise_only(scene: Scene) -> Phrase:
    """`khen thưởng` without a form is no award."""
    return say(
        scene.pick(
            (
                "Kịp thời biểu dương, khen thưởng theo thẩm quyền đối với các tập thể, cá nhân có cách làm hay.",
                "Kết quả thực hiện là một trong những căn cứ để xem xét, khen thưởng cuối năm.",
            )
        )
    )


# -- programmes ----------------------------------------------------------------------------------------------


def programme(scene: Scene) -> Phrase:
    """`phong trào thi đua “...”`: the quote runs from the kind to the last word of the name."""
    kind, name = scene.fresh("programme", scene.topic.programmes)
    return say(fact("programmes", tag("kind", kind), " “", tag("name", name), key=name), "”")


def respond_to(scene: Scene) -> Phrase:
    return say(
        scene.pick(("Tích cực hưởng ứng ", "Đẩy mạnh ", "Tiếp tục hưởng ứng ")),
        programme(scene),
        scene.pick(
            (
                f" trong {scene.office.people}.",
                " bằng những việc làm cụ thể, thiết thực.",
                "; chú trọng nhân rộng cách làm hay.",
            )
        ),
    )


def respond_to_several(scene: Scene) -> Phrase:
    """One kind before several names: each is a programme of that kind."""
    kinds = [k for k, _ in scene.topic.programmes]
    kind = max(kinds, key=kinds.count)
    names = [n for k, n in scene.topic.programmes if k == kind][:2]
    if len(names) < 2:
        return respond_to(scene)
    scene.said.update(f"programme:{(kind, n)}" for n in names)
    first = say(fact("programmes", tag("kind", kind), " “", tag("name", names[0]), key=names[0]), "”")
    rest: list[Part] = [say("“", fact("programmes", tag("name", n), key=n, kind=kind), "”") for n in names[1:]]
    return say("Gắn việc thực hiện nhiệm vụ với các ", listed([first, *(say(r) for r in rest)], ", "), ".")


PROPOSALS = (propose_award, title_of_honour)
PROGRAMMES = (respond_to, respond_to, respond_to_several)
NEUTRAL = (praise_only,)
