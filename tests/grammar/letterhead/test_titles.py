from __future__ import annotations

import pytest

from congvan.grammar.letterhead.titles import title_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("KẾ HOẠCH", "kế hoạch"),
        ("THƯ MỜI", "giấy mời"),
        (": BIÊN BẢN", "biên bản"),
        ("QUYÉT ĐỊNH:", "quyết định"),
        ("K Ế  H O Ạ C H", "kế hoạch"),
        ("THÔNG TƯ LIÊN TỊCH", "thông tư liên tịch"),
        ("BÁO CÁO TỔNG KẾT", "báo cáo"),
        ("KÉẺ HOẠCH", "kế hoạch"),
        ("Thông báo", "thông báo"),
        ("HỘI ĐỒNG", None),
        ("Kế hoạch năm 2021", None),
        ("SỞ KẾ HOẠCH", None),
        ("", None),
    ],
)
def test_titles(line: str, name: str | None) -> None:
    found = title_of(line)
    assert (found.name if found else None) == name
