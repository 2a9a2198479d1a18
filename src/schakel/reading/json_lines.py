"""Reads texts given as JSON lines, for programs that want the reading without a workspace."""

import gc
import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import msgspec

from schakel.reading.offers import TextReading, read_text, read_texts
from schakel.store.workers import Workers

# Enough texts to be worth handing to another process, few enough that the first answers come at once.
_LINES = 500
_FEW = 4  # batches: less than these is read sooner than another process has loaded the word lists


class AskedText(msgspec.Struct, frozen=True):
    """One line that came in; other keys than these are left alone."""

    id: Any = None
    text: str = ""


def read_lines(lines: Iterable[bytes], workers: Workers) -> Iterator[bytes]:
    """One JSON line for every line that came in, in the same order; a line that is not JSON gets an `error`."""
    for answer, _ in answer_lines(lines, workers):
        yield answer


def answer_lines(lines: Iterable[bytes], workers: Workers) -> Iterator[tuple[bytes, bool]]:
    """The same, each with whether its text was read."""
    batches = _batches(lines)
    first = list(islice(batches, _FEW))
    if len(first) < _FEW:
        answered = workers.here(_read_batch, first)
    else:
        answered = workers.run(_read_batch, chain(first, batches))
    for answers in answered:
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
    if first := next(rest, b""):
        rest = chain((first.removeprefix(BOM_UTF8),), rest)
    while batch := tuple(islice(rest, _LINES)):
        yield batch


def _read_batch(lines: tuple[bytes, ...]) -> list[tuple[bytes, bool]]:
    # Readings make no circles for the collector to find.
    gc.disable()
    try:
        return _answers(lines)
    finally:
        gc.enable()


def _answers(lines: tuple[bytes, ...]) -> list[tuple[bytes, bool]]:
    asked = [_asked(line) for line in lines]
    # All at once: one by one they take three times as long.
    readings = iter(_readings([one.text for one in asked if isinstance(one, AskedText)]))
    return [_answer(one, next(readings)) if isinstance(one, AskedText) else (one, False) for one in asked]


def _asked(line: bytes) -> AskedText | bytes:
    """What a line asks, or the answer that it is not to be understood."""
    try:
        return msgspec.json.decode(line, type=AskedText)
    except RecursionError:
        return _refused(None, "This line is not JSON with a text: it is nested too deeply")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        known = _loosely(line)
        text = _text_of(known.get("text", ""))
        if known and text is not None and not isinstance(error, UnicodeDecodeError):
            return AskedText(known.get("id"), text)
        return _refused(known.get("id"), f"This line is not JSON with a text: {error}")


def _text_of(told: Any) -> str | None:
    """The text as an export writes it: whole, in parts that are marked up or not, or null where there is none."""
    if told is None:
        return ""
    if isinstance(told, str):
        return told
    if not isinstance(told, list):
        return None
    parts = [part.get("text") if isinstance(part, dict) else part for part in told]
    whole = [part for part in parts if isinstance(part, str)]
    return "".join(whole) if len(whole) == len(parts) else None


def _loosely(line: bytes) -> dict[str, Any]:
    """What a line says that is not quite as it should be: half a sign (a lone surrogate) is replaced; empty if it says nothing."""
    try:
        known = json.loads(line.decode("utf-8", "replace"))
        if not isinstance(known, dict):
            return {}
        written = json.dumps(known, ensure_ascii=False).encode("utf-16", "surrogatepass")
        return dict(json.loads(written.decode("utf-16", "replace")))
    except (ValueError, RecursionError):
        return {}


def _refused(asked: Any, why: str) -> bytes:
    try:
        return _line({"id": asked, "act": None, "error": why})
    except Exception:  # noqa: BLE001 - an id that cannot be written again is none
        return _line({"id": None, "act": None, "error": why})


def _readings(texts: list[str]) -> Sequence[TextReading | Exception]:
    """The reading of each text, or what went wrong with it."""
    try:
        return read_texts(texts)
    except Exception:  # noqa: BLE001 - one hostile text must not take the good ones with it: which one is it?
        return [_reading(text) for text in texts]


def _reading(text: str) -> TextReading | Exception:
    try:
        return read_text(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told with the text's own answer
        return error


def _answer(asked: AskedText, reading: TextReading | Exception) -> tuple[bytes, bool]:
    if isinstance(reading, Exception):
        return _failed(asked, reading), False
    try:
        return _line({"id": asked.id} | reading_as_json(reading)), True
    except Exception as error:  # noqa: BLE001 - an answer that cannot be written must not take the others with it
        return _failed(asked, error), False


def _failed(asked: AskedText, error: Exception) -> bytes:
    return _refused(asked.id, f"This text could not be read: {type(error).__name__}")


def _line(answer: dict[str, Any]) -> bytes:
    return msgspec.json.encode(answer) + b"\n"
