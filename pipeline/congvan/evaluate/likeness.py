"""How like two texts are once what does not matter is folded away, and when two quotes show the same place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

import regex

from congvan.text.folding import one_tone_style

Json = Mapping[str, Any]

# Two quotes of the same place may be cut differently; this share of them in common is enough.
SAME_QUOTE = 0.6

_DASHES = regex.compile(r"[\u2010-\u2015\u2212]")
_MARKUP = regex.compile(r"[\"'“”‘’«»*_]")
_BLANKS = regex.compile(r"\s+")
_SPACED_DASH = regex.compile(r"\s*-\s*")
_LEADING_ZEROS = regex.compile(r"^0+(?=\d)")


def plain(value: object) -> str:
    """Without case, kinds of blanks, dashes and quotation marks, closing punctuation, and the place of tone marks."""
    return _plain(str(value))


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", one_tone_style(unicodedata.normalize("NFD", text).casefold()))
    text = _MARKUP.sub("", _DASHES.sub("-", text))
    text = _BLANKS.sub(" ", text).strip(" .,;:-/")
    return _SPACED_DASH.sub("-", text)


def alike(gold: object, predicted: object) -> float:
    """Likeness of two folded texts: 1 where they are the same, 0 where nothing is, or one is empty."""
    return _ratio(plain(gold), plain(predicted))


@lru_cache(maxsize=65536)
def _ratio(gold: str, predicted: str) -> float:
    if gold == predicted:
        return 1.0
    if not gold or not predicted:
        return 0.0
    return SequenceMatcher(None, gold, predicted, autojunk=False).ratio()


def code_key(value: object) -> str:
    """A document's number without blanks, leading zeros, case and kinds of dashes; its marks count."""
    text = unicodedata.normalize("NFC", str(value)).replace("Ð", "Đ").replace("ð", "đ")
    text = _BLANKS.sub("", _DASHES.sub("-", text)).upper()
    return _LEADING_ZEROS.sub("", text)


def verbatim(value: object) -> str:
    """An address: only case and blanks around it do not count."""
    return unicodedata.normalize("NFC", str(value)).casefold().strip()


def same_quote(gold: Json, predicted: Json) -> bool:
    """Do the quotes of both show the same place? One holds the other, or they are like enough."""
    return _same_quote(plain(gold.get("quote") or ""), plain(predicted.get("quote") or ""))


@lru_cache(maxsize=65536)
def _same_quote(gold: str, predicted: str) -> bool:
    if not gold or not predicted:
        return False
    if gold in predicted or predicted in gold:
        return True
    matcher = SequenceMatcher(None, gold, predicted, autojunk=False)
    # The two quick ratios are upper bounds: they only spare the work where the answer is no.
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= SAME_QUOTE for bound in bounds)


def same_place(gold: Json, predicted: Json) -> bool:
    """Is the evidence of both the same place, by quote, by offsets in one text, or by a further mention?

    Offsets count only where the gold item says that both texts are one (`same_text`).
    """
    if same_quote(gold, predicted):
        return True
    if gold.get("same_text") and _has_span(gold) and _has_span(predicted):
        ours = list(_spans(predicted))
        return any(
            start < gold_end and gold_start < end for start, end in ours for gold_start, gold_end in _spans(gold)
        )
    return any(same_quote(gold, mention) for mention in _mentions(predicted)) or any(
        same_quote(mention, predicted) for mention in _mentions(gold)
    )


def _has_span(item: Json) -> bool:
    return isinstance(item.get("start"), int) and isinstance(item.get("end"), int)


def _spans(item: Json) -> Iterable[tuple[int, int]]:
    yield item["start"], item["end"]
    yield from ((m["start"], m["end"]) for m in _mentions(item) if "start" in m and "end" in m)


def _mentions(item: Json) -> list[Json]:
    return item.get("mentions") or []
