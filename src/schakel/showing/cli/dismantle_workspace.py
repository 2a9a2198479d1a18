"""`schakel dismantle -w W`: which sellers, keepers or chats to take out, for the hours at hand."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from schakel.measuring.networks.dismantle import whole_curve
from schakel.measuring.networks.from_workspace import BY, By, Tied, tied
from schakel.measuring.networks.graph import Graph, curve
from schakel.measuring.networks.hours import for_hours
from schakel.measuring.networks.key_player import fragmentation
from schakel.measuring.networks.recovery import WAYS, Recovery, recover
from schakel.measuring.networks.value_chain import Roles, chain_order, functions, refilled
from schakel.records.errors import SettingsError
from schakel.showing.cli.closing import number_of
from schakel.showing.cli.session import looking, origin
from schakel.showing.printable import one_line

CHAIN = "value-chain"
_USUAL = 10  # so many are named where neither hours nor a number are given


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a workspace."""

    by: str
    hours: float
    k: int
    strategy: str
    runs: int
    seed: int


def dismantle_workspace(root: Path, asked: Asked, as_json: bool) -> None:
    """Prints whom to take out of the workspace's network, what that breaks, and how it could recover."""
    by = _by(asked.by)
    with looking(root) as session:
        session.must("leads")
        found = tied(session.engine, by)
        if not found.may_go:
            raise SettingsError(
                "There is nobody of that kind in the network of this workspace.",
                means="Nothing was computed.",
                todo="Choose another --by, or run the road first: schakel run.",
            )
        order = _order(found, asked)
        recovery = recover(found.network, order, runs=asked.runs, seed=asked.seed)
        session.ledger.add("dismantle", outputs={"removals": len(order)}, settings={"by": by, "at": origin()})
    hours = dict(zip(found.may_go, found.hours, strict=True))
    if as_json:
        _write(found, order, hours, recovery, asked)
    else:
        _print(found, order, hours, recovery)


def plain_name(network: Graph, actor: int) -> int | str:
    """The name as in the file; a plain number as a number."""
    name = network.names[actor]
    plain = name.isascii() and name.isdigit() and len(name) < 16 and str(int(name)) == name
    return int(name) if plain else name


def largest_component(network: Graph) -> int:
    """The size of the largest component with everybody there."""
    return int(network.component_sizes(np.ones(network.size, dtype=bool)).max(initial=0))


def functions_for_machines(network: Graph, held: Roles, removed: tuple[int, ...]) -> list[dict[str, object]]:
    """The functions, hardest to replace first, with what the removals leave of each."""
    after = {one.name: one for one in refilled(network, held, removed)}
    rows: list[dict[str, object]] = []
    for one in functions(network, held):
        left = after.get(one.name)
        rows.append(
            {
                "function": one.name,
                "holders": len(one.holders),
                "ties_to_substitute": one.substitute,
                "hardness": round(one.hardness, 6),
                "removed": 0 if left is None else left.removed,
                "left": len(one.holders) if left is None else left.left,
                "refilled": None if left is None or left.refilled is None else round(left.refilled, 4),
            }
        )
    return rows


def print_functions(console: Console, network: Graph, held: Roles, removed: tuple[int, ...]) -> None:
    """The functions as a table, hardest to replace first."""
    console.print(Text("Functions, hardest to replace first", "bold"))
    sheet = Table(box=None, pad_edge=False, header_style="dim")
    for place, name in enumerate(
        ("function", "holders", "ties to a substitute", "removed", "can be refilled")
    ):
        sheet.add_column(name, justify="right" if place else "left")
    for row in functions_for_machines(network, held, removed):
        near, again = row["ties_to_substitute"], row["refilled"]
        sheet.add_row(
            Text(one_line(str(row["function"]), 30)),
            str(row["holders"]),
            "none" if near is None else f"{near:g}",
            str(row["removed"]),
            "" if again is None else f"{again:.0%}",
        )
    console.print(sheet)


def _by(word: str) -> By:
    for by in BY:
        if by == word:
            return by
    raise typer.BadParameter(f"choose one of: {', '.join(BY)}", param_hint="--by")


