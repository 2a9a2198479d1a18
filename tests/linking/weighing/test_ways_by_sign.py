"""What ways tell is learned beside each kind of entry sign, without labels, and comes near what the makers of a market put in."""

import numpy as np
import pytest

from schakel.linking.clustering.clusters import Ruling
from schakel.linking.clustering.rulings import as_observations
from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Habit, Pair
from schakel.linking.resolving import Evidence, resolve
from schakel.linking.weighing.scoring import score
from schakel.linking.weighing.ways import SIGN_ITSELF, WaysHere
from schakel.linking.weighing.ways_by_sign import learn_ways_by_sign

_STRANGERS = tuple((f"s{number:03d}", f"t{number:03d}") for number in range(400))
_NAME, _PHOTO = "a like name", "a photo or price list"
_OTHER, _ALIKE = 0, 4  # levels


class _Market:
    """Pairs with a like name or a photo, some of one seller; how often each way agrees is given, and drawn by a fixed seed."""

    def __init__(self, seed: int = 5) -> None:
        self.chance = np.random.default_rng(seed)
        self.habits: dict[Pair, Habit] = {}
        self.goods: dict[str, frozenset[str]] = {}
        self.seen: list[Observation] = []
        self.one: set[Pair] = set()
        for pair in _STRANGERS:
            self._ways(pair, goods=0.1, area=0.1, photos=0.3)

    def pairs(self, rule: str, many: int, *, one: bool, goods: float, area: float, photos: float) -> None:
        for number in range(len(self.seen), len(self.seen) + many):
            pair = (f"a{number:04d}", f"b{number:04d}")
            self.seen.append(Observation(*pair, rule, f"{rule} {number}", 2))
            self._ways(pair, goods, area, photos)
            if one:
                self.one.add(pair)

    def _ways(self, pair: Pair, goods: float, area: float, photos: float) -> None:
        same_goods, same_area, as_often = self.chance.random(3) < (goods, area, photos)
        left, right = pair
        self.goods[left] = frozenset({"cocaine"})
        self.goods[right] = frozenset({"cocaine" if same_goods else "cannabis"})
        self.habits[pair] = Habit(area=1.0 if same_area else 0.0, manners=(None, 1.0 if as_often else 0.1))

    @property
    def known(self) -> Background:
        return Background({}, goods=self.goods, habits=self.habits, strangers=_STRANGERS)

    def learned(self) -> WaysHere:
        told: dict[Pair, list[Observation]] = {(one.left, one.right): [one] for one in self.seen}
        return learn_ways_by_sign(score(self.seen, self.known), told, self.known, frozenset())


@pytest.fixture(scope="module")
def market() -> _Market:
    """Whoever bears a like name by chance sells what chance would have; who takes a photo sells what it shows."""
    made = _Market()
    made.pairs("same_name", 200, one=True, goods=0.95, area=0.9, photos=0.9)
    made.pairs("same_name", 300, one=False, goods=0.1, area=0.1, photos=0.3)
    made.pairs("same_photo", 100, one=True, goods=0.95, area=0.9, photos=0.9)
    made.pairs("same_photo", 300, one=False, goods=0.7, area=0.1, photos=0.3)
    return made


@pytest.mark.parametrize(
    ("kind", "way", "level", "truth"),
    [
        (_NAME, "goods", _OTHER, 0.05 / 0.9),
        (_NAME, "goods", _ALIKE - 1, 0.95 / 0.1),
        (_PHOTO, "goods", _OTHER, 0.05 / 0.3),
        (_NAME, "area", _OTHER, 0.1 / 0.9),
        (_PHOTO, "photos", _ALIKE, 0.9 / 0.3),
    ],
)
def test_weights_come_near_what_was_put_in(
    market: _Market, kind: str, way: str, level: int, truth: float
) -> None:
    """Held to the word list, so rather too little than too much."""
    assert 0.5 < market.learned()[kind, way, level][0] / np.log10(truth) < 1.15


def test_goods_that_a_photo_shows_say_next_to_nothing_beside_it(market: _Market) -> None:
    name, photo = (market.learned()[kind, "goods", _ALIKE - 1][0] for kind in (_NAME, _PHOTO))
    assert abs(photo) < 0.25
    assert name > 0.8


def test_pairs_of_one_seller_are_told_from_others_as_they_were_not_before(market: _Market) -> None:
    before = score(market.seen, market.known)
    after = score(market.seen, market.known.with_ways_here(market.learned()))

    def right(links: list) -> float:  # type: ignore[type-arg]
        return float(np.mean([(one.log10_lr > 4) == ((one.left, one.right) in market.one) for one in links]))

    assert right(after) > 0.9 > right(before)


