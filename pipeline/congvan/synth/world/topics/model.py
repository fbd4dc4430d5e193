"""What the dispatches are about: for each topic the words an office uses, as plain strings without values.

`{year}` stands for the year the dispatch speaks of. A duty is a verb phrase without owner and date; a share is who
and what they are to do; nothing here names a document, a day or a figure: those come from the wording families.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from congvan.synth.world.model import Office

# Months in which offices write about what these words name.
_SEASONS = (
    (" hè ", (3, 4, 5, 6, 7)),
    (" Tết ", (10, 11, 12, 1, 2)),
    (" Trung thu", (7, 8, 9)),
    (" đầu xuân", (12, 1, 2)),
    (" đông xuân", (9, 10, 11, 12, 1)),
    (" trăng rằm", (7, 8, 9)),
    (" hanh khô", (10, 11, 12, 1, 2, 3, 4)),
    (" lũ", (4, 5, 6, 7, 8, 9, 10, 11)),
    (" bão", (4, 5, 6, 7, 8, 9, 10, 11)),
    ("hội nhà giáo", (9, 10, 11)),
    ("hội phụ nữ", (1, 2, 3, 9, 10)),
    (" cuối học kỳ", (11, 12, 4, 5)),
    (" đầu cấp", (3, 4, 5, 6)),
)
# Elections of the Assembly and the councils fall between March and May.
_POLLS_END = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """`field`: the field of work as a noun phrase; `subjects`: what the dispatch is about, verb phrases; `goals`:
    aims, verb phrases; `duties`: what is to be done; `reports`: what is reported on or handed in; `shares`: (of whom,
    what they do) for percentages; `counts`: (verb, counted unit, what for); `falls`: what should become less;
    `programmes`: (kind, name); `laws`: keys of the laws it rests on (wording.laws.LAWS; a key unknown there cites
    nothing); `runs`: things that run for a span of time; `offices`: the kinds of office that write about it; `years`:
    the years of elections to which it belongs, all where empty; `experts`: symbols of the
    departments and rooms that alone write about it, all where empty.
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
    experts: tuple[str, ...] = ()

    def fits(self, office: Office, day: date) -> bool:
        """Whether the office writes about it on that day."""
        if office.kind not in self.offices or (self.years and (day.year not in self.years or day.month > _POLLS_END)):
            return False
        if office.kind == "department" and self.experts and not office.about and office.symbol not in self.experts:
            return False
        return not office.about or any(word in self.field for word in office.about)

    def in_season(self, day: date) -> Topic:
        """The topic without what belongs to another time of the year; subjects and runs keep at least one."""

        def kept(words: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(w for w in words if all(day.month in m for s, m in _SEASONS if s in f" {w} ")) or words[-1:]

        return replace(self, subjects=kept(self.subjects), runs=kept(self.runs))


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
