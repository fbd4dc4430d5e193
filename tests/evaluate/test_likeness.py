"""What counts as the same text."""

from __future__ import annotations

import unicodedata

import pytest

from congvan.evaluate.likeness import alike, code_key, plain, same_place, same_quote, verbatim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Công nghệ  Sơn Hà", "SỞ CÔNG NGHỆ\nSƠN HÀ"),
        ("giai đoạn 2021 – 2025", "giai đoạn 2021-2025"),
        ("“Sơn Hà xanh”", '"Sơn Hà xanh"'),
        ("xã hòa Bình", "xã hoà Bình"),
        ("báo cáo kết quả.", "- báo cáo kết quả;"),
        ("tiếng", unicodedata.normalize("NFD", "tiếng")),
    ],
)
def test_plain_takes_two_ways_of_printing_for_one(one: str, other: str) -> None:
    assert plain(one) == plain(other)
    assert alike(one, other) == 1.0


@pytest.mark.parametrize(("one", "other"), [("bầu cử", "bâu cử"), ("xã Đông Lĩnh", "xã Đông Lính")])
def test_plain_keeps_marks(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_alike_is_the_share_of_letters_in_common() -> None:
    assert alike("abcd", "abce") == 0.75
    assert alike("abcd", "") == 0.0
    assert alike("abcd", "xyz") == 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("087 / KH-CĐ", "87/kh–cđ"), ("12/NQ-ÐU", "12/NQ-ĐU"), ("5/2021/QĐ", "05/2021/QĐ")]
)
def test_a_code_is_the_same_without_blanks_zeros_and_case(one: str, other: str) -> None:
    assert code_key(one) == code_key(other)


def test_a_code_keeps_its_marks() -> None:
    assert code_key("12/NQ-ĐU") != code_key("12/NQ-DU")


def test_an_address_counts_every_character() -> None:
    assert verbatim(" Van_Thu@sonha.vn ") == verbatim("van_thu@SONHA.vn")
    assert verbatim("van_thu@sonha.vn") != verbatim("vanthu@sonha.vn")


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("trước ngày 20/4/2021", "báo cáo trước ngày 20/4/2021", True),
        ("báo cáo trước ngày 20/4/2021", "ngày 20/4/2021", True),
        ("Thực hiện Kế hoạch số 12/KH-LĐLĐ", "Kế hoạch số 12/KH-LĐLĐ ngày 05/3", True),
        ("trước ngày 20/4/2021", "Công đoàn huyện Bình Khê", False),
        ("", "", False),
        ("trước ngày 20/4/2021", "", False),
    ],
)
def test_quotes_of_one_place(gold: str, predicted: str, same: bool) -> None:
    assert same_quote({"quote": gold}, {"quote": predicted}) is same


def test_a_further_mention_shows_the_place_too() -> None:
    item = {"quote": "Kế hoạch số 12/KH-LĐLĐ"}
    elsewhere = {"quote": "xa lạ", "mentions": [item]}
    assert same_place(item, elsewhere)
    assert same_place(elsewhere, item)
    assert not same_place(item, {"quote": "xa lạ"})


@pytest.mark.parametrize(("start", "end", "same"), [(5, 9, True), (9, 12, False), (20, 25, True)])
def test_offsets_show_the_place_only_in_one_text(start: int, end: int, same: bool) -> None:
    gold = {"quote": "a", "start": 4, "end": 9, "mentions": [{"quote": "a", "start": 20, "end": 22}]}
    told = {"quote": "x", "start": start, "end": end}
    assert same_place(gold | {"same_text": True}, told) is same
    assert not same_place(gold, told)
