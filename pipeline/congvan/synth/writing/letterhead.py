"""The letterhead, the title and the foot of a dispatch: the cells whose place Decree 30/2020/NĐ-CP fixes."""

from __future__ import annotations

from dataclasses import replace

from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import contacts
from congvan.synth.wording.references import coded
from congvan.synth.world.offices import person
from congvan.synth.world.scene import Scene

# Shares of numbers left blank (drafts), and of those with a space before the slash, below: by eye, no count behind.
BLANK_NUMBERS, SPACED_NUMBERS = 0.03, 0.12
# Share of signers whose academic title is typed before the name, where offices do so.
TITLED = 0.12
URGENCIES = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")


def letterhead(scene: Scene, kind: str, subject: str) -> tuple[Blocks, Blocks]:
    """The two columns above the body: parent, issuer, number (and `V/v`); nation, place and date."""
    office = scene.office
    left: Blocks = []
    if office.parent:
        left.append(Block("parent", fact("header.parent", tag("value", "\n".join(office.parent)))))
    left.append(Block("issuer", fact("header.issuer", tag("value", "\n".join(office.issuer)))))
    if office.party_codes:
        left.append(Block("star", say("*" if office.kind == "party" else "***")))
    number = scene.rng.randint(3, 1999) if office.level != "grassroots" else scene.rng.randint(3, 180)
    code = coded(number, kind, office, scene.pick(office.units) if office.units else "")
    cue = "Số " if office.kind == "party" else scene.pick(("Số: ", "Số: ", "Số: ", "Số : "))
    left.append(Block("code", say(cue, _code(scene, code))))
    if kind == "công văn":
        about = say(fact("header.type", "V/v", value=kind), " ", fact("header.subject", tag("value", subject)))
        left.append(Block("about", about))
    if kind == "công văn" and scene.chance(0.12):
        word = scene.pick(URGENCIES)
        left.append(Block("urgency", fact("header.urgency", word, value=word.lower())))
    day = fact("header.issued_on", "ngày ", scene.written(scene.day, long=True), value=scene.day.isoformat())
    placed = say(fact("header.place", tag("value", office.place)), ", ", day)
    dash = scene.pick((" - ", " - ", " - ", " – "))
    lines = [line.replace(" - ", dash) for line in office.nation]
    right = [Block(role, say(line)) for role, line in zip(("nation", "motto"), lines, strict=False)]
    return left, [*right, Block("place_date", placed)]


def _code(scene: Scene, code: str) -> Phrase:
    """The number as typists leave it: mostly whole, at times with a space before the slash, at times not filled in."""
    habit = scene.rng.random()
    digits, slash, symbol = code.partition("/")
    if slash and habit < BLANK_NUMBERS:
        return say("      /", symbol)
    if slash and habit < SPACED_NUMBERS:
        return fact("header.code", f"{digits} /{symbol}", value=code)
    return fact("header.code", tag("value", code))


def _signature(scene: Scene, kind: str) -> Phrase:
    """Capacity lines and post: `TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`, `HIỆU TRƯỞNG`, `TL. ...`."""
    office = scene.office
    capacity: list[str] = []
    post = office.post
    collective = bool(office.collective) and not (kind == "quyết định" and office.kind == "committee")
    if collective:
        capacity.append(f"{office.behalf} {office.collective}")
    if scene.chance(0.4):
        if office.deputies:
            capacity.append(f"KT. {post}")
        post = office.deputy
    elif office.chief != office.post and not collective and kind in ("công văn", "thông báo") and scene.chance(0.3):
        capacity, post = [f"TL. {post}"], office.chief
    role = fact("header.signer_role", tag("value", post))
    if not capacity:
        return role
    return say(fact("header.authority", tag("value", "\n".join(capacity))), "\n", role)


def foot(scene: Scene, kind: str) -> tuple[Blocks, Blocks]:
    """The two columns under the body: recipients; capacity, post and name."""
    first = {"quyết định": "Như Điều 3", "công văn": "Như trên"}.get(kind, scene.pick(("Như trên", "Như Kính gửi")))
    if kind not in ("công văn", "quyết định", "tờ trình"):
        first = scene.office.addressees[0]
    names = [first]
    copies = list(scene.office.copies)
    names += [copies.pop(scene.rng.randrange(len(copies))) for _ in range(scene.rng.randint(1, min(3, len(copies))))]
    left = [Block("recipients_head", say("Nơi nhận:"))]
    made = (contacts.recipient("copy", *contacts.split_note(name)) for name in names)
    left.extend(Block("recipient", say("- ", copy, ";")) for copy in made)
    left.append(Block("recipient", say("- ", contacts.archive(scene), ".")))
    right = [
        Block("authority", _signature(scene, kind)),
        Block("signer", _signer(scene)),
    ]
    return left, right


def _signer(scene: Scene) -> Phrase:
    """The name; an academic title before it is no part of it."""
    name = fact("header.signer", tag("value", person(scene.rng)))
    learned = scene.office.kind in ("department", "school") and scene.chance(TITLED)
    return say(scene.pick(("ThS. ", "TS. ")), name) if learned else name


def title(kind: str, subject: str, about: str = "") -> Blocks:
    """Type in capitals and the subject under it; `Về việc` is no part of the subject."""
    words = fact("header.subject", tag("value", subject if about else capital(subject)))
    return [Block("title", fact("header.type", kind.upper(), value=kind)), Block("subject", say(about, words))]


def addressees(scene: Scene) -> Blocks:
    """`Kính gửi:` with one body on its line, or a list under it."""
    names = list(scene.office.addressees)[: scene.rng.randint(1, 3)]
    if len(names) == 1:
        quote = fact("recipients", "Kính gửi: ", tag("name", names[0]), role="addressee")
        return [Block("salutation", say(quote, "."))]
    ends = [";"] * (len(names) - 1) + ["."]
    lines = [
        Block("addressee", say("- ", contacts.recipient("addressee", n), end))
        for n, end in zip(names, ends, strict=True)
    ]
    return [Block("salutation", say("Kính gửi:")), *lines]


def numbered_end(blocks: Blocks) -> Blocks:
    """`./.` closes the body (Decree 30/2020, annex I, part II, section I.6)."""
    last = blocks[-1]
    if last.text.endswith((".", ";")):
        cut = replace(last.phrase, text=last.text[:-1])
        blocks[-1] = Block(last.role, say(cut, "./."))
    return blocks
