"""Whether confidences keep their promise: the reliability table beside its plot."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from congvan.evaluate.calibration import Calibration
from congvan.evaluate.html.parts import figures
from congvan.evaluate.html.words import Words
from congvan.evaluate.reliability import by_kind, plot_svg
from congvan.evaluate.report import Report


def trust(report: Report, words: Words) -> Iterator[str]:
    """The section: plot, a row a bin, then a row a kind that has enough values and one for all."""
    yield f"<h2>{escape(words['trust'])}</h2>"
    pooled = report.calibration()
    if pooled is None:
        yield f"<p>{escape(words['no_trust'])}</p>"
        return
    yield f"<p>{escape(words['trust_told'])}</p>"
    rows = [[words["confidence"], words["right"], words["count"]]]
    rows += [[f"{b.confidence:.3f}", f"{b.right:.3f}", str(b.count)] for b in pooled.bins]
    yield f'<div class="side">{plot_svg(pooled, language=words.language)}{figures(rows)}</div>'
    heads = [words[name] for name in ("kind", "count", "error", "through", "threshold", "range")]
    kinds = [[words.kind(kind), *_told(one)] for kind, one in by_kind(report).items()]
    yield figures([heads, *kinds, [words["all"], *_told(pooled)]], summed=True)


def _told(one: Calibration) -> list[str]:
    threshold = "–" if one.threshold is None else f"{one.threshold:.3f}"
    interval = f"{one.interval[0]:.3f} – {one.interval[1]:.3f}" if one.straight_through else "–"
    return [str(one.count), f"{one.error:.3f}", f"{one.straight_through:.3f}", threshold, interval]
