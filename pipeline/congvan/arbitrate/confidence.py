"""How far a value can be trusted, 0..1: the rule's own standing and how well its words were read."""

from __future__ import annotations

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.text import CanonicalText

# Tesseract's word confidence is steep: words at 0.5 are wrong more often than right, words at 0.9 rarely.
READING_FLOOR = 0.3


def confidence(candidate: Candidate, canonical: CanonicalText) -> float:
    """The candidate's score, lowered by the least sure word of its quote; rounded to three digits."""
    reading = canonical.confidence(candidate.start, candidate.end)
    return round(max(0.0, min(1.0, candidate.score * (READING_FLOOR + (1 - READING_FLOOR) * reading))), 3)
