"""The extractors in a spaCy pipeline that is not congvan's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from congvan.extract import EXTRACTORS

ROOT = Path(__file__).resolve().parent.parent
TEXT = (
    "SỞ NỘI VỤ TỈNH SƠN HÀ\nSố: 15/KH-SNV\nSơn Hà, ngày 08 tháng 3 năm 2022\nKẾ HOẠCH\nTổ chức hội đọc sách\n"
    "Kính gửi: Ủy ban nhân dân các xã.\n"
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 1/2/2022 của UBND huyện Bình Khê;\n"
    "Các xã gửi báo cáo về Phòng Nội vụ trước ngày 5/6/2022.\n"
)


def pipeline_of(*kinds: str) -> Language:
    nlp = spacy.blank("xx")
    for kind in kinds:
        nlp.add_pipe(f"congvan_{kind}")
    return nlp


@pytest.mark.parametrize("kind", EXTRACTORS)
def test_every_extractor_works_in_anyones_pipeline(kind: str) -> None:
    doc = pipeline_of(kind)(TEXT)
    spans = doc.spans[f"congvan_{kind}"]
    assert len(spans) == len(doc._.get(f"congvan_{kind}"))
    for span in spans:
        assert span.label_.partition(".")[0] == kind
        assert span._.get(f"congvan_{kind}")


@pytest.mark.parametrize(
    ("kind", "label", "words", "attributes"),
    [
        ("references", "references", "12/KH-UBND", {"code": "12/KH-UBND", "issued_on": "2022-02-01"}),
        ("deadlines", "deadlines", "trước ngày", {"due_on": "2022-06-05", "bound": "before"}),
        ("header", "header.code", "15/KH-SNV", {"value": "15/KH-SNV"}),
        ("recipients", "recipients", "Ủy ban nhân dân các xã", {"role": "addressee"}),
    ],
)
def test_a_span_tells_its_attributes(kind: str, label: str, words: str, attributes: dict[str, str]) -> None:
    doc = pipeline_of(kind)(TEXT)
    (span,) = (span for span in doc.spans[f"congvan_{kind}"] if span.label_ == label and words in span.text)
    assert attributes.items() <= span._.get(f"congvan_{kind}").items()


def test_a_span_of_others_has_no_attributes() -> None:
    assert pipeline_of("deadlines")(TEXT)[0:2]._.congvan_deadlines is None


def test_a_pipeline_is_kept_and_loaded(tmp_path: Path) -> None:
    nlp = pipeline_of("references", "deadlines")
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.pipe_names == nlp.pipe_names
    docs = [pipe(TEXT) for pipe in (nlp, loaded)]
    first, again = ([span.text for span in doc.spans["congvan_references"]] for doc in docs)
    assert first == again != []


def test_docs_come_back_from_other_processes() -> None:
    nlp = pipeline_of("deadlines")
    docs = list(nlp.pipe([TEXT, "Không có gì.", TEXT], n_process=2, batch_size=1))
    due = [[span._.congvan_deadlines["due_on"] for span in doc.spans["congvan_deadlines"]] for doc in docs]
    assert due == [["2022-06-05"], [], ["2022-06-05"]]


def test_the_example_of_the_docs_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8"), re.DOTALL)
    told: dict[str, object] = {}
    exec(example, told)
    assert told["due"] == "2022-06-05"
