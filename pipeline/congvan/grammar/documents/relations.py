"""What a dispatch does with a document it cites (contract, references.relation): the words before a citation decide."""

from __future__ import annotations

import regex

# A cue governs a citation this far behind it; further off another clause has begun.
MAX_DISTANCE = 160

# `Căn cứ`, and what OCR makes of its marks.
BASIS_WORDS = r"[Cc][ăâaáàä]n\sc[ứửữựừúùưul]"
# Between an amending word and the document: `sửa đổi, bổ sung một số điều của Quyết định`, `điều chỉnh Khoản 2 Điều 3`.
_WHAT_IS_AMENDED = regex.compile(
    r"(?:[\s,\d]|một|số|điểm|khoản|điều|mục|phần|nội|dung|chương|phụ|lục|tại|của|các|bảng|biểu|tên|thời|gian|thực|hiện|thành|viên"
    r"|quy|định|và|bổ|sung|sai|sót|lỗi|chính|tả|kỹ|thuật|từ|cụm|căn|cứ|tiêu|đề|mẫu|toàn|bộ|\b\p{L}\b|\b[ivxlc]{2,6}\b|\(|\))*\Z",
    regex.IGNORECASE,
)
# The last cue before a citation wins. Each group is a relation of the contract.
_CUES = regex.compile(
    r"""(?<!\p{L})(?:
      (?P<replaces> thay\sthế | thay\scho | bãi\sbỏ | h(?:ủy|uỷ)\sbỏ | thu\shồi      # Bãi bỏ Quyết định số ...
        | (?:chấm\sdứt|ngưng|ngừng)\shiệu\slực(?:\sthi\shành)?
        | hết\shiệu\slực(?=[^.;,]{0,40}:\s*\Z) )                                    # Các văn bản hết hiệu lực:
    | (?P<amended> (?:được|đã)\s(?:được\s)?(?:sửa\sđổi|bổ\ssung|điều\schỉnh|thay\sthế)
                     (?:,\s(?:bổ\ssung|thay\sthế))? )                            # được sửa đổi, bổ sung bởi Luật số ...
    | (?P<amends> sửa\sđổi | bổ\ssung | điều\schỉnh | đính\schính )                # sửa đổi Điều 2 Quyết định số ...
    | (?P<alters> thay\sđổi | gia\shạn | kéo\sdài )                                # gia hạn thời gian thực hiện ...
    | (?P<attached> kèm\stheo )                                                    # ban hành kèm theo Thông tư số ...
    | (?P<answers> phúc\sđáp | trả\slời
        | (?<=\A\W{0,4})về\s(?:việc\s)?(?:đề\snghị|kiến\snghị)\b             # Về đề nghị của X tại Tờ trình số ...
        | (?:theo|xét|trên\scơ\ssở|c[ăâaáàä]n\sc[ứửữựừúùưul])\s(?:văn\sbản\s)?(?:đề\snghị|đề\sxuất)
        | xét(?:\s(?:nội\sdung|hồ\ssơ)(?:\s(?:tại|kèm\stheo))?)?(?=\s*\Z) | (?:đã\s)?nhận\sđược   # Xét Tờ trình số ...
        | sau\skhi\s(?:nghiên\scứu|xem\sxét|rà\ssoát|tiếp\snhận)(?:\snội\sdung)?(?=\s*\Z)
        | tiếp\snhận(?=\s*\Z) )
    | (?P<cites> (?:được|đã|bị)\s(?:\p{Ll}+\s){0,2}?
                     (?:triển\skhai|thực\shiện|quy\sđịnh|hướng\sdẫn|nêu|giao|phê\sduyệt|phân\sbổ|nhắc|đề\scập)
        | (?<=,\s)đúng(?=\squy\sđịnh) | ban\shành | công\sbố | theo\sdõi | theo\sđó | tiếp\stheo
        | gửi )                                                                    # đã ban hành Công văn số ...
    | (?P<implements> (?<!thời\sgian\s)thực\shiện | triển\skhai | quán\striệt | chấp\shành | thi\shành
        | cụ\sthể\sh(?:óa|oá) | hưởng\sứng(?=\s*\Z) )
    | (?P<basis> c[ăâaáàä]n\sc[ứửữựừúùưul] | theo | trên\scơ\ssở | dựa\s(?:trên|vào) | (?<!\p{L}\s)chiếu )
    )(?!\p{L})""",
    regex.VERBOSE | regex.IGNORECASE,
)
_ENDED = regex.compile(
    r"[^\n.]{0,120}?\b(?:hết\shiệu\slực|không\scòn\shiệu\slực|(?:được|bị)\s(?:thay\sthế|bãi\sbỏ|h(?:ủy|uỷ)\sbỏ))"
)
# The sentence opens with what its writer carries out: `Thực hiện nhiệm vụ được giao tại Công văn số ...`
_OPENS_IMPLEMENTING = regex.compile(
    r"[\s\-+*•\d.)]*(?:(?:để|nhằm|tiếp\stục|tổ\schức|triển\skhai)\s)*thực\shiện\s(?P<what>[^,;:]*)\Z", regex.IGNORECASE
)
# Whoever asks for an answer does not answer: `Đề nghị Sở trả lời Công văn số ...`
_ASKS = regex.compile(r"[\s\-+*•\d.)]*(?:(?:kính\s)?đề\snghị|yêu\scầu|giao|kiến\snghị)\b", regex.IGNORECASE)
_ENCLOSES = regex.compile(
    r"\s*(?:hồ\ssơ\s|tài\sliệu\s)?(?:(?:gửi|đính|có|in|sao)\s)?kèm(?:\stheo)?\b", regex.IGNORECASE
)
_ENCLOSED = regex.compile(r"[^\n.;]{0,300}?\skèm\stheo(?=[.;)]|\s*\Z)")
# The cue and its adverbs that stand directly before a citation belong to its quote.
_ADJACENT = regex.compile(
    r"""(?<!\p{L})(?:
      (?:tiếp\stục\s|tổ\schức\s|đẩy\smạnh\s|triển\skhai\s)* (?:thực\shiện|triển\skhai|quán\striệt|thi\shành)
        (?:\s(?:tốt|có|hiệu|quả|nghiêm|túc|các|nội|dung|của|theo|đúng|chỉ|đạo|tại|tinh|thần))*
    | c[ăâaáàä]n\sc[ứửữựừúùưul](?:\s(?:vào|các|quy|định|tại|hướng|dẫn|nội|dung))* | trên\scơ\ssở | thay\sthế | bãi\sbỏ
    | theo(?:\s(?:tinh|thần|nội|dung|quy|định|hướng|dẫn|của|tại|các))* | (?:ban\shành\s)?kèm\stheo | xét
    | (?:theo|xét)\sđề\snghị\scủa\s[^;\n|]{2,150}?\stại
    )\s+(?:các\s)?\Z""",
    regex.VERBOSE | regex.IGNORECASE,
)


