"""Families of wording that open a dispatch: what it is based on, what it carries out, what it answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.wording import laws
from congvan.synth.wording.citation import Cited, cite, cited, coded, invented, reference
from congvan.synth.wording.stock import ToldAllError, unsaid
from congvan.synth.world.scene import Scene

CUE = "Căn cứ "


def _known(scene: Scene, kind: str) -> Cited:
    """A law (or not a law) of the topic that was in force on the issue day. Raises ToldAllError where there is none."""
    known = laws.all_in_force(scene.topic.laws, scene.day)
    return unsaid(scene, "law", [doc for doc in known if (doc.type == "luật") == (kind == "luật")])


def _not_cited(scene: Scene, doc: Cited) -> Cited:
    """The document, where this dispatch has not cited it. Raises ToldAllError where it has."""
    return unsaid(scene, "law", [doc])


# -- law -----------------------------------------------------------------------------------------------------


def basis_law(scene: Scene) -> Phrase:
    return cite(scene, _known(scene, "luật"), "basis", CUE)


def basis_own_law(scene: Scene) -> Phrase:
    """The law on which the office stands: the first basis of a committee's or a union's decision."""
    doc = laws.in_force(laws.OWN_LAW.get(scene.office.kind, ""), scene.day)
    if doc is None:
        raise ToldAllError("own law")
    return cite(scene, _not_cited(scene, doc), "basis", CUE)


def basis_amending_law(scene: Scene) -> Phrase:
    """A law's own name may be `sửa đổi, bổ sung một số điều của ...`: a law of its own, no amendment made here."""
    doc = Cited(
        "luật",
        "47/2019/QH14",
        date(2019, 11, 22),
        "",
        "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
        since=date(2020, 7, 1),
        until=date(2025, 2, 28),
    )
    if scene.office.kind != "committee" or not doc.in_force(scene.day):
        raise ToldAllError("amending law")
    return cite(scene, _not_cited(scene, doc), "basis", CUE)


def basis_law_of_year(scene: Scene) -> Phrase:
    """`Căn cứ Luật Lưu trữ năm 2011`: only the year is known."""
    doc = _known(scene, "luật")
    scene.cited.append((doc.type, "", doc.title))
    return fact(
        "references",
        f"{CUE}Luật ",
        tag("title", doc.title),
        f" năm {doc.day.year}",
        key=doc.title,
        type="luật",
        issued_on=str(doc.day.year),
        relation="basis",
    )


def basis_decree(scene: Scene) -> Phrase:
    return cite(scene, _known(scene, "nghị định"), "basis", CUE)


def basis_circular(scene: Scene) -> Phrase:
    """A circular whose title cites a decree by number: the decree is a reference of its own."""
    fitting = [(c, key) for c, key in laws.NESTED if key in scene.topic.laws and c.in_force(scene.day)]
    circular, key = unsaid(scene, "law", fitting)
    decree = laws.in_force(key, scene.day)
    assert decree is not None
    inner = reference(scene, decree, "cites", cited(scene, decree))
    head = cited(scene, replace(circular, title=""))
    return reference(scene, circular, "basis", CUE, head, " ", tag("title", f"{circular.verb} ", inner))


def basis_party(scene: Scene) -> Phrase:
    """What the Party's leading bodies ask: cited by those it leads, and by offices in their own field."""
    general = scene.office.kind in ("party", "youth", "union")
    fitting = [
        doc
        for words, doc in laws.PARTY
        if any(word in scene.topic.field and (general or word != "công tác") for word in words)
        and doc.in_force(scene.day)
    ]
    doc = unsaid(scene, "law", fitting)
    relation, cue = scene.pick((("basis", CUE), ("implements", "Thực hiện ")))
    return cite(scene, doc, relation, cue)


# -- the superior's and one's own papers ---------------------------------------------------------------------


def basis_superior(scene: Scene) -> Phrase:
    kind = scene.pick(("kế hoạch", "quyết định", "chỉ thị", "hướng dẫn", "chương trình"))
    return cite(scene, invented(scene, scene.superior(), kind), "basis", CUE)


def basis_own_plan(scene: Scene) -> Phrase:
    """The office's own programme of the year."""
    title = f"nhiệm vụ công tác trọng tâm năm {scene.year}"
    doc = invented(scene, scene.office, scene.pick(("chương trình", "kế hoạch")), title, "về")
    return cite(scene, doc, "basis", CUE)


