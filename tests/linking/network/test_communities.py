from schakel.linking.network.communities import find_communities
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account


def _talk(market: Market, one: int, other: int, times: int) -> None:
    """`one` answers `other` so many times."""
    first = len(market.messages) + 1
    market.post(other, f"coke {first}", day=0)
    for number in range(times):
        market.post(one, f"ja {number}", act=None, reply_to=first, day=1)


def _two_circles(engine: DuckDBEngine, *, turned: bool = False) -> dict[str, dict[str, object]]:
    market = Market()
    pairs = [
        (a, b, 5) for circle in ((1, 2, 3, 4), (11, 12, 13, 14)) for a in circle for b in circle if a != b
    ]
    for one, other, times in [*pairs, (20, 1, 3), (20, 11, 2)][:: -1 if turned else 1]:
        _talk(market, one, other, times)
    made = market.link(engine)
    engine.write(made["links"], "links")
    rows = find_communities(engine)["communities"].to_pylist()
    return {row["account_id"]: row for row in rows}


def test_two_circles_are_two_communities_and_who_is_in_both_is_a_bridge(engine: DuckDBEngine) -> None:
    rows = _two_circles(engine)
    one = {rows[account(n)]["community_id"] for n in (1, 2, 3, 4)}
    other = {rows[account(n)]["community_id"] for n in (11, 12, 13, 14)}
    assert len(one) == len(other) == 1
    assert one != other
    assert (rows[account(20)]["ties"], rows[account(20)]["reached"]) == (5.0, 1)
    assert rows[account(20)]["outside"] in {0.4, 0.6}
    assert rows[account(2)]["outside"] == 0.0


def test_the_order_of_messages_does_not_matter(engine: DuckDBEngine) -> None:
    one, other = _two_circles(engine), _two_circles(engine, turned=True)
    assert one == other


def test_no_ties_no_communities(engine: DuckDBEngine) -> None:
    assert find_communities(engine)["communities"].num_rows == 0
