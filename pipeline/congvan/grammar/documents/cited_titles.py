"""The title of a cited document: where it begins after the issuer, and where the main clause goes on."""

from __future__ import annotations

from functools import cache

import regex

from congvan.datamodel.mentions import Mentions
from congvan.grammar.documents.type_names import type_at
from congvan.grammar.phrasebook import Phrases, aligned
from congvan.lexicons import load
from congvan.text.folding import lowered

Span = tuple[int, int]

# Titles of decisions run to some 400 characters; a longer stretch is a lost full stop.
MAX_TITLE = 700

# A bracket that remarks on the document; `(KHKT)`, `(1831 - 2021)` are part of the title.
_REMARK = regex.compile(
    r"\(\s?(?:sau\sđây|gọi|viết|kèm|đính|gửi|có|bản|được|đã|thay|tài|theo|ban\shành|số|ngày|trích|nay|tạm|tại|chi\stiết)\b",
    regex.IGNORECASE,
)
_BRACKET = regex.compile(r"\s{0,2}\([^()\n]{0,120}\)")
# The session in which a council passed it: `HĐND huyện khóa XX, kỳ họp thứ 9 về ...`
_SESSION = regex.compile(
    r",?\s(?:tại\s)?[Kk]ỳ\shọp\s(?:\p{Ll}+\s){0,3}?thứ\s(?:\d+|\p{Ll}+(?:\smốt|\shai|\sba|\stư|\slăm)?)(?=\s|[,;.])"
)
ABOUT = regex.compile(r"(?:v[ềêeếểễẻ]\s+vi[ệêe]c|v[ềê]|v/[vy›»]|việc)(?:\s{0,2}:)?\s+", regex.IGNORECASE)
REGULATING = regex.compile(
    r"[;,]?\s{0,2}qu[yi]\s+[đd][ịiíì]nh\b(?:\s+về\b)?\s+(?!tại|trong|như|nêu|này|trên|của)", regex.IGNORECASE
)
_OPEN = '“"«'
# Where a title may end.
_MARK = regex.compile(
    r"[;.:,()“”\"«»|\n]|\svà\s|\svới\schủ\sđề|\snhư\ssau|\sbao\sgồm\s|\s(?:đến|tới)\s(?:các|toàn\sthể|từng|tất\scả)\s"
    r"|\s(?:(?:đã\s)?hết|không\scòn)\shiệu\slực(?=[\s.;,)]|\Z)|\s(?:đều\s)?bị\s(?:bãi\sbỏ|thay\sthế|h(?:ủy|uỷ)\sbỏ)"
    r"|\skèm\stheo(?=[.;)])|\scó\s(?:nêu|quy\sđịnh|ghi)(?=[\s:.;,])"
    r"|\s(?=(?:UBND|HĐND|Sở|Phòng|Chi\scục|Ban)\s(?:\p{L}+\s){0,8}(?:có\sý\skiến|báo\scáo|đề\snghị|yêu\scầu)\s(?:như\ssau|các))"
)
# Words with which the main clause goes on after a comma.
_MAIN_CLAUSE = regex.compile(
    r"""\s*(?:
      đề\snghị | yêu\scầu | nhằm | để\s | góp\sphần | trong\sđó | theo\sđó | đồng\sthời | nay\s | cụ\sthể | kết\squả
    | (?-i:(?:Sở|Bộ|Phòng|Trường|Ban|Hội|Đoàn|Cục|Trung\stâm|Khoa|Công\sty)\s\p{Ll})
    | (?:cho\s)?phù\shợp\svới
    | căn\scứ | trên\scơ\ssở | nhà\strường | các\s(?:đơn\svị|cơ\squan|sở|cấp|công|trường|xã|huyện|phòng)
    | trong\sthời\sgian | thời\sgian\squa
    | ngày\s\d | hiện\snay | sau\skhi | chậm\snhất | trước\sngày | gửi\s | phấn\sđấu | với\s | do\s | vì\s | đã\s | có\s
    | (?:các\s)?(?:ông|bà|đồng\schí)\s(?:(?-i:\p{Lu})\p{L}*\s){1,5}(?:\p{Ll}+\s){0,4}
        (?:kết\sluận|có\sý\skiến|chỉ\sđạo|phát\sbiểu|yêu\scầu|đã\s)                   # đồng chí A kết luận
    | (?-i:Báo\scáo|Tờ\strình|Biên\sbản)\s(?:thẩm\s(?:tra|định)|giải\strình|tổng\shợp)
    | (?:\p{L}+\s){1,4}có\sý\skiến | mỗi\s(?:\p{Ll}+\s){1,3}(?:chọn|cử|đăng|gửi|lập|có|báo|nộp|giới)\s   # mỗi xã cử
    | là\s | gồm\s | bao\sgồm | kèm\s | theo\s | như\s | tôi\s | chúng\stôi | tại\s | vào\s | qua\s | thì\s | nếu\s
    | công\sđoàn | ban\s(?:chấp\shành|thường\svụ|tổ\schức) | trường\s\p{Lu} | liên\sđoàn
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
# ... after `và`,
_PREDICATE = regex.compile(
    r"(?:đã|có|được)\s|(?:tình\shình|điều\skiện|yêu\scầu)\s(?:thực\stế|nhiệm\svụ)\b"
    r"|thực\stế\s|ý\skiến\s(?:chỉ\sđạo|đồng\schí|của)\b"
)
# ... and the next duty after a semicolon.
_DUTY = regex.compile(
    r"\s*(?:giao|thực\shiện|rà\ssoát|triển\skhai|đôn\sđốc|phối\shợp|tổ\schức|chủ\strì|báo\scáo|đề\sxuất|tham\smưu"
    r"|chỉ\sđạo|yêu\scầu|đề\snghị|gửi|tiếp\stục|kịp\sthời|gắn\s(?:với\s)?|kết\shợp|lồng\sghép|khẩn\strương"
    r"|thường\sxuyên|nghiêm\stúc|chú\strọng|quan\stâm|bảo\sđảm\sviệc|coi\s|lấy\s|không\s|\p{Lu}"
    # ... or the next ground that a preamble tells: `; được sự đồng ý của Đảng ủy`
    r"|được\ssự\s|(?:sau\skhi\s)?(?:xét|xem\sxét)\s|căn\scứ\s|trên\scơ\ssở\s|theo\s(?:đề\snghị|ý\skiến|tinh\sthần|kết\squả)|ý\skiến\s|ngoài\sra)"
)
# A body that only ends a list (`thành lập Ban Tổ chức, Ban Giám khảo cuộc thi;`) is no subject of a main clause.
_LISTED_BODY = regex.compile(r"(?:\s\p{Ll}+){0,3};")
_LAW_NAME = regex.compile(r"(?:Luật|Bộ\sluật|Pháp\slệnh)\s\p{Lu}")
_NEXT_CUE = regex.compile(
    r"(?:căn\scứ|(?:triển\skhai\s)?thực\shiện|theo|xét|trên\scơ\ssở|quán\striệt)\s", regex.IGNORECASE
)
# The main clause, though it begins with a verb of titles: `hướng dẫn như sau:`
_AS_FOLLOWS = regex.compile(r"(?:\p{Ll}+\s){1,4}như\ssau\b")
# Words after a citation that are no title.
_LEFT_OVER = regex.compile(r"(?:của|tại|đã|có|được|nêu|và|là|trong|như|hoặc|cùng|theo|này|trên|thì|với|từ|ngày|năm)\b")
_ABBREVIATION = regex.compile(r"(?:\b(?:TP|Tp|tp|TX|ThS|TS|GS|BS|st|tr)|\b\p{Lu})\Z")


def title_at(text: str, mentions: Mentions, pos: int, limit: int, *, preamble: bool) -> tuple[Span | None, bool]:
    """The title that begins at `pos`, after a bracket or comma, and whether `về` or a quotation mark opened it.

    `preamble`: the paragraph is a `Căn cứ` item, where whatever follows the issuer is the title.
    """
    session = _SESSION.match(text, pos, limit)
    pos = session.end() if session else pos
    bracket = _BRACKET.match(text, pos, limit)
    at = bracket.end() if bracket else pos
    while at < limit and text[at] in " ,\t":
        at += 1
    comma = "," in text[pos:at]
    if (opener := ABOUT.match(text, at, limit)) is not None:
        return _title_span(text, mentions, opener.end(), limit), True
    if (opener := REGULATING.match(text, at, limit)) is not None:
        return _title_span(text, mentions, opener.end(), limit), False
    if at < limit and text[at] in _OPEN and at > pos:
        inner = ABOUT.match(text, at + 1, limit)
        return _title_span(text, mentions, at, limit, skip=inner.end() - at if inner else 0), True
    if _AS_FOLLOWS.match(text, at, limit):
        return None, False
    verb = _title_verbs().at(aligned(text[at : min(limit, at + 30)]), 0)
    if verb is not None and not comma and at > pos and not text.startswith("ban hành kèm", at):
        return _title_span(text, mentions, at, limit), False
    if preamble and at > pos and not comma and at < limit and text[at].isalpha() and not _LEFT_OVER.match(text, at):
        return _title_span(text, mentions, at, limit), False
    return None, False


def _title_span(text: str, mentions: Mentions, begin: int, limit: int, skip: int = 0) -> Span | None:
    """The title that begins at `begin`, without its outer quotation marks; `skip`: characters inside the quote."""
    while begin < limit and text[begin] == " ":
        begin += 1
    quoted = begin < limit and text[begin] in _OPEN
    closing = _closing(text, begin, limit) if quoted else None
    if quoted and closing is not None and text[closing + 1 : closing + 2] in ("", ",", ";", ".", "\n", ":"):
        return _trimmed(text, begin + max(skip, 1), closing)
    end = _title_end(text, mentions, begin, min(limit, begin + MAX_TITLE))
    if quoted and closing is None:
        begin += 1
    return _trimmed(text, begin + skip, end)


def _closing(text: str, opening: int, limit: int) -> int | None:
    """The offset of the mark that closes the quotation opened at `opening`; marks may be nested or of mixed kinds."""
    depth = 0
    for at in range(opening, min(limit, opening + MAX_TITLE)):
        mark = text[at]
        if mark == "“" or mark == "«" or (mark == '"' and depth == 0):
            depth += 1
        elif mark in '”»"':
            depth -= 1
            if depth == 0:
                return at
        elif mark == "\n":
            return None
    return None


def _title_end(text: str, mentions: Mentions, begin: int, limit: int) -> int:
    at = begin
    while (mark := _MARK.search(text, at, limit)) is not None:
        at = mark.end()
        sign = mark.group()
        if sign in _OPEN:
            closing = _closing(text, mark.start(), limit)
            at = closing + 1 if closing is not None else at
            if closing is not None and text.startswith(", ", at) and text[at + 2 : at + 3] not in _OPEN:
                return at
        elif sign == "(":
            if _REMARK.match(text, mark.start()):
                return mark.start()
            close = text.find(")", at, limit)
            at = close + 1 if close >= 0 else at
        elif sign == ")":
            return mark.start()  # it closes a bracket in which the whole citation stands
        elif sign == ",":
            if _clause_follows(text, mentions, at, begin):
                return mark.start()
        elif sign == ";":
            if at >= limit or _DUTY.match(text, at) or _clause_follows(text, mentions, at, begin):
                return mark.start()
        elif sign == ".":
            if _full_stop(text, mark.start(), limit):
                return mark.start()
        elif sign.strip() == "và":
            other = not mentions.codes_in(begin, mark.start()) and _coded_follows(text, mentions, at)
            cue = _NEXT_CUE.match(text, at)
            other = other or (cue is not None and _coded_follows(text, mentions, cue.end()))
            law = _LAW_NAME.match(text, at) is not None and "uật" not in text[begin : mark.start()]
            if law or other or _PREDICATE.match(text, at):
                return mark.start()
        elif sign not in "”»)":
            return mark.start()
    return limit


def _full_stop(text: str, at: int, limit: int) -> bool:
    after = text[at + 1 : at + 2]
    if after and not after.isspace() and after not in '/”"':
        return False
    if after == " " and text[at + 2 : at + 3].islower():
        return False  # a comma misread
    return at + 1 >= limit or not (_ABBREVIATION.search(text, max(at - 4, 0), at) and after == " ")


def _clause_follows(text: str, mentions: Mentions, at: int, begin: int) -> bool:
    """Does the main clause, or another citation, begin after the comma before `at`?"""
    dated = regex.match(r"\s*ngày\s", text[at : at + 8]) is not None
    if dated and any(code.end >= at - 3 for code in mentions.codes_in(max(begin, at - 40), at)):
        return False  # the date of a document that the title names
    if _MAIN_CLAUSE.match(text, at) or _reference_follows(text, mentions, at):
        return True
    body = next(iter(mentions.bodies_in(at, at + 3)), None)
    if body is not None and _LISTED_BODY.match(text, body.end) is not None:
        return False
    return body is not None and text[body.start].isupper() and "giữa" not in text[begin:at]


def _reference_follows(text: str, mentions: Mentions, at: int) -> bool:
    """Does another citation begin here: `Căn cứ`, `và Quyết định số 5/QĐ-...`, `số 7/KH-...`?"""
    while at < len(text) and text[at] in " _*•-":
        at += 1
    cue = _NEXT_CUE.match(text, at)
    if cue is not None:
        return text[at].isupper() or _coded_follows(text, mentions, cue.end())
    if text.startswith("và ", at):
        at += 3
    if text.startswith("các ", at):
        at += 4
    found = type_at(text, at)
    named_law = found is not None and found[1] in ("luật", "pháp lệnh") and text[at].isupper()
    return named_law or _coded_follows(text, mentions, at)


def _coded_follows(text: str, mentions: Mentions, at: int) -> bool:
    found = type_at(text, at + 4 if text.startswith("các ", at) else at)
    after = found[0] if found else at
    code = next(iter(mentions.codes_in(after, after + 12)), None)
    return code is not None and text[after : code.start].strip(" :.").lower() in (("số", "") if found else ("số",))


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span without white space, closing punctuation, and a quotation mark that has lost its partner."""
    while begin < end and (text[begin].isspace() or text[begin] in ":,"):
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in ",;:./-–"):
        end -= 1
    return (begin, end) if end - begin >= 3 else None


def opens_title(text: str, pos: int, limit: int) -> bool:
    """Do words that open a title stand at `pos`: `về việc`, `quy định`, a verb of titles?"""
    if ABOUT.match(text, pos, limit) or REGULATING.match(text, pos, limit):
        return True
    return _title_verbs().at(aligned(text[pos : min(limit, pos + 30)]), 0) is not None


@cache
def _title_verbs() -> Phrases:
    return Phrases(lowered(row["verb"]) for row in load("title_verbs"))
