"""The foot of a dispatch: who gets a copy, who signs in which capacity, and the contact line of cell 13."""

from __future__ import annotations

from dataclasses import replace

from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import contacts
from congvan.synth.world.model import Office, own_issuer
from congvan.synth.world.people import TITLES, person
from congvan.synth.world.scene import Scene

# Shares by eye, no count behind: deputies and others who sign for the head, titles before a name where offices write
# them, braces where neighbours share a note, contact lines.
BY_DEPUTY, BY_ORDER, ACTING, TITLED, SIGNED_WORD = 0.42, 0.3, 0.02, 0.2, 0.04
BRACED, NOTED_OTHERWISE, CONTACT_LINES = 0.5, 0.1, 0.1
_OLDER = {"TM.": "T/M", "KT.": "K/T", "TL.": "T/L"}
# What the head of a committee issues, not the committee.
OF_THE_HEAD = ("quyết định", "chỉ thị", "công điện")
BY_ORDER_KINDS = ("công văn", "thông báo", "giấy mời", "hướng dẫn")
# How a document spells the notes of its copies: one habit a document.
_NOTES: tuple[dict[str, str], ...] = (
    {},
    {},
    {"b/c": "để b/c", "để th/h": "để thực hiện"},
    {"b/c": "để báo cáo", "để th/h": "để thực hiện"},
    {"b/c": "B/c", "để thực hiện": "để th/h"},
    {"b/c": "báo cáo", "để th/h": "thực hiện", "để thực hiện": "thực hiện", "để phối hợp": "phối hợp"},
    {"b/c": "để b/cáo", "để th/h": "để t/h", "để thực hiện": "t/h"},
)
_LONG = (
    "Các cơ quan, đơn vị, tổ chức có liên quan đóng trên địa bàn",
    "Trung tâm Văn hóa, Thông tin và Thể thao (đưa tin, bài)",
    "Lãnh đạo và chuyên viên các phòng chuyên môn có liên quan",
)


def foot(scene: Scene, kind: str, articles: int = 3) -> tuple[Blocks, Blocks]:
    """The two columns under the body: recipients and contact line; capacity, post and name of each who signs.

    `articles`: how many a decision has; the last one names who carries it out.
    """
    left = _recipients(scene, kind, articles)
    if scene.chance(CONTACT_LINES) and scene.layout == "decree-30":
        left.append(Block("contact_line", _contact_line(scene)))
    right = [Block("authority", _signature(scene, kind, scene.office)), Block("signer", _signer(scene, scene.office))]
    if scene.office.partner:
        second = scene.office.partner
        pair = (Block("authority", _signature(scene, kind, second)), Block("signer", _signer(scene, second)))
        # The record is signed by the body named first: what the second one prints states nothing.
        right += [replace(block, phrase=Phrase(block.text)) for block in pair]
    return left, right


# -- recipients ----------------------------------------------------------------------------------------------


def _recipients(scene: Scene, kind: str, articles: int) -> Blocks:
    copies = _chosen(scene, kind, articles)
    dash = scene.pick(("- ", "- ", "- ", "- ", "-", "– "))
    end = scene.pick((";", ";", ";", ";", ""))
    blocks = [Block("recipients_head", say(scene.pick(("Nơi nhận:", "Nơi nhận:", "Nơi nhận:", "Nơi nhận :"))))]
    at = 0
    while at < len(copies):
        note = copies[at][1]
        size = _sharing(copies, at)
        if size > 1 and scene.chance(BRACED):
            for name, _ in copies[at : at + size]:
                told = fact("recipients", tag("name", name), role="copy", note=note)
                blocks.append(Block("recipient", say(dash, told, end)))
            blocks.append(Block("brace", say(f"({note})"), covers=size))
            at += size
            continue
        blocks.append(Block("recipient", say(dash, _copy(scene, *copies[at], end))))
        at += 1
    return [*blocks, Block("recipient", say(dash, _archive(scene), scene.pick((".", ".", ".", ""))))]


def _chosen(scene: Scene, kind: str, articles: int) -> list[tuple[str, str]]:
    """(name, note) of those who get a copy: whom the dispatch is for, then others in the order of their rank."""
    office = scene.office
    first: tuple[str, ...] = ()
    if kind == "quyết định":
        first = (f"Như Điều {articles}", f"Như Điều {articles}", f"Như điều {articles}")
    elif kind == "giấy mời":
        first = ("Như trên", "Như Kính gửi", "Như thành phần mời", "Như TP mời")
    elif kind in ("công văn", "tờ trình"):
        first = ("Như trên", "Như trên", "Như trên", "Như Kính gửi", "Như kính gửi", "Như trên (để thực hiện)")
    name = scene.pick(first) if first else office.addressees[0]
    if not first and scene.chance(0.3):
        name += " (để thực hiện)"
    copies = list(office.copies)
    count = scene.rng.randint(1, min(5, len(copies)))
    kept = [copies[i] for i in sorted(scene.rng.sample(range(len(copies)), count))]
    names = [name, *kept]
    if scene.chance(0.12):
        names.append(scene.pick(_LONG))
    if not first and scene.chance(0.6):
        names = [*kept, name]
    habit = scene.pick(_NOTES)
    pairs = [contacts.split_note(n) for n in names]
    return [(name, habit.get(note, note)) for name, note in pairs]


def _sharing(copies: list[tuple[str, str]], at: int) -> int:
    """How many from here on share one note."""
    note = copies[at][1]
    size = 1
    while note and at + size < len(copies) and copies[at + size][1] == note:
        size += 1
    return size


