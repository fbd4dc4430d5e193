"""Document numbers: what is one, what is none, and the normal form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.documents.codes import code_at, find_codes, normalise_code, type_of_symbol


@pytest.mark.parametrize(
    ("text", "value", "type_"),
    [
        ("Kế hoạch số 133/KH-LĐLĐ ngày 11/3/2022", "133/KH-LĐLĐ", "kế hoạch"),
        ("Số: 764 /CĐVC", "764/CĐVC", None),
        ("Số : 35 /KH - UBND", "35/KH-UBND", "kế hoạch"),
        ("số 35 /KH - UBND tỉnh", "35/KH-UBND", "kế hoạch"),
        ("số 12/CĐVC - UBND tỉnh đã nhận", "12/CĐVC", None),
        ("số 527/KH- SVHTTDL, ngày", "527/KH-SVHTTDL", "kế hoạch"),
        ("số 138/UBND- KGVX ngày", "138/UBND-KGVX", None),
        ("số 138/UBND - KGVX ngày", "138/UBND-KGVX", None),
        ("1203/LĐLĐ-CSKT&TĐKT", "1203/LĐLĐ-CSKT&TĐKT", None),
        ("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP", "nghị định"),
        ("Luật số 06/2022/QH15", "06/2022/QH15", None),
        ("789/2020/UBTVQH14", "789/2020/UBTVQH14", None),
        ("15/2021/TTLT-BGDĐT-BNV", "15/2021/TTLT-BGDĐT-BNV", "thông tư liên tịch"),
        ("Nghị quyết 04-NQ/TW", "04-NQ/TW", "nghị quyết"),
        ("số 20- NQ/TW", "20-NQ/TW", "nghị quyết"),
        ("số 12 –KH/ĐU", "12-KH/ĐU", "kế hoạch"),
        ("47 KH/TĐTN-PT", "47KH/TĐTN-PT", "kế hoạch"),
        ("02/NQLT-LĐLĐ-UBND", "02/NQLT-LĐLĐ-UBND", "nghị quyết liên tịch"),
        ("15/CTPH-CA-LĐLĐ", "15/CTPH-CA-LĐLĐ", "chương trình"),
        ("12/SY-UBND", "12/SY-UBND", None),
        ("12a/QĐ", "12a/QĐ", "quyết định"),
        ("15/QÐ-UBND", "15/QĐ-UBND", "quyết định"),
        ("15/QD-UBND", "15/QD-UBND", "quyết định"),
        ("21/2019QĐ-UBND", "21/2019QĐ-UBND", "quyết định"),
        ("15/KH-LĐLĐngày 3/4/2021", "15/KH-LĐLĐ", "kế hoạch"),
        ("247/TTrB-P3", "247/TTrB-P3", None),
        ("số 15/kh-ubnd", "15/kh-ubnd", "kế hoạch"),
        ("77/HD-cđn", "77/HD-cđn", "hướng dẫn"),
        ("163/TB-SVH,TT,DL", "163/TB-SVH,TT,DL", "thông báo"),
        ("12/KH-UBND.Căn cứ", "12/KH-UBND", "kế hoạch"),
        ("15/QĐ/ĐTN", "15/QĐ/ĐTN", "quyết định"),
        ("số12/KH-UBND", "12/KH-UBND", "kế hoạch"),
        ("64-CTr/T U ngày 3/4/2021", "64-CTr/TU", "chương trình"),
        ("12/QĐUBND ngày", "12/QĐUBND", "quyết định"),
        ("15/2023/NĐCP", "15/2023/NĐCP", "nghị định"),
        ("12/QĐ UBND ngày 3/4/2020", "12/QĐUBND", "quyết định"),
        ("05/QĐ.UBND", "05/QĐ.UBND", "quyết định"),
        ("05/QĐ_UBND", "05/QĐ_UBND", "quyết định"),
        ("số 14/HD - SNV - STC ngày", "14/HD-SNV-STC", "hướng dẫn"),
        ("15/2023-NĐ-CP", "15/2023-NĐ-CP", "nghị định"),
        ("45/2019/QH 14", "45/2019/QH14", None),
        ("45/2019/qh14", "45/2019/qh14", None),
        ("12NQ/TU", "12NQ/TU", "nghị quyết"),
        ("45KH/ĐTN-VP", "45KH/ĐTN-VP", "kế hoạch"),
        ("123CV/BTGTU", "123CV/BTGTU", "công văn"),
        ("12-nq/tu", "12-nq/tu", "nghị quyết"),
        ("12bis/QĐ-UBND", "12bis/QĐ-UBND", "quyết định"),
        ("12b/2020/QĐ-UBND", "12b/2020/QĐ-UBND", "quyết định"),
        ("số **12/QĐ-UBND** ngày", "12/QĐ-UBND", "quyết định"),
        ("SỐ 12/QĐ-UBNDNGÀY 3/4/2020", "12/QĐ-UBND", "quyết định"),
        ("Quyết định số 12/2021/QĐST-DS", "12/2021/QĐST-DS", "quyết định"),
    ],
)
def test_number_is_found_in_normal_form(text: str, value: str, type_: str | None) -> None:
    (mention,) = find_codes(text)
    assert (mention.value, mention.type) == (value, type_)
    assert normalise_code(text[mention.start : mention.end]) == value


@pytest.mark.parametrize(
    "text",
    [
        "ngày 01/12/2021",
        "đạt 3/5 tiêu chí",
        "40 km/h",
        "trực 24/7",
        "https://sonha.vn/12/KH-UBND",
        "500.000đ/CĐCS",
        "Điện thoại 0219.3888999/QLDA1",
        "lớp 12/A1",
        "QĐ-TTg",
        "giai đoạn 2012-2016/QĐ-ABC",
        "Quận 1/TP. Sơn Hà",
        "05 tập thể và 10 cá nhân",
        "QCVN 06:2022/BXD",
        "lớp 10A/THPT",
        "QL 5/QL 10",
    ],
)
def test_no_number_where_none_is_printed(text: str) -> None:
    assert find_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "symbol", "type_"),
    [
        ("Số:     /BC-UBND", "BC-UBND", "báo cáo"),
        ("Số: ......../KH-LĐLĐ", "KH-LĐLĐ", "kế hoạch"),
        ("Chỉ thị số - CT/ĐU ngày", "CT/ĐU", "chỉ thị"),
        ("Nghị quyết số ......- NQ/ĐU", "NQ/ĐU", "nghị quyết"),
        ("Tờ trình số  /TTr-SNV ngày   /10/2022", "TTr-SNV", "tờ trình"),
        ("theo Quyết định …/QĐ-UBND", "QĐ-UBND", "quyết định"),
    ],
)
def test_blank_number_has_no_value(text: str, symbol: str, type_: str) -> None:
    (mention,) = find_codes(text)
    assert (mention.value, mention.number, mention.symbol, mention.type) == (None, "", symbol, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Tờ trình số $2/TTr-HĐTĐ ngày", "tờ trình"),
        ("Kế hoạch số lI/KH-SYT ngày", "kế hoạch"),
        ("Kế hoạch xố !65/KH-SYT ngày", "kế hoạch"),
        ("Chỉ thị số 53ACT-UBND ngày", "chỉ thị"),
        ("Chỉ thị số Š53ACT-UBND ngày", "chỉ thị"),
        ("Hướng dẫn số 3§5-HD/TĐTN ngày", "hướng dẫn"),
        ("Công văn số ...UBND-TH ngày", None),
        ("số 81 IUBND-NC ngày", None),
        ("Quyết định số I 667/QĐ-SYT ngày", "quyết định"),
        ("Kế hoạch số 3 85/KH-SYT ngày", "kế hoạch"),
    ],
)
def test_a_number_with_a_misread_figure_has_no_value(text: str, type_: str | None) -> None:
    (mention,) = find_codes(text)
    assert (mention.value, mention.number, mention.type) == (None, "", type_)


def test_several_numbers_of_one_list() -> None:
    text = "các Quyết định số: 1651/QĐ-BQA, 1652/QĐ- BQA ngày 30/11/2023"
    assert [m.value for m in find_codes(text)] == ["1651/QĐ-BQA", "1652/QĐ-BQA"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Số: 764 /CĐVC", "764/CĐVC"), ("Số : 12/QĐ-UBND", "12/QĐ-UBND"), ("Số:141/TM-SYT", "141/TM-SYT")],
)
def test_number_at_a_place(text: str, value: str) -> None:
    mention = code_at(text, 0)
    assert mention is not None
    assert mention.value == value


def test_blank_number_at_a_place_and_none() -> None:
    blank = code_at("Số:          /BC-UBND", 0)
    assert blank is not None
    assert blank.value is None
    assert code_at("Số 12 đường Lê Lợi", 0) is None
    assert code_at("Số: abc 12/QĐ-UBND", 0) is None
    assert code_at("Số: 12/QĐ-UBND", 0, limit=6) is None


@pytest.mark.parametrize(
    ("symbol", "with_year", "type_"),
    [
        ("TT-BNV", True, "thông tư"),
        ("TT-GDTX", False, None),  # a centre's letter
        ("CĐ-TTg", False, "công điện"),
        ("CĐ-GDSH", False, None),  # a union's letter
        ("QĐi/TW", False, "quy định"),
        ("LĐLĐ-TG", False, None),
    ],
)
def test_type_named_by_symbol(symbol: str, with_year: bool, type_: str | None) -> None:
    assert type_of_symbol(symbol, with_year=with_year) == type_


@given(st.text(alphabet="0123456789/-–. SốsKHĐUBND&a:\n", max_size=80))
def test_spans_are_ordered_inside_the_text_and_begin_with_a_mark(text: str) -> None:
    mentions = find_codes(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(not text[m.start].isspace() for m in mentions)


def test_a_mark_after_a_blank_joins_the_letter_before_it() -> None:
    once = normalise_code("12/QĐ-thua \u0323")
    assert once == "12/QĐ-thuạ"
    assert normalise_code(once) == once
