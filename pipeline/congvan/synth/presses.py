"""From dispatches to the bytes of a file, its gold and the truth about its pages: one press a medium, in one table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from congvan.datamodel.document import Box
from congvan.synth.forms import BORN_DIGITAL, ZIPPED, condition_of, medium_of, suffix_of
from congvan.synth.gold import Gold, Printed, Unpaged, gold_record
from congvan.synth.printing.docx import docx
from congvan.synth.printing.fonts import draw_family
from congvan.synth.printing.html import html
from congvan.synth.printing.legacy import LEGACY_CODES, typed_in_tcvn3
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.plain import TEXT_FORMS
from congvan.synth.printing.typeset import Manner, SetPage, typeset
from congvan.synth.scanner.capture import Scanned, ScannedPage, scan_document
from congvan.synth.scanner.files import jpeg, scan_pdf, tiff
from congvan.synth.tree import Dispatch
from congvan.synth.truth import Paper, TruePage, TrueWord, paper_of, set_as, true_words


@dataclass(frozen=True)
class Job:
    """What is to be printed: the file's stem, its form, the dispatches in it, and the only source of chance."""

    name: str
    form: str
    dispatches: tuple[Dispatch, ...]
    rng: Random


@dataclass(frozen=True)
class Made:
    """A printed file; the parts are those of maker.Sample."""

    data: bytes
    gold: tuple[Gold, ...]
    pages: tuple[TruePage, ...] = ()
    texts: tuple[tuple[list[int], str], ...] = ()


def _gold(job: Job, dispatch: Dispatch, printed: Printed, pages: list[int], handwritten: Collection[str] = ()) -> Gold:
    condition = condition_of(job.form)
    return gold_record(
        job.name,
        dispatch,
        printed,
        form=medium_of(job.form),
        condition=condition,
        pages=pages,
        handwritten=handwritten,
    )


# -- files without pages -------------------------------------------------------------------------------------


def _typed(job: Job) -> Made:
    """A text file; gold counts in its own text."""
    (dispatch,) = job.dispatches
    written = TEXT_FORMS[medium_of(job.form)](dispatch)
    gold = _gold(job, dispatch, Unpaged(written.text, written.place), [1])
    return Made(written.text.encode(), (gold,), texts=(([1], written.text),))


def _old(job: Job) -> Made:
    """A text file from before Unicode; gold counts in its text as Unicode has it."""
    medium = medium_of(job.form)
    (dispatch,) = job.dispatches
    dispatch = typed_in_tcvn3(dispatch) if medium == "tcvn3" else dispatch
    written = TEXT_FORMS["text"](dispatch)
    gold = _gold(job, dispatch, Unpaged(written.text, written.place), [1])
    return Made(LEGACY_CODES[medium](written.text), (gold,), texts=(([1], written.text),))


def _web(job: Job) -> Made:
    """A web page; gold counts in the canonical text."""
    return _unpaged(job, html(job.dispatches[0], job.rng))


def _word(job: Job) -> Made:
    """A Word file; gold counts in the canonical text."""
    return _unpaged(job, docx(job.dispatches[0], job.rng))


def _unpaged(job: Job, data: bytes) -> Made:
    (dispatch,) = job.dispatches
    gold = _gold(job, dispatch, Unpaged.canonical(dispatch), [1])
    return Made(data, (gold,), texts=(([1], dispatch.text),))


def _zipped(job: Job) -> Made:
    """An archive of a Word file and a text; gold in the order of its members."""
    members = [
        (f"{n}{suffix_of(form)}", PRESSES[form](replace(job, form=form, dispatches=(dispatch,))))
        for n, (form, dispatch) in enumerate(zip(ZIPPED, job.dispatches, strict=True), 1)
    ]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, made in members:
            # The first moment that a ZIP can tell: the same members give the same bytes.
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.data, ZIP_DEFLATED)
    gold = tuple(record | {"form": medium_of(job.form)} for _, made in members for record in made.gold)
    return Made(out.getvalue(), gold, texts=tuple(text for _, made in members for text in made.texts))


# -- files of pages ------------------------------------------------------------------------------------------


def _set(dispatch: Dispatch, rng: Random) -> tuple[SetPage, ...]:
    return typeset(dispatch, Manner.draw(rng), draw_family(rng))


