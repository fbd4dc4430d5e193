"""Workers that can't start are the surroundings' fault: nothing is booked against the documents."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

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
