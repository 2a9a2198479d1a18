"""Pairs within the window are found exactly, whatever the order of the posts."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.copies.coordination import Posts, coordinated, edges

_ROW = st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 40))


def _posts(rows: list[tuple[int, int, int]]) -> Posts:
    things, accounts, seconds = (np.array([row[at] for row in rows], np.int64) for at in range(3))
    return Posts(things, accounts, np.arange(len(rows)), seconds)


@settings(max_examples=60, deadline=None)
@given(st.lists(_ROW, max_size=14))
def test_all_pairs_and_no_others(rows: list[tuple[int, int, int]]) -> None:
    found = coordinated(_posts(rows), 10, 1)
    expected = {
        frozenset((one, other))
        for (one, a), (other, b) in combinations(enumerate(rows), 2)
        if a[0] == b[0] and a[1] != b[1] and abs(a[2] - b[2]) <= 10
    }
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert {frozenset(pair) for pair in pairs} == expected
    assert len(pairs) == len(expected)


def test_who_takes_part_once_is_left_out_and_the_heaviest_edge_stands_out() -> None:
    together = [(thing, account, 100 * thing + account) for thing in range(3) for account in (0, 1)]
    rows = [*together, (0, 2, 3), (0, 3, 500), (1, 3, 900), (2, 4, 203), (1, 4, 700)]
    posts = _posts(rows)
    network = edges(posts, coordinated(posts, 10))
    told = {
        (a, b): w
        for a, b, w in zip(
            network.left.tolist(), network.right.tolist(), network.weight.tolist(), strict=True
        )
    }
    assert told == {(0, 1): 3, (0, 4): 1, (1, 4): 1}
    assert network.heavy.tolist() == [True, False, False]
