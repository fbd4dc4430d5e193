from __future__ import annotations

import re
from pathlib import Path

import pytest

import congvan
from congvan.arbitrate.checks import CHECKS
from congvan.arbitrate.confidence import log_odds, weights
from congvan.arbitrate.explain import explain
from congvan.arbitrate.sources import agreeing, joint, leading, source_of
from congvan.datamodel.record import Record
from congvan.errors import UsageError
from congvan.extract.awards import SCORES as AWARDS
from congvan.extract.references import SCORES as REFERENCES
from congvan.extract.targets import SCORES as TARGETS
from congvan.lexicons import load
from congvan.pipeline import extract

LETTER = """UBND HUYỆN SUỐI NGÀN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA\tĐộc lập - Tự do - Hạnh phúc
Số: 17/VHTT-NV\tSuối Ngàn, ngày 08 tháng 3 năm 2022
V/v báo cáo hội thi

Kính gửi: Các xã, thị trấn.

Đề nghị các xã, thị trấn gửi báo cáo về Phòng Văn hóa trước thứ Sáu, ngày 15/3/2022.
"""


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Record:
    file = tmp_path_factory.mktemp("thu") / "a.txt"
    file.write_text(LETTER, encoding="utf-8")
    return extract(file).records[0]


def test_a_value_is_told_with_its_rule_sentence_checks_and_parts(letter: Record) -> None:
    told = explain(letter, "deadlines.1.due_on")
    assert told.values == {"due_on": "2022-03-15"}
    assert told.rule.startswith("deadlines.")
    assert (told.before + told.found.quote + told.after) in LETTER
    assert [flag.flag for flag in told.flags] == ["weekday_against_date"]
    assert "check" in told.contributions
    assert sum(told.contributions.values()) == pytest.approx(log_odds(told.found.confidence), abs=0.05)
    assert not told.unsettled


def test_an_item_is_told_with_all_its_values(letter: Record) -> None:
    assert {"due_on", "task", "owner"} <= set(explain(letter, "deadlines.1").values)


def test_how_a_scan_was_read_is_what_the_other_parts_leave_over(letter: Record) -> None:
    scan = letter.model_copy(update={"source": letter.source.model_copy(update={"reading": "fast"})})
    code = scan.header.code.model_copy(update={"confidence": 0.4})  # type: ignore[union-attr]
    told = explain(scan.model_copy(update={"header": scan.header.model_copy(update={"code": code})}), "header.code")
    assert told.contributions["read"] < 0
    assert sum(told.contributions.values()) == pytest.approx(log_odds(0.4))


def test_a_confidence_of_other_weights_is_told_as_such(letter: Record) -> None:
    code = letter.header.code.model_copy(update={"confidence": 0.4})  # type: ignore[union-attr]
    told = explain(letter.model_copy(update={"header": letter.header.model_copy(update={"code": code})}), "header.code")
    assert told.unsettled
    assert "read" not in told.contributions


@pytest.mark.parametrize("field", ["header.signer", "header.colour", "deadlines", "deadlines.0", "deadlines.9", "x.1"])
def test_a_field_that_is_not_there_is_told(letter: Record, field: str) -> None:
    with pytest.raises(UsageError, match="There are: header"):
        explain(letter, field)


def test_an_attribute_that_is_not_there_is_told(letter: Record) -> None:
    with pytest.raises(UsageError):
        explain(letter, "deadlines.1.colour")


def test_every_rule_has_its_words() -> None:
    told = {row["by"] for row in load("extractors")}
    used = {f"awards.{name}" for name in AWARDS} | {f"references.{name}" for name in REFERENCES}
    used |= {f"targets.{name.replace(' ', '-')}" for name in TARGETS}
    kinds = "header|references|deadlines|periods|programmes|recipients"
    for file in (Path(congvan.__file__).parent / "extract").glob("*.py"):
        used |= set(re.findall(rf'"((?:{kinds})\.[a-z_]+(?:\.[a-z_]+)?)"', file.read_text(encoding="utf-8")))
    used -= {name for name in used if name.startswith("header.") and name.count(".") == 1}
    assert len(used) > 30
    assert used <= told


def test_every_rule_that_was_seen_in_fitting_has_its_words() -> None:
    told = {row["by"] for row in load("extractors")}
    seen = {name.partition(":")[2] for name in weights() if name.startswith("rule:")}
    assert {name for name in seen if source_of(name) != "model"} <= told


def test_every_part_of_a_confidence_and_every_check_has_its_words() -> None:
    assert {name.partition(":")[0] for name in weights()} <= {row["family"] for row in load("contributions")}
    assert list(CHECKS) == [row["flag"] for row in load("checks")]


@pytest.mark.parametrize(
    ("best", "others", "by"),
    [
        ("deadlines.dated", [], "deadlines.dated"),
        ("deadlines.dated", ["deadlines.event"], "deadlines.dated"),
        ("deadlines.dated", ["model.duties"], "deadlines.dated+model.duties"),
        ("model.duties", ["deadlines.event", "deadlines.dated"], "model.duties+deadlines.dated"),
    ],
)
def test_by_tells_who_agrees(best: str, others: list[str], by: str) -> None:
    assert joint(best, others) == by
    assert leading(by) == best
    assert len(agreeing(by)) == by.count("+")
