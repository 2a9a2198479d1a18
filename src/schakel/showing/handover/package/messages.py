"""The messages of a lead as a package has them, what was read in them, and what others wrote around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pyarrow as pa

from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.subject import Subject
from schakel.showing.handover.package.third_parties import ThirdParties
from schakel.showing.seller_file import rows_with, selectors_in
from schakel.showing.source_names import file_name
from schakel.store.engine import Engine

Row = dict[str, Any]
_SQL = files("schakel.showing.handover.package.sql")
_READ = (
    "message_id",
    "offer_id",
    "act",
    "score",
    "language",
    "places",
    "delivery",
    "payment",
    "advance",
    "reasons",
)
_ITEM = (
    "message_id",
    "line",
    "commodity",
    "product",
    "quantity",
    "unit",
    "price",
    "currency",
    "scale",
    "spans",
)
_WHY = {
    "is_near": "near",
    "answers": "answers-it",
    "is_answered": "answered-by-it",
    "is_named": "named-in-a-reason",
}
COLUMNS = (
    "message_id", "chat_id", "chat_tg_id", "chat_title", "number", "account_id", "account_tg_id", "account_name", "sent_at",
    "sent_as_written", "edited_at", "text", "text_hidden_in_part", "reply_to", "forwarded_from", "photo", "acts", "source.sha256",
    "source.name", "source.place", "row_sha256",
)  # fmt: skip


def own_messages(engine: Engine, subject: Subject) -> list[Row]:
    """The rows of `messages` that accounts of the subject wrote."""
    rows: list[Row] = engine.step(
        _SQL / "package_messages.sql", parameters={"seller": subject.seller_id}
    ).to_pylist()
    return rows


def message_rows(
    engine: Engine, own: Sequence[Row], parties: ThirdParties, photos: Mapping[str, str]
) -> list[Row]:
    """Each own message whole: where it stood and stands, when it was sent, its text, and what was read in it.

    `photos` gives the name in the package of a sealed photo.
    """
    wanted = [row["message_id"] for row in own]
    contacts = _by_message(selectors_in(engine, wanted))
    readings = _by_message(rows_with(engine, "offers", _READ, wanted, ["offer_id"]))
    items = _by_message(rows_with(engine, "items", _ITEM, wanted, ["line", "commodity", "product"]))
    names = source_names(engine)
    return [
        sealed_row(
            _where(row, parties, contacts[row["message_id"]], names)
            | {
                "account_id": row["account_id"],
                "account_tg_id": row["account_tg_id"],
                "account_name": row["account_name"],
                "forwarded_from": parties.called(row["forwarded_from_id"], row["forwarded_from"]),
                "photo": photos.get(row["media_sha256"] or ""),
                "media_sha256": row["media_sha256"],
                "views": row["views"],
                "acts": [reading["act"] for reading in readings[row["message_id"]]],
                "contacts": [
                    _contact(one) for one in contacts[row["message_id"]] if parties.own_selector(one)
                ],
                "read": [_reading(one, parties) for one in readings[row["message_id"]]],
                "items": [_without_id(one) for one in items[row["message_id"]]],
            }
        )
        for row in own
    ]


def context_rows(
    engine: Engine, subject: Subject, parties: ThirdParties, around: int, named: Iterable[str]
) -> list[Row]:
    """What others wrote `around` the own messages, in answer to them, and what reasons rest on; people by their numbers."""
    wanted = pa.table({"message_id": pa.array(sorted(set(named)), pa.string())})
    found: list[Row] = engine.step(
        _SQL / "package_context.sql",
        parameters={"seller": subject.seller_id, "around": around},
        tables={"named": wanted},
    ).to_pylist()
    contacts = _by_message(selectors_in(engine, [row["message_id"] for row in found]))
    names = source_names(engine)
    return [
        sealed_row(
            _where(row, parties, contacts[row["message_id"]], names)
            | {
                "person": parties.called(row["account_id"], row["account_name"]),
                "here_because": [said for column, said in _WHY.items() if row[column]],
            }
        )
        for row in found
    ]


def source_names(engine: Engine) -> dict[str, str]:
    """The name of each sealed source, without its folders, which are called after people."""
    rows = engine.read("sources", ["source_id", "name"]).to_pylist()
    return {row["source_id"]: file_name(row["name"]) for row in rows}


def _where(row: Row, parties: ThirdParties, contacts: Sequence[Row], names: Mapping[str, str]) -> Row:
    text = row["text"] or ""
    told = parties.text(text, contacts)
    return {
        "message_id": row["message_id"],
        "chat_id": row["chat_id"],
        "chat_tg_id": parties.chat_number(row),
        "chat_title": parties.title(row),
        "chat_kind": row["chat_kind"],
        "number": row["tg_id"],
        "kind": row["kind"],
        "sent_at": row["sent_at"],
        "sent_as_written": row["sent_as_written"],
        "edited_at": row["edited_at"],
        "text": told,
        "text_hidden_in_part": told != text,
        # A digest of what is hidden would give it away: there are few telephone numbers.
        "text_sha256": sha256(text.encode("utf-8", "replace")).hexdigest() if told == text else None,
        "reply_to": row["reply_to"],
        "media": row["media_kind"],
        "media_status": row["media_status"],
        "source": {
            "sha256": row["source_id"],
            "name": names.get(row["source_id"]),
            "place": row["place_in_source"],
        },
    }


def _reading(row: Row, parties: ThirdParties) -> Row:
    reasons = [{**one, "detail": parties.detail(one["rule"], one["detail"])} for one in row["reasons"] or ()]
    # The id of an offer is a digest of that of its message.
    return {key: value for key, value in _without_id(row).items() if key != "offer_id"} | {"reasons": reasons}


def _contact(row: Row) -> Row:
    return {name: row[name] for name in ("type", "value", "start", "end")}


def _without_id(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "message_id"}


def _by_message(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    out: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        out[row["message_id"]].append(row)
    return out
