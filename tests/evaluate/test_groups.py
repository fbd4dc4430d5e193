"""Figures by condition and by form."""

from __future__ import annotations

from typing import Any

import pytest

from congvan.evaluate import evaluate
from congvan.evaluate.groups import group_figures, reports_by
from congvan.evaluate.printed import printed_groups


def gold(name: str, **parts: Any) -> dict[str, Any]:
    return {"doc": name, "header": {"type": {"value": "kế hoạch", "quote": "KẾ HOẠCH"}}, **parts}


def told(name: str, value: str = "kế hoạch") -> dict[str, Any]:
    return {"source": {"path": f"{name}.pdf"}, "header": {"type": {"value": value, "quote": value}}}


GOLD = [
    gold("a", condition="hard", form="scan"),
    gold("b", condition="born-digital", form="pdf"),
    gold("c", condition="light", form="scan"),
    gold("d"),
    gold("e", condition="light", form="photo"),
]
TOLD = [told("a", "báo cáo"), told("b"), told("c"), told("d"), told("e", "báo cáo")]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("condition", {"born-digital": ["b"], "light": ["c", "e"], "hard": ["a"], "untold": ["d"]}),
        ("form", {"pdf": ["b"], "photo": ["e"], "scan": ["a", "c"], "untold": ["d"]}),
    ],
)
def test_documents_fall_into_groups_from_good_to_bad(key: str, expected: dict[str, list[str]]) -> None:
    reports = reports_by(key, GOLD, TOLD)
    assert list(reports) == list(expected)
    assert {group: sorted(report.names) for group, report in reports.items()} == expected


def test_each_group_has_figures_of_its_own() -> None:
    figures = group_figures(reports_by("condition", GOLD, TOLD))
    assert {group: told["micro"] for group, told in figures.items()} == {
        "born-digital": 1.0,
        "light": 0.5,
        "hard": 0.0,
        "untold": 1.0,
    }
    assert figures["light"]["kinds"] == {"header": 0.5}
    assert figures["light"]["documents"] == 2


def test_a_stack_falls_into_one_group() -> None:
    stack = [gold("s", condition="light"), gold("s", condition="light"), gold("s", condition="light")]
    (report,) = reports_by("condition", stack, [told("s"), told("s"), told("s", "báo cáo")]).values()
    assert list(report.documents) == ["s#1", "s#2", "s#3"]
    assert report.micro().right == 2


def test_the_table_has_a_line_a_group_and_one_for_all() -> None:
    lines = list(printed_groups("condition", reports_by("condition", GOLD, TOLD), evaluate(GOLD, TOLD)))
    assert lines[0].split() == ["condition", "docs", "micro", "macro", "header"]
    assert [line.split()[:3] for line in lines[1:]] == [
        ["born-digital", "1", "1.000"],
        ["light", "2", "0.500"],
        ["hard", "1", "0.000"],
        ["untold", "1", "1.000"],
        ["all", "5", "0.600"],
    ]
    assert len({len(line) for line in lines}) == 1
