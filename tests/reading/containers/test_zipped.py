"""ZIP archives as they come, and as they are made to do harm."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congvan.errors import DocumentError
from congvan.reading.asked import Asked
from congvan.reading.containers import members as limits
from congvan.reading.containers.members import Room, decoded_name, numbered, shown_name
from congvan.reading.containers.zip_forms import zip_kind
from congvan.reading.containers.zipped import open_zip
from congvan.reading.sniff import sniff


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def streamed(*members: tuple[str, bytes]) -> bytes:
    """A ZIP written to a pipe: sizes stand behind the members."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return pipe.getvalue()


def unpacked(path: Path, asked: Asked | None = None) -> dict[str, bytes | str]:
    """name -> content, or why there is none."""
    container = open_zip(path, asked or Asked())
    found: dict[str, bytes | str] = {}
    room = Room()
    for n, member in enumerate(container.members):
        into = path.parent / f"member-{n}"
        try:
            room.unpack(container, member, into)
            found[member.name] = into.read_bytes()
        except DocumentError as error:
            found[member.name] = error.reason
    container.close()
    return found


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / "tui.zip"
        path.write_bytes(data)
        return path

    return write


File = Callable[[bytes], Path]


def test_members_come_in_the_order_of_the_archive(file: File) -> None:
    assert unpacked(file(zipped(("b.txt", b"2"), ("a/c.txt", b"1")))) == {"b.txt": b"2", "a/c.txt": b"1"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("thư mời.txt", "thư mời.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("../../etc/passwd", "etc/passwd"),
        ("a/../../b.txt", "a/b.txt"),
        ("C:\\Van ban\\thu.txt", "Van ban/thu.txt"),
        ("..", "?"),
        ("a\nb.txt", "a\\x0ab.txt"),
        ("a\x00b.txt", "a\\x00b.txt"),
        ("txt.\u202egpj", "txt.\\u202egpj"),
        ("📄 thư.txt", "📄 thư.txt"),
        ("x" * 70_000, "x" * 200 + "…" + "x" * 200),
    ],
)
def test_names_are_labels_that_lead_nowhere(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("kế hoạch.txt".encode(), "kế hoạch.txt"),
        ("Thông báo.txt".encode("cp1258", "ignore"), "Thông báo.txt"),
        (b"r\x82sum\x82.txt", "résumé.txt"),
        (b"thu.txt", "thu.txt"),
    ],
)
def test_names_without_a_mark_are_read_as_utf8_then_windows_then_dos(data: bytes, name: str) -> None:
    assert decoded_name(data) == name


def test_names_that_come_again_are_numbered() -> None:
    assert numbered(["a", "b", "a", "a~2", "a"]) == ["a", "b", "a~2", "a~2~2", "a~3"]


def test_no_name_is_a_folder_of_another() -> None:
    assert numbered(["b.zip", "b.zip/c.txt", "x/y", "x"]) == ["b.zip~2", "b.zip/c.txt", "x/y", "x~2"]


def test_twins_are_both_members(file: File) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.txt", b"1"), ("a.txt", b"2"))
    assert unpacked(file(data)) == {"a.txt": b"1", "a.txt~2": b"2"}


