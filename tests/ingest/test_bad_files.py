"""Every form, damaged in every way: one state each, one line of reason and advice in both tongues, no bug, no hang."""

from __future__ import annotations

import io
import os
import shutil
import socket
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.conftest import PLAN
from tests.ingest.test_containers import portfolio, zipped
from tests.paper import born_digital

from congvan.archive.store import Store
from congvan.cli.main import main
from congvan.ingest.batch import ingest_files
from congvan.ingest.files import files_of
from congvan.ingest.outcome import Outcome, explain, told
from congvan.ingest.report import file_line
from congvan.ingest.unpack import read_files
from congvan.lexicons import load
from congvan.pipeline import Options

STATES = {"done", "partial", "failed", "unsupported", "secret", "unchanged", "skipped", "vanished"}
REASONS = {row["reason"] for row in load("reasons")}
HTML = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in PLAN.splitlines()) + "</body></html>"
DOCUMENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + "".join(f"<w:p><w:r><w:t>{line.strip()}</w:t></w:r></w:p>" for line in PLAN.splitlines())
    + "</w:body></w:document>"
)
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def picture(form: str, **options: object) -> bytes:
    """A small picture with nothing on it: it is read, and holds no dispatch."""
    buffer = io.BytesIO()
    Image.new("RGB", (90, 60), "white").save(buffer, form, **options)
    return buffer.getvalue()


