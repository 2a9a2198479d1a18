"""Who calls for people: recruiters, and who takes up a call."""

from collections.abc import Callable

import pytest

from tests.judging.roles.held import Held, chatter, held_roles, shop
from tests.judging.small_market import SmallMarket, item
from tests.judging.together import Together

# Where many call for people, one call that may be misread is worth more: that of a seller stands where few do.
HERE, FEW_CALLS = Together(), Together()
Roles = Callable[..., dict[str, Held]]


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> Roles:
    return HERE.judged(tmp_path_factory, held_roles)


@HERE.market()
def says_where_it_rides() -> SmallMarket:
    market = shop()
    for n in range(3):
        market.say("a_hand", f"vandaag rij ik Breda en omstreken, meld je even {n}", "recruit", day=n)
    return market


def test_who_says_where_it_rides_is_no_recruiter_though_that_reads_as_a_call_for_people(
    roles: Roles,
) -> None:
    held = roles(says_where_it_rides)["a_hand"]
    assert held["courier"] > 0.5
    assert "recruiter" not in held


@HERE.market()
def calls_for_people() -> SmallMarket:
    market = shop()
    for account in ("a_chat", "a_seeks", "a_often"):
        chatter(market, account, 3 if account == "a_often" else 40)
    market.say("a_chat", "fatbike 700 euro, stuur een dm", "recruit", day=8)
    market.say("a_seeks", "nog 2 runners nodig voor het weekend", "recruit", day=8)
    for n, text in enumerate(
        ("wie is er vrij morgen, goed betaald", "klus voor wie durft", "paar mensen erbij graag")
    ):
        market.say("a_often", text, "recruit", day=8 + n)
    return market


def test_one_message_that_reads_as_a_call_for_people_makes_no_recruiter_and_words_of_the_trade_do(
    roles: Roles,
) -> None:
    found = roles(calls_for_people)
    assert found["a_chat"].get("recruiter", 0) < 0.2
    assert found["a_seeks"]["recruiter"] > 0.8
    assert found["a_often"]["recruiter"] > 0.8


@HERE.market(4, 1)
def written_word_for_word(writers: int) -> SmallMarket:
    market = shop()
    for n in range(writers):
        market.say(f"a_{n}", "kijk ff in je dm", "recruit", day=8)
    return market


def test_what_many_write_word_for_word_is_a_saying_and_makes_nobody_a_recruiter(roles: Roles) -> None:
    for writers, said in ((4, True), (1, False)):
        assert ("recruiter" not in roles(written_word_for_word, writers).get("a_0", {})) is said


SOUGHT = {"zoeken bezorgers omgeving breda": True, "nieuwe fiets te koop, stuur een dm": False}


@FEW_CALLS.market(*SOUGHT)
def shop_that_calls(text: str) -> SmallMarket:
    market = shop()
    market.say("a_shop", text, "recruit", day=8)
    return market


def test_a_seller_that_seeks_people_is_a_recruiter_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    roles = FEW_CALLS.judged(tmp_path_factory, held_roles)
    for text, held in SOUGHT.items():
        assert (roles(shop_that_calls, text)["s_1"].get("recruiter", 0) > 0.5) is held


CALLS = {"rijders gezocht in ede, 200 per avond": True, "wie gaat er mee naar zee": False}


@HERE.market(*CALLS)
def taken_up(call: str) -> SmallMarket:
    market = shop()
    asked = market.say("a_boss", call, "recruit", day=8)
    for n in range(2):
        market.say("a_hand", f"interesse, heb auto {n}", day=9 + n, reply_to=asked.tg_id)
    return market


def test_who_takes_up_a_call_for_people_rides_and_who_says_so_elsewhere_does_not(roles: Roles) -> None:
    for call, courier in CALLS.items():
        assert (roles(taken_up, call).get("a_hand", {}).get("courier", 0) > 0.5) is courier


@HERE.market()
def one_of_two_accounts_calls() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_two", "a_sells", "a_calls")
    for account in ("a_sells", "a_calls"):
        market.offers(account, items=(item("cocaine", 1, 50, scale="retail"),))
    market.say("a_calls", "nog 2 runners nodig voor het weekend", "recruit", day=8)
    return market


def test_the_account_of_a_seller_that_calls_for_people_is_the_recruiter(roles: Roles) -> None:
    found = roles(one_of_two_accounts_calls)
    assert found["a_calls"]["recruiter"] > 0.8
    assert "recruiter" not in found["s_two"]
    assert "recruiter" not in found.get("a_sells", {})


@HERE.market()
def calls_that_were_not_read() -> SmallMarket:
    market = shop()
    for account, chats in (("a_crew", 0), ("a_talks", 40)):
        chatter(market, account, chats)
        for n, text in enumerate(("loopjongens gezocht", "garage gezocht, geen vragen")):
            market.say(account, text, ("none", "request")[n], day=8 + n)
    market.say(
        "a_wants",
        "drivers nodig, wie heeft een licence",
        "request",
        day=8,
        items=(item("documents", 1, None),),
    )
    return market


def test_words_of_a_call_count_where_it_was_not_read_as_one_by_how_much_of_all_they_are(roles: Roles) -> None:
    found = roles(calls_that_were_not_read)
    assert found["a_crew"]["recruiter"] > 0.5
    assert found.get("a_talks", {}).get("recruiter", 0) < 0.5
    assert "recruiter" not in found.get("a_wants", {})
