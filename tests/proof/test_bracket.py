"""Brackets on made-up populations of known size, from worlds that were not used for making them."""

import numpy as np
import pytest
from benchmarks.coverage import Ends, ends_of, holds, width
from benchmarks.populations import HELD_OUT, Population, some

from schakel.measuring.market_size import supported
from schakel.measuring.market_size.bracket import brackets
from schakel.measuring.market_size.count_families import GEOMETRIC
from schakel.measuring.market_size.frequencies import parse_counts
from schakel.measuring.market_size.rate_laws import GAMMA, LOG_NORMAL, two_kinds
from schakel.measuring.market_size.truncated_fit import Laws
from schakel.measuring.market_size.zero_truncated import zero_truncated


@pytest.fixture(scope="module")
def told() -> list[tuple[Population, dict[str, Ends]]]:
    return [(one, ends_of(one)) for one in some(HELD_OUT, 200, seed=4000)]


@pytest.mark.parametrize("population", ["persistent", "all"])
def test_brackets_hold_the_truth_nine_times_in_ten(
    told: list[tuple[Population, dict[str, Ends]]], population: str
) -> None:
    held = [holds(ends[population]) for _, ends in told]
    thrown = [inside for inside, (one, _) in zip(held, told, strict=True) if one.throwaways > 0.2 * one.size]
    assert np.mean(held) >= 0.90
    assert np.mean(thrown) >= 0.90


def test_the_intervals_of_one_estimator_do_not(told: list[tuple[Population, dict[str, Ends]]]) -> None:
    for method in ("chao", "zelterman"):
        assert np.mean([holds(ends[method]) for _, ends in told]) < 0.35


def test_brackets_are_not_so_wide_that_they_say_nothing(
    told: list[tuple[Population, dict[str, Ends]]],
) -> None:
    assert np.median([width(ends["all"]) for _, ends in told]) < 2.8
    assert np.median([width(ends["persistent"]) for _, ends in told]) < 4.5
    assert np.mean([ends["persistent"][1] is None for _, ends in told]) < 0.12
    rich = [width(ends["persistent"]) for one, ends in told if one.table.f(6) > 100]
    assert np.median(rich) < 1.8


def test_laws_are_what_they_say() -> None:
    chance = np.random.default_rng(3)
    rates = {
        "gamma": (GAMMA.chances(np.array(1.5), np.array(0.5)), chance.gamma(2.0, 0.75, 200_000)),
        "log-normal": (
            LOG_NORMAL.chances(np.array(1.5), np.array(np.expm1(0.64))),
            1.5 * chance.lognormal(-0.32, 0.8, 200_000),
        ),
        "two kinds": (
            two_kinds(np.array(0.5), np.array(2.0), np.array(0.3)),
            np.where(chance.random(200_000) < 0.3, 0.5, 2.0),
        ),
    }
    for name, (chances, drawn) in rates.items():
        seen = np.bincount(chance.poisson(drawn), minlength=11)[:11]
        assert chances == pytest.approx(seen / seen.sum(), abs=0.003), name


def test_a_table_made_by_one_law_without_chance_is_bracketed_closely() -> None:
    geometric = [round(100_000 * 0.5 ** (k + 1)) for k in range(1, 11)]
    table = parse_counts(",".join(map(str, geometric)))
    fit = zero_truncated(GEOMETRIC, Laws(table))
    found = brackets(table).without_throwaways
    assert found.low is not None
    assert found.high is not None
    assert fit.estimate == pytest.approx(100_000, rel=0.01)
    assert 0.93 * 100_000 < found.low < 100_000 < found.high < 1.08 * 100_000


def test_many_tables_at_once_get_the_answers_of_each_alone() -> None:
    texts = ("800,300,120,50,20,8,3", "700,320,110,60,15,9,2", "1500,300,120,50,20,8,3")
    tables = supported.as_tables([parse_counts(text) for text in texts])
    laws = supported.together([(GAMMA.chances(np.full(3, 0.9), np.array([0.2, 0.8, 2.0])), "gamma", 0.0)])
    together = supported.all_accounts(laws, tables, 1.5)
    for place, text in enumerate(texts):
        alone = supported.all_accounts(laws, supported.as_tables([parse_counts(text)]), 1.5)
        assert together.low[place] == pytest.approx(alone.low[0])
        assert together.high[place] == pytest.approx(alone.high[0])
