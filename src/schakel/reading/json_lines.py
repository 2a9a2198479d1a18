"""Reads texts given as JSON lines, for programs that want the reading without a workspace."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from schakel.reading.offers import TextReading, read_text
from schakel.store.workers import Workers

# Enough texts to be worth handing to another process, few enough that the first answers come at once.
_LINES = 500


class AskedText(msgspec.Struct, frozen=True):
    """One line that came in; other keys than these are left alone."""

    id: Any = None
    text: str = ""


def read_lines(lines: Iterable[bytes], workers: Workers) -> Iterator[bytes]:
    """One JSON line for every line that came in, in the same order; a line that is not JSON gets an `error`."""
    for answers in workers.run(_read_batch, _batches(lines)):
        yield from answers


def reading_as_json(reading: TextReading) -> dict[str, Any]:
    """One reading as the record that machines read; its keys are promised in the design."""
    return {
        "act": reading.act,
        "score": round(reading.score, 6),
        "language": reading.language,
        "items": [
            {
                "commodity": item.commodity,
                "product": item.product,
                "quantity": item.quantity,
                "unit": item.unit,
                "price": item.price,
                "currency": item.currency,
                "scale": item.scale,
                "spans": [list(span) for span in item.spans],
            }
            for item in reading.items
        ],
        "places": [
            {"name": place.name, "geonames": place.geonames, "province": place.province}
            for place in reading.places
        ],
        "selectors": [{"type": found.type, "value": found.value} for found in reading.selectors],
        "delivery": list(reading.delivery),
        "payment": list(reading.payment),
        "advance": reading.advance,
        "reasons": [
            {
                "rule": reason.rule,
                "weight": reason.weight,
                "span": [reason.span.start, reason.span.end] if reason.span else None,
            }
            for reason in reading.reasons
        ],
    }


def _batches(lines: Iterable[bytes]) -> Iterator[tuple[bytes, ...]]:
    rest = iter(lines)
    while batch := tuple(islice(rest, _LINES)):
        yield batch


def _read_batch(lines: tuple[bytes, ...]) -> list[bytes]:
    return [_read_line(line) for line in lines]


def _read_line(line: bytes) -> bytes:
    try:
        asked = msgspec.json.decode(line, type=AskedText)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _line({"id": None, "error": f"This line is not JSON with a text: {error}"})
    try:
        return _line({"id": asked.id} | reading_as_json(read_text(asked.text)))
    except Exception as error:  # noqa: BLE001 - one hostile text must not take the good ones with it
        return _line({"id": asked.id, "error": f"This text could not be read: {type(error).__name__}"})


def _line(answer: dict[str, Any]) -> bytes:
    return msgspec.json.encode(answer) + b"\n"
