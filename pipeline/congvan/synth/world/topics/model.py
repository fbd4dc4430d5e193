"""What the dispatches are about: for each topic the words an office uses, as plain strings without values.

`{year}` stands for the year the dispatch speaks of. A duty is a verb phrase without owner and date; a share is who
and what they are to do; nothing here names a document, a day or a figure: those come from the wording families.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """`field`: the field of work as a noun phrase; `subjects`: what the dispatch is about, verb phrases; `goals`:
    aims, verb phrases; `duties`: what is to be done; `reports`: what is reported on or handed in; `shares`: (of whom,
    what they do) for percentages; `counts`: (verb, counted unit, what for); `falls`: what should become less;
    `programmes`: (kind, name); `laws`: keys of the laws it rests on (wording.laws.LAWS; a key unknown there cites
    nothing); `runs`: things that run for a span of time; `offices`: the kinds of office that write about it; `years`:
    the years in which they do, all where empty.
    """

    field: str
    subjects: tuple[str, ...]
    goals: tuple[str, ...]
    duties: tuple[str, ...]
    reports: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str, str], ...]
    falls: tuple[str, ...]
    programmes: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]
    runs: tuple[str, ...]
    offices: tuple[str, ...] = ("union", "committee", "department", "school", "hospital", "party", "youth")
    years: tuple[int, ...] = ()


# Duties that every field of work knows.
COMMON_DUTIES = (
    "phân công cán bộ đầu mối theo dõi, đôn đốc",
    "phổ biến nội dung văn bản này đến toàn thể cán bộ, công chức, viên chức",
    "bố trí kinh phí, nhân lực bảo đảm cho việc thực hiện",
    "lồng ghép nội dung tuyên truyền vào các cuộc họp, sinh hoạt định kỳ",
    "phối hợp chặt chẽ với các cơ quan liên quan trong quá trình thực hiện",
    "tăng cường kiểm tra, kịp thời chấn chỉnh các hạn chế, thiếu sót",
    "đưa tin, bài về những cách làm hay trên trang thông tin điện tử",
    "kiện toàn bộ phận tham mưu, giúp việc",
)
