"""Text of documents made safe for a terminal."""

from __future__ import annotations

import unicodedata


def shown(text: str) -> str:
    """The text with control characters replaced, one for one: a document must not steer the terminal."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)
