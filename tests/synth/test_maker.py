"""The stream of samples, and the eight in data/ that it made."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from congvan.cli.synth import synth
from congvan.errors import UsageError
from congvan.synth.maker import ROUND, make
from congvan.synth.printing.fonts import serif

DATA = Path(__file__).resolve().parents[2] / "data"
SEED = 2026


@pytest.fixture(scope="module")
def round_of_samples():
    return list(make(SEED, len(ROUND)))


def test_samples_of_the_repository_are_what_the_seed_makes(round_of_samples):
    # Gold names pages, which hang on the font's metrics; other faces than Tinos break lines elsewhere.
    assert serif().name == "Tinos", "the samples are set in Tinos (apt-get install fonts-croscore)"
    names = {s.name + s.suffix for s in round_of_samples}
    assert {p.name for p in (DATA / "raw").iterdir()} == names
    for sample in round_of_samples:
        assert (DATA / "annotated" / f"{sample.name}.json").read_text(encoding="utf-8") == sample.gold_json()
        kept = (DATA / "raw" / (sample.name + sample.suffix)).read_bytes()
        if sample.suffix == ".txt":
            assert kept == sample.data
        elif sample.suffix == ".pdf":
            assert layers(kept) == layers(sample.data)


def layers(data):
    """The text layer of each page: empty strings for scans."""
    document = pdfium.PdfDocument(data)
    texts = [document[i].get_textpage().get_text_bounded() for i in range(len(document))]
    document.close()
    return texts


def test_samples_are_small():
    assert sum(p.stat().st_size for p in (DATA / "raw").iterdir()) < 5_000_000


def test_a_sample_does_not_hang_on_how_many_are_made():
    alone = [s.data for s in make(3, 2, ("text",))]
    assert alone == [s.data for s in make(3, 4, ("text",))][:2]


def test_types_and_forms_are_taken_in_turn(round_of_samples):
    assert [s.form for s in round_of_samples] == list(ROUND)
    assert len({s.dispatch.type for s in round_of_samples}) >= 6


def test_a_picture_has_gold_of_its_page_only(round_of_samples):
    picture = next(s for s in round_of_samples if s.form.startswith("image"))
    for value in picture.gold.values():
        if isinstance(value, list):
            assert all(item["page"] == 1 for item in value)


def test_figures_written_by_hand_are_marked(round_of_samples):
    by_pen = next(s for s in round_of_samples if s.form == "scan:pen")
    assert by_pen.gold["header"]["code"]["handwritten"] is True


@pytest.mark.parametrize("form", ["word", "scan", "scan:awful", "pdf:clean", "text:fax"])
def test_unknown_forms_are_refused(form):
    with pytest.raises(ValueError, match="unknown form"):
        next(make(1, 1, (form,)))


def test_the_command_writes_documents_and_gold(tmp_path, capsys):
    assert synth(tmp_path / "thu", count=2, seed=5, form="text, markdown") == 0
    files = sorted(p.name for p in (tmp_path / "thu").iterdir())
    assert files == ["001-text.txt", "002-markdown.txt", "gold"]
    assert json.loads((tmp_path / "thu/gold/001-text.json").read_text(encoding="utf-8"))["schema"] == "congvan/1"
    assert "001-text.txt" in capsys.readouterr().out


def test_the_command_names_the_forms_it_knows(tmp_path):
    with pytest.raises(UsageError, match="scan:office"):
        synth(tmp_path, form="docx")
