"""Patterns that tell a deadline from other days: deliveries, labels, openings, events, invitations; pure.

Those that end in `$` are searched in a stretch that ends where the term begins.
"""

from __future__ import annotations

import regex

from congvan.grammar.time.clock import HOUR

_FLAGS = regex.VERBOSE | regex.IGNORECASE
_LABEL_NUMBER = r"[\s*•+–—-]* (?: \d[\d.)]*\s )?"

# `trình` by itself, not in `chương trình`, `quy trình`
_SUBMITS = r"(?<! (?:chương|quy|lộ|tờ|công|quá|giáo|tiến|hành|lịch|mô) \s ) trình (?! \s(?:độ|diễn|tự|bày) )"
# Verbs by which something is handed over, reported or done: they make a duty of a bare `đến ngày`, `hằng tháng`.
DELIVERY = regex.compile(
    rf"(?<!\p{{L}}) (?: gửi | gởi | nộp | báo\scáo | hoàn\sthành | đăng\ský | {_SUBMITS} | nhận ) (?!\p{{L}})", _FLAGS
)
HANDED = regex.compile(
    rf"""
    (?<!\p{{L}}) (?: gửi | gởi | nộp | hoàn\sthành | {_SUBMITS} | bàn\sgiao | phê\sduyệt | trả\slời ) (?!\p{{L}})
  | (?<!\p{{L}}) báo\scáo \s [^,;.\n]{{0,80}} \s (?:về|cho|lên) \s (?-i:\p{{Lu}})  # báo cáo kết quả về Sở
    """,
    _FLAGS,
)
# Nothing more is said in the clause
CLAUSE_ENDS = regex.compile(r"[\s*]* (?: [,;.(\n] | $ | (?:và|để|đồng\sthời|nhưng) \s )", _FLAGS)
# One more date under the bound of the date before it: `, 05/6`, ` và ngày 10/6`
NEXT_DATE = regex.compile(r"\s? (?:,|;)? \s? (?:(?:và|hoặc)\s)? (?:(?:các\s)?ngày\s)?", _FLAGS)
# What was done, or happened, is no duty
TOLD_OF_PAST = regex.compile(
    r"""
    (?<!\p{L}) (?: đã | vừa | mới\s(?:đạt|có|được) | xảy\sra | ghi\snhận | phát\shiện\s\d | xuất\shiện | so\svới
      | diễn\sra | nghỉ (?! \slễ ) | bị | chưa | bản\stin | tính\sđến ) (?!\p{L})
    """,
    _FLAGS,
)
COMPARED = regex.compile(r"(?<!\p{L})so\svới\s*$", regex.IGNORECASE)
# Something is handed over, or somebody sent, on a day
DELIVERED = regex.compile(
    rf"""
    (?<!\p{{L}}) (?: gửi | gởi | nộp | {_SUBMITS} | bàn\sgiao | báo\scáo | trả | cử | nhận | thanh\stoán ) (?!\p{{L}})
    (?! .* (?<!\p{{L}}) (?: hội\s(?:nghị|thi|thao|thảo|diễn) | lễ | cuộc | phiên | kỳ | đại\shội | buổi ) (?!\p{{L}}) )
    """,
    _FLAGS,
)
REPORTING = regex.compile(r"(?<!\p{L}) (?: gửi | gởi | nộp | báo\scáo | lập\s(?:báo|danh) ) (?!\p{L})", _FLAGS)
# ... right after the round: `hằng ngày báo cáo Ủy ban`
DELIVERS_NEXT = regex.compile(
    r"\s (?:phải\s|tổng\shợp,?\s)? (?: báo\scáo \s (?:về\s|với\s|cho\s)? (?-i:\p{Lu})"
    r" | thông\sbáo \s [^,;.\n]{3,60} \s(?:về|cho|đến|tới)\s )",
    _FLAGS,
)
# ... at an hour of each day
REPORTING_TIMED = regex.compile(
    r"""
    (?<!\p{L})
    (?: gửi | gởi | nộp | báo\scáo | báo (?=\s(?!chí|động|hiệu|cáo)) | cập\snhật | tổng\shợp | thống\skê )
    (?!\p{L})
    """,
    _FLAGS,
)

