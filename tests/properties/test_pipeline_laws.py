"""Laws of the whole: any text and any bytes give records whose quotes are true, or one DocumentError."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.datamodel.record import ITEM_MODELS, Record
from congvan.errors import DocumentError
from congvan.ingest.outcome import Outcome
from congvan.ingest.unpack import read_files
from congvan.lexicons import load
from congvan.pipeline import Options, extract
from tests.ingest.test_bad_files import SOUND
from tests.properties.fragments import written

REASONS = {row["reason"] for row in load("reasons")}
# Pictures are left out: what an engine reads of noise takes its time, and tests of reading damage them.
FORMS = [form for form in SOUND if form not in ("png", "jpeg", "gif", "bmp", "webp", "jp2", "tiff", "tiff of two")]


def evidence(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every header field, item and mention of a record."""
    yield from (field for field in record["header"].values() if field)
    for kind in ITEM_MODELS:
        for item in record[kind]:
            yield item
            yield from item["mentions"]


def read(data: bytes, name: str = "thu.txt") -> tuple[Record, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return extract(path, Options(keep_secret=True)).records


@given(written)
def test_every_quote_of_any_text_is_the_text_at_its_offsets(text: str) -> None:
    try:
        records = read(b"\xef\xbb\xbf" + text.encode())
    except DocumentError:
        return
    for number, record in enumerate(records, 1):
        assert record.id == f"{record.source.sha256[:12]}-{number}"
        assert record.text is not None
        for part in evidence(json.loads(record.to_json())):
            assert record.text[part["start"] : part["end"]] == part["quote"]
            assert part["quote"].strip()
            assert part["page"] in record.source.pages


@given(written)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    def lines() -> list[str]:
        try:
            records = read(b"\xef\xbb\xbf" + text.encode())
            return [record.model_dump_json(exclude={"source": {"path"}}) for record in records]
        except DocumentError as error:
            return [error.reason]

    assert lines() == lines()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file of some form with some of its bytes changed, cut out or put in."""
    data = bytearray(SOUND[draw(st.sampled_from(FORMS))])
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(data)))
        if draw(st.booleans()):
            data[at : at + draw(st.integers(0, 40))] = draw(st.binary(max_size=40))
        else:
            data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def outcomes(data: bytes) -> list[Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "thu")
        path.write_bytes(data)
        return list(read_files([path], Options(), 1))


def check(found: list[Outcome]) -> None:
    for outcome in found:
        assert outcome.reason in REASONS | {""}
        assert outcome.reason != "bug", outcome.message


@given(st.one_of(st.binary(max_size=2000), damaged()))
def test_any_bytes_give_records_or_a_reason_that_is_known(data: bytes) -> None:
    found = outcomes(data)
    check(found)
    assert not found[-1].container


@pytest.mark.filterwarnings("ignore:Duplicate name")
@given(st.lists(st.tuples(st.text(max_size=30), st.one_of(st.binary(max_size=200), damaged())), max_size=4))
def test_any_members_under_any_names_are_all_told(members: list[tuple[str, bytes]]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            info = zipfile.ZipInfo("x")
            info.filename = name.encode("utf-8", "ignore").decode() or "x"
            archive.writestr(info, data)
    found = outcomes(buffer.getvalue())
    check(found)
    names = [outcome.path for outcome in found]
    assert len(set(names)) == len(names)
    folder = Path(found[-1].path).parent
    assert all(name.startswith(f"{folder}/thu") and "/../" not in name for name in names)
