"""The scene of one dispatch: who writes, about what, on which day, with which dice; and how it writes days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from congvan.synth.world.offices import Body, Office, any_office
from congvan.synth.world.topics import TOPICS, Topic

T = TypeVar("T")

# Issue days: after Decree 30/2020/NĐ-CP was in use everywhere and before districts were abolished (July 2025).
FIRST_DAY, LAST_DAY = date(2022, 1, 4), date(2025, 6, 20)
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@dataclass
class Scene:
    """Everything a wording family may draw on; `rng` is the only source of chance, `day` the issue date.

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
    """A scene by chance: office, a topic of its kind, and a working day in the years of Decree 30."""
    day = working_day(FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days)))
    office = any_office(rng)
    topic = rng.choice([t for t in TOPICS if office.kind in t.offices])
    return Scene(rng, office, topic, day, short_dates=rng.random() < 0.8)
