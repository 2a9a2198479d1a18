"""The bracket that is recommended, and on which assumption each end rests.

One table cannot tell accounts that are hardly ever seen from accounts that are thrown away after one use: the first
make the population larger than it looks, the second smaller. So there are two brackets, for two populations.

All accounts: from the lower end of Chao's bound to the upper end of the gamma model (Rivest and Baillargeon, 2007).
It covers the truth in the four published tables where one is stated; that choice was made on those tables. On
simulated populations it covers where accounts differ moderately and fails where half of them hardly show or where many
are thrown away (docs/measuring.md has the figures).
Persistent sellers: three estimators that do not look at accounts seen once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from schakel.measuring.market_size.chiu_chao import expected_singles
from schakel.measuring.market_size.fit import Fit, Population
from schakel.measuring.market_size.frequencies import Frequencies

_EXCESS = (
    1.5  # so many times as many seen once as expected is more than the spread of real markets alone gives
)
_WIDEST = 20.0  # an upper end further above the lower one than this is no news to anyone


@dataclass(frozen=True, slots=True)
class Bracket:
    """From where to where a population lies, and what each end rests on; an end that is not known is None."""

    population: Population
    low: float | None
    high: float | None
    low_rests_on: str
    high_rests_on: str


def all_accounts(fits: Mapping[str, Fit], seen: int) -> Bracket:
    """The bracket of all accounts, throwaways included."""
    bound, widest = fits["lower-bound"], fits["gamma3.5"]
    if bound.refused:
        bound = fits["chao"]
    if bound.low is None:
        low_words = f"only what was seen ({seen:,}): {bound.why}"
        return Bracket("all accounts", float(seen), None, low_words, _no_upper(widest))
    low_words = (
        "lower end of Chao's bound: holds however much accounts differ, if few are thrown away after one use"
    )
    if widest.high is None:
        return Bracket("all accounts", bound.low, None, low_words, _no_upper(widest))
    high = max(widest.high, bound.high or 0.0)
    if high > _WIDEST * bound.low:
        words = f"no upper end: it would lie over {_WIDEST:.0f} times the lower one, so the table does not carry it"
        return Bracket("all accounts", bound.low, None, low_words, words)
    high_words = (
        "upper end of the gamma model: many accounts are hardly ever seen, and none stays wholly out of sight"
    )
    return Bracket("all accounts", bound.low, high, low_words, high_words)


def persistent_sellers(fits: Mapping[str, Fit]) -> Bracket:
    """The bracket of accounts that keep selling, seen or not; those seen once are not believed."""
    names = ("persistent-poisson", "chiu-chao-2016", "persistent-geom")
    found = [fits[name] for name in names if not fits[name].refused]
    ends = [(fit, fit.low, fit.high) for fit in found if fit.low is not None and fit.high is not None]
    if not ends:
        words = f"no end: {fits[names[1]].why}"
        return Bracket("persistent sellers", None, None, words, words)
    lowest = min(ends, key=lambda end: end[1])
    highest = max(ends, key=lambda end: end[2])
    return Bracket(
        "persistent sellers",
        lowest[1],
        highest[2],
        f"lower end of {lowest[0].method}: {lowest[0].why}",
        f"upper end of {highest[0].method}: {highest[0].why}",
    )


def advice(table: Frequencies) -> str:
    """Which of the two brackets to use, from how many were seen once and how many the others lead one to expect."""
    if not table.f(2) or not table.f(3):
        return "Too few were seen two or three times to tell whether accounts are thrown away after one use."
    expected = expected_singles(table.f(2), table.f(3), table.f(4))
    words = f"{table.f(1):,} accounts were seen once, where those seen more often lead one to expect {expected:,.0f}."
    if table.f(1) > _EXCESS * expected:
        return (
            f"{words} Either accounts are thrown away after one use, and then the bracket of persistent sellers is the "
            "one to use, or many hardly ever show, and then it is that of all accounts. Linking accounts first tells more."
        )
    return f"{words} Nothing points at accounts thrown away after one use: the bracket of all accounts is the one to use."


def _no_upper(fit: Fit) -> str:
    return f"no upper end: {fit.why}"
