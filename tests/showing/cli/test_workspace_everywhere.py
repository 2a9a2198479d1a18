"""A script may put -w after any command: one that has no use for a workspace takes it and makes none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from schakel.showing.cli.app import command_line
from tests.inside import inside, inside_json


def test_every_command_takes_a_workspace() -> None:
    without = [
        name
        for name, command in _commands(typer.main.get_command(command_line()))
        if not any("-w" in one.opts and "--workspace" in one.opts for one in command.params)
    ]
    assert without == []


@pytest.mark.parametrize(
    "words",
    [
        ("estimate", "--counts", "1645,183,37,13,1,1"),
        ("collect", "guard"),
        ("lexicon", "check"),
        ("simulate", "--sellers", "2", "--days", "2", "-o", "market"),
    ],
)
def test_a_workspace_without_use_is_not_made(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert inside_json(*words, "-w", "case1")
    assert not (tmp_path / "case1").exists()


def _commands(command: object, name: str = "") -> Iterator[tuple[str, typer.core.TyperCommand]]:
    if isinstance(command, typer.core.TyperGroup):
        for word, one in command.commands.items():
            yield from _commands(one, f"{name} {word}".strip())
    elif isinstance(command, typer.core.TyperCommand):
        yield name, command


@pytest.mark.parametrize("named", [("-w", "{}"), ("--workspace", "{}"), ("--workspace={}",)], ids=" ".join)
def test_a_workspace_named_before_the_command_is_meant_for_it(
    case_copy: Path, named: tuple[str, ...]
) -> None:
    before = [word.format(case_copy) for word in named]
    assert json.loads(inside(*before, "verdict", "--list", "--json").stdout) == []
    assert json.loads(inside(*before, "users", "list", "--json").stdout) == []


def test_a_workspace_before_no_command_is_wrong_use(case_copy: Path) -> None:
    assert inside("-w", case_copy, check=False).returncode == 2
    assert inside("-w", case_copy, "nonsense", check=False).returncode == 2
