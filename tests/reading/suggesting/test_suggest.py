import random

import pytest

from schakel.reading.offers import read_text
from schakel.reading.suggesting.suggest import Suggestion, suggest
from schakel.reading.terms.lexicon import in_force
from tests.reading.suggesting.market import market
from tests.reading.suggesting.words import term


@pytest.fixture(scope="module")
def found() -> list[Suggestion]:
    before = read_text("zeeparels 1 gram 25 euro te koop")
    made = suggest(market(), most=10)
    assert read_text("zeeparels 1 gram 25 euro te koop") == before  # nothing is left in force
    return made


def of(found: list[Suggestion], word: str) -> Suggestion:
    return next(one for one in found if one.word == word)


def test_words_that_stand_where_goods_stand_come_first(found: list[Suggestion]) -> None:
    assert {"zeeparels", "cocahine"} == {one.word for one in found[:2]}
    assert "🪼" in {one.word for one in found}


def test_words_of_the_trade_that_are_no_goods_stay_behind(found: list[Suggestion]) -> None:
    words = [one.word for one in found]
    assert "zonnebril" not in words
    assert not {"groet", "bezorgen", "euro", "gram", "amsterdam"} & set(words)
    if "kwaliteit" in words:
        assert words.index("kwaliteit") > words.index("🪼")


def test_known_words_are_not_proposed(found: list[Suggestion]) -> None:
    assert not {"coke", "ketamine", "speed", "xtc"} & {one.word for one in found}
    with in_force((term("zeeparels"),)):
        assert "zeeparels" not in {one.word for one in suggest(market(), most=10)}


def test_prices_tell_what_a_word_means(found: list[Suggestion]) -> None:
    assert of(found, "zeeparels").commodity == "ketamine"
    assert of(found, "zeeparels").share > 0.5
    assert of(found, "🪼").commodity == "ketamine"


def test_a_spelling_of_a_known_word_means_what_that_means(found: list[Suggestion]) -> None:
    one = of(found, "cocahine")
    assert (one.commodity, one.share) == ("cocaine", 1.0)
    assert any(reason.rule == "spelling of a known word" for reason in one.reasons)


def test_counts_weight_and_reasons(found: list[Suggestion]) -> None:
    one = of(found, "zeeparels")
    assert (one.posts, one.accounts, one.elsewhere) == (12, 12, 0)
    assert 0.3 <= one.weight <= 2.0
    assert one.ambiguous  # far too little talk was seen to say that the word never means anything else
    assert any(reason.rule == "stands above a list of amounts" for reason in one.reasons)


def test_three_contexts_of_different_accounts_without_contacts(found: list[Suggestion]) -> None:
    for one in found:
        assert len(one.contexts) <= 3
        assert not any("@seller" in context or "0612345" in context for context in one.contexts)
    contexts = of(found, "zeeparels").contexts
    assert len(set(contexts)) >= 1
    assert all("zeeparels" in context for context in contexts)


def test_the_order_of_posts_changes_nothing(found: list[Suggestion]) -> None:
    posts = market()
    random.Random(3).shuffle(posts)
    again = suggest(posts, most=10)
    assert [(one.word, one.score, one.commodity) for one in again] == [
        (one.word, one.score, one.commodity) for one in found
    ]


def test_rare_words_and_empty_markets() -> None:
    assert suggest([]) == []
    assert suggest([post for post in market() if not post.trade]) == []
    (best,) = suggest(market(), least=6, most=1)
    assert best.word in {"cocahine", "zeeparels"}
