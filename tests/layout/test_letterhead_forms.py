"""Letterhead and signature as other clerks print them: numbers, datelines, bodies, posts and names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from congvan.components import canonical_of
from congvan.extract.header import extract
from congvan.pipeline import annotate
from congvan.pipeline import extract as extract_file

LETTER = """\
UBND TỈNH SƠN HÀ
SỞ CÔNG NGHỆ
Số: 31/SCN-VP
V/v báo cáo tình hình
sử dụng chữ ký số
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 05 tháng 4 năm 2022
Kính gửi: Các huyện.
Sở đề nghị các huyện báo cáo trước ngày 20/4/2022.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Đỗ Minh Khoáng
"""


def header(**changes: str) -> dict[str, Any]:
    """The letter's header with other words for its number, dateline, bodies or signature."""
    text = LETTER
    parts = {
        "code": "Số: 31/SCN-VP",
        "dateline": "Sơn Hà, ngày 05 tháng 4 năm 2022",
        "bodies": "UBND TỈNH SƠN HÀ\nSỞ CÔNG NGHỆ",
        "signature": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nĐỗ Minh Khoáng",
    }
    for part, words in changes.items():
        text = text.replace(parts[part], words)
    found: dict[str, Any] = {}
    for candidate in sorted(extract(annotate(canonical_of(text))), key=lambda c: -c.score):
        found.setdefault(candidate.kind.removeprefix("header."), candidate.values["value"])
    return found


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Số.: 31/SCN-VP", "31/SCN-VP"),
        ("Số ký hiệu: 31/SCN-VP", "31/SCN-VP"),
        ("CV số: 31/SCN-VP", "31/SCN-VP"),
        ("SỐ: 31/SCN - VP", "31/SCN-VP"),
        ("Số: 31/scn-vp", "31/scn-vp"),
        ("Số: 31a/SCN-VP", "31a/SCN-VP"),
        ("Số 31-CV/BTGTU", "31-CV/BTGTU"),
        ("Số: 31 CV/TĐTN-VP", "31CV/TĐTN-VP"),
        ("Số: 31/HĐĐ", "31/HĐĐ"),
        ("Số: ......./SCN-VP", None),
        ("Số:      /SCN-VP", None),
    ],
)
def test_a_number_after_any_cue(printed: str, value: str | None) -> None:
    assert header(code=printed)["code"] == value


@pytest.mark.parametrize(
    ("printed", "place", "day"),
    [
        ("Sơn Hà, 05/4/2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà ngày 05.4.2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà - ngày 05 tháng 4 năm 2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà, hồi 20 giờ 00 ngày 05 tháng 4 năm 2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà, 20 giờ 00 phút, ngày 05 tháng 4 năm 2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà, ngày 05 tháng tư năm 2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà, ngày 05 tháng 4năm 2022", "Sơn Hà", "2022-04-05"),
        ("Sơn Hà, ngày 05tháng 4 năm2022", "Sơn Hà", "2022-04-05"),
        ("Phường 5, ngày 05 tháng 4 năm 2022", "Phường 5", "2022-04-05"),
        ("Sơn Hà, ngày    tháng 4 năm 2022", "Sơn Hà", None),
        ("Sơn Hà, ngày 31 tháng 4 năm 2022", "Sơn Hà", None),
    ],
)
def test_a_dateline_in_any_form(printed: str, place: str, day: str | None) -> None:
    found = header(dateline=printed)
    assert (found["place"], found["issued_on"]) == (place, day)


