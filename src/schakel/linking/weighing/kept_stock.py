"""What it tells in these data how many of their different ads, or photos, two accounts with one in common share.

A seller's accounts mostly show the same stock; who copies takes what it likes and shows its own beside it. How much of a stock
goes along differs by market, so it is learned: pairs surely one seller by a contact show how often one seller's accounts share
few or most of it, and all other pairs with something in common are a mixture of such pairs and of copiers (expectation
maximisation; Dempster, Laird and Rubin 1977). Held to saying nothing by some pairs thought beside those that were counted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set

import numpy as np

from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import NOTHING, Pair
from schakel.linking.comparing.shared_stock import InCommon
from schakel.linking.copies.shingles import Floats
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

ADS_IN_COMMON, PHOTOS_IN_COMMON = "ads_in_common", "photos_in_common"
KEPT = frozenset({ADS_IN_COMMON, PHOTOS_IN_COMMON})
_BESIDE = 20.0  # pairs thought beside those counted, that lie as all pairs do
_LEAST, _MOST = -1.2, 1.2  # log10
_ROUNDS = 20


# Bounds of the levels: what both have, less a half since one thing in common may be chance, by all of the account with more:
# one of seven or more, of four to six, of three, of two; two of four; more.
_BOUNDS = (0.075, 0.15, 0.21, 0.35, 0.45)
_LEVELS = len(_BOUNDS) + 1


def learn_kept_stock(
    links: Sequence[Link], known: Background, same: Set[Pair], apart: Set[Pair]
) -> dict[str, tuple[float, str]]:
    """What each share in common weighs here (log10), and why.

    `links` are the pairs as weighed without it, `same` and `apart` those that are surely one seller, or two.
    """
    return _learned(ADS_IN_COMMON, links, known, same, apart) | _learned(
        PHOTOS_IN_COMMON, links, known, same, apart
    )


def _learned(
    rule: str, links: Sequence[Link], known: Background, same: Set[Pair], apart: Set[Pair]
) -> dict[str, tuple[float, str]]:
    levels, odds = _others(rule, links, known, same, apart)
    sure = _counted(_level(_shared(rule, *pair, known)) for pair in same)
    if not sure.sum() or not len(levels):
        return {}
    usual = sure + np.bincount(levels, minlength=_LEVELS) + 1
    usual /= usual.sum()
    one = (sure + _BESIDE * usual) / (sure.sum() + _BESIDE)
    weights = np.zeros(_LEVELS)
    for _ in range(_ROUNDS):
        two = np.bincount(levels, 1 / (1 + 10.0 ** np.clip(odds + weights[levels], -15, 15)), _LEVELS)
        weights = np.clip(
            np.log10(_rising(one, (two + _BESIDE * usual) / (two.sum() + _BESIDE))), _LEAST, _MOST
        )
    told = f"of {int(sure.sum())} pairs of one seller here"
    return {
        _key(rule, level): (
            round(float(weight), 2),
            f"{int(sure[level])} {told}, {usual[level]:.0%} of all pairs",
        )
        for level, weight in enumerate(weights)
        if round(float(weight), 2)
    }


def _rising(one: Floats, two: Floats) -> Floats:
    """How much oftener each level is seen on one seller's accounts; neighbours of which the higher tells less are taken together.

    The more two accounts share, the sooner they are one, however few pairs a level has (pool adjacent violators; Ayer and
    others 1955).
    """
    pools: list[tuple[float, float, int]] = []
    for first, second in zip(one.tolist(), two.tolist(), strict=True):
        pools.append((first, second, 1))
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            (a, b, some), (c, d, more) = pools[-2:]
            pools[-2:] = [(a + c, b + d, some + more)]
    return np.repeat([a / b for a, b, _ in pools], [many for _, _, many in pools])


def _others(
    rule: str, links: Sequence[Link], known: Background, same: Set[Pair], apart: Set[Pair]
) -> tuple[np.ndarray, Floats]:
    """Of each pair not surely one seller that has something in common the level, and the odds (log10) without it."""
    rest = [link for link in links if (link.left, link.right) not in same]
    told = [
        (link, level)
        for link in rest
        if (level := _level(_shared(rule, link.left, link.right, known))) is not None
    ]
    prior = load_settings().prior
    odds = [-15.0 if (link.left, link.right) in apart else link.log10_lr + prior for link, _ in told]
    return np.array([level for _, level in told], np.int64), np.array(odds, np.float64)


def _counted(levels: Iterable[int | None]) -> Floats:
    told = np.array([level for level in levels if level is not None], np.int64)
    return np.bincount(told, minlength=_LEVELS).astype(np.float64)


def kept_stock(left: str, right: str, known: Background) -> list[Reason]:
    """How many of their ads two accounts share, or of their photos if they share no ad, as far as that tells anything here."""
    for rule in (ADS_IN_COMMON, PHOTOS_IN_COMMON):
        found = _shared(rule, left, right, known)
        if found is None:
            continue
        level = _level(found)
        if level is None or _key(rule, level) not in known.against:
            return []
        weight, told = known.against[_key(rule, level)]
        return [Reason(rule, weight, detail=f"{found[0]} of {found[1]}; {told}")]
    return []


def _shared(rule: str, left: str, right: str, known: Background) -> InCommon | None:
    habit = known.habits.get((left, right), NOTHING)
    return habit.ads if rule == ADS_IN_COMMON else habit.photos


def _level(found: InCommon | None) -> int | None:
    """The level of what a pair shares; accounts with one thing each share all or none, which tells nothing more."""
    return bisect_right(_BOUNDS, (found[0] - 0.5) / found[1]) if found and found[1] > 1 else None


def _key(rule: str, level: int) -> str:
    return f"{rule} {level}"
