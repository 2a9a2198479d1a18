"""What speaks against is worth what pairs of one seller show: no more where they seldom show it, less where they often do."""

from datetime import UTC, datetime

import pytest

from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.weighing.learned_against import against_of, learn_against, weighed_here
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

_WHEN = Period(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
Pair = tuple[str, str]


def _pairs(many: int, mark: str) -> list[Pair]:
    return [(f"{mark}{number:03d}a", f"{mark}{number:03d}b") for number in range(many)]


def _known(same: list[Pair], other_kind_apart: int) -> Background:
    """Pairs that share a telephone, and each give a wallet: the same one, or of the first some each its own."""
    given = {
        account: {
            "phone": {f"+31{at}": _WHEN},
            "wallet": {f"w{at}{account * (at < other_kind_apart)}": _WHEN},
        }
        for at, pair in enumerate(same)
        for account in pair
    }
    return Background(dict.fromkeys(given, _WHEN), contacts=given)


@pytest.mark.parametrize(("apart", "least", "most"), [(20, -0.25, 0.0), (10, -0.6, -0.3), (1, -1.5, -1.2)])
def test_contacts_of_ones_own_weigh_by_how_often_one_seller_gives_another_of_a_second_kind(
    apart: int, least: float, most: float
) -> None:
    same = _pairs(20, "s")
    found = learn_against({}, _known(same, apart), set(same), set())["own_other_contact"]
    assert (found.shown, found.pairs) == (apart, 20)
    assert least <= found.weight <= most


@pytest.mark.parametrize(("apart", "least", "most"), [(20, -0.1, 0.0), (2, -0.9, -0.5)])
def test_usernames_of_ones_own_weigh_by_how_often_accounts_with_one_number_have_no_username_in_common(
    apart: int, least: float, most: float
) -> None:
    same = _pairs(20, "s")
    given = {
        account: {"phone": {f"+31{at}": _WHEN}, "username": {f"u{at}{account * (at < apart)}": _WHEN}}
        for at, pair in enumerate(same)
        for account in pair
    }
    known = Background(dict.fromkeys(given, _WHEN), contacts=given)
    found = learn_against({}, known, set(same), set())["own_other_username"]
    assert (found.shown, found.pairs) == (apart, 20)
    assert least <= found.weight <= most
    reason = Reason("own_other_username", load_settings().rules["own_other_username"].weight, detail="x")
    (told,) = weighed_here([reason], against_of({"own_other_username": found}), {"posts_same_ad"})
    assert told.weight == pytest.approx(found.weight)


def test_where_no_pair_tells_the_word_list_stands() -> None:
    assert learn_against({}, Background({}), set(), set()) == {}
    same = _pairs(30, "s")
    assert "own_other_contact" not in learn_against({}, _known(same, 0), set(same), set())


def _told(rule: str, same: int, apart: int) -> float:
    """The weight of a rule that so many of forty pairs of one seller show, and so many of forty of two, all of like names."""
    one, two = _pairs(40, "s"), _pairs(40, "t")
    reasons = {
        pair: [Reason("same_name", 3.7), *([Reason(rule, -0.6)] if at < shown else [])]
        for pairs, shown in ((one, same), (two, apart))
        for at, pair in enumerate(pairs)
    }
    found = learn_against(reasons, Background({}), set(one), set(two))
    return found[rule].weight if rule in found else load_settings().rules[rule].weight


@pytest.mark.parametrize("rule", ["usernames_unlike", "posts_elsewhere_same_second"])
def test_what_one_sellers_accounts_show_as_often_speaks_against_nobody(rule: str) -> None:
    assert _told(rule, 20, 20) >= -0.1
    assert _told(rule, 0, 20) == load_settings().rules[rule].weight
    assert _told(rule, 0, 0) < -0.3


def test_a_machine_that_posts_for_one_seller_speaks_for_it_a_little_and_usernames_never_do() -> None:
    assert 0 < _told("posts_elsewhere_same_second", 30, 2) <= 0.3
    assert _told("usernames_unlike", 30, 2) == 0.0


def test_contacts_of_ones_own_lose_weight_beside_a_like_name_only() -> None:
    against = against_of(learn_against({}, _known(_pairs(20, "s"), 20), set(_pairs(20, "s")), set()))
    found = [Reason("own_other_contact", -1.5, detail="a / b"), Reason("no_contact_in_common", -1.0)]

    def weights(*rules: str) -> list[float]:
        return [reason.weight for reason in weighed_here(found, against, set(rules))]

    named = weights("same_name", "same_photo")
    assert all(weight > usual for weight, usual in zip(named, (-0.5, -0.3), strict=True))
    assert weights("posts_same_ad") == weights("name_one_edit_apart", "same_photo") == [-1.5, -1.0]
    assert "here 20 of 20 pairs" in weighed_here(found, against, {"same_name"})[0].detail
