"""`congvan why`: what is behind a value, for a person, in a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from congvan.errors import UsageError

if TYPE_CHECKING:
    from congvan.arbitrate.explain import Explanation
    from congvan.datamodel.record import Record

_WORDS = {
    "vi": {
        "value": "Giá trị", "none": "không có", "by": "Do", "agrees": "cùng đọc", "where": "Trích", "page": "trang",
        "checks": "Tự kiểm tra", "silent": "không phép nào lên tiếng", "confidence": "Độ tin cậy",
        "sum": "tổng log-odds", "lost": "Cách đọc đã thua", "mentions": "Nhắc lại", "model": "mô hình đã huấn luyện",
        "unsettled": "độ tin cậy này do phiên bản trọng số khác tính; các phần cộng không đủ",
    },
    "en": {
        "value": "Value", "none": "none", "by": "By", "agrees": "agrees", "where": "Words", "page": "page",
        "checks": "Self-checks", "silent": "none spoke", "confidence": "Confidence", "sum": "sum of log-odds",
        "lost": "Readings that lost", "mentions": "Said again", "model": "the trained model",
        "unsettled": "other weights made this confidence; the parts do not add up to it",
    },
}  # fmt: skip


def why(
    subject: Annotated[str, typer.Argument(metavar="ID|FILE", help="Id of a dispatch in the archive, or a file.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="header.code, deadlines.2, targets.1.value, ...")],
    dispatch: Annotated[int, typer.Option(min=1, help="Which dispatch of a FILE that holds several.")] = 1,
    language: Annotated[Literal["vi", "en"] | None, typer.Option(help="Of the explanation.")] = None,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
) -> None:
    """Tell which rule made a value, from which words, which checks spoke, and what its confidence is made of.

    Items count from 1, in the order in which `congvan show` tells them.

    \b
    Examples:
      congvan why 5e5e5e5e5e5e-1 header.code
      congvan why ke-hoach.pdf deadlines.2
      congvan why 5e5e5e5e5e5e-1 targets.1.value --archive kho --language en
    """
    from congvan.arbitrate.explain import explain
    from congvan.cli.terminal import shown
    from congvan.settings import load_settings

    settings = load_settings()
    file = Path(subject)
    record = _of_file(file, dispatch) if file.exists() else _of_archive(subject, archive or settings.archive)
    for line in told(record, explain(record, field), language or settings.language):
        print(shown(line))


def told(record: Record, found: Explanation, language: str) -> Iterator[str]:
    """The explanation as lines."""
    from congvan.arbitrate.explain import words_for

    words, evidence = _WORDS[language], found.found
    values = {name: value for name, value in found.values.items() if value is not None}
    yield f"{found.place}  {record.id}  {record.source.path}"
    for name, value in (values or {"value": words["none"]}).items():
        label = words["value"] + ("" if name == "value" else f" {name}")
        yield f"{label}: {value}"
    yield f"{words['by']}: {found.rule}: {_rule(found.rule, language)}"
    for other in found.others:
        yield f"  + {other} ({words['agrees']})"
    yield f"{words['where']} ({words['page']} {evidence.page}{_box(evidence.boxes)}):"
    yield f"  {_line(found.before)}»{_line(evidence.quote)}«{_line(found.after)}"
    for mention in getattr(evidence, "mentions", ())[:3]:
        yield f"{words['mentions']} ({words['page']} {mention.page}): {_line(mention.quote)}"
    yield f"{words['checks']}: " + ("" if found.flags else words["silent"])
    for flag in found.flags:
        yield f"  {flag.flag}: {words_for('checks', flag.flag, language)} ({flag.detail})"
    yield f"{words['confidence']}: {evidence.confidence:.3f}"
    for family, share in sorted(found.contributions.items(), key=lambda pair: -abs(pair[1])):
        yield f"  {share:+6.2f}  {words_for('contributions', family, language)}"
    if found.contributions:
        yield f"  {sum(found.contributions.values()):+6.2f}  = {words['sum']}"
    if found.unsettled:
        yield f"  ({words['unsettled']})"
    if evidence.alternatives:
        yield f"{words['lost']}:"
    for loser in evidence.alternatives:
        yield f"  {loser.value}  ({loser.confidence:.3f}, {loser.by}: {_rule(loser.by, language)})"


def _rule(by: str, language: str) -> str:
    from congvan.arbitrate.explain import words_for
    from congvan.arbitrate.sources import MODEL, source_of

    return _WORDS[language]["model"] if source_of(by) == MODEL else words_for("extractors", by, language)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _box(boxes: tuple[tuple[int, float, float, float, float], ...]) -> str:
    return f", x {boxes[0][1]:g}, y {boxes[0][2]:g} pt" if boxes else ""


def _of_file(file: Path, number: int) -> Record:
    from congvan.pipeline import Options, extract
    from congvan.settings import load_settings

    records = extract(file, Options(load_settings().ocr_engine)).records
    if number > len(records):
        raise UsageError(f"{file}: it holds {len(records)} dispatches that may be shown.", "See --dispatch.")
    return records[number - 1]


def _of_archive(dispatch_id: str, folder: Path) -> Record:
    from congvan.query import Archive

    with Archive(folder) as opened:
        return opened.show(dispatch_id, with_text=True)
