"""The made-up market that is measured on: the same number of messages and the same seed give the same bytes."""

from collections.abc import Callable
from pathlib import Path

from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings

MESSAGES, SEED = 50_000, 11
_EACH = 560  # messages a seller in the year that was counted: 5,600,000 by 9,900 sellers (docs/simulator.md)
_LEAST_SELLERS, _DAYS = 50, 365


def make_market(
    messages: int, seed: int, folder: Path, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Makes a year of a market in the folder; gives its export, a file of Telegram Desktop's JSON."""
    sellers = max(_LEAST_SELLERS, messages // _EACH)
    simulate(MarketSettings(sellers=sellers, days=_DAYS, seed=seed, messages=messages), folder, progress)
    return folder / "export" / "result.json"
