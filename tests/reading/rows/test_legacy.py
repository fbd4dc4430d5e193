"""TCVN3 and VNI become Unicode where they are; Unicode, windows-1258 and other Latin text is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.reading.rows.legacy import (
    code_of_font,
    decode_bytes,
    from_tcvn3,
    from_vni,
    is_capital_font,
    tcvn3_codes,
    unicode_of,
    vni_codes,
)

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SIGNS = " .,;:/()-0123456789\n"
TEXT = (
    "Số: 25/KH-SYT\nCăn cứ Quyết định của Hội đồng nhân dân tỉnh về việc ban hành kế hoạch công tác năm;\n"
    "Sở Y tế đề nghị các đơn vị tổ chức thực hiện những nhiệm vụ được giao trước ngày 15 tháng 6."
)


def to_tcvn3(text: str) -> str:
    """As typists wrote it: a capital that the code has not is the small letter."""
    codes = tcvn3_codes()
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)


def to_vni(text: str) -> str:
    return "".join(vni_codes().get(letter, letter) for letter in text)


def to_windows_1258(text: str) -> bytes:
    """Letters with their own marks, tones behind them."""
    out = ""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(c for c in apart if c in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", "".join(c for c in apart if c not in tone)) + tone
    return out.encode("cp1258")


def test_each_letter_has_one_code() -> None:
    for codes in (tcvn3_codes(), vni_codes()):
        assert len(set(codes.values())) == len(codes)
    small = {letter for letter in SMALL if not letter.isascii()}
    assert small <= set(tcvn3_codes())
    assert small | {letter.upper() for letter in small} == set(vni_codes())


@given(st.text(SMALL + SIGNS))
def test_tcvn3_there_and_back(text: str) -> None:
    assert from_tcvn3(to_tcvn3(text)) == text


@given(st.text(SMALL + SMALL.upper() + SIGNS))
def test_vni_there_and_back(text: str) -> None:
    assert from_vni(to_vni(text)) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
        ("Së Y TÕ", "SỞ Y TẾ"),
        ("Së Y TÕ    CéNG HßA", "SỞ Y TẾ    CỘNG HÒA"),
        ("Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND"),
        ("cña Bé Y tÕ vµ UBND §µ N½ng", "của Bộ Y tế và UBND Đà Nẵng"),
        ("Së Y tÕ ë Hµ Néi", "Sở Y tế ở Hà Nội"),
        ("¡n uèng, §Ò ¸n", "Ăn uống, Đề án"),
    ],
)
def test_capitals_of_tcvn3_are_those_of_the_words_beside(written: str, read: str) -> None:
    assert from_tcvn3(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Coâng vaên", "Công văn"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("ÑAûNG BOä", "ĐẢNG BỘ"),
    ],
)
def test_vni_is_read(written: str, read: str) -> None:
    assert from_vni(written) == read


def test_look_alikes_of_a_code_are_known_by_what_becomes_of_them() -> None:
    assert unicode_of(to_tcvn3(TEXT)) == TEXT
    assert unicode_of(to_vni(TEXT)) == TEXT


def test_lines_that_are_unicode_already_stay() -> None:
    mixed = f"Người nhận: các đơn vị\n{to_vni(TEXT)}"
    assert unicode_of(mixed) == f"Người nhận: các đơn vị\n{TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.upper(),
        unicodedata.normalize("NFD", TEXT),
        "Các phòng, ban và các công ty có báo cáo, cùng các hội và các xã",
        "Le président a présenté à Genève une idée déjà très élevée où l'été était fini",
        "Über die Größe der Städte für Mädchen können müßte schön wählen",
        "A informação não está disponível até às três horas da manhã",
        "Året då vi växte på åsen är förbi även för små barn på öar",
        "Cong van khong dau",
        "± 5 % · 10 × 20 § 3 « ai » ® © µ ¹ ² ³",
        "",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert unicode_of(text) is None


@given(st.text())
def test_whatever_comes_is_judged_without_a_fault(text: str) -> None:
    converted = unicode_of(text)
    assert converted is None or converted != text


@pytest.mark.parametrize(
    "data",
    [to_tcvn3(TEXT).encode("latin-1"), to_vni(TEXT).encode("latin-1"), to_windows_1258(TEXT)],
    ids=["tcvn3", "vni", "windows-1258"],
)
def test_bytes_are_read_in_the_code_that_makes_them_vietnamese(data: bytes) -> None:
    assert decode_bytes(data) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        "Le président a présenté à Genève une idée déjà très élevée".encode("latin-1"),
        "Über die Größe der Städte für Mädchen können".encode("cp1252"),
        "Привет всем, кто это читает и пишет".encode("cp1251"),
        bytes(range(128, 256)) * 20,
        b"",
    ],
)
def test_bytes_of_other_tongues_are_not_made_vietnamese(data: bytes) -> None:
    assert decode_bytes(data) is None


@pytest.mark.parametrize(
    ("font", "code", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".vnArial", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("VNI-Helve", "vni", False),
        ("Times New Roman", None, False),
        ("", None, False),
    ],
)
def test_fonts_tell_their_code(font: str, code: str | None, capitals: bool) -> None:
    assert (code_of_font(font), is_capital_font(font)) == (code, capitals)
