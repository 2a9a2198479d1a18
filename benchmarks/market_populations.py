"""Made-up markets of known size with aliases, ghosts and throwaways, and how often the brackets hold the truth.

    python -m benchmarks.market_populations --many 200 --seed 5000

A market has real sellers and ghosts, each with one account or several; accounts are seen on days at rates that differ
(the worlds of `benchmarks.populations` that the brackets were not made on); some accounts are thrown away after one
day. Linking is made up too: pairs of one seller and of two get weights with honest or overstated log odds, and the
pairs that leave no trace are never weighed. Ghost probabilities come from weights with a shift that all share.
The truth: real sellers that keep selling, seen or not.
"""

import argparse
import math
import sys
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from benchmarks.populations import HELD_OUT
from schakel.measuring.market_size.chao import chao
from schakel.measuring.market_size.frequencies import Frequencies, frequencies
from schakel.measuring.market_size.zelterman import zelterman
from schakel.measuring.real_sellers.carried import PERSISTENT, Carried, carried
from schakel.measuring.real_sellers.doubt import Doubts, settle
from schakel.measuring.real_sellers.sighted import Sightings, seen_in_worlds
from schakel.measuring.settings import given

_WORLDS = tuple(sorted(HELD_OUT))
_DAYS = 60


@dataclass(frozen=True, slots=True)
class Market:
    """Accounts with their true and their resolved sellers, what is doubted, and how large it really is."""

    world: str
    truth: int  # real sellers that keep selling, seen or not
    seen: Sightings
    doubts: Doubts


def market(number: int, seed: int) -> Market:
    """One market; everything about it is drawn."""
    chance = np.random.default_rng([seed, number])
    world = _WORLDS[number % len(_WORLDS)]
    real = int(math.exp(chance.uniform(math.log(150), math.log(3000))))
    ghosts = int(real * chance.uniform(0.0, 1.0))
    sellers = real + ghosts
    days = HELD_OUT[world](chance, sellers, math.exp(chance.uniform(math.log(0.8), math.log(8))))
    thrown = int(sellers * chance.uniform(0.0, 0.5))
    accounts = np.minimum(1 + chance.poisson(chance.uniform(0.1, 0.6), sellers), 6)
    is_real = np.arange(sellers) < real
    rows = _rows(days, accounts, chance)
    # throwaways: accounts of nobody's, seen on one day
    owner = np.concatenate([rows[0], sellers + np.arange(thrown)])
    account = np.concatenate([rows[1], rows[1].max(initial=-1) + 1 + np.arange(thrown)])
    day = np.concatenate([rows[2], chance.integers(0, _DAYS, thrown)])
    real_of = np.concatenate([is_real, chance.random(thrown) < 0.5])
    kept, number_of = np.unique(account, return_inverse=True)
    true_seller = np.zeros(len(kept), dtype=np.int64)
    true_seller[number_of] = owner
    doubts = _doubts(true_seller, real_of, chance)
    seen = Sightings((("all", "all"),), np.zeros(len(day), dtype=np.int64), number_of.astype(np.int64), day)
    return Market(world, real, seen, doubts)


