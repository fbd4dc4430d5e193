"""Workers that can't start are the surroundings' fault: nothing is booked against the documents."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.paper import born_digital

from congvan.ingest import workers


def test_only_forms_that_may_need_ocr_start_a_pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "default_workers", lambda: 7)
    for suffix, content, expected in (("html", b"<html><body>a</body></html>", 1), ("pdf", born_digital(), 7)):
        files = [tmp_path / f"{n}.{suffix}" for n in range(3)]
        for file in files:
            file.write_bytes(content)
        assert workers.workers_for(files) == expected


UNGUARDED = "import congvan\ncongvan.ingest(['thu'], archive='kho', workers=2)\n"


def test_a_script_without_a_main_guard_is_told_so_and_no_file_is_booked(tmp_path: Path) -> None:
    (tmp_path / "thu").mkdir()
    (tmp_path / "thu" / "a.txt").write_text("Số: 12/KH-UBND", encoding="utf-8")
    (tmp_path / "chay.py").write_text(UNGUARDED, encoding="utf-8")
    run = subprocess.run([sys.executable, "chay.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "__main__" in run.stderr.splitlines()[-1]
    with sqlite3.connect(tmp_path / "kho" / "archive.db") as database:
        assert database.execute("SELECT count(*) FROM files").fetchone() == (0,)
