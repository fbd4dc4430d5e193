"""The people of the invented country: names in the form of Vietnamese ones that are plainly nobody's."""

from __future__ import annotations

from random import Random

_SURNAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Nông", "Hà", "Lý", "Đoàn", "Tạ", "Lương", "Phan", "Trương", "Đinh", "Mai", "Triệu", "Lò", "Quách", "Tôn",
)  # fmt: skip
_MIDDLES = (
    "Văn", "Thị", "Minh", "Thanh", "Hữu", "Ngọc", "Đình", "Xuân", "Thị Thu", "Quang", "Đức", "Thị Kim", "Hồng", "Công",
    "Bá", "Thế", "Thị Bích", "Trọng", "",
)  # fmt: skip
# Words of nature and examples, not usual given names: plainly nobody.
_GIVEN = (
    "Mẫu", "Suối", "Ngàn", "Mây", "Sương", "Rạng", "Trúc Mai", "Lúa", "Cước", "Sim", "Thí Dụ", "Gạo", "Nắng",
    "Vườn", "Ghềnh", "Chiều", "Khói", "Bưởi", "Ngô Non", "Rêu", "Đồi", "Cọ", "Nhãn", "Giấy", "Mực", "Bút", "Trang",
    "Nấm", "Me Chua", "Thóc", "Bến", "Đò", "Hạt", "Mưa", "Bấc",
)  # fmt: skip
# Academic titles and titles of merit, as typed before a signer's name, by the kind of office.
TITLES = {
    "department": ("ThS.", "TS.", "ThS.", "Ths.", "Tiến sĩ"),
    "school": ("ThS.", "TS.", "PGS. TS.", "PGS.TS.", "NGƯT.", "Ths.", "ThS. NGƯT.", "Dr."),
    "hospital": ("BS.CKII.", "BS. CKI.", "ThS.BS.", "TS. BS.", "BSCKII.", "TTƯT. BS.CKII."),
}


def person(rng: Random) -> str:
    """A full name in the form of a Vietnamese one that is plainly nobody's."""
    return " ".join(f"{rng.choice(_SURNAMES)} {rng.choice(_MIDDLES)} {rng.choice(_GIVEN)}".split())
