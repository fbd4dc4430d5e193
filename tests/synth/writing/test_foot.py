"""Recipients with notes and braces, who signs in which capacity, the contact line."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from congvan.synth.writing.compose import compose


@pytest.fixture(scope="module")
def dispatches():
    return [compose(Random(f"foot:{seed}")) for seed in range(700)]


def recipients(dispatch):
    """(role of the block, name, note, role) of those named in the foot."""
    made = []
    for block in dispatch.foot_left:
        for fact in block.phrase.facts:
            if fact.kind == "recipients":
                words = {a: block.text[s:e] for a, (s, e) in fact.spans.items()}
                made.append((words["name"], words.get("note", fact.values.get("note")), fact.values["role"]))
    return made


def signature(dispatch, field):
    for block in dispatch.foot_right:
        for fact in block.phrase.facts:
            if fact.kind == f"header.{field}":
                start, end = fact.spans["value"]
                return " ".join(block.text[start:end].split())
    return None


def test_names_of_recipients_have_no_dash_and_no_end_mark(dispatches):
    for dispatch in dispatches:
        named = recipients(dispatch)
        assert named[-1][2] == "archive"
        assert all(role == "copy" for _, _, role in named[:-1])
        for name, note, _ in named:
            assert name[0] not in "-–+"
            assert not name.endswith((";", ".", ",", " "))
            assert note is None or (note and note[0] not in "(“}")


def test_recipients_under_a_brace_share_its_note(dispatches):
    braced = 0
    for dispatch in dispatches:
        for at, block in enumerate(dispatch.foot_left):
            if block.role == "brace":
                braced += 1
                assert 2 <= block.covers <= at
                for member in dispatch.foot_left[at - block.covers : at]:
                    (fact,) = member.phrase.facts
                    assert f"({fact.values['note']})" == block.text
            else:
                assert block.covers == 0
    assert braced > 20


def test_notes_are_spelled_in_many_ways(dispatches):
    notes = {note for d in dispatches for _, note, _ in recipients(d) if note}
    assert {"b/c", "B/c", "để báo cáo", "để th/h", "để thực hiện", "để phối hợp"} <= notes


@pytest.mark.parametrize(("kind", "first"), [("quyết định", "Như Điều 3"), ("công văn", "Như trên")])
def test_the_first_copy_goes_to_whom_the_dispatch_names(dispatches, kind, first):
    assert first in {recipients(d)[0][0] for d in dispatches if d.type == kind}


def test_the_archive_line_keeps_initials_and_copies(dispatches):
    names = [recipients(d)[-1][0] for d in dispatches]
    assert any("b)" in name and "." in name for name in names)
    assert any(name.startswith("Văn phòng") for name in names)
    assert not any(name.startswith("Lưu") and len(name) > 3 for name in names)


def test_capacities_are_those_of_the_layout(dispatches):
    seen = Counter()
    for dispatch in dispatches:
        authority = signature(dispatch, "authority") or ""
        seen.update(authority.replace(".", ". ").split()[:1])
        if dispatch.layout == "party":
            assert not authority.startswith(("TM", "KT", "TL", "TUQ"))
        elif dispatch.layout != "circular-01":
            assert "/" not in authority.partition(" ")[0]
    assert {"TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L"} <= set(seen)


def test_capacity_lines_are_one_value(dispatches):
    stacked = {signature(d, "authority") for d in dispatches}
    assert "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH" in stacked
    assert any(line and line.startswith("TL. ") and " KT. CHÁNH VĂN PHÒNG" in line for line in stacked)


def test_who_signs_for_the_head_is_a_deputy(dispatches):
    for dispatch in dispatches:
        if "KT. " in (signature(dispatch, "authority") or ""):
            assert signature(dispatch, "signer_role").startswith("PHÓ")


def test_titles_and_second_posts_are_no_part_of_the_name(dispatches):
    printed = {d.foot_right[1].text: signature(d, "signer") for d in dispatches}
    assert any(text.startswith(("ThS", "TS", "PGS", "BS")) for text in printed)
    assert any("\n" in text and not text.startswith("(") for text in printed)
    for text, name in printed.items():
        assert text.endswith(name)
        assert "." not in name
        assert "\n" not in name


def test_the_contact_line_ends_the_left_column(dispatches):
    with_line = [d for d in dispatches if d.foot_left[-1].role == "contact_line"]
    assert 0.03 < len(with_line) / len(dispatches) < 0.15
    for dispatch in with_line:
        assert dispatch.layout == "decree-30"
        kinds = {f.values["kind"] for f in dispatch.foot_left[-1].phrase.facts}
        assert "phone" in kinds
        assert kinds <= {"phone", "email", "url"}
