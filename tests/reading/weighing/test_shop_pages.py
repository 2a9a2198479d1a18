"""What leads to a page of a shop and to nobody sells lawful goods, whatever its words sound like."""

import pytest

from schakel.reading.offers import read_text

SHOE = "Aks Running Shoe Olive @405\n\n{}"


@pytest.mark.parametrize(
    "page",
    [
        "https://amzn.to/3iiUzP1",
        "https://www.bol.com/nl/nl/p/schoen/123/",
        "www.marktplaats.nl/v/schoenen/m123",
        "https://link.market.yandex.ru/x",
    ],
)
def test_a_page_of_a_shop(page: str) -> None:
    assert read_text(SHOE.format(page)).act == "none"
    assert read_text(SHOE.format("https://shoes.example.org/1")).act == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "coke 50 per gram, wiet 10, bezorgen in Breda, app 0612345678, plaatje: https://www.bol.com/nl/p/1/",
        "speed 20 per 5, thuisbezorgd https://t.me/snelle_sjaak https://amzn.to/3iiUzP1",
        "gestolen accounts amazon.com 15 euro, wiet 10 per gram, stuur @snelle_sjaak",
        "coke 50 per gram, wiet 10, https://notamazon.com/menu",
    ],
)
def test_whoever_can_be_written_to_or_leads_elsewhere_sells(text: str) -> None:
    assert read_text(text).act == "offer"
