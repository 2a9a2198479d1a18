"""MISP tells every field of every row as the tables have it."""

import json

from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CAMPAIGN,
    CHAT,
    IBAN,
    IDS,
    LINK,
    M1,
    M4,
    PAGE,
    PHONE,
    ROWS,
    SELLER,
    SLIP,
    SOURCE,
    TALK,
    TEXT,
    WALLET,
    Row,
    told,
)
from tests.showing.handover.export.every_column_said import (
    AGAIN,
    ITEMS_SAID,
    LEAD_SAID,
    MEMBER,
    SELLER_SAID,
    SLIP_SAID,
    WORDS,
    Written,
    engine,
    said_finding,
    said_link,
    written,
)

__all__ = ["engine", "written"]  # fixtures of the neighbours


def event_of(written: Written) -> Row:
    event: Row = json.loads(written("misp").read_text("utf-8"))["Event"]
    return event


def test_misp_has_every_attribute(written: Written) -> None:
    event = event_of(written)
    flat = [(one["type"], one["category"], one["value"], one["comment"]) for one in event["Attribute"]]
    other = "Other"
    assert sorted(flat) == sorted([
        ("comment", "Internal reference", f"{WORDS['hypothesis']} {WORDS['opened']}", ""),
        ("sha256", "Payload delivery", SOURCE, "sealed source result.json, 9001 bytes"),
        ("text", other, f"{CHAT} Markt & Co", "Telegram supergroup, messages in the workspace: 301"),
        ("text", other, f"{TALK} Piet Peters", "Telegram personal_chat, messages in the workspace: 302"),
        ("phone-number", other, PHONE, f"phone {IDS['phone']}"), ("btc", "Financial fraud", WALLET, f"btc {IDS['btc']}"),
        ("iban", "Financial fraud", IBAN, f"iban {IDS['iban']}"), ("url", "External analysis", PAGE, f"url {IDS['url']}"),
        ("text", other, f"telegram-link: {LINK}", f"telegram-link {IDS['telegram-link']}"),
        ("text", other, f"{CAMPAIGN}: coke <...> bel", "copies: 62, texts: 61, accounts: 63"),
        *(("text", other, f"{row['subject_kind']} {row['subject_id']}: {said_finding(row)}", row["kind"]) for row in ROWS["findings"]
          if row["subject_id"] != SELLER),
        ("text", other, f"{SLIP}: {SLIP_SAID}", SELLER),
    ])  # fmt: skip
    assert {tag["name"] for one in event["Attribute"] for tag in one.get("Tag", [])} == {
        f'estimative-language:likelihood-probability="{one}"' for one in ("likely", "unlikely")
    }


def test_misp_has_every_object(written: Written) -> None:
    objects = [
        (
            one["name"],
            one["comment"],
            sorted((part["object_relation"], part["value"]) for part in one["Attribute"]),
        )
        for one in event_of(written)["Object"]
    ]
    ghost = [row for row in ROWS["findings"] if row["subject_id"] == SELLER]
    accounts = [("telegram-account", f"account {row['account_id']} ({row['kind']}), messages: {row['messages']}", [
        ("first_name", row["name"]), ("id", "8001" if row["account_id"] == A1 else "-1008002"),
        *[("username", one) for one in row.get("usernames", [])]]) for row in ROWS["accounts"]]  # fmt: skip
    assert objects == [
        ("proposed-seller", WORDS["hypothesis"], sorted([
            ("seller-id", SELLER), ("about", SELLER_SAID), ("ghost-probability", "0.12"), ("ghost-low", "0.03"), ("ghost-high", "0.34"),
            ("first-ad", "2025-03-10T11:30:15Z"), ("last-ad", "2025-03-18T19:30:15Z"), *(("finding", said_finding(row)) for row in ghost),
            ("lead", LEAD_SAID)])),
        *accounts,
        ("chat-message", f"{M1}\noffer (0.970)\n{ITEMS_SAID}\n{told('goods', '+2.50')}", sorted([
            ("message-id", "501"), ("timestamp", "2025-03-10T11:30:15Z"), ("content", TEXT), ("chat-id", CHAT), ("user-account-id", A1),
            ("reply-to-message-id", "499"), ("language", "nl"), ("protocol", "Telegram")])),
        ("chat-message", f"{M4}\noffer (0.560)\n{AGAIN}", sorted([
            ("message-id", "504"), ("timestamp", "2025-03-18T19:30:15Z"), ("content", PHONE), ("chat-id", CHAT), ("user-account-id", A1),
            ("language", "en"), ("protocol", "Telegram")])),
    ]  # fmt: skip


def test_misp_has_every_reference(written: Written) -> None:
    event = event_of(written)
    ids = dict(zip([one["uuid"] for one in event["Object"]], (SELLER, A1, A2, M1, M4), strict=True))
    ids |= {
        one["uuid"]: one["comment"].partition(" ")[2]
        for one in event["Attribute"]
        if one["comment"].partition(" ")[2] in IDS.values()
    }
    same, forwards = ROWS["links"]
    references = [(one["uuid"], tie) for one in event["Object"] for tie in one.get("ObjectReference", [])]
    assert all(tie["object_uuid"] == owner for owner, tie in references)
    read = {
        (ids[tie["object_uuid"]], ids[tie["referenced_uuid"]], tie["relationship_type"], tie["comment"])
        for _, tie in references
    }
    assert read == {
        *((SELLER, row["member_id"], "suspected-link", MEMBER) for row in ROWS["members"]),
        (A1, A2, "suspected-link", said_link(same)), (A2, A1, "suspected-link", said_link(forwards)),
        *((A1, row["selector_id"], "mentions", f"names contact, messages: {row['messages']}") for row in ROWS["contacts"]),
        (M1, A1, "authored-by", ""), (M4, A1, "authored-by", ""),
    }  # fmt: skip
