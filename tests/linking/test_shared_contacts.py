"""A telephone is a person's or a shop's: the ways of those who share it tell which is usual here."""

import pytest

from schakel.linking.agreement import Observation, contact_sign
from schakel.linking.background import Background
from schakel.linking.habits import Habit
from schakel.linking.scoring import score
from schakel.linking.shared_contacts import learn_trust


def _shared(pairs: int, alike: int, users: int = 4) -> tuple[list[Observation], Background]:
    names = [(f"a{number:03d}", f"b{number:03d}") for number in range(pairs)]
    seen = [Observation(*pair, "shares_phone", str(number), users) for number, pair in enumerate(names)]
    ways = {pair: _ways(alike=number < alike) for number, pair in enumerate(names)}
    return seen, Background({}, habits=ways)


def _ways(*, alike: bool) -> Habit:
    return Habit(hours=0.8, area=1.0, amounts=4, same=4) if alike else Habit(hours=-1.5, area=0.0, amounts=4)


@pytest.mark.parametrize("alike", [30, 60, 90, 120])
def test_the_share_of_one_seller_is_near_the_share_that_trades_alike(alike: int) -> None:
    found = learn_trust(*_shared(120, alike))["a contact of three accounts or more"]
    assert found.pairs == 120
    assert abs(found.share - (alike + 38) / 160) < 0.1  # with what the usual market is worth beside them


def test_where_shops_are_many_a_telephone_alone_links_nobody_but_ways_do() -> None:
    seen, known = _shared(120, 40)
    told = learn_trust(seen, known)
    trusted = Background(
        {}, habits=known.habits, trust={name: (one.odds, one.told) for name, one in told.items()}
    )
    links = score(seen, trusted)
    assert all(link.log10_lr > 4.3 for link in links[:40])
    assert all(link.log10_lr < 4 for link in links[40:])
    assert all(link.log10_lr > 4.3 for link in score(seen, known)[40:])  # without what was learned
    assert "trade as one seller" in next(r.detail for r in links[50].reasons if r.rule == "in_these_data")


def test_two_kinds_of_contact_in_common_and_a_handful_of_pairs_are_left_as_they_are() -> None:
    phone, wallet = (Observation("a", "b", rule) for rule in ("shares_phone", "shares_wallet"))
    assert contact_sign([phone, wallet]) is None
    assert contact_sign([phone]) == "a contact of two accounts"
    assert learn_trust(*_shared(9, 0)) == {}
