"""DOC, RTF, ODT: read through LibreOffice where it is installed; told apart from what is locked or something else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from congvan.errors import DocumentError
from congvan.reading import office
from congvan.reading.office import find_program, read_office
from congvan.reading.sniff import sniff
from tests.word import docx, paragraph, table, zipped

needs_office = pytest.mark.skipif(find_program() is None, reason="LibreOffice is not installed")
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}"
    rb"\f0 C\u259?n c\u7913? Lu\u7853?t\par vi\u7879?c\par}"
)


def sector(data: bytes) -> bytes:
    return data.ljust(512, b"\0")


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    """A directory entry (MS-CFB, 2.6.1) with neither left nor right neighbour."""
    text = name.encode("utf-16-le")
    links = b"\xff" * 8 + child.to_bytes(4, "little", signed=True)
    head = text.ljust(64, b"\0") + (len(text) + 2).to_bytes(2, "little") + bytes([kind, 1]) + links
    return head.ljust(116, b"\0") + start.to_bytes(4, "little", signed=True) + size.to_bytes(8, "little")


def compound(stream: str, content: bytes) -> bytes:
    """A compound file of one stream (MS-CFB, 2.2): header, table of sectors, directory, eight sectors of content."""
    content = content.ljust(4096, b"\0")
    table = [-3, -2, *range(3, 10), -2]
    fat = b"".join(n.to_bytes(4, "little", signed=True) for n in table).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + b"\0" * 10
    header += (1).to_bytes(4, "little") + (1).to_bytes(4, "little") + b"\0" * 4 + (4096).to_bytes(4, "little")
    header += (-2).to_bytes(4, "little", signed=True) + b"\0" * 4 + (-2).to_bytes(4, "little", signed=True) + b"\0" * 4
    header += b"\0" * 4 + b"\xff" * (512 - len(header) - 4)
    directory = entry("Root Entry", 5, 1, -2, 0) + entry(stream, 2, -1, 2, 4096)
    return header + fat + sector(directory) + content


LOCKED_FIB = b"\xec\xa5\xc1\0" + b"\0" * 6 + b"\0\x01"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def odt(manifest: str) -> bytes:
    return zipped({"mimetype": ODT_TYPE, "META-INF/manifest.xml": manifest})


@pytest.mark.parametrize(
    ("data", "reason", "status"),
    [
        (compound("EncryptedPackage", b""), "encrypted", "failed"),
        (compound("WordDocument", LOCKED_FIB), "encrypted", "failed"),
        (compound("Workbook", b""), "unsupported", "unsupported"),
        (compound("Something", b""), "unsupported", "unsupported"),
        (compound("WordDocument", b"")[:700], "damaged", "failed"),
        (odt("<manifest:encryption-data/>"), "encrypted", "failed"),
    ],
)
def test_what_libreoffice_need_not_be_asked_for(data: bytes, reason: str, status: str, tmp_path: Path) -> None:
    path = tmp_path / "cu.doc"
    path.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert (caught.value.reason, caught.value.status) == (reason, status)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_odt_packed_in_strange_ways_is_not_unpacked(
    method: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "la.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODT_TYPE)
        archive.writestr("META-INF/manifest.xml", bytes(2**20), method)
    begun: list[int] = []
    monkeypatch.setattr(zipfile, "_get_decompressor", begun.append)
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert (caught.value.reason, caught.value.status, begun) == ("compression", "unsupported", [])


@pytest.mark.parametrize(
    ("data", "form"), [(RTF, "rtf"), (compound("WordDocument", b""), "doc"), (odt("<manifest/>"), "odt")]
)
def test_without_libreoffice_the_file_is_unsupported_with_advice(
    data: bytes, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "van-ban"
    path.write_bytes(data)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sniff(path) == form
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert (caught.value.reason, caught.value.status) == ("needs_office", "unsupported")
    assert "DOCX" in str(caught.value.advice)


def test_a_program_that_never_ends_is_ended_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marker = tmp_path / "pid"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 & echo $! > {marker}\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "SECONDS", 1)
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert caught.value.reason == "conversion_failed"
    child = marker.read_text().strip()
    alive = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    assert alive.strip() in ("", "Z", "Zs")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_the_reader_leaves_neither_program_nor_copy(number: int, tmp_path: Path) -> None:
    marker, folder = tmp_path / "pid", tmp_path / "tmp"
    folder.mkdir()
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {marker}\nkill -{int(number)} $PPID\nwait\n")
    program.chmod(0o755)
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    # A shell in the background has its children ignore Ctrl-C.
    heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    script = f"{heeds}; import pathlib, congvan.reading.office as o; list(o.read_office(pathlib.Path({str(path)!r})))"
    environment = {**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin", "TMPDIR": str(folder)}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert run.returncode == -number
    assert list(folder.iterdir()) == []
    child = marker.read_text().strip()
    alive = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    assert alive.strip() in ("", "Z", "Zs")


def test_a_program_that_makes_nothing_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert caught.value.reason == "conversion_failed"


def test_a_program_that_cannot_be_started_has_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!{tmp_path / 'khong-co'}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "a.rtf"
    path.write_bytes(RTF)
    with pytest.raises(DocumentError) as caught:
        list(read_office(path))
    assert caught.value.reason == "conversion_failed"


@needs_office
@pytest.mark.slow
def test_rtf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "- van ban.rtf"
    path.write_bytes(RTF)
    (page,) = read_office(path)
    assert [line.text for line in page.lines] == ["Căn cứ Luật", "việc"]


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("form", ["doc", "odt"])
def test_a_word_document_saved_in_an_older_form_says_the_same(form: str, tmp_path: Path) -> None:
    source = tmp_path / "moi.docx"
    source.write_bytes(docx(table(["SỞ Y TẾ\nSố: 5/SYT", "CỘNG HÒA\nSơn Hà"]) + paragraph("Căn cứ Luật")))
    profile = (tmp_path / "profile").as_uri()
    command = [str(find_program()), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120)
    path = tmp_path / f"moi.{form}"
    assert sniff(path) == form
    (page,) = read_office(path)
    assert [line.text for line in page.lines] == ["SỞ Y TẾ CỘNG HÒA", "Số: 5/SYT Sơn Hà", "Căn cứ Luật"]