def _order(found: Tied, asked: Asked) -> tuple[int, ...]:
    may_go = set(found.may_go)
    if asked.hours:
        if asked.strategy not in ("best", "key-player"):
            return _that_fit(found, _by_strategy(found, asked), asked.hours)
        return for_hours(found.network, found.may_go, found.hours, asked.hours).order
    many = asked.k or _USUAL
    if asked.strategy in ("best", "key-player"):
        return for_hours(found.network, found.may_go, [1.0] * len(may_go), float(many)).order
    return _by_strategy(found, asked)[:many]


def _by_strategy(found: Tied, asked: Asked) -> tuple[int, ...]:
    may_go = set(found.may_go)
    if asked.strategy == CHAIN:
        order = chain_order(found.network, found.roles)
    else:
        order = list(whole_curve(found.network, asked.strategy).order)
    return tuple(actor for actor in order if actor in may_go)


def _that_fit(found: Tied, order: tuple[int, ...], budget: float) -> tuple[int, ...]:
    hours = dict(zip(found.may_go, found.hours, strict=True))
    kept = []
    for actor in order:
        if hours[actor] <= budget:
            budget -= hours[actor]
            kept.append(actor)
    return tuple(kept)


def _write(
    found: Tied, order: tuple[int, ...], hours: dict[int, float], recovery: list[Recovery], asked: Asked
) -> None:
    network = found.network
    answer = {
        "actors": network.size,
        "ties": network.ties,
        "may_go": len(found.may_go),
        "strategy": asked.strategy,
        "order": [network.names[actor] for actor in order],
        "hours": [round(hours[actor], 1) for actor in order],
        "hours_together": round(sum(hours[actor] for actor in order), 1),
        "largest_before": largest_component(network),
        "largest_component": curve(network, order),
        "fragmentation_before": round(fragmentation(network, ()), 6),
        "fragmentation": round(fragmentation(network, order), 6),
        "functions": functions_for_machines(network, found.roles, order),
        "recovery": [
            {"way": one.way, "words": WAYS[one.way], "new_ties_to_half": _ends(one.to_half), "new_ties_to_nine_tenths": _ends(one.to_nine_tenths)}
            for one in recovery
        ],
    }  # fmt: skip
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, allow_nan=False) + "\n")


def _ends(spread: tuple[float, float, float] | None) -> dict[str, float | None]:
    ends = spread or (None, None, None)
    return {
        name: None if one is None else round(one, 4)
        for name, one in zip(("value", "low", "high"), ends, strict=True)
    }


def _print(found: Tied, order: tuple[int, ...], hours: dict[int, float], recovery: list[Recovery]) -> None:
    console = Console(highlight=False)
    network = found.network
    together = sum(hours[actor] for actor in order)
    console.print(
        Text(f"{len(order)} of {len(found.may_go):,} to take out, {number_of(together, 'hour')}", "bold")
    )
    held: dict[int, list[str]] = {}
    for name, holders in found.roles.items():
        for actor in holders:
            held.setdefault(actor, []).append(name)
    sheet = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("removal", "who", "functions", "hours", "largest component"):
        sheet.add_column(
            name, justify="left" if name in ("who", "functions") else "right", no_wrap=name == "who"
        )
    sheet.add_row("", "", "", "", f"{largest_component(network):,}")
    for place, (actor, size) in enumerate(zip(order, curve(network, order), strict=True), 1):
        roles = ", ".join(sorted(set(held.get(actor, []))))
        sheet.add_row(str(place), network.names[actor], roles, f"{hours[actor]:,.0f}", f"{size:,}")
    console.print(sheet)
    before, after = fragmentation(network, ()), fragmentation(network, order)
    console.print(
        f"Pairs that cannot reach each other: {before:.0%} before, {after:.0%} of those left after."
    )
    if found.roles:
        console.print()
        print_functions(console, network, found.roles, order)
    console.print(Text("\nIf those who lost a contact look for a new one", "bold"))
    for one in recovery:
        half = "never" if one.to_half is None else f"after {one.to_half[0]:.0%} of the lost ties are replaced"
        console.print(f"  {WAYS[one.way]}: half of it is whole again {half}")
    console.print("  How a network recovers is not known beforehand; these are three ways it could.")
