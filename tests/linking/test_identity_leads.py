"""What a seller let slip is found with the place where it can be seen, and what is somebody else's has no value."""

import io
import json
import re
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from PIL import Image

from schakel.linking.copies.exif import told_beside
from schakel.linking.identity.leads import find_identity_leads, gather_slips
from schakel.linking.identity.slips import area_of, card, own_cards, picture_data
from schakel.linking.identity.unread import PassedOver, Reader, look_through
from schakel.records.tables import empty, from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, account, seller

_SAID = "bel anders mijn broer 0611111111 of mij op 0622222222"


def _numbers(texts: Sequence[str]) -> list[list[tuple[str, str, int, int]]]:
    """A reader that knows telephone numbers and @names."""
    kinds = {"0": "phone", "@": "username"}
    return [
        [(kinds[m[0][0]], m[0], *m.span()) for m in re.finditer(r"06[0-9]{8}|@[a-z]+", text)]
        for text in texts
    ]


def _leads(
    engine: DuckDBEngine, market: Market, photos: pa.Table | None = None, reader: Reader | None = None
) -> list[dict[str, Any]]:
    made = market.link(engine)
    finding: dict[str, Any] = {
        "finding_id": "f", "subject_id": seller(1), "kind": "home-area", "label": "Utrecht", "words": "2 of 2",
        "reasons": [{"rule": "place-named", "weight": 0.0, "messages": ["m_2", "m_1"]}],
    }  # fmt: skip
    findings = [finding, finding | {"finding_id": "g", "subject_id": "k_campaign"}]
    tables = made | {"photos": photos or empty("photos"), "findings": from_rows(findings, "findings")}
    for name, table in tables.items():
        engine.write(table, name)
    found = find_identity_leads(engine, reader=reader)
    assert find_identity_leads(engine, gather_slips(engine, reader)) == found
    if reader:
        _passed_over_once(engine, reader, found["identity_leads"])
    rows: list[dict[str, Any]] = found["identity_leads"].to_pylist()
    return rows


def _passed_over_once(engine: DuckDBEngine, reader: Reader, leads: pa.Table) -> None:
    """What was looked through before is not looked through again, but where it was for other accounts."""
    sellers = engine.read("sellers")
    accounts = sellers.filter(pc.equal(sellers["member_kind"], "account"))["member_id"]
    known = look_through(engine, accounts, reader)
    fewer = PassedOver(known.accounts.slice(1), known.contacts.slice(0, 0))
    for before, again in ((known, False), (fewer, True)):
        asked: list[str] = []

        def reads(
            texts: Sequence[str], asked: list[str] = asked
        ) -> Sequence[Sequence[tuple[str, str, int, int]]]:
            asked.extend(texts)
            return reader(texts)

        assert find_identity_leads(engine, gather_slips(engine, reads, before))["identity_leads"] == leads
        assert bool(asked) is again


def _of(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]


def _market() -> Market:
    market = Market()
    market.names |= {1: "Snow 030", 2: "Koper Kees", 3: "Hulp", 4: "Vraagt Ook"}
    market.post(1, "coke 1g 50 dm @snow030", contacts=["username:snow030"], prices=[(1, 50)])
    market.post(3, "wiet 5g 40 dm @hulpje", contacts=["username:hulpje"], prices=[(5, 40)])
    return market


def test_contacts_outside_the_trade_with_their_span_and_without_those_of_others(engine: DuckDBEngine) -> None:
    market = _market()
    said = market.post(1, _SAID, act=None, contacts=["phone:0611111111", "phone:0622222222"])
    market.post(2, "ik ben 0611111111", act=None, contacts=["phone:0611111111"])
    own, others = sorted(_of(_leads(engine, market), "outside-selector"), key=lambda row: row["third_party"])
    assert (own["value"], own["message_id"]) == ("phone:0622222222", said)
    assert _SAID[own["start"] : own["end"]] == "0622222222"
    assert others["third_party"]
    assert others["value"].startswith("p_")
    assert "0611111111" not in json.dumps(others)


