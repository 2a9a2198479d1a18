import re

import pytest
from ahocorasick_rs import AhoCorasick

from schakel.reading.selectors.page_hints import (
    MAIL,
    SAID_AT,
    SLASH,
    hints_of,
    matches_by_page,
    pages_with,
)


@pytest.mark.parametrize(
    ("page", "hint"),
    [
        ("jan [at] mail [dot] example", MAIL),
        ("naam@gmail.com", MAIL),
        ("t punt me slash naam", SLASH | MAIL),
        ("dm me apenstaartje plug_050", SAID_AT),
        ("собака plug_050", SAID_AT),
        ("tot morgen om negen uur", 0),
    ],
)
def test_each_page_is_told_apart_wherever_it_stands(page: str, hint: int) -> None:
    assert hints_of([page]) == [hint]
    assert hints_of(["niets", page, "", "brood"]) == [0, hint, 0, 0]


def test_what_begins_on_one_page_and_ends_on_the_next_is_not_found() -> None:
    assert hints_of(["apen", "staartje"]) == [0, 0]
    assert matches_by_page(AhoCorasick(["snap"]), ["sn", "ap"]) == {}
    assert pages_with(re.compile("[0-9]{3}"), ["06", "12"]) == set()


def test_places_are_those_on_the_page_itself() -> None:
    found = matches_by_page(AhoCorasick(["snap", "é"]), ["één snap", "", "snap snap"])
    assert found == {0: [(1, 0, 1), (1, 1, 2), (0, 4, 8)], 2: [(0, 0, 4), (0, 5, 9)]}


def test_a_pattern_is_found_on_every_page_that_holds_it() -> None:
    assert pages_with(re.compile("[0-9]{3}"), ["bel 123", "12\n3", "", "4567 123"]) == {0, 3}
