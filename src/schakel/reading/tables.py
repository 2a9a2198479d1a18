"""Readings as Arrow tables, one set of rows for each unique text, ready to be taken for every message."""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from schakel.reading.offers import TextReading
from schakel.records.ids import text_id
from schakel.records.tables import ITEMS, OFFERS, SELECTORS

_OF_MESSAGE = frozenset({"offer_id", "message_id", "chat_id", "account_id", "sent_at"})


def _of_text(schema: pa.Schema) -> pa.Schema:
    return pa.schema([field for field in schema if field.name not in _OF_MESSAGE])


TEXT_SCHEMAS: dict[str, pa.Schema] = {
    "offers": _of_text(OFFERS),
    "items": _of_text(ITEMS),
    "selectors": _of_text(SELECTORS),
}


def readings_to_tables(texts: list[str], readings: list[TextReading]) -> dict[str, pa.Table]:
    """The tables `offers`, `items` and `selectors` of unique texts, keyed by `text_id`, in the order of the texts.

    Columns are those of `records.tables` without what belongs to a message. Offers and items stand here only
    for texts with an act; selectors for every text, with act `none` where there is none.
    """
    ids = [text_id(text) for text in texts]
    pairs = list(zip(ids, readings, strict=True))
    rows: dict[str, list[dict[str, Any]]] = {
        "offers": [_offer(key, reading) for key, reading in pairs if reading.act != "none"],
        "items": [row for key, reading in pairs if reading.act != "none" for row in _items(key, reading)],
        "selectors": [row for key, reading in pairs for row in _selectors(key, reading)],
    }
    return {name: pa.Table.from_pylist(rows[name], schema=TEXT_SCHEMAS[name]) for name in TEXT_SCHEMAS}


def _offer(key: str, reading: TextReading) -> dict[str, Any]:
    return {
        "text_id": key,
        "act": reading.act,
        "score": reading.score,
        "language": reading.language,
        "places": [
            {
                "name": place.name,
                "geonames": place.geonames,
                "province": place.province,
                "municipality": place.municipality,
                "start": place.start,
                "end": place.end,
            }
            for place in reading.places
        ],
        "delivery": list(reading.delivery),
        "payment": list(reading.payment),
        "advance": reading.advance,
        "reasons": [reason.row() for reason in reading.reasons],
    }


def _items(key: str, reading: TextReading) -> Iterator[dict[str, Any]]:
    for line, item in enumerate(reading.items):
        yield {
            "text_id": key,
            "line": line,
            "commodity": item.commodity,
            "product": item.product,
            "quantity": item.quantity,
            "unit": item.unit,
            "price": item.price,
            "currency": item.currency,
            "scale": item.scale,
            "spans": _spans(item.spans),
        }


def _spans(spans: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in spans]


def _selectors(key: str, reading: TextReading) -> Iterator[dict[str, Any]]:
    for found in reading.selectors:
        yield {
            "text_id": key,
            "type": found.type,
            "value": found.value,
            "start": found.start,
            "end": found.end,
            "act": reading.act,
        }
