import time

import pytest

from schakel.reading.offers import read_text
from schakel.reading.weighing.asking import needed_signs
from schakel.reading.weighing.weights import load_weights

MENU = "Karte\nGlock\nKokain\nAbholung NRW\nBarzahlung bei Übergabe"


@pytest.mark.parametrize(
    "text",
    [
        "Karte\nGlock\nKokain\nAbholung NRW\nBarzahlung bei Übergabe\nSchreibt @max_muc\nEscrow ok: @haendler_1",
        "Karte / Glock / Kokain / Abholung NRW / Barzahlung / Escrow ok",
        "OPEN tot laat\npaddos\nBetalen als ik er ben\nKwaliteit boven alles\nAl jaren actief",
        "snow 50 euro a gram\nOrder at @big_joe\nShipping EU wide\nHalf upfront",
    ],
)
def test_a_short_menu_is_an_offer(text: str) -> None:
    assert read_text(text).act == "offer"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("keta\nbetaald en niks gekregen\nlevering nooit\n@dief_x is een oplichter", "warning"),
        ("coke\nvouch voor @kees_pl\nlevering snel\n10/10", "vouch"),
    ],
)
def test_lines_that_praise_or_warn_are_no_menu(text: str, act: str) -> None:
    reading = read_text(text)
    assert reading.act == act
    assert all(reason.rule != "menu" for reason in reading.reasons)


@pytest.mark.parametrize(
    "text", ["Fatbike 700 euro Zwolle dm", "Scooter 900 euro Almere dm", "Fiets te koop 150 euro Utrecht dm"]
)
def test_what_a_courier_rides_at_a_price_calls_for_nobody(text: str) -> None:
    assert read_text(text).act not in {"recruit", "offer"}


def test_pay_for_a_time_is_no_price_of_a_vehicle() -> None:
    assert read_text("Koerier met scooter 150 euro per dag, dm").act == "recruit"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("LET OP Gouden Mo = scam", "warning"),
        ("Don Wolf dolandirici dikkat", "warning"),
        ("Snelle Piet is vertrouwd", "vouch"),
    ],
)
def test_a_name_as_people_are_called_is_somebody(text: str, act: str) -> None:
    assert read_text(text).act == act


def test_set_weights_count_whatever_was_fitted() -> None:
    assert load_weights().acts["menu"][0] > 0
    assert load_weights().acts["vehicle at a price"][4] < 0


def test_a_menu_that_asks_is_none() -> None:
    signs = [{sign.name for sign in read_text(text).judgement.signs} for text in (MENU, MENU + "?")]
    assert "menu" in signs[0]
    assert "menu" not in signs[1]


def _signs(text: str) -> set[str]:
    return {sign.name for sign in read_text(text).judgement.signs}


@pytest.mark.parametrize(
    ("sign", "has", "has_not"),
    [
        (
            "plain goods said to be for sale",
            "verkoop nepgeld, 100 euro, ophalen",
            "wie verkoopt nepgeld in Utrecht?",
        ),
        (
            "plain goods said to be for sale",
            "Selling oxycodone 80",
            "Police: man was selling oxycodone near a school, and nobody knew " * 2,
        ),
        (
            "goods and a way to deal, no other word",
            "🔌 colombiaanse coke 🔌 📲 06 60 58 15 80",
            "pas op, nepcoke van 06 60 58 15 80",
        ),
        (
            "goods at a price, no other word",
            "mdma 10 voor 60 euro",
            "mdma 10 voor 60 euro gekocht, opgelicht",
        ),
        (
            "few words of vouch and an account",
            "Goede ervaring met @rode_kees",
            "Goede ervaring met mijn tandarts",
        ),
        ("few words of vouch and an account", "Vouch @rode_kees", "Vouch @rode_kees is een oplichter"),
        ("few words of warning and an account", "@rode_kees is een oplichter", "mijn baas is een oplichter"),
    ],
)
def test_plain_forms_are_seen_and_only_they(sign: str, has: str, has_not: str) -> None:
    assert sign in _signs(has)
    assert sign not in _signs(has_not)


@pytest.mark.parametrize(
    "text", ["@rode_kees bel me even", "haha precies @kleine_kim", "@wendy88 die film was slecht"]
)
def test_talk_to_somebody_by_name_is_no_act(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Wie coke nodig? 5 gram voor €200",
        "wer braucht crack? 10 für 80€",
        "qui veut de la weed ? 10g pour 350€",
        "quién quiere speed? 10g por 350€",
        "кому меф? 2г 3000 руб",
        "gonca lazım olan? 1g 500 tl",
    ],
)
def test_who_asks_others_whether_they_need_goods_at_a_price_sells(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert "goods that others may need, at a price" in {reason.rule for reason in reading.reasons}


@pytest.mark.parametrize(
    "text", ["wie heeft coke nodig gehad?", "wie wil er taart? 3 euro per stuk", "coke nodig"]
)
def test_without_goods_a_question_or_money_nobody_sells_so(text: str) -> None:
    assert "goods that others may need, at a price" not in {reason.rule for reason in read_text(text).reasons}


@pytest.mark.parametrize(
    "text",
    [
        "Busco cocaína para reventa, un kilo. Hasta 27.000 €, en persona, con prueba. Ni un euro antes.",
        "kokain aranıyor, ankara",
        "zoek 20 gram cocaïne",
    ],
)
def test_goods_by_a_plain_word_beside_a_word_that_asks_are_asked_for(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "request"
    assert "plain goods right beside words of request" in {
        r for r, *_ in reading.judgement.reason_rows("request")
    }


def test_a_word_that_asks_elsewhere_does_not_ask_for_the_goods() -> None:
    rules = {
        r for r, *_ in read_text("zoek een lift naar de film over cocaïne").judgement.reason_rows("request")
    }
    assert "plain goods right beside words of request" not in rules


def test_questions_without_an_end_take_time_in_proportion() -> None:
    assert list(needed_signs("wie wil coke? 10 voor 50"))
    begun = time.process_time()
    assert not list(
        needed_signs("wie wil," * 10_000)
    )  # several seconds where each beginning ran on to the end of the line
    assert time.process_time() - begun < 1.5
