"""STIX tells every field of every row as the tables have it."""

import json
from datetime import UTC, datetime

from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CAMPAIGN,
    CHAT,
    IBAN,
    LINK,
    MARKET,
    PAGE,
    PHONE,
    POSTINGS,
    ROWS,
    SELLER,
    SOURCE,
    WALLET,
    Row,
)
from tests.showing.handover.export.every_column_said import (
    LEAD_SAID,
    MEMBER,
    SELLER_SAID,
    SLIP_SAID,
    Written,
    engine,
    said_finding,
    said_link,
    sorted_rows,
    stamp,
    written,
)

__all__ = ["engine", "written"]  # fixtures of the neighbours
USERS = {A1: "8001", A2: "-1008002"}
MOMENT, LATER, LAST = "2025-03-10T11:30:15.000Z", "2025-03-10T11:30:16.000Z", "2025-03-18T19:30:15.000Z"
CONTACTS = {"phone": PHONE, "btc": WALLET, "iban": IBAN, "url": PAGE, "telegram-link": LINK}
PROPOSED, OF_CAMPAIGN = f"Proposed seller {SELLER} (hypothesis)", f"Campaign {CAMPAIGN}"
NONE = (None, None, None)


def objects(written: Written) -> list[Row]:
    found: list[Row] = json.loads(written("stix").read_text("utf-8"))["objects"]
    return found


def test_stix_ties_lead_from_whom_to_whom_and_when(written: Written) -> None:
    found = objects(written)
    named = {one["id"]: name_of(one) for one in found}
    ties = {
        (named[one["source_ref"]], named[one["target_ref"]], one["relationship_type"], one.get("description"), one.get("confidence"),
         one.get("start_time"), one.get("stop_time"))
        for one in found if one["type"] == "relationship"
    }  # fmt: skip
    same, forwards = ROWS["links"]
    assert ties == {
        *((PROPOSED, one, "related-to", MEMBER, *NONE) for one in ("8001", "-1008002", PHONE)),
        (OF_CAMPAIGN, PROPOSED, "attributed-to", MEMBER, *NONE),
        ("8001", "-1008002", "related-to", said_link(same), 83, None, None),
        ("-1008002", "8001", "related-to", said_link(forwards), None, "2025-01-01T00:00:00.000Z", "2025-04-01T00:00:00.000Z"),
        *(("8001", one, "related-to", "names contact, messages: 1", None, MOMENT, LATER) for one in CONTACTS.values() if one != PHONE),
        ("8001", PHONE, "related-to", "names contact, messages: 2", None, MOMENT, LAST),
        *((f"observed {USERS[one]} {stamp(first)}", "Markt & Co" if chat == CHAT else "Piet Peters", "related-to", "messages posted in", *NONE)
          for one, chat, _, first, _ in POSTINGS),
    }  # fmt: skip


def facts_in(found: list[Row], kind: str) -> list[Row]:
    """The objects of a kind without what every object has; what they refer to by its name."""
    named = {one["id"]: name_of(one) for one in found}
    frame = {"id", "type", "spec_version", "created", "modified", "created_by_ref", "object_marking_refs"}
    rows = [
        {name: value for name, value in one.items() if name not in frame}
        for one in found
        if one["type"] == kind
    ]
    for row in rows:
        if "object_refs" in row:
            row["object_refs"] = [named[one] for one in row["object_refs"]]
    return sorted_rows(rows)


def test_stix_has_every_fact_of_things_and_of_what_was_concluded(written: Written) -> None:
    found = objects(written)

    def facts(kind: str) -> list[Row]:
        return facts_in(found, kind)

    assert facts("file") == [{"hashes": {"SHA-256": SOURCE}, "name": "result.json", "size": 9001}]
    assert facts("url") == [{"value": PAGE}]
    others = [{"account_type": kind, "user_id": value} for kind, value in CONTACTS.items() if kind != "url"]
    assert facts("user-account") == sorted_rows([
        {"account_type": "telegram", "user_id": "8001", "account_login": "plug_een", "display_name": "Nieuwe Naam"},
        {"account_type": "telegram", "user_id": "-1008002", "display_name": "Kanaal"}, *others,
    ])  # fmt: skip
    assert facts("infrastructure") == sorted_rows([
        {"name": row["title"], "description": f"Telegram {row['kind']} {row['chat_id']}", "infrastructure_types": ["unknown"],
         "first_seen": milli(row["first_seen"]), "last_seen": milli(row["last_seen"])} for row in ROWS["chats"]
    ])  # fmt: skip
    assert facts("threat-actor") == [{
        "name": PROPOSED, "description": SELLER_SAID, "threat_actor_types": ["unknown"], "labels": ["hypothesis"], "confidence": 88,
        "first_seen": MOMENT, "last_seen": LAST,
    }]  # fmt: skip
    assert facts("campaign") == [{
        "name": OF_CAMPAIGN, "description": "coke <...> bel\ncopies: 62, texts: 61, accounts: 63, chats: 64",
        "first_seen": "2025-03-07T00:30:15.000Z", "last_seen": "2025-03-25T00:30:15.000Z",
    }]  # fmt: skip
    assert facts("note") == sorted_rows(notes())
    assert {(one["first_observed"], one["last_observed"], one["number_observed"], *one["object_refs"]) for one in facts("observed-data")} == {
        (milli(first), milli(final), many, USERS[one]) for one, _, many, first, final in POSTINGS
    }  # fmt: skip
    assert {one["created"] for one in found if one["type"] == "note"} == {"2025-03-29T00:30:15.000Z"}


def notes() -> list[Row]:
    subjects = {SELLER: PROPOSED, A1: "8001"}
    said = [{"abstract": f"{row['kind']}: {row['label']}", "content": said_finding(row), "object_refs": [subjects[row["subject_id"]]]}
             for row in ROWS["findings"] if row["finding_id"] != MARKET]  # fmt: skip
    said += [{"abstract": "cocaine, up to 5 g", "content": LEAD_SAID, "object_refs": [PROPOSED]},
              {"abstract": "older-name", "content": SLIP_SAID, "object_refs": [PROPOSED]}]  # fmt: skip
    return said


def milli(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def name_of(one: Row) -> str:
    if one["type"] == "observed-data":
        user = {A1: "8001", A2: "-1008002"}
        account = next(
            row["account_id"] for row in ROWS["messages"] if milli(row["sent_at"]) == one["first_observed"]
        )
        return f"observed {user[account]} {one['first_observed'].replace('.000', '')}"
    return str(one.get("name") or one.get("user_id") or one.get("value") or one["id"])
