"""A dispatch as a tree: letterhead, body and foot, each of blocks with a role, and the values they state.

Cells and their order follow Decree 30/2020/NĐ-CP, annex I; the builders below know what each type of dispatch
holds and in which order, the wording families know how it is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from congvan.synth import wording_contacts as contacts
from congvan.synth import wording_duties as duties
from congvan.synth import wording_figures as figures
from congvan.synth import wording_honours as honours
from congvan.synth import wording_references as references
from congvan.synth.offices import person
from congvan.synth.phrase import Phrase, bold, capital, closed, fact, say, tag
from congvan.synth.scene import Scene, draw_scene
from congvan.synth.wording_references import ABBREVIATIONS

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or cell. `role` names the cell or the kind of paragraph; the typesetter knows how each looks.

    Roles of the letterhead: parent, issuer, code, about (V/v), nation, motto, place_date, urgency; of the body: title,
    subject, enacting, salutation, addressee, basis, para, part, heading, article, item, dash; of the foot:
    recipients_head, recipient, authority, signer.
    """

    role: str
    phrase: Phrase

    @property
    def text(self) -> str:
        return self.phrase.text


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One dispatch before it is set on pages: two columns of letterhead, the body, two columns of the foot."""

    type: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    body: tuple[Block, ...]
    foot_left: tuple[Block, ...]
    foot_right: tuple[Block, ...]
    stamp: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in the order of the canonical text: columns one after the other."""
        return (*self.left, *self.right, *self.body, *self.foot_left, *self.foot_right)

    @property
    def text(self) -> str:
        """The canonical text: one line a block (forced line breaks inside a cell are line breaks too)."""
        return "\n".join(block.text for block in self.blocks)


Blocks = list[Block]


def compose(rng: Random) -> Dispatch:
    """A dispatch by chance: office, topic, type and wording."""
    scene = draw_scene(rng)
    kind = scene.pick([k for k, (_, offices) in BUILDERS.items() if scene.office.kind in offices])
    return build(scene, kind)


def build(scene: Scene, kind: str) -> Dispatch:
    """A dispatch of this type for the scene. Raises KeyError for a type without a builder."""
    make, _ = BUILDERS[kind]
    subject = scene.fill(scene.fresh("title", scene.topic.subjects))
    body = _numbered_end(make(scene, subject))
    left, right = _letterhead(scene, kind, subject)
    foot_left, foot_right = _foot(scene, kind)
    stamp = " ".join((*scene.office.issuer, "•", *scene.office.parent) if scene.office.parent else scene.office.issuer)
    return Dispatch(kind, tuple(left), tuple(right), tuple(body), tuple(foot_left), tuple(foot_right), stamp)


# -- letterhead and foot -------------------------------------------------------------------------------------


def _letterhead(scene: Scene, kind: str, subject: str) -> tuple[Blocks, Blocks]:
    office = scene.office
    left: Blocks = []
    if office.parent:
        left.append(Block("parent", fact("header.parent", tag("value", "\n".join(office.parent)))))
    left.append(Block("issuer", fact("header.issuer", tag("value", "\n".join(office.issuer)))))
    number = scene.rng.randint(3, 1999) if office.level != "grassroots" else scene.rng.randint(3, 180)
    if kind == "công văn":
        unit = f"-{scene.pick(office.units)}" if office.units else ""
        code = f"{number:02d}/{office.symbol}{unit}"
    else:
        code = f"{number:02d}/{SYMBOLS[kind]}-{office.symbol}"
    left.append(Block("code", say("Số: ", fact("header.code", tag("value", code)))))
    if kind == "công văn":
        about = say(fact("header.type", "V/v", value=kind), " ", fact("header.subject", tag("value", subject)))
        left.append(Block("about", about))
    day = say("ngày ", scene.written(scene.day, long=True))
    placed = say(
        fact("header.place", tag("value", office.place)),
        ", ",
        fact("header.issued_on", day, value=scene.day.isoformat()),
    )
    right = [Block("nation", say(NATION)), Block("motto", say(MOTTO)), Block("place_date", placed)]
    return left, right


def _signature(scene: Scene, kind: str) -> Phrase:
    """Capacity lines and post: `TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`, `HIỆU TRƯỞNG`, `TL. ...`."""
    office = scene.office
    capacity: list[str] = []
    post = office.post
    collective = bool(office.collective) and not (kind == "quyết định" and office.kind == "committee")
    if collective:
        capacity.append(f"TM. {office.collective}")
    if scene.chance(0.4):
        capacity.append(f"KT. {post}")
        post = office.deputy
    elif office.chief != office.post and not collective and kind in ("công văn", "thông báo") and scene.chance(0.3):
        capacity, post = [f"TL. {post}"], office.chief
    role = fact("header.signer_role", tag("value", post))
    if not capacity:
        return role
    return say(fact("header.authority", tag("value", "\n".join(capacity))), "\n", role)


