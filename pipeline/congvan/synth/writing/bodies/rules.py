"""Thể lệ: the rules of a contest: who may enter, how, until when, for which prizes."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.tree import Block
from congvan.synth.wording import contacts, deadlines, prizes, prose, quotas, results, spans, stock
from congvan.synth.world.scene import Scene
from congvan.synth.writing.bodies import sections
from congvan.synth.writing.bodies.outline import DEPTHS, Body, Section, articles, outlined, some, told
from congvan.synth.writing.letterhead import title

# What contests are held about, where the topic has none of its own.
_NAMES = ("Sáng kiến nhỏ, hiệu quả lớn", "Góc nhìn từ cơ sở", "Chuyện hay quanh ta", "Nét đẹp nơi công sở")


def contest_rules(scene: Scene, subject: str) -> Body:
    """Articles (`Điều 1. ...`) or parts; the contest's name is quoted at its first mention."""
    kinds = [(k, n) for k, n in scene.topic.programmes if k.startswith(("cuộc thi", "hội thi"))]
    kind, name = scene.pick(kinds) if kinds else ("cuộc thi", scene.pick(_NAMES))
    blocks = title("thể lệ", f"{kind} “{name}” năm {scene.year}", "")
    scene.said.add(f"programme:{(kind, name)}")
    blocks += sections.basis_lines(scene, scene.rng.randint(0, 2))
    parts = [
        Section("Tên gọi, mục đích", [_named(kind, name), *some(scene, (prose.goal,), 1)]),
        Section("Đối tượng dự thi", _entrants(scene)),
        Section("Nội dung, hình thức dự thi", _ways(scene)),
        Section(
            scene.pick(("Thời gian tổ chức", "Thời gian, địa điểm nhận bài")),
            some(scene, (spans.take_in, spans.time_line, spans.months_from_to, deadlines.last_day), 1)
            + some(scene, (contacts.soft_copy, contacts.forms_online), 1),
        ),
        Section("Cơ cấu giải thưởng", sections.prize_lines(scene)),
        Section("Quyền và trách nhiệm của thí sinh", _duties(scene)),
    ]
    if scene.chance(0.4):
        parts.insert(4, Section("Cách chấm điểm", some(scene, (results.scored,), 1)))
    body = articles(parts) if scene.chance(0.5) else outlined(scene, parts, scene.pick(DEPTHS))
    last = told(scene, contacts.ask_here, contacts.hot_line, deadlines.in_force)
    return Body([*blocks, *body, Block("para", last)])


def _named(kind: str, name: str) -> Phrase:
    told_ = fact("programmes", f"{kind.capitalize()} “", tag("name", name), key=name, kind=kind)
    return say("Tên gọi: ", told_, "”.")


def _entrants(scene: Scene) -> list[Phrase]:
    options = (
        f"Toàn thể {scene.office.people} thuộc {scene.office.short}.",
        "Mọi cá nhân đang sinh sống, học tập, công tác trên địa bàn, trừ thành viên Ban Tổ chức và Ban Giám khảo.",
    )
    return [say(stock.unsaid(scene, "entrants", options)), *some(scene, (quotas.team_quota,), 1)]


def _ways(scene: Scene) -> list[Phrase]:
    options = (
        "Bài dự thi chưa công bố trên sách, báo, mạng xã hội; thí sinh tự chịu trách nhiệm về bản quyền.",
        "Thí sinh trả lời câu hỏi trắc nghiệm trên phần mềm và viết một bài cảm nhận.",
        "Tác phẩm ghi rõ họ tên, địa chỉ, số điện thoại của tác giả ở mặt sau.",
        "Mỗi bài dự thi trình bày bằng tiếng Việt, khuyến khích có ảnh minh họa.",
    )
    return [say(stock.unsaid(scene, "ways", options)) for _ in range(scene.rng.randint(1, 3))]


def _duties(scene: Scene) -> list[Phrase]:
    options = (
        "Thí sinh được quyền khiếu nại về kết quả theo quy định; quyết định của Ban Tổ chức là quyết định cuối cùng.",
        "Ban Tổ chức có quyền sử dụng bài dự thi để tuyên truyền và không hoàn trả bản gốc.",
        "Thí sinh vi phạm Thể lệ này bị hủy kết quả dự thi.",
    )
    made = [say(stock.unsaid(scene, "rights", options)) for _ in range(2)]
    return made + some(scene, (prizes.consolation,), 1)
