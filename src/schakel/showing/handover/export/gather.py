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
# By what the rows of each answer are in order, once their ids are those that may go out.
_ORDER = {
    "sources": ("source_id",),
    "chats": ("chat_id",),
    "accounts": ("account_id",),
    "sellers": ("seller_id",),
    "members": ("seller_id", "member_kind", "member_id"),
    "contacts": ("account_id", "type", "value"),
    "postings": ("account_id", "chat_id"),
    "campaigns": ("campaign_id",),
    "links": ("kind", "left_id", "right_id", "log10_lr"),
    "findings": ("subject_kind", "subject_id", "kind", "finding_id"),
    "leads": ("lead_id",),
    "identity": ("identity_lead_id",),
}


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
        found = [self._member(row) for row in self._rows("members")]
        yield from sorted(found, key=lambda row: (row["seller_id"], row["member_kind"], row["member_id"]))

    def selectors(self) -> Iterator[Row]:
        """Contacts that were named: numbers, usernames, wallets and so on."""
        for row in _each(self._contacts):
            if row["wanted"]:
                self.counts.gave("selectors")
                yield {
                    "selector_id": row["selector_id"],
                    "type": row["type"],
                    "value": self.hiding.name(row["value"]),
                    "messages": row["messages"],
                    "accounts": row["accounts"],
                }
            else:
                self.counts.left("selectors", OUTSIDE)

    def contacts(self) -> Iterator[Row]:
        """Which account names which contact."""
        found = self._table("contacts")
        named = zip(found["type"].to_pylist(), found["value"].to_pylist(), strict=True)
        ids = pa.array([self._contact_ids[one] for one in named], pa.string())
        found = found.drop_columns(["type", "value"]).append_column("selector_id", ids)
        yield from _each(_in_order(found, ("account_id", "selector_id")))

    def postings(self) -> Iterator[Row]:
        """Which account posts in which chat."""
        yield from _each(self._table("postings"))

    def campaigns(self) -> Iterator[Row]:
        """Copies of one ad, with the text that they share."""
        for rows in _batches(self._rows("campaigns")):
            wanted = [] if self.hiding.opened else [row["example"] for row in rows if row["example"]]
            texts = texts_of(self._engine, wanted)
            for row in rows:
                shown = self.hiding.template(row["template"] or "", texts.get(row.pop("example"), ""))
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
        for block in blocks(self._engine, self.scope, self.hiding.ids, held, self._scratch, rows):
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
        found = self._table(question or name)
        self.counts.gave(name, found.num_rows)
        self.counts.rest(name, OUTSIDE)
        for row in _each(found):
            if name in _REASONED:
                row["reasons"] = self.hiding.reasons(row["reasons"])
            yield row

    def _member(self, row: Row) -> Row:
        if row["member_kind"] != "selector":
            return row
        kind, _, value = row["member_id"].partition(":")
        return row | {"member_id": self._contact_ids[kind, value]}

    def _table(self, question: str) -> pa.Table:
        """The answer to a question with ids as they may go out, in an order that rests on these."""
        return _in_order(self.hiding.ids(self._asked(question)), _ORDER[question])

    def _asked(self, question: str) -> pa.Table:
        text = (SQL / f"{question}.sql").read_text("utf-8")
        parameters = {"whole": self.scope.whole} if "$whole" in text else {}
        return self._engine.step(SQL / f"{question}.sql", parameters=parameters, tables=self._given)

    @cached_property
    def seller_of(self) -> Mapping[str, str]:
        """The proposed seller of each account that the export reaches; to be told beside other rows, so not counted."""
        rows = _each(self._table("members"))
        return {row["member_id"]: row["seller_id"] for row in rows if row["member_kind"] == "account"}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each chat that has one, as it may be shown; not counted either."""
        rows = ((row["chat_id"], self.hiding.title(row)) for row in _each(self._table("chats")))
        return {known: title for known, title in rows if title}

    @cached_property
    def until(self) -> datetime:
        """The last moment that the export tells of: what takes the place of a clock."""
        return max(
            (row["last_seen"] for row in _each(self._table("chats")) if row["last_seen"]), default=_BEGINNING
        )

    @cached_property
    def ghosts(self) -> Mapping[str, Row]:
        """Of each proposed seller whether it is a ghost: probability with bounds; not counted either."""
        names = ("ghost_probability", "ghost_low", "ghost_high")
        return {row["seller_id"]: some(row, *names) for row in _each(self._table("sellers"))}

    @cached_property
    def subjects(self) -> Sequence[str]:
        """The leads, sellers and campaigns that were named, by their ids as they may go out."""
        return sorted(map(self.hiding.id, self.scope.subjects))

    @cached_property
    def _contacts(self) -> pa.Table:
        """All contacts with the pseudonym of each, made from where it stands first and not from what it is."""
        found = self._asked("selectors")
        places = zip(found["type"].to_pylist(), found["anchor"].to_pylist(), strict=True)
        ids = pa.array([self.hiding.id(make_id("h", *place)) for place in places], pa.string())
        return _in_order(found.append_column("selector_id", ids), ("type", "selector_id"))

    @cached_property
    def _contact_ids(self) -> Mapping[tuple[str, str], str]:
        """The pseudonym of each contact by its type and value."""
        types, values, ids = (self._contacts[name].to_pylist() for name in ("type", "value", "selector_id"))
        return dict(zip(zip(types, values, strict=True), ids, strict=True))

    def _of(self, block: Block) -> Iterator[Row]:
        offers = {row["message_id"]: row for row in _each(block.tables["offers"])}
        campaigns = dict(
            zip(
                *(block.tables["campaigns"][name].to_pylist() for name in ("message_id", "campaign_id")),
                strict=True,
            )
        )
        items, contacts = _by_message(block.tables["items"]), _by_message(block.tables["selectors"])
        for row, text in zip(_each(block.tables["messages"]), self._texts(block, contacts), strict=True):
            known = row["message_id"]
            offer, named = offers.get(known, {}), contacts.get(known, [])
            yield {
                **row,
                "text": text,
                "act": offer.get("act"),
                "probability": offer.get("score"),
                "language": offer.get("language"),
                "reasons": self.hiding.reasons(offer.get("reasons")),
                "campaign_id": campaigns.get(known),
                "items": items.get(known, []),
                "selectors": sorted({self._contact_ids[one["type"], one["value"]] for one in named}),
            }

    def _texts(self, block: Block, contacts: Mapping[str, Iterable[Row]]) -> Sequence[str | None]:
        """The text of each message of a block as it may go out."""
        ids, texts = (block.tables["messages"][name].to_pylist() for name in ("message_id", "text"))
        places = [[(one["start"], one["end"]) for one in contacts.get(known, ())] for known in ids]
        return self.hiding.texts(texts, places)


def _in_order(rows: pa.Table, columns: Sequence[str]) -> pa.Table:
    return rows.sort_by([(column, "ascending") for column in columns])


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
