"""What README, help and docs say is true."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from schakel.showing.cli.app import command_line
from tests.commands import EXAMPLE, ExampleRun
from tests.inside import inside_json

CHECKOUT = Path(__file__).resolve().parents[2]
COMMANDS = typer.main.get_command(command_line()).commands  # type: ignore[attr-defined]
MAKERS = 9  # of whom the README tells
SHOWN = {  # how a row of the README's table begins, and the column of docs/measured.md that it tells of
    "what a text does": "acts right",
    "accounts joined into sellers": "accounts joined, F1",
    "ghosts told from real sellers": "ghosts, AUC",
    "calibration error of that": "calibration error",
    "who does what": "roles, macro-F1",
}
PAGES = sorted([CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md", *(CHECKOUT / "docs").rglob("*.md")])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert "Example: schakel " in (command.epilog or "")
    for one in getattr(command, "commands", {"": command}).values():
        assert one.help
        assert "Example: schakel " in (one.epilog or "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_has_a_word(name: str) -> None:
    for one in getattr(COMMANDS[name], "commands", {"": COMMANDS[name]}).values():
        for parameter in one.params:
            assert getattr(parameter, "help", "") or parameter.name == "sources", (name, parameter.name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_on_the_pages_exist(page: Path) -> None:
    for word in re.findall(r"`?schakel ([a-z]+)\b[^.\n]*`", page.read_text(encoding="utf-8")):
        assert word in COMMANDS, f"{page.name} speaks of schakel {word}"


def test_sql_ends_in_a_fixed_order() -> None:
    steps = sorted((CHECKOUT / "src").rglob("*.sql"))
    assert steps
    for step in steps:
        body = re.sub(r"--[^\n]*", "", step.read_text(encoding="utf-8"))
        assert re.search(r"ORDER BY[^()]*$", body.strip().rstrip(";"), re.IGNORECASE), step.name


def closing_page(printed: str) -> str:
    """What a run prints, without the line that tells where the time went."""
    kept = [line.rstrip() for line in printed.splitlines()]
    start = next(n for n, line in enumerate(kept) if line.startswith("Time:"))
    end = next(n for n in range(start, len(kept)) if not kept[n])
    return "\n".join(kept[:start] + kept[end + 1 :]).strip("\n")


def test_the_page_in_the_readme_is_what_a_run_prints(
    tmp_path: Path, example_as_run: Callable[[Path], ExampleRun]
) -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("ends with a page like this:\n\n```\n")[1].split("\n```")[0]
    assert shown.strip("\n") == closing_page(example_as_run(tmp_path / "case").page)


def test_the_share_of_ghosts_is_the_same_on_both_pages_and_true(
    tmp_path: Path, example_as_run: Callable[[Path], ExampleRun]
) -> None:
    workspace = example_as_run(tmp_path / "case").workspace
    truth = EXAMPLE.parent / "truth"
    told = inside_json("evaluate", "judging", "-w", workspace, "--truth", truth)["truth"]
    made = json.loads((truth / "summary.json").read_text(encoding="utf-8"))
    said, low, high = (f"{100 * value:.0f}" for value in told["share"])
    readme, measured = (
        " ".join((CHECKOUT / page).read_text(encoding="utf-8").split())
        for page in ("README.md", "docs/measured.md")
    )
    assert f"{said}% of the sellers are probably ghosts (between {low}% and {high}%)" in readme
    found = f"where {100 * told['ghosts'] / told['sellers']:.0f} % of the {told['sellers']} sellers found with offers are"
    all_made = f"and {made['ghosts']} of all {made['sellers']} that were made"
    assert f"share of ghosts {said} %, {low} to {high}, {found}, {all_made}" in measured


def test_the_worst_and_best_figures_in_the_readme_are_those_of_strangers_markets_seen_for_the_first_time() -> (
    None
):
    readme, measured = (
        (CHECKOUT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/measured.md")
    )
    rows = [cells(line) for line in measured.splitlines() if "| seen for the first time |" in line]
    head = next(cells(line) for line in measured.splitlines() if "| accounts joined, F1 |" in line)
    assert sum(len(re.findall("`", row[head.index("on what")])) // 2 for row in rows) == MAKERS
    for start, column in SHOWN.items():
        spread = [float(figure) for row in rows for figure in re.findall(r"\.\d+", row[head.index(column)])]
        shown = next(cells(line) for line in readme.splitlines() if line.startswith(f"| {start}"))
        assert sorted(float(shown[at]) for at in (1, 2)) == [min(spread), max(spread)], start


def cells(line: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
