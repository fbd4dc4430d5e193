"""Bad files: one state each, one line with reason and advice, the rest of the batch done, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from congvan.cli.main import main
from congvan.query import Archive

PDF_WITHOUT_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
)


def encrypted_pdf() -> bytes:
    from io import BytesIO

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("khoa", canPrint=0))
    canvas.drawString(100, 700, "bi mat")
    canvas.save()
    return out.getvalue()


def whole_pdf() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    for _ in range(20):
        canvas.drawString(100, 700, "xin chao cac ban")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    # name -> (how it is made, the state it must have)
    "rong.pdf": (lambda p: p.write_bytes(b""), "failed"),
    "khoa.pdf": (lambda p: p.write_bytes(encrypted_pdf()), "failed"),
    "cut.pdf": (lambda p: p.write_bytes(whole_pdf()[:400]), "failed"),
    "khong-trang.pdf": (lambda p: p.write_bytes(PDF_WITHOUT_PAGES), "failed"),
    "rac.pdf": (lambda p: p.write_bytes(bytes(range(256)) * 40), "unsupported"),
    "nen.txt": (lambda p: p.write_bytes(b"PK\x03\x04" + b"\x00" * 60), "failed"),
    "anh-cut.png": (lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "failed"),
    "dut.txt": (lambda p: p.symlink_to(p.parent / "da-xoa"), "failed"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_single_bad_file_ends_with_3_and_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    BAD[name][0](tmp_path / name)
    assert main(["extract", name]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith(f"congvan: {name}: {BAD[name][1]}: ")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_rest_of_the_batch_is_done(
    workers: str, plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plan_file.parent
    for name, (make, _) in BAD.items():
        make(folder / name)
    (folder / "thu-muc.pdf").mkdir()
    kho = tmp_path / "kho lưu trữ"
    assert main(["ingest", str(folder), "--archive", str(kho), "--workers", workers]) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "Xong 1" in out
    with Archive(kho) as archive:
        states = dict(archive.sql("SELECT path, status FROM files").itertuples(index=False))
        codes = list(archive.sql("SELECT code FROM dispatches")["code"])
    assert {Path(p).name: s for p, s in states.items()} == {plan_file.name: "done"} | {
        name: state for name, (_, state) in BAD.items() if name != "dut.txt"
    }
    assert codes == ["17/KH-VHTT"]


def test_a_second_run_tries_the_failed_ones_again_and_changes_nothing_else(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kho = str(tmp_path / "kho")
    bad = plan_file.parent / "rong.txt"
    bad.write_bytes(b"")
    main(["ingest", str(plan_file.parent / plan_file.name), str(bad), "--archive", kho])
    capsys.readouterr()
    bad.write_text("Gửi báo cáo trước ngày 5/6/2022.", encoding="utf-8")
    assert main(["ingest", str(plan_file), str(bad), "--archive", kho]) == 0
    assert "(Xong 1, Không đổi 1)" in capsys.readouterr().out


def test_a_secret_file_leaves_no_word_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "mat.txt"
    secret.write_text(
        "UBND TỈNH SƠN HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 7/KH-UBND                  Độc lập - Tự do - Hạnh phúc\n"
        "   TỐI MẬT\n\nKẾ HOẠCH\nDiễn tập vùng rừng thông\n\nCăn cứ tình hình thực tế.\n",
        encoding="utf-8",
    )
    assert main(["extract", str(secret), "--with-text"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "rừng thông" not in err
    kho = tmp_path / "kho"
    assert main(["ingest", str(secret), "--archive", str(kho)]) == 0
    assert "rừng thông" not in "".join(capsys.readouterr())
    for file in kho.rglob("*"):
        if file.is_file():
            assert "thông".encode() not in file.read_bytes()
    with Archive(kho) as archive:
        assert list(archive.sql("SELECT status FROM files")["status"]) == ["secret"]
    assert main(["extract", str(secret), "--secret", "keep"]) == 0
    assert '"tối mật"' in capsys.readouterr().out


WARM = """
import contextlib, io, pathlib, sys, tempfile
from congvan.cli.main import main
with tempfile.TemporaryDirectory() as d:
    f = pathlib.Path(d, "a.txt")
    f.write_text("Gửi trước ngày 5/6/2022.")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(["ingest", str(f), "--archive", d + "/kho", "--workers", "1"])
"""
DROP_RIGHTS = """
import os
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""


def as_common_user(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs Python code in `folder` as a user without rights, also where root runs the tests.

    Everything is imported before the rights are dropped, since the interpreter itself may lie in root's own folder.
    """
    return subprocess.run(
        [sys.executable, "-c", WARM + DROP_RIGHTS + code], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that any user may enter (pytest's own are closed to others)."""
    for parent in [tmp_path, *tmp_path.parents]:
        if parent.owner() == tmp_path.owner() and parent != Path("/") and os.access(parent, os.W_OK):
            parent.chmod(parent.stat().st_mode | 0o055)
    return tmp_path


def test_a_file_without_read_permission_is_told_and_the_rest_is_done(open_folder: Path) -> None:
    closed, fine = open_folder / "dong.txt", open_folder / "mo.txt"
    closed.write_text("Gửi trước ngày 5/6/2022.", encoding="utf-8")
    closed.chmod(0)
    fine.write_text("Gửi trước ngày 5/6/2022.", encoding="utf-8")
    done = as_common_user("sys.exit(main(['extract', 'dong.txt', 'mo.txt', '--workers', '1']))", open_folder)
    assert done.returncode == 1, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert "dong.txt: failed: Không có quyền đọc tệp." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_archive_in_a_read_only_folder_is_a_fault_of_the_surroundings(open_folder: Path) -> None:
    (open_folder / "mo.txt").write_text("Gửi trước ngày 5/6/2022.", encoding="utf-8")
    open_folder.chmod(0o555)
    done = as_common_user("sys.exit(main(['ingest', 'mo.txt', '--archive', 'kho', '--workers', '1']))", open_folder)
    open_folder.chmod(0o755)
    assert done.returncode == 4, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "kho" in done.stderr
