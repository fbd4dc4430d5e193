"""Document numbers (số, ký hiệu): text in, code mentions with offsets and their normal form out.

Forms: Decree 30/2020/NĐ-CP, annex I, part II (state), Party Guidance 36-HD/VPTW 2018 (Party and mass
organisations), and what is printed in their stead: inner blanks, en dashes, a lost Đ, dots for a blank one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

import regex

from congvan.datamodel.mentions import CodeMention
from congvan.lexicons import load

# How far behind a number its blanks may run: the longest dotted line seen in a letterhead has about 40 dots.
MAX_BLANK = 60

DASHES = "-‐‑‒–—−"
# Cyrillic and other letters that look like the printed ones; one character each, so that offsets stay.
_LOOKALIKES = str.maketrans("ÐðАВЕКМНОРСТХ⁄" + DASHES, "ĐđABEKMHOPCTX/" + "-" * len(DASHES))

# One part of a symbol: `LĐLĐ`, `QH15`, `CSKT&TĐKT`, `UBND.VX`, `SVH,TT,DL`.
_PART = r"\p{Lu}[\p{L}\d]*(?:\s?&\s?\p{Lu}[\p{L}\d]*|[.,]\p{Lu}{2,6}(?![\p{L}\d]))*"
_DASH = "[-‐‑‒–—−]"
_SLASH = "[/⁄]"
# What follows the first part: `-UBND`, `- SVHTTDL`, ` -TCKT`, `/ĐTN`, `_UBND`, `-P2`, `-Tr`, `-cđn`.
# Beside a blank it must have two capitals.
_MORE = rf"""(?:
    (?: {_DASH}\s? | \s{_DASH} | {_SLASH} | _ ) (?=\p{{Lu}}[\p{{Lu}}\d]) {_PART}
  | {_DASH} (?: \p{{Lu}}[\p{{L}}\d]* | [a-zđ]{{2,8}}(?!\p{{L}}) )
)"""

_TAIL = rf"""
    (?P<symbol>
        {_PART} (?:{_MORE}){{0,6}}
        (?: \s{_DASH}\s (?=\p{{Lu}}{{2}}) (?P<spaced>{_PART} (?:{_MORE}){{0,5}})               # KH - UBND
            (?: \s{_DASH}\s (?=\p{{Lu}}{{2}}) {_PART} (?=\s*(?:[,;)\n]|$|ngày|của|về)) )?    # HD - SNV - STC ngày
            (?P<closed>(?= \s*(?:[,;)\n]|$|ngày|của|về|V/v)))? )?
        (?: (?<=[/⁄](?:QĐ|QD|KH|TB|NQ|CT|BC|HD|TTr)) \s (?:UBND|HĐND|CP|TTg) (?=,?\sngày\s\d) )?   # QĐ UBND ngày
        (?: (?<=QH) \s \d\d (?!\d) )?                                                     # 45/2019/QH 14
      | (?P<lower>[a-zđ]{{2,4}}) {_DASH} [a-zđ&]{{2,10}} (?![\p{{L}}])                      # kh-ubnd
      | (?<=\d{{4}}/) (?: qh | ubtvqh ) \d\d (?![\p{{L}}\d])                                # 45/2019/qh14
    )
