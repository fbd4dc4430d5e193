"""Vietnamese of the time before Unicode: TCVN3 (fonts .Vn..., "ABC") and VNI-Win (fonts VNI-...) -> Unicode.

Texts in these codes look like `C«ng v¨n` and `Coâng vaên` where their bytes were taken for Latin letters. They are told
by what becomes of them: a code is right where nearly all words with strange letters turn into Vietnamese syllables.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from itertools import islice

import regex

from congvan.lexicons import load
from congvan.reading.layers.sound import is_syllable

# So many words with strange letters are looked at; the rest of a text is in the code of its beginning.
SAMPLE_WORDS = 2000
# Fewer prove nothing; one French name in a text of English is no code.
MIN_WORDS = 4
# Of dispatches written in a code, 0.93 and more of the words with its letters become syllables with a mark (the rest
# are numbers of documents and foreign names); Latin languages and other codes stay below 0.5 in the tests' samples.
MIN_SYLLABLES = 0.8
# Text is converted only where it has at least this many times more syllables afterwards.
MIN_GAIN = 2.0

# ASCII signs, digits and typographic quotes and dashes part words; what looks like a sign of Latin-1 may be a letter.
_WORD = regex.compile(r"[^\s\x00-@\[-`{-\x7f\x80-\x9f\u2010-\u2027]+")
_STRANGE = regex.compile(r"[\u00a1-\u00fe]")
# Letters that neither code has: the text is Unicode already.
_UNICODE = regex.compile(r"[\u0102-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")
# Where an 8-bit text is cut for the capitals of TCVN3: words between signs, on one line.
_RUN = regex.compile(r"[A-Za-z\u00a1-\u00fe]+(?: [A-Za-z\u00a1-\u00fe]+)*")
# Stops close only syllables of two tones (sắc, nặng); c, g and ng become k, gh and ngh before i, e, ê, y.
_STOPPED = regex.compile(r"(?:c|ch|p|t)\Z")
_STOP_TONES = regex.compile("[\u0301\u0323]")
_BAD_START = regex.compile(r"(?:c|ng)[ieêy]|g[eê]|(?:k|gh|ngh)[^ieêy]")
_TONES = {ord(tone): None for tone in "\u0300\u0301\u0303\u0309\u0323"}


@cache
def tcvn3_codes() -> dict[str, str]:
    """Letter -> its character in TCVN3, as Latin-1 shows the byte; of capitals only Ă Â Ê Ô Ơ Ư Đ have one."""
    return {row["letter"]: chr(int(row["code"], 16)) for row in load("tcvn3")}


@cache
def vni_codes() -> dict[str, str]:
    """Letter -> its one or two characters in VNI-Win, as Latin-1 shows the bytes."""
    return {row["letter"]: bytes.fromhex(row["code"]).decode("latin-1") for row in load("vni")}


def from_tcvn3(text: str) -> str:
    """Text whose characters are TCVN3 bytes -> NFC.

    The code has small letters with tones only, and typists wrote `CéNG HßA` in a font of capitals: among words of
    capitals all letters are capitals.
    """
    return _RUN.sub(_tcvn3_run, text)


def from_vni(text: str) -> str:
    """Text whose characters are VNI-Win bytes -> NFC."""
    pattern, letters = _vni()
    return pattern.sub(lambda m: letters[m.group()], text)


DECODERS: dict[str, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}


def code_of_font(name: str) -> str | None:
    """`tcvn3` or `vni` for a font of these codes, by its name: `.VnTime`, `.VnArialH`, `VNI-Times`."""
    low = name.strip(" '\"").lower()
    if low.startswith(".vn"):
        return "tcvn3"
    return "vni" if low.startswith("vni-") else None


def is_capital_font(name: str) -> bool:
    """Fonts of TCVN3 that show small letters as capitals end in H: `.VnTimeH`."""
    return name.strip(" '\"").startswith((".Vn", ".VN", ".vn")) and name.strip(" '\"").endswith("H")


def decoder_of(text: str) -> Callable[[str], str] | None:
    """What turns the text into Unicode where it is in TCVN3 or VNI, read as Latin; None where it is not."""
    words = strange_words(text)
    if len(words) < MIN_WORDS:
        return None
    before = syllable_share(words)
    after, code = max((syllable_share(map(decode, words)), code) for code, decode in DECODERS.items())
    if after < MIN_SYLLABLES or after < MIN_GAIN * before:
        return None
    return partial(_unicode_lines, DECODERS[code])


def unicode_of(text: str) -> str | None:
    """The text in Unicode where it was written in TCVN3 or VNI and read as Latin; None where it was not.

    Lines that hold letters of Unicode Vietnamese stay as they are.
    """
    decode = decoder_of(text)
    return decode(text) if decode else None


def _unicode_lines(decode: Callable[[str], str], text: str) -> str:
    return "\n".join(line if _UNICODE.search(line) else decode(line) for line in text.split("\n"))


def decode_bytes(data: bytes) -> str | None:
    """8-bit text in windows-1258, TCVN3 or VNI -> NFC; None where it becomes Vietnamese in none of them."""
    latin = data.decode("cp1252", errors="replace")
    candidates = {
        "windows-1258": unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")),
        **{code: decode(latin) for code, decode in DECODERS.items()},
    }
    shares = {name: syllable_share(strange_words(text, any_mark=True)) for name, text in candidates.items()}
    best = max(shares, key=lambda name: shares[name])
    enough = len(strange_words(latin)) >= MIN_WORDS
    return candidates[best] if enough and shares[best] >= MIN_SYLLABLES else None


def strange_words(text: str, *, any_mark: bool = False) -> list[str]:
    """The first words of a text that hold a character of Latin-1's upper half (`any_mark`: any beyond ASCII)."""
    found = (word for m in _WORD.finditer(text) if _is_strange(word := m.group(), any_mark))
    return list(islice(found, SAMPLE_WORDS))


