from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from congvan.datamodel.layout import Cell, Layout
from congvan.extract.awards import extract
from congvan.text.tokens import context_of

BodyDoc = Callable[..., Doc]


def told(doc: Doc, *attributes: str) -> list[tuple[object, ...]]:
    return [tuple(candidate.values[a] for a in attributes) for candidate in extract(doc)]


@pytest.mark.parametrize(
    ("text", "form", "conferrer", "level", "quantity", "to"),
    [
        (
            "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho 05 tập thể",
            "bằng khen", "Chủ tịch UBND tỉnh", "province", 5, "collective",
        ),
        (
            "Đề nghị Tổng LĐLĐ Việt Nam tặng: 01 Cờ thi đua",
            "cờ thi đua", "Tổng LĐLĐ Việt Nam", "central", 1, "collective",
        ),
        (
            "Giấy khen của Công đoàn cấp trên trực tiếp cơ sở cho các cá nhân",
            "giấy khen", "Công đoàn cấp trên trực tiếp cơ sở", "district", None, "individual",
        ),
        ("Xét tặng danh hiệu “Lao động tiên tiến”", "lao động tiên tiến", None, None, None, "individual"),
        ("Hình thức khen thưởng: Giấy khen", "giấy khen", None, None, None, None),
    ],
)  # fmt: skip
def test_an_award_with_its_values(
    body_doc: BodyDoc, text: str, form: str, conferrer: str, level: str, quantity: int, to: str
) -> None:
    attributes = ("form", "conferrer", "level", "quantity", "to")
    assert told(body_doc(text), *attributes) == [(form, conferrer, level, quantity, to)]


@pytest.mark.parametrize(
    "text",
    [
        "biểu dương, khen thưởng các tập thể, cá nhân",
        "Cá nhân đã được tặng Giấy khen của Huyện đoàn",
        "giấy chứng nhận đăng ký kinh doanh",
        "phong trào thi đua “Lao động giỏi”",
        "Căn cứ Quyết định số 12/QĐ-UBND về việc tặng Bằng khen của Chủ tịch UBND tỉnh;",
        "98% hộ đạt danh hiệu gia đình văn hóa",
    ],
)
def test_what_is_no_award_to_confer(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "form") == []


def test_prizes_for_persons_and_teams_are_told_apart(body_doc: BodyDoc) -> None:
    text = (
        "III. GIẢI THƯỞNG\n1. Giải cá nhân\n- 01 giải Nhất: trị giá 1.000.000 đồng;\n"
        "2. Giải tập thể\n- Giải Nhất: 02 giải (1.500.000 đồng/giải)."
    )
    assert told(body_doc(text), "rank", "quantity", "money", "to") == [
        ("nhất", 1, 1_000_000, "individual"),
        ("nhất", 2, 1_500_000, "collective"),
    ]


def test_a_list_of_prizes_says_nothing_of_the_recipients_of_another(body_doc: BodyDoc) -> None:
    text = (
        "III. GIẢI THƯỞNG\n1. Phần thi vẽ tranh\n- 01 giải Nhất: 1.000.000 đồng;\n"
        "2. Giải tập thể\n- 01 giải Nhất: 1.500.000 đồng."
    )
    assert told(body_doc(text), "rank", "money", "to") == [
        ("nhất", 1_000_000, None),
        ("nhất", 1_500_000, "collective"),
    ]


def test_what_a_prize_is_worth_stands_among_the_lines_under_it(body_doc: BodyDoc) -> None:
    text = (
        "02 giải Nhì: Mỗi giải gồm:\n• Bằng khen của Sở Cây xanh;\n• Phần thưởng trị giá 3 triệu đồng.\n"
        "03 giải Ba: Mỗi giải gồm:\n• Bằng khen của Sở Cây xanh;\n• Phần thưởng trị giá 2 triệu đồng."
    )
    assert told(body_doc(text), "form", "rank", "quantity", "money") == [
        ("giải", "nhì", 2, 3_000_000),
        ("bằng khen", None, None, None),
        ("giải", "ba", 3, 2_000_000),
    ]


def test_one_prize_told_twice_is_one_award(body_doc: BodyDoc) -> None:
    doc = body_doc("Cơ cấu: 01 giải Nhất.\nGiải Nhất: 500.000 đồng.")
    [award] = extract(doc)
    assert (award.values["quantity"], award.values["money"], len(award.mentions)) == (1, 500_000, 1)


def test_numbers_on_the_lines_after_belong_to_the_prize(body_doc: BodyDoc) -> None:
    text = "+ Giải nhì :\n02 giải x\n300.000đ/giải\n= 600.000đ"
    assert told(body_doc(text), "rank", "quantity", "money") == [("nhì", 2, 300_000)]


def test_a_sum_for_each_kind_of_recipient_makes_two_awards(body_doc: BodyDoc) -> None:
    text = "Tiền thưởng kèm theo Giấy khen: tập thể 3.000.000 đồng, cá nhân 1.500.000 đồng."
    assert told(body_doc(text), "form", "to", "money") == [
        ("giấy khen", "collective", 3_000_000),
        ("giấy khen", "individual", 1_500_000),
    ]


def test_who_decides_confers(body_doc: BodyDoc) -> None:
    text = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH KHÊ\nQUYẾT ĐỊNH:\nĐiều 1. Tặng Giấy khen cho 12 tập thể."
    maker = "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BÌNH KHÊ"
    assert told(body_doc(text), "conferrer", "level", "quantity") == [(maker, "district", 12)]


