from pathlib import Path

import pytest

from schakel.showing.cli.typed_first import workspace_last
from tests.commands import schakel


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("-w case1 plan", "plan --workspace=case1"),
        ("--workspace case1 users add anna", "users add anna --workspace=case1"),
        ("--workspace=case1 show l_1", "show l_1 --workspace=case1"),
        ("-w case1 search -- x", "search --workspace=case1 -- x"),
        ("plan -w case1", "plan -w case1"),
        ("-w case1 plan -w case2", "-w case1 plan -w case2"),
        ("-w case1 show l_1 --why", "show l_1 --workspace=case1 --why"),
        ("-w case1 verdict --list --json", "verdict --workspace=case1 --list --json"),
        ("-w case1 read - --json", "read --workspace=case1 - --json"),
        ("--version", "--version"),
        ("-w", "-w"),
        ("-w case1", "-w case1"),
        ("-w --help", "-w --help"),
        ("", ""),
    ],
)
def test_a_workspace_before_the_command_is_taken_as_behind_it(typed: str, meant: str) -> None:
    assert workspace_last(typed.split()) == meant.split()


def test_a_command_finds_that_workspace(tmp_path: Path) -> None:
    done = schakel("-w", tmp_path / "nowhere", "plan", check=False)
    assert done.returncode == 1
    assert str(tmp_path / "nowhere") in done.stderr.replace("\n", "")
