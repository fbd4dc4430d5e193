from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from congvan.annotations.corpus import read_dispatches
from congvan.cli.main import main
from congvan.errors import UsageError
from congvan.pipeline import Page, extract, read, texts_of
from congvan.train.confidence import examples_of_text, loaded, saved, train
from congvan.train.printed import scanned

TEXT = """UBND HUYỆN SUỐI NGÀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA\tĐộc lập - Tự do - Hạnh phúc
Số: 17/VHTT-NV\tSuối Ngàn, ngày 08 tháng 3 năm 2022
V/v báo cáo hội thi

Kính gửi: Các xã, thị trấn.

Đề nghị các xã, thị trấn gửi báo cáo về Phòng Văn hóa trước ngày 15/3/2022.
"""
GOLD = {
    "schema": "congvan/1",
    "doc": "a-01",
    "header": {"code": {"value": "17/VHTT-NV", "quote": "17/VHTT-NV"}, "place": {"value": "Mây", "quote": "Suối Ngàn"}},
    "unscored": ["deadlines"],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "a" / "gold").mkdir(parents=True)
    (tmp_path / "a" / "a-01.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a" / "gold" / "a-01.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_each_value_that_was_told_is_an_example_and_right_as_gold_says(corpus: Path) -> None:
    (paper,) = read_dispatches(corpus)
    examples = examples_of_text(paper.file, paper.to_dict())
    told = {next(f for f in e.features if f.startswith("kind:")): e for e in examples}
    assert told["kind:header.code"].right
    assert not told["kind:header.place"].right
    assert "kind:deadlines" not in told
    assert {e.document for e in examples} == {"a-01"}


def test_examples_can_be_kept(corpus: Path, tmp_path: Path) -> None:
    (paper,) = read_dispatches(corpus)
    told = examples_of_text(paper.file, paper.to_dict())
    saved(told, tmp_path / "kept.jsonl")
    assert loaded(tmp_path / "kept.jsonl") == told


def test_a_folder_without_annotated_dispatches_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        train([tmp_path])


def test_the_command_writes_weights_and_tells_its_figures(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = corpus / "weights.json"
    run = ["train", "confidence", "--data", str(corpus), "--out", str(out), "--no-scans", "--workers", "2"]
    assert main(run) == 0
    assert "kind:header.code" in json.loads(out.read_text(encoding="utf-8"))["weights"]
    assert "calibration error" in capsys.readouterr().out


@pytest.mark.slow
def test_a_text_printed_and_scanned_is_read_again(corpus: Path, tmp_path: Path) -> None:
    (paper,) = read_dispatches(corpus)
    source, pages = read(paper.file)
    text, _ = next(texts_of([page for page in pages if isinstance(page, Page)], source))
    data, _ = scanned(text, "light", Random(1))
    file = tmp_path / "a.pdf"
    file.write_bytes(data)
    (record,) = extract(file).records
    assert record.source.reading == "fast"
    assert record.header.issuer is not None
    assert record.header.issuer.value == "PHÒNG VĂN HÓA"
    assert [item.due_on for item in record.deadlines] == ["2022-03-15"]