def _foot(scene: Scene, kind: str) -> tuple[Blocks, Blocks]:
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
        Block("signer", fact("header.signer", tag("value", person(scene.rng)))),
    ]
    return left, right


def _title(kind: str, subject: str, about: str = "") -> Blocks:
    """Type in capitals and the subject under it; `Về việc` is no part of the subject."""
    words = fact("header.subject", tag("value", subject if about else capital(subject)))
    return [Block("title", fact("header.type", kind.upper(), value=kind)), Block("subject", say(about, words))]


def _addressees(scene: Scene) -> Blocks:
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


def _numbered_end(blocks: Blocks) -> Blocks:
    """`./.` closes the body (Decree 30/2020, annex I, part II, section I.6)."""
    last = blocks[-1]
    if last.text.endswith((".", ";")):
        cut = replace(last.phrase, text=last.text[:-1])
        blocks[-1] = Block(last.role, say(cut, "./."))
    return blocks


# -- parts of a body -----------------------------------------------------------------------------------------

Family = Callable[[Scene], Phrase | None]


def _some(scene: Scene, families: Sequence[Family], count: int) -> list[Phrase]:
    """Phrases of `count` different families, in the order of the table."""
    order = sorted(scene.rng.sample(range(len(families)), min(count, len(families))))
    made = (families[i](scene) for i in order)
    return [closed(p) for p in made if p]


def _bases(scene: Scene, count: int, ends: str = ";") -> Blocks:
    """`Căn cứ ...;` paragraphs, law before decree before the superior's papers."""
    lines = _some(scene, references.PREAMBLES, count)
    return [Block("basis", say(p, ends)) for p in lines]


def _items(role: str, phrases: Sequence[Phrase], label: str = "") -> Blocks:
    """Numbered or dashed paragraphs: label `1.` counts, `-` does not."""
    made = []
    for number, phrase in enumerate(phrases, 1):
        mark = {"1": f"{number}. ", "a": f"{'abcdefgh'[number - 1]}) ", "-": "- "}[label]
        if number == len(phrases) and phrase.text.endswith(";"):
            phrase = replace(phrase, text=phrase.text[:-1] + ".")
        made.append(Block(role, say(mark, phrase)))
    return made


def _body_sentences(scene: Scene, count: int) -> list[Phrase]:
    """Sentences of the middle of a dispatch: mostly with values, some without."""
    pools: tuple[Sequence[Family], ...] = (
        duties.DEADLINES,
        duties.DEADLINES,
        figures.TARGETS,
        honours.PROGRAMMES,
        references.BODIES,
        duties.NEUTRAL,
        duties.PERIODS,
        figures.NEUTRAL,
    )
    made: list[Phrase] = []
    used: set[Family] = set()
    for pool in scene.rng.sample(pools, min(count, len(pools))):
        family = scene.pick(pool)
        phrase = family(scene)
        if family not in used and phrase:
            made.append(closed(phrase))
            used.add(family)
    return made


def _owner_group(scene: Scene, number: int) -> Blocks:
    """A list head that names the owner, and the duties under it."""
    owner = scene.fresh("owner", scene.office.owners)
    printed = owner[:1].upper() + owner[1:]
    head = Block("item", say(f"{number}. ", bold(printed) if scene.chance(0.5) else printed, ":"))
    lines = duties.duty_lines(scene, printed)
    return [head, *(Block("dash", say("- ", p)) for p in lines)]


# -- builders, one a type ------------------------------------------------------------------------------------


def _letter(scene: Scene, subject: str) -> Blocks:
    """Công văn: what it follows, numbered requests, a closing with a day, contacts."""
    blocks = _addressees(scene)
    opening: Family = scene.pick((*references.OPENINGS, references.answers_letter))
    start = opening(scene) or Phrase("")
    ask = scene.pick(
        (
            "đề nghị các đơn vị thực hiện một số nội dung sau:",
            "yêu cầu triển khai các nội dung sau:",
            "có ý kiến như sau:",
        )
    )
    me = references.self_name(scene)
    middle = f", {me} {ask}" if "nhận được" not in start.text else f". Về nội dung này, {me} {ask}"
    blocks.append(Block("para", closed(say(start, middle))))
    blocks += _items("item", _body_sentences(scene, scene.rng.randint(3, 5)), "1")
    if scene.chance(0.4):
        blocks.append(Block("para", closed(figures.proposal_quota(scene))))
        blocks.append(Block("para", closed(say(duties.file_to(scene)))))
    if scene.chance(0.3):
        blocks.append(Block("para", closed(duties.attend(scene))))
    if scene.chance(0.6):
        blocks += [Block("para", p) for p in _some(scene, contacts.CONTACTS, 1)]
    blocks.append(Block("para", closed(scene.pick(duties.CLOSINGS)(scene))))
    return blocks