def basis_resolution(scene: Scene) -> Phrase:
    """A council's resolution, in a committee's manner."""
    council = next((b for b in scene.office.superiors if b.symbol == "HĐND"), None)
    if council is None:
        raise ToldAllError("council")
    return cite(scene, invented(scene, council, "nghị quyết"), "basis", CUE)


def basis_two(scene: Scene) -> Phrase:
    """Two documents after one `Căn cứ`: the cue belongs to the first."""
    first = invented(scene, scene.superior(), scene.pick(("kế hoạch", "chỉ thị")))
    cited_first = cite(scene, first, "basis", CUE)
    second = invented(scene, scene.superior(), "công văn")
    return say(cited_first, " và ", cite(scene, second, "basis"))


def basis_list(scene: Scene) -> Phrase:
    """Three documents after one `Căn cứ`, parted by `;`."""
    body = scene.superior()
    docs: list[Phrase] = []
    for kind in scene.rng.sample(("kế hoạch", "chỉ thị", "hướng dẫn", "chương trình", "thông báo"), 3):
        docs.append(cite(scene, invented(scene, body, kind), "basis", "" if docs else CUE))
    return say(*docs, sep="; ")


def basis_correction(scene: Scene) -> Phrase:
    """A document named in another's title is a reference of its own where it has a number."""
    outer = invented(scene, scene.superior(), "công văn")
    wrong = invented(scene, scene.superior(), "công văn", "-")
    wrong = replace(wrong, day=outer.day - timedelta(days=scene.rng.randint(3, 40)), issuer="", title="")
    inner = cite(scene, wrong, "cites")
    head = cited(scene, replace(outer, title=""))
    verb = outer.verb or "về việc"
    return reference(scene, outer, "basis", CUE, head, f" {verb} ", tag("title", "đính chính ", inner))


def basis_to_carry_out(scene: Scene) -> Phrase:
    """A plan that carries out a directive: both have numbers, the directive stands in the plan's title."""
    body = scene.superior()
    outer = invented(scene, body, scene.pick(("kế hoạch", "chương trình")))
    inner_doc = invented(scene, body, scene.pick(("chỉ thị", "quyết định")))
    inner_doc = replace(inner_doc, day=outer.day - timedelta(days=scene.rng.randint(10, 60)))
    inner = cite(scene, inner_doc, "cites")
    head = cited(scene, replace(outer, title=""))
    verb = outer.verb or "về việc"
    title = tag("title", scene.pick(("triển khai thực hiện ", "thực hiện ")), inner)
    return reference(scene, outer, "basis", CUE, head, f" {verb} ", title)


def basis_establishment(scene: Scene) -> Phrase:
    """The decision that fixes the office's own tasks: `quy định chức năng, nhiệm vụ ...`."""
    if scene.office.kind not in ("department", "school", "hospital", "union"):
        raise ToldAllError("establishment")
    title = f"chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của {scene.office.short}"
    verb = scene.pick(("quy định", "quy định", "quy định về"))
    return cite(scene, invented(scene, scene.office.superiors[0], "quyết định", title, verb), "basis", CUE)


def basis_promulgation(scene: Scene) -> Phrase:
    """`ban hành` opens the title and stays in it."""
    title = f"ban hành Quy chế {scene.topic.field.removeprefix('công tác ')}"
    doc = invented(scene, scene.superior(), "quyết định", title, scene.pick(("về việc", "về việc", "về")))
    return cite(scene, replace(doc, verb=scene.pick(("", doc.verb))), "basis", CUE)


def basis_joint(scene: Scene) -> Phrase:
    """A programme of two bodies: `giữa X và Y` counts as `của`."""
    other = scene.superior()
    if other.party_codes != scene.office.party_codes:
        raise ToldAllError("joint")
    symbols = f"{other.symbol}-{scene.office.symbol}"
    number = scene.rng.randint(2, 60)
    code = f"{number:02d}-CTr/{symbols}" if other.party_codes else f"{number:02d}/CTPH-{symbols}"
    issuer = f"{other.short} và {scene.office.short}"
    doc = Cited("chương trình", code, scene.earlier(), issuer, f"phối hợp thực hiện {scene.topic.field}")
    words = say(
        f"Chương trình phối hợp số {code} ngày {scene.written(doc.day)} giữa ",
        tag("issuer", issuer),
        scene.pick((" về việc ", " về ")),
        tag("title", doc.title),
    )
    relation, cue = scene.pick((("basis", CUE), ("implements", "Thực hiện ")))
    return reference(scene, doc, relation, cue, words)


