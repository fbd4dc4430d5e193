"""congvan: from a shelf of scanned Vietnamese dispatches to tables one can trust.

import congvan
for record in congvan.extract("ke-hoach.pdf").records:
    print(record.header.code.value, [d.due_on for d in record.deadlines])

congvan.ingest(["scans/"], archive="kho")
with congvan.Archive("kho") as archive:
    archive.table("deadlines")          # a pandas frame
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from congvan.ingest.batch import ingest
    from congvan.pipeline import Extraction, Options, extract, read
    from congvan.query import Archive

__version__ = "0.1.0"
__all__ = ["Archive", "Extraction", "Options", "extract", "ingest", "read"]

# Imported on first use: whoever asks for the version must not wait for spaCy.
_HOMES = {
    "Archive": "congvan.query",
    "Extraction": "congvan.pipeline",
    "Options": "congvan.pipeline",
    "extract": "congvan.pipeline",
    "ingest": "congvan.ingest.batch",
    "read": "congvan.pipeline",
}


class _Package(ModuleType):
    """`extract` and `ingest` are stages (packages) and what a user calls; the call has the name, `from ... import` the
    package. The import system would bind the package over the function as soon as anybody imports it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'congvan' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
