"""How much other goods, prices and areas tell is learned on pairs that share a contact."""

from dataclasses import replace

import pytest

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Habit
from schakel.linking.weighing.scoring import score
from schakel.linking.weighing.told_ways import learn_ways
from schakel.linking.weighing.ways import BY_CHANCE, Beside, level_of, way_reasons

_STRANGERS = tuple((f"s{number:03d}", f"t{number:03d}") for number in range(200))


def _market(pairs: int, same: int, *, keeps_town: bool) -> tuple[list[Observation], Background]:
    """Pairs with one number, of which `same` keep hours and prices; whether these also keep their town is up to the market."""
    names = [(f"a{number:03d}", f"b{number:03d}") for number in range(pairs)]
    seen = [Observation(*pair, "shares_phone", str(number), 4) for number, pair in enumerate(names)]
    habits = {
        pair: Habit(hours=0.8, area=1.0 if keeps_town else 0.0, amounts=4, same=4)
        if number < same
        else Habit(hours=-1.5, area=0.0, amounts=4)
        for number, pair in enumerate(names)
    }
    habits |= {
        pair: Habit(hours=-0.5, area=float(number % 10 == 0), amounts=4)
        for number, pair in enumerate(_STRANGERS)
    }
    return seen, Background({}, habits=habits, strangers=_STRANGERS)


def test_another_town_tells_more_where_sellers_keep_theirs() -> None:
    keep, leave = (learn_ways(*_market(120, 80, keeps_town=told)) for told in (True, False))
    against = level_of(-0.4)
    assert keep["area"][against] < -0.4
    assert (
        0.3 < leave["area"][against] <= 0.4
    )  # where they leave it, next to nothing: never a sign for one seller
    assert keep["area" + BY_CHANCE][against] < -0.4
    # agreement is left as it is, since a courier's customers agree too
    assert not any(step for steps in keep.values() for step in steps[3:])


def test_a_pair_from_another_town_then_weighs_less_and_says_so() -> None:
    seen, known = _market(120, 80, keeps_town=True)
    known = replace(known, habits={**known.habits, ("a100", "b100"): Habit(hours=0.8, area=0.0)})
    learned = known.with_learned({}, {}, learn_ways(seen, known))
    before, after = (score(seen, one)[100] for one in (known, learned))
    assert after.log10_lr < before.log10_lr
    assert "more than usual" in next(r.detail for r in after.reasons if r.rule == "other_area")


def test_what_comes_along_with_a_price_list_is_not_weighed_anew() -> None:
    seen, known = _market(120, 80, keeps_town=True)
    learned = known.with_learned({}, {}, learn_ways(seen, known))
    assert learned.steps["prices" + BY_CHANCE][level_of(-0.9)] < 0
    pair = seen[100].left, seen[100].right
    listed, bare = (
        {r.rule: r.weight for r in way_reasons(*pair, learned, Beside(listed=told, tied=False), whole=True)}
        for told in (True, False)
    )
    assert listed["other_prices"] == pytest.approx(-0.9)
    assert bare["other_prices"] < -0.9
    assert listed["other_area"] == bare["other_area"] < -0.4


def test_pairs_with_a_price_list_teach_of_prices_but_not_of_the_town() -> None:
    """Branches in other towns keep the list."""
    seen, known = _market(120, 80, keeps_town=False)
    one_sellers = [one for one in seen if known.habits[one.left, one.right].same]
    lists = [replace(one, rule="same_price_ladder") for one in one_sellers]
    learned = learn_ways(sorted([*seen, *lists], key=lambda o: (o.left, o.rule)), known)
    assert learned["prices"][level_of(-0.9)] < -0.4
    without = learn_ways([one for one in seen if one not in one_sellers], known)
    assert without.get("prices", (0.0,))[0] > learned["prices"][0]


def test_a_few_pairs_copied_ads_and_keepers_teach_nothing() -> None:
    seen, known = _market(15, 10, keeps_town=True)
    assert learn_ways(seen, known) == {}
    seen, known = _market(120, 80, keeps_town=True)
    ads = [replace(one, rule="posts_same_ad") for one in seen]
    assert learn_ways(sorted([*seen, *ads], key=lambda o: (o.left, o.rule)), known) == {}
    assert learn_ways([replace(one, rule="shares_username", users=9) for one in seen], known) == {}
    assert learn_ways(seen, replace(known, strangers=())) == {}
