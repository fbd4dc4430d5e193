"""Who does what in a clause, on words: the run of verbs before a figure, its subject, the predicate after a noun."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.wording import Word, keys

Span = tuple[int, int]

HAVE = keys("có|gồm|gồm có|bao gồm")
MODALS = keys("phải|được|cần|sẽ|đều|nên|phải được|cần được|được phép|chỉ được|có thể|có trách nhiệm")
COPULAS = keys("đạt|chiếm|phải đạt|đạt được")
STRIVING = keys("phấn đấu|quyết tâm|tiếp tục")
# Words that open a clause and belong neither to its subject nor to what is done.
LEADS = keys(
    "riêng|trong đó|đối với|đề nghị|yêu cầu|phấn đấu|vận động|động viên|và|hoặc|thì|với|để|cho|tại|ở|nếu|các nội dung|"
    "cụ thể|hay|nhằm|chỉ đạo|đến|tới|của|tiếp tục|mục tiêu|chỉ tiêu"
)
JOINS = keys(",|và|hoặc|hay|là|;|gồm")
_BREAKS = frozenset(",;:.(-–+|")  # marks that end a clause; the bar is the edge of a table's cell
_INSTITUTIONS = keys("thanh tra")
_HARD_BREAKS = frozenset(";:(.-–+|")
_WORKING, _WORKS = keys("làm|phụ trách|thực hiện"), keys("công tác|nhiệm vụ")
_ENDS = frozenset(";.")
_HOLDING = keys("tổ chức|tiến hành")
_PURPOSE = keys(
    "để|nhằm|góp phần|nhân dịp|chào mừng|theo|trong đó|so với|bằng|khi|nếu|trước|vào|mà|do|từ|đến|hằng năm|hàng năm"
)
_STOP_LINKS = keys("theo|nhằm|góp phần|nhân dịp|trong đó|so với|trước|hằng năm|hàng năm|chào mừng")
_BINDING = keys("phải|đều|phải được|đều được")
_NEEDS = keys("cần|cần được|sẽ")
_SKIPPED = keys("là|từ|khoảng|dự kiến|đến|cho|tới|với|bằng|tỷ lệ|của|ở mức|mức")
_VERB_JOINS = keys(",|và|hoặc")
_GOALS = keys("mục tiêu|chỉ tiêu|,")
_EACH = keys("mỗi|từng")
_DO = keys("do")
_MANAGED = "được"
_BOUNDS = keys("ít nhất|tối thiểu|tối đa|nhiều nhất|tối đa không")
# `ca bệnh có dấu hiệu cảnh báo được hội chẩn`: with these `có` narrows the noun where a predicate follows.
_NARROWING = keys(
    "dấu hiệu|nguy cơ|nhu cầu|hoàn cảnh|điều kiện|khả năng|đơn|trách nhiệm|thẩm quyền|triệu chứng|quy mô|liên quan|"
    "công|hộ khẩu|đủ|đủ điều kiện|vốn|tổ chức"
)
_WITHIN = keys("trong|trong vòng|sau|trước|từ")
_URGING = keys("vận động|động viên")
_SIZES = keys("từ|trên|dưới")
_LISTED = 5  # words after a comma that may still be a noun of the list before it
_ON_TIME = keys("đúng|trước|kịp|quá")
_TAILS = keys("vòng|thời gian|thời hạn|ít nhất|tối thiểu|tối đa|trong vòng|khoảng")
_COMING = keys("đến")
_WHEN = keys("hết|cuối|đầu|nay|năm|tháng|ngày|quý|tuần|giữa|khi|thời điểm|giai đoạn|nhiệm kỳ|trước|sau|hạn")
_NEAR_DO = 6  # words between `do` and the verb of its clause


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
        if i > 0 and word.part == "attribute" and word.key.startswith(_MANAGED) and after[i + 1].part in ("noun", ""):
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
        return any(word.key == _MANAGED for word in after[i:mark])
    return after[i + 1].key == _MANAGED and after[i + 2].part == "verb"


def _sized(after: Sequence[Word], i: int) -> bool:
    return after[i].key in HAVE and any(word.part == "figure" for word in after[i + 1 : i + 4])


def predicate_end(after: Sequence[Word], predicate: int) -> int:
    """Offset where a predicate ends: at a comma, a bracket, a purpose, or `và` before another verb."""
    end = after[predicate].end
    for i in range(predicate + 1, len(after)):
        word = after[i]
        if _pairs_verbs(after, i):
            continue
        if word.key in _BREAKS or word.key == ")" or word.key in _STOP_LINKS:
            break
        if word.key in _WITHIN and any(ahead.part == "figure" for ahead in after[i + 1 : i + 3]):
            break  # `được hội chẩn trong 06 giờ`
        if word.key in _VERB_JOINS and i + 1 < len(after) and after[i + 1].part in ("verb", "modal"):
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
    return word.end - len(_MANAGED) if word.key.endswith(_MANAGED) else after[predicate + 1].start


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


def governing(before: Sequence[Word]) -> tuple[int, int] | None:
    """Indices of the first and last word of the last run of verbs before a figure, or None."""
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].part == "verb"), None)
    if last is None or any(word.key in (";", ".") for word in before[last:]):
        return None
    first = last
    while first > 0:
        if before[first - 1].part in ("verb", "modal"):
            first -= 1
        elif first > 1 and before[first - 1].key in _VERB_JOINS and before[first - 2].part == "verb":
            first -= 2  # `xây dựng, sửa chữa 03 nhà`
        else:
            break
    return first, last


def own_verb(before: Sequence[Word], first: int, last: int) -> int:
    """Index of the verb of a run that says what is done: without modals, verbs of asking and of a `do ...` clause."""
    if first < last and before[last].key in HAVE and before[last - 1].part == "verb" and not before[last - 1].support:
        return last  # `mỗi đội dự thi có 05 thành viên`: the verb before belongs to the subject
    if first < last and in_do_clause(before, first):
        first += 1
    first = max([first, *(i + 1 for i in range(first, last) if before[i].key in _GOALS)])
    # `Đề nghị ...` that opens a clause asks for the duty, it is not the duty.
    if (
        first < last
        and before[first].key in _URGING
        and before[first + 1].part == "verb"
        and before[first + 1].key not in COPULAS
    ):
        return first  # `vận động hiến 300 đơn vị máu`
    dropped = LEADS if first == 0 or before[first - 1].part == "mark" else STRIVING
    while first < last and (before[first].part == "modal" or before[first].key in dropped):
        first += 1
    return first


def subject_stop(before: Sequence[Word], first: int, own: int) -> int:
    """Index where the subject of a run of verbs ends: before its modals; after the verb of a `do ...` clause."""
    if first < own and in_do_clause(before, first):
        return first + 1
    return own if own > first and before[own].key in HAVE and before[own - 1].part == "verb" else first


def in_do_clause(before: Sequence[Word], i: int) -> bool:
    """Is this verb inside `do ... thành lập`, which belongs to the noun?"""
    for word in reversed(before[max(0, i - _NEAR_DO) : i]):
        if word.key in _DO:
            return True
        if word.part in ("verb", "mark"):
            return False
    return False


def subject_of(before: Sequence[Word], stop: int, *, whole: bool = False) -> Span | None:
    """The noun phrase that ends at word `stop`: back to a verb (unless `whole`) or a hard mark, without lead words."""
    first = _back(before, stop, whole=whole)
    while first < stop and (before[first].part in ("mark", "modal") or before[first].key in LEADS):
        first += 1
    while stop > first and _trails(before[stop - 1]):
        stop -= 1
    if first < stop and any(word.part == "figure" for word in before[first:stop]):
        first = next((i for i in range(stop - 1, first, -1) if before[i].key in _EACH), first)  # `02 tổ, mỗi tổ có ...`
    if first < stop and before[first].part == "figure":  # `100% trường học tổ chức 02 buổi`: without the share
        first += 2 if first + 1 < stop and before[first + 1].key == "%" else 1
        if before[first - 1].key != "%":
            return None
    if first >= stop or _is_object(before, first) or all(w.part == "adjective" for w in before[first:stop]):
        return None
    return before[first].start, before[stop - 1].end


def _back(before: Sequence[Word], first: int, *, whole: bool) -> int:
    depth = 0
    while first > 0:
        word = before[first - 1]
        if word.key == ")":
            depth += 1
        elif word.key == "(" and depth:
            depth -= 1
        elif not depth and (word.key in _HARD_BREAKS or (not whole and _says(before, first - 1))):
            break
        first -= 1
    return first


def _says(before: Sequence[Word], i: int) -> bool:
    """Is this a verb of the clause itself, not of a `do ...` clause inside the noun?"""
    if before[i].part != "verb" or _opens_name(before, i):
        return False
    return not in_do_clause(before, i) and not _bounds_size(before, i)


def _opens_name(words: Sequence[Word], i: int) -> bool:
    """`Thanh tra các sở cử 01 người`: the inspectorates; nothing but nouns stands between them and the verb."""
    if i or words[i].key not in _INSTITUTIONS:
        return False
    run = governing(words)
    return run is not None and run[0] > 1 and all(word.part == "noun" for word in words[1 : run[0]])


def _bounds_size(words: Sequence[Word], i: int) -> bool:
    """`Mỗi chi hội có dưới 100 hội viên cử 01 người`: `có` with a bound narrows the subject of a later verb."""
    return words[i].key in HAVE and i + 2 < len(words) and words[i + 1].key in _SIZES and words[i + 2].part == "figure"


def _trails(word: Word) -> bool:
    return word.part in ("mark", "modal") or word.key in _SKIPPED or word.key in JOINS


def _is_object(before: Sequence[Word], first: int) -> bool:
    """`Lập danh sách gửi về ...`: a noun right after a plain verb is its object, no subject of the next verb."""
    ahead = before[first - 1] if first else None
    return ahead is not None and ahead.part == "verb" and not ahead.support and ahead.key not in LEADS


def verb_phrase(before: Sequence[Word], first: int) -> Span:
    """The verbs from word `first` and their objects up to the figure; the verbs alone before a list or a figure."""
    last = len(before)
    listed = before[last - 1].key == ","
    while last > first + 1 and _is_slack(before[last - 1]):
        last -= 1
    if last < len(before) and before[last].key == _MANAGED and before[last - 1].part == "verb":
        last += 1  # `mỗi chi đoàn làm được 02 việc`
    run_end = next((i for i in range(first, last) if before[i].part not in ("verb", "modal")), last)
    if listed or any(word.part == "figure" or word.key in (",", ";", ":") for word in before[run_end:last]):
        last = max(run_end, first + 1)
    return before[first].start, before[last - 1].end


def _is_slack(word: Word) -> bool:
    """Does the word only stand between a verb and its figure?"""
    return word.part in ("mark", "modal") or word.key in _SKIPPED or word.key in _BOUNDS


def copular_metric(before: Sequence[Word], verb: int) -> Span | None:
    """`Thu ngân sách trên địa bàn đạt ...`: what stands before the copula is what is counted."""
    stop = verb
    while stop > 0 and (before[stop - 1].part in ("modal", "mark") or before[stop - 1].key in STRIVING):
        stop -= 1
    return clause_before(before, stop, _BREAKS)


def clause_before(before: Sequence[Word], stop: int, breaks: frozenset[str]) -> Span | None:
    """The words before index `stop` back to a break or a word of striving, without lead and support words."""
    ends = (
        i
        for i in range(stop - 1, -1, -1)
        if (before[i].key in breaks and not _lists(before, i, stop)) or before[i].key in STRIVING
    )
    first = next(ends, -1) + 1
    while first < stop and (before[first].key in LEADS or before[first].part == "mark" or before[first].support):
        if before[first].key in _URGING and first + 1 < stop and before[first + 1].part == "verb":
            break  # `Vận động ủng hộ Quỹ ... đạt 300 triệu đồng`
        first += 1
    return (before[first].start, before[stop - 1].end) if first < stop else None


def _lists(before: Sequence[Word], i: int, stop: int) -> bool:
    """Is a comma between nouns of one list (`đàn trâu, bò đạt ...`)?"""
    if before[i].key != "," or i == 0 or stop - i > _LISTED or i + 1 == stop:
        return False
    last = before[i - 1]
    nouns = all(word.part in ("noun", "") for word in before[i + 1 : stop])
    return nouns and last.part in ("noun", "") and last.counts != "time"


def label_of(before: Sequence[Word]) -> int | None:
    """Words of the label in `Cụm các doanh nghiệp có vốn Nhà nước: 02`: no verb begins or ends it; None for others."""
    if len(before) < 2 or before[-1].key != ":" or before[-2].part in ("verb", "modal"):
        return None
    first = next((word for word in before if word.part != "mark"), None)
    return None if first is None or first.part == "verb" else len(before) - 1


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
        if word.part == "verb" and acts:
            return word.start, predicate_end(words, i)
        if word.part == "modal" or (word.part == "attribute" and word.key.startswith(_MANAGED)) or word.key in COPULAS:
            return predicate_start(words, i), predicate_end(words, i)
    return None