def test_area_codes_older_names_and_findings(engine: DuckDBEngine) -> None:
    market = _market()
    market.names[1] = "Snow 030"
    later = market.post(1, "coke 1g 50 dm @sneeuwnl", day=20, contacts=["username:sneeuwnl"])
    market.messages[-1]["account_name"] = "Sneeuwpop"
    rows = _leads(engine, market)
    codes = _of(rows, "area-code")
    assert {row["value"] for row in codes} == {"Utrecht, Utrecht"}
    spanned = next(row for row in codes if row["start"] is not None)
    assert "coke 1g 50 dm @snow030"[spanned["start"] : spanned["end"]] == "030"
    assert [row["value"] for row in _of(rows, "older-name")] == ["Snow 030"]
    assert [row["value"] for row in _of(rows, "older-username")] == ["snow030"]
    assert all(later != row["message_id"] for row in _of(rows, "older-name"))
    (home,) = _of(rows, "home-area")  # a campaign has an area too, but lets nothing slip
    assert (home["value"], home["account_id"], home["message_id"]) == ("Utrecht", None, "m_1")


def test_a_username_twice_in_an_ad_that_is_posted_again_and_again(engine: DuckDBEngine) -> None:
    """Every copy counts; shown is the first place in the first of them."""
    market = _market()
    ad = "@sneeuw010 coke 1g 50, of via t.me/sneeuw010"
    posted = [
        market.post(4, ad, day=day, contacts=["url:t.me/sneeuw010", "username:sneeuw010"], prices=[(1, 50)])
        for day in (3, 2, 4)
    ]
    (found,) = (
        row
        for row in _of(_leads(engine, market), "area-code")
        if row["start"] is not None and row["times"] > 1
    )
    assert (found["value"], found["times"], found["message_id"]) == ("Rotterdam, Zuid-Holland", 3, posted[1])
    assert (found["start"], ad[found["start"] : found["end"]]) == (7, "010")


def test_contacts_that_reading_passed_over(engine: DuckDBEngine) -> None:
    market = _market()
    fiets = "fiets te koop bel 0644444444"
    sold = sorted(market.post(1, fiets, act=None, day=day) for day in (3, 2))
    market.post(1, "@klant mijn broer: 0655555555", act=None)
    market.post(1, "of bel 0666666666", act=None)
    market.post(2, "ik ben 0666666666", act=None)
    market.post(1, "bel 0677777777", act=None, forwarded_from="Ander")
    market.post(2, "bel mij 0688888888", act=None)  # who offers nothing has no leads
    assert _of(_leads(engine, market), "outside-selector") == []
    found = _of(_leads(engine, market, reader=_numbers), "outside-selector")
    (own,) = (row for row in found if not row["third_party"])
    assert (own["value"], own["times"], own["messages"]) == ("phone:0644444444", 2, sold)
    assert fiets[own["start"] : own["end"]] == "0644444444"
    assert len([row for row in found if row["third_party"]]) == 2
    assert all(number not in json.dumps(found) for number in ("0655555555", "0666666666", "klant"))


def test_mail_addresses_are_told(engine: DuckDBEngine) -> None:
    market = _market()
    market.post(1, "of jan@example.nl", act=None, contacts=["e-mail:jan@example.nl"])
    (found,) = _of(_leads(engine, market), "outside-selector")
    assert (found["value"], found["detail"][:9]) == ("e-mail:jan@example.nl", "an e-mail")


@pytest.mark.parametrize(
    ("area", "word"),
    [
        ("Zeist, Utrecht", "zeist"),
        ("Utrecht", "zeist"),
        ("'s-Gravenhage, Zuid-Holland", "haag"),
        ("Gouda, Zuid-Holland", None),
    ],
)
def test_an_area_is_shown_where_it_is_named(engine: DuckDBEngine, area: str, word: str | None) -> None:
    market, ad = _market(), "coke 1g 50 in haag en zeist"
    places = [
        {"name": "Den Haag", "municipality": "'s-Gravenhage", "province": "Zuid-Holland", "start": 14, "end": 18},
        {"name": "Zeist", "municipality": "Zeist", "province": "Utrecht", "start": 22, "end": 27},
    ]  # fmt: skip
    there = market.post(1, ad, contacts=["username:snow030"], places=places)
    finding: dict[str, Any] = {
        "finding_id": "f", "subject_id": seller(1), "kind": "home-area", "label": area, "words": "",
        "reasons": [{"rule": "place-named", "weight": 0.0, "messages": ["m_0", there]}],
    }  # fmt: skip
    for name, table in (market.link(engine) | {"findings": from_rows([finding], "findings")}).items():
        engine.write(table, name)
    (found,) = _of(find_identity_leads(engine)["identity_leads"].to_pylist(), "home-area")
    shown = ad[found["start"] : found["end"]] if found["start"] is not None else None
    assert (found["message_id"], shown) == (there if word else "m_0", word)


