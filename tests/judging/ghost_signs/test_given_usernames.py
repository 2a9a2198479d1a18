"""Usernames that sellers give in short messages and in no ad: whose they are when others speak of them."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, reasons_of
from tests.judging.small_market import SmallMarket

_WARN, _VOUCH, _ILL = "independent-accounts-warn", "independent-accounts-vouch", "spoken-ill-of-when-asked"


def spoken_of(username: str = "straat_boef") -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", f"betaald aan @{username} en niks gehad", "warning", day=9)
    return market


@pytest.mark.parametrize("text", ["heb ik @straat_boef", "got it @Straat_Boef!!", "dm @straat_boef 🔥"])
def test_a_username_by_which_a_seller_bids_others_write_to_it_is_its_own(
    text: str, engine: DuckDBEngine
) -> None:
    market = spoken_of()
    assert _WARN not in reasons_of(market, engine)
    market.say("a_shop", text, day=3)
    assert _WARN in reasons_of(market, engine)


@pytest.mark.parametrize(
    "text",
    [
        "ken je @straat_boef?",
        "@straat_boef is een goede vent die alles heeft",
        "zie @straat_boef en @andere_gast",
    ],
)
def test_who_asks_after_a_username_or_says_more_of_it_does_not_give_it(
    text: str, engine: DuckDBEngine
) -> None:
    market = spoken_of()
    market.say("a_shop", text, day=3)
    assert _WARN not in reasons_of(market, engine)


def test_a_customer_who_names_a_username_gives_it_nobody(engine: DuckDBEngine) -> None:
    market = spoken_of()
    market.say("a_buyer", "dm @straat_boef", day=3)
    assert _WARN not in reasons_of(market, engine)


def test_a_username_that_two_sellers_give_or_that_is_another_sellers_is_not_taken(
    engine: DuckDBEngine,
) -> None:
    two, other = spoken_of(), spoken_of()
    for market in (two, other):
        market.say("a_shop", "heb ik @straat_boef", day=3)
        market.seller("s_2", "a_other", selectors=("username:straat_boef",) if market is other else ())
        market.offers("a_other")
    two.say("a_other", "heb ik @straat_boef", day=4)
    assert _WARN not in reasons_of(two, engine)
    assert _WARN not in reasons_of(other, engine)
    assert _WARN in reasons_of(other, engine, "s_2")


def test_usernames_that_differ_in_a_mark_are_different_people(engine: DuckDBEngine) -> None:
    market = spoken_of("straat_boef_")
    market.say("a_shop", "heb ik @straat_boef", day=3)
    assert _WARN not in reasons_of(market, engine)


@pytest.mark.parametrize("read_as", ["warning", None])
def test_an_answer_is_about_whom_was_asked_and_not_about_a_seller_who_asks(
    read_as: str | None, engine: DuckDBEngine
) -> None:
    market = base()
    market.seller("s_2", "a_asker")
    market.offers("a_shop")
    market.offers("a_asker")
    old_customer(market, "a_buyer")
    asked = market.say("a_asker", "is @shop betrouwbaar?", day=9, mentions=("@shop",))
    market.say("a_buyer", "blijf weg", read_as, day=9.1, reply_to=asked.tg_id)
    assert _ILL in reasons_of(market, engine)
    assert not {_WARN, _ILL} & set(reasons_of(market, engine, "s_2"))


@pytest.mark.parametrize(("read_as", "sign"), [("warning", _ILL), ("vouch", "not:" + _ILL), (None, None)])
def test_an_answer_in_words_that_are_not_listed_counts_as_it_is_read(
    read_as: str | None, sign: str | None, engine: DuckDBEngine
) -> None:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    asked = market.say("a_other", "wie kent @shop?", day=9, mentions=("@shop",))
    market.say("a_buyer", "daar praat ik liever anders over", read_as, day=9.1, reply_to=asked.tg_id)
    told = {rule for rule in reasons_of(market, engine) if _ILL in rule}
    assert told == ({sign} if sign else set())
