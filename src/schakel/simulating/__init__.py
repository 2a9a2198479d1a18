"""A made-up market with known truth, written as a Telegram Desktop export.

Agents act day by day; every sign (answers, vouches, warnings, copies, sold-out notes) follows from what
they do, and `truth/` tells who they were. Nothing in it is a person: see `docs/simulator.md`.
"""

from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings, MarketSummary

__all__ = ["MarketSettings", "MarketSummary", "simulate"]
