from __future__ import annotations

import pytest

from congvan.components import canonical_of
from congvan.extract.recipients import extract
from congvan.pipeline import annotate

HEAD = "SỞ CÔNG NGHỆ\nSố: 31/SCN\nV/v họp\n"
BODY = "Căn cứ chương trình công tác, Sở mời các đơn vị dự họp.\n"


def recipients(text: str) -> list[tuple[str, str, str | None]]:
    found = []
    doc = annotate(canonical_of(text))
    for candidate in extract(doc):
        values = candidate.values
        assert str(values["name"]).split()[0] in doc.text[candidate.start : candidate.end]
        found.append((str(values["name"]), str(values["role"]), values.get("note")))
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kính gửi: Các xã, thị trấn.\n", ["Các xã, thị trấn"]),
        ("Kính gửi: - Các xã;\n- Phòng Nội vụ.\n", ["Các xã", "Phòng Nội vụ"]),
        ("Kính gửi:\n- Các xã;\n- Các cơ quan thuộc\nhuyện.\n", ["Các xã", "Các cơ quan thuộc huyện"]),
        ("Kính gửi:\n1. Các xã;\n2. Phòng Nội vụ.\n", ["Các xã", "Phòng Nội vụ"]),
        (
            "Kính gửi: - Các xã;\n- Huyện ủy. Ủy ban nhân dân huyện kính mời các cơ quan dự hội nghị như sau:\n",
            ["Các xã", "Huyện ủy"],
        ),
        ("Kính gửi:\nSố: 41\n+ Các xã;\n+ Phòng Nội vụ.\n", ["Các xã", "Phòng Nội vụ"]),
        ("Kính gởi : Các Trưởng khoa.\n", ["Các Trưởng khoa"]),
    ],
)
def test_addressees_are_list_members(text: str, names: list[str]) -> None:
    assert recipients(HEAD + text + BODY) == [(name, "addressee", None) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "CÔNG ĐIỆN\nVề việc chống lũ\nCHỦ TỊCH UBND TỈNH ĐIỆN:\n- Chủ tịch UBND các xã;\n- Sở Xây dựng.\n",
            ["Chủ tịch UBND các xã", "Sở Xây dựng"],
        ),
        (
            "CÔNG ĐIỆN\nVề việc ứng phó với lũ\nGiám đốc Sở Y tế điện: Giám đốc các bệnh viện.\n",
            ["Giám đốc các bệnh viện"],
        ),
        ("GIẤY MỜI\nDự lễ khánh thành cầu\nTrân trọng kính mời: Ông Lý Văn Rừng.\n", ["Ông Lý Văn Rừng"]),
        ("KẾ HOẠCH\nTiết kiệm năng lượng\nSở hướng dẫn các ngành dùng điện:\n- Ngành thép.\n", []),
    ],
)
def test_a_telegram_and_an_invitation_name_their_addressees(text: str, names: list[str]) -> None:
    head = "TỈNH ĐẦM SEN\nSỞ CÔNG NGHỆ\nSố: 31/SCN\n"
    assert recipients(head + text + BODY) == [(name, "addressee", None) for name in names]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- Như trên;\n- Lưu: VT, VP.", [("Như trên", "copy", None), ("VT, VP", "archive", None)]),
        ("- Thường trực Tỉnh ủy (b/c);\n- Lưu VT.", [("Thường trực Tỉnh ủy", "copy", "b/c"), ("VT", "archive", None)]),
        ("- Các xã (để thực hiện);", [("Các xã", "copy", "để thực hiện")]),
        ("- Văn phòng tỉnh (Phòng Tổng hợp);", [("Văn phòng tỉnh (Phòng Tổng hợp)", "copy", None)]),
        ("- Các xã “Để thực hiện”", [("Các xã", "copy", "Để thực hiện")]),
        ("- Sở Nội vụ (thay báo cáo);", [("Sở Nội vụ", "copy", "thay báo cáo")]),
        ("- Đài huyện (đưa tin);", [("Đài huyện", "copy", "đưa tin")]),
        ("- Như trên;- Sở Nội vụ;", [("Như trên", "copy", None), ("Sở Nội vụ", "copy", None)]),
        ("- Sở Nội vụ } để báo cáo", [("Sở Nội vụ", "copy", "để báo cáo")]),
        ("- Các thôn (để\nthực hiện);", [("Các thôn", "copy", "để thực hiện")]),
        ("- Các cơ quan, đơn\nvị trong huyện\n“để biết”", [("Các cơ quan, đơn vị trong huyện", "copy", "để biết")]),
        # a brace round several recipients, with one note for all of them
        ("- Sở Nội vụ }\n- Sở Tài chính } b/c", [("Sở Nội vụ", "copy", "b/c"), ("Sở Tài chính", "copy", "b/c")]),
        ("| - Sở Nội vụ; -Văn phòng; | (b/c) |", [("Sở Nội vụ", "copy", "b/c"), ("Văn phòng", "copy", "b/c")]),
        ("- Các phòng, ban } (b/c)\nhuyện", [("Các phòng, ban huyện", "copy", "b/c")]),
        ("- Các phòng (b/c)\nBan Dân vận;", [("Các phòng Ban Dân vận", "copy", "b/c")]),
        ("- Các thôn;\n- Lưu: VP, KT, hn.", [("Các thôn", "copy", None), ("VP, KT, hn", "archive", None)]),
        ("- Như trên;\n- Lưu.", [("Như trên", "copy", None), ("Lưu", "archive", None)]),
        ("- Các Sở: Nội vụ, Tài chính,\nXây dựng;", [("Các Sở: Nội vụ, Tài chính, Xây dựng", "copy", None)]),
        ("- Sở Nội vụ; Văn phòng;", [("Sở Nội vụ; Văn phòng", "copy", None)]),
        ("• Các khoa;\n• Lưu: VT.", [("Các khoa", "copy", None), ("VT", "archive", None)]),
        ("- Lưu: VT.\nBản điện tử:\n- Các phòng;", [("VT", "archive", None), ("Các phòng", "copy", None)]),
        ("Như trên;\nLưu: VT.", [("Như trên", "copy", None), ("VT", "archive", None)]),
    ],
)
def test_copies_and_archive(lines: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert recipients(f"{HEAD}{BODY}Nơi nhận:\n{lines}\n") == expected


def test_a_place_of_delivery_in_the_body_is_no_recipient() -> None:
    assert recipients(f"{HEAD}{BODY}4. Nơi nhận bài thi: Thư viện huyện, số 5 đường Chợ.\n") == []


def test_a_list_beside_its_cue() -> None:
    text = f"{HEAD}{BODY}Nơi nhận: Như trên; Sở Nội vụ (b/c); Lưu: VT.\n"
    assert recipients(text) == [("Như trên", "copy", None), ("Sở Nội vụ", "copy", "b/c"), ("VT", "archive", None)]


def test_columns_run_together_are_parted() -> None:
    foot = "Nơi nhận: KT. GIÁM ĐỐC\n- Như trên; PHÓ GIÁM ĐỐC\n- Sở Nội vụ (để biết);\n- Lưu: VT. Trần Văn Bình\n"
    expected = [("Như trên", "copy", None), ("Sở Nội vụ", "copy", "để biết"), ("VT", "archive", None)]
    assert recipients(HEAD + BODY + foot) == expected
