"""What a target's clause says: whose figure it is and what is told of it, in sentences of several figures."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from tests.extract.figures import BodyDoc, told

from congvan.extract.targets import extract


def said(doc: Doc) -> list[tuple[object, ...]]:
    return told(doc, "value", "population", "metric")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hội Đò tổ chức 02 chuyến thăm, mỗi chi hội cử 03 người.",
            [(2, "Hội Đò", "tổ chức"), (3, "mỗi chi hội", "cử")],
        ),
        ("Bố trí mỗi bến 02 nhân viên cứu hộ.", [(2, "mỗi bến", "Bố trí")]),
        ("Huy động từng chi hội từ 10 đến 12 hội viên.", [(10, "từng chi hội", "Huy động")]),
        ("Thành lập 05 tổ, mỗi tổ không quá 07 người.", [(5, None, "Thành lập"), (7, "mỗi tổ", None)]),
        ("Các xã ven sông, mỗi xã cử 02 người.", [(2, "Các xã ven sông, mỗi xã", "cử")]),
    ],
)
def test_each_that_opens_a_clause_is_its_subject(
    body_doc: BodyDoc, text: str, expected: list[tuple[object, ...]]
) -> None:
    assert said(body_doc(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phấn đấu nữ không dưới 35%.", [(35, "nữ", None)]),
        ("Phấn đấu nữ từ 30% trở lên, đảng viên ít nhất 10%.", [(30, "nữ", None), (10, "đảng viên", None)]),
        ("Phấn đấu cán bộ trẻ (dưới 40 tuổi) không dưới 15%.", [(15, "cán bộ trẻ (dưới 40 tuổi)", None)]),
        ("Phấn đấu trẻ dưới 5 tuổi đạt 98%.", [(98, "trẻ dưới 5 tuổi", "đạt")]),
    ],
)
def test_a_share_of_people_with_no_verb_has_them_as_population(
    body_doc: BodyDoc, text: str, expected: list[tuple[object, ...]]
) -> None:
    assert said(body_doc(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phấn đấu 82% chi hội, 90% chi đoàn và 75% công đoàn cơ sở được xếp loại vững mạnh.",
            [
                (82, "chi hội", "được xếp loại vững mạnh"),
                (90, "chi đoàn", "được xếp loại vững mạnh"),
                (75, "công đoàn cơ sở", "được xếp loại vững mạnh"),
            ],
        ),
        (
            "Đề nghị Khoa Mỏ vận động 300 đoàn viên hiến máu, Khoa Đò 150 đoàn viên.",
            [(300, "Khoa Mỏ", "vận động"), (150, "Khoa Đò", "vận động")],
        ),
        (
            "Cử giáo viên dự tập huấn: Trường Cồn Cát 04 người, các trường khác mỗi trường 02 người.",
            [(4, "Trường Cồn Cát", "Cử"), (2, "các trường khác mỗi trường", "Cử")],
        ),
        (
            "Mỗi phòng cử không quá 06 người dự thi, trong đó cấp tiểu học 04, cấp mầm non 02.",
            [(6, "Mỗi phòng", "cử"), (4, "cấp tiểu học", "cử"), (2, "cấp mầm non", "cử")],
        ),
    ],
)
def test_figures_of_a_list_share_what_is_told_once(
    body_doc: BodyDoc, text: str, expected: list[tuple[object, ...]]
) -> None:
    assert said(body_doc(text)) == expected


def test_a_list_shares_the_bound_of_its_first_figure(body_doc: BodyDoc) -> None:
    text = "Các sở phải có ít nhất 50% hồ sơ nộp trực tuyến, UBND huyện 40%."
    found = [(c.values["value"], c.values["comparator"]) for c in extract(body_doc(text))]
    assert found == [(50, "ge"), (40, "ge")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phấn đấu bố trí không quá 45 học sinh/lớp.", [(45, "lớp", "bố trí")]),
        ("Các sở cử không quá 03 người/đơn vị.", [(3, "đơn vị", "cử")]),
        ("Mỗi giáo viên dự giờ tối thiểu 12 buổi/năm học.", [(12, "Mỗi giáo viên", "dự giờ")]),
        ("Học sinh mất sách được hỗ trợ ít nhất 01 chiếc cặp/học sinh.", [(1, "Học sinh mất sách", "hỗ trợ")]),
    ],
)
def test_whose_figure_it_is_may_stand_after_a_stroke(
    body_doc: BodyDoc, text: str, expected: list[tuple[object, ...]]
) -> None:
    assert said(body_doc(text)) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mỗi xã đề nghị tối đa 03 cá nhân, hồ sơ gửi về Phòng Đò.", "cá nhân"),
        ("Mỗi xã đề nghị tối đa 03 tập thể, cá nhân.", "tập thể, cá nhân"),
        ("Mỗi xã ra mắt ít nhất 02 “Tổ liên gia an toàn”.", "Tổ liên gia an toàn"),
        ("Mỗi hộ trang bị ít nhất 01 bình chữa cháy.", "bình chữa cháy"),
        ("Mỗi phường chọn cử 02 hộ, phường nào có khó khăn thì báo lại.", "hộ"),
    ],
)
def test_where_what_is_counted_ends(body_doc: BodyDoc, text: str, unit: str) -> None:
    assert [c.values["unit"] for c in extract(body_doc(text))][:1] == [unit]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Phấn đấu có thêm 04 trường đạt chuẩn quốc gia vào cuối năm.", "đạt chuẩn quốc gia"),
        ("Mỗi đoàn có ít nhất 02 tác phẩm gửi dự thi.", "gửi dự thi"),
        ("Mỗi tổ có ít nhất 02 tuyến đường lắp đèn.", "có"),
    ],
)
def test_what_is_told_of_the_counted(body_doc: BodyDoc, text: str, metric: str) -> None:
    assert [c.values["metric"] for c in extract(body_doc(text))] == [metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tiếp tục nâng cao tỷ lệ đơn thư trả lời đúng hạn, phấn đấu đạt trên 97%.",
            [(97, None, "tỷ lệ đơn thư trả lời đúng hạn")],
        ),
        (
            "Duy trì tỷ lệ cá giống nhẹ cân (dưới 20 gam) dưới 5%.",
            [(5, None, "tỷ lệ cá giống nhẹ cân (dưới 20 gam)")],
        ),
        ("Mỗi hội viên gửi tối đa ba (03) bài dự thi.", [(3, "Mỗi hội viên", "gửi")]),
        ("Mỗi bến có ít nhất 01 hoạt động nhân Tháng Sông nước 2015.", [(1, "Mỗi bến", "có")]),
        ("Phấn đấu không còn xã dưới 15 tiêu chí.", []),
        ("Xã Đò có tổng số dân: 4.120 người.", []),
        ("Mỗi khối có cơ cấu 01 giải nhất: 1.000.000", []),
    ],
)
def test_what_web_copies_of_plans_say(body_doc: BodyDoc, text: str, expected: list[tuple[object, ...]]) -> None:
    assert said(body_doc(text)) == expected


@pytest.mark.parametrize(
    "lead", ["Mục tiêu cụ thể đến năm 2025: phấn đấu", "Đặt mục tiêu đến năm 2025,", "Đến năm 2025: phấn đấu"]
)
def test_a_goal_that_opens_with_its_year_is_due_then(body_doc: BodyDoc, lead: str) -> None:
    text = f"{lead} toàn huyện có ít nhất 80% số bến đạt chuẩn; 60% số thuyền có áo phao."
    assert [c.values["due_on"] for c in extract(body_doc(text)) if not c.doubtful] == ["2025", "2025"]
