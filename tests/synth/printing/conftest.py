"""Dispatches that have all there is to print: annexes, wide tables, joint signatures, braces, boxed marks."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from congvan.synth.phrase import bold, say
from congvan.synth.tree import CELL, LAYOUTS, Block
from congvan.synth.writing.compose import compose


def block(role, *parts, covers=0):
    return Block(role, say(*parts), covers)


def table(columns, rows, long=1):
    """A table of so many columns and rows; every third row is `long` times as long as the others."""
    heads = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Số lượng", "Ghi chú"]
    made = [block("row_head", CELL.join(heads[:columns]))]
    for n in range(1, rows + 1):
        task = "Rà soát danh sách đơn vị đăng ký. " * (long if n % 3 == 0 else 1)
        cells = [str(n), task.strip(), "Ban Tuyên giáo", "Văn phòng", f"Trước ngày {n % 28 + 1}/6/2021", str(n * 7), ""]
        made.append(block("row", CELL.join(cells[:columns])))
    return made


def _left(n, made):
    mark = (block("secrecy", "MẬT"), block("urgency", "HỎA TỐC"), None)[n % 3]
    bare = tuple(b for b in made.left if b.role not in ("secrecy", "urgency"))
    return (*bare, mark) if mark else made.left


def _body(n, made):
    closing = block("para", "Yêu cầu ", bold("các đơn vị"), " nghiêm túc thực hiện trong quý I và quý II./.")
    return (*made.body, *table(3 + n % 5, 4 + 7 * (n % 3), 3), closing) if n % 2 else made.body


def _foot(n, made):
    left = [b for b in made.foot_left if b.role not in ("brace", "contact_line")]
    if n % 3 == 1:
        joined = [block("recipient", f"- {name};") for name in ("Thường trực Huyện ủy", "Ủy ban nhân dân huyện")]
        left[1:1] = [*joined, block("brace", "(để báo cáo)", covers=2)]
    if n % 4 == 1:
        left.append(block("contact_line", "Địa chỉ: số 12, đường Hòa Bình, xã Mẫu; điện thoại: 0299.3333.444."))
    right = [b for b in made.foot_right if b.role != "contact_line"]
    if n % 4 == 2:
        right += [block("authority", "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"), block("signer", "Trần Mẫu")]
    return tuple(left), tuple(right)


def _annexes(n):
    if n % 3:
        return ()
    head = block("annex_head", "Phụ lục 01\nDANH SÁCH ĐƠN VỊ ĐĂNG KÝ")
    second = (block("annex_head", "Phụ lục 02"), block("para", "Mẫu báo cáo kết quả."))
    return ((head, *table(3, 50)), second)


def rich(n):
    made = compose(Random(f"in {n}"))
    left, right = _foot(n, made)
    return replace(
        made,
        left=_left(n, made),
        body=_body(n, made),
        foot_left=left,
        foot_right=right,
        annexes=_annexes(n),
        layout=LAYOUTS[n % len(LAYOUTS)],
    )


@pytest.fixture(scope="package")
def dispatches():
    """Twenty-four: plain ones as they are composed, and such as have everything."""
    return [*(compose(Random(f"in {n}")) for n in range(8)), *(rich(n) for n in range(16))]
