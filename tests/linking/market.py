"""A small market written by hand, message by message, for the tests of linking."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa

from schakel.linking.copies.campaigns import find_campaigns
from schakel.linking.network.contacts import map_contacts
from schakel.linking.sellers import link_sellers
from schakel.records import ids
from schakel.records.facts import Verdict
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

START = datetime(2026, 1, 1, tzinfo=UTC)


def account(number: int) -> str:
    return ids.account_id("user", number)


def seller(number: int) -> str:
    return ids.make_id("s", account(number))


@dataclass
class Market:
    messages: list[dict[str, Any]] = field(default_factory=list)
    offers: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    selectors: list[dict[str, Any]] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    channels: set[int] = field(default_factory=set)  # the accounts that are channels

    def post(self, who: int, text: str, *, day: float = 0, act: str | None = "offer", **more: Any) -> str:
        """One message; `contacts` as `type:value`, `prices` as item lines, `photo`, `chat`, `reply_to`..."""
        number = len(self.messages) + 1
        chat = ids.chat_id("channel", more.get("chat", 1), "")
        sent = START + timedelta(days=day)
        message = ids.message_id(chat, number, text, None)
        common = {"message_id": message, "chat_id": chat, "account_id": account(who), "sent_at": sent}
        self.names.setdefault(who, f"nobody {who * 7919 % 104729:06d} {chr(97 + who % 26) * 5}")
        self.messages.append(
            common
            | {"tg_id": number, "account_tg_id": who, "text": text, "source_id": "s"}
            | {"account_name": self.names[who], "media_sha256": more.get("photo")}
            | {
                k: more.get(k)
                for k in ("reply_to", "forwarded_from", "forwarded_from_id", "entities", "extra")
            }
        )
        if act is not None:
            offer = common | {
                "offer_id": message.replace("m_", "o_"),
                "text_id": ids.text_id(text),
                "act": act,
            }
            self.offers.append(offer | {"score": 0.9, "places": more.get("places", [])})
        self._parts(common, text, act, more)
        return message

    def _parts(self, common: dict[str, Any], text: str, act: str | None, more: dict[str, Any]) -> None:
        written = {"message_id": common["message_id"], "text_id": ids.text_id(text)}
        for contact in more.get("contacts", ()):
            kind, value = contact.split(":", 1)
            start = max(text.find(value), 0)
            self.selectors.append(
                written
                | {"account_id": common["account_id"], "type": kind, "value": value, "act": act or "none"}
                | {"start": start, "end": start + len(value)}
            )
        for line, (quantity, price) in enumerate(more.get("prices", ())):
            self.items.append(
                written
                | {
                    "line": line,
                    "commodity": more.get("commodity", "cocaine"),
                    "quantity": float(quantity),
                    "unit": "g",
                }
                | {"price": float(price), "currency": "EUR"}
            )

    def write(self, engine: DuckDBEngine, shuffle: int | None = None) -> None:
        accounts = [
            {"account_id": account(n), "account_tg_id": n, "name": name, "last_seen": START}
            | {"kind": "channel" if n in self.channels else "user"}
            for n, name in self.names.items()
        ]
        tables = {
            "messages": self.messages,
            "offers": self.offers,
            "items": self.items,
            "selectors": self.selectors,
            "accounts": accounts,
        }
        for name, rows in tables.items():
            ordered = list(rows)
            if shuffle is not None:
                random.Random(shuffle).shuffle(ordered)
            engine.write(from_rows(ordered, name), name)

    def link(
        self, engine: DuckDBEngine, *verdicts: Verdict, shuffle: int | None = None
    ) -> dict[str, pa.Table]:
        """The whole room on this market."""
        self.write(engine, shuffle)
        made = find_campaigns(engine) | map_contacts(engine)
        for name, table in made.items():
            engine.write(table, name)
        return made | link_sellers(engine, verdicts)


def groups(tables: dict[str, pa.Table]) -> list[list[int]]:
    """The sellers as groups of account numbers."""
    found: dict[str, list[int]] = {}
    for row in tables["sellers"].to_pylist():
        if row["member_kind"] == "account":
            found.setdefault(row["seller_id"], []).append(row["account_tg_id"])
    return sorted(sorted(group) for group in found.values())


def reasons(tables: dict[str, pa.Table], one: int, other: int) -> dict[str, float]:
    """The weights of the same-seller link of two accounts, by rule (the strongest of each)."""
    left, right = sorted((account(one), account(other)))
    out: dict[str, float] = {}
    for row in tables["links"].to_pylist():
        if row["kind"] == "same-seller" and (row["left_id"], row["right_id"]) == (left, right):
            for reason in row["reasons"]:
                out[reason["rule"]] = max(out.get(reason["rule"], -99.0), reason["weight"])
    return out


def said(number: int, subject: str, other: str | None, answer: Any) -> Verdict:
    return Verdict(number, subject, other, answer, "ana", "2026-01-01T00:00:00Z", "seen")


def post_own(
    market: Market, who: int, *, day: float = 0, contact: str | None = None, words: str = ""
) -> None:
    """A post with words of its own, and a contact where one is given."""
    contacts = [contact] if contact else []
    value = contact.split(":", 1)[1] if contact else ""
    market.post(
        who, f"verkoper {who} heeft {words} vers binnen {value} dag {day}", day=day, contacts=contacts
    )
