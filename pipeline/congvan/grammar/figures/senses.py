"""What the words around a figure say of it: a duty, a quota, a criterion, or a result, a price, a threshold; on text.

The contract counts no results already reached, prices, pay rates, legal thresholds, scores of a scale, terms of a loan,
shares of a cost, counts of pages or days.
"""

from __future__ import annotations

import regex

from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.wording import Wording, any_of, keys

COUNTED = frozenset({"person", "body", "thing", "event", "award", "amount", "unknown"})
QUOTA_CLASSES = frozenset({"person", "body", "award"})
_UNCOUNTED = frozenset({"time", "paper", "measure", "score"})

STRIVES = any_of(
    "phấn đấu|chỉ tiêu|mục tiêu(?!\\squốc)|quyết tâm|bảo đảm|đảm bảo|yêu cầu|vận động|duy trì|giữ vững|đạt"
)
GOAL = any_of("phấn đấu|(?<!\\d\\s)chỉ tiêu|mục tiêu(?!\\squốc)|quyết tâm|đăng ký thực hiện")
VOTES = any_of("phiếu tán thành|phiếu bầu|phiếu đồng ý|tín nhiệm|tán thành")
HONOUR = any_of(
    "học bổng|khen|bằng khen|giấy khen|danh hiệu|giải thưởng|cờ|cờ thi đua|huy hiệu|huân chương|kỷ niệm chương",
    "chiến sĩ thi đua|xuất sắc",
)
_RESULT = regex.compile(
    r"""
    (?<!\p{L}) (?:
        đã (?! \s (?: đăng \s ký | đề \s ra | ký \s kết | được \s (?:phê|giao|duyệt) ))   # đã thành lập 05 chi hội
      | đạt \s được | ước \s (?:đạt|thực|tính)                                            # ước đạt 95%
      | so \s với \s (?: cùng \s kỳ | tháng \s trước | kỳ \s gốc | kế \s hoạch \s năm ) | cùng \s kỳ
      | (?:tính \s )? từ \s đầu \s (?:năm|tháng|quý|nhiệm) | ghi \s nhận \s (?=\d)      # từ đầu năm ghi nhận 20 ca
      | hiện \s (?:có|nay|tại) | tính \s đến | trong \s năm \s qua | thời \s gian \s qua  # hiện có 120 đoàn viên
      | kết \s quả \s (?:đạt|đã|thực) | có \s mặt | biểu \s quyết                         # có mặt 15/15 ủy viên
    ) (?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_PRICE = regex.compile(
    r"""
    (?<!\p{L}) (?:
        lãi | cho \s vay | mức \s vay | vay \s tối | khoản \s vay                         # lãi suất 4,7%
      | (?<!đánh\s) giá (?! \s trị) | giảm \s giá | chiết \s khấu | ưu \s đãi | trả \s trước   # giảm giá 15%
      | phạt \s tiền | bồi \s thường
      | mức \s (?: chi | hỗ \s trợ | hưởng | đóng | phạt | thu | trích ) | (?: trừ | cộng ) \s \d
      | điểm \s (?: thưởng | chuẩn | rèn | trừ | tối ) | giờ \s chuẩn | nồng \s độ
      | cổ \s phần | vốn \s điều \s lệ | tạm \s ứng | quy \s chuẩn
      | ngân \s sách [^.;\n]{0,30} (?: hỗ \s trợ | chi | cấp )                            # ngân sách tỉnh hỗ trợ 70%
      | suy \s giảm | thương \s tật | khuyết \s tật | cỡ | kích \s thước | phông
    ) (?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_MEASURED = regex.compile(
    r"(?<!\p{L})(?:thời\sgian|thời\slượng|số\s(?:ngày|giờ)|ngày\sđiều\strị|tuổi\sthọ|(?:tổng\s)?điểm\s(?:số|bình|trung|thi|hài)|"
    r"chỉ\ssố|thứ\shạng|PCI|PAPI|SIPAS|PAR\s?INDEX|DTI)(?!\p{L})",
    regex.IGNORECASE,
)
_MERIT_AFTER = regex.compile(
    r"[^.;]{0,60}?(?<!\p{L})(?:được\s(?:\p{L}+\s){0,4}?(?:xét|công\snhận|tặng|trao|khen|xếp)|xếp\sloại)(?!\p{L})",
    regex.IGNORECASE,
)
_MERIT_BEFORE = regex.compile(
    r"(?<!\p{L})được\s(?:công\snhận|xét|khen|tặng)[^.;]{0,30}\s(?:phải|cần)(?!\p{L})", regex.IGNORECASE
)
_MEASURED_REACH = 70
_FEE = any_of("thu phí|mức phí|lệ phí|học phí|hội phí|đảng phí|đoàn phí|thuế|lương|phụ cấp|dự toán|kinh phí")
_DIMENSION = regex.compile(  # khoảng cách tối thiểu 2 mét
    r"(?<!\p{L})(?:khoảng\scách|áp\slực|bán\skính|chiều\s\p{L}+|cách|rộng|dài|cao|sâu|dày|cự\sly|cự\sli)(?:\s(?:là|từ))?\s*\Z",
    regex.IGNORECASE,
)
_DENOMINATOR = regex.compile(
    r"(?:trên|/)\s(?:1\.000|10\.000|100\.000|1\.000\.000)\s\p{L}+", regex.IGNORECASE
)  # trên 10.000 dân
_QUOTED_RULE = regex.compile(r":\s*\Z")  # được sửa như sau: “...”: a rule's new wording, no name
_COST = regex.compile(
    r"\s*(?:giá\s+trị|kinh\s+phí|chi\s+phí|mức|tiền|lương|điểm(?!\s(?:đen|nóng))|dự\s+toán|khối\s+lượng\s+quy)",
    regex.IGNORECASE,
)
_PER = regex.compile(
    r"\s*/\s*(?:năm|tháng|ngày|giờ|người|hồ sơ|kg|m[23²³]|lần|suất|giải|đêm|bộ|học kỳ)", regex.IGNORECASE
)
_INCOME = any_of("thu nhập|bình quân|năng suất|doanh thu")
_SIZE = regex.compile(  # doanh nghiệp có từ 25 lao động trở lên: this narrows the body, nobody is to reach it
    r"(?<!mỗi\s)(?<!hội\sđồng\s)(?:doanh\snghiệp|đơn\svị|cơ\squan|cơ\ssở|nơi|địa\sphương|trường|công\sty|tổ\schức|hợp\stác\sxã)"
    r"\s+(?:có|sử\sdụng)\s+(?:từ|trên|dưới)\s*\Z",
    regex.IGNORECASE,
)
_SIZED_DUTY = regex.compile(  # mỗi chi hội có dưới 100 hội viên được cử 01 người
    r"(?:\s*,)?\s+(?:thì\s|được\s|phải\s)?(?:đề\snghị|cử|giới\sthiệu|bầu|chọn|xét|đăng\ský|bố\strí|thành\slập|tổ\schức)"
    r"\s[^.;\d]{0,30}\d",
    regex.IGNORECASE,
)
_BOUND = regex.compile(r"(?:có|sử\sdụng)\s+(?:từ|trên|dưới)\s*\Z", regex.IGNORECASE)
_PRIZE = regex.compile(
    r"\d+\s+giải\s+(?:đặc\sbiệt|nhất|nhì|ba|tư|khuyến|phụ|[ABC]\b|cá\snhân|tập\sthể|thưởng|x\b)", regex.IGNORECASE
)
# Nâng tỷ lệ từ 60% lên 70%: the first figure is where things stand.
_FROM = regex.compile(r"(?<!\p{L})từ(?:\s(?:mức|trên|dưới))?\s*\Z", regex.IGNORECASE)
_UP_TO = regex.compile(
    r"\s*(?:\([^)]{0,30}\)\s*)?(?:(?:tăng\s|nâng\s)?lên|(?:giảm\s)?xuống)(?:\s(?:còn|đến|trên|dưới|mức))*\s*\d",
    regex.IGNORECASE,
)
_CONDITION = regex.compile(r"\W*(?:Nếu|Trường hợp|Khi)(?!\p{L})")
_YEAR_NAME = regex.compile(r"(?:19|20)\d\d")  # Tháng Thanh niên 2015: the year is part of the name
_DEFINED = regex.compile(  # cân nặng sơ sinh thấp (dưới 2.500 gram) | dưới 5%: the bracket explains a word
    r"\s*\)\s*(?:(?:đạt|còn|xuống|chiếm|là|ở|mức|không|quá|ít|nhất|tối|thiểu|đa|dưới|trên|từ|giảm|tăng)\s+)*\d",
    regex.IGNORECASE,
)
_STANDS = regex.compile(  # tổng số dân: 141.900 người; tổng diện tích tự nhiên gồm 393,6 ha
    r"(?<!\p{L})(?:dân\ssố|số\s(?:dân|nhân\skhẩu|khẩu)|diện\stích\s(?:đất\s)?tự\snhiên)(?:\s(?:là|gồm|có|toàn\s\p{L}+))*[:\s]*\Z",
    regex.IGNORECASE,
)
_NONE_LEFT = regex.compile(  # không còn xã | dưới 15 tiêu chí
    r"(?<!\p{L})không\s(?:còn|có)\s(?!\p{L}+\snào)(?:(?!nào(?!\p{L}))\p{L}+\s){1,4}\Z", regex.IGNORECASE
)
_PRIZE_BEFORE = regex.compile(  # 01 giải nhất: 1.000.000
    r"(?<!\p{L})giải\s(?:đặc\sbiệt|nhất|nhì|ba|tư|khuyến\skhích)(?!\p{L})[^.;\d]{0,20}\Z", regex.IGNORECASE
)
_LOCAL_BEFORE, _LOCAL_AFTER = 50, 15  # characters around a figure in which a word of price speaks of it

QUOTA_VERBS = keys(
    "đề nghị|xét|chọn|lựa chọn|lựa chọn lấy|xét chọn|xét tặng|cử|giới thiệu|bầu|tặng|khen thưởng|biểu dương|suy tôn|"
    "bình chọn|đề cử|đi|tuyển|tuyển thêm|tuyển dụng|tuyển quân|triệu tập|"
    "gồm có|gồm|bao gồm|bình xét|đề xuất|tham dự|dự thi|trao|trao tặng|tôn vinh|dự"
)
_REACHING = keys("đạt|có|chiếm|từ|hoàn thành")
_REWARDED = regex.compile(
    r"[^.;]{0,60}?(?<!\p{L})được\s(?:[^.;,]{0,60}?\s)?(?:tặng|khen\sthưởng|thưởng|xét\s(?:tặng|chọn|khen))(?!\p{L})",
    regex.IGNORECASE,
)
_ENTRY_VERBS = keys("đăng ký|đăng kí|tham gia|gửi|nộp|dự thi")
_ENTERING = keys("đăng ký|đăng kí|dự thi")
_RAISING = regex.compile(r"(?:vận\sđộng|ủng\shộ|đóng\sgóp|quyên\sgóp|huy\sđộng|xây\sdựng\squỹ|thu\s)", regex.IGNORECASE)
_PAYING = keys("hỗ trợ|chi|chi trả|thanh toán|thưởng|tài trợ|đóng góp|trích|đầu tư")
_REWARDING = keys("khen thưởng|biểu dương|tôn vinh")
_GIVING = keys("tặng|trao|trao tặng")
_CONFERRING = keys("tặng|trao|trao tặng|khen thưởng")
_PROPOSING = keys("đề nghị|xét|xét tặng|đề xuất|xét chọn|chọn|lựa chọn|bình xét|bình chọn|suy tôn|giới thiệu")
_EACH = keys("mỗi|từng")
# Verbs by which something new comes to be; with these a figure is a duty whoever the subject is.
CREATING_VERBS = keys(
    "chuẩn bị|biên soạn|treo|khởi công|nạo vét|tu sửa|cắm|dựng|in|tổ chức|"
    "mở|xây dựng|thành lập|trồng|sửa chữa|lắp đặt|khám|ra mắt|đảm nhận|kết nạp|trao|tặng"
)
# Verbs that open a sentence without setting a duty: `Gồm 03 phần`, `Có 02 nội dung`, `Thưởng 500.000 đồng`.
_NO_DUTIES = keys(
    "gồm|gồm có|bao gồm|có|không|không có|đồng ý|thống nhất|ghi nhận|chấp thuận|phê duyệt|bổ nhiệm|công nhận|nghỉ|giao|"
    "điều động|thưởng|phạt|chấm|trừ|cộng|kèm|ghi|in|xem|biết|nhận|báo cáo|hưởng"
)
_OBJECTS = 2  # words of the verb's object before its figure: `Tặng quà cho 20 em`
_OPENING = 40  # characters in which a duty's opening verb stands


def is_foreign(
    text: str, quantity: Quantity, start: int, end: int, *, goal: bool = False, criterion: bool = False
) -> bool:
    """Is this no duty: a price, a loan, a score, a time, a result, a condition, a figure inside a name?

    `goal`: the heading names goals, so that a tax or a fee is what people are to pay, no price; `criterion`: it names
    criteria, so that `đã được công nhận` is asked for, not told.
    """
    measured = is_measured_goal(text, quantity, start, goal=goal, criterion=criterion)
    if quantity.counts in _UNCOUNTED and not (measured or is_merit_score(text, quantity, start, end)):
        return True
    if _in_quotes(text, quantity.at, start):
        return True
    if _PRIZE.match(text, quantity.at, quantity.at + _LOCAL_BEFORE) or _CONDITION.match(text, start, quantity.at):
        return True
    low = max(start, quantity.at - _LOCAL_BEFORE)
    if _tells_no_goal(text, quantity, low):
        return True
    if _UP_TO.match(text, quantity.end, end) and _FROM.search(text, low, quantity.at):
        return True
    if quantity.counts == "amount" and _DIMENSION.search(text, start, quantity.start):
        return True
    if is_size(text, quantity, start) or _DENOMINATOR.match(text, quantity.start, quantity.end + _LOCAL_AFTER):
        return True
    result = _RESULT.search(text, start, quantity.at)
    if result is not None and not (criterion and result.group().startswith("đã")):
        return True
    striven = goal or GOAL.search(text, start, quantity.at) is not None
    return _is_price(text, quantity, start, end, goal=striven, criterion=criterion)


def _tells_no_goal(text: str, quantity: Quantity, low: int) -> bool:
    """Is the figure a year in a name, the meaning of a word, how things stand, what nobody falls short of, a sum?"""
    if quantity.unit is None and not quantity.compared:
        year = _YEAR_NAME.fullmatch(text, quantity.at, quantity.after) is not None
        return year or _PRIZE_BEFORE.search(text, low, quantity.at) is not None
    if quantity.compared and text[quantity.start - 1 : quantity.start] == "(":
        return _DEFINED.match(text, quantity.end) is not None
    if quantity.comparator == "lt":
        return _NONE_LEFT.search(text, low, quantity.start) is not None
    return not quantity.compared and _STANDS.search(text, low, quantity.at) is not None


def is_measured_goal(text: str, quantity: Quantity, start: int, *, goal: bool, criterion: bool) -> bool:
    """Is a time or a score itself what is to be reached (`thời gian chờ dưới 60 phút`, `chỉ số tăng 5 bậc`)?"""
    if quantity.counts not in ("time", "score", "measure") or not (quantity.compared or quantity.change):
        return False
    if not (goal or criterion or GOAL.search(text, start, quantity.at)):
        return False
    return _MEASURED.search(text, max(start, quantity.at - _MEASURED_REACH), quantity.at) is not None


def is_merit_score(text: str, quantity: Quantity, start: int, end: int) -> bool:
    """Does an award or a rating hang on a score (`đạt từ 90 điểm trở lên được công nhận`)?"""
    if quantity.counts != "score" or not quantity.compared:
        return False
    after = _MERIT_AFTER.match(text, quantity.end, end) is not None
    return after or _MERIT_BEFORE.search(text, start, quantity.at) is not None


def is_size(text: str, quantity: Quantity, start: int) -> bool:
    """Does the figure only narrow a body by its size?"""
    if quantity.counts != "person":
        return False
    low = max(start, quantity.at - _LOCAL_BEFORE)
    if _SIZE.search(text, low, quantity.at) is not None:
        return True
    bound = _BOUND.search(text, low, quantity.at)
    return bound is not None and _SIZED_DUTY.match(text, quantity.end, quantity.end + _LOCAL_BEFORE) is not None


def _is_price(text: str, quantity: Quantity, start: int, end: int, *, goal: bool, criterion: bool) -> bool:
    if quantity.counts not in ("share", "money", ""):
        return False
    window = text[max(start, quantity.at - _LOCAL_BEFORE) : min(end, quantity.end + _LOCAL_AFTER)]
    asked = criterion and quantity.compared  # nộp thuế từ 5 tỷ đồng/năm trở lên
    if (
        quantity.counts
        and not asked
        and _PER.match(text, quantity.end, quantity.end + _LOCAL_BEFORE)
        and not _INCOME.search(window)
    ):
        return True
    return (
        quantity.counts == "share"
        and quantity.change is None
        and _COST.match(text, quantity.end, quantity.end + _LOCAL_BEFORE) is not None
    ) or bool(
        (_PRICE.search(window) and not (goal and quantity.change)) or (not goal and not asked and _FEE.search(window))
    )


def _in_quotes(text: str, at: int, start: int) -> bool:
    """Does an opening quotation mark before the figure wait for its end (`“75 nghìn sáng kiến”`)?"""
    opened = text.rfind("“", start, at)
    if opened >= 0:
        return "”" not in text[opened:at] and not _QUOTED_RULE.search(text, start, opened)
    return text.count('"', start, at) % 2 == 1


def is_paid_share(cut: Cut) -> bool:
    """`ngân sách hỗ trợ 50%` is a share of a cost."""
    return cut.shape != "rate" and bool(cut.verbs) and cut.verbs[-1] in _PAYING


def confers(text: str, cut: Cut) -> bool:
    """`LĐLĐ tỉnh tặng Bằng khen cho 05 tập thể` tells an award's number, no quota; `tặng quà 50 hộ` is a duty."""
    verbs = set(cut.verbs)
    said = (cut.metric[0], max(cut.metric[1], cut.end)) if cut.metric else None
    award = bool(verbs & _REWARDING) or (said is not None and HONOUR.search(text, *said) is not None)
    return award and bool(verbs & _CONFERRING) and not verbs & _PROPOSING


def is_per_unit(wording: Wording, cut: Cut) -> bool:
    """Is the figure one for each (`mỗi công đoàn cơ sở`)?"""
    return cut.population is not None and any(word.key in _EACH for word in wording.between(*cut.population))


def opens_with_duty(wording: Wording, start: int, cut: Cut) -> bool:
    """Does the sentence begin with a plan's verb (`Tổ chức 02 hội nghị`), which is the verb of this figure?"""
    words = wording.between(start, min(start + _OPENING, cut.end))
    if not words or cut.metric is None or words[0].part != "verb" or words[0].key in _NO_DUTIES:
        return False
    if _is_aside(wording, cut):
        return False
    # `Phối hợp với Phòng A và 05 khoa` only names who takes part: the figure must be the verb's own object.
    between = [word for word in wording.between(*cut.metric) if word.part not in ("verb", "modal", "mark")]
    return len(between) <= _OBJECTS and cut.metric[0] - words[0].start < _OPENING


def is_proposal(quantity: Quantity, cut: Cut) -> bool:
    """Is the figure how many may be proposed: `đề nghị 02 tập thể`, `Số lượng không quá 10% số cán bộ`?

    Such a figure is a quota under any heading.
    """
    limit = quantity.comparator == "le"
    if quantity.counts == "share":
        return limit and cut.whole
    return quantity.counts in (*QUOTA_CLASSES, "unknown") and bool(set(cut.verbs) & _PROPOSING)


def raises_money(text: str, quantity: Quantity, cut: Cut) -> bool:
    """`Vận động ủng hộ Quỹ ... đạt 80 triệu đồng`: the clause opens with how the sum is raised."""
    says = quantity.compared or "đạt" in cut.verbs
    return cut.metric is not None and says and _RAISING.match(text, *cut.metric) is not None


def is_reward(text: str, quantity: Quantity, cut: Cut, end: int) -> bool:
    """Does who reaches the figure get an award for it (`thôn đạt từ 95% trở lên được tặng Giấy khen`)?"""
    reaches = set(cut.verbs) <= _REACHING and cut.shape != "count"
    return reaches and quantity.compared and _REWARDED.match(text, quantity.end, end) is not None


def _is_aside(wording: Wording, cut: Cut) -> bool:
    """`Viết về 01 câu chuyện`: a link stands between the verb and the figure."""
    words = wording.between(*cut.metric) if cut.metric else []
    return bool(words) and words[-1].part == "link"


def is_quota(text: str, quantity: Quantity, cut: Cut) -> bool:
    """People, bodies or awards that are proposed, elected, sent; teams that enter; entries up to a limit."""
    verbs, people = set(cut.verbs), quantity.counts in QUOTA_CLASSES
    if cut.metric is None or HONOUR.search(text, *cut.metric) is None:
        verbs -= _GIVING  # `tặng quà 50 hộ` proposes nobody
    if (
        cut.shape == "listed"
        or (cut.shape == "bare" and people)
        or (cut.shape == "rate" and quantity.counts == "person")
    ):
        return True
    limit = quantity.comparator == "le"
    if limit and cut.shape == "bare" and cut.metric is not None:
        return True
    if people and cut.verbs and cut.verbs[-1] in _ENTERING:
        return True
    if people or quantity.unit is None:
        team = (quantity.unit or "").casefold().startswith("đội")
        if limit or verbs & QUOTA_VERBS or (team and verbs & _ENTRY_VERBS):
            return True
    return limit and quantity.counts == "thing" and bool(verbs & _ENTRY_VERBS)
