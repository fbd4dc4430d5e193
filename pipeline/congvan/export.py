"""Tables of an archive as files: CSV, JSON Lines, Excel and Parquet; a file is whole or not there at all."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from congvan.errors import SetupError, UsageError
from congvan.query import TABLES, Archive

if TYPE_CHECKING:
    import pandas as pd

# The whole records of the contract, one a line; only JSON Lines can hold them.
RECORDS = "records"
# Every table, one a sheet; only a workbook can hold them.
ALL = "all"

# What a spreadsheet takes for a formula, or skips before one (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# Limits of Excel ("Excel specifications and limits"): rows of a sheet, characters of a cell.
_SHEET_ROWS = 1_048_576
_CELL_LENGTH = 32_767
_CUT = " […]"
# Widths of columns in characters: the widest that still shows several columns side by side.
_NARROW, _WIDE = 10, 50

# Columns that hold a JSON list as text.
_LISTS = {("documents", "pages"), ("files", "failed_pages")}

# Workbooks of the same rows have the same bytes: their date of creation is not the clock's.
_CREATED = datetime(2020, 3, 5)  # the day of Decree 30/2020/NĐ-CP


def export(archive: Archive, table: str, format: str = "csv", out: str | Path | None = None) -> int:
    """Writes a table of the archive (docs/archive.md) to `out` and returns how many rows it has.

    `table`: a name of `query.TABLES`, `records` (jsonl: whole records) or `all` (xlsx: a sheet for each table);
    `format`: `csv`, `jsonl`, `xlsx` or `parquet`; `out`: a file, or None or `-` for stdout (csv and jsonl alone).
    Text that a spreadsheet would take for a formula gets an apostrophe in CSV and is a plain string in Excel.
    Raises UsageError for unknown names and places that can't be written, SetupError where pyarrow is missing or the
    disk is full.
    """
    if format not in FORMATS:
        raise UsageError(f"no format {format!r}.", f"There are: {', '.join(FORMATS)}.")
    to_stdout = out is None or str(out) == "-"
    if to_stdout and format not in ("csv", "jsonl"):
        raise UsageError(f"{format} can't go to stdout.", "Name a file with --out.")
    if table == RECORDS and format == "jsonl":
        return _export_records(archive, None if to_stdout else Path(str(out)))
    if table == ALL and format == "xlsx":
        frames = {name: archive.table(name) for name in TABLES}
    elif table in (RECORDS, ALL):
        raise UsageError(f"{table} is not for {format}.", "records go with --format jsonl, all with --format xlsx.")
    else:
        frames = {table: archive.table(table)}
    with _opened(None if to_stdout else Path(str(out))) as file:
        FORMATS[format](frames, file)
    return sum(map(len, frames.values()))


def write_csv(frame: pd.DataFrame, file: BinaryIO) -> None:
    """The frame as CSV (RFC 4180, UTF-8); no text of it can become a formula."""
    wrapper = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(wrapper, lineterminator="\r\n")  # with "\n" alone a "\r" in a cell would go unquoted
    writer.writerow(frame.columns)
    writer.writerows([disarmed(value) for value in row] for row in plain_rows(frame))
    wrapper.detach()


def write_jsonl(frame: pd.DataFrame, file: BinaryIO, table: str = "") -> None:
    """The frame as JSON Lines: an object a row, null where nothing is."""
    names = list(frame.columns)
    lists = [(table, name) in _LISTS for name in names]
    for row in plain_rows(frame):
        values = [json.loads(v) if is_list and v else v for v, is_list in zip(row, lists, strict=True)]
        line = json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)
        file.write(line.encode() + b"\n")


def disarmed(value: Any) -> Any:
    """A text that begins like a formula with an apostrophe before it; numbers stay numbers."""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows as plain Python values, None where nothing is."""
    plain = frame.astype(object)
    return plain.where(frame.notna(), None).itertuples(index=False, name=None)


def _export_records(archive: Archive, out: Path | None) -> int:
    count = 0
    with _opened(out) as file:
        for record in archive.records():
            file.write(record.to_json().encode() + b"\n")
            count += 1
    return count


def _csv(frames: dict[str, pd.DataFrame], file: BinaryIO) -> None:
    for frame in frames.values():
        write_csv(frame, file)


def _jsonl(frames: dict[str, pd.DataFrame], file: BinaryIO) -> None:
    for name, frame in frames.items():
        write_jsonl(frame, file, name)


def _parquet(frames: dict[str, pd.DataFrame], file: BinaryIO) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise SetupError(
            "Parquet needs pyarrow, which is not installed.", 'Run: pip install "congvan[parquet]"'
        ) from error
    for frame in frames.values():
        frame.to_parquet(file, engine="pyarrow", index=False)


def _xlsx(frames: dict[str, pd.DataFrame], file: BinaryIO) -> None:
    import xlsxwriter

    for name, frame in frames.items():
        if len(frame) >= _SHEET_ROWS:
            raise UsageError(f"{name} has more rows than a sheet of Excel holds.", "Choose --format csv or parquet.")
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "nan_inf_to_errors": True}) as book:
        book.set_properties({"created": _CREATED})
        bold = book.add_format({"bold": True})
        for name, frame in frames.items():
            _write_sheet(book.add_worksheet(name), frame, bold)
    file.write(buffer.getvalue())


def _write_sheet(sheet: Any, frame: pd.DataFrame, bold: Any) -> None:
    for column, name in enumerate(frame.columns):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(
            column, column, _WIDE if str(frame[name].dtype) == "string" and _is_long(frame[name]) else _NARROW
        )
    for number, row in enumerate(plain_rows(frame), 1):
        for column, value in enumerate(row):
            if isinstance(value, bool):
                sheet.write_boolean(number, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value is not None:
                sheet.write_string(number, column, _fitting(str(value)))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(frame), max(len(frame.columns) - 1, 0))


def _is_long(column: pd.Series[Any]) -> bool:
    return bool(column.dropna().head(100).str.len().max() > 2 * _NARROW) if column.notna().any() else False


def _fitting(text: str) -> str:
    """A text that a cell can hold; what is cut is told in the cell."""
    return text if len(text) <= _CELL_LENGTH else text[: _CELL_LENGTH - len(_CUT)] + _CUT


# format -> what writes frames by name to an open file; the command line's choices are the keys.
FORMATS: dict[str, Callable[[dict[str, pd.DataFrame], BinaryIO], None]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": _xlsx,
    "parquet": _parquet,
}


@contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    """stdout, or a file beside `out` that takes its place when all is written; a device or pipe is written as it is."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        if out.exists() and not out.is_file() and not out.is_dir():
            with out.open("wb") as device:
                yield device
            return
        part = _part_of(out)
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(out.resolve())
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SetupError(
            f"{out} can't be written: {error.strerror}.", "Free some space, or name another --out."
        ) from error


def _part_of(out: Path) -> Path:
    """The unfinished file: hidden, beside the finished one. Raises UsageError where `out` can be no file."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder.", "Name a file with --out.")
    whole = out.resolve()
    if not whole.parent.is_dir():
        raise UsageError(f"there is no folder {whole.parent}.", "Make it, or name another file with --out.")
    if not os.access(whole.parent, os.W_OK):
        raise UsageError(f"{whole.parent} can't be written.", "Name a file in a folder you may write to.")
    return whole.with_name(f".{whole.name}.{os.getpid()}.part")
