"""Web pages: the document is read as a browser shows it, the portal round it is not."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.html import MAX_HTML_BYTES, read_html
from congvan.reading.sniff import sniff
from tests.reading.rows.test_legacy import to_tcvn3, to_vni, to_windows_1258

TEXT = "Căn cứ đề nghị của các phòng, ban ở huyện về việc tổ chức thực hiện những nhiệm vụ được giao"


def pages(html: str | bytes, folder: Path) -> list[Page]:
    path = folder / "trang.html"
    path.write_bytes(html if isinstance(html, bytes) else f"<html><body>{html}</body></html>".encode())
    assert sniff(path) == "html"
    return list(read_html(path))


def lines(html: str | bytes, folder: Path) -> list[str]:
    return [line.text for page in pages(html, folder) for line in page.lines]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Căn  cứ\n Luật</p><div>hai<p>ba</p>bốn</div>", ["Căn cứ Luật", "hai", "ba", "bốn"]),
        ("<p>một<br>hai<br/>ba</p>", ["một", "hai", "ba"]),
        ("<p>C&#259;n c&#x1ee9; &amp; &ocirc;</p>", ["Căn cứ & ô"]),
        ("<p>Số:&nbsp;&nbsp;&nbsp;12</p>", ["Số: 12"]),
        ("<p>m&#7897;<b>t</b> <i>hai</i></p>", ["một hai"]),
        ("<ul><li>một<li>hai</ul>", ["- một", "- hai"]),
        ("<ol><li>một</li><li>hai<ol type='a'><li>ba</li></ol></li></ol>", ["1. một", "2. hai", "a. ba"]),
        ("<ol type='I' start='3'><li>một</li><li value='7'>hai</li></ol>", ["III. một", "VII. hai"]),
        ("<ul style='list-style-type:none'><li>một</li></ul>", ["một"]),
        ("<p>giữ</p><del>bỏ</del><p>sau</p>", ["giữ", "sau"]),
        ("<pre>một\n  hai</pre>", ["một", "hai"]),
        ("<p style='text-transform:uppercase'>hoa</p>", ["HOA"]),
        ("<table><tr><td>chỉ một ô</table><p>sau", ["chỉ một ô", "sau"]),
        ("một <span>hai</span> ba", ["một hai ba"]),
    ],
)
def test_text_is_read_as_it_is_shown(html: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(html, tmp_path) == expected


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>Trang chủ</nav>",
        "<header>Cổng thông tin</header>",
        "<footer>Bản quyền</footer>",
        "<aside>Tin mới</aside>",
        "<script>alert('chào')</script>",
        "<style>p { color: red }</style>",
        "<noscript>Hãy bật JavaScript</noscript>",
        "<div class='main-menu'>Giới thiệu</div>",
        "<div id='sidebar'>Liên kết</div>",
        "<ul class='breadcrumb'><li>Trang chủ</li></ul>",
        "<div role='navigation'>Giới thiệu</div>",
        "<div hidden>ẩn</div>",
        "<p style='display: none'>ẩn</p>",
        "<span style='mso-hide:all'>ẩn</span>",
        "<select><option>Chọn</option></select><button>Tìm</button>",
        "<!-- nhận xét -->",
        "<div style='mso-element:comment-list'>nhận xét</div>",
    ],
)
def test_what_is_no_part_of_the_document_is_left_out(chrome: str, tmp_path: Path) -> None:
    assert lines(f"<p>trước</p>{chrome} <p>sau</p>", tmp_path) == ["trước", "sau"]


def test_text_behind_what_is_left_out_stays(tmp_path: Path) -> None:
    assert lines("<p>một <span style='display:none'>ẩn <b>sâu</b></span> hai</p>", tmp_path) == ["một hai"]


def test_a_part_named_header_that_holds_the_letterhead_is_none(tmp_path: Path) -> None:
    html = "<div class='header'><p>SỞ Y TẾ</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></div><p>sau</p>"
    assert lines(html, tmp_path)[0] == "SỞ Y TẾ"


def test_the_article_that_holds_the_document_is_enough(tmp_path: Path) -> None:
    article = f"<article><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>{TEXT * 3}</p></article>"
    said = lines(f"<div>Tin khác</div>{article}<div>Xem thêm</div>", tmp_path)
    assert said == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", TEXT * 3]


def test_a_letterhead_in_a_table_is_two_columns(tmp_path: Path) -> None:
    html = (
        "<table width='100%'><tr><td><p>UBND TỈNH</p><p><b>SỞ Y TẾ</b></p></td>"
        "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>"
    )
    (page,) = pages(html, tmp_path)
    assert [line.text for line in page.lines] == [
        "UBND TỈNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc",
    ]
    assert page.lines[0].words[2].box.x0 == page.lines[1].words[3].box.x0


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table border=1><tr><th>TT<th>Việc<tr><td>1<td>Họp</table>", ["| TT | Việc |", "| 1 | Họp |"]),
        ("<table><tr><td>TT</td><td>Việc</td></tr></table>", ["| TT | Việc |"]),
        ("<table><tr><td>a<td colspan=2>b<tr><td>c<td>d<td>e</table>", ["| a | b | |", "| c | d | e |"]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", ["| a | b |", "| | c |", "| d | e |"]),
        ("<table border=1><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", ["| a b | c | d |"]),
        ("<table><tr><td><table border=1><tr><td>a<td>b</table><p>c</p></table>", ["| a | b |", "c"]),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", ["| a b | c |"]),
    ],
)
def test_tables_are_rows(html: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(html, tmp_path) == expected


def test_recipients_beside_a_brace_stay_in_their_column(tmp_path: Path) -> None:
    brace = "<table><tr><td>- Huyện ủy;<br>- UBND huyện;</td><td>(b/c)</td></tr></table>"
    foot = f"<td><p>Nơi nhận:</p>{brace}<p>- Lưu: VT.</p></td><td>GIÁM ĐỐC<br>Đỗ Minh Khoáng</td>"
    assert lines(f"<table><tr>{foot}</tr></table>", tmp_path) == [
        "Nơi nhận: GIÁM ĐỐC", "- Huyện ủy; Đỗ Minh Khoáng", "- UBND huyện;", "(b/c)", "- Lưu: VT.",
    ]  # fmt: skip


def test_a_page_laid_out_in_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    html = "<table><tr><td>Mục lục<td><p>Văn bản</p><table border=1><tr><td>a<td>b</table></table>"
    assert lines(html, tmp_path) == ["Mục lục", "Văn bản", "| a | b |"]


@pytest.mark.parametrize(
    "data",
    [
        f"<html><meta charset='utf-8'><p>{TEXT}".encode(),
        f"<html><p>{TEXT}".encode("utf-8-sig"),
        f"<html><p>{TEXT}".encode("utf-16"),
        f"<html><p>{unicodedata.normalize('NFD', TEXT)}".encode(),
        f"<html><meta charset='iso-8859-1'><p>{TEXT}".encode(),
        f"<?xml version='1.0' encoding='ascii'?><html><p>{TEXT}".encode(),
        b"<html><meta http-equiv=Content-Type content='text/html; charset=windows-1258'><p>" + to_windows_1258(TEXT),
        b"<html><p>" + to_windows_1258(TEXT),
        b"<html><meta charset=windows-1252><p>" + to_tcvn3(TEXT).encode("latin-1"),
        b"<html><meta charset=x-viet-tcvn><p>" + to_tcvn3(TEXT).encode("latin-1"),
        b"<html><p>" + to_vni(TEXT).encode("latin-1"),
        f"<html><meta charset=utf-8><p>{to_vni(TEXT)}".encode(),
        f"<html><p><font face='.VnTime'>{to_tcvn3(TEXT)}</font>".encode(),
        f"<html><p>Điều 1.</p><p style='font-family:\".VnTime\"'>{to_tcvn3(TEXT)}</p>".encode(),
        b"<html><meta charset=base64><p>" + TEXT.encode(),
    ],
)
def test_pages_are_read_in_the_code_they_are_in(data: bytes, tmp_path: Path) -> None:
    assert lines(data, tmp_path)[-1] == TEXT


def test_labels_and_notes_of_a_page_saved_by_word(tmp_path: Path) -> None:
    html = (
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>"
        "<![endif]>Mục đích<a href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a></p>"
        "<br clear=all style='page-break-before:always'>"
        "<p class=MsoNormal>trang hai</p>"
        "<div style='mso-element:footnote-list'><p><a href='#_ftnref1'>[1]</a> chú</p></div>"
    )
    assert [[line.text for line in page.lines] for page in pages(html, tmp_path)] == [
        ["1. Mục đích"],
        ["trang hai", "[1] chú"],
    ]


MHT = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=_x\"\r\n\r\n--=_x\r\n"
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--=_x\r\n"
    "Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><p>C=C4=83n c=E1=BB=A9=\r\n Lu=E1=BA=ADt</p></html>\r\n--=_x--\r\n"
)  # fmt: skip


def test_a_page_saved_with_its_parts_is_opened(tmp_path: Path) -> None:
    assert lines(MHT.encode(), tmp_path) == ["Căn cứ Luật"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (MHT.replace("text/html", "text/plain").encode(), "damaged"),
        (b"<html><body><script>document.write('x')</script></body></html>", "no_text"),
        (b"<html>", "no_text"),
        (b"<html><p>" + b"<font>" * 5000 + b"x", "damaged"),
        (b"<html><body>" + b" " * MAX_HTML_BYTES, "too_large"),
    ],
)
def test_pages_without_a_document_have_one_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        pages(data, tmp_path)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1900 + "việc",
        "<b><font>" * 900 + "việc",
        "<table><tr><td>" * 300 + "việc",
        "<ul><li>" * 900 + "việc",
        "<header>" * 500 + "CỘNG HÒA XÃ HỘI việc",
        "<td>việc</td>",
        "<tr><td>việc",
        "<table>việc</table>",
        "<table><tr><td colspan=99999999 rowspan=99999999>việc<td>x</table>",
        "<p>việc</b></i></div></table></td>",
        "<ol start=99999999999999999999><li value=-5>việc</ol>",
    ],
    ids=lambda html: html[:20],
)
def test_broken_pages_lose_nothing(html: str, tmp_path: Path) -> None:
    assert "việc" in " ".join(lines(html, tmp_path))


@pytest.mark.parametrize(
    ("border", "ruled"),
    [
        ("border:none;border-left:solid 1pt", True),
        ("border:solid windowtext 1.0pt", True),
        ("border-bottom : 1px dashed", True),
        ("border:none;mso-border-alt:solid windowtext .5pt", False),
        ("border:none;outline:solid", False),
        ("border-style-of-nothing solid", False),
    ],
)
def test_each_declaration_of_a_style_says_for_itself_whether_a_line_is_drawn(
    border: str, ruled: bool, tmp_path: Path
) -> None:
    html = f"<table><tr><td style='{border}'>một<td style='{border}'>hai</table><p class=MsoNormal>ba</p>"
    assert lines(html, tmp_path)[:1] == (["| một | hai |"] if ruled else ["một hai"])


def test_a_style_of_any_length_is_looked_at(tmp_path: Path) -> None:
    style = "border:" * 200_000
    assert lines(f"<table style='{style}'><tr><td style='{style}'>việc</table>", tmp_path) == ["việc"]


@pytest.mark.parametrize("mark", ["<?xml", "<![if ", "<!--", "</b>", "&#x", "<"])
def test_marks_that_nothing_closes_are_passed_once(mark: str, tmp_path: Path) -> None:
    assert lines("<p>việc</p>" + mark * 200_000, tmp_path)[0] == "việc"


def saved_page(parameters: str = "", envelopes: int = 0) -> bytes:
    """An MHT file with one page in so many envelopes more than it needs."""
    inner = "Content-Type: multipart/related; boundary=b{}\n\n--b{}\n"
    nested = "".join(inner.format(n, n) for n in range(envelopes))
    page = "Content-Type: text/html; charset=utf-8\n\n<html><p>việc</p>\n"
    head = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x{parameters}\n\n--x\n"
    return f"{head}{nested}{page}--x--\n".encode()


def test_a_mark_has_no_attributes_without_end(tmp_path: Path) -> None:
    script = "<script>if (i<a) { " + "x = 1 ; " * 20_000 + "}</script><!-- <p " + "x = 1 ; " * 20_000 + "-->"
    assert lines(f"{script}<img alt='{'việc > làm ' * 9_000}'><p>việc</p>", tmp_path) == ["việc"]
    for attributes in (" a{}", " a{}='>'", "/a{}", " <a{}"):
        with pytest.raises(DocumentError) as caught:
            pages(f"<p{''.join(map(attributes.format, range(30_000)))}>việc</p>", tmp_path)
        assert caught.value.reason == "damaged"


def test_only_the_beginning_of_a_header_is_looked_at(tmp_path: Path) -> None:
    assert lines(saved_page(";" * 1_000_000), tmp_path) == ["việc"]


def test_envelopes_in_envelopes_are_refused_beyond_what_browsers_write(tmp_path: Path) -> None:
    assert lines(saved_page(envelopes=3), tmp_path) == ["việc"]
    with pytest.raises(DocumentError) as caught:
        pages(saved_page(envelopes=30), tmp_path)
    assert caught.value.reason == "damaged"


def test_cells_beyond_what_a_page_holds_stay_in_the_last_one(tmp_path: Path) -> None:
    row = [str(n) for n in range(10_000)]
    html = "<table border=1><tr>" + "".join(f"<td>{n}" for n in row) + "<tr><td>việc</table>"
    said = " ".join(lines(html, tmp_path)).replace("| ", "").split()
    assert said == [*row, "việc", "|"]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td rowspan=1000 colspan=63>việc" + "<tr>" * 400,
        "<tr><td>việc<td rowspan=1000 colspan=63>" + "<tr><td>" * 400,
        "<tr><td colspan=63>việc" * 400,
        "<tr><td>việc" + "<tr>" * 30_000,
        "<tr><td>" + ("<table><tr><td>việc<td rowspan=50 colspan=63>" + "<tr><td>" * 40 + "</table>") * 10,
    ],
    ids=lambda rows: rows[:30],
)
def test_a_table_of_empty_cells_without_end_is_refused(
    rows: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congvan.reading.web.blocks.MAX_CELLS", 20_000)
    html = f"<table>{rows}</table>"
    with pytest.raises(DocumentError) as caught:
        pages(html, tmp_path)
    assert caught.value.reason == "too_large"


def test_entities_of_a_page_are_not_unfolded(tmp_path: Path) -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;'>]><html><p>việc &b;</p></html>"
    assert "haha" not in " ".join(lines(bomb.encode(), tmp_path)[-1:])
