"""Everything known of one seller, one lead or one message, gathered from the tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pyarrow.compute as pc

from schakel.records.errors import SettingsError
from schakel.records.tables import SCHEMAS
from schakel.showing.campaign_file import rows_of
from schakel.showing.known_names import known_names
from schakel.showing.veil import template_veiled
from schakel.store.engine import Engine, Parameter
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.sql")
_CONTEXT = 4  # messages before and after
_TEXT = 4000  # characters of a text that a list shows at most
_READ = ("act", "score", "language", "places", "delivery", "payment", "advance", "reasons")
_ITEM = ("line", "commodity", "product", "quantity", "unit", "price", "currency", "scale", "spans")
_WEIGHED = ("act", "nearest", "score", "act_alone", "score_alone", "reasons")
_NUMBER = re.compile(
    r"(?P<kind>user|channel)?(?P<number>[0-9]{1,18})"
)  # as many digits as a whole number here holds
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
        name: about(engine, _SQL / f"seller_{name}.sql", "seller", seller)
        for name in ("members", "items", "campaigns", "findings", "links", "identity")
    }
    if not rows["members"]:
        raise _nothing("seller", seller)
    return SellerFile(seller, **rows)


def findings_of(engine: Engine, subject: str) -> list[Row]:
    """What was concluded about a network, a chat or an account, with its reasons: the chain, roles, ghosts, scale and so on.

    SettingsError if nothing was.
    """
    found = _ask(engine, "subject_findings", subject=subject)
    if not found:
        raise _nothing("network, chat or account with findings", subject)
    return found


def seller_of_account(engine: Engine, subject: str) -> str:
    """The seller whom an account belongs to, by its id or its number at Telegram (`user9001` in exports, or 9001).

    Any other id, and an account of no seller, is given back as it is; so is a number that accounts of several sellers
    have, since a channel and a person may have the same.
    """
    if number := _NUMBER.fullmatch(subject):
        accounts = _numbered(engine, number["kind"], int(number["number"]))
        sellers = set(engine.some("sellers", ["seller_id"], "member_id", accounts)["seller_id"].to_pylist())
        return sellers.pop() if len(sellers) == 1 else subject
    if not subject.startswith("a_"):
        return subject
    found = engine.some("sellers", ["seller_id"], "member_id", [subject])["seller_id"].to_pylist()
    return found[0] if found else subject


def _numbered(engine: Engine, kind: str | None, number: int) -> list[str]:
    """The accounts with this number at Telegram, of one kind if it is told."""
    told = engine.read("accounts", ["account_id", "account_tg_id", "kind"])
    rows = told.filter(pc.equal(told["account_tg_id"], number)).to_pylist()
    return [row["account_id"] for row in rows if kind in (None, row["kind"])]


def lead_row(engine: Engine, lead: str) -> Row:
    """One lead with its place in the plan."""
    rows = about(engine, _SQL / "one_lead.sql", "lead", lead)
    if not rows:
        raise _nothing("lead", lead)
    return rows[0]


def message_file(engine: Engine, message: str) -> MessageFile:
    """One message with its reading and its surroundings."""
    found = rows_with(engine, "messages", SCHEMAS["messages"].names, [message])
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
        readings=rows_with(engine, "offers", _READ, [message], ["offer_id"]),
        items=rows_with(engine, "items", _ITEM, [message], ["line", "commodity", "product"]),
        selectors=selectors_in(engine, [line["message_id"] for line in context]),
        context=context,
        in_context=rows_with(engine, "contexts", _WEIGHED, [message], ["nearest"]),
    )


def scope_of(engine: Engine, subject: str) -> tuple[frozenset[str], frozenset[str], str | None]:
    """What a seller, lead, message or campaign has to do with: chats by every name they have, commodities, and the seller."""
    seller: str | None = None
    if subject.startswith("m_"):
        posted = engine.some("messages", ["account_id"], "message_id", [subject])
        accounts = [account for account in posted["account_id"].to_pylist() if account is not None]
        own: dict[str, Wanted] = {name: {"message_id": [subject]} for name in ("messages", "items")}
        rows = _ask(engine, "message_scope", own | {"sellers": {"member_id": accounts}}, message=subject)
        seller = next((row["value"] for row in rows if row["kind"] == "seller"), None)
    elif subject.startswith("k_"):
        rows = _ask(engine, "campaign_scope", rows_of(engine, subject), campaign=subject)
        seller = next((row["value"] for row in rows if row["kind"] == "seller"), None)
    else:
        seller = lead_row(engine, subject)["seller_id"] if subject.startswith("l_") else subject
        rows = about(engine, _SQL / "seller_scope.sql", "seller", seller)
    chats, goods = (
        frozenset(row["value"] for row in rows if row["kind"] == kind and row["value"] is not None)
        for kind in ("chat", "commodity")
    )
    return chats, goods, seller


def selectors_in(engine: Engine, message_ids: Sequence[str]) -> list[Row]:
    """The selectors that were read in these messages, so that they can be hidden or shown."""
    order = ["message_id", "start", "type", "value"]
    return rows_with(engine, "selectors", [*order, "end"], message_ids, order)


def lines_in(engine: Engine, message_ids: Sequence[str]) -> list[Row]:
    """What was read in these messages, line by line."""
    order = ["message_id", "line", "commodity", "product"]
    return rows_with(engine, "items", ["message_id", *_ITEM], message_ids, order)


def texts_of(engine: Engine, message_ids: Sequence[str]) -> dict[str, str]:
    """The first part of the text of each of these messages."""
    rows = rows_with(engine, "messages", ["message_id", "text"], message_ids)
    return {row["message_id"]: (row["text"] or "")[:_TEXT] for row in rows}


def hidden_templates(engine: Engine, campaigns: Sequence[Row]) -> dict[str, str]:
    """The template of each of a seller's campaigns with contacts and names hidden, as they are in a text of the seller's."""
    texts, known = texts_of(engine, [row["example"] for row in campaigns]), known_names(engine)
    return {
        row["campaign_id"]: template_veiled(row["template"] or "", texts.get(row["example"], ""), known)
        for row in campaigns
    }


def rows_with(
    engine: Engine, table: str, columns: Sequence[str], message_ids: Sequence[str], order: Sequence[str] = ()
) -> list[Row]:
    """What one table says of some messages, in order."""
    found = engine.some(table, list(dict.fromkeys([*columns, *order])), "message_id", message_ids)
    ordered = found.sort_by([(name, "ascending") for name in order]) if order else found
    rows: list[Row] = ordered.select(list(columns)).to_pylist()
    return rows


def about(engine: Engine, sql: Traversable, parameter: str, subject: str) -> list[Row]:
    """What a question gives that was asked beforehand about every seller or every lead."""
    rows: list[Row] = engine.step(sql, parameters={parameter: subject}, by=parameter).to_pylist()
    return rows


def _ask(
    engine: Engine, question: str, only: Mapping[str, Wanted] | None = None, **parameters: Parameter
) -> list[Row]:
    rows: list[Row] = engine.step(_SQL / f"{question}.sql", parameters=parameters, only=only).to_pylist()
    return rows


def _nothing(kind: str, subject: str) -> SettingsError:
    return SettingsError(
        f"There is no {kind} {subject} in this workspace.",
        todo="schakel plan lists the leads; ids start with s_ (seller), l_ (lead), m_ (message), k_ (campaign), n_ (network), "
        "c_ (chat) or a_ (account).",
    )
