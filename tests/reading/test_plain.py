"""Text files in every code and shape in which they are found."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from congvan.errors import DocumentError
from congvan.reading.plain import MAX_TEXT_BYTES, decode, read_plain
from congvan.reading.rows.grid import LONGEST_ROW
from congvan.reading.sniff import sniff

TEXT = "Số: 12/KH-UBND\nCăn cứ đề nghị của các phòng, ban về việc tổ chức thực hiện.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_known_with_and_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_marks_apart_from_their_letters_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(unicodedata.normalize("NFD", TEXT), encoding="utf-8")
    (page,) = read_plain(path)
    assert [line.text for line in page.lines] == TEXT.splitlines()


def test_controls_are_blanks() -> None:
    assert decode(b"mot\x00hai\x02ba\tbon\x0cnam") == "mot hai ba\tbon\x0cnam"


def test_a_file_of_an_unknown_code_is_unsupported() -> None:
    with pytest.raises(DocumentError) as caught:
        decode("Привет всем, кто это читает и пишет".encode("cp1251"))
    assert (caught.value.reason, caught.value.status) == ("not_text", "unsupported")


def test_a_text_that_no_dispatch_is_as_long_as_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "dai.txt"
    path.write_bytes(b"mot dong chu\n" * (MAX_TEXT_BYTES // 13 + 1))
    assert sniff(path) == "text"
    with pytest.raises(DocumentError) as caught:
        list(read_plain(path))
    assert caught.value.reason == "too_large"
    assert caught.value.advice


@pytest.mark.parametrize("text", ["chữ " * 250_000, "chữ" * 300_000, "\t" * 1_000_000 + "chữ", "|" * 200_000])
def test_a_line_of_a_million_characters_is_cut_and_nothing_lost(text: str, tmp_path: Path) -> None:
    path = tmp_path / "dong.txt"
    path.write_text(text, encoding="utf-8")
    (page,) = read_plain(path)
    assert all(line.box.x1 <= LONGEST_ROW for line in page.lines)
    said = "".join(word.text for line in page.lines for word in line.words)
    assert said == "".join(text.split()) or set(text) == {"|"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("|---|:--:|", []),
        ("| === | +", []),
        ("---", ["---"]),
        ("|---|x", ["|---|x"]),
        ("|" * 30_000, []),
        ("|" * 9_000 + "x", ["|" * 1_000] * 9 + ["x"]),
        ("| " * 100_000 + "x", [*["|"] * 100_000, "x"]),
    ],
    ids=lambda row: row[:12] if isinstance(row, str) else "",
)
def test_rules_of_tables_are_no_text_however_long(row: str, said: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"việc\n{row}\nrồi", encoding="utf-8")
    words = [word.text for page in read_plain(path) for line in page.lines for word in line.words]
    assert words == ["việc", *said, "rồi"]
