"""Single letters that head a line of a menu stand for goods; the same letters as units, models or words do not."""

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.reading.offers import read_text
from schakel.reading.terms.line_letters import column_pattern, heading_letters, letter_terms, line_letters


def letters(plain: str) -> list[tuple[str, str]]:
    return [(plain[start:end], term.concept) for start, end, terms in line_letters(plain) for term in terms]


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("k 1g 25", [("k", "ketamine")]),
        ("menu\n- m: 1=30 5=130", [("m", "mdma")]),
        ("coke 1g 60 / k half 15", [("k", "ketamine")]),
        ("t\n0.5 45\n1 80", [("t", "methamphetamine")]),
        ("v 10 = 20", [("v", "benzodiazepines"), ("v", "prescription-medicines")]),
    ],
)
def test_a_letter_heads_a_line_of_amounts(plain: str, expected: list[tuple[str, str]]) -> None:
    assert letters(plain) == expected


@pytest.mark.parametrize(
    "plain",
    [
        "10 k 25",
        "10k 25",
        "g 25",
        "g 1g 25",
        "km 12",
        "k-19",
        "vitamin k 2",
        "m.v.g. 12",
        "k is 3",
        "b&b 40",
        "10 t/m 49",
        "10t/m 49",
    ],
)
def test_a_letter_that_is_a_unit_or_part_of_a_word_names_nothing(plain: str) -> None:
    assert letters(plain) == []


def test_the_letter_of_a_unit_needs_an_amount_of_the_goods_it_stands_for() -> None:
    assert letters("g 1 euro per ml") == [("g", "ghb")]
    assert letters("g 1 €/ml") == [("g", "ghb")]
    assert letters("g 1 euro per gram") == []
    assert letters("g 50ml 20") == [("g", "ghb")]
    assert letters("g 50 ml = 20") == [("g", "ghb")]
    assert letters("g 50 20") == []


def test_a_menu_of_letters_is_read_line_by_line() -> None:
    reading = read_text("Menu Utrecht\nC 1g 60\nK 1g 25\nM 1g 30\nG 50ml 20\ncash, dm me")
    assert reading.act == "offer"
    assert [(i.commodity, i.quantity, i.unit, i.price) for i in reading.items] == [
        ("cocaine", 1.0, "g", 60.0),
        ("ketamine", 1.0, "g", 25.0),
        ("mdma", 1.0, "g", 30.0),
        ("ghb", 50.0, "ml", 20.0),
    ]


def test_a_bare_number_behind_a_letter_counts_as_its_goods_are_sold() -> None:
    items = read_text("Menu, dm me\nM: 1=30 5=130\nX: 10=25\nL 5=40").items
    assert [(i.commodity, i.quantity, i.unit) for i in items] == [
        ("mdma", 1.0, "g"),
        ("mdma", 5.0, "g"),
        ("mdma", 10.0, "pill"),
        ("lsd", 5.0, "seal"),
    ]


def test_the_search_of_a_column_knows_every_letter() -> None:
    lines = pa.array([f"menu\n{term.written} 50 ml 20" for term in letter_terms()])
    assert pc.all(pc.match_substring_regex(lines, column_pattern())).as_py()
    assert not pc.any(
        pc.match_substring_regex(pa.array(["10 k 25", "km 12", "meet at 9"]), column_pattern())
    ).as_py()


def test_many_texts_are_looked_at_at_once_and_each_stands_for_itself() -> None:
    texts = ["k 1g 25", "brood,", "m 1 = 30", "", "te koop: k 5", "x\nmenu\n- m: 1=30", "menu: k", "1g 25"]
    found = heading_letters(texts)
    assert {0, 2, 5} <= found
    assert found.isdisjoint({1, 3, 7})
    assert {number for number, text in enumerate(texts) if letters(text)} <= found
