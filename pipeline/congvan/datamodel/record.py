"""The record contract `congvan/1` as typed models: what every reader of congvan's output may rely on.

Evidence stands on every header field and item: `quote` is an exact substring of the canonical text,
`text[start:end] == quote` in code points, `page` counts from 1, `boxes` are `(page, x0, top, x1, bottom)` in PDF
points from the top left, `confidence` is 0..1. Dates are ISO, or `YYYY`, `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Literal["congvan/1"] = "congvan/1"

BoxOnPage = tuple[int, float, float, float, float]
Relation = Literal["basis", "implements", "amends", "replaces", "answers", "attached", "cites"]
Bound = Literal["before", "by", "on"]
WithinUnit = Literal["hour", "day", "working_day", "week", "month", "year"]
Recurs = Literal["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]
Comparator = Literal["ge", "gt", "le", "lt", "eq"]
# How the words came: from the file's own text; by one OCR reader; by two (later).
Reading = Literal["text", "fast", "careful"]
Level = Literal["state", "central", "province", "district", "grassroots"]


class Frozen(BaseModel):
    """Strict and immutable: an unknown field is a bug, not data."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Alternative(Frozen):
    """A reading that lost: its value, the confidence it had, and who proposed it."""

    value: str | float | None
    confidence: float
    by: str


class Mention(Frozen):
    """Another place where the same fact stands."""

    quote: str
    start: int
    end: int
    page: int
    boxes: tuple[BoxOnPage, ...] = ()


class Evidence(Frozen):
    """Where a value stands and how far it can be trusted."""

    quote: str
    start: int
    end: int
    page: int
    boxes: tuple[BoxOnPage, ...] = ()
    confidence: float = Field(ge=0.0, le=1.0)
    by: str
    alternatives: tuple[Alternative, ...] = ()


class HeaderField(Evidence):
    """One field of the header; `value` is None where its place was seen but could not be read."""

    value: str | None


class Item(Evidence):
    """One fact of a kind; `mentions` are its other places."""

    mentions: tuple[Mention, ...] = ()


class Reference(Item):
    """A cited document."""

    type: str | None = None
    code: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: Relation = "cites"


class Deadline(Item):
    """A day by which somebody must do something."""

    due_on: str | None = None
    due_time: str | None = None
    bound: Bound | None = None
    within: float | None = None
    within_unit: WithinUnit | None = None
    counted_from: str | None = None
    recurs: Recurs | None = None
    recurs_on: str | None = None
    task: str | None = None
    owner: str | None = None
    to: str | None = None


class Period(Item):
    """A span in which something runs."""

    start_on: str | None = None
    end_on: str | None = None
    what: str | None = None


class Target(Item):
    """A figure that somebody is to reach, a quota to fill, or a criterion."""

    value: float
    value_max: float | None = None
    of: float | None = None
    unit: str | None = None
    comparator: Comparator = "eq"
    change: Literal["increase", "decrease"] | None = None
    population: str | None = None
    metric: str | None = None
    due_on: str | None = None
    kind: Literal["target", "quota", "criterion"] = "target"


class Award(Item):
    """An award that can be, or is, conferred."""

    form: str
    rank: str | None = None
    conferrer: str | None = None
    level: Level | None = None
    quantity: int | None = None
    money: int | None = None
    to: Literal["collective", "individual", "both"] | None = None


class Programme(Item):
    """A named movement, campaign, contest or programme."""

    name: str
    kind: str | None = None


class Contact(Item):
    """An e-mail address, a telephone number or a web address."""

    kind: Literal["email", "phone", "url"]
    value: str


class Recipient(Item):
    """Somebody the dispatch goes to."""

    name: str
    role: Literal["addressee", "copy", "archive"]
    note: str | None = None


class Header(Frozen):
    """The fields of letterhead, title and signature block; None where nothing was seen."""

    code: HeaderField | None = None
    type: HeaderField | None = None
    issuer: HeaderField | None = None
    parent: HeaderField | None = None
    place: HeaderField | None = None
    issued_on: HeaderField | None = None
    subject: HeaderField | None = None
    authority: HeaderField | None = None
    signer_role: HeaderField | None = None
    signer: HeaderField | None = None
    urgency: HeaderField | None = None
    secrecy: HeaderField | None = None


class Flag(Frozen):
    """A self-check that failed; the list stands in docs/flags.md."""

    flag: str
    field: str
    detail: str = ""


class RecordSource(Frozen):
    """The file a record came from; `pages` are those of the file that the dispatch covers."""

    path: str
    sha256: str
    form: str
    reading: Reading
    pages: tuple[int, ...]


class Record(Frozen):
    """One dispatch: JSON Lines on the wire, `id` is `<sha256[:12]>-<n>` with n counted from 1 in the file."""

    schema_: Literal["congvan/1"] = Field(default=SCHEMA, alias="schema")
    id: str
    source: RecordSource
    header: Header
    references: tuple[Reference, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    periods: tuple[Period, ...] = ()
    targets: tuple[Target, ...] = ()
    awards: tuple[Award, ...] = ()
    programmes: tuple[Programme, ...] = ()
    contacts: tuple[Contact, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    flags: tuple[Flag, ...] = ()
    text: str | None = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    def to_json(self) -> str:
        """One line of JSON Lines: absent evidence parts and a missing text are left out, nulls of fields stay."""
        exclude = {"text"} if self.text is None else None
        return self.model_dump_json(by_alias=True, exclude=exclude)


# kind -> the model of its items, in the order of the contract; extractors, tables and exports follow this table.
ITEM_MODELS: dict[str, type[Item]] = {
    "references": Reference,
    "deadlines": Deadline,
    "periods": Period,
    "targets": Target,
    "awards": Award,
    "programmes": Programme,
    "contacts": Contact,
    "recipients": Recipient,
}
HEADER_FIELDS: tuple[str, ...] = tuple(Header.model_fields)
