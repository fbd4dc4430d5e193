"""What tests of extractors share: a text as the body of a dispatch, ready for an extractor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from congvan.datamodel.context import Context
from congvan.datamodel.mentions import Mentions
from congvan.datamodel.text import CanonicalText, Paragraph
from congvan.grammar.documents.codes import find_codes
from congvan.grammar.time.dates import find_dates
from congvan.grammar.who.bodies import find_bodies
from congvan.layout.outline import outline
from congvan.text.tokens import make_nlp

BodyDoc = Callable[..., Doc]


@pytest.fixture(scope="session")
def _nlp() -> Language:
    return make_nlp()


@pytest.fixture(scope="session")
def body_doc(_nlp: Language) -> BodyDoc:
    """Makes a Doc of a text whose lines are the paragraphs of a body; `issued_on` defaults to 10 May 2021."""

    def make(text: str, issued_on: date | None = date(2021, 5, 10)) -> Doc:
        paragraphs, at = [], 0
        for line in text.split("\n"):
            paragraphs.append(Paragraph(at, at + len(line), 1, "body"))
            at += len(line) + 1
        canonical = CanonicalText(text, paragraphs=tuple(paragraphs))
        mentions = Mentions(find_dates(text, issued_on), tuple(find_codes(text)), find_bodies(text))
        doc = _nlp(text)
        doc._.context = Context(canonical, outline(canonical, ()), mentions, issued_on)
        return doc

    return make
