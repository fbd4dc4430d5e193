"""The way of a file: bytes -> pages -> words with places -> dispatches of canonical text -> candidates -> records.

`extract` is the whole way of one file, the functions below are its steps in their order. Nothing here knows an
archive: `ingest/workers.py` runs these steps for many files, and `ingest/batch.py` hands what comes of them to
`archive/store.py`.

A *strip* is a stretch of a printed line in reading order, a *dispatch* one document of an office, a *cell* a part of
the page with a role, a *candidate* what one extractor proposes, an *item* what arbitration made of candidates.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from congvan.arbitrate.checks import flags_of
from congvan.arbitrate.choose import choose_header, choose_items
from congvan.arbitrate.confidence import with_confidences
from congvan.datamodel.candidate import Candidate
from congvan.datamodel.context import Context
from congvan.datamodel.document import Page, PageFailure, PageImage, Source, path_text
from congvan.datamodel.mentions import Mentions
from congvan.datamodel.record import ITEM_MODELS, Reading, Record, RecordSource
from congvan.datamodel.text import CanonicalText
from congvan.errors import CongvanError, DocumentError
from congvan.extract import EXTRACTORS, Extractor
from congvan.grammar.documents.codes import find_codes
from congvan.grammar.time.dates import find_dates
from congvan.grammar.who.bodies import find_bodies
from congvan.judge.model import judge
from congvan.judge.weigh import weighed
from congvan.layout.cells import find_cells
from congvan.layout.cut import dispatches_of
from congvan.layout.order import strips_of
from congvan.layout.outline import outline
from congvan.layout.paragraphs import paragraphs_of
from congvan.layout.respell import respelled
from congvan.layout.stamps import secrecy_stamp
from congvan.ocr import load_engine
from congvan.ocr.engine import Engine
from congvan.ocr.reader import read_page
from congvan.reading import COUNTERS, READERS
from congvan.reading.asked import Asked
from congvan.reading.containers.covers import Covers, all_secret
from congvan.reading.containers.unpacked import Begin, End, File, Lost, Unpacker
from congvan.reading.opened import open_file
from congvan.reading.sniff import sniff
from congvan.text.canonical import canonical_text
from congvan.text.tokens import context_of, make_nlp


@dataclass(frozen=True)
class Options:
    """What a user may ask of reading: an OCR engine, pages (numbers from 1, None for all), what to do with secrets,
    and passwords to try on locked files."""

    ocr_engine: str = "tesserocr"
    pages: frozenset[int] | None = None
    keep_secret: bool = False
    passwords: tuple[str, ...] = field(default=(), repr=False)

    @property
    def asked(self) -> Asked:
        """What readers need to know of it."""
        return Asked(self.pages, self.passwords)


@dataclass(frozen=True)
class Extraction:
    """What came of one file: its records, or why there are none.

    `status`: `done`, `partial` (some pages failed) or `secret` (then there are no records);
    `pages`: how many were read; `secrecy`: the stamp that was seen, or None; `lost`: what of the files in it could not
    be read.
    """

    source: Source
    records: tuple[Record, ...]
    status: str
    pages: int
    failures: tuple[PageFailure, ...] = ()
    secrecy: str | None = None
    lost: tuple[DocumentError, ...] = ()


def extract(path: str | Path, options: Options | None = None) -> Extraction:
    """The records of one file and of the files in it (ZIP, PDF portfolio), each with its canonical text in `text`.

    Raises DocumentError where nothing of the file can be read, SetupError where the surroundings are at fault.
    """
    options = options or Options()
    whole = File.of(path)
    covers = Covers()
    parts: list[Extraction | DocumentError] = []
    with Unpacker(options.asked) as unpacker:
        for found in unpacker.files(whole):
            parts += _part(found, options, covers)
            if covers.closed(whole.name):
                break  # nothing that follows can be given out
    return _whole(whole, parts)


def _part(found: File | Lost | Begin | End, options: Options, covers: Covers) -> list[Extraction | DocumentError]:
    """What one file of a container gives, or why it gives nothing; of what a secret cover closes nothing is told."""
    if isinstance(found, Begin):
        covers.begin(found)
        return []
    file = found if isinstance(found, File) else found.file
    closed = covers.closed(file.name) or covers.closed(file.container)
    try:
        if isinstance(found, End):
            covers.end(file.name)
        if closed:
            return []
        if isinstance(found, Lost):
            return [found.error]
        if isinstance(found, End):
            return [DocumentError(f"{file.name}: {found.trouble}", reason=found.trouble)] if found.trouble else []
        extraction = extract_file(file.path, options, file.name)
    except DocumentError as error:
        return [error]
    finally:
        file.discard()
    covers.tell(file.name, extraction.status)
    return [extraction]


def _whole(file: File, parts: Sequence[Extraction | DocumentError]) -> Extraction:
    """What the parts of a file come to. Raises the first error where all were lost."""
    read = [part for part in parts if isinstance(part, Extraction)]
    lost = tuple(part for part in parts if isinstance(part, DocumentError))
    if not read:
        raise lost[0] if lost else DocumentError(f"{file.name}: it holds no files.", reason="no_members")
    states = [part.status for part in read] + ["failed"] * len(lost)
    own = read[0].source.path == file.name
    if all_secret(states) or (own and states[0] == "secret"):
        status = "secret"
    else:
        status = "partial" if lost or "partial" in states else "done"
    return Extraction(
        read[0].source if own else source_of(file.path),
        tuple(record for part in read for record in part.records),
        status,
        sum(part.pages for part in read),
        tuple(failure for part in read for failure in part.failures),
        next((part.secrecy for part in read if part.secrecy), None),
        lost,
    )


def extract_file(path: str | Path, options: Options, name: str | None = None) -> Extraction:
    """The records of a file's own pages; `name`: what the records call it, if not by its path. Raises as `extract`."""
    source, pages = read(path, options, name)
    return extraction_of(source, pages, options)


