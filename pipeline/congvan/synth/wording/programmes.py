"""Families of wording for named movements, campaigns, contests and programmes."""

from __future__ import annotations

from congvan.synth.phrase import Part, Phrase, capital, fact, listed, say, tag
from congvan.synth.wording.stock import ToldAllError, unsaid
from congvan.synth.world.scene import Scene

# Pairs of quotation marks that typists use.
MARKS = (("“", "”"), ("“", "”"), ("“", "”"), ('"', '"'))
_EVENTS = ("cuộc thi", "hội thi", "chương trình", "chiến dịch", "mô hình", "cuộc thi trực tuyến")
NATIONAL = ("xây dựng nông thôn mới", "giảm nghèo bền vững")


def programme(scene: Scene) -> Phrase:
    """`phong trào thi đua “...”`: the quote runs from the kind to the last word of the name."""
    kind, name = unsaid(scene, "programme", scene.topic.programmes)
    opened, shut = MARKS[scene.day.day % len(MARKS)]  # one habit a dispatch
    return say(fact("programmes", tag("kind", kind), f" {opened}", tag("name", name), key=name), shut)


def respond_to(scene: Scene) -> Phrase:
    return say(
        scene.pick(("Tích cực hưởng ứng ", "Đẩy mạnh ", "Tiếp tục hưởng ứng ")),
        programme(scene),
        scene.pick(
            (
                f" trong {scene.office.people}.",
                " bằng những việc làm cụ thể, thiết thực.",
                "; chú trọng nhân rộng cách làm hay.",
            )
        ),
    )


def tied_to(scene: Scene) -> Phrase:
    """In the middle of a sentence."""
    return say(
        f"Gắn {scene.topic.field} với ",
        programme(scene),
        scene.pick((", coi đây là nhiệm vụ thường xuyên.", " đang được triển khai tại địa phương.")),
    )


def launched(scene: Scene) -> Phrase:
    return say(
        f"{scene.pick(('Phát động', 'Tổ chức'))} ",
        programme(scene),
        f"; tuyên truyền sâu rộng đến {scene.office.people}.",
    )


def without_marks(scene: Scene) -> Phrase:
    """A capitalised name without quotation marks, which ends where the sentence does."""
    known = [(k, n) for k, n in scene.topic.programmes if k in _EVENTS and "," not in n]
    kind, name = unsaid(scene, "programme", known)
    told = fact("programmes", f"{kind.capitalize()} ", tag("name", name), key=name, kind=kind)
    return say(scene.pick(("Vận động đông đảo quần chúng hưởng ứng ", "Cử lực lượng tham gia ")), told, ".")


def respond_to_several(scene: Scene) -> Phrase:
    """One kind before several names: each is a programme of that kind."""
    kinds = [k for k, _ in scene.topic.programmes]
    kind = max(kinds, key=kinds.count)
    names = [n for k, n in scene.topic.programmes if k == kind and f"programme:{(k, n)}" not in scene.said][:2]
    if len(names) < 2:
        raise ToldAllError("programmes")
    scene.said.update(f"programme:{(kind, n)}" for n in names)
    first = say(fact("programmes", tag("kind", kind), " “", tag("name", names[0]), key=names[0]), "”")
    rest: list[Part] = [say("“", fact("programmes", tag("name", n), key=n, kind=kind), "”") for n in names[1:]]
    return say("Gắn việc thực hiện nhiệm vụ với các ", listed([first, *(say(r) for r in rest)], ", "), ".")


def national(scene: Scene) -> Phrase:
    """A national target programme counts with its lower-case name."""
    if scene.office.kind not in ("committee", "department", "party"):
        raise ToldAllError("national")
    name = unsaid(scene, "national", NATIONAL)
    kind = "Chương trình mục tiêu quốc gia"
    told = fact("programmes", f"{kind} ", tag("name", name), key=name, kind=kind.lower())
    return say(
        scene.pick(("Lồng ghép với việc thực hiện ", "Gắn với mục tiêu của ")),
        told,
        scene.pick(("; tránh chồng chéo, lãng phí.", ", bảo đảm thiết thực, tiết kiệm.")),
    )


def for_a_purpose(scene: Scene) -> Phrase:
    """A drive told by its purpose alone, a watchword and a column have no name of a programme."""
    options = (
        "Tổ chức đợt thi đua đặc biệt chào mừng các ngày lễ lớn của đất nước.",
        "Treo khẩu hiệu tại trụ sở và các trục đường chính.",
        "Mở chuyên mục người tốt, việc tốt trên hệ thống truyền thanh cơ sở.",
    )
    return capital(say(unsaid(scene, "purpose", options)))


PROGRAMMES = (respond_to, respond_to, tied_to, launched, without_marks, respond_to_several, national)
NEUTRAL = (for_a_purpose,)
