"""What the tests of targets share: the figures that a text tells, and a Doc with a title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from congvan.datamodel.layout import Cell, Layout
from congvan.extract.targets import extract
from congvan.text.tokens import context_of

BodyDoc = Callable[..., Doc]


def told(doc: Doc, *attributes: str) -> list[tuple[object, ...]]:
    """The attributes of each figure that a rule vouches for."""
    return [tuple(candidate.values[a] for a in attributes) for candidate in extract(doc) if not candidate.doubtful]


def titled(doc: Doc, title: str) -> Doc:
    """The same Doc with its first line as the title's cell."""
    context = context_of(doc)
    doc._.context = replace(context, layout=Layout((Cell("title", 0, len(title)),), context.layout.blocks))
    return doc
