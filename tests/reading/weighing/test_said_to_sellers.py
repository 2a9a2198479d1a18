"""What buyers say to a seller under an ad, in few words and without naming goods."""

from time import process_time

import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.said_to_sellers import TO_A_SELLER, may_be_said, said_to_seller

SAID = [
    "nog beschikbaar? 🤝",
    "prijs?",
    "lever je ook in Zutphen",
    "ook Deventer?",
    "doe mij er 3",
    "zelfde adres, doe er 2",
    "kan je vanavond nog langskomen",
    "still available?",
    "i'll take 5g",
    "same as last time please",
    "do you deliver to hotels",
    "noch da?",
    "ich nehme 10 g",
    "kommst du auch nach Bonn",
    "toujours dispo ?",
    "c'est combien",
    "sigue disponible?",
    "a cuánto",
    "ещё есть?",
    "возьму 2",
    "hala var mı",
    "ne kadar",
    "wieviel für 10?",
    "wie viel für 5",
    "bist du aktiv?",
    "Preise bitte",
    "was nimmst du für nen Hunni?",
    "hast du noch weißes?",
    "c'est combien le 5 ?",
    "tu livres dans le 94 ?",
    "dispo ?",
    "tarif stp",
    "t'as encore de la blanche ?",
    "qué tienes?",
    "a cuánto me dejas 5?",
    "disponible?",
    "te queda blanca?",
]


@pytest.mark.parametrize("text", SAID)
def test_such_words_are_known(text: str) -> None:
    assert list(said_to_seller(search_text(text))) == [TO_A_SELLER]
    assert may_be_said([text]) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "wat is de prijs van brood toch hoog geworden bij de bakker",
        "klopt, hoe laat is het feest van je zus morgen",
        "nog 3 stuks voor 50 euro",  # who names a price sells
        "prijs? @koning_apeldoorn",  # an address
        "we were waiting on the same platform as yesterday",
        "goedemorgen allemaal",
        "combien de temps pour venir à Paris ce week-end avec les enfants",
        "qué tienes que hacer mañana en el cole",
        "",
    ],
)
def test_other_talk_is_not(text: str) -> None:
    assert list(said_to_seller(search_text(text))) == []


def test_by_itself_it_is_no_request() -> None:
    for text in ("prijs?", "lever je ook in Zutphen", "noch da?", "ne kadar"):
        assert read_text(text).act == "none"


def test_hostile_text_takes_little_time() -> None:
    begun = process_time()
    texts = [
        "ook " * 15,
        "ook a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a!",
        "1 " * 30,
        "\n" * 60,
        "@" * 60,
        "prijs " * 10,
    ]
    assert len(may_be_said(texts)) == len(texts)
    for text in texts:
        list(said_to_seller(search_text(text)))
    assert process_time() - begun < 1


@pytest.mark.parametrize("unit", ["", "g", " stuks", " stück", "doosjes", "г", " adet"])
def test_amounts_of_every_unit_are_said_to_sellers(unit: str) -> None:
    assert may_be_said([f"doe mij er 12{unit}"]) == [True]


@pytest.mark.parametrize("price", ["30 eur", "€ 30", "30e", "30 eu", "500 руб", "20 quid"])
def test_who_names_a_price_of_any_money_says_no_such_thing(price: str) -> None:
    assert list(said_to_seller(search_text("doe mij er 3"))) == [TO_A_SELLER]
    assert list(said_to_seller(search_text(f"doe mij er 3 {price}"))) == []
