"""Targets: figures that somebody is to reach, quotas to fill, criteria to meet.

A figure counts where its clause says a duty (`phấn đấu`, a comparing word, `mỗi ... đăng ký`, a plan's own verb) and
neither the clause nor the headings above it tell a result, a price, a legal threshold or a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.clauses import Cut, Span, cut_count, cut_share, shared_metric
from congvan.grammar.figures import Quantity, find_quantities
from congvan.grammar.plantables import PlanTable, cells_of, plan_table
from congvan.grammar.wording import keys, words_of
from congvan.lexicons import load
from congvan.text.sentences import sentences
from congvan.text.tokens import context_of, text_of

COUNTED = frozenset({"person", "body", "thing", "event", "award", "amount"})
QUOTA_CLASSES = frozenset({"person", "body", "award"})
QUOTA_VERBS = keys(
    "đề nghị|xét|chọn|lựa chọn|lựa chọn lấy|xét chọn|xét tặng|cử|giới thiệu|bầu|tặng|khen thưởng|biểu dương|suy tôn|bình chọn|"
    "đề cử|bố trí|phân công|gồm có|gồm|bao gồm|bình xét|đề xuất|tham dự|dự thi|trao|trao tặng|tôn vinh|dự"
)
ENTRY_VERBS = keys("đăng ký|đăng kí|tham gia|gửi|nộp|dự thi")
PLAN_TYPES = frozenset({"kế hoạch", "chương trình", "chỉ thị", "hướng dẫn", "công văn", "nghị quyết", "thông báo", "đề án",
                        "phương án", "kết luận", "điều lệ", "thể lệ", "quy chế", "công điện", "lời kêu gọi", "dự án", None})  # fmt: skip
RESULT_TYPES = frozenset({"báo cáo", "biên bản"})

_STRIVE = regex.compile(
    r"(?<!\p{L})(?:phấn đấu|chỉ tiêu|mục tiêu|quyết tâm|bảo đảm|đảm bảo|yêu cầu|vận động|duy trì|giữ vững|đạt)(?!\p{L})",
    regex.IGNORECASE,
)
_GOAL = regex.compile(r"(?<!\p{L})(?:phấn đấu|chỉ tiêu|mục tiêu|quyết tâm|đăng ký thực hiện)(?!\p{L})", regex.IGNORECASE)
_CRITERION = regex.compile(r"(?<!\p{L})(?:tiêu\schí|tiêu\schuẩn|điều\skiện)(?!\p{L})", regex.IGNORECASE)
_NO_CRITERION = regex.compile(r"(?:đủ|tạo|mọi|trong)\sđiều\skiện|điều\skiện\s(?:thực\stế|cụ\sthể|thuận\slợi|cơ\ssở)", regex.IGNORECASE)
_RATING = regex.compile(
    r"[\W\d]*(?:(?:xếp\s|đạt\s)?loại\s)?(?:xuất\ssắc|giỏi|tốt|khá|trung\sbình|yếu|kém|[ABCD])\s*:", regex.IGNORECASE
)
_PRIZE_HEADING = regex.compile(r"(?<!\p{L})(?:giải\sthưởng|cơ\scấu\sgiải|giải\stập\sthể|giải\scá\snhân)(?!\p{L})", regex.IGNORECASE)
_RESULT = regex.compile(
    r"""
    (?<!\p{L}) (?:
        đã (?! \s (?: đăng \s ký | đề \s ra | ký \s kết | được \s (?:phê|giao|duyệt) )) | đạt \s được | ước \s (?:đạt|thực) | ước \s tính
      | so \s với \s (?: cùng \s kỳ | tháng \s trước | kỳ \s gốc | kế \s hoạch \s năm ) | cùng \s kỳ | hiện \s (?:có|nay|tại)
      | tính \s đến | trong \s năm \s qua | thời \s gian \s qua | kết \s quả \s (?:đạt|đã|thực) | có \s mặt | biểu \s quyết
    ) (?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_RESULT_HEADING = regex.compile(
    r"kết\squả\s(?:đạt|thực\shiện|hoạt|công\stác|đã|năm|giai)|tình\shình\s(?:thực\shiện|chung|hoạt)|ưu\sđiểm|hạn\schế|tồn\stại|đặc\sđiểm\stình\shình|"
    r"đánh\sgiá\s(?:chung|kết)|nguyên\snhân|thuận\slợi|khó\skhăn|thực\strạng",
    regex.IGNORECASE,
)
_AHEAD_HEADING = regex.compile(r"phương\shướng|nhiệm\svụ|chỉ\stiêu|mục\stiêu|kế\shoạch|giải\spháp", regex.IGNORECASE)
_PRICE = regex.compile(
    r"""
    (?<!\p{L}) (?:
        lãi | cho \s vay | mức \s vay | vay \s tối | khoản \s vay | (?<!đánh\s) giá (?! \s trị) | giảm \s giá | lệ \s phí | học \s phí | thuế | lương
      | phụ \s cấp | mức \s phạt | phạt \s tiền | bồi \s thường | chiết \s khấu | ưu \s đãi | trả \s trước
      | mức \s (?: chi | hỗ \s trợ | hưởng | đóng | phạt | thu | vay | trích ) | (?: trừ | cộng ) \s \d | nồng \s độ | chỉ \s số
      | điểm \s (?: thưởng | chuẩn | rèn | trừ | tối ) | cổ \s phần | vốn \s điều \s lệ | tạm \s ứng | quy \s chuẩn | giờ \s chuẩn | dự \s toán
      | kinh \s phí | ngân \s sách [^.;\n]{0,30} (?: hỗ \s trợ | chi | cấp ) | suy \s giảm | thương \s tật | khuyết \s tật | cỡ | kích \s thước | phông
    ) (?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_COST_SHARE = regex.compile(r"\s*(?:giá\s+trị|kinh\s+phí|chi\s+phí|mức|tiền|lương|điểm|dự\s+toán|khối\s+lượng\s+quy)", regex.IGNORECASE)
_INCOME = regex.compile(r"thu\snhập|bình\squân|năng\ssuất|doanh\sthu", regex.IGNORECASE)
_ROLL = regex.compile(r"danh\ssách|thành\sphần|số\slượng|gồm", regex.IGNORECASE)
_PRIZE = regex.compile(r"\d+\s+giải\s+(?:đặc\sbiệt|nhất|nhì|ba|tư|khuyến|phụ|[ABC]\b|cá\snhân|tập\sthể|thưởng|x\b)", regex.IGNORECASE)
_CONDITION = regex.compile(r"\W*(?:Nếu|Trường hợp|Khi)(?!\p{L})")
_PER = regex.compile(r"\s*/\s*(?:năm|tháng|ngày|giờ|người|hồ sơ|kg|m[23²³]|lần|suất|giải|đêm|bộ|học kỳ)", regex.IGNORECASE)
_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Kết\s+luận|Điều|Hiến|Tờ)"
    r"|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_CLAUSE_BREAK = regex.compile(r";|\||:(?=\s)|(?<=[,\s(])(?=trong đó\b|đồng thời\b)|,\s*(?=phấn đấu\b|đảm bảo\b|bảo đảm\b|riêng\b)|\(", regex.IGNORECASE)
_DUE_LEAD = regex.compile(
    r"(?<!\p{L})(?:đến(?:\s(?:hết|cuối|đầu))?|trước|trong|chậm nhất|hết|cuối|vào|xong|muộn nhất|đến ngày|hạn)\W*\Z", regex.IGNORECASE
)
_YEAR_HEAD = regex.compile(
    r"(?:chỉ tiêu|mục tiêu|phấn đấu|kế hoạch|nhiệm vụ)[^.;]{0,60}?(?<!\p{L})(?:đến(?: hết| cuối)?|trong)?\s*năm\s(?P<year>20\d\d)", regex.IGNORECASE
)
_IMPERATIVES = keys(
    "tổ chức|xây dựng|mở|thành lập|hoàn thành|kết nạp|bồi dưỡng|phát triển|trao|tặng|trao tặng|hỗ trợ|vận động|trồng|đăng ký|cử|"
    "đề nghị|chọn|lựa chọn|thực hiện|kiểm tra|giám sát|ban hành|tham mưu|chuẩn bị|chủ trì|triển khai|ra mắt|đảm nhận|tuyên truyền|"
    "phối hợp|khám|sửa chữa|lắp đặt|tiếp nhận|duy trì|đào tạo|tập huấn|phấn đấu|giới thiệu|bố trí|tham gia|viết|gửi|đạt"
)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the place in the document says of the figures there."""

    criterion: bool
    goal: bool
    result: bool
    rating: bool
    plan: bool
    year: str | None
    allotted: bool


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `targets`."""
    context = context_of(doc)
    text = text_of(doc)
    kind = _type_of(text, context)
    found: list[Candidate] = []
    table: PlanTable | None = None
    for block in context.layout.blocks:
        if block.kind != "row":
            table = None
        elif (header := plan_table(text, block.start, block.end)) is not None:
            table = header
            continue
        if block.zone != "body" or _PREAMBLE.match(text[block.start : block.end]):
            continue
        setting = _setting(text, context, block, kind)
        if setting.result:
            continue
        start = block.body_start if block.label else block.start
        if table is not None and block.kind == "row":
            rows = list(_of_row(text, block, table, setting))
            found += rows
            if rows:
                continue
        listed: list[Cut] = []
        for begin, end in sentences(text, start, block.end):
            found += _of_sentence(text, context, begin, end, setting, listed)
    return found


def _type_of(text: str, context: Context) -> str | None:
    """The type of this document by its title cell, else by a line that is a type's name in capitals."""
    names = {row["name"] for row in load("types")}
    cell = context.layout.cell("title")
    if cell is not None:
        title = " ".join(text[cell.start : cell.end].casefold().split())
        return next((name for name in sorted(names, key=len, reverse=True) if title.startswith(name)), None)
    for block in context.layout.blocks[:40]:
        line = text[block.start : block.end].strip()
        if line.isupper() and line.casefold().rstrip(":") in names:
            return line.casefold().rstrip(":")
    return None


def _setting(text: str, context: Context, block: Block, kind: str | None) -> _Setting:
    heads = [text[b.start : b.end] for b in context.layout.ancestors(block)]
    own = text[block.start : block.end]
    criterion = any(_PRIZE_HEADING.search(h) for h in heads[:2]) or any(_CRITERION.search(_NO_CRITERION.sub("", h)) for h in heads[:3] if len(h) < 200)
    goal = any(_GOAL.search(h) for h in heads)
    result = any(_RESULT_HEADING.search(h) for h in heads if len(h) < 160) and not any(_AHEAD_HEADING.search(h) for h in heads[:2])
    if kind in RESULT_TYPES and not any(_AHEAD_HEADING.search(h) for h in heads):
        result = True
    year = next((m["year"] for h in [own[:120], *heads] if (m := _YEAR_HEAD.search(h))), None) if goal else None
    rating = bool(_RATING.match(own[:80]))
    return _Setting(criterion or rating, goal, result, rating, kind in PLAN_TYPES, year, any(_ALLOTMENT.search(h) for h in heads[:2]))


def _of_row(text: str, block: Block, table: PlanTable, setting: _Setting) -> Iterator[Candidate]:
    """The goals of one row: the name's cell is the metric, figures stand in the goal columns."""
    cells = cells_of(text, block.start, block.end)
    if len(cells) < table.width - 1 or len(cells) > table.width:
        return
    for column, year in table.goals:
        if column >= len(cells) or table.name >= len(cells):
            continue
        start, end = cells[column]
        quantities = find_quantities(text, start, end)
        name = _words(text, cells[table.name])
        if len(quantities) != 1 or name is None or not any(c.isalpha() for c in name):
            continue
        quantity = quantities[0]
        unit = quantity.unit or (_words(text, cells[table.unit]) if table.unit is not None else None)
        kind = "criterion" if setting.criterion else "target"
        values: dict[str, Value] = {
            "value": quantity.value, "value_max": quantity.value_max, "of": quantity.of, "unit": unit,
            "comparator": quantity.comparator, "change": quantity.change, "population": None, "metric": name,
            "due_on": year or setting.year, "kind": kind,
        }  # fmt: skip
        first = min(cells[table.name][0], start)
        yield Candidate("targets", first, max(end, cells[table.name][1]), values, "targets.table", 0.75)


def _of_sentence(
    text: str, context: Context, start: int, end: int, setting: _Setting, listed: list[Cut]
) -> Iterator[Candidate]:
    """`listed`: the last clause of this block with a quota, which a list `X: 02 người; Y: 03 người` shares out."""
    blocked = [(m.start, m.end) for m in context.mentions.dates_in(start, end)]
    blocked += [(m.start, m.end) for m in context.mentions.codes_in(start, end)]
    quantities = find_quantities(text, start, end, blocked)
    previous: tuple[Quantity, Cut] | None = None
    share_waiting: list[tuple[Quantity, Cut]] = []
    for i, quantity in enumerate(quantities):
        begin = _clause_start(text, start, quantity.start)
        following = quantities[i + 1].start if i + 1 < len(quantities) else end
        if _foreign(text, quantity, start, end):
            previous = None
            continue
        if quantity.counts == "share":
            cut = _inherited(text, previous, quantity, cut_share(text, begin, quantity, end, following))
            if following < end and shared_metric(text, quantity, following):
                share_waiting.append((quantity, cut))
                continue
            yield from _shares(text, context, start, end, setting, [*share_waiting, (quantity, cut)])
            share_waiting = []
            previous = (quantity, cut)
        else:
            joined = previous if previous and _joined(text, previous[0], quantity) else None
            quantity, cut = _count(text, begin, end, quantity, joined)
            cut = _inherited(text, previous, quantity, cut)
            if joined is None and cut.shape == "bare" and _is_share_out(text, quantity, cut):
                verbs, metric = (listed[-1].verbs, listed[-1].metric) if listed else (_ALLOTTED, None)
                if listed or setting.allotted or _ALLOTMENT.search(text, start, cut.start):
                    cut = replace(cut, verbs=verbs, metric=metric, shape="listed")
            candidate = _candidate(text, context, start, end, quantity, cut, setting)
            if candidate and candidate.values["kind"] == "quota" and joined is None:
                listed.append(cut)
            previous = (quantity, cut) if candidate or quantity.counts in COUNTED else None
            if candidate:
                yield candidate


def _shares(
    text: str, context: Context, start: int, end: int, setting: _Setting, chain: Sequence[tuple[Quantity, Cut]]
) -> Iterator[Candidate]:
    """Percentages that share the last one's predicate: `90% cán bộ, 50% công nhân tham gia`."""
    last = chain[-1][1]
    for quantity, cut in chain:
        if cut is not last:
            cut = replace(cut, metric=last.metric, verbs=last.verbs, end=last.end)
        candidate = _candidate(text, context, start, end, quantity, cut, setting)
        if candidate:
            yield candidate


def _count(
    text: str, begin: int, end: int, quantity: Quantity, joined: tuple[Quantity, Cut] | None
) -> tuple[Quantity, Cut]:
    """The clause of a count; a figure joined to the one before it shares its verb, subject and comparing word."""
    cut = cut_count(text, begin, quantity, end)
    if joined is None:
        lead = _LEADING.match(text, cut.population[0], cut.population[1]) if cut.population else None
        if lead and cut.population:
            comparator = "le" if lead["le"] else "ge"
            return replace(quantity, comparator=comparator, compared=True), replace(cut, population=(lead.end(), cut.population[1]))
        return quantity, cut
    before, shared = joined
    if not quantity.compared and before.comparator != "eq":
        quantity = replace(quantity, comparator=before.comparator)
    return quantity, replace(shared, start=shared.start, end=quantity.end)


def _inherited(text: str, previous: tuple[Quantity, Cut] | None, quantity: Quantity, cut: Cut) -> Cut:
    """`..., trong đó có ít nhất 30% hoàn thành xuất sắc`: a part is a part of what the figure before it counts."""
    if previous is None or cut.population is not None or not _PART.search(text, previous[0].end, quantity.start):
        return cut
    return replace(cut, population=previous[1].population, start=previous[1].start)


_PART = regex.compile(r"trong\s(?:đó|số\sđó)", regex.IGNORECASE)
_LEADING = regex.compile(r"(?:ít\snhất|tối\sthiểu|(?P<le>tối\sđa|không\squá))\s+(?=mỗi|từng|các)", regex.IGNORECASE)
_ALLOTTED = ("phân bổ",)
_ALLOTMENT = regex.compile(r"(?<!\p{L})(?:số\slượng|phân\sbổ|cơ\scấu|chỉ\stiêu|thành\sphần|đề\snghị)(?!\p{L})", regex.IGNORECASE)


def _is_share_out(text: str, quantity: Quantity, cut: Cut) -> bool:
    """`Công đoàn cơ sở A: 02 cá nhân`: a body, a colon, its figure."""
    return cut.population is not None and regex.fullmatch(r"\s*:\s*", text[cut.population[1] : quantity.start]) is not None


_JOINT = regex.compile(r"[^.;:\d]{0,40}?(?:,|và|hoặc|hay|\+|/)\s*(?:cả\s|từ\s)?", regex.IGNORECASE)


def _joined(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Do two figures stand under one verb: only `và`, `hoặc` or a comma between them?"""
    between = text[before.end : quantity.start]
    if not _JOINT.fullmatch(between):
        return False
    return not any(w.part in ("verb", "modal") for w in words_of(text, before.end, quantity.start))


def _clause_start(text: str, start: int, stop: int) -> int:
    """Start of the clause of a figure: after the last hard break that leaves words before the figure."""
    begin = start
    for match in _CLAUSE_BREAK.finditer(text, start, stop):
        if match.group().strip() in (":", "(") and not any(c.isalpha() for c in text[match.end() : stop]):
            continue
        begin = match.end()
    return begin


def _foreign(text: str, quantity: Quantity, start: int, end: int) -> bool:
    """Is this no duty at all: a price, a loan, a score, a time, a result, a figure inside a name?"""
    if quantity.counts in ("time", "paper", "measure", "score") or _in_quotes(text, quantity.at, start):
        return True
    if _PRIZE.match(text, quantity.at) or _CONDITION.match(text, start):
        return True
    window = text[max(start, quantity.at - 50) : min(end, quantity.end + 15)]
    if _RESULT.search(text[start : quantity.at]):
        return True
    if quantity.counts in ("money", "share") and _PER.match(text, quantity.end) and not _INCOME.search(window):
        return True
    if quantity.counts == "share" and _COST_SHARE.match(text, quantity.end):
        return True
    return bool(_PRICE.search(window)) and quantity.counts in ("share", "money", "")


def _in_quotes(text: str, at: int, start: int) -> bool:
    """Does an opening quotation mark before the figure wait for its end (`“75 nghìn sáng kiến”`)?"""
    opened = text.rfind("“", start, at)
    if opened >= 0:
        return "”" not in text[opened:at]
    return text.count('"', start, at) % 2 == 1


def _candidate(
    text: str, context: Context, start: int, end: int, quantity: Quantity, cut: Cut, setting: _Setting
) -> Candidate | None:
    rule = _rule(text, start, quantity, cut, setting)
    if rule is None:
        return None
    name, score = rule
    kind = _kind(text, start, quantity, cut, setting)
    values: dict[str, Value] = {
        "value": quantity.value,
        "value_max": quantity.value_max,
        "of": quantity.of,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "change": quantity.change,
        "population": _words(text, cut.population),
        "metric": _words(text, cut.metric),
        "due_on": _due(context, text, start, end) or setting.year,
        "kind": kind,
    }
    return Candidate("targets", cut.start, max(cut.end, quantity.end), values, f"targets.{name}", score)


def _rule(text: str, start: int, quantity: Quantity, cut: Cut, setting: _Setting) -> tuple[str, float] | None:
    """Which rule makes this figure a target, and how far it is trusted; None where none does."""
    before = text[start : quantity.at]
    strive = bool(_STRIVE.search(before)) or setting.goal
    if quantity.counts == "share":
        if cut.metric is None and cut.population is None:
            return None
        if strive or setting.criterion:
            return "share", 0.85
        if setting.plan and (quantity.compared or cut.shape in ("share", "rate")):
            return "share", 0.7
        return None
    if quantity.counts == "money":
        goal = bool(_GOAL.search(before)) or setting.goal
        return ("money", 0.6) if goal and cut.metric is not None else None
    if cut.shape == "listed":
        return ("listed", 0.6) if quantity.counts in QUOTA_CLASSES or quantity.unit is None else None
    if quantity.counts not in COUNTED:
        return ("unit-less", 0.5) if quantity.unit is None and cut.verbs and _each(text, cut) else None
    each = _each(text, cut)
    if quantity.counts in QUOTA_CLASSES and _confers(cut) and not each:
        return None
    if each and (cut.verbs or quantity.compared):
        return "each", 0.85
    if (bool(_GOAL.search(before)) or setting.goal) and cut.verbs:
        return "goal", 0.75
    if quantity.compared and cut.verbs and (setting.plan or setting.criterion):
        return "bounded", 0.7
    if setting.plan and cut.verbs and cut.population is not None and _is_quota(quantity, cut):
        return "quota", 0.65
    if setting.plan and quantity.comparator == "le" and quantity.counts in QUOTA_CLASSES and _ROLL.search(before):
        return "limit", 0.6
    if setting.plan and cut.verbs and _opens_with_duty(text, start, cut):
        return "plan", 0.5
    return None


def _confers(cut: Cut) -> bool:
    """`LĐLĐ tỉnh tặng Bằng khen cho 05 tập thể` tells an award's number, not a quota of proposals."""
    return any(v in _CONFERRING for v in cut.verbs) and not any(v in _PROPOSING for v in cut.verbs)


_CONFERRING = keys("tặng|trao|trao tặng|khen thưởng")
_PROPOSING = keys("đề nghị|xét|xét tặng|đề xuất|xét chọn|chọn|lựa chọn|bình xét|suy tôn|giới thiệu")


def _each(text: str, cut: Cut) -> bool:
    if cut.population is None:
        return False
    return any(w.key in _EACH for w in words_of(text, *cut.population))


_EACH = keys("mỗi|từng")


def _opens_with_duty(text: str, start: int, cut: Cut) -> bool:
    """Does the sentence begin with a plan's verb (`Tổ chức 02 hội nghị`), which is the verb of this figure?"""
    words = words_of(text, start, min(start + 40, cut.end))
    return bool(words) and words[0].key in _IMPERATIVES and (cut.metric is None or cut.metric[0] - words[0].start < 40)


def _kind(text: str, start: int, quantity: Quantity, cut: Cut, setting: _Setting) -> str:
    before = text[start : quantity.at]
    if setting.criterion or _CRITERION.search(_NO_CRITERION.sub("", before)):
        return "criterion"
    if not _GOAL.search(before) and _is_quota(quantity, cut):
        return "quota"
    return "target"


def _is_quota(quantity: Quantity, cut: Cut) -> bool:
    """People, bodies or awards that are proposed, elected, sent; teams that enter; entries up to a limit."""
    if cut.shape == "listed":
        return True
    if quantity.counts in QUOTA_CLASSES or quantity.unit is None:
        team = (quantity.unit or "").casefold().startswith("đội")
        if quantity.comparator == "le" or any(v in QUOTA_VERBS or (team and v in ENTRY_VERBS) for v in cut.verbs):
            return True
    return quantity.comparator == "le" and quantity.counts == "thing" and any(v in ENTRY_VERBS for v in cut.verbs)


def _due(context: Context, text: str, start: int, end: int) -> str | None:
    """The day, month or year by which, where a date of the sentence has a word of time before it."""
    for mention in context.mentions.dates_in(start, end):
        if mention.value is not None and _DUE_LEAD.search(text, max(start, mention.start - 20), mention.start):
            return mention.value
    return None


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else " ".join(text[span[0] : span[1]].split()) or None
