from __future__ import annotations

import pytest

from congvan.datamodel.text import CanonicalText, Paragraph
from congvan.layout.cells import find_cells


def canonical(*lines: str) -> CanonicalText:
    """A text of lines, each with its zone before `|` (`head-left| SỞ ...`); no zone is the body."""
    text, paragraphs = "", []
    for line in lines:
        zone, _, content = line.rpartition("| ")
        start = len(text)
        text += f"{content}\n"
        paragraphs.append(Paragraph(start, len(text) - 1, 1, zone or "body"))
    return CanonicalText(text, paragraphs=tuple(paragraphs))


def cells(*lines: str) -> dict[str, str]:
    """Role -> words of the cells, lines joined by ` / `."""
    text = canonical(*lines)
    found: dict[str, str] = {}
    for cell in find_cells(text):
        words = text.text[cell.start : cell.end].replace("\n", " / ")
        found[cell.role] = f"{found[cell.role]} + {words}" if cell.role in found else words
    return found


NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
LETTER = (
    "head-left| UBND TỈNH SƠN HÀ",
    "head-left| SỞ CÔNG NGHỆ",
    "head-left| Số: 31/SCN-VP",
    "head-left| V/v báo cáo tình hình",
    "head-left| sử dụng chữ ký số",
    f"head-right| {NATION[0]}",
    f"head-right| {NATION[1]}",
    "head-right| Sơn Hà, ngày 07 tháng 4 năm 2022",
    "Kính gửi: - UBND các huyện;",
    "- Văn phòng UBND tỉnh.",
    "Thực hiện Kế hoạch số 12/KH-UBND, Sở đề nghị các đơn vị báo cáo.",
    "foot-left| Nơi nhận:",
    "foot-left| - Như trên;",
    "foot-left| - Các phòng, đơn vị thuộc",
    "foot-left| Sở;",
    "foot-left| - Lưu: VT.",
    "foot-right| KT. GIÁM ĐỐC",
    "foot-right| PHÓ GIÁM ĐỐC",
    "foot-right| (Đã ký)",
    "foot-right| Đỗ Minh Khoáng",
)


