"""How a body is laid out: sections with headings, numbered items, lists and tables, in one of several depths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from congvan.synth.phrase import Phrase, bold, closed, say
from congvan.synth.tree import CELL, Block, Blocks
from congvan.synth.wording.schedules import Rows
from congvan.synth.wording.stock import ToldAllError
from congvan.synth.world.scene import Scene

Family = Callable[[Scene], Phrase]


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between letterhead and foot, and what comes after the foot: annexes, each with its own blocks."""

    blocks: Blocks
    annexes: tuple[tuple[Block, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A list head and the lines under it."""

    head: Phrase
    lines: list[Phrase]


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of columns, and rows whose cells are parted by CELL."""

    head: tuple[str, ...]
    rows: list[Phrase]

    @classmethod
    def of(cls, rows: Rows) -> Table:
        return cls(*rows)

    def blocks(self) -> Blocks:
        return [Block("row_head", say(*self.head, sep=CELL)), *(Block("row", row) for row in self.rows)]


Line = Phrase | Group | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in sentence case and what stands under it."""

    heading: str
    lines: Sequence[Line] = field(default_factory=list)


# -- phrases of families -------------------------------------------------------------------------------------


def told(scene: Scene, *families: Family) -> Phrase:
    """What the first family says that has anything left to say. Raises ToldAllError where none has."""
    for family in families:
        try:
            return closed(family(scene))
        except ToldAllError:
            continue
    raise ToldAllError("families")


def some(scene: Scene, families: Sequence[Family], count: int) -> list[Phrase]:
    """Phrases of up to `count` different families in the order of the table."""
    order = list(range(len(families)))
    scene.rng.shuffle(order)
    made: dict[int, Phrase] = {}
    for at in order:
        if len(made) == count:
            break
        if families[at] in [families[k] for k in made]:
            continue
        try:
            made[at] = closed(families[at](scene))
        except ToldAllError:
            continue
    return [made[at] for at in sorted(made)]


def mixed(scene: Scene, families: Sequence[Family], count: int) -> list[Phrase]:
    """The same in an order by chance."""
    made = some(scene, families, count)
    scene.rng.shuffle(made)
    return made


# -- layouts -------------------------------------------------------------------------------------------------

LETTERS = "abcdđeghiklmnop"  # Vietnamese lists have đ after d and no f, j
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Depth:
    """Marks of the levels: `top` I or 1 or A, `item` 1 or 1.1 or a or -, `inner` a or - or +."""

    top: str
    item: str
    inner: str


DEPTHS = (
    Depth("I", "1", "-"),
    Depth("I", "1", "-"),
    Depth("I", "1", "a"),
    Depth("I", "-", "+"),
    Depth("1", "1.1", "-"),
    Depth("1", "a", "-"),
    Depth("1", "-", "+"),
)


def _mark(kind: str, number: int, above: int = 0) -> str:
    return {
        "I": f"{ROMAN[number - 1]}. ",
        "1": f"{number}. ",
        "1.1": f"{above}.{number}. ",
        "a": f"{LETTERS[number - 1]}) ",
        "-": "- ",
        "+": "+ ",
    }[kind]


def outlined(scene: Scene, sections: Sequence[Section], depth: Depth | None = None) -> Blocks:
    """The sections one after another with headings and marks of one depth; those with nothing to say are left out."""
    depth = depth or scene.pick(DEPTHS)
    blocks: Blocks = []
    for number, section in enumerate((s for s in sections if s.lines), 1):
        if depth.top == "I":
            blocks.append(Block("part", say(_mark("I", number), section.heading.upper())))
        else:
            blocks.append(Block("item", bold(_mark("1", number), section.heading)))
        blocks += under(section.lines, depth, number)
    return blocks


def under(lines: Sequence[Line], depth: Depth, above: int = 1) -> Blocks:
    """Lines of one section; a lone paragraph has no mark."""
    if len(lines) == 1 and isinstance(lines[0], Phrase):
        return [Block("para", lines[0])]
    blocks: Blocks = []
    number = 0
    for line in lines:
        if isinstance(line, Table):
            blocks += line.blocks()
            continue
        number += 1
        mark = _mark(depth.item, number, above)
        role = "dash" if depth.item == "-" else "item"
        if isinstance(line, Group):
            blocks.append(Block(role, say(mark, line.head)))
            blocks += listed_lines(line.lines, depth.inner)
        else:
            blocks.append(Block(role, say(mark, line)))
    return blocks


def listed_lines(lines: Sequence[Phrase], kind: str = "-", ends: str = "") -> Blocks:
    """Lines of a list, each with its mark; `;` between them where all are short clauses."""
    made = []
    for number, line in enumerate(lines, 1):
        last = number == len(lines)
        if last and line.text.endswith(";"):
            line = _ended(line, ".")
        elif not last and ends and line.text.endswith("."):
            line = _ended(line, ends)
        made.append(Block("dash" if kind in "-+" else "item", say(_mark(kind, number), line)))
    return made


def _ended(phrase: Phrase, end: str) -> Phrase:
    """The phrase with another stop; its last character is in no quote."""
    return replace(phrase, text=phrase.text[:-1] + end)


def items(lines: Sequence[Phrase], kind: str = "1", *, ends: str = "") -> Blocks:
    """Numbered, lettered or dashed paragraphs."""
    return listed_lines(lines, kind, ends)


def paragraphs(lines: Sequence[Phrase]) -> Blocks:
    return [Block("para", line) for line in lines]


def articles(sections: Sequence[Section], first: int = 1) -> Blocks:
    """`Điều 1. ...` with clauses `1.` and points `a)`; an article of one clause has no number."""
    blocks: Blocks = []
    for number, section in enumerate((s for s in sections if s.lines), first):
        head = f"Điều {number}."
        lines = list(section.lines)
        if not section.heading:
            opening = lines.pop(0)
            assert isinstance(opening, Phrase)
            blocks.append(Block("article", say(bold(head), " ", opening)))
        else:
            blocks.append(Block("article", bold(f"{head} {section.heading}")))
        blocks += under(lines, Depth("I", "1", "a"), number) if lines else []
    return blocks
