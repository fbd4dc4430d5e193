"""Keys of bodies: one for each whatever its printed form, none where nothing is sure. The offices are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.who.keyed.model import Office
from congvan.grammar.who.keyed.offices import office_of
from congvan.grammar.who.keyed.printed import own_abbreviations
from congvan.grammar.who.keyed.reading import bodies_in_name
from congvan.lexicons import load

PROVINCE = office_of("ỦY BAN NHÂN DÂN TỈNH SƠN HÀ")
DISTRICT = office_of("ỦY BAN NHÂN DÂN HUYỆN BÌNH KHÊ", "UBND TỈNH SƠN HÀ")
DEPARTMENT = office_of("SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ")
SCHOOL = office_of("TRƯỜNG THPT ĐÔNG LĨNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN HÀ")
UNION = office_of("CÔNG ĐOÀN VIÊN CHỨC", "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN HÀ")
MINISTRY = office_of("BỘ Y TẾ", place="Hà Nội")
NOBODY = Office()


def keys(name: str, office: Office) -> list[str]:
    return [body.key for body in bodies_in_name(name, office)]


@pytest.mark.parametrize(
    "printed",
    [
        "UBND tỉnh Sơn Hà",
        "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ",
        "Uỷ ban nhân dân tỉnh Sơn Hà",
        "Ủy ban nhân dân\ntỉnh Sơn Hà",
        "ỦY BAN NHÂN DÂNTỈNH SƠN HÀ",
        "Uy ban nhân dân tỉnh Sơn Hà;",
    ],
)
def test_one_body_under_many_printed_forms_has_one_key(printed: str) -> None:
    assert keys(printed, NOBODY) == ["ubnd/tinh:son-ha"]


@pytest.mark.parametrize(
    ("printed", "office", "expected"),
    [
        # what stands alone is understood from the office that writes
        ("UBND tỉnh", PROVINCE, ["ubnd/tinh:son-ha"]),
        ("UBND tỉnh", DISTRICT, ["ubnd/tinh:son-ha"]),
        ("UBND huyện", DISTRICT, ["ubnd/huyen:binh-khe"]),
        ("UBND", DISTRICT, ["ubnd/huyen:binh-khe"]),
        ("Sở", DEPARTMENT, ["so:y-te/tinh:son-ha"]),
        ("Lãnh đạo Sở", DEPARTMENT, ["so:y-te/tinh:son-ha"]),
        ("Sở", SCHOOL, ["so:giao-duc-dao-tao/tinh:son-ha"]),
        ("nhà trường", SCHOOL, ["truong-thpt:dong-linh/tinh:son-ha"]),
        ("Ban Giám hiệu", SCHOOL, ["truong-thpt:dong-linh/tinh:son-ha"]),
        ("Sở Nội vụ", PROVINCE, ["so:noi-vu/tinh:son-ha"]),
        ("CĐVC tỉnh", UNION, ["cong-doan-vien-chuc/tinh:son-ha"]),
        ("Tỉnh ủy", UNION, ["tinh-uy/tinh:son-ha"]),
        # and has no key where it is not
        ("UBND tỉnh", MINISTRY, []),
        ("UBND tỉnh", NOBODY, []),
        ("UBND", NOBODY, []),
        ("UBND thành phố", PROVINCE, []),
        ("Sở Nội vụ", NOBODY, []),
        ("nhà trường", PROVINCE, []),
        ("cơ quan", DEPARTMENT, []),
        ("Phòng Đào tạo", SCHOOL, []),
        ("Phòng Kế hoạch", DEPARTMENT, []),
        ("Trường Cao đẳng Y tế", NOBODY, []),
        ("UBND huyện Châu Thành", NOBODY, []),
        ("UBND huyện Châu Thành", PROVINCE, ["ubnd/tinh:son-ha/huyen:chau-thanh"]),
        ("Uỷ ban MTTQ VN tỉnh SH", NOBODY, []),
        # abbreviations, fields, seats, schools
        ("Sở GD&ĐT tỉnh Sơn Hà", NOBODY, ["so:giao-duc-dao-tao/tinh:son-ha"]),
        ("SỞ GIÁO DỤC & ĐÀO TẠO SƠN HÀ", NOBODY, ["so:giao-duc-dao-tao/tinh:son-ha"]),
        ("Sở LĐ-TB&XH", PROVINCE, ["so:lao-dong-thuong-binh-xa-hoi/tinh:son-ha"]),
        ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", PROVINCE, ["so:lao-dong-thuong-binh-xa-hoi/tinh:son-ha"]),
        ("Sở Văn hoá, thể thao và du lịch", PROVINCE, ["so:van-hoa-the-thao-du-lich/tinh:son-ha"]),
        ("Phòng GD&ĐT", DISTRICT, ["phong:giao-duc-dao-tao/huyen:binh-khe"]),
        ("Tỉnh Đoàn Sơn Hà", NOBODY, ["doan/tinh:son-ha"]),
        ("Đoàn TNCS Hồ Chí Minh tỉnh Sơn Hà", NOBODY, ["doan/tinh:son-ha"]),
        ("Ủy ban MTTQ Việt Nam tỉnh", PROVINCE, ["mttq/tinh:son-ha"]),
        ("Trường Trung học phổ thông Đông Lĩnh", PROVINCE, ["truong-thpt:dong-linh/tinh:son-ha"]),
        ("UBND TP.HCM", NOBODY, ["ubnd/tp:ho-chi-minh"]),
        ("Công đoàn Giáo dục Việt Nam", NOBODY, ["cong-doan-nganh:giao-duc/viet-nam"]),
        ("Ban Chấp hành Trung ương Đảng khoá XII", NOBODY, ["trung-uong-dang"]),
        ("UBND xã Đông Lĩnh, huyện Bình Khê, tỉnh Sơn Hà", NOBODY, ["ubnd/huyen:binh-khe/xa:dong-linh"]),
        ("UBND xã Đông Lĩnh", DISTRICT, ["ubnd/huyen:binh-khe/xa:dong-linh"]),
        # lists
        ("Sở Y tế, Sở Nội vụ", PROVINCE, ["so:y-te/tinh:son-ha", "so:noi-vu/tinh:son-ha"]),
        ("Sở Y tế và Bộ Y tế", PROVINCE, ["so:y-te/tinh:son-ha", "bo:y-te"]),
        ("Sở Nội vụ - Sở Y tế", PROVINCE, ["so:noi-vu/tinh:son-ha", "so:y-te/tinh:son-ha"]),
        ("Các Sở: Y tế, Nội vụ", PROVINCE, ["so:y-te/tinh:son-ha", "so:noi-vu/tinh:son-ha"]),
        ("Các sở, ngành: Y tế, Nội vụ", PROVINCE, ["so:y-te/tinh:son-ha", "so:noi-vu/tinh:son-ha"]),
        ("HĐND và UBND tỉnh", PROVINCE, ["hdnd/tinh:son-ha", "ubnd/tinh:son-ha"]),
        ("Sở Y tế và UBND các huyện, thành phố", PROVINCE, ["so:y-te/tinh:son-ha", "cac:ubnd-huyen/tinh:son-ha"]),
        ("Sở Y tế chủ trì, Sở Nội vụ", PROVINCE, ["so:noi-vu/tinh:son-ha"]),
        # classes
        ("các sở, ban, ngành", PROVINCE, ["cac:so-ban-nganh/tinh:son-ha"]),
        ("Các sở, ban, ngành cấp tỉnh", PROVINCE, ["cac:so-ban-nganh/tinh:son-ha"]),
        ("UBND các huyện, thị xã, thành phố", PROVINCE, ["cac:ubnd-huyen/tinh:son-ha"]),
        ("UBND các tỉnh, thành phố", MINISTRY, ["cac:ubnd-tinh"]),
        ("các CĐCS trực thuộc", UNION, ["cac:cong-doan-co-so"]),
        # no body at all
        ("cán bộ, công chức", PROVINCE, []),
        ("Như trên", PROVINCE, []),
        ("VT", PROVINCE, []),
        ("", PROVINCE, []),
    ],
)
def test_keys_of_a_printed_name(printed: str, office: Office, expected: list[str]) -> None:
    assert keys(printed, office) == expected


@pytest.mark.parametrize(
    ("printed", "office", "level", "parent", "organ"),
    [
        ("UBND tỉnh Sơn Hà", NOBODY, "province", "chinh-phu", None),
        ("Chủ tịch UBND tỉnh Sơn Hà", NOBODY, "province", "chinh-phu", "chủ tịch"),
        ("Ban Thường vụ LĐLĐ tỉnh", UNION, "province", "tong-ldld", "ban thường vụ"),
        ("CĐVC tỉnh", UNION, "district", "ldld/tinh:son-ha", None),
        ("Sở Y tế", PROVINCE, "province", "ubnd/tinh:son-ha", None),
        ("UBND huyện Bình Khê", NOBODY, "district", None, None),
        ("UBND xã Đông Lĩnh", DISTRICT, "grassroots", "ubnd/huyen:binh-khe", None),
        ("Thủ tướng Chính phủ", NOBODY, "central", "chinh-phu", None),
        ("Quốc hội", NOBODY, "state", None, None),
        ("UBND thành phố Hà Nội", NOBODY, "province", "chinh-phu", None),
        ("UBND các huyện", PROVINCE, "district", None, None),
    ],
)
def test_level_parent_and_organ(
    printed: str, office: Office, level: str | None, parent: str | None, organ: str | None
) -> None:
    (body,) = bodies_in_name(printed, office)
    assert (body.level, body.parent, body.organ) == (level, parent, organ)


def test_a_dispatch_tells_what_a_district_stands_under_though_its_key_does_not() -> None:
    (body,) = bodies_in_name("UBND huyện Bình Khê", PROVINCE)
    assert (body.parent, body.under) == (None, "ubnd/tinh:son-ha")


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("giao Sở Nông nghiệp và Phát triển nông thôn (sau đây gọi là Sở NNo) chủ trì", "Sở NNo",
         "Sở Nông nghiệp và Phát triển nông thôn"),
        ("gửi Sở Công Thương (viết tắt là SCT) trước", "SCT", "Sở Công Thương"),
        ("Ban Tổ chức (BTC) sẽ thông báo", "BTC", "Ban Tổ chức"),
    ],
)  # fmt: skip
def test_a_document_defines_its_own_abbreviations(text: str, short: str, words: str) -> None:
    assert own_abbreviations(text) == {short: words}


@pytest.mark.parametrize(
    "text", ["Sở Y tế (TP) chủ trì", "Sở Y tế (qua Văn phòng)", "trong tháng (BTC) có", "Sở Y tế (02 bản)"]
)
def test_a_bracket_that_spells_no_body_defines_nothing(text: str) -> None:
    assert own_abbreviations(text) == {}


def test_the_documents_own_abbreviation_goes_before_the_lexicons() -> None:
    text = "do Sở Công Thương (SCT) trình; Ban Tổ chức (BTC) họp."
    office = office_of("UBND TỈNH SƠN HÀ", text=text)
    assert keys("SCT", office) == ["so:cong-thuong/tinh:son-ha"]
    assert keys("BTC", office) == ["ban-to-chuc/ubnd/tinh:son-ha"]


def test_a_department_without_a_parent_is_of_the_province_it_is_dated_in() -> None:
    assert [body.key for body in office_of("SỞ Y TẾ", place="An Giang").issuers] == ["so:y-te/tinh:an-giang"]
    assert office_of("BỘ Y TẾ", place="Hà Nội").territory == {}


def test_joint_issuers_are_several_and_none_of_them_is_the_office() -> None:
    office = office_of("LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN HÀ - SỞ Y TẾ")
    assert office.issuers[0].key == "ldld/tinh:son-ha"
    assert keys("Sở", office_of("SỞ Y TẾ - SỞ NỘI VỤ", "UBND TỈNH SƠN HÀ")) == []


WORDS = ["Sở", "Y tế", "UBND", "các", "huyện", "tỉnh", "Sơn Hà", ",", "và", "-", ":", "Chủ tịch", "(BTC)", "TP."]


@given(st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_give_well_formed_keys_or_none(name: str) -> None:
    for body in bodies_in_name(name, PROVINCE):
        assert body.key == body.key.lower()
        assert not set(body.key) & set(" ,\n\t")
        assert body.level in (None, "state", "central", "province", "district", "grassroots")


def test_every_rule_of_the_hierarchy_names_a_kind() -> None:
    kinds = {row["kind"] for row in load("body_kinds")}
    for row in load("body_kinds"):
        rule, _, top = row["above"].partition("|")
        assert {part.split(":")[0] for part in (rule, top) if part and part != "^"} <= kinds, row["head"]
    for row in load("body_organs"):
        assert {kind for kind in row["of"].split("|") if kind} <= kinds, row["words"]
