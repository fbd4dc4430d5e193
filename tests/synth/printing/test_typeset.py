"""Pages: every word once, inside its margins, in reading order; regions around what they name; stable PDFs."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import pypdfium2 as pdfium
import pytest

from congvan.synth.printing.fonts import FAMILY_NAMES, family
from congvan.synth.printing.paper import NO_BLOCK, PAGE_HEIGHT, PAGE_WIDTH, REGIONS
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.typeset import Manner, signature_page, typeset
from congvan.synth.tree import LAYOUTS


@pytest.fixture(scope="module")
def printed(dispatches):
    """(dispatch, its pages), each by another office's manner and in another face."""
    return [
        (d, typeset(d, Manner.draw(Random(n)), family(FAMILY_NAMES[n % len(FAMILY_NAMES)])))
        for n, d in enumerate(dispatches)
    ]


def words_of(pages, block):
    return [w for page in pages for w in page.words if w.block == block]


def boxes(page, name):
    return [box for region, box in page.regions if region == name]


def holds(outer, inner, slack=0.5):
    return (
        outer.x0 - slack <= inner.x0
        and outer.top - slack <= inner.top
        and inner.x1 <= outer.x1 + slack
        and inner.bottom <= outer.bottom + slack
    )


def with_long_annex(dispatches):
    """One whose first annex fills more than a page."""
    return next(d for d in dispatches if d.annexes and len(d.annexes[0]) > 40)


# -- words ---------------------------------------------------------------------------------------------------


def test_every_word_is_set_once_and_in_order(printed):
    for dispatch, pages in printed:
        for number, block in enumerate(dispatch.blocks):
            words = words_of(pages, number)
            assert [w.text for w in words] == [t for a, b in block.cells for t in block.text[a:b].split()]
            assert all(block.text[w.start :].startswith(w.text) for w in words)


def test_words_stay_on_the_paper(printed):
    for _, pages in printed:
        for word in (w for page in pages for w in page.words):
            assert 0 < word.box.x0 < word.box.x1 < PAGE_WIDTH
            assert 0 < word.box.top < word.box.bottom < PAGE_HEIGHT


def test_words_do_not_overlap(printed):
    for dispatch, pages in printed:
        for page in pages:
            for a, b in combinations(page.words, 2):
                # Lines of close leading share a little of the height that faces keep for marks.
                lower = min(a.box.bottom, b.box.bottom) - max(a.box.top, b.box.top)
                apart = max(a.box.x0, b.box.x0) >= min(a.box.x1, b.box.x1) - 0.01
                assert apart or lower < 0.2 * min(a.size, b.size), (dispatch.type, page.number, a.text, b.text)


def test_words_of_a_table_stay_between_its_rules(printed):
    for dispatch, pages in printed:
        roles = [block.role for block in dispatch.blocks]
        for page in pages:
            upright = [r for r in page.rules if r.x0 == r.x1]
            for word in (w for w in page.words if w.block >= 0 and roles[w.block].startswith("row")):
                middle = (word.box.top + word.box.bottom) / 2
                crossed = [r.x0 for r in upright if min(r.y0, r.y1) < middle < max(r.y0, r.y1)]
                assert not [x for x in crossed if word.box.x0 < x < word.box.x1]


def test_no_rule_strikes_through_a_word(printed):
    for _, pages in printed:
        for page in pages:
            for rule in (r for r in page.rules if r.y0 == r.y1):
                for word in page.words:
                    across = rule.x0 < word.box.x1 and word.box.x0 < rule.x1
                    # Between the height of small letters and the baseline.
                    assert not (across and word.baseline - 0.5 * word.size < rule.y0 < word.baseline + 0.5)


# -- pages ---------------------------------------------------------------------------------------------------


def test_pages_are_numbered_from_the_second(dispatches):
    for dispatch in dispatches:
        pages = typeset(dispatch, Manner(), family("Tinos"))
        shown = [[w.text for w in page.words if boxes(page, "page-number") == [w.box]] for page in pages]
        assert shown == [[], *([str(n)] for n in range(2, len(pages) + 1))]


