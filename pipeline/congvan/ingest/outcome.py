"""What became of one file: exactly one state, with its reason and advice in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congvan.datamodel.document import PageFailure
from congvan.datamodel.record import Record
from congvan.errors import DocumentError
from congvan.lexicons import load

# States that make a run end with exit code 1; secret, unchanged and skipped are no failures.
TROUBLED = frozenset({"partial", "failed", "unsupported", "vanished"})
# The reason of a file that is closed by the stamp of the file it is attached to, not by its own.
COVER_SECRET = "cover_secret"


@dataclass(frozen=True)
class Outcome:
    """One file of a run.

    `status`: `done`, `partial`, `failed`, `unsupported`, `secret`, `unchanged`, `skipped` or `vanished`;
    `reason`: a key of lexicons/reasons.tsv, "" where all is well; `message`: what was seen, in English;
    `sha256`: None where the file could not be read at all; `records` carry their texts; `container`: the path of the
    file that this one is a member of, or ""; `cover`: the nearest file around it that has pages of its own, or "";
    `top`: the file of the user's that it came in.
    """

    path: str
    status: str
    sha256: str | None = None
    form: str = ""
    size: int = 0
    pages: int = 0
    records: tuple[Record, ...] = ()
    failures: tuple[PageFailure, ...] = ()
    reason: str = ""
    message: str = ""
    seconds: float = 0.0
    mtime_ns: int | None = None
    container: str = ""
    cover: str = ""
    top: Path | None = None


def moment_of(path: Path) -> tuple[int, int] | None:
    """`(size, time of change in ns)` of what lies there now, None where nothing does."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def reason_of(path: Path, error: DocumentError | OSError) -> tuple[str, str]:
    """Status and reason key of an error that one file met."""
    if isinstance(error, DocumentError):
        return error.status, error.reason
    if isinstance(error, PermissionError):
        return "failed", "no_permission"
    if path.is_symlink() and not path.exists():
        return "failed", "broken_link"
    if isinstance(error, FileNotFoundError):
        return "vanished", "vanished"
    if isinstance(error, IsADirectoryError):
        return "failed", "closed_folder"
    return "failed", "unreadable"


def one_line(name: str) -> str:
    """A path as it can be shown in one line: what moves the cursor or hides itself is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def told(outcome: Outcome, language: str) -> str:
    """Which pages, what happened, what to do: one line; of a bug of ours also where it struck."""
    what, advice = explain(outcome.reason or outcome.status, language)
    pages = ", ".join(str(failure.number) for failure in outcome.failures)
    place = f" [{outcome.message}]" if outcome.reason == "bug" else ""
    return (f"[{pages}] " if pages else "") + f"{what} {advice}".strip() + one_line(place)


def explain(reason: str, language: str) -> tuple[str, str]:
    """`(what happened, what to do)` of a reason key in Vietnamese (`vi`) or English (`en`)."""
    for row in load("reasons"):
        if row["reason"] == reason:
            return row[language], row[f"{language}_advice"]
    return reason, ""
