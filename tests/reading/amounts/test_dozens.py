"""A dozen is twelve; a number may stand before it, and half of one is six."""

import pytest

from schakel.reading.amounts.dozens import in_dozens, says_dozen
from tests.reading.market_words import items_of, told


@pytest.mark.parametrize(
    ("text", "language", "many"),
    [
        ("2 dozen xtc pills £60", "en", 24),
        ("two dozen xtc £60", "en", 24),
        ("a dozen xtc £60", "en", 12),
        ("half a dozen xtc £60", "en", 6),
        ("½ dozen xtc £60", "en", 6),
        ("twee dozijn xtc 60", "nl", 24),
        ("een half dozijn xtc 60", "nl", 6),
        ("2 Dutzend taz 60€", "de", 24),
        ("ein halbes Dutzend taz 60€", "de", 6),
        ("deux douzaines de taz 60€", "fr", 24),
        ("une demi-douzaine de taz 60€", "fr", 6),
        ("2 docenas de pastis 60€", "es", 24),
        ("media docena de pastis 60€", "es", 6),
        ("две дюжины экстази 60$", "ru", 24),
        ("полдюжины экстази 60$", "ru", 6),
        ("дюжина экстази 60$", "ru", 12),
        ("iki düzine ecstasy 60 TL", "tr", 24),
        ("yarım düzine ecstasy 60 TL", "tr", 6),
    ],
)
def test_dozens_count_twelve(text: str, language: str, many: int) -> None:
    assert told(items_of(text, language)) == f"mdma {many} pill 60"


def test_the_price_of_one_before_a_dozen_is_not_multiplied() -> None:
    assert told(items_of("xtc 1 = 6 dozen = 60", "en")) == "mdma 1 pill 6; mdma 12 pill 60"


def test_dutch_boxes_are_no_dozens() -> None:
    assert not says_dozen("dozen", "nl")
    assert says_dozen("dozen", "en")


def test_an_article_may_stand_between_a_half_and_its_dozen() -> None:
    articles = frozenset({"a"})
    assert in_dozens(["half", "a", "dozen"], 0.5, 1, articles, "en") == (6.0, 3)
    assert in_dozens(["two", "grams"], 2.0, 1, articles, "en") == (2.0, 1)
