"""A web page (HTML, MHT, `Save as web page` of Word) -> pages on a grid. No network, no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.plain import read_text
from congvan.reading.rows.flow import Block, Paragraph, Table, pages_of, text_of
from congvan.reading.rows.legacy import decoder_of
from congvan.reading.web.blocks import PageBlocks, look_pieces
from congvan.reading.web.content import main_part
from congvan.reading.web.source import tree_of
from congvan.reading.word.runs import legacy_codes

# Pages of portals have some 200 kB; Word's with pictures inside (MHT) may have some MB.
MAX_HTML_BYTES = 24_000_000


def read_html(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for; only page breaks that Word has left in a saved page part them.

    Raises DocumentError (`too_large`, `damaged`, `not_text`, `no_text`).
    """
    root = main_part(tree_of(read_text(path, MAX_HTML_BYTES)))
    by_word = any("mso-" in e.get("style", "") or e.get("class", "").startswith("Mso") for e in root.iter("p", "td"))
    blocks: Sequence[Block] = PageBlocks(root, legacy_codes(look_pieces(root)), by_word=by_word).blocks()
    text = text_of(blocks)
    if not text.strip():
        raise DocumentError("The page shows no text without its scripts.", "Save it as PDF.", reason="no_text")
    decode = decoder_of(text)
    return pages_of([_decoded(block, decode) for block in blocks] if decode else blocks, asked)


def _decoded(block: Block, decode: Callable[[str], str]) -> Block:
    """A block whose text was in an old code although no font told so."""
    if isinstance(block, Paragraph):
        return replace(block, text=decode(block.text))
    if isinstance(block, Table):
        rows = tuple(tuple(tuple(_decoded(b, decode) for b in cell) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    return block
