"""Which rule makes a figure a target; on what its clause and its place in the document say, pure."""

from __future__ import annotations

import regex

from congvan.grammar.figures.clause_words import HAVE
from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.kinds import is_of_seats
from congvan.grammar.figures.senses import (
    COUNTED,
    CREATING_VERBS,
    GOAL,
    HONOUR,
    QUOTA_CLASSES,
    STRIVES,
    confers,
    is_measured_goal,
    is_merit_score,
    is_paid_share,
    is_per_unit,
    is_proposal,
    is_quota,
    opens_with_duty,
    raises_money,
)
from congvan.grammar.figures.told import REACH, Setting
from congvan.grammar.wording import Wording, any_of, keys

_ROLL = any_of("danh sách|thành phần|số lượng|gồm")
_BOUND = any_of("ít nhất|tối thiểu|tối đa|không quá|không dưới")
_ELECTING = keys("bầu")
ORDERS = regex.compile(r"\W*(?:Giao|Phân công|Yêu cầu|Chỉ đạo)\s+(?!chỉ\s+tiêu)", regex.IGNORECASE)
_REQUESTED = regex.compile(  # mỗi huyện đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 01 khu dân cư
    r"(?<!\p{L})(?:mỗi|từng)(?!\p{L})[^.;]{0,60}(?<!\p{L})(?:đề\snghị|trình)(?!\p{L})[^.;,]{0,60}\stặng(?!\p{L})",
    regex.IGNORECASE,
)
_PROPOSED = regex.compile(r"(?:được\s)?(?:đề\snghị|trình|chọn|giới\sthiệu|lựa\schọn)(?!\p{L})", regex.IGNORECASE)
_RHYTHM = regex.compile(r"\s*/\s*(?:tuần|tháng|quý|năm|học\skỳ)(?!\p{L})", regex.IGNORECASE)
_NO_WORK = keys("kèm|gồm|bao gồm|có|chấm|gửi|dự|là|hết|còn|đóng|uống|chiếm|được|tại")
_WORKED = frozenset({"thing", "event", "amount", "unknown", "body"})
_ORDERED = CREATING_VERBS | keys("vận động|huy động|quyên góp")
_ASKED = regex.compile(r"(?:^\W*(?:\p{L}\W\s*)?|(?:phải|hoặc|và)\s+)có\s+\Z", regex.IGNORECASE)
CONSISTS = keys("gồm|gồm có|bao gồm")
_AT = regex.compile(
    r"(?<!\p{L})(?:tại|ở|trên|của|với|về)\s+(?:ít\snhất\s|tối\sthiểu\s)?\Z", regex.IGNORECASE
)  # tại 02 xã


def rule_of(
    wording: Wording, start: int, before: str, quantity: Quantity, cut: Cut, setting: Setting,
    *, ahead: bool, dated: bool,
) -> str | None:  # fmt: skip
    """Which rule makes this figure a target; None where none does.

    `ahead`: the sentence opens with a time to come; `dated`: it tells a time to come by which this figure is due.
    """
    goal = setting.goal or ahead or GOAL.search(before) is not None or _goes_on(wording.text, start, setting)
    if quantity.counts == "share":
        return _share_rule(wording.text, quantity, cut, setting, goal=goal, strives=STRIVES.search(before) is not None)
    if quantity.counts == "money":
        reached = quantity.compared and quantity.comparator in ("ge", "gt") and "đạt" in cut.verbs and setting.plan
        raised = setting.plan and raises_money(wording.text, quantity, cut)
        asked = setting.criterion and quantity.compared
        return "money" if (goal or reached or raised or asked) and cut.metric is not None else None
    people = quantity.counts in QUOTA_CLASSES
    if cut.shape == "listed":
        return "listed" if people or quantity.unit is None else None
    each = is_per_unit(wording, cut)
    if quantity.comparator == "le" and cut.shape == "bare" and cut.metric is not None:
        honour = HONOUR.search(wording.text, *cut.metric)
        return "limit" if honour and (people or quantity.counts in ("thing", "unknown")) else None
    if cut.shape == "service":
        return "bounded" if quantity.compared else None
    if cut.shape == "rate" and quantity.unit is None and quantity.compared:  # `chỉ số muỗi dưới 20`
        return "unitless"
    if is_measured_goal(wording.text, quantity, start, goal=setting.goal, criterion=setting.criterion):
        return "goal" if cut.metric is not None else None
    if is_merit_score(wording.text, quantity, start, min(len(wording.text), quantity.end + REACH)):
        return "bounded"
    if quantity.counts not in COUNTED:
        return "unitless" if each and quantity.unit is None and cut.verbs else None
    asked = _REQUESTED.search(before) is not None
    if people and cut.metric is not None and _PROPOSED.match(wording.text, *cut.metric):
        return "quota"  # 02 bạn được đề nghị Hội tỉnh tặng Bằng khen
    if people and confers(wording.text, cut) and not (each or asked or quantity.comparator == "le"):
        return None
    if each and (cut.verbs or quantity.compared or (cut.shape == "bare" and people)):
        return "each"
    if goal and cut.verbs:
        return "goal"
    if setting.criterion and (quantity.compared or _ASKED.search(before)) and (cut.verbs or cut.population):
        return "bounded"  # Có 02 bài báo, under what is asked for
    if _only_tells_members(before, quantity, cut, setting):
        return None
    if dated and _is_done_to(wording, quantity, cut) and not _AT.search(before):
        return "dated"
    return _plan_rule(wording, start, before, quantity, cut, setting)


