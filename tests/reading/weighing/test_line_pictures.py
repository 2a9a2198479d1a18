"""Pictures that mark the lines of a price list: what is written in letters counts for more."""

import pytest

from schakel.reading.offers import read_text


def _lines(text: str) -> set[tuple[str | None, float | None, float | None]]:
    return {(item.commodity, item.quantity, item.price) for item in read_text(text).items}


@pytest.mark.parametrize("picture", ["❄️", "💊", "🔫", "💣", "🧊", "💎", "💉", "🍃", "🐴", "💥", "📱", "💶"])
@pytest.mark.parametrize(
    "text",
    [
        "Speed\n{p} 10g 50\n{p} 25g 100",
        "Speed\n10g 50 {p}\n25g 100 {p}",
        "{p} Speed {p}\n{p} 10g 50 {p}\n{p} 25g 100 {p}",
        "Speed {p} top\n\n{p} 10 gram = 50 euro\n{p} 25 gram = 100 euro\n{p} bel 06-12345678",
    ],
)
def test_one_picture_on_all_lines_is_not_what_is_sold(text: str, picture: str) -> None:
    told = _lines(text.format(p=picture))
    assert told == {("amphetamine", 10.0, 50.0), ("amphetamine", 25.0, 100.0)}


def test_a_price_in_cents_is_no_clock() -> None:
    told = {line[0] for line in _lines("Menu\nCoke 1g 50\n💊 3.50 per stuk, 10 voor 30")}
    assert told == {"cocaine", "mdma"}
    assert {line[0] for line in _lines("Coke 1g 50\n3g 140\n💊 1.50")} == {"cocaine", "mdma"}
    assert {line[0] for line in _lines("Speed\n❄️ 10g 49.50\n❄️ 25g 100")} == {"amphetamine"}


def test_a_name_with_a_digit_is_a_heading_too() -> None:
    assert _lines("3-MMC\n💊 1g 25\n💊 5g 100") == {
        ("designer-drugs", 1.0, 25.0),
        ("designer-drugs", 5.0, 100.0),
    }


def test_pictures_of_a_ladder_of_one_thing_name_nothing() -> None:
    assert {line[0] for line in _lines("Wiet\n🌿 1g 10\n💎 5g 45\n🔥 10g 80")} == {"cannabis"}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Speed\n❄️ 1g 10\n💎 5g 45", {"amphetamine"}),  # two rungs are a ladder
        ("Speed\n❄️ 1g 10\n💎 5g 26", {"amphetamine"}),
        (
            "Speed\n❄️ 1g 10\n💎 5g 24",
            {"amphetamine", "cocaine", "methamphetamine"},
        ),  # too cheap for the same thing
        (
            "Wiet\n🌿 1g 10\n💎 5g 45",
            {"cannabis", "methamphetamine"},
        ),  # one of the two is that of the heading
    ],
)
def test_a_ladder_has_two_strange_rungs_and_falls_by_half_at_most(text: str, goods: set[str]) -> None:
    assert {line[0] for line in _lines(text)} == goods


def test_tobacco_is_weighed_too() -> None:
    told = _lines("Coke 1g 50\n🚬 50g 20\n🍬 10 stuks 40")
    assert {line[0] for line in told} == {"cocaine", "tobacco-vapes", "mdma"}


def test_a_line_that_tells_hours_is_no_line_of_the_list() -> None:
    told = _lines("Speed\n❄️ 10g 50\n❄️ 25g 100\n💊 open tot 3 uur")
    assert told == {("amphetamine", 10.0, 50.0), ("amphetamine", 25.0, 100.0), ("mdma", None, None)}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("❄️ 1g 50\n🍬 10 stuks 40\n🐴 1g 25", {"cocaine", "mdma", "ketamine"}),
        ("Menu\n❄️ 1g 50\n❄️ 3g 140", {"cocaine"}),
        ("Coke\n❄️ 1g 50\n🍬 10 stuks 40\n🐴 1g 25", {"cocaine", "mdma", "ketamine"}),
        ("Coke 1g 50\n3g 140\n\n🐴 1g 25\n🐴 5g 100", {"cocaine", "ketamine"}),  # lines of its own without it
        ("Ketamine\n💊 10 stuks 40\n💊 25 stuks 90", {"ketamine", "mdma"}),  # pills are counted
        ("Glock 17\n❄️ 1g 50\n❄️ 3g 140", {"firearms", "cocaine"}),  # nothing else is weighed
    ],
)
def test_pictures_that_tell_lines_apart_are_goods(text: str, goods: set[str]) -> None:
    assert {line[0] for line in _lines(text)} == goods


def test_hours_and_a_telephone_number_are_no_amount_of_a_picture() -> None:
    assert _lines("Coke 1g 50\n💊 24/7 bezorging 💊") == {("cocaine", 1.0, 50.0)}
    assert _lines("Coke 1g 50\n💊 06 12345678") == {("cocaine", 1.0, 50.0)}