def relation_by_cue(before: str) -> str | None:
    """The relation that the last cue of the text before a citation (of its sentence) names, or None; `amended` where
    the citation amends the one before it.

    `kèm theo` counts only directly before the citation; a cue that opens the sentence governs all of it.
    """
    last = None
    for match in _CUES.finditer(before):
        if match.lastgroup == "attached" and len(before) - match.end() > 8:
            continue
        if before[match.end() :].partition(":")[2].removesuffix("các ").strip(" :."):
            continue  # the cue stands in a heading: `Đơn vị thực hiện: Các trường nêu tại ...`
        if match.lastgroup == "alters" and not _WHAT_IS_AMENDED.match(before, match.end()):
            continue
        if match.group().lower() == "theo" and last is not None and "," in before[match.end() :]:
            continue  # `thu theo thỏa thuận, đúng quy định tại Nghị định số ...`
        last = match
    if last is None:
        return None
    if len(before) - last.end() > MAX_DISTANCE and before[: last.start()].strip(" -+*•.0123456789)"):
        return None
    name: str = last.lastgroup or "cites"
    if name == "alters":
        return "amends"
    if name == "answers" and last.group().lower() in ("trả lời", "phúc đáp"):
        drafted = before[: last.start()].rstrip().endswith(("văn bản", "công văn", "báo cáo", "dự thảo"))
        if (_ASKS.match(before) and not drafted) or "," in before[last.end() :]:
            return "cites"
    elif name in ("cites", "basis") and (done := _OPENS_IMPLEMENTING.match(before)) is not None:
        own = done["what"].startswith(("theo ", "các nhiệm vụ", "nhiệm vụ", "nội dung", "chỉ đạo", "ý kiến"))
        return "implements" if own and not done["what"].startswith("theo đề nghị") else name
    if name == "amends" and not _WHAT_IS_AMENDED.match(before, last.end()):
        return "cites"
    return name


def is_ended(text: str, pos: int, limit: int) -> bool:
    """Is the document cited before `pos` said to be out of force in the words behind it?"""
    return _ENDED.match(text, pos, min(limit, pos + 200)) is not None


def is_enclosed(text: str, floor: int, start: int, end: int) -> bool:
    """`(Gửi kèm dự thảo; Báo cáo số ...)`, `(có Báo cáo số ... kèm theo)`: is the citation told to be enclosed?"""
    opening = text.rfind("(", max(0, start - 200), start)
    if opening < 0 or ")" in text[opening:start]:
        return False
    if (enclosing := _ENCLOSES.match(text, opening + 1)) is not None:
        return relation_by_cue(text[max(floor, enclosing.end()) : start].rpartition(";")[2]) is None
    return _ENCLOSED.match(text, end) is not None


def quote_start(text: str, floor: int, start: int) -> int:
    """Where the quote of a citation begins: with the cue that stands directly before it, else with itself."""
    begin = max(floor, start - 200)
    cue = _ADJACENT.search(text[begin:start])
    return begin + cue.start() if cue else start
