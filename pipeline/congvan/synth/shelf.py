"""Puts samples on disk: the files in one folder, their gold and the truth about their pages in folders of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congvan.errors import SetupError
from congvan.ingest.files import IGNORE_FILE
from congvan.synth.maker import Sample

_TOLD = "Made by `congvan synth`: answers, no documents. `congvan ingest` passes this folder over.\n"


@dataclass(frozen=True)
class Shelf:
    """Three folders: for the files, their gold and the truth about their pages.

    Answer folders are marked wherever they lie, so that no run takes them for documents; but for one that is `out` or
    lies around it. Both methods raise SetupError where a folder or file can't be written.
    """

    out: Path
    gold: Path
    pages: Path

    def prepare(self) -> None:
        """Makes the folders."""
        documents = self.out.resolve()
        try:
            for folder in (self.out, self.gold, self.pages):
                folder.mkdir(parents=True, exist_ok=True)
            for folder in (self.gold, self.pages):
                if folder.resolve() not in (documents, *documents.parents):
                    (folder / IGNORE_FILE).write_text(_TOLD, encoding="utf-8")
        except OSError as error:
            raise _unwritable(error) from error

    def put(self, sample: Sample) -> Path:
        """Writes the sample's three files; the path of its document."""
        document = self.out / (sample.name + sample.suffix)
        try:
            document.write_bytes(sample.data)
            (self.gold / f"{sample.name}.json").write_text(sample.gold_json(), encoding="utf-8")
            (self.pages / f"{sample.name}.json").write_text(sample.truth_json(), encoding="utf-8")
        except OSError as error:
            raise _unwritable(error) from error
        return document


def _unwritable(error: OSError) -> SetupError:
    return SetupError(f"{error.filename} can't be written: {error.strerror}.", "Name folders you may write to.")
