"""What the page says, in Vietnamese or English: its own labels, and the names of the contract from the lexicons."""

from __future__ import annotations

from functools import cache
from typing import Any

from congvan.lexicons import load

_LABELS = {
    "vi": {
        "title": "Lỗi đọc văn bản", "documents": "văn bản", "absent": "không có bản ghi", "kind": "loại",
        "right": "đúng", "wrong": "sai hoặc thừa", "missed": "sót", "all": "tất cả",
        "relations": "Quan hệ viện dẫn (hàng: chuẩn, cột: máy)", "none": "không có",
        "causes": "Nguyên nhân", "errors": "lỗi", "top": "về đầu trang",
        "gold": "chuẩn", "told": "máy", "confidence": "độ tin cậy", "by": "do",
        "changes": "So với lần trước", "change": "thay đổi", "document": "văn bản", "where": "thuộc tính",
        "old": "trước", "new": "nay", "gained": "được thêm", "lost": "mất đi", "item": "cả mục",
        "trust": "Độ tin cậy có giữ lời không", "no_trust": "Không giá trị nào có độ tin cậy.",
        "error": "sai lệch", "count": "số giá trị", "through": "được qua không cần xem",
        "range": "tỷ lệ đúng (khoảng 95 %)", "threshold": "từ độ tin cậy",
        "trust_told": "Mười nhóm giá trị bằng nhau, xếp theo độ tin cậy. Độ tin cậy giữ lời khi tỷ lệ đúng gần bằng "
        "nó: điểm nằm gần đường chéo. Phần được qua không cần xem là phần lớn nhất vẫn đúng 99 %.",
    },
    "en": {
        "title": "Reading errors", "documents": "documents", "absent": "without a record", "kind": "kind",
        "right": "right", "wrong": "wrong or spurious", "missed": "missed", "all": "all",
        "relations": "Relations (rows gold, columns predicted)", "none": "none",
        "causes": "Causes", "errors": "errors", "top": "to the top",
        "gold": "gold", "told": "predicted", "confidence": "confidence", "by": "by",
        "changes": "Against the earlier run", "change": "change", "document": "document", "where": "attribute",
        "old": "old", "new": "new", "gained": "gained", "lost": "lost", "item": "the item",
        "trust": "Do confidences keep their promise?", "no_trust": "No value has a confidence.",
        "error": "error", "count": "values", "through": "straight through",
        "range": "share right (95 % interval)", "threshold": "from confidence",
        "trust_told": "Ten equal groups of values by rising confidence. A confidence keeps its promise where the share "
        "that is right comes near it: the points lie by the diagonal. Straight through may pass the largest part that "
        "is right at 99 %.",
    },
}  # fmt: skip


class Words:
    """The words of one language, `vi` or `en`; `words["gold"]` is a label of the page."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __getitem__(self, label: str) -> str:
        return _LABELS[self.language][label]

    def kind(self, kind: str) -> str:
        """`deadlines` -> `thời hạn`."""
        return self._said("kinds", kind, kind)

    def cause(self, cause: str) -> str:
        """`bounds` -> `sai ranh giới`."""
        return self._said("causes", cause, cause)

    def attribute(self, kind: str, attribute: str) -> str:
        """`deadlines`, `due_on` -> `ngày đến hạn`."""
        return self._said("attributes", f"{kind}.{attribute}", attribute)

    def rule(self, by: str) -> str:
        """What a rule looks for (`deadlines.dated`); nothing where no row tells it."""
        return self._said("extractors", by, "")

    def value(self, kind: str, attribute: str, value: Any) -> str:
        """A value as a person says it: listed ones by their words, whole figures without a fraction."""
        if value is None:
            return "–"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, dict):
            return ", ".join(
                f"{self.attribute(kind, name)}: {self.value(kind, name, one)}"
                for name, one in value.items()
                if one is not None
            )
        return self._said("listed_values", f"{kind}.{attribute}.{value}", str(value))

    def _said(self, table: str, key: str, default: str) -> str:
        row = _rows(table).get(key)
        return row[self.language] if row else default


@cache
def _rows(table: str) -> dict[str, dict[str, str]]:
    """The rows of a lexicon by their first column."""
    return {next(iter(row.values())): row for row in load(table)}
