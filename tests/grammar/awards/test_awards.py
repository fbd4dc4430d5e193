from __future__ import annotations

import pytest

from congvan.grammar.awards.named import find_awards
from congvan.grammar.awards.prizes import find_line_rank
from congvan.grammar.awards.recipients import first_recipient, groups_in
from congvan.grammar.awards.rewards import quantity_of
from congvan.grammar.awards.scope import PrizeTable, entrants_in, scope_of
from congvan.grammar.awards.shares import shares_after, shares_before
from congvan.grammar.awards.sums import money_of, row_sums, sums_by_recipient


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
        ("Cơ cấu giải: 1 nhất, 3 ba", [("giải", "nhất", None), ("giải", "ba", None)]),
        ("Giải thưởng gồm: Nhất: 01 giải, Nhì: 02 giải", [("giải", "nhất", None), ("giải", "nhì", None)]),
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
    ("text", "shares"),
    [
        (" cho 05 tập thể có thành tích", [("collective", 5)]),
        (" cho 05 tập thể và 04 cá nhân", [("collective", 5), ("individual", 4)]),
        (" cho 05 tập thể có thành tích và 04 cá nhân tiêu biểu", [("collective", 5), ("individual", 4)]),
        (": xét tặng cho 02 cá nhân", [("individual", 2)]),
        (": 02 đơn vị", [("collective", 2)]),
        (" đối với các đơn vị tiêu biểu", [("collective", None)]),
        (" cho mọi thành viên của các đội", [("individual", None)]),
        (" cho ông Trần Văn Bình, Trưởng thôn Đông", [("individual", None)]),
        (": mỗi cụm không quá 02 tập thể", []),
        (" và tiền thưởng", []),
    ],
)
def test_for_whom(text: str, shares: list[tuple[str, int | None]]) -> None:
    assert [(s.to, s.number) for s in shares_after(text, 0, len(text))] == shares


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Năm lớp có nhiều bài nhất được Hiệu trưởng tặng ", [("collective", 5)]),
        ("; sinh viên đạt thủ khoa được Hiệu trưởng tặng ", [("individual", None)]),
        ("Giới thiệu 01 tập thể và 01 cá nhân để Huyện đoàn tặng ", [("collective", None), ("individual", None)]),
        ("Mỗi xã bình chọn 02 hộ tiêu biểu đề nghị UBND huyện tặng ", [("collective", None)]),
        ("Các đơn vị đề nghị UBND tỉnh tặng ", []),
        ("Cá nhân tiêu biểu được khen; nhà trường tặng ", []),
    ],
)
def test_for_whom_by_the_subject(text: str, shares: list[tuple[str, int | None]]) -> None:
    assert [(s.to, s.number) for s in shares_before(text, 0, len(text), [])] == shares


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huân chương Lao động hạng Nhất, hạng Nhì", [("nhất", None), ("nhì", None)]),
        ("Giấy khen của LĐLĐ huyện, của UBND xã", [(None, "LĐLĐ huyện"), (None, "UBND xã")]),
        ("Kỷ niệm chương “Vì biển” của Bộ Y tế", [(None, "Bộ Y tế")]),
        ("Huy hiệu 40 năm tuổi Đảng", [(None, None)]),
        ("huy chương Vàng, Bạc", [("vàng", None), ("bạc", None)]),
    ],
)
def test_several_ranks_and_conferrers(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    found = find_awards(text, 0, len(text))
    assert [(a.rank, text[slice(*a.conferrer)] if a.conferrer else None) for a in found] == expected


def test_a_row_that_begins_with_a_rank() -> None:
    row = "1 | Nhì | 02 | 300.000 đồng"
    found = find_line_rank(row, 0, len(row))
    assert found is not None
    assert (found.form, found.rank) == ("giải", "nhì")
    assert find_line_rank("Ba lớp tham gia", 0, 15) is None


def test_a_table_of_prizes_counts_in_thousands() -> None:
    table = PrizeTable()
    table.read("TT | Hạng giải | Số lượng | Mức thưởng (nghìn đồng) | Cộng", in_row=True)
    assert table.open
    assert table.sum_in("1 | Nhất | 02 | 1.500 | 3.000") == 1_500_000
    table.read("Ghi chú", in_row=False)
    assert not table.open


def test_lines_under_an_award_tell_its_recipients_and_sums() -> None:
    scope = scope_of(
        ["- Tập thể: chi đoàn mạnh.", "- Cá nhân: đoàn viên.", "- Mức thưởng: tập thể 900.000 đồng, cá nhân 400.000đ"]
    )
    assert (scope.to, scope.money) == ("both", {"collective": 900_000, "individual": 400_000})


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("Giải Nhất: 7 500 000 đồng", 7_500_000),
        ("Giải Nhất: 300.000đ/cá nhân", 300_000),
        ("Lao động tiên tiến: 33 Đ/ c = 100 %", None),
        ("Giải Nhất: từ 600.000 đồng/giải (Sáu trăm nghìn đồng/giải) lên 900.000 đồng/giải", 900_000),
        ("Giải Nhất: 500.000 đồng (năm trăm nghìn đồng)", 500_000),
    ],
)
def test_sums_as_they_are_typed(text: str, money: int | None) -> None:
    assert money_of(text, 0, len(text), in_row=False)[0] == money


def test_a_heading_of_prizes_tells_for_whom_whatever_it_goes_on_with() -> None:
    assert groups_in("1. Giải tập thể: dành cho đơn vị có nhiều cá nhân đạt giải, gồm:") == "collective"
    assert groups_in("2. Giải thưởng cá nhân, gồm:") == "individual"
    assert groups_in("2. Giải cá nhân và tập thể:") == "both"


def test_sums_of_a_cell_with_several_prizes() -> None:
    row = "01 giải Nhất 02 giải Nhì | 150.000 + 5 tập 120.000 + 3 tập | 390.000"
    assert row_sums(row, 24, len(row), 2) == [150_000, 120_000]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mỗi thí sinh gửi 01 bài", "individual"),
        ("mỗi đội 05 người", "collective"),
        ("mỗi lớp 02 tranh", "units"),
        ("mỗi bài", None),
    ],
)
def test_who_enters(text: str, who: str | None) -> None:
    assert entrants_in(text, 0, len(text)) == who


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