# `Thời gian kết thúc nhận bài dự thi ...`, `Thời hạn nộp hồ sơ ...`
TERM_LABEL = regex.compile(
    r"""
    (?<!\p{L}) (?: thời\s(?:gian|hạn) | hạn ) \s (?:cuối\s|chót\s)? [^.;(\n]{0,80}?
    (?: nộp | gửi | nhận | kết\sthúc | hoàn\sthành | đăng\ský | báo\scáo ) [^.;(\n]{0,80} $
    """,
    _FLAGS,
)
# `Hạn cuối nộp hồ sơ: 16 giờ ngày ...`
FINAL_LABEL = regex.compile(
    rf"{_LABEL_NUMBER} (?: (?:thời\s)? hạn | ngày\s(?:cuối\scùng|chót|hết\shạn) ) \s [^.;\n]{{0,80}} : \s* $", _FLAGS
)
# `ngừng tiếp nhận hồ sơ vào 17 giờ ngày ...`, `kết thúc nhận bài ngày ...`
CLOSING = regex.compile(
    r"""
    (?<!\p{L}) (?: kết\sthúc | ngừng | dừng | khóa | khoá | đóng | chốt ) \s (?:việc\s|cổng\s|thời\s(?:gian|hạn)\s)?
    (?: tiếp\snhận | nhận | thu | đăng\ský | nộp | gửi | danh\ssách | số\sliệu ) (?!\p{L}) [^,;.\n]{0,60} $
    """,
    _FLAGS,
)
# `Đến ngày 15/4, các đơn vị phải hoàn thành ...`
MUST_AFTER = regex.compile(
    r"""(?! [^;.\n]* (?<!\p{L})(?:chưa|không|nếu|coi\snhư|đã)(?!\p{L}) )
        [^;.:\n%]{0,100} (?<!\p{L}) (?: phải | hoàn\sthành | hoàn\stất | có\strách\snhiệm | gửi | nộp ) (?!\p{L})
        [^;.\n%]* (?:[;.\n]|$)""",
    _FLAGS,
)
SHARE_AFTER = regex.compile(r"[^;.\n]{0,200}%", _FLAGS)
# An hour said with no date beside it
LONE_HOUR = regex.compile(rf"(?<!\p{{L}}) (?:vào\s)? (?:lúc|hồi|trước) \s (?P<clock> {HOUR} )", _FLAGS)
# `phấn đấu đến ngày ...`
AIM = regex.compile(r"(?<!\p{L}) (?: đảm\sbảo | bảo\sđảm | phấn\sđấu ) \s* $", _FLAGS)
# The date after it ends a period and is no deadline: `từ khi ban hành đến ngày ...`
OPENING = regex.compile(r"(?<!\p{L}) (?: từ | kể\stừ | bắt\sđầu ) \s [^,;.\n]{0,60} $", _FLAGS)
# Days on which something takes or took effect
NO_DUTY = regex.compile(
    r"""
    (?<!\p{L})
    (?: có\shiệu\slực | hiệu\slực\s(?:thi\shành|kể\stừ) | được\sthành\slập | sinh\s(?:trước|sau) ) (?!\p{L})
    """,
    _FLAGS,
)