def _plan(scene: Scene, subject: str) -> Blocks:
    """Kế hoạch: bases, aims, figures, time, honours, who does what."""
    blocks = _title("kế hoạch", subject)
    opening = scene.pick(references.OPENINGS)(scene)
    lead = f", {references.self_name(scene)} xây dựng kế hoạch {subject} như sau:"
    blocks += [*_bases(scene, scene.rng.randint(0, 2)), Block("para", closed(say(opening, lead)))]
    blocks.append(Block("part", say("I. MỤC ĐÍCH, YÊU CẦU")))
    goals = [say(capital(scene.fresh("goal", scene.topic.goals)), ".") for _ in range(2)]
    blocks += _items("item", goals, "1")
    blocks.append(Block("part", say("II. CHỈ TIÊU")))
    blocks += _items("item", _some(scene, figures.TARGETS, scene.rng.randint(2, 4)), "1")
    blocks.append(Block("part", say("III. NỘI DUNG VÀ THỜI GIAN THỰC HIỆN")))
    content = _some(scene, honours.PROGRAMMES, 1) + _some(scene, (*references.BODIES, *duties.NEUTRAL), 1)
    blocks += _items("item", content, "1")
    if scene.chance(0.5):
        blocks.append(Block("item", say(f"{len(content) + 1}. Tiến độ thực hiện:")))
        blocks += _items("dash", [closed(p) for p in duties.schedule(scene)], "-")
    else:
        blocks.append(Block("item", say(f"{len(content) + 1}. ", closed(scene.pick(duties.PERIODS)(scene)))))
    blocks += _honours_part(scene, "IV. KHEN THƯỞNG")
    blocks.append(Block("part", say("V. TỔ CHỨC THỰC HIỆN")))
    for number in range(1, scene.rng.randint(2, 4)):
        blocks += _owner_group(scene, number)
    closing = duties.do_and_report(scene) if scene.chance(0.5) else duties.in_force(scene)
    blocks.append(Block("para", closed(closing)))
    return blocks


def _honours_part(scene: Scene, heading: str) -> Blocks:
    """Awards: a list of forms, prizes of a contest, or one proposal; sometimes with criteria before them."""
    blocks = [Block("part", say(heading))]
    contest = any(kind.startswith(("cuộc thi", "hội thi")) for kind, _ in scene.topic.programmes)
    if contest and scene.chance(0.6):
        blocks.append(Block("item", say("1. Cơ cấu giải thưởng:")))
        return blocks + _items("dash", honours.prizes(scene), "-")
    if scene.chance(0.4):
        blocks.append(Block("item", say("1. Tiêu chuẩn xét khen thưởng:")))
        blocks += _items("dash", _some(scene, figures.CRITERIA, 2), "-")
        blocks.append(Block("item", say("2. Số lượng: ", closed(figures.proposal_quota(scene)))))
        return blocks
    if scene.chance(0.5):
        blocks.append(Block("item", say("1. Các hình thức khen thưởng:")))
        return blocks + _items("dash", honours.levels_of_award(scene), "-")
    blocks.append(Block("item", say("1. ", closed(honours.propose_award(scene)))))
    return [*blocks, Block("item", say("2. ", honours.praise_only(scene)))]


def _decision(scene: Scene, subject: str) -> Blocks:
    """Quyết định: competence in capitals, bases in italics, `QUYẾT ĐỊNH:`, articles."""
    office = scene.office
    confers = "khen thưởng" in scene.topic.field or scene.chance(0.4)
    about = f"khen thưởng các tập thể, cá nhân có thành tích trong {scene.topic.field}" if confers else subject
    blocks = _title("quyết định", about, "Về việc ")
    head = " ".join(office.issuer)
    competence = f"{office.collective} {head}" if office.kind == "union" else f"{office.post} {head}"
    blocks.append(Block("enacting", say(competence)))
    blocks += _bases(scene, 3)
    blocks.append(Block("basis", say(closed(references.answers_proposal(scene)), ".")))
    blocks.append(Block("enacting", say("QUYẾT ĐỊNH:")))
    article = honours.confer(scene) if confers else _promulgate(scene, subject)
    blocks.append(Block("article", say(bold("Điều 1."), " ", closed(article))))
    second = references.reward_money(scene) if confers else references.replaces_decision(scene)
    blocks.append(Block("article", say(bold("Điều 2."), " ", closed(second))))
    owner = scene.owner()
    last = f"{references.head_of_staff(scene)}, {owner} chịu trách nhiệm thi hành Quyết định này."
    blocks.append(Block("article", say(bold("Điều 3."), " ", last)))
    return blocks


