from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.evaluation.pairs import pairwise, recall_by_kind


def test_pairs_right_missed_and_wrong() -> None:
    holder = {"a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b", "c1": "c"}
    quality = pairwise([["a1", "a2"], ["a3", "c1"], ["b1"], ["b2"]], holder)
    assert (quality.true, quality.found, quality.right) == (4, 2, 1)
    assert (quality.precision.value, quality.recall.value) == (0.5, 0.25)
    assert abs(quality.f1.value - 1 / 3) < 1e-9
    assert (quality.false_clusters, quality.largest_false) == (1, 2)
    assert quality.recall.low <= 0.25 <= quality.recall.high


def test_accounts_without_a_known_holder_are_left_out() -> None:
    quality = pairwise([["a1", "x", "a2"]], {"a1": "a", "a2": "a"})
    assert (quality.found, quality.right, quality.false_clusters) == (1, 1, 0)


def test_nothing_to_find_is_no_error() -> None:
    quality = pairwise([], {})
    assert (quality.true, quality.f1.value, quality.largest_false) == (0, 0.0, 0)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_counts_are_those_of_all_pairs_one_by_one(places: list[tuple[int, int]]) -> None:
    holder = {str(n): str(h) for n, (h, _) in enumerate(places)}
    groups = [[str(n) for n, (_, g) in enumerate(places) if g == group] for group in range(5)]
    quality = pairwise(groups, holder)
    pairs = list(combinations(places, 2))
    assert quality.true == sum(a[0] == b[0] for a, b in pairs)
    assert quality.found == sum(a[1] == b[1] for a, b in pairs)
    assert quality.right == sum(a == b for a, b in pairs)


def test_recall_is_told_by_kind_of_account() -> None:
    holder = {"a1": "a", "a2": "a", "a3": "a"}
    kind = {"a1": "main", "a2": "backup", "a3": "backup"}
    told = recall_by_kind([["a1", "a2"], ["a3"]], holder, kind)
    assert told == {"backup + backup": (0, 1), "backup + main": (1, 2)}
