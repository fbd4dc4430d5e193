"""Annotations as spaCy's DocBin: spans to train on, and the JSON they came from in `doc.user_data["congvan"]`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, DocBin

from congvan import pipeline
from congvan.annotations.exchange.placed import regions_of

KEY = "congvan"


def to_docbin(annotated: Iterable[tuple[str, dict[str, Any]]]) -> DocBin:
    """(text, gold or record as JSON) -> Docs of congvan's tokens, one span group a kind; a header field's label is
    `header.code`. Spans end at tokens; the JSON keeps exact quotes and attributes."""
    return DocBin(docs=(_doc(text, told) for text, told in annotated), store_user_data=True)


def from_docbin(kept: DocBin) -> Iterator[tuple[str, dict[str, Any]]]:
    """(text, JSON) of each Doc, as they were given to `to_docbin`."""
    for doc in kept.get_docs(pipeline.nlp().vocab):
        yield doc.text, json.loads(doc.user_data[KEY])


def _doc(text: str, told: dict[str, Any]) -> Doc:
    doc = pipeline.nlp().make_doc(text)
    groups: dict[str, list[Any]] = {}
    for region in regions_of(text, told):
        if region.head is None:
            span = doc.char_span(region.start, region.end, label=region.label, alignment_mode="expand")
            groups.setdefault(region.label.partition(".")[0], []).append(span)
    for kind, spans in groups.items():
        doc.spans[kind] = [span for span in spans if span is not None]
    doc.user_data[KEY] = json.dumps(told, ensure_ascii=False)
    return doc