def _rows(days: np.ndarray, accounts: np.ndarray, chance: np.random.Generator) -> tuple[np.ndarray, ...]:
    """Seller, account and day of each sighting; a seller uses its accounts one after another."""
    owner, account, when = [], [], []
    first = np.cumsum(accounts) - accounts
    for seller in np.flatnonzero(days):
        seen_on = np.sort(chance.choice(_DAYS, min(int(days[seller]), _DAYS), replace=False))
        share = (seen_on * accounts[seller] // _DAYS).astype(np.int64)
        owner += [seller] * len(seen_on)
        account += list(first[seller] + share)
        when += list(seen_on)
    return np.array(owner, dtype=np.int64), np.array(account, dtype=np.int64), np.array(when, dtype=np.int64)


def _doubts(true_seller: np.ndarray, real_of: np.ndarray, chance: np.random.Generator) -> Doubts:
    pairs, truly = _pairs(true_seller, chance)
    strength, honest = chance.uniform(2.0, 4.0), chance.uniform(0.7, 1.3)
    # normal log odds with variance twice the mean are honest; times `honest` they are over- or understated
    odds = chance.normal(np.where(truly, strength, -strength), math.sqrt(2 * strength)) * honest
    same = 1 / (1 + np.exp(-odds))
    resolved = _resolved(len(true_seller), pairs, same)
    sellers = int(resolved.max(initial=-1)) + 1
    ghost = np.zeros(sellers, dtype=bool)
    ghost[resolved] = ~real_of[true_seller]
    power, share = chance.uniform(0.7, 2.5), float(np.clip(ghost.mean(), 0.02, 0.98))
    shift = chance.normal(0, 0.8)
    weights = chance.normal(np.where(ghost, power, -power), math.sqrt(2 * power))
    odds = math.log(share / (1 - share)) + weights + shift
    low, value, high = (1 / (1 + np.exp(-(odds + wide))) for wide in (-1.6, 0.0, 1.6))
    return Doubts(resolved, pairs[0], pairs[1], same, value, low, high)


def _pairs(true_seller: np.ndarray, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Pairs that are weighed: nearly all of one seller (5 in 100 leave no trace), and as many of two sellers."""
    order = np.argsort(true_seller, kind="stable")
    joined = true_seller[order][1:] == true_seller[order][:-1]
    one, two = order[:-1][joined], order[1:][joined]
    trace = chance.random(len(one)) > 0.05
    left, right = chance.integers(0, len(true_seller), (2, max(len(one), 20)))
    apart = true_seller[left] != true_seller[right]
    pairs = np.concatenate([np.stack([one, two])[:, trace], np.stack([left, right])[:, apart]], axis=1)
    return pairs, np.concatenate([np.ones(int(trace.sum()), bool), np.zeros(int(apart.sum()), bool)])


def _resolved(many: int, pairs: np.ndarray, same: np.ndarray) -> np.ndarray:
    joined = same > 0.5
    matrix = coo_array((np.ones(int(joined.sum())), tuple(pairs[:, joined])), shape=(many, many))
    return connected_components(matrix, directed=False)[1].astype(np.int64)


def bracket_of(one: Market) -> Carried:
    """What measuring says of real sellers that keep selling."""
    settled = settle(one.doubts, given().draws.sure)
    seen = seen_in_worlds(one.seen, settled, given().draws)
    return carried(seen.real[:, 0, :], given().draws, given().least)[PERSISTENT]


def accounts_table(one: Market) -> Frequencies:
    """Days seen by account: what Chao and Zelterman are usually given."""
    times = np.bincount(one.seen.account)
    return frequencies({k: int(f) for k, f in enumerate(np.bincount(times)) if k and f})


def sellers_table(one: Market) -> Frequencies:
    """Days seen by resolved seller, ghosts weighed out as a share: multiplied as points."""
    days = np.unique(np.stack([one.doubts.seller_of[one.seen.account], one.seen.day]), axis=1)[0]
    times = np.bincount(days)
    return frequencies({k: int(f) for k, f in enumerate(np.bincount(times)) if k and f})


def ends(one: Market) -> dict[str, tuple[float, float | None]]:
    """The ends by measuring, and by Chao and Zelterman: on accounts, and on sellers times the share that is real."""
    found = bracket_of(one)
    real = 1 - float(one.doubts.ghost.mean())
    told: dict[str, tuple[float, float | None]] = {"measured": (found.low or 0.0, found.high)}
    for name, method in (("chao", chao), ("zelterman", zelterman)):
        raw, points = method(accounts_table(one)), method(sellers_table(one))
        told[f"{name}, accounts"] = (raw.low or 0.0, raw.high)
        told[f"{name}, points"] = (
            (points.low or 0.0) * real,
            None if points.high is None else points.high * real,
        )
    return told


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.market_populations", description=__doc__)
    parser.add_argument("--many", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5000)
    options = parser.parse_args()
    markets = [market(number, options.seed) for number in range(options.many)]
    told = [(one, ends(one)) for one in markets]
    for name in told[0][1]:
        _line(name, [(one.truth, *two[name]) for one, two in told])
    for world in _WORLDS:
        _line(world, [(one.truth, *two["measured"]) for one, two in told if one.world == world])


def _line(name: str, rows: list[tuple[int, float, float | None]]) -> None:
    held = [low <= truth and (high is None or truth <= high) for truth, low, high in rows]
    wide = [np.inf if high is None else high / max(low, 1.0) for _, low, high in rows]
    below = np.mean([high is not None and truth > high for truth, _, high in rows])
    sys.stdout.write(
        f"{name:24} {len(rows):4}  holds {np.mean(held):4.0%}  width x{np.median(wide):.2f}  "
        f"no upper end {np.mean(np.isinf(wide)):3.0%}  truth above {below:3.0%}\n"
    )


if __name__ == "__main__":
    main()
