import pyarrow.compute as pc

from schakel.linking.network.contacts import map_contacts
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account


def test_replies_forwards_and_mentions(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(1, "coke", day=0)
    market.post(2, "betrouwbaar", act="vouch", reply_to=1)
    market.post(2, "weg", act=None, reply_to=99)
    market.post(3, "coke", act=None, forwarded_from="Een", forwarded_from_id=account(1))
    spans = {"start": 0, "end": 3}
    market.post(
        4,
        "@een zie user",
        act=None,
        entities=[
            spans | {"type": "mention", "value": "@een"},
            spans | {"type": "mention_name", "value": "1"},
            spans | {"type": "bold", "value": None},
        ],
    )
    market.write(engine)
    rows = map_contacts(engine)["mentions"].to_pylist()
    told = {(r["account_id"], r["kind"], r["target_account_id"], r["target"]) for r in rows}
    assert told == {
        (account(2), "reply", account(1), "1"),
        (account(2), "reply", None, "99"),
        (account(3), "forward", account(1), "Een"),
        (account(4), "mention", None, "@een"),
        (account(4), "mention", account(1), "1"),
    }
    assert len(rows) == 5


def test_an_answered_number_in_another_chat_is_another_message(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(1, "coke", chat=1)
    market.post(2, "ja", act=None, chat=2, reply_to=1)
    market.write(engine)
    assert map_contacts(engine)["mentions"]["target_account_id"].to_pylist() == [None]


def test_who_is_named_twice_in_a_message_counts_once(engine: DuckDBEngine) -> None:
    market = Market()
    spans = {"start": 0, "end": 3}
    named = [spans | {"type": "mention", "value": value} for value in ("@een", "@twee", "@een")]
    market.post(4, "@een en @twee en @een", act=None, entities=named)
    market.write(engine)
    assert map_contacts(engine)["mentions"]["target"].to_pylist() == ["@een", "@twee"]


def test_a_name_that_is_only_marked_is_taken_from_the_text(engine: DuckDBEngine) -> None:
    market = Market()
    marked = [{"type": "mention", "value": None, "start": start, "end": start + 4} for start in (2, 10)]
    market.post(4, "\U0001f525 @een en @two", act=None, entities=marked)
    market.write(engine)
    assert map_contacts(engine)["mentions"]["target"].to_pylist() == ["@een", "@two"]


def test_who_is_called_by_the_display_name_is_mentioned(engine: DuckDBEngine) -> None:
    market = Market(names={1: "Lucky Boef", 2: "klant", 3: "Holland_Kado"})
    market.post(1, "coke 50", day=0)
    market.post(3, "wiet 10", day=0)
    market.post(2, "luckyboef is top", act="vouch", day=1)
    market.post(2, "LET OP Holland Kado = scam", act="warning", day=2)
    market.post(2, "Holland Kado, ben je er?", act="request", day=3)  # no word about somebody
    market.write(engine)
    rows = map_contacts(engine)["mentions"].to_pylist()
    assert {(r["account_id"], r["kind"], r["target_account_id"], r["target"]) for r in rows} == {
        (account(2), "name", account(1), "luckyboef"),
        (account(2), "name", account(3), "Holland Kado"),
    }
    assert len(rows) == 2


def test_a_username_that_no_ad_gives_is_told_by_the_name_in_praise_warnings_lists_and_questions(
    engine: DuckDBEngine,
) -> None:
    market = Market(names={1: "Lucky Boef", 2: "klant"})
    market.post(1, "coke 50", day=0)
    market.post(2, "@luckyboef_020 is top", act="vouch", day=1)
    market.post(2, "let op @luckyboef99", act="warning", day=2)
    market.post(2, "is @luckyboef legit?", act=None, day=3)
    market.post(2, "Scamlijst: @luckyboef", act=None, day=4)
    market.post(2, "@luckyboef half uur te laat maar ok", act=None, day=5)
    market.post(2, "@luckyboef komt ook naar het feest", act=None, day=6)  # no word about a seller
    market.write(engine)
    rows = map_contacts(engine)["mentions"].filter(pc.field("kind") == "name").to_pylist()
    assert {row["target_account_id"] for row in rows} == {account(1)}
    assert len(rows) == 5
