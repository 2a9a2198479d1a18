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
