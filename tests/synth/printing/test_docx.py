"""Word files: every word once, structure as offices have it, automatic numbers that add up, the same bytes again."""

from __future__ import annotations

import zipfile
from collections import Counter
from io import BytesIO
from random import Random

import pytest
from docx import Document

from congvan.synth.printing.docx import docx
from congvan.synth.printing.wordml import label_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.fixture(scope="module")
def written(dispatches):
    """(dispatch, the Word document), each typed with other habits."""
    return [(d, Document(BytesIO(docx(d, Random(f"typist {n}"))))) for n, d in enumerate(dispatches)]


class Counting:
    """Numbers paragraphs as Word does (ECMA-376, part 1, 17.9)."""

    def __init__(self, document):
        root = document.part.numbering_part.element
        self.levels = {a.get(f"{W}abstractNumId"): a.find(f"{W}lvl") for a in root.iter(f"{W}abstractNum")}
        self.instances = {n.get(f"{W}numId"): n for n in root.iter(f"{W}num")}
        self.counts = {}

    def label(self, paragraph):
        found = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if found is None:
            return ""
        number = found.get(f"{W}val")
        instance = self.instances[number]
        level = self.levels[instance.find(f"{W}abstractNumId").get(f"{W}val")]
        start = int(next(instance.iter(f"{W}startOverride")).get(f"{W}val"))
        count = self.counts[number] = self.counts.get(number, start - 1) + 1
        shown = {
            "decimal": str(count),
            "upperRoman": ROMAN[count],
            "lowerLetter": chr(ord("a") + count - 1),
            "bullet": "",
        }[level.find(f"{W}numFmt").get(f"{W}val")]
        return level.find(f"{W}lvlText").get(f"{W}val").replace("%1", shown) + " "


def text_of(element, counting):
    """The text in document order: numbers told, breaks as line ends, what stands twice (VML) once."""
    parts = []

    def walk(node):
        if node.tag == FALLBACK:
            return
        if node.tag == f"{W}p":
            parts.append("\n" + counting.label(node))
        elif node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag == f"{W}br":
            parts.append("\n")
        for child in node:
            walk(child)

    walk(element)
    return "".join(parts)


def whole_text(document):
    section = document.sections[0]
    counting = Counting(document)
    return text_of(document.element.body, counting) + text_of(section.first_page_footer._element, counting)


def words_of(dispatch):
    return Counter(t for b in dispatch.blocks for x, y in b.cells for t in b.text[x:y].split())


def test_every_word_of_the_dispatch_stands_once(written):
    for dispatch, document in written:
        extra = Counter(whole_text(document).split())
        extra.subtract(words_of(dispatch))
        # The stamp of who received it is no part of the dispatch.
        kept = {word for word, count in extra.items() if count}
        assert not kept or "ĐẾN" in kept


def test_paragraphs_of_the_body_are_whole_and_in_order(written):
    for dispatch, document in written:
        text = " ".join(whole_text(document).split())
        at = 0
        for block in dispatch.body:
            if not block.role.startswith("row"):
                at = text.index(" ".join(block.text.split()), at)


def test_some_files_have_automatic_numbers_and_some_typed_ones(written):
    automatic = ["numPr" in document.element.body.xml for d, document in written if any(map(label_of, texts(d)))]
    assert 0 < sum(automatic) < len(automatic)


def texts(dispatch):
    return [block.text for block in dispatch.body]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Nội dung", ("decimal", "%1.", 1)),
        ("Điều 12. Hiệu lực", ("decimal", "Điều %1.", 12)),
        ("IV. KHEN THƯỞNG", ("upperRoman", "%1.", 4)),
        ("c) Thời gian", ("lowerLetter", "%1)", 3)),
        ("- Gửi báo cáo", ("bullet", "-", 1)),
        ("Căn cứ Luật", None),
        ("1.2. Nội dung", None),
        ("IIII. Sai", None),
    ],
)
def test_labels_are_what_word_can_count(text, label):
    found = label_of(text)
    assert (found and (found.format, found.text, found.value)) == label


def test_letterhead_and_foot_are_tables_without_rules(written):
    for dispatch, document in written:
        first = document.tables[0]
        assert len(first.columns) == 2
        assert first.style.name == "Normal Table"
        cells = "\n".join(cell.text for cell in first.rows[0].cells)
        assert dispatch.right[0].text in cells


def test_ruled_tables_have_as_many_cells_as_the_dispatch(written):
    for dispatch, document in written:
        rows = [b for b in dispatch.blocks if b.role.startswith("row")]
        ruled = [t for t in document.tables if t.style.name == "Table Grid"]
        found = [[cell.text for cell in row.cells] for table in ruled for row in table.rows]
        assert found == [[b.text[x:y] for x, y in b.cells] for b in rows]


def test_the_page_number_is_a_field_that_the_first_page_does_not_show(written):
    for dispatch, document in written:
        section = document.sections[0]
        assert section.different_first_page_header_footer
        holder = section.footer if dispatch.layout == "circular-01" else section.header
        assert "PAGE" in holder._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_marks_stand_in_text_boxes_now_and_then(written):
    marked = [doc for d, doc in written if any(b.role in ("secrecy", "urgency") for b in d.left)]
    boxed = ["txbxContent" in doc.element.body.xml for doc in marked]
    assert 0 < sum(boxed) < len(boxed)


def test_elements_of_paragraph_properties_stand_in_the_order_of_the_schema(written):
    order = ["pStyle", "numPr", "pBdr", "spacing", "ind", "jc"]
    for _, document in written:
        for properties in document.element.body.iter(f"{W}pPr"):
            names = [child.tag.removeprefix(W) for child in properties]
            assert names == sorted(names, key=order.index)


def test_the_same_seed_gives_the_same_bytes(dispatches):
    for n, dispatch in enumerate(dispatches[:6]):
        data = docx(dispatch, Random(n))
        assert data == docx(dispatch, Random(n))
        with zipfile.ZipFile(BytesIO(data)) as archive:
            assert {info.date_time[0] for info in archive.infolist()} == {2020}
