"""The reading side: frames, ids, and queries that may do nothing but read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from congvan.archive.folder import ARCHIVE_FILE
from congvan.archive.store import Store
from congvan.errors import UsageError
from congvan.query import TABLES, Archive

from .archive.records import LETTER_TEXT, PLAN_TEXT, file_row, letter, plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive") as store:
        store.put(file_row(plan()), [plan(), plan(n=2), plan(n=10)], [PLAN_TEXT] * 3)
        store.put(file_row(letter()), [letter()], [LETTER_TEXT])
    return tmp_path / "archive"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder) as archive:
        yield archive


def test_a_query_gives_a_frame(archive: Archive) -> None:
    frame = archive.sql("SELECT dispatch_id, issuer FROM v_documents WHERE code LIKE '%:%' OR ordinal = 10")
    assert frame.to_dict("records") == [{"dispatch_id": plan(n=10).id, "issuer": "CÔNG ĐOÀN HUYỆN BÌNH KHÊ"}]


def test_whole_numbers_stay_whole_where_some_are_missing(archive: Archive) -> None:
    frame = archive.sql("SELECT 1 AS n UNION ALL SELECT NULL UNION ALL SELECT 9007199254740993")
    assert frame["n"].dropna().tolist() == [1, 9007199254740993]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_frame(archive: Archive, name: str) -> None:
    assert len(archive.table(name).columns) > 3


def test_rows_stand_in_order_of_file_and_number(archive: Archive) -> None:
    ids = archive.table("awards")["dispatch_id"].tolist()
    assert ids == [plan().id, plan(n=2).id, plan(n=10).id]
    assert [record.id for record in archive.records()] == [*ids, letter().id]


def test_citations_join_the_archived_dispatch_by_code(archive: Archive) -> None:
    # The letter bears the code of the plan cited, but another day.
    assert archive.table("citations").empty


def test_an_unknown_table_is_told_with_the_known_ones(archive: Archive) -> None:
    with pytest.raises(UsageError, match="documents"):
        archive.table("sqlite_master")


def test_a_record_is_shown_by_its_id(archive: Archive) -> None:
    assert archive.show(plan().id) == plan()
    assert archive.show(letter().id, with_text=True).text == LETTER_TEXT
    with pytest.raises(UsageError, match="no dispatch x-1"):
        archive.show("x-1")


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM dispatches",
        "UPDATE files SET status = 'done'",
        "INSERT INTO meta VALUES ('a', 'b')",
        "DROP TABLE files",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "ATTACH DATABASE 'other.db' AS other",
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA writable_schema = 1",
        "PRAGMA query_only",
        "VACUUM INTO 'copy.db'",
        "BEGIN",
        "SELECT load_extension('x')",
        "SELECT * FROM pragma_database_list",
        "SELECT 1; DELETE FROM dispatches",
        "WITH x AS (SELECT 1) DELETE FROM dispatches",
        "REINDEX",
        "ANALYZE",
    ],
)
def test_a_query_can_do_nothing_but_read(folder: Path, query: str) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}
    with Archive(folder) as archive, pytest.raises(UsageError):
        archive.sql(query)
    after = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}
    assert after | before == after == before | after


@pytest.mark.parametrize(
    "query",
    ["", "-- nothing", "SELECT", "SELECT nothing FROM v_documents", "EXPLAIN", "SELECT '\ud800'", "\0"],
)
def test_a_mistake_in_a_query_is_told_in_one_line(archive: Archive, query: str) -> None:
    with pytest.raises(UsageError) as told:
        archive.sql(query)
    assert "\n" not in str(told.value)


def test_a_query_without_end_is_stopped(archive: Archive) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(UsageError, match=r"more than 0\.2 s"):
        archive.sql(endless, seconds=0.2)
    assert len(archive.table("documents")) == 4


def test_a_query_can_not_fill_the_memory(archive: Archive) -> None:
    with pytest.raises(UsageError, match="too big"):
        archive.sql("SELECT hex(zeroblob(1000000000))")


def test_more_rows_than_allowed_are_told_or_cut_on_demand(archive: Archive) -> None:
    with pytest.raises(UsageError, match="more than 3 rows"):
        archive.sql("SELECT dispatch_id FROM v_documents", limit=3)
    frame, more = archive.first("SELECT dispatch_id FROM v_documents", rows=3)
    assert (len(frame), more) == (3, True)
    assert archive.first("SELECT dispatch_id FROM v_documents", rows=4)[1] is False


def test_full_text_search_works_in_queries(archive: Archive) -> None:
    query = "SELECT count(*) AS n FROM dispatch_index WHERE dispatch_index MATCH 'folded : cu'"
    assert archive.sql(query)["n"].tolist() == [3]


def test_readers_see_what_a_writer_has_finished(folder: Path) -> None:
    with Archive(folder) as archive, Store.open(folder) as store:
        assert len(archive.table("documents")) == 4
        store.put(file_row(plan("cd" * 32)), [plan("cd" * 32)], [PLAN_TEXT])
        assert len(archive.table("documents")) == 5


def test_a_reader_is_not_kept_waiting_by_an_open_transaction(folder: Path) -> None:
    with Archive(folder) as archive, Store.open(folder) as store, store._transaction() as connection:
        connection.exec_driver_sql("DELETE FROM dispatches")
        assert len(archive.table("documents")) == 4


@pytest.mark.parametrize("name", ["missing", "a_file", "empty"])
def test_a_missing_archive_is_told_and_not_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "a_file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="--archive"):
        Archive(tmp_path / name)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a_file", "empty"]


def test_index_and_tables_are_in_step(folder: Path) -> None:
    with sqlite3.connect(folder / ARCHIVE_FILE) as connection:
        connection.execute("INSERT INTO dispatch_index(dispatch_index) VALUES ('integrity-check')")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
