"""The calibration of a report as lines of text and as a picture: does a confidence keep its promise?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from congvan.evaluate.calibration import Calibration, calibration_of
from congvan.evaluate.report import Report

# A kind or field with fewer values is not told alone: its figures would be chance.
ENOUGH = 200
# The plot: a square of so many units with a margin for its labels.
_SIDE, _MARGIN = 400, 60
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_WORDS = {
    "vi": {"confidence": "độ tin cậy", "right": "tỷ lệ đúng", "told": "sai lệch {:.4f} trên {} giá trị"},
    "en": {"confidence": "confidence", "right": "right", "told": "error {:.4f} over {} values"},
}


def printed_reliability(report: Report) -> Iterator[str]:
    """The calibration of all values pooled, then of each kind with ENOUGH of them."""
    yield from printed_calibration(report.calibration())
    for name, told in by_kind(report).items():
        yield (
            f"    {name:22} error {told.error:.4f}  straight through {told.straight_through:.3f} of {told.count}, "
            f"precision {told.interval[0]:.3f} to {told.interval[1]:.3f}"
        )


def by_kind(report: Report) -> dict[str, Calibration]:
    """kind (`header` as a whole) -> its calibration, where it has ENOUGH values."""
    trusts: dict[str, list[tuple[object, bool]]] = {}
    for kind, confidence, right in report.trusts():
        trusts.setdefault(kind, []).append((confidence, right))
    told = {kind: calibration_of(pairs) for kind, pairs in trusts.items() if len(pairs) >= ENOUGH}
    return {kind: found for kind, found in told.items() if found is not None}


def printed_calibration(calibration: Calibration | None) -> Iterator[str]:
    """The calibration error, its bins, and the share that may pass unseen."""
    if calibration is None:
        yield "calibration: no confidence was told"
        return
    yield f"calibration error {calibration.error:.4f} over {calibration.count} values and items"
    for part in calibration.bins:
        yield f"    confidence {part.confidence:.3f}  right {part.right:.3f}  ({part.count})  {_bar(part.right)}"
    low, high = calibration.interval
    threshold = "" if calibration.threshold is None else f" (confidence {calibration.threshold:.3f} and above)"
    yield (
        f"    straight through at 99 % precision: {calibration.straight_through:.3f}{threshold}, "
        f"precision {low:.3f} to {high:.3f}"
    )


def _bar(share: float, width: int = 20) -> str:
    return "█" * round(share * width)


def plot_svg(calibration: Calibration, title: str = "", language: str = "en") -> str:
    """A reliability plot as SVG: mean confidence of each bin against the share that is right, and the diagonal.

    `language`: of its labels, `vi` or `en`.
    """
    words = _WORDS[language]
    size = _SIDE + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="13">',
        f'<rect width="{size}" height="{size}" fill="white"/>',
        *_frame(),
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="5 4"/>',
        _path([(bin_.confidence, bin_.right) for bin_ in calibration.bins]),
    ]
    for bin_ in calibration.bins:
        told = f"{bin_.count}: {words['confidence']} {bin_.confidence:.3f}, {words['right']} {bin_.right:.3f}"
        place = f'cx="{_x(bin_.confidence)}" cy="{_y(bin_.right)}"'
        parts.append(f'<circle {place} r="5" fill="#1f5fa8"><title>{told}</title></circle>')
    caption = (f"{title}: " if title else "") + words["told"].format(calibration.error, calibration.count)
    parts += [_text(size / 2, _MARGIN / 2, caption), _text(size / 2, size - 12, words["confidence"])]
    turned = f'transform="translate(16 {size / 2}) rotate(-90)" text-anchor="middle"'
    parts += [f"<text {turned}>{words['right']}</text>", "</svg>"]
    return "\n".join(parts) + "\n"


def _frame() -> Iterator[str]:
    yield (f'<rect x="{_x(0)}" y="{_y(1)}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#333"/>')
    for tick in _TICKS:
        yield _text(_x(tick), _y(0) + 18, f"{tick:g}")
        yield f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>'


def _path(points: Sequence[tuple[float, float]]) -> str:
    told = " ".join(f"{_x(x)},{_y(y)}" for x, y in points)
    return f'<polyline points="{told}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>'


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="middle">{escape(words)}</text>'


def _x(share: float) -> float:
    return round(_MARGIN + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_MARGIN + (1 - share) * _SIDE, 1)
