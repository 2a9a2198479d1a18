"""Adding up what is seen on a pair of accounts."""

from datetime import UTC, datetime, timedelta

import pytest

from schakel.linking.comparing.agreement import CONTACTS, Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.habits import Habit
from schakel.linking.comparing.names import forms
from schakel.linking.weighing.scoring import score
from schakel.linking.weights import load_settings

START = datetime(2026, 1, 1, tzinfo=UTC)


def test_of_contacts_that_weigh_the_same_the_cap_cuts_the_last_by_name() -> None:
    settings = load_settings()
    weights: dict[float, list[str]] = {}
    for rule in CONTACTS:
        weights.setdefault(settings.rules[rule.__name__].of(2), []).append(rule.__name__)
    alike = max(weights.values(), key=lambda names: (len(names), names))
    seen = [Observation("a_1", "a_2", rule, f"{rule}:x") for rule in reversed(alike)]
    (link,) = score(seen, Background({}))
    assert len(alike) > 1
    given = {reason.rule: reason.weight for reason in link.reasons}
    assert [given[rule] for rule in sorted(alike)] == sorted(given.values(), reverse=True)
    assert sum(given.values()) <= settings.cluster["contact_cap"] + 1e-9


def test_the_order_in_which_things_were_seen_does_not_matter() -> None:
    seen = [
        Observation("a_1", "a_2", rule.__name__, f"{rule.__name__}:{number}")
        for rule in CONTACTS
        for number in (1, 2)
    ]
    assert score(seen, Background({})) == score(seen[::-1], Background({}))


def test_nothing_in_common_is_no_link() -> None:
    assert score([], Background({})) == []


def test_what_comes_along_with_an_ad_of_other_amounts_says_nothing_beside_a_like_name() -> None:
    name = [Observation("a_1", "a_2", "same_name", "Snow Taxi")]
    own, taken = (
        score(name, Background({}, habits={("a_1", "a_2"): Habit(area=1.0, writing=likeness)}))[0]
        for likeness in (0.5, 0.95)
    )
    assert {"same_area", "writes_alike"} <= {reason.rule for reason in own.reasons}
    assert {reason.rule for reason in taken.reasons} == {"same_name"}


def test_keeping_pace_says_less_the_more_keep_it() -> None:
    """Every customer of a list that is renewed each week posts every edition of it."""
    paces = []
    for users in (2, 3, 6):
        ads = [Observation("a_1", "a_2", "posts_same_text", ad, users) for ad in ("k_1", "k_2")]
        (link,) = score(ads, Background({}))
        paces.append(sum(reason.weight for reason in link.reasons if reason.rule == "keeps_pace"))
    assert paces[0] == load_settings().rules["keeps_pace"].weight
    assert paces[0] > paces[1] > paces[2] == 0


def test_where_other_sellers_share_ads_too_keeping_pace_says_nothing() -> None:
    ads = [Observation("a_1", "a_2", "posts_same_text", ad) for ad in ("k_1", "k_2")]
    others = Observation("a_1", "a_2", "others_share_too", "sellers: 2", 2)
    alone, beside = (score(seen, Background({}))[0] for seen in (ads, [*ads, others]))
    given = [{r.rule: r.weight for r in link.reasons} for link in (alone, beside)]
    assert given[0]["keeps_pace"] > 0 == given[1]["keeps_pace"]
    named = [*ads, others, Observation("a_1", "a_2", "same_name", "Snow Taxi")]
    assert any(r.rule == "keeps_pace" and r.weight > 0 for r in score(named, Background({}))[0].reasons)


def _weight_apart(
    one: dict[str, list[str]], other: dict[str, list[str]], rule: str = "posts_same_ad"
) -> float:
    """What contacts weigh that two accounts give in turn, the second a month after the first."""
    first, last = (Period(START + timedelta(days=d), START + timedelta(days=d + 20)) for d in (0, 30))
    contacts = {
        account: {kind: dict.fromkeys(values, when) for kind, values in given.items()}
        for account, given, when in (("a_1", one, first), ("a_2", other, last))
    }
    (link,) = score([Observation("a_1", "a_2", rule, "x")], Background({}, contacts=contacts))
    return sum(r.weight for r in link.reasons if r.rule == "no_contact_in_common")


