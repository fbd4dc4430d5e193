"""Which files a folder stands for."""

from __future__ import annotations

from pathlib import Path

from congvan.ingest.files import IGNORE_FILE, files_of


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
