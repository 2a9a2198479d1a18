import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.guns_and_parts import GUN, PART, for_sale


def _goods(text: str) -> set[str | None]:
    return {item.commodity for item in read_text(text).items}


@pytest.mark.parametrize(
    "text",
    [
        "te koop: magazijnen voor Glock 19, 90 per stuk, signal",
        "for sale: glock switch, metal, 150 each, dm me",
        "Selectores a ráfaga para Glock, 180 la pieza, escríbeme",
        "vends chargeurs pour G17 et G19, 60 pièce, mp",
        "uzun şarjör glock için, 2500, yaz",
    ],
)
def test_what_a_part_fits_is_not_for_sale(text: str) -> None:
    assert _goods(text) == {"weapon-parts"}


@pytest.mark.parametrize(
    "text",
    [
        "Te koop: omgebouwde Zoraki, 2 magazijnen erbij, 1100, alleen bekenden",
        "selling a Glock 19 with two mags, 1500, dm",
        "Verkaufe Makarov, 2 Magazine, 1900, PN",
    ],
)
def test_what_comes_with_a_firearm_is_no_item(text: str) -> None:
    assert _goods(text) == {"firearms"}


def test_a_part_with_its_own_price_stays_beside_a_firearm() -> None:
    assert _goods("te koop:\nGlock 19 - 2900\nscorpion + demper 700\nmagazijnen 90") == {
        "firearms",
        "weapon-parts",
    }


def test_a_firearm_on_a_line_of_its_own_stays() -> None:
    assert _goods("for sale:\nglock 19 - 900\nswitch - 150") == {"firearms", "weapon-parts"}


def test_the_digits_of_a_name_count_nothing_where_only_the_part_is_for_sale() -> None:
    items = read_text("33 schots houder voor de glock 17 60 euro, dm").items
    assert [(item.commodity, item.quantity, item.price) for item in items] == [("weapon-parts", 1.0, 60.0)]


def test_what_comes_with_a_firearm_leaves_it_the_price() -> None:
    items = read_text("te koop: omgebouwde gaspistool met 2 magazijnen 1450, pm").items
    assert [(item.commodity, item.price) for item in items] == [("firearms", 1450.0)]


@pytest.mark.parametrize(
    "text",
    ["for sale: glock 19 + silencer 4800, without 4200, dm", "Makarov + Schalldämpfer 4800, ohne 4200, PN"],
)
def test_a_price_of_both_is_that_of_the_firearm(text: str) -> None:
    items = read_text(text).items
    assert [(item.commodity, item.price) for item in items] == [("firearms", 4800.0), ("firearms", 4200.0)]


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("te koop: glock - demper, 300, pm", {300.0}),  # the part right behind the firearm
        ("for sale: silencer new Glock, 90, dm", {90.0}),  # a word between
        ("voor de Glock:\nmagazijnen 90\ndemper 300", {90.0, 300.0}),  # at the head of a list
        ("mags for Glock 17 and Makarov, 60 each, dm", {60.0}),  # enumerated
    ],
)
def test_firearms_that_only_say_what_fits_are_left_out(text: str, prices: set[float]) -> None:
    items = read_text(text).items
    assert {item.commodity for item in items} == {"weapon-parts"}
    assert {item.price for item in items} == prices


def test_a_part_with_its_own_price_does_not_come_along() -> None:
    items = read_text("selling Glock 19, 2 mags 90, dm").items
    assert ("weapon-parts", 90.0) in {(item.commodity, item.price) for item in items}


def _sold(text: str) -> list[str]:
    """What is sold of the firearms, parts and rounds named, each counting as goods."""
    found = search_text(text)
    named = {hit.start: hit for hit in found.wares if hit.term.concept in {GUN, PART, "ammunition"}}
    return [hit.term.concept for hit in for_sale(found.text.plain, [named[at] for at in sorted(named)])]


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        ("glock için uzun şarjör 2500", [PART]),  # a word behind the firearm says what it fits
        ("AK crosse pliante 3500", [GUN, PART]),  # how it is built
        ("AK crosse 200", [PART]),  # a stock with its price
        ("selling Glock 19, two mags", [GUN]),
        ("Glock 19\ntwo mags", [GUN, PART]),  # on a line of their own they are sold too
        ("Glock 19, ammo, two mags", [GUN, "ammunition", PART]),  # behind other goods
        ("magazijnen 90\nalles voor Glock 19 vraag maar", [PART, GUN]),  # no part on its line
        ("magazijnen 90\nalles voor Glock 19:", [PART, PART]),  # it heads a list of them
        ("Makarov 900\nmagazijnen voor Glock 19", [GUN, PART, GUN]),  # who sells firearms too may mean any
        ("Makarov with two mags 900\nmagazijnen voor Glock 19", [GUN, PART, GUN]),
    ],
)
def test_where_a_firearm_and_a_part_stand_tells_which_is_sold(text: str, sold: list[str]) -> None:
    assert _sold(text) == sold
