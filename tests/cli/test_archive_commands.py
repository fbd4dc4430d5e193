"""find, query, show, export and evaluate from the command line, on an archive made by ingest."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from congvan.archive.store import Store
from congvan.cli.main import main
from congvan.cli.terminal import shown
from congvan.datamodel.record import Record

from ..archive.records import LETTER_TEXT, PLAN_TEXT, file_row, letter, plan


@pytest.fixture
def archive(tmp_path: Path) -> str:
    folder = tmp_path / "kho"
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        store.put(file_row(letter()), [letter()], [LETTER_TEXT])
    return str(folder)


def test_find_shows_header_and_snippet(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "bau", "cu", "--archive", archive]) == 0
    out = capsys.readouterr().out
    assert plan().id in out
    assert "87/KH-CĐ" in out
    assert "bầu cử" in out


def test_find_gives_hits_as_json_lines(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--type", "cong van", "--format", "jsonl", "--archive", archive]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["dispatch_id"] == letter().id


def test_finding_nothing_is_no_failure(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "khongcogi", "--archive", archive]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "no dispatch" in err


def test_query_prints_a_table_csv_or_json_lines(archive: str, capfd: pytest.CaptureFixture[str]) -> None:
    sql = "SELECT dispatch_id, value FROM v_targets"
    assert main(["query", sql, "--archive", archive]) == 0
    assert "95.0" in capfd.readouterr().out
    assert main(["query", sql, "--archive", archive, "--format", "csv"]) == 0
    assert list(csv.reader(io.StringIO(capfd.readouterr().out)))[1] == [plan().id, "95.0"]
    assert main(["query", sql, "--archive", archive, "--format", "jsonl"]) == 0
    assert json.loads(capfd.readouterr().out) == {"dispatch_id": plan().id, "value": 95.0}


def test_query_tells_that_there_is_more(archive: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT * FROM v_documents", "--rows", "1", "--format", "csv", "--archive", archive]) == 0
    assert "--rows shows more" in capfd.readouterr().err


def test_query_tells_what_is_due(archive: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--due", "14", "--after", "2021-04-10", "--format", "jsonl", "--archive", archive]) == 0
    (line,) = capfd.readouterr().out.splitlines()
    assert json.loads(line)["due_day"] == "2021-04-20"
    assert main(["query", "--due", "3", "--after", "2021-04-10", "--archive", archive]) == 0


@pytest.mark.parametrize(
    "options", [[], ["SELECT 1", "--due", "3"], ["SELECT 1", "--after", "2021-04-10"], ["--due", "3", "--after", "mai"]]
)
def test_query_wants_either_a_select_or_days(archive: str, options: list[str]) -> None:
    assert main(["query", *options, "--archive", archive]) == 2


def test_show_prints_keys_of_bodies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issuer = letter().header.issuer
    assert issuer is not None
    header = letter().header.model_copy(update={"issuer": issuer.model_copy(update={"value": "UBND TỈNH SƠN HÀ"})})
    record = letter().model_copy(update={"header": header})
    with Store.open(tmp_path) as store:
        store.put(file_row(record), [record], [LETTER_TEXT])
    assert main(["show", record.id, "--archive", str(tmp_path)]) == 0
    assert "ubnd/tinh:son-ha" in capsys.readouterr().out


def test_query_refuses_to_change_anything(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "DELETE FROM files", "--archive", archive]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_show_prints_a_record(archive: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", plan().id, "--format", "jsonl", "--archive", archive]) == 0
    assert Record.model_validate_json(capsys.readouterr().out) == plan()
    assert main(["show", letter().id, "--with-text", "--archive", archive]) == 0
    assert LETTER_TEXT in capsys.readouterr().out
    assert main(["show", "nothing-1", "--archive", archive]) == 2


@pytest.mark.parametrize("name", ["deadlines.xlsx", "deadlines.parquet", "deadlines.jsonl", "deadlines.csv"])
def test_export_takes_the_format_from_the_file_name(archive: str, tmp_path: Path, name: str) -> None:
    assert main(["export", "--table", "deadlines", "--out", str(tmp_path / name), "--archive", archive]) == 0
    starts = {"xlsx": b"PK", "parquet": b"PAR1", "jsonl": b"{", "csv": b"dispatch_id"}
    assert (tmp_path / name).read_bytes().startswith(starts[name.rsplit(".", 1)[1]])


def test_a_missing_archive_is_wrong_use_and_a_damaged_one_the_surroundings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "x", "--archive", str(tmp_path / "none")]) == 2
    (tmp_path / "archive.db").write_bytes(b"damaged" * 1000)
    assert main(["find", "x", "--archive", str(tmp_path)]) == 4
    assert capsys.readouterr().err.count("\n") == 2


def test_what_ingest_reads_can_be_found_and_exported(
    plan_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "kho")
    assert main(["ingest", str(plan_file), "--archive", archive, "--workers", "1"]) == 0
    capfd.readouterr()
    assert main(["find", "hoi doc sach", "--archive", archive, "--format", "jsonl"]) == 0
    hit = json.loads(capfd.readouterr().out)
    assert hit["code"] == "17/KH-VHTT"
    assert main(["export", "--table", "records", "--format", "jsonl", "--archive", archive]) == 0
    assert json.loads(capfd.readouterr().out)["id"] == hit["dispatch_id"]


def test_evaluate_measures_documents_beside_gold(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", str(plan_file)])
    gold = tmp_path / "gold" / f"{plan_file.stem}.json"
    gold.parent.mkdir()
    gold.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["evaluate", str(gold.parent), "--json", str(tmp_path / "figures.json"), "--workers", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "micro 1.000  macro 1.000"
    assert json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))["micro"] == 1.0


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["gold", "missing.jsonl"], ["gold", "--only", "colours"], ["gold", "missing.pdf"]]
)
def test_evaluate_tells_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text("{}", encoding="utf-8")
    assert main(["evaluate", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_document_can_not_steer_the_terminal() -> None:
    assert shown("a\x1b[31mđ\u202e\n") == "a\ufffd[31mđ\ufffd\ufffd"