SOUND: dict[str, bytes] = {
    # form -> a file of it
    "pdf": born_digital(),
    "png": picture("PNG"),
    "jpeg": picture("JPEG"),
    "gif": picture("GIF"),
    "bmp": picture("BMP"),
    "webp": picture("WEBP"),
    "jp2": picture("JPEG2000"),
    "tiff": picture("TIFF"),
    "tiff of two": picture("TIFF", save_all=True, append_images=[Image.new("L", (60, 90), "white")]),
    "text": PLAN.encode(),
    "utf-16": PLAN.encode("utf-16"),
    "html": HTML.encode(),
    "docx": zipped([("[Content_Types].xml", CONTENT_TYPES), ("word/document.xml", DOCUMENT)]),
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + bytes(2000),
    "rtf": b"{\\rtf1\\ansi Xin ch\\'e0o.\\par}",
    "odt": zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]),
    "xlsx": zipped([("[Content_Types].xml", CONTENT_TYPES), ("xl/workbook.xml", "<workbook/>")]),
    "zip": zipped([("a.txt", PLAN), ("b.pdf", born_digital())]),
    "portfolio": portfolio([("a.txt", PLAN.encode())]),
    "rar": b"Rar!\x1a\x07\x01\x00" + bytes(range(256)),
    "unknown": bytes(range(256)) * 9,
}
GARBAGE = bytes((n * 137 + n // 251) % 256 for n in range(20_000))
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "empty": lambda data: b"",
    "cut to its mark": lambda data: data[:10],
    "cut in the middle": lambda data: data[: len(data) // 2],
    "without its end": lambda data: data[:-7],
    "garbage after the mark": lambda data: data[:64] + GARBAGE,
    "garbage in the middle": lambda data: data[: len(data) // 3] + GARBAGE[:300] + data[len(data) // 3 + 300 :],
    "garbage behind it": lambda data: data + GARBAGE,
    "every 97th byte wrong": lambda data: bytes(b ^ 0x55 if n % 97 == 50 else b for n, b in enumerate(data)),
    "zeros": lambda data: bytes(len(data)),
}


def read(path: Path) -> list[Outcome]:
    return list(read_files([path], Options(), 1))


def check_told(outcome: Outcome) -> None:
    """One state, and where it is not `done` one line with what happened and what to do, in both tongues."""
    assert outcome.status in STATES
    assert outcome.reason in REASONS | {""}
    assert outcome.reason != "bug", outcome.message
    assert (outcome.status in ("done", "secret")) == (not outcome.reason), (outcome.status, outcome.message)
    for language in ("vi", "en"):
        assert len(file_line(outcome, language).splitlines()) == 1
        if outcome.reason:
            what, advice = explain(outcome.reason, language)
            assert what not in ("", outcome.reason)
            assert advice
            assert told(outcome, language).endswith(f"{what} {advice}")


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("form", SOUND)
def test_every_form_in_every_state(form: str, damage: str, tmp_path: Path) -> None:
    path = tmp_path / f"thu.{form.split()[0]}"
    path.write_bytes(DAMAGES[damage](SOUND[form]))
    *members, whole = read(path)
    assert whole.path == str(path)
    assert all(member.container for member in members)
    for outcome in (*members, whole):
        check_told(outcome)


@pytest.mark.parametrize("form", ["pdf", "png", "text", "html", "docx", "zip"])
@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".zip", ".exe", ""])
def test_a_wrong_name_changes_nothing(form: str, suffix: str, tmp_path: Path) -> None:
    right, wrong = tmp_path / f"a.{form}", tmp_path / f"b{suffix}"
    for path in (right, wrong):
        path.write_bytes(SOUND[form])
    one, two = ([(o.status, o.form, len(o.records)) for o in read(path)] for path in (right, wrong))
    assert one == two


def png_of(width: int, height: int) -> bytes:
    """A white PNG of one bit a pixel, small however large its picture is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (-(-width // 8))
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">2L5B", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return born_digital(encrypt=StandardEncryption("khoa", canPrint=0))


LARGE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    # what it is: (how it is made, its state, the reason)
    "a picture of 20,000 pixels": (lambda: png_of(20_000, 20_000), "failed", "too_large"),
    "a picture that is a line": (lambda: png_of(60_000, 20), "failed", "too_large"),
    "a text of 50 MB": (lambda: PLAN.encode() * (50 * 2**20 // len(PLAN.encode())), "failed", "too_large"),
    "a locked PDF": (locked_pdf, "failed", "encrypted"),
    "an archive that unpacks to 100 MB of nothing": (
        lambda: zipped([("a.txt", bytes(100 * 2**20))]),
        "failed",
        "members_failed",
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_too_large_or_locked_is_told(name: str, tmp_path: Path) -> None:
    make, status, reason = LARGE[name]
    path = tmp_path / "lon.bin"
    path.write_bytes(make())
    *members, whole = read(path)
    assert (whole.status, whole.reason) == (status, reason)
    for outcome in (*members, whole):
        check_told(outcome)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def door(path: Path) -> None:
    """A socket; its path may be long, so it is bound where it lies."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


NO_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    # name: (how it is made, its reason)
    "ong.pdf": (pipe, "not_a_file"),
    "cong.pdf": (door, "not_a_file"),
    "khong.pdf": (lambda path: path.symlink_to("/dev/zero"), "not_a_file"),
    "dut.pdf": (lambda path: path.symlink_to("da-xoa.pdf"), "broken_link"),
    "vong.pdf": (loop, "broken_link"),
}


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("name", NO_FILES)
def test_what_only_looks_like_a_file_is_told_at_once(name: str, workers: int, tmp_path: Path) -> None:
    make, reason = NO_FILES[name]
    make(tmp_path / name)
    (outcome,) = read_files(files_of([tmp_path / name]), Options(), workers)
    assert (outcome.status, outcome.reason) == ("failed", reason)
    check_told(outcome)


def test_a_folder_holds_all_of_it_and_the_rest_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shelf = tmp_path / "kệ"
    (shelf / "thu-muc.pdf" / "con.txt").mkdir(parents=True)
    (shelf / "thu-muc.pdf" / "thu.txt").write_text(PLAN, encoding="utf-8")
    for name, (make, _) in NO_FILES.items():
        make(shelf / name)
    (shelf / "lien-ket").symlink_to(shelf / "thu-muc.pdf")  # a folder, which is not entered
    kho = tmp_path / "kho"
    assert main(["ingest", str(shelf), "--archive", str(kho)]) == 1
    out, err = capsys.readouterr()
    assert "7 tệp (Xong 1, Lỗi 6)" in out
    assert "Traceback" not in out + err
    with Store.open(kho) as store:
        seen = {Path(row.path).name: (row.status, row.reason) for row in store.paths()}
    assert seen == {"thu.txt": ("present", ""), "lien-ket": ("failed", "closed_folder")} | {
        name: ("failed", reason) for name, (_, reason) in NO_FILES.items()
    }


