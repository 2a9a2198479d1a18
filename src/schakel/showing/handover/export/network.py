"""The network of an export: accounts, sellers, chats and contacts as nodes, and what ties them as edges."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from schakel.records.times import written_utc
from schakel.showing.handover.export.counts import OUTSIDE
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Row, in_words
from schakel.showing.handover.export.words import about_ghost, about_role

# The facts of nodes and edges with their types, in the order in which they are declared.
NODE = {
    "kind": "string",
    "hypothesis": "boolean",
    "seller": "string",
    "type": "string",
    "role": "string",
    "role_probability": "double",
    "role_low": "double",
    "role_high": "double",
    "ghost_probability": "double",
    "ghost_low": "double",
    "ghost_high": "double",
    "messages": "long",
    "first_seen": "string",
    "last_seen": "string",
    "words": "string",
}
EDGE = {
    "kind": "string",
    "hypothesis": "boolean",
    "mutual": "boolean",  # whether it leads both ways: readers refuse a graph with edges of both sorts
    "log10_lr": "double",
    "probability": "double",
    "messages": "long",
    "first_seen": "string",
    "last_seen": "string",
    "reasons": "string",
}
_MUTUAL = frozenset({"same-seller", "same-photo"})


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id, what stands under it, its facts by the names in NODE."""

    id: str
    label: str
    facts: Row


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from one node to another, with its facts by the names in EDGE."""

    id: str
    source: str
    target: str
    facts: Row


class Network:
    """Nodes first, then edges; an edge of which an end is no node is left out and counted."""

    def __init__(self, gathered: Gathered, words: Any) -> None:
        self._gathered, self._words = gathered, words
        self._nodes: set[str] = set()

    def nodes(self) -> Iterator[Node]:
        """Every node once."""
        for node in self._made():
            self._nodes.add(node.id)
            yield node

    def edges(self) -> Iterator[Edge]:
        """Every edge whose ends are nodes, numbered in order."""
        number = 0
        for table, source, target, facts in self._ties():
            if source in self._nodes and target in self._nodes:
                number += 1
                kept = {name: facts[name] for name in EDGE if facts.get(name) not in (None, "")}
                yield Edge(f"e{number}", source, target, kept)
            elif table:
                self._gathered.counts.taken_back(table, OUTSIDE)

    def _made(self) -> Iterator[Node]:
        gathered = self._gathered
        for row in gathered.sellers():
            facts = {
                "kind": "seller",
                "hypothesis": True,
                "messages": row["ads"],
                "words": _said(row, self._words),
            }
            yield _node(row["seller_id"], row["title"], row | _seen(row, "first_ad", "last_ad") | facts)
        for row in gathered.accounts():
            facts = {"kind": "account", "hypothesis": False, "seller": row["seller_id"], "words": ""}
            yield _node(row["account_id"], row["name"], row | _seen(row) | facts)
        for row in gathered.chats():
            facts = {"kind": "chat", "hypothesis": False, "type": row["kind"]}
            yield _node(row["chat_id"], row["title"], row | _seen(row) | facts)
        for row in gathered.selectors():
            facts = {"kind": "selector", "hypothesis": False}
            yield _node(row["selector_id"], row["value"] or row["type"], row | facts)

    def _ties(self) -> Iterator[tuple[str, str, str, Row]]:
        gathered = self._gathered
        for row in gathered.members():
            yield "members", row["seller_id"], row["member_id"], {"kind": "member", "hypothesis": True}
        for row in gathered.links():
            facts = {
                "hypothesis": row["kind"] == "same-seller",
                "mutual": row["kind"] in _MUTUAL,
                "reasons": in_words(row["reasons"]),
            }
            yield (
                "links",
                row["left_id"],
                row["right_id"],
                row | _seen(row, "first_month", "last_month") | facts,
            )
        for row in gathered.contacts():
            facts = {"kind": "names-contact", "hypothesis": False}
            yield "", row["account_id"], row["selector_id"], row | _seen(row) | facts
        for row in gathered.postings():
            facts = {"kind": "posts-in", "hypothesis": False}
            yield "", row["account_id"], row["chat_id"], row | _seen(row) | facts


def _node(known: str, label: str | None, facts: Row) -> Node:
    kept = {name: facts[name] for name in NODE if facts.get(name) not in (None, "")}
    return Node(known, label or known, kept)


def _seen(row: Row, first: str = "first_seen", last: str = "last_seen") -> Row:
    return {"first_seen": _moment(row[first]), "last_seen": _moment(row[last])}


def _moment(value: Any) -> str | None:
    if isinstance(value, datetime):
        return written_utc(value)
    return value.isoformat() if isinstance(value, date) else None


def _said(row: Row, words: Any) -> str:
    parts = (
        words["seller"].format(id=row["seller_id"]) + ".",
        about_ghost(row, words),
        about_role(row, words),
    )
    return " ".join(filter(None, parts))
