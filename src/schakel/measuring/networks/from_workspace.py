"""The network of a workspace: sellers and others tied by what they have to do with each other, or sellers and chats."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from schakel.measuring.networks.graph import Graph, graph
from schakel.measuring.networks.value_chain import Roles
from schakel.measuring.settings import given
from schakel.store.engine import Engine

By = Literal["sellers", "keepers", "chats", "all"]
BY: tuple[By, ...] = ("sellers", "keepers", "chats", "all")

_SQL = files("schakel.measuring.sql")
_STEPS = {"chats": "chat_ties", "keepers": "keeper_ties"}


@dataclass(frozen=True, slots=True)
class Tied:
    """The network, who of it may be taken out, the hours that each of these takes, and who holds which function."""

    network: Graph
    may_go: tuple[int, ...]
    hours: tuple[float, ...]
    roles: Roles


def tied(engine: Engine, by: By) -> Tied:
    """The network for taking out sellers, keepers of groups, or chats; `all` for sellers and keepers together."""
    rows = engine.step(_SQL / f"{_STEPS.get(by, 'actor_ties')}.sql")
    network = graph(zip(rows["one"].to_pylist(), rows["two"].to_pylist(), strict=True))
    place = {name: number for number, name in enumerate(network.names)}
    roles: dict[str, list[int]] = {}
    told = engine.step(_SQL / "actor_functions.sql")
    for actor, function in zip(told["actor"].to_pylist(), told["function"].to_pylist(), strict=True):
        if actor in place:
            roles.setdefault(function, []).append(place[actor])
    may_go = _may_go(network, by, roles.get("group-keeper", ()))
    hours = _hours(engine, [network.names[actor] for actor in may_go])
    return Tied(network, may_go, hours, roles)


def _may_go(network: Graph, by: By, keepers: Sequence[int]) -> tuple[int, ...]:
    if by == "keepers":
        return tuple(sorted(keepers))
    prefix = "c_" if by == "chats" else "s_"
    named = {actor for actor, name in enumerate(network.names) if name.startswith(prefix)}
    return tuple(sorted(named | (set(keepers) if by == "all" else set())))


def _hours(engine: Engine, names: Sequence[str]) -> tuple[float, ...]:
    """Hours of the lead on a seller; for chats and keepers those of the data file."""
    leads = engine.read("leads", ["seller_id", "hours"])
    of_seller = dict(zip(leads["seller_id"].to_pylist(), leads["hours"].to_pylist(), strict=True))
    usual = given().hours
    kinds = {"c_": "chat", "s_": "seller"}
    return tuple(float(of_seller.get(name) or usual[kinds.get(name[:2], "keeper")]) for name in names)
