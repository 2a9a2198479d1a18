from schakel.linking.copies.campaigns import find_campaigns
from schakel.records import ids
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account

_AD = "verse coke {} euro per gram snel bezorgd in heel {} en omgeving stuur een bericht voor meer fotos"


def test_copies_of_two_sellers_are_one_campaign_and_the_first_is_named(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(2, _AD.format(60, "breda"), day=5)
    market.post(1, _AD.format(50, "breda"), day=1)
    market.post(1, _AD.format(50, "breda"), day=2, chat=2)
    market.post(3, "heel wat anders te koop vandaag vuurwerk", day=0)
    market.post(3, "wie heeft er coke", day=0, act="request")
    market.write(engine)
    made = find_campaigns(engine)
    assert made["campaigns"].num_rows == 4
    first = ids.make_id("k", ids.text_id(_AD.format(50, "breda")))
    rows = {row["campaign_id"]: row for row in made["templates"].to_pylist()}
    assert len(rows) == 2
    row = rows[first]
    assert (row["texts"], row["copies"], row["accounts"], row["chats"]) == (2, 3, 2, 2)
    assert row["first_account_id"] == account(1)
    assert row["template"] == _AD.format("<price>", "breda")
    assert {r["campaign_id"] for r in made["campaigns"].to_pylist() if r["account_id"] == account(2)} == {
        first
    }


def test_the_id_stays_when_later_copies_come(engine: DuckDBEngine) -> None:
    market = Market()
    market.post(1, _AD.format(50, "breda"), day=1)
    market.write(engine)
    before = find_campaigns(engine)["campaigns"].to_pylist()
    market.post(2, _AD.format(70, "breda"), day=9)
    market.write(engine)
    after = find_campaigns(engine)["campaigns"].to_pylist()
    assert {r["campaign_id"] for r in after} == {r["campaign_id"] for r in before}


def test_no_offers_and_empty_offers(engine: DuckDBEngine) -> None:
    Market().write(engine)
    assert {name: table.num_rows for name, table in find_campaigns(engine).items()} == {
        "campaigns": 0,
        "templates": 0,
    }
    market = Market()
    market.post(1, "")
    market.post(1, " \n ")
    market.write(engine)
    assert find_campaigns(engine)["templates"]["template"].to_pylist() == ["", ""]


_LONG = "{} wij zijn open tot laat bel of app {} coke {} euro per gram keta {} euro wij rijden heel {} en ook {} vraag naar de deals"


def test_an_ad_with_other_prices_places_and_contacts_is_one_campaign(engine: DuckDBEngine) -> None:
    market = Market()
    told = [("06-12345678", 50, 20, "Utrecht", "Zeist"), ("06-87654321", 60, 25, "Nieuwegein", "De Bilt")]
    for number, (phone, coke, keta, one, other) in enumerate(told):
        text = _LONG.format("menu", phone, coke, keta, one, other)
        places = [
            {"name": name, "start": text.index(name), "end": text.index(name) + len(name)}
            for name in (one, other)
        ]
        market.post(number, text, day=number, places=places)
    market.post(3, _LONG.format("menu", "06-1", 50, 20, "morgen", "overdag"), day=3)  # no places
    market.post(4, "coke 50 Utrecht", day=4)
    market.post(4, "coke 60 Utrecht", day=5)  # too little is left of these
    market.write(engine)
    rows = find_campaigns(engine)["templates"].to_pylist()
    assert sorted(row["texts"] for row in rows) == [1, 1, 1, 2]
    (one,) = [row for row in rows if row["texts"] == 2]
    assert one["first_account_id"] == account(0)
    assert "<place>" in one["template"]
    assert "<price>" in one["template"]
    assert "<contact>" in one["template"]
