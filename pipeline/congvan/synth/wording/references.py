"""Families of wording that cite documents: one for each relation, and the ways in which offices word it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A document to cite: `issuer` and `title` as they will be printed, empty where they are not told."""

    type: str
    code: str | None
    day: date
    issuer: str
    title: str
    verb: str = "về việc"


# National law: public facts, each with its number and day.
LAWS = {
    "emulation": Cited("luật", "06/2022/QH15", date(2022, 6, 15), "", "Thi đua, khen thưởng"),
    "emulation_decree": Cited(
        "nghị định",
        "98/2023/NĐ-CP",
        date(2023, 12, 31),
        "Chính phủ",
        "chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        "quy định",
    ),
    "archives": Cited("luật", "01/2011/QH13", date(2011, 11, 11), "", "Lưu trữ"),
    "clerical_decree": Cited("nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "công tác văn thư", "về"),
    "labour_safety": Cited("luật", "84/2015/QH13", date(2015, 6, 25), "", "An toàn, vệ sinh lao động"),
    "labour_safety_decree": Cited(
        "nghị định",
        "39/2016/NĐ-CP",
        date(2016, 5, 15),
        "Chính phủ",
        "chi tiết thi hành một số điều của Luật An toàn, vệ sinh lao động",
        "quy định",
    ),
    "e_transactions": Cited("luật", "20/2023/QH15", date(2023, 6, 22), "", "Giao dịch điện tử"),
    "online_decree": Cited(
        "nghị định",
        "42/2022/NĐ-CP",
        date(2022, 6, 24),
        "Chính phủ",
        "cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
        "quy định về việc",
    ),
    "fire": Cited("luật", "27/2001/QH10", date(2001, 6, 29), "", "Phòng cháy và chữa cháy"),
    "fire_decree": Cited(
        "nghị định",
        "136/2020/NĐ-CP",
        date(2020, 11, 24),
        "Chính phủ",
        "chi tiết một số điều và biện pháp thi hành Luật Phòng cháy và chữa cháy",
        "quy định",
    ),
    "library": Cited("luật", "46/2019/QH14", date(2019, 11, 21), "", "Thư viện"),
    "library_decree": Cited(
        "nghị định",
        "93/2020/NĐ-CP",
        date(2020, 8, 18),
        "Chính phủ",
        "chi tiết một số điều của Luật Thư viện",
        "quy định",
    ),
    "environment": Cited("luật", "72/2020/QH14", date(2020, 11, 17), "", "Bảo vệ môi trường"),
    "environment_decree": Cited(
        "nghị định",
        "08/2022/NĐ-CP",
        date(2022, 1, 10),
        "Chính phủ",
        "chi tiết một số điều của Luật Bảo vệ môi trường",
        "quy định",
    ),
    "civil_servants": Cited("luật", "22/2008/QH12", date(2008, 11, 13), "", "Cán bộ, công chức"),
    "one_stop_decree": Cited(
        "nghị định",
        "61/2018/NĐ-CP",
        date(2018, 4, 23),
        "Chính phủ",
        "thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
        "về",
    ),
}


def coded(number: int, kind: str, body: Body, unit: str = "") -> str:
    """The document's number: `35-KH/HU` in the Party's manner, else `35/KH-UBND`, for letters `35/UBND-NV`."""
    if body.party_codes:
        return f"{number:02d}-{ABBREVIATIONS[kind]}/{body.symbol}"
    if kind == "công văn":
        return f"{number:02d}/{body.symbol}" + (f"-{unit}" if unit else "")
    return f"{number:02d}/{ABBREVIATIONS[kind]}-{body.symbol}"


def invented(scene: Scene, body: Body, kind: str, subject: str = "", verb: str = "") -> Cited:
    """A document of an invented body: number, day and title by chance; letters carry no type in their number."""
    number = scene.rng.randint(2, 999) if body.level != "central" else scene.rng.randint(100, 2999)
    unit = scene.pick(body.units) if body.units and scene.chance(0.7) else ""
    code = coded(number, kind, body, unit)
    issuer = body.name if scene.chance(0.5) else body.short
    if kind == "quyết định" and scene.chance(0.4):
        issuer = body.head
    day = scene.earlier()
    title = subject or scene.fill(scene.fresh("title", scene.topic.subjects), day.year)
    return Cited(kind, code, day, issuer, title, verb or scene.pick(("về việc", "về", "về việc")))


def cited(scene: Scene, doc: Cited, *, title: bool = True, issuer: bool = True) -> Phrase:
    """`Kế hoạch số 129/KH-UBND ngày 10/3/2024 của UBND tỉnh về việc ...` with its attributes tagged."""
    name: Part = doc.type.capitalize()
    if doc.type == "luật":
        return _law(scene, doc)
    parts: list[Part] = [name, f" số {doc.code}", " ngày ", scene.written(doc.day)]
    if issuer and doc.issuer:
        parts += [" của ", tag("issuer", doc.issuer)]
    if title and doc.title:
        parts += [f" {doc.verb} " if doc.verb else " ", tag("title", doc.title)]
    return say(*parts)


def _law(scene: Scene, doc: Cited) -> Phrase:
    """`Luật Lưu trữ ngày 11 tháng 11 năm 2011`, `Luật Lưu trữ số 01/2011/QH13 ngày ...`."""
    number = f" số {doc.code}" if scene.day.day % 2 else ""  # one habit a dispatch
    return say("Luật ", tag("title", doc.title), number, " ngày ", scene.written(doc.day))


def reference(scene: Scene, doc: Cited, relation: str, *parts: Part) -> Phrase:
    """The parts as the quote of a citation of `doc`, which the scene remembers."""
    scene.cited.append((doc.type, doc.code or "", doc.title))
    code: str | None = doc.code
    if doc.type == "luật" and not scene.day.day % 2:
        code = None
    return fact(
        "references",
        *parts,
        key=doc.code or doc.title,
        type=doc.type,
        code=code,
        issued_on=doc.day.isoformat(),
        relation=relation,
    )


# -- the preamble --------------------------------------------------------------------------------------------


def basis_law(scene: Scene) -> Phrase | None:
    known = [LAWS[key] for key in scene.topic.laws if key in LAWS and LAWS[key].day < scene.day and LAWS[key].type == "luật"]
    return _basis(scene, scene.pick(known)) if known else None


def basis_decree(scene: Scene) -> Phrase | None:
    known = [LAWS[key] for key in scene.topic.laws if key in LAWS and LAWS[key].day < scene.day and LAWS[key].type != "luật"]
    return _basis(scene, scene.pick(known)) if known else None


def _basis(scene: Scene, doc: Cited) -> Phrase:
    return reference(scene, doc, "basis", "Căn cứ ", cited(scene, doc))


def basis_superior(scene: Scene) -> Phrase:
    kind = scene.pick(("kế hoạch", "quyết định", "chỉ thị", "hướng dẫn", "chương trình"))
    return _basis(scene, invented(scene, scene.superior(), kind))


def basis_two(scene: Scene) -> Phrase:
    """Two documents after one `Căn cứ`: the cue belongs to the first."""
    first = invented(scene, scene.superior(), scene.pick(("kế hoạch", "chỉ thị")))
    second = invented(scene, scene.superior(), "công văn")
    return say(
        reference(scene, first, "basis", "Căn cứ ", cited(scene, first)),
        " và ",
        reference(scene, second, "basis", cited(scene, second)),
    )


def basis_correction(scene: Scene) -> Phrase:
    """A document named in another's title is a reference of its own where it has a number."""
    outer = invented(scene, scene.superior(), "công văn")
    wrong = invented(scene, scene.superior(), "công văn", "-")
    wrong = Cited(wrong.type, wrong.code, outer.day - timedelta(days=scene.rng.randint(3, 40)), "", "")
    inner = reference(scene, wrong, "cites", cited(scene, wrong))
    head = cited(scene, outer, title=False)
    return reference(scene, outer, "basis", "Căn cứ ", head, f" {outer.verb} ", tag("title", "đính chính ", inner))


def basis_establishment(scene: Scene) -> Phrase:
    """The decision that fixes the office's own tasks: `quy định chức năng, nhiệm vụ ...`."""
    title = f"chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của {scene.office.short}"
    return _basis(scene, invented(scene, scene.office.superiors[0], "quyết định", title, "quy định"))


def basis_promulgation(scene: Scene) -> Phrase:
    """`ban hành` opens the title and stays in it."""
    title = f"ban hành Quy chế {scene.topic.field.removeprefix('công tác ')}"
    return _basis(scene, invented(scene, scene.superior(), "quyết định", title, scene.pick(("", "về việc"))))


def implements_superior(scene: Scene) -> Phrase:
    kind = scene.pick(("công văn", "kế hoạch", "chỉ thị", "chương trình", "hướng dẫn"))
    doc = invented(scene, scene.superior(), kind)
    cue = scene.pick(("Thực hiện ", "Triển khai ", "Thực hiện ", "Triển khai thực hiện "))
    return reference(scene, doc, "implements", cue, cited(scene, doc))


def on_the_ground_of(scene: Scene) -> Phrase:
    doc = invented(scene, scene.superior(), scene.pick(("kế hoạch", "công văn", "hướng dẫn")))
    return reference(scene, doc, "basis", scene.pick(("Trên cơ sở ", "Theo ")), cited(scene, doc))


def answers_letter(scene: Scene) -> Phrase:
    """`Phúc đáp Công văn số ... của ...`, `... nhận được Công văn ... của ...`."""
    doc = invented(scene, scene.superior(), "công văn")
    if scene.chance(0.5):
        return reference(scene, doc, "answers", scene.pick(("Phúc đáp ", "Trả lời ")), cited(scene, doc))
    return say(f"{self_name(scene)} nhận được ", reference(scene, doc, "answers", cited(scene, doc)))


def answers_proposal(scene: Scene) -> Phrase:
    """`Theo đề nghị của X tại Tờ trình số ...`: the issuer stands before the document."""
    asker = scene.pick(("Chánh Văn phòng", "Hội đồng Thi đua - Khen thưởng", "Trưởng phòng Tổ chức - Hành chính"))
    day = scene.earlier(2, 12)
    code = f"{scene.rng.randint(2, 99):02d}/TTr-{scene.pick(('VP', 'HĐTĐKT', 'TCHC'))}"
    doc = Cited("tờ trình", code, day, asker, "")
    cue = scene.pick(("Theo đề nghị của ", "Xét đề nghị của "))
    return reference(
        scene, doc, "answers", cue, tag("issuer", asker), f" tại Tờ trình số {code} ngày ", scene.written(day)
    )


# -- in the body ---------------------------------------------------------------------------------------------


def carry_on_plan(scene: Scene) -> Phrase:
    doc = invented(scene, scene.superior(), scene.pick(("kế hoạch", "chỉ thị", "chương trình")))
    cue = scene.pick(("Tiếp tục thực hiện ", "Thực hiện nghiêm ", "Thực hiện có hiệu quả "))
    tail = scene.pick(
        (
            "; gắn với nhiệm vụ thường xuyên của cơ quan, đơn vị",
            "",
            "; kịp thời tháo gỡ khó khăn phát sinh ở cơ sở",
        )
    )
    return say(reference(scene, doc, "implements", cue, cited(scene, doc)), tail, ".")


def guided_in_letter(scene: Scene) -> Phrase:
    own = invented(scene, scene.office, "công văn")
    doc = Cited(own.type, own.code, own.day, own.issuer, "")
    return say(
        scene.pick(("Hồ sơ, biểu mẫu thực hiện ", "Trình tự, cách làm thực hiện ")),
        reference(scene, doc, "basis", "theo hướng dẫn tại ", cited(scene, doc, title=False)),
        ".",
    )


def mentioned_again(scene: Scene) -> Phrase | None:
    """A document cited before, by type and number alone: another mention of the same reference."""
    again = [(kind, code) for kind, code, _ in scene.cited if kind in ("kế hoạch", "công văn", "chỉ thị", "hướng dẫn")]
    if not again:
        return None
    kind, code = scene.pick(again)
    return say(
        scene.pick(("Các nội dung khác tiếp tục thực hiện ", "Phân công nhiệm vụ cụ thể ")),
        fact("references", f"theo {kind.capitalize()} số {code}", key=code, type=kind, code=code, relation="basis"),
        scene.pick((" nêu trên.", ".")),
    )


def told_before(scene: Scene) -> Phrase:
    """A letter in passing: only cited."""
    own = invented(scene, scene.office, "công văn")
    doc = Cited(own.type, own.code, own.day, own.issuer, "")
    return say(
        f"{scene.topic.field.capitalize()} là nhiệm vụ thường xuyên, đã được nhắc nhở tại ",
        reference(scene, doc, "cites", cited(scene, doc, title=False)),
        scene.pick((", tuy nhiên chuyển biến ở một số nơi còn chậm.", ", song kết quả chưa đồng đều giữa các đơn vị.")),
    )


def under_attached_rules(scene: Scene) -> Phrase:
    doc = invented(scene, scene.superior(), "quyết định")
    doc = Cited(doc.type, doc.code, doc.day, doc.issuer, "")
    return say(
        scene.pick(("Định mức chi áp dụng theo Quy chế ", "Cách tính điểm thực hiện theo Bộ tiêu chí ")),
        reference(scene, doc, "attached", "ban hành kèm theo ", cited(scene, doc, title=False)),
        ".",
    )


def reward_money(scene: Scene) -> Phrase:
    """The money that goes with an award follows the decree, where it was in force."""
    doc = LAWS["emulation_decree"]
    lead = "Tiền thưởng kèm theo trích từ quỹ thi đua, khen thưởng, mức chi "
    if doc.day >= scene.day:
        return say(lead, "theo chế độ hiện hành.")
    told = Cited(doc.type, doc.code, doc.day, doc.issuer, "")
    return say(lead, reference(scene, told, "basis", "theo quy định tại ", cited(scene, told, title=False)), ".")


def replaces_decision(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, "quyết định")
    return say(
        "Quyết định này có hiệu lực kể từ ngày ký và ",
        reference(scene, doc, "replaces", scene.pick(("thay thế ", "bãi bỏ ")), cited(scene, doc)),
        ".",
    )


def amends_plan(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, scene.pick(("kế hoạch", "quyết định", "hướng dẫn")))
    cue = scene.pick(("Điều chỉnh một số nội dung của ", "Sửa đổi, bổ sung một số nội dung của "))
    return say(reference(scene, doc, "amends", cue, cited(scene, doc)), " cho phù hợp với tình hình thực tế.")


def self_name(scene: Scene) -> str:
    """How the office calls itself at the head of a sentence."""
    name = scene.office.name if scene.office.kind == "school" else scene.office.short
    return name[:1].upper() + name[1:]


def head_of_staff(scene: Scene) -> str:
    """Who is named first among those that carry a decision out."""
    staff = {"union": "Văn phòng", "school": "Tổ trưởng tổ Văn phòng"}
    return staff.get(scene.office.kind, "Chánh Văn phòng")


PREAMBLES = (
    basis_law,
    basis_decree,
    basis_superior,
    basis_two,
    basis_correction,
    basis_establishment,
    basis_promulgation,
    on_the_ground_of,
)
OPENINGS = (implements_superior, implements_superior, on_the_ground_of, basis_superior)
BODIES = (carry_on_plan, guided_in_letter, told_before, under_attached_rules, mentioned_again)
