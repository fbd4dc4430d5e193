"""Records of an archive measured against gold, and the secrecy that its ledger tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from congvan.archive.rows import FileRow
from congvan.archive.store import Store
from congvan.evaluate import evaluate
from congvan.evaluate.archived import is_archive, marked_secret, read_archive, told_secrets, without_secrets

from ..archive.records import LETTER_TEXT, PLAN_TEXT, file_row, letter, plan


@pytest.fixture
def kho(tmp_path: Path) -> Path:
    """A stack of two plans, a letter, and a file that is secret."""
    folder = tmp_path / "kho"
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan(), plan(n=2)], [PLAN_TEXT, PLAN_TEXT])
        store.put(file_row(letter()), [letter()], [LETTER_TEXT])
        store.put(FileRow("0b" * 32, "den/013-scan.pdf", "pdf", 1000, "secret"))
    return folder


NAMES = {"ke-hoach", "cong-van", "013-scan"}


def test_records_bear_the_names_of_their_documents(kho: Path) -> None:
    found = read_archive(kho, NAMES)
    assert [r["source"]["path"] for r in found.records] == ["ke-hoach", "ke-hoach", "cong-van"]
    assert [r["id"][-2:] for r in found.records[:2]] == ["-1", "-2"]
    assert read_archive(kho, {"cong-van"}).records == found.records[2:]


def test_an_archive_measures_as_its_records_do(kho: Path) -> None:
    golds = [plan(), plan(n=2)]
    gold: list[dict[str, Any]] = [record.model_dump(mode="json") | {"doc": "ke-hoach"} for record in golds]
    report = evaluate(gold, read_archive(kho, NAMES).records)
    assert report.micro().f1 == 1.0
    assert list(report.documents) == ["ke-hoach#1", "ke-hoach#2"]


def test_the_text_comes_where_it_is_asked_for_and_kept(kho: Path) -> None:
    assert all("text" not in record for record in read_archive(kho, NAMES).records)
    with_text = read_archive(kho, NAMES, with_text=True).records
    assert [record["text"] for record in with_text] == [PLAN_TEXT, PLAN_TEXT, LETTER_TEXT]


def test_an_archive_that_keeps_no_texts_gives_records_without(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kho") as store:
        store.put(file_row(letter()), [letter()])
    (record,) = read_archive(tmp_path / "kho", NAMES, with_text=True).records
    assert "text" not in record


def test_the_ledger_tells_what_is_secret(kho: Path) -> None:
    assert read_archive(kho, NAMES).secret == {"013-scan"}
    assert read_archive(kho, {"cong-van"}).secret == set()


def test_only_a_folder_with_an_archive_is_one(kho: Path, tmp_path: Path) -> None:
    assert is_archive(kho)
    assert not is_archive(tmp_path)


def gold(name: str, secrecy: str | None = None) -> dict[str, Any]:
    return {"doc": name, "header": {"secrecy": secrecy and {"value": secrecy, "quote": secrecy.upper()}}}


# A stack with one marked dispatch is closed as a whole.
GOLD = [gold("a"), gold("b", "mật"), gold("c", "tối mật"), gold("s"), gold("s", "mật")]


def test_gold_tells_which_documents_bear_a_mark() -> None:
    assert marked_secret(GOLD) == {"b", "c", "s"}


@pytest.mark.parametrize(
    ("secret", "scored", "line"),
    [
        ({"b", "c", "s"}, ["a"], "secret: 3 of 3 told"),
        ({"b"}, ["a", "c", "s", "s"], "secret: 1 of 3 told"),
        # A file closed without a mark is a fault: its values are missed.
        ({"a", "b", "c", "s"}, ["a"], "secret: 3 of 3 told; without a mark: a"),
        (set(), ["a", "b", "c", "s", "s"], "secret: 0 of 3 told"),
    ],
)
def test_what_is_rightly_secret_is_no_miss(secret: set[str], scored: list[str], line: str) -> None:
    assert [record["doc"] for record in without_secrets(GOLD, secret)] == scored
    assert told_secrets(GOLD, secret) == line