NAMES = (
    b"hai\ndong.txt",
    b"nh\xc3\xa1y 'don' \"kep\".txt",
    "📄 thư.txt".encode(),
    unicodedata.normalize("NFD", "kế hoạch.txt").encode(),
    b"cu \xea\xe1.txt",
    b"x" * 251 + b".txt",
    b"-gach.txt",
    b"--help",
    b"\x1b[31mdo.txt",
    "đảo\u202etxt.exe".encode(),
    b" ",
    b"%s%n {0} $HOME `id`.txt",
    b"[red]do[bold].txt",
)


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_names(name: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = os.fsencode(tmp_path) + b"/" + name, os.fsencode(tmp_path) + b"/hong/" + name
    os.mkdir(os.path.dirname(bad))
    with open(good, "wb") as file:
        file.write(PLAN.encode())
    with open(bad, "wb") as file:
        file.write(b"%PDF-1.4 cut")
    kho = str(tmp_path / "kho")
    assert main(["ingest", str(tmp_path), "--archive", kho, "--workers", "1"]) == 1
    out, err = capsys.readouterr()
    assert "(Xong 1, Lỗi 1)" in out
    assert len(err.splitlines()) == 2
    assert "\x1b[31m" not in out + err
    shutil.rmtree(kho)
    assert main(["extract", str(tmp_path), "--workers", "1"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == len(err.splitlines()) == 1


def test_a_name_that_begins_with_a_dash_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-thu.txt").write_text(PLAN, encoding="utf-8")
    assert main(["extract", "--", "-thu.txt"]) == 0
    assert main(["extract", "./-thu.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("name", ["x" * 300, "khong-co.pdf", "a/b/c", ""])
def test_a_name_of_nothing_is_wrong_use(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["extract", name]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_vanishes_before_it_is_hashed(workers: int, tmp_path: Path) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    for n in range(3):
        (shelf / f"{n}.txt").write_text(PLAN.replace("17/KH", f"{n}/KH"), encoding="utf-8")
    files = list(files_of([shelf]))
    (shelf / "1.txt").unlink()
    with Store.open(tmp_path / "kho") as store:
        report = ingest_files(files, store, Options(), workers)
        assert {Path(row.path).name: row.status for row in store.paths()}["1.txt"] == "vanished"
    assert report.states == {"done": 2, "vanished": 1}
    check_told(report.troubled[0])


def test_a_file_that_vanishes_between_hashing_and_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "thu.txt"
    path.write_text(PLAN, encoding="utf-8")

    def gone(*_: object) -> None:
        path.unlink()
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("congvan.pipeline.load", lambda where: gone)
    (outcome,) = read(path)
    assert (outcome.status, outcome.reason) == ("vanished", "vanished")
    check_told(outcome)


@pytest.mark.parametrize("form", ["text", "zip", "portfolio"])
def test_a_file_that_grows_while_it_is_read_is_left_for_the_next_run(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "kệ"
    shelf.mkdir()
    path = shelf / "thu.bin"
    path.write_bytes(SOUND[form])
    from congvan import pipeline

    whole = pipeline.extraction_of

    def slow(*arguments: object) -> object:
        if os.path.getsize(path) == len(SOUND[form]):
            with path.open("ab") as file:
                file.write(b"\n\n")
        return whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extraction_of", slow)
    with Store.open(tmp_path / "kho") as store:
        report = ingest_files(files_of([shelf]), store, Options(), 1)
        row = store.path(str(path))
    assert report.states["skipped"] == 1
    assert row is not None
    assert (row.status, row.sha256) == ("skipped", None)
    monkeypatch.undo()
    with Store.open(tmp_path / "kho") as store:
        again = ingest_files(files_of([shelf]), store, Options(), 1)
    assert again.states["skipped"] == 0
    assert again.states["done"] >= 1


def test_an_archive_of_all_that_is_bad_loses_nothing(tmp_path: Path) -> None:
    members = [(f"{n:02}", DAMAGES[damage](data)) for damage in ("cut in the middle", "empty") for n, data in
               enumerate(SOUND.values())]  # fmt: skip
    path = tmp_path / "tui.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n, (name, data) in enumerate(members):
            archive.writestr(f"{n:03}-{name}", data)
    found = read(path)
    top = [outcome for outcome in found if outcome.container == str(path)]
    assert len(top) == len(members)
    assert found[-1].path == str(path)
    assert found[-1].status == "partial"
    for outcome in found:
        check_told(outcome)
