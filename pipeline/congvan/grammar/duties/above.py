"""What stands above or before a duty and tells what its own sentence does not: its owner, its task.

Text, outline and the duty's block or place in; words with white space folded out.
"""

from __future__ import annotations

from congvan.datamodel.layout import Block, Layout
from congvan.grammar.duties import cues
from congvan.grammar.duties.owners import asked_last, owner_at, owner_of_heading
from congvan.grammar.duties.tasks import trimmed_task
from congvan.text.places import Place
from congvan.text.sentences import sentences

_SUNDRY = " \t\r\n-–—+*•.,;:/"
_SHORT_HEAD = 100  # characters of a line that only names an owner
_MOST_SIBLINGS = 30  # items of a list above a duty among which its head is sought


def owner_above(text: str, layout: Layout, block: Block) -> str | None:
    """The owner that the nearest list head names."""
    for head in layout.ancestors(block):
        content = text[head.body_start : head.end].strip()
        heads = head.kind == "heading" or content.endswith(":") or _names_only(head, content)
        if heads and (owner := owner_of_heading(content)):
            return " ".join(owner.split())
    line = _line_above(text, layout, block)
    owner = owner_of_heading(line) if line else None
    owner = owner or _asked_above(text, layout, block)
    return " ".join(owner.split()) if owner else None


def _asked_above(text: str, layout: Layout, block: Block) -> str | None:
    """Whom the sentence over a list asks (`Để ..., Sở Nội vụ đề nghị các trường:`); it is no ancestor of the items."""
    for one in (block, *layout.ancestors(block)) if block.kind == "item" else ():
        if one.kind != "item":
            continue
        at = one.index - 1
        low = max(at - _MOST_SIBLINGS, 0)
        while at > low and layout.blocks[at].kind in ("item", "row") and layout.blocks[at].level >= one.level:
            at -= 1
        head = layout.blocks[at] if at >= 0 else None
        if head and head.zone == "body" and (owner := asked_last(text[head.body_start : head.end])):
            return owner
    return None


def _line_above(text: str, layout: Layout, block: Block) -> str | None:
    """The nearest item of the same list that only names somebody: `- Các tổ:` above `- Nộp danh sách ...`."""
    blocks = layout.blocks
    for at in range(block.index - 1, max(block.index - _MOST_SIBLINGS, -1), -1):
        other = blocks[at]
        if other.level < block.level:
            return None
        content = text[other.body_start : other.end].strip()
        if other.level == block.level and content.endswith(":"):
            return content if other.label and len(content) < _SHORT_HEAD else None
    return None


def _names_only(head: Block, content: str) -> bool:
    """Is this item a short line with no end, as `2. Ban Nữ công` above an unnumbered paragraph?"""
    return head.kind == "item" and len(content) < _SHORT_HEAD and content[-1:].isalnum()


def task_before(text: str, place: Place) -> str | None:
    """The sentence before in the same item: `- Rà soát hồ sơ cán bộ. Hoàn thành trong quý II.`"""
    low = place.sentence[0] if place.clause[0] > place.sentence[0] else place.block.body_start
    before = list(sentences(text, low, place.clause[0]))
    if not before or place.block.kind == "row":
        return None
    _, predicate = owner_at(text, *before[-1])
    task = trimmed_task(text, predicate, before[-1][1])
    if task is None or ":" in text[slice(*task)] or cues.NO_TASK_HEADING.match(text, *task):
        return None
    return " ".join(text[slice(*task)].split())


def task_above(text: str, layout: Layout, block: Block) -> str | None:
    """The words of the nearest heading that tells what is to be done, not when."""
    for head in layout.ancestors(block):
        content = text[head.body_start : head.end].strip(_SUNDRY).partition(":")[0]
        silent = not content or content.isupper() or cues.NO_TASK_HEADING.match(content)
        if not silent and not owner_of_heading(content):
            return " ".join(content.split())
    return None
