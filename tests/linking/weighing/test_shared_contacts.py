"""A telephone is a person's or a shop's: the ways of those who share it tell which is usual here."""

from dataclasses import replace
from itertools import combinations

import pytest

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Habit
from schakel.linking.comparing.shared_ways import ways_of_sharing
from schakel.linking.weighing.scoring import score
from schakel.linking.weighing.shared_contacts import Trust, learn_trust, share_of, shares_by_pair
from schakel.linking.weighing.whose_contact import USUAL

_FEW = "a number, wallet or address of three to five accounts"


def _shared(pairs: int, alike: int, users: int = 4) -> tuple[list[Observation], Background]:
    names = [(f"a{number:03d}", f"b{number:03d}") for number in range(pairs)]
    seen = [Observation(*pair, "shares_phone", str(number), users) for number, pair in enumerate(names)]
    ways = {pair: _ways(alike=number < alike) for number, pair in enumerate(names)}
    return seen, Background({}, habits=ways)


def _ways(*, alike: bool) -> Habit:
    return Habit(hours=0.8, area=1.0, amounts=4, same=4) if alike else Habit(hours=-1.5, area=0.0, amounts=4)


def _trusting(known: Background, told: dict[str, Trust], seen: list[Observation]) -> Background:
    trust = {name: one.told for name, one in told.items()}
    return known.with_learned({}, {}, {}, trust, shares_by_pair(seen, known, told))


@pytest.mark.parametrize("alike", [30, 60, 90, 120])
def test_the_share_of_one_seller_is_near_the_share_that_trades_alike(alike: int) -> None:
    found = learn_trust(*_shared(120, alike))[_FEW]
    assert found.pairs == 120
    assert abs(found.share - (alike + 38) / 160) < 0.1  # with what the usual market is worth beside them


def test_where_shops_are_many_a_telephone_alone_links_nobody_but_ways_do() -> None:
    seen, known = _shared(120, 40)
    told = learn_trust(seen, known)
    links = score(seen, _trusting(known, told, seen))
    assert all(link.log10_lr > 4.3 for link in links[:40])
    assert all(link.log10_lr < 4 for link in links[40:])
    assert all(link.log10_lr > 4.3 for link in score(seen, known)[40:])  # without what was learned
    assert "trade as one seller" in next(r.detail for r in links[50].reasons if r.rule == "in_these_data")


def test_a_keeper_whom_many_name_is_learned_apart_from_numbers_and_says_little() -> None:
    numbers, known = _shared(60, 60)
    keeper = [replace(one, rule="shares_username", left=f"k{one.left}", users=20) for one in numbers]
    habits = {**known.habits, **{(one.left, one.right): _ways(alike=False) for one in keeper}}
    habits["kb", "kc"] = _ways(alike=True)
    told = learn_trust([*numbers, *keeper], Background({}, habits=habits))
    assert told[_FEW].share > 0.9
    assert told["a username or link of six accounts or more"].share < 0.5
    both = [replace(one, left="kb", right="kc") for one in (numbers[0], keeper[0])]
    trusted = _trusting(Background({}, habits=habits), told, [*numbers, *keeper, *both])
    assert all(link.log10_lr < 4 for link in score(keeper, trusted))
    assert 4 < score(both, trusted)[0].log10_lr < score(both, Background({}, habits=habits))[0].log10_lr


def test_of_two_kinds_of_contact_in_common_one_at_least_is_no_chance() -> None:
    phone, wallet = (Observation("a", "b", rule) for rule in ("shares_phone", "shares_wallet"))
    name = "a number, wallet or address of two accounts"
    assert ways_of_sharing([phone, wallet]) == [name, name]
    assert ways_of_sharing([replace(phone, users=9), phone]) == [name]
    assert share_of(ways_of_sharing([phone]), {name: 0.6}) == pytest.approx(0.6)
    assert share_of(ways_of_sharing([phone, wallet]), {name: 0.6}) == pytest.approx(1 - 0.4**2)
    assert share_of(ways_of_sharing([phone]), {}) == pytest.approx(USUAL)


def test_a_handful_of_pairs_teaches_nothing() -> None:
    assert learn_trust(*_shared(9, 0)) == {}


def test_who_names_one_keeper_posts_in_one_chat_so_chats_say_nothing_more() -> None:
    habits = {("a", "b"): Habit(hours=0.1, chats=0.7)}
    named = Observation("a", "b", "shares_username", "x", 9)
    rules = {
        users: {
            r.rule for r in score([replace(named, users=users)], Background({}, habits=habits))[0].reasons
        }
        for users in (2, 9)
    }
    assert "same_chats" in rules[2]
    assert "same_chats" not in rules[9]
    phone = [named, replace(named, rule="shares_phone", users=2)]
    assert "same_chats" in {r.rule for r in score(phone, Background({}, habits=habits))[0].reasons}


def test_a_contact_that_is_common_property_hides_no_copied_ad_and_adds_little_to_it() -> None:
    named, ad = Observation("a", "b", "shares_username", "x", 9), Observation("a", "b", "posts_same_ad", "y")
    common = Background(
        {}, trust={"a username or link of six accounts or more": "told"}, shares={("a", "b"): 0.01}
    )
    alone, both = score([ad], common)[0], score([named, ad], common)[0]
    assert alone.log10_lr < both.log10_lr < alone.log10_lr + 0.8
    assert any(r.rule == "common_property" for r in both.reasons)
    own = score([named, ad], Background({}))[0]
    assert {r.rule: r.weight for r in own.reasons}[
        "posts_same_ad"
    ] == 0  # part of the contact where that is one's own


def _given_by(holders: str, number: str) -> list[Observation]:
    users = len(holders)
    return [Observation(a, b, "shares_phone", number, users) for a, b in combinations(holders, 2)]


def test_who_else_gives_a_number_tells_whose_it_is() -> None:
    """The pair itself is left out: it has the same ways whoever the others are."""
    one, shop = _given_by("abcd", "06-1"), _given_by("pqrs", "06-2")
    ways = {(o.left, o.right): _ways(alike=True) for o in one}
    ways |= {(o.left, o.right): _ways(alike=o is shop[0]) for o in shop}
    told = {_FEW: Trust(12, 0.7)}
    shares = shares_by_pair([*one, *shop], Background({}, habits=ways), told)
    assert shares["p", "q"] < 0.55
    assert shares["a", "b"] > 0.7
    named = [*shop, *(Observation(o.left, o.right, "same_name") for o in shop[1:])]
    assert shares_by_pair(named, Background({}, habits=ways), told)["p", "q"] == 0.7  # names tell enough


def test_a_number_beside_one_of_ones_own_is_learned_apart_and_trusted_less() -> None:
    seen, known = _shared(60, 60)
    beside, _ = _shared(40, 0)
    riders = [replace(o, left=f"r{o.left}", beside=True) for o in beside]
    habits = {**known.habits, **{(o.left, o.right): _ways(alike=False) for o in riders}}
    told = learn_trust([*seen, *riders], Background({}, habits=habits))
    assert told[_FEW].share > 0.9
    assert told["a number, wallet or address beside one of its own of three to five accounts"].share < 0.2
    few = learn_trust([*seen, *riders[:1]], Background({}, habits=known.habits))
    assert few["a number, wallet or address beside one of its own of three to five accounts"].share < 0.6
