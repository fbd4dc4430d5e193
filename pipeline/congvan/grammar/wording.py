"""Words of office language by the part they play: what is counted, what is done, what joins; text in, words out.

The lexicons `office_words` and `counted` name the words that decide where a subject ends and a predicate begins;
longest match over syllables, linear in the text. What they do not know has the part "", or, where the caller asks for
it, the bounds and the part that underthesea's segmenter and tagger give it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from congvan.lexicons import load
from congvan.text.folding import lowered_word
from congvan.text.parts import Tagged, tagged_words

_PIECE = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\d&²]*|\d[\d.,]*\d|\d|[^\s\p{L}\p{M}\d]")
_LONGEST_MISREAD = 3  # syllables of an entry that is known with one tone mark misread
_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")  # grave, acute, tilde, hook, dot below
_SHARED = 2  # syllables; the last syllable of a longer entry may belong to the next word
_LONGEST = 7  # syllables of the longest entry of the lexicons


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one or more syllables, a figure or a mark: half-open span, lower-case key, part.

    Parts: `verb`, `modal`, `attribute`, `adjective`, `link`, `noun`, `figure`, `mark`, "" (not in the lexicons); a
    counted noun has the part `noun` and its class in `counts` (`person`, `body`, `thing`, `event`, `award`,
    `money`, `time`, `paper`, `measure`, `score`). `support`: a verb that only governs a figure. `guessed`: no lexicon
    knows the word, the tagger gave its part; a counted noun of that kind has the class `unknown`.
    """

    start: int
    end: int
    key: str
    part: str
    counts: str = ""
    support: bool = False
    guessed: bool = False


def key_of(text: str) -> str:
    """The form under which a word stands in the table: lower case, one blank, one style of tone marks."""
    return " ".join(lowered_word(syllable) for syllable in text.split())


def keys(words: str) -> frozenset[str]:
    """The keys of words written as `một|hai|ba`, for constants that are compared with `Word.key`."""
    return frozenset(key_of(word) for word in words.split("|"))


def any_of(*words: str) -> regex.Pattern[str]:
    """A pattern of whole words, given as `tiêu chí|tiêu chuẩn`; blanks match any white space, case does not count.

    Each alternative may be a pattern of its own that uses no blank and no bar but these.
    """
    forms = "|".join(r"\s+".join(form.split(" ")) for form in "|".join(words).split("|"))
    return regex.compile(rf"(?<!\p{{L}})(?:{forms})(?!\p{{L}})", regex.IGNORECASE)


# After these a verb is a noun: `công tác tuyên truyền`, `các hoạt động`, `lớp tập huấn`, `người tham gia`.
_NOMINALISERS = keys(
    "công tác|việc|sự|cuộc|buổi|đợt|phong trào|quá trình|lĩnh vực|hình thức|nội dung|mức|các|những|"
    "người|kết quả|hội nghị|chiến dịch|chế độ|chính sách|quy trình|phương pháp|kỹ năng|năng lực|khả năng|chương trình|"
    "kế hoạch|mô hình|sổ|danh hiệu|cờ|tiêu chí|nhiệm vụ|bản|giấy|quy chế|hoạt động|"
    "hồ sơ|đơn|phiếu|danh sách|biên bản|chuyên đề|hội thảo|tháng|tuần|cuộc vận động|vốn"
)
# These are often subjects too; only with some verbs they make one noun: `khối thi đua`, but `chi đoàn đề nghị`.
_BODY_HEADS = keys("lớp|khối|cụm|ban|phòng|đội|đoàn|tổ|cơ sở|hội đồng|nhà|cán bộ|đơn vị|cơ quan")
_ORGANISES, _ORGANISERS = keys("tổ chức"), keys("đơn vị|cơ quan|cơ sở|khối|cụm|đoàn|lớp|nhà")
_SETTLES, _TIMELY = keys("giải quyết|xử lý|xử lí|trả|hoàn thành"), keys("đúng|trước|xong|kịp")
_EACH = keys("mỗi|từng|một")
_ALWAYS_VERBS = keys("đạt|có|chiếm|gồm|gồm có|bao gồm|không|phấn đấu|đạt chuẩn")
_SENDING = keys("gửi|nộp|trình|trả|chuyển|lập")  # `danh sách gửi về ...`: the paper is sent, it has no such name
_FROM = "từ"
_WHO = keys("người")
_COMPOUNDED = keys(
    "thi đua|tập huấn|tuyên truyền|kiểm tra|sinh hoạt|đối thoại|học tập|giám sát|tổ chức|đào tạo|bồi dưỡng|quản lý|"
    "quản lí|chỉ đạo|vận động|thẩm định|thanh tra|tư vấn|khảo sát|kiểm định|truyền thông|học|thi|khám"
)


