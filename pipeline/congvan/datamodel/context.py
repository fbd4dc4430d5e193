"""What is known of a dispatch when its extractors run; it travels with the spaCy Doc as `doc._.context`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congvan.datamodel.layout import Layout
from congvan.datamodel.mentions import Mentions
from congvan.datamodel.text import CanonicalText


@dataclass(frozen=True)
class Context:
    """The canonical text, its layout, its table of mentions and the date of issue (None where it is not known)."""

    canonical: CanonicalText
    layout: Layout
    mentions: Mentions
    issued_on: date | None = None
