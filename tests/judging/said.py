"""What was said in a chat of a made-up market, as Telegram Desktop exports it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any


def written_down(said: Sequence[dict[str, Any]], name: str, number: int) -> dict[str, Any]:
    """The chat with its messages in the order of time; `reply` names the place of a message in `said`, from 1."""
    order = sorted(range(len(said)), key=lambda n: (said[n]["at"], n))
    ids = {old + 1: new + 1 for new, old in enumerate(order)}
    rows = [_row(said[old], ids[old + 1], ids) for old in order]
    return {"name": name, "type": "public_supergroup", "id": number, "messages": rows}


def _row(one: dict[str, Any], number: int, ids: dict[int, int]) -> dict[str, Any]:
    at: datetime = one["at"]
    row = {
        "id": number,
        "type": "message",
        "date": at.strftime("%Y-%m-%dT%H:%M:%S"),
        "date_unixtime": str(int(at.timestamp())),
        "from": one["name"],
        "from_id": f"user{one['number']}",
        "text": one["text"],
        "text_entities": [{"type": "plain", "text": one["text"]}],
    }
    return row | ({"reply_to_message_id": ids[one["reply"]]} if one["reply"] else {})
