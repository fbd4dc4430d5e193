"""Families of wording for the prizes of contests: ranks with number and money, in lists and tables."""

from __future__ import annotations

from congvan.synth.phrase import Part, Phrase, fact, say, tag
from congvan.synth.tree import CELL
from congvan.synth.wording import stock
from congvan.synth.wording.awards import Recipients, award_key
from congvan.synth.wording.money import grouped, in_words
from congvan.synth.wording.schedules import Rows
from congvan.synth.world.scene import Scene

RANKS = ("Nhất", "Nhì", "Ba", "Khuyến khích")


def _purse(scene: Scene) -> list[tuple[str, int, int]]:
    """(rank, number of prizes, money of each), less from rank to rank."""
    top = stock.unsaid(scene, "purse", (500_000, 1_000_000, 2_000_000, 3_000_000, 5_000_000))
    shares = (1.0, 0.6, 0.4, 0.2)
    numbers = (1, scene.pick((1, 2)), scene.pick((2, 3)), scene.rng.randint(4, 8))
    return [(r, n, int(top * s) // 50_000 * 50_000) for r, n, s in zip(RANKS, numbers, shares, strict=True)]


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
            key=award_key("giải", "", rank, to),
            form="giải",
            rank=rank.lower(),
            quantity=number,
            money=money,
            to=to,
            level=scene.office.level,  # of the body that holds the contest
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
            key=award_key("giải", "", rank, to),
            form="giải",
            rank=rank.lower(),
            quantity=number,
            money=money,
            to=to,
            level=scene.office.level,  # of the body that holds the contest
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
        key=award_key("giấy chứng nhận", conferrer),
        form="giấy chứng nhận",
        level=scene.office.level,
        to="individual",
    )
    return say("Cá nhân đạt giải được nhận tiền thưởng kèm theo ", told, ".")
