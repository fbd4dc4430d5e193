"""Converted fonts are kept in a folder of the user's own."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from congvan.errors import SetupError
from congvan.synth.printing.outlines import _RECIPE, truetype


def test_a_kept_font_in_somebody_elses_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font = tmp_path / "mau.otf"
    font.write_bytes(b"OTTO")
    stranger = os.getuid() + 1
    kept = tmp_path / f"congvan-fonts-{stranger}" / f"mau-{sha256(b'OTTO' + _RECIPE.encode()).hexdigest()[:16]}.ttf"
    kept.parent.mkdir()
    kept.write_bytes(b"somebody's")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: stranger)
    with pytest.raises(SetupError, match="somebody else"):
        truetype(font)
