"""Locked PDFs open with the passwords given, and no password is ever told."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from tests import paper

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import Asked
from congvan.reading.layers.unlock import Opened, opened
from congvan.reading.pdf import count_pages, read_pdf

Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(data: bytes) -> Path:
        path = tmp_path / "khoa.pdf"
        path.write_bytes(data)
        return path

    return _save


def locked(user: str, owner: str = "chu-so-huu", revision: int = 6) -> bytes:
    """The dispatch behind a password: RC4 of 40 and 128 bits (2, 3), AES of 128 and 256 bits (4, 6)."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper.born_digital())) as pdf:
        pdf.save(
            out,
            encryption=pikepdf.Encryption(
                user=user, owner=owner, R=revision, aes=revision >= 4, metadata=revision >= 4
            ),
        )
    return out.getvalue()


def words_of(path: Path, *passwords: str) -> list[str]:
    (page,) = read_pdf(path, Asked(passwords=passwords))
    assert isinstance(page, Page)
    return sorted(word.text for line in page.lines for word in line.words)


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_password_of_the_list_opens(save: Save, revision: int) -> None:
    path = save(locked("mo-ra", revision=revision))
    assert words_of(path, "sai", "mo-ra", "thua") == sorted(paper.WORDS)
    assert count_pages(path, Asked(passwords=("mo-ra",))) == 1


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_password_of_the_owner_opens(save: Save, revision: int) -> None:
    assert words_of(save(locked("mo-ra", "chu", revision)), "chu") == sorted(paper.WORDS)


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_owner_s_password_alone_locks_nothing(save: Save, revision: int) -> None:
    assert words_of(save(locked("", "chu", revision))) == sorted(paper.WORDS)


def test_password_with_marks_opens_however_it_is_composed(save: Save) -> None:
    path = save(locked("Số đỏ"))
    assert words_of(path, "S\u00f4\u0301 \u0111o\u0309") == sorted(paper.WORDS)


@pytest.mark.parametrize("passwords", [(), ("sai",), ("sai", "", "sai nữa")])
def test_without_the_right_password_the_file_asks_for_it(save: Save, passwords: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError) as caught:
        list(read_pdf(save(locked("mo-ra")), Asked(passwords=passwords)))
    assert (caught.value.reason, caught.value.status) == ("encrypted", "failed")
    assert "--passwords" in caught.value.advice


def test_passwords_do_no_harm_to_open_files(save: Save) -> None:
    assert words_of(save(paper.born_digital()), "sai") == sorted(paper.WORDS)


def test_broken_file_is_not_called_locked(save: Save) -> None:
    with pytest.raises(DocumentError):
        count_pages(save(paper.born_digital(encrypt=StandardEncryption("mat-khau"))))
    # pdfium keeps the error of the file before.
    with pytest.raises(DocumentError) as caught:
        count_pages(save(b"%PDF-1.4\ngarbage\nstartxref\n9\n%%EOF\n"))
    assert caught.value.reason == "damaged"


def test_no_password_is_told(save: Save, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    path = save(locked("mo-ra-that-nhanh"))
    with pytest.raises(DocumentError) as caught:
        list(read_pdf(path, Asked(passwords=("sai-hoan-toan",))))
    words_of(path, "mo-ra-that-nhanh")
    with opened(path, ("mo-ra-that-nhanh",)) as unlocked:
        assert isinstance(unlocked, Opened)
        told = f"{caught.value} {caught.value!r} {unlocked!r} {Asked(passwords=('mo-ra-that-nhanh',))!r} {caplog.text}"
    assert "sai-hoan-toan" not in told
    assert "mo-ra-that-nhanh" not in told


def test_file_is_closed_when_the_reader_stops(save: Save) -> None:
    path = save(paper.born_digital(pages=3))
    before = len(os.listdir("/proc/self/fd"))
    pages = read_pdf(path)
    next(pages)
    pages.close()
    assert len(os.listdir("/proc/self/fd")) == before
