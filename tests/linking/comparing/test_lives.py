"""Activity over the same days speaks against where one seller's accounts here follow each other, and not elsewhere."""

from datetime import UTC, datetime, timedelta

from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.lives import learn_lives, lives_apart

_START = datetime(2026, 1, 1, tzinfo=UTC)
Pair = tuple[str, str]


def _period(first: float, last: float) -> Period:
    return Period(_START + timedelta(days=first), _START + timedelta(days=last))


def _known(beside: int, some: int, in_turn: int) -> tuple[Background, set[Pair]]:
    """Pairs of one seller that lie so in time, among strangers of whom each way to lie is as common."""
    ways = [_period(0, 40)] * beside + [_period(-20, 2)] * some + [_period(-40, -10)] * in_turn
    active = {f"a{at:03d}": period for at, period in enumerate(ways)}
    active |= {f"b{at:03d}": _period(0, 40) for at in range(len(ways))}
    active |= {"x1": _period(0, 40), "x2": _period(-20, 2), "x3": _period(-40, -10), "y": _period(0, 40)}
    strangers = (("x1", "y"), ("x2", "y"), ("x3", "y")) * 20
    same = {(f"a{at:03d}", f"b{at:03d}") for at in range(len(ways))}
    return Background(active, strangers=strangers), same


def _weights(beside: int, some: int, in_turn: int, *, alike: bool = False) -> list[float]:
    known, same = _known(beside, some, in_turn)
    known = known.with_learned({}, {}, {}, against=learn_lives(known, same, same if alike else set()))
    return [
        sum(reason.weight for reason in lives_apart(other, "y", known, alike=alike))
        for other in ("x1", "x2", "x3")
    ]


def test_where_accounts_follow_each_other_who_is_active_together_is_sooner_two() -> None:
    beside, some, in_turn = _weights(0, 0, 40)
    assert beside < -0.5
    assert some < -0.5
    assert in_turn == 0


def test_where_crews_post_side_by_side_nothing_speaks_against_that() -> None:
    beside, some, in_turn = _weights(40, 0, 0)
    assert beside == in_turn == 0
    assert some < -0.5


def test_like_names_are_kept_side_by_side() -> None:
    beside, some, _ = _weights(0, 0, 40, alike=True)
    assert beside == 0
    assert some < -0.5


def test_where_nothing_tells_nothing_is_said() -> None:
    known, _ = _known(5, 5, 5)
    assert learn_lives(known, set(), set()) == {}
    assert learn_lives(Background({}), set(), set()) == {}
    assert lives_apart("x1", "nobody", known, alike=False) == []


def test_however_many_follow_each_other_it_never_weighs_more_than_ten_to_one() -> None:
    assert _weights(0, 0, 400)[:2] == [-1.0, -1.0]
