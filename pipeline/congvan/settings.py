"""What a user may set once for all commands: `congvan.toml` here, or the file that CONGVAN_CONFIG names."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from congvan.errors import UsageError

FILE_NAME = "congvan.toml"
# Each is tried on each locked file; a list of ten thousand lines is another file, named by mistake.
MAX_PASSWORDS = 1000
MAX_PASSWORDS_BYTES = 100_000


class Settings(BaseModel):
    """`archive`: folder of the archive; `language` of summaries and advice; `workers`: processes, 0 for one a core;
    `ocr_engine`: a row of the engines' table; `secret`: what to do with files that bear a secrecy stamp;
    `passwords`: a file of passwords for locked files, one a line."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    archive: Path = Path("archive")
    language: Literal["vi", "en"] = "vi"
    workers: int = Field(default=0, ge=0, le=256)
    ocr_engine: str = "tesserocr"
    secret: Literal["skip", "keep"] = "skip"
    passwords: Path | None = None


def load_settings(path: Path | None = None) -> Settings:
    """The settings of the named file, of CONGVAN_CONFIG, of `congvan.toml` here, or the defaults.

    Raises UsageError for a file that is not there (when named), is no TOML, or has an unknown or wrong entry.
    """
    named = path or (Path(os.environ["CONGVAN_CONFIG"]) if os.environ.get("CONGVAN_CONFIG") else None)
    file = named or Path(FILE_NAME)
    if not file.is_file():
        if named:
            raise UsageError(f"{file}: no such settings file.", "Check --config or CONGVAN_CONFIG.")
        return Settings()
    try:
        return Settings(**tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not a TOML file: {error}.", "Mend the line that is named.") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{file}: entry `{entry}`: {first['msg']}.", "See docs/settings.md.") from error


def load_passwords(file: Path | None) -> tuple[str, ...]:
    """The passwords of a file: UTF-8, one a line, blanks at their ends kept, blank lines skipped; () for no file.

    Raises UsageError for a file that can't be read or holds too many; no message repeats what is in it.
    """
    if file is None:
        return ()
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_PASSWORDS_BYTES + 1)
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{file}: the passwords can't be read: {error.strerror}.", "Check --passwords.") from error
    except UnicodeDecodeError:
        # Not chained: the error carries the bytes.
        raise UsageError(f"{file}: the passwords are not UTF-8.", "Save them as UTF-8, one a line.") from None
    found = tuple(dict.fromkeys(line for line in lines if line.strip()))
    if len(found) > MAX_PASSWORDS or len(data) > MAX_PASSWORDS_BYTES:
        raise UsageError(f"{file}: more than {MAX_PASSWORDS} passwords.", "Keep those that are needed.")
    return found
