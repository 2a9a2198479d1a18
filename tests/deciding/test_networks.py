from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from schakel.deciding.networks import Tie, networks

ties = st.lists(
    st.tuples(st.integers(0, 15), st.integers(0, 15), st.integers(1, 9)).filter(lambda t: t[0] < t[1]),
    max_size=25,
    unique_by=lambda t: t[:2],
).map(lambda some: [Tie(f"s_{a:02}", f"s_{b:02}", float(c)) for a, b, c in some])


@given(ties)
def test_without_a_ceiling_they_are_the_connected_components(found: list[Tie]) -> None:
    made = networks(found, 100)
    ends = [(int(t.one[2:]), int(t.other[2:])) for t in found]
    graph = coo_array(([1] * len(ends), tuple(zip(*ends, strict=True)) or ([], [])), shape=(16, 16))
    labels = connected_components(graph, directed=False)[1]
    pairs = [(f"s_{a:02}", f"s_{b:02}") for a in range(16) for b in range(a + 1, 16)]
    for one, other in pairs:
        same = labels[int(one[2:])] == labels[int(other[2:])]
        assert (made.network.get(one, one) == made.network.get(other, other)) == same


@given(ties, st.integers(1, 6), st.randoms(use_true_random=False))
def test_none_is_larger_than_allowed_and_order_does_not_matter(found, largest, chance) -> None:  # type: ignore[no-untyped-def]
    made = networks(found, largest)
    assert all(1 < size <= largest for size in Counter(made.network.values()).values())
    chance.shuffle(found)
    assert networks(found, largest) == made


def test_the_weakest_tie_is_cut_first() -> None:
    found = [Tie("s_a", "s_b", 5.0), Tie("s_b", "s_c", 1.0), Tie("s_c", "s_d", 4.0)]
    made = networks(found, 2).network
    assert made["s_a"] == made["s_b"] != made["s_c"] == made["s_d"]
    assert networks(found, 2).tied == {"s_a": 1, "s_b": 2, "s_c": 2, "s_d": 1}
