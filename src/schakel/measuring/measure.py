"""The measuring room's step on the road: how big the market is, and what it looks like."""

from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa

from schakel.measuring.estimates import estimates
from schakel.measuring.market.base import base
from schakel.measuring.market.figures import market_figures
from schakel.store.engine import Engine


def measure(engine: Engine) -> dict[str, pa.Table]:
    """The tables `estimates` (how many there are, with bounds and assumptions) and `market` (what it looks like)."""
    start = base(engine)
    # The figures are nearly all SQL and the estimates nearly all arithmetic, so they do not wait for each other.
    with ThreadPoolExecutor(1, thread_name_prefix="market") as beside:
        figures = beside.submit(market_figures, start)
        return {"estimates": estimates(start), "market": figures.result()}
