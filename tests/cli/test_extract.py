from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from congvan.cli.extract import parse_pages
from congvan.cli.main import main
from congvan.errors import UsageError


def test_stdout_holds_one_json_line_for_each_dispatch_and_nothing_else(
    plan_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(plan_file)]) == 0
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    record = json.loads(line)
    assert record["schema"] == "congvan/1"
    assert record["header"]["code"]["value"] == "17/KH-VHTT"
    assert record["header"]["issued_on"]["value"] == "2022-03-08"
    assert "text" not in record
    assert err == ""


def test_every_quote_is_the_text_at_its_offsets(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(plan_file), "--with-text"])
    record = json.loads(capsys.readouterr().out)
    items = [i for kind, v in record.items() if isinstance(v, list) and kind != "flags" for i in v]
    fields = [f for f in record["header"].values() if f]
    assert len(items) >= 5
    assert len(fields) > 5
    for item in [*items, *fields, *(m for i in items for m in i["mentions"])]:
        assert record["text"][item["start"] : item["end"]] == item["quote"]


def test_same_bytes_whatever_the_order_and_number_of_workers(plan_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac.txt"
    other.write_text("Kính gửi: Các xã.\nGửi báo cáo trước ngày 5/6/2022.\n", encoding="utf-8")
    command = [sys.executable, "-m", "congvan.cli.main", "extract"]

    def run(*extra: str) -> list[str]:
        done = subprocess.run([*command, *extra], capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    one = run(str(plan_file), str(other), "--workers", "1")
    two = run(str(other), str(plan_file), "--workers", "2")
    assert sorted(one) == sorted(two)
    assert [json.loads(line)["source"]["path"] for line in two] == [str(other), str(plan_file)]


def test_json_is_one_array(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(plan_file), str(plan_file.parent), "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert len(records) == 1  # the file named twice is read once


def test_table_is_for_people(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(plan_file), "--format", "table"]) == 0
    assert "17/KH-VHTT" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "pages"),
    [("3", {3}), ("1-4", {1, 2, 3, 4}), (None, None)],
)
def test_page_ranges(text: str | None, pages: set[int] | None) -> None:
    assert parse_pages(text) == pages


@pytest.mark.parametrize("text", ["0", "4-1", "a-b", "-", "1-2-3"])
def test_wrong_page_ranges_are_told(text: str) -> None:
    with pytest.raises(UsageError, match="range of pages"):
        parse_pages(text)


def test_only_the_pages_asked_for_are_read(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan_file.write_text(
        plan_file.read_text(encoding="utf-8") + "\fTrang hai, gửi trước ngày 3/4/2022.", encoding="utf-8"
    )
    main(["extract", str(plan_file), "--pages", "2-", "--with-text"])
    record = json.loads(capsys.readouterr().out)
    assert record["text"] == "Trang hai, gửi trước ngày 3/4/2022.\n"
    assert record["source"]["pages"] == [2]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extract", "khong-co.pdf"], 2, "no such file"),
        (["extract"], 2, "Missing argument"),
        (["extract", ".", "--format", "xml"], 2, "xml"),
        (["nothing"], 2, "nothing"),
        (["extract", __file__, "--ocr-engine", "hand", "--pages", "x"], 2, "range of pages"),
    ],
)
def test_wrong_use_ends_with_2_and_one_line(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert words in err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_pages_that_are_not_there_are_told(workers: str, plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(plan_file), "--pages", "9", "--workers", workers]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "Tệp không có trang được yêu cầu." in err
