"""How a candidate stands before anything else is known: its rule's score and how well its words were read."""

from __future__ import annotations

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.text import CanonicalText

# Tesseract's word confidence is steep: words at 0.5 are wrong more often than right, words at 0.9 rarely.
READING_FLOOR = 0.3


def standing(candidate: Candidate, canonical: CanonicalText) -> float:
    """The candidate's score, lowered by the least sure word of its quote; no probability, 0..1."""
    reading = canonical.confidence(candidate.start, candidate.end)
    return round(max(0.0, min(1.0, candidate.score * (READING_FLOOR + (1 - READING_FLOOR) * reading))), 3)
