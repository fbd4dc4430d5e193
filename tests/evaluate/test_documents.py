"""Gold and documents on disk, and the reading of documents under neutral names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congvan.errors import UsageError
from congvan.evaluate.documents import documents_beside, documents_in, extract_neutrally, read_gold, read_records
from congvan.ingest.outcome import Outcome
from congvan.pipeline import Options


def write(file: Path, content: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    file.write_text(text, encoding="utf-8")
    return file


def test_gold_of_a_folder_bears_the_names_of_its_files(tmp_path: Path) -> None:
    write(tmp_path / "gold" / "one.json", {"header": {}})
    write(tmp_path / "gold" / "stack.json", [{"doc": "x"}, {}])
    assert [r["doc"] for r in read_gold([tmp_path / "gold"])] == ["one", "stack", "stack"]
    assert [r["doc"] for r in read_gold([tmp_path / "gold"], ["one"])] == ["one"]


def test_gold_of_lines_names_its_documents_itself(tmp_path: Path) -> None:
    file = write(tmp_path / "gold.jsonl", '{"doc": "a"}\n\n{"source": {"path": "x/b.pdf"}}\n')
    assert [r["doc"] for r in read_gold([file])] == ["a", "b"]


def test_no_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold records"):
        read_gold([tmp_path])


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", "{"), ("a.jsonl", "[1]"), ("a.json", '["x"]')])
def test_what_is_no_record_is_told(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(UsageError, match=name):
        read_records(write(tmp_path / name, content))
    with pytest.raises(UsageError, match="no such file"):
        read_records(tmp_path / "missing.jsonl")


def test_documents_lie_beside_gold_or_those_of_samples_in_raw(tmp_path: Path) -> None:
    own, made = ("set/a.txt", "set/b.pdf", "set/b.txt", "set/gold/a.json"), ("raw/c.png", "annotated/samples/c.json")
    for name in (*own, *(f"data/{file}" for file in made)):
        write(tmp_path / name, "x")
    found = documents_beside([tmp_path / "set" / "gold", tmp_path / "data" / "annotated" / "samples"])
    assert {name: path.name for name, path in found.items()} == {"a": "a.txt", "b": "b.pdf", "c": "c.png"}


def test_a_missing_document_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="missing"):
        documents_in([tmp_path / "missing"])


LETTER = """SỞ CÔNG NGHỆ SƠN HÀ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/SCN-VP                     Độc lập - Tự do - Hạnh phúc

Kính gửi: Ủy ban nhân dân xã Đông Lĩnh.
"""


def test_documents_are_read_under_names_that_tell_nothing(tmp_path: Path) -> None:
    document = write(tmp_path / "99_KH_UBND.txt", LETTER)
    empty = write(tmp_path / "empty.txt", "")
    failed: list[str] = []

    def note(name: str, _outcome: Outcome) -> None:
        failed.append(name)

    records = extract_neutrally({"99_KH_UBND": document, "empty": empty}, Options(), note, workers=1)
    assert [r["source"]["path"] for r in records if r["source"]["path"] != "empty"] == ["99_KH_UBND"]
    fields = [field for field in records[0]["header"].values() if field]
    assert fields
    assert not [field for field in fields if "99" in f"{field['value']} {field['quote']}"]
    assert failed == ["empty"]
    assert document.read_text(encoding="utf-8") == LETTER
