from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.clusters import Ruling, cluster
from schakel.linking.scoring import Link


def _link(left: str, right: str, lr: float) -> Link:
    return Link(min(left, right), max(left, right), lr, ())


def test_strong_pairs_merge_and_weak_ones_do_not() -> None:
    links = [_link("a", "b", 6), _link("b", "c", 4)]
    assert cluster("abc", links, []) == [["a", "b"], ["c"]]


def test_one_weak_link_does_not_chain_two_crews() -> None:
    crews = [_link("a", "b", 7), _link("c", "d", 7), _link("b", "c", 5.3)]
    assert cluster("abcd", crews, []) == [["a", "b"], ["c", "d"]]
    assert cluster("bc", [_link("b", "c", 5.3)], []) == [["b", "c"]]
    assert cluster("abcd", [*crews, _link("a", "d", 5.3)], []) == [["a", "b", "c", "d"]]


def test_evidence_against_keeps_groups_apart() -> None:
    links = [_link("a", "b", 7), _link("b", "c", 6.0), _link("a", "c", -2.0)]
    assert cluster("abc", links, []) == [["a", "b"], ["c"]]


def test_rulings_go_before_evidence_and_the_last_one_wins() -> None:
    strong = [_link("a", "b", 9)]
    assert cluster("ab", strong, [Ruling(1, "a", "b", False)]) == [["a"], ["b"]]
    assert cluster("ab", [], [Ruling(1, "a", "b", True)]) == [["a", "b"]]
    assert cluster("ab", [], [Ruling(1, "a", "b", False), Ruling(2, "a", "b", True)]) == [["a", "b"]]
    assert cluster("ab", strong, [Ruling(2, "a", "b", False), Ruling(1, "a", "b", True)]) == [["a"], ["b"]]


def test_a_bar_holds_for_whole_groups() -> None:
    links = [_link("a", "b", 9), _link("b", "c", 9)]
    made = cluster("abc", links, [Ruling(1, "a", "c", False)])
    assert made == [["a", "b"], ["c"]]
    made = cluster("abcd", [_link("a", "c", 9)], [Ruling(1, "a", "d", False), Ruling(2, "c", "d", True)])
    assert made == [["a"], ["b"], ["c", "d"]]


_NODES = st.sampled_from("abcdefgh")
_LINKS = st.lists(st.tuples(_NODES, _NODES, st.floats(-4, 9)).filter(lambda t: t[0] < t[1]), max_size=25)
_RULINGS = st.lists(st.tuples(_NODES, _NODES, st.booleans()).filter(lambda t: t[0] < t[1]), max_size=5)


@settings(max_examples=200, deadline=None)
@given(links=_LINKS, ruled=_RULINGS, chance=st.randoms(use_true_random=False))
def test_every_account_once_in_any_order_and_no_ruling_broken(links, ruled, chance) -> None:  # type: ignore[no-untyped-def]
    pairs = [_link(a, b, round(lr, 4)) for (a, b), lr in {(a, b): lr for a, b, lr in links}.items()]
    words = [Ruling(n, a, b, same) for n, (a, b, same) in enumerate(ruled)]
    made = cluster("abcdefgh", pairs, words)
    assert sorted(x for group in made for x in group) == list("abcdefgh")
    shuffled, mixed = list(pairs), list(words)
    chance.shuffle(shuffled)
    chance.shuffle(mixed)
    assert cluster("hgfedcba", shuffled, mixed) == made
    if words and not words[-1].same:
        assert not any({words[-1].left, words[-1].right} <= set(group) for group in made)
    if words and words[-1].same:
        assert any({words[-1].left, words[-1].right} <= set(group) for group in made)