@pytest.mark.parametrize(
    ("bodies", "parent", "issuer"),
    [
        ("TỈNH HỘI PHỤ NỮ SƠN HÀ\nHỘI LHPN HUYỆN BÌNH KHÊ", "TỈNH HỘI PHỤ NỮ SƠN HÀ", "HỘI LHPN HUYỆN BÌNH KHÊ"),
        ("HỘI ĐỒNG NHÂN DÂN\nHUYỆN BÌNH KHÊ\nTHƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN HUYỆN BÌNH KHÊ", "THƯỜNG TRỰC"),
        ("MTTQ VIỆT NAM HUYỆN BÌNH KHÊ\nBAN THƯỜNG TRỰC", "MTTQ VIỆT NAM HUYỆN BÌNH KHÊ", "BAN THƯỜNG TRỰC"),
        ("CHI CỤC KIỂM LÂM\nHẠT KIỂM LÂM BÌNH KHÊ", "CHI CỤC KIỂM LÂM", "HẠT KIỂM LÂM BÌNH KHÊ"),
        ("UBND tỉnh Sơn Hà\nSở Công nghệ", "UBND tỉnh Sơn Hà", "Sở Công nghệ"),
        ("Ủy ban nhân dân\nTỉnh Sơn Hà", None, "Ủy ban nhân dân Tỉnh Sơn Hà"),
        ("BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\nCỤC VIỆC LÀM", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "CỤC VIỆC LÀM"),
        ("ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH SƠN HÀ", "ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH SƠN HÀ"),
    ],
)
def test_bodies_over_several_lines(bodies: str, parent: str | None, issuer: str) -> None:
    found = header(bodies=bodies)
    assert (found.get("parent"), found["issuer"]) == (parent, issuer)


