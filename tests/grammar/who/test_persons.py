from __future__ import annotations

import pytest

from congvan.grammar.who.persons import is_name, name_in


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Đỗ Minh Khoáng", "Đỗ Minh Khoáng"),
        ("PGS.TS. Lý Thị Hoa", "Lý Thị Hoa"),
        ("ThS. Võ Thanh Sim", "Võ Thanh Sim"),
        ("Đã ký: Lê Văn An", "Lê Văn An"),
        ("Đại tá Trần Văn Bình", "Trần Văn Bình"),
        ("_**£S, Trần Văn Bình", "Trần Văn Bình"),
        ("NGUYỄN VĂN AN", "NGUYỄN VĂN AN"),
        ("(Đã ký)", None),
        ("Hà Văn", None),
        ("PHÓ GIÁM ĐỐC", None),
        ("Sở Công nghệ", None),
        ("- Báo Sơn Hà;", None),
    ],
)
def test_names_of_signers(line: str, name: str | None) -> None:
    span = name_in(line)
    assert (line[slice(*span)] if span else None) == name


def test_a_garbled_line_needs_a_known_family_name() -> None:
    assert name_in("Pế Thị Minh Đức", surname=True) is None
    assert is_name("Pế Thị Minh Đức")
