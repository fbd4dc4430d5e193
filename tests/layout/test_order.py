from __future__ import annotations

from pathlib import Path

import pytest

from congvan.datamodel.document import Box, Line, Page, Word
from congvan.layout.order import strips_of
from congvan.layout.paragraphs import paragraphs_of
from congvan.reading.plain import read_plain
from congvan.text.canonical import canonical_text


def lines_of(text: str, tmp_path: Path) -> list[str]:
    """The paragraphs of a text file in reading order."""
    path = tmp_path / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    canonical = canonical_text(paragraphs_of(strips_of(list(read_plain(path)))), placed=False)
    return canonical.text.split("\n")[:-1]


def test_the_left_column_of_a_letterhead_is_read_before_the_right_one(plan_file: Path) -> None:
    text = "\n".join(lines_of(plan_file.read_text(encoding="utf-8"), plan_file.parent))
    assert text.startswith(
        "UBND HUYỆN BÌNH KHÊ\nPHÒNG VĂN HÓA THÔNG TIN\nSố: 17/KH-VHTT\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Khê, ngày 08 tháng 3 năm 2022\n"
    )


def test_recipients_are_read_before_the_signature_beside_them(plan_file: Path) -> None:
    lines = lines_of(plan_file.read_text(encoding="utf-8"), plan_file.parent)
    assert lines[-6:] == [
        "Nơi nhận:",
        "- UBND huyện (b/c);",
        "- Các xã, thị trấn;",
        "- Lưu: VT.",
        "TRƯỞNG PHÒNG",
        "Đỗ Minh Khoáng",
    ]


def test_wrapped_lines_are_one_paragraph_also_over_a_page_number(plan_file: Path) -> None:
    lines = lines_of(plan_file.read_text(encoding="utf-8"), plan_file.parent)
    assert "- Khuyến khích nhân dân trong huyện đọc sách hằng ngày, góp phần nâng cao dân trí." in lines
    assert "2. Các xã, thị trấn gửi báo cáo kết quả về Phòng Văn hóa Thông tin trước ngày 25/4/2022./." in lines
    assert "2" not in lines


@pytest.mark.parametrize(
    "first_line",
    [
        "SỞ Y TẾ SƠN HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # OCR ran the columns together
        "SỞ Y TẾ SƠN HÀ\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # out of Word
        "| SỞ Y TẾ SƠN HÀ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",  # out of a web page
    ],
)
def test_columns_are_parted_however_they_were_pasted(first_line: str, tmp_path: Path) -> None:
    text = f"{first_line}\nSố: 3/KH-SYT\n\nKẾ HOẠCH\nPhòng bệnh mùa hè\n\nCăn cứ tình hình thực tế;\n"
    lines = [line.strip("| ") for line in lines_of(text, tmp_path)]
    assert lines[:2] == ["SỞ Y TẾ SƠN HÀ", "Số: 3/KH-SYT"]
    assert "CỘNG H" in lines[2]


def test_markdown_and_word_bookmarks_are_not_text(tmp_path: Path) -> None:
    text = "## **THÔNG BÁO**\n\n[bookmark: _GoBack]Gửi trước ngày **25/5/2022**, tệp a\\_b.\n"
    assert lines_of(text, tmp_path) == ["THÔNG BÁO", "Gửi trước ngày 25/5/2022, tệp a_b."]


def test_lines_of_unwrapped_text_stay_paragraphs_unless_a_page_break_cut_one(tmp_path: Path) -> None:
    long = "Phòng yêu cầu các xã, thị trấn trong huyện thực hiện tốt các nội dung sau đây theo đúng hướng dẫn của tỉnh"
    text = f"{long}{long} và\n\ncủa huyện.\n{long}{long}.\nHết.\n"
    assert lines_of(text, tmp_path) == [f"{long}{long} và của huyện.", f"{long}{long}.", "Hết."]


def placed_line(y: float, *pieces: tuple[float, str]) -> Line:
    """A printed line on paper: words of 5 points a letter, from the x of each piece."""
    words = []
    for x, text in pieces:
        for word in text.split():
            words.append(Word(word, Box(x, y, x + 5 * len(word), y + 12), 0.9, "tesserocr"))
            x += 5 * len(word) + 3
    return Line(tuple(words))