def test_who_give_numbers_and_none_in_common_are_sooner_two() -> None:
    assert _weight_apart({"phone": ["1"]}, {"phone": ["2"]}) < 0
    assert _weight_apart({"phone": ["1"]}, {"btc": ["x"]}) < 0
    assert _weight_apart({"phone": ["1"]}, {}) == 0
    assert _weight_apart({"phone": ["1"]}, {"username": ["x"]}) == 0
    assert _weight_apart({"phone": ["1", "2"]}, {"phone": ["2"]}) == 0
    alike = _weight_apart({"phone": ["1"]}, {"btc": ["x"]}, "same_name")
    assert alike < _weight_apart({"phone": ["1"]}, {"phone": ["2"]}, "same_name") < 0


def test_numbers_side_by_side_count_once() -> None:
    when = Period(START, START + timedelta(days=20))
    contacts = {account: {"phone": {number: when}} for account, number in (("a_1", "1"), ("a_2", "2"))}
    (link,) = score([Observation("a_1", "a_2", "posts_same_ad", "x")], Background({}, contacts=contacts))
    rules = {r.rule for r in link.reasons}
    assert "own_other_contact" in rules
    assert "no_contact_in_common" not in rules


def test_what_was_learned_against_is_told_of_a_pair() -> None:
    when = Period(START, START + timedelta(days=20))
    contacts = {account: {"phone": {number: when}} for account, number in (("a_1", "1"), ("a_2", "2"))}
    known = Background({"a_1": when, "a_2": when}, contacts=contacts)
    learned = known.with_learned({}, {}, {}, against={
        "own_other_contact": (-0.5, "here 9 of 20"), "side by side, names not alike": (-0.7, "side by side: few"),
    })  # fmt: skip
    name, photo = (Observation("a_1", "a_2", rule, "x") for rule in ("same_name", "same_photo"))

    def told(seen: Observation) -> dict[str, float]:
        return {r.rule: r.weight for r in score([seen], learned)[0].reasons}

    assert told(name)["own_other_contact"] == -0.5
    assert "active_together" not in told(name)
    assert told(photo)["own_other_contact"] == -1.5
    assert told(photo)["active_together"] == -0.7


def test_a_branch_in_another_town_has_a_number_of_its_own() -> None:
    when = Period(START, START + timedelta(days=20))
    contacts = {account: {"phone": {number: when}} for account, number in (("a_1", "1"), ("a_2", "2"))}
    ad = Observation("a_1", "a_2", "posts_same_ad", "x")
    brand = Observation("a_1", "a_2", "same_brand", "Rorix Kitchen / Rorix Kitchen Mainz")
    known = Background({}, contacts=contacts)
    (stranger,), (branch,) = score([ad], known), score([ad, brand], known)
    given = [{r.rule: r.weight for r in link.reasons} for link in (stranger, branch)]
    assert given[0]["posts_same_ad"] == 0 > given[0]["own_other_contact"]
    assert given[1]["own_other_contact"] == 0 < given[1]["posts_same_ad"]
    assert given[1]["same_brand"] > 0
    (silent,) = score([ad, brand], known, frozenset({"same_brand"}))
    assert silent.log10_lr == stranger.log10_lr


@pytest.mark.parametrize(("rule", "weight"), [("same_photo", 0.8), ("posts_same_text", 0.0)])
def test_a_price_list_adds_to_a_contact_unless_the_ad_is_shared_too(rule: str, weight: float) -> None:
    seen = [
        Observation("a_1", "a_2", "shares_phone", "phone:+31612345678"),
        Observation("a_1", "a_2", rule, "one"),
        Observation("a_1", "a_2", "same_price_ladder", "list", value=4.0),
    ]
    (link,) = score(seen, Background({}))
    told = {reason.rule: reason.weight for reason in link.reasons}
    assert told["same_price_ladder"] == weight
    assert told[rule] == 0


