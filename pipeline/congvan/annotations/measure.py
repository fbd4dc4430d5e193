"""Annotations measured: sentences extracted in their context, and how far two annotators agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from congvan import pipeline
from congvan.annotations.corpus import GOLD, SECOND, SENTENCES, Sentence, read_dispatches, read_sentences
from congvan.annotations.gold import GOLD_MODELS
from congvan.arbitrate.choose import choose_items
from congvan.components import canonical_of
from congvan.errors import UsageError
from congvan.evaluate.documents import read_records
from congvan.evaluate.report import Report, evaluate
from congvan.grammar.time.dates import find_dates
from congvan.text.tokens import context_of

Json = dict[str, Any]


def extract_sentence(text: str, issued_on: str | None = None, above: str | None = None) -> Json:
    """kind -> items found in a sentence, as JSON; `issued_on`: the day its dispatch was issued; `above`: its heading.

    The heading is a paragraph over the sentence. Offsets count in `text`; what is quoted from the heading is left out.
    """
    doc, since = sentence_doc(text, issued_on, above)
    canonical = context_of(doc).canonical
    found = pipeline.candidates_of(doc, GOLD_MODELS)
    own = [c for c in found if c.start >= since]
    items: Json = {}
    for kind in GOLD_MODELS:
        chosen = choose_items(kind, [c for c in own if c.kind == kind], canonical)
        items[kind] = [_moved(item.model_dump(mode="json"), since) for item in chosen]
    return items


def sentence_doc(text: str, issued_on: str | None = None, above: str | None = None) -> tuple[Doc, int]:
    """The sentence under its heading as a Doc that carries its context, and the offset at which it begins there."""
    head = f"{above}\n" if above else ""
    canonical = canonical_of(head + text)
    doc = pipeline.annotate(canonical)
    if issued_on:
        day = date.fromisoformat(issued_on)
        dates = tuple(find_dates(canonical.text, day))
        context = context_of(doc)
        doc._.context = replace(context, mentions=replace(context.mentions, dates=dates), issued_on=day)
    return doc, len(head)


def score_sentences(sentences: Iterable[Sentence]) -> Report:
    """What is found in the sentences against their gold, by kind."""
    gold, found = [], []
    for sentence in sentences:
        one = sentence.gold
        gold.append(sentence.to_dict() | {"doc": one.id, "unscored": ["header"]})
        found.append(extract_sentence(one.text, one.issued_on, one.above) | {"doc": one.id})
    return evaluate(gold, found)


def agreement(folder: Path) -> Report:
    """The second annotations (`second/gold`, `second/sentences.jsonl`) measured against the first of the same texts.

    Raises UsageError where there are none, or where one has no first.
    """
    second = folder / SECOND
    records = {f.stem: read_records(f)[0] for f in sorted((second / GOLD).glob("*.json"))}
    lines = read_records(second / SENTENCES) if (second / SENTENCES).is_file() else []
    told = [record | {"doc": name} for name, record in records.items()] + [line | {"doc": line["id"]} for line in lines]
    if not told:
        raise UsageError(f"no second annotations in {second}.", f"Put them into {GOLD}/NAME.json and {SENTENCES}.")
    first = {d.name: d.to_dict() for d in read_dispatches(folder)}
    first |= {s.gold.id: s.to_dict() | {"doc": s.gold.id, "unscored": ["header"]} for s in read_sentences(folder)}
    strangers = [one["doc"] for one in told if one["doc"] not in first]
    if strangers:
        raise UsageError(f"{second}: {', '.join(strangers)}: not annotated before.", "Annotate the same texts.")
    return evaluate([first[one["doc"]] for one in told], [one | {"source": None} for one in told])


def _moved(item: Json, by: int) -> Json:
    """The item with its offsets less those of the heading."""
    for place in (item, *item["mentions"]):
        place["start"] -= by
        place["end"] -= by
    return item