class Wording:
    """The words of a stretch of text, found once; parts of it are cut out without reading the text again."""

    def __init__(self, text: str, start: int, end: int, *, tagged: bool = False) -> None:
        """`tagged`: ask the tagger for words that no lexicon knows."""
        self.text = text
        self._words = words_of(text, start, end)
        if tagged:
            self._words = _without_complements(_with_guesses(text, self._words, tagged_words(text, start, end)))
        self._starts = [word.start for word in self._words]

    def between(self, start: int, end: int) -> list[Word]:
        """The words that begin at or after `start` and end at or before `end`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        while last > first and self._words[last - 1].end > end:
            last -= 1
        return self._words[first:last]


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets in order; white space belongs to none."""
    pieces = [(m.start(), m.end(), key_of(m.group())) for m in _PIECE.finditer(text, start, end)]
    found: list[Word] = []
    at = 0
    while at < len(pieces):
        word, at = _longest(pieces, at)
        if word.key == _FROM and not (found and found[-1].part == "figure"):
            word = replace(word, part="link", counts="")  # `500 từ` counts words, `từ 500` does not
        if word.part == "verb" and _is_noun(text, found, word) and not _has_object(text, found, word, pieces, at):
            word = replace(word, part="noun", support=False)
        found.append(word)
    return found


def _is_noun(text: str, before: list[Word], word: Word) -> bool:
    """Is this verb the second half of a noun (`khối thi đua`)? Not in `mỗi lớp thiết kế`, nor where a capital opens."""
    sent = word.key in _SENDING and bool(before) and before[-1].part == "noun" and before[-1].key not in _WHO
    if not before or word.key in _ALWAYS_VERBS or sent:
        return False
    if before[-1].key in _BODY_HEADS:
        return word.key in _COMPOUNDED
    if before[-1].key not in _NOMINALISERS:
        return False
    counted = len(before) > 1 and (before[-2].key in _EACH or before[-2].part == "figure")
    each = counted and word.key not in _COMPOUNDED
    opens = text[word.start].isupper() and not text[before[-1].start].isupper()
    return not each and not opens


def _has_object(text: str, before: list[Word], word: Word, pieces: list[tuple[int, int, str]], at: int) -> bool:
    """Is `tổ chức` after a body what the body does (`mỗi đơn vị tổ chức 02 lớp`), not which body it is?

    So is `giải quyết` after a paper where its time is told (`hồ sơ giải quyết đúng hạn`).
    """
    if word.key in _SETTLES and at < len(pieces):
        return pieces[at][2] in _TIMELY
    if word.key not in _ORGANISES or before[-1].key not in _ORGANISERS or at == len(pieces):
        return False
    following, _ = _longest(pieces, at)
    return following.part not in ("mark", "modal", "link") and text[word.start].islower()


