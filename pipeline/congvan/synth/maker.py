"""Makes samples: dispatches, the file they were printed to, their gold, and the truth about its pages; one at a time.

What a sample holds hangs on the seed, its number and its form alone: how many are made, and in which order forms are
asked for, changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import regex

from congvan.synth.forms import asked, dispatches_in, form_at, medium_of, suffix_of
from congvan.synth.gold import Gold
from congvan.synth.presses import PRESSES, Job
from congvan.synth.tree import Dispatch
from congvan.synth.truth import TruePage, truth_json
from congvan.synth.world.scene import draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.compose import build, compose

# A JSON array of numbers alone, spread over lines.
_NUMBERS = regex.compile(r"\[\n[\s\d.,-]+\]")


@dataclass(frozen=True)
class Sample:
    """One made file: `name` is its stem, `form` how it was printed (forms.py), `data` its bytes.

    `gold`: a record for each of the `dispatches`; `pages`: what stands where, empty where the form has no pages;
    `texts`: of each dispatch its pages and the text that the offsets of its gold count in.
    """

    name: str
    form: str
    suffix: str
    dispatches: tuple[Dispatch, ...]
    data: bytes
    gold: tuple[Gold, ...]
    pages: tuple[TruePage, ...]
    texts: tuple[tuple[list[int], str], ...]

    def gold_json(self) -> str:
        """The gold file's text: a record, or a list of them where the file holds several dispatches; stable."""
        told = self.gold[0] if len(self.gold) == 1 else list(self.gold)
        # A box a line, not a number; strings hold no line breaks of their own in JSON.
        text = json.dumps(told, ensure_ascii=False, indent=1)
        return _NUMBERS.sub(_on_one_line, text) + "\n"

    def truth_json(self) -> str:
        """The truth about the file's pages and texts; stable."""
        return truth_json(self.name, self.pages, self.texts)


def _on_one_line(numbers: regex.Match[str]) -> str:
    return f"[{' '.join(numbers.group()[1:-1].split())}]"


def make(seed: int, count: int, forms: Sequence[str] = ()) -> Iterator[Sample]:
    """`count` samples, one at a time; the n-th depends on seed, n and the set of forms alone.

    `forms`: names as `forms.asked` takes them; without, all forms as often as `forms.SHARES` says. Types of dispatch
    come in rounds, so that few samples show many types. Raises ValueError for an unknown form, SetupError where pages
    are wanted and no font with all Vietnamese letters is installed.
    """
    chosen = asked(forms)
    return (sample_at(seed, n, form_at(seed, n, chosen)) for n in range(count))


def sample_at(seed: int, n: int, form: str) -> Sample:
    """The n-th sample (from 0) of a seed in this form."""
    name = f"{n + 1:04d}-{form.replace(':', '-')}"
    count = dispatches_in(form)
    dispatches = stack_at(seed, n, count) if count > 1 else (dispatch_at(seed, n),)
    made = PRESSES[medium_of(form)](Job(name, form, dispatches, Random(f"{seed}:{n}:{form}")))
    return Sample(name, form, suffix_of(form), dispatches, made.data, made.gold, made.pages, made.texts)


def dispatch_at(seed: int, n: int, member: int = 0) -> Dispatch:
    """The n-th dispatch of a seed, whatever it is printed to; `member` counts further ones in one file.

    The scene is drawn until its office writes the type whose turn it is.
    """
    rng = Random(f"{seed}:{n}:{member}")
    kind = _kind_at(seed, n + member)
    while True:
        scene = draw_scene(rng)
        if scene.office.kind in BUILDERS[kind][1]:
            return build(scene, kind)


def _kind_at(seed: int, n: int) -> str:
    """The type of the n-th dispatch: types come in rounds, each shuffled anew."""
    kinds = list(BUILDERS)
    Random(f"{seed}:types:{n // len(kinds)}").shuffle(kinds)
    return kinds[n % len(kinds)]


def stack_at(seed: int, n: int, count: int) -> tuple[Dispatch, ...]:
    """The dispatches of the n-th file where it holds several; none is secret: a mark on one closes the whole file."""
    found: list[Dispatch] = []
    member = 0
    while len(found) < count:
        dispatch = dispatch_at(seed, n, member)
        if not is_secret(dispatch):
            found.append(dispatch)
        member += 1
    return tuple(found)


def is_secret(dispatch: Dispatch) -> bool:
    """Does the dispatch bear a secrecy mark?"""
    return any(fact.kind == "header.secrecy" for block in dispatch.blocks for fact in block.phrase.facts)


def dispatches(seed: int, count: int) -> Iterator[Dispatch]:
    """`count` dispatches without pages, for training text models; the n-th depends on seed and n alone."""
    for n in range(count):
        yield compose(Random(f"{seed}:{n}"))
