"""The price level of sellers, campaigns, chats and networks against what others ask for the same goods."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import exp, sqrt
from typing import NamedTuple

from scipy.special import ndtr

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.verbal_scale import level_sentence
from schakel.judging.weights import ghost_model
from schakel.records.counted import counted

_STEP = "group_prices"
_Z = 1.959964  # 95 %
_USUAL_SAMPLE = 2.0  # comparisons that what is usually seen of their spread is worth


class Level(NamedTuple):
    """The middle of one seller's log prices against the market's, in one group of ads or in all its ads."""

    subject_kind: str
    subject_id: str
    seller_no: int
    compared: int
    others: int
    level: float
    spread: float  # variance over the comparisons


def price_findings(facts: Facts) -> list[Finding]:
    """What is asked, as a multiple of the usual price, with 95 % bounds; where at least eight others ask a price.

    Of a group of ads it is the geometric mean over its sellers, each counted once. Comparisons with few others beside
    them are given the spread that is usual (`price_usual_spread`), so one cheap line does not make a cheap seller.
    """
    found: list[Finding] = []
    rows = enumerate(facts.rows(_STEP, Level))
    for (kind, subject), part in groupby(rows, key=lambda row: (row[1].subject_kind, row[1].subject_id)):
        if kind == "seller":
            for at, level in part:
                found += _level([(at, level)], level.seller_no, None)
        else:
            found += _level(list(part), -1, (kind, subject))
    return found


def _level(
    own: Sequence[tuple[int, Level]], seller_no: int, about: tuple[str, str] | None
) -> Iterator[Finding]:
    value, error = _mean([level for _, level in own])
    low, high = exp(value - _Z * error), exp(value + _Z * error)
    below = float(ndtr(-value / error))
    label = "below market" if high < 1 else "above market" if low > 1 else "about market"
    compared = sum(level.compared for _, level in own)
    numbers = {"value": exp(value), "low": low, "high": high}
    english, dutch = (
        level_sentence(numbers, below, language, compared=compared, sellers=len(own))
        for language in ("en", "nl")
    )
    yield Finding(
        seller_no, "price-level", exp(value), low, high, label, english, _grounds(own), dutch, about
    )


def _mean(levels: Sequence[Level]) -> tuple[float, float]:
    """The mean log level over sellers and its standard error."""
    usual = ghost_model().limits["price_usual_spread"] ** 2
    if len(levels) == 1:
        one = levels[0]
        spread = ((one.compared - 1) * one.spread + _USUAL_SAMPLE * usual) / (
            one.compared - 1 + _USUAL_SAMPLE
        )
        return one.level, sqrt(spread / one.compared)
    mean = sum(one.level for one in levels) / len(levels)
    apart = sum((one.level - mean) ** 2 for one in levels)
    spread = (apart + _USUAL_SAMPLE * usual) / (len(levels) - 1 + _USUAL_SAMPLE)
    return mean, sqrt(spread / len(levels))


def _grounds(own: Sequence[tuple[int, Level]]) -> list[Ground]:
    """The three sellers with the most comparisons, with their messages."""
    most = sorted(own, key=lambda row: (-row[1].compared, row[0]))[:3]
    return [
        Ground(
            "prices-compared",
            0.0,
            f"One seller asks {exp(level.level):.2f} times the usual price in {counted(level.compared, 'comparison')} "
            f"with up to {counted(level.others, 'other seller')}.",
            _STEP,
            "messages",
            at,
        )
        for at, level in most
    ]
