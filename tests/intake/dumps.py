"""Made-up dumps as other tools write them: Telethon's objects, 4CAT's lines, parts of TGDataset."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CHANNEL = 1000000001  # the chat of `exports.chat`
FIRST = 1767323045  # the moment of message 0 of `exports.message`


def telethon(number: int, text: str = "hello", **fields: Any) -> dict[str, Any]:
    """One message as `to_json` of Telethon writes it; `...` leaves a field out."""
    body: dict[str, Any] = {
        "_": "Message",
        "id": number,
        "peer_id": {"_": "PeerChannel", "channel_id": CHANNEL},
        "date": _iso(FIRST + number),
        "message": text,
        "out": False,
        "post": False,
        "from_id": {"_": "PeerUser", "user_id": 78},
        "fwd_from": None,
        "reply_to": None,
        "media": None,
        "entities": [],
        "views": None,
        "edit_date": None,
        "reactions": None,
    }
    return {name: value for name, value in {**body, **fields}.items() if value is not ...}


def fourcat(number: int, text: str = "hello", **fields: Any) -> dict[str, Any]:
    """One message as 4CAT writes it: the same with other names for classes, Unix times, and whom it is about."""
    body = telethon(
        number,
        text,
        date=float(FIRST + number),
        _chat=channel(username="market"),
        _sender=user(78, first_name="Ann"),
        message_markdown=text,
    )
    written: dict[str, Any] = _typed({**body, **fields})
    return {name: value for name, value in written.items() if value is not ...}


def user(number: int = 78, **fields: Any) -> dict[str, Any]:
    """What Telegram says of a user."""
    marks = dict.fromkeys(("deleted", "bot", "verified", "restricted", "scam", "fake"), False)
    return {
        "_": "User",
        "id": number,
        "access_hash": 9,
        "first_name": None,
        "last_name": None,
        **marks,
        **fields,
    }


def channel(number: int = CHANNEL, **fields: Any) -> dict[str, Any]:
    """What Telegram says of a channel or supergroup."""
    marks = dict.fromkeys(("verified", "restricted", "scam", "fake"), False)
    kind = {"megagroup": True, "broadcast": False}
    return {"_": "Channel", "id": number, "access_hash": 9, "title": "Market", **kind, **marks, **fields}


def dataset_text(text: str, number: int, **fields: Any) -> dict[str, Any]:
    """One text message of TGDataset."""
    forward = {"is_forwarded": False, "forwarded_from_id": None, "forwarded_message_date": None}
    return {"message": text, "date": float(FIRST + number), "author": None, **forward, **fields}


def dataset_medium(number: int, **fields: Any) -> dict[str, Any]:
    """One medium of TGDataset."""
    body = dataset_text("", number)
    del body["message"]
    return {**body, "title": None, "media_id": f"AgAD{number}", "extension": ".jpe", **fields}


def dataset_channel(
    texts: dict[int, dict[str, Any]], media: dict[int, dict[str, Any]] | None = None, **fields: Any
) -> dict[str, Any]:
    """One channel of TGDataset, with some of what it says before its messages and some behind."""
    return {
        "username": "market",
        "creation_date": 1450995556.0,
        "title": "Market",
        "description": 'a "quoted" {word}',
        "scam": False,
        "text_messages": {str(number): one for number, one in texts.items()},
        "generic_media": {str(number): one for number, one in (media or {}).items()},
        "n_subscribers": 5,
        "verified": False,
        **fields,
    }


def write_lines(folder: Path, records: Sequence[Any], name: str = "dump.jsonl") -> Path:
    """A file with one object a line; a text among the records is a line as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records]
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_dataset(folder: Path, channels: dict[Any, Any], name: str = "part.json") -> Path:
    """A part of TGDataset, all on one line as its authors write it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(channels), encoding="utf-8")
    return path


def _iso(seconds: int) -> str:
    day, rest = divmod(seconds - 1767225600, 86400)  # since the first of January 2026
    hour, rest = divmod(rest, 3600)
    return f"2026-01-{1 + day:02d}T{hour:02d}:{rest // 60:02d}:{rest % 60:02d}+00:00"


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {"_type" if name == "_" else name: _typed(part) for name, part in value.items()}
    return [_typed(part) for part in value] if isinstance(value, list) else value
