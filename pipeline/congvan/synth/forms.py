"""The forms in which dispatches are made: what each is, what its pages went through, and how often it comes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

BORN_DIGITAL = "born-digital"
# What pages go through before they are read, from good to bad; scanner/levels.py says what each means.
DAMAGES = ("light", "medium", "hard")

# medium -> suffix of its files. The first row has no pages to damage, the second comes at every level.
_BORN = {
    "text": ".txt",
    "markdown": ".txt",
    "html": ".html",
    "docx": ".docx",
    "tcvn3": ".txt",
    "vni": ".txt",
    "pdf": ".pdf",
    "stack": ".pdf",
    "zip": ".zip",
}
_SCANNED = {"scan": ".pdf", "image": ".jpg", "photo": ".jpg", "tiff": ".tif", "stack": ".pdf"}

# Dispatches in one file: so many in a PDF, one in each member of an archive.
STACKED = 3
ZIPPED = ("docx", "text")

# How many of forty samples come in each form; of forty, 14 are born digital, 10 lightly damaged, 8 medium, 8 hard.
# By eye, no count behind it: most of what offices keep are scans, PDFs made by word processors come next; what has
# rules of its own to be read by (old encodings, photos, stacks) is there often enough to be measured. An archive of
# files is no form of a dispatch: `zip` is made where it is asked for.
SHARES: dict[str, int] = {
    "pdf": 4,  # what word processors send out today
    "text": 2,  # `pdftotext -layout` of it
    "markdown": 1,  # what converters give to language models
    "html": 2,  # official gazettes and portals
    "docx": 2,  # drafts and what is sent by e-mail
    "tcvn3": 1,  # files from before Unicode, north
    "vni": 1,  # and south
    "stack": 1,  # several dispatches saved as one file
    "scan:light": 6,  # a flatbed scanner in a good office
    "scan:medium": 4,
    "scan:hard": 5,  # copies of copies
    "image:light": 1,  # a page saved as a picture
    "image:medium": 1,
    "image:hard": 1,
    "photo:light": 1,  # a page before a telephone
    "photo:medium": 1,
    "photo:hard": 1,
    "tiff:light": 1,  # what archives keep: several pages a file
    "tiff:medium": 1,
    "tiff:hard": 1,
    "stack:light": 1,  # a pile in the feeder of the scanner
    "stack:medium": 1,
}
FORMS: tuple[str, ...] = (*_BORN, *(f"{medium}:{level}" for medium in _SCANNED for level in DAMAGES))


def asked(names: Sequence[str]) -> tuple[str, ...]:
    """The forms that the names stand for, each once, in the order of FORMS.

    `scan` is `scan` at every level (`stack` the born-digital one), `all` is every form. Raises ValueError for a name
    that no form has.
    """
    chosen: set[str] = set()
    for name in names:
        meant = (
            FORMS
            if name == "all"
            else [name]
            if name in FORMS
            else [form for form in FORMS if form.startswith(f"{name}:")]
        )
        if not meant:
            raise ValueError(f"unknown form {name!r}; known: {', '.join(FORMS)}")
        chosen.update(meant)
    return tuple(form for form in FORMS if form in chosen)


def form_at(seed: int, n: int, forms: Sequence[str] = ()) -> str:
    """The form of the n-th sample (from 0): forms come in rounds, each shuffled anew.

    Without `forms` a round has each form of SHARES as often as it says; with `forms` (as `asked` gives them) each once.
    """
    weights = dict.fromkeys(forms, 1) or SHARES
    of_round = [form for form, share in weights.items() for _ in range(share)]
    Random(f"{seed}:forms:{n // len(of_round)}").shuffle(of_round)
    return of_round[n % len(of_round)]


def dispatches_in(form: str) -> int:
    """How many dispatches a file of the form holds."""
    return {"stack": STACKED, "zip": len(ZIPPED)}.get(medium_of(form), 1)


def medium_of(form: str) -> str:
    """`scan` of `scan:light`."""
    return form.partition(":")[0]


def condition_of(form: str) -> str:
    """What the pages went through: BORN_DIGITAL or one of DAMAGES."""
    return form.partition(":")[2] or BORN_DIGITAL


def suffix_of(form: str) -> str:
    """The suffix of the form's files, with its dot."""
    return (_SCANNED if condition_of(form) in DAMAGES else _BORN)[medium_of(form)]
