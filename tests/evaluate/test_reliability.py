from __future__ import annotations

from xml.etree import ElementTree

from congvan.evaluate import evaluate
from congvan.evaluate.calibration import calibration_of
from congvan.evaluate.reliability import ENOUGH, by_kind, plot_svg, printed_calibration, printed_reliability


def contacts(count: int) -> tuple[dict[str, object], dict[str, object]]:
    told = [{"kind": "email", "value": f"a{n}@vd.vn", "quote": f"a{n}@vd.vn", "confidence": 0.9} for n in range(count)]
    gold = [{"kind": "email", "value": f"a{n}@vd.vn", "quote": f"a{n}@vd.vn"} for n in range(0, count, 2)]
    return {"doc": "a", "contacts": gold}, {"doc": "a", "contacts": told}


def test_a_kind_is_told_alone_where_it_has_enough_values() -> None:
    few, many = (evaluate([gold], [told]) for gold, told in (contacts(ENOUGH - 1), contacts(ENOUGH)))
    assert by_kind(few) == {}
    assert by_kind(many)["contacts"].count == ENOUGH
    assert any("contacts" in line for line in printed_reliability(many))


def test_the_table_has_a_line_a_bin_and_the_share_that_may_pass() -> None:
    told = calibration_of([(0.9, True)] * 50 + [(0.2, False)] * 50)
    lines = list(printed_calibration(told))
    assert lines[0] == "calibration error 0.1500 over 100 values and items"
    assert len(lines) == 12
    assert lines[-1].strip().startswith("straight through at 99 % precision: 0.500 (confidence 0.900 and above)")


def test_the_plot_is_an_svg_with_a_point_a_bin() -> None:
    told = calibration_of([(0.9, True)] * 50 + [(0.2, False)] * 50)
    assert told is not None
    drawn = ElementTree.fromstring(plot_svg(told, "a < b"))
    name = "{http://www.w3.org/2000/svg}"
    circles = drawn.findall(f"{name}circle")
    assert len(circles) == 10
    # Up is right: what is always right stands above what is always wrong.
    heights = [float(circle.attrib["cy"]) for circle in circles]
    assert max(heights[5:]) < min(heights[:5])
