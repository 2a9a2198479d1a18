"""What a package does not have: numbers that were never seen, photos that did not come along, records that could not be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from tomllib import loads
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.showing.handover.package.rows import sealed_row
from schakel.store.engine import Engine

Row = dict[str, Any]
_COLUMNS = ["chat_id", "day", "first_id", "last_id", "ids_seen", "ids_missing", "edits", "versions"]
_ABSENT = ("missing", "not-exported", "refused")  # states of a photo or file that is not there


def coverage_rows(engine: Engine, chats: Iterable[str]) -> list[Row]:
    """Per chat and day of the lead's chats: the numbers seen and missing, and edits."""
    found = _of(engine, "coverage", _COLUMNS, "chat_id", chats)
    order = [("chat_id", "ascending"), ("day", "ascending"), ("first_id", "ascending")]
    return [sealed_row(row) for row in found.sort_by(order).to_pylist()]


def missing_rows(
    engine: Engine, own: Sequence[Row], context: Sequence[Row], coverage: Sequence[Row], originals: bool
) -> list[Row]:
    """What is not here, one row a kind, with its number and a sentence in both languages."""
    told = _words()
    return [
        sealed_row(
            {"what": what, "count": count, "of": whole}
            | {
                f"words_{language}": told[what][language].format(count=count, of=whole)
                for language in ("en", "nl")
            }
        )
        for what, count, whole in _counted(engine, own, context, coverage, originals)
    ]


def _counted(
    engine: Engine, own: Sequence[Row], context: Sequence[Row], coverage: Sequence[Row], originals: bool
) -> Iterator[tuple[str, int, int]]:
    seen, gone = (sum(row[column] for row in coverage) for column in ("ids_seen", "ids_missing"))
    yield "message-numbers", gone, seen + gone
    with_media = [row["media_status"] for row in own if row["media"]]
    yield "media", sum(status in _ABSENT for status in with_media), len(with_media)
    yield "older-texts", sum(row["edited_at"] is not None for row in own), len(own)
    sources = {row["source"]["sha256"] for row in own}
    yield (
        "records-not-read",
        _of(engine, "quarantine", ["source_id"], "source_id", sources).num_rows,
        len(sources),
    )
    clocks = Counter(
        _of(engine, "sources", ["source_id", "clock"], "source_id", sources)["clock"].to_pylist()
    )
    yield "moments-by-a-clock-that-is-not-certain", clocks["operator"] + clocks["unknown"], len(sources)
    texts = [*own, *context]
    yield "hidden-in-texts", sum(row["text_hidden_in_part"] for row in texts), len(texts)
    yield "originals", 0 if originals else len(sources), len(sources)


def _of(engine: Engine, table: str, columns: list[str], key: str, values: Iterable[str]) -> pa.Table:
    found = engine.read(table, columns)
    return found.filter(pc.is_in(found[key], value_set=pa.array(sorted(values), pa.string())))


def _words() -> Row:
    text = (files("schakel.showing.handover.package") / "words" / "missing.toml").read_text(encoding="utf-8")
    return loads(text)
