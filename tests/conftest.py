"""What many tests share: the folder of samples, and a dispatch as text."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample files, data/raw."""
    return ROOT / "data" / "raw"


# A plan of an invented office as `pdftotext -layout` gives it: two columns, wrapped lines, a page number.
PLAN = """\
  UBND HUYỆN BÌNH KHÊ                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG VĂN HÓA THÔNG TIN                   Độc lập - Tự do - Hạnh phúc

     Số: 17/KH-VHTT                  Bình Khê, ngày 08 tháng 3 năm 2022

                              KẾ HOẠCH
               Tổ chức hội đọc sách mùa xuân năm 2022

     Thực hiện Công văn số 45/SVHTT-TV ngày 01/3/2022 của Sở Văn hóa và Thể
thao tỉnh Sơn Hà về việc tổ chức các hoạt động đọc sách, Phòng Văn hóa Thông
tin huyện xây dựng kế hoạch như sau:
     I. MỤC ĐÍCH
     - Khuyến khích nhân dân trong huyện đọc sách hằng ngày, góp phần nâng cao
dân trí.
                                   2
     II. TỔ CHỨC THỰC HIỆN
     1. Phấn đấu ít nhất 90% học sinh tham gia hội đọc sách.
     2. Các xã, thị trấn gửi báo cáo kết quả về Phòng Văn hóa Thông tin trước
ngày 25/4/2022./.

Nơi nhận:                                    TRƯỞNG PHÒNG
- UBND huyện (b/c);
- Các xã, thị trấn;
- Lưu: VT.                                  Đỗ Minh Khoáng
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """The plan as a file."""
    path = tmp_path / "ke hoach đọc sách.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path