def _promulgate(scene: Scene, subject: str) -> Phrase:
    return say(f"Ban hành kèm theo Quyết định này Quy chế phối hợp trong {scene.topic.field}.")


def _notice(scene: Scene, subject: str) -> Blocks:
    """Thông báo: one opening, a few dashed points, a day, contacts."""
    blocks = _title("thông báo", subject, scene.pick(("Về việc ", "")))
    opening = scene.pick(references.OPENINGS)(scene)
    blocks.append(
        Block("para", closed(say(opening, f", {references.self_name(scene)} thông báo một số nội dung như sau:")))
    )
    blocks += _items("item", _body_sentences(scene, scene.rng.randint(2, 4)), "1")
    blocks.append(Block("item", closed(duties.time_line(scene))))
    blocks += [Block("para", p) for p in _some(scene, contacts.CONTACTS, scene.rng.randint(1, 2))]
    blocks.append(Block("para", closed(duties.report_by(scene))))
    return blocks


def _proposal(scene: Scene, subject: str) -> Blocks:
    """Tờ trình: to one superior; what is asked for."""
    superior = scene.superior()
    name = superior.head if superior.head.startswith(("Chủ tịch", "Giám đốc")) else superior.name
    blocks = _title("tờ trình", subject, scene.pick(("Về việc ", "Về việc ", "")))
    blocks.append(Block("salutation", say(fact("recipients", "Kính gửi: ", tag("name", name), role="addressee"), ".")))
    blocks += _bases(scene, 2, ends=";")
    blocks.append(Block("para", say(f"{references.self_name(scene)} kính trình nội dung như sau:")))
    blocks.append(Block("part", say("I. SỰ CẦN THIẾT")))
    blocks += [Block("para", p) for p in _some(scene, (figures.reached, duties.it_happened), 1)]
    blocks.append(Block("part", say("II. NỘI DUNG TRÌNH")))
    blocks += _items("item", _some(scene, (*figures.TARGETS, honours.propose_award), 3), "1")
    blocks.append(Block("item", closed(scene.pick(duties.PERIODS)(scene))))
    blocks.append(Block("para", say(f"Kính trình {name} xem xét, quyết định.")))
    return blocks


def _guidance(scene: Scene, subject: str) -> Blocks:
    """Hướng dẫn: bases, parts with items, criteria, files and their days."""
    blocks = _title("hướng dẫn", subject, "")
    blocks += _bases(scene, 2)
    blocks.append(Block("para", say(f"{references.self_name(scene)} hướng dẫn {subject} như sau:")))
    blocks.append(Block("part", say("I. NỘI DUNG")))
    blocks += _items("item", _body_sentences(scene, 4), "1")
    blocks.append(Block("part", say("II. TIÊU CHUẨN, SỐ LƯỢNG")))
    blocks.append(Block("item", say("1. Tiêu chuẩn:")))
    blocks += _items("dash", _some(scene, figures.CRITERIA, 2), "-")
    blocks.append(Block("item", say("2. Số lượng: ", closed(figures.proposal_quota(scene)))))
    blocks.append(Block("part", say("III. HỒ SƠ, THỜI HẠN")))
    blocks += _items("item", _some(scene, (duties.file_to, contacts.soft_copy, contacts.ask_here), 2), "1")
    blocks.append(Block("para", closed(duties.in_force(scene))))
    return blocks


_ALL = ("union", "committee", "department", "school")
# type -> (builder, kinds of office that write it)
BUILDERS: dict[str, tuple[Callable[[Scene, str], Blocks], tuple[str, ...]]] = {
    "công văn": (_letter, ("union", "committee", "department")),
    "kế hoạch": (_plan, _ALL),
    "quyết định": (_decision, _ALL),
    "thông báo": (_notice, _ALL),
    "tờ trình": (_proposal, ("committee", "department", "school")),
    "hướng dẫn": (_guidance, ("union", "department")),
}
SYMBOLS = {kind: ABBREVIATIONS[kind] for kind in BUILDERS if kind != "công văn"}
