"""The stream of samples: what a seed determines, what each form holds, and what the command writes."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest

from congvan.cli.synth import synth
from congvan.datamodel.record import ITEM_MODELS
from congvan.errors import UsageError
from congvan.ingest.files import IGNORE_FILE, files_of
from congvan.synth.forms import FORMS, STACKED, condition_of, medium_of
from congvan.synth.maker import Sample, dispatch_at, is_secret, make, sample_at, stack_at
from congvan.synth.writing.bodies import BUILDERS

SEED = 2026
# Forms that are quick to make; scans take a second a page.
QUICK = ("text", "markdown", "html", "docx", "tcvn3", "vni", "pdf", "stack", "zip")
SLOW = ("image:medium", "photo:hard", "tiff:medium", "stack:hard")
SCANNED = ("scan:light", *(pytest.param(form, marks=pytest.mark.slow) for form in SLOW))


@cache
def sample(form: str) -> Sample:
    """One sample of the form, another dispatch for each."""
    return sample_at(SEED, FORMS.index(form), form)


def evidence(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every header field, item and mention of a gold record."""
    yield from (field for field in record["header"].values() if field)
    for kind in ITEM_MODELS:
        for item in record[kind]:
            yield item
            yield from item.get("mentions", [])


# -- what a seed determines ----------------------------------------------------------------------------------


def written(sample: Sample) -> tuple[str, bytes, str, str]:
    return sample.name + sample.suffix, sample.data, sample.gold_json(), sample.truth_json()


def test_a_sample_does_not_hang_on_how_many_are_made() -> None:
    assert [written(s) for s in make(3, 4, QUICK)] == [written(s) for s in make(3, 8, QUICK)][:4]


def test_a_sample_does_not_hang_on_the_order_of_forms() -> None:
    assert [written(s) for s in make(3, 4, ("text", "pdf"))] == [written(s) for s in make(3, 4, ("pdf", "text"))]


def test_a_dispatch_does_not_hang_on_the_form_it_is_printed_to() -> None:
    assert sample_at(3, 5, "text").dispatches == sample_at(3, 5, "pdf").dispatches == (dispatch_at(3, 5),)


def test_scans_are_the_same_for_the_same_seed() -> None:
    assert written(sample_at(3, 1, "photo:hard")) == written(sample_at(3, 1, "photo:hard"))


def test_another_seed_makes_another_dispatch() -> None:
    assert dispatch_at(3, 0).text != dispatch_at(4, 0).text


def test_types_come_in_rounds() -> None:
    count = len(BUILDERS)
    for first in (0, count):
        assert {dispatch_at(SEED, n).type for n in range(first, first + count)} == set(BUILDERS)


@pytest.mark.slow
def test_many_samples_need_no_more_memory_than_few() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in make(SEED, count, ("text", "pdf")):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(20)  # fonts and word lists are loaded once
    few, many = peak(20), peak(200)
    # The largest of 200 dispatches is larger than the largest of 20; ten times as many must not be twice as much.
    assert many < 2 * few


# -- what each form holds ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [*QUICK, *SCANNED])
def test_every_quote_is_the_text_at_its_offsets(form: str) -> None:
    made = sample(form)
    for record, (pages, text) in zip(made.gold, made.texts, strict=True):
        parts = list(evidence(record))
        assert len(parts) > 5
        assert record["pages"] == pages
        for part in parts:
            assert text[part["start"] : part["end"]] == part["quote"]
            assert part["page"] in pages


@pytest.mark.parametrize("form", [*QUICK, *SCANNED])
def test_gold_tells_how_the_file_was_made(form: str) -> None:
    for record in sample(form).gold:
        assert record["form"] == medium_of(form)
        assert record["condition"] == condition_of(form)
        assert record["doc"] == sample(form).name


