"""The brackets that are recommended, and on which assumption each end rests.

One table cannot tell accounts that are hardly ever seen from accounts that are thrown away after one use: the first
make the population larger than it looks, the second smaller. So a bracket holds the populations under every law that
the table does not contradict, with throwaways and without, and there is one for each of three populations.
"""

from collections.abc import Callable
from dataclasses import dataclass

from schakel.measuring.market_size.chiu_chao import expected_singles
from schakel.measuring.market_size.fit import Population
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.law_search import laws_near
from schakel.measuring.market_size.supported import (
    Ends,
    Laws,
    Tables,
    all_accounts,
    as_tables,
    held,
    misfit,
    persistent,
    without_throwaways,
)

_EXCESS = (
    1.5  # so many times as many seen once as expected is more than the spread of real markets alone gives
)
WIDEST = 25.0  # an upper end further above the lower one than this is no news to anyone
ODDEST = (
    30.0  # a table that differs so many times more than chance from every law was not made by any of them
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """From where to where a population lies, and what each end rests on; an end that is not known is None."""

    population: Population
    low: float | None
    high: float | None
    low_rests_on: str
    high_rests_on: str


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets of one table, and how many times more than chance it differs from the best law."""

    all_accounts: Bracket
    persistent_sellers: Bracket
    without_throwaways: Bracket
    misfit: float


def brackets(table: Frequencies) -> Brackets:
    """The brackets of all accounts, of persistent sellers, and of all accounts if none is thrown away."""
    if table.seen == table.f(1):
        return _as_seen(
            table, "nobody was seen more than once, so nothing tells how easy accounts are to see"
        )
    tables = as_tables([table])
    laws = laws_near(tables)
    stretch = misfit(laws, tables)
    if stretch > ODDEST:
        return _as_seen(table, "no law fits: sightings do not come by chance at a rate of each account's own")

    def bracket(population: Population, ends: Callable[[Laws, Tables, float], Ends], thrown: bool) -> Bracket:
        return _in_words(population, table, laws, ends(laws, tables, stretch), throwaways=thrown)

    return Brackets(
        bracket("all accounts", all_accounts, thrown=True),
        bracket("persistent sellers", persistent, thrown=True),
        bracket("all accounts, none thrown away", without_throwaways, thrown=False),
        stretch,
    )


def advice(table: Frequencies) -> str:
    """Which of the brackets to use, from how many were seen once and how many the others lead one to expect."""
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


def _in_words(
    population: Population, table: Frequencies, laws: Laws, ends: Ends, *, throwaways: bool
) -> Bracket:
    low, high = float(ends.low[0]), float(ends.high[0])
    low_words = _rests_on(table, laws, int(ends.low_law[0]), throwaways=throwaways)
    if high > WIDEST * low:
        words = f"no upper end: it would lie over {WIDEST:.0f} times the lower one, so the table does not carry it"
        return Bracket(population, low, None, low_words, words)
    return Bracket(
        population, low, high, low_words, _rests_on(table, laws, int(ends.high_law[0]), throwaways=throwaways)
    )


def _rests_on(table: Frequencies, laws: Laws, law: int, *, throwaways: bool) -> str:
    words = laws.words[laws.group[law]]
    if not throwaways:
        return f"{words}; no account is thrown away after one use"
    told = held(laws.chances[law : law + 1], as_tables([table]), throwaways=True)
    thrown = table.f(1) - float(told.whole[0, 0] * told.once[0, 0])
    if thrown < 0.5:
        return f"{words}; no account is thrown away after one use"
    return f"{words}; {thrown:,.0f} of the {table.f(1):,} seen once are thrown away after one use"


def _as_seen(table: Frequencies, why: str) -> Brackets:
    """Lower ends that are no more than what was seen."""
    seen, no_high = f"only what was seen: {why}", f"no upper end: {why}"
    repeated = table.seen - table.f(1)
    return Brackets(
        Bracket("all accounts", float(table.seen), None, seen, no_high),
        Bracket(
            "persistent sellers", float(repeated), None, f"only those seen twice or more: {why}", no_high
        ),
        Bracket("all accounts, none thrown away", float(table.seen), None, seen, no_high),
        1.0,
    )
