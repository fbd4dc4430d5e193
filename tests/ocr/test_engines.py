"""What every engine of the table must do, and what is said where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from congvan.errors import SetupError, UsageError
from congvan.ocr import ENGINES, load_engine
from congvan.ocr.engine import Engine
from tests import paper

DPI = 200


@pytest.fixture(scope="module", params=ENGINES)
def any_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    loaded = load_engine(request.param)
    yield loaded
    loaded.close()


@pytest.fixture(scope="module")
def grey() -> np.ndarray:
    return np.asarray(paper.picture(dpi=DPI).convert("L"))


def test_engine_reads_words_with_places(any_engine: Engine, grey: np.ndarray) -> None:
    lines = any_engine.read(grey, DPI)
    words = [word for line in lines for word in line.words]
    read = {word.text for word in words}
    assert len(read & set(paper.WORDS)) >= 0.85 * len(set(paper.WORDS))
    height, width = grey.shape
    for word in words:
        assert word.source == any_engine.name
        assert 0.0 <= word.confidence <= 1.0
        assert 0 <= word.box.x0 < word.box.x1 <= width
        assert 0 <= word.box.top < word.box.bottom <= height
    place = next(word.box for word in words if word.text == "215/SCN-VP")
    assert place.top / DPI * 72 == pytest.approx(106, abs=4)


def test_engine_reads_the_same_twice(any_engine: Engine, grey: np.ndarray) -> None:
    part = grey[500:800]
    assert any_engine.read(part, DPI) == any_engine.read(part, DPI)


@pytest.mark.parametrize("mode", ["block", "sparse", "line"])
def test_engine_reads_a_single_line(any_engine: Engine, mode: str) -> None:
    line = np.asarray(paper.picture(((40, 30, "trước ngày 20 tháng 4 năm 2021"),), dpi=DPI).convert("L"))[60:160]
    words = [word.text for found in any_engine.read(line, DPI, mode) for word in found.words]  # type: ignore[arg-type]
    assert words == ["trước", "ngày", "20", "tháng", "4", "năm", "2021"]


def test_blank_paper_has_no_words(any_engine: Engine) -> None:
    assert any_engine.read(np.full((400, 300), 255, dtype=np.uint8), DPI) == []


def test_engine_knows_its_name_and_version(any_engine: Engine) -> None:
    assert any_engine.name in ENGINES
    assert "5." in any_engine.version or "4." in any_engine.version


def test_unknown_engine_is_the_users_mistake() -> None:
    with pytest.raises(UsageError, match="tesserocr"):
        load_engine("doc-giup")


@pytest.mark.parametrize("name", ENGINES)
def test_missing_language_data_names_the_command(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(SetupError) as caught:
        load_engine(name)
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in caught.value.advice
    assert str(tmp_path) in caught.value.message


def test_missing_program_names_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetupError, match="apt-get install tesseract-ocr"):
        load_engine("pytesseract")
