"""Who brings the posts of a channel into groups."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account, groups, reasons

_FORWARDS = {"forwards_channel", "forward_one_channel", "forwards_other"}
_AD = "vers binnen uit eigen voorraad, vraag de kaart nummer {}"


def _market(*, others: dict[int, str] | None = None) -> Market:
    """Two sellers: 1 has a channel, 2 an account of its own; 3 is the account that forwards."""
    market = Market(names={1: "De Apotheek", 3: "Kees"} | (others or {}), channels={1})
    for who in (1, 2, 3):
        for day in range(3):
            market.post(who, _AD.format(who * 1000 + day), day=day, chat=who)
    return market


def _forward(
    market: Market, who: int, number: int = 1000, *, source: str = "De Apotheek", day: float = 5
) -> None:
    market.post(who, _AD.format(number), day=day, chat=9, forwarded_from=source)


def test_one_forward_of_a_channel_is_a_reason_by_its_name_alone(engine: DuckDBEngine) -> None:
    market = _market()
    _forward(market, 3)
    made = market.link(engine)
    assert reasons(made, 1, 3)["forwards_channel"] > 3
    assert "forwards_channel" not in reasons(made, 1, 2)


def test_one_forward_of_a_person_is_none(engine: DuckDBEngine) -> None:
    market = _market()
    market.channels.clear()
    _forward(market, 3)
    assert not _FORWARDS & set(reasons(market.link(engine), 1, 3))


def test_who_forwards_many_is_tied_to_no_channel(engine: DuckDBEngine) -> None:
    market = _market(others={5: "Groothandel", 6: "Markthal"})
    market.channels |= {5, 6}
    for who in (5, 6):
        market.post(who, _AD.format(who * 1000), day=1, chat=who)
    for number, source in ((1000, "De Apotheek"), (5000, "Groothandel"), (6000, "Markthal")):
        _forward(market, 3, number, source=source)
    assert not _FORWARDS & set(reasons(market.link(engine), 1, 3))


@pytest.mark.parametrize(("number", "told"), [(1000, True), (4000, False)])
def test_a_name_that_others_bear_counts_if_the_channel_had_the_text(
    engine: DuckDBEngine, number: int, told: bool
) -> None:
    """Who takes the channel's name and forwards itself forwards another text."""
    market = _market(others={4: "De Apotheek"})
    market.post(4, _AD.format(4000), day=1, chat=4)
    _forward(market, 3, number)
    assert ("forwards_channel" in reasons(market.link(engine), 1, 3)) is told


def test_two_channels_of_one_name_are_told_apart_by_no_name(engine: DuckDBEngine) -> None:
    market = _market(others={4: "De Apotheek"})
    market.channels.add(4)
    market.post(4, _AD.format(4000), day=1, chat=4)
    _forward(market, 3, 7000)
    made = market.link(engine)
    assert "forwards_channel" not in reasons(made, 1, 3)
    assert "forwards_channel" not in reasons(made, 3, 4)


def test_that_a_channel_posts_where_nobody_else_does_speaks_not_against(engine: DuckDBEngine) -> None:
    market = _market(others={1: "De Apotheek", 3: "De Apotheek"})
    assert "other_chats" not in reasons(market.link(engine), 1, 3)
    market.channels.clear()
    assert reasons(market.link(engine), 1, 3)["other_chats"] < 0


def test_two_accounts_that_bring_one_channel_s_posts_are_a_pair(engine: DuckDBEngine) -> None:
    market = _market()
    for who in (2, 3):
        _forward(market, who)
    made = market.link(engine)
    assert reasons(made, 2, 3)["forward_one_channel"] > 3
    assert groups(made) == [[1, 2, 3]]


def test_the_more_bring_a_channel_s_posts_the_less_it_says_and_of_many_nothing(engine: DuckDBEngine) -> None:
    seen = []
    for many in (2, 6, 20):
        market = _market()
        for who in range(10, 8 + many):
            market.post(who, _AD.format(who * 1000), day=1, chat=who)
        for who in (2, 3, *range(10, 8 + many)):
            _forward(market, who)
        seen.append(reasons(market.link(engine), 1, 3).get("forwards_channel", 0.0))
    assert seen[0] > seen[1] > seen[2] == 0


def test_a_channel_and_an_account_that_forward_each_other_count_once(engine: DuckDBEngine) -> None:
    market = _market()
    for day in range(4):
        _forward(market, 3, day=5 + day)
        market.post(
            1, _AD.format(3000), day=5 + day, chat=1, forwarded_from="Kees", forwarded_from_id=account(3)
        )
    made = market.link(engine)
    assert "forwards_other" not in reasons(made, 1, 3)
    again = _market()
    again.messages, again.offers = market.messages, market.offers
    assert again.link(engine, shuffle=3)["links"].equals(made["links"])
