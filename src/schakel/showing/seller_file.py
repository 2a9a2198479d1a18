"""Everything known of one seller, one lead or one message, gathered from the tables."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pyarrow as pa

from schakel.records.errors import SettingsError
from schakel.store.engine import Engine

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
        name: _ask(engine, f"seller_{name}", seller=seller)
        for name in ("members", "items", "campaigns", "findings", "links", "identity")
    }
    if not rows["members"]:
        raise _nothing("seller", seller)
    return SellerFile(seller, **rows)


def lead_row(engine: Engine, lead: str) -> Row:
    """One lead with its place in the plan."""
    rows = _ask(engine, "one_lead", lead=lead)
    if not rows:
        raise _nothing("lead", lead)
    return rows[0]


def message_file(engine: Engine, message: str) -> MessageFile:
    """One message with its reading and its surroundings."""
    found = _ask(engine, "one_message", message=message)
    if not found:
        raise _nothing("message", message)
    row = found[0]
    context = engine.step(
        _SQL / "message_context.sql",
        parameters={
            "chat": row["chat_id"],
            "first": row["tg_id"] - _CONTEXT,
            "last": row["tg_id"] + _CONTEXT,
        },
    ).to_pylist()
    return MessageFile(
        message=row,
        readings=_ask(engine, "message_reading", message=message),
        items=_ask(engine, "message_items", message=message),
        selectors=selectors_in(engine, [line["message_id"] for line in context]),
        context=context,
        in_context=_ask(engine, "message_in_context", message=message),
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
    wanted = pa.table({"message_id": pa.array(message_ids, pa.string())})
    rows: list[Row] = engine.step(_SQL / "message_selectors.sql", tables={"wanted": wanted}).to_pylist()
    return rows


def _ask(engine: Engine, question: str, **parameters: str) -> list[Row]:
    rows: list[Row] = engine.step(_SQL / f"{question}.sql", parameters=parameters).to_pylist()
    return rows


def _nothing(kind: str, subject: str) -> SettingsError:
    return SettingsError(
        f"There is no {kind} {subject} in this workspace.",
        todo="schakel plan lists the leads; ids start with s_ (seller), l_ (lead) or m_ (message).",
    )
