"""Sums in figures and in words."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def grouped(money: int) -> str:
    """1500000 as `1.500.000`."""
    return f"{money:,}".replace(",", ".")


def in_words(money: int) -> str:
    """Round sums in words, up to nine million nine hundred thousand: `một triệu năm trăm nghìn`."""
    millions, thousands = divmod(money // 1000, 1000)
    hundreds, rest = divmod(thousands, 100)
    if rest and rest != 50:
        raise ValueError(money)
    parts = [f"{_DIGITS[millions]} triệu"] if millions else []
    if hundreds:
        parts.append(f"{_DIGITS[hundreds]} trăm{' năm mươi' if rest else ''} nghìn")
    elif rest:
        parts.append(f"{'không trăm ' if millions else ''}năm mươi nghìn")
    return " ".join(parts)
