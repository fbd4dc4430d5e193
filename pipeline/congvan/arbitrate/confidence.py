"""How likely a value is right: a logistic model over named features, fitted by `congvan train confidence`.

The weights stand in confidence.json beside this file; a probability is the logistic function of a sum of contributions,
each of which can be told to a person. A rule's own score ranks candidates and is no probability.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log

from congvan.arbitrate.features import Features, features_of, reading_of, surroundings
from congvan.datamodel.record import Evidence, Record
from congvan.datamodel.text import CanonicalText

MODEL_FILE = "confidence.json"
# No evidence makes a value surer than this, or less sure.
LEAST, MOST = 0.001, 0.999
# Digits that are kept of a probability.
DIGITS = 4


@cache
def weights() -> Mapping[str, float]:
    """Feature -> weight in log-odds; what is not there weighs nothing."""
    told = json.loads(files(__package__).joinpath(MODEL_FILE).read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in told["weights"].items()}


def contributions(features: Features, of: Mapping[str, float] | None = None) -> dict[str, float]:
    """Feature -> what it adds to the log-odds; those that the model does not know are left out."""
    known = weights() if of is None else of
    return {name: known[name] * value for name, value in features.items() if name in known}


def probability(log_odds: float) -> float:
    """The logistic function, within LEAST..MOST, rounded."""
    if log_odds < -30:
        return LEAST
    return round(min(max(1.0 / (1.0 + exp(-log_odds)), LEAST), MOST), DIGITS)


def log_odds(share: float) -> float:
    """The inverse of the logistic function; the ends are taken as LEAST and MOST."""
    share = min(max(share, LEAST), MOST)
    return log(share / (1.0 - share))


def with_confidences(record: Record, canonical: CanonicalText) -> Record:
    """The record with a probability on each value that it tells; fields without a value stay as they are."""
    around = surroundings(record)

    def sure(place: str, found: Evidence) -> Evidence:
        told = features_of(place, found, around) | reading_of(found, canonical)
        share = probability(sum(contributions(told).values()))
        # A reading that lost can't be likelier than what is left.
        losers = tuple(
            loser.model_copy(update={"confidence": round(min(loser.confidence, 1.0 - share), DIGITS)})
            for loser in found.alternatives
        )
        return found.model_copy(update={"confidence": share, "alternatives": losers})

    seen = {name: told for name, told in record.header if told is not None and told.value is not None}
    fields = {name: sure(f"header.{name}", told) for name, told in seen.items()}
    update: dict[str, object] = {"header": record.header.model_copy(update=fields)}
    for kind in around.counts:
        items = getattr(record, kind)
        update[kind] = tuple(sure(f"{kind}.{n}", item) for n, item in enumerate(items, 1))
    return record.model_copy(update=update)
