"""In which money a price is that has no sign, or one that several countries share."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("selling weed in Chicago, 5g 60, text me", ["USD"]),
        ("selling weed in Leeds, 5g 60, text me", ["GBP"]),
        ("selling weed in Dublin, 5g 60, text me", ["EUR"]),
        ("selling weed, 5g 60, text me", [None]),
        ("vendo marihuana en Medellín, 5 gramos 60000", ["COP"]),
        ("vendo marihuana en Madrid, 5 gramos 60", ["EUR"]),
        ("vendo cocaína en CDMX, $900 el gramo", ["MXN"]),
        ("vendo cocaína en Medellín, 90 mil pesos el gramo", ["COP"]),
        ("vendo cocaína, 900 pesos el gramo", [None]),  # of which country is not told
        ("vendo cocaína, 20 lucas el gramo", [None]),  # a thousand pesos each
        ("vendo cocaína en Medellín, 90 lucas el gramo", ["COP"]),
        ("vendo cocaína, 60 mil el gramo", ["EUR"]),
        ("vendo cocaína en CDMX, $60 usd el gramo", ["USD"]),
        ("selling coke in Sydney, $300 a gram", ["AUD"]),
        ("selling coke in Chicago, $80 a gram", ["USD"]),
        ("продам шишки Алматы, 1г 9000", ["KZT"]),
        ("продам шишки Москва, 1г 2000", ["RUB"]),
        ("продам шишки Алматы, 1г 50$", ["USD"]),
        ("verkaufe Gras in Zürich, 5g 60", ["EUR"]),  # by the design: euros in German whatever the country
        ("selling weed in Leeds and Chicago, 5g 60, text me", [None]),
    ],
)
def test_the_country_tells_the_money(text: str, currencies: list[str | None]) -> None:
    assert [item.currency for item in read_text(text).items] == currencies


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("selling weed 5g 60, coke 1g 80. all prices aud", "AUD"),
        ("verkaufe Gras 5g 60, alle Preise in CHF", "CHF"),
        ("selling weed in Leeds, 5g 60, euros obviously", "EUR"),
        ("selling weed 5g 60\nmoney in £", "GBP"),
        ("selling weed 5g 60, try it", None),
        ("selling weed 5g €60, all prices aud", "EUR"),  # a price with its own sign says it better
    ],
)
def test_money_named_apart_holds_for_all_prices(text: str, currency: str | None) -> None:
    assert {item.currency for item in read_text(text).items} == {currency}


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("selling weed, 5g 900 kr", None),  # whose crowns is not told; euros they are not
        ("Koks 1g 900kr", None),
        ("selling weed in Stockholm, 5g 900 kr", "SEK"),
        ("selling weed 5g 900 kronor", "SEK"),
        ("selling weed in Oslo, 5g 900 kr", "NOK"),
        ("selling weed in København, 5g 900 kr", "DKK"),
        ("selling weed 5g 900 kr, +47 912 34 567", "NOK"),
        ("selling weed 5g 900 kr, +46 70 123 45 67", "SEK"),
        ("selling weed in Oslo and Stockholm, 5g 900 kr", None),
        ("selling coke, 1g 300 lei", "RON"),
        ("selling weed, 5g C$120", "CAD"),
        ("selling weed, 5g c$ 120", "CAD"),
        ("selling weed, 5g A$120", "AUD"),
        ("selling weed, 5g US$120", "USD"),
        ("selling coke, 1g R$ 200", "BRL"),
        ("selling coke, 1g R$200", "BRL"),
        ("selling weed, 5g 250 zł", "PLN"),
        ("selling weed, 5g 25000 Ft", "HUF"),
        ("selling weed, 5g 900 Kč", "CZK"),
        ("Koks 1g 120 CHF", "CHF"),
        ("Koks 1g 120 Franken", "CHF"),
        ("esrar 5g 900₺", "TRY"),
        ("кокаин 1г 9000₽", "RUB"),
    ],
)
def test_the_signs_of_other_moneys(text: str, currency: str | None) -> None:
    assert {(item.currency, item.price is None) for item in read_text(text).items} == {(currency, False)}


def test_a_few_feet_are_no_forints() -> None:
    for text in (
        "selling weed plants of 6 ft, 5g 50",
        "selling weed plants 6ft 200, 5g 50",
        "track ft 21 savage, weed 10g 90",
    ):
        assert all(item.currency != "HUF" for item in read_text(text).items)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("weed 10💶", (1.0, 10.0, "EUR")),
        ("selling weed in Leeds, 5g 60 💶", (5.0, 60.0, "EUR")),
        ("selling weed 5g\n💶 5g 60", (5.0, 60.0, None)),  # it marks the line
        ("💶10g 50 weed sale", (10.0, 50.0, None)),
    ],
)
def test_a_note_behind_a_sum_is_its_money(text: str, told: tuple[float, float, str | None]) -> None:
    assert {(item.quantity, item.price, item.currency) for item in read_text(text).items} == {told}


@pytest.mark.parametrize("text", ["50💶 biljetten 100 stuks 1000", "te koop 50 💶 biljetten, 100 stuks 1000"])
def test_a_sum_on_a_picture_and_a_word_for_notes_is_what_stands_on_them(text: str) -> None:
    assert ("counterfeit-money", 100.0, 1000.0) in {
        (item.commodity, item.quantity, item.price) for item in read_text(text).items
    }
