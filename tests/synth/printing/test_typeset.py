"""Pages: every word once, inside its margins, in reading order; PDFs with the same text and bytes."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2 as pdfium
import pytest

from congvan.synth.maker import dispatches
from congvan.synth.printing.fonts import serif
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.typeset import PAGE_HEIGHT, PAGE_WIDTH, Manner, typeset

MADE = list(dispatches(8, 12))
PAGES = [typeset(d, Manner(), serif()) for d in MADE]


def test_every_word_is_set_once_and_in_order():
    for dispatch, pages in zip(MADE, PAGES, strict=True):
        for number, block in enumerate(dispatch.blocks):
            words = [w for page in pages for w in page.words if w.block == number]
            expected = [t for start, end in block.cells for t in block.text[start:end].split()]
            assert [w.text for w in words] == expected
            assert all(block.text[w.start :].startswith(w.text) for w in words)


def test_words_stay_on_the_paper_and_do_not_overlap():
    for pages in PAGES:
        for page in pages:
            for word in page.words:
                assert 0 < word.box.x0 < word.box.x1 < PAGE_WIDTH
                assert 0 < word.box.top < word.box.bottom < PAGE_HEIGHT
            for a, b in pairwise(page.words):
                if a.block == b.block and a.spaced:
                    assert a.box.x1 < b.box.x0


def test_pages_are_numbered_from_the_second():
    longest = max(PAGES, key=len)
    assert len(longest) > 1
    assert [w.text for w in longest[0].words if w.block == -1] == []
    assert [w.text for w in longest[1].words if w.block == -1] == ["2"]


def test_letterhead_stands_in_two_columns():
    dispatch, pages = MADE[0], PAGES[0]
    left = [w.box for w in pages[0].words if w.block < len(dispatch.left)]
    right = [w.box for w in pages[0].words if len(dispatch.left) <= w.block < len(dispatch.left) + len(dispatch.right)]
    assert max(b.x1 for b in left) < min(b.x0 for b in right)


def test_no_title_ends_in_one_lone_word():
    for dispatch, pages in zip(MADE, PAGES, strict=True):
        for number, block in enumerate(dispatch.blocks):
            if block.role == "subject":
                lines = {}
                for word in (w for w in pages[0].words if w.block == number):
                    lines.setdefault(word.baseline, []).append(word)
                assert len(lines) == 1 or all(len(line) > 1 for line in lines.values())


def test_the_text_layer_reads_as_it_was_written():
    document = pdfium.PdfDocument(pdf(PAGES[0]))
    layer = document[0].get_textpage().get_text_bounded()
    assert " ".join(MADE[0].left[-1].text.split()) in " ".join(layer.split())
    document.close()


def test_the_same_pages_give_the_same_bytes():
    assert pdf(PAGES[1]) == pdf(PAGES[1])


def test_a_foot_is_not_alone_on_its_page():
    lonely = 0
    for dispatch, pages in zip(MADE, PAGES, strict=True):
        foot = len(dispatch.blocks) - len(dispatch.foot_left) - len(dispatch.foot_right)
        lonely += len(pages) > 1 and not any(0 <= w.block < foot for w in pages[-1].words)
    assert lonely == 0


def test_a_missing_font_is_told_with_the_command(monkeypatch):
    from congvan.errors import SetupError
    from congvan.synth.printing import fonts

    monkeypatch.setattr(fonts, "_ROOTS", ())
    fonts.serif.cache_clear()
    with pytest.raises(SetupError, match="apt-get install fonts-croscore"):
        fonts.serif()
    fonts.serif.cache_clear()
