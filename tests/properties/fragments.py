"""Texts made of what dispatches are made of, in any order: strategies for the laws."""

from __future__ import annotations

from hypothesis import strategies as st

# Invented offices and people; words that open every rule, whole and cut short.
WORDS = """
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM|UBND TỈNH SƠN HÀ|SỞ CÔNG NGHỆ
LIÊN ĐOÀN LAO ĐỘNG|TỈNH ĐOÀN SƠN HÀ|BAN THƯỜNG VỤ|Số:|Số: 17/KH-SCN|Số:      /BC-UBND|số 04-NQ/TU|45 KH/TĐTN-PT|V/v
KẾ HOẠCH|QUYẾT ĐỊNH|TỜ TRÌNH|THÔNG BÁO|BÁO CÁO|GIẤY MỜI|HƯỚNG DẪN|Kính gửi:|Nơi nhận:|- Như trên;|- Lưu: VT, TCCB (2b).
TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|TL. GIÁM ĐỐC|Nguyễn Thị Minh Hòa|(Đã ký)|MẬT|HỎA TỐC|KHẨN|Điều 1.|I.
1.|a)|-|+|*|Căn cứ|Thực hiện|Theo|Xét đề nghị của|ban hành kèm theo|sửa đổi, bổ sung|thay thế|Công văn|Nghị định
Nghị quyết Đại hội|Luật Thi đua, khen thưởng|của|về việc|tại|và|hoặc|các|mỗi|Sở Công nghệ|UBND các huyện|đoàn viên
công đoàn cơ sở|trước ngày|chậm nhất|hạn cuối|trong vòng|từ ngày|đến hết|đến|kể từ|ngày|tháng|năm|quý|định kỳ hằng
ngày 05 tháng 01 năm 2021|ngày 5/1/2021|25/5|01/10|31/4/2021|ngày    tháng   năm 2021|quý IV/2020|6 tháng đầu năm
15 giờ 30 phút,|8h00|sáng thứ Sáu|07 ngày làm việc|hằng tháng|phấn đấu|đạt|ít nhất|tối thiểu|trên|95%|từ 95% trở lên
98 - 100%|3/5 tiêu chí|1.250,5|02|mười lăm|50 triệu đồng|1.500.000 đồng|01 tập thể|Bằng khen|Giấy khen|giải nhất
cờ thi đua|Chiến sĩ thi đua|phong trào thi đua|cuộc thi|“Xanh - Sạch - Đẹp”|"|“|”|(|)|[|]|;|:|,|.|./.|...|…………|______
/|–|&|%|vanthu@sonha.example.vn|0219 3888 999|https://sonha.example.vn/tin|gửi báo cáo về|tham gia
TT | Chỉ tiêu | ĐVT | Kế hoạch
"""
FRAGMENTS = [piece for line in WORDS.strip().splitlines() for piece in line.split("|") if piece.strip()]
# What joins them: a blank mostly, columns, ends of lines and pages, nothing, and what other programs leave.
GLUE = [" ", " ", " ", " ", "\n", "\n", "\n\n", "            ", "\t", "", " | ", "\f", "\u00a0", "\u200b", "\r\n"]
ODD = "ÐđĐ\u0301\u0323\u031b\u00ad\u202e\ufeff\uf0b7\x00\x0c\x1f\x85\u2028①½Ⅳ²İıſß漢\U0001f4c4КОд⁄٣५"

fragment = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.sampled_from(FRAGMENTS),
    st.sampled_from(FRAGMENTS),
    st.integers(0, 10**7).map(str),
    st.text("0123456789/.-, ", max_size=12),
    st.text(ODD, max_size=3),
    st.text(max_size=6),
)
# Texts of up to some sixty fragments, in lines and columns.
texts = st.lists(st.tuples(fragment, st.sampled_from(GLUE)), max_size=60).map(
    lambda pieces: "".join(part for pair in pieces for part in pair)
)
# What a file may hold as text: code points that UTF-8 can write.
written = texts.map(lambda text: text.encode("utf-8", "ignore").decode("utf-8"))
