"""Families of wording for contacts and for whom the dispatch goes to."""

from __future__ import annotations

from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.world.offices import person
from congvan.synth.world.scene import Scene


def _phone(scene: Scene) -> tuple[str, str]:
    """A number as printed and its digits; area code 0200 and prefix 0900 000 belong to nobody."""
    rng = scene.rng
    if scene.chance(0.5):
        digits = f"0200355{rng.randint(0, 9999):04d}"
        printed = scene.pick(
            (
                f"{digits[:4]}.{digits[4:8]}.{digits[8:]}",
                f"({digits[:4]}) {digits[4:]}",
                digits,
                f"{digits[:4]} {digits[4:7]} {digits[7:]}",
            )
        )
    else:
        digits = f"0900000{rng.randint(0, 999):03d}"
        printed = scene.pick(
            (digits, f"{digits[:4]}.{digits[4:7]}.{digits[7:]}", f"{digits[:4]} {digits[4:7]} {digits[7:]}")
        )
    return printed, digits


def phone(scene: Scene) -> Phrase:
    printed, digits = _phone(scene)
    return fact("contacts", printed, kind="phone", value=digits)


def email(scene: Scene) -> Phrase:
    box = scene.pick(("vanthu", "bantochuc", "phongtrao", "tonghop", "vanphong"))
    address = f"{box}@{scene.office.domain}"
    return fact("contacts", address, kind="email", value=address)


def url(scene: Scene) -> Phrase:
    page = scene.pick(("", "/van-ban", "/bieu-mau", "/thi-dua"))
    address = f"{scene.pick(('https://', 'http://', 'www.'))}{scene.office.domain}{page}"
    return fact("contacts", address, kind="url", value=address)


def soft_copy(scene: Scene) -> Phrase:
    lead = scene.pick(
        ("Bản mềm gửi qua địa chỉ thư điện tử: ", "File mềm gửi về hộp thư: ", "Bản điện tử gửi qua email: ")
    )
    return say(lead, email(scene), ".")


def ask_here(scene: Scene) -> Phrase:
    who = f"đồng chí {person(scene.rng)}" if scene.office.kind != "school" else f"thầy (cô) {person(scene.rng)}"
    lead = scene.pick(("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị liên hệ ", "Thông tin chi tiết liên hệ "))
    number = scene.pick((", số điện thoại ", ", điện thoại: ", " (ĐT: "))
    tail = ")" if number.endswith("(ĐT: ") else ""
    both = say(number, phone(scene), tail)
    return say(lead, who, both, scene.pick((" để được hướng dẫn.", ".")))


def forms_online(scene: Scene) -> Phrase:
    return say("Biểu mẫu đăng tải tại địa chỉ ", url(scene), scene.pick((".", " để các đơn vị thuận tiện sử dụng.")))


def phone_and_mail(scene: Scene) -> Phrase:
    """Both in one line: `Điện thoại: ...; email: ...`."""
    lead = scene.pick(("Thông tin liên hệ: điện thoại ", "Mọi thông tin xin liên hệ số điện thoại "))
    return say(lead, phone(scene), scene.pick(("; email: ", ", thư điện tử: ")), email(scene), ".")


def hot_line(scene: Scene) -> Phrase:
    return say(scene.pick(("Đường dây nóng tiếp nhận phản ánh: ", "Số điện thoại thường trực: ")), phone(scene), ".")


def download(scene: Scene) -> Phrase:
    """An address in brackets."""
    return say("Toàn văn tài liệu được đăng trên trang thông tin điện tử (", url(scene), ").")


CONTACTS = (soft_copy, ask_here, forms_online, phone_and_mail, hot_line, download)


# -- recipients ----------------------------------------------------------------------------------------------


def recipient(role: str, name: str, note: str = "") -> Phrase:
    """One list member; a bracket that says why the copy is sent is its note."""
    tail = say(" (", tag("note", note), ")") if note else ""
    return fact("recipients", tag("name", name), tail, role=role)


def split_note(line: str) -> tuple[str, str]:
    """`Thường trực Tỉnh ủy (b/c)` as name and note."""
    name, bracket, note = line.partition(" (")
    return (name, note.rstrip(")")) if bracket else (line, "")


def archive(scene: Scene) -> Phrase:
    """`Lưu: VT, CSPL (02b).`: the cue belongs to the quote; the bracket with the copies stays in the name."""
    unit = f", {scene.pick(scene.office.units)}" if scene.office.units else ""
    name = scene.pick((f"VT{unit}", f"VT{unit}", f"VT{unit} (02b)", f"VP{unit}" if unit != ", VP" else "VP"))
    return fact("recipients", scene.pick(("Lưu: ", "Lưu: ", "Lưu ")), tag("name", name), role="archive")
