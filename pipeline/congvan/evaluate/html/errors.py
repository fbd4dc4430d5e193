"""Every error in its sentence, gold beside the prediction: a table of causes that leads to them, then each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from congvan.arbitrate.sources import leading
from congvan.evaluate.causes import CAUSES, Fault
from congvan.evaluate.html.parts import cell, heading, table
from congvan.evaluate.html.sentence import in_sentence
from congvan.evaluate.html.words import Words
from congvan.evaluate.verdicts import Judgement


def errors(faults: Sequence[Fault], texts: Mapping[str, str], kinds: Sequence[str], words: Words) -> Iterator[str]:
    """The sections of all errors, by kind and cause; an item of which one cause spoils several values stands once."""
    counts = Counter((fault.verdict.kind, fault.cause) for fault in faults)
    yield f'<h2 id="causes">{escape(words["causes"])}</h2>'
    yield _contents(counts, kinds, words)
    for kind in kinds:
        if any(counts[kind, cause] for cause in CAUSES):
            yield f'<h2 id="{kind}">{escape(heading(words.kind(kind)))}</h2>'
        for cause in CAUSES:
            if not counts[kind, cause]:
                continue
            top = f'<a href="#causes" title="{escape(words["top"])}">↑</a>'
            name = heading(f"{words.kind(kind)}: {words.cause(cause)} ({counts[kind, cause]})")
            yield f'<h3 id="{kind}-{cause}">{escape(name)}{top}</h3>'
            of_cause = [fault for fault in faults if (fault.verdict.kind, fault.cause) == (kind, cause)]
            for _, same in groupby(of_cause, key=lambda fault: id(fault.verdict)):
                group = list(same)
                yield _article(group, texts.get(group[0].document, ""), words)


def _contents(counts: Counter[tuple[str, str]], kinds: Sequence[str], words: Words) -> str:
    """A row a kind, a column a cause; each count leads to its errors."""
    causes = [cause for cause in CAUSES if any(counts[kind, cause] for kind in kinds)]
    heads = ["", *(words.cause(cause) for cause in causes), words["all"]]
    rows = ["<tr>" + "".join(cell(head, "th") for head in heads) + "</tr>"]
    for kind in kinds:
        total = sum(counts[kind, cause] for cause in causes)
        if total:
            linked = (_link(kind, cause, counts[kind, cause]) for cause in causes)
            rows.append(f"<tr>{cell(words.kind(kind))}{''.join(linked)}{cell(str(total))}</tr>")
    sums = [sum(counts[kind, cause] for kind in kinds) for cause in causes]
    total_row = "".join(cell(str(count)) for count in (*sums, sum(sums)))
    rows.append(f'<tr class="sum">{cell(words["all"])}{total_row}</tr>')
    return table("\n".join(rows), "figures causes")


def _link(kind: str, cause: str, count: int) -> str:
    return f'<td><a href="#{kind}-{cause}">{count}</a></td>' if count else "<td></td>"


def _article(faults: Sequence[Fault], text: str, words: Words) -> str:
    """One item or header field; `faults`: those of its values that have the cause at hand, or the whole item."""
    document, verdict = faults[0].document, faults[0].verdict
    named = tuple(dict.fromkeys(fault.attribute for fault in faults))
    what = ", ".join(words.attribute(verdict.kind, name) for name in named if name) if None not in named else ""
    sides = [side for side, told in (("gold", verdict.gold), ("told", verdict.predicted)) if told is not None]
    heads = "".join(cell(words[side], "th") for side in sides)
    rows = "\n".join(_row(j, verdict.kind, sides, named, words) for j in verdict.judgements)
    return (
        f"<article><p><b>{escape(document)}</b> {escape(what)} <small>{escape(_trust(faults[0], words))}</small></p>\n"
        f"<blockquote>{in_sentence(text, verdict)}</blockquote>\n"
        f"<table><tr><th></th>{heads}</tr>\n{rows}</table></article>"
    )


def _row(j: Judgement, kind: str, sides: Sequence[str], named: Sequence[str | None], words: Words) -> str:
    """A value of both sides: `bad` where it has the cause at hand, `also` where it is wrong for another."""
    style = "" if j.right else "bad" if None in named or j.attribute in named else "also"
    values = {"gold": j.gold, "told": j.predicted}
    cells = "".join(cell(words.value(kind, j.attribute, values[side])) for side in sides)
    name = cell(("" if j.right else "≠ ") + words.attribute(kind, j.attribute))
    return f"<tr{f' class={style}' if style else ''}>{name}{cells}</tr>"


def _trust(fault: Fault, words: Words) -> str:
    """How sure the prediction was, and which rule made it; nothing where nothing was predicted."""
    told = fault.verdict.predicted or {}
    parts = []
    if isinstance(told.get("confidence"), int | float):
        parts.append(f"{words['confidence']} {told['confidence']:.2f}")
    if by := told.get("by"):
        about = words.rule(leading(str(by)))
        parts.append(f"{words['by']} {by}" + (f" ({about})" if about else ""))
    return ", ".join(parts)
