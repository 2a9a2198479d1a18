"""Ways of two accounts: hours, chats, places, prices, writing."""

import pytest

from schakel.linking.comparing.agreement import LIKENESSES, curve_weight, sentence
from schakel.linking.weights import load_settings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, groups, reasons

_WARES = ["verse coke", "speed van de plank", "goede keta", "wiet uit eigen tuin"]


def _posting(market: Market, who: int, hour: float, chat: int, sign: str, price: int, name: str) -> None:
    """Twelve ads of an account: at one hour, in one chat, in one way of writing."""
    market.names[who] = name
    for day in range(12):
        text = f"{sign} {_WARES[who % 4]} nummer {who * 31 + day} {sign}"
        market.post(
            who, text, day=day + hour / 24, chat=chat, prices=[(1, price), (5, price * 4), (10, price * 7)]
        )


def _market() -> Market:
    market = Market()
    _posting(market, 1, 9, 1, ">>!!", 50, "Snowman Utrecht")
    _posting(market, 2, 9, 1, ">>!!", 50, "Snowman Utrecht 2")
    _posting(market, 3, 21, 2, "~*~", 61, "Snowman Utrecht 3")
    for who in range(10, 30):
        _posting(market, who, who % 24, who % 7, "=-"[who % 2], 40 + who, f"iemand {who * 7919}")
    return market


def test_the_same_hours_chats_prices_and_writing_speak_for_one_seller(engine: DuckDBEngine) -> None:
    made = _market().link(engine)
    seen = reasons(made, 1, 2)
    for rule in ("same_hours", "same_chats", "same_prices", "writes_alike"):
        assert seen[rule] > 0, rule
    other = reasons(made, 1, 3)
    for rule in ("other_hours", "other_chats", "other_prices"):
        assert other[rule] < 0, rule
    assert [1, 2] in groups(made)
    assert [3] in groups(made)


def test_ways_alone_compare_nobody_and_are_capped(engine: DuckDBEngine) -> None:
    made = _market().link(engine)
    most = load_settings().cluster["ways_cap"]
    for row in made["links"].to_pylist():
        ways = [r["weight"] for r in row["reasons"] if r["rule"] in LIKENESSES]
        assert abs(sum(ways)) <= most + 0.01
        if row["kind"] == "same-seller":
            assert len(ways) < len(row["reasons"])
    assert load_settings().prior + most < load_settings().cluster["threshold"]


@pytest.mark.parametrize("curve", ["same_hours", "same_chats", "same_area", "same_prices", "writes_alike"])
def test_the_more_alike_the_more_it_weighs(curve: str) -> None:
    weights = [curve_weight(curve, value / 10) for value in range(-20, 41)]
    assert weights == sorted(weights)
    assert weights[0] < 0 < weights[-1]


def test_every_likeness_has_a_sentence() -> None:
    for rule in LIKENESSES:
        assert sentence(rule).endswith(".")
