"""`schakel dismantle`: which removals break a network most, and how it would recover."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.measuring.networks.dismantle import Dismantling, strategies, until, whole_curve
from schakel.measuring.networks.edges import Edges, read_edges
from schakel.measuring.networks.from_workspace import BY
from schakel.measuring.networks.functions_file import read_functions
from schakel.measuring.networks.graph import Graph, curve
from schakel.measuring.networks.key_player import KeyPlayers, fragmentation, key_players
from schakel.measuring.networks.recovery import WAYS, Recovery, recover
from schakel.measuring.networks.value_chain import Roles, chain_order
from schakel.showing.cli.closing import number_of
from schakel.showing.cli.dismantle_workspace import (
    CHAIN,
    Asked,
    dismantle_workspace,
    functions_for_machines,
    largest_component,
    plain_name,
    print_functions,
)
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, Report, WorkspaceOption, progress
from schakel.showing.cli.through_a_pipe import set_down
from schakel.showing.printable import one_line

Answer = dict[str, object]


def add_to(app: typer.Typer) -> None:
    """Puts `dismantle` on the command line."""
    app.command("dismantle", epilog="Example: schakel dismantle ties.csv --k 3")(dismantle)


def dismantle(
    edges: Annotated[
        Path | None,
        typer.Argument(
            help="Ties, one a row: from,to or from,to,weight; any separator; - is standard input. Without it: "
            "the workspace.",
            show_default=False,
        ),
    ] = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    by: Annotated[
        str, typer.Option("--by", help=f"Of a workspace, whom to take out: {', '.join(BY)}.")
    ] = "all",
    hours: Annotated[
        float, typer.Option("--hours", min=0, help="Of a workspace: whom to take out for so many hours.")
    ] = 0,
    roles: Annotated[
        Path | None, typer.Option("--roles", help="Who holds which function, one a row: actor,function.")
    ] = None,
    k: Annotated[int, typer.Option("--k", min=0, help="The best set of so many removals together.")] = 0,
    target_size: Annotated[
        int, typer.Option("--target-size", min=0, help="Remove until no component is larger than this.")
    ] = 0,
    strategy: Annotated[
        str, typer.Option("--strategy", help=f"One of: {', '.join((*strategies(), CHAIN))}.")
    ] = "best",
    runs: Annotated[
        int, typer.Option("--runs", min=1, max=10_000, help="How often recovery is simulated.")
    ] = 40,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same recovery.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Says which removals break a network most, and how it grows together again in three ways of recovering."""
    _sound(strategy, k, target_size)
    if edges is None:
        dismantle_workspace(workspace, Asked(by, hours, k, strategy, runs, seed), as_json)
        return
    if hours:
        raise typer.BadParameter("hours are known of a workspace only (-w)", param_hint="--hours")
    _dismantle_ties(edges, roles, Asked(by, hours, k, strategy, runs, seed), target_size, as_json)


def _dismantle_ties(edges: Path, roles: Path | None, asked: Asked, target_size: int, as_json: bool) -> None:
    """Takes a network of a file apart, and prints how."""
    with progress(as_json) as report:
        report("reading ties", 0, 0)
        with set_down(edges) as path:
            read = read_edges(path)
        held = read_functions(roles, read.network) if roles is not None else {}
        if asked.strategy == CHAIN:
            _chain(read, held, asked.k, as_json)
            return
        if asked.k >= read.network.size:
            raise typer.BadParameter(
                f"the network has {number_of(read.network.size, 'actor')}; ask for fewer", param_hint="--k"
            )
        found = _found(read.network, asked.k, target_size, asked.strategy, report)
        report("simulating recovery", 0, 0)
        recovery = recover(read.network, _hit(found), runs=asked.runs, seed=asked.seed)
    _say_left_out(read)
    if as_json:
        chain = {"functions": functions_for_machines(read.network, held, _hit(found))} if held else {}
        _write(_head(read) | _answer(read.network, found) | chain | _recovery(recovery))
    else:
        _print(read.network, found, recovery)
        if held:
            print_functions(Console(highlight=False), read.network, held, _hit(found))


def _chain(read: Edges, held: Roles, k: int, as_json: bool) -> None:
    """The value chain: needs to know who does what."""
    if not held:
        raise typer.BadParameter("the value chain needs --roles, or a workspace", param_hint="--strategy")
    order = tuple(chain_order(read.network, held)[: k or read.network.size])
    found = Dismantling(CHAIN, order, tuple(curve(read.network, order)), largest_component(read.network))
    hit = order if k else order[: found.removals_until(0.5)]
    recovery = recover(read.network, hit)
    _say_left_out(read)
    if as_json:
        chain = {"functions": functions_for_machines(read.network, held, hit)}
        best = {"best": [plain_name(read.network, actor) for actor in order]} if k else {}
        share = {"fragmentation": round(fragmentation(read.network, hit), 6)}
        _write(_head(read) | _order(read.network, found) | best | share | chain | _recovery(recovery))
        return
    print_functions(Console(highlight=False), read.network, held, hit)
    _print_order(read.network, found, recovery)


Found = KeyPlayers | Dismantling


def _found(network: Graph, k: int, target_size: int, strategy: str, report: Report) -> Found:
    if k:
        report("looking for key players", 0, 0)
        return _best_set(network, k, strategy)
    report("removing", 0, 0)
    if target_size:
        return until(network, strategy, target_size, report)
    return whole_curve(network, strategy, report)


