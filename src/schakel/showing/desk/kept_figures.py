"""The figures that whole screens rest on: counted once for the tables as they stand, and read back after that."""

from schakel.records.facts import Estimate
from schakel.showing.desk import coverage as _coverage
from schakel.showing.desk import map_areas as _map
from schakel.showing.desk import market as _market
from schakel.showing.desk import network as _network
from schakel.showing.desk.overview import ghosts_among_sellers
from schakel.showing.desk.prepared import is_prepared, prepared
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace


def market(workspace: Workspace, engine: Engine) -> _market.Market:
    """The figures of the market."""
    return prepared(workspace, "market", _market.TABLES, _market.Market, lambda: _market.market(engine))


def areas(workspace: Workspace, engine: Engine) -> _map.Areas:
    """The counts of the map."""
    return prepared(workspace, "map", _map.TABLES, _map.Areas, lambda: _map.map_areas(engine))


def areas_of_months(workspace: Workspace, engine: Engine, since: str, until: str) -> _map.Areas:
    """The counts of the map for some months; those asked for last are kept."""
    asked = f"{since} {until}"
    return prepared(
        workspace,
        "map-of-months",
        _map.TABLES,
        _map.Areas,
        lambda: _map.map_areas(engine, since, until),
        asked,
    )


def ties(workspace: Workspace, engine: Engine) -> _network.Ties:
    """The ties of the network."""
    return prepared(workspace, "network", _network.TABLES, _network.Ties, lambda: _network.all_ties(engine))


def coverage(workspace: Workspace, engine: Engine) -> _coverage.Coverage:
    """What the material does not hold."""
    return prepared(
        workspace,
        "coverage",
        _coverage.TABLES,
        _coverage.Coverage,
        lambda: _coverage.coverage(engine),
    )


def ghosts(workspace: Workspace, engine: Engine) -> Estimate | None:
    """The share of ghosts among the sellers."""
    kept: list[Estimate] = prepared(
        workspace,
        "ghosts",
        ("findings",),
        list[Estimate],
        lambda: [share] if (share := ghosts_among_sellers(engine)) else [],
    )
    return kept[0] if kept else None


FIGURES = (market, areas, ties, coverage, ghosts)
_RESTS_ON = {
    "market": _market.TABLES,
    "map": _map.TABLES,
    "network": _network.TABLES,
    "coverage": _coverage.TABLES,
    "ghosts": ("findings",),
}


def all_are_kept(workspace: Workspace) -> bool:
    """Whether all of them are kept as they are for the tables as they stand."""
    return all(is_prepared(workspace, name, tables) for name, tables in _RESTS_ON.items())
