import pytest

from schakel.showing.desk.network import Ties, View, all_ties, filtered, months_of, network, proposed, without
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import QUIET_SELLER, SELLER
from tests.showing.desk.hostile_market import BUYER, add_market

# Two triangles that hang together by one actor, m.
_PAIRS = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "m"), ("m", "x"), ("x", "y"), ("y", "z"), ("x", "z")]


@pytest.fixture
def ties() -> Ties:
    names = sorted({name for pair in _PAIRS for name in pair})
    return Ties(
        names=names,
        one=[names.index(one) for one, _ in _PAIRS],
        other=[names.index(other) for _, other in _PAIRS],
        kind=[0, 0, 0, 1, 1, 0, 0, 3],
        month=["2025-10"] * 4 + ["2025-11"] * 3 + [""],
        ties=[5, 1, 1, 1, 1, 1, 1, 1],
        facts={"a": ("wholesaler", 0.2)},
    )


def test_who_is_removed_cuts_the_network(ties: Ties) -> None:
    whole = filtered(ties, View())
    assert proposed(whole, 1) in {("m",), ("c",), ("x",)}
    cut = without(whole, ("m",))
    assert (cut.before, cut.largest) == (7, (3,))
    assert cut.fragmentation_before == 0
    assert cut.fragmentation == pytest.approx(9 / 15)
    assert without(whole, ("nobody",)).removed == ()


def test_filters_by_kind_and_by_month(ties: Ties) -> None:
    assert {actor.name for actor in network(ties, View(kinds=frozenset({"forwards"})), ()).actors} == {
        "c",
        "m",
        "x",
    }
    november = network(ties, View(since="2025-11"), ())
    assert {actor.name for actor in november.actors} == {"m", "x", "y", "z"}
    assert len(november.ties) == 3  # what has no month is left out
    assert months_of(ties) == ["2025-10", "2025-11"]


def test_a_small_picture_hangs_together_and_is_the_most_tied(ties: Ties) -> None:
    seen = network(ties, View(size=3), ("a",))
    assert {actor.name for actor in seen.actors} == {"a", "b", "c"}
    assert [actor.removed for actor in seen.actors if actor.name == "a"] == [True]
    assert (seen.actors[0].strength, seen.actors[0].role) == (6.0, "wholesaler")
    assert seen.whole.size == 7


def test_around_one_actor_are_those_two_ties_away(ties: Ties) -> None:
    assert {actor.name for actor in network(ties, View(around="m"), ()).actors} == {
        "m",
        "c",
        "x",
        "a",
        "b",
        "y",
        "z",
    }
    assert {actor.name for actor in network(ties, View(around="a"), ()).actors} == {"a", "b", "c", "m"}


def test_ties_of_accounts_are_those_of_their_sellers(case: Workspace, engine: DuckDBEngine) -> None:
    add_market(case, engine)
    found = all_ties(engine)
    pairs = {
        (found.names[one], found.names[other]) for one, other in zip(found.one, found.other, strict=True)
    }
    assert pairs == {(BUYER, SELLER), (BUYER, QUIET_SELLER), (SELLER, QUIET_SELLER)}
    assert found.facts[SELLER][0] == "wholesaler"
