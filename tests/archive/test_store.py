"""The store: what is put comes back the same, in one transaction, and secrets leave nothing behind."""

from __future__ import annotations

import multiprocessing
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congvan.archive.folder import ARCHIVE_FILE
from congvan.archive.rows import FileRow, PathRow
from congvan.archive.store import Store
from congvan.datamodel.record import Award, Deadline, Header, HeaderField, Record, RecordSource
from congvan.errors import DocumentError, SetupError, UsageError
from congvan.query import Archive

from .records import LETTER_TEXT, PLAN_TEXT, SHA, evidence, file_row, letter, plan, shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kho lưu trữ #1 100%?"


def test_a_record_comes_back_as_it_was_put(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        assert store.record(plan().id) == plan()
        assert store.record(plan().id, with_text=True) == plan().model_copy(update={"text": PLAN_TEXT})


def test_the_text_of_a_record_is_kept_where_no_texts_are_given(folder: Path) -> None:
    record = plan().model_copy(update={"text": PLAN_TEXT})
    with Store.open(folder) as store:
        store.put(file_row(record), [record])
        assert store.record(record.id, with_text=True) == record


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FIGURE = st.floats(allow_nan=False, allow_infinity=False)
BOX = st.tuples(st.integers(1, 9), FIGURE, FIGURE, FIGURE, FIGURE)


@st.composite
def evidences(draw: st.DrawFn) -> dict[str, object]:
    return {
        "quote": draw(TEXT),
        "start": draw(st.integers(0, 10**6)),
        "end": draw(st.integers(0, 10**6)),
        "page": draw(st.integers(1, 999)),
        "boxes": tuple(draw(st.lists(BOX, max_size=2))),
        "confidence": draw(st.floats(0, 1)),
        "by": draw(TEXT),
        "alternatives": tuple(
            {"value": value, "confidence": 0.25, "by": "x"}
            for value in draw(st.lists(st.one_of(TEXT, FIGURE, st.none()), max_size=2))
        ),
    }


@st.composite
def records(draw: st.DrawFn) -> Record:
    deadline = Deadline(within=draw(FIGURE), task=draw(st.none() | TEXT), **draw(evidences()))
    award = Award(form=draw(TEXT), money=draw(st.integers(-(2**63), 2**63 - 1)), **draw(evidences()))
    header = Header(signer=HeaderField(value=draw(st.none() | TEXT), **draw(evidences())))
    source = RecordSource(path="a.pdf", sha256=SHA, form="pdf", reading="fast", pages=(3, 4))
    return Record(
        id=f"{SHA[:12]}-{draw(st.integers(1, 99))}",
        source=source,
        header=header,
        deadlines=(deadline,) * draw(st.integers(0, 2)),
        awards=(award,),
        text=draw(st.none() | TEXT),
    )


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("archive")) as store:
        yield store


@settings(max_examples=60, deadline=None)
@given(record=records())
def test_any_record_comes_back_as_it_was_put(record: Record, one_store: Store) -> None:
    one_store.put(file_row(record), [record])
    assert one_store.record(record.id, with_text=True) == record


def test_putting_the_same_again_writes_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        assert store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        assert not store.put(file_row(plan(), seconds=9.0), [plan()], [PLAN_TEXT])


def test_a_content_read_again_under_another_path_keeps_the_first(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()])
        moved = plan(path="khac.pdf")
        assert not store.put(file_row(moved), [moved])
        assert store.record(plan().id) == plan()
        assert [row.path for row in store.paths()] == [plan().source.path, "khac.pdf"]


def test_a_file_read_again_replaces_its_records_and_their_words(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan(), plan(n=2)], [PLAN_TEXT, LETTER_TEXT])
        assert store.put(file_row(plan(), settings="other"), [plan()], [LETTER_TEXT])
        assert store.record(plan(n=2).id) is None
        assert store.record(plan().id, with_text=True) == plan().model_copy(update={"text": LETTER_TEXT})


def test_the_ledger_tells_what_a_file_came_to(folder: Path) -> None:
    row = FileRow(SHA, "a.pdf", "pdf", 7, "partial", "page_unreadable", "page 2", "scan again", 2, (2,), mtime_ns=5)
    with Store.open(folder) as store:
        store.put(row)
        known = store.known(SHA)
        assert known is not None
        assert (known.status, known.reason, known.failed_pages) == ("partial", "page_unreadable", (2,))
        assert store.path("a.pdf") == PathRow("a.pdf", SHA, 7, 5)
        assert store.known("00" * 32) is None


def test_several_paths_of_one_content_share_a_file(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()])
        store.see(
            [
                PathRow("ban sao.pdf", SHA, 1000, 6),
                PathRow("khoa.pdf", None, status="failed", reason="denied"),
            ]
        )
        store.vanish(["den/2021/ke-hoach.pdf"])
        assert [(row.path, row.status) for row in store.paths()] == [
            ("ban sao.pdf", "present"),
            ("den/2021/ke-hoach.pdf", "vanished"),
            ("khoa.pdf", "failed"),
        ]
        assert store.record(plan().id) is not None


def test_a_path_of_unknown_content_is_refused(folder: Path) -> None:
    with Store.open(folder) as store, pytest.raises(ValueError, match="put it first"):
        store.see([PathRow("x.pdf", "00" * 32)])


