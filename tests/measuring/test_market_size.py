"""Estimators against closed forms, simulated truth and tables that cannot carry them."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.measuring.market_size.count_families import GEOMETRIC, POISSON
from schakel.measuring.market_size.estimate import estimate_population
from schakel.measuring.market_size.frequencies import Frequencies, frequencies, parse_counts
from schakel.measuring.market_size.law_search import laws_on_the_grid
from schakel.measuring.market_size.one_truncated import persistent
from schakel.measuring.market_size.supported import Tables, as_tables, persistent_and_all
from schakel.measuring.market_size.truncated_fit import Laws
from schakel.measuring.market_size.zero_truncated import zero_truncated
from schakel.records.errors import SettingsError

# Illegal immigrants in four Dutch cities, 1995: van der Heijden, Cruyff and van Houwelingen (2003), table 1.
IMMIGRANTS = parse_counts("1645,183,37,13,1,1")


def simulated(sizes: list[np.ndarray]) -> Frequencies:
    times, accounts = np.unique(np.concatenate(sizes), return_counts=True)
    return frequencies({int(k): int(f) for k, f in zip(times, accounts, strict=True) if k})


def test_table_of_counts_is_read_in_both_forms() -> None:
    assert parse_counts("3, 2;1") == parse_counts("1:3 2:2 3:1") == Frequencies((1, 2, 3), (3, 2, 1))
    assert parse_counts("3,0,1 21:1") == Frequencies((1, 3, 21), (3, 1, 1))


@pytest.mark.parametrize("bad", ["", "0,0", "a", "1,-2", "1.5", "0:4", "1:2 1:3", "9" * 20, "1,\u202e2"])
def test_bad_tables_are_refused_in_a_plain_sentence(bad: str) -> None:
    with pytest.raises(SettingsError) as told:
        parse_counts(bad)
    assert told.value.happened.endswith(".")
    assert "\u202e" not in told.value.diagnostics()


def test_poisson_and_geometric_are_their_closed_forms() -> None:
    fit = zero_truncated(GEOMETRIC, Laws(IMMIGRANTS))
    assert fit.estimate == pytest.approx(1880 * 2185 / (2185 - 1880), rel=1e-9)
    rate = 2 * math.log(1 / (1 - 1880 / zero_truncated(POISSON, Laws(IMMIGRANTS)).estimate)) / 2  # type: ignore[operator]
    assert rate / -math.expm1(-rate) == pytest.approx(2185 / 1880, rel=1e-9)


def test_published_figures_of_the_dutch_table() -> None:
    fits = {fit.method: fit for fit in estimate_population(IMMIGRANTS).fits}
    assert fits["ztpoisson"].estimate == pytest.approx(7080, abs=0.5)
    assert fits["zelterman"].estimate == pytest.approx(9425, abs=0.5)
    assert fits["ztnegbin"].refused


@pytest.mark.parametrize("throwaways", [0, 1000, 4000])
def test_persistent_sellers_are_found_whatever_the_throwaways(throwaways: int) -> None:
    chance = np.random.default_rng(20261124)
    found = []
    for _ in range(40):
        table = simulated([chance.poisson(1.0, 2000), np.ones(throwaways, dtype=int)])
        fit = persistent(POISSON, Laws(table))
        assert fit.estimate is not None
        found.append(fit.estimate)
    assert np.mean(found) == pytest.approx(2000, rel=0.04)


def test_bounds_hold_the_truth_about_as_often_as_they_say() -> None:
    chance = np.random.default_rng(7)
    inside = 0
    for _ in range(200):
        fit = zero_truncated(POISSON, Laws(simulated([chance.poisson(0.7, 1000)])))
        assert fit.low is not None
        assert fit.high is not None
        inside += fit.low <= 1000 <= fit.high
    assert 180 <= inside <= 199


def test_redrawn_bounds_are_the_same_for_the_same_seed_and_near_the_formula() -> None:
    one, two = (estimate_population(IMMIGRANTS, draws=100, seed=5).fits for _ in range(2))
    assert one == two
    other = {fit.method: fit for fit in estimate_population(IMMIGRANTS, draws=100, seed=6).fits}
    plain = {fit.method: fit for fit in estimate_population(IMMIGRANTS).fits}
    chao = next(fit for fit in one if fit.method == "chao")
    assert chao != other["chao"]
    assert chao.se == pytest.approx(plain["chao"].se, rel=0.25)


@pytest.mark.parametrize(
    "text", ["5", "7,1", "10,5", "1,1,1", "0,5,3", "0,0,4", "1:5 2:3 9000:1", "3,2,1,0,0,0,0,0,1"]
)
def test_small_and_odd_tables_give_words_not_accidents(text: str) -> None:
    answer = estimate_population(parse_counts(text))
    assert len({fit.method for fit in answer.fits}) == len(answer.fits) == 30
    for fit in answer.fits:
        assert fit.why


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.integers(1, 300), st.integers(1, 10**6), min_size=1, max_size=8))
def test_any_table_is_answered(pairs: dict[int, int]) -> None:
    table = frequencies(pairs)
    answer = estimate_population(table)
    for fit in answer.fits:
        if fit.population == "all accounts" and fit.estimate is not None:
            assert fit.low is not None
            assert fit.high is not None
            assert table.seen * 0.999 <= fit.low <= fit.estimate * 1.001 <= fit.high * 1.002
    found = answer.brackets
    for ends in (found.all_accounts, found.persistent_sellers, found.without_throwaways):
        assert ends.low is None or ends.high is None or ends.low <= ends.high * 1.000001
    assert found.all_accounts.low is not None
    assert found.all_accounts.low >= table.seen * 0.999


def test_throwaways_are_pointed_out() -> None:
    chance = np.random.default_rng(8)
    sizes = chance.poisson(1.0, 2000)
    assert "that of all accounts" not in estimate_population(simulated([sizes])).advice
    assert "thrown away" in estimate_population(simulated([sizes, np.ones(1000, dtype=int)])).advice
    assert "bracket of persistent sellers" in estimate_population(IMMIGRANTS).advice
    assert "Too few" in estimate_population(parse_counts("9,1")).advice


def test_worlds_that_are_alike_have_the_ends_that_each_has_alone() -> None:
    worlds = [parse_counts(one) for one in ("90,30,9,2", "80,33,9,2", "90,30,9,2", "3,1", "80,33,9,2")]
    tables = as_tables(worlds)
    laws = laws_on_the_grid(tables)
    together = persistent_and_all(laws, tables, 1.5)
    for at in range(len(worlds)):
        alone = persistent_and_all(laws, Tables(tables.counts[at : at + 1], tables.beyond[at : at + 1]), 1.5)
        for all_ends, ends in zip(together, alone, strict=True):
            assert all_ends.low[at] == pytest.approx(ends.low[0], rel=1e-9)
            assert all_ends.high[at] == pytest.approx(ends.high[0], rel=1e-9)
            assert all_ends.low[at] < all_ends.high[at]
    assert together[0].low[0] == together[0].low[2] != together[0].low[1] == together[0].low[4]
