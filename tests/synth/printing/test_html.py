"""Web pages: the words of the dispatch once, inside its element; what stands around it is the portal's."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from random import Random

import pytest

from congvan.synth.printing.html import Habits, html


class Reading(HTMLParser):
    """The text inside and outside of the element with the dispatch; scripts and styles left out."""

    VOID = ("br", "meta")

    def __init__(self):
        super().__init__()
        self.stack, self.inside, self.outside = [], [], []
        self.tables = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.stack.append((tag, dict(attrs).get("class")))
        if tag in ("br", "p", "td", "th", "div", "li", "tr"):
            self.handle_data("\n")
        if tag == "table":
            self.tables.append(dict(attrs))

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.stack.pop()[0] == tag

    def handle_data(self, data):
        if any(tag in ("script", "style") for tag, _ in self.stack):
            return
        within = any(name == "noi-dung" for _, name in self.stack)
        (self.inside if within else self.outside).append(data)


def read(data):
    text = data.decode("utf-8")
    assert "charset=utf-8" in text or 'charset="utf-8"' in text
    reading = Reading()
    reading.feed(text)
    reading.close()
    assert reading.stack == []
    return reading


@pytest.fixture(scope="module")
def pages(dispatches):
    return [(d, read(html(d, Random(f"portal {n}")))) for n, d in enumerate(dispatches)]


def test_every_word_stands_once_inside_its_element(pages):
    for dispatch, page in pages:
        expected = Counter(t for b in dispatch.blocks for x, y in b.cells for t in b.text[x:y].split())
        assert Counter("".join(page.inside).split()) == expected


def test_blocks_stand_in_the_order_of_the_canonical_text(pages):
    for dispatch, page in pages:
        text = " ".join("".join(page.inside).split())
        at = 0
        for block in (*dispatch.left, *dispatch.right, *dispatch.body):
            if block.role != "contact_line":
                at = text.index(" ".join(block.text.replace(" | ", " ").split()), at)


def test_some_pages_have_a_menu_and_a_foot_of_their_own(pages):
    around = ["Về đầu trang" in "".join(page.outside) for _, page in pages]
    assert 0 < sum(around) < len(around)


def test_letters_are_named_numbered_or_left_as_they_are(dispatches):
    made = [html(dispatches[0], Random(n)).decode() for n in range(30)]
    found = {("&agrave;" in page or "&ocirc;" in page, "&#7" in page) for page in made}
    assert found == {(False, False), (True, False), (True, True)}


def test_letterhead_and_foot_are_tables_without_borders(pages):
    for dispatch, page in pages:
        ruled = [table["border"] == "1" for table in page.tables]
        assert not ruled[0]
        assert ruled.count(False) >= 2
        assert any(ruled) == any(b.role.startswith("row") for b in dispatch.blocks)


def test_habits_differ():
    assert len({Habits.draw(Random(n)) for n in range(60)}) > 20


def test_the_same_seed_gives_the_same_bytes(dispatches):
    assert html(dispatches[3], Random(5)) == html(dispatches[3], Random(5))
