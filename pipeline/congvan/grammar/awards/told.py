"""What the paragraphs before tell of the awards that follow, kept while a dispatch is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from congvan.grammar.awards.scope import PrizeTable, entrants_in
from congvan.grammar.awards.shares import Share
from congvan.grammar.awards.tables import NumberTable


@dataclass(slots=True)
class Told:
    """For whom (`Đối tượng`), who enters the contest, the table of prizes, the titles named so far.

    `level`: of the body that issues the dispatch; `contest_level`: the same, but None where that is a contest's own
    committee; `maker`: the line that names who decides; `honoured`: recipients of
    `Khen thưởng 06 tập thể ...` whose form stands elsewhere; `titles`: quoted titles, lower case.
    """

    level: str | None = None
    contest_level: str | None = None
    maker: str | None = None
    whom: str | None = None
    honoured: list[Share] = field(default_factory=list)
    entrants: str | None = None
    titles: dict[str, None] = field(default_factory=dict)
    table: PrizeTable = field(default_factory=PrizeTable)
    numbers: NumberTable = field(default_factory=NumberTable)

    def read(self, text: str, start: int, end: int, *, in_row: bool) -> None:
        """Take in the next paragraph of the body; teams that enter a contest go before persons."""
        entrants = entrants_in(text, start, end)
        if entrants and self.entrants not in ("collective", "either"):
            self.entrants = entrants
        self.table.read(text[start:end], in_row=in_row)
        self.numbers.read(text, start, end, in_row=in_row)