def _longest(pieces: list[tuple[int, int, str]], at: int) -> tuple[Word, int]:
    start, end, key = pieces[at]
    if key[0].isdigit():
        return Word(start, end, key, "figure"), at + 1
    if not key[0].isalpha():
        return Word(start, end, key, "mark"), at + 1
    entries, heads = _table()
    for length in range(min(heads.get(key, 0), len(pieces) - at), 0, -1):
        joined = " ".join(piece[2] for piece in pieces[at : at + length])
        entry = entries.get(joined)
        if entry is not None and not (length > _SHARED and _runs_on(pieces, at + length, entries)):
            part, counts, support = entry
            return Word(start, pieces[at + length - 1][1], joined, part, counts, support), at + length
    return _misread(pieces, at) or (Word(start, end, key, ""), at + 1)


def _misread(pieces: list[tuple[int, int, str]], at: int) -> tuple[Word, int] | None:
    """The longest entry of two syllables and more of which only a tone mark was misread (`tố chức` for `tổ chức`)."""
    entries, toneless = _table()[0], _toneless()
    for length in range(min(_LONGEST_MISREAD, len(pieces) - at), 1, -1):
        run = pieces[at : at + length]
        entry = toneless.get(" ".join(_without_tone(piece[2]) for piece in run))
        if entry is not None and sum(a != b[2] for a, b in zip(entry.split(), run, strict=True)) == 1:
            part, counts, support = entries[entry]
            return Word(run[0][0], run[-1][1], entry, part, counts, support), at + length
    return None


@cache
def _toneless() -> dict[str, str]:
    """Entries of two syllables and more by their form without tone marks, where no other entry has the same."""
    found: dict[str, list[str]] = {}
    for entry in _table()[0]:
        if " " in entry:
            found.setdefault(" ".join(map(_without_tone, entry.split())), []).append(entry)
    return {form: several[0] for form, several in found.items() if len(several) == 1}


