"""What the archive derives: bodies by key, resolved and missing references, days due, numbers in order."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congvan.archive.folder import ARCHIVE_FILE
from congvan.archive.store import Store
from congvan.datamodel.record import (
    Award,
    Deadline,
    Header,
    HeaderField,
    Period,
    Recipient,
    Record,
    RecordSource,
    Reference,
    Target,
)
from congvan.errors import UsageError
from congvan.query import Archive

from .records import file_row

TEXT = "Sở Công Thương (SCT) chủ trì."
SEEN: dict[str, Any] = {"quote": "Sở", "start": 0, "end": 2, "page": 1, "confidence": 0.9, "by": "test.rule"}
DOCS = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")


def dispatch(n: int, lists: dict[str, tuple[Any, ...]] | None = None, **header: str) -> Record:
    """Dispatch `n`, of a file of its own, with these header values and items."""
    sha256 = f"{n:02x}" * 32
    source = RecordSource(path=f"den/{n}.txt", sha256=sha256, form="text", reading="text", pages=(1,))
    fields = {name: HeaderField(value=value, **SEEN) for name, value in header.items()}
    return Record(id=f"{sha256[:12]}-1", source=source, header=Header(**fields), **(lists or {}))


def cited(**values: str) -> Reference:
    return Reference(relation="cites", **values, **SEEN)


def deadline(**values: Any) -> Deadline:
    return Deadline(**values, **SEEN)


PROVINCE = "ỦY BAN NHÂN DÂN TỈNH SƠN HÀ"
PLAN = dispatch(
    1,
    {
        "deadlines": (
            deadline(due_on="2021-06-10", bound="before", task="báo cáo", owner="Sở Y tế, SCT", to="UBND tỉnh"),
            deadline(due_on="2021-06", bound="by", task="tổng kết", owner="Sở Y tế"),
            deadline(within=5.0, within_unit="working_day", counted_from="kể từ ngày ký", task="niêm yết"),
            deadline(within=5.0, within_unit="day", counted_from="ngày nhận được văn bản", task="trả lời"),
            deadline(recurs="monthly", recurs_on="ngày 20", task="báo cáo tháng", owner="UBND các huyện"),
        ),
        "periods": (
            Period(start_on="2021-06-01", end_on="2021-06-15", what="nộp hồ sơ", **SEEN),
            Period(start_on="2021-06-01", end_on="2021-06-20", what="đợt thi đua", **SEEN),
        ),
        "targets": (Target(value=95.0, unit="%", comparator="ge", population="Sở Y tế", kind="target", **SEEN),),
        "awards": (Award(form="bằng khen", conferrer="Chủ tịch UBND tỉnh", **SEEN),),
        "recipients": (Recipient(name="UBND huyện Bình Khê", role="copy", **SEEN),),
        "references": (
            cited(code="7/KH", issued_on="2021-03-02"),
            cited(code="8/KH"),
            cited(code="99/QĐ-TTg", issued_on="2021-01-05", issuer="Thủ tướng Chính phủ", title="phê duyệt"),
        ),
    },
    code="015/KH-UBND", type="kế hoạch", issuer=PROVINCE, issued_on="2021-05-07",
)  # fmt: skip
REPORT = dispatch(
    2,
    {
        "references": (
            cited(code="15/KH-UBND", issued_on="2021-05-07", issuer="UBND tỉnh"),
            cited(code="15/KH-UBND", issuer="UBND huyện Lam"),
            cited(code="15/KH-UBND", issued_on="2020-05-07"),
            cited(code="15 /KH – UBND"),
            cited(code="99/QĐ-TTg", issued_on="2021-01-05", issuer="Thủ tướng"),
        )
    },
    code="3/BC-SYT", type="báo cáo", issuer="SỞ Y TẾ", parent="UBND TỈNH SƠN HÀ", issued_on="2021-07-01",
)  # fmt: skip
SMALL = dispatch(3, code="07/KH", issuer="TRƯỜNG THPT ĐÔNG LĨNH", issued_on="2021-03-02")
OTHER = dispatch(4, code="8/KH", issuer="TRƯỜNG THPT ĐÔNG LĨNH", issued_on="2021-03-03")
ORDER = [
    dispatch(10 + n, code=f"{n}/QĐ-SYT", issuer="SỞ Y TẾ", parent=PROVINCE, issued_on=day)
    for n, day in enumerate(["2021-01-05", "2021-01-06", "2021-04-01", "2021-01-09"], 1)
]
ALL = [PLAN, REPORT, SMALL, OTHER, *ORDER]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("archive")
    with Store.open(folder) as store:
        for record in ALL:
            store.put(file_row(record), [record], [TEXT])
    return folder


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder) as archive:
        yield archive


def told(archive: Archive, query: str) -> list[tuple[Any, ...]]:
    rows = archive.sql(query).itertuples(index=False, name=None)
    return [tuple(None if value != value else value for value in row) for row in rows]  # NaN is what is null


def test_every_role_of_a_body_is_linked(archive: Archive) -> None:
    found = told(
        archive,
        f"SELECT role, ordinal, body, organ FROM v_body_links WHERE dispatch_id = '{PLAN.id}' "
        "ORDER BY role, ordinal, member",
    )
    assert found == [
        ("conferrer", 1, "ubnd/tinh:son-ha", "chủ tịch"),
        ("deliver_to", 1, "ubnd/tinh:son-ha", None),
        ("issuer", 0, "ubnd/tinh:son-ha", None),
        ("owner", 1, "so:y-te/tinh:son-ha", None),
        ("owner", 1, "so:cong-thuong/tinh:son-ha", None),
        ("owner", 2, "so:y-te/tinh:son-ha", None),
        ("owner", 5, "cac:ubnd-huyen/tinh:son-ha", None),
        ("population", 1, "so:y-te/tinh:son-ha", None),
        ("recipient", 1, "ubnd/huyen:binh-khe", None),
        ("reference_issuer", 3, "thu-tuong", None),
    ]


def test_deadlines_and_targets_are_counted_by_office(archive: Archive) -> None:
    query = "SELECT level, parent, issued, deadlines, targets FROM v_bodies WHERE body = 'so:y-te/tinh:son-ha'"
    assert told(archive, query) == [("province", "ubnd/tinh:son-ha", 5, 2, 1)]


def test_the_parent_of_a_district_is_what_its_dispatches_tell(archive: Archive) -> None:
    assert told(archive, "SELECT parent FROM v_bodies WHERE body = 'ubnd/huyen:binh-khe'") == [("ubnd/tinh:son-ha",)]


def test_a_reference_is_resolved_by_code_and_what_else_is_known(archive: Archive) -> None:
    query = "SELECT dispatch_id, ordinal, cited_dispatch_id, matched_by FROM v_citations ORDER BY 1, 2"
    assert told(archive, query) == [
        (PLAN.id, 1, SMALL.id, "code and day"),
        (REPORT.id, 1, PLAN.id, "code, day and issuer"),
        (REPORT.id, 4, PLAN.id, "code"),
    ]


def test_cited_documents_that_are_missing_are_listed_once_with_who_cites_them(archive: Archive) -> None:
    found = archive.table("missing")
    first = found.iloc[0]
    assert (first["code"], first["times"], first["dispatches"], first["issuer_body"]) == (
        "99/QĐ-TTg",
        2,
        2,
        "thu-tuong",
    )
    assert first["cited_by"] == '["Sở Y tế tỉnh Sơn Hà","Ủy ban nhân dân tỉnh Sơn Hà"]'
    assert sorted(found["code"]) == ["15/KH-UBND", "15/KH-UBND", "8/KH", "99/QĐ-TTg"]


def test_what_is_due_has_its_day_where_one_is_known(archive: Archive) -> None:
    query = "SELECT task, due_on, due_day, day_rule FROM v_due ORDER BY kind, ordinal"
    assert told(archive, query) == [
        ("báo cáo", "2021-06-10", "2021-06-10", "printed"),
        ("tổng kết", "2021-06", "2021-06-30", "end_of_printed"),
        ("niêm yết", None, "2021-05-14", "counted"),
        ("trả lời", None, None, None),
        ("báo cáo tháng", None, None, None),
        ("nộp hồ sơ", "2021-06-15", "2021-06-15", "window"),
    ]


def test_what_is_due_in_some_days_counts_recurring_duties(archive: Archive) -> None:
    found = archive.due(date(2021, 6, 9), 14)
    assert list(zip(found["due_day"], found["task"], found["day_rule"], strict=True)) == [
        ("2021-06-10", "báo cáo", "printed"),
        ("2021-06-15", "nộp hồ sơ", "window"),
        ("2021-06-20", "báo cáo tháng", "recurring"),
    ]
    assert len(archive.due(date(2030, 1, 1), 3)) == 0


@pytest.mark.parametrize("days", [0, -1, 10**9])
def test_a_span_that_makes_no_sense_is_told(archive: Archive, days: int) -> None:
    with pytest.raises(UsageError):
        archive.due(date(2021, 6, 9), days)


def test_a_number_out_of_order_is_told(archive: Archive) -> None:
    query = "SELECT number, days_back, days_ahead FROM v_number_order WHERE series = 'qd-syt' ORDER BY number"
    assert told(archive, query) == [(1, 0, 0), (2, 0, 0), (3, 0, 82), (4, 82, 0)]


def test_bodies_of_one_dispatch_are_shown(archive: Archive) -> None:
    assert list(archive.bodies(SMALL.id)["body"]) == ["truong-thpt:dong-linh"]
    assert archive.bodies("x-1").empty


@pytest.mark.parametrize("query", re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL))
def test_queries_of_the_docs_can_be_asked(archive: Archive, query: str) -> None:
    assert len(archive.sql(query).columns) > 1


def dump(folder: Path) -> dict[str, list[Any]]:
    with sqlite3.connect(folder / ARCHIVE_FILE) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in ("bodies", "body_links", "codes", "due_days")
        }


def test_an_older_archive_is_filled_from_its_records(tmp_path: Path, folder: Path) -> None:
    with Store.open(tmp_path) as store:
        for record in ALL:
            store.put(file_row(record), [record], [TEXT])
    with sqlite3.connect(tmp_path / ARCHIVE_FILE) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            connection.execute(f"DROP VIEW {name}")
        for table in ("due_days", "codes", "body_links", "bodies"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM meta WHERE key = 'derived'")
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'layout'")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    Archive(tmp_path).close()
    assert dump(tmp_path) == dump(folder)


def test_the_order_of_files_does_not_matter(tmp_path: Path, folder: Path) -> None:
    with Store.open(tmp_path) as store:
        for record in reversed(ALL):
            store.put(file_row(record), [record], [TEXT])
    assert dump(tmp_path) == dump(folder)


def test_a_file_found_to_be_secret_takes_the_bodies_it_alone_named_with_it(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for record in (PLAN, SMALL):
            store.put(file_row(record), [record], [TEXT])
        store.put(file_row(SMALL, "secret"))
    left = dump(tmp_path)
    assert not [row for rows in left.values() for row in rows if SMALL.id in row or "dong-linh" in str(row)]
    assert len(left["bodies"]) == 6
