"""Ads that were not seen, deals and money: as bounds with the assumptions they rest on, never as one figure.

What is asked is public, what is sold is not. So deals and turnover hold only under assumptions that are printed with
them: deals a day by scale (a data file), prices as asked, and days on which real sellers advertise.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from schakel.measuring.real_sellers.carried import Carried
from schakel.measuring.real_sellers.doubt import Numbers

_DRAWS = 4_000
_SCALES = ("bulk", "retail", "unknown")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A figure with its ends and what they rest on."""

    value: float
    low: float
    high: float
    assumes: tuple[str, ...]


def ads_sent(gaps: pa.Table) -> Bounds:
    """How many ads were sent in the chats and days at hand, with those behind missing message numbers.

    A missing number may be a removed ad, any other message, or a number that was never used.
    """
    seen, missing, ads = (gaps[name].to_numpy().astype(np.float64) for name in ("seen", "missing", "ads"))
    share = np.divide(ads, seen, out=np.zeros_like(ads), where=seen > 0)
    total = float(ads.sum())
    assumes = (
        f"{missing.sum():,.0f} of {(seen + missing).sum():,.0f} message numbers of these chats are missing",
        (
            "at least none of the missing was an ad; most probably as many as among the messages that were seen of that "
            "chat; at most twice as many, since removed messages are ads more often"
        ),
        "chats and days that are not in the data are not counted",
    )
    high = float((missing * np.minimum(2 * share, 1.0)).sum())
    return Bounds(total + float((missing * share).sum()), total, total + high, assumes)


def trade(
    seller_days: Mapping[str, Numbers],
    populations: Mapping[str, Carried],
    prices: pa.Table,
    deals_per_day: Mapping[str, tuple[float, float]],
    seed: int,
) -> tuple[Bounds, Bounds]:
    """Deals and turnover of real sellers in the window.

    `seller_days` are, by scale, the days on which real sellers advertised in each drawn world; `populations` how many
    there are of that scale, seen or not (each not seen adds one day); `prices` quartiles of what is asked for a deal.
    """
    chance = np.random.default_rng(seed)
    asked = {row["scale"]: (row["low"], row["high"]) for row in prices.to_pylist()}
    deals, money = np.zeros(_DRAWS), np.zeros(_DRAWS)
    told = []
    for scale in _SCALES:
        if scale not in seller_days or not seller_days[scale].size:
            continue
        days = chance.choice(seller_days[scale], _DRAWS) + _unseen(populations.get(scale), chance)
        least, most = deals_per_day[scale]
        made = days * _between(least, most, chance)
        deals += made
        told.append(f"{scale}: {least:g} to {most:g} deals a seller and day of advertising")
        if scale in asked:
            low, high = asked[scale]
            money += made * _between(low, high, chance)
            told.append(f"{scale}: a deal is asked at {low:,.0f} to {high:,.0f} (quartiles over sellers)")
    assumes = (
        *told,
        "what is asked is paid; a seller trades on the days on which it advertises, and on no other",
        "sellers that were not seen advertise on one day",
    )
    return _bounds(deals, tuple(one for one in assumes if "asked" not in one)), _bounds(money, assumes)


def _unseen(population: Carried | None, chance: np.random.Generator) -> Numbers:
    if population is None or population.low is None or population.high is None:
        return np.zeros(_DRAWS)
    low = max(population.low - population.seen, 0.0)
    high = max(population.high - population.seen, 0.0)
    return chance.uniform(low, max(high, low), _DRAWS)


def _between(low: float, high: float, chance: np.random.Generator) -> Numbers:
    """Draws between two ends, evenly on the log scale."""
    floor = max(low, 1e-9)
    return np.exp(chance.uniform(np.log(floor), np.log(max(high, floor)), _DRAWS))


def _bounds(drawn: Numbers, assumes: tuple[str, ...]) -> Bounds:
    value, low, high = (float(np.quantile(drawn, q)) for q in (0.5, 0.05, 0.95))
    return Bounds(value, low, high, assumes)
