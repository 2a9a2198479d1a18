import tomllib
from importlib.resources import files

import pytest

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.spellings import spellings


@pytest.mark.parametrize("name", ["units", "money", "number_words", "scale_thresholds"])
def test_every_list_says_its_version_source_and_review_date(name: str) -> None:
    table = tomllib.loads(files("schakel.lexicons").joinpath(f"{name}.toml").read_text("utf-8"))
    assert table["version"]
    assert table["source"]
    assert table["reviewed"]


def test_words_are_known_with_and_without_marks() -> None:
    assert spellings("Stück") == ("stück", "stück".replace("ü", "u"))
    words = load_measure_words().words
    assert words["stuck"].unit == words["stück"].unit == "piece"


def test_street_measures_are_weights() -> None:
    words = load_measure_words().words
    assert {w: words[w].factor for w in ("8-ball", "achtje", "quarter", "ounce", "zip")} == {
        "8-ball": 3.5,
        "achtje": 3.5,
        "quarter": 7.0,
        "ounce": 28.0,
        "zip": 28.0,
    }


def test_a_word_may_be_unit_and_money() -> None:
    pound = load_measure_words().words["pounds"]
    assert (pound.unit, pound.factor, pound.currency) == ("g", 448.0, "GBP")
