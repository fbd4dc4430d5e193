"""Exports: every format, no formulas, no half files."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.archive.store import Store
from congvan.datamodel.record import Contact, Record, Target
from congvan.errors import SetupError, UsageError
from congvan.export import ALL, FORMATS, RECORDS, disarmed, export, write_csv
from congvan.query import TABLES, Archive

from .archive.records import LETTER_TEXT, PLAN_TEXT, file_row, letter, plan, shown

HOSTILE = ["=1+1", "+84123456789", "-cmd", "@SUM(A1)", "\t=1", "\r=1"]


def hostile() -> Record:
    """A record whose values and quotes are formulas, and a negative figure."""
    contacts = tuple(shown(Contact, LETTER_TEXT, "Sở", kind="phone", value=value) for value in HOSTILE)
    target = shown(Target, LETTER_TEXT, "báo cáo", value=-5.5, unit="%", metric="=HYPERLINK(1)")
    return letter().model_copy(update={"contacts": contacts, "targets": (target,)})


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Store.open(tmp_path / "archive") as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        store.put(file_row(letter()), [hostile()], [LETTER_TEXT])
    with Archive(tmp_path / "archive") as archive:
        yield archive


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("table", TABLES)
def test_every_table_goes_to_every_format(archive: Archive, tmp_path: Path, table: str, format: str) -> None:
    out = tmp_path / f"out.{format}"
    assert export(archive, table, format, out) == len(archive.table(table))
    assert out.stat().st_size > 0 or (format == "jsonl" and archive.table(table).empty)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", out.name]


def test_rows_tell_dispatch_quote_page_and_confidence(archive: Archive, tmp_path: Path) -> None:
    export(archive, "deadlines", "csv", tmp_path / "out.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))
    expected = {"dispatch_id": plan().id, "quote": "trước ngày 20/4/2021", "page": "1", "confidence": "0.9"}
    assert row.items() >= expected.items()
    assert row["within"] == ""


def test_no_cell_of_a_csv_is_a_formula_and_figures_stay_figures(archive: Archive, tmp_path: Path) -> None:
    for table in ("contacts", "targets"):
        export(archive, table, "csv", tmp_path / f"{table}.csv")
    with (tmp_path / "contacts.csv").open(encoding="utf-8", newline="") as file:
        assert [row["value"] for row in csv.DictReader(file)] == ["'" + value for value in HOSTILE]
    with (tmp_path / "targets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows] == ["95.0", "-5.5"]
    assert rows[1]["metric"] == "'=HYPERLINK(1)"


@given(st.text(), st.integers() | st.floats(allow_nan=False) | st.none() | st.booleans())
def test_only_text_that_begins_like_a_formula_changes(text: str, other: Any) -> None:
    assert disarmed(text) in (text, "'" + text)
    assert not disarmed(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert disarmed(other) is other


def sheet_xml(out: Path, number: int = 1) -> str:
    with zipfile.ZipFile(out) as book:
        return book.read(f"xl/worksheets/sheet{number}.xml").decode()


def test_a_workbook_has_strings_and_numbers_and_no_formula(archive: Archive, tmp_path: Path) -> None:
    export(archive, ALL, "xlsx", tmp_path / "all.xlsx")
    with zipfile.ZipFile(tmp_path / "all.xlsx") as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(TABLES)
        content = {name: book.read(name).decode() for name in sheets}
        assert "=HYPERLINK(1)" in book.read("xl/sharedStrings.xml").decode()
    assert not [name for name, xml in content.items() if "<f>" in xml or "hyperlink" in xml]
    assert "<v>-5.5</v>" in sheet_xml(tmp_path / "all.xlsx", list(TABLES).index("targets") + 1)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_rows_give_the_same_bytes(archive: Archive, tmp_path: Path, format: str) -> None:
    for name in ("one", "two"):
        export(archive, "references", format, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    long = "x" * 40_000
    record = letter().model_copy(update={"targets": (shown(Target, LETTER_TEXT, "Sở", value=1.0, metric=long),)})
    with Store.open(tmp_path / "archive") as store:
        store.put(file_row(record), [record])
    with Archive(tmp_path / "archive") as archive:
        export(archive, "targets", "xlsx", tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        assert "xxx […]" in book.read("xl/sharedStrings.xml").decode()


def test_json_lines_hold_numbers_nulls_and_lists(archive: Archive, tmp_path: Path) -> None:
    export(archive, "documents", "jsonl", tmp_path / "out.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[0]["pages"] == [1, 2]
    assert rows[0]["issued_on"] is None
    assert rows[0]["present"] is True
    assert rows[0]["issuer"] == "CÔNG ĐOÀN HUYỆN BÌNH KHÊ"


def test_records_go_out_as_the_contract_has_them(archive: Archive, tmp_path: Path) -> None:
    assert export(archive, RECORDS, "jsonl", tmp_path / "out.jsonl") == 2
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Record.model_validate_json(line) for line in lines] == [plan(), hostile()]


def test_parquet_keeps_types_also_where_a_column_is_empty(archive: Archive, tmp_path: Path) -> None:
    export(archive, "deadlines", "parquet", tmp_path / "out.parquet")
    frame = pd.read_parquet(tmp_path / "out.parquet")
    assert (str(frame["within"].dtype), str(frame["page"].dtype)) == ("float64", "Int64")
    assert frame["owner"].isna().all()
    assert pd.api.types.is_string_dtype(frame["owner"])


def test_parquet_without_pyarrow_tells_how_to_install_it(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SetupError, match=r"pip install"):
        export(archive, "deadlines", "parquet", tmp_path / "out.parquet")
    assert not (tmp_path / "out.parquet").exists()


@pytest.mark.parametrize("out", [None, "-"])
def test_csv_and_json_lines_go_to_stdout(archive: Archive, capfdbinary: Any, out: str | None) -> None:
    export(archive, "deadlines", "csv", out)
    assert capfdbinary.readouterr().out.startswith(b"dispatch_id,ordinal,")


@pytest.mark.parametrize(
    ("table", "format", "out"),
    [
        ("deadlines", "xlsx", None),
        ("deadlines", "parquet", "-"),
        ("deadlines", "docx", "x"),
        ("nothing", "csv", "x"),
        (RECORDS, "csv", "x"),
        (ALL, "csv", "x"),
        ("deadlines", "csv", "missing/x.csv"),
        ("deadlines", "csv", "archive"),
    ],
)
def test_an_export_that_makes_no_sense_is_told(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, format: str, out: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        export(archive, table, format, out)
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


def test_a_failed_export_leaves_the_file_that_was_there(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")

    def fail(_frames: object, file: Any) -> None:
        file.write(b"half")
        raise OSError(28, os.strerror(28))

    monkeypatch.setitem(FORMATS, "csv", fail)
    with pytest.raises(SetupError, match="No space left"):
        export(archive, "deadlines", "csv", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "out.csv"]


def test_a_link_stays_a_link_and_a_device_is_written_as_it_is(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to("real.csv")
    export(archive, "deadlines", "csv", tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0
    export(archive, "deadlines", "csv", "/dev/null")
    assert not Path("/dev/null").is_file()


def test_line_breaks_and_quotation_marks_survive_csv() -> None:
    file = io.BytesIO()
    write_csv(pd.DataFrame({"a": ['một "hai"\nba', None]}), file)
    assert list(csv.reader(io.StringIO(file.getvalue().decode()))) == [["a"], ['một "hai"\nba'], [""]]
