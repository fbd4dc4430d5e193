"""Makes samples: a dispatch, the file it was printed to, and its gold; a stream that a seed determines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from congvan.datamodel.document import Box
from congvan.synth.gold import Canonical, Gold, Printed, gold_record
from congvan.synth.printing.fonts import serif, width
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.plain import TEXT_FORMS
from congvan.synth.printing.typeset import Manner, Paged, SetPage, typeset
from congvan.synth.scanner.scan import LEVELS, Blank, Seal, image_file, image_pdf, scan_pages
from congvan.synth.tree import Dispatch
from congvan.synth.world.scene import draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.compose import build, compose

# The forms of a round of samples, in order: two texts, two PDFs with a text layer, three scans, one picture.
ROUND = ("text", "pdf", "scan:pen", "markdown", "scan:office", "pdf", "scan:fax", "image:poor")
_SUFFIXES = {"text": ".txt", "markdown": ".txt", "pdf": ".pdf", "scan": ".pdf", "image": ".jpg"}


@dataclass(frozen=True)
class Sample:
    """One made document: `name` is the stem of its files, `form` how it was printed, `data` the file's bytes.

    `pages` hold the place of each word where the form has pages (for scans: before skew), else it is empty.
    """

    name: str
    form: str
    suffix: str
    dispatch: Dispatch
    data: bytes
    gold: Gold
    pages: tuple[SetPage, ...] = ()

    def gold_json(self) -> str:
        """The gold file's text: stable, one attribute a line."""
        return json.dumps(self.gold, ensure_ascii=False, indent=1) + "\n"


def make(seed: int, count: int, forms: Sequence[str] = ROUND) -> Iterator[Sample]:
    """`count` samples, one at a time; the n-th depends on seed, n and forms alone.

    `forms` are taken in turn: `text`, `markdown`, `pdf`, `scan:LEVEL`, `image:LEVEL` (levels: scan.LEVELS). Types
    of dispatch are taken in turn too, so that few samples show many types. Raises ValueError for an unknown form,
    SetupError where pages are wanted and no font with all Vietnamese letters is installed.
    """
    for form in forms:
        _check(form)
    for n in range(count):
        rng = Random(f"{seed}:{n}")
        yield print_sample(f"{n + 1:03d}", _dispatch(rng, n), forms[n % len(forms)], rng)


def _check(form: str) -> None:
    medium, _, level = form.partition(":")
    if medium not in _SUFFIXES or (medium in ("scan", "image")) != bool(level) or (level and level not in LEVELS):
        known = ["text", "markdown", "pdf", *(f"{m}:{lv}" for m in ("scan", "image") for lv in LEVELS)]
        raise ValueError(f"unknown form {form!r}; known: {', '.join(known)}")


def _dispatch(rng: Random, n: int) -> Dispatch:
    """A dispatch of the n-th type in turn; the scene is drawn until its office writes that type."""
    kinds = list(BUILDERS)
    kind = kinds[n % len(kinds)]
    while True:
        scene = draw_scene(rng)
        if scene.office.kind in BUILDERS[kind][1]:
            return build(scene, kind)


def print_sample(number: str, dispatch: Dispatch, form: str, rng: Random) -> Sample:
    """The dispatch printed in the form, with its gold; `number` opens the name of its files."""
    medium, _, level = form.partition(":")
    name = f"{number}-{medium}" + (f"-{level}" if level else "")
    finish = partial(Sample, name, form, _SUFFIXES[medium], dispatch)
    if medium in TEXT_FORMS:
        written = TEXT_FORMS[medium](dispatch)
        return finish(written.text.encode(), gold_record(name, dispatch, written))
    pages = typeset(dispatch, Manner.draw(rng), serif())
    canonical = Canonical.of(dispatch)
    printed: Printed = Paged(canonical.text, canonical.starts, pages)
    gold = gold_record(name, dispatch, printed)
    clean = pdf(pages)
    if medium == "pdf":
        return finish(clean, gold, pages)
    damage = LEVELS[level]
    blanks = _blanks(dispatch, pages[0]) if damage.by_hand else []
    gold = _by_hand(gold) if blanks else gold
    images = scan_pages(clean, damage, _seal(dispatch, pages), rng, blanks)
    if medium == "scan":
        return finish(image_pdf(images, damage), gold, pages)
    # A picture file holds one page: gold keeps what stands on it.
    return finish(image_file(images[0], damage, "JPEG"), _on_first_page(gold), pages)


def _blanks(dispatch: Dispatch, page: SetPage) -> list[Blank]:
    """The digits of the number and the day: what offices fill in by hand when the page is signed."""
    roles = [block.role for block in dispatch.blocks]
    blanks: list[Blank] = []
    for word in page.words:
        role = roles[word.block] if word.block >= 0 else ""
        digits = word.text[: len(word.text) - len(word.text.lstrip("0123456789"))]
        first_number = role == "place_date" and not any(b.digits for b in blanks if b.box.top == word.box.top)
        if digits and (role == "code" or first_number):
            end = word.box.x0 + width(digits, word.font, word.size)
            blanks.append(Blank(digits, Box(word.box.x0, word.box.top, end, word.box.bottom)))
    return blanks


def _by_hand(gold: Gold) -> Gold:
    """The record with number and day marked as written by hand."""
    header = gold["header"]
    assert isinstance(header, dict)
    hand = {field: {**header[field], "handwritten": True} for field in ("code", "issued_on") if header[field]}
    return gold | {"header": header | hand}


def _seal(dispatch: Dispatch, pages: Sequence[SetPage]) -> Seal | None:
    """The space between post and name in the signature block."""
    at = dispatch.signature_at
    page = pages[-1]
    post = [w.box for w in page.words if w.block == at]
    name = [w.box for w in page.words if w.block == at + 1]
    if not post or not name:
        return None
    wide = [*post, *name]
    box = Box(min(b.x0 for b in wide), max(b.bottom for b in post), max(b.x1 for b in wide), min(b.top for b in name))
    return Seal(page.number, box, dispatch.stamp)


def _on_first_page(gold: Gold) -> Gold:
    """The record without what stands on later pages."""

    def here(item: object) -> bool:
        return isinstance(item, dict) and item.get("page", 1) == 1

    kept: Gold = {}
    for key, value in gold.items():
        if isinstance(value, list):
            kept[key] = [item for item in value if here(item)]
        elif key == "header" and isinstance(value, dict):
            kept[key] = {f: v if v is None or here(v) else None for f, v in value.items()}
        else:
            kept[key] = value
    return kept


def dispatches(seed: int, count: int) -> Iterator[Dispatch]:
    """`count` dispatches without pages, for training text models; the n-th depends on seed and n alone."""
    for n in range(count):
        yield compose(Random(f"{seed}:{n}"))