def _is_strange(word: str, any_mark: bool) -> bool:
    return not word.isascii() if any_mark else _STRANGE.search(word) is not None


def syllable_share(words: Iterable[str]) -> float:
    """Which part of the words are Vietnamese syllables with a mark, of a tone that their end allows; 0..1."""
    told = [_is_marked_syllable(word) for word in words]
    return sum(told) / len(told) if told else 0.0


@lru_cache(maxsize=20_000)
def _is_marked_syllable(word: str) -> bool:
    low = word.lower()
    if low.isascii() or not is_syllable(low):
        return False
    apart = unicodedata.normalize("NFD", low)
    plain = unicodedata.normalize("NFC", apart.translate(_TONES))
    if _BAD_START.match(plain):
        return False
    return not _STOPPED.search(plain) or _STOP_TONES.search(apart) is not None


@cache
def _vni() -> tuple[regex.Pattern[str], dict[str, str]]:
    """A pattern of all codes, the longer first, and code -> letter; `Aù` and `AÙ` are one letter."""
    letters = {code: letter for letter, code in vni_codes().items()}
    letters |= {code[0] + code[1].lower(): letter for code, letter in letters.items() if len(code) == 2}
    codes = sorted(letters, key=lambda code: (-len(code), code))
    return regex.compile("|".join(map(regex.escape, codes))), letters


@cache
def _tcvn3_table() -> dict[int, str]:
    return {ord(code): letter for letter, code in tcvn3_codes().items()}


def _tcvn3_run(match: regex.Match[str]) -> str:
    """Words that stand between signs. Words of ASCII alone (UBND) don't say how the others were typed."""
    words = match.group().split(" ")
    whole = _is_own_line(match)
    out: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and not any("a" <= c <= "z" for c in words[end]):
            end += 1
        if end == at:
            out.append(words[at].translate(_tcvn3_table()))
            at += 1
            continue
        capital = any(_is_capital(word) for word in words[at:end]) or (whole and (at, end) == (0, len(words)))
        decoded = [word.translate(_tcvn3_table()) for word in words[at:end]]
        out += [word.upper() for word in decoded] if capital else decoded
        at = end
    return " ".join(out)


def _is_capital(word: str) -> bool:
    """Two plain capitals and a letter of the code: `HéI`."""
    return not word.isascii() and sum("A" <= c <= "Z" for c in word) >= 2


def _is_own_line(match: regex.Match[str]) -> bool:
    """`Së Y TÕ` as a line or column of its own: two words, each with a plain capital."""
    before, after = match.string[max(match.start() - 3, 0) : match.start()], match.string[match.end() : match.end() + 3]
    alone = (not before or before.endswith(("\n", "\t", "  ", "*", "| "))) and (
        not after or after.startswith(("\n", "\t", "  ", "*", " |", "\r"))
    )
    words = match.group().split(" ")
    return alone and len(words) > 1 and all(any("A" <= c <= "Z" for c in word) for word in words)
