"""How a document is cited: its type, number, day, issuer and title, each where offices put it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from congvan.datamodel.candidate import Value
from congvan.synth.phrase import Part, Phrase, fact, say, tag
from congvan.synth.world.offices import Body
from congvan.synth.world.scene import Scene

ABBREVIATIONS = {
    "quyết định": "QĐ",
    "kế hoạch": "KH",
    "chỉ thị": "CT",
    "hướng dẫn": "HD",
    "thông báo": "TB",
    "tờ trình": "TTr",
    "nghị quyết": "NQ",
    "chương trình": "CTr",
    "báo cáo": "BC",
    "công điện": "CĐ",
    "giấy mời": "GM",
    "công văn": "CV",
    "kết luận": "KL",
    "thể lệ": "TL",
}
# How much of a document's date is printed.
When = Literal["day", "month", "year", "none"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A document to cite: `issuer` and `title` as they will be printed, empty where they are not told.

    `since`, `until`: for law, the days from and to which it was in force (None: not ended, or of no matter).
    """

    type: str
    code: str | None
    day: date
    issuer: str
    title: str
    verb: str = "về việc"
    since: date | None = None
    until: date | None = None

    def in_force(self, day: date) -> bool:
        return (self.since or self.day) <= day and (self.until is None or day <= self.until)


def coded(number: int, kind: str, body: Body, unit: str = "") -> str:
    """The document's number: `35-KH/HU` in the Party's manner, else `35/KH-UBND`, for letters `35/UBND-NV`."""
    if body.party_codes:
        return f"{number:02d}-{ABBREVIATIONS[kind]}/{body.symbol}"
    if kind == "công văn":
        return f"{number:02d}/{body.symbol}" + (f"-{unit}" if unit else "")
    return f"{number:02d}/{ABBREVIATIONS[kind]}-{body.symbol}"


# Titles that any field of work lends itself to, by type; the rest are the topic's own subjects.
_TITLES = {
    "quyết định": (
        "ban hành Quy định về {field}",
        "phê duyệt Đề án đổi mới {field}",
        "thành lập Ban Chỉ đạo {field}",
        "giao chỉ tiêu {field} năm {year}",
        "ban hành Bộ tiêu chí đánh giá {field}",
        "kiện toàn Tổ giúp việc về {field}",
    ),
    "chỉ thị": (
        "tăng cường {field} trong tình hình mới",
        "đẩy mạnh {field} trên địa bàn",
        "nâng cao hiệu quả {field}",
    ),
    "hướng dẫn": ("thực hiện một số nội dung về {field}", "thực hiện {field} năm {year}"),
    "nghị quyết": ("tăng cường {field}", "lãnh đạo {field} trong tình hình mới"),
    "thông báo": ("kết quả kiểm tra {field}", "kết quả thẩm định về {field}"),
}
# Openings of a title before which `về` may be left out.
_VERBS = ("ban hành", "phê duyệt", "thành lập", "giao chỉ tiêu", "kiện toàn")


def invented(scene: Scene, body: Body, kind: str, subject: str = "", verb: str = "") -> Cited:
    """A document of an invented body: number, day and title by chance; letters carry no type in their number.

    A council resolves, a department directs nobody: where the body issues no such type, it is another one.
    """
    if body.symbol == "HĐND" and kind != "công văn":
        kind = "nghị quyết"
    if kind == "chỉ thị" and body.symbol.startswith("S"):
        kind = "kế hoạch"
    issuer = body.name if scene.chance(0.5) else body.short
    if kind == "quyết định" and scene.chance(0.4):
        issuer = body.head
    day = scene.earlier()
    titles = (*scene.topic.subjects, *_TITLES.get(kind, ()))
    title = subject or scene.fresh("title", titles).format(year=day.year, field=scene.topic.field)
    verbs = ["về việc", "về", "về việc", "V/v"] if kind == "công văn" else ["về việc", "về", "về việc"]
    if title.startswith(_VERBS):
        verbs.append("")
    return Cited(kind, fresh_code(scene, body, kind), day, issuer, title, verb or scene.pick(verbs))


def fresh_code(scene: Scene, body: Body, kind: str) -> str:
    """A number of the body that this dispatch has not cited yet."""
    while True:
        number = scene.rng.randint(2, 999) if body.level != "central" else scene.rng.randint(100, 2999)
        unit = scene.pick(body.units) if body.units and scene.chance(0.7) else ""
        code = coded(number, kind, body, unit)
        if all(code != known for _, known, _ in scene.cited):
            return code


def cited(scene: Scene, doc: Cited, *, title: bool = True, issuer: bool = True, when: When = "day") -> Phrase:
    """`Kế hoạch số 129/KH-UBND ngày 10/3/2024 của UBND tỉnh về việc ...` with its attributes tagged."""
    if doc.type == "luật":
        return law(scene, doc)
    parts: list[Part] = [doc.type.capitalize()]
    if doc.code:
        parts.append(f"{scene.pick((' số ', ' số ', ' số ', ' '))}{doc.code}")
    parts.append(dated(scene, doc.day, when, scene.pick((" ", " ", " ", ", ")) if doc.code else " "))
    if issuer and doc.issuer:
        parts += [" của ", tag("issuer", doc.issuer)]
    if title and doc.title:
        parts += [f" {doc.verb} " if doc.verb else " ", tag("title", doc.title)]
    return say(*parts)


def dated(scene: Scene, day: date, when: When = "day", before: str = " ") -> str:
    """` ngày 10/3/2024`, ` tháng 3/2024`, ` năm 2024` or nothing."""
    if when == "none":
        return ""
    if when == "year":
        return f" năm {day.year}"
    if when == "month":
        return f" tháng {day.month}/{day.year}" if scene.short_dates else f" tháng {day.month} năm {day.year}"
    return f"{before}ngày {scene.written(day)}"


def law(scene: Scene, doc: Cited) -> Phrase:
    """`Luật Lưu trữ ngày 11 tháng 11 năm 2011`, or `Luật Lưu trữ số 01/2011/QH13 ngày ...`: one habit a dispatch."""
    number = f" số {doc.code}" if numbers_laws(scene) else ""
    return say("Luật ", tag("title", doc.title), number, " ngày ", scene.written(doc.day))


def numbers_laws(scene: Scene) -> bool:
    return bool(scene.day.day % 2)


def reference(scene: Scene, doc: Cited, relation: str, *parts: Part, when: When = "day", keep: str = "") -> Phrase:
    """The parts as the quote of a citation of `doc`, which the scene remembers; `keep`: a tag that stays open."""
    scene.cited.append((doc.type, doc.code or "", doc.title))
    code = None if doc.type == "luật" and not numbers_laws(scene) else doc.code
    return fact(
        "references",
        *parts,
        key=doc.code or f"{doc.type} {doc.title}",
        keep=(keep,) if keep else (),
        type=doc.type,
        code=code,
        issued_on=known_day(doc.day, when),
        relation=relation,
    )


def known_day(day: date, when: When) -> Value:
    """The date in the precision in which it is printed."""
    if when == "none":
        return None
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[when]]


def cite(scene: Scene, doc: Cited, relation: str, cue: str = "", *, title: bool = True, when: When = "day") -> Phrase:
    """The document in one stretch after its cue: `Căn cứ Kế hoạch số ...`."""
    return reference(scene, doc, relation, cue, cited(scene, doc, title=title, when=when), when=when)


def untitled(doc: Cited) -> Cited:
    return replace(doc, title="")
