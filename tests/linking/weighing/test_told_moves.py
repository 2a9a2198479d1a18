"""Word of a move by the later account weighs what pairs whose contacts tell make of it."""

import pytest

from schakel.linking.comparing.agreement import Observation
from schakel.linking.weighing.told_moves import TAKES_OVER, learn_moves
from schakel.linking.weights import load_settings

_USUAL = load_settings().rules[TAKES_OVER].weight


def _weight(one: int, two: int, oftener: float = 1.0, rule: str = TAKES_OVER) -> float:
    pairs = [(f"a{number:02d}", f"b{number:02d}") for number in range(one + two)]
    seen = [Observation(*pair, rule) for pair in pairs]
    found = learn_moves(seen, set(pairs[:one]), set(pairs[one:]), oftener)
    return found[TAKES_OVER][0] if found else _USUAL


def test_the_more_prove_to_be_one_seller_the_more_the_next_weighs() -> None:
    assert _USUAL < _weight(3, 0) < _weight(12, 0) <= _USUAL + 1.2


def test_where_contacts_tell_of_two_sellers_it_weighs_no_less_than_the_word_list_has_it() -> None:
    assert _weight(2, 12) < _weight(2, 0)
    assert _weight(0, 12) == _USUAL


def test_pairs_of_one_seller_that_are_told_oftener_count_for_less() -> None:
    assert _weight(3, 0, 3.0) < _weight(3, 0)


@pytest.mark.parametrize("rule", ["claims_move", "announces_move"])
def test_other_words_of_a_move_tell_nothing_of_it(rule: str) -> None:
    assert _weight(12, 0, rule=rule) == _USUAL


def test_what_was_counted_is_said() -> None:
    found = learn_moves([Observation("a", "b", TAKES_OVER)], {("a", "b")}, set(), 1.0)
    assert found[TAKES_OVER][1] == "of 1 such pairs whose contacts tell, 1 are one seller"
