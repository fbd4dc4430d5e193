"""The bodies of dispatches, one builder a type: what each holds and in which order; wording families say how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from congvan.synth.phrase import Phrase, bold, capital, closed, fact, say, tag
from congvan.synth.tree import CELL, Block, Blocks
from congvan.synth.wording import contacts, figures, honours, references, spans
from congvan.synth.wording import deadlines as duties
from congvan.synth.world.scene import Scene
from congvan.synth.writing.letterhead import addressees, title

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
        spans.PERIODS,
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
    blocks = addressees(scene)
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
    blocks = title("kế hoạch", subject)
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
        blocks += _items("dash", [closed(p) for p in spans.schedule(scene)], "-")
    else:
        blocks.append(Block("item", say(f"{len(content) + 1}. ", closed(scene.pick(spans.PERIODS)(scene)))))
    blocks += _honours_part(scene, "IV. KHEN THƯỞNG")
    if scene.chance(0.3):
        blocks.append(Block("part", say("V. PHÂN CÔNG NHIỆM VỤ")))
        blocks.append(Block("row_head", say(*duties.TABLE_HEAD, sep=CELL)))
        blocks += [Block("row", row) for row in duties.task_table(scene)]
        return [*blocks, Block("para", say("Yêu cầu các đơn vị nghiêm túc triển khai thực hiện."))]
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
        to, words = scene.pick(honours.RECIPIENTS[1:])
        blocks.append(Block("item", say(f"1. Giải {words}:")))
        return blocks + _items("dash", honours.prizes(scene, to), "-")
    if scene.chance(0.4):
        blocks.append(Block("item", say("1. Tiêu chuẩn xét khen thưởng:")))
        blocks += _items("dash", _some(scene, figures.CRITERIA, 2), "-")
        return [*blocks, Block("item", say("2. Số lượng: ", closed(figures.proposal_quota(scene))))]
    if scene.chance(0.5):
        to, words = scene.pick(honours.RECIPIENTS)
        blocks.append(Block("item", say(f"1. Hình thức khen thưởng đối với {words}:")))
        return blocks + _items("dash", honours.levels_of_award(scene, to), "-")
    blocks.append(Block("item", say("1. ", closed(scene.pick(honours.PROPOSALS)(scene)))))
    return [*blocks, Block("item", say("2. ", honours.praise_only(scene)))]


def _decision(scene: Scene, subject: str) -> Blocks:
    """Quyết định: competence in capitals, bases in italics, `QUYẾT ĐỊNH:`, articles."""
    office = scene.office
    confers = "khen thưởng" in scene.topic.field or scene.chance(0.4)
    about = f"khen thưởng các tập thể, cá nhân có thành tích trong {scene.topic.field}" if confers else subject
    blocks = title("quyết định", about, "Về việc ")
    head = " ".join(office.issuer)
    competence = f"{office.collective} {head}" if office.kind == "union" else f"{office.post} {head}"
    blocks.append(Block("enacting", say(competence)))
    blocks += _bases(scene, 3)
    blocks.append(Block("basis", say(closed(references.answers_proposal(scene)), ".")))
    blocks.append(Block("enacting", say("QUYẾT ĐỊNH:")))
    changes = not confers and scene.chance(0.4)
    article = honours.confer(scene) if confers else _promulgate(scene, subject)
    if changes:
        article = references.amends_plan(scene)
    blocks.append(Block("article", say(bold("Điều 1."), " ", closed(article))))
    second = references.reward_money(scene) if confers else references.replaces_decision(scene)
    if changes:
        second = say("Các nội dung khác giữ nguyên; Quyết định này có hiệu lực kể từ ngày ký.")
    blocks.append(Block("article", say(bold("Điều 2."), " ", closed(second))))
    owner = scene.owner()
    last = f"{references.head_of_staff(scene)}, {owner} chịu trách nhiệm thi hành Quyết định này."
    blocks.append(Block("article", say(bold("Điều 3."), " ", last)))
    return blocks


def _promulgate(scene: Scene, subject: str) -> Phrase:
    return say(f"Ban hành kèm theo Quyết định này Quy chế phối hợp trong {scene.topic.field}.")


def _notice(scene: Scene, subject: str) -> Blocks:
    """Thông báo: one opening, a few dashed points, a day, contacts."""
    blocks = title("thông báo", subject, scene.pick(("Về việc ", "")))
    opening = scene.pick(references.OPENINGS)(scene)
    blocks.append(
        Block("para", closed(say(opening, f", {references.self_name(scene)} thông báo một số nội dung như sau:")))
    )
    blocks += _items("item", _body_sentences(scene, scene.rng.randint(2, 4)), "1")
    blocks.append(Block("item", closed(spans.time_line(scene))))
    blocks += [Block("para", p) for p in _some(scene, contacts.CONTACTS, scene.rng.randint(1, 2))]
    blocks.append(Block("para", closed(duties.report_by(scene))))
    return blocks


def _proposal(scene: Scene, subject: str) -> Blocks:
    """Tờ trình: to one superior; what is asked for."""
    superior = scene.superior()
    name = superior.head if superior.head.startswith(("Chủ tịch", "Giám đốc")) else superior.name
    blocks = title("tờ trình", subject, scene.pick(("Về việc ", "Về việc ", "")))
    blocks.append(Block("salutation", say(fact("recipients", "Kính gửi: ", tag("name", name), role="addressee"), ".")))
    blocks += _bases(scene, 2, ends=";")
    blocks.append(Block("para", say(f"{references.self_name(scene)} kính trình nội dung như sau:")))
    blocks.append(Block("part", say("I. SỰ CẦN THIẾT")))
    blocks += [Block("para", p) for p in _some(scene, (figures.reached, duties.it_happened), 1)]
    blocks.append(Block("part", say("II. NỘI DUNG TRÌNH")))
    blocks += _items("item", _some(scene, (*figures.TARGETS, honours.propose_award), 3), "1")
    blocks.append(Block("item", closed(scene.pick(spans.PERIODS)(scene))))
    blocks.append(Block("para", say(f"Kính trình {name} xem xét, quyết định.")))
    return blocks


def _guidance(scene: Scene, subject: str) -> Blocks:
    """Hướng dẫn: bases, parts with items, criteria, files and their days."""
    blocks = title("hướng dẫn", subject, "")
    blocks += _bases(scene, 2)
    blocks.append(Block("para", say(f"{references.self_name(scene)} hướng dẫn {subject} như sau:")))
    blocks.append(Block("part", say("I. NỘI DUNG")))
    blocks += _items("item", _body_sentences(scene, 4), "1")
    blocks.append(Block("part", say("II. BÌNH XÉT KHEN THƯỞNG")))
    blocks.append(Block("item", say("1. Tiêu chuẩn:")))
    blocks += _items("dash", _some(scene, figures.CRITERIA, 2), "-")
    blocks.append(Block("item", say("2. Số lượng: ", closed(figures.proposal_quota(scene)))))
    blocks.append(Block("part", say("III. HỒ SƠ, THỜI HẠN")))
    blocks += _items("item", _some(scene, (duties.file_to, contacts.soft_copy, contacts.ask_here), 2), "1")
    blocks.append(Block("para", closed(duties.in_force(scene))))
    return blocks


def _invitation(scene: Scene, subject: str) -> Blocks:
    """Giấy mời: who, to what, when and where in one sentence; what to bring; contacts."""
    blocks = title("giấy mời", f"dự cuộc họp về {scene.topic.field}")
    blocks += addressees(scene)
    lead = f"{references.self_name(scene)} trân trọng kính mời "
    blocks.append(Block("para", closed(duties.attend(scene, lead, scene.pick(INVITED)))))
    blocks.append(Block("para", closed(duties.in_due_time(scene))))
    blocks += [Block("para", p) for p in _some(scene, (contacts.ask_here, contacts.forms_online), 1)]
    blocks.append(Block("para", say("Sự có mặt của quý đại biểu góp phần vào thành công của cuộc họp.")))
    return blocks


INVITED = ("đại diện lãnh đạo các đơn vị", "Thủ trưởng các cơ quan, đơn vị", "các đồng chí lãnh đạo đơn vị")


def _report(scene: Scene, subject: str) -> Blocks:
    """Báo cáo: results already reached, which are no targets; what is planned, which are."""
    blocks = title("báo cáo", f"kết quả thực hiện {scene.topic.field} năm {scene.year - 1}")
    opening = scene.pick(references.OPENINGS)(scene)
    lead = f", {references.self_name(scene)} báo cáo kết quả thực hiện như sau:"
    blocks.append(Block("para", closed(say(opening, lead))))
    blocks.append(Block("part", say("I. KẾT QUẢ ĐẠT ĐƯỢC")))
    blocks += _items("item", _some(scene, (*figures.NEUTRAL, figures.counted, duties.it_happened), 3), "1")
    blocks.append(Block("part", say("II. TỒN TẠI, HẠN CHẾ")))
    blocks.append(
        Block("para", say(f"Nhận thức về {scene.topic.field} ở một số nơi chưa đầy đủ; kinh phí còn eo hẹp."))
    )
    blocks.append(Block("part", say("III. PHƯƠNG HƯỚNG, NHIỆM VỤ")))
    tasks = _some(scene, figures.TARGETS, 2) + _some(scene, (*honours.PROGRAMMES, references.carry_on_plan), 1)
    blocks += _items("item", tasks, "1")
    return blocks


_STATE = ("union", "committee", "department", "school", "hospital")
_ALL = (*_STATE, "party", "youth")
# type -> (builder, kinds of office that write it)
BUILDERS: dict[str, tuple[Callable[[Scene, str], Blocks], tuple[str, ...]]] = {
    "công văn": (_letter, ("union", "committee", "department", "hospital", "party", "youth")),
    "kế hoạch": (_plan, _ALL),
    "quyết định": (_decision, _STATE),
    "thông báo": (_notice, _ALL),
    "tờ trình": (_proposal, ("committee", "department", "school", "hospital")),
    "hướng dẫn": (_guidance, ("union", "department", "party", "youth")),
    "giấy mời": (_invitation, _ALL),
    "báo cáo": (_report, _ALL),
}
