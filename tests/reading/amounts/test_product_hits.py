from dataclasses import dataclass

import pytest

from schakel.reading.amounts.product_hits import product_hits


@dataclass(frozen=True)
class _Term:
    kind: str
    concept: str
    product: str


@dataclass(frozen=True)
class _Hit:
    term: _Term
    start: int
    end: int


def _found(plain: str, *phrases: str, concept: str = "opioids") -> list[str]:
    hits = [
        _Hit(_Term("commodity", concept, phrase), plain.index(phrase), plain.index(phrase) + len(phrase))
        for phrase in phrases
    ]
    return [plain[hit.start : hit.end] for hit in product_hits(plain, hits)]


@pytest.mark.parametrize(
    ("plain", "phrase", "ware"),
    [
        ("oxy strip 20", "oxy strip", "oxy"),
        ("anavar 50 tab 1400", "anavar 50 tab", "anavar"),
        ("1000 adet hesap 12", "1000 adet hesap", "hesap"),
        ("100g de beuh", "g de beuh", "beuh"),
        ("olive 10g 50", "olive 10g", "olive"),
        ("thc cart 35", "thc cart", "thc cart"),
        ("xtc pillen 3", "xtc pillen", "xtc pillen"),
    ],
)
def test_a_listed_phrase_gives_back_the_amount_in_it(plain: str, phrase: str, ware: str) -> None:
    assert _found(plain, phrase) == [ware]


@pytest.mark.parametrize(
    ("plain", "phrase"), [("5gram md 70", "gram md"), ("5 gram md", "gram md"), ("2 gr md, 40", "gr md")]
)
def test_a_name_of_two_letters_behind_an_amount_is_the_ware(plain: str, phrase: str) -> None:
    assert _found(plain, phrase) == ["md"]


@pytest.mark.parametrize(
    ("plain", "phrase"),
    [
        ("glock 3800", "380"),
        ("1g c02", "g c"),
        ("weed 5g c$120", "g c"),
        ("coke 2g 99 euro", "g 99"),
        ("1g mdx", "g md"),
    ],
)
def test_a_word_that_cuts_a_number_or_its_unit_is_no_product(plain: str, phrase: str) -> None:
    assert _found(plain, phrase) == []


def test_the_longer_of_two_overlapping_words_is_kept() -> None:
    assert _found("lemon haze 5g", "lemon haze", "haze") == ["lemon haze"]


def test_a_colour_beside_tablets_of_a_weighed_commodity_only_describes_them() -> None:
    hits = [
        _Hit(_Term("commodity", "designer-drugs", product), start, end)
        for product, start, end in (("2c-b", 0, 3), ("designer drugs", 4, 8))
    ]
    assert [hit.term.product for hit in product_hits("2cb pink 8", hits)] == ["2c-b"]


@pytest.mark.parametrize(
    "plain",
    [
        "ket 40, oxy pas dispo",
        "ket 40, oxy no tengo",
        "ket 40, oxy no me queda",
        "ket 40, oxy yok",
        "ket 40, oxy закончился",
        "ket 40, oxy sold out",
        "ket 40, oxy ausverkauft",
        "ket 40, oxy uitverkocht",
    ],
)
def test_goods_of_which_it_is_said_that_they_are_gone_are_not_sold(plain: str) -> None:
    assert _found(plain, "ket", "oxy") == ["ket"]
    assert _found(plain, "oxy") == ["oxy"]  # unless nothing else is


def test_what_is_denied_may_be_the_box_and_not_the_goods() -> None:
    plain = "ket 40, lyrica 300 kutu değil şerit 350"
    assert _found(plain, "ket", "lyrica 300 kutu") == ["ket", "lyrica"]
