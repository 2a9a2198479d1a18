"""Ties between accounts by month: each kind from the messages that make it, and keepers by what they did."""

from schakel.records import ids
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account

_WALLET = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"


def _market() -> Market:
    market = Market()
    market.post(
        1, f"coke 1g 50 btc {_WALLET}", contacts=[f"btc:{_WALLET}", "username:snow"], prices=[(1, 50)]
    )
    market.post(2, "wiet 5g 40 dm @groen", contacts=["username:groen"], prices=[(5, 40)])
    market.post(3, "heb je nog", act=None, reply_to=1, day=1)
    market.post(3, "top geleverd", act="vouch", reply_to=1, day=40)
    market.post(4, "oplichter @groen", act="warning", contacts=["username:groen"], day=41)
    market.post(5, f"gestuurd naar {_WALLET}", act=None, contacts=[f"btc:{_WALLET}"], day=41)
    market.post(6, "", act=None, day=42)
    market.messages[-1] |= {"kind": "service", "action": "pin_message"}
    market.post(6, "", act=None, day=43)
    market.messages[-1] |= {"kind": "service", "action": "join_group_by_link"}
    return market


def test_each_kind_of_tie_in_its_month(engine: DuckDBEngine) -> None:
    made = _market().link(engine)
    rows = {
        (str(row["month"]), row["kind"], row["left_id"], row["right_id"]): row["messages"]
        for row in made["network"].to_pylist()
    }
    assert rows == {
        ("2026-01-01", "replies", account(3), account(1)): 1,
        ("2026-02-01", "replies", account(3), account(1)): 1,
        ("2026-02-01", "vouches", account(3), account(1)): 1,
        ("2026-02-01", "warns", account(4), account(2)): 1,
        ("2026-02-01", "mentions", account(4), account(2)): 1,
        ("2026-02-01", "pays", account(5), account(1)): 1,
        ("2026-02-01", "keeps", account(6), ids.chat_id("channel", 1, "")): 1,
    }


def test_links_hold_the_same_ties_added_up(engine: DuckDBEngine) -> None:
    made = _market().link(engine, shuffle=5)
    ties = {row["kind"]: row["reasons"][0]["detail"] for row in made["links"].to_pylist()}
    assert ties == {
        "mentions": "messages: 1",
        "pays": "messages: 1",
        "replies": "messages: 2",
        "vouches": "messages: 1",
        "warns": "messages: 1",
    }


def test_names_and_money_in_messages_that_reading_passed_over(engine: DuckDBEngine) -> None:
    market = _market()
    market.post(7, "wiet, betalen op NL91ABNA0417164300", contacts=["iban:NL91ABNA0417164300"], day=1)
    before = {
        (row["kind"], row["left_id"], row["right_id"]) for row in market.link(engine)["links"].to_pylist()
    }
    market.post(8, f"net gestuurd naar {_WALLET}!", act=None, day=50)
    market.post(9, "staat op nl91 ABNA 0417 1643 00 vriend", act=None, day=50)
    mark = {"type": "mention", "value": None, "start": 3, "end": 8}
    market.post(10, "he @snow ben je er", act=None, day=50, entities=[mark])
    market.post(11, f"let op {_WALLET[:-1]}x en NL91ABNA0417164301", act=None, day=50)
    market.post(12, f"gestuurd naar {_WALLET}", act=None, day=50, forwarded_from="Iemand")
    after = {
        (row["kind"], row["left_id"], row["right_id"]) for row in market.link(engine)["links"].to_pylist()
    }
    assert after - before == {
        ("pays", account(8), account(1)),
        ("pays", account(9), account(7)),
        ("mentions", account(10), account(1)),
    }
