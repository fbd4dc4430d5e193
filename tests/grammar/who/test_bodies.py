"""Names of bodies: where they begin and end, and their level."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.who.bodies import body_span_at, find_bodies, level_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liên đoàn Lao động tỉnh việc triển khai", "Liên đoàn Lao động tỉnh"),
        ("LĐLĐ tỉnh Sơn Hà về phát động", "LĐLĐ tỉnh Sơn Hà"),
        ("Uỷ ban nhân dân tỉnh Sơn Hà Quy định mức thu", "Uỷ ban nhân dân tỉnh Sơn Hà"),
        (
            "Ban Thường vụ Liên đoàn Lao động (LĐLĐ) tỉnh Sơn Hà năm 2021",
            "Ban Thường vụ Liên đoàn Lao động (LĐLĐ) tỉnh Sơn Hà",
        ),
        ("Ban Chấp hành Trung ương Đảng khoá XII về", "Ban Chấp hành Trung ương Đảng khoá XII"),
        ("Ban Chấp hành Trung ương (khóa XII) về", "Ban Chấp hành Trung ương (khóa XII)"),
        ("Chính phủ quy định chi tiết", "Chính phủ"),
        ("Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        ("Sở Văn hoá, thể thao và du lịch về việc", "Sở Văn hoá, thể thao và du lịch"),
        ("Sở Giáo dục và Đào tạo và Sở Y tế", "Sở Giáo dục và Đào tạo"),
        ("Thanh tra Bộ Lao động - Thương binh và Xã hội.", "Thanh tra Bộ Lao động - Thương binh và Xã hội"),
        ("Hiệu trưởng trường ĐH Sơn Hà về", "Hiệu trưởng trường ĐH Sơn Hà"),
        ("Trường Đại học Công nghiệp Ven biển TP.HCM về", "Trường Đại học Công nghiệp Ven biển TP.HCM"),
        ("Cục quản lý muối Bộ Y tế về việc", "Cục quản lý muối Bộ Y tế"),
        ("Phòng Hợp tác quốc tế trình", "Phòng Hợp tác quốc tế"),
        ("Trưởng Ban Chỉ đạo 45 tỉnh về", "Trưởng Ban Chỉ đạo 45 tỉnh"),
        ("UBND các huyện, thị xã, thành phố và các sở", "UBND các huyện, thị xã, thành phố"),
        ("UBND xã Đông Lĩnh, huyện Bình Khê, tỉnh Sơn Hà", "UBND xã Đông Lĩnh, huyện Bình Khê, tỉnh Sơn Hà"),
        ("Hội đồng Thi đua - Khen thưởng tỉnh xét", "Hội đồng Thi đua - Khen thưởng tỉnh"),
        ("các công đoàn cơ sở trực thuộc tổ chức", "các công đoàn cơ sở trực thuộc"),
        ("Sở Công nghệ Sơn Hà phối hợp với", "Sở Công nghệ Sơn Hà"),
        ("Viện Nghiên cứu Sơn Hà về", "Viện Nghiên cứu Sơn Hà"),
        ("Công an tỉnh 15/3/2021", "Công an tỉnh"),
        ("Ban Tuyên giáo Huyện ủy phối hợp", "Ban Tuyên giáo Huyện ủy"),
        ("Phòng Tài chính – Kế hoạch huyện về", "Phòng Tài chính – Kế hoạch huyện"),
        ("Sở Nội vụ - Sở Y tế hướng dẫn", "Sở Nội vụ"),
        ("Tỉnh ủy Sơn Hà về việc", "Tỉnh ủy Sơn Hà"),
        ("Ban Thường vụ Tỉnh uỷ Sơn Hà khóa XV về", "Ban Thường vụ Tỉnh uỷ Sơn Hà khóa XV"),
        ("Thành ủy Lam ban hành", "Thành ủy Lam"),
        ("Tỉnh ủy Triển khai nhiệm vụ", "Tỉnh ủy"),
        ("Tỉnh ủy, UBND tỉnh chỉ đạo", "Tỉnh ủy"),
        ("Đảng ủy Khối cơ quan và doanh nghiệp tỉnh Sơn Hà.", "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh Sơn Hà"),
    ],
)
def test_name_ends_where_the_body_ends(text: str, name: str) -> None:
    span = body_span_at(text, 0)
    assert span is not None
    assert text[slice(*span)] == name


def test_joint_issuers_may_be_joined_by_a_dash() -> None:
    text = "của Bộ Nội vụ - Bộ Y tế về việc"
    joint = body_span_at(text, 4, joint=True)
    assert joint is not None
    assert text[slice(*joint)] == "Bộ Nội vụ - Bộ Y tế"


def test_joint_issuers_are_one_span_only_when_asked() -> None:
    text = "của Bộ Giáo dục và Đào tạo và Bộ Tài chính về việc"
    alone, joint = body_span_at(text, 4), body_span_at(text, 4, joint=True)
    assert alone is not None
    assert joint is not None
    assert text[slice(*alone)] == "Bộ Giáo dục và Đào tạo"
    assert text[slice(*joint)] == "Bộ Giáo dục và Đào tạo và Bộ Tài chính"


def test_list_announced_by_joint_head_is_one_span() -> None:
    text = "liên Bộ: Bộ Tài chính, Bộ Nội vụ, Bộ Y tế về việc hướng dẫn"
    span = body_span_at(text, 0, joint=True)
    assert span == (0, text.index(" về việc"))


@pytest.mark.parametrize("text", ["về việc", "tổ chức hội nghị", "Tổ chức thực hiện", "", "  ", "15 tập thể"])
def test_no_body_begins_here(text: str) -> None:
    assert body_span_at(text, 0) is None


def test_limit_and_line_end_the_name() -> None:
    assert body_span_at("UBND tỉnh Sơn Hà", 0, limit=9) == (0, 9)
    assert body_span_at("UBND tỉnh\nSơn Hà", 0) == (0, 9)


def test_bodies_of_a_sentence() -> None:
    text = "Giao Sở Tài chính chủ trì, phối hợp với UBND các huyện trình Chủ tịch UBND tỉnh; nhà trường dự."
    assert [text[m.start : m.end] for m in find_bodies(text)] == [
        "Sở Tài chính",
        "UBND các huyện",
        "Chủ tịch UBND tỉnh",
        "nhà trường",
    ]


@pytest.mark.parametrize(
    "text",
    ["Tổ chức hội thi", "Báo cáo viên", "Phòng ngừa", "Trường hợp khác", "sở hữu", "BAN HÀNH QUY CHẾ"],
)
def test_words_that_only_begin_like_a_body(text: str) -> None:
    assert find_bodies(text) == ()


@pytest.mark.parametrize(
    ("body", "issuer", "level"),
    [
        ("Chủ tịch nước", None, "state"),
        ("Quốc hội", None, "state"),
        ("Thủ tướng Chính phủ", None, "central"),
        ("Bộ trưởng Bộ Y tế", None, "central"),
        ("Tổng Liên đoàn Lao động Việt Nam", None, "central"),
        ("Trung ương Đoàn", None, "central"),
        ("Công đoàn Giáo dục Việt Nam", None, "province"),
        ("Chủ tịch UBND tỉnh Sơn Hà", None, "province"),
        ("LĐLĐ tỉnh", None, "province"),
        ("Sở Xây dựng", "district", "province"),
        ("Giám đốc Sở Giao thông", None, "province"),
        ("UBND Thành phố Hà Nội", None, "province"),
        ("UBND thành phố Sơn Tịnh", None, "district"),
        ("UBND thành phố", "district", "district"),
        ("Công đoàn Viên chức tỉnh", None, "district"),
        ("Ban Thường vụ Công đoàn Viên chức (CĐVC) tỉnh", None, "district"),
        ("Công đoàn ngành Giáo dục tỉnh", None, "district"),
        ("công đoàn cấp trên trực tiếp cơ sở", None, "district"),
        ("UBND huyện Bình Khê", None, "district"),
        ("Huyện ủy", None, "district"),
        ("UBND xã Đông Lĩnh, huyện Bình Khê", None, "grassroots"),
        ("Hiệu trưởng", None, "grassroots"),
        ("công đoàn cơ sở", "province", "grassroots"),
        ("Ban Thường vụ", "district", "district"),
        ("Giám đốc", "province", "province"),
        ("Ban Tổ chức", None, None),
        ("Hội đồng nhân dân các cấp", None, None),
    ],
)
def test_level_of_a_body(body: str, issuer: str | None, level: str | None) -> None:
    assert level_of(body, issuer) == level


@given(st.text(alphabet="Sở UBNDtỉnhvàcác,-()\n.:1ạ", max_size=80))
def test_mentions_are_ordered_and_never_blank(text: str) -> None:
    mentions = find_bodies(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(text[m.start : m.end] == text[m.start : m.end].strip() for m in mentions)
