"""Tables, networks and timelines, read back, tell every field of every row: none is dropped, swapped or cut short."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pytest

from schakel.showing.handover.export.formats import FORMATS, usual_place
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.scope import whole_workspace
from schakel.showing.handover.export.standards import named_uuid
from schakel.showing.handover.export.tables import layout
from schakel.showing.handover.export.words import share
from schakel.store.duckdb_engine import DuckDBEngine
from tests.showing.handover.export.conftest import lines
from tests.showing.handover.export.every_column import (
    A1,
    A2,
    CHAT,
    IBAN,
    M1,
    M2,
    MEDIA,
    PHONE,
    POSTINGS,
    ROWS,
    SELLER,
    TALK,
    Row,
)
from tests.showing.handover.export.every_column_said import (
    GHOST_SAID,
    ITEMS_SAID,
    KEYED,
    ROLE_SAID,
    WORDS,
    Written,
    engine,
    sorted_rows,
    stamp,
    written,
)

__all__ = ["engine", "written"]  # fixtures of the neighbours
# Columns of which nothing goes out while identities are closed.
CLOSED = {"name", "names", "usernames", "brought_by", "value"}


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(value) if isinstance(value, list) else str(stamp(value))
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+") else text


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
