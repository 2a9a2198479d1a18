"""The welcome page's figures: what came in, what was found, and how much of it may be ghosts."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.records.facts import Estimate
from schakel.showing.desk.queue import QueueRow, first_leads
from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
_FIRST = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, the share of ghosts (None where no seller was judged), the plan per unit, the first leads."""

    counts: dict[str, Any]
    ghosts: Estimate | None
    units: list[dict[str, Any]]
    first: list[QueueRow]
    set_apart: list[dict[str, Any]]


def overview(engine: Engine, ghosts: Estimate | None) -> Overview:
    """What stands in the workspace now; `ghosts` is the share of them, which takes longest to work out."""
    counts: dict[str, Any] = engine.step(_SQL / "desk_counts.sql", by="").to_pylist()[0]
    reasons = files("schakel.showing.sql") / "quarantine_reasons.sql"
    return Overview(
        counts=counts,
        ghosts=ghosts,
        units=engine.step(_SQL / "unit_hours.sql").to_pylist(),
        first=first_leads(engine, _FIRST),
        set_apart=engine.step(reasons).to_pylist() if counts["quarantined"] else [],
    )


def ghosts_among_sellers(engine: Engine) -> Estimate | None:
    """The share of ghosts among the sellers; None where no seller was judged."""
    share = ghost_share(engine.read("findings", ["subject_kind", "kind", "value", "low", "high"]))
    # Without a judged seller the estimate is 0 to 1; the page says so in words instead.
    return (
        None
        if (share.low, share.high) == (0.0, 1.0) and "no seller was judged" in share.assumptions
        else share
    )