"""

# Party and Youth, also in small letters: `NQ/TW`, `nq/tu`.
_PARTY = rf"""(?: \p{{Lu}}\p{{L}}{{0,6}} \s?{_SLASH}\s? {_PART} (?:{_MORE}){{0,5}}
    | (?:nq|kl|ct|qđ|qđi|kh|hd|tb|bc|cv|ctr) / [a-zđ]{{2,10}} (?: {_DASH} [a-zđ]{{2,6}} )? (?!\p{{L}}) )"""

_CODE = regex.compile(
    rf"""
    (?: (?<![\p{{L}}\p{{M}}\d/@⁄]) (?<!\d[.,:‐‑‒–—−-]) | (?<=\b[Ss]ố) )
    (?P<number>\d{{1,6}}(?:bis(?=/)|[a-zA-ZđĐ](?!\p{{Lu}}{{1,3}}[r]?/))?)
    (?:
        \s{{0,3}} {_SLASH} \s?
        (?: (?P<year>(?:19|20)\d\s?\d) (?: \s?{_SLASH}\s? | {_DASH}(?=(?:NĐ|QĐ|TT|NQ|CT)-) )    # 30/2020/NĐ-CP
          | (?P<glued>(?:19|20)\d{{2,3}}) (?=\p{{Lu}}{{2}}) )?                           # 21/2019QĐ-UBND
        {_TAIL}                                                                          # 764 /CĐVC
      | \s?{_DASH}\s? (?P<party>{_PARTY})                                                  # 04-NQ/TW
      | \s{{0,2}} (?P<youth>{_PARTY})                                                   # 45 KH/TĐTN-PT ; 45KH/ĐTN
    )
    """,
    regex.VERBOSE,
)

# A number not filled in: after `số` anything blank, elsewhere dots or underscores: `số   /KH-UBND`, `…-NQ/ĐU`
_BLANK = regex.compile(
    rf"""
    (?: (?<=\b[Ss][ốôóỐ]\s?:?) [\s.…_]{{0,{MAX_BLANK}}}+
      | (?<![\w.…]) (?:…|[.…_]{{2,{MAX_BLANK}}}+) \s{{0,3}} )
    (?:
        {_SLASH} \s? (?: (?P<year>(?:19|20)\d{{2}}|[.…_]{{2,12}}) \s?{_SLASH}\s? )? {_TAIL}
      | \s?{_DASH}\s? (?P<party>{_PARTY})
    )
    """,
    regex.VERBOSE,
)

# A number that OCR could not read: `số $2/TTr-HĐTĐ`, `số lI/KH-SYT`, `số 53ACT-UBND`, `số ...UBND-TH`, `!65/KH-SYT`.
_NOISE = r"[\dlIOoSZBŠ!$|\[\]{}<>§%&*\\?.…'’`~^+=#@Ø°]"
_UNREAD = regex.compile(
    rf"""
    (?: (?<=\b[SsXx][ốôóỐỗ]\s?:?\s?) | (?<=\s)(?=[!$\[\]{{}}<>§*\\]) )
    (?: [\dIlOSB]{{1,3}}\s(?=\d) | (?! [*`_]{{0,2}} \d{{1,6}}[a-zA-ZđĐ]? \s{{0,3}} (?:{_SLASH}|{_DASH}) ) )
    {_NOISE}{{1,12}}?
    (?:
        {_SLASH} (?: (?P<year>(?:19|20)\d{{2}}) {_SLASH} )? {_TAIL}
      | {_DASH} (?P<party>{_PARTY})
      | (?:\s?[AI1lJ])? (?= \p{{Lu}}[\p{{L}}&]{{1,8}}-\p{{Lu}}{{2}} ) {_TAIL}
    )
    """,
    regex.VERBOSE,
)

_CUE = regex.compile(
    r"\s{0,40}(?:(?:CV|Công\svăn)\s{1,3})?(?:[Ss][ốôóỐỗ](?:\ský\shiệu)?\s{0,3}(?:\.?:|[.;])?)?\s{0,60}"
)
# A letterhead's number all in small letters: `Số: 31/scn-vp`
_SMALL = regex.compile(
    rf"""(?P<number>\d{{1,6}}[a-zđ]?) \s? {_SLASH} \s?
    (?P<symbol>[a-zđ]{{2,9}}(?:\s?{_DASH}\s?[a-zđ&]{{2,9}}){{0,3}}) (?=\s*\Z)""",
    regex.VERBOSE,
)
# A word that was printed without a blank before it: `133/KH-LĐLĐngày`.
_GLUED_WORD = regex.compile(r"(?<=[\p{Lu}\d])(?:ngày|của|về)\p{L}*$|(?<=\p{Lu}{2})NGÀY$")
# A body of two letters torn apart: `164-CTr/T U ngày`
_TORN, _TORN_REST = regex.compile(r"/\p{Lu}$"), regex.compile(r"\s\p{Lu}(?=,?\s(?:ngày|của|về)\b)")
_TYPE_PART = regex.compile(r"(?<=[/-])\p{Lu}[\p{L}]{1,5}(?=[/-]|$)")
# The only office with a small letter in its abbreviation; OCR makes the g another letter.
_PRIME_MINISTER = regex.compile(r"(?<=(?:QĐ|CT|CĐ)-)(?:TT[EGøqy]|Ttg|Tig|ITg)$")
# A type and the office that issues it without a dash between them: `12/QĐUBND`
_GLUED_OFFICE = regex.compile(r"(?P<type>\p{Lu}{2,3}|CTr|TTr)(?:UBND|HĐND|CP|TTg)")
_TWO_CAPITALS = regex.compile(r"\p{Lu}\p{L}?\p{Lu}|\p{Lu}{2}")
# Capitals behind a slash that are no office: `Quận 1/TP ...`
_NO_SYMBOL = frozenset(
    {"TP", "TX", "TT", "VN", "VNĐ", "VND", "USD", "HA", "KG", "KM", "M", "GB", "MB"}
    | {"QL", "TL", "ĐT", "HL", "TBĐ", "BĐĐC", "THPT", "THCS"}  # roads, sheets of maps, schools
)


def find_codes(text: str) -> tuple[CodeMention, ...]:
    """All document numbers of a text, in order, without overlaps; blank and unread ones have `value` None."""
    mentions: list[CodeMention] = []
    end = 0
    for mention in sorted(_candidates(text), key=lambda m: (m.start, -m.end)):
        if mention.start >= end:
            mentions.append(mention)
            end = mention.end
    return tuple(mentions)


def code_at(text: str, pos: int, limit: int | None = None) -> CodeMention | None:
    """The document number that begins at `pos`, after blanks and an optional `Số:`; None where none stands.

    `limit`: the offset at which the text to look at ends (the cell's, the line's). A blank number
    (`Số:    /BC-UBND`) gives a mention with `value` None.
    """
    stop = len(text) if limit is None else limit
    cue = _CUE.match(text, pos, stop)
    begin = cue.end() if cue else pos
    match = _CODE.match(text, begin, stop)
    if match is not None and (mention := _mention(match)) is not None:
        return mention
    small = _SMALL.match(text[:stop], begin) if cue and cue.group().strip() else None
    if small is not None:
        value = normalise_code(small.group())
        return CodeMention(*small.span(), value, small["number"], normalise_code(small["symbol"]), None)
    blank = _BLANK.search(text, pos, min(stop, begin + MAX_BLANK + 20))
    if blank is not None and not text[begin : max(blank.start(), begin)].strip(" .…_"):
        return _mention(blank)
    return None


def normalise_code(printed: str) -> str:
    """The normal form of a printed number: NFC, no white space, plain dashes, Latin letters, no lead blank.

    The letters stay as they are printed (`QD` is not mended to `QĐ`); leading zeros stay too.
    """
    folded = unicodedata.normalize("NFC", printed).translate(_LOOKALIKES)
    # Composed again: a mark that stood alone after a blank joins the letter before it.
    return unicodedata.normalize("NFC", regex.sub(r"\s+", "", folded)).lstrip(".…_:").rstrip(".,;:-/")


def mended_code(value: str) -> str:
    """A normal form with two slips of OCR undone that leave no doubt: `QĐĐ-` for `QĐ-`, `-TTE` for `-TTg`."""
    first = _TYPE_PART.search(value)
    if first is not None and first.group() == "QĐĐ":  # `HĐĐ` is an office, Hội đồng Đội
        value = value[: first.start()] + "QĐ" + value[first.end() :]
    return _PRIME_MINISTER.sub("TTg", value)


def type_of_symbol(symbol: str, *, with_year: bool = False) -> str | None:
    """The type of document that the first part of a symbol names (`KH-LĐLĐ` -> `kế hoạch`), or None.

    `with_year`: the number has a year (`15/2021/TT-BNV`); only then `TT` is a circular and not a centre.
    """
    first = regex.split(r"[-/._]", normalise_code(symbol), maxsplit=1)[0]
    name = _types().get(first) or _types().get(first.upper().replace("Đ", "D")) or _type_glued(first)
    if name == "thông tư" and not with_year:
        return None
    if name == "công điện" and not regex.search(r"[-/](?:TTg|UBND|B\p{Lu}|PCTT|QH)", normalise_code(symbol)):
        return None  # Công đoàn is abbreviated in the same way
    return name or None


def _type_glued(part: str) -> str | None:
    """The type of a symbol whose dash was left out: `QĐUBND`, `NĐCP`."""
    known = _GLUED_OFFICE.fullmatch(part)
    return _types().get(known["type"]) if known else None


def _candidates(text: str) -> Iterator[CodeMention]:
    for pattern in (_CODE, _BLANK, _UNREAD):
        for match in pattern.finditer(text):
            mention = _mention(match)
            if mention is not None:
                yield mention


def _mention(match: regex.Match[str]) -> CodeMention | None:
    """A match as a mention, cut where a word is glued to it; None where no symbol follows the number."""
    groups = match.groupdict()
    name = next(n for n in ("symbol", "party", "youth") if groups.get(n))
    symbol = match.group(name)
    if groups.get("spaced") and groups.get("closed") is None:
        before = symbol[: match.start("spaced") - match.start(name)].rstrip(f" {DASHES}")
        # `KH - UBND tỉnh`, but `CĐVC - UBND tỉnh`
        symbol = symbol if normalise_code(before) in _types() else before
    symbol = _GLUED_WORD.sub("", symbol)
    if _TORN.search(symbol) and (rest := _TORN_REST.match(match.string, match.start(name) + len(symbol))):
        symbol += rest.group()
    end = match.start(name) + len(symbol)
    plain = normalise_code(symbol)
    if not _is_symbol(plain, name, match):
        return None
    number = (groups.get("number") or "").strip()
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    value = mended_code(normalise_code(match.string[start:end])) if number else None
    with_year = bool(groups.get("year") or groups.get("glued"))
    return CodeMention(start, end, value, number, plain, type_of_symbol(plain, with_year=with_year))


def _is_symbol(plain: str, name: str, match: regex.Match[str]) -> bool:
    first = regex.split(r"[-/]", plain, maxsplit=1)[0]
    if name == "youth":
        return first in _types()
    if match.groupdict().get("lower") or (name != "symbol" and plain.islower()):
        return first.upper() in _types() or first.upper().replace("D", "Đ") in _types()
    if match.groupdict().get("year") and plain.startswith(("qh", "ubtvqh")):
        return True
    return plain.upper() not in _NO_SYMBOL and _TWO_CAPITALS.search(plain) is not None


@cache
def _types() -> dict[str, str]:
    """Abbreviation, and the same without the bar of Đ, -> type; a proper abbreviation wins."""
    proper = {row["abbreviation"]: row["name"] for row in load("types") if row["abbreviation"]}
    proper.update((row["symbol"], row["name"]) for row in load("symbols"))
    barless = {symbol.upper().replace("Đ", "D"): name for symbol, name in proper.items()}
    return barless | proper
