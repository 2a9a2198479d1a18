"""The measuring room's step on the road: how big the market is, and what it looks like."""

import pyarrow as pa

from schakel.measuring.estimates import estimates
from schakel.measuring.market.base import base
from schakel.measuring.market.figures import market_figures
from schakel.store.engine import Engine


def measure(engine: Engine) -> dict[str, pa.Table]:
    """The tables `estimates` (how many there are, with bounds and assumptions) and `market` (what it looks like)."""
    start = base(engine)
    return {"estimates": estimates(start), "market": market_figures(start)}
