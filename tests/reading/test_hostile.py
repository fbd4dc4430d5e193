"""Whatever stands in a document, reading it gives pages or one reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congvan.errors import DocumentError
from congvan.reading.docx import read_docx
from congvan.reading.html import read_html
from congvan.reading.plain import decode, read_plain
from congvan.reading.sniff import sniff_bytes
from tests.word import docx, in_list, levels, numbering, paragraph, table

MARKS = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:ins>",
    "</w:ins>",
    "<w:sdt>",
    "</w:sdt>",
    "<w:drawing>",
    "</w:drawing>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:br/>",
    "<w:tab/>",
    "<w:sectPr/>",
    "<w:t>chữ</w:t>",
    '<w:br w:type="page"/>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:footnoteReference w:id="x"/>',
    '<w:sym w:char="zz"/>',
    "<mc:AlternateContent/>",
]
WHOLE = [paragraph("Căn cứ"), in_list("mục", 1, 3), in_list("mục", 2, 99), table(["a", "b"]), table(["Nơi nhận:", "b"])]
TAGS = [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<p>",
    "</p>",
    "<li>",
    "</ol>",
    "<br>",
    "<b>",
    "</b>",
    "<nav>",
    "</nav>",
    "</div>",
    "<pre>",
    "<del>",
    "</del>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![endif]>",
    "<",
    "&nbsp;",
    "&#x110000;",
    "\x00",
    "<td/colspan=9/rowspan=9>",
    "<ol/type=I>",
    "<div hidden>",
    "<font face='.VnTime'>",
    "C«ng v¨n",
    "Căn cứ",
    "Nơi nhận:",
]
LISTS = numbering(levels(("decimal", "%1.%9.")), nums={1: 0, 2: 7})
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def outcome(read: Callable[[], object]) -> str:
    """`read`, or the reason why not."""
    try:
        return "read" if read() else "nothing"
    except DocumentError as error:
        return error.reason


@relaxed
@given(st.lists(st.sampled_from(MARKS + WHOLE), max_size=30))
def test_any_sequence_of_marks_of_word(tmp_path: Path, marks: list[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("".join(marks), {"numbering": LISTS}))
    assert outcome(lambda: list(read_docx(path))) in ("read", "damaged")


@relaxed
@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=12))
def test_sound_marks_of_word_lose_no_text(tmp_path: Path, marks: list[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("".join(marks), {"numbering": LISTS}))
    said = " ".join(line.text for page in read_docx(path) for line in page.lines)
    assert said.count("Căn cứ") == marks.count(WHOLE[0])
    assert said.count("mục") == marks.count(WHOLE[1]) + marks.count(WHOLE[2])
    assert said.count("Nơi nhận:") == marks.count(WHOLE[4])


@relaxed
@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_any_sequence_of_tags(tmp_path: Path, tags: list[str]) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html>" + "".join(tags), encoding="utf-8")
    assert outcome(lambda: list(read_html(path))) in ("read", "no_text", "damaged")


@relaxed
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_a_word_file_with_wrong_bytes(tmp_path: Path, at: int, wrong: bytes) -> None:
    whole = docx(paragraph("Căn cứ"))
    path = tmp_path / "a.docx"
    at %= len(whole)
    path.write_bytes(whole[:at] + wrong + whole[at + len(wrong) :])
    told = ("read", "truncated", "damaged", "encrypted", "too_many_members", "bomb")
    assert outcome(lambda: list(read_docx(path))) in told


@given(st.binary(max_size=400))
def test_any_bytes_have_one_form_or_one_reason(data: bytes) -> None:
    assert outcome(lambda: sniff_bytes(data)) in ("read", "empty", "unsupported")


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_text_or_not(data: bytes) -> None:
    assert outcome(lambda: decode(data).replace("\0", "")) in ("read", "nothing", "not_text")


@pytest.mark.parametrize("char", ["\u0301", "\U0001f600", "\u202e", "\ud7ff", "\ufeff", "\u2028", "\x85"])
def test_odd_characters_stand_in_a_page(char: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"một{char}hai\n{char}\n", encoding="utf-8")
    (page,) = read_plain(path)
    assert "một" in page.lines[0].text
