"""Commands that are suggested can be pasted: nothing breaks them over lines."""

import ast
import io
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console
from rich.text import Text

from schakel.intake.arrival import IntakeSummary
from schakel.records.facts import Estimate
from schakel.records.grounds import Due
from schakel.showing.cli import retention
from schakel.showing.cli.app import command_line
from schakel.showing.cli.closing import print_closing
from schakel.showing.cli.identity_page import print_identity
from schakel.showing.cli.whole_commands import in_words
from schakel.showing.cli.whole_examples import with_whole_examples
from schakel.showing.summary import RunSummary

_PAGES = Path(retention.__file__).parent
_WHERE = Path("/a long way/to the folder of a workspace/that has a name/of more letters/than fit on a line")


def _chosen() -> dict[str, object]:
    return {
        "lead_id": "l_0", "title": "cocaine", "worth": 1.0, "worth_low": 0.5, "worth_high": 2.0, "hours": 8.0,
        "unit": "oost", "worth_reasons": [], "chosen": True,
    }  # fmt: skip


def _summary() -> RunSummary:
    names = "messages unique_texts offers unique_offers campaigns sellers offering_accounts quarantined"
    real = {"value": None, "low": None, "high": None}
    plan = [_chosen() for _ in range(12)]
    return RunSummary(dict.fromkeys(names.split(), 1), Estimate(0.1, 0.1, 0.2, "share"), real, plan, [])


def test_the_closing_page_names_whole_commands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_closing(_summary(), IntakeSummary(1, 1, 0, 1, 0, 1, 0, 9), {"plan": 1.0}, _WHERE)
    lines = [line for line in capsys.readouterr().out.splitlines() if "schakel " in line]
    assert len(lines) == 6
    assert all(f"-w '{_WHERE}'" in line for line in lines)
    assert lines[0].startswith("and 2 more: schakel plan -w ")


def test_how_to_open_identity_leads_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Console(file=io.StringIO(), width=40)
    print_identity(told, [{"kind": "area-code"}], opened=False)
    assert isinstance(told.file, io.StringIO)
    assert '--names --why "..." --authorisation ID (schakel authorise list).\n' in told.file.getvalue()


def test_what_removes_is_one_line_and_names_the_workspace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    day = date(2027, 1, 1)
    due = Due("k_1", "case", "k_1", "destroy", day, "wpg-9", "five years", "")
    retention._print([due], day, _WHERE)
    assert f"schakel retention apply --why ... -w '{_WHERE}'\n" in capsys.readouterr().out


@pytest.mark.parametrize(("terminal", "lines"), [(False, 1), (True, 2)])
def test_sentences_are_broken_on_a_terminal_only(terminal: bool, lines: int) -> None:
    told = io.StringIO()
    console = Console(file=told, width=40, force_terminal=terminal, color_system=None)
    in_words(
        console, Text("It counts from the next schakel run on; or after schakel link, judge and decide.")
    )
    assert len(told.getvalue().splitlines()) == lines


def test_no_page_prints_a_command_that_may_be_broken() -> None:
    for file in sorted(_PAGES.glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "print":
                words = [one.value for one in ast.walk(call) if isinstance(one, ast.Constant)]
                said = any("schakel " in word for word in words if isinstance(word, str))
                assert not said or any(kept.arg == "soft_wrap" for kept in call.keywords), (file, call.lineno)


def _all_commands() -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = [("schakel", with_whole_examples(command_line()))]
    for name, command in found:
        found += [(f"{name} {word}", one) for word, one in getattr(command, "commands", {}).items()]
    return found


def test_every_example_of_the_help_stands_whole() -> None:
    plain: dict[str, Any] = {"schakel": typer.main.get_command(command_line())}
    for name, command in _all_commands():
        parent, _, word = name.rpartition(" ")
        own = plain[name] if name in plain else plain[parent].commands[word]
        plain[name] = own
        shown = command.get_help(command.context_class(command, info_name=name, terminal_width=60))
        for example in re.findall(
            r"(?<=: )schakel .*?(?= \([^()]*\)$|, or schakel |$)", own.epilog or "", re.M
        ):
            assert example in shown, name
        for example in re.findall(r", or (schakel .*?)(?= \([^()]*\)$|$)", own.epilog or "", re.M):
            assert f"or: {example}\n" in f"{shown}\n", name


def test_help_through_a_pipe() -> None:
    words = [sys.executable, "-m", "schakel", "export", "--help"]
    shown = subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert (
        '\n  or: schakel export --to stix -o lead.json l_0f3a... -w case1 --why "to the fusion desk"\n'
        in shown
    )
    assert "\n  (l_...: a lead of schakel plan)" in shown
