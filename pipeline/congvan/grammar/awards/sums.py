"""Money that goes with an award, also told apart for collectives and persons; text in, VND out."""

from __future__ import annotations

import regex

from congvan.grammar.awards.recipients import GROUP, PERSON
from congvan.grammar.numbers import find_money, parse_money

_SUM = r"\d[\d.,]*\s*(?:(?:triệu|nghìn|ngàn|tr)(?!\p{L})\s*)?(?:đồng|đ\b(?!\s?/\s?c(?!\p{L}))|vnđ|vnd)"
_ROW_SUM = regex.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")  # 150.000
_SHORT_SUM = regex.compile(r"(?<![\d.,\p{L}])(\d{2,4})\s?k(?!\p{L})", regex.IGNORECASE)  # kèm 500k
_SUM_FOR = regex.compile(
    rf"""
    (?<!\p{{L}}) (?:
        (?: (?P<group>{GROUP}) | (?P<person>{PERSON}) ) (?!\p{{L}})
        [^\w,;.]{{0,3}} (?: [^\d.;,\n]{{0,30}}? ) (?P<sum>{_SUM})            # tập thể 3.000.000 đồng; mỗi hộ 300.000đ
      | (?P<sum>{_SUM}) \s* (?: / \s* (?: 01\s+ | mỗi\s+ )?
            | (?:đối\s+với|cho) \s+ (?: \d{{1,3}}\s+ | mỗi\s+ | các\s+ )? )
        (?: (?P<group>{GROUP}) | (?P<person>{PERSON}) ) (?!\p{{L}})     # 1,5 triệu đồng/cá nhân; 300.000đ cho 06 tổ
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_NO_REWARD = regex.compile(  # tổng kinh phí 20 triệu đồng; doanh nghiệp ủng hộ từ 50 triệu đồng
    r"(?<!\p{L})(?:tổng|cộng|kinh\s+phí|dự\s+toán|lương\s+cơ\s+sở|ủng\s+hộ|đóng\s+góp|quyên\s+góp|thu\s+nhập|doanh\s+thu|vay"
    r"|hỗ\s+trợ|tiết\s+kiệm|làm\s+lợi)(?!\p{L})[^;.,\n]{0,50}\Z",
    regex.IGNORECASE,
)
_NEXT_CLAUSE = regex.compile(  # a clause that speaks of somebody or something else
    r"(?<=\p{Ll}{2}|[\d)”\"])[;.]\s+"
    r"(?!\W*(?:kèm|mức|tiền\s+thưởng|mỗi|trị\s+giá|thưởng|tập\s+thể|cá\s+nhân|\d))(?=\p{L})",
    regex.IGNORECASE,
)
_BY_PRIZE = regex.compile(
    rf"[^;.\n\d]{{0,40}}?{_SUM}\s*(?:cho|đối\s+với)\s[^;.\n\d]{{0,40}}?giải\s[^;.\n\d]{{0,30}},\s*"
    rf"(?:và\s+)?{_SUM}\s*(?:cho|đối\s+với)",
    regex.IGNORECASE,
)
_IN_TURN = regex.compile(
    r"(?<!\p{L})(?:lần\s+lượt|tương\s+ứng)(?:\s+(?:là|mỗi\s+giải))*\s*:?\s*(?P<n>\d[\d.,]*)(?:\s*(?:đồng|đ)?\s*(?:[-–;,/]|và)\s*"
    r"(?P<n>\d[\d.,]*\d|\d))+\s*(?P<scale>triệu|nghìn|ngàn)?\s*(?:đồng|đ)(?!\p{L})",
    regex.IGNORECASE,
)
_RAISED = regex.compile(  # từ 6.000.000 đồng/giải (Sáu triệu đồng) lên 20.000.000 đồng/giải: the second sum holds
    r"(?:/\s?\p{L}+)?\s*(?:\([^()\n]{0,60}\)\s*)?(?:(?:tăng\s+|nâng\s+)?lên|(?:giảm\s+)?xuống|thành)(?:\s+(?:thành|còn))?\s+",
    regex.IGNORECASE,
)
_BEFORE_PRIZE = regex.compile(
    rf"(?<![\d.,])(?P<sum>{_SUM})\s*(?:/|(?:cho|đối\s+với)\s)\s*(?:(?:mỗi|các|\d+)\s+)?\Z", regex.IGNORECASE
)
_BEFORE = 60  # characters before a sum that tell what it is


def money_of(text: str, start: int, end: int, *, in_row: bool, is_prize: bool = True) -> tuple[int | None, int]:
    """The first sum (VND) between two offsets and where it ends; a row's figures are sums without their unit too.

    A certificate's money (`is_prize` False) stands in its own clause; totals of a budget are none.
    """
    if not is_prize and not in_row and (other := _NEXT_CLAUSE.search(text, start, end)):
        end = other.start()
    sums = find_money(text, start, end)
    changed = {(m.end() if (m := _RAISED.match(text, s.end, end)) else -1): s for s in sums}
    old = {changed[s.start].start for s in sums if s.start in changed}
    for found in sums:
        if found.start in old or (text[found.start - 1 : found.start] == "(" and old):
            continue
        if is_prize or not _NO_REWARD.search(text, max(start, found.start - _BEFORE), found.start):
            return found.value, found.end
    for match in _SHORT_SUM.finditer(text, start, end):
        return int(match[1]) * 1000, match.end()
    for match in _ROW_SUM.finditer(text, start, end) if in_row else ():
        return parse_money(match.group()), match.end()
    return None, start


def money_before(text: str, start: int, at: int) -> int | None:
    """The sum told before a prize that begins at `at` (`3 triệu đồng cho giải Nhất`, `500.000 đồng/giải`), or None."""
    told = _BEFORE_PRIZE.search(text, max(start, at - _BEFORE), at)
    return parse_money(told["sum"]) if told else None


def differs_by_prize(text: str, start: int, end: int) -> bool:
    """Does a certificate's money differ by the prize won: `500.000đ cho giải Nhất, 300.000đ đối với giải Nhì`?"""
    return _BY_PRIZE.match(text, start, end) is not None


def row_sums(text: str, start: int, end: int, number: int) -> list[int | None]:
    """The sums in the cell after one that lists `number` awards below one another; empty where they are not as many."""
    cell = text.find(" | ", start, end)
    if number < 2 or cell < 0:
        return []
    after = text.find(" | ", cell + 3, end)
    sums = [parse_money(m.group()) for m in _ROW_SUM.finditer(text, cell + 3, end if after < 0 else after)]
    return sums if len(sums) == number else []


def sums_in_turn(text: str, start: int, end: int, number: int) -> list[int | None]:
    """The sums of `number` prizes told together behind them (`lần lượt là 15 - 10 - 5 triệu đồng`); else empty."""
    told = _IN_TURN.search(text, start, end)
    sums = told.captures("n") if told else []
    return [parse_money(f"{n} {told['scale'] or ''} đồng") for n in sums] if told and len(sums) == number > 1 else []


def sums_by_recipient(text: str, start: int, end: int) -> dict[str, tuple[int | None, int]]:
    """Sums told apart for collectives and individuals: `collective`, `individual` -> (VND, where the words end).

    `mức thưởng: tập thể 2 triệu đồng, cá nhân 1 triệu đồng`; of one kind the first sum counts.
    """
    sums: dict[str, tuple[int | None, int]] = {}
    for match in _SUM_FOR.finditer(text, start, end):
        who = "collective" if match["group"] else "individual"
        sums.setdefault(who, (parse_money(match["sum"]), match.end()))
    return sums
