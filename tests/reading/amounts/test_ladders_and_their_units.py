"""Units, articles and thousands that stand behind, between or above the rungs of a price list."""

import pytest

from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "meth 1/60 5/250 10/450 g/€",
            "de",
            "methamphetamine 1 g 60; methamphetamine 5 g 250; methamphetamine 10 g 450",
        ),
        ("heroin 1=40 5=180 gr.", "de", "heroin 1 g 40; heroin 5 g 180"),
        ("coke 1=60 100 gr 3000", "nl", "cocaine 1 g 60; cocaine 100 g 3000"),
        ("wit 1.g = 50\n5.g = 220", "nl", "cocaine 1 g 50; cocaine 5 g 220"),
        ("меф 1/2 г — 2100/3900 ₽", "ru", "designer-drugs 1 g 2100; designer-drugs 2 g 3900"),
        ("wit 1/2 g 30", "nl", "cocaine 0.5 g 30"),
        ("pastis 1u 8 / 10u 60", "es", "mdma 1 pill 8; mdma 10 pill 60"),
        ("wit 1g 50, open tot 23u", "nl", "cocaine 1 g 50"),
        ("hash (kilo) 1800", "nl", "cannabis 1 kg 1800"),
        ("weed 1g 10 oz 180", "en", "cannabis 1 g 10; cannabis 28 g 180"),
        ("weed 3.5g 35 half oz 100 oz 180", "en", "cannabis 3.5 g 35; cannabis 14 g 100; cannabis 28 g 180"),
        ("hash 25g 90 half ons 160 ons 300", "nl", "cannabis 25 g 90; cannabis 50 g 160; cannabis 100 g 300"),
        ("wiet 10g 80 kilo 4000", "nl", "cannabis 10 g 80; cannabis 1 kg 4000"),
        ("coke 100g 20 kilo 500000", "nl", "cocaine 100 g -; cocaine 20 kg 500000"),
        ("coke 100g 20 kilo 500k", "nl", "cocaine 100 g -; cocaine 20 kg 500000"),
        (
            "10g 20g 50g 10 kilo 15000 hash",
            "nl",
            "cannabis 10 g -; cannabis 20 g -; cannabis 50 g -; cannabis 10 kg 15000",
        ),
        ("weed 28g 10 lb 9000", "en", "cannabis 28 g -; cannabis 4480 g 9000"),
        ("weed 5g 2 oz 180", "en", "cannabis 5 g -; cannabis 56 g 180"),
        ("weed 1g, 10 oz 1800", "en", "cannabis 1 g -; cannabis 280 g 1800"),
        ("1/4 weed 60", "en", "cannabis 7 g 60"),
        ("heroin 30 (gramm), 5g 120", "de", "heroin 1 g 30; heroin 5 g 120"),
        ("coke 1 ➜ £80, 2 ➜ £150 (grams)", "en", "cocaine 1 g 80; cocaine 2 g 150"),
    ],
)
def test_the_unit_of_a_ladder(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("coca 40 el g / 180 los 5", "es", "cocaine 1 g 40; cocaine 5 g 180"),
        ("coca 50 el gramo, 220 los cinco", "es", "cocaine 1 g 50; cocaine 5 g 220"),
        ("wiet van eigen kas. 150 de 28", "nl", "cannabis 28 g 150"),
        ("lsd 10 de 1, 40 de 5", "nl", "lsd 1 seal 10; lsd 5 seal 40"),
        ("haze 30 de 3 gram", "nl", "cannabis 3 g 30"),
        ("coke 50 de gram", "nl", "cocaine 1 g 50"),
        ("hasch kilo 1 900, les cinq 8 500", "fr", "cannabis 1 kg 1900; cannabis 5 kg 8500"),
    ],
)
def test_an_article_leads_to_the_amount_behind_its_price(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("glock 3 bin 500", "tr", "firearms 1 piece 3500"),
        ("glock 2 mil 500 pesos", "es", "firearms 1 piece 2500"),
        ("glock 11 bin. 50 mermi 9mm 2 bin 500", "tr", "firearms 1 piece 11000; ammunition 50 piece 2500"),
        (
            "wit\n1 stuk 24,5\n10 stuks 235\nprijzen in k\nblokken",
            "nl",
            "cocaine 1 block 24500; cocaine 10 block 235000",
        ),
        ("xtc 18k stuks over. 1k = 420", "nl", "mdma 18000 pill -; mdma 1000 pill 420"),
    ],
)
def test_thousands_in_words(text: str, language: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xtc 100 adet 48den, 500 adet 40'tan", "mdma 100 pill 4800; mdma 500 pill 20000"),
        ("xtc 500 adet 90 TL'den", "mdma 500 pill 45000"),
        ("haze 5g 2000 TL'den", "cannabis 5 g 2000"),  # of what is weighed, the price of all
    ],
)
def test_a_turkish_ending_makes_a_price_that_of_one(text: str, expected: str) -> None:
    assert told(items_of(text, "tr")) == expected