def basis_month_only(scene: Scene) -> Phrase:
    """`Chương trình công tác tháng ...`: only month and issuer of the cited document are told."""
    doc = invented(scene, scene.superior(), scene.pick(("hướng dẫn", "kế hoạch", "chỉ thị")))
    when = scene.pick(("month", "year", "month"))
    return cite(scene, doc, "basis", CUE, when="month" if when == "month" else "year")


def basis_blank_number(scene: Scene) -> Phrase:
    """A document whose number is not filled in yet: no code, but issuer, day and title."""
    doc = invented(scene, scene.superior(), scene.pick(("kế hoạch", "công văn")))
    assert doc.code is not None
    blank = doc.code.lstrip("0123456789")
    words = say(
        f"{doc.type.capitalize()} số …{blank} ngày {scene.written(doc.day)} của ",
        tag("issuer", doc.issuer),
        f" {doc.verb} " if doc.verb else " ",
        tag("title", doc.title),
    )
    return reference(scene, replace(doc, code=None), "basis", CUE, words)


def basis_without_number(scene: Scene) -> Phrase:
    """Day, issuer and title, but no number: `Kế hoạch ngày 12/3/2024 của ... về việc ...`."""
    doc = replace(invented(scene, scene.superior(), scene.pick(("kế hoạch", "nghị quyết", "kết luận"))), code=None)
    if not doc.verb:
        doc = replace(doc, verb="về việc")
    return cite(scene, doc, "basis", CUE)


def basis_minutes(scene: Scene) -> Phrase:
    """Minutes of a meeting, cited by day and title."""
    day = scene.earlier(3, 20)
    doc = Cited("biên bản", None, day, scene.office.short, f"họp xét duyệt kết quả {scene.topic.field}", "về việc")
    return cite(scene, doc, "basis", CUE)


# -- what it carries out -------------------------------------------------------------------------------------


def implements_superior(scene: Scene) -> Phrase:
    kind = scene.pick(("công văn", "kế hoạch", "chỉ thị", "chương trình", "hướng dẫn"))
    cue = scene.pick(("Thực hiện ", "Triển khai ", "Thực hiện ", "Triển khai thực hiện "))
    return cite(scene, invented(scene, scene.superior(), kind), "implements", cue)


def implements_opinion(scene: Scene) -> Phrase:
    """`Thực hiện ý kiến chỉ đạo của X tại Công văn số ...`: the issuer stands before the document."""
    body = scene.superior()
    doc = replace(invented(scene, body, "công văn"), issuer=body.head)
    lead = scene.pick(("Thực hiện ý kiến chỉ đạo của ", "Thực hiện chỉ đạo của "))
    words = cited(scene, replace(doc, issuer=""), title=bool(doc.verb))
    return reference(scene, doc, "implements", lead, tag("issuer", body.head), " tại ", words)


def implements_several(scene: Scene) -> Phrase:
    """`Thực hiện các Công văn: số A ngày ..., số B ngày ...`: type and issuer of the second stand before the first."""
    body = scene.superior()
    kind = scene.pick(("công văn", "quyết định", "kế hoạch"))
    issuer = scene.pick((body.short, body.name))
    days = sorted(scene.earlier() for _ in range(scene.rng.randint(2, 3)))
    first, *rest = [replace(invented(scene, body, kind, "-"), day=d, issuer=issuer, title="") for d in days]

    def words(doc: Cited) -> str:
        return f"số {doc.code} ngày {scene.written(doc.day)}"

    opened = reference(
        scene, first, "implements", f"Thực hiện các {first.type} của ", tag("issuer", issuer), f": {words(first)}"
    )
    others = []
    for doc in rest:
        scene.cited.append((doc.type, doc.code or "", ""))
        others.append(
            fact(
                "references",
                words(doc),
                key=doc.code or "",
                type=doc.type,
                code=doc.code,
                issued_on=doc.day.isoformat(),
                issuer=issuer,
                relation="implements",
            )
        )
    return say(opened, *others, sep=", ")


