"""A dispatch of two pages to be scanned, set and printed once; no chance in it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

from congvan.synth.phrase import fact, say
from congvan.synth.printing.fonts import serif
from congvan.synth.printing.pdf import pdf
from congvan.synth.printing.typeset import Manner, SetPage, typeset
from congvan.synth.scanner.capture import Scanned, scan_document
from congvan.synth.tree import Block, Dispatch

_LEFT = (
    Block("parent", say("UBND HUYỆN CÁT LĂNG")),
    Block("issuer", say("ỦY BAN NHÂN DÂN\nXÃ CỒN GIÓ")),
    Block("code", say("Số: ", fact("header.code", "158/KH-UBND"))),
)
_RIGHT = (
    Block("nation", say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    Block("motto", say("Độc lập - Tự do - Hạnh phúc")),
    Block(
        "place_date",
        say("Cồn Gió, ", fact("header.issued_on", "ngày 23 tháng 4 năm 2024", value="2024-04-23")),
    ),
)
_SENTENCE = "Các thôn rà soát, lập danh sách hộ dân và gửi về Ủy ban nhân dân xã trước ngày 15/5/2024 để tổng hợp. "
_BODY = (
    Block("title", say("KẾ HOẠCH")),
    Block("subject", say("Trồng cây ven đê năm 2024")),
    *(Block("para", say(f"{n}. " + _SENTENCE * 3)) for n in range(1, 14)),
)
_RECIPIENTS = tuple(
    Block(role, say(text))
    for role, text in (("recipients_head", "Nơi nhận:"), ("recipient", "- Các thôn;"), ("recipient", "- Lưu: VT."))
)
_SIGNED = (Block("authority", say("CHỦ TỊCH")), Block("signer", say("Phan Văn Lúa")))
DISPATCH = Dispatch("kế hoạch", _LEFT, _RIGHT, _BODY, _RECIPIENTS, _SIGNED, stamp="ỦY BAN NHÂN DÂN XÃ CỒN GIÓ")
SECRET = replace(DISPATCH, left=(*_LEFT, Block("secrecy", say("TỐI MẬT"))), body=_BODY[:6])


DISPATCHES = {"plain": DISPATCH, "secret": SECRET}


@cache
def printed(name: str = "plain") -> tuple[tuple[SetPage, ...], bytes]:
    pages = typeset(DISPATCHES[name], Manner(), serif())
    return pages, pdf(pages)


@cache
def scanned(level: str, seed: int = 1, photo: bool = False, name: str = "plain") -> Scanned:
    pages, clean = printed(name)
    return scan_document(pages, clean, DISPATCHES[name], level, Random(seed), photo)
