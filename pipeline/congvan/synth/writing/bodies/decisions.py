"""Quyết định, nghị quyết: competence, bases, articles."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, capital, closed, say
from congvan.synth.tree import CELL, Block, Blocks
from congvan.synth.wording import awards, bases, figures, prose, references, results, stock
from congvan.synth.wording import deadlines as duties
from congvan.synth.world.people import person
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.annexes import FOR_DECISIONS, Annex, annexes
from congvan.synth.writing.bodies.outline import Body, Section, Table, articles, outlined, some, told
from congvan.synth.writing.letterhead import title

# -- quyết định ----------------------------------------------------------------------------------------------


def decision(scene: Scene, subject: str) -> Body:
    """Quyết định of one of five sorts: it confers, promulgates rules, sets up a board, changes a paper, hands down."""
    sorts = [_confers, _promulgates, _sets_up, _changes, _assigns]
    sort = _confers if "khen thưởng" in scene.topic.field and scene.chance(0.6) else scene.pick(sorts)
    return sort(scene)


def _opened(scene: Scene, about: str, count: int = 3) -> Blocks:
    """Title, competence in capitals, bases in italics, `QUYẾT ĐỊNH:`."""
    office = scene.office
    head = " ".join(office.issuer)
    who = office.collective if office.kind in ("union", "party", "youth") else office.post
    competence = _joined(who, head)
    blocks = title("quyết định", about, "Về việc ")
    blocks.append(Block("enacting", say(competence)))
    blocks += sections.basis_lines(scene, scene.rng.randint(count - 1, count + 1))
    asked: Phrase = say(f"Theo đề nghị của {references.head_of_staff(scene)}.")
    if scene.chance(0.75):
        asked = say(told(scene, bases.answers_proposal), ".")
    return [*blocks, Block("basis", asked), Block("enacting", say("QUYẾT ĐỊNH:"))]


def _joined(who: str, head: str) -> str:
    """`BAN THƯỜNG VỤ HUYỆN ĐOÀN` and `HUYỆN ĐOÀN X`: what both have stands once."""
    words, name = who.split(), head.split()
    shared = max(n for n in range(len(words) + 1) if words[len(words) - n :] == name[:n])
    return " ".join([*words, *name[shared:]])


def _last(scene: Scene) -> Section:
    """Who carries it out."""
    staff = references.head_of_staff(scene)
    owner = scene.pick([o for o in scene.office.owners if o != staff])
    words = scene.pick(
        (
            f"{staff}, {owner} chịu trách nhiệm thi hành Quyết định này.",
            f"{staff} và {owner} căn cứ Quyết định thi hành.",
            f"{staff}, {owner} và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.",
        )
    )
    return Section("", [capital(say(words))])


def _in_force(scene: Scene) -> Section:
    if scene.chance(0.45):
        return Section("", [told(scene, *scene.rng.sample(references.REPLACES, 3))])
    since = scene.pick(("kể từ ngày ký", f"từ ngày {scene.written(scene.later(3, 30))}"))
    return Section("", [say(f"Quyết định này có hiệu lực thi hành {since}.")])


def _confers(scene: Scene) -> Body:
    about = f"khen thưởng các tập thể, cá nhân có thành tích trong {scene.topic.field}"
    blocks = _opened(scene, about)
    parts = [Section("", [told(scene, awards.confer)]), Section("", [told(scene, references.reward_money)])]
    return Body([*blocks, *articles([*parts, _last(scene)])])


def _promulgates(scene: Scene) -> Body:
    """A decision in three articles and the rules that come with it."""
    name = f"Quy chế {scene.topic.field.removeprefix('công tác ')}"
    blocks = _opened(scene, f"ban hành {name}")
    first = Section("", [say(f"Ban hành kèm theo Quyết định này {name}.")])
    return Body([*blocks, *articles([first, _in_force(scene), _last(scene)])], (_rules(scene, name),))


def _rules(scene: Scene, name: str) -> Annex:
    """The rules themselves: chapters are left out, articles and clauses stay."""
    office = scene.office
    whose = f"(Ban hành kèm theo Quyết định số … ngày {scene.written(scene.day)} của {office.short})"
    heads = [Block("annex_head", say(line)) for line in ("QUY CHẾ", name.removeprefix("Quy chế ").upper(), whose)]
    parts = [
        Section(
            "Phạm vi điều chỉnh và đối tượng áp dụng",
            [
                say(f"Quy chế này quy định nguyên tắc, nội dung và trách nhiệm trong {scene.topic.field}."),
                say(f"Quy chế này áp dụng đối với {scene.owner()} và các tổ chức, cá nhân có liên quan."),
            ],
        ),
        Section("Nguyên tắc thực hiện", [*some(scene, (prose.demand,), 1), *some(scene, (prose.demand,), 1)]),
        Section("Nội dung thực hiện", sections.body_sentences(scene, scene.rng.randint(3, 5))),
        Section(
            "Chế độ thông tin, báo cáo",
            some(scene, (duties.every_period, duties.within_days, duties.half_yearly, duties.on_request), 2),
        ),
        Section("Điều khoản thi hành", [told(scene, duties.in_force)]),
    ]
    return (*heads, *articles(parts))


def _sets_up(scene: Scene) -> Body:
    """A board: its members as a list or a table, its tasks; nothing here is a quota, for they are chosen already."""
    name = scene.pick(("Ban Chỉ đạo", "Ban Tổ chức", "Hội đồng thẩm định", "Tổ công tác"))
    blocks = _opened(scene, f"thành lập {name} {scene.topic.field.removeprefix('công tác ')}")
    members = _members(scene, name)
    listed = scene.chance(0.6)
    lead = f"Thành lập {name} {scene.topic.field.removeprefix('công tác ')}"
    first = Section("", [say(f"{lead} gồm các ông (bà) có tên sau:" if listed else f"{lead} (có danh sách kèm theo).")])
    if listed:
        first = Section("", [*first.lines, *(say(f"{who}, {post} - {role}.") for who, post, role in members)])
    tasks = [say(f"Tham mưu, đôn đốc việc thực hiện {scene.topic.field}.")]
    tasks += [closed(line) for line in duties.duty_lines(scene, name)]
    ends = say(f"{name} tự giải thể sau khi hoàn thành nhiệm vụ.")
    parts = [first, Section("", [say(f"{name} có trách nhiệm:"), *tasks, ends]), _in_force(scene), _last(scene)]
    attached: tuple[Annex, ...] = ()
    if not listed:
        rows = [say(f"{n}", who, post, role, sep=CELL) for n, (who, post, role) in enumerate(members, 1)]
        table = Table(("TT", "Họ và tên", "Chức vụ", "Nhiệm vụ"), rows).blocks()
        whose = f"(Kèm theo Quyết định số … ngày {scene.written(scene.day)} của {scene.office.short})"
        heads = tuple(Block("annex_head", say(line)) for line in ("DANH SÁCH", name.upper(), whose))
        attached = ((*heads, *table),)
    return Body([*blocks, *articles(parts)], attached)


def _members(scene: Scene, name: str) -> list[tuple[str, str, str]]:
    head = {"Hội đồng thẩm định": "Chủ tịch", "Tổ công tác": "Tổ trưởng"}.get(name, "Trưởng ban")
    posts = ("Phó Trưởng phòng", "Chuyên viên", "Kế toán", "Trưởng bộ phận tổng hợp", "Phụ trách văn thư")
    first = (person(scene.rng), scene.office.post.capitalize(), head)
    rest = [(person(scene.rng), post, "Thành viên") for post in posts[: scene.rng.randint(2, 5)]]
    return [first, *rest]


def _changes(scene: Scene) -> Body:
    """One article that changes a plan or a decision; the new words of an article stand under it in quotation marks."""
    blocks = _opened(scene, f"điều chỉnh một số nội dung thực hiện {scene.topic.field}")
    first = Section("", [told(scene, references.amends_plan)])
    if scene.chance(0.4):
        new = f"“{stock.duty(scene).capitalize()}; {stock.duty(scene)}.”."
        first = Section("", [told(scene, references.amends_article), say(new)])
    rest = say("Các nội dung khác giữ nguyên; Quyết định này có hiệu lực kể từ ngày ký.")
    return Body([*blocks, *articles([first, Section("", [rest]), _last(scene)])])


def _assigns(scene: Scene) -> Body:
    """Targets handed down: in articles, or in an annex."""
    blocks = _opened(scene, f"giao chỉ tiêu {scene.topic.field} năm {scene.year}")
    attached = annexes(scene, "quyết định", FOR_DECISIONS, 1) if scene.chance(0.6) else ()
    lead = f"Giao chỉ tiêu {scene.topic.field} cho các đơn vị"
    first = Section("", [say(f"{lead} (chi tiết tại Phụ lục kèm theo)." if attached else f"{lead} như sau:")])
    if not attached:
        first = Section("", [*first.lines, *some(scene, figures.TARGETS, scene.rng.randint(2, 4))])
    second = Section("", [told(scene, duties.report_by, duties.within_days, prose.check)])
    return Body([*blocks, *articles([first, second, _in_force(scene), _last(scene)])], attached)


# -- nghị quyết ----------------------------------------------------------------------------------------------


def resolution(scene: Scene, subject: str) -> Body:
    """Nghị quyết of a Party committee: what is so, what is to be reached, what is to be done, who does it."""
    about = scene.pick((f"về lãnh đạo {scene.topic.field} năm {scene.year}", f"về tăng cường {scene.topic.field}"))
    blocks = title("nghị quyết", about.removeprefix("về "), "Về ")
    blocks += [Block("para", p) for p in some(scene, (prose.state_of_things,), 1)]
    lead = say(sections.opening(scene), f", {references.self_name(scene)} quyết nghị:")
    parts = [
        Section("Tình hình và nguyên nhân", some(scene, (results.reached, prose.shortcoming, prose.cause), 3)),
        Section("Mục tiêu", some(scene, (prose.goal,), 1) + some(scene, figures.TARGETS, scene.rng.randint(2, 4))),
        Section("Nhiệm vụ, giải pháp", sections.body_sentences(scene, scene.rng.randint(3, 5))),
        *sections.sections_of(scene, sections.owners),
    ]
    return Body([*blocks, Block("para", lead), *outlined(scene, parts), *sections.closing(scene)])
