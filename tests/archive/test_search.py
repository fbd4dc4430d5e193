"""Searching with and without marks, exactly, by filters, and with any input at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congvan.archive.store import Store
from congvan.errors import UsageError
from congvan.query import Archive
from congvan.text.folding import bare

from .records import LETTER_TEXT, PLAN_TEXT, file_row, letter, plan

PLAN, LETTER = plan().id, letter().id


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder: Path = tmp_path_factory.mktemp("archive")
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
        store.put(file_row(letter()), [letter()], [LETTER_TEXT])
    with Archive(folder) as archive:
        yield archive


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bau cu", [PLAN]),
        ("bầu cử", [PLAN]),
        ("BẦU CỬ", [PLAN]),
        ("doan lao dong", [PLAN]),
        ("Dong Linh", [LETTER]),
        ("đông lĩnh", [LETTER]),
        ("cu bau", [PLAN]),
        ("12/KH-LDLD", [PLAN]),
        ("12/kh-lđlđ 20/4/2021", [PLAN]),
        ("bao cao", [LETTER, PLAN]),
        ("bau cu linh", []),
        ('"bầu cử"', [PLAN]),
        ('"BẦU CỬ"', [PLAN]),
        ("“bầu cử”", [PLAN]),
        ('"bâu cu"', []),
        ('"bau cu"', []),
        ('"bầu đại biểu"', []),
        ('"hòa giải"', [PLAN]),
        ('"hoà giải"', [PLAN]),
        ('"Uỷ ban"', [LETTER]),
        ('"cơ sở dữ liệu" so cong nghe', [LETTER]),
        ('"bầu cử', [PLAN]),
        ("bau-cu; (dai) bieu*", [PLAN]),
        ("bau AND cu NOT OR NEAR", []),
    ],
)
def test_words_find_dispatches(archive: Archive, words: str, found: list[str]) -> None:
    assert sorted(hit.dispatch_id for hit in archive.find(words)) == sorted(found)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [LETTER, PLAN]),  # the latest first, without a date last
        ({"issuer": "so cong nghe"}, [LETTER]),
        ({"issuer": "Công đoàn Bình Khê"}, [PLAN]),
        ({"type": "ke hoach"}, [PLAN]),
        ({"type": "Công văn"}, [LETTER]),
        ({"since": "2022"}, [LETTER]),
        ({"since": "2022-06-02"}, []),
        ({"until": "2022"}, [LETTER]),
        ({"until": "2022-06"}, [LETTER]),
        ({"until": "2022-05"}, []),
        ({"since": "2022-06-01", "until": "2022-06-01", "type": "công văn"}, [LETTER]),
        ({"limit": 1}, [LETTER]),
    ],
)
def test_filters_narrow_the_list(archive: Archive, filters: dict[str, str], found: list[str]) -> None:
    assert [hit.dispatch_id for hit in archive.find(**filters)] == found  # type: ignore[arg-type]


def test_a_hit_tells_header_and_marked_snippet(archive: Archive) -> None:
    (hit,) = archive.find("bau cu")
    assert (hit.code, hit.type, hit.issuer) == ("87/KH-CĐ", "kế hoạch", "CÔNG ĐOÀN HUYỆN BÌNH KHÊ")
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["bầu", "cử"]
    assert "\n" not in hit.snippet


def test_a_snippet_shows_the_phrase_rather_than_its_words_apart(archive: Archive) -> None:
    (hit,) = archive.find('"hoà giải" vuong')
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["hoà giải", "vướng"]


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("*** (", {}),
        ('""', {}),
        ("a " * 60, {}),
        ("bau", {"since": "10/5/2021"}),
        ("bau", {"until": "2021-13"}),
        ("bau", {"limit": 0}),
    ],
)
def test_a_search_that_makes_no_sense_is_told(archive: Archive, words: str, options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        archive.find(words, **options)  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(words=st.text(max_size=40) | st.text(st.sampled_from("\"'*^:(){}-+ aAđĐNOTANDORNEAR\0\n"), max_size=20))
def test_no_input_breaks_the_search(archive: Archive, words: str) -> None:
    try:
        archive.find(words)
    except UsageError:
        assert not any(c.isalpha() for c in words)


@settings(max_examples=50, deadline=None)
@given(words=st.lists(st.sampled_from(PLAN_TEXT.split()), min_size=1, max_size=6))
def test_any_words_of_a_text_find_it_with_marks_on_words_of_the_query(archive: Archive, words: list[str]) -> None:
    hits = {hit.dispatch_id: hit for hit in archive.find(" ".join(words))}
    assert PLAN in hits
    assert hits[PLAN].marks
    asked = bare(" ".join(words))
    assert all(bare(hits[PLAN].snippet[a:b]) in asked for a, b in hits[PLAN].marks)
