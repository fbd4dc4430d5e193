"""What is told after a noun or a figure: where its predicate begins and ends; pure, on words."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.figures.clause_words import BREAKS, COPULAS, HAVE, JOINS, MANAGED, VERB_JOINS
from congvan.grammar.wording import Word, keys

Span = tuple[int, int]

_WORKING = keys("làm|phụ trách|thực hiện")
_WORKS = keys("công tác|nhiệm vụ")
_ENDS = frozenset(";.")
_HOLDING = keys("tổ chức|tiến hành")
_PURPOSE = keys(
    "để|nhằm|góp phần|nhân dịp|chào mừng|theo|trong đó|so với|bằng|khi|nếu|trước|vào|mà|do|từ|đến|hằng năm|hàng năm"
)
_STOP_LINKS = keys("theo|nhằm|góp phần|nhân dịp|trong đó|so với|trước|hằng năm|hàng năm|chào mừng")
_BINDING = keys("phải|đều|phải được|đều được")
_NEEDS = keys("cần|cần được|sẽ")
# `ca bệnh có dấu hiệu cảnh báo được hội chẩn`: with these `có` narrows the noun where a predicate follows.
_NARROWING = keys(
    "dấu hiệu|nguy cơ|nhu cầu|hoàn cảnh|điều kiện|khả năng|đơn|trách nhiệm|thẩm quyền|triệu chứng|quy mô|liên quan|"
    "công|hộ khẩu|đủ|đủ điều kiện|vốn|tổ chức"
)
_WITHIN = keys("trong|trong vòng|sau|trước|từ")
_ON_TIME = keys("đúng|trước|kịp|quá")
_AT_LAST = keys("trong vòng|sau|sau khi|kể từ|xong|hoàn thành|kịp thời|đúng|ngay")
_INSIDE, _SPANS = keys("trong"), keys("mỗi|từng|đợt|tuần|dịp|thời gian")  # `trong mỗi đợt` is no part of who it is
_ON = keys("vào")
_FARES = keys("xếp loại|gửi|gửi dự thi|dự thi|phối hợp|lọt|lọt vào|đoạt|đạt giải")  # what works and ideas do
_TAILS = keys("vòng|thời gian|thời hạn|ít nhất|tối thiểu|tối đa|trong vòng|khoảng")
_COMING = keys("đến")
_WHEN = keys("hết|cuối|đầu|nay|năm|tháng|ngày|quý|tuần|giữa|khi|thời điểm|giai đoạn|nhiệm kỳ|trước|sau|hạn")


def predicate_of(after: Sequence[Word]) -> int | None:
    """Index of the first word of the predicate after a noun phrase, or None. `phải`, `đều` beat an earlier verb."""
    found = spare = None
    for i, word in _outside_brackets(after):
        if word.key in _BINDING:
            return i
        if word.key == ";" and found is None and any(w.key in _BINDING for w in after[i:]):
            continue
        if word.key in (";", ".", ":", "|") or (word.key in _PURPOSE and found is None and not _comes(after, i)):
            break
        if found is not None and (word.key == "," or word.part == "link"):
            break
        if word.key == "," and i + 1 < len(after) and after[i + 1].part == "verb":
            break  # `tại 100% chi đoàn, thu hút 200 lượt người`
        if found is None and i > 0 and (word.part in ("verb", "modal") or _comes(after, i)):
            found, spare = (None, spare or i) if _narrows(after, i) else (i, spare)
    if found is None:
        found = spare if spare is not None and not _sized(after, spare) else _passive_of(after)
    return _binding_after(after, found) if found is not None else None


def _comes(after: Sequence[Word], i: int) -> bool:
    """Is `đến` a verb (`học sinh đến cổ vũ`), not a word of time or place?"""
    following = after[i + 1] if i + 1 < len(after) else None
    if after[i].key not in _COMING or following is None or following.part in ("figure", "mark", "link"):
        return False
    return following.key.split(" ")[0] not in _WHEN and (following.guessed or following.part == "verb")


def _passive_of(after: Sequence[Word]) -> int | None:
    """Index of a participle that is the predicate: `người nghèo được cấp thẻ`, but not `kế hoạch vốn được giao`."""
    for i, word in enumerate(after[:-1]):
        if word.part == "mark":
            return None
        if i > 0 and word.part == "attribute" and word.key.startswith(MANAGED) and after[i + 1].part in ("noun", ""):
            return i
    return None


def _outside_brackets(words: Sequence[Word]) -> list[tuple[int, Word]]:
    """The words outside round brackets with their indices, up to a bracket that closes what was opened before."""
    depth, kept = 0, []
    for i, word in enumerate(words):
        depth += (word.key == "(") - (word.key == ")")
        if depth < 0:
            break
        if depth == 0 and word.key != ")":
            kept.append((i, word))
    return kept


def _binding_after(after: Sequence[Word], found: int) -> int:
    binding = next((i for i in range(found + 1, len(after)) if after[i].key in _BINDING), None)
    if binding is not None and not any(word.key in (",", "để") for word in after[found:binding]):
        return binding
    return found


def _narrows(after: Sequence[Word], i: int) -> bool:
    """`doanh nghiệp có từ 20 lao động trở lên ...`: a verb that narrows the noun before it."""
    if _sized(after, i) or is_complement(after, i):
        return True
    following = after[i + 1] if i + 1 < len(after) else None
    return after[i].key in HAVE and following is not None and following.key in _NARROWING


def is_complement(after: Sequence[Word], i: int) -> bool:
    """`cán bộ phụ trách được tập huấn`: a verb before a passive belongs to the noun; not in `hộ làm được 02 việc`."""
    if after[i].part != "verb" or i + 2 >= len(after):
        return False
    if after[i].key in _WORKING and after[i + 1].key in _WORKS:  # `người làm công tác văn thư được bồi dưỡng`
        mark = next((j for j in range(i, len(after)) if after[j].part == "mark"), len(after))
        return any(word.key == MANAGED for word in after[i:mark])
    return after[i + 1].key == MANAGED and after[i + 2].part == "verb"


def _sized(after: Sequence[Word], i: int) -> bool:
    return after[i].key in HAVE and any(word.part == "figure" for word in after[i + 1 : i + 4])


def predicate_end(after: Sequence[Word], predicate: int) -> int:
    """Offset where a predicate ends: at a comma, a bracket, a purpose, or `và` before another verb."""
    end = after[predicate].end
    for i in range(predicate + 1, len(after)):
        word = after[i]
        if _pairs_verbs(after, i):
            continue
        if word.key in BREAKS or word.key == ")" or word.key in _STOP_LINKS:
            break
        if word.key in _WITHIN and any(ahead.part == "figure" for ahead in after[i + 1 : i + 3]):
            break  # `được hội chẩn trong 06 giờ`
        if word.key in _ON and i + 1 < len(after) and (after[i + 1].counts == "time" or after[i + 1].key in _WHEN):
            break  # `đạt chuẩn vào quý III`
        if word.key in VERB_JOINS and i + 1 < len(after) and after[i + 1].part in ("verb", "modal"):
            break
        end = word.end
    last = next((i for i, word in enumerate(after) if word.end == end), predicate)
    while last > predicate and (after[last].part == "link" or after[last].key in _TAILS):
        if after[last - 1].key in _ON_TIME:  # `được trả lời đúng thời hạn`
            break
        last -= 1  # `phải xử lý xong trong vòng 48 giờ`
    return after[last].end


def _pairs_verbs(after: Sequence[Word], i: int) -> bool:
    """Does a comma join two verbs that are objects of one (`tổ chức sơ kết, rút kinh nghiệm`)?"""
    if after[i].key != "," or i < 2 or i + 1 >= len(after):
        return False
    ends = i + 2 == len(after) or after[i + 2].key in _ENDS
    return ends and after[i - 2].key in _HOLDING and after[i - 1].part == after[i + 1].part == "verb"


def predicate_start(after: Sequence[Word], predicate: int) -> int:
    """Offset where what is done begins: a duty's own `phải`, `cần`, `sẽ` is no part of it, the passive `được` is."""
    word = after[predicate]
    if (word.key not in _BINDING and word.key not in _NEEDS) or predicate + 1 == len(after):
        return word.start
    return word.end - len(MANAGED) if word.key.endswith(MANAGED) else after[predicate + 1].start


