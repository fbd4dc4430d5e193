"""The level of a body in the State (contract, awards.level): its name in, `state` to `grassroots` out."""

from __future__ import annotations

import regex

from congvan.grammar.phrasebook import aligned
from congvan.grammar.who.heads import PLACE, forms, head_at

# Cities of a province's level (Constitution of 2013, art. 110; Resolution 202/2025/QH15).
_UNIT = regex.compile(r"\b(?:xã|phường|trường|cơ sở|công ty|bệnh viện)\b")
_CITIES = regex.compile(r"(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế)\b")


def level_of(body_text: str, issuer_level: str | None = None) -> str | None:
    """The level of a body in the State: `state`, `central`, `province`, `district`, `grassroots`, or None.

    `issuer_level`: the level of the body that issues the dispatch, taken where the name does not tell its own
    (`Ban Thường vụ`, `Giám đốc`). Hierarchy: Constitution of 2013, statutes of Party, unions and Youth.
    """
    text = " ".join(body_text.split())
    low = aligned(text)
    at = 0
    while at < len(low):
        head = head_at(text, low, at, len(low))
        if head is not None:
            level = _level_at(forms()[head].level, low, at + len(head), issuer_level)
            if level is not None:
                return level
            at += len(head)
        at = low.find(" ", at) + 1 or len(low)
    return _place_level(low, 0, issuer_level) or issuer_level


def _level_at(rule: str, low: str, at: int, issuer_level: str | None) -> str | None:
    kind, _, default = rule.partition(":")
    if kind == "issuer":
        return None
    if kind == "branch" and not low[at:].strip():
        return None
    if kind == "branch":
        # Charter of Trade Unions: a branch's national union stands beside the provinces, a local one below.
        if "việt nam" in low:
            return "province"
        return "grassroots" if _UNIT.search(low, at) else "district"
    if kind != "place":
        return kind
    if regex.search(r"\b(?:việt nam|trung ương|tw)\b", low[at:]) and not PLACE.search(low, at):
        return "central"
    return _place_level(low, at, issuer_level) or default or None


def _place_level(low: str, at: int, issuer_level: str | None) -> str | None:
    place = PLACE.search(low, at)
    if place is None:
        return None
    word = place.group().rstrip(". ")
    if word == "tỉnh":
        return "province"
    if word in ("thành phố", "tp"):
        if _CITIES.match(low[place.end() :].lstrip()):
            return "province"
        if low[place.end() :].strip(" ."):
            return "district"
        return issuer_level if issuer_level in ("province", "district") else "province"
    return "district" if word in ("huyện", "quận", "thị xã", "tx") else "grassroots"
