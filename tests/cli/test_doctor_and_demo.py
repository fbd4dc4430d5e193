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


def test_demo_shows_forms_and_leaves_cells_without_a_value_blank(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = tmp_path / "thu"
    shelf.mkdir()
    awards = "1. Giấy khen của Giám đốc Sở Nội vụ cho các tập thể, cá nhân có thành tích xuất sắc.\n"
    (shelf / "a.txt").write_text("HÌNH THỨC KHEN THƯỞNG\n" + awards, encoding="utf-8")
    (shelf / "b.json").write_text('{"a": 1}', encoding="utf-8")
    assert main(["demo", str(shelf), "--archive", str(tmp_path / "kho")]) == 1
    out = capsys.readouterr().out
    assert "forms (2)" in out
    assert "unsupported" in out
    assert "awards (1)" in out
    assert "<NA>" not in out
