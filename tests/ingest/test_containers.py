"""Files that hold files: each member is a file of the run, the container is one too, and the sums close."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from tests.conftest import PLAN
from tests.paper import born_digital

import congvan
from congvan.archive.store import Store
from congvan.cli.main import main
from congvan.errors import DocumentError
from congvan.ingest import unpack
from congvan.ingest.batch import Report, ingest_files
from congvan.ingest.files import files_of
from congvan.ingest.outcome import Outcome
from congvan.ingest.unpack import read_files
from congvan.pipeline import Options, extract
from congvan.reading.containers.unpacked import File, Unpacker

SECRET = PLAN.replace("     Số: 17/KH-VHTT ", "     Số: 17/KH-VHTT \n   TỐI MẬT\n")


def plan(number: int) -> str:
    """The plan under another number."""
    return PLAN.replace("17/KH", f"{number}/KH")


def zipped(members: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A ZIP of names and contents."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def portfolio(members: Iterable[tuple[str, bytes]], cover: bytes | None = None) -> bytes:
    """A PDF with attached files."""
    pdf = pdfium.PdfDocument(cover or born_digital())
    for name, content in members:
        pdf.new_attachment(name).set_data(content)
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def states(report: Report) -> dict[str, int]:
    return dict(report.states)


def run(folder: Path, archive: Path, workers: int = 1) -> Report:
    with Store.open(archive) as store:
        return ingest_files(files_of([folder]), store, Options(), workers)


def outcomes(path: Path, workers: int = 1) -> list[tuple[str, str, str]]:
    """`(name below the container's folder, status, reason)` of all files of a run over one file."""
    return [
        (os.path.relpath(outcome.path, path.parent), outcome.status, outcome.reason)
        for outcome in read_files([path], Options(), workers)
    ]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with an archive of plans, another archive inside, and a portfolio."""
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    inner = zipped([("trong.txt", plan(3))])
    members = [("sub/thu.txt", plan(1)), ("thu.txt", plan(2)), ("sub/", ""), ("trong.zip", inner)]
    (shelf / "tui.zip").write_bytes(zipped(members))
    (shelf / "tap.pdf").write_bytes(portfolio([("kèm.txt", plan(4).encode())]))
    return shelf


