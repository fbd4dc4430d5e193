from __future__ import annotations

import pytest

from congvan.datamodel.document import Box, Line, Word
from congvan.layout.stamps import secrecy_of, secrecy_stamp, urgency_of


def line(text: str, row: int, left: float = 80.0) -> Line:
    """A printed line, words of ten points' height, 6 points a letter; two blanks are a wide gap."""
    words, x = [], left
    for part in text.split("  "):
        for word in part.split():
            words.append(Word(word, Box(x, row * 14.0, x + 6 * len(word), row * 14.0 + 10)))
            x += 6 * len(word) + 3
        x += 60
    return Line(tuple(words))


def page(*texts: str) -> list[Line]:
    return [line(text, row) for row, text in enumerate(texts)]


BODY = ("Căn cứ kế hoạch công tác năm, Sở đề nghị các đơn vị báo cáo.",) * 10


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT", "mật"),
        ("| MẬT |", "mật"),
        ("MÂT", "mật"),
        ("TỐI MẬT", "tối mật"),
        ("TÔI MẠT", "tối mật"),
        ("TUYỆT MẬT", "tuyệt mật"),
        ("TUYỆT MẶI", "tuyệt mật"),
        ("MẠT", "mật"),
        ("MẬ+", "mật"),
        ("LMẬT J", "mật"),
        ("MẶTj", "mật"),
        ("I TỐI MẬT I", "tối mật"),
        ("Mật", None),
        ("MẮT", None),
        ("MẤT", None),
        ("BẢO MẬT", None),
        ("MẬT ONG", None),
        ("BÍ MẬT NHÀ NƯỚC", None),
        ("Tài liệu này thuộc độ MẬT", None),
    ],
)
def test_a_secrecy_stamp_is_a_line_of_its_own_in_capitals(text: str, level: str | None) -> None:
    assert secrecy_of(text) == level


def test_what_was_read_in_a_frame_is_a_stamp_wherever_it_stands() -> None:
    word = Word("MẬT", Box(80, 30, 110, 40), 0.4, "stamp")
    lines = [*page("QUY CHẾ BẢO", *BODY), Line((word,))]
    assert secrecy_stamp(sorted(lines, key=lambda line: line.box.top)) == "mật"


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("KHẨN", "khẩn"),
        ("THƯỢNG KHẨN", "thượng khẩn"),
        ("HỎA TỐC", "hỏa tốc"),
        ("HOẢ TÓC", "hỏa tốc"),
        ("HỎA TỐC HẸN GIỜ", "hỏa tốc"),
        ("TỐC", "hỏa tốc"),
        ("KHẨN TRƯƠNG", None),
        ("khẩn", None),
        ("SỐ HỎA TỐC", None),
    ],
)
def test_an_urgency_stamp_is_a_line_of_its_own_in_capitals(text: str, urgency: str | None) -> None:
    assert urgency_of(text) == urgency


@pytest.mark.parametrize(
    ("texts", "level"),
    [
        (("UBND TỈNH SƠN HÀ", "MẬT", *BODY), "mật"),
        (("UBND TỈNH SƠN HÀ", "MẬT  Sơn Hà, ngày 05 tháng 01 năm 2021", *BODY), "mật"),
        (("TỐI MẬT", "MẬT", *BODY), "tối mật"),
        ((*BODY, *BODY, "MẬT"), None),
        (("QUY CHẾ BẢO", "MẬT", *BODY), None),
        (("THÔNG BÁO", "MẬT", *BODY), "mật"),
        (("Công tác bảo vệ bí mật nhà nước và độ MẬT của văn bản", *BODY), None),
        ((), None),
    ],
)
def test_a_page_is_secret_by_its_stamp_alone(texts: tuple[str, ...], level: str | None) -> None:
    assert secrecy_stamp(page(*texts)) == level
