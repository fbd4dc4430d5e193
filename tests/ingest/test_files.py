"""Which files a folder stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan.cli.main import main
from congvan.ingest.files import IGNORE_FILE, files_of
from congvan.synth.shelf import Shelf


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    return folder


def test_files_come_in_sorted_order_and_hidden_ones_do_not(tmp_path: Path) -> None:
    made(tmp_path, "b/2.txt", "b/.an", "a.txt", ".git/tep", "c.txt")
    assert [p.relative_to(tmp_path).as_posix() for p in files_of([tmp_path])] == ["a.txt", "b/2.txt", "c.txt"]


def test_a_folder_marked_as_holding_no_documents_is_passed_over_with_all_below_it(tmp_path: Path) -> None:
    made(tmp_path, "1.txt", f"gold/{IGNORE_FILE}", "gold/1.json", "gold/sau/2.json")
    assert [p.name for p in files_of([tmp_path])] == ["1.txt"]


def test_a_file_in_such_a_folder_can_still_be_named(tmp_path: Path) -> None:
    made(tmp_path, f"gold/{IGNORE_FILE}", "gold/1.txt")
    assert [p.name for p in files_of([tmp_path / "gold" / "1.txt"])] == ["1.txt"]


def test_a_run_over_nothing_but_such_folders_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, f"gold/{IGNORE_FILE}", "gold/1.json")
    assert main(["ingest", str(tmp_path / "gold"), "--archive", str(tmp_path / "kho")]) == 0
    assert IGNORE_FILE in capsys.readouterr().out.splitlines()[0]
    assert main(["extract", str(tmp_path / "gold")]) == 2
    assert IGNORE_FILE in capsys.readouterr().err


def test_of_the_samples_only_the_documents_are_read() -> None:
    data = Path(__file__).parents[2] / "data"
    assert {path.parent.name for path in files_of([data])} == {"data", "raw"}


def test_answers_are_marked_wherever_they_lie_and_documents_never(tmp_path: Path) -> None:
    Shelf(tmp_path / "thu", tmp_path / "gold", tmp_path / "thu").prepare()
    assert [path.parent.name for path in tmp_path.rglob(IGNORE_FILE)] == ["gold"]
