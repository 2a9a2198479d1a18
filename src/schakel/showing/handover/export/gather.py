"""Everything that an export hands out, row by row and hidden as it must be: what each format draws on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa

from schakel.records.ids import make_id
from schakel.showing.handover.export.blocks import ROWS, Block, blocks
from schakel.showing.handover.export.counts import NEEDS_GROUND, OUTSIDE, Counts
from schakel.showing.handover.export.hiding import Hiding, Row
from schakel.showing.handover.export.scope import SQL, Scope
from schakel.showing.seller_file import texts_of
from schakel.showing.source_names import file_name
from schakel.store.engine import Engine

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_SLICE = 2_000  # rows of a table that are Python values at a time
Report = Callable[[str, int, int], None]
_REASONED = frozenset({"links", "findings", "leads"})


class Gathered:
    """The rows of one export. Each kind is given once, in an order that rests on ids alone; what is given is counted."""

    def __init__(
        self, engine: Engine, scope: Scope, hiding: Hiding, scratch: Path, report: Report = lambda *_: None
    ) -> None:
        """Takes where rows may wait meanwhile, and whom to tell how many messages are done."""
        self.scope, self.hiding, self._report = scope, hiding, report
        self._engine, self._scratch = engine, scratch
        self._given = dict(scope.tables())
        self._given["reach"] = self._asked("reach")
        sizes = {row["name"]: row["held"] for row in self._asked("sizes").to_pylist()}
        self._held = sizes
        self.counts = Counts(sizes | {"selectors": self._contacts.num_rows})

    # Kinds of rows

    def sources(self) -> Iterator[Row]:
        """The sealed files that the export rests on."""
        for row in self._rows("sources"):
            file = self.hiding.text(file_name(row["name"]))
            yield row | {"name": file, "brought_by": self.hiding.name(row["brought_by"])}

    def chats(self) -> Iterator[Row]:
        """Chats."""
        for row in self._rows("chats"):
            yield row | {"title": self.hiding.title(row), "telegram_id": self.hiding.number(row)}

    def accounts(self) -> Iterator[Row]:
        """Accounts, one row each."""
        hide = self.hiding.name
        for row in self._rows("accounts"):
            yield row | {name: hide(row[name]) for name in ("name", "names", "telegram_id", "usernames")}

    def sellers(self) -> Iterator[Row]:
        """Proposed sellers: hypotheses, with the probability that no supply stands behind them."""
        for row in self._rows("sellers"):
            said = {name: self.hiding.words("ghost", row[name]) for name in ("ghost_words", "ghost_words_nl")}
            yield row | said

    def members(self) -> Iterator[Row]:
        """Which accounts and contacts make up each seller."""
        for row in self._rows("members"):
            if row["member_kind"] == "selector":
                kind, _, value = row["member_id"].partition(":")
                yield row | {"member_id": self._contact_ids[kind, value]}
            else:
                yield row

    def selectors(self) -> Iterator[Row]:
        """Contacts that were named: numbers, usernames, wallets and so on."""
        for row in _each(self._contacts):
            if row["wanted"]:
                self.counts.gave("selectors")
                yield {
                    "selector_id": self._contact_ids[row["type"], row["value"]],
                    "type": row["type"],
                    "value": self.hiding.name(row["value"]),
                    "messages": row["messages"],
                    "accounts": row["accounts"],
                }
            else:
                self.counts.left("selectors", OUTSIDE)

    def contacts(self) -> Iterator[Row]:
        """Which account names which contact."""
        for row in _each(self._asked("contacts")):
            yield {
                "account_id": row["account_id"],
                "selector_id": self._contact_ids[row["type"], row["value"]],
                **{name: row[name] for name in ("messages", "first_seen", "last_seen", "acts")},
            }

    def postings(self) -> Iterator[Row]:
        """Which account posts in which chat."""
        yield from _each(self._asked("postings"))

    def campaigns(self) -> Iterator[Row]:
        """Copies of one ad, with the text that they share."""
        for rows in _batches(self._rows("campaigns")):
            wanted = [] if self.hiding.opened else [row["example"] for row in rows if row["example"]]
            texts = texts_of(self._engine, wanted)
            for row in rows:
                shown = self.hiding.template(row["template"] or "", texts.get(row["example"], ""))
                yield row | {"template": shown}

    def links(self) -> Iterator[Row]:
        """Ties between accounts with their log10 likelihood ratio."""
        yield from self._rows("links")

    def findings(self) -> Iterator[Row]:
        """What was concluded, with bounds and reasons."""
        for row in self._rows("findings"):
            said = {name: self.hiding.words(row["kind"], row[name]) for name in ("words", "words_nl")}
            yield row | said

    def leads(self) -> Iterator[Row]:
        """Sellers proposed for work, with worth and hours."""
        yield from self._rows("leads")

    def identity_leads(self) -> Iterator[Row]:
        """What sellers let slip; on an authorisation only."""
        if self.hiding.opened:
            yield from self._rows("identity_leads", "identity")
        else:
            self.counts.left("identity_leads", NEEDS_GROUND, self._held["identity_leads"])

    def messages(self, rows: int = ROWS) -> Iterator[Row]:
        """Messages, each with what was read in it: act, items, contacts, campaign and reasons."""
        given = items = 0
        held = self._held["messages"]
        for block in blocks(self._engine, self.scope, held, self._scratch, rows):
            for row in self._of(block):
                given, items = given + 1, items + len(row["items"])
                yield row
            self._report("exporting", given, held if self.scope.whole else 0)
        self.counts.gave("messages", given)
        self.counts.gave("items", items)
        self.counts.rest("messages", OUTSIDE)
        self.counts.rest("items", OUTSIDE)

    # How they are made

    def _rows(self, name: str, question: str = "") -> Iterator[Row]:
        found = self._asked(question or name)
        self.counts.gave(name, found.num_rows)
        self.counts.rest(name, OUTSIDE)
        for row in _each(found):
            if name in _REASONED:
                row["reasons"] = self.hiding.reasons(row["reasons"])
            yield row

    def _asked(self, question: str) -> pa.Table:
        text = (SQL / f"{question}.sql").read_text("utf-8")
        parameters = {"whole": self.scope.whole} if "$whole" in text else {}
        return self._engine.step(SQL / f"{question}.sql", parameters=parameters, tables=self._given)

    @cached_property
    def seller_of(self) -> Mapping[str, str]:
        """The proposed seller of each account that the export reaches; to be told beside other rows, so not counted."""
        rows = _each(self._asked("members"))
        return {row["member_id"]: row["seller_id"] for row in rows if row["member_kind"] == "account"}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each chat that has one, as it may be shown; not counted either."""
        rows = ((row["chat_id"], self.hiding.title(row)) for row in _each(self._asked("chats")))
        return {known: title for known, title in rows if title}

    @cached_property
    def until(self) -> datetime:
        """The last moment that the export tells of: what takes the place of a clock."""
        return max(
            (row["last_seen"] for row in _each(self._asked("chats")) if row["last_seen"]), default=_BEGINNING
        )

    @cached_property
    def ghosts(self) -> Mapping[str, Row]:
        """Of each proposed seller whether it is a ghost: probability with bounds; not counted either."""
        names = ("ghost_probability", "ghost_low", "ghost_high")
        return {row["seller_id"]: some(row, *names) for row in _each(self._asked("sellers"))}

    @cached_property
    def _contacts(self) -> pa.Table:
        return self._asked("selectors")

    @cached_property
    def _contact_ids(self) -> Mapping[tuple[str, str], str]:
        """The pseudonym of each contact, made from where it stands first and not from what it is."""
        columns = (self._contacts[name].to_pylist() for name in ("type", "value", "anchor"))
        return {
            (kind, value): make_id("h", kind, anchor) for kind, value, anchor in zip(*columns, strict=True)
        }

    def _of(self, block: Block) -> Iterator[Row]:
        offers = {row["message_id"]: row for row in _each(block.tables["offers"])}
        campaigns = dict(
            zip(
                *(block.tables["campaigns"][name].to_pylist() for name in ("message_id", "campaign_id")),
                strict=True,
            )
        )
        items, contacts = _by_message(block.tables["items"]), _by_message(block.tables["selectors"])
        for row in _each(block.tables["messages"]):
            known = row["message_id"]
            offer, named = offers.get(known, {}), contacts.get(known, [])
            yield {
                **row,
                "text": self.hiding.text(row["text"], ((one["start"], one["end"]) for one in named)),
                "act": offer.get("act"),
                "probability": offer.get("score"),
                "language": offer.get("language"),
                "reasons": self.hiding.reasons(offer.get("reasons")),
                "campaign_id": campaigns.get(known),
                "items": items.get(known, []),
                "selectors": sorted({self._contact_ids[one["type"], one["value"]] for one in named}),
            }


def _by_message(rows: pa.Table) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _each(rows):
        found[row["message_id"]].append(row)
    return found


def _each(rows: pa.Table) -> Iterator[Row]:
    for batch in rows.to_batches(max_chunksize=_SLICE):
        yield from batch.to_pylist()


def _batches(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    kept: list[Row] = []
    for row in rows:
        kept.append(row)
        if len(kept) == _SLICE:
            yield kept
            kept = []
    if kept:
        yield kept


def some(row: Mapping[str, Any], *names: str) -> Row:
    """Some values of a row, without those that are not there."""
    return {name: row[name] for name in names if row[name] not in (None, "", [])}
