"""One invented dispatch in every form of text: whatever it comes in, the records say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from congvan.datamodel.record import Record
from congvan.ingest.workers import process_files
from congvan.pipeline import Options, extract
from congvan.reading.containers.unpacked import File
from tests.reading.rows.test_legacy import to_tcvn3, to_vni, to_windows_1258
from tests.word import docx, in_list, levels, numbering, paragraph, run, table

LEFT = ("UBND HUYỆN BÌNH KHÊ", "PHÒNG VĂN HÓA THÔNG TIN", "Số: 17/KH-VHTT")
RIGHT = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Bình Khê, ngày 08 tháng 3 năm 2022",
)
TITLE = ("KẾ HOẠCH", "Tổ chức Ngày hội đọc sách năm 2022")
OPENING = (
    "Căn cứ Quyết định số 125/QĐ-UBND ngày 14/02/2022 của UBND huyện Bình Khê về việc phê duyệt kế hoạch công tác;",
    "Phòng Văn hóa Thông tin xây dựng kế hoạch như sau:",
)
PARTS = ("Mục đích", "Tổ chức thực hiện")
TASKS = (
    ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian"),
    ("1", "Đăng ký số gian hàng tham gia", "Các xã, thị trấn", "Trước ngày 25/3/2022"),
    ("2", "Gửi báo cáo kết quả", "Các trường học", "Trước ngày 30/4/2022"),
)
CLOSING = "Đề nghị các đơn vị nghiêm túc thực hiện kế hoạch này./."
FOOT = (
    ("Nơi nhận:", "- UBND huyện (b/c);", "- Các xã, thị trấn;", "- Lưu: VT."),
    ("TRƯỞNG PHÒNG", "", "Đỗ Minh Khoáng"),
)
HEADER = {
    "code": "17/KH-VHTT",
    "type": "kế hoạch",
    "issuer": "PHÒNG VĂN HÓA THÔNG TIN",
    "parent": "UBND HUYỆN BÌNH KHÊ",
    "place": "Bình Khê",
    "issued_on": "2022-03-08",
    "subject": "Tổ chức Ngày hội đọc sách năm 2022",
    "signer_role": "TRƯỞNG PHÒNG",
    "signer": "Đỗ Minh Khoáng",
}
CENTRE = '<w:jc w:val="center"/>'


def as_docx(*, broken: bool = False) -> bytes:
    """Letterhead and signature block in tables without rules, numbers by Word; `broken`: the table on a new page."""
    lists = numbering(levels(("upperRoman", "%1.")), nums={1: 0})
    body = table(["\n".join(LEFT), "\n".join(RIGHT)])
    body += "".join(paragraph(line, CENTRE) for line in TITLE) + "".join(map(paragraph, OPENING))
    body += "".join(in_list(part, 1) for part in PARTS)
    if broken:
        body += paragraph(inner='<w:r><w:br w:type="page"/></w:r>')
    body += table(*map(list, TASKS), ruled=True) + paragraph(CLOSING)
    body += table(["\n".join(FOOT[0]), "\n".join(FOOT[1])]) + paragraph()
    return docx(body, {"numbering": lists})


def docx_with_tabs_and_indents() -> bytes:
    """Without tables: the letterhead kept by tabs, the signature set into the right half below the recipients."""
    tab = "<w:r><w:tab/></w:r>"
    body = "".join(paragraph(inner=run(left) + tab + run(right)) for left, right in zip(LEFT, RIGHT, strict=True))
    body += "".join(paragraph(line, CENTRE) for line in TITLE) + "".join(map(paragraph, OPENING))
    body += "".join(f"{paragraph(f'{label}. {part}')}" for label, part in zip(("I", "II"), PARTS, strict=True))
    body += table(*map(list, TASKS), ruled=True) + paragraph(CLOSING)
    body += "".join(paragraph(line, '<w:ind w:left="5600"/><w:jc w:val="center"/>') for line in FOOT[1] if line)
    return docx(body + "".join(map(paragraph, FOOT[0])))


def as_html() -> str:
    def cells(*columns: tuple[str, ...]) -> str:
        return "".join(f"<td>{'<br>'.join(column)}</td>" for column in columns)

    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in TASKS)
    return (
        "<!DOCTYPE html><html><head><title>Cổng thông tin</title></head><body><nav><a>Trang chủ</a></nav>"
        f"<table width='100%'><tr>{cells(LEFT, RIGHT)}</tr></table>"
        f"<p align=center><b>{TITLE[0]}</b></p><p align=center><b>{TITLE[1]}</b></p>"
        + "".join(f"<p>{line}</p>" for line in OPENING)
        + f"<ol type=I>{''.join(f'<li>{part}</li>' for part in PARTS)}</ol><table border=1>{rows}</table>"
        + f"<p>{CLOSING}</p><table><tr>{cells(*FOOT)}</tr></table><footer>Bản quyền của huyện</footer></body></html>"
    )


def as_text() -> str:
    lines = [f"{left:<44}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    lines += ["", *TITLE, "", *OPENING, "", f"I. {PARTS[0]}", f"II. {PARTS[1]}", ""]
    lines += ["| " + " | ".join(row) + " |" for row in TASKS] + ["", CLOSING, ""]
    signature = (*FOOT[1], "")
    return "\n".join([*lines, *(f"{a:<44}{b}".rstrip() for a, b in zip(FOOT[0], signature, strict=True)), ""])


def mht() -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    head += "Content-Type: text/html; charset=utf-8\n"
    return f"{head}Content-Transfer-Encoding: 8bit\n\n{as_html()}\n--x--\n".encode()


FORMS: dict[str, tuple[str, Callable[[], bytes]]] = {
    # what it is -> (form, how it is made)
    "docx": ("docx", as_docx),
    "docx of two pages": ("docx", lambda: as_docx(broken=True)),
    "docx without tables": ("docx", docx_with_tabs_and_indents),
    "html": ("html", lambda: as_html().encode()),
    "html in UTF-16": ("html", lambda: as_html().encode("utf-16")),
    "html in windows-1258": ("html", lambda: to_windows_1258(as_html())),
    "mht": ("html", mht),
    "text": ("text", lambda: as_text().encode()),
    "text in windows-1258": ("text", lambda: to_windows_1258(as_text())),
    "text in TCVN3": ("text", lambda: to_tcvn3(as_text()).encode("latin-1")),
    "text that looks like TCVN3": ("text", lambda: to_tcvn3(as_text()).encode()),
    "text in VNI": ("text", lambda: to_vni(as_text()).encode("latin-1")),
    "text in UTF-16": ("text", lambda: as_text().encode("utf-16-le")),
}


def record_of(data: bytes, folder: Path) -> Record:
    path = folder / "van-ban"
    path.write_bytes(data)
    (record,) = extract(path).records
    return record


@pytest.mark.parametrize("name", FORMS)
def test_a_dispatch_is_the_same_in_every_form(name: str, tmp_path: Path) -> None:
    form, make = FORMS[name]
    record = record_of(make(), tmp_path)
    header = {key: field.value for key in HEADER if (field := getattr(record.header, key)) is not None}
    assert header == HEADER
    assert (record.source.form, record.source.reading) == (form, "text")
    assert [(r.name, r.role, r.note) for r in record.recipients] == [
        ("UBND huyện", "copy", "b/c"),
        ("Các xã, thị trấn", "copy", None),
        ("VT", "archive", None),
    ]
    assert [(r.code, r.issued_on) for r in record.references] == [("125/QĐ-UBND", "2022-02-14")]
    assert [(d.task, d.owner, d.due_on) for d in record.deadlines] == [
        ("Đăng ký số gian hàng tham gia", "Các xã, thị trấn", "2022-03-25"),
        ("Gửi báo cáo kết quả", "Các trường học", "2022-04-30"),
    ]
    assert record.text is not None
    assert "II. Tổ chức thực hiện" in record.text
    assert "Trang chủ" not in record.text


@pytest.mark.parametrize("name", ["docx of two pages", "text of two pages"])
def test_workers_read_all_pages_of_forms_that_no_one_counts(name: str, tmp_path: Path) -> None:
    data = FORMS[name][1]() if name in FORMS else as_text().replace("\n| TT", "\f| TT", 1).encode()
    path = tmp_path / "van-ban"
    path.write_bytes(data)
    alone, together = (list(process_files([File.of(path)], Options(), workers)) for workers in (1, 2))
    assert together[0].pages == alone[0].pages == 2
    assert together[0].records == alone[0].records
    assert len(alone[0].records[0].deadlines) == 2