def test_the_committee_of_a_contest_gives_its_prizes(body_doc: BodyDoc) -> None:
    text = (
        "1. Khen thưởng: BTC sẽ trao giải thưởng cho các đội như sau:\n- Giải nhất: 2.000.000 đ.\n- Giải ba: 500.000 đ."
    )
    assert told(body_doc(text), "rank", "conferrer", "to") == [
        ("nhất", "BTC", "collective"),
        ("ba", "BTC", "collective"),
    ]


def test_a_bare_mention_is_the_award_named_in_full(body_doc: BodyDoc) -> None:
    doc = body_doc("Đề nghị xét tặng Bằng khen.\nTặng Bằng khen của LĐLĐ tỉnh cho các tập thể.")
    [award] = extract(doc)
    assert (award.values["conferrer"], len(award.mentions)) == ("LĐLĐ tỉnh", 1)


def test_subjects_of_the_section_tell_for_whom(body_doc: BodyDoc) -> None:
    text = "1. Đối tượng: Tập thể, cá nhân có thành tích.\n2. Hình thức khen thưởng\n- Bằng khen của LĐLĐ tỉnh."
    assert told(body_doc(text), "to") == [("both",)]


def test_number_for_each_kind_of_recipient_makes_two_awards(body_doc: BodyDoc) -> None:
    text = (
        "Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho 12 tập thể và 30 cá nhân.\n"
        "Tiền thưởng: tập thể 900.000 đồng, cá nhân 400.000 đồng."
    )
    assert told(body_doc(text), "quantity", "money", "to") == [(12, 900_000, "collective"), (30, 400_000, "individual")]


def test_numbers_of_a_proposal_are_parts(body_doc: BodyDoc) -> None:
    text = "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho 05 tập thể và 04 cá nhân."
    assert told(body_doc(text), "quantity", "to") == [(None, "both")]


def test_rows_of_a_table_of_prizes(body_doc: BodyDoc) -> None:
    text = "Hạng giải | Số lượng | Tiền thưởng\nNhất | 01 | 500.000 đồng\nKhuyến khích | 05 | 100.000 đồng"
    assert told(body_doc(text), "form", "rank", "quantity", "money") == [
        ("giải", "nhất", 1, 500_000),
        ("giải", "khuyến khích", 5, 100_000),
    ]


def test_who_enters_gets_the_prizes(body_doc: BodyDoc) -> None:
    text = "Giải thưởng: 01 giải A, 02 giải B.\nMỗi tác giả gửi không quá 03 ảnh."
    assert told(body_doc(text), "rank", "to") == [("a", "individual"), ("b", "individual")]


def test_recipients_of_the_decision_hold_for_the_form_told_later(body_doc: BodyDoc) -> None:
    text = "Điều 1. Khen thưởng 06 tập thể và 14 cá nhân có thành tích.\nHình thức: Giấy khen của Chủ tịch UBND huyện."
    assert told(body_doc(text), "quantity", "to") == [(6, "collective"), (14, "individual")]


def test_a_prize_decided_by_a_body_named_in_its_heading(body_doc: BodyDoc) -> None:
    text = "1. Giải tập thể do Hiệu trưởng quyết định, gồm:\n- 01 giải Nhất: 500.000 đồng."
    assert told(body_doc(text), "conferrer", "to", "money") == [("Hiệu trưởng", "collective", 500_000)]


def test_labels_inside_a_line_tell_for_whom(body_doc: BodyDoc) -> None:
    text = "Tập thể: 03 Bằng khen của Chủ tịch UBND tỉnh; cá nhân: 07 Bằng khen của Chủ tịch UBND tỉnh."
    assert told(body_doc(text), "quantity", "to") == [(3, "collective"), (7, "individual")]


def test_rows_of_a_table_of_awards_tell_their_number(body_doc: BodyDoc) -> None:
    rows = "TT | Hình thức khen thưởng | Đối tượng | Số lượng\n1 | Giấy khen của Công đoàn trường | Cá nhân | 09"
    assert told(body_doc(rows), "form", "quantity", "to") == [("giấy khen", 9, "individual")]
    split = "TT | Hình thức khen thưởng | Tập thể | Cá nhân\n1 | Giấy khen của Công đoàn trường | 03 | 12"
    assert told(body_doc(split), "form", "quantity", "to") == [
        ("giấy khen", 3, "collective"),
        ("giấy khen", 12, "individual"),
    ]


@pytest.mark.parametrize(
    ("parent", "issuer", "level"),
    [
        ("TỈNH ỦY ĐẦM SEN", "BAN TUYÊN GIÁO", "province"),
        ("SỞ Y TẾ", "TRUNG TÂM KIỂM NGHIỆM", "grassroots"),
        ("TRƯỜNG CAO ĐẲNG ĐẦM SEN", "PHÒNG ĐÀO TẠO", "grassroots"),
        ("HỘI NHẠC SĨ TỈNH ĐẦM SEN", "BAN TỔ CHỨC CUỘC THI", None),
    ],
)
def test_prizes_are_of_the_level_of_the_body_that_holds_the_contest(
    body_doc: BodyDoc, parent: str, issuer: str, level: str | None
) -> None:
    doc = body_doc(f"{parent}\n{issuer}\nCơ cấu giải thưởng:\n- 01 giải Nhất: 500.000 đồng")
    context, at = context_of(doc), len(parent) + 1
    cells = (Cell("parent", 0, len(parent)), Cell("issuer", at, at + len(issuer)))
    doc._.context = replace(context, layout=Layout(cells, context.layout.blocks))
    assert told(doc, "rank", "level") == [("nhất", level)]
