"""Contacts: e-mail addresses, telephone numbers and web addresses of running text, tables and forms.

A signature caption's address says who signed, not whom to reach, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.text.likeness import flat, is_near
from congvan.text.tokens import context_of, text_of

# Each branch bounded: input is hostile. Blanks inside an address come from OCR and wrapped lines.
_EMAIL = regex.compile(
    r"""
    (?<![\w.+-]) (?P<user>[A-Za-z0-9][A-Za-z0-9_.+-]{0,62})
    (?: [ ]?@[ ]? | [(][@)] | © | [ ]?[(\[]at[)\]][ ]? )                             # OCR: vanthu(@sonha.gov.vn
    (?P<host>[A-Za-z0-9-]{1,60} (?: \. [A-Za-z0-9-]{2,30} ){1,5} )                  # vanthu@sonha.gov.vn
    """,
    regex.VERBOSE,
)
_URL = regex.compile(
    r"""
      (?<![\w@]) (?: https? [ ]?:[ ]?/[ ]?/[ ]? | ftp:// ) (?P<rest>[A-Za-z0-9][^\s<>"“”|,;]{2,300})
                                                                                    # https://sonha.gov.vn/tin
    | (?<![\w@./]) (?P<rest>www\.[A-Za-z0-9][^\s<>"“”|,;]{2,300})                    # www.sonha.gov.vn
    | (?<![\w@./-]) (?<![(][)]) (?P<rest>[A-Za-z][A-Za-z0-9-]{0,40} (?:\.[A-Za-z0-9-]{2,40}){0,3}
        \.(?:com|net|org|edu|gov|info|vn|asia)(?:\.vn)? (?![\w@.-]*@) (?!\.?[A-Za-z])
        (?:/[^\s<>"“”|,;]{0,200})? )                                                # sonha.gov.vn
    | (?<![\w@./-]) (?P<rest>[A-Za-z0-9-]{2,30}\.(?:ly|gl|gle|me|page|link|app|io)/[A-Za-z0-9][^\s<>"“”|,;]{2,200})
                                                                                    # bit.ly/sonha
    """,
    regex.VERBOSE,
)
# A telephone number: nine to eleven digits with a leading 0, +84 or (0), in groups; two may be joined by a stroke.
_PHONE = regex.compile(
    r"""
    (?<![\d\p{L}.-]) (?<!\d\s) (?<! (?<![\d .]{6}) / )
    [(]? (?:\+[ ]?84|0\d{1,3}) (?:[)]\n?)? (?: [ .\-–]{0,3} [(]?\d[)]? ){6,10}      # 0255.3822 815 ; (0255) 3822815
    (?![\d\p{L}]) (?! / (?!\d[\d .]{5}) ) (?!\.\d)
    """,
    regex.VERBOSE,
)
_LOCAL = regex.compile(
    r"""
    (?<![\d.,-]) (?<! (?<!\d{6}) / )
    (?P<local> \d{3,4} (?:[ .]?\d{3,4}){1,2} | \d (?:[ .]\d{3}){2} | \d{6,8}        # 3822 815 ; 3.822.815
        | 080[ .]?\d{5} )                                                           # 080.44012: offices of the State
    (?![\d\p{L}/]|[.,]\d|\s?(?:đồng|đ\b|triệu|người|lượt))
    """,
    regex.VERBOSE,
)
_DATE = regex.compile(r"\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d{2}(?!\d)")
_MAIL_HOSTS = ("gmail.com", "yahoo.com", "yahoo.com.vn", "hotmail.com", "outlook.com")
_URL_CUE = regex.compile(
    r"(?:website|web|trang|dia chi|cong thong tin|truy cap|internet|duong dan|link|xem|tra cuu|dang ky|dang tai)\b"
    r"[^.;]{0,24}$"
)
# Words that announce a telephone number; a fax number is one too (data/annotated/GUIDELINES.md).
_PHONE_CUE = regex.compile(
    r"(?:dien thoai|\bdt|\bsdt|\bdd|so may|\btel|hotline|duong day nong|phone|mobile|zalo|lien he|fax|tong dai|goi"
    r"|qua may|may ban|noi bo)\b"
)
_NO_PHONE = regex.compile(
    r"(?:tai khoan|\bstk|so tien|kinh phi|ma so|\bmst|cmnd|cccd|can cuoc|so ho khau|ma qhns)\b[^\n]{0,24}$"
)
_BEFORE = 48
_CAPTION_NEAR = regex.compile(
    r"thoi gian ky|nguoi ky|ky boi|\+07:?00|\d{1,2}:\d{2}:\d{2}|\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}"
)
# Lines of a signature caption round an address.
_CAPTION_LINES = 3
_TRAILING = ".,;:)]}'\"”’!?*_"
MIN_DIGITS, MAX_DIGITS = 9, 12


def extract(doc: Doc) -> list[Candidate]:
    """Candidates of kind `contacts`: attributes `kind` (`email`, `phone`, `url`) and `value`."""
    text = text_of(doc)
    taken: list[tuple[int, int]] = []
    found: list[Candidate] = []
    for kind, start, end, value in (*_emails(doc), *_urls(text), *_phones(text)):
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        values = {"kind": kind, "value": value}
        found.append(Candidate("contacts", start, end, values, f"contacts.{kind}", 0.9))
    return found


def _emails(doc: Doc) -> Iterator[tuple[str, int, int, str]]:
    for match in _EMAIL.finditer(text_of(doc)):
        if not _in_caption(doc, match.start()):
            value = f"{match.group('user')}@{_host(match.group('host'))}".lower()
            yield "email", match.start(), match.end(), value


def _host(printed: str) -> str:
    """The host as printed; one slip in the name of a great mail host is the reader's."""
    return next((host for host in _MAIL_HOSTS if is_near(printed.lower(), host)), printed)


def _in_caption(doc: Doc, at: int) -> bool:
    """Does the address stand in a signature caption: on a line of its own (or after `Email:`) among signing times?"""
    context = context_of(doc)
    canonical, index = context.canonical, context.layout.block_at(at).index
    here = canonical.paragraphs[index]
    if here.end - here.start > 90:
        return False
    near = canonical.paragraphs[max(index - _CAPTION_LINES, 0) : index + _CAPTION_LINES + 1]
    return any(_CAPTION_NEAR.search(flat(text_of(doc)[p.start : min(p.end, p.start + 120)])) for p in near)


def _urls(text: str) -> Iterator[tuple[str, int, int, str]]:
    for match in _URL.finditer(text):
        end = match.end() - len(match.group()) + len(match.group().rstrip(_TRAILING))
        printed = text[match.start() : end]
        if "@" not in printed and printed.isascii() and _is_address(text, match.start(), printed):
            yield "url", match.start(), end, "".join(printed.split()).lower()


def _is_address(text: str, start: int, printed: str) -> bool:
    """A bare name with one dot (`sonha.vn`) is an address only where the words before it say so."""
    if "/" in printed or printed.count(".") > 1:
        return True
    before = flat(text[max(start - _BEFORE, 0) : start]).rsplit("\n", 1)[-1]
    return "." in printed and bool(_URL_CUE.search(before))


def _phones(text: str) -> Iterator[tuple[str, int, int, str]]:
    for match in _PHONE.finditer(text):
        digits = "".join(c for c in match.group() if c.isdigit())
        before = flat(text[max(match.start() - _BEFORE, 0) : match.start()])
        if (
            MIN_DIGITS <= len(digits) <= MAX_DIGITS
            and not _DATE.match(match.group())
            and not _is_other(before, cued=False)
        ):
            value = f"+{digits}" if match.group().lstrip(" (").startswith("+") else digits
            yield "phone", match.start(), match.end(), value
    for match in _LOCAL.finditer(text):
        before = flat(text[max(match.start() - _BEFORE, 0) : match.start()])
        digits = "".join(c for c in match.group() if c.isdigit())
        if 6 <= len(digits) <= 8 and not _is_other(before, cued=True):
            yield "phone", match.start(), match.end(), digits


def _is_other(before: str, *, cued: bool) -> bool:
    """Is the figure no telephone number, by the words before it on its line?"""
    line = before.rsplit("\n", 1)[-1]
    nearest = max((match.start() for match in _PHONE_CUE.finditer(line)), default=-1)
    if (cued and nearest < 0) or _NO_PHONE.search(line):
        return True
    return cued and bool(regex.search(r"\p{L}{2}", line[nearest:].split(":", 1)[-1])) and ":" in line[nearest:]
