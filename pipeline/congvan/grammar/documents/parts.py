"""A document number in its parts, to find the same document again and for the order of numbers; code in, parts out."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.grammar.documents.codes import normalise_code, type_of_symbol
from congvan.text.folding import bare

_PARTS = regex.compile(r"0*(?P<number>\d{1,9})(?P<suffix>[a-zđ]?)[/-](?:(?P<year>(?:19|20)\d\d)/)?(?P<series>\S+)")


@dataclass(frozen=True, slots=True)
class CodeParts:
    """A number in its parts.

    `folded`: what is compared: bare letters, no blanks, no leading zeros (`4-nq/tw`); `number`, `year` (None where
    the number prints none); `series`: what the numbers of one register share (`kh-ldld`); `tells_issuer`: does the
    symbol name a body, beside the type?
    """

    folded: str
    number: int | None = None
    year: int | None = None
    series: str = ""
    tells_issuer: bool = False


def code_parts(code: str) -> CodeParts:
    """The parts of a printed number; one that has no known form has `folded` alone."""
    plain = bare(normalise_code(code))
    match = _PARTS.fullmatch(plain)
    if match is None:
        return CodeParts(plain)
    series = match["series"]
    year = int(match["year"]) if match["year"] else None
    middle = f"/{year}/" if year else plain[match.end("suffix")]
    number = int(match["number"])
    return CodeParts(f"{number}{match['suffix']}{middle}{series}", number, year, series, _tells(code, year is not None))


def _tells(code: str, with_year: bool) -> bool:
    """`KH-LĐLĐ`, `CĐVC`, `QH15` name a body; `KH` does not."""
    symbol = normalise_code(code)
    symbol = symbol[regex.match(r"\d*[a-zA-ZđĐ]?[/-]?(?:\d{4}/)?", symbol).end() :]  # type: ignore[union-attr]
    parts = [part for part in regex.split(r"[-/]", symbol) if part]
    if not parts:
        return False
    return len(parts) > 1 or type_of_symbol(parts[0], with_year=with_year) is None
