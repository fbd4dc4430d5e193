"""`congvan doctor`: what works here and what to install."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from congvan.errors import EXIT_OK, EXIT_SETUP, CongvanError

# Less free space than this and an archive may run full in one night.
LITTLE_DISK = 1_000_000_000


def doctor(
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive to look at.")] = None,
) -> int:
    """Check engines, language data, words, disk and archive; say what works and what to install.

    The exit code is 4 where something does not work.

    \b
    Examples:
      congvan doctor
      congvan doctor --archive kho
    """
    from congvan.settings import load_settings

    folder = archive or load_settings().archive
    checks = [*_engines(), _words(), _parquet(), _disk(folder), _archive(folder)]
    for good, name, detail in checks:
        print(f"{'ok  ' if good else 'FAIL'}  {name}: {detail}")
    return EXIT_OK if all(good for good, _, _ in checks) else EXIT_SETUP


Check = tuple[bool, str, str]


def _engines() -> list[Check]:
    """Each engine of the table is started for real."""
    from congvan.ocr import ENGINES, load_engine

    checks = []
    for name in ENGINES:
        try:
            engine = load_engine(name)
            checks.append((True, f"OCR engine {name}", f"version {engine.version}, Vietnamese data found"))
            engine.close()
        except CongvanError as error:
            checks.append((False, f"OCR engine {name}", str(error)))
    return checks


def _words() -> Check:
    """underthesea must cut words without a network."""
    from congvan.text.tokens import word_spans

    sentence = "Công đoàn cơ sở"
    try:
        spans = word_spans(sentence, 0, len(sentence))
    except Exception as error:
        return False, "word segmenter", f"{error}; reinstall underthesea"
    return bool(spans), "word segmenter", f"underthesea cuts {len(spans)} words of {sentence!r}"


def _parquet() -> Check:
    if find_spec("pyarrow"):
        return True, "parquet export", "pyarrow is there"
    return True, "parquet export", "not installed (optional): pip install 'congvan[parquet]'"


def _disk(folder: Path) -> Check:
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    return free > LITTLE_DISK, "disk", f"{free / 1e9:.1f} GB free at {place}"


def _archive(folder: Path) -> Check:
    """An archive that is there must open; where there is none yet, its place must be writable."""
    from congvan.query import Archive

    if not folder.exists():
        place = folder.absolute().parent
        good = os.access(place, os.W_OK)
        return good, "archive", f"none yet at {folder}" + ("" if good else f"; {place} can't be written")
    try:
        with Archive(folder) as found:
            count = len(found.sql("SELECT id FROM dispatches"))
    except CongvanError as error:
        return False, "archive", str(error)
    return True, "archive", f"{count} dispatches in {folder}"
