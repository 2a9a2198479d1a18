"""`schakel estimate`: how many there are, seen and unseen, with the assumption behind each figure."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from schakel.measuring.delimited import read_columns
from schakel.measuring.market_size.bracket import Bracket
from schakel.measuring.market_size.estimate import estimate_population
from schakel.measuring.market_size.estimate_file import estimate_by_kind, estimate_from_lists
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.frequencies import Frequencies, parse_counts
from schakel.measuring.market_size.from_columns import histories_of, people_of, table_of_sightings
from schakel.measuring.market_size.open_population import jolly_seber
from schakel.records.errors import SettingsError
from schakel.showing.cli.estimate_page import (
    fits_for_machines,
    periods_for_machines,
    print_fits,
    print_periods,
    say_left_out,
)
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, NoWorkspaceOption, progress

FileArgument = Annotated[
    Path | None,
    typer.Argument(
        help="A CSV with one row an account, or one a sighting; any separator.", show_default=False
    ),
]
CountsOption = Annotated[
    str, typer.Option("--counts", help="How many accounts were seen once, twice, three times, ...")
]
AccountOption = Annotated[
    str, typer.Option("--account", help="FILE has a row a sighting; this column names the account.")
]
PerOption = Annotated[str, typer.Option("--per", help="Count an account once for each value of this column.")]
CountOption = Annotated[
    str, typer.Option("--count", help="FILE has a row an account; this column says how often it was seen.")
]
ByOption = Annotated[str, typer.Option("--by", help="Covariates that go with --count: names of columns.")]
ListsOption = Annotated[
    str,
    typer.Option("--lists", help="FILE has a row an account; these columns hold 1 for each list it is on."),
]
WeightOption = Annotated[
    str, typer.Option("--weight", help="With --lists: column with the number of accounts.")
]
OpenOption = Annotated[
    bool, typer.Option("--open", help="With --lists: periods in order, accounts come and go.")
]
BootstrapOption = Annotated[
    int, typer.Option("--bootstrap", min=0, max=100_000, help="Bounds from so many redrawn tables.")
]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same bounds.")]


def add_to(app: typer.Typer) -> None:
    """Puts `estimate` on the command line."""
    app.command("estimate", epilog="Example: schakel estimate --counts 1645,183,37,13,1,1")(estimate)


def estimate(
    file: FileArgument = None,
    counts: CountsOption = "",
    account: AccountOption = "",
    per: PerOption = "",
    count: CountOption = "",
    by: ByOption = "",
    lists: ListsOption = "",
    weight: WeightOption = "",
    changing: OpenOption = False,
    bootstrap: BootstrapOption = 0,
    seed: SeedOption = 1,
    workspace: NoWorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Estimates how many accounts there are, seen and unseen, and refuses what the data cannot carry."""
    _one_way_only(file, counts, account, count, lists)
    if file is None or account:
        table = _table(file, counts, account, per)
        with progress(as_json) as report:
            answer = estimate_population(table, draws=bootstrap, seed=seed, report=report)
        head = {"seen": table.seen, "sightings": table.sightings}
        found = answer.brackets
        brackets = (found.all_accounts, found.persistent_sellers, found.without_throwaways)
        _show_fits(head, answer.fits, brackets, as_json, answer.advice)
    elif count:
        _by_kind(file, count, _names(by), as_json)
    else:
        _from_lists(file, _names(lists), weight, changing, as_json)


def _table(file: Path | None, counts: str, account: str, per: str) -> Frequencies:
    if file is not None:
        rows, bad = read_columns(file, [account, per] if per else [account])
        say_left_out(bad)
        return table_of_sightings(rows, account, per)
    try:
        return parse_counts(counts)
    except SettingsError as error:
        raise typer.BadParameter(error.diagnostics(), param_hint="--counts") from error


def _by_kind(file: Path, count: str, by: list[str], as_json: bool) -> None:
    rows, bad = read_columns(file, [count, *by])
    group, left_out = people_of(rows, count, by)
    say_left_out(bad + left_out)
    answer = estimate_by_kind(group)
    head = {"seen": int(group.seen), "left_out": bad + left_out}
    _show_fits(head, answer.fits, (answer.all_accounts,), as_json)


def _from_lists(file: Path, lists: list[str], weight: str, changing: bool, as_json: bool) -> None:
    rows, bad = read_columns(file, [*lists, weight] if weight else lists)
    say_left_out(bad)
    seen = histories_of(rows, lists, weight)
    head = {"seen": seen.seen, "left_out": bad}
    if changing:
        found = jolly_seber(seen)
        if as_json:
            _write(periods_for_machines(head, found))
        else:
            print_periods(head, found)
        return
    answer = estimate_from_lists(seen)
    _show_fits(head, answer.fits, (answer.all_accounts,), as_json)


def _show_fits(
    head: Mapping[str, int],
    fits: Sequence[Fit],
    brackets: Sequence[Bracket],
    as_json: bool,
    advice: str = "",
) -> None:
    if as_json:
        _write(fits_for_machines(head, fits, brackets, advice))
    else:
        print_fits(head, fits, brackets, advice)


def _write(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, allow_nan=False) + "\n")


def _names(words: str) -> list[str]:
    return [name.strip() for name in words.split(",") if name.strip()]


def _one_way_only(file: Path | None, counts: str, account: str, count: str, lists: str) -> None:
    if file is None:
        if not counts:
            raise typer.BadParameter(
                "give a frequency table, for example --counts 1645,183,37,13,1,1, or a FILE"
            )
        if account or count or lists:
            raise typer.BadParameter(
                "--account, --count and --lists name columns of a FILE; give the file first"
            )
        return
    if counts:
        raise typer.BadParameter("give --counts or a FILE, not both")
    if sum(map(bool, (account, count, lists))) != 1:
        raise typer.BadParameter("say what the FILE holds with one of --account, --count or --lists")
