import pytest

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
    assert trees.odds(nothing) < 0 < trees.odds(deal)
