from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from congvan.extract.programmes import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đẩy mạnh phong trào thi đua “Đọc sách mỗi ngày”.", [("Đọc sách mỗi ngày", "phong trào thi đua")]),
        (
            "các phong trào thi đua: “Lúa vàng”, “Vườn xanh” và cuộc vận động “Nhà sạch”",
            [("Lúa vàng", "phong trào thi đua"), ("Vườn xanh", "phong trào thi đua"), ("Nhà sạch", "cuộc vận động")],
        ),
        ("cuộc thi trực tuyến “Em yêu quê em”", [("Em yêu quê em", "cuộc thi trực tuyến")]),
        (
            "cuộc vận động xây dựng người cán bộ, viên chức “Tận tụy, gần dân”",
            [("Tận tụy, gần dân", "cuộc vận động")],
        ),
        ("hưởng ứng “Tháng Đọc sách”", [("Tháng Đọc sách", "tháng")]),
        ("hoạt động của Tháng Công nhân năm 2021", [("Tháng Công nhân", "tháng")]),
        ("dự Hội thi Kể chuyện sách hay lần thứ ba", [("Kể chuyện sách hay", "hội thi")]),
        (
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025 trên địa bàn",
            [("giảm nghèo bền vững giai đoạn 2021-2025", "chương trình mục tiêu quốc gia")],
        ),
        ("phong trảo “Sạch nhà đẹp ngõ”", [("Sạch nhà đẹp ngõ", "phong trào")]),
        ("hưởng ứng Mô hình Hàng cau trước ngõ.", [("Hàng cau trước ngõ", "mô hình")]),
        ("dự Cuộc thi trực tuyến Tìm hiểu rừng ngập mặn năm 2024", [("Tìm hiểu rừng ngập mặn", "cuộc thi trực tuyến")]),
        ("nhân rộng mô hình Tổ hợp tác nuôi vịt.", []),
        ("Mô hình Nhà văn hóa nhiều tầng.", []),
        ("Ngày cao điểm “Chủ nhật đọc sách”: 10/3", [("Chủ nhật đọc sách", "ngày cao điểm")]),
        ("hưởng ứng Tháng Đọc sách năm 2021", [("Tháng Đọc sách", "tháng")]),
        ("trong Tuần sinh hoạt công dân từ ngày 06/9", [("Tuần sinh hoạt công dân", "tuần")]),
        ("Tháng hành động phòng, chống ma túy", [("Tháng hành động phòng, chống ma túy", "tháng")]),
        ("xét Giải thưởng Sáng tạo ngành Biển năm 2021", [("Sáng tạo ngành Biển", "giải thưởng")]),
        ("cuộc vận động Toàn dân xây dựng quê hương", [("Toàn dân xây dựng quê hương", "cuộc vận động")]),
        ("giải báo chí “Ngòi bút vàng”", [("Ngòi bút vàng", "giải báo chí")]),
        (
            "Cuộc thi KHKT dành cho học sinh cả xã; dự Cuộc thi KHKT học sinh cả xã",
            [("KHKT dành cho học sinh cả xã", "cuộc thi")],
        ),
        ("Tổ chức giao lưu văn nghệ “Tiếng ru nguồn cội”.", [("Tiếng ru nguồn cội", "giao lưu văn nghệ")]),
        ("buổi ngoại khóa “Em làm phóng viên nhỏ”", [("Em làm phóng viên nhỏ", "ngoại khóa")]),
        ("Giải đua ghe ngo “Cúp Sóng Biếc” lần thứ III", [("Cúp Sóng Biếc", "giải đua ghe ngo")]),
        ("Giải Việt dã truyền thống “Vì sức khỏe”", [("Vì sức khỏe", "giải việt dã truyền thống")]),
        ("thi “Bếp nhà ai khéo” giữa các chi hội", [("Bếp nhà ai khéo", "thi")]),
        ("Ra quân “Ngày thứ Bảy tình nguyện”", [("Ngày thứ Bảy tình nguyện", "ngày")]),
        ("đợt ra quân cao điểm “45 ngày sạch ruộng”", [("45 ngày sạch ruộng", "đợt ra quân cao điểm")]),
        ("tổ chức “Đêm hội mùa vàng” tại quảng trường", [("Đêm hội mùa vàng", None)]),
        ("ảnh dự thi “Người thợ mỏ đá”: 05 ảnh", [("Người thợ mỏ đá", None)]),
        ("hưởng ứng Tuần lễ Gốm sứ diễn ra từ 01/3", [("Tuần lễ Gốm sứ", "tuần lễ")]),
        ("Tuần lễ Rừng và Đầm phá năm 2023", [("Tuần lễ Rừng và Đầm phá", "tuần lễ")]),
        ("Hội khoẻ Phù Đổng cấp tỉnh lần thứ X", [("Hội khoẻ Phù Đổng", "hội khoẻ")]),
        ("Chiến dịch Mùa gặt xanh từ 15/6 đến 20/7", [("Mùa gặt xanh", "chiến dịch")]),
        ("Thực hiện “4 tại chỗ”, ra mắt “Tổ hòa giải kiểu mẫu”, triển khai “Công trình thanh niên”", []),
        ("câu lạc bộ “Gia đình vui khỏe”, nhóm Zalo “Chị em Đồi Sim”, đề tài “Nghiên cứu giống lạc”", []),
        ("giải quyết nội dung “Một cửa liên thông”", []),
        ("Tháng trước, Tuần thứ 3, Tháng Tám năm 1945", []),
        ("Giải thưởng Hồ Chí Minh", []),
        ("phong trào TDTT quần chúng, Chương trình Giáo dục phổ thông 2018", []),
        ("với chủ đề “Sách và em”", []),
        ("truyền thống “Uống nước nhớ nguồn”", []),
        ("danh hiệu “Gia đình văn hóa”", []),
        ("đợt thi đua đặc biệt chào mừng ngày bầu cử", []),
        ("ngày 10/12/2025 về “Trật tự đô thị”", []),
        ("phong trào tố giác vi phạm về “Năm điểm”", []),
        ("kỷ niệm 20 năm Ngày Pháp luật", []),
        ("Ban Tổ chức Cuộc thi Kể chuyện sách hay", []),
    ],
)
def test_named_drives(body_doc: Callable[[str], Doc], text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.values["name"], c.values["kind"]) for c in extract(body_doc(text))] == expected


def test_mentions_of_one_drive_are_one_item(body_doc: Callable[[str], Doc]) -> None:
    text = (
        "Cuộc thi “Em yêu quê hương em”\nGửi bài dự cuộc thi “Em yêu quê hương em” về xã.\ncuộc thi “Em yêu quê hương”"
    )
    (found,) = extract(body_doc(text))
    assert found.values["name"] == "Em yêu quê hương em"
    assert len(found.mentions) == 2
