from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import psutil
import pytest

import congvan
from congvan.archive.store import Store
from congvan.ingest.batch import Report, ingest_files
from congvan.ingest.files import files_of
from congvan.ingest.outcome import Outcome
from congvan.pipeline import Options


def run(folder: Path, archive: Path, workers: int = 1, options: Options | None = None) -> Report:
    with Store.open(archive) as store:
        return ingest_files(files_of([folder]), store, options or Options(), workers)


@pytest.fixture
def shelf(plan_file: Path, tmp_path: Path) -> Path:
    """A folder with a plan, its copy in a sub-folder, a note, and an empty file."""
    shelf = tmp_path / "kệ"
    (shelf / "2022").mkdir(parents=True)
    shutil.copy(plan_file, shelf / "a.txt")
    shutil.copy(plan_file, shelf / "2022" / "b.txt")
    (shelf / "ghi-chu.md").write_text("Gửi báo cáo trước ngày 5/6/2022.\n", encoding="utf-8")
    (shelf / "rong.pdf").write_bytes(b"")
    return shelf


def test_every_file_ends_in_one_state_and_the_sums_close(shelf: Path, tmp_path: Path) -> None:
    report = run(shelf, tmp_path / "kho")
    assert report.files == 4
    # the copy has the same content: it is read once
    assert report.states == {"done": 2, "unchanged": 1, "failed": 1}
    assert [Path(o.path).name for o in report.troubled] == ["rong.pdf"]


def test_a_second_run_changes_nothing(shelf: Path, tmp_path: Path) -> None:
    kho = tmp_path / "kho"
    run(shelf, kho)
    with congvan.Archive(kho) as archive:
        before = {kind: archive.table(kind) for kind in ("deadlines", "recipients")}
    (shelf / "rong.pdf").unlink()
    report = run(shelf, kho)
    assert report.states == {"unchanged": 3}
    with congvan.Archive(kho) as archive:
        for kind, frame in before.items():
            assert len(frame)
            assert archive.table(kind).equals(frame)


def test_changed_content_is_read_again_under_its_path(shelf: Path, tmp_path: Path) -> None:
    kho = tmp_path / "kho"
    run(shelf, kho)
    (shelf / "ghi-chu.md").write_text("Gửi báo cáo trước ngày 7/8/2022.\n", encoding="utf-8")
    report = run(shelf, kho)
    assert report.states["done"] == 1
    with congvan.Archive(kho) as archive:
        assert "2022-08-07" in set(archive.table("deadlines")["due_on"])


def test_other_settings_read_again(shelf: Path, tmp_path: Path) -> None:
    kho = tmp_path / "kho"
    run(shelf, kho)
    report = run(shelf, kho, options=Options(keep_secret=True))
    assert report.states["done"] == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_copies_are_booked_after_the_file_that_is_read(workers: int, plan_file: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "bản sao"
    shelf.mkdir()
    for n in range(5):
        shutil.copy(plan_file, shelf / f"{n}.txt")
    assert run(shelf, tmp_path / "kho", workers).states == {"done": 1, "unchanged": 4}


def test_a_name_in_an_old_encoding_is_kept_readable(plan_file: Path, tmp_path: Path) -> None:
    shelf = os.fsencode(tmp_path) + b"/cu"
    os.mkdir(shelf)
    shutil.copy(os.fsencode(plan_file), shelf + b"/k\xea ho\xe1ch.txt")
    report = run(Path(os.fsdecode(shelf)), tmp_path / "kho")
    assert report.states == {"done": 1}
    assert run(Path(os.fsdecode(shelf)), tmp_path / "kho").states == {"unchanged": 1}
    with congvan.Archive(tmp_path / "kho") as archive:
        (path,) = archive.sql("SELECT path FROM files")["path"]
    assert path.endswith("/k\\xea ho\\xe1ch.txt")


def test_from_python(shelf: Path, tmp_path: Path) -> None:
    report = congvan.ingest([shelf], tmp_path / "kho", workers=1)
    assert report.dispatches == 2
    with congvan.Archive(tmp_path / "kho") as archive:
        assert list(archive.table("deadlines")["due_on"]) != []


def test_a_worker_that_is_killed_costs_no_file(plan_file: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "nhiều"
    shelf.mkdir()
    text = plan_file.read_text(encoding="utf-8")
    for n in range(40):
        (shelf / f"{n:02}.txt").write_text(text.replace("17/KH", f"{n + 100}/KH"), encoding="utf-8")
    killed = []

    def kill_once(outcome: Outcome) -> None:
        if not killed:
            workers = [c for c in psutil.Process().children(recursive=True) if "spawn_main" in " ".join(c.cmdline())]
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)

    with Store.open(tmp_path / "kho") as store:
        report = ingest_files(files_of([shelf]), store, Options(), 2, kill_once)
    assert killed
    assert report.states == {"done": 40}


def test_many_small_files_on_two_workers_all_arrive(tmp_path: Path) -> None:
    shelf = tmp_path / "nhiều"
    shelf.mkdir()
    for n in range(60):
        (shelf / f"{n:02}.txt").write_text(f"Gửi báo cáo số {n} trước ngày 5/6/2022.\n", encoding="utf-8")
    assert run(shelf, tmp_path / "kho", workers=2).states == {"done": 60}
