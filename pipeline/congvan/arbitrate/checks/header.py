"""Checks of letterhead, title and signature block against one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congvan.arbitrate.checks.facts import Facts, Finding
from congvan.grammar.documents.codes import find_codes
from congvan.grammar.letterhead.titles import title_of
from congvan.lexicons import load
from congvan.text.folding import bare

# Decree 30/2020/NĐ-CP, annex I, II.7: KT. is signed by a deputy; the Party writes K/T.
_FOR_THE_HEAD = regex.compile(r"\bk\s?[./]?\s?t\b")
_DEPUTY = regex.compile(r"\b(?:pho|thu truong|uy vien)\b")
# Offices that have symbols of their own, whichever they are.
_OTHER_OFFICE = regex.compile(r"\W{0,3}(?:so|phong|truong|chi cuc|trung tam|benh vien|cong an)\b")
# A title in the lines of the subject is at least two words of capitals.
_CAPITALS = regex.compile(r"\p{Lu}{2,}(?:\s+\p{Lu}{2,})+")


def deputy_without_post(facts: Facts) -> Iterator[Finding]:
    """Signed for the head, by a post that is no deputy's."""
    authority, role = facts.value("authority"), facts.value("signer_role")
    if authority and role and _FOR_THE_HEAD.search(bare(authority)) and not _DEPUTY.search(bare(role)):
        yield "header.authority", f"{authority} / {role}"


def type_against_symbol(facts: Facts) -> Iterator[Finding]:
    """The number's symbol names another type (`12/QĐ-UBND` over a plan)."""
    code, kind = facts.value("code"), facts.value("type")
    named = next((c.type for c in find_codes(code or "") if c.type), None)
    if kind and named and named != kind and kind != "công văn":
        yield "header.type", f"{kind} / {code}"


def type_against_title(facts: Facts) -> Iterator[Finding]:
    """A title in capitals where the type was read from, or at the head of the subject, names another type."""
    kind, field = facts.value("type"), facts.header.type
    if field is None or kind is None:
        return
    subject = _CAPITALS.match(facts.value("subject") or "")
    for words in (field.quote, subject.group() if subject else ""):
        title = title_of(words)
        if title is not None and title.name != kind:
            yield "header.type", f"{kind} / {words}"
            return


def symbol_against_issuer(facts: Facts) -> Iterator[Finding]:
    """A number with an office's symbol (`QĐ-UBND`) over the letterhead of another one; silent for unknown offices."""
    code, issuer = facts.value("code"), facts.value("issuer")
    if not code or not issuer:
        return
    symbols = [part for part in regex.split(r"[-/,.]", code) if part in _offices()]
    name = bare(issuer)
    if len(symbols) != 1 or any(words in name for words in _offices()[symbols[0]]):
        return
    known = any(name.lstrip().startswith(words) for rows in _offices().values() for words in rows)
    if known or _OTHER_OFFICE.match(name):
        yield "header.code", f"{code} / {issuer}"


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    return {row["symbol"]: tuple(bare(words) for words in row["words"].split("|")) for row in load("symbol_offices")}
