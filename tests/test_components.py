from __future__ import annotations

import pytest
import spacy

from congvan.extract import EXTRACTORS


@pytest.mark.parametrize("kind", [kind for kind in EXTRACTORS if kind != "header"])
def test_every_extractor_works_in_anyones_pipeline(kind: str) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe(f"congvan_{kind}")
    doc = nlp("Căn cứ Kế hoạch số 12/KH-UBND ngày 1/2/2022 của UBND huyện Bình Khê;\nGửi báo cáo trước ngày 5/6/2022.")
    assert f"congvan_{kind}" in doc.spans
    assert doc._.get(f"congvan_{kind}") is not None


def test_components_give_spans_of_the_doc() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("congvan_references")
    nlp.add_pipe("congvan_deadlines")
    doc = nlp(
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 1/2/2022 của UBND huyện Bình Khê;\n"
        "Các xã gửi báo cáo về Phòng Nội vụ trước ngày 5/6/2022.\n"
    )
    (cited,) = doc.spans["congvan_references"]
    assert "12/KH-UBND" in cited.text
    (due,) = doc._.congvan_deadlines
    assert due.values["due_on"] == "2022-06-05"
