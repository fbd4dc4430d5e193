"""What of a web page is the document: not its navigation, forms, scripts, nor what is not shown."""

from __future__ import annotations

from itertools import islice

import regex
from lxml import etree

from congvan.reading.rows.columns import PAGE_FRAME

NEVER_SHOWN = frozenset(
    """
    head script style noscript template iframe object embed applet svg canvas audio video map button select
    option input textarea datalist del
    """.split()  # noqa: SIM905
)
_CHROME_TAGS = frozenset({"nav", "aside", "header", "footer"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
# Words in names of classes and ids, as portals have them; a whole word between dashes or lines only.
_CHROME_NAME = regex.compile(
    r"(?:^|[-_])(?:nav|navbar|menu|breadcrumbs?|sidebar|footer|header|banner|social|share|sharing|comments?|related"
    r"|cookies?|login|search|pagination|pager|toolbar|advert|ads|popup|modal|quangcao|lienquan|tinlienquan)(?:$|[-_])",
    regex.IGNORECASE,
)
_HIDDEN = regex.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", regex.IGNORECASE)
# What Word adds to a saved page: comments, marks of notes in the text.
_WORD_ASIDE = regex.compile(r"mso-element\s*:\s*comment|mso-special-character\s*:\s*comment", regex.IGNORECASE)
_WORD_CLASSES = frozenset({"MsoCommentReference"})
_NOTE_MARK = regex.compile(r"#_(?:ftn|edn)\d")
# Parts that bear the name of chrome but hold the letterhead are looked into so many deep.
SPARED_DEPTH = 5
_MOST_CANDIDATES = 20
LEAST_MAIN = 200


def main_part(root: etree._Element) -> etree._Element:
    """The part of a page that says it is the article and holds a letterhead or list of recipients; else the page."""
    named = (e for e in root.iter("article", "main", "div") if e.tag != "div" or e.get("role") == "main")
    for element in islice(named, _MOST_CANDIDATES):
        text = text_within(element)
        if len(text) >= LEAST_MAIN and PAGE_FRAME.search(text):
            return element
    return root


def is_left_out(element: etree._Element, spared: int) -> bool:
    """Is an element no part of the document? `spared`: how many it stands in that only seemed to be chrome."""
    if element.tag in NEVER_SHOWN or element.get("hidden") is not None:
        return True
    style = element.get("style", "")
    if _HIDDEN.search(style) or _WORD_ASIDE.search(style) or _WORD_CLASSES & set(element.get("class", "").split()):
        return True
    if element.tag == "a" and _NOTE_MARK.match(element.get("href", "")):
        return True
    return spared < SPARED_DEPTH and looks_like_chrome(element) and not PAGE_FRAME.search(text_within(element))


def looks_like_chrome(element: etree._Element) -> bool:
    """By its tag, its role, or the names that its makers gave it."""
    if element.tag in _CHROME_TAGS or element.get("role") in _CHROME_ROLES:
        return True
    if element.tag in ("html", "body", "td", "tr", "tbody", "p", "span", "b", "strong"):
        return False
    return any(_CHROME_NAME.search(n) for n in (*element.get("class", "").split(), element.get("id", "")))


def text_within(element: etree._Element) -> str:
    """All text below an element, blanks as they are."""
    return " ".join(element.itertext())
