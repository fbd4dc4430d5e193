"""Records of invented dispatches for the tests of archive, query and export."""

from __future__ import annotations

from typing import Any

from congvan.archive.rows import FileRow
from congvan.datamodel.record import (
    Award,
    Deadline,
    Flag,
    Header,
    HeaderField,
    Item,
    Mention,
    Record,
    RecordSource,
    Reference,
    Target,
)

SHA = "5e" * 32
PLAN_TEXT = """LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN HÀ
CÔNG ĐOÀN HUYỆN BÌNH KHÊ
Số: 87/KH-CĐ
KẾ HOẠCH
Tuyên truyền bầu cử đại biểu Hội đồng nhân dân các cấp
Thực hiện Kế hoạch số 12/KH-LĐLĐ ngày 05/3/2021 của Liên đoàn Lao động tỉnh Sơn Hà, công đoàn huyện hoà giải
các vướng mắc, báo cáo trước ngày 20/4/2021."""
LETTER_TEXT = "Sở Công nghệ Sơn Hà đề nghị Ủy ban nhân dân xã Đông Lĩnh báo cáo về cơ sở dữ liệu."


def evidence(text: str, quote: str, **more: Any) -> dict[str, Any]:
    """The evidence of a quote that stands in the text."""
    start = text.index(quote)
    defaults = {"page": 1, "boxes": ((1, 72.0, 90.5, 300.1, 104.0),), "confidence": 0.9, "by": "test.rule"}
    return {"quote": quote, "start": start, "end": start + len(quote)} | defaults | more


def shown(model: type[Item], text: str, quote: str, **values: Any) -> Any:
    """An item of the model with its evidence."""
    return model(**evidence(text, quote), **values)


def plan(sha256: str = SHA, n: int = 1, path: str = "den/2021/ke-hoach.pdf") -> Record:
    """A plan with a header, items of several kinds, mentions, alternatives and a flag."""
    text = PLAN_TEXT
    values = {
        "code": ("87/KH-CĐ", "87/KH-CĐ"),
        "type": ("kế hoạch", "KẾ HOẠCH"),
        "issuer": ("CÔNG ĐOÀN HUYỆN BÌNH KHÊ", "CÔNG ĐOÀN HUYỆN BÌNH KHÊ"),
        "subject": ("Tuyên truyền bầu cử đại biểu Hội đồng nhân dân các cấp", "Tuyên truyền"),
    }
    header = {name: HeaderField(value=value, **evidence(text, quote)) for name, (value, quote) in values.items()}
    header["issued_on"] = HeaderField(
        value=None,
        alternatives=({"value": "2021-03-10", "confidence": 0.2, "by": "header.date"},),
        **evidence(text, "Số", confidence=0.4),
    )
    cited = shown(
        Reference,
        text,
        "Kế hoạch số 12/KH-LĐLĐ",
        type="kế hoạch",
        code="12/KH-LĐLĐ",
        issued_on="2021-03-05",
        relation="implements",
        mentions=(Mention(quote="KẾ HOẠCH", start=text.index("KẾ HOẠCH"), end=text.index("KẾ HOẠCH") + 8, page=1),),
    )
    return Record(
        id=f"{sha256[:12]}-{n}",
        source=RecordSource(path=path, sha256=sha256, form="pdf", reading="fast", pages=(1, 2)),
        header=Header(**header),
        references=(cited,),
        deadlines=(shown(Deadline, text, "trước ngày 20/4/2021", due_on="2021-04-20", bound="before", to="huyện"),),
        targets=(shown(Target, text, "các cấp", value=95.0, unit="%", of=100.0, comparator="ge"),),
        awards=(shown(Award, text, "Thực hiện", form="giấy khen", money=2_000_000_000_000, to="both"),),
        flags=(Flag(flag="no_signer", field="header.signer", detail="không thấy"),),
    )


def letter(sha256: str = "a7" * 32) -> Record:
    """A letter with a header alone."""
    text = LETTER_TEXT
    header = Header(
        type=HeaderField(value="công văn", **evidence(text, "đề nghị")),
        issuer=HeaderField(value="SỞ CÔNG NGHỆ SƠN HÀ", **evidence(text, "Sở Công nghệ Sơn Hà")),
        issued_on=HeaderField(value="2022-06-01", **evidence(text, "báo cáo")),
        code=HeaderField(value="12/KH-LĐLĐ", **evidence(text, "báo cáo")),
    )
    source = RecordSource(path="di/cong-van.txt", sha256=sha256, form="text", reading="text", pages=(1,))
    return Record(id=f"{sha256[:12]}-1", source=source, header=header)


def file_row(record: Record, status: str = "done", **more: Any) -> FileRow:
    """The ledger row of the file a record came from."""
    source = record.source
    return FileRow(source.sha256, source.path, source.form, 1000, status, pages=len(source.pages), **more)