def test_a_name_in_an_old_encoding_can_be_kept(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(FileRow(SHA, "c\udce9ng.pdf", "pdf", 7, "failed"))
        assert store.path("c\udce9ng.pdf") == PathRow("c\\xe9ng.pdf", SHA, 7)


def test_a_secret_file_keeps_path_and_status_alone(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(plan(), "secret", message="MẬT", settings="s"))
        expected = FileRow(SHA, plan().source.path, "", 1000, "secret", settings="s")
        assert store.known(SHA) == expected
        with pytest.raises(ValueError, match="secret"):
            store.put(file_row(plan(), "secret"), [plan()])


def test_a_file_found_to_be_secret_leaves_no_word_behind(folder: Path) -> None:
    with Store.open(folder) as store:
        store.put(file_row(letter()), [letter()], [LETTER_TEXT])
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        words = ["Tuyên truyền".encode(), "giấy khen".encode(), b"vuong"]
        kept = (folder / ARCHIVE_FILE).read_bytes() + (folder / f"{ARCHIVE_FILE}-wal").read_bytes()
        assert all(word in kept for word in words)
        store.put(file_row(plan(), "secret"))
        bytes_left = b"".join(file.read_bytes() for file in folder.iterdir())
        assert not [word for word in words if word in bytes_left]
        assert store.record(letter().id) is not None


def test_a_failure_half_way_leaves_what_was_there(folder: Path) -> None:
    monstrous = plan().model_copy(update={"awards": (shown(Award, PLAN_TEXT, "Số", form="x", money=2**63),)})
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        with pytest.raises(DocumentError, match="too large"):
            store.put(file_row(plan(), settings="new"), [monstrous], [PLAN_TEXT])
        known = store.known(SHA)
        assert known is not None
        assert known.settings == ""
        assert store.record(plan().id) == plan()


def test_an_id_taken_by_another_file_is_told(folder: Path) -> None:
    other = SHA[:12] + "00" * 26
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()])
        with pytest.raises(DocumentError, match="taken"):
            store.put(file_row(plan(other)), [plan(other)])
        assert store.known(other) is None


@pytest.mark.parametrize(
    ("row", "records", "texts"),
    [
        (file_row(plan(), "finished"), [plan()], None),
        (file_row(plan()), [plan()], []),
        (file_row(letter()), [plan()], None),
        (file_row(plan()), [plan().model_copy(update={"id": "abc-1"})], None),
    ],
)
def test_rows_and_records_that_do_not_belong_together_are_refused(
    folder: Path, row: FileRow, records: list[Record], texts: list[str] | None
) -> None:
    with Store.open(folder) as store, pytest.raises(ValueError, match=r"status|texts|not of file"):
        store.put(row, records, texts)


def test_times_come_from_the_clock_and_the_first_one_stays(folder: Path) -> None:
    times = iter(datetime(2021, 5, day, 7, tzinfo=UTC) for day in range(1, 30))
    with Store.open(folder, now=lambda: next(times)) as store:
        store.put(file_row(plan()))
        store.put(file_row(plan()))
        with store._transaction() as connection:
            row = connection.exec_driver_sql("SELECT first_seen, last_seen, read_at FROM files").one()
    assert row.first_seen == row.read_at == "2021-05-01T07:00:00Z"
    assert row.last_seen > row.first_seen


def test_a_new_archive_is_its_owners_alone(folder: Path) -> None:
    Store.open(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / ARCHIVE_FILE).stat().st_mode) == 0o600


def test_a_second_writer_is_refused(folder: Path) -> None:
    with Store.open(folder), pytest.raises(SetupError, match="another congvan is writing"):
        Store.open(folder)
    Store.open(folder).close()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        Store.open(tmp_path / "x")
    with pytest.raises(SetupError, match="can't be made"):
        Store.open(tmp_path / "x" / "archive")


def test_a_place_that_can_not_be_is_told_to_writer_and_reader(tmp_path: Path) -> None:
    too_long = tmp_path / ("x" * 300)
    with pytest.raises(SetupError, match="name too long"):
        Store.open(too_long)
    with pytest.raises(SetupError, match="name too long"):
        Archive(too_long)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 2000])
def test_a_damaged_archive_is_told_in_one_line(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / ARCHIVE_FILE).write_bytes(content)
    with pytest.raises(SetupError) as told:
        Store.open(folder)
    assert "\n" not in str(told.value)
    assert told.value.advice


def _put_and_die(folder: Path) -> None:
    import os

    store = Store.open(folder)
    store.put(file_row(letter()), [letter()], [LETTER_TEXT])
    with store._transaction() as connection:
        connection.exec_driver_sql("DELETE FROM dispatches")
        os._exit(9)


def test_a_killed_writer_loses_the_open_transaction_alone(folder: Path) -> None:
    process = multiprocessing.get_context("fork").Process(target=_put_and_die, args=(folder,))
    process.start()
    process.join()
    with Store.open(folder) as store:
        assert store.record(letter().id) == letter()


def test_evidence_without_places_comes_back_without(folder: Path) -> None:
    field = HeaderField(value="x", **evidence(LETTER_TEXT, "Sở", boxes=()))
    record = letter().model_copy(update={"header": Header(code=field)})
    with Store.open(folder) as store:
        store.put(file_row(record), [record])
        assert store.record(record.id) == record