@pytest.mark.parametrize(
    ("lines", "authority", "role"),
    [
        ("Q. GIÁM ĐỐC", None, "Q. GIÁM ĐỐC"),
        ("QUYỀN GIÁM ĐỐC", None, "QUYỀN GIÁM ĐỐC"),
        ("TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("K.T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "K.T GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ("KT. HIỆU TRƯỞNG\nP.HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG", "P.HIỆU TRƯỞNG"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nkiêm Trưởng ban Thi đua", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC kiêm Trưởng ban Thi đua"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ", "TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
        ("TRƯỞNG BAN\nGIÁM ĐỐC SỞ Y TẾ", None, "TRƯỞNG BAN"),
    ],
)
def test_capacity_and_post(lines: str, authority: str | None, role: str) -> None:
    found = header(signature=f"{lines}\nĐỗ Minh Khoáng")
    assert (found.get("authority"), found["signer_role"], found["signer"]) == (authority, role, "Đỗ Minh Khoáng")


@pytest.mark.parametrize(
    "title",
    [
        "PGS.TS. ",
        "Thượng tá, ThS. ",
        "Thiếu tướng, PGS.TS ",
        "Nhà văn ",
        "Nhạc sĩ ",
        "Kiến trúc sư ",
        "Nhà giáo ưu tú ",
        "Hoà thượng ",
        "Cử nhân ",
        "Dược sĩ CKI ",
        "Thiếu tá QNCN ",
        "(Đã ký) TS. ",
        "Đồng chí ",
    ],
)
def test_titles_and_ranks_are_no_part_of_the_name(title: str) -> None:
    assert header(signature=f"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n{title}Đỗ Minh Khoáng")["signer"] == "Đỗ Minh Khoáng"


@pytest.mark.parametrize(
    "name",
    ["Cao Đăng Thuỵ Vân", "Khuất Đình Vạn", "H'Linh Niê", "Ksor H'Bơ", "K' Brếp", "Rơ Châm H'Yéo", "A Lăng Thị Bích"],
)
def test_names_of_every_people(name: str) -> None:
    assert header(signature=f"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n{name}")["signer"] == name


TITLED = """\
UBND TỈNH SƠN HÀ
SỞ CÔNG NGHỆ
Số: 31/KH-SCN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 05 tháng 4 năm 2022
{}
Căn cứ Quyết định số 7/QĐ-SCN ngày 05/01/2021 của Giám đốc Sở Công nghệ về chợ phiên;
"""


def titled(lines: str) -> dict[str, Any]:
    found = extract(annotate(canonical_of(TITLED.format(lines))))
    return {c.kind.removeprefix("header."): c.values["value"] for c in reversed(found)}


@pytest.mark.parametrize(
    ("lines", "type_", "subject"),
    [
        ("KẾ HOẠCH\nTổ chức chợ phiên\n(Kèm theo Quyết định số 5/QĐ-SCN)", "kế hoạch", "Tổ chức chợ phiên"),
        ("THỂ LỆ\nHội thi kéo co (Ban hành kèm theo Kế hoạch số 5/KH-SCN)", "thể lệ", "Hội thi kéo co"),
        ("KẾ HOẠCH\nTổ chức chợ phiên (đợt 2)", "kế hoạch", "Tổ chức chợ phiên (đợt 2)"),
        ("NGHỊ QUYẾT\nVề chợ phiên\nHỘI ĐỒNG NHÂN DÂN TỈNH SƠN HÀ KHÓA X, KỲ HỌP THỨ 5", "nghị quyết", "chợ phiên"),
        ("GIẤY MỜI\nDự họp chợ phiên\nTrân trọng kính mời: Các huyện", "giấy mời", "Dự họp chợ phiên"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết 5-NQ/TU", "chương trình", "Thực hiện Nghị quyết 5-NQ/TU"),
        ("KẾT LUẬN THANH TRA\nVề việc quản lý chợ phiên", "kết luận", "quản lý chợ phiên"),
        ("CÔNG ĐIỆN KHẨN\nVề việc ứng phó bão số 3", "công điện", "ứng phó bão số 3"),
    ],
)
def test_a_subject_ends_where_it_is_told_no_more(lines: str, type_: str, subject: str) -> None:
    found = titled(lines)
    assert (found["type"], found["subject"]) == (type_, subject)


@pytest.mark.parametrize(("title", "urgency"), [("CÔNG ĐIỆN KHẨN", "khẩn"), ("CÔNG ĐIỆN HỎA TỐC", "hỏa tốc")])
def test_a_telegram_tells_its_urgency_in_the_title(title: str, urgency: str) -> None:
    assert titled(f"{title}\nVề việc ứng phó bão số 3")["urgency"] == urgency


def test_of_two_signatures_side_by_side_the_chair_counts_with_the_post_below(tmp_path: Path) -> None:
    text = (
        TITLED.format("BIÊN BẢN\nHội nghị viên chức") + "Biên bản lập thành 03 bản./.\n\n"
        "       THƯ KÍ                                            CHỦ TỌA\n\n"
        "                                                       HIỆU TRƯỞNG\n\n"
        "   Hồ Diệu Khoáng                                     Mạc Đình Mơ\n"
    )
    path = tmp_path / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    header = extract_file(path).records[0].header
    assert header.signer_role is not None
    assert header.signer is not None
    assert (header.authority, header.signer_role.value, header.signer.value) == (None, "HIỆU TRƯỞNG", "Mạc Đình Mơ")


def test_a_day_in_capitals_goes_on_the_subject(tmp_path: Path) -> None:
    text = (
        "THÔNG BÁO\nKẾT LUẬN CỦA BAN CHỈ ĐẠO TRỒNG CÂY TẠI PHIÊN HỌP THỨ BA\nNGÀY 19 THÁNG 7 NĂM 2023\n"
        "Ngày 19 tháng 7 năm 2023, tại trụ sở huyện, Trưởng ban đã chủ trì phiên họp thứ ba của Ban Chỉ đạo.\n"
    )
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    [record] = extract_file(file).records
    assert record.header.issued_on is None
    assert record.header.subject is not None
    assert record.header.subject.value == (
        "KẾT LUẬN CỦA BAN CHỈ ĐẠO TRỒNG CÂY TẠI PHIÊN HỌP THỨ BA NGÀY 19 THÁNG 7 NĂM 2023"
    )


@pytest.mark.parametrize("heading", ["GIẢI THƯỞNG CUỘC THI", "CƠ CẤU GIẢI THƯỞNG", "2. THỜI GIAN TỔ CHỨC"])
def test_where_the_letterhead_is_lost_a_heading_is_no_issuer(heading: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"{heading}\n- 01 giải Nhất: 500.000 đồng.\n- 02 giải Nhì: 300.000 đồng.\n", encoding="utf-8")
    [record] = extract_file(file).records
    assert record.header.issuer is None
