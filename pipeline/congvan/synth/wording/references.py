"""Families of wording that cite documents in the body: carried on, guided by, changed, replaced, told again."""

from __future__ import annotations

from dataclasses import replace

from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.wording import laws
from congvan.synth.wording.bases import own_code, self_name
from congvan.synth.wording.citation import Cited, cite, cited, coded, invented, reference, untitled
from congvan.synth.wording.stock import unsaid
from congvan.synth.world.scene import Scene

__all__ = ["coded", "own_code", "self_name"]


def carry_on_plan(scene: Scene) -> Phrase:
    doc = invented(scene, scene.superior(), scene.pick(("kế hoạch", "chỉ thị", "chương trình")))
    cue = scene.pick(("Tiếp tục thực hiện ", "Thực hiện nghiêm ", "Thực hiện có hiệu quả ", "Triển khai đồng bộ "))
    tail = scene.pick(
        (
            "; gắn với nhiệm vụ thường xuyên của cơ quan, đơn vị",
            "",
            "; kịp thời tháo gỡ khó khăn phát sinh ở cơ sở",
        )
    )
    return say(cite(scene, doc, "implements", cue), tail, ".")


def guided_in_letter(scene: Scene) -> Phrase:
    doc = untitled(invented(scene, scene.office, "công văn"))
    return say(
        scene.pick(("Hồ sơ, biểu mẫu thực hiện ", "Trình tự, cách làm thực hiện ")),
        cite(scene, doc, "basis", "theo hướng dẫn tại "),
        ".",
    )


def mentioned_again(scene: Scene) -> Phrase:
    """A document cited before, by type and number alone: another mention of the same reference."""
    again = [(kind, code) for kind, code, _ in scene.cited if code and kind in ("kế hoạch", "công văn", "chỉ thị")]
    kind, code = unsaid(scene, "again", again)
    return say(
        scene.pick(("Các nội dung khác tiếp tục thực hiện ", "Phân công nhiệm vụ cụ thể ", "Mẫu biểu báo cáo lập ")),
        fact("references", f"theo {kind.capitalize()} số {code}", key=code, type=kind, code=code, relation="basis"),
        scene.pick((" nêu trên.", ".", " đã dẫn.")),
    )


def told_before(scene: Scene) -> Phrase:
    """A letter in passing: only cited."""
    doc = untitled(invented(scene, scene.office, "công văn"))
    return say(
        f"{scene.topic.field.capitalize()} là nhiệm vụ thường xuyên, đã được nhắc nhở tại ",
        cite(scene, doc, "cites"),
        scene.pick((", tuy nhiên chuyển biến ở một số nơi còn chậm.", ", song kết quả chưa đồng đều giữa các đơn vị.")),
    )


def launched_in(scene: Scene) -> Phrase:
    """`được triển khai tại Công văn ...` only cites."""
    doc = invented(scene, scene.superior(), scene.pick(("công văn", "kế hoạch")))
    return say(
        scene.pick(("Phong trào thi đua được triển khai tại ", "Các nội dung đã được nêu tại ")),
        cite(scene, untitled(doc), "cites"),
        scene.pick((" cần được duy trì thường xuyên.", " đến nay vẫn còn nguyên giá trị.")),
    )


def under_attached_rules(scene: Scene) -> Phrase:
    doc = untitled(invented(scene, scene.superior(), "quyết định"))
    return say(
        scene.pick(("Định mức chi áp dụng theo Quy chế ", "Cách tính điểm thực hiện theo Bộ tiêu chí ")),
        cite(scene, doc, "attached", "ban hành kèm theo "),
        ".",
    )


def attached_form(scene: Scene) -> Phrase:
    """A form that comes with another paper."""
    doc = untitled(invented(scene, scene.superior(), scene.pick(("hướng dẫn", "công văn"))))
    return say(scene.pick(("Đề cương báo cáo ", "Phiếu đăng ký ")), cite(scene, doc, "attached", "kèm theo "), ".")


def by_law(scene: Scene) -> Phrase:
    """A decree named in the body by number alone, or again after its mention in the preamble."""
    docs = [d for d in laws.all_in_force(scene.topic.laws, scene.day) if d.type == "nghị định"]
    doc = unsaid(scene, "by law", docs)
    lead = scene.pick(("Trình tự, thủ tục thực hiện ", "Trách nhiệm của các đơn vị thực hiện "))
    return say(lead, _as_the_law_says(scene, doc), ".")


def _as_the_law_says(scene: Scene, doc: Cited) -> Phrase:
    """`theo quy định tại Nghị định số ...`: by number alone where this dispatch has cited it."""
    cue = "theo quy định tại "
    if not any(code == doc.code for _, code, _ in scene.cited):
        return cite(scene, untitled(doc), "basis", cue)
    words = f"{cue}{doc.type.capitalize()} số {doc.code}"
    return fact("references", words, key=doc.code or "", type=doc.type, code=doc.code, relation="basis")


