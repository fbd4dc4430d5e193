"""The cells above the body: issuers, numbers as typists leave them, marks, places and days, addressees."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from congvan.synth.writing.compose import compose


@pytest.fixture(scope="module")
def dispatches():
    return [compose(Random(f"letterhead:{seed}")) for seed in range(500)]


def told(dispatch, kind):
    """(block, fact) of each fact of the kind."""
    return [(b, f) for b in dispatch.blocks for f in b.phrase.facts if f.kind == kind]


def value(dispatch, kind):
    found = told(dispatch, kind)
    if not found:
        return None
    block, fact = found[0]
    if "value" in fact.spans:
        start, end = fact.spans["value"]
        return " ".join(block.text[start:end].split())
    return fact.values["value"]


def block(dispatch, role):
    return next((b for b in dispatch.blocks if b.role == role), None)


def test_every_header_field_is_told_at_most_once(dispatches):
    for dispatch in dispatches:
        kinds = Counter(f.kind for b in dispatch.blocks for f in b.phrase.facts if f.kind.startswith("header."))
        assert max(kinds.values()) == 1, kinds
        assert {"header.type", "header.issuer", "header.place", "header.subject"} <= set(kinds)


def test_the_number_is_what_stands_after_its_cue_without_spaces(dispatches):
    for dispatch in dispatches:
        printed = block(dispatch, "code").text
        code = value(dispatch, "header.code")
        if code is None:
            assert not any(c.isdigit() for c in printed.partition("/")[0])
        else:
            assert "".join(printed.removeprefix("Số").lstrip(" :").split()) == code


def test_numbers_have_the_habits_of_real_ones(dispatches):
    printed = [block(d, "code").text for d in dispatches]
    codes = [code for d in dispatches if (code := value(d, "header.code"))]
    assert 0.02 < 1 - len(codes) / len(printed) < 0.12
    assert any(" /" in text for text in printed)
    assert any("–" in code for code in codes)
    assert any(code.partition("/")[0][-1].isalpha() for code in codes if "-" not in code.partition("/")[0])
    assert any("KHPH-" in code or "KHLT-" in code for code in codes)
    assert any(code.count("/") == 2 for code in codes)


def test_party_and_youth_number_in_their_own_manner(dispatches):
    for dispatch in dispatches:
        own = dispatch.layout in ("party", "youth")
        assert (block(dispatch, "star") is not None) == own
        code = value(dispatch, "header.code")
        if own and code:
            assert code[: code.index("/")].replace("–", "-").count("-") == 1
        nation = block(dispatch, "nation").text
        assert nation.replace("HOÀ", "HÒA") == {
            "party": "ĐẢNG CỘNG SẢN VIỆT NAM",
            "youth": "ĐOÀN TNCS HỒ CHÍ MINH",
        }.get(dispatch.layout, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


def test_a_day_not_filled_in_is_null_and_its_place_is_kept(dispatches):
    blank = [d for d in dispatches if value(d, "header.issued_on") is None]
    assert blank
    for dispatch in blank:
        assert value(dispatch, "header.place")
        assert "ngày" in block(dispatch, "place_date").text
    for dispatch in dispatches:
        if day := value(dispatch, "header.issued_on"):
            assert str(date.fromisoformat(day).year) in block(dispatch, "place_date").text


def test_marks_of_secrecy_and_urgency_are_rare_and_stand_at_the_left(dispatches):
    secret = [d for d in dispatches if block(d, "secrecy")]
    urgent = [d for d in dispatches if block(d, "urgency")]
    assert 0.01 < len(secret) / len(dispatches) < 0.05
    assert 0.02 < len(urgent) / len(dispatches) < 0.12
    for dispatch in secret:
        assert block(dispatch, "secrecy") in dispatch.left
        assert value(dispatch, "header.secrecy") in ("mật", "tối mật", "tuyệt mật")
    for dispatch in urgent:
        assert value(dispatch, "header.urgency") in ("khẩn", "thượng khẩn", "hỏa tốc")


def test_joint_issuers_are_one_value_with_no_parent(dispatches):
    joint = [d for d in dispatches if "PHỐI HỢP" in d.body[0].text]
    assert joint
    for dispatch in joint:
        assert value(dispatch, "header.parent") is None
        assert value(dispatch, "header.type") in ("kế hoạch", "hướng dẫn", "chương trình")
        assert [b.role for b in dispatch.foot_right] == ["authority", "signer"] * 2
        assert not any(b.phrase.facts for b in dispatch.foot_right[2:])
        issuer = value(dispatch, "header.issuer")
        assert issuer == " ".join(block(dispatch, "issuer").text.split())


def test_issuers_run_over_one_to_four_lines(dispatches):
    lines = Counter(block(d, "issuer").text.count("\n") + 1 for d in dispatches)
    assert {1, 2, 3} <= set(lines)
    assert max(lines) <= 4


def test_addressees_have_neither_cue_nor_dash(dispatches):
    forms = set()
    for dispatch in dispatches:
        for at, fact in told(dispatch, "recipients"):
            if fact.values["role"] == "addressee":
                start, end = fact.spans["name"]
                assert at.text[start:end][0].isalpha()
                assert not at.text[start:end].startswith("Kính")
                forms.add((at.role, at.text[fact.start : fact.start + 4] == "Kính", "- " in at.text[:14]))
    # one line, a list, a list that begins beside the cue
    assert {("salutation", True, False), ("addressee", False, True), ("salutation", True, True)} <= forms
