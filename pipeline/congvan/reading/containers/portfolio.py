"""The files attached to a PDF (a portfolio, or a dispatch with its annexes) -> members, unpacked one at a time."""

from __future__ import annotations

import ctypes
from contextlib import ExitStack
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.containers.members import MAX_MEMBERS, Member, checked_size, numbered, shown_name
from congvan.reading.layers.unlock import opened


def open_portfolio(path: Path, asked: Asked = EVERYTHING) -> PdfContainer | None:
    """The PDF open for unpacking; None where nothing is attached, or it can't be opened (its reader tells why)."""
    with ExitStack() as stack:
        try:
            pdf = stack.enter_context(opened(path, asked.passwords)).pdf
        except DocumentError:
            return None
        count = pdf.count_attachments()
        return PdfContainer(pdf, count, stack.pop_all()) if count > 0 else None


class PdfContainer:
    """A PDF with attachments: see `members.Container`. `stack` holds it open."""

    def __init__(self, pdf: pdfium.PdfDocument, count: int, stack: ExitStack) -> None:
        self._pdf = pdf
        self._stack = stack
        self.trouble = "too_many_members" if count > MAX_MEMBERS else ""
        names = numbered(shown_name(self._name(n)) for n in range(min(count, MAX_MEMBERS)))
        self.members = tuple(Member(n, name) for n, name in enumerate(names))

    def _name(self, index: int) -> str:
        try:
            return str(self._pdf.get_attachment(index).get_name())
        except (pdfium.PdfiumError, UnicodeDecodeError):
            return ""

    def unpack(self, member: Member, into: Path, room: int) -> int:
        """See `members.Container`. Raises DocumentError (`damaged`, `bomb`); pdfium inflates to 1 GB at most."""
        try:
            attachment = self._pdf.get_attachment(member.index)
            length = ctypes.c_ulong()
            raw.FPDFAttachment_GetFile(attachment, None, 0, length)
            checked_size(length.value, None, room)  # before there is a copy of it on our side
            data = memoryview(attachment.get_data())
        except pdfium.PdfiumError as error:
            raise DocumentError(f"The attached file can't be unpacked ({error}).", reason="damaged") from error
        checked_size(len(data), None, room)
        into.write_bytes(data)
        return len(data)

    def close(self) -> None:
        """Releases the file."""
        self._stack.close()
