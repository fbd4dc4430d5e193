"""How the parts below the letterhead begin: addressees, preamble and body; patterns on flat text, one line each."""

from __future__ import annotations

import regex

ADDRESSEE = regex.compile(r"^\W{0,3}kinh\s?g[uo][il1]\b")  # Kính gửi, Kính gởi, Kínhgửi
# Who a telegram or an invitation is for (Decree 30/2020/NĐ-CP, annex III, forms 1.6 and 1.7): `GIÁM ĐỐC SỞ Y TẾ ĐIỆN:`
# over a list, `Trân trọng kính mời: Ông ...`.
TELEGRAM = regex.compile(
    r"""^\W{0,3}
    (?:thu\ tuong|bo\ |chu\ tich|(?:tong\ )?giam\ doc|cuc\ |uy\ ban|ubnd|ban\ |truong\ ban|thu\ truong|so\ |van\ phong)
    [^:]{0,120}? (?<!\b(?:dai|toan|hien|binh)\ ) \b dien \s?:""",
    regex.VERBOSE,
)
INVITED = regex.compile(r"^\W{0,3}(?:[^:]{0,80}\ )?kinh\ moi\s?:")
# How the body of a dispatch begins (Decree 30/2020/NĐ-CP, annex III); the list grew with the forms that were seen.
OPENING = regex.compile(
    r"""^\W{0,3}(?:
      can\ c[u\w]{1,2}\b | ap\ dung\b | xet\ (?:de\ nghi|to\ trinh) | tren\ co\ so\b | duoc\ su\b      # Căn cứ Luật ...
    | (?:tran\ trong\ )?kinh\ (?:thua|trinh|moi)\b                                       # Kính thưa ...
    | dieu\ \d+ | phan\ (?:thu\s)?[ivx\d]+\b | chuong\ [ivx\d]+\b                            # Điều 1.
    | [ivx]{1,4}\s?[.)/-]\s | [a-d]\s?[.)]\s | 1\s?[.)/]\s                                   # I. ; A. ; 1.
    | [-+]\s? (?=can\ cu|thuc\ hien)                                                         # - Căn cứ ...
    | (?:hom\ nay|vao\ luc|vao\ hoi|hien\ nay|sau\ khi|(?:trong\ )?thoi\ gian\ (?:vua\ )?qua)\b  # Hôm nay, ...
    | (?:trong\ )?(?:nhung|cac|may)\ (?:nam|thang)\ (?:vua\ |gan\ )?(?:qua|day)\b               # Những năm gần đây, ...
    | (?:nhin\ chung|vua\ qua|gan\ day|tuy\ nhien|ben\ canh\ do|tinh\ den)\b                  # Nhìn chung, ...
    | trong\ (?:dieu\ kien|boi\ canh|tinh\ hinh)\b                                          # Trong điều kiện ...
    | ngay\ \d{1,2}\s?[/-]\s?\d | hoi\ \d{1,2}\ gio | nam\ \d{4},?\ (?=\w.{20})              # Ngày 05/01/2021, ...
    | (?:theo|trien\ khai|quan\ triet|chap\ hanh|tiep\ thu|nhan\ duoc)\ [^,;]{0,40}\ so\ \d   # ... số 5/...
    | theo\ (?:de\ nghi|tinh\ than|chi\ dao|thong\ bao|cong\ van|noi\ dung|chuong\ trinh|ke\ hoach)
    | trong\ (?:thoi\ gian|nhung\ nam|nam|cac\ ngay|qua\ trinh|khuon\ kho)\b                 # Trong thời gian qua
    | de\ (?:bao\ dam|dam\ bao|thuc\ hien|trien\ khai|gop\ phan|tiep\ tuc|day\ manh|kip\ thoi|chao\ mung|to\ chuc
      |nang\ cao)\b | nham\b                                                                 # Để đảm bảo ...
    | (?:tiep\ tuc\ |trien\ khai\ )?thuc\ hien\b                                             # Thực hiện Kế hoạch ...
    | phuc\ dap\b | tra\ loi\b | qua\ (?:theo\ doi|kiem\ tra)\b | quoc\ hoi\ ban             # Phúc đáp Công văn ...
    )""",
    regex.VERBOSE,
)
# Openings that are also verbs of a subject: they end it only after its first line.
ALSO_SUBJECT = regex.compile(
    r"^\W{0,3}(?:thuc hien|tiep tuc|trien khai|nham|ap dung|tra loi|phuc dap|nam \d|trong|qua |de )\b?"
)
# A line whose end says that another follows: `LIÊN ĐOÀN LAO ĐỘNG -`, `THƯƠNG BINH VÀ`.
INCOMPLETE = regex.compile(r"(?:[-–—,&]|\b(?:va|cua|cac|ve))\W{0,2}$")
DASHES = "-–—+•*·"
