"""Everything known of one seller, one lead or one message, gathered from the tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pyarrow as pa

from schakel.records.errors import SettingsError
from schakel.store.engine import Engine, Parameter
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.sql")
_CONTEXT = 4  # messages before and after
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SellerFile:
    """Accounts and selectors, what is offered, texts, findings, the evidence that links the accounts, identity leads."""

    seller_id: str
    members: list[Row]
    items: list[Row]
    campaigns: list[Row]
    findings: list[Row]
    links: list[Row]
    identity: list[Row]


@dataclass(frozen=True, slots=True)
class MessageFile:
    """One message with what was read in it, its selectors, and the messages around it.

    `in_context` has a row if the text alone left in doubt what the message does.
    """

    message: Row
    readings: list[Row]
    items: list[Row]
    selectors: list[Row]
    context: list[Row]
    in_context: list[Row]


def seller_file(engine: Engine, seller: str) -> SellerFile:
    """The file of one seller; SettingsError if there is none with this id."""
    rows = {
        name: _about(engine, f"seller_{name}", seller)
        for name in ("members", "items", "campaigns", "identity")
    }
    if not rows["members"]:
        raise _nothing("seller", seller)
    members = [row["member_id"] for row in rows["members"]]
    findings: dict[str, Wanted] = {"findings": {"subject_id": [seller]}}
    links: dict[str, Wanted] = {
        "links": {"left_id": members, "right_id": members},
        "sellers": {"seller_id": [seller]},
    }
    return SellerFile(
        seller,
        findings=_ask(engine, "seller_findings", findings, seller=seller),
        links=_ask(engine, "seller_links", links, seller=seller),
        **rows,
    )


def lead_row(engine: Engine, lead: str) -> Row:
    """One lead with its place in the plan."""
    rows = _ask(engine, "one_lead", {"leads": {"lead_id": [lead]}, "plan": {"lead_id": [lead]}}, lead=lead)
    if not rows:
        raise _nothing("lead", lead)
    return rows[0]


def message_file(engine: Engine, message: str) -> MessageFile:
    """One message with its reading and its surroundings."""
    own: Wanted = {"message_id": [message]}
    found = _ask(engine, "one_message", {"messages": own}, message=message)
    if not found:
        raise _nothing("message", message)
    row = found[0]
    first, last = row["tg_id"] - _CONTEXT, row["tg_id"] + _CONTEXT
    around: Wanted = {"place": [f"{row['chat_id']}/{number}" for number in range(first, last + 1)]}
    context = _ask(
        engine, "message_context", {"messages": around}, chat=row["chat_id"], first=first, last=last
    )
    return MessageFile(
        message=row,
        readings=_ask(engine, "message_reading", {"offers": own}, message=message),
        items=_ask(engine, "message_items", {"items": own}, message=message),
        selectors=selectors_in(engine, [line["message_id"] for line in context]),
        context=context,
        in_context=_ask(engine, "message_in_context", {"contexts": own}, message=message),
    )


def scope_of(engine: Engine, subject: str) -> tuple[frozenset[str], frozenset[str], str | None]:
    """What a seller, lead, message or campaign has to do with: chats by every name they have, commodities, and the seller."""
    seller: str | None = None
    if subject.startswith("m_"):
        rows = _ask(engine, "message_scope", message=subject)
        seller = next((row["value"] for row in rows if row["kind"] == "seller"), None)
    elif subject.startswith("k_"):
        rows = _ask(engine, "campaign_scope", campaign=subject)
        seller = next((row["value"] for row in rows if row["kind"] == "seller"), None)
    else:
        seller = lead_row(engine, subject)["seller_id"] if subject.startswith("l_") else subject
        rows = _ask(engine, "seller_scope", seller=seller)
    chats, goods = (
        frozenset(row["value"] for row in rows if row["kind"] == kind and row["value"] is not None)
        for kind in ("chat", "commodity")
    )
    return chats, goods, seller


def selectors_in(engine: Engine, message_ids: list[str]) -> list[Row]:
    """The selectors that were read in these messages."""
    return about_messages(engine, _SQL / "message_selectors.sql", "selectors", message_ids)


def about_messages(engine: Engine, sql: Traversable, table: str, message_ids: Sequence[str]) -> list[Row]:
    """What one table says of some messages, by a question that takes them as the table `wanted`."""
    wanted = pa.table({"message_id": pa.array(message_ids, pa.string())})
    only: dict[str, Wanted] = {table: {"message_id": message_ids}}
    rows: list[Row] = engine.step(sql, tables={"wanted": wanted}, only=only).to_pylist()
    return rows


def _ask(
    engine: Engine, question: str, only: Mapping[str, Wanted] | None = None, **parameters: Parameter
) -> list[Row]:
    rows: list[Row] = engine.step(_SQL / f"{question}.sql", parameters=parameters, only=only).to_pylist()
    return rows


def _about(engine: Engine, question: str, seller: str) -> list[Row]:
    rows: list[Row] = engine.step(
        _SQL / f"{question}.sql", parameters={"seller": seller}, by="seller"
    ).to_pylist()
    return rows


def _nothing(kind: str, subject: str) -> SettingsError:
    return SettingsError(
        f"There is no {kind} {subject} in this workspace.",
        todo="schakel plan lists the leads; ids start with s_ (seller), l_ (lead) or m_ (message).",
    )