def test_a_letter_in_two_columns_has_all_its_cells() -> None:
    assert cells(*LETTER) == {
        "parent": "UBND TỈNH SƠN HÀ",
        "issuer": "SỞ CÔNG NGHỆ",
        "code": "Số: 31/SCN-VP",
        "subject": "V/v báo cáo tình hình / sử dụng chữ ký số",
        "nation": NATION[0],
        "place_date": "Sơn Hà, ngày 07 tháng 4 năm 2022",
        "addressee": "Kính gửi: - UBND các huyện; / - Văn phòng UBND tỉnh.",
        "recipients": "Nơi nhận: / - Như trên; / - Các phòng, đơn vị thuộc / Sở; / - Lưu: VT.",
        "authority": "KT. GIÁM ĐỐC",
        "signer_role": "PHÓ GIÁM ĐỐC",
        "signer": "Đỗ Minh Khoáng",
    }


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # national header first, everything one below the other
        (
            (*NATION, "Bình Khê, ngày 3 tháng 5 năm 2021", "UBND HUYỆN BÌNH KHÊ", "PHÒNG NỘI VỤ", "Số: 9/PNV"),
            {"parent": "UBND HUYỆN BÌNH KHÊ", "issuer": "PHÒNG NỘI VỤ", "code": "Số: 9/PNV"},
        ),
        # both columns on one line, as OCR and pasted text have them
        (
            (
                f"head| SỞ Y TẾ {NATION[0]}",
                f"head| BAN TỔ CHỨC HỘI THI {NATION[1]}",
                "head| Số: 2/BTC Sơn Hà, ngày 1/2/2021",
            ),
            {"parent": "SỞ Y TẾ", "issuer": "BAN TỔ CHỨC HỘI THI", "code": "Số: 2/BTC", "nation": NATION[0]},
        ),
        # the name of a body over several lines
        (
            ("ỦY BAN NHÂN DÂN", "TỈNH SƠN HÀ", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI", "Số: 5/SLĐ"),
            {"parent": "ỦY BAN NHÂN DÂN / TỈNH SƠN HÀ", "issuer": "SỞ LAO ĐỘNG - THƯƠNG BINH / VÀ XÃ HỘI"},
        ),
        # an opening that says nothing yet takes the next line
        (
            ("head-left| BAN CHẤP HÀNH", "head-left| ĐẢNG BỘ HUYỆN BÌNH KHÊ", "head-left| *", "head-left| Số 04-NQ/HU"),
            {"issuer": "BAN CHẤP HÀNH / ĐẢNG BỘ HUYỆN BÌNH KHÊ", "code": "Số 04-NQ/HU"},
        ),
        # Youth Union: the upper right line is no body
        (
            ("head-left| ĐOÀN XÃ ĐÔNG LĨNH", "head-left| Số: - KH/ĐTN", "head-right| ĐOÀN TNCS HỒ CHÍ MINH"),
            {"issuer": "ĐOÀN XÃ ĐÔNG LĨNH", "nation": "ĐOÀN TNCS HỒ CHÍ MINH"},
        ),
        # a board named after its contest; a name with a dash at the line's end
        (("UBND TỈNH SƠN HÀ", "BAN TỔ CHỨC", "HỘI THI", "Số: 2/KH-BTC"), {"issuer": "BAN TỔ CHỨC / HỘI THI"}),
        (
            ("UBND TỈNH SƠN HÀ", "HỘI ĐỒNG THI ĐUA", "- KHEN THƯỞNG", "Số: 2/KH-HĐTĐKT"),
            {"parent": "UBND TỈNH SƠN HÀ", "issuer": "HỘI ĐỒNG THI ĐUA / - KHEN THƯỞNG"},
        ),
        # joint dispatch: all bodies issue
        (
            (
                "LIÊN ĐOÀN LAO ĐỘNG",
                "SỞ VĂN HÓA SƠN HÀ",
                "Số: 8/CTPH-LĐLĐ-SVH",
                "CHƯƠNG TRÌNH PHỐI HỢP",
                "Đọc sách cùng nhau",
            ),
            {
                "issuer": "LIÊN ĐOÀN LAO ĐỘNG / SỞ VĂN HÓA SƠN HÀ",
                "title": "CHƯƠNG TRÌNH",
                "subject": "Đọc sách cùng nhau",
            },
        ),
        # garbled by OCR
        (
            (
                "UBND TỈNH SƠN HÀ _ CỘNG HDÀ XÃ HỘI #HỦ NGHĨA VIỆT NAM",
                "SỞ CÔNG NGHỆ ộc lập - o - Hanh phúc",
                "Só:20/TB-SCN",
            ),
            {"parent": "UBND TỈNH SƠN HÀ", "issuer": "SỞ CÔNG NGHỆ", "code": "Só:20/TB-SCN"},
        ),
        # a number that a pen has run into
        (("UBND TỈNH SƠN HÀ", "SỞ CÔNG NGHỆ", "SốJ44/GM-SCN"), {"issuer": "SỞ CÔNG NGHỆ", "code": "SốJ44/GM-SCN"}),
        # a signature caption above the letterhead names no body
        (
            (
                "TRUNG TÂM TIN HỌC",
                "tin@sonha.vn",
                "09.01.2025 10:21:11 +07:00",
                "ỦY BAN NHÂN DÂN",
                "TỈNH SƠN HÀ",
                "Số: 1/TB",
            ),
            {"issuer": "ỦY BAN NHÂN DÂN / TỈNH SƠN HÀ"},
        ),
    ],
)
def test_letterheads_in_other_orders(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    found = cells(*lines, "Kính gửi: Các xã.", "Căn cứ nhiệm vụ năm 2021, đề nghị các xã thực hiện.")
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("lines", "title", "subject"),
    [
        (
            ("KẾ HOẠCH", "Tổ chức hội đọc sách", "mùa xuân năm 2022", "Căn cứ Luật Thư viện;"),
            "KẾ HOẠCH",
            "Tổ chức hội đọc sách / mùa xuân năm 2022",
        ),
        (
            ("KẾ HOẠCH", "Thực hiện Nghị quyết số 3-NQ/HU", "Thực hiện Nghị quyết số 3-NQ/HU, xã xây dựng kế hoạch."),
            "KẾ HOẠCH",
            "Thực hiện Nghị quyết số 3-NQ/HU",
        ),
        (
            ("QUYẾT ĐỊNH", "Về việc khen thưởng", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN", "Căn cứ Luật;"),
            "QUYẾT ĐỊNH",
            "Về việc khen thưởng",
        ),
        (("BÁO CÁO TỔNG KẾT HỘI THI", "I. KẾT QUẢ"), "BÁO CÁO", "TỔNG KẾT HỘI THI"),
        # prose that was joined to it, and a stamp above it
        (
            ("CHỈ THỊ", "Về tiết kiệm điện trong các cơ quan Thời gian qua, điện còn bị dùng lãng phí ở nhiều nơi."),
            "CHỈ THỊ",
            "Về tiết kiệm điện trong các cơ quan",
        ),
        (("CHỈ THỊ", "ĐẾN Ngày .. 3/1/22", "Về tiết kiệm điện", "Căn cl Luật;"), "CHỈ THỊ", "Về tiết kiệm điện"),
        # prose right under the subject: by its opening, by its full stop
        (
            ("CHỈ THỊ", "Về tiết kiệm điện", "Những năm gần đây, việc dùng điện còn lãng phí ở nhiều nơi;"),
            "CHỈ THỊ",
            "Về tiết kiệm điện",
        ),
        (
            ("NGHỊ QUYẾT", "Về trồng rừng", "Rừng của xã đã được các thôn chăm sóc, bảo vệ khá tốt."),
            "NGHỊ QUYẾT",
            "Về trồng rừng",
        ),
        (
            ("T H Ô N G   B Á O", "Lịch tiếp dân", "Ngày 03/5/2021, Chủ tịch tiếp dân."),
            "T H Ô N G   B Á O",
            "Lịch tiếp dân",
        ),
        (
            (
                "CHỈ THỊ",
                "CỦA SỞ CÔNG NGHỆ SỐ 07/2008/CT-SCN",
                "NGÀY 30 THÁNG 12 NĂM 2008",
                "VỀ DÙNG CHỮ KÝ SỐ",
                "Thực hiện",
            ),
            "CHỈ THỊ",
            "VỀ DÙNG CHỮ KÝ SỐ",
        ),
    ],
)
def test_the_subject_under_a_title_ends_before_the_body(lines: tuple[str, ...], title: str, subject: str) -> None:
    found = cells(*lines)
    assert (found.get("title"), found.get("subject")) == (title, subject)


def test_a_blank_number_and_day_keep_their_cells() -> None:
    found = cells("SỞ CÔNG NGHỆ", "Số: /KH-SCN", "Sơn Hà, ngày tháng 12 năm 2011", "KẾ HOẠCH", "Tập huấn")
    assert (found["code"], found["place_date"]) == ("Số: /KH-SCN", "Sơn Hà, ngày tháng 12 năm 2011")


BODY = ("KẾ HOẠCH", "Tập huấn", "Căn cứ Luật, Sở xây dựng kế hoạch.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # all in one column, the signature below
        (
            (
                "foot| Nơi nhận:",
                "foot| - Như Điều 2;",
                "foot| - Lưu: VT.",
                "foot| TM. ỦY BAN NHÂN DÂN",
                "foot| KT. CHỦ TỊCH",
                "foot| PHÓ CHỦ TỊCH",
                "foot| Trần Văn Bình",
            ),
            ("TM. ỦY BAN NHÂN DÂN + KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"),
        ),
        # the post above the recipients
        (("CHỦ TỊCH", "foot| Nơi nhận:", "foot| - Lưu: VT.", "foot| Trần Suối"), (None, "CHỦ TỊCH", "Trần Suối")),
        # no recipients at all
        (("Yêu cầu các đơn vị thực hiện./.", "BỘ TRƯỞNG", "Lê Văn An"), (None, "BỘ TRƯỞNG", "Lê Văn An")),
        # lower case, titles, a wrapped post
        (
            ("TL. Hiệu trưởng", "Phó Hiệu trưởng", "ThS. Võ Thanh Sim"),
            ("TL. Hiệu trưởng", "Phó Hiệu trưởng", "Võ Thanh Sim"),
        ),
        (
            ("foot| TL. HIỆU TRƯỞNG", "foot| TRƯỞNG PHÒNG", "foot| CÔNG TÁC SINH VIÊN", "foot| PGS.TS. Lý Thị Hoa"),
            ("TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG / CÔNG TÁC SINH VIÊN", "Lý Thị Hoa"),
        ),
        # two blocks: an approver and a secretary do not sign
        (
            ("PHÊ DUYỆT", "GIÁM ĐỐC", "Lê Văn An", "TRƯỞNG PHÒNG", "Trần Văn Bình"),
            (None, "TRƯỞNG PHÒNG", "Trần Văn Bình"),
        ),
        (
            ("foot-left| THƯ KÝ", "foot-left| Lê Văn An", "foot-right| CHỦ TRÌ", "foot-right| Trần Văn Bình"),
            (None, "CHỦ TRÌ", "Trần Văn Bình"),
        ),
        # what the signer is besides stands below the post
        (
            ("foot| TM. BAN TỔ CHỨC", "foot| TRƯỞNG BAN", "foot| GIÁM ĐỐC SỞ CÔNG NGHỆ", "foot| Lê Văn An"),
            ("TM. BAN TỔ CHỨC", "TRƯỞNG BAN", "Lê Văn An"),
        ),
        # a name of two words in capitals is no rest of the post
        (("foot| GIÁM ĐỐC", "foot| TRẦN BÌNH"), (None, "GIÁM ĐỐC", "TRẦN BÌNH")),
        # a name that was never filled in
        (("foot| Nơi nhận:", "foot| - Lưu: VT.", "foot| GIÁM ĐỐC"), (None, "GIÁM ĐỐC", None)),
    ],
)
def test_signature_blocks(lines: tuple[str, ...], expected: tuple[str | None, str | None, str | None]) -> None:
    found = cells(*BODY, *lines)
    assert (found.get("authority"), found.get("signer_role"), found.get("signer")) == expected


