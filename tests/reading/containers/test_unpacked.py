"""What a container throws is its own end, never that of the run; and no word of a document is told with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan.reading.asked import Asked
from congvan.reading.containers.members import Container, Member
from congvan.reading.containers.unpacked import End, File, Lost, Unpacker

WORDS = "Nguyen Van Khong Co That"


class Broken:
    """A container whose second member, and whose end, throw what no one expects."""

    members = (Member(0, "a.txt"), Member(1, "b.txt"), Member(2, "c.txt"))
    trouble = ""

    def unpack(self, member: Member, into: Path, room: int) -> int:
        if member.index == 1:
            raise MemoryError(WORDS)
        into.write_text("xin chao")
        return 8

    def close(self) -> None:
        raise RuntimeError(WORDS)


def _opener(path: Path, form: str, asked: Asked) -> Container | None:
    return Broken() if path.suffix == ".zip" else None


def _throwing(path: Path, form: str, asked: Asked) -> Container | None:
    raise MemoryError(WORDS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "tui.zip"
    made.write_bytes(b"PK\x05\x06" + bytes(18))
    return made


def test_a_member_that_throws_is_lost_and_the_others_are_given(path: Path) -> None:
    with Unpacker(opener=_opener) as unpacker:
        found = list(unpacker.files(File.of(path)))
    assert [
        one.file.name[-5:] if isinstance(one, Lost) else one.name[-5:] for one in found if isinstance(one, File | Lost)
    ] == [
        "a.txt",
        "b.txt",
        "c.txt",
    ]
    (lost,) = [one for one in found if isinstance(one, Lost)]
    assert lost.error.reason == "bug"
    assert "MemoryError at test_unpacked.py" in lost.error.message
    assert WORDS not in lost.error.message
    assert isinstance(found[-1], End)


def test_a_container_that_throws_when_it_is_opened_is_lost(path: Path) -> None:
    with Unpacker(opener=_throwing) as unpacker:
        (lost,) = unpacker.files(File.of(path))
    assert isinstance(lost, Lost)
    assert (lost.error.reason, WORDS in lost.error.message) == ("bug", False)
