"""Numbers that tell how much, by the words beside them, and numbers that tell something else."""

import pytest

from tests.reading.market_words import items_of, told

HALVES = [
    ("ru", "кокаин 1г 3 тыщ, 10 семь с половиной тыщ", "cocaine 1 g 3000; cocaine 10 g 7500"),
    ("es", "coca dos y medio gramos 120", "cocaine 2.5 g 120"),
    ("en", "two and a half grams of coke 140", "cocaine 2.5 g 140"),
    ("nl", "twee en een half gram coke 110", "cocaine 2.5 g 110"),
]
COUNTED = [
    (
        "tr",
        "esrar 5 i 1200 10 u 2100 25 i 4.500",
        "cannabis 5 g 1200; cannabis 10 g 2100; cannabis 25 g 4500",
    ),
    ("tr", "xtc tanesi 60 lira, elli tanesini 2.500 lira", "mdma 1 pill 60; mdma 50 pill 2500"),
    (
        "ru",
        "rolex 4 900 пара, 2 пары 9 000",
        "counterfeit-goods 1 piece 4900; counterfeit-goods 2 piece 9000",
    ),
    (
        "es",
        "rolex 18€, lote 20 mezclados 420€",
        "counterfeit-goods 1 piece 18; counterfeit-goods 20 piece 420",
    ),
    ("fr", "passeport 900, lot de 10 mélangés 1700 €", "documents 1 piece 900; documents 10 piece 1700"),
    ("fr", "taz 8 la p - 10 pour 50", "mdma 1 pill 8; mdma 10 pill 50"),
]
OTHER = [
    ("de", "giftcard mit 1500 Limit 90", "payment-fraud 1 piece 90"),
    ("en", "giftcards bal 2k-5k: $180 ea", "payment-fraud 1 piece 180"),
    ("de", "tilidin N2 Packung 50€", "opioids 1 box 50"),
    ("fr", "shit filtré x3 : 5g 40 - 10g 70", "cannabis 5 g 40; cannabis 10 g 70"),
    ("fr", "vapes 20k taff 15 la piece, 4 pour 50", "tobacco-vapes 1 piece 15; tobacco-vapes 4 piece 50"),
]
CONTENTS = [
    ("en", "testosteron 10ml £28, any 3 vials £75", "steroids 10 ml 28; steroids 30 ml 75"),
    (
        "fr",
        "testosteron fiole 10ml 40€. 3 fioles testosteron = 105€",
        "steroids 10 ml 40; steroids 30 ml 105",
    ),
    (
        "es",
        "leads 1.000 líneas 180€, la base entera (62.000) 4.500€",
        "personal-data 1000 piece 180; personal-data 62000 piece 4500",
    ),
    (
        "es",
        "hash 100 gramos a doscientos veinte, media (50) ciento treinta",
        "cannabis 100 g 220; cannabis 50 g 130",
    ),
]
ALONE = [
    ("es", "glock 19, sin número. 2.900. con tiros 75€", "firearms 1 piece 2900; firearms 1 piece 75"),
    (
        "tr",
        "rolex 2.800, rolex kutulu 1.900 (iki çift 2.000). elli çift 38.000 TL",
        "counterfeit-goods 1 piece 2800; counterfeit-goods 1 piece 1900; counterfeit-goods 2 piece 2000; counterfeit-goods 50 piece 38000",
    ),
    ("en", "speed straight off the boat. ten 40, oz 90", "amphetamine 10 g 40; amphetamine 28 g 90"),
]
BLOCKS = [
    (
        "tr",
        "kokain, tuğla. Tanesi 41 bin euro, üç tuğla alana 39'dan",
        "cocaine 1 block 41000; cocaine 3 block 117000",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), HALVES)
def test_a_half_behind_and_adds_to_the_number_before(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_endings_and_words_for_lots_and_pieces_count(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), OTHER)
def test_limits_balances_shots_and_sizes_of_packs_count_nothing(
    language: str, text: str, expected: str
) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), CONTENTS)
def test_what_was_told_of_one_or_in_brackets_holds(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), ALONE)
def test_a_number_by_itself_is_a_price_though_others_have_signs(
    language: str, text: str, expected: str
) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), BLOCKS)
def test_a_piece_beside_blocks_is_a_block(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


def test_a_word_for_a_block_in_a_sentence_makes_no_block_of_a_number() -> None:
    assert told(items_of("koks vom Block: halbes 40, ganzes 70", "de")) == "cocaine 0.5 g 40; cocaine 1 g 70"
