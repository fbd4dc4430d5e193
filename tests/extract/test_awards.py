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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # places without the word for a prize
        (
            "Giải thưởng môn chạy: Nhất 3 triệu đồng, Nhì 2 triệu đồng, Ba (02 giải) 1 triệu đồng/giải.",
            [("giải", "nhất", 3_000_000), ("giải", "nhì", 2_000_000), ("giải", "ba", 1_000_000)],
        ),
        (
            "Bóng đá: Vô địch: 10.000.000 đồng; Á quân: 6.000.000 đồng; đồng hạng Ba mỗi đội 3.000.000 đồng.",
            [("vô địch", None, 10_000_000), ("á quân", None, 6_000_000), ("giải", "ba", 3_000_000)],
        ),
        ("Trao 01 Cờ Nhất, 02 Cờ Nhì.", [("cờ", "nhất", None), ("cờ", "nhì", None)]),
        ("Giải toàn đoàn: Nhất 500.000đ, Nhì 300.000đ.", [("giải", "nhất", 500_000), ("giải", "nhì", 300_000)]),
        # sums behind or before the prize
        (
            "Trao 02 giải A, 03 giải B, tiền thưởng lần lượt là 9 - 6 triệu đồng/giải.",
            [("giải", "a", 9_000_000), ("giải", "b", 6_000_000)],
        ),
        ("Thưởng 3.000.000 đồng/giải Nhất.", [("giải", "nhất", 3_000_000)]),
        ("Giải: 01 nhất 400k; giải Lời hay 300.000đ", [("giải", "nhất", 400_000), ("giải lời hay", None, 300_000)]),
        # what somebody has won is offered to nobody
        ("Tác giả đạt giải Nhất được Hiệu trưởng tặng Giấy khen.", [("giấy khen", None, None)]),
        ("Học sinh đoạt giải Ba môn Toán; đội xếp cuối có 02 huy chương đồng.", []),
        ("tặng Giấy khen kèm 500.000đ cho người đạt giải Nhất, 300.000đ đối với giải Nhì", [("giấy khen", None, None)]),
        ("tập thể được tặng Cờ thi đua của UBND tỉnh thì được cộng 5 điểm", []),
        ("đảng viên được tặng Huy hiệu 40 năm tuổi Đảng trở lên", []),
        # money of somebody or something else
        ("UBND xã tặng Giấy khen; tổ vượt chỉ tiêu được thưởng 1.500.000 đồng.", [("giấy khen", None, None)]),
        ("Hội tặng Bằng ghi công cho 05 đơn vị ủng hộ từ 50 triệu đồng.", [("bằng ghi công", None, None)]),
        ("120 hộ được giải quyết cho vay tối đa 50 triệu đồng", []),
    ],
)  # fmt: skip
def test_prizes_places_and_their_money(
    body_doc: BodyDoc, text: str, expected: list[tuple[str, str | None, int | None]]
) -> None:
    assert told(body_doc(text), "form", "rank", "money") == expected


