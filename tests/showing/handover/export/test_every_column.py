"""Each format, read back, tells every field of every row as the tables have it: none is dropped, swapped or cut short."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pytest

from schakel.showing.handover.export.formats import FORMATS, format_called, usual_place
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.scope import whole_workspace
from schakel.showing.handover.export.standards import named_uuid
from schakel.showing.handover.export.tables import layout
from schakel.showing.handover.export.words import share, words_in
from schakel.showing.known_names import NOBODY
from schakel.showing.pseudonyms import Pseudonyms
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.showing.handover.export.conftest import lines
from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CAMPAIGN,
    CHAT,
    GHOST,
    HARM,
    IBAN,
    IDS,
    LEAD,
    LINK,
    M1,
    M2,
    M3,
    M4,
    MARKET,
    MEDIA,
    PAGE,
    PHONE,
    POSTINGS,
    ROLE,
    ROWS,
    SELLER,
    SLIP,
    SOURCE,
    TALK,
    TEXT,
    WALLET,
    Row,
    build,
    told,
)

Written = Callable[..., Path]
WORDS = words_in("en")
KEYED = Pseudonyms(b"k" * 32)
# Columns of which nothing goes out while identities are closed.
CLOSED = {"name", "names", "usernames", "brought_by", "value"}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> DuckDBEngine:
    made = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("every") / "case"), workers=Workers(1))
    build(made)
    return made


@pytest.fixture(scope="module")
def written(engine: DuckDBEngine, tmp_path_factory: pytest.TempPathFactory) -> Written:
    room = tmp_path_factory.mktemp("written")
    (room / "scratch").mkdir()
    made: dict[tuple[str, bool], Path] = {}

    def write(to: str, *, opened: bool = True) -> Path:
        if (to, opened) not in made:
            hiding = Hiding(opened=True) if opened else Hiding(NOBODY, KEYED)
            gathered = Gathered(engine, whole_workspace(), hiding, room / "scratch")
            out = made[to, opened] = room / f"{opened}-{to}{format_called(to).ending}"
            format_called(to).writer()(gathered, out, Asked(to, "en", WORDS))
        return made[to, opened]

    return write


def stamp(value: Any) -> Any:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else value.isoformat() if isinstance(value, date) else value  # fmt: skip


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(value) if isinstance(value, list) else str(stamp(value))
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+") else text


def sorted_rows(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: json.dumps(row, default=str))


def test_every_column_has_a_value_here() -> None:
    """A column of another name would be empty in every export."""
    for name, table in layout().items():
        for column in table.columns:
            assert any(row.get(column.name) is not None for row in ROWS[name]), (name, column.name)


def test_files_are_called_by_their_formats() -> None:
    assert {str(usual_place(name)) for name in FORMATS} == {
        "export-csv", "export-ftm.jsonl", "export-misp.json", "export-stix.json", "export-xlsx.xlsx", "export-case.jsonld",
        "export-graphml.graphml", "export-gexf.gexf", "export-timesketch.jsonl",
    }  # fmt: skip
    assert {name for name, one in FORMATS.items() if one.files} == {"csv"}
    assert FORMATS["csv"].files == {"datapackage.json", *(f"{name}.csv" for name in layout())}


def test_csv_has_every_cell(written: Written) -> None:
    for name, table in layout().items():
        with (written("csv") / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
            found = list(csv.DictReader(opened))
        wanted = [{one.name: cell(row.get(one.name)) for one in table.columns} for row in ROWS[name]]
        assert sorted_rows(found) == sorted_rows(wanted), name


def test_xlsx_has_every_cell(written: Written) -> None:
    book = openpyxl.load_workbook(written("xlsx"))
    for name, table in layout().items():
        head, *found = book[name].iter_rows(values_only=True)
        assert list(head) == [one.name for one in table.columns]
        wanted = [tuple(as_cell(row.get(one.name)) for one in table.columns) for row in ROWS[name]]
        assert sorted(found, key=str) == sorted(wanted, key=str), name


def as_cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value or (value if value in (0, False) else None)  # noqa: DTZ001 - a workbook has no zones  # fmt: skip


def test_closed_every_id_is_keyed_and_nothing_of_people_is_there(written: Written) -> None:
    for name, table in layout().items():
        with (written("csv", opened=False) / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
            found = list(csv.DictReader(opened))
        rows = [] if name == "identity_leads" else ROWS[name]
        wanted = [{one.name: cell(closed(name, one.name, row)) for one in table.columns} for row in rows]
        if name == "messages":
            assert not any(PHONE in row["text"] or IBAN in row["text"] for row in found)
            found = [row | {"text": ""} for row in found]
        assert sorted_rows(found) == sorted_rows(wanted), name


def closed(table: str, column: str, row: Row) -> Any:
    value = row.get(column)
    if column == "text" or (
        (table, row.get("chat_id")) == ("chats", TALK) and column in ("title", "telegram_id")
    ):
        return None
    if column in CLOSED and (table, column) not in (("findings", "value"), ("sources", "name")):
        return None
    if (table, column) == ("accounts", "telegram_id"):
        return None
    if column == "selectors" and isinstance(value, list):
        return sorted(map(KEYED.of, value))
    if column == "reasons" and isinstance(value, str):
        return value.replace(M2, KEYED.of(M2))
    keyed = isinstance(value, str) and (
        (column.endswith("_id") and column != "source_id") or column == "network"
    )
    return KEYED.of(value) if keyed else value


# FollowTheMoney


def dashed(known: str) -> str:
    return known.replace("_", "-")


def said_link(row: Row) -> str:
    more = f"Proposed: one seller, probability {row['probability']:.2f}.\n" if row.get("probability") else ""
    return f"{row['kind']} (log10 LR {row['log10_lr']:+.2f})\n{more}{row['reasons']}"


def said_finding(row: Row) -> str:
    bounds = f"{row['value']:.4g} ({row['low']:.4g} - {row['high']:.4g})"
    return f"{row['kind']}: {row['label']} {bounds}\n{row['words']}\n{row['reasons']}"


LEAD_SAID = (
    f"{LEAD}: cocaine, up to 5 g\nworth 220 (110 - 330) days; hours 75 (35 - 205); tactical, oost\n"
    + HARM
)  # fmt: skip
SLIP_SAID = f"older-name: Jan Voorbeeld\na name of before\n{M2}"
ITEMS_SAID = "cocaine, coke, 5 g, 200 EUR, retail; cannabis, amnesia, 2 kg, 4000 USD, bulk"
SELLER_SAID = (
    f"{WORDS['hypothesis']} Probability that no real supply stands behind it: 0.12 (between 0.03 and 0.34). "
    "Most probable function: courier, probability 0.71 (between 0.58 and 0.79). cocaine, up to 5 g."
)
GHOST_SAID = "Probability that no real supply stands behind it: 0.12 (between 0.03 and 0.34)."
ROLE_SAID = "Most probable function: courier, probability 0.71 (between 0.58 and 0.79)."
AGAIN = told('"a" & <b>', "+0.50")
MEMBER, SAME = "proposed member (hypothesis)", "one seller (hypothesis)"
COUNTED = {"texts": 61, "copies": 62, "accounts": 63, "chats": 64}


def test_ftm_has_every_field_of_every_row(written: Written) -> None:
    found = {one["id"]: (one["schema"], one["properties"]) for one in lines(written("ftm"))}
    wanted: dict[str, tuple[str, Row]] = {f"source-{SOURCE}": ("Document", {"title": "result.json", "fileSize": "9001", "notes": f"SHA-256 {SOURCE}"})}  # fmt: skip
    for row in ROWS["chats"]:
        wanted[row["chat_id"]] = ("Folder", {"title": row["title"], "notes": f"Telegram {row['kind']}"})
    for row in ROWS["accounts"]:
        known, holder = row["account_id"], f"holder-{dashed(row['account_id'])}"
        wanted[holder] = ("LegalEntity", {"name": f"Unknown holder of Telegram account {known}", "notes": WORDS["holder_note"]})  # fmt: skip
        days = f"{row['first_seen']:%Y-%m-%d} - {row['last_seen']:%Y-%m-%d}"
        wanted[known] = ("UserAccount", {
            "username": (row.get("usernames") or [str(row["telegram_id"])])[0], "name": row["name"], "alias": row["names"], "service": "Telegram",
            "owner": holder, "notes": f"{row['kind']}, {days}, messages: {row['messages']}",
        })  # fmt: skip
    wanted |= {
        IDS["phone"]: ("UserAccount", {"username": PHONE, "service": "phone", "phone": PHONE}),
        IDS["btc"]: ("CryptoWallet", {"name": WALLET, "publicKey": WALLET, "currencySymbol": "BTC"}),
        IDS["iban"]: ("BankAccount", {"name": IBAN, "iban": IBAN}),
        IDS["url"]: ("Note", {"name": f"url {PAGE}", "description": PAGE}),
        IDS["telegram-link"]: ("Note", {"name": f"telegram-link {LINK}", "description": LINK}),
        SELLER: ("LegalEntity", {"name": f"Proposed seller {SELLER} (hypothesis)", "summary": SELLER_SAID}),
        LEAD: ("Note", {"name": "cocaine, up to 5 g", "description": LEAD_SAID, "entity": dashed(SELLER)}),
        SLIP: ("Note", {"name": "identity lead: older-name", "description": SLIP_SAID, "entity": dashed(A2)}),
        CAMPAIGN: ("Note", {"name": f"campaign {CAMPAIGN}", "description": "coke <...> bel", "summary": "texts: 61, copies: 62, accounts: 63, chats: 64"}),
    }  # fmt: skip
    for row in ROWS["members"]:
        ends = {"subject": dashed(SELLER), "object": dashed(row["member_id"])}
        wanted[f"member-{SELLER}-{row['member_id']}"] = ("UnknownLink", {**ends, "role": MEMBER})
    for row in ROWS["contacts"]:
        days = {
            "startDate": stamp(row["first_seen"])[:-1],
            "endDate": stamp(row["last_seen"])[:-1],
            "summary": f"messages: {row['messages']}",
        }
        ends = {"subject": dashed(A1), "object": dashed(row["selector_id"])}
        wanted[f"names-{A1}-{row['selector_id']}"] = (
            "UnknownLink",
            {**ends, "role": "names contact", **days},
        )
    same, forwards = ROWS["links"]
    wanted[f"similar-{A1}-{A2}"] = ("Similar", {
        "candidate": f"holder-{dashed(A1)}", "match": f"holder-{dashed(A2)}", "confidenceScore": "0.83", "criteria": said_link(same), "matcher": "Schakel",
    })  # fmt: skip
    wanted[f"same-seller-{A1}-{A2}"] = ("UnknownLink", {"subject": dashed(A1), "object": dashed(A2), "role": SAME, "summary": said_link(same)})  # fmt: skip
    wanted[f"forwards-{A2}-{A1}"] = ("UnknownLink", {
        "subject": dashed(A2), "object": dashed(A1), "role": "forwards", "startDate": "2025-01-01", "endDate": "2025-03-01", "summary": said_link(forwards),
    })  # fmt: skip
    for row in ROWS["findings"]:
        about = {} if row["finding_id"] == MARKET else {"entity": dashed(row["subject_id"])}
        name = f"{row['kind']}: {row['label']} ({row['subject_id']})"
        wanted[row["finding_id"]] = ("Note", {"name": name, "description": said_finding(row), **about})
    read = f"offer (0.970)\n{ITEMS_SAID}\n{' '.join([CAMPAIGN, *sorted(IDS.values())])}\n{told('goods', '+2.50')}"
    more: dict[str, Row] = {
        M1: {"bodyText": TEXT, "modifiedAt": "2025-03-12T13:30:15", "inReplyTo": f"{CHAT}/499", "language": "nld", "description": read},
        M2: {"bodyText": "=1+1 & <b>"}, M3: {"bodyText": "[service, video]"},
        M4: {"bodyText": PHONE, "language": "eng", "description": f"offer (0.560)\n{IDS['phone']}\n{AGAIN}"},
    }  # fmt: skip
    for row in ROWS["messages"]:
        known, account, chat = row["message_id"], dashed(row["account_id"]), row["chat_id"]
        wanted[known] = ("Message", {
            "messageId": f"{chat}/{row['tg_id']}", "date": stamp(row["sent_at"])[:-1], "sender": f"holder-{account}", "senderAccount": account,
            "parent": dashed(chat), "proof": f"source-{SOURCE}", "threadTopic": "Markt & Co" if chat == CHAT else "Piet Peters", "recordId": known,
        } | more[known])  # fmt: skip
    listed = {
        dashed(known): (schema, {name: value if isinstance(value, list) else [value] for name, value in facts.items()})
        for known, (schema, facts) in wanted.items()
    }  # fmt: skip
    assert found == listed


# Networks


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_networks_have_every_fact_of_every_node_and_edge(to: str, written: Written) -> None:
    out = written(to)
    found = nx.read_graphml(out) if to == "graphml" else nx.read_gexf(out)
    wanted: dict[str, Row] = {
        SELLER: {
            "label": "cocaine, up to 5 g", "kind": "seller", "hypothesis": True, "role": "courier", "role_probability": 0.71, "role_low": 0.58,
            "role_high": 0.79, "ghost_probability": 0.12, "ghost_low": 0.03, "ghost_high": 0.34, "messages": 2, "first_seen": "2025-03-10T11:30:15Z",
            "last_seen": "2025-03-18T19:30:15Z", "words": f"Proposed seller {SELLER} (hypothesis). {GHOST_SAID} {ROLE_SAID}",
        }
    }  # fmt: skip
    for row in ROWS["accounts"]:
        role = {
            name: row[name] for name in ("role", "role_probability", "role_low", "role_high") if name in row
        }
        wanted[row["account_id"]] = {"label": row["name"], "kind": "account", "hypothesis": False, "seller": SELLER, **role, **seen(row)}  # fmt: skip
    for row in ROWS["chats"]:
        wanted[row["chat_id"]] = {"label": row["title"], "kind": "chat", "hypothesis": False, "type": row["kind"], **seen(row)}  # fmt: skip
    for row in ROWS["selectors"]:
        wanted[row["selector_id"]] = {"label": row["value"], "kind": "selector", "hypothesis": False, "type": row["type"], "messages": row["messages"]}  # fmt: skip
    assert {known: facts_of(facts) for known, facts in found.nodes(data=True)} == wanted
    same, forwards = ROWS["links"]
    edges = [(SELLER, row["member_id"], {"kind": "member", "hypothesis": True}) for row in ROWS["members"]]
    edges += [
        (A1, A2, {"kind": "same-seller", "hypothesis": True, "mutual": True, "log10_lr": 1.5, "probability": 0.83, "reasons": same["reasons"]}),
        (A2, A1, {"kind": "forwards", "hypothesis": False, "mutual": False, "log10_lr": 0.25, "messages": 43, "first_seen": "2025-01-01",
                  "last_seen": "2025-03-01", "reasons": forwards["reasons"]}),
        *((A1, row["selector_id"], {"kind": "names-contact", "hypothesis": False, **seen(row)}) for row in ROWS["contacts"]),
        *((one, chat, {"kind": "posts-in", "hypothesis": False, "messages": many, "first_seen": stamp(first), "last_seen": stamp(last)})
          for one, chat, many, first, last in POSTINGS),
    ]  # fmt: skip
    read = [(one, other, facts_of(facts)) for one, other, facts in found.edges(data=True)]
    assert sorted(read, key=str) == sorted(((one, other, dict(sorted(facts.items()))) for one, other, facts in edges), key=str)  # fmt: skip
    if to == "gexf":
        days = {known: (facts.get("start"), facts.get("end")) for known, facts in found.nodes(data=True)}
        assert (days[A1], days[CHAT]) == (("2025-03-03", "2025-03-27"), ("2025-03-01", "2025-03-29"))


def seen(row: Row) -> Row:
    return {
        "messages": row["messages"],
        "first_seen": stamp(row["first_seen"]),
        "last_seen": stamp(row["last_seen"]),
    }


def facts_of(facts: Row) -> Row:
    return {name: facts[name] for name in sorted(facts) if name not in ("id", "start", "end", "viz")}


# Timesketch


def test_timesketch_has_every_field(written: Written) -> None:
    found = {(one["message_id"], one["timestamp_desc"]): one for one in lines(written("timesketch"))}
    ghost = {"proposed_seller": SELLER, "ghost_probability": 0.12, "ghost_low": 0.03, "ghost_high": 0.34}
    same = ("message_id", "chat_id", "account_id", "tg_id", "kind", "reply_to", "forwarded_from_id", "media_kind", "media_sha256",
            "act", "probability", "language", "campaign_id", "selectors", "source_id", "place_in_source", "reasons")  # fmt: skip
    events = []
    for row in ROWS["messages"]:
        moments = [("Message sent", row["sent_at"]), ("Message edited", row.get("edited_at"))]
        read: Row = {"tag": ["offer", "proposed-seller"] if "act" in row else ["proposed-seller"]}
        read |= {"items": ITEMS_SAID.split("; ")} if row["message_id"] == M1 else {}
        events += [
            {"message": row["text"] or "[service, video, no text]", "datetime": f"{moment:%Y-%m-%dT%H:%M:%S}+00:00",
             "timestamp": int(moment.timestamp()) * 1_000_000, "timestamp_desc": what, "data_type": "telegram:message",
             **{name: row[name] for name in same if name in row}, **ghost, **read}
            for what, moment in moments if moment
        ]  # fmt: skip
    assert found == {(one["message_id"], one["timestamp_desc"]): one for one in events}
    assert MEDIA in {one.get("media_sha256") for one in found.values()}


# STIX


def test_stix_ties_lead_from_whom_to_whom_and_when(written: Written) -> None:
    found = json.loads(written("stix").read_text("utf-8"))["objects"]
    named = {one["id"]: name_of(one) for one in found}
    ties = {
        (named[one["source_ref"]], named[one["target_ref"]], one["relationship_type"], one.get("description"), one.get("confidence"),
         one.get("start_time"), one.get("stop_time"))
        for one in found if one["type"] == "relationship"
    }  # fmt: skip
    users = {A1: "8001", A2: "-1008002"}
    same, forwards = ROWS["links"]
    moment, later, last = "2025-03-10T11:30:15.000Z", "2025-03-10T11:30:16.000Z", "2025-03-18T19:30:15.000Z"
    contacts = {"phone": PHONE, "btc": WALLET, "iban": IBAN, "url": PAGE, "telegram-link": LINK}
    seller, campaign, none = (
        f"Proposed seller {SELLER} (hypothesis)",
        f"Campaign {CAMPAIGN}",
        (None, None, None),
    )
    assert ties == {
        *((seller, one, "related-to", MEMBER, *none) for one in ("8001", "-1008002", PHONE)),
        (campaign, seller, "attributed-to", MEMBER, *none),
        ("8001", "-1008002", "related-to", said_link(same), 83, None, None),
        ("-1008002", "8001", "related-to", said_link(forwards), None, "2025-01-01T00:00:00.000Z", "2025-04-01T00:00:00.000Z"),
        *(("8001", one, "related-to", "names contact, messages: 1", None, moment, later) for one in contacts.values() if one != PHONE),
        ("8001", PHONE, "related-to", "names contact, messages: 2", None, moment, last),
        *((f"observed {users[one]} {stamp(first)}", "Markt & Co" if chat == CHAT else "Piet Peters", "related-to", "messages posted in", *none)
          for one, chat, _, first, _ in POSTINGS),
    }  # fmt: skip

    def facts(kind: str) -> list[Row]:
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

    assert facts("file") == [{"hashes": {"SHA-256": SOURCE}, "name": "result.json", "size": 9001}]
    assert facts("url") == [{"value": PAGE}]
    others = [{"account_type": kind, "user_id": value} for kind, value in contacts.items() if kind != "url"]
    assert facts("user-account") == sorted_rows([
        {"account_type": "telegram", "user_id": "8001", "account_login": "plug_een", "display_name": "Nieuwe Naam"},
        {"account_type": "telegram", "user_id": "-1008002", "display_name": "Kanaal"}, *others,
    ])  # fmt: skip
    assert facts("infrastructure") == sorted_rows([
        {"name": row["title"], "description": f"Telegram {row['kind']} {row['chat_id']}", "infrastructure_types": ["unknown"],
         "first_seen": milli(row["first_seen"]), "last_seen": milli(row["last_seen"])} for row in ROWS["chats"]
    ])  # fmt: skip
    assert facts("threat-actor") == [{
        "name": seller, "description": SELLER_SAID, "threat_actor_types": ["unknown"], "labels": ["hypothesis"], "confidence": 88,
        "first_seen": moment, "last_seen": last,
    }]  # fmt: skip
    assert facts("campaign") == [{
        "name": campaign, "description": "coke <...> bel\ncopies: 62, texts: 61, accounts: 63, chats: 64",
        "first_seen": "2025-03-07T00:30:15.000Z", "last_seen": "2025-03-25T00:30:15.000Z",
    }]  # fmt: skip
    subjects = {SELLER: seller, A1: "8001"}
    notes = [{"abstract": f"{row['kind']}: {row['label']}", "content": said_finding(row), "object_refs": [subjects[row["subject_id"]]]}
             for row in ROWS["findings"] if row["finding_id"] != MARKET]  # fmt: skip
    notes += [{"abstract": "cocaine, up to 5 g", "content": LEAD_SAID, "object_refs": [seller]},
              {"abstract": "older-name", "content": SLIP_SAID, "object_refs": [seller]}]  # fmt: skip
    assert facts("note") == sorted_rows(notes)
    assert {(one["first_observed"], one["last_observed"], one["number_observed"], *one["object_refs"]) for one in facts("observed-data")} == {
        (milli(first), milli(final), many, users[one]) for one, _, many, first, final in POSTINGS
    }  # fmt: skip
    assert {one["created"] for one in found if one["type"] == "note"} == {"2025-03-29T00:30:15.000Z"}


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


# MISP


def test_misp_has_every_attribute_and_reference(written: Written) -> None:
    event = json.loads(written("misp").read_text("utf-8"))["Event"]
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
    objects = [
        (
            one["name"],
            one["comment"],
            sorted((part["object_relation"], part["value"]) for part in one["Attribute"]),
        )
        for one in event["Object"]
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


# CASE


def test_case_has_every_fact(written: Written) -> None:
    graph = json.loads(written("case").read_text("utf-8"))["@graph"]
    by_id = {one["@id"]: one for one in graph}
    names = {known: case_name(one) for known, one in by_id.items()}
    ties = {
        (names[one["core:source"][0]["@id"]], names[one["core:target"]["@id"]], one["core:kindOfRelationship"], one["core:description"][0],
         one["core:isDirectional"], confidence(one), value(one, "core:startTime"), value(one, "core:endTime"))
        for one in graph if one["@type"] == "observable:ObservableRelationship"
    }  # fmt: skip
    same, forwards = ROWS["links"]
    moment = "2025-03-10T11:30:15Z"
    contacts = (PHONE, WALLET, IBAN, PAGE, LINK)
    assert ties == {
        (A1, A2, SAME, said_link(same), False, "83", None, None),
        (A2, A1, "forwards", said_link(forwards), True, None, None, None),
        *(
            (A1, one, "names contact", "messages: 1", True, None, moment, moment)
            for one in contacts
            if one != PHONE
        ),
        (A1, PHONE, "names contact", "messages: 2", True, None, moment, "2025-03-18T19:30:15Z"),
    }
    facets = [
        {name: one for name, one in part.items() if name != "@id"}
        for one in graph
        for part in one.get("core:hasFacet", [])
    ]

    def of(kind: str) -> list[Row]:
        return sorted_rows(
            [
                {name: plain(one, names) for name, one in part.items() if name != "@type"}
                for part in facets
                if part["@type"] == f"observable:{kind}"
            ]
        )

    assert of("FileFacet") == [{"observable:fileName": "result.json"}]
    assert of("URLFacet") == [{"observable:fullValue": PAGE}]
    assert of("AccountFacet") == sorted_rows(
        [{"observable:accountIdentifier": one} for one in ("8001", "-1008002", *contacts) if one != PAGE]
    )
    assert of("DigitalAccountFacet") == sorted_rows([
        {"observable:displayName": "Nieuwe Naam", "observable:accountLogin": ["plug_een"]}, {"observable:displayName": "Kanaal"}])  # fmt: skip
    assert of("MessageThreadFacet") == sorted_rows(
        [{"observable:participant": [A1, A2]}, {"observable:participant": [A1]}]
    )
    assert of("ContentDataFacet")[0]["observable:sizeInBytes"] == 9001
    assert of("MessageFacet") == sorted_rows([
        {"observable:application": "Telegram", "observable:from": row["account_id"], "observable:messageID": f"{row['chat_id']}/{row['tg_id']}",
         **({"observable:messageText": row["text"]} if row["text"] else {}), "observable:messageType": row["kind"],
         "observable:sentTime": stamp(row["sent_at"]), "observable:sessionID": row["chat_id"]} for row in ROWS["messages"]
    ])  # fmt: skip
    said = {
        (names.get(one["core:object"][0]["@id"], "?"), one["core:statement"][0], confidence(one))
        for one in graph
        if one["@type"] == "core:Annotation"
    }
    seller = f"Proposed seller {SELLER} (hypothesis)"
    sure = {GHOST: "12", ROLE: "61", "f_" + "c4" * 12: "71", "f_" + "c6" * 12: "31"}
    assert said == {
        *((seller if row["subject_id"] == SELLER else A1, said_finding(row), sure.get(row["finding_id"])) for row in ROWS["findings"] if row["finding_id"] != MARKET),
        (seller, LEAD_SAID, None), (A2, SLIP_SAID, None),
        (f"Byte 1001 of the sealed file {SOURCE}", f"offer\n{ITEMS_SAID}\n{told('goods', '+2.50')}", "97"),
        (f"Byte 1004 of the sealed file {SOURCE}", f"offer\n{AGAIN}", "56"),
    }  # fmt: skip
    groups = {one["core:name"]: one for one in graph if one["@type"] == "core:Grouping"}
    assert [names[one["@id"]] for one in groups[seller]["core:object"]] == [A1, A2, PHONE]
    assert (groups[seller]["core:description"], confidence(groups[seller])) == ([SELLER_SAID], "88")
    assert [names[one["@id"]] for one in groups[CAMPAIGN]["core:object"]] == [A2]
    assert groups[CAMPAIGN]["core:description"] == ["coke <...> bel\ncopies: 62, texts: 61, accounts: 63"]
    titles = {
        one["core:name"]: one["core:description"]
        for one in graph
        if one["@type"] == "observable:MessageThread"
    }
    assert titles == {row["title"]: [f"Telegram {row['kind']} {row['chat_id']}"] for row in ROWS["chats"]}
    record = next(one for one in graph if one["@type"] == "investigation:ProvenanceRecord")
    assert record["core:description"] == ["Sealed source, desktop-json; records 41, kept 3, set apart 19"]
    assert record["investigation:exhibitNumber"] == SOURCE
    done = {one["core:name"]: one for one in graph if one["@type"] == "investigation:InvestigativeAction"}
    assert [names[one["@id"]] for one in done["intake"]["action:object"]] == ["result.json"]
    assert done["intake"]["action:result"] == [{"@id": record["@id"]}]
    assert [names[one["@id"]] for one in done["reading and weighing"]["action:result"]] == [seller]


def case_name(one: Row) -> str:
    for part in one.get("core:hasFacet", []):
        for name in ("observable:fullValue", "observable:fileName"):
            if name in part:
                return str(part[name])
        if one["@type"] == "observable:Account" and "observable:accountIdentifier" in part:
            return str(part["observable:accountIdentifier"])
    return str(one.get("core:name") or one.get("core:description", ["?"])[0])


def value(one: Row, name: str) -> Any:
    return one[name]["@value"] if name in one else None


def confidence(one: Row) -> Any:
    return next(
        (
            part["core:confidence"]["@value"]
            for part in one.get("core:hasFacet", [])
            if "core:confidence" in part
        ),
        None,
    )


def plain(one: Any, names: dict[str, str]) -> Any:
    if isinstance(one, list):
        return [plain(part, names) for part in one]
    if isinstance(one, dict):
        return one["@value"] if "@value" in one else names.get(one.get("@id", ""), one)
    return one


def test_what_is_nearly_sure_is_not_told_as_sure() -> None:
    assert [share(one, WORDS) for one in (0.0, 0.001, 0.5, 0.999, 1.0)] == [
        "0.00",
        "0.01",
        "0.50",
        "0.99",
        "1.00",
    ]
    assert share(None, WORDS) == "unknown"


def test_ids_of_things_stay_those_of_earlier_exports() -> None:
    assert named_uuid("identity", "schakel") == "c1e117b9-f778-53e0-8fed-a9e09cdfe658"


def test_blocks_of_one_row_lose_none(engine: DuckDBEngine, tmp_path: Path) -> None:
    made = [Gathered(engine, whole_workspace(), Hiding(opened=True), tmp_path) for _ in range(2)]
    at_once, by_one = list(made[0].messages()), list(made[1].messages(rows=1))
    assert len(by_one) == len(ROWS["messages"])
    assert sorted_rows(by_one) == sorted_rows(at_once)
