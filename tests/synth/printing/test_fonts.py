"""Faces: every Vietnamese letter in each; what is missing is named with its package."""

from __future__ import annotations

from random import Random

import pytest

from congvan.errors import SetupError
from congvan.synth.printing import fonts
from congvan.synth.printing.fonts import FACES, FAMILY_NAMES, PROBE, draw_family, family, serif, width


@pytest.mark.parametrize("name", FAMILY_NAMES)
def test_a_family_has_four_faces_of_its_own(name):
    made = family(name)
    assert len({path.read_bytes() for path in made.paths.values()}) == len(FACES)
    assert len({width(PROBE, made.faces[face], 10) for face in FACES}) > 1


@pytest.mark.parametrize("name", FAMILY_NAMES)
def test_families_are_about_as_wide_as_times(name):
    line = "Căn cứ Nghị quyết của Ban Chấp hành về nhiệm vụ trọng tâm"
    tinos = width(line, family("Tinos").faces["regular"], 14)
    assert width(line, family(name).faces["regular"], 14) == pytest.approx(tinos, rel=0.05)


def test_a_dispatch_draws_its_face_from_all():
    assert {draw_family(Random(n)).name for n in range(40)} == set(FAMILY_NAMES)
    assert draw_family(Random(3)).name == draw_family(Random(3)).name


def test_any_serif_is_the_first_of_the_families():
    assert serif().name == FAMILY_NAMES[0]


@pytest.mark.parametrize(
    ("name", "package"),
    [("Tinos", "fonts-croscore"), ("FreeSerif", "fonts-freefont-ttf"), ("TeX Gyre Termes", "fonts-texgyre")],
)
def test_a_missing_family_is_told_with_its_package(monkeypatch, name, package):
    monkeypatch.setattr(fonts, "_ROOTS", ())
    with pytest.raises(SetupError, match=f"apt-get install {package}"):
        fonts.family.__wrapped__(name)


def test_a_converted_font_is_kept(tmp_path, monkeypatch):
    from congvan.synth.printing import outlines

    source = next(p for root in fonts._ROOTS if root.is_dir() for p in root.rglob("texgyretermes-regular.otf"))
    monkeypatch.setattr(outlines.tempfile, "tempdir", str(tmp_path))
    first = outlines.truetype(source)
    made = first.read_bytes()
    assert made[:4] == b"\x00\x01\x00\x00"
    assert outlines.truetype(source) == first
    first.unlink()
    assert outlines.truetype(source).read_bytes() == made
