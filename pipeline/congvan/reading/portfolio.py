"""The files attached to a PDF (a portfolio, or a dispatch with its annexes) -> members, unpacked one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pypdfium2 as pdfium

from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.members import MAX_MEMBERS, PIECE, Member, checked_size, numbered, shown_name
from congvan.reading.opened import open_file


def open_portfolio(path: Path, asked: Asked = EVERYTHING) -> PdfContainer | None:
    """The PDF open for unpacking; None where nothing is attached, or it can't be opened (its reader tells why)."""
    with open_file(path):
        pass
    for password in (None, *asked.passwords):
        try:
            pdf = pdfium.PdfDocument(path, password=password)
        except (pdfium.PdfiumError, OSError):
            continue
        if pdf.count_attachments() > 0:
            return PdfContainer(pdf)
        pdf.close()
        return None
    return None


class PdfContainer:
    """A PDF with attachments: see `members.Container`."""

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self._pdf = pdf
        count = pdf.count_attachments()
        self.trouble = "too_many_members" if count > MAX_MEMBERS else ""
        names = numbered(shown_name(self._name(n)) for n in range(min(count, MAX_MEMBERS)))
        self.members = tuple(Member(n, name) for n, name in enumerate(names))

    def _name(self, index: int) -> str:
        try:
            return str(self._pdf.get_attachment(index).get_name())
        except (pdfium.PdfiumError, UnicodeDecodeError):
            return ""

    def unpack(self, member: Member, into: BinaryIO, room: int) -> int:
        """See `members.Container`. Raises DocumentError (`damaged`, `bomb`); pdfium inflates to 1 GB at most."""
        try:
            data = memoryview(self._pdf.get_attachment(member.index).get_data())
        except pdfium.PdfiumError as error:
            raise DocumentError(f"The attached file can't be unpacked ({error}).", reason="damaged") from error
        checked_size(len(data), None, room)
        for at in range(0, len(data), PIECE):
            into.write(data[at : at + PIECE])
        return len(data)

    def close(self) -> None:
        self._pdf.close()
