"""Readings as Arrow tables, one set of rows for each unique text, ready to be taken for every message."""

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa

from schakel.reading.context.doubt import in_doubt, within_reach
from schakel.reading.offers import TextReading
from schakel.reading.selectors.wallets import one_form
from schakel.reading.weighing.acts import ReasonRow
from schakel.reading.weighing.weights import ACTS
from schakel.records.columns import REASONS
from schakel.records.tables import DOUBTS, ITEMS, OFFERS, SELECTORS

_OF_MESSAGE = frozenset({"offer_id", "message_id", "chat_id", "account_id", "sent_at", "reply_to"})
_NAMES = pa.dictionary(pa.int32(), pa.string())
Rows = Sequence[tuple[Any, ...]]


def _of_text(schema: pa.Schema) -> pa.Schema:
    return pa.schema(
        [field.with_type(_brief(field.type)) for field in schema if field.name not in _OF_MESSAGE]
    )


def _brief(kind: pa.DataType) -> pa.DataType:
    """Reasons with their names written once: taking them for every copy of a text is four times as fast."""
    if kind != REASONS:
        return kind
    fields = [f.with_type(_NAMES) if pa.types.is_string(f.type) else f for f in kind.value_type]
    return pa.list_(pa.struct(fields))


TEXT_SCHEMAS: dict[str, pa.Schema] = {
    "offers": _of_text(OFFERS),
    "items": _of_text(ITEMS),
    "selectors": _of_text(SELECTORS),
    "doubts": _of_text(DOUBTS),
}


def readings_to_tables(keys: list[str], readings: list[TextReading]) -> dict[str, pa.Table]:
    """The tables `offers`, `items`, `selectors` and `doubts` of unique texts with these ids, in their order.

    Columns are those of `records.tables` without what belongs to a message. Offers and items stand here only
    for texts with an act; selectors for every text, with act `none` where there is none. All that was read in a
    text of which the act depends on where it stands is in `doubts`, and nowhere else.
    """
    pairs = list(zip(keys, readings, strict=True))
    doubted = [in_doubt(reading.judgement.all_odds) for reading in readings]
    sure = [pair for pair, doubt in zip(pairs, doubted, strict=True) if not doubt]
    acting = [(key, reading) for key, reading in sure if reading.act != "none"]
    rows: dict[str, Rows] = {
        "offers": [_offer(key, reading) for key, reading in acting],
        "items": [(key, *row) for key, reading in acting for row in _items(reading)],
        "selectors": [(key, *row, reading.act) for key, reading in sure for row in _selectors(reading)],
        "doubts": [_doubt(*pair) for pair, doubt in zip(pairs, doubted, strict=True) if doubt],
    }
    return {name: _table(rows[name], TEXT_SCHEMAS[name]) for name in TEXT_SCHEMAS}


def doubts_of(keys: list[str], readings: list[TextReading]) -> pa.Table:
    """The rows of `doubts` of unique texts with these ids, in their order, whatever they are by their text alone."""
    rows = [_doubt(*pair) for pair in zip(keys, readings, strict=True)]
    return _table(rows, TEXT_SCHEMAS["doubts"])


# Rows are tuples in the order of the columns, turned once into whole columns: a third of the time that rows as
# dictionaries took.
def _offer(key: str, reading: TextReading) -> tuple[Any, ...]:
    reasons = [*reading.judgement.reason_rows(), *_of_goods(reading)]
    return (key, reading.act, reading.score, *_around(reading), reasons)


def _of_goods(reading: TextReading) -> list[ReasonRow]:
    """What tells the goods beside the word lists, as rows of a `reasons` column."""
    return [
        (one.rule, one.weight, one.span.start, one.span.end, one.detail, ())
        for one in reading.goods_reasons
        if one.span is not None
    ]


def _doubt(key: str, reading: TextReading) -> tuple[Any, ...]:
    judgement = reading.judgement
    signs = {sign.name for sign in judgement.signs}
    acts = [
        ACTS[act] for act in within_reach(judgement.all_odds, reading.among_traders or judgement.all_odds)
    ]
    return (
        key,
        judgement.all_odds,
        reading.among_traders or judgement.all_odds,
        "goods" in signs,
        not signs.isdisjoint(("goods", "selector given")),
        *_around(reading),
        [(act, [*judgement.reason_rows(act), *_of_goods(reading)]) for act in acts],
        _items(reading),
        _selectors(reading),
    )


def _around(reading: TextReading) -> tuple[Any, ...]:
    places = [(p.name, p.geonames, p.province, p.municipality, p.start, p.end) for p in reading.places]
    return reading.language, places, reading.delivery, reading.payment, reading.advance


def _items(reading: TextReading) -> Rows:
    return [
        (
            line, item.commodity, item.product, item.quantity, item.unit, item.price, item.currency,
            item.scale, item.spans,
        )
        for line, item in enumerate(reading.items)
    ]  # fmt: skip


def _selectors(reading: TextReading) -> Rows:
    return [(one.type, one_form(one.type, one.value), one.start, one.end) for one in reading.selectors]


def _table(rows: Rows, schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [_array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """A column; lists and structs (as tuples) are built from their parts, level by level."""
    if pa.types.is_list(kind):
        ends = pa.array(list(accumulate(map(len, values), initial=0)), pa.int32())
        return pa.ListArray.from_arrays(
            ends, _array(list(chain.from_iterable(values)), kind.value_type), type=kind
        )
    if pa.types.is_struct(kind):
        parts = list(zip(*values, strict=True)) or [()] * kind.num_fields
        fields = list(kind)
        return pa.StructArray.from_arrays(
            [_array(part, field.type) for part, field in zip(parts, fields, strict=True)], fields=fields
        )
    return pa.array(values, kind)