def read(
    path: str | Path, options: Options | None = None, name: str | None = None
) -> tuple[Source, list[Page | PageFailure]]:
    """The file's pages with their words; scanned ones are read by the OCR engine.

    Raises DocumentError where the file can't be opened as what it is, SetupError where the engine is missing.
    """
    options = options or Options()
    source = source_of(path, name)
    return source, pages_of(path, source, options)


def pages_of(path: str | Path, source: Source, options: Options) -> list[Page | PageFailure]:
    """The pages of a file of which it is known what it is. Raises as `read`."""
    if source.form not in READERS:
        raise DocumentError(f"{source.path}: it holds files, and no pages.", reason="unsupported", status="unsupported")
    pages = load(READERS[source.form])(Path(path), options.asked)
    return [ocr(page, options.ocr_engine) if isinstance(page, PageImage) else page for page in pages]


def ocr(image: PageImage, engine_name: str) -> Page | PageFailure:
    """The words of a page image; a page on which the engine fails is told, and the others go on."""
    ocr_engine = engine(engine_name)
    try:
        return read_page(image, ocr_engine).scaled(image.scale)
    except CongvanError:
        raise
    except Exception as error:  # whatever a native engine throws at a strange picture
        return PageFailure(image.number, "ocr_failed", f"page {image.number}: {engine_name}: {error}")


def source_of(path: str | Path, name: str | None = None) -> Source:
    """What the file is, by its content, and its hash; `name`: what records call it, if not by its path."""
    form = sniff(Path(path))
    digest, size, _ = digest_of(path)
    return Source(name or path_text(path), digest, form, size)