def test_a_link_is_told_not_followed(file: File) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("thu.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert unpacked(file(buffer.getvalue())) == {"thu.txt": "member_link"}


def locked(password: bytes, content: bytes) -> bytes:
    """A ZIP of one member under the traditional encryption (APPNOTE 6.1)."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = zlib.crc32(bytes([byte]), keys[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = zlib.crc32(bytes([keys[1] >> 24]), keys[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def encrypted(data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            mask = keys[2] | 2
            out.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
            update(byte)
        return bytes(out)

    for byte in password:
        update(byte)
    crc = zlib.crc32(content)
    body = encrypted(bytes(11) + bytes([crc >> 24]) + content)
    head = struct.pack("<2s2s", b"PK", b"\x03\x04")
    fields = struct.pack("<5H3L2H", 20, 1, 0, 0, 0x21, crc, len(body), len(content), 7, 0)
    local = head + fields + b"thu.txt" + body
    sizes = crc, len(body), len(content), 7
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 1, 0, 0, 0x21, *sizes, 0, 0, 0, 0, 0, 0) + b"thu.txt"
    return local + entry + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)


@pytest.mark.parametrize(
    ("passwords", "found"),
    [((), "member_locked"), (("sai",), "member_locked"), (("sai", "khóa"), b"xin chao"), (("khóa",), b"xin chao")],
)
def test_passwords_are_tried_in_their_order(passwords: tuple[str, ...], found: bytes | str, file: File) -> None:
    path = file(locked("khóa".encode(), b"xin chao"))
    assert unpacked(path, Asked(passwords=passwords)) == {"thu.txt": found}


@pytest.mark.parametrize(("locked_by", "given_as"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_password_opens_however_its_letters_are_composed(locked_by: str, given_as: str, file: File) -> None:
    word = "khóa mật"
    path = file(locked(unicodedata.normalize(locked_by, word).encode(), b"xin chao"))  # type: ignore[arg-type]
    asked = Asked(passwords=(unicodedata.normalize(given_as, word),))  # type: ignore[arg-type]
    assert unpacked(path, asked) == {"thu.txt": b"xin chao"}


def test_a_wrong_password_that_passes_the_quick_check_is_found_out(file: File) -> None:
    path = file(locked(b"dung", b"xin chao"))
    wrong = tuple(f"sai{n}" for n in range(2000))  # about eight of them pass the check of one byte
    assert unpacked(path, Asked(passwords=wrong)) == {"thu.txt": "member_locked"}


def patched(data: bytes, mark: bytes, offset: int, form: str, value: int) -> bytes:
    """The archive with a number changed behind every such mark."""
    out = bytearray(data)
    at = data.find(mark)
    while at >= 0:
        struct.pack_into(form, out, at + offset, value)
        at = data.find(mark, at + 1)
    return bytes(out)


def with_method(data: bytes, method: int) -> bytes:
    return patched(patched(data, b"PK\x03\x04", 8, "<H", method), b"PK\x01\x02", 10, "<H", method)


@pytest.mark.parametrize(
    ("method", "reason"), [(99, "encrypted_strong"), (14, "compression"), (9, "compression"), (97, "compression")]
)
def test_other_ways_of_packing_are_told(method: int, reason: str, file: File) -> None:
    assert unpacked(file(with_method(zipped(("a.txt", b"1" * 99)), method))) == {"a.txt": reason}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_unfolds_without_limit_is_not_begun(
    method: int, file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(zipped(("a.txt", bytes(2**20)), method=method))
    begun: list[int] = []
    monkeypatch.setattr(zipfile, "_get_decompressor", begun.append)
    assert unpacked(path) == {"a.txt": "compression"}
    assert begun == []


def test_a_wrong_sum_is_found(file: File) -> None:
    data = zipped(("a.txt", b"xin chao"), ("b.txt", b"tam biet"), method=zipfile.ZIP_STORED)
    assert unpacked(file(data.replace(b"xin chao", b"xin chaO"))) == {"a.txt": "damaged", "b.txt": b"tam biet"}


def in_zip64(data: bytes, told: int | None = None) -> bytes:
    """The archive with a record of ZIP64 (APPNOTE 4.3.14); its old end tells `told` bytes of the directory."""
    end = bytearray(data[-22:])
    count, length, start = struct.unpack_from("<H2L", end, 10)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - 22, 1)
    struct.pack_into("<L", end, 12, length if told is None else told)
    return data[:-22] + record + locator + bytes(end)


@pytest.mark.parametrize("made", [in_zip64, lambda data: data + b"", lambda data: b"dau tep" + data])
def test_archives_of_every_make_are_opened(made: Callable[[bytes], bytes], file: File) -> None:
    container = open_zip(file(made(zipped(("a.txt", b"1"), ("b.txt", b"2")))))
    assert (container.trouble, len(container.members)) == ("", 2)


def test_an_archive_with_a_comment_is_opened(file: File) -> None:
    path = file(zipped(("a.txt", b"1")))
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"luu " * 200
    assert open_zip(path).trouble == ""


def test_entries_become_objects_once(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(zipped(("a.txt", b"1"), ("b.txt", b"2")))
    made: list[str] = []
    of_entry = zipfile.ZipInfo.__init__

    def counted(self: zipfile.ZipInfo, name: str) -> None:
        made.append(name)
        of_entry(self, name)

    monkeypatch.setattr(zipfile.ZipInfo, "__init__", counted)
    sniff(path)
    open_zip(path).close()
    assert made == ["a.txt", "b.txt"]


class TestBombs:
    def test_a_member_that_unpacks_to_too_much(self, file: File) -> None:
        data = zipped(("a.txt", bytes(limits.RATIO_COUNTS_FROM + limits.PIECE)), ("b.txt", b"xin chao"))
        assert len(data) < 100_000
        assert unpacked(file(data)) == {"a.txt": "bomb", "b.txt": b"xin chao"}

    def test_members_that_unpack_to_too_much_together(self, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MAX_TOTAL_BYTES", 250)
        data = zipped(*((f"{n}.txt", b"%d" % n * 100) for n in range(4)))
        assert list(unpacked(file(data)).values()) == [b"0" * 100, b"1" * 100, "bomb", "bomb"]

    def test_members_that_share_their_bytes(self, file: File) -> None:
        data = zipped(("a.txt", b"1" * 1000), ("b.txt", b"2" * 1000))
        entry = data.rfind(b"PK\x01\x02")
        shared = data[: entry + 42] + struct.pack("<L", 0) + data[entry + 46 :]
        with pytest.raises(DocumentError) as caught:
            open_zip(file(shared))
        assert caught.value.reason == "bomb"

    def test_too_many_members(self, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("congvan.reading.containers.zipped.MAX_MEMBERS", 5)
        container = open_zip(file(zipped(*((f"{n}.txt", b"") for n in range(7)))))
        assert (len(container.members), container.trouble) == (5, "too_many_members")

    def test_a_directory_that_would_fill_the_memory_is_not_read(
        self, file: File, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("congvan.reading.containers.zip_directory.MAX_DIRECTORY_BYTES", 200)
        with pytest.raises(DocumentError) as caught:
            open_zip(file(zipped(*((f"{n}.txt", b"") for n in range(9)))))
        assert caught.value.reason == "too_many_members"

    def test_numbers_that_look_like_the_mark_of_the_end_lead_nowhere(
        self, file: File, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("congvan.reading.containers.zip_directory.MAX_DIRECTORY_BYTES", 200)
        data = bytearray(zipped(*((f"{n}.txt", b"") for n in range(9))))
        data[-14:-10] = b"PK\x05\x06"  # both counts of entries
        with pytest.raises(DocumentError) as caught:
            open_zip(file(bytes(data)))
        assert caught.value.reason == "too_many_members"

    def test_the_record_of_zip64_is_believed_where_there_is_one(
        self, file: File, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("congvan.reading.containers.zip_directory.MAX_DIRECTORY_BYTES", 200)
        with pytest.raises(DocumentError) as caught:
            open_zip(file(in_zip64(zipped(*((f"{n}.txt", b"") for n in range(9))), told=10)))
        assert caught.value.reason == "too_many_members"

    def test_entries_that_are_not_as_many_as_told_are_searched_for(self, file: File) -> None:
        data = bytearray(zipped(("a.txt", b"1"), ("b.txt", b"2")))
        data[-14:-10] = struct.pack("<2H", 1, 1)
        container = open_zip(file(bytes(data)))
        assert ([member.name for member in container.members], container.trouble) == (
            ["a.txt", "b.txt"],
            "zip_truncated",
        )

    def test_one_that_claims_to_be_small(self, file: File) -> None:
        data = zipped(("a.txt", b"1" * 5000))
        liar = patched(patched(data, b"PK\x01\x02", 24, "<L", 10), b"PK\x03\x04", 22, "<L", 10)
        assert unpacked(file(liar)) in ({"a.txt": "damaged"}, {"a.txt": b"1" * 10})


THREE = (("a.txt", b"xin chao " * 50), ("thư/b.txt", bytes(range(256)) * 40), ("c.txt", b"tam biet"))


@pytest.mark.parametrize("make", [zipped, streamed])
def test_without_its_directory_an_archive_gives_what_it_has(make: Callable[..., bytes], file: File) -> None:
    whole = make(*THREE)
    cut = whole[: whole.find(b"PK\x01\x02")]
    path = file(cut)
    container = open_zip(path)
    assert container.trouble == "zip_truncated"
    container.close()
    assert unpacked(path) == dict(THREE)


@pytest.mark.parametrize("make", [zipped, streamed])
def test_cut_in_a_member_the_ones_before_it_are_read(make: Callable[..., bytes], file: File) -> None:
    whole = make(*THREE)
    found = unpacked(file(whole[: whole.find(b"c.txt") - 60]))
    assert found == {"a.txt": THREE[0][1], "thư/b.txt": "truncated"}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_done_to_an_archive_only_document_errors_come_of_it(data: st.DataObject) -> None:
    import tempfile

    whole = bytearray(data.draw(st.sampled_from([zipped(*THREE), streamed(*THREE), locked(b"khoa", b"xin chao")])))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(whole) // 2, len(whole)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tui.zip")
        path.write_bytes(b"PK" + bytes(whole[2:end]))
        try:
            sniff(path)
            found = unpacked(path, Asked(passwords=("khoa",)))
        except DocumentError:
            return
        assert found


OFFICE = ("[Content_Types].xml", b"<Types/>")


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (zipped(("a.txt", b"1")), "zip"),
        (zipped(), "zip"),
        (zipped(OFFICE, ("word/document.xml", b"<w/>")), "docx"),
        (zipped(("word/document.xml", b"<w/>"), OFFICE), "docx"),
        (zipped(OFFICE, ("xl/workbook.xml", b"<w/>")), "xlsx"),
        (zipped(OFFICE, ("ppt/presentation.xml", b"<w/>")), "pptx"),
        (zipped(OFFICE, ("word/document.xml", b"<w/>" * 99))[:120], "docx"),
        (zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), method=0), "odt"),
        (zipped(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), method=0), "ods"),
        (zipped(("mimetype", b"application/epub+zip"), method=0), "epub"),
        (zipped(("META-INF/MANIFEST.MF", b"")), "jar"),
        (zipped(("word/a.txt", b"1"), ("b.docx", b"2")), "zip"),
    ],
)
def test_a_container_is_what_its_members_say(data: bytes, form: str, file: File) -> None:
    assert zip_kind(file(data))[0] == form


class TestSearchWithoutADirectory:
    """What a search for members may cost, and how its end is told."""

    def test_more_members_than_are_taken_are_told(self, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("congvan.reading.containers.salvage.MAX_MEMBERS", 3)
        for several, trouble in ((4, "too_many_members"), (3, "zip_truncated")):
            whole = zipped(*((f"{n}.txt", b"1") for n in range(several)))
            container = open_zip(file(whole[: whole.find(b"PK\x01\x02")]))
            assert (len(container.members), container.trouble) == (3, trouble)

    def test_all_members_together_are_unpacked_to_so_much(self, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("congvan.reading.containers.salvage.MAX_TOTAL_BYTES", 5 * limits.PIECE)
        unfolded: list[int] = []
        inflater_of = zlib.decompressobj

        class Counted:
            def __init__(self, bits: int) -> None:
                self._real = inflater_of(bits)

            def __getattr__(self, name: str) -> object:
                return getattr(self._real, name)

            def decompress(self, data: bytes, most: int) -> bytes:
                found = self._real.decompress(data, most)
                unfolded.append(len(found))
                return found

        whole = streamed(*((f"{n}.txt", bytes(2 * limits.PIECE)) for n in range(9)))
        monkeypatch.setattr(zlib, "decompressobj", Counted)
        container = open_zip(file(whole[: whole.find(b"PK\x01\x02")]))
        assert (len(container.members), container.trouble) == (3, "bomb")
        assert sum(unfolded) <= 6 * limits.PIECE

    def test_packing_that_is_not_read_is_told(self, file: File) -> None:
        whole = with_method(zipped(("a.txt", b"1" * 99)), 12)
        assert unpacked(file(whole[: whole.find(b"PK\x01\x02")])) == {"a.txt": "compression"}
