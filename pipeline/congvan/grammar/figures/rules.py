"""Which rule makes a figure a target; on what its clause and its place in the document say, pure."""

from __future__ import annotations

import regex

from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.senses import (
    COUNTED,
    CREATING_VERBS,
    GOAL,
    HONOUR,
    QUOTA_CLASSES,
    STRIVES,
    confers,
    is_paid_share,
    is_per_unit,
    is_proposal,
    is_quota,
    opens_with_duty,
    raises_money,
)
from congvan.grammar.figures.told import REACH, Setting
from congvan.grammar.wording import Wording, any_of

_ROLL = any_of("danh sách|thành phần|số lượng|gồm")
_AT = regex.compile(
    r"(?<!\p{L})(?:tại|ở|trên|của|với|về)\s+(?:ít\snhất\s|tối\sthiểu\s)?\Z", regex.IGNORECASE
)  # tại 02 xã


def rule_of(
    wording: Wording, start: int, before: str, quantity: Quantity, cut: Cut, setting: Setting, *, ahead: bool
) -> str | None:
    """Which rule makes this figure a target; None where none does. `ahead`: the sentence opens with a time to come."""
    goal = setting.goal or ahead or GOAL.search(before) is not None or _goes_on(wording.text, start, setting)
    if quantity.counts == "share":
        return _share_rule(before, quantity, cut, setting, ahead=ahead)
    if quantity.counts == "money":
        reached = quantity.compared and quantity.comparator in ("ge", "gt") and "đạt" in cut.verbs and setting.plan
        raised = setting.plan and raises_money(wording.text, cut)
        return "money" if (goal or reached or raised) and cut.metric is not None else None
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
    if quantity.counts not in COUNTED:
        return "unitless" if each and quantity.unit is None and cut.verbs else None
    if people and confers(wording.text, cut) and not each:
        return None
    if each and (cut.verbs or quantity.compared or (cut.shape == "bare" and people)):
        return "each"
    if goal and cut.verbs:
        return "goal"
    return _plan_rule(wording, start, before, quantity, cut, setting)


def _goes_on(text: str, start: int, setting: Setting) -> bool:
    """Does the sentence go on after a semicolon with what was to be striven for (`Phấn đấu ...; thành lập 02 ...`)?"""
    low = max(setting.start, start - REACH)
    stop = text.rfind(". ", low, start)
    return GOAL.search(text, max(stop, low), start) is not None and text[:start].rstrip().endswith(";")


def _share_rule(before: str, quantity: Quantity, cut: Cut, setting: Setting, *, ahead: bool) -> str | None:
    if (cut.metric is None and cut.population is None) or is_paid_share(cut):
        return None
    if is_proposal(quantity, cut):
        return "share"
    if quantity.of is not None and not (
        setting.goal or setting.criterion or ahead or quantity.compared or GOAL.search(before)
    ):
        return None  # `15/20 xã` alone is as often a result
    if setting.goal or setting.criterion or ahead or STRIVES.search(before):
        return "share"
    return "plain share" if setting.plan and (quantity.compared or cut.shape != "bare") else None


def _plan_rule(wording: Wording, start: int, before: str, quantity: Quantity, cut: Cut, setting: Setting) -> str | None:
    """Counts that are duties because the document sets duties."""
    if quantity.compared and cut.verbs and (setting.plan or setting.criterion):
        return "bounded"
    if not setting.plan:
        return None
    if cut.verbs and (cut.population is not None or cut.shape == "rate") and is_quota(wording.text, quantity, cut):
        return "quota"
    if quantity.comparator == "le" and quantity.counts in QUOTA_CLASSES and _ROLL.search(before):
        return "limit"
    if cut.verbs and opens_with_duty(wording, start, cut) and not _AT.search(before):
        return "plan"
    opens = cut.population is not None and cut.population[0] == start  # `Hội Phụ nữ xây dựng 05 nhà tình thương`
    created = bool(cut.verbs) and cut.verbs[-1] in CREATING_VERBS and quantity.counts in ("event", "thing")
    return "assigned" if opens and created else None