def digest_of(path: str | Path) -> tuple[str, int, int]:
    """`(sha256, size in bytes, time of change in ns)` of a file, read a piece at a time. Raises as `open_file`."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell(), os.fstat(file.fileno()).st_mtime_ns


def page_count(path: str | Path, form: str, options: Options) -> int:
    """How many pages the file has, without reading them."""
    return int(load(COUNTERS[form])(Path(path), options.asked)) if form in COUNTERS else 1


def extraction_of(source: Source, pages: Sequence[Page | PageFailure], options: Options) -> Extraction:
    """What the pages of a file hold. A secrecy stamp on any of them closes the whole file, unless it may be kept.

    Raises DocumentError where there are no pages: none of those asked for is in the file.
    """
    if not pages:
        raise DocumentError(f"{source.path}: none of the pages asked for is there.", reason="no_such_page")
    good = [page for page in pages if isinstance(page, Page)]
    failures = tuple(page for page in pages if isinstance(page, PageFailure))
    stamp = next((seen for page in good if (seen := secrecy_stamp(page.lines))), None)
    if stamp and not options.keep_secret:
        return Extraction(source, (), "secret", len(good), failures, stamp)
    records = tuple(records_of(good, source))
    return Extraction(source, records, "partial" if failures else "done", len(good), failures, stamp)


def records_of(pages: Sequence[Page], source: Source) -> Iterator[Record]:
    """One record for each dispatch that the pages hold, in order."""
    for n, (text, where) in enumerate(texts_of(pages, source), 1):
        yield record_of(annotate(text), f"{source.sha256[:12]}-{n}", where)


def texts_of(pages: Sequence[Page], source: Source) -> Iterator[tuple[CanonicalText, RecordSource]]:
    """The text of each dispatch that the pages hold, in order, and where it was read."""
    reading: Reading = "fast" if any(page.reading == "fast" for page in pages) else "text"
    for strips in dispatches_of(respelled(strips_of(pages))):
        text = canonical_text(paragraphs_of(strips), placed=all(page.placed for page in pages))
        numbers = tuple(sorted({strip.page for strip in strips}))
        where = RecordSource(path=source.path, sha256=source.sha256, form=source.form, reading=reading, pages=numbers)
        yield text, where


def annotate(canonical: CanonicalText) -> Doc:
    """The text as a spaCy Doc that carries its context."""
    doc = nlp()(canonical.text)
    doc._.context = context_of_text(canonical)
    return doc


def context_of_text(canonical: CanonicalText) -> Context:
    """What is known of a text before any extractor runs: cells, outline and the table of mentions."""
    text = canonical.text
    mentions = Mentions(tuple(find_dates(text)), tuple(find_codes(text)), tuple(find_bodies(text)))
    return Context(canonical, outline(canonical, tuple(find_cells(canonical))), mentions)


def record_of(doc: Doc, record_id: str, source: RecordSource) -> Record:
    """Runs every extractor over the Doc and lets their candidates compete.

    The header comes first: days without a year are found anew once the date of issue is known.
    """
    context = context_of(doc)
    header = choose_header(candidates_of(doc, ["header"]), context.canonical)
    issued_on = header.issued_on.value if header.issued_on else None
    if issued_on:
        day = date.fromisoformat(issued_on)
        dates = tuple(find_dates(context.canonical.text, day))
        doc._.context = replace(context, mentions=replace(context.mentions, dates=dates), issued_on=day)
    found = candidates_of(doc, [kind for kind in EXTRACTORS if kind != "header"])
    items: dict[str, Any] = {
        kind: choose_items(kind, [c for c in found if c.kind == kind], context.canonical) for kind in ITEM_MODELS
    }
    flags = flags_of(header, items)
    record = Record(id=record_id, source=source, header=header, flags=flags, text=context.canonical.text, **items)
    return with_confidences(record, context.canonical)


def candidates_of(doc: Doc, kinds: Iterable[str]) -> list[Candidate]:
    """What the extractors of these kinds propose, weighed by the trained judge."""
    return weighed(doc, [candidate for kind in kinds for candidate in extractor(kind)(doc)], judge())


@cache
def extractor(kind: str) -> Extractor:
    """The extractor of a kind, imported on first use."""
    return cast(Extractor, load(EXTRACTORS[kind]))


@cache
def engine(name: str) -> Engine:
    """The OCR engine of this name, started once a process and kept warm."""
    return load_engine(name)


@cache
def nlp() -> Language:
    """The tokenizer, made once a process."""
    return make_nlp()


@cache
def load(where: str) -> Callable[..., Any]:
    """The function that a table row `module:function` names."""
    module, _, name = where.partition(":")
    return cast(Callable[..., Any], getattr(import_module(module), name))
