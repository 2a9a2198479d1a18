"""The queue: leads in the order of the plan, a page at a time, each with why it stands there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from importlib.resources import files
from typing import Any

import pyarrow as pa

from schakel.records.facts import Verdict
from schakel.showing.desk.marked_text import MarkedText, snippet
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.known_names import known_names
from schakel.showing.seller_file import rows_with, selectors_in, texts_of
from schakel.store.engine import Engine
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.desk.sql")
PAGE = 50
SCALES = ("bulk", "retail")
STATES = ("chosen", "waits")
JUDGED = ("open", "done", "all")  # still to be judged (unless said otherwise), judged, both
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader wants to see; an empty word means: all."""

    unit: str = ""
    state: str = ""
    commodity: str = ""
    scale: str = ""
    judged: str = "open"
    unseen: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is filtered out beyond what is judged already."""
        return bool(self.unit or self.state or self.commodity or self.scale or self.unseen)

    def as_parameters(self) -> dict[str, str]:
        """The filters by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One lead as the queue shows it."""

    lead: Row
    why: list[ShownReason]
    message: str | None
    text: MarkedText | None
    word: Verdict | None = None
    newest: int = 0
    unseen: bool = False
    others: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What people did with the leads: words in force and newest rows by seller, what the reader saw, who is there now."""

    words: Mapping[str, Verdict] = field(default_factory=dict)
    newest: Mapping[str, int] = field(default_factory=dict)
    seen: Collection[str] = ()
    others: Callable[[Collection[str]], Mapping[str, Sequence[str]]] = lambda _: {}


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of the queue, and what may be filtered on."""

    rows: list[QueueRow]
    filters: Filters
    units: list[str]
    commodities: list[str]
    found: int
    page: int
    judged: int = 0
    in_all: int = 0

    @property
    def pages(self) -> int:
        """How many pages there are; one if nothing was found."""
        return max(1, -(-self.found // PAGE))


def queue_page(
    engine: Engine, asked: Filters, page: int, known: Known | None = None, *, size: int = PAGE
) -> QueuePage:
    """One page of the leads that pass the filters; a filter on something that does not occur is left out."""
    known = known or Known()
    units = engine.step(_SQL / "queue_units.sql")["name"].to_pylist()
    commodities = engine.step(_SQL / "queue_commodities.sql", by="")["name"].to_pylist()
    filters = Filters(
        unit=asked.unit if asked.unit in units else "",
        state=asked.state if asked.state in STATES else "",
        commodity=asked.commodity if asked.commodity in commodities else "",
        scale=asked.scale if asked.scale in SCALES else "",
        judged=asked.judged if asked.judged in JUDGED else "open",
        unseen="yes" if asked.unseen == "yes" else "",
    )
    every = _order(engine, filters)
    judged = sum(seller in known.words for _, seller in every)
    order = [one for one in every if _passes(one[1], filters, known)]
    page = min(max(page, 1), max(1, -(-len(order) // size)))
    rows = _rows(engine, order[(page - 1) * size : page * size])
    others = known.others([row.lead["seller_id"] for row in rows])
    rows = [_with_people(row, known, others) for row in rows]
    return QueuePage(rows, filters, units, commodities, len(order), page, judged, len(every))


def _passes(seller: str, filters: Filters, known: Known) -> bool:
    if filters.judged != "all" and (seller in known.words) != (filters.judged == "done"):
        return False
    return not (filters.unseen and seller in known.seen)


def _with_people(row: QueueRow, known: Known, others: Mapping[str, Sequence[str]]) -> QueueRow:
    seller = row.lead["seller_id"]
    return replace(
        row,
        word=known.words.get(seller),
        newest=known.newest.get(seller, 0),
        unseen=seller not in known.seen,
        others=others.get(seller, ()),
    )


def first_leads(engine: Engine, how_many: int) -> list[QueueRow]:
    """The first chosen leads of the plan."""
    return _rows(engine, _order(engine, Filters(state="chosen"))[:how_many])


def _order(engine: Engine, filters: Filters) -> list[tuple[str, str]]:
    """The leads and their sellers that pass the filters on what was found, in the order of the plan."""
    typed = {name: getattr(filters, name) for name in ("unit", "state", "scale")}
    found = engine.step(_SQL / "queue_order.sql", parameters=typed)
    every = list(zip(found["lead_id"].to_pylist(), found["seller_id"].to_pylist(), strict=True))
    if not filters.commodity:
        return every
    goods = {"commodity": filters.commodity}
    offering = engine.step(_SQL / "goods_sellers.sql", parameters=goods, by="commodity")["seller_id"]
    sellers = frozenset(offering.to_pylist())
    return [one for one in every if one[1] in sellers]


def _rows(engine: Engine, order: list[tuple[str, str]]) -> list[QueueRow]:
    lead_ids = [lead for lead, _ in order]
    wanted = pa.table(
        {"lead_id": pa.array(lead_ids, pa.string()), "place": pa.array(range(len(lead_ids)), pa.int64())}
    )
    only: dict[str, Wanted] = {
        "leads": {"lead_id": lead_ids},
        "plan": {"lead_id": lead_ids},
        "findings": {"subject_id": [seller for _, seller in order]},
    }
    leads = engine.step(_SQL / "queue_rows.sql", tables={"wanted": wanted}, only=only).to_pylist()
    messages = [_heaviest(lead) or _example(engine, lead["seller_id"]) for lead in leads]
    texts = _snippets(engine, [message for message in messages if message])
    return [
        QueueRow(lead, _why(lead), message, texts.get(message or ""))
        for lead, message in zip(leads, messages, strict=True)
    ]


def _why(lead: Row) -> list[ShownReason]:
    return shown_reasons(lead["plan_reasons"]) or shown_reasons(lead["reasons"])[:2]


def _heaviest(lead: Row) -> str | None:
    """The message with the offer on which the worth rests."""
    for reason in lead["reasons"] or []:
        if reason["rule"] == "harm" and reason["messages"]:
            return str(reason["messages"][0])
    return None


def _example(engine: Engine, seller: str) -> str | None:
    found = engine.step(_SQL / "seller_example.sql", parameters={"seller": seller}, by="seller")
    examples: list[str] = found["example"].to_pylist()
    return examples[0] if examples else None


def _snippets(engine: Engine, messages: list[str]) -> dict[str, MarkedText]:
    goods = _by_message(
        rows_with(engine, "items", ["message_id", "line", "spans"], messages, ["message_id", "line"])
    )
    contacts, known = _by_message(selectors_in(engine, messages)), known_names(engine)
    return {
        message: snippet(text, contacts.get(message, []), goods.get(message, []), known)
        for message, text in texts_of(engine, messages).items()
    }


def _by_message(rows: list[Row]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {}
    for row in rows:
        out.setdefault(row["message_id"], []).append(row)
    return out
