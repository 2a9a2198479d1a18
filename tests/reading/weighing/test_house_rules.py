"""Lines that stand above and below any ad are left out of it."""

import pytest

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.house_rules import without_house_rules


def test_house_rules_and_greetings_are_blanked_and_places_stay() -> None:
    plain = plain_text("Weekend!!\nkom langs voor haze\ngeen minderjarigen!").plain
    left = without_house_rules(plain)
    assert len(left) == len(plain)
    assert left.split("\n")[1:2] == ["kom langs voor haze"]
    assert left.replace("kom langs voor haze", "").strip(" !\n") == ""


@pytest.mark.parametrize(
    "text", ["haze\ncash only", "haze\nnur bar", "haze\nseulement cash", "haze\nне звонить"]
)
def test_rules_are_told_in_several_languages(text: str) -> None:
    assert (
        without_house_rules(plain_text(text).plain).split()
        == plain_text(text.split("\n", maxsplit=1)[0]).plain.split()
    )


def test_a_short_ad_is_one_with_such_lines_around_it() -> None:
    assert search_text("goedemorgen\nnu onderweg met keta Breda\ngeen minderjarigen!").short_ad


@pytest.mark.parametrize(
    "text", ["budget 50, wat krijg ik aan keta", "help ff xanax nodig", "keta hebben jullie dat ook?"]
)
def test_goods_in_a_buyers_frame_are_sought(text: str) -> None:
    assert search_text(text).sought
    assert read_text(text).act == "request"