@lru_cache(maxsize=65536)
def _without_tone(syllable: str) -> str:
    """A syllable without its tone mark, its vowels as they are: `tổ` is `tô`."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", syllable)))


def _runs_on(pieces: list[tuple[int, int, str]], at: int, entries: dict[str, tuple[str, str, bool]]) -> bool:
    """Does the last syllable begin the next word: `tổ chức` and `hội nghị`, not `tổ chức hội` and `nghị`?"""
    return at < len(pieces) and f"{pieces[at - 1][2]} {pieces[at][2]}" in entries and pieces[at][2] not in entries


def _without_complements(words: list[Word]) -> list[Word]:
    """A guessed verb right after a noun is the noun's complement where a verb that a lexicon knows governs the clause.

    So `hồi sức` in `bố trí 15 giường hồi sức`, `chuyên trách` in `đơn vị chuyên trách được học`; but not `hài lòng` in
    `90% người dân hài lòng khi làm thủ tục`. A known verb after it counts up to the next figure or subordinate clause.
    """
    later = [False] * (len(words) + 1)  # does a known verb follow in the clause?
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        edge = word.part in ("mark", "figure") or word.key in _SUBORDINATORS
        later[i] = not edge and (later[i + 1] or _is_known_verb(word))
    found: list[Word] = []
    earlier = False
    for i, word in enumerate(words):
        earlier = word.part != "mark" and (earlier or _is_known_verb(word))
        weak = word.guessed and word.part == "verb" and bool(found) and found[-1].part in ("noun", "")
        ahead = words[i + 1] if i + 1 < len(words) else None
        # `chấp nhận thanh toán` is one predicate, but `chuyên trách chiếm ...` is not
        chained = ahead is not None and ahead.part == "verb" and ahead.key not in _ALWAYS_VERBS
        found.append(replace(word, part="") if weak and not chained and (earlier or later[i + 1]) else word)
    return found


def _is_known_verb(word: Word) -> bool:
    return word.part in ("verb", "modal") and not word.guessed


_GUESSES = {"V": "verb", "A": "adjective", "E": "link", "C": "link"}
_NOUNS = ("N", "Nc", "Nu", "Np", "Ny", "Nb")
_SUBORDINATORS = keys("khi|để|nhằm|theo|bằng|vì|nếu|trong đó")
_MAY_GIVE_WAY = keys("từ|cần")  # these often belong to a longer word (`từ thiện`, `chuyên cần`)
_TRADES = keys(
    "huấn luyện|tuyên truyền|kiểm sát|điều tra|vận động|cộng tác|giám sát|thanh tra|biên tập|phát thanh"
)  # ... viên
_PERSONS = keys("người|em|cháu")
_SENDS = keys("cử")  # `Tổ Văn phòng cử 01 người`: no noun ends in it


def _with_guesses(text: str, words: list[Word], tagged: list[Tagged]) -> list[Word]:
    """The words, but those of the tagger where the lexicons know no word or single syllables only; in one pass."""
    found: list[Word] = []
    at = i = 0
    while i < len(words):
        while at < len(tagged) and tagged[at][1] <= words[i].start:
            at += 1
        start, end, tag = tagged[at] if at < len(tagged) else (0, 0, "")
        stop = i
        while start <= words[i].start and stop < len(words) and words[stop].end <= end:
            if not _gives_way(words[stop]):
                break
            stop += 1
        whole = stop > i and (start, end) == (words[i].start, words[stop - 1].end)
        whole = whole and not _is_clause(words[i:stop], tag)
        if tag == "V" and text[words[i].start].isupper() and found and found[-1].part != "mark":
            tag = "Np"  # `Đài Truyền thanh`: a capital inside a sentence begins a name
        if whole and (stop - i > 1 or words[i].part == ""):
            found.append(_guess(text, words[i:stop], tag))
        else:
            stop = i + 1
            found.append(_guess(text, [words[i]], tag if tag in _NOUNS else "") if words[i].part == "" else words[i])
        i = stop
    return found


def _gives_way(word: Word) -> bool:
    """May the word be a part of a longer one that the tagger sees (`hội` of `hội chẩn`)?"""
    if word.part == "" or word.key in _MAY_GIVE_WAY or word.key in _TRADES:
        return True
    return " " not in word.key and word.part in ("noun", "adjective", "verb") and word.key not in _ALWAYS_VERBS


def _is_clause(pieces: list[Word], tag: str) -> bool:
    """`trường cử`: a noun and a known verb that the segmenter took for one noun."""
    if tag not in _NOUNS or len(pieces) == 1:
        return False
    if pieces[0].key in _SENDS and pieces[1].counts:
        return True  # `cử đội`
    if pieces[-1].part != "verb":
        return False
    return bool(pieces[0].counts) or pieces[-1].key in _SENDS


def _guess(text: str, pieces: list[Word], tag: str) -> Word:
    """One word of the tagger; a body with its name (`Khoa Mỏ`) is a body."""
    key = " ".join(piece.key for piece in pieces)
    start, end = pieces[0].start, pieces[-1].end
    if tag in _NOUNS:
        counts = "person" if pieces[0].key in _PERSONS else "unknown"
        if pieces[0].counts == "body" and len(pieces) > 1 and text[pieces[1].start].isupper():
            counts = "body"
        return Word(start, end, key, "noun", counts, guessed=True)
    return Word(start, end, key, _GUESSES.get(tag, ""), guessed=True)


@cache
def _table() -> tuple[dict[str, tuple[str, str, bool]], dict[str, int]]:
    """The lexicons as one table, and for each first syllable the most syllables an entry has."""
    entries: dict[str, tuple[str, str, bool]] = {}
    for row in load("office_words"):
        entries[key_of(row["word"])] = (row["part"], "", row["support"] == "yes")
    for row in load("counted"):
        entries[key_of(row["noun"])] = ("noun", row["class"], False)
    for noun in _NOMINALISERS | _BODY_HEADS:  # `công tác` must be one word to make a noun of the next
        entries.setdefault(noun, ("noun", "", False))
    heads: dict[str, int] = {}
    for entry in entries:
        syllables = entry.split()
        heads[syllables[0]] = min(max(heads.get(syllables[0], 0), len(syllables)), _LONGEST)
    return entries, heads
