from __future__ import annotations

from pathlib import Path

import pytest

from congvan.cli.main import main


def test_doctor_says_what_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--archive", str(tmp_path / "kho")]) == 0
    out = capsys.readouterr().out
    for name in ("tesserocr", "pytesseract", "word segmenter", "disk", "archive"):
        assert name in out
    assert "FAIL" not in out


def test_doctor_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert main(["doctor", "--archive", str(tmp_path / "kho")]) == 4
    out = capsys.readouterr().out
    assert "FAIL" in out
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in out


def test_a_missing_engine_stops_the_run_and_books_nothing_against_files(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    scan = next(path for path in sorted(samples.iterdir()) if "scan" in path.name)
    kho = tmp_path / "kho"
    assert main(["ingest", str(scan), "--archive", str(kho), "--workers", "2"]) == 4
    assert "apt-get install" in capsys.readouterr().err
    from congvan.query import Archive

    with Archive(kho) as archive:
        assert len(archive.sql("SELECT * FROM files")) == 0


def test_demo_shows_every_table(plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", str(plan_file.parent), "--archive", str(tmp_path / "kho")]) == 0
    out = capsys.readouterr().out
    for name in ("documents (1)", "references (1)", "deadlines (1)", "targets (1)", "awards (0)"):
        assert name in out
    assert str(tmp_path / "kho") in out
