"""Whom words mean that answer no message, what asks without a question mark, and which words of stock are news."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.judging.facts import asking_words
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import old_customer
from tests.judging.small_market import SmallMarket
from tests.judging.some_findings import ghost_rows

_WARN, _QUESTIONS, _STOCK = "independent-accounts-warn", "questions-stay-unanswered", "stock-never-changes"
_SCAM = "@{} took my money"


def all_reasons(market: SmallMarket, engine: DuckDBEngine) -> dict[str, dict[str, dict[str, Any]]]:
    market.write(engine)
    rows = [row for row in ghost_rows(engine) if row["kind"] == "ghost"]
    return {row["subject_id"]: {reason["rule"]: reason for reason in row["reasons"]} for row in rows}


def shops(**names: str) -> SmallMarket:
    market = SmallMarket()
    for shop, name in names.items():
        market.seller(f"s_{shop}", f"a_{shop}")
        market.names[f"a_{shop}"] = [name]
        market.offers(f"a_{shop}")
    return market


def named(market: SmallMarket, witness: str, text: str, handle: str, act: str | None = "warning") -> Any:
    old_customer(market, witness)
    return market.say(witness, text, act, day=9, selectors=(("username", handle),))


def test_a_username_is_whose_name_has_its_letters_or_who_answers_to_it(engine: DuckDBEngine) -> None:
    market = shops(name="Snow Queen ❄", answers="Someone", two="Night Owl", double="Night Owl", short="Jan")
    named(market, "a_v1", _SCAM.format("snow_queen"), "snow_queen")
    question = named(market, "a_v2", "@kingoftown is die goed?", "kingoftown", None)
    market.say("a_answers", "ja", day=9.1, reply_to=question.tg_id)
    named(market, "a_v3", _SCAM.format("kingoftown"), "kingoftown")
    named(market, "a_v4", _SCAM.format("nightowl"), "nightowl")
    named(market, "a_v5", _SCAM.format("jan"), "jan")
    found = all_reasons(market, engine)
    warned = {seller for seller, reasons in found.items() if _WARN in reasons}
    assert warned == {"s_name", "s_answers"}
    assert found["s_answers"][f"not:{_QUESTIONS}"]["detail"].startswith("1 of 1 question answered")


def test_a_number_in_a_link_to_whatsapp_is_the_number_of_the_seller(engine: DuckDBEngine) -> None:
    market = SmallMarket()
    for shop, number in (("meant", "+31612345678"), ("other", "+31612345679")):
        market.seller(f"s_{shop}", f"a_{shop}", selectors=(f"phone:{number}",))
        market.offers(f"a_{shop}")
    old_customer(market, "a_v1")
    link = (("whatsapp", "+31612345678"),)
    market.say("a_v1", "wa.me/31612345678 took my money", "warning", day=9, selectors=link)
    found = all_reasons(market, engine)
    assert {seller for seller, reasons in found.items() if _WARN in reasons} == {"s_meant"}


def test_who_speaks_for_a_seller_or_only_asks_warns_of_nobody(engine: DuckDBEngine) -> None:
    market = shops(true="True Shop", asked="Asked Shop", next="Next Shop", robbed="Robbed Shop")
    named(market, "a_k1", "let op nep account van true, de echte is @trueshop", "trueshop")
    named(market, "a_k2", "@askedshop is die valse 50 goed? bro", "askedshop")
    named(market, "a_k3", "@nextshop is now on @elsewhere, verified", "nextshop")
    named(market, "a_k4", "nog iemand genaaid door @robbedshop?", "robbedshop")
    found = all_reasons(market, engine)
    assert {seller for seller, reasons in found.items() if _WARN in reasons} == {"s_robbed"}


def test_a_reply_under_an_ad_asks_without_a_question_mark_and_thanks_ask_nothing(
    engine: DuckDBEngine,
) -> None:
    market = shops(asked="One", thanked="Two", helped="Three")
    ads = {shop: market.offers(f"a_{shop}", days=range(5, 8)) for shop in ("asked", "thanked", "helped")}
    for n in range(3):
        market.say(f"a_b{n}", "lever je zondag ook", day=8, reply_to=ads["asked"][n].tg_id)
        market.say(f"a_c{n}", "bedankt, was weer goed", day=8, reply_to=ads["thanked"][n].tg_id)
        question = market.say(f"a_d{n}", "heb je nog over?", day=8, reply_to=ads["helped"][n].tg_id)
        market.say("a_rider", f"ben er om {n}", day=8.1, reply_to=question.tg_id)
    found = all_reasons(market, engine)
    assert found["s_asked"][_QUESTIONS]["detail"].startswith("0 of 3 questions")
    assert not any(_QUESTIONS in rule for rule in found["s_thanked"])
    assert found["s_helped"][f"not:{_QUESTIONS}"]["detail"].startswith("3 of 3 questions")


def test_words_of_stock_in_an_ad_that_stays_or_in_most_ads_are_no_news(engine: DuckDBEngine) -> None:
    market = shops(praise="One", stays="Two", news="Three", short="Four")
    market.offers("a_praise", days=range(5, 25), text="menu, nieuwe batch")
    for day in (5, 15, 25):
        market.say("a_stays", "menu, nieuwe lading binnen", "offer", day=day)
    market.say("a_news", "uitverkocht", day=7)
    market.say("a_short", "menu, weer op voorraad", "offer", day=7)
    found = all_reasons(market, engine)
    told = {seller for seller, reasons in found.items() if f"not:{_STOCK}" in reasons}
    assert told == {"s_news", "s_short"}


def test_an_ad_that_very_many_sellers_post_is_nobodys_own(engine: DuckDBEngine) -> None:
    def copies(sellers: int) -> bool:
        market = shops(first="First")
        for n in range(sellers):
            market.seller(f"s_{n}", f"a_{n}")
            market.say(f"a_{n}", "menu a_first 0", "offer", day=3 + n)
        return "texts-first-posted-by-another" in all_reasons(market, engine)["s_0"]

    assert copies(1)
    assert not copies(5)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("welke smaken heb je", True),
        ("check je dm aub", True),
        ("do you ship", True),
        ("bitte pn checken", True),
        ("auch versand", True),
        ("tu viens à lille", True),
        ("te queda algo", True),
        ("kaldı mı", True),
        ("сколько за 2", True),
        ("bedankt, was weer goed", False),
        ("top geleverd", False),
        ("thanks mate", False),
        ("danke", False),
        ("oplichter", False),
    ],
)
def test_short_words_that_ask_are_told_from_thanks(text: str, asks: bool) -> None:
    found: bool = pc.match_substring_regex(pa.array([text]), asking_words())[0].as_py()
    assert found is asks