@pytest.mark.parametrize(
    ("left", "right", "signer"),
    [
        (
            ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lê Văn An"),
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Bình"),
            "Lê Văn An",
        ),
        (
            ("TM. UBND HUYỆN", "CHỦ TỊCH", "Trần Văn Bình"),
            ("LIÊN ĐOÀN LAO ĐỘNG", "CHỦ TỊCH", "Lê Văn An"),
            "Lê Văn An",
        ),
    ],
)
def test_of_joint_signatures_that_of_the_first_body_counts(
    left: tuple[str, ...], right: tuple[str, ...], signer: str
) -> None:
    head = ("LIÊN ĐOÀN LAO ĐỘNG -", "UBND HUYỆN BÌNH KHÊ", "Số: 8/HD-LĐLĐ-UBND", "HƯỚNG DẪN PHỐI HỢP", "Đọc sách")
    blocks = [*(f"foot-left| {line}" for line in left), *(f"foot-right| {line}" for line in right)]
    found = cells(*head, "Căn cứ Luật Thư viện;", *blocks)
    assert (found["issuer"], found.get("parent")) == ("LIÊN ĐOÀN LAO ĐỘNG - / UBND HUYỆN BÌNH KHÊ", None)
    assert found["signer"] == signer


def test_the_number_of_an_arrival_stamp_is_not_the_dispatch_s() -> None:
    found = cells("SỞ CÔNG NGHỆ", "CÔNG VĂN ĐẾN", "Số: 412", "Ngày: 3/5", "Số: 31/KH-SCN", "KẾ HOẠCH", "Tập huấn")
    assert found["code"] == "Số: 31/KH-SCN"


def test_recipients_end_with_the_archive_and_take_no_name() -> None:
    found = cells(*BODY, "foot| Nơi nhận:", "foot| - Sở Tài chính;", "foot| - Lưu: VT.", "foot| Lê Văn An")
    assert found["recipients"] == "Nơi nhận: / - Sở Tài chính; / - Lưu: VT."


def test_prose_has_no_cells() -> None:
    assert cells("Sáng nay hội thi bắt đầu lúc tám giờ.", "Các đội đến từ nhiều xã trong huyện.") == {}


def test_an_empty_text_has_no_cells() -> None:
    assert find_cells(CanonicalText("")) == ()
