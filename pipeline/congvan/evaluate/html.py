"""A report as one page: no network, no script; every text of a document is escaped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from congvan.evaluate.causes import CAUSES, Fault, faults_of, relations
from congvan.evaluate.compare import Change
from congvan.evaluate.report import SCORED, Report

_WORDS = {
    "vi": {
        "title": "Lỗi đọc văn bản", "kind": "loại", "right": "đúng", "wrong": "sai hoặc thừa", "missed": "sót",
        "relations": "Quan hệ viện dẫn (hàng: chuẩn, cột: máy)", "causes": "Nguyên nhân", "gold": "chuẩn",
        "told": "máy", "confidence": "độ tin cậy", "by": "do", "changes": "So với lần trước", "old": "trước",
        "new": "nay", "gained": "được thêm", "lost": "mất đi",
        "not_found": "không tìm thấy", "in_part": "thiếu thuộc tính", "bounds": "sai ranh giới", "value": "sai giá trị",
        "day": "sai ngày", "kind_": "sai loại hoặc quan hệ", "added": "thêm thuộc tính không có trong chuẩn",
        "reading": "chữ đọc không có đoạn trích của chuẩn", "duplicate": "thừa: lặp lại",
        "unmarked": "thừa: chuẩn không có",
    },
    "en": {
        "title": "Reading errors", "kind": "kind", "right": "right", "wrong": "wrong or spurious", "missed": "missed",
        "relations": "Relations (rows gold, columns predicted)", "causes": "Causes", "gold": "gold",
        "told": "predicted", "confidence": "confidence", "by": "by", "changes": "Against the earlier run",
        "old": "old", "new": "new", "gained": "gained", "lost": "lost",
        "not_found": "not found", "in_part": "found in part (attribute missing)", "bounds": "wrong bounds",
        "value": "wrong value", "day": "wrong day", "kind_": "wrong kind or relation",
        "added": "attribute that gold lacks", "reading": "reading: gold's quote is not in the text read",
        "duplicate": "spurious: duplicate", "unmarked": "spurious: marked nowhere",
    },
}  # fmt: skip

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;margin:.4rem 0}td,th{border:1px solid #ccc;padding:.15rem .5rem;text-align:left;
overflow-wrap:anywhere}article{border-left:3px solid #999;padding-left:.8rem;margin:1.2rem 0;break-inside:avoid}
blockquote{margin:.3rem 0;white-space:pre-wrap}mark{background:#ffe28a}.bad td{background:#fde4e1}small{color:#555}"""
# A sentence without an end is cut this far from its quote.
_REACH = 240


def page(
    report: Report, texts: Mapping[str, str], language: str, kinds: Sequence[str] = SCORED, found: Sequence[Change] = ()
) -> str:
    """The page in Vietnamese (`vi`) or English; `texts`: document -> text read; `found`: changes since another run."""
    words = _WORDS[language]
    faults = [fault for fault in faults_of(report, texts) if fault.verdict.kind in kinds]
    parts = [*_totals(report, kinds, words)]
    parts += _relations(report, words) if "references" in kinds else []
    parts += _changes(found, words) if found else []
    parts += _faults(faults, texts, kinds, words)
    title = escape(words["title"])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    body = "\n".join(parts)
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body><h1>{title}</h1>\n{body}\n</body></html>'


def _totals(report: Report, kinds: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    rows = [["F1" if name == "F1" else words[name] for name in ("kind", "F1", "right", "wrong", "missed")]]
    for kind in kinds:
        tally = report.values[kind]
        if tally:
            rows.append([kind, f"{tally.f1:.3f}", str(tally.right), str(tally.wrong), str(tally.missed)])
    yield _table(rows)
    yield f"<p>micro {report.micro(kinds).f1:.3f}, macro {report.macro(kinds):.3f}</p>"


def _relations(report: Report, words: Mapping[str, str]) -> Iterator[str]:
    pairs = relations(report)
    names = sorted({name for pair in pairs for name in pair}, key=lambda name: (name == "-", name))
    if names:
        yield f"<h2>{escape(words['relations'])}</h2>"
        yield _table([["", *names], *([row, *(str(pairs[row, c] or "") for c in names)] for row in names)])


def _changes(found: Sequence[Change], words: Mapping[str, str]) -> Iterator[str]:
    yield f"<h2>{escape(words['changes'])}</h2>"
    rows = [["", "", words["gold"], words["old"], words["new"]]]
    for c in found:
        what = words["gained" if c.gained else "lost"]
        rows.append([what, f"{c.document} {c.kind}.{c.attribute}", _said(c.gold), _said(c.old), _said(c.new)])
    yield _table(rows)


def _faults(
    faults: Sequence[Fault], texts: Mapping[str, str], kinds: Sequence[str], words: Mapping[str, str]
) -> Iterator[str]:
    groups = Counter((fault.verdict.kind, fault.cause) for fault in faults)
    order = [(kind, cause) for kind in kinds for cause in CAUSES if groups[kind, cause]]
    yield f"<h2>{escape(words['causes'])}</h2><ul>"
    for kind, cause in order:
        yield f'<li><a href="#{kind}-{cause}">{kind}: {escape(_cause(cause, words))}</a> {groups[kind, cause]}</li>'
    yield "</ul>"
    for kind, cause in order:
        yield f'<h2 id="{kind}-{cause}">{kind}: {escape(_cause(cause, words))} ({groups[kind, cause]})</h2>'
        for fault in faults:
            if (fault.verdict.kind, fault.cause) == (kind, cause):
                yield _fault(fault, texts.get(fault.document, ""), words)


def _cause(cause: str, words: Mapping[str, str]) -> str:
    return words["kind_" if cause == "kind" else cause]


def _fault(fault: Fault, text: str, words: Mapping[str, str]) -> str:
    verdict = fault.verdict
    told = verdict.predicted or {}
    rows = "".join(
        f'<tr class="{"good" if j.right else "bad"}"><td>{"" if j.right else "≠ "}{escape(j.attribute)}</td>'
        f"<td>{escape(_said(j.gold))}</td><td>{escape(_said(j.predicted))}</td></tr>"
        for j in verdict.judgements
    )
    trust = f"{words['confidence']} {_said(told.get('confidence'))}, {words['by']} {_said(told.get('by'))}"
    return (
        f"<article><b>{escape(fault.document)}</b> {escape(fault.attribute or '')} <small>{escape(trust)}</small>"
        f"<blockquote>{_sentence(text, verdict.quote)}</blockquote>"
        f"<table><tr><th></th><th>{words['gold']}</th><th>{words['told']}</th></tr>{rows}</table></article>"
    )


def _sentence(text: str, quote: str) -> str:
    """The sentence of the text around the quote, the quote marked; the quote alone where the text has it not."""
    # Blanks and the bars between the cells of a table may differ from the text that gold was written on.
    pattern = r"[\s|]+".join(re.escape(word) for word in quote.replace("|", " ").split())
    place = re.search(pattern, text) if pattern else None
    if place is None:
        return escape(quote)
    start, end = place.span()
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    before = before[max(before.rfind(stop) + len(stop) if stop in before else 0 for stop in ("\n", ". ", "; ")) :]
    stops = [after.find(stop) + 1 for stop in ("\n", ". ", "; ") if stop in after]
    return f"{escape(before)}<mark>{escape(place.group())}</mark>{escape(after[: min(stops, default=_REACH)])}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = ("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) for row, tag in _tagged(rows))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in (head, *rest)) + "</table>"


def _tagged(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], str]]:
    for n, row in enumerate(rows):
        yield row, "td" if n else "th"


def _said(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items())
    return str(value)
