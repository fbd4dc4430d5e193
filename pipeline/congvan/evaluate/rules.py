"""Which attributes are scored, and when a predicted value of each is right."""

from __future__ import annotations

import math
from typing import Any

from congvan.datamodel.record import HEADER_FIELDS
from congvan.evaluate.likeness import alike, code_key, plain, verbatim

# How a value is compared: the same once folded; a name with slips of reading; a stretch of words whose bounds may
# differ a little; an address, of which every character counts.
EXACT, NAME, WORDS, VERBATIM = "exact", "name", "words", "verbatim"

# The likeness that makes a text right. Judged by readers of the gold: below, the value misleads.
ENOUGH = {NAME: 0.90, WORDS: 0.80}

# kind -> attribute -> rule; attributes that are not named here (`recurs_on`, `of`, `note`) are not scored.
ITEM_RULES: dict[str, dict[str, str]] = {
    "references": {
        "type": EXACT,
        "code": EXACT,
        "issued_on": EXACT,
        "issuer": NAME,
        "title": WORDS,
        "relation": EXACT,
    },
    "deadlines": {
        "due_on": EXACT,
        "due_time": EXACT,
        "bound": EXACT,
        "within": EXACT,
        "within_unit": EXACT,
        "counted_from": WORDS,
        "recurs": EXACT,
        "task": WORDS,
        "owner": WORDS,
        "to": WORDS,
    },
    "periods": {"start_on": EXACT, "end_on": EXACT, "what": WORDS},
    "targets": {
        "value": EXACT,
        "value_max": EXACT,
        "unit": NAME,
        "comparator": EXACT,
        "change": EXACT,
        "population": WORDS,
        "metric": WORDS,
        "due_on": EXACT,
        "kind": EXACT,
    },
    "awards": {
        "form": NAME,
        "rank": EXACT,
        "conferrer": NAME,
        "level": EXACT,
        "quantity": EXACT,
        "money": EXACT,
        "to": EXACT,
    },
    "programmes": {"name": NAME, "kind": NAME},
    "contacts": {"kind": EXACT, "value": VERBATIM},
    "recipients": {"name": NAME, "role": EXACT},
}

HEADER_RULES: dict[str, str] = dict.fromkeys(HEADER_FIELDS, EXACT) | {
    "issuer": NAME,
    "parent": NAME,
    "subject": WORDS,
    "authority": NAME,
    "signer_role": NAME,
}


def is_right(rule: str, attribute: str, gold: Any, predicted: Any) -> bool:
    """Is the predicted value right? Neither value is None."""
    if rule == VERBATIM:
        return verbatim(gold) == verbatim(predicted)
    if rule != EXACT:
        return alike(gold, predicted) >= ENOUGH[rule]
    if attribute == "code":
        return code_key(gold) == code_key(predicted)
    if isinstance(gold, bool) or isinstance(predicted, bool):
        return gold is predicted
    if isinstance(gold, int | float) or isinstance(predicted, int | float):
        return _same_number(gold, predicted)
    return plain(gold) == plain(predicted)


def _same_number(gold: Any, predicted: Any) -> bool:
    try:
        return math.isclose(float(gold), float(predicted), rel_tol=1e-9)
    except (TypeError, ValueError):
        return False
