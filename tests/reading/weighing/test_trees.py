import random

import pytest

from schakel.reading.terms.lexicon import load_lexicons
from schakel.reading.terms.line_letters import letter_terms
from schakel.reading.weighing.trees import Trees, load_goods_trees

TREE = ("number", 0.5, "emoji", 0.5, "weight", 1.5, -0.3, 0.1, 0.2, 0.9)


@pytest.mark.parametrize(
    ("signs", "odds"),
    [
        ({}, -0.3),
        ({"emoji": 1.0}, 0.1),
        ({"number": 1.0}, 0.2),
        ({"number": 1.0, "weight": 1.5}, 0.2),
        ({"number": 1.0, "weight": 2.0, "emoji": 1.0}, 0.9),
    ],
)
def test_a_tree_asks_two_questions(signs: dict[str, float], odds: float) -> None:
    assert Trees(0.0, [TREE]).odds(signs) == pytest.approx(odds)


def test_trees_add_up_to_the_prior() -> None:
    assert Trees(-1.0, [TREE, TREE]).odds({}) == pytest.approx(-1.6)


def test_a_word_has_a_weight_of_its_own_where_it_was_seen() -> None:
    trees = Trees(0.0, [TREE], {"cocaine": {"wit": -0.2}})
    assert (
        trees.of_word("wit", "cocaine"),
        trees.of_word("wit", "heroin"),
        trees.of_word("sos", "cocaine"),
    ) == (-0.2, 0, 0)


def test_the_shipped_weights_of_words_are_of_listed_words() -> None:
    listed = {
        (term.written, term.concept)
        for term in load_lexicons().terms
        if term.kind == "commodity" and term.ambiguous
    }
    listed |= {(term.written, term.concept) for term in letter_terms()}
    told = {(word, concept) for concept, words in load_goods_trees().words.items() for word in words}
    assert len(told) > 500
    assert told <= listed


def test_the_shipped_trees_tell_goods_from_none() -> None:
    trees = load_goods_trees()
    nothing = {"only ware on its line": 1.0, "talk of food": 1.0}
    deal = {
        "number after": 1.0,
        "number on line": 1.0,
        "measure on line": 1.0,
        "weight of word": 1.5,
        "contact given": 1.0,
    }
    like_an_ad, like_a_recipe = {"wording of trade": 1.0}, {"wording of trade": -1.0}
    assert trees.odds(nothing | like_a_recipe) < trees.odds(nothing | like_an_ad) < 0
    assert trees.odds(deal | like_a_recipe) < 0 < trees.odds(deal | like_an_ad)


def test_many_at_once_get_the_same_odds_to_the_last_bit() -> None:
    trees, chance = load_goods_trees(), random.Random(20261126)
    names = sorted({sign for tree in trees.trees for sign in (tree[0], tree[2], tree[4])} | {"unheard of"})
    many = [
        {
            name: chance.choice((1.0, chance.uniform(-3, 3)))
            for name in chance.sample(names, chance.randrange(9))
        }
        for _ in range(200)
    ]
    assert trees.odds_of(many) == [trees.odds(signs) for signs in many]
    assert trees.odds_of([]) == []
    assert Trees(0.25, []).odds_of(many) == [0.25] * len(many)
