import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.open_sellers import CAME_IN, OPEN, open_signs, restock_signs


@pytest.mark.parametrize(
    "text",
    [
        "we zijn weer open",
        "Lijn open tot 3, zelfde menu",
        "SİPARİŞ ALIYORUZ, liste için yaz",
        "мы открылись 🔥",
        "shop open",
    ],
)
def test_a_seller_who_cries_that_it_is_open(text: str) -> None:
    assert list(open_signs(search_text(text))) == [OPEN]
    assert OPEN in {sign.name for sign in read_text(text).judgement.signs}


@pytest.mark.parametrize(
    "text",
    [
        "zijn jullie weer open?",
        "de bakker aan de markt en de kapper ernaast zijn weer open",
        "we zijn weer open, coke en wiet",
        "we zijn weer open, oplichter",
        "",
    ],
)
def test_who_asks_names_goods_warns_or_says_more_does_not(text: str) -> None:
    assert not list(open_signs(search_text(text)))


def test_such_a_cry_alone_is_hardly_enough_for_an_offer() -> None:
    """Bakers say so too; where it stands decides."""
    odds = read_text("we zijn weer open").judgement.all_odds[0]
    assert -1 < odds < 0.6


@pytest.mark.parametrize(
    "text",
    [
        "verse haze binnen",
        "2cb binnen!!",
        "ket ist wieder da",
        "cocaïne arrivée",
        "мефедрон приехал",
        "kokain geldi",
        "fresh xtc",
    ],
)
def test_goods_that_have_come_in(text: str) -> None:
    found = search_text(text)
    assert list(restock_signs(found, found.wares)) == [CAME_IN]


@pytest.mark.parametrize(
    "text",
    [
        "is de haze binnen?",
        "haze is op",
        "haze binnen, oplichter",
        "haze " + "en nog veel meer " * 5 + "binnen",
        "",
    ],
)
def test_who_asks_warns_or_says_more_does_not_cry_so(text: str) -> None:
    found = search_text(text)
    assert not list(restock_signs(found, found.wares))


def test_such_a_cry_is_an_offer() -> None:
    assert read_text("verse haze binnen").act == "offer"
    assert CAME_IN in {sign.name for sign in read_text("verse haze binnen").judgement.signs}


@pytest.mark.parametrize(
    "text",
    [
        "open till late, min order 50, delivery all of london",
        "driving to leeds tonight get your orders in",
        "bel voor bestelling open tot 02:00",
        "Morgen weer in Breda, bestel voor 18:00",
        "Telefoon staat aan tot 4",
    ],
)
def test_hours_and_least_orders_offer_and_name_no_goods(text: str) -> None:
    reading = read_text(text)
    assert (reading.act, reading.items) == ("offer", ())


@pytest.mark.parametrize(
    "text",
    [
        "ben morgen weer in Breda",
        "zijn jullie open tot 9?",
        "Bibliotheek open tot 17:00",
        "I'm dropping to London tomorrow to see mum",
        "We're open till 9, come get your pizza",
    ],
)
def test_others_who_say_when_and_where_do_not(text: str) -> None:
    assert read_text(text).act == "none"