def this_paper(scene: Scene) -> Phrase:
    """`Luật này`, `văn bản này`, resolutions without number: no references."""
    options = (
        "Gắn việc thực hiện văn bản này với việc học tập, quán triệt Nghị quyết Đại hội Đảng các cấp.",
        "Những nội dung không nêu tại văn bản này thực hiện theo quy định hiện hành của pháp luật.",
        "Các quy định trước đây trái với văn bản này không còn áp dụng.",
    )
    return say(unsaid(scene, "this", options))


# -- changed and replaced ------------------------------------------------------------------------------------


def reward_money(scene: Scene) -> Phrase:
    """The money that goes with an award follows the decree in force."""
    doc = laws.in_force("emulation_decree", scene.day)
    lead = "Tiền thưởng kèm theo trích từ quỹ thi đua, khen thưởng, mức chi "
    if doc is None:
        return say(lead, "theo chế độ hiện hành.")
    return say(lead, _as_the_law_says(scene, doc), ".")


def replaces_decision(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, "quyết định")
    return say(
        "Quyết định này có hiệu lực kể từ ngày ký và ",
        cite(scene, doc, "replaces", scene.pick(("thay thế ", "bãi bỏ "))),
        ".",
    )


def replaces_two(scene: Scene) -> Phrase:
    """Two decisions done away with in one sentence."""
    first, second = (invented(scene, scene.office, "quyết định") for _ in range(2))
    cue = scene.pick(("Bãi bỏ ", "Hủy bỏ "))
    return say(cite(scene, first, "replaces", cue), " và ", cite(scene, second, "replaces"), ".")


def no_longer_in_force(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, "quyết định")
    return say(
        "Quyết định này có hiệu lực kể từ ngày ký. ",
        cite(scene, doc, "replaces"),
        " hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
    )


def amends_plan(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, scene.pick(("kế hoạch", "quyết định", "hướng dẫn")))
    cue = scene.pick(("Điều chỉnh một số nội dung của ", "Sửa đổi, bổ sung một số nội dung của "))
    return say(cite(scene, doc, "amends", cue), ", cho phù hợp với tình hình thực tế.")


def amends_article(scene: Scene) -> Phrase:
    doc = invented(scene, scene.office, "quyết định")
    place = scene.pick(("khoản 2 Điều 3", "Điều 4", "điểm b khoản 1 Điều 2"))
    return say(cite(scene, doc, "amends", f"{scene.pick(('Sửa đổi, bổ sung', 'Điều chỉnh'))} {place} "), " như sau:")


def amends_time(scene: Scene) -> Phrase:
    """A letter that changes the time of a plan."""
    doc = untitled(invented(scene, scene.office, "kế hoạch"))
    return say(
        cite(scene, doc, "amends", scene.pick(("Điều chỉnh thời gian thực hiện ", "Bổ sung nội dung "))),
        "; các nội dung khác giữ nguyên.",
    )


def issued_papers(scene: Scene) -> Phrase:
    """What the office itself has issued so far: told, not carried out."""
    kinds = scene.rng.sample(("kế hoạch", "công văn", "hướng dẫn", "quyết định"), scene.rng.randint(2, 3))
    made = []
    for kind in kinds:
        doc = invented(scene, scene.office, kind)
        made.append(cite(scene, replace(doc, issuer=""), "cites"))
    lead = scene.pick(("Đã ban hành ", f"{self_name(scene)} đã kịp thời ban hành "))
    return say(lead, say(*made, sep="; "), ".")


def approved_by(scene: Scene) -> Phrase:
    """A project's papers, named with the decision that approved them."""
    doc = invented(scene, scene.superior(), "quyết định", f"phê duyệt Đề án đổi mới {scene.topic.field}", "về việc")
    return say("Kinh phí thực hiện lấy từ nguồn đã được giao tại ", cite(scene, doc, "cites"), ".")


def asked_in_letter(scene: Scene) -> Phrase:
    """An opinion on another's proposal: `Xét đề nghị của X tại Công văn số ...`."""
    body = scene.superior()
    doc = replace(invented(scene, body, "công văn"), issuer=body.short)
    words = cited(scene, replace(doc, issuer=""), title=bool(doc.verb))
    return reference(scene, doc, "answers", "Xét đề nghị của ", tag("issuer", body.short), " tại ", words)


def head_of_staff(scene: Scene) -> str:
    """Who is named first among those that carry a decision out."""
    return scene.office.staff


BODIES = (
    carry_on_plan,
    guided_in_letter,
    told_before,
    launched_in,
    under_attached_rules,
    attached_form,
    mentioned_again,
    by_law,
    approved_by,
    amends_time,
    this_paper,
)
REPLACES = (replaces_decision, replaces_two, no_longer_in_force)
