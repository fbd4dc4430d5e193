"""Word documents that are broken, locked or made to do harm: one reason each, and no harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from congvan.errors import DocumentError
from congvan.reading.docx import read_docx
from congvan.reading.sniff import sniff
from congvan.reading.word.package import MAX_PART_BYTES
from tests.word import MAIN, NAMES, TYPES, docx, paragraph, table, zipped

GOOD = docx(paragraph("Căn cứ"))
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def with_main(text: str, prolog: str = "") -> bytes:
    xml = f"{prolog}<w:document {NAMES}><w:body>{text}</w:body></w:document>"
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": MAIN, "word/document.xml": xml})


def bomb() -> bytes:
    return with_main("<w:p/>" + " " * (MAX_PART_BYTES // 2))


def large() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", b"<a>" + b" " * MAX_PART_BYTES + b"</a>")
    return out.getvalue()


def locked() -> bytes:
    """With the flag of an encrypted member in both headers (APPNOTE.TXT, 4.4.4)."""
    data = bytearray(zipped({"word/document.xml": "<a/>", "[Content_Types].xml": TYPES}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def packed_by(method: int) -> bytes:
    """A part of blanks, packed by a method of which zipfile unfolds each input whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("[Content_Types].xml", TYPES, zipfile.ZIP_DEFLATED)
        archive.writestr("word/document.xml", b" " * 2**20)
    return out.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_parts_packed_in_strange_ways_are_not_begun(
    method: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "la.docx"
    path.write_bytes(packed_by(method))
    begun: list[int] = []
    monkeypatch.setattr(zipfile, "_get_decompressor", begun.append)
    with pytest.raises(DocumentError) as caught:
        list(read_docx(path))
    assert (caught.value.reason, caught.value.status, begun) == ("compression", "unsupported", [])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (GOOD[: len(GOOD) // 2], "truncated"),
        (GOOD[:-1], "truncated"),
        (zipped({"[Content_Types].xml": TYPES, "word/styles.xml": "<a/>"}), "damaged"),
        (zipped({"[Content_Types].xml": TYPES, "word/document.xml": "<a"}), "damaged"),
        (zipped({"[Content_Types].xml": TYPES, "word/document.xml": ""}), "damaged"),
        (zipped({"[Content_Types].xml": TYPES, "word/document.xml": f"<w:document {NAMES}/>"}), "damaged"),
        (with_main("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS), "damaged"),
        (with_main("<w:p/>", '<!DOCTYPE w SYSTEM "file:///etc/hostname">'), "damaged"),
        (with_main("<w:sdt>" * 300 + "</w:sdt>" * 300), "damaged"),
        (with_main("<w:p><w:r>" + "<w:br/><w:t>a</w:t>" * 210_000 + "</w:r></w:p>"), "too_large"),
        (bomb(), "bomb"),
        (large(), "too_large"),
        (locked(), "encrypted"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_document_has_one_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        list(read_docx(path))
    assert caught.value.reason == reason


@pytest.mark.parametrize("data", [GOOD, GOOD[: len(GOOD) // 2], locked()])
def test_it_is_known_as_a_word_document_all_the_same(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hong.bin"
    path.write_bytes(data)
    assert sniff(path) == "docx"


def test_tables_in_tables_in_tables_are_laid_out_flat(tmp_path: Path) -> None:
    inner = paragraph("đáy")
    for _ in range(40):
        inner = table([inner + paragraph("a"), "b"])
    path = tmp_path / "sau.docx"
    path.write_bytes(docx(inner))
    text = " ".join(line.text for page in read_docx(path) for line in page.lines)
    assert text.count("đáy") == 1
    assert text.count("b") == 40


@pytest.mark.parametrize(
    "cell",
    [
        '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>',
        '<w:tc><w:tcPr><w:gridSpan w:val="-1"/></w:tcPr><w:p/></w:tc>',
        '<w:tc><w:tcPr><w:gridSpan w:val="nhiều"/></w:tcPr><w:p/></w:tc>',
    ],
)
def test_absurd_spans_do_no_harm(cell: str, tmp_path: Path) -> None:
    path = tmp_path / "rong.docx"
    path.write_bytes(docx(table(["a", cell, "b"], ruled=True)))
    (page,) = read_docx(path)
    assert len(page.lines[0].words) < 100


def test_a_field_that_nothing_closes_hides_no_other_paragraph(tmp_path: Path) -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    path = tmp_path / "ho.docx"
    path.write_bytes(docx(paragraph(inner=open_field) + paragraph("việc")))
    (page,) = read_docx(path)
    assert [line.text for line in page.lines] == ["việc"]


def test_styles_and_lists_that_go_round_in_circles_end(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    path = tmp_path / "vong.docx"
    path.write_bytes(docx(paragraph("việc", '<w:pStyle w:val="a"/>'), {"styles": styles}))
    (page,) = read_docx(path)
    assert [line.text for line in page.lines] == ["việc"]


def test_an_external_part_is_not_fetched(tmp_path: Path) -> None:
    relations = MAIN.replace("<Relationship ", '<Relationship TargetMode="External" ').replace(
        "word/document.xml", "file:///etc/hostname"
    )
    path = tmp_path / "ngoai.docx"
    path.write_bytes(zipped({"[Content_Types].xml": TYPES, "_rels/.rels": relations, "word/other.xml": "<a/>"}))
    with pytest.raises(DocumentError) as caught:
        list(read_docx(path))
    assert caught.value.reason == "damaged"


def test_macros_are_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "macro.docm"
    path.write_bytes(zipped(parts | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"}))
    assert sniff(path) == "docx"
    (page,) = read_docx(path)
    assert [line.text for line in page.lines] == ["Căn cứ"]
