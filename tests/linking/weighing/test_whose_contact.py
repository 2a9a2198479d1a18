"""Who else gives a number, and how they trade with a pair, tells whose it is."""

from itertools import combinations

import pytest

from schakel.linking.comparing.habits import Pair
from schakel.linking.weighing.whose_contact import USUAL, Holders, holders

_WAY = "a number, wallet or address of three to five accounts"


def _given(names: str, told: float, **odd: float) -> dict[Pair, float]:
    """What the ways of each two holders tell (log10); `odd` names a holder and what its pairs tell."""
    return {
        (a, b): next((value for name, value in odd.items() if name in (a, b)), told)
        for a, b in combinations(names, 2)
    }


def _found(share: float = 0.9, **contacts: dict[Pair, float]) -> Holders:
    return holders(contacts, dict.fromkeys(contacts, _WAY), {_WAY: USUAL}, {_WAY: share})


def test_where_all_others_trade_alike_it_is_one_sellers_and_else_it_is_shared() -> None:
    found = _found(mine=_given("abcd", 1.2), rider=_given("pqrs", -1.2))
    one, shared = found.share("mine", _WAY, ("a", "b")), found.share("rider", _WAY, ("p", "q"))
    assert one is not None
    assert shared is not None
    assert one > 0.9
    assert shared < 0.2


def test_an_heir_among_a_crew_is_told_by_its_own_pairs_and_the_crew_stays_whole() -> None:
    found = _found(shop=_given("abcdh", 1.2, h=-1.0), other=_given("klmn", 1.2), more=_given("uvw", 1.2))
    heir, crew = found.share("shop", _WAY, ("a", "h")), found.share("shop", _WAY, ("a", "b"))
    assert heir is not None
    assert crew is not None
    assert heir < 0.5 < crew


def test_the_pair_itself_is_left_out() -> None:
    for told in (-1.5, 1.5):
        ratios = {**_given("abcd", 0.6), ("a", "b"): told}
        found = _found(mine=ratios)
        assert found.share("mine", _WAY, ("a", "b")) == pytest.approx(
            _found(mine={**ratios, ("a", "b"): 0.6}).share("mine", _WAY, ("a", "b")), abs=0.02
        )


def test_where_nobody_else_gives_it_nothing_is_told() -> None:
    found = _found(mine={("a", "b"): 1.0})
    assert found.share("mine", _WAY, ("a", "b")) is None
    assert found.share("unknown", _WAY, ("a", "b")) is None
    assert found.share("mine", "another way", ("a", "b")) is None


def test_a_market_where_accounts_of_one_seller_differ_more_is_measured_by_itself() -> None:
    """Contacts that look doubtful where others look sure are usual where all look so."""
    doubtful = _given("abcd", -0.2)
    sure = {f"n{at}": _given("abcd", 1.2) for at in range(12)}
    usual = {f"n{at}": _given("abcd", 0.3) for at in range(12)}
    among_sure = _found(mine=doubtful, **sure).share("mine", _WAY, ("a", "b"))
    among_usual = _found(mine=doubtful, **usual).share("mine", _WAY, ("a", "b"))
    assert among_sure is not None
    assert among_usual is not None
    assert among_usual > among_sure + 0.02


def test_of_shared_contacts_it_is_learned_that_most_are() -> None:
    riders = {f"r{at}": _given("pqrs", -1.2) for at in range(20)}
    assert _found(**riders).own[_WAY] < 0.4
    assert _found().own[_WAY] > 0.9
    assert _found(share=0.01, **riders).mixed[_WAY] == 0.01