def _copy(scene: Scene, name: str, note: str, end: str) -> Phrase:
    """`Tỉnh ủy (b/c);`, at times `Tỉnh ủy “để báo cáo”`, `Tỉnh ủy   (b/c)` or `Tỉnh ủy; } b/c`."""
    if not note or not scene.chance(NOTED_OTHERWISE):
        return say(contacts.recipient("copy", name, note), end)
    opening, closing = scene.pick(((" “", "”"), ("    (", ")"), (" } ", ""), (f"{end}      (", ")")))
    return fact("recipients", tag("name", name), opening, tag("note", note), closing, role="copy")


def _archive(scene: Scene) -> Phrase:
    """`Lưu: VT, CSPL (02b).`: the cue belongs to the quote; writer's initials and copies stay in the name."""
    office = scene.office
    if scene.chance(0.015):
        return fact("recipients", tag("name", "Lưu"), role="archive")
    cue = scene.pick(("Lưu: ", "Lưu: ", "Lưu: ", "Lưu: ", "Lưu: ", "Lưu: ", "Lưu ", "Lưu ", "Lưu:", "Lưu : "))
    if office.kind == "party" and scene.chance(0.6):
        name = office.desk if office.desk.startswith("Văn phòng") else "Văn phòng"
        return fact("recipients", scene.pick(("Lưu ", "Lưu ", "Lưu: ")), tag("name", name), role="archive")
    desk = scene.pick(("VT", "VT", "VT", "VP"))
    unit = scene.pick(office.units) if office.units and scene.chance(0.8) else ""
    initials = "".join(scene.pick("TLHNMDKPQ") for _ in range(2))
    parts = [desk, *([unit] if unit and unit != desk else [])]
    name = ", ".join(parts)
    habit = scene.rng.random()
    if habit < 0.15:
        name += f" ({scene.rng.randint(2, 15):02d}b)"
    elif habit < 0.3 and unit:
        name += f".{initials.capitalize()}({scene.rng.randint(2, 9):02d}b)"
    elif habit < 0.36:
        name += f", {initials.lower()}"
    return fact("recipients", cue, tag("name", name), role="archive")


def _contact_line(scene: Scene) -> Phrase:
    """Cell 13: address, telephone, mail, page of the office, at the foot of the first page."""
    office = scene.office
    mail = say(scene.pick(("Email: ", "Thư điện tử: ", "E-mail: ")), contacts.email(scene))
    call = say(scene.pick(("ĐT: ", "Điện thoại: ", "Tel: ")), contacts.phone(scene))
    parts: list[Phrase] = [say(f"Địa chỉ: {office.address}")] if office.address else []
    parts += [call, mail] if scene.chance(0.7) else [call]
    if scene.chance(0.4):
        parts.append(say("Website: ", contacts.url(scene)))
    return say(*parts, sep=scene.pick(("; ", " - ", " | ", ", ")))


# -- who signs -----------------------------------------------------------------------------------------------


def _signature(scene: Scene, kind: str, office: Office) -> Phrase:
    """Capacity lines and post: `TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`, `HIỆU TRƯỞNG`, `TL. ...`."""
    capacity, post = _capacity(scene, kind, office)
    habit = scene.rng.random()
    if habit < 0.06:
        capacity = [line.replace(". ", ".", 1) for line in capacity]
    elif habit < 0.14 and scene.layout == "circular-01":  # older typists: `T/M BAN THƯỜNG VỤ`, `K/T CHỦ TỊCH`
        capacity = [
            _OLDER.get(line.partition(" ")[0], line.partition(" ")[0]) + line[line.index(" ") :] for line in capacity
        ]
    role = fact("header.signer_role", tag("value", post))
    # Where two sign, each block may name its body first: a name is no capacity.
    heading = " ".join(own_issuer(office)) if scene.office.partner and not office.collective else ""
    lines = fact("header.authority", tag("value", "\n".join(capacity))) if capacity else Phrase("")
    return say(heading, lines, role, sep="\n")


def _capacity(scene: Scene, kind: str, office: Office) -> tuple[list[str], str]:
    """The lines of capacity, and the post under them."""
    for_head = "K/T" if office.behalf == "T/M" else "KT."
    collective = bool(office.collective) and not (kind in OF_THE_HEAD and office.kind == "committee")
    behalf = [f"{office.behalf} {office.collective}"] if collective else []
    by_others = kind in BY_ORDER_KINDS and office.chief not in ("", office.post) and not scene.office.partner
    if by_others and office.chief != office.deputy and scene.chance(BY_ORDER):
        by_order = "T/L" if office.behalf == "T/M" else scene.pick(("TL.", "TL.", "TL.", "TUQ."))
        line = f"{by_order} {office.collective if collective and office.kind != 'committee' else office.post}"
        if office.chief_deputy and by_order != "TUQ." and scene.chance(0.4):
            return [line, f"{for_head} {office.chief}"], office.chief_deputy
        return [line], office.chief
    if scene.chance(BY_DEPUTY):
        return [*behalf, *([f"{for_head} {office.post}"] if office.deputies else [])], office.deputy
    if not collective and scene.chance(ACTING):
        return [], f"Q. {office.post}"
    return behalf, office.post


def _signer(scene: Scene, office: Office) -> Phrase:
    """The name; an academic title, a second post and `(Đã ký)` before it are no part of it."""
    printed = person(scene.rng)
    if scene.chance(0.03):
        printed = printed.upper()
    name = fact("header.signer", tag("value", printed))
    if office.kind in TITLES and scene.chance(TITLED if office.kind != "hospital" else 2 * TITLED):
        name = say(scene.pick(TITLES[office.kind]), scene.pick((" ", " ", " ", "")), name)
    if office.second:
        return say(office.second, name, sep="\n")
    return say("(Đã ký)", name, sep="\n") if scene.chance(SIGNED_WORD) else name
