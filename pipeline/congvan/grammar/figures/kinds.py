"""Of what kind a figure is: a target to reach, a quota of people, bodies or awards, a criterion of merit; pure.

Contract, `targets.kind`: a quota only where people, bodies or seats are proposed, elected or awarded.
"""

from __future__ import annotations

import regex

from congvan.grammar.figures.clause_words import HAVE
from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.headings import names_criteria
from congvan.grammar.figures.reached import is_merit
from congvan.grammar.figures.senses import (
    GOAL,
    QUOTA_CLASSES,
    QUOTA_VERBS,
    VOTES,
    is_merit_score,
    is_per_unit,
    is_proposal,
    is_quota,
    is_reward,
)
from congvan.grammar.figures.told import Setting
from congvan.grammar.wording import Wording, any_of, words_of

# Who is to sit in a body: `nữ từ 35% trở lên`, `trẻ tuổi không dưới 15%` among delegates, candidates, members.
_PARTS_OF_SEATS = any_of(
    "nữ|phụ nữ|cán bộ trẻ|trẻ tuổi|tuổi trẻ|dưới 40 tuổi|dân tộc|dân tộc thiểu số|thiểu số|người dân tộc|tôn giáo|"
    "ngoài đảng|tái cử|tự ứng cử|thanh niên|số dư|dư|cơ cấu|giáo viên|đại diện"
)
_SEATS = any_of(
    "đại biểu|ứng cử|ứng cử viên|cấp ủy|cấp uỷ|ủy viên|uỷ viên|cơ cấu|bầu|quy hoạch|ban chấp hành|hiệp thương|nhân sự|"
    "danh sách|giới thiệu"
)
_NEAR = 30  # characters after a figure in which it is told what the people are for (`03 người dự tập huấn`)
_AS_EXAMPLE = regex.compile(r"[^.;,]{0,20}(?<!\p{L})(?:làm|tổ\schức|chỉ\sđạo|thí)\sđiểm(?!\p{L})", regex.IGNORECASE)
# What is asked of those who are proposed, and what a title is given for.
_MERITED = regex.compile(
    r"(?<!\p{L})được\s(?:đề\snghị|xét|bình\sxét|xét\stặng|công\snhận)[^.;]{0,30}\s(?:phải|cần)(?!\p{L})|"
    r"\A\W*(?:danh\shiệu|tập\sthể\slao\sđộng|lao\sđộng\stiên\stiến|chiến\ssĩ\sthi\sđua)[^.;:\d]{0,60}:",
    regex.IGNORECASE,
)
_PART = regex.compile(r"(?<!\p{L})trong\s(?:số\s)?đó(?!\p{L})[^;\d]*\Z", regex.IGNORECASE)
_PURSUES = any_of("phấn đấu")
_OF_PEOPLE = regex.compile(r"\s*(?:tổng\s)?số\s+", regex.IGNORECASE)
_CHOOSES = any_of(
    "cử|đại biểu|đề nghị|giới thiệu|bầu|ứng cử|dự|tham dự|dự thi|đăng ký|triệu tập|danh sách|thành phần|số lượng|"
    "suy tôn|khen|danh hiệu|xét|chọn|lựa chọn|tuyển|phân bổ|mời"
)
_ENTRIES = frozenset({"đăng ký", "đăng kí", "tham gia", "gửi", "nộp", "dự thi", "nhận"})


def kind_of(wording: Wording, said: str, before: str, end: int, quantity: Quantity, cut: Cut, setting: Setting) -> str:
    """`target`, `quota` or `criterion`.

    `said`: the whole sentence up to the figure; `before`: what of it stands after the last semicolon; `end`: where the
    sentence ends.
    """
    if _AS_EXAMPLE.match(wording.text, quantity.end, end):
        return "target"
    pursued = _PURSUES.search(before) is not None
    proposal = is_proposal(quantity, cut) or _is_part_of_people(wording.text, quantity, end)
    if proposal and not pursued and (setting.criterion or not setting.goal):
        return "quota"
    if not pursued and (setting.criterion or names_criteria(said) or VOTES.search(before) or _MERITED.search(said)):
        return "criterion"
    start = quantity.at - len(before)
    if (
        is_merit_score(wording.text, quantity, start, end)
        or is_reward(wording.text, quantity, cut, end)
        or is_merit(wording.text, start, end, quantity)
    ):
        return "criterion"
    if quantity.counts == "share" and _is_of_seats(wording.text, before, quantity, cut, setting):
        return "quota"
    # Under a heading of goals `giới thiệu 60 đoàn viên` is a goal, unless each body gets its share of them.
    goal = GOAL.search(before) is not None or (setting.goal and not is_per_unit(wording, cut))
    if goal:
        return "target"
    if quantity.counts in QUOTA_CLASSES and cut.verbs and set(cut.verbs) <= HAVE and is_of_seats(before, setting):
        return "quota"
    if not is_quota(wording.text, quantity, cut):
        return "target"
    said = wording.text[start : min(end, quantity.end + _NEAR)]
    return "quota" if _is_chosen(said, quantity, cut, setting) else "target"


def is_part(text: str, start: int, quantity: Quantity) -> bool:
    """Is the figure told as a part of what was told before it: `trong đó nữ từ 50% trở lên`?"""
    return _PART.search(text, start, quantity.at) is not None


def _is_part_of_people(text: str, quantity: Quantity, end: int) -> bool:
    """`không quá 20% số chi bộ ...`: how many people or bodies of a number may get it."""
    of = (
        _OF_PEOPLE.match(text, quantity.end, end)
        if quantity.counts == "share" and quantity.comparator == "le"
        else None
    )
    words = words_of(text, of.end(), min(end, of.end() + 40)) if of else []
    return bool(words) and words[0].counts in ("person", "body")


def _is_of_seats(text: str, before: str, quantity: Quantity, cut: Cut, setting: Setting) -> bool:
    """Is the share one of those who are to sit in a body (`Cấp ủy viên nữ từ 15%`)?"""
    said = min(span[0] for span in (cut.metric, cut.population, (quantity.start, 0)) if span)
    part = _PARTS_OF_SEATS.search(text, said, max(quantity.at, cut.end)) is not None
    return part and is_of_seats(before, setting)


def is_of_seats(before: str, setting: Setting) -> bool:
    """Does the sentence or a heading speak of who is to sit in a body?"""
    return setting.seats or _SEATS.search(before) is not None


def _is_chosen(said: str, quantity: Quantity, cut: Cut, setting: Setting) -> bool:
    """Are the people or bodies chosen for something: `mỗi lớp 25 học viên` only tells how large a class is."""
    if quantity.counts not in QUOTA_CLASSES or cut.shape == "listed":
        return True
    if set(cut.verbs) & (QUOTA_VERBS | _ENTRIES) or setting.allotted or setting.seats:
        return True
    return _CHOOSES.search(said) is not None
