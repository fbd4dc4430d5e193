"""underthesea's parts of speech of the words of a stretch of text, aligned to it.

For words that no lexicon knows: is `hội chẩn` done or counted, where does `giường hồi sức` end? The tagger is the
conditional random field that comes with underthesea (Apache-2.0), read offline from its package. Its words are those of
`word_spans`; both are kept by line, and only asked for around figures: together they cut some 18k words a second.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from congvan.text.tokens import word_spans

if TYPE_CHECKING:
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

_MODEL = "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303"
LINES_KEPT = 1024

Tagged = tuple[int, int, str]


def tagged_words(text: str, start: int, end: int) -> list[Tagged]:
    """The words between two offsets as (start, end, tag); tags are those of VLSP 2013: `N`, `V`, `A`, `E`, `R`, ...

    White space belongs to no word.
    """
    return [(start + a, start + b, tag) for a, b, tag in _tagged(text[start:end])]


@lru_cache(maxsize=LINES_KEPT)
def _tagged(line: str) -> tuple[Tagged, ...]:
    spans = word_spans(line, 0, len(line))
    if not spans:
        return ()
    words = [[" ".join(line[a:b].split())] for a, b in spans]
    tags = _tagger().predict(words)
    return tuple((a, b, tag.removeprefix("B-")) for (a, b), tag in zip(spans, tags, strict=True))


@cache
def _tagger() -> FastCRFSequenceTagger:
    """The tagger, loaded once a process. `pos_tag(model="v2.0")` of underthesea 9.5 fails on its second call."""
    import underthesea
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger

    tagger = FastCRFSequenceTagger()
    tagger.load(str(Path(underthesea.__file__).parent / _MODEL))
    return tagger
