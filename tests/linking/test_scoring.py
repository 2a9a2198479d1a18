"""Adding up what is seen on a pair of accounts."""

from schakel.linking.agreement import CONTACTS, Observation
from schakel.linking.background import Background
from schakel.linking.habits import Habit
from schakel.linking.scoring import score
from schakel.linking.weights import load_settings


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
