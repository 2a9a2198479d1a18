"""Who praises for pay is told by how much of what it writes is praise, and by whether it ever asked."""

from schakel.judging.roles.doings import Doings
from schakel.judging.roles.paid_praise import Voices, paid_praise, voices, voucher
from schakel.judging.roles.role_hints import Rates

HERE = Voices(Rates(0.05, 0.03), 0.6)


def _doings(vouches: int, messages: int, asks: int = 0, warnings: int = 0) -> Doings:
    return Doings("a", messages, False, asks, 0, vouches, warnings, 0, 0, 0, 0, 0, 2000, 200)


def _chance(doings: Doings) -> float:
    return paid_praise(doings, HERE)[0]


def test_who_does_nothing_but_praise_is_sooner_paid_than_who_talks_too() -> None:
    assert _chance(_doings(6, 6)) > 0.8
    assert _chance(_doings(2, 40)) < 0.2


def test_who_asks_too_is_less_likely_paid_and_one_praise_tells_nothing() -> None:
    assert _chance(_doings(4, 4, asks=0)) > _chance(_doings(4, 5, asks=1))
    assert _chance(_doings(1, 1)) == 0
    assert (
        _chance(_doings(3, 6, warnings=4)) == 0
    )  # who warns more often than it praises is no voice of sellers


def test_without_any_praise_the_rates_are_those_of_before() -> None:
    assert voices([_doings(0, 5)]) == voices([])


def test_who_praises_twice_in_much_of_what_it_writes_speaks_for_sellers_and_once_more_makes_it_surer() -> (
    None
):
    buyer = [voucher(_doings(praise, 6, asks=2), HERE, (0.0, 0.0, 0.0)).chance for praise in (1, 2, 3)]
    assert buyer[0][0] < 0.5 < buyer[1][0] < buyer[2][0] <= 0.95
    assert all(least <= likely <= most for likely, least, most in buyer)
    hired = _doings(2, 2)
    assert voucher(hired, HERE, (0.9, 0.5, 1.0)).chance[0] == 0.9


def test_a_customer_who_thanks_now_and_then_among_much_else_speaks_for_nobody() -> None:
    thanks = [voucher(_doings(praise, 30, asks=9), HERE, (0.0, 0.0, 0.0)).chance for praise in (1, 2, 3, 12)]
    assert max(chance[0] for chance in thanks[:3]) < 0.2
    assert thanks[3][0] > 0.8


def test_one_praise_by_who_writes_nothing_else_may_speak_for_sellers_and_one_among_questions_does_not() -> (
    None
):
    nothing = (0.0, 0.0, 0.0)
    assert voucher(_doings(1, 2), HERE, nothing).chance[0] == 0.55
    assert voucher(_doings(1, 2, asks=1), HERE, nothing).chance[0] < 0.5
    assert voucher(_doings(1, 4), HERE, nothing).chance[0] < 0.5
