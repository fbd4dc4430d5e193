from __future__ import annotations

from pathlib import Path

import pytest

from congvan.cli.main import main
from congvan.errors import EXIT_USAGE

LETTER = """UBND HUYỆN SUỐI NGÀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA\tĐộc lập - Tự do - Hạnh phúc
Số: 17/VHTT-NV\tSuối Ngàn, ngày 08 tháng 3 năm 2022
V/v báo cáo hội thi

Kính gửi: Các xã, thị trấn.

Đề nghị các xã, thị trấn gửi báo cáo về Phòng Văn hóa trước thứ Sáu, ngày 15/3/2022.
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "thu.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Do: deadlines.dated: ngày sau", "thứ không khớp ngày", "Độ tin cậy: 0."]),
        ("en", ["By: deadlines.dated: a day after", "the weekday does not fit the day", "Confidence: 0."]),
    ],
)
def test_a_value_is_explained_in_a_screen(
    letter: Path, language: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", str(letter), "deadlines.1.due_on", "--language", language]) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in ["2022-03-15", "ngày 15/3/2022«", *words])
    assert len(out.splitlines()) <= 24


def test_an_archived_value_is_explained_as_that_of_its_file(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "kho")
    assert main(["ingest", str(letter), "--archive", archive]) == 0
    assert main(["find", "--archive", archive]) == 0
    capsys.readouterr()
    main(["extract", str(letter)])
    dispatch = capsys.readouterr().out.split('"id":"')[1].split('"')[0]
    assert main(["why", dispatch, "header.code", "--archive", archive]) == 0
    archived = capsys.readouterr().out
    assert main(["why", str(letter), "header.code"]) == 0
    assert archived == capsys.readouterr().out


@pytest.mark.parametrize("field", ["header.signer", "deadlines.7"])
def test_a_value_that_is_not_there_is_told(letter: Path, field: str) -> None:
    assert main(["why", str(letter), field]) == EXIT_USAGE
