"""The letterhead, the title and the addressees of a dispatch: the cells above the body and what opens it.

Cells follow Decree 30/2020/NĐ-CP, annex I, the Party's Guidance 36-HD/VPTW 2018 and the Youth Union's after it; the
rates at which typists leave the rule are by eye, over real pages, no count behind them.
"""

from __future__ import annotations

from dataclasses import replace

from congvan.synth.phrase import Phrase, capital, fact, say, tag
from congvan.synth.tree import Block, Blocks
from congvan.synth.wording import contacts
from congvan.synth.wording.references import coded
from congvan.synth.world.scene import Scene
from congvan.synth.writing.foot import foot

__all__ = ["addressees", "foot", "letterhead", "numbered_end", "title"]

# Drafts: number and day not filled in; numbers or days left blank alone, for the pen.
DRAFTS, BLANK_NUMBERS, BLANK_DAYS = 0.03, 0.03, 0.02
SPACED_NUMBERS, LETTERED, LOST_DASH, LOST_LETTER = 0.12, 0.03, 0.05, 0.02
URGENT, URGENT_TELEGRAMS = 0.06, 0.5
# Who writes what is secret: mostly the Party and people's committees (2 to 3 in a hundred over all offices).
SECRET = {"party": 0.06, "committee": 0.06, "department": 0.03}
SECRET_ELSEWHERE = 0.008
URGENCIES = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
SECRECIES = ("MẬT", "MẬT", "MẬT", "TỐI MẬT", "TUYỆT MẬT")
# Types of which an office writes most: their numbers grow highest.
_MANY = ("công văn", "quyết định", "giấy mời", "thông báo")
# Decisions with the year in their number lay down rules (Law 80/2015/QH13).
NORMATIVE = 0.12


def letterhead(scene: Scene, kind: str, subject: str) -> tuple[Blocks, Blocks]:
    """The two columns above the body: parent, issuer, number (and `V/v`, marks); nation, place and date."""
    office = scene.office
    draft = scene.chance(DRAFTS)
    left: Blocks = []
    if office.parent:
        left.append(Block("parent", fact("header.parent", tag("value", "\n".join(office.parent)))))
    left.append(Block("issuer", fact("header.issuer", tag("value", "\n".join(office.issuer)))))
    if office.party_codes:
        left.append(Block("star", say("*" if office.kind == "party" else "***")))
    left.append(Block("code", _number(scene, kind, draft)))
    if kind == "công văn":
        lead = scene.pick(("V/v", "V/v", "V/v", "Về việc", "Vv:", "V/v:"))
        about = say(fact("header.type", lead, value=kind), " ", fact("header.subject", tag("value", subject)))
        left.append(Block("about", about))
    left += _marks(scene, URGENT_TELEGRAMS if kind == "công điện" else URGENT)
    dash = scene.pick((" - ", " - ", " - ", " – "))
    lines = [line.replace(" - ", dash) for line in office.nation]
    right = [Block(role, say(line)) for role, line in zip(("nation", "motto"), lines, strict=False)]
    return left, [*right, Block("place_date", _placed(scene, draft))]


def _marks(scene: Scene, urgent: float) -> Blocks:
    """Marks in the left column: how secret, how urgent."""
    made: Blocks = []
    if scene.chance(SECRET.get(scene.office.kind, SECRET_ELSEWHERE)):
        word = scene.pick(SECRECIES) if scene.office.level == "province" else SECRECIES[0]
        made.append(Block("secrecy", fact("header.secrecy", word, value=word.lower())))
    if scene.chance(urgent):
        word = scene.pick(URGENCIES)
        made.append(Block("urgency", fact("header.urgency", word, value=word.lower())))
    return made


# -- the number ----------------------------------------------------------------------------------------------


def _number(scene: Scene, kind: str, draft: bool) -> Phrase:
    """`Số: 129/KH-UBND` as typists leave it; the number is null where it is not filled in."""
    party = scene.office.kind == "party"
    cue = "Số " if party and scene.chance(0.7) else scene.pick(("Số: ", "Số: ", "Số: ", "Số: ", "Số : ", "Số:", "Số "))
    digits, mark, symbol = _parts(scene, kind)
    if scene.chance(LOST_LETTER):
        symbol = scene.pick((symbol.replace("Đ", "Ð"), symbol.replace("Đ", "D"), symbol.replace("Đ", "đ")))
    if draft or scene.chance(BLANK_NUMBERS):
        blank = scene.pick(("      ", "     ", "........", "       "))
        return say(cue, blank, mark, symbol, scene.pick(("\n(Dự thảo)", "", "\nDỰ THẢO")) if draft else "")
    printed = f"{digits}{mark}{symbol}"
    if scene.chance(SPACED_NUMBERS):
        printed = scene.pick((f"{digits} {mark}{symbol}", f"{digits} {mark} {symbol.replace('-', ' - ')}"))
    if scene.chance(LOST_DASH):
        printed = printed.replace("-", "–")
    return say(cue, fact("header.code", printed, value="".join(printed.split())))


