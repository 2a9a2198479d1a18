"""Whom answers to praise, warnings and questions mean, and what who agrees says."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, read_all, reasons_of
from tests.judging.small_market import SmallMarket

_WARN, _VOUCH = "independent-accounts-warn", "independent-accounts-vouch"
_ILL, _WELL = "spoken-ill-of-when-asked", "not:spoken-ill-of-when-asked"


def warned_twice(answer: str, act: str | None, by: str = "a_second") -> SmallMarket:
    market = base()
    market.offers("a_shop")
    for witness in ("a_first", "a_second"):
        old_customer(market, witness)
    warning = market.say("a_first", "@shop took my money", "warning", day=9, mentions=("@shop",))
    market.say(by, answer, act, day=9.1, reply_to=warning.tg_id)
    return market


def test_who_answers_a_warning_and_names_nobody_warns_of_the_same_seller(engine: DuckDBEngine) -> None:
    markets = {
        "read": warned_twice("vieze ripper", "warning"),
        "agrees": warned_twice("+1", None),
        "agrees in words": warned_twice("bij mij ook", None),
        "ill": warned_twice("opgelicht", None),
        "asks": warned_twice("mij ook?", None),
        "chats": warned_twice("haha", None),
        "knows not": warned_twice("ken hem niet", None),
        "itself": warned_twice("klopt", None, by="a_first"),
        "the seller": warned_twice("klopt", None, by="a_shop"),
    }
    found = {name: reasons[_WARN]["detail"] for name, reasons in read_all(markets, engine).items()}
    twice = {name for name, detail in found.items() if detail.startswith("2 accounts warned")}
    assert twice == {"read", "agrees", "agrees in words", "ill"}


def test_an_answer_to_an_answer_is_about_the_same_seller(engine: DuckDBEngine) -> None:
    market = warned_twice("same here", "warning")
    old_customer(market, "a_third")
    answer = next(one for one in market.said if one.text == "same here")
    market.say("a_third", "me too", "warning", day=9.2, reply_to=answer.tg_id)
    assert reasons_of(market, engine)[_WARN]["detail"].startswith("3 accounts warned")


def test_what_is_said_of_a_rivals_warning_is_not_about_the_rival(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop")
    market.seller("s_2", "a_rival")
    market.offers("a_rival")
    old_customer(market, "a_second")
    warning = market.say("a_rival", "@shop took my money", "warning", day=9, mentions=("@shop",))
    market.say("a_second", "mij ook opgelicht", "warning", day=9.1, reply_to=warning.tg_id)
    reasons = reasons_of(market, engine, "s_2")
    assert _WARN not in reasons


def test_who_answers_a_short_message_about_one_seller_speaks_of_it(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_second")
    topic = market.say("a_asker", "weet iemand of @shop nog werkt", day=9, mentions=("@shop",))
    market.say(
        "a_second", "heb 50 overgemaakt, nooit meer wat gehoord", "warning", day=9.1, reply_to=topic.tg_id
    )
    assert reasons_of(market, engine)[_WARN]["detail"].startswith("1 account warned")


@pytest.mark.parametrize(
    "answer", ["absoluut niet", "zeker niet!", "definitely not", "auf keinen fall", "surtout pas"]
)
def test_a_no_that_opens_as_a_yes_would_is_a_no(engine: DuckDBEngine, answer: str) -> None:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    asked = market.say("a_asker", "is @shop legit?", day=9, mentions=("@shop",))
    market.say("a_buyer", answer, day=9.1, reply_to=asked.tg_id)
    reasons = reasons_of(market, engine)
    assert _ILL in reasons
    assert _WELL not in reasons


def test_who_asks_with_words_of_praise_praises_nobody(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", "heeft iemand hier bij @shop gehaald", "vouch", day=9, mentions=("@shop",))
    assert _VOUCH not in reasons_of(market, engine)


def test_warnings_count_for_less_where_trusted_customers_praise(engine: DuckDBEngine) -> None:
    def market(praised: int) -> SmallMarket:
        made = base()
        made.offers("a_shop")
        for n in range(2):
            old_customer(made, f"a_w{n}")
            made.say(f"a_w{n}", f"@shop took my money {n}", "warning", day=9, mentions=("@shop",))
        for n in range(praised):
            old_customer(made, f"a_v{n}")
            made.say(f"a_v{n}", f"@shop delivered well, praise {n}", "vouch", day=10, mentions=("@shop",))
        return made

    found = read_all({"alone": market(0), "praised": market(4)}, engine)
    assert found["praised"][_WARN]["weight"] < 0.6 * found["alone"][_WARN]["weight"]
    assert "Praise by others takes off" in found["praised"][_WARN]["detail"]
    assert "Praise by others takes off" not in found["alone"][_WARN]["detail"]
