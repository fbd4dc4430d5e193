"""What a judge adds is told by kind, with an interval over documents, and only a sure gain is worth a place."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from congvan.cli.main import main
from congvan.errors import UsageError
from congvan.train.ablation import Row, gain_over, printed, put, worth

TEXT = """UBND HUYỆN SUỐI NGÀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA\tĐộc lập - Tự do - Hạnh phúc
Số: {n}/KH-VHTT\tSuối Ngàn, ngày 08 tháng 3 năm 2022

KẾ HOẠCH
Đọc sách năm 2022

I. CHỈ TIÊU
- Phấn đấu {n}% số hộ ở thôn Mây có tủ sách.
"""


def counts(*rows: tuple[int, int, int]) -> dict[str, np.ndarray]:
    return {f"d{n}": np.array(row) for n, row in enumerate(rows)}


def test_a_gain_in_every_document_is_sure() -> None:
    rules, judged = counts(*[(5, 5, 5)] * 20), counts(*[(8, 2, 2)] * 20)
    f1, gain, (low, high) = gain_over(list(rules), judged, rules)
    assert (f1, gain) == (pytest.approx(0.8), pytest.approx(0.3))
    assert (low, high) == (pytest.approx(0.3), pytest.approx(0.3))


def test_a_gain_in_one_document_of_many_may_be_chance() -> None:
    rules = counts(*[(5, 5, 5)] * 10)
    judged = rules | {"d0": np.array((10, 0, 0)), "d1": np.array((3, 7, 7))}
    _, gain, (low, high) = gain_over(list(rules), judged, rules)
    assert low < 0 < gain < high


def row(gain: float, low: float, papers: str = "together") -> Row:
    return Row(papers, "targets", "bag, both", 0.7, gain, (low, gain + 0.01))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row(0.03, 0.01)], 1),
        ([row(0.01, 0.005)], 0),  # too little
        ([row(0.03, -0.01)], 0),  # perhaps chance
        ([row(0.03, 0.01, "real texts"), row(0.0, 0.0)], 0),  # on a part of the papers only
    ],
)
def test_only_a_sure_gain_on_all_papers_is_worth_a_place(rows: list[Row], expected: int) -> None:
    assert len(worth(rows)) == expected


def test_the_table_tells_the_rules_without_a_gain() -> None:
    lines = list(printed([Row("together", "targets", "rules", 0.7, 0.0, (0.0, 0.0)), row(0.03, 0.01)]))
    assert lines[2:] == [
        "| together | targets | rules | 0.700 |  |  |",
        "| together | targets | bag, both | 0.700 | +0.030 | +0.010 to +0.040 |",
    ]


def test_the_table_stands_between_its_marks(tmp_path: Path) -> None:
    file = tmp_path / "card.md"
    file.write_text("Card\n<!-- ablation -->\nold\n<!-- end of ablation -->\nLimits\n", encoding="utf-8")
    put("| new |", file)
    assert file.read_text(encoding="utf-8") == ("Card\n<!-- ablation -->\n| new |\n<!-- end of ablation -->\nLimits\n")


def test_a_file_without_the_marks_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "card.md"
    file.write_text("Card\n", encoding="utf-8")
    with pytest.raises(UsageError):
        put("| new |", file)
    assert file.read_text(encoding="utf-8") == "Card\n"


@pytest.mark.slow
def test_the_command_trains_on_one_part_and_measures_on_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "split.tsv").write_text("family\tpart\tsays\na\ttrain\tx\nb\theld-back\tx\n", encoding="utf-8")
    for family, n in (("a", 70), ("a", 80), ("b", 90)):
        (tmp_path / family / "gold").mkdir(parents=True, exist_ok=True)
        (tmp_path / family / f"{family}-{n}.txt").write_text(TEXT.format(n=n), encoding="utf-8")
        quote = f"{n}% số hộ ở thôn Mây có tủ sách"
        target = {"value": n, "unit": "%", "population": "số hộ ở thôn Mây", "metric": "có tủ sách", "quote": quote}
        gold = {"schema": "congvan/1", "doc": f"{family}-{n}", "header": {}, "targets": [target]}
        (tmp_path / family / "gold" / f"{family}-{n}.json").write_text(json.dumps(gold), encoding="utf-8")
    out = tmp_path / "table.md"
    assert main(["train", "ablation", "--data", str(tmp_path), "--made", "0", "--out", str(out)]) == 0
    table = out.read_text(encoding="utf-8").splitlines()
    rules = next(line for line in table if line.startswith("| held-back families | targets | rules |"))
    assert float(rules.split("|")[4]) > 0.5
    assert "layers over features, both" in capsys.readouterr().out
