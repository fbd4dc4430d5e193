"""`congvan evaluate` of archives, by groups, and of what bears a secrecy mark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congvan.cli.main import main

SECRET_LETTER = """\
SỞ CÔNG NGHỆ SƠN HÀ                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/SCN-VP                           Độc lập - Tự do - Hạnh phúc
    MẬT                              Sơn Hà, ngày 08 tháng 3 năm 2022

Kính gửi: Ủy ban nhân dân xã Đông Lĩnh.
"""


@pytest.fixture
def shelf(plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder of an open document and a secret one, with gold made of their records."""
    folder = tmp_path / "thu"
    (folder / "gold").mkdir(parents=True)
    for name, text in (("1", plan_file.read_text(encoding="utf-8")), ("2", SECRET_LETTER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        assert main(["extract", str(folder / f"{name}.txt"), "--secret", "keep"]) == 0
        record = json.loads(capsys.readouterr().out) | {"condition": "born-digital", "form": "text"}
        (folder / "gold" / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_a_marked_document_is_measured_with_its_secrets(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(shelf / "gold"), "--workers", "1"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-2:] == ["documents 2, without a record 0", "micro 1.000  macro 1.000"]
    assert err == ""


def test_an_archive_is_measured_without_reading_anew(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kho = str(shelf.parent / "kho")
    assert main(["ingest", str(shelf / "1.txt"), str(shelf / "2.txt"), "--archive", kho]) == 0
    for file in shelf.glob("*.txt"):
        file.unlink()
    capsys.readouterr()
    assert main(["evaluate", str(shelf / "gold"), kho]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[-2:] == ["documents 1, without a record 0", "micro 1.000  macro 1.000"]
    assert "secret: 1 of 1 told" in out.splitlines()


def test_groups_stand_in_the_table_and_in_json(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = shelf.parent / "figures.json"
    command = ["evaluate", str(shelf / "gold"), "--by", "condition", "--json", str(figures), "--workers", "1"]
    assert main(command) == 0
    out = capsys.readouterr().out
    assert "born-digital      2  1.000  1.000" in out
    told = json.loads(figures.read_text(encoding="utf-8"))["by"]["condition"]["born-digital"]
    assert told["documents"] == 2
    assert told["micro"] == 1.0
    assert told["kinds"]["header"] == 1.0
