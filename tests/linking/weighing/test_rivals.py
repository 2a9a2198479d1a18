"""An account is one with one holder's accounts: who is as like others, and they not like each other, is hardly one with any of them."""

from itertools import combinations
from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.linking.weighing import rivals
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.rivals import OTHERS_AS_LIKE, with_rivals
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_EVEN = -load_settings().prior


def _link(left: str, right: str, lr: float, *more: Reason) -> Link:
    return Link(left, right, round(lr + sum(r.weight for r in more), 4), (Reason("same_name", lr), *more))


def _taken(links: list[Link], among: list[Link] | None = None) -> dict[tuple[str, str], float]:
    made = with_rivals(links, links if among is None else among)
    for link in made:
        assert link.log10_lr == pytest.approx(sum(reason.weight for reason in link.reasons), abs=1e-3)
    return {
        (link.left, link.right): sum(r.weight for r in link.reasons if r.rule == OTHERS_AS_LIKE)
        for link in made
    }


def test_five_that_are_as_like_one_and_not_like_each_other_are_rivals() -> None:
    taken = _taken([_link("a", other, _EVEN) for other in "bcdef"])
    # each has a chance of one half, so of each pair two others of a's are expected, and none of the other's
    assert set(taken.values()) == {-round(log10(3), 4)}


def test_accounts_that_are_all_like_each_other_are_no_rivals() -> None:
    sure = [_link(*pair, 8.0) for pair in combinations("abcd", 2)]
    assert set(_taken(sure).values()) == {0}


def test_an_account_like_both_counts_by_how_much_it_is_like_one_only() -> None:
    taken = _taken([_link("a", "b", 6.0), _link("a", "c", _EVEN), _link("b", "c", _EVEN)])
    half = round(2 * log10(1 + 0.5 * (1 - 0.5)), 4)
    assert taken["a", "b"] == pytest.approx(-half, abs=1e-3)


def test_rivals_are_counted_among_pairs_as_they_stand_without_verdicts() -> None:
    before = [_link("a", "b", _EVEN), _link("a", "c", 3.8)]
    said = [before[0], _link("a", "c", 3.8, Reason("verdict_same", 12.0))]
    assert _taken(said, before) == _taken(before)
    assert _taken(before)["a", "b"] < 0
    assert _taken(said)["a", "b"] < _taken(before)["a", "b"]


def test_of_no_pairs_none() -> None:
    assert with_rivals([], []) == []


def test_a_pair_at_a_time_or_all_at_once_is_the_same() -> None:
    links = [_link(*pair, _EVEN) for pair in combinations("abcdef", 2)][:11]
    place = {account: number for number, account in enumerate("abcdef")}
    like, (left, right) = rivals._likeness(links, place), rivals._places(links, place)
    whole, single = rivals._rivals(like, left, right), rivals._rivals(like, left, right, 1)
    for one, other in zip(whole, single, strict=True):
        assert one.tolist() == pytest.approx(other.tolist())
        assert max(one) >= 0.99


@given(
    st.dictionaries(
        st.sampled_from(list(combinations("abcdefg", 2))),
        st.floats(-3, 12).map(lambda x: round(x, 2)),
        max_size=20,
    )
)
def test_as_counted_one_by_one(odds: dict[tuple[str, str], float]) -> None:
    links = [_link(*pair, lr) for pair, lr in sorted(odds.items())]
    chance = {pair: 1 / (1 + 10.0 ** -(lr - _EVEN)) for pair, lr in odds.items()}
    near = {frozenset(pair): p for pair, p in chance.items() if p >= 0.01}

    def like(one: str, other: str) -> float:
        return near.get(frozenset((one, other)), 0.0)

    def others(one: str, other: str) -> float:
        return sum(like(one, z) * (1 - like(other, z)) for z in "abcdefg" if z not in (one, other))

    for (left, right), weight in _taken(links).items():
        expected = -log10(1 + others(left, right)) - log10(1 + others(right, left))
        assert (
            weight == pytest.approx(expected if expected <= -0.05 else 0.0, abs=2e-4)
            or abs(expected + 0.05) < 1e-3
        )
