"""Known words of letterhead and signature block in their own spelling, for lines whose marks OCR has garbled.

`PHÓ GIÁM ĐÓC` names the same post as `PHÓ GIÁM ĐỐC`: posts and openings of bodies are closed lists, so a line that
differs from one of them in marks alone, or by one letter, is that one.
"""

from __future__ import annotations

from functools import cache

import regex

from congvan.lexicons import load
from congvan.text.folding import lowered
from congvan.text.likeness import flat, is_near

# Below this many letters one slip makes another post.
_LETTERS_FOR_SLIP = 8
_WORDS = regex.compile(r"[\p{L}\p{M}]+")


def post_of(line: str) -> str | None:
    """The post that a whole line names, in capitals with its own marks, up to one slip; None where it is none."""
    dense = "".join(c for c in flat(line) if c.isalpha())
    posts = _posts()
    if dense in posts:
        return posts[dense]
    if len(dense) < _LETTERS_FOR_SLIP:
        return None
    return next((posts[key] for key in posts if len(key) >= _LETTERS_FOR_SLIP and is_near(dense, key)), None)


def whole_post(line: str) -> str:
    """A line of capitals that is a known post without its first letter, which a seal has covered, as that post.

    `HÓ GIÁM ĐỐC` can only be `PHÓ GIÁM ĐỐC`; any other line is given back as it is.
    """
    dense = "".join(c for c in flat(line) if c.isalpha())
    if not line.isupper() or len(dense) < _LETTERS_FOR_SLIP or dense in _posts():
        return line
    return next((post for key, post in _posts().items() if key[1:] == dense), line)


def place_of(printed: str) -> str:
    """A place with the marks of the province or city it names, if it names one; else as printed."""
    known = _places().get(flat(printed), printed)
    return printed if lowered(known) == lowered(printed) else known


def mended(line: str) -> str:
    """A line of capitals with the marks of the known phrases that it holds; other words stay as they are.

    Only lines in capitals are changed, and only in marks: letters stay.
    """
    if not line.isupper():
        return line
    words = list(_WORDS.finditer(line))
    keys = [flat(word.group()) for word in words]
    out, at, n = [], 0, 0
    while n < len(words):
        phrase = next((p for p in _phrases().get(keys[n], ()) if tuple(keys[n : n + len(p[0])]) == p[0]), None)
        if phrase is None:
            n += 1
            continue
        for word, printed in zip(words[n : n + len(phrase[0])], phrase[1], strict=True):
            own_style = lowered(word.group()) == lowered(printed)  # UỶ and ỦY are both right
            out += [line[at : word.start()], word.group() if own_style else printed]
            at = word.end()
        n += len(phrase[0])
    return "".join([*out, line[at:]])


@cache
def _posts() -> dict[str, str]:
    """Letters alone, flat -> the post in capitals; longer posts first."""
    posts = sorted((row["post"] for row in load("posts")), key=lambda post: (-len(post), post))
    return {flat(post).replace(" ", ""): post.upper() for post in posts}


@cache
def _places() -> dict[str, str]:
    return {flat(row["name"]): row["name"] for row in load("provinces")}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """First flat word -> `(flat words, words in capitals)` of the phrases of two words and more, longest first."""
    names = {row["post"] for row in load("posts")} | {row["opening"] for row in load("letterhead_bodies")}
    names |= {row["name"] for row in load("letterhead_names")}
    names |= {f"{unit} {row['name']}" for row in load("provinces") for unit in ("tỉnh", "thành phố")}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        printed = tuple(name.upper().split())
        keys = tuple(flat(word) for word in printed)
        if len(keys) > 1:
            phrases.setdefault(keys[0], []).append((keys, printed))
    return phrases
