from __future__ import annotations

from typing import Any

import pytest

from congvan.components import canonical_of
from congvan.datamodel.document import Box, Word
from congvan.datamodel.text import CanonicalText, Paragraph, PlacedWord
from congvan.extract.header import extract
from congvan.pipeline import annotate


def header(canonical: CanonicalText) -> dict[str, Any]:
    """Field -> value of the most trusted candidate."""
    found: dict[str, Any] = {}
    for candidate in sorted(extract(annotate(canonical)), key=lambda c: -c.score):
        assert candidate.start < candidate.end
        found.setdefault(candidate.kind.removeprefix("header."), candidate.values["value"])
    return found


LETTER = """\
UBND TỈNH SƠN HÀ
SỞ CÔNG NGHỆ
Số: 31 /SCN-VP
V/v báo cáo tình hình
sử dụng chữ ký số
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 07 tháng 4 năm 2022
KHẨN
Kính gửi: Các huyện.
Sở đề nghị các huyện báo cáo trước ngày 20/4/2022.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
ThS. Đỗ Minh Khoáng
"""


def test_all_fields_of_a_letter() -> None:
    assert header(canonical_of(LETTER)) == {
        "code": "31/SCN-VP",
        "type": "công văn",
        "issuer": "SỞ CÔNG NGHỆ",
        "parent": "UBND TỈNH SƠN HÀ",
        "place": "Sơn Hà",
        "issued_on": "2022-04-07",
        "subject": "báo cáo tình hình sử dụng chữ ký số",
        "authority": "KT. GIÁM ĐỐC",
        "signer_role": "PHÓ GIÁM ĐỐC",
        "signer": "Đỗ Minh Khoáng",
        "urgency": "khẩn",
    }


@pytest.mark.parametrize(
    ("before", "after", "field", "value"),
    [
        ("Số: 31 /SCN-VP", "Số:      /SCN-VP", "code", None),
        ("Số: 31 /SCN-VP", "Số: 07/TB-SCN", "type", "thông báo"),
        ("ngày 07 tháng 4", "ngày    tháng 4", "issued_on", None),
        ("V/v báo cáo tình hình\nsử dụng chữ ký số", "(V/v sử dụng chữ ký số)", "subject", "sử dụng chữ ký số"),
        ("V/v báo cáo", "Về việc báo cáo", "subject", "báo cáo tình hình sử dụng chữ ký số"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "TM. UBND\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "authority", "TM. UBND KT. CHỦ TỊCH"),
        ("KHẨN", "TỐI MẬT", "secrecy", "tối mật"),
        ("KHẨN", "THƯỢNG KHẨN", "urgency", "thượng khẩn"),
        ("KHẨN", "TH\nKHẨN", "urgency", "thượng khẩn"),  # a worn stamp, in two pieces
        ("KHẨN", "HƯỢNG KHẨN", "urgency", "thượng khẩn"),
        ("SỞ CÔNG NGHỆ", "BỆNH VIỆN PHỤC\nHỒI CHỨC NĂNG", "issuer", "BỆNH VIỆN PHỤC HỒI CHỨC NĂNG"),
    ],
)
def test_a_change_of_the_letter_changes_its_field(before: str, after: str, field: str, value: str | None) -> None:
    assert before in LETTER
    assert header(canonical_of(LETTER.replace(before, after)))[field] == value


@pytest.mark.parametrize(
    "field", ["issuer", "parent", "place", "issued_on", "signer", "signer_role", "authority", "code"]
)
def test_nothing_of_the_header_comes_from_the_body(field: str) -> None:
    body = "Căn cứ Quyết định số 12/QĐ-SCN ngày 05/01/2021 của Giám đốc Sở Công nghệ Sơn Hà, Đỗ Minh Khoáng chủ trì."
    assert field not in header(canonical_of(f"KẾ HOẠCH\nTập huấn\n{body}\n"))


def scanned(*rows: tuple[str, str, float, float]) -> CanonicalText:
    """Rows `(zone, text, height of its figures, confidence)` as an OCR engine reads them."""
    text, words, paragraphs = "", [], []
    for row, (zone, content, height, confidence) in enumerate(rows):
        start = len(text)
        for part in content.split():
            at = len(text)
            text += f"{part} "
            tall = height if part.isdigit() else 12.0
            box = Box(10.0 * at, 20.0 * row, 10.0 * at + 40, 20.0 * row + tall)
            words.append(PlacedWord(at, at + len(part), 1, row, Word(part, box, confidence, "engine")))
        text = f"{text.rstrip()}\n"
        paragraphs.append(Paragraph(start, len(text) - 1, 1, zone, Box(0, 20.0 * row, 500, 20.0 * row + 12)))
    return CanonicalText(text, tuple(words), tuple(paragraphs))


TYPED = ("body", "Căn cứ Luật số 1 và 2 và 3 và 4 và 5 và 6", 9.0, 0.97)


def scan(code: str, height: float, confidence: float) -> CanonicalText:
    return scanned(
        ("head-left", "SỞ Y TÉ", 9.0, 0.9),
        ("head-left", code, height, confidence),
        ("head-right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 9.0, 0.9),
        ("head-right", "Sơn Hà, ngày 07 tháng 4 năm 2022", 9.0, 0.97),
        ("body", "QUYẾT ĐỊNH", 9.0, 0.9),
        ("body", "Về việc tập huấn", 9.0, 0.9),
        TYPED,
        ("foot-right", "Z1. GIÁM ĐÓC", 9.0, 0.5),
        ("foot-right", "PHÓ GIÁM ĐÓC", 9.0, 0.5),
        ("foot-right", "Đỗ Minh Khoáng", 9.0, 0.5),
    )


@pytest.mark.parametrize(
    ("code", "height", "confidence", "value"),
    [
        ("Số: 52 /QĐ-SYT", 9.0, 0.97, "52/QĐ-SYT"),
        ("Số: 52 /QD-SYT", 9.0, 0.97, "52/QĐ-SYT"),
        ("Số: 52 /QĐ-SYT", 15.0, 0.9, None),
        ("Số: 52 /QĐ-SYT", 9.0, 0.2, None),
        ("Số: 5đ /QĐ-SYT", 9.0, 0.9, None),
    ],
)
def test_a_number_written_by_hand_is_not_guessed(
    code: str, height: float, confidence: float, value: str | None
) -> None:
    assert header(scan(code, height, confidence))["code"] == value


def test_a_lost_sign_of_capacity_is_told_by_the_deputy_below_and_what_was_read_stays() -> None:
    found = header(scan("Số: 52 /QĐ-SYT", 9.0, 0.97))
    assert (found["issuer"], found["authority"], found["signer_role"]) == ("SỞ Y TÉ", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐÓC")
