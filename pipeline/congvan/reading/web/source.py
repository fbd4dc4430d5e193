"""Bytes of a web page, or of a page saved with its parts (MHT), -> its tree. Nothing is fetched, no script is run."""

from __future__ import annotations

import codecs
import email
import email.policy
import unicodedata
from email.message import Message

import regex
from lxml import etree, html

from congvan.errors import DocumentError
from congvan.reading.plain import BOMS, decoded
from congvan.reading.rows.legacy import MIN_SYLLABLES, strange_words, syllable_share

MARK_WITHIN = 4096
# Content types name a boundary of at most 70 characters (RFC 2046, 5.1.1); the parser of headers is quadratic.
LONGEST_HEADER = 2_000
# A saved page has one or two envelopes; each line is held against the boundaries of all that are open.
MAX_ENVELOPES = 20
_CHARSET = regex.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", regex.IGNORECASE)
# <?xml version="1.0"?>, <![if !supportLists]>
_DECLARED = regex.compile(r"<\?xml[^>]{0,200}\?>|<!\[(?:if|endif)[^\]>]{0,100}\]>", regex.IGNORECASE)
_MIME_HEAD = regex.compile(rb"\s*[A-Za-z-]+:[^\n]*\n")
# A tag with its attributes: the parser holds each against all before it. Scripts hold signs like those of tags.
_TAG = regex.compile(
    r"""
    <!--.*?(?:-->|\Z) | <(?P<name>[a-z][^\s/>]*)(?P<inside>(?: [^>=] | =\s*"[^"]*" | =\s*'[^']*' | = )*+)
    (?: (?<=<script\b[^<>]{0,200}) > .*?(?:</script|\Z) )?
    """,
    regex.IGNORECASE | regex.VERBOSE | regex.DOTALL,
)
_VALUE = regex.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
MAX_ATTRIBUTES = 2_000
# A code that pages name although they are written in another one: the bytes decide.
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii", "latin-1"})
# Characters of a text that no page holds, and that the parser takes for its end.
_CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def tree_of(data: bytes) -> etree._Element:
    """The root of a page. Raises DocumentError: `damaged` where there is none, `not_text` in an unknown code."""
    data, told = page_bytes(data)
    text = _DECLARED.sub("", _CONTROLS.sub(" ", page_text(data, told)))
    if any(_is_overfull(tag) for tag in _TAG.finditer(text)):
        raise DocumentError("A mark of the page has thousands of attributes.", "Save it anew.", reason="damaged")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DocumentError(f"The page can't be parsed ({error}).", "Save it anew.", reason="damaged") from error
    if any(fault.level_name == "FATAL" for fault in parser.error_log):
        # The parser gives up at 2,048 elements in each other and leaves out the rest.
        raise DocumentError("The page is nested too deep to be read whole.", "Save it as PDF.", reason="damaged")
    return root


class _ShortHeaders(email.policy.Compat32):
    """Headers by their beginning."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


def _is_overfull(tag: regex.Match[str]) -> bool:
    inside = tag["inside"] or ""
    return len(inside) > MAX_ATTRIBUTES and len(_VALUE.sub(" ", inside).replace("/", " ").split()) > MAX_ATTRIBUTES


def page_bytes(data: bytes) -> tuple[bytes, str | None]:
    """`(bytes of the page, charset that its envelope tells)`: of an MHT file the first page in it."""
    head = data[:MARK_WITHIN].lower()
    if not (_MIME_HEAD.match(data) and b"mime-version:" in head and b"multipart/related" in head):
        return data, None
    if data.lower().count(b"multipart/") > MAX_ENVELOPES:
        raise DocumentError("The saved page is nested too deep.", "Save it anew as a web page.", reason="damaged")
    try:
        message: Message = email.message_from_bytes(data, policy=_ShortHeaders())
        for part in message.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                return (content if isinstance(content, bytes) else b""), part.get_content_charset()
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise DocumentError(f"The saved page can't be opened ({error}).", "Save it anew.", reason="damaged") from error
    raise DocumentError("The saved page holds no page.", "Save it anew as a web page.", reason="damaged")


def page_text(data: bytes, told: str | None = None) -> str:
    """The characters of a page: by its mark, as UTF-8, as it declares, or by what becomes Vietnamese; in NFC.

    Raises DocumentError (`not_text`).
    """
    if any(data.startswith(mark) for mark in BOMS):
        text = decoded(data)
    else:
        text = _utf8(data) or _declared(data, told) or decoded(data)
    if text is None:
        raise DocumentError(
            "The page is in no code that is known.", "Save it in UTF-8.", reason="not_text", status="unsupported"
        )
    return unicodedata.normalize("NFC", text)


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8") if b"\x00" not in data else None
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, told: str | None) -> str | None:
    """As the page declares it, unless that leaves no Vietnamese where another code does."""
    found = _CHARSET.search(data, 0, MARK_WITHIN)
    name = told or (found[1].decode("ascii", "replace") if found else "")
    try:
        codec = codecs.lookup(name)
        if not getattr(codec, "_is_text_encoding", True):
            return None
        text = data.decode(codec.name, "replace")
    except (LookupError, ValueError):
        return None
    if codec.name not in _WESTERN and "\ufffd" not in text:
        return text
    other = decoded(data)
    words = strange_words(text, any_mark=True)
    return text if other is None or not words or syllable_share(words) >= MIN_SYLLABLES else other
