"""--passwords and the setting of that name: locked files open, and no password is left anywhere."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from congvan.cli.main import main
from congvan.errors import UsageError
from congvan.query import Archive
from congvan.settings import load_passwords
from tests import paper


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CONGVAN_CONFIG", raising=False)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper.born_digital())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="Cửa-số-7", owner="chu", R=6))
    (tmp_path / "tep").mkdir()
    (tmp_path / "tep" / "khoa.pdf").write_bytes(out.getvalue())
    (tmp_path / "khoa.txt").write_text("\ufeffsai\r\n\r\n  \r\nCửa-số-7\r\n", encoding="utf-8")
    return tmp_path


def test_extract_opens_with_a_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "tep/khoa.pdf"]) == 3
    assert "--passwords" in capsys.readouterr().err
    assert main(["extract", "tep/khoa.pdf", "--passwords", "khoa.txt"]) == 0
    assert '"215/SCN-VP"' in capsys.readouterr().out


def test_the_setting_does_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "congvan.toml").write_text('passwords = "khoa.txt"\n', encoding="utf-8")
    assert main(["extract", "tep/khoa.pdf"]) == 0
    assert '"215/SCN-VP"' in capsys.readouterr().out


@pytest.mark.parametrize("workers", ["1", "2"])
def test_no_password_reaches_archive_or_terminal(
    folder: Path, workers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "khoa.txt").replace(folder / "tep" / "khoa.txt")
    (folder / "tep" / "hong.pdf").write_bytes((folder / "tep" / "khoa.pdf").read_bytes()[:-300])
    command = ["ingest", "tep", "--passwords", "tep/khoa.txt", "--archive", "kho", "--workers", workers]
    assert main(command) == 1
    told = "".join(capsys.readouterr())
    kept = b"".join(file.read_bytes() for file in (folder / "kho").rglob("*") if file.is_file())
    assert "Cửa-số" not in told
    assert "Cửa-số".encode() not in kept
    with Archive(folder / "kho") as archive:
        states = dict(archive.sql("SELECT path, status FROM files").itertuples(index=False))
    assert states == {"tep/hong.pdf": "failed", "tep/khoa.pdf": "done"}


def test_passwords_are_lines(folder: Path) -> None:
    assert load_passwords(folder / "khoa.txt") == ("sai", "Cửa-số-7")
    assert load_passwords(None) == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(None, "can't be read", id="not there"),
        pytest.param(b"bi-mat-\xff\n", "not UTF-8", id="other encoding"),
        pytest.param(b"\n".join(b"bi-mat-%d" % n for n in range(1001)), "more than", id="too many"),
        pytest.param(b"bi-mat-" * 20_000, "more than", id="too long"),
    ],
)
def test_wrong_list_is_told_without_its_words(folder: Path, data: bytes | None, words: str) -> None:
    path = folder / "sai.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=words) as caught:
        load_passwords(path)
    assert "bi-mat" not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)