@pytest.mark.parametrize(
    ("text", "conferrer"),
    [
        ("Giải Nhất 2 triệu đồng, do Hội LHPN tỉnh trao.", "Hội LHPN tỉnh"),
        ("Ban Tổ chức Hội thi “Bếp quê” trao 01 giải Nhất.", "Ban Tổ chức Hội thi"),
        ("Tại Hội nghị Chủ tịch UBND tỉnh trao Bằng khen cho 04 tập thể.", "Chủ tịch UBND tỉnh"),
        ("Chủ tịch nước truy tặng danh hiệu Nghệ nhân Nhân dân cho 01 cụ.", "Chủ tịch nước"),
        ("Danh hiệu vững mạnh xuất sắc do LĐLĐ huyện công nhận.", "LĐLĐ huyện"),
        ("Hội CCB huyện tặng quà 20% hội viên. Việc xét tặng Kỷ niệm chương theo hướng dẫn riêng.", None),
        ("Đơn vị tốt được Hiệu trưởng khen; đơn vị chậm không xét danh hiệu “Tập thể lao động xuất sắc”.", None),
        ("Không quá 15% cá nhân đạt danh hiệu “Lao động tiên tiến” của cơ quan, đơn vị.", None),
        ("Đề nghị tặng Kỷ niệm chương Cựu chiến binh Việt Nam trước ngày 10/10.", None),
    ],
)
def test_who_confers(body_doc: BodyDoc, text: str, conferrer: str | None) -> None:
    assert {award[0] for award in told(body_doc(text), "conferrer")} == {conferrer}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở tặng Giấy khen cho 05 tổ và 12 giáo viên.", [(5, "collective"), (12, "individual")]),
        ("Sở tặng Giấy khen cho 10 giáo viên, 05 nhân viên.", [(None, "individual")]),
        ("Sở tặng Giấy khen cho không quá 20 tập thể và 30 cá nhân.", [(None, "both")]),
        ("Mỗi xã lập hồ sơ đề nghị UBND huyện tặng Giấy khen cho 01 tập thể.", [(None, "collective")]),
        ("Sau 3 năm, 37 tập thể được Bộ trưởng tặng Bằng khen.", [(37, "collective")]),
        ("LĐLĐ tỉnh tặng Bằng khen 09 CĐCS.", [(9, "collective")]),
        ("Mỗi phòng được đề nghị tối đa 01 cá nhân tặng Bằng khen của Bộ trưởng.", [(None, "individual")]),
        ("Bằng khen của Bộ trưởng: mỗi sở đề nghị tối đa 02 tập thể và 03 cá nhân.", [(None, "both")]),
        ("Lớp nào nhiều hoa điểm tốt nhất Hiệu trưởng tặng Giấy khen.", [(None, "collective")]),
        ("Tặng Giấy khen cho Công đoàn Trường THCS Đồi Sim.", [(None, "collective")]),
        ("Trường đón nhận Huân chương Lao động hạng Ba.", [(None, "collective")]),
        ("Khen thưởng 01 tập thể, 02 cá nhân (Giấy khen của Sở).", [(1, "collective"), (2, "individual")]),
        ("Giám đốc tặng Giấy khen cho tập thể tổ Lúa và 05 cá nhân.", [(None, "both")]),
        ("Sở công nhận danh hiệu “Lao động tiên tiến” cho 38 cá nhân.", [(38, "individual")]),
        ("6 | Chiến sĩ thi đua cơ sở | không quá 08 người", [(None, "individual")]),
    ],
)
def test_how_many_and_to_whom(body_doc: BodyDoc, text: str, expected: list[tuple[int | None, str]]) -> None:
    assert told(body_doc(text), "quantity", "to") == expected


@pytest.mark.parametrize(
    "text",
    [
        "UBND tặng Giấy khen kèm tiền thưởng 300.000 đồng cho 06 tổ và 200.000 đồng cho 10 đoàn viên.",
        "UBND tặng Giấy khen cho 06 tổ và 10 đoàn viên, mức thưởng: tổ 300.000 đồng, đoàn viên 200.000 đồng.",
        "UBND tặng Giấy khen và thưởng 300.000 đồng/tập thể cho 06 tập thể, 200.000 đồng/người cho 10 nhà giáo.",
    ],
)
def test_two_sums_and_two_numbers_are_two_awards(body_doc: BodyDoc, text: str) -> None:
    assert told(body_doc(text), "quantity", "money", "to") == [
        (6, 300_000, "collective"),
        (10, 200_000, "individual"),
    ]


def test_two_sums_for_one_kind_of_recipients_are_one_award_with_neither(body_doc: BodyDoc) -> None:
    text = "UBND xã tặng Giấy khen kèm 500.000 đồng cho 02 thôn và Giấy khen kèm 300.000 đồng cho 15 hộ."
    assert told(body_doc(text), "quantity", "money", "to") == [(None, None, "collective")]


def test_an_abbreviation_is_the_form_only_where_nothing_else_is_printed(body_doc: BodyDoc) -> None:
    assert told(body_doc("Xét tặng CSTĐ cấp tỉnh"), "form", "level") == [("cstđ cấp tỉnh", "province")]
    both = "Xét tặng Chiến sĩ thi đua cấp tỉnh\nHồ sơ CSTĐ cấp tỉnh gồm 02 bộ"
    assert told(body_doc(both), "form") == [("chiến sĩ thi đua cấp tỉnh",)]
