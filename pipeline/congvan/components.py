"""The extractors as spaCy components: `nlp.add_pipe("congvan_deadlines")` works in anyone's pipeline.

Found by spaCy through the entry points `spacy_factories`. A component puts what it found as spans into
`doc.spans["congvan_deadlines"]`; each span's label is the kind (of the header `header.code`, ...), and
`span._.congvan_deadlines` is a dictionary of the attributes. The candidates themselves stand in
`doc._.congvan_deadlines` as dictionaries (a Doc is kept and sent with plain values only), with exact offsets where the
tokens of another pipeline are cut otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from congvan import pipeline
from congvan.datamodel.candidate import Candidate
from congvan.datamodel.text import CanonicalText, Paragraph
from congvan.extract import EXTRACTORS


class Component:
    """The extractor of one kind as a pipe: it has no weights, so nothing of it needs to be kept on disk."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.key = f"congvan_{kind}"
        if not Doc.has_extension(self.key):
            Doc.set_extension(self.key, default=[])
        if not Span.has_extension(self.key):
            Span.set_extension(self.key, getter=_attributes_from(self.key))

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its spans. The context that the extractors need does not stay on a doc that came without one."""
        own = Doc.has_extension("context") and doc._.context is not None
        found = pipeline.candidates_of(_with_context(doc), [self.kind])
        if not own:
            doc._.context = None  # it would be as large as the doc, and docs cross process borders
        spans = [doc.char_span(c.start, c.end, label=c.kind, alignment_mode="expand") for c in found]
        doc.spans[self.key] = [span for span in spans if span is not None]
        doc._.set(self.key, [_plain(c) for c, span in zip(found, spans, strict=True) if span is not None])
        return doc


def component_of(kind: str) -> Callable[[Language, str], Component]:
    """The spaCy factory of one kind of items, or of the header."""

    def make(nlp: Language, name: str) -> Component:
        return Component(kind)

    return Language.factory(f"congvan_{kind}", func=make)


def _attributes_from(key: str) -> Callable[[Span], dict[str, Any] | None]:
    """The getter of `span._.congvan_KIND`: its attributes; None of a span that the pipe did not make."""

    def attributes(span: Span) -> dict[str, Any] | None:
        found: list[dict[str, Any]] = span.doc._.get(key)
        for other, candidate in zip(span.doc.spans.get(key, ()), found, strict=False):
            if (other.start, other.end, other.label) == (span.start, span.end, span.label):
                return {name: value for name, value in candidate["values"].items() if value is not None}
        return None

    return attributes


def _plain(candidate: Candidate) -> dict[str, Any]:
    """The candidate's fields as a dictionary."""
    told = {field.name: getattr(candidate, field.name) for field in fields(candidate)}
    return told | {"values": dict(candidate.values), "mentions": [list(span) for span in candidate.mentions]}


def _with_context(doc: Doc) -> Doc:
    """The doc with its context; a Doc that was not made by congvan gets one from its text alone."""
    if not Doc.has_extension("context"):
        Doc.set_extension("context", default=None)
    if doc._.context is None:
        doc._.context = pipeline.context_of_text(canonical_of(doc.text))
    return doc


def canonical_of(text: str) -> CanonicalText:
    """A canonical text without pages: each line of the text is a paragraph of the body."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(at, at + len(line), 1, "body"))
        at += len(line) + 1
    return CanonicalText(text, (), tuple(paragraphs), placed=False)


header = component_of("header")
references = component_of("references")
deadlines = component_of("deadlines")
periods = component_of("periods")
targets = component_of("targets")
awards = component_of("awards")
programmes = component_of("programmes")
contacts = component_of("contacts")
recipients = component_of("recipients")

assert set(EXTRACTORS) <= set(globals())