def implements_two_numbers(scene: Scene) -> Phrase:
    """`Thực hiện các Quyết định số A ngày ... và số B ngày ... của X`: one issuer after both."""
    body = scene.superior()
    kind = scene.pick(("quyết định", "công văn"))
    early, late = sorted((scene.earlier(), scene.earlier()))
    first = replace(invented(scene, body, kind, "-"), day=early, title="")
    second = replace(invented(scene, body, kind, "-"), day=late, title="", issuer=body.short)
    last = reference(
        scene,
        second,
        "implements",
        f"số {second.code} ngày {scene.written(late)} của ",
        tag("issuer", second.issuer),
        keep="issuer",
    )
    lead = f"{first.type.capitalize()} số {first.code} ngày {scene.written(early)} và "
    return say("Thực hiện các ", reference(scene, first, "implements", lead, last))


def on_the_ground_of(scene: Scene) -> Phrase:
    doc = invented(scene, scene.superior(), scene.pick(("kế hoạch", "công văn", "hướng dẫn")))
    return cite(scene, doc, "basis", scene.pick(("Trên cơ sở ", "Theo ")))


def after_thorough_study(scene: Scene) -> Phrase:
    """`Quán triệt Chỉ thị số ...`."""
    doc = invented(scene, scene.superior(), scene.pick(("chỉ thị", "kế hoạch")))
    return cite(scene, doc, "implements", scene.pick(("Quán triệt ", "Quán triệt và triển khai thực hiện ")))


# -- what it answers -----------------------------------------------------------------------------------------


def answers_letter(scene: Scene) -> Phrase:
    """`Phúc đáp Công văn số ... của ...`, `... nhận được Công văn ... của ...`."""
    doc = invented(scene, scene.superior(), "công văn")
    if scene.chance(0.5):
        return cite(scene, doc, "answers", scene.pick(("Phúc đáp ", "Trả lời ")))
    return say(f"{self_name(scene)} nhận được ", cite(scene, doc, "answers"))


def answers_proposal(scene: Scene) -> Phrase:
    """`Theo đề nghị của X tại Tờ trình số ...`: the issuer stands before the document."""
    asker, symbol = scene.pick(
        (
            ("Hội đồng Thi đua - Khen thưởng", "HĐTĐKT"),
            (scene.office.staff if scene.office.staff[0].isupper() else "Ban Kiểm tra", "VP"),
            ("Trưởng phòng Tổ chức - Hành chính", "TCHC"),
            ("Chánh Văn phòng", "VP"),
        )[: 4 if scene.office.level in ("province", "district") else 2]
    )
    day = scene.earlier(2, 12)
    number = scene.rng.randint(2, 99)
    code = f"{number:02d}-TTr/{symbol}" if scene.office.party_codes else f"{number:02d}/TTr-{symbol}"
    doc = Cited("tờ trình", code, day, asker, "")
    cue = scene.pick(("Theo đề nghị của ", "Xét đề nghị của "))
    written = f"tại Tờ trình số {code} ngày {scene.written(day)}"
    return reference(scene, doc, "answers", cue, tag("issuer", asker), f" {written}")


def self_name(scene: Scene) -> str:
    """How the office calls itself at the head of a sentence."""
    name = scene.office.name if scene.office.kind == "school" else scene.office.short
    return name[:1].upper() + name[1:]


def own_code(scene: Scene, kind: str) -> str:
    return coded(scene.rng.randint(2, 99), kind, scene.office)


PREAMBLES = (
    basis_own_law,
    basis_amending_law,
    basis_law,
    basis_law_of_year,
    basis_decree,
    basis_circular,
    basis_party,
    basis_resolution,
    basis_superior,
    basis_two,
    basis_list,
    basis_correction,
    basis_to_carry_out,
    basis_establishment,
    basis_promulgation,
    basis_joint,
    basis_month_only,
    basis_blank_number,
    basis_without_number,
    basis_own_plan,
    basis_minutes,
    on_the_ground_of,
)
OPENINGS = (
    implements_superior,
    implements_superior,
    implements_opinion,
    implements_several,
    implements_two_numbers,
    after_thorough_study,
    on_the_ground_of,
    basis_superior,
    basis_to_carry_out,
    basis_joint,
)