def test_a_scanned_letterhead_is_cut_at_the_gap_between_its_columns() -> None:
    body = "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về công tác phòng bệnh mùa hè cho nhân dân"
    page = Page(
        1,
        595,
        842,
        (
            placed_line(60, (90, "UBND TỈNH SƠN HÀ"), (300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            placed_line(75, (110, "SỞ Y TẾ"), (330, "Độc lập - Tự do - Hạnh phúc")),
            placed_line(95, (100, "Số: 41/SYT-NVY"), (320, "Sơn Hà, ngày 02 tháng 6 năm 2022")),
            placed_line(130, (120, "Kính gửi: Các trung tâm y tế.")),
            placed_line(160, (120, body)),
        ),
        reading="fast",
    )
    strips = strips_of([page])
    assert [s.text for s in strips[:3]] == ["UBND TỈNH SƠN HÀ", "SỞ Y TẾ", "Số: 41/SYT-NVY"]
    assert [s.zone for s in strips] == ["head-left"] * 3 + ["head-right"] * 3 + ["body"] * 2
    assert strips[-2].text == "Kính gửi: Các trung tâm y tế."


def test_words_without_width_or_height_are_read_in_their_order() -> None:
    words = [Word(text, Box(50, y, 50, y), 0.9, "text") for y, text in ((60, "Số:"), (80, "Kính"), (100, "gửi"))]
    page = Page(1, 595, 842, tuple(Line((word,)) for word in words))
    assert [strip.text for strip in strips_of([page])] == ["Số:", "Kính", "gửi"]


def test_a_word_of_the_bodys_name_that_is_also_a_type_is_no_title() -> None:
    page = Page(
        1,
        595,
        842,
        (
            placed_line(60, (90, "UBND THỊ XÃ GÒ MÂY"), (300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            placed_line(75, (90, "PHÒNG TÀI CHÍNH -"), (330, "Độc lập - Tự do - Hạnh phúc")),
            placed_line(90, (115, "KẾ HOẠCH")),
            placed_line(110, (100, "Số: 41/TTr-PTCKH"), (320, "Gò Mây, ngày 02 tháng 6 năm 2022")),
            placed_line(150, (275, "TỜ TRÌNH")),
        ),
    )
    strips = strips_of([page])
    assert [s.text for s in strips if s.zone == "head-left"][1:3] == ["PHÒNG TÀI CHÍNH -", "KẾ HOẠCH"]
    assert [s.text for s in strips if s.zone == "body"] == ["TỜ TRÌNH"]


def test_a_name_that_a_seal_tears_apart_stays_in_the_right_column() -> None:
    lines = (
        placed_line(600, (85, "Nơi nhận:"), (330, "KT. GIÁM ĐỐC")),
        placed_line(620, (85, "- Như trên;"), (320, "PHÓ GIÁM ĐỐC")),
        placed_line(640, (85, "- Lưu: VT.")),
        placed_line(700, (330, "Bùi"), (390, "Thị Ngàn")),
    )
    strips = strips_of([Page(1, 595, 842, lines)])
    assert [s.text for s in strips if s.zone == "foot-right"] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Bùi Thị Ngàn"]


def test_two_signatures_side_by_side_are_read_one_after_the_other() -> None:
    lines = (
        placed_line(600, (85, "TM. BAN THƯỜNG VỤ"), (330, "TRƯỜNG BÌNH KHÊ")),
        placed_line(620, (85, "CHỦ TỊCH"), (330, "KT. HIỆU TRƯỞNG")),
        placed_line(640, (330, "PHÓ HIỆU TRƯỞNG")),
        placed_line(700, (85, "Bùi Thị Ngàn"), (330, "Lê Văn An")),
        placed_line(720, (85, "Nơi nhận:")),
        placed_line(740, (85, "- Lưu: VT.")),
    )
    strips = strips_of([Page(1, 595, 842, lines)])
    assert [(s.zone, s.text) for s in strips] == [
        ("foot-left", "TM. BAN THƯỜNG VỤ"),
        ("foot-left", "CHỦ TỊCH"),
        ("foot-left", "Bùi Thị Ngàn"),
        ("foot-left", "Nơi nhận:"),
        ("foot-left", "- Lưu: VT."),
        ("foot-right", "TRƯỜNG BÌNH KHÊ"),
        ("foot-right", "KT. HIỆU TRƯỞNG"),
        ("foot-right", "PHÓ HIỆU TRƯỞNG"),
        ("foot-right", "Lê Văn An"),
    ]


def test_braces_and_notes_set_apart_stay_with_their_recipients(tmp_path: Path) -> None:
    text = (
        "Nơi nhận:                                  TRƯỞNG PHÒNG\n"
        "- Sở Nội vụ;             }\n"
        "- Văn phòng              } (b/c)\n"
        "- Các phòng, ban        (để thực\n"
        "hiện)                                      (Đã ký)\n"
        "- Lưu: VT.                                 Lê Văn An\n"
    )
    assert lines_of(text, tmp_path) == [
        "Nơi nhận:",
        "- Sở Nội vụ; }",
        "- Văn phòng } (b/c)",
        "- Các phòng, ban (để thực",
        "hiện)",
        "- Lưu: VT.",
        "TRƯỞNG PHÒNG",
        "(Đã ký)",
        "Lê Văn An",
    ]


def test_a_quarter_on_the_next_line_is_no_heading(tmp_path: Path) -> None:
    text = (
        "     Các thôn, tổ dân phố tổng hợp số liệu vào phần mềm dùng chung, xong trong quý\n"
        "IV/2022.\n"
        "     Ủy ban nhân dân xã theo dõi việc thực hiện của các thôn, tổ dân phố trong xã.\n"
    )
    assert lines_of(text, tmp_path)[0].endswith("xong trong quý IV/2022.")


def test_a_wrapped_date_or_dashed_name_does_not_begin_a_paragraph(tmp_path: Path) -> None:
    text = (
        "     Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh Sơn Hà được ban hành ngày\n"
        "23 tháng 5 năm 2022 về chăm sóc trẻ em, Giám đốc Sở Lao động\n"
        "- Thương binh và Xã hội yêu cầu các phòng thực hiện những nội dung sau:\n"
        "     1. Rà soát danh sách.\n"
        "     - Lập biểu.\n"
    )
    lines = lines_of(text, tmp_path)
    assert len(lines) == 3
    assert "ngày 23 tháng 5 năm 2022" in lines[0]
    assert "Sở Lao động - Thương binh và Xã hội yêu cầu" in lines[0]


def test_rows_out_of_word_keep_their_cells_though_their_tabs_do_not_align(tmp_path: Path) -> None:
    text = (
        "Phòng yêu cầu các xã, thị trấn trong huyện thực hiện tốt các nội dung sau đây theo đúng hướng dẫn của tỉnh và "
        "của huyện trong cả năm học này, không để xảy ra sai sót nào.\n"
        "STT\tChỉ tiêu\tĐVT\tKế hoạch\n"
        "1\tSố sách mới\tcuốn\t200\n"
        "2\tTỷ lệ bạn đọc đăng ký mượn sách thường xuyên ở thư viện huyện\t%\t60\n"
    )
    assert lines_of(text, tmp_path)[1:] == [
        "STT | Chỉ tiêu | ĐVT | Kế hoạch",
        "1 | Số sách mới | cuốn | 200",
        "2 | Tỷ lệ bạn đọc đăng ký mượn sách thường xuyên ở thư viện huyện | % | 60",
    ]


def test_words_spread_to_the_margin_are_no_cells() -> None:
    gaps = [
        (0.0, "xã"),
        (50.0, "báo"),
        (100.0, "cáo"),
        (150.0, "chậm"),
        (205.0, "nhất"),
        (258.0, "ngày"),
        (310.0, "05/4,"),
    ]
    opening = placed_line(100, (0.0, "Hồ sơ được gửi về Văn phòng Ủy ban nhân dân xã, các thôn"))
    page = Page(1, 595, 842, (opening, placed_line(116, *gaps), placed_line(132, (0.0, "theo mẫu số 2."))), "fast")
    (strip,) = [s for s in strips_of([page]) if s.text.startswith("xã báo")]
    assert strip.breaks == ()


@pytest.mark.parametrize(("text", "confidence", "kept"), [("xế", 0.6, False), ("—.", 0.9, False), ("a)", 0.3, True)])
def test_a_mark_read_as_letters_beside_a_line_is_no_word_of_it(text: str, confidence: float, kept: bool) -> None:
    line = placed_line(116, (40.0, "hết tháng 12 năm 2022."))
    mark = Word(text, Box(2, 116, 12, 128), confidence, "tesserocr")
    page = Page(1, 595, 842, (placed_line(100, (40.0, "Nộp hồ sơ đến")), Line((mark, *line.words))), "fast")
    words = [w.text for s in strips_of([page]) for w in s.words]
    assert (text in words) is kept


FULL = "Các trường học trên địa bàn huyện tổ chức trồng cây, chăm sóc vườn hoa và dọn vệ"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Căn cứ Luật Cây xanh đô", "thị ngày 03 tháng 4 năm 2019 và các văn bản hướng dẫn;", True),
        ("Căn cứ Luật Cây xanh và công", "viên năm 2019;", True),
        ("Thực hiện Quyết định số", "15/QĐ-SCX ngày 28/4/2023 của Sở Cây xanh;", True),
        ("Thực hiện Công văn số 7/SCX ngày", "28/4/2023 của Sở Cây xanh;", True),
        ("Thực hiện Công văn số 7/SCX ngày 22", "tháng 8 năm 2022 của Sở Cây xanh;", True),
        ("Nhiệm vụ trọng tâm của năm", "1. Trồng cây ven các tuyến đường liên xã của huyện.", False),
        ("Các xã báo cáo về huyện.", "trồng cây ven các tuyến đường liên xã của huyện.", False),
        ("Cây xanh", "trồng cây ven các tuyến đường liên xã của huyện.", False),
    ],
)
def test_a_first_line_that_a_web_page_broke_early_goes_on(
    first: str, second: str, joined: bool, tmp_path: Path
) -> None:
    text = "\n".join([FULL, "sinh đường làng, ngõ xóm vào sáng thứ bảy hằng tuần.", first, second]) + "\n"
    assert (f"{first} {second}" in lines_of(text, tmp_path)) is joined
