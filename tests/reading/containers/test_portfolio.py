"""Files attached to a PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from tests.paper import born_digital

from congvan.errors import DocumentError
from congvan.reading.containers.portfolio import open_portfolio


def test_what_is_larger_than_it_may_be_is_never_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tap.pdf"
    pdf = pdfium.PdfDocument(born_digital())
    pdf.new_attachment("a.txt").set_data(bytes(1000))
    pdf.save(path)
    pdf.close()
    container = open_portfolio(path)
    assert container is not None
    copied: list[object] = []
    monkeypatch.setattr(pdfium.PdfAttachment, "get_data", copied.append)
    with pytest.raises(DocumentError) as caught:
        container.unpack(container.members[0], tmp_path / "a", 999)
    container.close()
    assert (caught.value.reason, copied) == ("bomb", [])
