"""The three families of errors, named by who can mend them, and the exit codes of the command line.

A message is one line: what was seen, where (file, page), and what to do. Library code raises these and never
prints or exits; `cli/main.py` turns a family into its exit code.
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_FILE_FAILED = 3
EXIT_SETUP = 4
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143


class CongvanError(Exception):
    """Anything congvan says on purpose. `advice` tells the reader what to do next."""

    exit_code = EXIT_BUG

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the default would drop the advice.
        return type(self), (self.message, self.advice)


class UsageError(CongvanError):
    """The user's to mend: a wrong option, an unknown field, a path that is not there."""

    exit_code = EXIT_USAGE


class DocumentError(CongvanError):
    """The document's: encrypted, truncated, empty, unsupported. Never stops a batch.

    `reason` is a key of `lexicons/reasons.tsv`, which holds the sentence in Vietnamese and English.
    """

    exit_code = EXIT_FILE_FAILED

    def __init__(self, message: str, advice: str = "", *, reason: str = "unreadable", status: str = "failed") -> None:
        super().__init__(message, advice)
        self.reason = reason
        self.status = status

    def __reduce__(self) -> tuple[object, ...]:
        return _document_error, (self.message, self.advice, self.reason, self.status)


class SetupError(CongvanError):
    """The surroundings': engine, language data, disk or archive. Stops a batch at once: every file would fail."""

    exit_code = EXIT_SETUP


def bug_in(error: BaseException, name: str) -> DocumentError:
    """What a file is told with that woke a bug of ours: its kind and place only, its words may be a document's."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
    return DocumentError(f"{name}: bug: {type(error).__name__} at {place}", reason="bug")


def _document_error(message: str, advice: str, reason: str, status: str) -> DocumentError:
    return DocumentError(message, advice, reason=reason, status=status)