@pytest.mark.parametrize("form", ["pdf", "stack", *SCANNED])
def test_every_quote_has_boxes_on_its_pages(form: str) -> None:
    made = sample(form)
    sizes = {page.number: (page.width, page.height) for page in made.pages}
    for record in made.gold:
        for part in evidence(record):
            assert part["boxes"][0][0] == part["page"]
            for page, x0, top, x1, bottom in part["boxes"]:
                assert page in record["pages"]
                wide, high = sizes[page]
                # Skew may push what stands near an edge a little beyond it.
                assert -20 < x0 < x1 < wide + 20
                assert -20 < top < bottom < high + 20


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", ["pdf", "stack"])
def test_the_words_of_a_quote_stand_in_its_boxes(form: str) -> None:
    made = sample(form)
    document = pdfium.PdfDocument(made.data)
    for record in made.gold:
        for part in evidence(record):
            if " | " in part["quote"]:
                continue  # cells of a table: the bar stands for the rule between them
            found = ""
            for page, x0, top, x1, bottom in part["boxes"]:
                sheet = document[page - 1]
                high = sheet.get_height()
                # A little inside the box: the reader takes letters in that only touch it.
                found += sheet.get_textpage().get_text_bounded(x0 + 0.5, high - bottom + 3, x1 - 0.5, high - top - 3)
            assert squeezed(found) == squeezed(part["quote"])
    document.close()


@pytest.mark.parametrize("form", ["stack", pytest.param("stack:hard", marks=pytest.mark.slow)])
def test_a_stack_holds_three_dispatches_on_pages_of_their_own(form: str) -> None:
    made = sample(form)
    told = json.loads(made.gold_json())
    assert len(told) == STACKED
    pages = [page for record in told for page in record["pages"]]
    assert pages == list(range(1, len(pages) + 1)) == [page.number for page in made.pages]
    document = pdfium.PdfDocument(made.data)
    assert len(document) == len(pages)
    document.close()


def test_no_dispatch_of_a_stack_is_secret() -> None:
    secret = next(n for n in range(400) if is_secret(dispatch_at(SEED, n)))
    assert not any(map(is_secret, stack_at(SEED, secret, STACKED)))


def test_an_archive_holds_a_dispatch_a_member() -> None:
    made = sample("zip")
    with ZipFile(BytesIO(made.data)) as archive:
        assert archive.namelist() == ["1.docx", "2.txt"]
        assert archive.read("2.txt").decode() == made.texts[1][1]
    assert [len(made.gold), len(json.loads(made.gold_json()))] == [2, 2]


@pytest.mark.parametrize("form", ["image:medium", "photo:hard"])
def test_a_picture_holds_one_page_and_its_gold(form: str) -> None:
    long = next(n for n in range(40) if len(sample_at(SEED, n, "pdf").pages) > 1)
    made = sample_at(SEED, long, form)
    (record,) = made.gold
    assert record["pages"] == [1]
    assert len(made.pages) == 1
    assert {part["page"] for part in evidence(record)} == {1}


# -- the command ---------------------------------------------------------------------------------------------


def test_the_command_writes_files_gold_and_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "thu"
    assert synth(out=out, count=2, seed=5, form="text, pdf") == 0
    names = sorted(p.name for p in out.iterdir() if p.is_file())
    assert [name[:4] for name in names] == ["0001", "0002"]
    assert {name[5:] for name in names} == {"text.txt", "pdf.pdf"}
    assert capsys.readouterr().out.splitlines() == [str(out / name) for name in names]
    for name in names:
        stem = name.partition(".")[0]
        assert json.loads((out / "gold" / f"{stem}.json").read_text(encoding="utf-8"))["schema"] == "congvan/1"
        assert json.loads((out / "pages" / f"{stem}.json").read_text(encoding="utf-8"))["doc"] == stem


def test_a_run_over_the_folder_meets_documents_alone(tmp_path: Path) -> None:
    synth(tmp_path, count=2, form="text")
    assert [p.name for p in files_of([tmp_path])] == ["0001-text.txt", "0002-text.txt"]


def test_answers_may_stand_elsewhere(tmp_path: Path) -> None:
    gold, pages = tmp_path / "a" / "gold", tmp_path / "b"
    synth(out=tmp_path / "raw", count=1, form="text", gold=gold, pages=pages)
    assert [p.name for p in (tmp_path / "raw").iterdir()] == ["0001-text.txt"]
    for folder in (gold, pages):
        assert {p.name for p in folder.iterdir()} == {"0001-text.json", IGNORE_FILE}


def test_the_command_names_the_forms_it_knows(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"scan:light, scan:medium, scan:hard"):
        synth(out=tmp_path, form="word")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("both", [True, False])
def test_one_folder_is_named(tmp_path: Path, both: bool) -> None:
    with pytest.raises(UsageError, match="one folder"):
        synth(tmp_path if both else None, out=tmp_path if both else None)


@pytest.mark.slow
def test_every_form_can_be_asked_for_alone() -> None:
    for form in FORMS:
        made = next(make(1, 1, (form,)))
        assert made.form == form