def noun_end(after: Sequence[Word]) -> int:
    """Offset where a noun phrase without a predicate ends; 0 for no words."""
    end = after[0].start if after else 0
    for i, word in enumerate(after):
        if word.key in (";", ".", ":", "(", ")", "|") or word.part == "modal":
            break
        if word.key in _PURPOSE and not (i > 0 and after[i - 1].key in HAVE):
            break
        if word.key == "," and (i + 1 >= len(after) or not after[i + 1].counts):
            break
        if word.part == "verb" and not _narrows(after, i):
            break
        if word.key not in JOINS:
            end = word.end
    return end


def object_end(after: Sequence[Word]) -> int:
    """Offset where the object of a verb ends, what narrows it included (`khám | 100% người có triệu chứng ho`)."""
    stop = next((i for i in range(1, len(after)) if _says_when(after, i)), len(after))
    after = after[:stop]
    end = noun_end(after)
    for i, word in enumerate(after):
        if word.key in (";", ".", ":", "(", ")", "|", ","):
            break
        if word.key in _PURPOSE and not (i > 0 and after[i - 1].key in HAVE):
            break
        if word.part != "link":
            end = max(end, word.end)
    return end


def _says_when(after: Sequence[Word], i: int) -> bool:
    """Does a word tell when or by which rule something is done (`trong tháng 5`, `xong`, `theo quy định`)?"""
    word, following = after[i], after[i + 1] if i + 1 < len(after) else None
    if word.key in _AT_LAST or word.key.startswith("theo "):
        return True
    return word.key in _INSIDE and following is not None and (following.counts == "time" or following.key in _SPANS)


def adjoins(text: str, at: int, after: Sequence[Word]) -> bool:
    """Does a noun phrase follow the figure (and `trở lên`) at once, no mark, no link?"""
    if not after or after[0].part in ("mark", "link"):
        return False
    return regex.search(r"[^\s\p{L}]", text[at : after[0].start]) is None


def adjoining_predicate(words: Sequence[Word], *, acts: bool) -> Span | None:
    """A predicate right after the unit: `02 buổi/tháng gặp trực tiếp sinh viên`, `02 sáng kiến được công nhận`.

    `acts`: the counted can do something; of others only a passive is told (`03 tuyến đường lắp đèn` is one noun).
    """
    for i, word in enumerate(words[:5]):
        if word.key in (",", ";", ".", "(") or word.part == "link":
            return None
        if word.part == "verb" and (acts or word.key in _FARES):
            return word.start, predicate_end(words, i)
        if word.part == "modal" or (word.part == "attribute" and word.key.startswith(MANAGED)) or word.key in COPULAS:
            return predicate_start(words, i), predicate_end(words, i)
    return None
