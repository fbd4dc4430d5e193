from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from congvan.extract.contacts import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bản mềm gửi VanThu@sonha.gov.vn, trước", [("email", "vanthu@sonha.gov.vn")]),
        ("thư điện tử hoi.thi_2021@gmail.com.", [("email", "hoi.thi_2021@gmail.com")]),
        ("đọc tại https://sonha.gov.vn/Tin-Tuc/1.html).", [("url", "https://sonha.gov.vn/tin-tuc/1.html")]),
        ("qua Cổng (dichvu.sonha.gov.vn)", [("url", "dichvu.sonha.gov.vn")]),
        ("khai tại bit.ly/khaosat21", [("url", "bit.ly/khaosat21")]),
        ("Website: thuvien.sonha.vn", [("url", "thuvien.sonha.vn")]),
        ("truy cập www.sonha.gov.vn; điền", [("url", "www.sonha.gov.vn")]),
        ("điện thoại 0912.345.678 gặp", [("phone", "0912345678")]),
        ("ĐT: (0255) 3822 815", [("phone", "02553822815")]),
        ("ĐT: (0255)\n3822815", [("phone", "02553822815")]),
        ("gọi +84 912 345 678", [("phone", "+84912345678")]),
        ("Điện thoại: 39000123", [("phone", "39000123")]),
        ("ĐT: 0912345678; fax: 0255.3822816", [("phone", "0912345678"), ("phone", "02553822816")]),
        ("ĐT: 0255.3822816/3822817", [("phone", "02553822816"), ("phone", "3822817")]),
        ("SĐT: 0912345678,0987654321", [("phone", "0912345678"), ("phone", "0987654321")]),
        ("SĐT 0912 345 678/0987 654 321", [("phone", "0912345678"), ("phone", "0987654321")]),
        ("nhắn Zalo cô Lài 0907.118.236", [("phone", "0907118236")]),
        ("gọi tổng đài 1900 6644 (1.000đ/phút)", [("phone", "19006644")]),
        ("báo về Văn phòng qua máy 3.881.226 trước 12/10", [("phone", "3881226")]),
        ("qua điện thoại 3 862 415 (giờ hành chính)", [("phone", "3862415")]),
        ("điện thoại: 080.44012", [("phone", "08044012")]),
        ("thư điện tử vanthu(at)sonha.gov.vn", [("email", "vanthu@sonha.gov.vn")]),
        ("lệ phí xem tại cupdoisim.vn", [("url", "cupdoisim.vn")]),
        ("liên hệ để nhận 3.881.226 đồng", []),
        ("số tài khoản 0123456789012", []),
        ("Số tài khoản: 0912345678", []),
        ("ngày 09.01.2025 10 giờ", []),
        ("kinh phí 1.500.000 đồng", []),
        ("Số: 12/KH-UBND ngày 05/01/2021", []),
        ("giai đoạn 2021 - 2025", []),
        ("vanthu(@sonha.gov.vn", [("email", "vanthu@sonha.gov.vn")]),
    ],
)
def test_contacts(body_doc: Callable[[str], Doc], text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.values["kind"], c.values["value"]) for c in extract(body_doc(text))] == expected


def test_a_signature_caption_gives_no_contact(body_doc: Callable[[str], Doc]) -> None:
    caption = "Người ký: Sở Công nghệ\nEmail: scn@sonha.gov.vn\nThời gian ký: 05.01.2021 16:12:33 +07:00"
    assert extract(body_doc(caption)) == []
