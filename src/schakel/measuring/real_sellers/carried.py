"""One bracket out of many worlds: how many there are, seen and unseen, with the doubt of every world in it."""

import math
from dataclasses import dataclass

import numpy as np

from schakel.measuring.market_size.bracket import ODDEST, WIDEST
from schakel.measuring.market_size.law_search import laws_on_the_grid
from schakel.measuring.market_size.supported import (
    ROOM,
    Ends,
    Laws,
    Tables,
    misfit,
    persistent_and_all,
)
from schakel.measuring.real_sellers.doubt import Numbers
from schakel.measuring.settings import Draws, Least

PERSISTENT = "persistent"  # those that keep selling, seen or not
ALL = "all"  # with throwaways, as many as were seen


@dataclass(frozen=True, slots=True)
class Carried:
    """How many there are in one stratum: a figure with its ends, or None and why; `assumes` says what it rests on."""

    seen: float
    value: float | None
    low: float | None
    high: float | None
    assumes: tuple[str, ...]

    @property
    def refused(self) -> bool:
        """Whether the data do not carry a figure."""
        return self.value is None


def carried(tables: Numbers, draws: Draws, least: Least) -> dict[str, Carried]:
    """From the tables of all worlds ([world, days], world 0 the most probable) the two populations."""
    middle = tables[0]
    seen, repeated = float(middle.sum()), float(middle[1:].sum())
    if seen < least.sellers:
        why = f"refused: {seen:.0f} seen, fewer than {least.sellers}"
        return dict.fromkeys((PERSISTENT, ALL), Carried(seen, None, None, None, (why,)))
    if repeated < least.seen_twice:
        why = "refused: hardly anybody was seen on two days, so nothing tells how many were never seen"
        return {
            PERSISTENT: Carried(seen, None, repeated, None, (why,)),
            ALL: Carried(seen, None, seen, None, (why,)),
        }
    rows = Tables(tables[:, :-1], tables[:, -1])
    # Grid laws need somebody who was seen at most ten times; where all were seen more often, nobody is unseen.
    if not middle[:-1].sum():
        return dict.fromkeys((PERSISTENT, ALL), Carried(seen, seen, seen, seen, ("all were seen often",)))
    laws = laws_on_the_grid(rows)
    stretch = misfit(laws, rows)
    if stretch > ODDEST:
        why = "refused: sightings do not come by chance at a rate of each seller's own, so no law fits"
        return {
            PERSISTENT: Carried(seen, None, repeated, None, (why,)),
            ALL: Carried(seen, None, seen, None, (why,)),
        }
    room = stretch * draws.room / ROOM
    lasting, everybody = persistent_and_all(laws, rows, room)
    return {
        PERSISTENT: _from_ends(seen, lasting, laws, draws),
        ALL: _from_ends(seen, everybody, laws, draws),
    }


def spread(counts: Numbers) -> tuple[float, float]:
    """The range of nineteen worlds in twenty."""
    return float(np.quantile(counts, 0.025)), float(np.quantile(counts, 0.975))


def _from_ends(seen: float, ends: Ends, laws: Laws, draws: Draws) -> Carried:
    value, low, high = _together(np.maximum(ends.low, 1e-9), np.maximum(ends.high, 1e-9), draws)
    words = tuple(
        f"the {name} end rests on {laws.words[laws.group[law[0]]]}"
        for name, law in (("lower", ends.low_law), ("upper", ends.high_law))
    )
    if high > WIDEST * max(low, 1.0):
        why = f"refused: the upper end would lie over {WIDEST:.0f} times the lower one"
        return Carried(seen, None, low, None, (words[0], why))
    return Carried(seen, value, low, high, words)


def _together(low: Numbers, high: Numbers, draws: Draws) -> tuple[float, float, float]:
    """Middle and ends on the log scale: the reach of a world's own bracket and the spread of the worlds, added as squares.

    The two have different causes (laws and chance; aliases and ghosts), so adding the reaches themselves would be wider
    than needed, and quantiles of the ends alone would lose one where the other is large.
    """
    below, above = np.log(low), np.log(high)
    middles = (below + above) / 2
    least, middle, most = (float(np.quantile(middles, q)) for q in (draws.low, 0.5, draws.high))
    down = math.hypot(middle - float(np.median(below)), middle - least)
    up = math.hypot(float(np.median(above)) - middle, most - middle)
    return math.exp(middle), math.exp(middle - down), math.exp(middle + up)