def _parts(scene: Scene, kind: str) -> tuple[str, str, str]:
    """The digits of the number, the mark after them, and the symbol."""
    office = scene.office
    small = 950 if office.units else 180  # who has parts of its own writes more
    top = {"grassroots": small, "district": 950}.get(office.level, 2900)
    number = scene.rng.randint(3, top if kind in _MANY and not office.party_codes else top // 5)
    unit = scene.pick(office.units) if office.units and scene.chance(0.8) else ""
    code = coded(number, kind, office, unit)
    digits = f"{number:02d}"
    mark, symbol = code[len(digits)], code[len(digits) + 1 :]
    if scene.chance(LETTERED):
        digits += scene.pick(("a", "b", "A"))
    if office.party_codes:
        return digits, mark, symbol + (f"-{unit}" if unit and not symbol.endswith(unit) and scene.chance(0.5) else "")
    if office.partner:
        symbol = symbol.replace("KH-", scene.pick(("KHPH-", "KHLT-", "KH-")), 1).replace("CTr-", "CTPH-", 1)
    elif kind == "công văn" and office.kind in ("union", "school") and scene.chance(0.15):
        symbol = f"CV-{symbol}"
    elif kind == "quyết định" and office.symbol == "UBND" and scene.chance(NORMATIVE):
        symbol = f"{scene.year}/{symbol}"
    return digits, mark, symbol


# -- place and day -------------------------------------------------------------------------------------------


def _placed(scene: Scene, draft: bool) -> Phrase:
    """`Hoài Giang, ngày 05 tháng 01 năm 2024`; the day is null where it is not filled in."""
    place = fact("header.place", tag("value", scene.office.place))
    day, comma = scene.day, "," if scene.chance(0.04) else ", "
    if draft or scene.chance(BLANK_DAYS):
        gap = scene.pick(("      ", "     ", " ..... ", "    "))
        month = scene.pick((f" {day.month} ", f" {day.month:02d} ", gap))
        return say(place, comma, f"ngày{gap}tháng{month}năm {day.year}")
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    habit = scene.rng.random()
    if habit < 0.08:
        month = f"{day.month:02d}"
    printed = f"{day.day:02d}" if habit < 0.93 else str(day.day)
    words = f"ngày {printed} tháng {month} năm {day.year}"
    return say(place, comma, fact("header.issued_on", words, value=day.isoformat()))


# -- title and addressees ------------------------------------------------------------------------------------


def title(kind: str, subject: str, about: str = "") -> Blocks:
    """Type in capitals and the subject under it; `Về việc` is no part of the subject."""
    words = fact("header.subject", tag("value", subject if about else capital(subject)))
    return [Block("title", fact("header.type", kind.upper(), value=kind)), Block("subject", say(about, words))]


def addressees(scene: Scene) -> Blocks:
    """`Kính gửi:` with one body on its line, a list under it, or a list that begins on its line."""
    names = list(scene.office.addressees)[: scene.rng.randint(1, 4)]
    cue = scene.pick(("Kính gửi: ", "Kính gửi: ", "Kính gửi: ", "Kính gửi : ", "Kính gửi:   "))
    if len(names) == 1:
        quote = fact("recipients", cue, tag("name", names[0]), role="addressee")
        return [Block("salutation", say(quote, scene.pick((".", ".", ""))))]
    dash = scene.pick(("- ", "- ", "- ", "-", "– ", "+ "))
    ends = [scene.pick((";", ";", ";", ""))] * (len(names) - 1) + ["."]
    lines = [say(dash, contacts.recipient("addressee", n), end) for n, end in zip(names, ends, strict=True)]
    if scene.chance(0.2):
        first = fact("recipients", cue, dash, tag("name", names[0]), role="addressee")
        head = Block("salutation", say(first, ends[0]))
        return [head, *(Block("addressee", line) for line in lines[1:])]
    return [Block("salutation", say(cue.strip())), *(Block("addressee", line) for line in lines)]


def numbered_end(blocks: Blocks) -> Blocks:
    """`./.` closes the body (Decree 30/2020, annex I, part II, section I.6)."""
    last = blocks[-1]
    if last.text.endswith((".", ";")):
        cut = replace(last.phrase, text=last.text[:-1])
        blocks[-1] = replace(last, phrase=say(cut, "./."))
    return blocks
