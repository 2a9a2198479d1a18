import time

import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.asking import (
    MAY_QUOTE,
    MOST,
    NEEDED,
    NEEDED_PERHAPS,
    PAYS,
    QUOTED,
    QUOTED_THERE,
    STANDS,
    TAKERS,
    needed_signs,
    question_signs,
    taker_signs,
)


@pytest.mark.parametrize(
    ("text", "with_goods", "without"),
    [
        ("iemand pillen? 3 voor 20, sta bij het station", {QUOTED, STANDS}, {QUOTED_THERE}),
        ("wer noch wach? steh am kotti, 3g 100€", {QUOTED, STANDS}, {QUOTED_THERE}),
        ("who wants? 20 quid, i'll come to you", {QUOTED}, {QUOTED_THERE}),
        ("qui veut? 2 pour 50, je passe", {QUOTED}, {QUOTED_THERE}),
        ("vrijmibo iemand?\noxy 2 strips 120", {QUOTED}, set()),
        ("кто не спит? довезу, 1500р", {QUOTED}, {QUOTED_THERE}),
        ("quien anda despierto? estoy en lavapies hasta las 3, pollo 50", {MAY_QUOTE, STANDS}, set()),
        ("any takers? 170 im outside asda", {MAY_QUOTE, STANDS}, set()),
        ("wie wil er sos, 50 euro per pak", {MAY_QUOTE}, set()),
        ("wie heeft er nog 3g voor 60?", set(), set()),
        ("iemand wiet? max 20 euro", set(), set()),
        ("iemand pillen? ik ben in tilburg", set(), set()),
        ("iemand wiet? heb 20 euro, sta bij het station", set(), set()),
        ("anyone got m80s? need a dozen for 4th", set(), set()),
        ("iemand wiet?", set(), set()),
    ],
)
def test_what_stands_beside_a_question(text: str, with_goods: set[str], without: set[str]) -> None:
    assert set(question_signs(text, goods=True)) == with_goods
    assert set(question_signs(text, goods=False)) == without


def test_a_text_that_asks_nothing_and_a_long_one_have_no_such_signs() -> None:
    assert not list(question_signs("pillen 3 voor 20, sta bij het station", goods=True))
    assert not list(question_signs("iemand pillen? 3 voor 20 " + "en nog meer " * 30, goods=True))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("iemand nog snoepjes voor vanavond? sta bij het station in breda, 5 voor 20", "offer"),
        ("wer noch wach? steh am kotti, 3g koks für 100", "offer"),
        ("iemand wiet? max 20 euro", "request"),
        ("iemand wiet in tilburg?", "request"),
    ],
)
def test_who_quotes_a_price_sells_and_who_bounds_it_buys(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("ozempic pennen zonder recept, betaal 150 per pen", PAYS),
        ("buscando coca, ofrezco 50 euros", PAYS),
        ("куплю мефедрон, плачу 2000р", PAYS),
        ("10 gram speed, max 60 euro", MOST),
        ("ketamin 200 gram, 45 bin tavan", MOST),
    ],
)
def test_who_names_what_it_pays_buys(text: str, sign: str) -> None:
    assert sign in {one.name for one in read_text(text).judgement.signs}


@pytest.mark.parametrize("text", ["speed 10g 60 euro, betaal bij levering", "xtc en iphone 14 pro max 180"])
def test_who_tells_how_he_is_paid_does_not_buy(text: str) -> None:
    assert not {PAYS, MOST} & {one.name for one in read_text(text).judgement.signs}


def test_hostile_questions_take_little_time() -> None:
    begun = time.process_time()
    for text in ("a" * 238 + "?", "?" + "1 " * 119, "ben " * 59 + "?"):
        list(question_signs(text, goods=True))
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("plain", "sign"),
    [
        ("wie wil ket? 3 voor 60 euro", NEEDED),
        ("wie van jullie heeft interesse? 1800, regio luik", NEEDED_PERHAPS),
        ("qui est chaud? 55 la cartouche", NEEDED_PERHAPS),
        ("algun interesado en dni? 800", NEEDED_PERHAPS),
        ("any takers? 170", NEEDED_PERHAPS),
        ("30 stuks voor 35. kan ik iemand blij maken?", NEEDED_PERHAPS),
        ("wie wil 2000 verdienen? deurtje, adres volgt", ""),
        ("wie wil er mee?", ""),
        ("wie wil mij coke verkopen? max 50", ""),
    ],
)
def test_who_asks_others_what_they_need_and_may_name_a_price(plain: str, sign: str) -> None:
    assert "".join(needed_signs(plain)) == sign


def test_who_asks_whether_others_need_papers_at_a_bare_price_offers_them() -> None:
    assert (
        read_text("qui est chaud pour des clopes? marlboro cartouche 55, parking du carrefour").act == "offer"
    )


@pytest.mark.parametrize(
    "text",
    [
        "zoek vaste afnemers voor speed, 5 kilo 3500",
        "looking for regular buyers of ketamine, 1kg 9000",
        "suche abnehmer für koks, 100g 4500",
        "cherche acheteurs réguliers pour shit, 10 kg 18000",
        "busco compradores fijos de coca, 1 kilo 30000",
    ],
)
def test_who_looks_for_takers_sells(text: str) -> None:
    assert list(taker_signs(search_text(text))) == [TAKERS]
    assert read_text(text).act == "offer"


def test_who_looks_for_buyers_of_something_else_is_not_told() -> None:
    assert list(taker_signs(search_text("zoek vaste afnemers voor planken en balken"))) == []
