"""How a typist writes: where tone marks stand (`hóa`, `hoá`), and slips: lost or doubled spaces and words.

Values are the words as printed, so slips change texts and move offsets, never what a fact says. Nothing that must be
exact (numbers of documents, days, figures, addresses, names of people) is touched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import regex

from congvan.synth.phrase import Edit, Fact, Phrase, edited
from congvan.synth.tree import Block

_NEW = "òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ"
_BARE = "oooooOOOOOuuuuuUUUUU"
_MOVED = {
    "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "A": "ÀÁẢÃẠ", "E": "ÈÉẺẼẸ", "Y": "ỲÝỶỸỴ",
}  # fmt: skip
# `óa`, `óe` and `úy` at the end of a syllable; `quý` has its mark on the y already.
_SYLLABLE_END = regex.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE] | [ùúủũụÙÚỦŨỤ][yY]) (?!\p{L})", regex.VERBOSE)
# Attributes in normal form: they are never spelled as the text has them.
_NORMAL = {"header.type", "header.urgency", "header.secrecy", "header.issued_on", "contacts"}


def old_marks(text: str, chosen: Callable[[], bool] = lambda: True) -> str:
    """The text with tone marks on the second vowel, where `chosen` says so; as many characters as before."""

    def moved(match: regex.Match[str]) -> str:
        if not chosen():
            return match.group()
        first, second = match.group()[0], match.group()[1]
        at = _NEW.index(first)
        return _BARE[at] + _MOVED[second][at % 5]

    return _SYLLABLE_END.sub(moved, text)


def with_old_marks(block: Block) -> Block:
    """The block and the words in its values, spelled with `old_marks`; offsets stay."""
    phrase = block.phrase
    facts = tuple(_respelled(fact) for fact in phrase.facts)
    return replace(block, phrase=replace(phrase, text=old_marks(phrase.text), facts=facts))


def _respelled(fact: Fact) -> Fact:
    if fact.kind in _NORMAL:
        return fact
    values = {a: old_marks(v) if isinstance(v, str) and a != "type" else v for a, v in fact.values.items()}
    return replace(fact, values=values)


# -- slips ---------------------------------------------------------------------------------------------------

# What is typed with care: numbers, names, marks; and heads, whose words the lines under them take as their owner.
_CAREFUL = {
    "code", "place_date", "star", "title", "authority", "signer", "urgency", "secrecy", "contact_line", "brace",
    "nation", "motto", "row_head", "part", "enacting", "annex_head",
}  # fmt: skip
# Facts inside which nothing is touched, and those that bear a lost space or a doubled word in their free words.
_EXACT = {"contacts", "programmes", "header.code", "header.issued_on", "header.signer", "header.type", "awards"}
_FREE = {"task", "title", "metric", "what", "population", "owner"}
_GAP = regex.compile(r"(?<=\p{L})\ (?=\p{L})", regex.VERBOSE)
_STOP = regex.compile(r"(?<=\p{Ll})[,;.]\ (?=\p{L})", regex.VERBOSE)
_DASH = regex.compile(r"(?<=\p{L})\ -\ (?=\p{L})", regex.VERBOSE)
_DOUBLED = regex.compile(r"\b(?:các|của|và|trong|về|cho|được|việc|theo|với|những) (?=\p{Ll})")
_TONED = regex.compile(r"(?<=\p{Ll})[àáảãạầấẩẫậằắẳẵặèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ](?=\p{Ll})")
_TONES = regex.compile(r"[\u0300\u0301\u0303\u0309\u0323]")
# Sorts of slips, and how common each is beside the others.
_SORTS = {
    "double space": 6, "lost space": 1, "glued stop": 2, "early stop": 2, "dash": 2, "doubled word": 1, "lost tone": 1,
}  # fmt: skip
# Characters a slip, by how much care a typist takes; None takes all. By eye over real pages, no count behind them.
_CARE = (None, None, None, None, 2500, 1400, 900, 600, 260)


@dataclass(frozen=True)
class Hand:
    """A typist's habits, one for a document: `marks` is `new`, `old` or `mixed`; `care` characters hold one slip (None:
    no slips); `item_dash` opens dashed paragraphs."""

    rng: Random
    marks: str
    care: int | None
    item_dash: str

    @classmethod
    def draw(cls, rng: Random, old_share: float) -> Hand:
        """`old_share`: the share of typists who write `hoá`; half as many again write both."""
        dice = rng.random()
        marks = "old" if dice < old_share else "mixed" if dice < 1.5 * old_share else "new"
        dash = rng.choice(("- ", "- ", "- ", "- ", "- ", "-", "– ", "+ "))
        return cls(Random(rng.random()), marks, rng.choice(_CARE), dash)

    def written(self, block: Block) -> Block:
        """The block as this typist leaves it."""
        if self.marks == "old":
            block = with_old_marks(block)
        elif self.marks == "mixed" and not block.text.endswith(":"):
            mixed = old_marks(block.text, lambda: self.rng.random() < 0.5)
            block = replace(block, phrase=replace(block.phrase, text=mixed))
        if block.role == "dash" and block.text.startswith("- ") and self.item_dash != "- ":
            block = replace(block, phrase=edited(block.phrase, [Edit(0, 2, self.item_dash)]))
        if self.care is None or block.role in _CAREFUL or block.text.endswith(":"):
            return block
        return replace(block, phrase=edited(block.phrase, self._slips(block.phrase)))

    def _slips(self, phrase: Phrase) -> list[Edit]:
        """As many slips as the length of the text earns, none beside another; some sorts are commoner."""
        assert self.care is not None
        wanted = int(len(phrase.text) / self.care + self.rng.random())
        options = slips(phrase) if wanted else {}
        sorts = [sort for sort, edits in options.items() if edits]
        chosen: list[Edit] = []
        for _ in range(wanted if sorts else 0):
            edits = options[self.rng.choices(sorts, [_SORTS[sort] for sort in sorts])[0]]
            edit = edits[self.rng.randrange(len(edits))]
            if all(abs(edit.at - other.at) > 12 for other in chosen):
                chosen.append(edit)
        return chosen


def slips(phrase: Phrase) -> dict[str, list[Edit]]:
    """Sort of slip (a key of _SORTS) -> every such slip in the phrase that leaves its values true."""
    text = phrase.text
    made: dict[str, list[Edit]] = {sort: [] for sort in _SORTS}
    for match in _GAP.finditer(text):
        at = match.start()
        if _loose(phrase, at):
            made["double space"].append(Edit(at + 1, 0, " "))
            if text[match.end()].islower() and _free(phrase, at):
                made["lost space"].append(Edit(at, 1, ""))
    for match in _STOP.finditer(text):
        at = match.start()
        if _loose(phrase, at):
            made["glued stop"].append(Edit(at + 1, 1, ""))
            made["early stop"].append(Edit(at, 0, " "))
    for match in _DASH.finditer(text):
        before, after = match.start(), match.end() - 1
        if _loose(phrase, before) and _loose(phrase, after):
            made["dash"] += [Edit(before, 1, ""), Edit(after, 1, ""), Edit(before + 1, 1, "–")]
    for match in _DOUBLED.finditer(text):
        if _free(phrase, match.start()) and _free(phrase, match.end()):
            made["doubled word"].append(Edit(match.start(), 0, match.group()))
    for match in _TONED.finditer(text):
        if _free(phrase, match.start()) and _free(phrase, match.end()):
            made["lost tone"].append(Edit(match.start(), 1, toneless(match.group())))
    return made


def toneless(letter: str) -> str:
    """`ế` as `ê`: the letter without its tone mark."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", letter)))


def _loose(phrase: Phrase, at: int) -> bool:
    """Whether no fact that must be exact holds the character or touches it."""
    return not any(f.kind in _EXACT and f.start <= at <= f.end for f in phrase.facts)


def _free(phrase: Phrase, at: int) -> bool:
    """Whether words may be lost or doubled here: in no fact's words, or in words that are its value as they stand."""
    for fact in phrase.facts:
        if not fact.start - 1 <= at <= fact.end:
            continue
        held = [span for attr, span in fact.spans.items() if attr in _FREE and span[0] < at < span[1] - 1]
        if not held or fact.kind in _EXACT:
            return False
    return True
