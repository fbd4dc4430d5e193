"""The words that bind a date and make it a term: text in, where they begin and how they bind out; pure."""

from __future__ import annotations

from dataclasses import dataclass

import regex

_FLAGS = regex.VERBOSE | regex.IGNORECASE

# What stands before a date and makes it a term. The longest form that ends at the date is taken.
# `tuần đầu`, `tuần lễ cuối`, `10 ngày cuối`: a part of the month that follows
_PART = (
    r"(?: \s (?:tuần(?:\slễ)?|nửa|(?:\d{1,2}|những)\sngày)"
    r" (?: \s (?:đầu|cuối|thứ\s\p{L}+) )? (?:\s(?:của|tiên|cùng))? )"  # the date itself may begin with `đầu`, `cuối`
)
_BOUND = regex.compile(
    rf"""
    (?<! \p{{L}} )
    (?:
      # trước ngày 20/5 ; xong trước 16 giờ ngày 20/5 ; trước hạn
        (?P<before> (?: (?:phải\s)?xong\s )? trước (?: \s(?:thời\sđiểm|thời\shạn|hết) )? )
      # chậm nhất ngày ; muộn nhất là ; chậm nhất đến hết ngày ; chậm nhất trong ngày ; không quá ; không muộn hơn
      | (?P<by> (?: (?:xong\s)? (?:chậm|muộn|trễ)\snhất
                  | không\s(?:được\s)?(?:quá|(?:muộn|chậm|trễ)\s(?:hơn|quá)|vượt\squá) )
              (?: \s(?:là|vào|đến|tới|trước|hết|trong|lúc|buổi) ){{0,3}} \s? :? )
      # hạn cuối: ; hạn chót là ngày ; thời hạn cuối cùng: ; thời hạn: ; hạn nộp bài:
      | (?P<by> (?<! còn\s ) (?:thời\s)? hạn (?: \s(?:cuối\scùng|cuối|chót|hoàn\sthành|chậm\snhất) )?
              (?: \s(?:là|đến|tới|vào|hết|trước) ){{0,3}} \s? :? (?: \s(?:đến|hết|trước|ngày) ){{0,2}} )
      # xong trong tháng 6 ; hoàn thành trong quý II ; kết thúc trong tháng 6
      | (?P<within> (?:hoàn\sthành|hoàn\stất|xong|kết\sthúc|gọn) (?:\sxong)? \s(?:trong|vào|cuối|ngay\strong) {_PART}? )
      # đến hết ngày 25/12 ; đến ngày 22/3 ; cho đến
      | (?P<to> (?:cho\s)? (?:đến|tới) (?: \shết )? | hết )
      # vào lúc 8 giờ ; lúc ; vào ngày ; đúng 7 giờ
      | (?P<on> (?:vào\s)? (?:hồi|lúc|đúng) | vào (?: \s(?:hồi|lúc) | \s(?:buổi|giờ|dịp|phiên)(?:\s\p{{L}}+){{0,3}} )? )
      # trong tháng 6 ; ngay trong ngày 14/4 ; trong tuần đầu tháng 3
      | (?P<in> (?:ngay\s)? trong (?: \sbuổi | {_PART} )? )
    )
    [\s:(]{{0,3}} (?: khoảng\s )? (?: (?:ngày|các\sngày) \s )? $
    """,
    _FLAGS,
)
_REACH = 60  # characters before a date in which the words that bind it are sought


@dataclass(frozen=True, slots=True)
class Binding:
    """The words that make a date a term: where they begin, and how they bind.

    `kind`: `before`, `by`, `within` (done in a month or quarter), `to` (đến hết), `on` (vào, lúc), `in` (trong).
    """

    start: int
    kind: str


def binding_before(text: str, start: int, low: int = 0) -> Binding | None:
    """The binding words that end at the date at `start`, not before `low`; None where there are none."""
    match = _BOUND.search(text, max(start - _REACH, low), start)
    if match is None:
        return None
    kind = next(name for name, value in match.groupdict().items() if value)
    return Binding(match.start(), kind)
