"""Older office documents (DOC, RTF, ODT, Word 2003 XML) -> DOCX by LibreOffice, where it is installed -> pages.

LibreOffice runs without a window, with a profile of its own that is thrown away, with macros off and links not
followed, and is ended with all its processes when its time is up.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType, TracebackType
from typing import Any

import olefile

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.containers.zip_directory import BOUNDED_METHODS, ZIP_ERRORS, open_directory
from congvan.reading.docx import read_docx
from congvan.reading.opened import open_file

PROGRAMS = ("soffice", "libreoffice")
# A cold start takes 3 to 15 seconds, a document of 100 pages some seconds more.
SECONDS = 120
MAX_OFFICE_BYTES = 64 * 2**20
MAX_MANIFEST_BYTES = 4 * 2**20
# FibBase of MS-DOC, 2.5.2: the flags at byte 10; A to H in the low byte, I (fEncrypted) is the first of the next.
FIB_FLAGS_AT, FIB_ENCRYPTED = 10, 0x0100

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_OTHER_STREAMS = {"Workbook": "spreadsheet", "Book": "spreadsheet", "PowerPoint Document": "presentation"}
# No macro runs (level 3: only signed ones of trusted sources, of which the new profile has none; and none at all
# where the version knows how), no link is followed, no document is recovered.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def read_office(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for, as Word would show them; see read_docx.

    Raises DocumentError: `encrypted`, `unsupported` (no text document), `needs_office` (status `unsupported`) where
    LibreOffice is not installed, `conversion_failed`, `too_large`, and what read_docx raises.
    """
    suffix = _checked(path)
    program = find_program()
    if program is None:
        raise DocumentError(
            "LibreOffice, which reads this form, is not installed.",
            "Install libreoffice-writer, or save the document as DOCX.",
            reason="needs_office",
            status="unsupported",
        )
    # No page is given before the folder is gone: who asks for them may never ask for the last.
    with _PutOff() as signals, TemporaryDirectory(prefix="congvan-office-") as folder:
        work = Path(folder)
        # A name of ours: the document's own may be anything.
        source = work / f"document{suffix}"
        shutil.copyfile(path, source)
        pages = list(read_docx(_convert(program, source, work, signals), asked))
    yield from pages


def find_program() -> str | None:
    """The LibreOffice that is on PATH, or None."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def _checked(path: Path) -> str:
    """The suffix by which LibreOffice is told the form. Raises DocumentError for what it need not be asked for."""
    with open_file(path) as file:
        mark = file.read(8)
        size = file.seek(0, 2)
    if size > MAX_OFFICE_BYTES:
        raise DocumentError(f"The document is larger than {MAX_OFFICE_BYTES:,} bytes.", reason="too_large")
    if mark == _OLE:
        _check_ole(path)
        return ".doc"
    if mark.startswith(_ZIP):
        _check_odt(path)
        return ".odt"
    return ".rtf" if mark.lstrip(b"\xef\xbb\xbf").startswith(b"{\\rtf") else ".xml"


def _check_ole(path: Path) -> None:
    """A compound file must be a Word document without a password."""
    try:
        with olefile.OleFileIO(str(path)) as ole:
            names = {entry[-1] for entry in ole.listdir()}
            flags = (
                ole.openstream("WordDocument").read(FIB_FLAGS_AT + 2)[FIB_FLAGS_AT:] if "WordDocument" in names else b""
            )
    except Exception as error:
        # olefile raises whatever it trips over in a broken file.
        raise DocumentError(f"The document can't be opened ({error}).", reason="damaged") from error
    if "EncryptedPackage" in names or int.from_bytes(flags, "little") & FIB_ENCRYPTED:
        raise DocumentError("The document is locked by a password.", reason="encrypted")
    if "WordDocument" not in names:
        what = next((what for name, what in _OTHER_STREAMS.items() if name in names), "compound file")
        raise DocumentError(
            f"The file is an old {what}, no text document.",
            "Save it as PDF or DOCX.",
            reason="unsupported",
            status="unsupported",
        )


def _check_odt(path: Path) -> None:
    """An OpenDocument text must not be encrypted (OpenDocument 1.3, part 2, 4.3), nor packed in strange ways (2.2)."""
    try:
        with open_file(path) as file, open_directory(file) as archive:
            total = sum(info.file_size for info in archive.infolist())
            strange = [n for info in archive.infolist() if (n := info.compress_type) not in BOUNDED_METHODS]
            if strange:
                message = f"A part of the document is packed by method {strange[0]}, which OpenDocument does not know."
                raise DocumentError(message, "Save it anew.", reason="compression", status="unsupported")
            manifest = archive.open("META-INF/manifest.xml").read(MAX_MANIFEST_BYTES)
    except (KeyError, zipfile.BadZipFile, *ZIP_ERRORS) as error:
        raise DocumentError(f"The document is cut off ({error}).", reason="truncated") from error
    if b"encryption-data" in manifest:
        raise DocumentError("The document is locked by a password.", reason="encrypted")
    if total > MAX_OFFICE_BYTES * 4:
        raise DocumentError("The document unpacks to far more than text does.", reason="bomb")


def _convert(program: str, source: Path, work: Path, signals: _PutOff) -> Path:
    """The document as DOCX. Raises DocumentError (`conversion_failed`)."""
    _write_profile(work / "profile" / "user")
    target = work / "out" / "document.docx"
    command = [
        program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--invisible", "--nologo",
        "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source),
    ]  # fmt: skip
    keep = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL") if key in os.environ}
    environment = keep | {"HOME": str(work), "TMPDIR": str(work), "SAL_USE_VCLPLUGIN": "svp"}
    try:
        process = subprocess.Popen(
            command,
            cwd=work,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        message = f"LibreOffice can't be started ({error.strerror})."
        raise DocumentError(message, "Save the document as DOCX.", reason="conversion_failed") from error
    try:
        signals.ends(process)
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice did not end within {SECONDS} seconds."
        raise DocumentError(message, "Save it as DOCX.", reason="conversion_failed") from error
    finally:
        _end(process)
    if not target.is_file():
        raise DocumentError("LibreOffice can't open the document.", "Save it as DOCX.", reason="conversion_failed")
    return target


class _PutOff:
    """Puts off SIGTERM and Ctrl-C until the copy of the document is gone; the program is ended at once.

    Otherwise whoever is told to end would leave both behind. Signals reach the main thread alone, so others need none.
    """

    def __init__(self) -> None:
        self._before: dict[signal.Signals, Any] = {}
        self._came: list[int] = []
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> _PutOff:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                before = signal.getsignal(number)
                if before not in (signal.SIG_IGN, None):
                    self._before[number] = before
                    signal.signal(number, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        for came in self._came[:1]:
            signal.raise_signal(came)

    def ends(self, process: subprocess.Popen[bytes]) -> None:
        """Ends this program as soon as a signal comes, or has come."""
        self._process = process
        self._kill()

    def _note(self, number: int, _: FrameType | None) -> None:
        self._came.append(number)
        self._kill()

    def _kill(self) -> None:
        if self._came and self._process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and all that it has started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "\n".join(
        f'<item oor:path="{where}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for where, name, value in _SETTINGS
    )
    (folder / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