@dataclass
class _Binding:
    """Dispatches bound into one file, one after the other: what is known of its pages so far."""

    job: Job
    gold: list[Gold] = field(default_factory=list)
    pages: list[TruePage] = field(default_factory=list)
    texts: list[tuple[list[int], str]] = field(default_factory=list)

    @property
    def next_page(self) -> int:
        return len(self.pages) + 1

    def add(self, dispatch: Dispatch, paper: Paper, pages: Sequence[TruePage], hand: Collection[str] = ()) -> None:
        numbers = [page.number for page in pages]
        self.gold.append(_gold(self.job, dispatch, paper, numbers, hand))
        self.pages += pages
        self.texts.append((numbers, dispatch.text))

    def made(self, data: bytes) -> Made:
        return Made(data, tuple(self.gold), tuple(self.pages), tuple(self.texts))


def _printed(job: Job) -> Made:
    """A PDF with a text layer."""
    bound = _Binding(job)
    sheets: list[SetPage] = []
    for dispatch in job.dispatches:
        own = _set(dispatch, job.rng)
        paper = paper_of(dispatch, own, bound.next_page)
        bound.add(dispatch, paper, [set_as(sheet, number) for number, sheet in enumerate(own, bound.next_page)])
        sheets += own
    return bound.made(pdf(sheets))


def _scanned(job: Job) -> Made:
    """Pages that a scanner or a telephone took; a picture file holds the first page alone, and gold what is on it."""
    medium, level = medium_of(job.form), condition_of(job.form)
    bound = _Binding(job)
    taken: list[ScannedPage] = []
    for dispatch in job.dispatches:
        sheets = _set(dispatch, job.rng)
        kept = sheets[:1] if medium in _PICTURES else sheets
        scanned = scan_document(kept, pdf(sheets), dispatch, level, job.rng, photo=medium == "photo")
        laid = _stamped(dispatch, scanned)
        pages = scanned.pages
        paper = paper_of(dispatch, kept, bound.next_page, partial(_moved, pages), laid)
        true = [
            _true(sheet, page, number, laid)
            for number, (sheet, page) in enumerate(zip(kept, pages, strict=True), bound.next_page)
        ]
        bound.add(dispatch, paper, true, scanned.handwritten)
        taken += pages
    whole = Scanned(tuple(taken), frozenset(), ())
    return bound.made(_PACKERS[medium](whole))


def _moved(pages: Sequence[ScannedPage], at: int, box: Box) -> Box:
    return pages[at].where(box)


_PICTURES = ("image", "photo")
_PACKERS: dict[str, Callable[[Scanned], bytes]] = {
    "scan": scan_pdf,
    "stack": scan_pdf,
    "tiff": tiff,
    "image": lambda scanned: jpeg(scanned.pages[0]),
    "photo": lambda scanned: jpeg(scanned.pages[0]),
}


def _stamped(dispatch: Dispatch, scanned: Scanned) -> dict[int, Box]:
    """Where the secrecy mark was stamped: block -> box of page 1."""
    box = next((mark.box for mark in scanned.pages[0].marks if mark.name == "secrecy"), None)
    return {n: box for n, block in enumerate(dispatch.blocks) if block.role == "secrecy" and box}


def _true(sheet: SetPage, page: ScannedPage, number: int, laid: Mapping[int, Box]) -> TruePage:
    captions = tuple(TrueWord(word.text, word.box, "caption") for word in page.captions)
    return TruePage(
        number,
        page.width,
        page.height,
        page.dpi,
        page.turned,
        (*captions, *true_words(sheet, page.where, laid)),
        tuple((name, page.where(box)) for name, box in sheet.regions),
        tuple((mark.name, mark.box) for mark in page.marks),
    )


def _stacked(job: Job) -> Made:
    """Several dispatches in one PDF, saved from a word processor or taken from the feeder of a scanner."""
    return _printed(job) if condition_of(job.form) == BORN_DIGITAL else _scanned(job)


PRESSES: dict[str, Callable[[Job], Made]] = {
    "text": _typed,
    "markdown": _typed,
    "tcvn3": _old,
    "vni": _old,
    "html": _web,
    "docx": _word,
    "pdf": _printed,
    "stack": _stacked,
    "zip": _zipped,
    "scan": _scanned,
    "image": _scanned,
    "photo": _scanned,
    "tiff": _scanned,
}
