"""Word documents: what is printed is read, in its order, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from congvan.errors import DocumentError
from congvan.reading.asked import Asked
from congvan.reading.docx import read_docx
from congvan.reading.rows.legacy import tcvn3_codes, vni_codes
from tests.word import W, cell, docx, lines_of, paragraph, run, styled, table, zipped

BREAK = '<w:r><w:br w:type="page"/></w:r>'
BOX = f"<w:txbxContent>{paragraph('trong khung')}</w:txbxContent>"
DRAWING = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
PICT = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instr = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark.format("begin") + instr + mark.format("separate") + run(result) + mark.format("end")


def note(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (run("Căn ") + run("cứ"), ["Căn cứ"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", ["a", "b", "c"]),
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t></w:r>", ["Số: 12"]),
        ("<w:r><w:t>kế</w:t><w:softHyphen/><w:t>hoạch</w:t></w:r>", ["kếhoạch"]),
        ("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>NQ</w:t></w:r>", ["12-NQ"]),
        ('<w:r><w:t>25</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>', ["25°C"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>có</w:t></w:r>', ["\uf0fecó"]),
        ('<w:r><w:sym w:font="Symbol" w:char="không"/><w:t>có</w:t></w:r>', ["có"]),
        (
            f"<w:ins>{run('thêm ')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>{run('rồi')}",
            ["thêm rồi"],
        ),
        (f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", ["mới"]),
        (run("hiện ") + run("ẩn", "<w:vanish/>"), ["hiện"]),
        (run("hiện", '<w:vanish w:val="0"/>'), ["hiện"]),
        (run("hoa", "<w:caps/>"), ["HOA"]),
        (run("chữ") + '<w:r><w:commentReference w:id="1"/></w:r>', ["chữ"]),
        (f'<w:hyperlink r:id="xa">{run("https://sonha.example")}</w:hyperlink>', ["https://sonha.example"]),
        (f"<w:sdt><w:sdtContent>{run('trong ô')}</w:sdtContent></w:sdt>", ["trong ô"]),
        (run("Trang ") + field("PAGE", "3"), ["Trang"]),
        (f'{run("Trang ")}<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>', ["Trang"]),
        (run("ngày ") + field('DATE \\@ "dd/MM"', "05/01"), ["ngày 05/01"]),
        (field("IF 1=1", "có" + "") + run(" sau"), ["có sau"]),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", ["a+b"]),
    ],
)
def test_runs_say_what_is_printed(inner: str, expected: list[str], tmp_path: Path) -> None:
    assert lines_of(docx(paragraph(inner=inner)), tmp_path) == [expected]


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:r>{DRAWING}</w:r>",
        f"<w:r>{PICT}</w:r>",
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{DRAWING}</mc:Choice>'
        f"<mc:Fallback>{PICT}</mc:Fallback></mc:AlternateContent></w:r>",
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{PICT}</mc:Fallback></mc:AlternateContent></w:r>",
    ],
)
def test_a_text_box_is_read_once_behind_its_paragraph(inner: str, tmp_path: Path) -> None:
    body = paragraph(inner=run("trước") + inner + run(" sau"))
    assert lines_of(docx(body), tmp_path) == [["trước sau", "trong khung"]]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    body = paragraph("một ", "<w:rPr><w:del/></w:rPr>") + paragraph("dòng")
    assert lines_of(docx(body), tmp_path) == [["một dòng"]]


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (paragraph(inner=run("một") + BREAK + run("hai")), [["một"], ["hai"]]),
        (paragraph("một") + paragraph("hai", "<w:pageBreakBefore/>"), [["một"], ["hai"]]),
        (paragraph("một", "<w:sectPr/>") + paragraph("hai") + "<w:sectPr/>", [["một"], ["hai"]]),
        (
            paragraph("một", "<w:sectPr/>") + paragraph("hai") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
            [["một", "hai"]],
        ),
        (paragraph("một") + paragraph(inner=BREAK), [["một"]]),
        (styled("một", "moi") + styled("hai", "moi"), [["một"], ["hai"]]),
    ],
)
def test_only_breaks_of_the_document_part_pages(body: str, pages: list[list[str]], tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="moi"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    assert lines_of(docx(body, {"styles": style}), tmp_path) == pages


def test_only_the_pages_asked_for_are_given(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph(inner=run("một") + BREAK + run("hai"))))
    (page,) = read_docx(path, Asked(frozenset({2})))
    assert (page.number, [line.text for line in page.lines], page.placed) == (2, ["hai"], False)


def test_headers_stand_first_and_footers_and_notes_last(tmp_path: Path) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    )
    body = paragraph(inner=run("việc") + note("footnote", 2) + note("footnote", 1)) + section
    parts = {
        "header1": paragraph("SỞ Y TẾ SƠN HÀ"),
        "footer1": paragraph("Địa chỉ: phố Mới"),
        "footnotes": f'<w:footnote w:id="1">{paragraph("sau")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("trước")}</w:footnote><w:footnote w:id="3">{paragraph("thừa")}</w:footnote>',
    }
    expected = ["SỞ Y TẾ SƠN HÀ", "việc", "Địa chỉ: phố Mới", "1 trước", "2 sau"]
    assert lines_of(docx(body, parts), tmp_path) == [expected]


def test_a_footer_of_page_numbers_is_no_text(tmp_path: Path) -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    footer = paragraph(inner=run("Trang ") + field("PAGE", "1") + run("/") + field("NUMPAGES", "4"))
    assert lines_of(docx(paragraph("việc") + section, {"footer1": footer}), tmp_path) == [["việc"]]


def test_the_first_page_has_its_own_header(tmp_path: Path) -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/><w:titlePg/></w:sectPr>'
    )
    parts = {"header1": paragraph("trang sau"), "header2": paragraph("trang đầu")}
    assert lines_of(docx(paragraph("việc") + section, parts), tmp_path) == [["trang đầu", "việc"]]


def test_rows_of_a_table_are_lines_with_bars(tmp_path: Path) -> None:
    wide = cell("Thời gian", '<w:gridSpan w:val="2"/>')
    begun, covered = cell("Sở", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    body = table(["TT", wide], ["1", begun, "3/5"], ["2", covered, "4/5\nsáng"], ruled=True)
    expected = ["| TT | Thời gian | |", "| 1 | Sở | 3/5 |", "| 2 | | 4/5 sáng |"]
    assert lines_of(docx(body), tmp_path) == [expected]


def test_a_nested_table_stays_in_its_cell(tmp_path: Path) -> None:
    inner = table(["a", "b"], ruled=True)
    body = table(["1", inner + paragraph("c"), "x"], ruled=True)
    assert lines_of(docx(body), tmp_path) == [["| 1 | a | b c | x |"]]


def test_a_deleted_row_is_no_row(tmp_path: Path) -> None:
    body = table(["1", "2", "3"], ["4", "5", "6"], ruled=True).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert lines_of(docx(body), tmp_path) == [["| 4 | 5 | 6 |"]]


def test_a_letterhead_without_rules_is_two_columns(tmp_path: Path) -> None:
    body = table(["SỞ Y TẾ\nSố: 5/SYT", "CỘNG HÒA\nSơn Hà, ngày 05"])
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body))
    (page,) = read_docx(path)
    left = {line.words[0].box.x0 for line in page.lines}
    (right,) = {word.box.x0 for line in page.lines for word in line.words if word.text in ("CỘNG", "Sơn")}
    assert left == {0}
    assert right > max(word.box.x1 for line in page.lines for word in line.words if word.text in ("TẾ", "5/SYT")) + 3


@pytest.mark.parametrize(
    ("properties", "column"),
    [('<w:jc w:val="right"/>', 96 - 4), ('<w:ind w:left="6000"/>', 50), ('<w:ind w:left="720"/>', 0)],
)
def test_what_is_set_into_the_right_half_stands_there(properties: str, column: int, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("ÔNG.", properties)))
    (page,) = read_docx(path)
    assert page.lines[0].box.x0 == column


TEXT = "Số lượng người tham dự được giao cho các phòng, ban ở cấp huyện quyết định"
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


def in_code(text: str, code: str) -> str:
    codes = tcvn3_codes() if code == "tcvn3" else vni_codes()
    return "".join(codes.get(letter, letter) for letter in text)


def in_font(text: str, font: str) -> str:
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


@pytest.mark.parametrize("code", ["tcvn3", "vni"])
def test_runs_in_old_fonts_become_unicode_run_by_run(code: str, tmp_path: Path) -> None:
    text = TEXT.lower() if code == "tcvn3" else TEXT
    inner = run("Điều 1. ") + in_font(in_code(text, code), FONTS[code]) + run(" café")
    assert lines_of(docx(paragraph(inner=inner)), tmp_path) == [[f"Điều 1. {text} café"]]


def test_a_letter_of_vni_may_lie_across_two_runs(tmp_path: Path) -> None:
    whole = in_code(TEXT, "vni")
    cut = whole.index("öï") + 1  # ự: two characters
    inner = in_font(whole[:cut], "VNI-Times") + in_font(whole[cut:], "VNI-Times")
    assert lines_of(docx(paragraph(inner=inner)), tmp_path) == [[TEXT]]


def test_a_font_of_capitals_shows_capitals(tmp_path: Path) -> None:
    body = paragraph(inner=in_font(in_code(TEXT.lower(), "tcvn3"), ".VnTimeH"))
    assert lines_of(docx(body), tmp_path) == [[TEXT.upper()]]


def test_a_font_comes_from_the_style_too(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="goc"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="goc"/></w:style>'
    )
    body = styled(in_code(TEXT.lower(), "tcvn3"), "con")
    assert lines_of(docx(body, {"styles": style}), tmp_path) == [[TEXT.lower()]]


def test_unicode_text_that_kept_its_old_font_stays(tmp_path: Path) -> None:
    text = "các phòng và các ban công tác đều có báo cáo"
    assert lines_of(docx(paragraph(inner=in_font(text, ".VnTime"))), tmp_path) == [[text]]


def test_a_soft_hyphen_in_tcvn3_is_the_letter_that_has_its_byte(tmp_path: Path) -> None:
    before, after = in_code("người được giao trư", "tcvn3")[:-1], in_code("ởng phòng", "tcvn3")
    inner = (
        f'<w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:t>{before}</w:t><w:softHyphen/><w:t>{after}</w:t></w:r>'
    )
    assert lines_of(docx(paragraph(inner=inner)), tmp_path) == [["người được giao trưởng phòng"]]


def test_the_strict_form_is_read_alike(tmp_path: Path) -> None:
    data = docx(paragraph("Căn cứ"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(W.encode(), strict)
    assert lines_of(zipped(parts), tmp_path) == [["Căn cứ"]]


def test_fields_in_fields_without_end_are_read(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    opened = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph(inner=opened * 20_000 + run("việc"))
    assert lines_of(docx(body), tmp_path) == [["việc"]]


@pytest.mark.parametrize(("outer", "shown"), [("IF", "trong ngoài"), ("PAGE", "ngoài")])
def test_a_field_too_deep_is_shown_as_the_one_round_it(outer: str, shown: str, tmp_path: Path) -> None:
    inner = run("trong ")
    for _ in range(200):
        inner = field("IF", "").replace(run(""), inner)
    assert lines_of(docx(paragraph(inner=field(outer, "").replace(run(""), inner) + run("ngoài"))), tmp_path) == [
        [shown]
    ]


def test_the_name_of_a_field_may_stand_in_pieces(tmp_path: Path) -> None:
    inner = field("PAGE", "3").replace("PAGE", "  " * 99 + "PA</w:instrText><w:instrText>GE \\* x" + "x" * 999)
    assert lines_of(docx(paragraph(inner=run("Trang ") + inner)), tmp_path) == [["Trang"]]


def test_what_a_style_holds_is_looked_through_once(tmp_path: Path) -> None:
    rest = "<w:keepNext/>" * 50_000
    inside = f"{rest}<w:pPr>{rest}</w:pPr><w:rPr>{rest}</w:rPr>"
    style = f'<w:style w:type="paragraph" w:styleId="A" w:default="1">{inside}</w:style>'
    (page,) = lines_of(docx(paragraph("việc") * 5_000, {"styles": style}), tmp_path)
    assert page == ["việc"] * 5_000


def test_each_section_finds_its_header_among_any_number_of_parts(tmp_path: Path) -> None:
    inner = '<w:type w:val="continuous"/><w:headerReference r:id="không{}"/>'
    section = f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>"
    sections = "".join(map(section.format, range(5_000)))
    data = docx(sections + paragraph("việc"), {})
    relations = "".join(f'<Relationship Id="r{n}" Type="khác" Target="không.xml"/>' for n in range(20_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relations.encode() + b"</Relationships>"
    )
    assert lines_of(zipped(files), tmp_path) == [["việc"]]


@pytest.mark.parametrize("properties", ['<w:gridSpan w:val="63"/>', '<w:gridSpan w:val="9999999"/>'])
def test_a_table_of_empty_cells_without_end_is_refused(
    properties: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congvan.reading.word.text.MAX_CELLS", 20_000)
    with pytest.raises(DocumentError) as caught:
        lines_of(docx(table(*[[cell("việc", properties)]] * 400)), tmp_path)
    assert caught.value.reason == "too_large"


def test_one_long_line_does_not_push_all_others_aside(tmp_path: Path) -> None:
    rows = [["Nơi nhận:", "GIÁM ĐỐC"], ["việc " * 2_000, "phải"], ["trái", "phải"]]
    path = tmp_path / "a.docx"
    path.write_bytes(docx(table(*rows)))
    (page,) = read_docx(path)
    assert [line.words[-1].text for line in page.lines].count("phải") == 2
    assert page.lines[-1].box.x1 < 400