def test_who_answers_for_another_to_several_askers(engine: DuckDBEngine) -> None:
    market = _market()
    for asker in (2, 4):
        market.post(asker, "nog over?", act=None, reply_to=1)
        market.post(3, "ja hoor", act=None, reply_to=len(market.messages))
    market.post(1, "zelf ook", act=None, reply_to=3)
    found = _of(_leads(engine, market), "answers-for")
    assert [(row["account_id"], row["value"], row["times"]) for row in found] == [(account(1), account(3), 2)]


def test_cards_own_and_others(engine: DuckDBEngine) -> None:
    market = _market()
    for name, phone in (("Snow 030", "31699999999"), ("Moeder", "31688888888")):
        market.post(1, "", act=None)
        told = {"first_name": name, "last_name": "", "phone_number": phone}
        market.messages[-1]["extra"] = json.dumps({"contact_information": told}, separators=(",", ":"))
    found = _of(_leads(engine, market), "contact-card")
    assert {row["value"] for row in found if not row["third_party"]} == {"Snow 030", "31699999999"}
    assert all(row["value"].startswith("p_") for row in found if row["third_party"])
    assert "31688888888" not in json.dumps(found)


def test_data_beside_photos(engine: DuckDBEngine) -> None:
    market = _market()
    market.post(1, "coke 1g 50 dm @snow030", day=1, photo="a" * 64, contacts=["username:snow030"])
    exif = '{"camera":"X100","gps":[52.09074,5.12142],"owner":"J. Smit"}'
    photos = from_rows([{"media_sha256": "a" * 64, "quality": 90, "exif": exif}], "photos")
    found = {row["detail"]: row["value"] for row in _of(_leads(engine, market, photos), "photo-data")}
    assert found == {
        "place written beside a picture": "52.09074, 5.12142",
        "owner written beside a picture": "J. Smit",
        "camera written beside a picture": "X100",
    }


def test_the_order_of_rows_does_not_matter_and_bystanders_have_no_leads(engine: DuckDBEngine) -> None:
    market = _market()
    market.post(2, "mijn nummer 0633333333", act=None, contacts=["phone:0633333333"])
    first = _leads(engine, market)
    assert {row["seller_id"] for row in first} <= {seller(1), seller(3)}
    market.write(engine, shuffle=3)
    assert find_identity_leads(engine)["identity_leads"].to_pylist() == first


def test_what_a_camera_writes() -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x0132] = "Jan\x00 Jansen", "2026:01:01 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 26.664), 3: "W", 4: (5.0, 7.0, 17.112)})
    raw = io.BytesIO()
    Image.new("RGB", (8, 8)).save(raw, "JPEG", exif=exif)
    told = json.loads(told_beside(Image.open(raw)) or "{}")
    assert told == {"artist": "Jan Jansen", "gps": [52.09074, -5.12142]}
    assert told_beside(Image.new("RGB", (8, 8))) is None


@pytest.mark.parametrize("hostile", ["", "{", "[1]", '{"contact_information": 3}', "null"])
def test_a_broken_card_tells_nothing(hostile: str) -> None:
    assert card(hostile) == {}


def test_small_readings() -> None:
    assert area_of("plug010") == ("Rotterdam, Zuid-Holland", 4, 7)
    assert area_of("plug0101") is None
    assert area_of("plug 099") is None
    called = {"snowman2"}
    cards = [("Snowman", called), ("Mama", called), ("Mama", {"Mama"}), ("Snowman", {"Mama", "aunt Rie"})]
    assert own_cards(cards) == [True, False, True, False]
    assert picture_data('{"taken":"2026"}') == []