def test_an_office_may_number_each_annex_anew(dispatches):
    annexed = with_long_annex(dispatches)
    pages = typeset(annexed, Manner(own_numbers=True), family("Tinos"))
    first = next(page for page in pages if words_of([page], annexed.annexes_at))
    after = pages[first.number]
    assert boxes(first, "page-number") == []
    assert [w.text for w in after.words if boxes(after, "page-number") == [w.box]] == ["2"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_says_where_the_page_number_stands(printed, layout):
    found = [box for d, pages in printed if d.layout == layout for page in pages for box in boxes(page, "page-number")]
    assert found
    for box in found:
        if layout == "circular-01":
            assert box.top > PAGE_HEIGHT * 0.9
            assert box.x0 > PAGE_WIDTH * 0.8
        else:
            assert box.bottom < PAGE_HEIGHT * 0.1
            assert box.middle == pytest.approx(PAGE_WIDTH / 2)


def test_each_annex_begins_on_a_page_of_its_own(printed):
    for dispatch, pages in printed:
        at = dispatch.annexes_at
        for annex in dispatch.annexes:
            page = next(p for p in pages if words_of([p], at))
            assert min(w.block for w in page.words if w.block >= 0) == at
            at += len(annex)


def test_a_signature_is_never_alone_on_its_page(printed):
    for dispatch, pages in printed:
        page = signature_page(dispatch, pages)
        assert any(dispatch.body_at <= w.block < dispatch.foot_at for w in page.words)


def test_a_signature_stands_on_one_page(printed):
    for dispatch, pages in printed:
        signing = range(dispatch.signature_at, dispatch.annexes_at)
        assert len([p for p in pages if any(w.block in signing for w in p.words)]) == 1


def test_a_table_head_is_repeated_where_the_office_does_so(dispatches):
    annexed = with_long_annex(dispatches)
    head = next(b for b in annexed.annexes[0] if b.role == "row_head").text.split()
    for repeat in (True, False):
        pages = typeset(annexed, Manner(repeat_head=repeat), family("Tinos"))
        again = [w.text for w in pages[-2].words if w.block == NO_BLOCK]
        assert (again[1:] == [t for t in head if t != "|"]) is repeat


# -- regions -------------------------------------------------------------------------------------------------

# Part of a dispatch -> the region its words stand in.
_REGION_OF = {
    "title": "title",
    "subject": "title",
    "salutation": "addressees",
    "addressee": "addressees",
    "contact_line": "contact-line",
    "authority": "signature",
    "signer": "signature",
    "recipients_head": "recipients",
    "recipient": "recipients",
    "brace": "recipients",
    "row": "table",
    "row_head": "table",
}


def regions_of(dispatch, number):
    role = dispatch.blocks[number].role
    if number < len(dispatch.left):
        return {"header-left"}
    if number < dispatch.body_at:
        return {"header-right"}
    found = {_REGION_OF.get(role, "")} - {""}
    if number >= dispatch.annexes_at:
        return found | {"annex"}
    return found or {"body"}


def test_words_stand_in_their_regions_and_in_no_others(printed):
    for dispatch, pages in printed:
        for page in pages:
            for word in (w for w in page.words if w.block >= 0):
                around = {name for name, box in page.regions if holds(box, word.box)}
                wanted = regions_of(dispatch, word.block)
                assert wanted <= around
                assert around <= wanted | {"body", "mark"}


def test_regions_have_known_names_and_stay_on_the_paper(printed):
    seen = set()
    for _, pages in printed:
        for page in pages:
            for name, box in page.regions:
                seen.add(name)
                assert 0 < box.x0 < box.x1 < PAGE_WIDTH
                assert 0 < box.top < box.bottom < PAGE_HEIGHT
    assert seen == set(REGIONS)


def test_there_is_a_signature_region_for_each_who_signs(printed):
    for dispatch, pages in printed:
        signers = sum(block.role == "signer" for block in dispatch.foot_right)
        assert len(boxes(signature_page(dispatch, pages), "signature")) == signers


def test_names_of_two_who_sign_stand_side_by_side(printed):
    joint = [pair for pair in printed if sum(b.role == "signer" for b in pair[0].foot_right) == 2]
    assert joint
    for dispatch, pages in joint:
        numbers = [n for n, b in enumerate(dispatch.foot_right, dispatch.signature_at) if b.role == "signer"]
        first, second = (words_of(pages, n) for n in numbers)
        assert first[0].baseline == pytest.approx(second[0].baseline)


def test_letterhead_stands_in_two_columns(printed):
    for _, (page, *_) in printed:
        (left,), (right,) = boxes(page, "header-left"), boxes(page, "header-right")
        assert left.x1 < right.x0


def test_marks_of_secrecy_and_urgency_are_framed_in_red(printed):
    for dispatch, (page, *_) in printed:
        marked = [n for n, b in enumerate(dispatch.left) if b.role in ("secrecy", "urgency")]
        assert len(boxes(page, "mark")) == len(marked)
        for number, box in zip(marked, boxes(page, "mark"), strict=True):
            words = words_of([page], number)
            assert all(w.red and holds(box, w.box) for w in words)
        assert sum(rule.red for rule in page.rules) == 4 * len(marked)


def test_the_contact_line_stands_at_the_foot_of_page_1_under_a_rule(printed):
    found = 0
    for _, pages in printed:
        for page in pages:
            for box in boxes(page, "contact-line"):
                found += 1
                assert page.number == 1
                assert any(r.y0 == r.y1 == box.top for r in page.rules)
                assert all(w.box.bottom <= box.top or holds(box, w.box) for w in page.words)
    assert found


def test_no_title_ends_in_one_lone_word(printed):
    for dispatch, pages in printed:
        for number, block in enumerate(dispatch.blocks):
            if block.role == "subject":
                lines = {}
                for word in words_of(pages[:1], number):
                    lines.setdefault(word.baseline, []).append(word)
                assert len(lines) == 1 or all(len(line) > 1 for line in lines.values())


# -- the PDF -------------------------------------------------------------------------------------------------


def layer(data):
    document = pdfium.PdfDocument(data)
    text = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    document.close()
    return text


def test_the_text_layer_gives_back_the_words_of_each_page(printed):
    for _, pages in printed:
        for page, text in zip(pages, layer(pdf(pages)), strict=True):
            assert sorted("".join(text.split())) == sorted("".join(w.text for w in page.words))
            for a, b in pairwise(page.words):
                assert not a.spaced or f"{a.text} {b.text}" in text


def test_the_same_pages_give_the_same_bytes(printed):
    assert pdf(printed[1][1]) == pdf(printed[1][1])
