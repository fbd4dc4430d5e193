from __future__ import annotations

import pytest

from congvan.grammar.awards import find_awards
from congvan.grammar.rewards import first_recipient, given_to, money_of, quantity_of, sums_by_recipient


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bằng khen của Chủ tịch UBND tỉnh", [("bằng khen", None, "Chủ tịch UBND tỉnh")]),
        ("Giấy khen của LĐLĐ huyện, tiền thưởng", [("giấy khen", None, "LĐLĐ huyện")]),
        ("Bằng khen LĐLĐ tỉnh", [("bằng khen", None, "LĐLĐ tỉnh")]),
        ("Huân chương Lao động hạng Ba", [("huân chương lao động", "ba", None)]),
        ("danh hiệu “Chiến sỹ thi đua cơ sở”", [("chiến sĩ thi đua cơ sở", None, None)]),
        (
            "Cờ thi đua và Bằng khen của Thủ tướng Chính phủ",
            [("cờ thi đua", None, "Thủ tướng Chính phủ"), ("bằng khen", None, "Thủ tướng Chính phủ")],
        ),
        ("01 giải Nhất, 02 giải Nhì", [("giải", "nhất", None), ("giải", "nhì", None)]),
        ("các giải nhất, nhì và khuyến khích", [("giải", r, None) for r in ("nhất", "nhì", "khuyến khích")]),
        ("Giải bài viết hay nhất: 01 giải", [("giải bài viết hay nhất", None, None)]),
        ("Giấy khen cho các tập thể", [("giấy khen", None, None)]),
        ("giải quyết ba việc, giải tỏa", []),
    ],
)
def test_form_rank_and_conferrer(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = find_awards(text, 0, len(text))
    assert [(a.form, a.rank, text[slice(*a.conferrer)] if a.conferrer else None) for a in found] == expected


def test_a_class_and_the_law_tell_the_level() -> None:
    [by_class] = find_awards("Cờ thi đua cấp tỉnh", 0, 19)
    [by_law] = find_awards("Huân chương Lao động", 0, 20)
    assert (by_class.level, by_law.level) == ("province", "state")


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("02 giải Ba", 2), ("Giải Ba: 02 giải", 2), ("03 (ba) giải Ba", 3), ("giải Ba (04)", 4), ("giải Ba", None)],
)
def test_how_many(text: str, quantity: int | None) -> None:
    [award] = find_awards(text, 0, len(text))
    assert quantity_of(text, (award.start, award.end), 0, len(text))[0] == quantity


def test_the_first_sum_is_the_prize_money() -> None:
    text = "Giải Nhì: 02 giải x 700.000đ/giải = 1.400.000đ"
    assert money_of(text, 8, len(text), in_row=False)[0] == 700_000
    assert money_of("Giải Nhì | 700.000 + 5 tập", 8, 25, in_row=True)[0] == 700_000
    assert money_of("Giải Nhì 700.000", 8, 16, in_row=False)[0] is None


@pytest.mark.parametrize(
    ("text", "to", "number"),
    [
        (" cho 05 tập thể có thành tích", "collective", 5),
        (" cho 05 tập thể và 04 cá nhân", "both", None),
        (": xét tặng cho 02 cá nhân", "individual", 2),
        (" đối với các đơn vị tiêu biểu", "collective", None),
        (" và tiền thưởng", None, None),
    ],
)
def test_for_whom(text: str, to: str | None, number: int | None) -> None:
    assert given_to(text, 0, len(text))[:2] == (to, number)


def test_sums_told_apart() -> None:
    text = "tập thể 3.000.000 đồng, cá nhân 1.500.000 đồng"
    sums = sums_by_recipient(text, 0, len(text))
    assert {who: amount for who, (amount, _) in sums.items()} == {"collective": 3_000_000, "individual": 1_500_000}


@pytest.mark.parametrize(
    ("line", "to"),
    [("Tập thể, cá nhân", "both"), ("Học sinh ở các lớp", "individual"), ("Các đơn vị", "collective"), ("", None)],
)
def test_the_line_of_subjects(line: str, to: str | None) -> None:
    assert first_recipient(line) == to
