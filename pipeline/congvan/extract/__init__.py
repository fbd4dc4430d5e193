"""One file a kind, or one folder where a kind has several forms: an extractor reads a Doc and proposes candidates.

No extractor knows another one. The whole way of a file is `pipeline.extract`, which users call as `congvan.extract`.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate

Extractor = Callable[[Doc], list[Candidate]]

# kind -> "module:function", imported on use, in the order in which they run. One more extractor is one more row.
EXTRACTORS: dict[str, str] = {
    "header": "congvan.extract.header:extract",
    "references": "congvan.extract.references:extract",
    "deadlines": "congvan.extract.deadlines:extract",
    "periods": "congvan.extract.periods:extract",
    "targets": "congvan.extract.targets:extract",
    "awards": "congvan.extract.awards:extract",
    "programmes": "congvan.extract.programmes:extract",
    "contacts": "congvan.extract.contacts:extract",
    "recipients": "congvan.extract.recipients:extract",
}