def _hit(found: Found) -> tuple[int, ...]:
    """Whose removal is followed by recovery: all, or of a whole curve those that halve the network."""
    if isinstance(found, KeyPlayers):
        return found.best
    return found.order if found.without_putting_back is not None else found.order[: found.removals_until(0.5)]


def _answer(network: Graph, found: Found) -> Answer:
    return _players(network, found) if isinstance(found, KeyPlayers) else _order(network, found)


def _print(network: Graph, found: Found, recovery: list[Recovery]) -> None:
    if isinstance(found, KeyPlayers):
        _print_players(network, found, recovery)
    else:
        _print_order(network, found, recovery)


def _best_set(network: Graph, k: int, strategy: str) -> KeyPlayers:
    if strategy in ("best", "key-player"):
        return key_players(network, k)
    first = whole_curve(network, strategy).order[:k]
    return KeyPlayers(first, fragmentation(network, first), exact=False)


def _sound(strategy: str, k: int, target_size: int) -> None:
    if strategy not in (*strategies(), CHAIN):
        raise typer.BadParameter(
            f"choose one of: {', '.join((*strategies(), CHAIN))}", param_hint="--strategy"
        )
    if k and target_size:
        raise typer.BadParameter("ask for --k or --target-size, not both")


def _head(read: Edges) -> Answer:
    return {
        "actors": read.network.size,
        "ties": read.network.ties,
        "rows": read.rows,
        "repeated": read.repeated,
        "left_out": dict(read.left_out.most_common()),
    }


def _players(network: Graph, players: KeyPlayers) -> Answer:
    return {
        "best": [plain_name(network, actor) for actor in players.best],
        "fragmentation": round(players.fragmentation, 6),
        "exact": players.exact,
        "largest_component": curve(network, players.best)[-1],
    }


def _order(network: Graph, found: Dismantling) -> Answer:
    return {
        "strategy": found.strategy,
        "order": [plain_name(network, actor) for actor in found.order],
        "largest_component": list(found.largest),
        "largest_before": found.before,
        "removals": len(found.order),
        "removals_without_putting_back": found.without_putting_back,
        "r": round(found.mean_largest, 6) if found.without_putting_back is None else None,
        "removals_to_half": found.removals_until(0.5),
        "removals_to_tenth": found.removals_until(0.1),
    }


def _recovery(recovery: list[Recovery]) -> Answer:
    rows = []
    for one in recovery:
        row: Answer = {"way": one.way, "words": WAYS[one.way]}
        for goal, spread in (("half", one.to_half), ("nine_tenths", one.to_nine_tenths)):
            ends = spread or (None, None, None)
            row[f"new_ties_to_{goal}"] = dict(zip(("value", "low", "high"), map(_rounded, ends), strict=True))
        rows.append(row)
    return {"recovery": rows}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _write(answer: Answer) -> None:
    # Names in a file of ties may be hostile: everything but plain letters is written as an escape.
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, allow_nan=False) + "\n")


def _say_left_out(read: Edges) -> None:
    for why, count in read.left_out.most_common():
        sys.stderr.write(f"{number_of(count, 'row was', 'rows were')} left out: {why}.\n")


def _print_players(network: Graph, players: KeyPlayers, recovery: list[Recovery]) -> None:
    console = Console(highlight=False)
    sure = "No other set does better." if players.exact else "Another set may do better."
    names = ", ".join(one_line(network.names[actor], 40) for actor in players.best)
    console.print(Text(f"Best {len(players.best)} to remove: {names}", "bold"))
    console.print(
        f"Then {players.fragmentation:.1%} of the pairs that are left cannot reach each other, and the largest "
        f"component has {curve(network, players.best)[-1]:,} of {number_of(network.size, 'actor')}. {sure}"
    )
    _print_recovery(console, recovery)


def _print_order(network: Graph, found: Dismantling, recovery: list[Recovery]) -> None:
    console = Console(highlight=False)
    console.print(Text(f"{number_of(len(found.order), 'removal')}, by {found.strategy}", "bold"))
    if found.without_putting_back is not None:
        console.print(f"({found.without_putting_back:,} before those that were not needed were put back)")
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("removal", "actor", "largest component"):
        sheet.add_column(name, justify="left" if name == "actor" else "right")
    sheet.add_row("", "", f"{found.before:,}")
    for place, (actor, size) in enumerate(zip(found.order[:20], found.largest, strict=False), 1):
        sheet.add_row(str(place), Text(one_line(network.names[actor], 40)), f"{size:,}")
    console.print(sheet)
    if len(found.order) > 20:
        console.print(f"... and {len(found.order) - 20:,} more (all of them with --json)")
    _print_recovery(console, recovery)


def _print_recovery(console: Console, recovery: list[Recovery]) -> None:
    console.print(Text("\nIf those who lost a contact look for a new one", "bold"))
    for one in recovery:
        console.print(f"  {WAYS[one.way]}: {_in_words(one)}")
    console.print("  How a network recovers is not known beforehand; these are three ways it could.")


def _in_words(one: Recovery) -> str:
    if one.to_half is None:
        return "less than half of the network is whole again when all lost ties are replaced"
    middle, low, high = one.to_half
    if one.to_nine_tenths is not None and one.to_nine_tenths[0] == 0:
        return "it hardly fell apart; nothing needs to be replaced"
    words = f"half of it is whole again after {middle:.0%} of the lost ties are replaced ({low:.0%} to {high:.0%})"
    if one.to_nine_tenths is None:
        return f"{words}, nine tenths never"
    return f"{words}, nine tenths after {one.to_nine_tenths[0]:.0%}"