_NOT_ATTENDING = r"\s(?:kiến|án|toán|thảo|báo|phòng|trù|thi)"  # `dự kiến`, `dự án` attend nothing
# What happens at an hour: `khai mạc`, `có mặt tại hội trường`
EVENT = regex.compile(
    rf"""
    (?<!\p{{L}})
    (?: khai\smạc | bế\smạc | bắt\sđầu | có\smặt | tập\strung | tập\skết | trình\sdiện | đón\stiếp | khởi\shành
      | xuất\sphát | họp | tham\sdự | dự (?!{_NOT_ATTENDING}) | tổ\schức )
    (?!\p{{L}}) [^,;.:\n]{{0,80}} $
    """,
    _FLAGS,
)
# Attending by a name that has commas: `dự buổi làm việc về công tác phòng, chống thiên tai`
ATTENDING = regex.compile(
    rf"""
    (?<!\p{{L}}) (?:tham\s)? dự (?!{_NOT_ATTENDING}) \s
    (?: (?:cuộc\s|phiên\s|buổi\s)?họp | hội\s(?:nghị|thảo|thi|diễn|thao) | buổi | lễ | lớp | phiên | cuộc | toạ\sđàm
      | tọa\sđàm | chương\strình | đại\shội )
    (?!\p{{L}}) [^;.:\n]{{0,200}} $
    """,
    _FLAGS,
)
# What is done so that somebody attends belongs to the task: `cử đại diện dự`, `bố trí thời gian tham dự`
SENDS = regex.compile(r"(?:cử|bố\strí|sắp\sxếp|phân\scông|có\smặt|đến|tới)(?!\p{L})[^,;.:\n]{0,40}", _FLAGS)
# The lines of an invitation card: `Kính mời: ...`, `Đến dự: ...`
GUEST_LINE = regex.compile(
    rf"^{_LABEL_NUMBER} (?:trân\strọng\s)? (?:kính\smời|mời|thành\sphần(?:\s(?:mời|tham\sdự|dự\shọp))?) \s? : \s*"
    r"(?P<owner> [^\n:;]{3,200}? ) [.;]? [^\S\n]* $",
    _FLAGS | regex.MULTILINE,
)
EVENT_LINE = regex.compile(
    rf"^{_LABEL_NUMBER} (?:(?:đến|tới|tham)\s)? dự \s? : \s* (?P<task> [^\n:;]{{4,250}}? ) [.;]? [^\S\n]* $",
    _FLAGS | regex.MULTILINE,
)
# `Thời gian: từ 7 giờ ...`, and a line that opens with `Thời gian`
LABELLED = regex.compile(r": \s* (?:từ\s)? $", _FLAGS)
TIME_LINE = regex.compile(rf"{_LABEL_NUMBER} thời\s(?:gian|điểm) (?!\p{{L}})", _FLAGS)
# Minutes tell the hour at which they were taken (`Hôm nay, hồi 14 giờ ngày ...`), forecasts that of the storm
MINUTES = regex.compile(r"(?<!\p{L}) (?: hôm\snay | dự\sbáo | tâm\sbão ) (?!\p{L})", _FLAGS)
INVITATION = regex.compile(
    r"""
    (?<!\p{L})
    (?: (?:giấy|giáy|thư)\smời | (?:kính|trân\strọng)\smời | mời\s(?:quý|các|đồng\schí|đại\sbiểu) ) (?!\p{L})
    """,
    _FLAGS,
)
ATTENDED = regex.compile(r"(?<!\p{L}) (?: kính\smời | tham\sdự | giấy\smời | thư\smời ) (?!\p{L})", _FLAGS)
# `... đến dự Hội nghị tổng kết`
INVITED = regex.compile(
    rf"""
    (?<!\p{{L}}) (?:đến\s|tới\s)?
    (?P<task> (?: (?:tham\s)?dự (?!{_NOT_ATTENDING}) | tham\sgia\s(?:cuộc\s)?họp ) :? \s [^,;:.\n]{{4,200}} )
    """,
    _FLAGS,
)

# Headings that tell when, where, for whom, not what: they lend no task.
NO_TASK_HEADING = regex.compile(
    r"""
    (?: thời\s(?:gian|hạn|điểm) | tiến\sđộ | địa\sđiểm | kế\shoạch\sthực\shiện | tổ\schức\sthực\shiện | lộ\strình
      | phân\scông | nội\sdung | yêu\scầu | mục\sđích | đối\stượng | thành\sphần | kính\sgửi | nhiệm\svụ )
    """,
    _FLAGS,
)
# A second term of the same duty: `trước ngày 10/01, trường hợp đặc biệt không quá 31/01`, `hằng tháng, quý, 6 tháng`
SAME_DUTY = regex.compile(
    r"[\s,;]{0,3} (?: trường\shợp\s(?:đặc\sbiệt|cần\sthiết) | và | hoặc | quý )? [\s,]{0,3}", _FLAGS
)
# Two terms of one duty: `trước ngày 30/6 (đối với cấp cơ sở); xong trước `, `trước 10/6 (đợt 1) và `
SAME_TERM = regex.compile(
    r"""[\s,;]{0,3} (?: \([^()\n]{1,60}\) )? [\s,;]{0,3}
        (?: (?:và|hoặc|đợt\s[\dIV]+:?|lần\s[\dIV]+:?|hoàn\sthành|phải|xong) [\s,:]{0,2} ){0,3}""",
    _FLAGS,
)
LOOSE_END = regex.compile(r"(?:\s(?:từ|vào|lúc|hồi|là|đúng))+\s*$", regex.IGNORECASE)  # `Bắt đầu từ 14 giờ`
BEGINS = regex.compile(r"(?:bắt\sđầu|diễn\sra|(?:được\s)?tổ\schức|khai\smạc)", regex.IGNORECASE)
# `Đúng 19 giờ ngày ..., các đồng chí tập trung tại ...`
ATTENDS_AFTER = regex.compile(
    r"""
    ,?\s [^;.\n]{2,100}
    (?<!\p{L}) (?: tập\strung | tập\skết | có\smặt | đến\sdự | tham\sdự | dự\s(?:họp|lễ|hội) ) (?!\p{L})
    """,
    _FLAGS,
)
# Somebody is asked to come
ASKS = regex.compile(r"(?<!\p{L}) (?: đề\snghị | yêu\scầu | kính\smời | mời ) \s", _FLAGS)
