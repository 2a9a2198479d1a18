import re

import pytest

from schakel.showing.bench.bars import Judged, bars, judged
from schakel.showing.bench.methods import beside
from schakel.showing.bench.taken import OURS, Taken
from tests.commands import CHECKOUT
from tests.showing.bench.test_rows import table


def word_of(row: str, figure: str, *taken: Taken) -> Judged:
    found = [
        one for one in judged(list(table(*taken).values())) if (one.bar.row, one.bar.figure) == (row, figure)
    ]
    return found[0]


def test_every_bar_is_of_a_row_and_says_where_it_comes_from() -> None:
    assert bars()
    for bar in bars():
        assert not bar.method or bar.method in beside().row[bar.row].beside
        assert bar.least is not None or bar.most is not None
        assert bar.source
        for page in re.findall(r"docs/[\w/.-]+\.md", bar.source):
            assert (CHECKOUT / page).exists()


def test_figures_of_bars_stand_on_the_page_they_name() -> None:
    page = (CHECKOUT / "docs" / "measured.md").read_text("utf-8")
    for words in (
        "143,000 to 154,000 messages/s",
        "a second run with nothing new | | 2.5 s",
        "grown by 1 % | | 34 s",
        "the road over the plain script | Debian's Python 3.13 | 3.3 times its time",
    ):
        assert words in page


@pytest.mark.parametrize(("seconds", "word"), [(0.001, "met"), (1.0, "MISSED")])
def test_a_bar_of_every_size_is_met_or_missed(seconds: float, word: str) -> None:
    taken = Taken("reading", OURS, 100, "texts", seconds, 1.0, 1.0)
    assert word_of("reading", "a_second", taken).word == word


@pytest.mark.parametrize(
    ("messages", "seconds", "word"),
    [
        (1_000_000, 7.1, "MISSED"),
        (1_000_000, 6.9, "met"),
        (500_000, 1.0, "met"),
        (499_999, 1.0, "not told: it is of 1,000,000 messages"),
        (2_000_001, 1.0, "not told: it is of 1,000,000 messages"),
    ],
)
def test_a_bar_of_one_size_tells_nothing_of_others(messages: int, seconds: float, word: str) -> None:
    taken = Taken("intake", OURS, messages, "messages", seconds, 1.0, 1.0)
    assert word_of("intake", "a_second", taken).word == word


@pytest.mark.parametrize(
    ("ours", "theirs", "word"), [(7, 7, "met"), (6, 7, "MISSED"), (8, 7, "MISSED"), (0, 0, "met")]
)
def test_an_exact_join_finds_as_many(ours: int, theirs: int, word: str) -> None:
    taken = (
        Taken("copies", OURS, 9, "texts", 1.0, 1.0, 1.0, ours),
        Taken("copies", "all-pairs", 9, "texts", 1.0, 1.0, 1.0, theirs),
    )
    assert word_of("copies", "same_found", *taken).word == word


def test_what_was_not_measured_is_neither() -> None:
    assert word_of("copies", "same_found").word == "not measured"
    assert word_of("intake", "ratio", Taken("intake", "json-load", why="no JSON")).word == "not measured"
    assert word_of("grown", "seconds", Taken("grown", OURS, why="pages")).word == "not measured"


def test_beside_another_it_is_the_ratio_that_is_judged() -> None:
    slow = Taken("intake", "json-load", 100, "messages", 21.0, 1.0, 2000.0)
    assert word_of("intake", "ratio", slow).value == pytest.approx(10.5)
    assert word_of("intake", "ratio", slow).word == "met"
    assert word_of("intake", "memory_ratio", slow).value == 40.0
