"""Self-checks of a record: what does not fit together is flagged, never dropped. The list stands in docs/flags.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from congvan.datamodel.record import Deadline, Flag, Header, Item, Reference, Target
from congvan.grammar.documents.codes import find_codes
from congvan.text.folding import bare

Items = Mapping[str, Sequence[Item]]

# Decree 30/2020/NĐ-CP, annex I, II.7: KT. is signed by a deputy; the Party writes K/T.
_FOR_THE_HEAD = regex.compile(r"\bk\s?[./]?\s?t\b")
_DEPUTY = regex.compile(r"\b(?:pho|thu truong|uy vien)\b")


def flags_of(header: Header, items: Items) -> tuple[Flag, ...]:
    """Every flag of a record, in the order of the checks."""
    return tuple(flag for check in CHECKS for flag in check(header, items))


def _deputy_without_post(header: Header, items: Items) -> Iterator[Flag]:
    authority, role = _value(header, "authority"), _value(header, "signer_role")
    if authority and role and _FOR_THE_HEAD.search(bare(authority)) and not _DEPUTY.search(bare(role)):
        yield Flag(flag="deputy_without_post", field="header.authority", detail=f"{authority} / {role}")


def _type_against_symbol(header: Header, items: Items) -> Iterator[Flag]:
    code, kind = _value(header, "code"), _value(header, "type")
    named = next((c.type for c in find_codes(code or "") if c.type), None)
    if kind and named and named != kind and kind != "công văn":
        yield Flag(flag="type_against_symbol", field="header.type", detail=f"{kind} / {code}")


def _due_before_issue(header: Header, items: Items) -> Iterator[Flag]:
    issued = _value(header, "issued_on")
    for n, item in enumerate(items["deadlines"]):
        if isinstance(item, Deadline) and issued and _is_day(item.due_on) and str(item.due_on) < issued:
            yield Flag(flag="due_before_issue", field=f"deadlines.{n}.due_on", detail=f"{item.due_on} < {issued}")


def _cited_after_issue(header: Header, items: Items) -> Iterator[Flag]:
    issued = _value(header, "issued_on")
    for n, item in enumerate(items["references"]):
        if isinstance(item, Reference) and issued and _is_day(item.issued_on) and str(item.issued_on) > issued:
            yield Flag(
                flag="cited_after_issue", field=f"references.{n}.issued_on", detail=f"{item.issued_on} > {issued}"
            )


def _cites_itself(header: Header, items: Items) -> Iterator[Flag]:
    code, issued = _value(header, "code"), _value(header, "issued_on")
    for n, item in enumerate(items["references"]):
        if isinstance(item, Reference) and code and item.code == code and item.issued_on in (None, issued):
            yield Flag(flag="cites_itself", field=f"references.{n}.code", detail=code)


def _over_100_percent(header: Header, items: Items) -> Iterator[Flag]:
    for n, item in enumerate(items["targets"]):
        if isinstance(item, Target) and item.unit == "%" and not item.change and item.value > 100:
            yield Flag(flag="over_100_percent", field=f"targets.{n}.value", detail=f"{item.value:g}%")


def _value(header: Header, name: str) -> str | None:
    field = getattr(header, name)
    return field.value if field else None


def _is_day(value: str | None) -> bool:
    return value is not None and len(value) == len("2022-03-08")


CHECKS: tuple[Callable[[Header, Items], Iterator[Flag]], ...] = (
    _deputy_without_post,
    _type_against_symbol,
    _due_before_issue,
    _cited_after_issue,
    _cites_itself,
    _over_100_percent,
)
