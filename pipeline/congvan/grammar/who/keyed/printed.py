"""A printed name made readable: one kind of blank and dash, abbreviations spelled out, those of the document first."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

import regex

from congvan.grammar.who.bodies import find_bodies
from congvan.lexicons import load
from congvan.text.folding import bare

# The longest list of owners in one cell of a plan's table has some 600 characters.
MAX_PRINTED = 800
# Definitions looked at in one document, and how far before its bracket a name may begin.
MAX_DEFINITIONS = 200
MAX_DEFINED = 160

_DASHES = str.maketrans("–—−‐‑", "-----")
_BLANKS = regex.compile(r"\s+")
_GLUED = regex.compile(r"(?<=\p{L}{2})(TỈNH|HUYỆN|QUẬN)(?=\s|\p{Lu})|(?<=\p{Ll}{2})(tỉnh|huyện|quận)(?=\s)")
_CITY = regex.compile(r"(?<!\p{L})(?:TP|Tp|tp)\.?\s?(?=\p{L})")
_TOWN = regex.compile(r"(?<!\p{L})(?:TX|Tx|tx)\.?\s?(?=\p{Lu})")
_AMPERSAND = regex.compile(r"\s?&\s?")
_ABOUT = r"(?:sau đây (?:được )?(?:gọi|viết)(?: tắt| chung)?|(?:gọi|viết) tắt)(?: là)?"
# `(sau đây gọi là Sở NN&PTNT)`, `(BTC)`
_DEFINITION = regex.compile(
    rf"\((?P<about>{_ABOUT})?[\s:“\"]{{0,3}}(?P<short>[^()\n“”\"]{{2,40}})[”\"]?\)", regex.IGNORECASE
)
_ACRONYM = regex.compile(r"(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d][\p{L}\d&., -]{1,20}")
_ASIDE = regex.compile(r"\([^()\n]{0,80}\)")
_CLOSE_DASH = regex.compile(r"(?<=\p{Ll})-(?=\p{Lu})")
_EDGES = regex.compile(r"^[\s\-+*•:;,.]+|[\s\-:;,.]+$")


def tidy(name: str, short: Mapping[str, str]) -> str:
    """The name in one line, composed, without brackets, abbreviations spelled out: `short` first, then the lexicon."""
    text = unicodedata.normalize("NFC", name[:MAX_PRINTED]).translate(_DASHES)
    text = _BLANKS.sub(" ", text)
    text = _GLUED.sub(lambda match: f" {match.group()} ", text)
    text = _BLANKS.sub(" ", _ASIDE.sub(" ", text))
    if short:
        text = _spelled(text, short, _pattern(tuple(sorted(short, key=lambda s: (-len(s), s)))))
    text = _CITY.sub("thành phố ", _TOWN.sub("thị xã ", text))
    text = _spelled(text, _shorts(), _lexicon())
    text = _AMPERSAND.sub(" và ", text)
    text = _EDGES.sub("", _BLANKS.sub(" ", _CLOSE_DASH.sub(" - ", text)))
    # What is in capitals stays so: else the name of a place in it would look like an abbreviation.
    return text.upper() if name.isupper() else text


def own_abbreviations(text: str) -> dict[str, str]:
    """What a document's own brackets define: abbreviation -> name of the body, as printed before the bracket.

    `(sau đây gọi là X)` defines whatever X is; a bare `(X)` only where the words' first letters spell it.
    """
    found: dict[str, str] = {}
    for count, match in enumerate(_DEFINITION.finditer(text)):
        if count >= MAX_DEFINITIONS:
            break
        short = " ".join(match["short"].split()).strip(" .,;:")
        if not match["about"] and not _ACRONYM.fullmatch(short):
            continue
        words = _body_before(text, match.start())
        if words is None or not short or not (match["about"] or _spells(short, words)):
            continue
        if bare(short) != bare(words):
            found.setdefault(short, words)
    return found


def _body_before(text: str, at: int) -> str | None:
    window = _BLANKS.sub(" ", text[max(0, at - MAX_DEFINED) : at]).rstrip()
    bodies = find_bodies(window)
    if not bodies or bodies[-1].end < len(window):
        return None
    return window[bodies[-1].start : bodies[-1].end]


def _spells(short: str, words: str) -> bool:
    """Do the letters stand in order at the beginnings of the words? `BTC` of `Ban Tổ chức`."""
    firsts = iter(word[0] for word in regex.findall(r"[\p{L}\d]+", bare(words)))
    return all(letter in firsts for letter in regex.sub(r"[^\p{L}\d]", "", bare(short)))


def _spelled(text: str, words: Mapping[str, str], pattern: regex.Pattern[str]) -> str:
    return pattern.sub(lambda match: words[match.group()], text)


@cache
def _pattern(shorts: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(r"(?<![\p{L}\d])(?:" + "|".join(map(regex.escape, shorts)) + r")(?![\p{L}\d])")


@cache
def _shorts() -> dict[str, str]:
    return {unicodedata.normalize("NFC", row["short"]): row["words"] for row in load("body_words")}


@cache
def _lexicon() -> regex.Pattern[str]:
    return _pattern(tuple(sorted(_shorts(), key=lambda short: (-len(short), short))))
