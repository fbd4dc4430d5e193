"""The provinces of the invented country. No province, district, commune or school here exists."""

from __future__ import annotations

from congvan.synth.world.model import Province

PROVINCES = (
    Province(
        "Hoài Giang",
        ("huyện Đồng Sim", "huyện Bến Trăng", "thị xã Hạc Vàng", "thành phố Hoài Giang"),
        ("xã Cồn Gió", "xã Bãi Nhạn", "phường Hoa Dẻ", "thị trấn Lau Bạc"),
        ("Bến Trăng", "Đồng Sim", "Hạc Vàng", "Cồn Gió"),
        ("Thuyền Nan", "Sóng Lúa"),
    ),
    Province(
        "Vân Trạch",
        ("huyện Suối Ngàn", "huyện Đèo Mây", "huyện Nà Lúa", "thành phố Vân Trạch"),
        ("xã Đồi Sương", "xã Khe Vầu", "phường Cầu Lim", "thị trấn Mây Thấp"),
        ("Suối Ngàn", "Đèo Mây", "Nà Lúa", "Khe Vầu"),
        ("Măng Đá", "Cọn Nước"),
    ),
    Province(
        "Lục Hà",
        ("huyện Bàu Sen", "huyện Gò Thị", "thị xã Ngã Sáu Sông", "thành phố Lục Hà"),
        ("xã Vườn Cò", "xã Rạch Chiếu", "phường Bông Điển", "thị trấn Xẻo Trầu"),
        ("Bàu Sen", "Gò Thị", "Rạch Chiếu", "Vườn Cò"),
        ("Lá Dừa Nước", "Ghe Chài"),
    ),
    Province(
        "Tùng Nguyên",
        ("huyện Rừng Thông", "huyện Đá Bàn Cờ", "thị xã Thác Lụa", "thành phố Tùng Nguyên"),
        ("xã Nương Chàm", "xã Buôn Trầm", "phường Đồi Thiên Nga", "thị trấn Gùi Mây"),
        ("Rừng Thông", "Thác Lụa", "Nương Chàm"),
        ("Hạt Nâu", "Gió Cao Nguyên Xanh"),
    ),
    Province(
        "Hải Nhai",
        ("huyện Cửa Sóng Bạc", "huyện Đảo Yến Non", "thị xã Bãi Ngọc Trai", "thành phố Hải Nhai"),
        ("xã Ghềnh Muối", "xã Cồn Ốc Đỏ", "phường Lưới Vàng", "thị trấn Neo Thuyền"),
        ("Cửa Sóng Bạc", "Yến Non", "Ngọc Trai", "Ghềnh Muối"),
        ("Cánh Buồm Nâu", "Muối Tinh Khôi"),
    ),
    Province(
        "Kim Lộ",
        ("huyện Đồng Bông Gạo", "huyện Chợ Nón Lá", "thị xã Lò Gốm Đỏ", "thành phố Kim Lộ"),
        ("xã Bến Thúng", "xã Gò Cói Vàng", "phường Hàng Nong", "thị trấn Cầu Chuối"),
        ("Bông Gạo", "Chợ Nón Lá", "Gốm Đỏ", "Bến Thúng"),
        ("Sợi Đay", "Chum Vại"),
    ),
    Province(
        "Thượng Ngân",
        ("huyện Mường Khói Chiều", "huyện Nậm Sáo Trúc", "huyện Pác Chuông", "thành phố Thượng Ngân"),
        ("xã Nà Nhạc Ngựa", "xã Khuổi Trăng Non", "phường Đèo Chiêng", "thị trấn Ruộng Mây"),
        ("Mường Khói Chiều", "Sáo Trúc", "Pác Chuông"),
        ("Thổ Cẩm Hồng", "Lá Dong"),
    ),
    Province(
        "Bình Sa Hải",
        ("huyện Đầm Én", "huyện Phá Sương Mai", "thị xã Cát Mây", "thành phố Bình Sa Hải"),
        ("xã Thôn Nồm", "xã Rú Dương", "phường Gió Nồm", "thị trấn Truông Sim"),
        ("Đầm Én", "Sương Mai", "Cát Mây", "Rú Dương"),
        ("Nón Bài Thơ Xanh", "Đầm Rong"),
    ),
)
