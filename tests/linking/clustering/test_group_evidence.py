from dataclasses import replace

import pytest

from schakel.linking.clustering.group_evidence import FINE, of_pair
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason


def _link(lr: float, *rules: str) -> Link:
    return Link("a", "b", lr, tuple(Reason(rule, lr) for rule in rules))


def test_a_list_beside_a_near_copy_is_one_kind_of_sign_with_it() -> None:
    copy = of_pair(_link(5.0, "posts_same_text"), others_told=True)
    own_list = of_pair(_link(4.8, "same_price_ladder"), others_told=True)
    named = of_pair(_link(4.8, "same_name", "names_alike_twice"), others_told=True)
    assert copy.worth(0.75) == FINE
    assert (copy + own_list).worth(0.75) == FINE
    assert (copy + named).worth(0.75) == round(1.6 * FINE)


def test_a_list_leads_to_a_large_group_only_where_it_was_asked_who_else_has_it() -> None:
    told = _link(5.0, "same_price_ladder")
    assert of_pair(told, others_told=True).worth(0.75, large=True) == FINE
    assert of_pair(told, others_told=False).worth(0.75, large=True) == 0
    sold = _link(5.0, "same_price_ladder", "others_share_too")
    assert of_pair(sold, others_told=True).worth(0.75, large=True) == 0
    assert of_pair(sold, others_told=True).worth(0.75) == FINE


def _doubted(against: str, *rules: str) -> Link:
    told = tuple(Reason(rule, 4.0) for rule in rules)
    return Link("a", "b", 3.5, (*told, Reason(against, -0.5)))


def test_who_takes_a_name_brings_its_ads_along_to_the_whole_group() -> None:
    posed = of_pair(_doubted("in_these_data", "name_one_edit_apart", "same_photo"), others_told=True)
    copies = of_pair(_link(6.0, "posts_same_text"), others_told=True)
    assert (posed + copies).pretended
    assert not copies.pretended


@pytest.mark.parametrize(
    "link",
    [
        _doubted("other_hours", "name_one_edit_apart"),  # doubted by its ways alone
        _doubted("own_other_contact", "numbered_name"),  # a next account's name
        _doubted("own_other_contact", "name_one_edit_apart", "numbered_name"),
    ],
)
def test_other_names_and_other_doubts_take_nothing_along(link: Link) -> None:
    copies = of_pair(_link(6.0, "posts_same_text"), others_told=True)
    assert not (of_pair(link, others_told=True) + copies).pretended


@pytest.mark.parametrize("rule", ["shares_phone", "announces_move", "numbered_name", "same_brand"])
def test_a_contact_a_move_or_another_name_tells_more_than_a_name_that_was_taken(rule: str) -> None:
    posed = of_pair(_doubted("no_contact_in_common", "claims_to_be_real", "same_photo"), others_told=True)
    assert not (posed + of_pair(_link(6.0, rule, "same_photo"), others_told=True)).pretended


def _shared(prices: float) -> Link:
    return Link("a", "b", 4.5, (Reason("shares_phone", 7.0), Reason("same_prices", prices)))


def test_a_contact_with_the_same_prices_asks_less_of_a_large_group_than_a_contact_alone() -> None:
    settings = load_settings().cluster
    traded, alone = (of_pair(_shared(prices), others_told=True) for prices in (1.4, 0.0))
    assert alone.asked(3, settings, 3) == float("inf")  # one pair of three, as a shop's number ties
    assert traded.asked(3, settings, 3) < 1
    assert alone.asked(1, settings, 1) == settings["large_contact"] > traded.asked(1, settings, 1)


def test_a_contact_that_is_one_sellers_here_asks_less_of_a_large_group_than_any_contact() -> None:
    settings = load_settings().cluster
    firm, alone = (of_pair(replace(_shared(0.0), firm=told), others_told=True) for told in (True, False))
    assert alone.asked(3, settings, 3) == float("inf") > firm.asked(3, settings, 3)
    for both in (firm + alone, alone + firm):
        assert both.asked(2, settings, 2) == firm.asked(1, settings, 1) < settings["large_contact"]
    less = replace(_shared(0.0), log10_lr=4.5, firm=True)
    assert (of_pair(less, others_told=True) + of_pair(less, others_told=True)).borne_by_two(settings)
    assert not (alone + alone).borne_by_two(settings)


def test_one_pair_that_trades_alike_is_enough_for_its_group() -> None:
    settings = load_settings().cluster
    traded, alone = (of_pair(_shared(prices), others_told=True) for prices in (1.4, 0.0))
    for both in (traded + alone, alone + traded):
        assert both.asked(2, settings, 2) == traded.asked(1, settings, 1) < settings["large_contact"]


def test_the_usual_likeness_of_prices_is_no_trading_alike() -> None:
    settings = load_settings().cluster
    usual = max(load_settings().curves["same_prices"].weights)
    assert of_pair(_shared(usual), others_told=True).asked(3, settings, 3) == float("inf")


def test_pairs_in_doubt_hold_a_crew_up_longer_than_one_account() -> None:
    settings = load_settings().cluster
    told = of_pair(_link(6.0, "posts_same_ad"), others_told=True)
    doubted = told + of_pair(_doubted("other_hours", "posts_same_text"), others_told=True)
    assert doubted.asked(2, settings, several=False) < doubted.asked(2, settings, several=True)
    assert told.asked(2, settings, several=False) == told.asked(2, settings, several=True)


@pytest.mark.parametrize(("follows", "leads"), [(0.7, True), (0.3, False)])
def test_a_like_name_leads_to_a_large_group_where_one_began_as_the_other_ended(
    follows: float, leads: bool
) -> None:
    link = Link("a", "b", 5.0, (Reason("same_name", 3.7), Reason("succeeds", follows)))
    assert bool(of_pair(link, others_told=True).worth(0.75, large=True)) is leads


def test_names_call_groups_alike_with_or_without_the_ad_but_not_with_photos_or_without_names() -> None:
    settings = load_settings().cluster
    named, ad, photo = (
        of_pair(_link(5.0, *rules), others_told=True)
        for rules in (("same_name", "names_alike_twice"), ("posts_same_ad",), ("same_photo",))
    )
    assert (named + named).called_alike(2, settings)
    assert (named + ad).called_alike(2, settings)
    assert not (named + photo).called_alike(2, settings)
    assert not (ad + ad).called_alike(2, settings)
    assert not (named + named).called_alike(3, settings)  # one pair shares nothing


def test_being_called_alike_never_asks_more() -> None:
    settings = load_settings().cluster
    twice = of_pair(_link(4.5, "same_name", "names_alike_twice"), others_told=True)
    both = twice + twice
    assert both.borne_by_two(settings)
    assert both.borne_by_two(settings, called=True)