def test_a_sign_is_worth_more_where_ways_agree_oftener_than_its_odds_and_less_where_they_seldom_do() -> None:
    kept, chance = _Market(), _Market()
    kept.pairs("same_name", 90, one=True, goods=0.95, area=0.9, photos=0.9)
    kept.pairs("same_name", 10, one=False, goods=0.1, area=0.1, photos=0.3)
    chance.pairs("same_name", 100, one=False, goods=0.1, area=0.1, photos=0.3)
    more, less = (one.learned()[_NAME, SIGN_ITSELF, 0][0] for one in (kept, chance))
    assert 0.3 < more <= 0.8  # no further than contacts may raise a like name
    assert less < -0.2


def test_ways_hardly_raise_a_photo_since_its_ad_comes_along() -> None:
    kept = _Market()
    kept.pairs("same_photo", 90, one=True, goods=0.95, area=0.9, photos=0.9)
    assert 0 < kept.learned()[_PHOTO, SIGN_ITSELF, 0][0] <= 0.3


def test_nothing_is_learned_from_a_handful_of_pairs() -> None:
    few = _Market()
    few.pairs("same_name", 19, one=True, goods=1.0, area=1.0, photos=1.0)
    assert few.learned() == {}


def test_what_comes_along_with_an_ad_is_not_counted(market: _Market) -> None:
    copied = _Market()
    copied.pairs("posts_same_ad", 100, one=True, goods=1.0, area=1.0, photos=0.9)
    ways = {**market.learned(), **copied.learned()}
    link = score(copied.seen[:1], copied.known.with_ways_here(ways))[0]
    told = {reason.rule for reason in link.reasons if "of strangers" in reason.detail}
    assert told <= {"photos_as_often", "photos_otherwise"}
    assert told


def test_a_contact_in_common_is_weighed_as_before(market: _Market) -> None:
    pair = market.seen[0].left, market.seen[0].right
    seen = [Observation(*pair, "shares_phone", "phone:1", 2), market.seen[0]]
    plain, learned = (
        score(seen, known)[0] for known in (market.known, market.known.with_ways_here(market.learned()))
    )
    assert plain == learned


def test_the_reason_says_how_often_both_show_it(market: _Market) -> None:
    links = score(market.seen, market.known.with_ways_here(market.learned()))
    against = next(r for link in links for r in link.reasons if r.rule == "other_goods")
    assert against.weight < 2 * -0.4  # the word list's
    assert against.detail.startswith("cocaine / cannabis; here ")
    assert against.detail.endswith("% of strangers")


def test_pairs_in_another_order_tell_the_same(market: _Market) -> None:
    told: dict[Pair, list[Observation]] = {(one.left, one.right): [one] for one in market.seen}
    links = score(market.seen, market.known)[::-1]
    assert learn_ways_by_sign(links, told, market.known, frozenset()) == market.learned()


def _evidence(market: _Market, *ruled: Ruling) -> Evidence:
    accounts = {account for one in market.seen for account in (one.left, one.right)}
    seen = (*market.seen, *as_observations(ruled))
    return Evidence(frozenset(accounts), seen, market.known, ruled)


def test_accounts_of_one_seller_come_together_and_a_silent_rule_is_as_if_it_did_not_exist(
    market: _Market,
) -> None:
    made = resolve(_evidence(market))
    found = {(group[0], group[1]) for group in made.groups if len(group) == 2}
    assert len(found & market.one) > 0.8 * len(market.one)
    assert len(found - market.one) < 0.12 * len(found)
    photos = {(one.left, one.right) for one in market.seen if one.rule == "same_photo"}
    silent = resolve(_evidence(market), frozenset({"same_photo"}))
    assert photos.isdisjoint((link.left, link.right) for link in silent.links)
    assert all(set(group) not in map(set, photos) for group in silent.groups)


def test_a_word_on_two_accounts_moves_no_others(market: _Market) -> None:
    pair = market.seen[0].left, market.seen[0].right
    plain, ruled = (resolve(_evidence(market, *r)).links for r in ((), (Ruling(1, *pair, same=False),)))
    others = [[link for link in links if (link.left, link.right) != pair] for links in (plain, ruled)]
    assert others[0] == others[1]
    assert next(link for link in ruled if (link.left, link.right) == pair).log10_lr < -5
