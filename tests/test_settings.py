from __future__ import annotations

from pathlib import Path

import pytest

from congvan.errors import UsageError
from congvan.settings import Settings, load_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONGVAN_CONFIG", raising=False)
    assert load_settings() == Settings()


def test_the_file_here_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONGVAN_CONFIG", raising=False)
    (tmp_path / "congvan.toml").write_text('archive = "kho"\nlanguage = "en"\n', encoding="utf-8")
    assert load_settings() == Settings(archive=Path("kho"), language="en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('archiv = "kho"', "archiv"),
        ('language = "fr"', "language"),
        ("workers = -1", "workers"),
        ("archive = ", "not a TOML file"),
    ],
)
def test_a_slip_is_told_with_the_entry(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "congvan.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=words):
        load_settings(file)


def test_a_named_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such settings file"):
        load_settings(tmp_path / "x.toml")
