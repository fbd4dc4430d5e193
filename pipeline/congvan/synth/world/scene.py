"""The scene of one dispatch: who writes, about what, on which day, with which dice; and how it writes days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from congvan.synth.world.model import TWO_LEVELS_SINCE, Body, Office, Province
from congvan.synth.world.offices import any_office
from congvan.synth.world.topics import TOPICS, Topic

T = TypeVar("T")

# Circular 01/2011/TT-BNV and Decree 30/2020/NĐ-CP, from the day each was in force (the circular by habit a little
# later); the Party's Guidance 36-HD/VPTW 2018, and the Youth Union's after it.
CIRCULAR_01, DECREE_30, PARTY_MANNER = date(2011, 5, 10), date(2020, 3, 5), date(2018, 5, 2)
LAST_DAY = date(2026, 10, 30)
# (share, first day, day after the last one): older paper, paper of three levels, paper of two.
_TIMES = (
    (0.2, CIRCULAR_01, date(2020, 2, 28)),
    (0.62, DECREE_30, date(2025, 6, 20)),
    (0.18, TWO_LEVELS_SINCE, LAST_DAY),
)
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass
class Scene:
    """Everything a wording family may draw on; `rng` is the only source of chance, `day` the issue date, `province`
    where the office stands, as it is on that day.

    `said` remembers what the dispatch already told (by kind and text), so that no family repeats a fact; `cited`
    the documents it cited: (type, code, title).
    """

    rng: Random
    office: Office
    topic: Topic
    day: date
    short_dates: bool = True
    said: set[str] = field(default_factory=set)
    cited: list[tuple[str, str, str]] = field(default_factory=list)
    province: Province | None = None

    def pick(self, options: Sequence[T]) -> T:
        return options[self.rng.randrange(len(options))]

    def fresh(self, kind: str, options: Sequence[T]) -> T:
        """One of the options that this dispatch has not told yet (any, where all are told)."""
        left = [o for o in options if f"{kind}:{o}" not in self.said] or list(options)
        chosen = self.pick(left)
        self.said.add(f"{kind}:{chosen}")
        return chosen

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def later(self, low: int = 5, high: int = 60) -> date:
        """A working day some `low` to `high` days after the issue date."""
        return working_day(self.day + timedelta(days=self.rng.randint(low, high)))

    def earlier(self, low: int = 10, high: int = 200) -> date:
        return self.day - timedelta(days=self.rng.randint(low, high))

    @property
    def layout(self) -> str:
        """Whose rules the page follows, a key of tree.LAYOUTS: by who writes and when."""
        if self.office.kind in ("party", "youth"):
            return self.office.kind
        return "circular-01" if self.day < DECREE_30 else "decree-30"

    @property
    def year(self) -> int:
        return self.day.year

    def fill(self, template: str, year: int | None = None) -> str:
        return template.format(year=year or self.year)

    def owner(self) -> str:
        return self.pick(self.office.owners)

    def superior(self) -> Body:
        return self.pick(self.office.superiors)

    def written(self, day: date, long: bool | None = None) -> str:
        """`25/5/2024`, or `25 tháng 5 năm 2024`; day and the months 1 and 2 with a leading zero (Decree 30/2020)."""
        if long is None:
            long = not self.short_dates
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        return f"{day.day:02d} tháng {month} năm {day.year}" if long else f"{day.day:02d}/{month}/{day.year}"


def working_day(day: date) -> date:
    """The day itself, or the Monday after a week-end."""
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])


def draw_scene(rng: Random) -> Scene:
    """A scene by chance: a working day, an office as it stands on that day, a topic of its kind."""
    while True:
        _, first, last = rng.choices(_TIMES, [share for share, _, _ in _TIMES])[0]
        day = working_day(first + timedelta(days=rng.randrange((last - first).days)))
        office, province = any_office(rng, day)
        if office.kind not in ("party", "youth") or day >= PARTY_MANNER:
            break
    topic = rng.choice([t for t in TOPICS if t.fits(office, day)]).in_season(day)
    return Scene(rng, office, topic, day, short_dates=rng.random() < 0.8, province=province)
