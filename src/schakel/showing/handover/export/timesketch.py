"""`timesketch`: one event a line (JSONL) for Timesketch, with `message`, `datetime` and `timestamp_desc`."""

from collections.abc import Iterator
from pathlib import Path

from schakel.records.times import to_unix, written_utc
from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.gather import Gathered, some
from schakel.showing.handover.export.hiding import Row, in_words
from schakel.showing.handover.export.item_words import item_words
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.safe_json import compact, to_write

LONGEST = 32_766  # bytes of a keyword that OpenSearch indexes; a longer one makes it refuse the event
_MICRO = 1_000_000  # `timestamp` counts microseconds
_KEPT = (
    "message_id",
    "chat_id",
    "account_id",
    "tg_id",
    "kind",
    "reply_to",
    "forwarded_from_id",
    "media_kind",
    "media_sha256",
    "act",
    "probability",
    "language",
    "campaign_id",
    "selectors",
    "source_id",
    "place_in_source",
)


def write(gathered: Gathered, place: Path, asked: Asked) -> None:
    """Writes the file: an event for each message sent, and one more where it was edited."""
    with to_write(place) as out:
        for message in gathered.messages():
            if message["sent_at"] is None:
                gathered.counts.taken_back("messages", "no-time")
                gathered.counts.taken_back("items", "no-time", len(message["items"]))
                continue
            for event in _events(message, gathered):
                out.write(compact(event) + "\n")


def _events(message: Row, gathered: Gathered) -> Iterator[Row]:
    told = _told(message, gathered)
    for at, what in ((message["sent_at"], "Message sent"), (message["edited_at"], "Message edited")):
        if at is not None:
            yield {
                "message": told["text"],
                "datetime": written_utc(at).replace("Z", "+00:00"),
                "timestamp": to_unix(at) * _MICRO,
                "timestamp_desc": what,
                "data_type": "telegram:message",
                **told["fields"],
            }


def _told(message: Row, gathered: Gathered) -> Row:
    nothing = f"[{message['kind']}{', ' + message['media_kind'] if message['media_kind'] else ''}, no text]"
    seller = gathered.seller_of.get(message["account_id"])
    fields = some(message, *_KEPT)
    if message["items"]:
        fields["items"] = [item_words(item) for item in message["items"]]
    if message["reasons"]:
        fields["reasons"] = _short(in_words(message["reasons"]), gathered.counts)
    if seller:
        fields |= {"proposed_seller": seller} | gathered.ghosts.get(seller, {})
    fields["tag"] = [tag for tag in (message["act"], seller and "proposed-seller") if tag]
    return {"text": _short(message["text"] or nothing, gathered.counts), "fields": fields}


def _short(text: str, counts: Counts) -> str:
    raw = text.encode("utf-8")
    counts.changed["values-cut"] += len(raw) > LONGEST
    return text if len(raw) <= LONGEST else raw[: LONGEST - 3].decode("utf-8", "ignore") + "…"