def test_the_same_prices_say_more_beside_a_contact_than_beside_a_name() -> None:
    known = Background({}, habits={("a_1", "a_2"): Habit(amounts=4, same=4)})
    tied, named, copied = (
        next(
            reason.weight
            for reason in score([Observation("a_1", "a_2", rule, "x") for rule in rules], known)[0].reasons
            if reason.rule == "same_prices"
        )
        for rules in (("shares_phone",), ("same_name",), ("shares_phone", "posts_same_ad"))
    )
    assert tied == max(load_settings().curves["same_prices_tied"].weights) > named
    assert copied == named == max(load_settings().curves["same_prices"].weights)


def test_a_username_that_is_alike_too_says_nothing_beside_a_like_name_and_the_same_ad() -> None:
    when = Period(START, START + timedelta(days=40))
    given = {
        account: {"username": {name: when}}
        for account, name in (("a_1", "zwartekraai"), ("a_2", "zwarte_kraai"))
    }
    usernames = {form.written: form for form in forms(["zwartekraai", "zwarte_kraai"])}
    known = Background({}, contacts=given, usernames=usernames)
    name = Observation("a_1", "a_2", "same_name", "Zwarte Kraai")
    alone, copied = (
        {reason.rule: reason.weight for reason in score([name, *more], known)[0].reasons}
        for more in ([], [Observation("a_1", "a_2", "posts_same_ad", "x_1")])
    )
    assert alone["names_alike_twice"] > 0 == copied["names_alike_twice"]


def _told(*seen: Observation, habit: Habit | None = None) -> dict[str, float]:
    known = Background({}, habits={("a_1", "a_2"): habit} if habit else {})
    return {reason.rule: reason.weight for reason in score(list(seen), known)[0].reasons}


def _worded(likeness: float) -> Observation:
    return Observation("a_1", "a_2", "words_ads_alike", f"likeness {likeness:.0%}", value=likeness)


def test_ads_worded_alike_say_more_the_more_alike_they_are_and_less_than_the_same_ad() -> None:
    weights = [_told(_worded(likeness))["words_ads_alike"] for likeness in (0.35, 0.45, 0.55, 0.9)]
    assert weights == sorted(weights)
    assert 0 < weights[0] < weights[2]
    assert weights[-1] < _told(Observation("a_1", "a_2", "posts_same_ad", "x"))["posts_same_ad"]


def test_goods_places_and_writing_come_along_with_the_wording_but_prices_do_not() -> None:
    habit = Habit(area=1.0, writing=0.5, amounts=4, same=4, hours=0.8)
    photo = Observation("a_1", "a_2", "same_photo", "x")
    alone, worded = _told(photo, habit=habit), _told(_worded(0.6), habit=habit)
    assert {"same_area", "writes_alike", "same_prices", "same_hours"} <= alone.keys()
    assert {"same_prices", "same_hours"} <= worded.keys()
    assert not {"same_area", "writes_alike"} & worded.keys()
    named = _told(_worded(0.6), Observation("a_1", "a_2", "same_name", "Snow Taxi"), habit=habit)
    assert {"same_area", "writes_alike"} <= named.keys()


def test_a_photo_and_the_wording_of_ads_are_not_counted_twice() -> None:
    photo = Observation("a_1", "a_2", "same_photo", "x")
    alone = sum(_told(photo).values()), sum(_told(_worded(0.6)).values())
    assert max(alone) < sum(_told(photo, _worded(0.6)).values()) < sum(alone)
    near = sum(_told(photo, _worded(0.35)).values())
    assert alone[0] < near <= alone[0] + load_settings().cluster["copy_and_words"]


@pytest.mark.parametrize(
    ("likeness", "rule"),
    [(0.02, "ads_worded_unlike"), (-1.0, "ads_worded_unlike"), (0.4, "ads_worded_alike")],
)
def test_beside_a_contact_the_wording_of_ads_tells_whether_it_is_one_sellers(
    likeness: float, rule: str
) -> None:
    phone = Observation("a_1", "a_2", "shares_phone", "phone:1 (accounts: 2)")
    told = _told(phone, habit=Habit(words=likeness))
    assert (told[rule] > 0) == (likeness > 0.1)
    assert told["shares_phone"] == _told(phone)["shares_phone"]
    ad = Observation("a_1", "a_2", "posts_same_ad", "x")
    assert rule not in _told(phone, ad, habit=Habit(words=likeness))
    assert rule not in _told(_worded(0.5), habit=Habit(words=likeness))
