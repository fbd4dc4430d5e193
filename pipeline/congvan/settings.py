"""What a user may set once for all commands: `congvan.toml` here, or the file that CONGVAN_CONFIG names."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from congvan.errors import UsageError

FILE_NAME = "congvan.toml"


class Settings(BaseModel):
    """`archive`: folder of the archive; `language` of summaries and advice; `workers`: processes, 0 for one a core;
    `ocr_engine`: a row of the engines' table; `secret`: what to do with files that bear a secrecy stamp."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    archive: Path = Path("archive")
    language: Literal["vi", "en"] = "vi"
    workers: int = Field(default=0, ge=0, le=256)
    ocr_engine: str = "tesserocr"
    secret: Literal["skip", "keep"] = "skip"


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
