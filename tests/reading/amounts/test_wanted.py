"""Numbers that say how many somebody wants."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [
        ("heb je nog ket? hoeveel voor 5", "nl", "ketamine 5 g -"),
        ("heb je 3mmc? heb 5 nodig", "nl", "designer-drugs 5 g -"),
        ("cobra's? nodig 10", "nl", "fireworks 10 piece -"),
        ("got any ket? how much for 2", "en", "ketamine 2 g -"),
        ("xanax? need 50", "en", "benzodiazepines 50 pill -"),
        ("t'as du shit? combien pour 10", "fr", "cannabis 10 g -"),
        ("hast du gras? brauch 5", "de", "cannabis 5 g -"),
        ("tienes coca? cuanto por 2", "es", "cocaine 2 g -"),
        ("есть меф? сколько за 2", "ru", "designer-drugs 2 g -"),
        ("mdma lazım 5", "tr", "mdma 5 g -"),
    ],
)
def test_no_price(text: str, language: str, items: str) -> None:
    assert told(items_of(text, language)) == items


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [
        ("got weed? need like 20 worth", "en", "cannabis - - -"),  # a sum
        ("need coke 50 max", "en", "cocaine 1 g 50"),
        ("coke 1 nodig 50 euro klaar", "nl", "cocaine 1 g 50"),
        ("coke need 5000", "en", "cocaine 1 g 5000"),  # nobody wants five thousand grams so
    ],
)
def test_sums(text: str, language: str, items: str) -> None:
    assert told(items_of(text, language)) == items
