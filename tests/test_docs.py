"""Docs are held to the code: every command, setting, flag and column that exists is told, and nothing else."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from congvan import errors
from congvan.arbitrate import checks
from congvan.cli.main import COMMANDS, main
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, Item
from congvan.pipeline import extract
from congvan.query import TABLES
from congvan.reading import READERS
from congvan.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def told(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_command_has_its_section_and_no_other() -> None:
    assert re.findall(r"^## (\S+)$", told("commands.md"), re.MULTILINE) == list(COMMANDS)


def test_every_command_line_of_the_docs_has_only_options_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    for file in (*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "README.vi.md"):
        for line in re.findall(r"^(?:    )?congvan .*$", file.read_text(encoding="utf-8"), re.MULTILINE):
            command, *words = shlex.split(line.partition("  #")[0].strip())[1:]
            main([command, *words[: command == "train"], "--help"])
            there = re.findall(r"^\s+(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)
            assert {word for word in words if word.startswith("--")} <= {*there, "--no-scans"}, line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_told_and_no_other(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    section = re.search(rf"^## {command}$(.*?)(?=^## |\Z)", told("commands.md"), re.MULTILINE | re.DOTALL)
    assert section
    main([command, "--help"])
    there = set(re.findall(r"^\s+(--[a-z-]+)", capsys.readouterr().out, re.MULTILINE)) - {"--help"}
    assert set(re.findall(r"^\| `(--[a-z-]+)` \|", section[1], re.MULTILINE)) == there


def test_every_table_that_can_be_exported_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["export", "--help"])
    out = capsys.readouterr().out
    assert [name for name in (*TABLES, "records", "all") if not re.search(rf"\b{name}\b", out)] == []


def test_every_exit_code_is_told() -> None:
    codes = {value for name, value in vars(errors).items() if name.startswith("EXIT_")}
    assert set(re.findall(r"^\| (\d+) \|", told("commands.md"), re.MULTILINE)) == {str(code) for code in codes}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Examples:" in out
    assert f"congvan {command}" in out


def test_help_lists_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    out = capsys.readouterr().out
    for code in ("0 all done", "1 done", "2 wrong use", "3 a single", "4 the surroundings", "70 a bug", "130"):
        assert code in " ".join(out.split())


def test_every_setting_is_told() -> None:
    assert set(re.findall(r"^(\w+) = ", told("settings.md"), re.MULTILINE)) == set(Settings.model_fields)


def test_every_flag_is_told() -> None:
    assert re.findall(r"^\| `(\w+)` \|", told("flags.md"), re.MULTILINE) == list(checks.CHECKS)


def test_every_field_of_the_contract_is_told() -> None:
    records = told("records.md")
    assert set(HEADER_FIELDS) <= set(re.findall(r"^\| `(\w+)` \|", records, re.MULTILINE))
    for kind, model in ITEM_MODELS.items():
        row = re.search(rf"^\| `{kind}` \|(.*)$", records, re.MULTILINE)
        assert row, kind
        assert set(model.model_fields) - set(Item.model_fields) <= set(re.findall(r"`(\w+)`", row[1])), kind


def test_every_form_is_told() -> None:
    row = re.search(r"^\| `form` \|(.*)$", told("records.md"), re.MULTILINE)
    assert row
    assert set(re.findall(r"`(\w+)`", row[1])) == set(READERS)


def test_the_vietnamese_readme_has_all_that_the_english_one_has() -> None:
    english, vietnamese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.vi.md"))

    def bones(text: str) -> list[list[str]]:
        links = sorted(set(re.findall(r"\]\(([^)]+)\)", text)) - {"README.md", "README.vi.md"})
        lines = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
        commands = [line.split("  #")[0].strip().removesuffix(" --language en") for line in lines]
        blocks = re.findall(r"```\w+\n.*?```", text, re.DOTALL)
        return [links, commands, blocks, re.findall(r"^(#+|- )", text, re.MULTILINE)]

    assert bones(vietnamese) == bones(english)


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_what_the_readme_shows_of_why_is_what_it_tells(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    arguments, shown = re.search(r"    congvan (why .*)\n\n```\n(.*?)```", readme, re.DOTALL).groups()  # type: ignore[union-attr]
    monkeypatch.chdir(ROOT)
    assert main([*arguments.removesuffix(" --language en").split(), "--language", language]) == 0
    got = capsys.readouterr().out

    def told(text: str) -> list[str]:
        """Without figures, and the parts of the confidence in one order: both change when it is fitted anew."""
        head, _, parts = re.sub(r"[+-]?\d\.\d+", "", text).partition("\n   ")
        return [head, *sorted(line.strip() for line in parts.splitlines())]

    assert told(shown) == told(got)


@pytest.mark.slow
def test_the_record_in_the_readme_is_what_extract_gives() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sample, block = re.search(r"record of (\S+),.*?```json\n(.*?)```", readme, re.DOTALL).groups()  # type: ignore[union-attr]
    shown = json.loads(block)
    (record,) = extract(ROOT / sample).records
    got = json.loads(record.to_json())
    for name, value in shown.pop("header").items():
        assert got["header"][name]["value"] == value
    for kind, items in shown.items():
        for item in items:
            assert any(
                item.items() <= {k: v for k, v in g.items() if isinstance(v, str | int | float)}.items()
                for g in got[kind]
            )
