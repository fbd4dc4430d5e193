"""Sentences of a stretch of canonical text, as offsets; paragraphs (lines) always end one."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_END = regex.compile(
    r"""
      (?<![\p{Lu}\s(]) \.(?:/\.)? (?= \s+ [\p{Lu}\d“"(+-] | \s* $ | \n )   # a full stop before a capital, `./.`
    | [;!?] (?= \s )
    | … (?= \s+ \p{Lu} )                            # but `phiếu thu thập … phục vụ` goes on
    | \n+
    """,
    regex.VERBOSE,
)
_ABBREVIATION = regex.compile(
    r"(?:\b(?:TP|Tp|tp|TX|ThS|TS|PGS|GS|BS|KT|TM|TL|TUQ|Q|P|v\.v|tr|Mr|Ms|Dr|ĐT|DĐ|st|stt)|^\s*[-+*]?\s*\d{1,2})$"
)  # a number is one only as the label that opens the stretch: `2. Sở Nội vụ`, not `trước ngày 25/5. Đề nghị`
_LABEL_REACH = 8  # characters of the longest of these with its blanks


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open spans of the sentences between two offsets; white space around them is left out.

    A semicolon ends a sentence: in dispatches it closes a list item.
    """
    begin = start
    for match in _END.finditer(text, start, end):
        low = max(begin, match.start() - _LABEL_REACH)
        # `^` of the pattern is the opening only where the stretch itself opens there
        opens = low == begin or not text[match.start() - 1].isdigit()
        if match.group().startswith(".") and opens and _ABBREVIATION.search(text[low : match.start()]):
            continue
        stop = match.start() if match.group().startswith("\n") else match.end()
        yield from _stripped(text, begin, stop)
        begin = match.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