def _is_done_to(wording: Wording, quantity: Quantity, cut: Cut) -> bool:
    """Is the figure the object of a verb right before it (`gắn biển 02 công trình`), not something told beside it?"""
    if cut.metric is None or not cut.verbs or cut.verbs[-1] in _NO_WORK or quantity.counts not in _WORKED:
        return False
    between = wording.between(cut.metric[1], quantity.start)
    return cut.metric[1] <= quantity.start and not any(word.part in ("mark", "link") for word in between)


def _only_tells_members(before: str, quantity: Quantity, cut: Cut, setting: Setting) -> bool:
    """`Ban Giám khảo gồm 07 người` tells how things are; a range, a list of seats or of delegates sets a number."""
    if quantity.counts not in QUOTA_CLASSES or not cut.verbs or cut.verbs[-1] not in CONSISTS:
        return False
    return quantity.value_max is None and not (quantity.compared or is_of_seats(before, setting))


def _goes_on(text: str, start: int, setting: Setting) -> bool:
    """Does the sentence go on after a semicolon with what was to be striven for (`Phấn đấu ...; thành lập 02 ...`)?"""
    low = max(setting.start, start - REACH)
    stop = text.rfind(". ", low, start)
    return GOAL.search(text, max(stop, low), start) is not None and text[:start].rstrip().endswith(";")


def _share_rule(text: str, quantity: Quantity, cut: Cut, setting: Setting, *, goal: bool, strives: bool) -> str | None:
    limit = quantity.comparator == "le"
    if (cut.metric is None and cut.population is None) or (is_paid_share(cut) and not limit):
        return None
    if is_proposal(quantity, cut):
        return "share"
    if quantity.of is not None and not (goal or setting.criterion or quantity.compared):
        return None  # `15/20 xã` alone is as often a result
    if goal or setting.criterion or strives:
        return "share"
    if setting.seats and cut.population is not None:
        return "share"  # người dân tộc thiểu số 12%
    if setting.bounds and quantity.compared and _BOUND.search(text, quantity.start, quantity.at):
        return "plain share"
    return "plain share" if setting.plan and (quantity.compared or cut.shape != "bare") else None


def _plan_rule(wording: Wording, start: int, before: str, quantity: Quantity, cut: Cut, setting: Setting) -> str | None:
    """Counts that are duties because the document sets duties."""
    bound = quantity.comparator in ("ge", "le") and _BOUND.search(wording.text, quantity.start, quantity.at) is not None
    if quantity.compared and cut.verbs and ((bound and setting.bounds) or setting.plan or setting.criterion):
        return "bounded"
    if not setting.plan:
        return None
    asked = _REQUESTED.search(before) is not None
    told = asked or cut.population is not None or cut.shape == "rate" or set(cut.verbs) & _ELECTING or setting.allotted
    if cut.verbs and told and is_quota(wording.text, quantity, cut):
        return "quota"
    members = quantity.counts in QUOTA_CLASSES and set(cut.verbs) <= HAVE and cut.verbs
    if members and (quantity.value_max is not None or set(cut.verbs) & CONSISTS) and is_of_seats(before, setting):
        return "quota"  # Cơ cấu Hội đồng trường có từ 07 đến 13 thành viên
    if ORDERS.match(wording.text, start) and set(cut.verbs) & _ORDERED and quantity.counts != "body":
        return "assigned"  # Giao Khoa Y vận động 350 đơn vị máu
    if quantity.comparator == "le" and quantity.counts in QUOTA_CLASSES and _ROLL.search(before):
        return "limit"
    if cut.verbs and opens_with_duty(wording, start, cut) and not _AT.search(before):
        return "plan"
    opens = cut.population is not None and cut.population[0] == start  # `Hội Phụ nữ xây dựng 05 nhà tình thương`
    created = bool(cut.verbs) and cut.verbs[-1] in CREATING_VERBS and quantity.counts in ("event", "thing")
    rhythm = quantity.counts in ("event", "unknown") and _RHYTHM.match(wording.text, quantity.end) is not None
    return "assigned" if opens and (created or (rhythm and cut.verbs)) else None
