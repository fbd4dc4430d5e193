"""The extractors as spaCy components: `nlp.add_pipe("congvan_deadlines")` works in anyone's pipeline.

Found by spaCy through the entry points `spacy_factories`. A component puts its items as spans into
`doc.spans["congvan_deadlines"]` and the candidates themselves into `doc._.congvan_deadlines`.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from congvan import pipeline
from congvan.datamodel.text import CanonicalText, Paragraph
from congvan.extract import EXTRACTORS

Component = Callable[[Doc], Doc]


def component_of(kind: str) -> Callable[[Language, str], Component]:
    """The spaCy factory of one kind of items."""
    key = f"congvan_{kind}"

    def make(nlp: Language, name: str) -> Component:
        if not Doc.has_extension(key):
            Doc.set_extension(key, default=[])

        def component(doc: Doc) -> Doc:
            found = pipeline.candidates_of(_with_context(doc), [kind])
            spans = [doc.char_span(c.start, c.end, label=kind, alignment_mode="expand") for c in found]
            doc.spans[key] = [span for span in spans if span is not None]
            doc._.set(key, found)
            return doc

        return component

    return Language.factory(key, func=make)


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


references = component_of("references")
deadlines = component_of("deadlines")
periods = component_of("periods")
targets = component_of("targets")
awards = component_of("awards")
programmes = component_of("programmes")
contacts = component_of("contacts")
recipients = component_of("recipients")

assert {name for name in EXTRACTORS if name != "header"} <= set(globals())