@pytest.mark.parametrize("workers", [1, 2])
def test_members_are_files_of_the_run_and_their_container_is_told_after_them(workers: int, shelf: Path) -> None:
    assert outcomes(shelf / "tui.zip", workers) == [
        ("tui.zip/sub/thu.txt", "done", ""),
        ("tui.zip/thu.txt", "done", ""),
        ("tui.zip/trong.zip/trong.txt", "done", ""),
        ("tui.zip/trong.zip", "done", ""),
        ("tui.zip", "done", ""),
    ]
    assert outcomes(shelf / "tap.pdf", workers) == [("tap.pdf/kèm.txt", "done", ""), ("tap.pdf", "done", "")]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_over_containers_writes_one_row_a_file_and_a_second_run_unpacks_nothing(
    workers: int, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kho = tmp_path / "kho"
    assert states(run(shelf, kho, workers)) == {"done": 7}
    with congvan.Archive(kho) as archive:
        rows = archive.sql("SELECT path, status, form FROM files")
        codes = sorted(archive.sql("SELECT code FROM dispatches WHERE path LIKE '%.txt'")["code"])
    assert {str(Path(row.path).relative_to(shelf)): row.form for row in rows.itertuples()} == {
        "tap.pdf": "pdf",
        "tap.pdf/kèm.txt": "text",
        "tui.zip": "zip",
        "tui.zip/sub/thu.txt": "text",
        "tui.zip/thu.txt": "text",
        "tui.zip/trong.zip": "zip",
        "tui.zip/trong.zip/trong.txt": "text",
    }
    assert codes == ["1/KH-VHTT", "2/KH-VHTT", "3/KH-VHTT", "4/KH-VHTT"]
    opened: list[Path] = []
    monkeypatch.setattr(unpack, "open_container", lambda path, form, asked: opened.append(path))
    assert states(run(shelf, kho)) == {"unchanged": 2}
    assert opened == []


def test_what_is_known_already_is_not_read_again(shelf: Path, tmp_path: Path) -> None:
    kho = tmp_path / "kho"
    run(shelf, kho)
    (shelf / "tui.zip").unlink()
    (shelf / "tui-moi.zip").write_bytes(zipped([("a.txt", plan(1)), ("b.txt", plan(2)), ("c.txt", plan(9))]))
    assert states(run(shelf, kho)) == {"unchanged": 3, "done": 2}


def test_copies_inside_and_outside_are_read_once(tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    (shelf / "a.txt").write_text(PLAN, encoding="utf-8")
    (shelf / "b.zip").write_bytes(zipped([("1.txt", PLAN), ("2.txt", plan(2)), ("3.txt", plan(2))]))
    (shelf / "c.zip").write_bytes((shelf / "b.zip").read_bytes())
    assert states(run(shelf, tmp_path / "kho", 2)) == {"done": 3, "unchanged": 3}


STATES: dict[str, tuple[list[tuple[str, str | bytes]], list[str], tuple[str, str]]] = {
    # what it shows: (members, their states, state and reason of the container)
    "one of them failed": ([("a.txt", PLAN), ("b.pdf", b"")], ["done", "failed"], ("partial", "members_failed")),
    "all failed": ([("a.pdf", b""), ("b.pdf", b"%PDF-1.4 ")], ["failed", "failed"], ("failed", "members_failed")),
    "one is of no known kind": ([("a.txt", PLAN), ("b.bin", bytes(99))], ["done", "unsupported"], ("done", "")),
    "none is of a known kind": ([("b.bin", bytes(99))], ["unsupported"], ("unsupported", "members_unsupported")),
    "one is secret": ([("a.txt", PLAN), ("m.txt", SECRET)], ["done", "secret"], ("done", "")),
    "empty": ([], [], ("failed", "no_members")),
    "only folders and hidden files": (
        [("x/", ""), ("__MACOSX/._a.txt", "x"), (".DS_Store", "x"), ("a/.git/b", "x")],
        [],
        ("failed", "no_members"),
    ),
}


@pytest.mark.parametrize("case", STATES)
@pytest.mark.parametrize("workers", [1, 2])
def test_the_state_of_a_container_is_that_of_its_members(case: str, workers: int, tmp_path: Path) -> None:
    members, expected, whole = STATES[case]
    (tmp_path / "tui.zip").write_bytes(zipped(members))
    *inside, container = outcomes(tmp_path / "tui.zip", workers)
    assert [status for _, status, _ in inside] == expected
    assert container[1:] == whole


def test_a_container_with_a_failed_member_is_opened_again(tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    (shelf / "tui.zip").write_bytes(zipped([("a.txt", PLAN), ("b.pdf", b"")]))
    run(shelf, tmp_path / "kho")
    assert states(run(shelf, tmp_path / "kho")) == {"unchanged": 1, "failed": 1, "partial": 1}


def test_archives_are_opened_two_deep_and_what_is_deeper_can_be_unpacked_by_hand(tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    third = zipped([("c.txt", plan(3))])
    (shelf / "1.zip").write_bytes(zipped([("2.zip", zipped([("b.txt", plan(2)), ("3.zip", third)]))]))
    assert outcomes(shelf / "1.zip") == [
        ("1.zip/2.zip/b.txt", "done", ""),
        ("1.zip/2.zip/3.zip", "unsupported", "too_deep"),
        ("1.zip/2.zip", "done", ""),
        ("1.zip", "done", ""),
    ]
    run(shelf, tmp_path / "kho")
    (shelf / "3.zip").write_bytes(third)
    assert states(run(shelf, tmp_path / "kho")) == {"unchanged": 1, "done": 2}


def stamped_cover() -> bytes:
    """A PDF of one page with a secrecy stamp."""
    lines = ((80, 60, "UBND TỈNH SƠN HÀ"), (90, 104, "Số: 215/SCN-VP"), (90, 130, "TỐI MẬT"))
    return born_digital((*lines, (85, 300, "Sở Công nghệ đề nghị các huyện rà soát thủ tục hành chính.")))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stamp_on_the_cover_closes_what_is_attached(workers: int, tmp_path: Path) -> None:
    (tmp_path / "tap.pdf").write_bytes(portfolio([("thu.txt", PLAN.encode())], stamped_cover()))
    assert [status for _, status, _ in outcomes(tmp_path / "tap.pdf", workers)] == ["secret", "secret"]
    assert extract(tmp_path / "tap.pdf").records == ()


@pytest.mark.parametrize("workers", [1, 2])
def test_it_does_so_wherever_the_cover_lies_and_however_deep_the_attached_file(workers: int, tmp_path: Path) -> None:
    bundle = portfolio([("thu.txt", PLAN.encode()), ("hong.pdf", b"")], stamped_cover())
    (tmp_path / "tui.zip").write_bytes(zipped([("tap.pdf", bundle), ("mo.txt", plan(2))]))
    found = extract(tmp_path / "tui.zip")
    assert [os.path.basename(record.source.path) for record in found.records] == ["mo.txt"]
    assert (found.status, found.lost) == ("done", ())
    assert {name: status for name, status, _ in outcomes(tmp_path / "tui.zip", workers)} == {
        "tui.zip/tap.pdf/thu.txt": "secret",
        "tui.zip/tap.pdf/hong.pdf": "secret",
        "tui.zip/tap.pdf": "secret",
        "tui.zip/mo.txt": "done",
        "tui.zip": "done",
    }
    nested = portfolio([("tui.zip", zipped([("thu.txt", PLAN)]))], stamped_cover())
    (tmp_path / "lon.pdf").write_bytes(nested)
    assert {status for _, status, _ in outcomes(tmp_path / "lon.pdf", workers)} == {"secret"}
    assert extract(tmp_path / "lon.pdf").records == ()


@pytest.mark.parametrize(
    "members", [[("m.txt", SECRET)], [("m.txt", SECRET), ("tap.pdf", portfolio([], stamped_cover()))]]
)
def test_a_container_of_nothing_but_secret_files_is_secret(
    members: list[tuple[str, str | bytes]], tmp_path: Path
) -> None:
    (tmp_path / "tui.zip").write_bytes(zipped(members))
    found = extract(tmp_path / "tui.zip")
    assert (found.status, found.source.form, found.records) == ("secret", "zip", ())
    assert outcomes(tmp_path / "tui.zip")[-1] == ("tui.zip", "secret", "")


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("names", [("a.pdf", "b.txt"), ("b.pdf", "a.txt")])
@pytest.mark.parametrize("runs", [1, 2])
def test_a_letter_that_came_openly_is_kept_though_it_is_attached_to_a_secret_cover_too(
    runs: int, names: tuple[str, str], workers: int, tmp_path: Path
) -> None:
    shelf, kho = tmp_path / "kệ", tmp_path / "kho"
    shelf.mkdir()
    contents = {".pdf": portfolio([("thu.txt", PLAN.encode())], stamped_cover()), ".txt": PLAN.encode()}
    for name in sorted(names):
        (shelf / name).write_bytes(contents[name[-4:]])
        if runs == 2:
            run(shelf, kho, workers)
    run(shelf, kho, workers)
    with congvan.Archive(kho) as archive:
        assert list(archive.sql("SELECT code FROM dispatches")["code"]) == ["17/KH-VHTT"]
        assert len(archive.sql("SELECT path FROM paths")) == 3
    assert states(run(shelf, kho, workers)) == {"unchanged": 2}


def test_a_letter_read_only_by_leave_under_a_secret_cover_goes_with_it(tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    (shelf / "tap.pdf").write_bytes(portfolio([("thu.txt", PLAN.encode())], stamped_cover()))
    for keep, count in ((True, 2), (False, 0)):
        with Store.open(tmp_path / "kho") as store:
            ingest_files(files_of([shelf]), store, Options(keep_secret=keep), 1)
        with congvan.Archive(tmp_path / "kho") as archive:
            assert len(archive.sql("SELECT id FROM dispatches")) == count
            reasons = archive.sql("SELECT reason FROM files ORDER BY path")["reason"]
    assert sorted(reasons) == ["", "cover_secret"]


KNOWN: dict[str, tuple[bytes, tuple[str, str]]] = {
    # what is known from a file beside it: (its bytes, state and reason of an archive that holds but a copy)
    "of no known kind": (bytes(99), ("unsupported", "members_unsupported")),
    "failed": (b"", ("failed", "members_failed")),
    "secret": (SECRET.encode(), ("secret", "")),
    "done": (PLAN.encode(), ("done", "")),
}


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("case", KNOWN)
def test_a_container_is_what_its_members_are_though_they_were_known_before(
    case: str, workers: int, tmp_path: Path
) -> None:
    content, whole = KNOWN[case]
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    (shelf / "a.bin").write_bytes(content)
    (shelf / "b.zip").write_bytes(zipped([("b.bin", content)]))
    run(shelf, tmp_path / "kho", workers)  # its copy is in work
    (shelf / "c.zip").write_bytes(zipped([("c.bin", content)]))
    run(shelf, tmp_path / "kho", workers)  # or known
    with congvan.Archive(tmp_path / "kho") as archive:
        rows = archive.sql("SELECT path, status, reason FROM files WHERE path LIKE '%.zip'")
    assert {(row.status, row.reason) for row in rows.itertuples()} == {whole}
    assert len(rows) == 2


def test_no_two_files_of_a_container_have_one_name(tmp_path: Path) -> None:
    inner = zipped([("c.txt", plan(1))])
    (tmp_path / "tui.zip").write_bytes(zipped([("b.zip", inner), ("b.zip/c.txt", plan(2)), ("b.zip/d.zip", inner)]))
    assert outcomes(tmp_path / "tui.zip") == [
        ("tui.zip/b.zip~2/c.txt", "done", ""),
        ("tui.zip/b.zip~2", "done", ""),
        ("tui.zip/b.zip/c.txt", "done", ""),
        ("tui.zip/b.zip/d.zip/c.txt", "done", ""),
        ("tui.zip/b.zip/d.zip", "done", ""),
        ("tui.zip", "done", ""),
    ]


def test_a_link_inside_is_told_as_of_no_kind_that_is_read(tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    link = zipfile.ZipInfo("lien-ket")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(shelf / "tui.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    assert states(run(shelf, tmp_path / "kho")) == {"unsupported": 2}
    with congvan.Archive(tmp_path / "kho") as archive:
        rows = archive.sql("SELECT status, reason FROM paths WHERE path LIKE '%lien-ket'")
    assert [tuple(row) for row in rows.itertuples(index=False)] == [("unsupported", "member_link")]


def test_extract_gives_the_records_of_all_members(shelf: Path) -> None:
    found = extract(shelf / "tui.zip")
    assert found.status == "done"
    assert found.source.form == "zip"
    assert [os.path.relpath(record.source.path, shelf) for record in found.records] == [
        "tui.zip/sub/thu.txt",
        "tui.zip/thu.txt",
        "tui.zip/trong.zip/trong.txt",
    ]
    assert all(record.id.startswith(record.source.sha256[:12]) for record in found.records)
    cover, attached = sorted(extract(shelf / "tap.pdf").records, key=lambda record: record.source.form)
    assert (cover.header.code.value, attached.header.code.value) == ("215/SCN-VP", "4/KH-VHTT")  # type: ignore[union-attr]


def test_extract_tells_what_was_lost(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped([("a.txt", PLAN), ("b.pdf", b"")]))
    (tmp_path / "b.zip").write_bytes(zipped([("b.pdf", b"")]))
    found = extract(tmp_path / "a.zip")
    assert (found.status, len(found.records), [lost.reason for lost in found.lost]) == ("partial", 1, ["empty"])
    with pytest.raises(DocumentError):
        extract(tmp_path / "b.zip")


def test_the_command_prints_the_records_of_members(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(shelf)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    paths = [os.path.relpath(json.loads(line)["source"]["path"], shelf) for line in out.splitlines()]
    assert paths == [
        "tap.pdf/kèm.txt",
        "tap.pdf",
        "tui.zip/sub/thu.txt",
        "tui.zip/thu.txt",
        "tui.zip/trong.zip/trong.txt",
    ]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([("a.txt", PLAN)], 0),
        ([("a.txt", PLAN), ("b.bin", bytes(99))], 1),
        ([("a.txt", PLAN), ("b.pdf", b"")], 1),
        ([("b.pdf", b"")], 3),
        ([], 3),
    ],
)
def test_exit_codes_of_a_single_container(
    members: list[tuple[str, str | bytes]], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tui.zip"
    path.write_bytes(zipped(members))
    assert main(["extract", str(path)]) == code
    assert main(["extract", str(tmp_path)]) == min(code, 1)  # a folder is no single named file
    assert main(["ingest", str(path), "--archive", str(tmp_path / "kho")]) == code


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_unpacked_stays_behind(
    workers: int, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    before = sorted(shelf.rglob("*"))
    run(shelf, tmp_path / "kho", workers)
    assert list(folder.iterdir()) == []
    assert sorted(shelf.rglob("*")) == before


def test_one_member_at_a_time_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "tạm"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    (tmp_path / "tui.zip").write_bytes(zipped([(f"{n}.txt", f"Gửi báo cáo số {n}.") for n in range(50)]))
    most = 0
    for _ in read_files([tmp_path / "tui.zip"], Options(), 1):
        most = max(most, sum(1 for place in folder.rglob("*") if place.is_file()))
    assert most <= 1


def test_a_killed_process_that_unpacks_costs_no_file(tmp_path: Path) -> None:
    (tmp_path / "tap.pdf").write_bytes(portfolio([(f"{n}.txt", plan(n).encode()) for n in range(1, 4)]))
    with unpack.Shelf(Options(), 2) as shelf:
        found = shelf.expanded([tmp_path / "tap.pdf"])
        names = [_name(next(found)), _name(next(found))]  # the pages of its own, and the first member
        (pid,) = shelf._apart._pool._processes  # type: ignore[union-attr]
        os.kill(pid, signal.SIGKILL)
        names += [_name(each) for each in found]
    assert names[-1] == "tap.pdf"
    assert names[:4] == ["tap.pdf", "1.txt", "2.txt", "3.txt"]


def _name(found: File | Outcome) -> str:
    return os.path.basename(found.name if isinstance(found, File) else found.path)


def test_an_unpacker_asks_before_it_opens(shelf: Path) -> None:
    with Unpacker(wanted=lambda file: file.path.suffix != ".zip") as unpacker:
        assert list(unpacker.files(File.of(shelf / "tui.zip"))) == []
