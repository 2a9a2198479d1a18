"""The log as Telegram Desktop would export it, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .market import ZONE, Chat, Market, Msg
from .pictures import SIDE, jpeg

_ENTITY = re.compile(
    r"(?P<mention>(?<!\w)@\w{4,32})|(?P<link>https?://\S+|t\.me/\S+)|(?P<email>[\w.]+@example\.org)|(?P<phone>\+\d{10,13})|(?P<hashtag>#\w{2,})|\*\*(?P<bold>[^*\n]+)\*\*"
)


def _clock(t: float) -> str:
    """The local time as the exporter writes it."""
    return datetime.fromtimestamp(int(t) + ZONE, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def entities(text: str) -> list[dict[str, str]]:
    """The parts of a text with their kinds."""
    out: list[dict[str, str]] = []
    last = 0
    for match in _ENTITY.finditer(text):
        if match.start() > last:
            out.append({"type": "plain", "text": text[last : match.start()]})
        out.append({"type": str(match.lastgroup), "text": match.group(match.lastgroup or 0)})
        last = match.end()
    if last < len(text):
        out.append({"type": "plain", "text": text[last:]})
    return out


def _text(parts: list[dict[str, str]]) -> Any:
    """One plain string, or a list of parts."""
    if len(parts) == 1 and parts[0]["type"] == "plain":
        return parts[0]["text"]
    return [p["text"] if p["type"] == "plain" else p for p in parts]


def _service(msg: Msg, head: dict[str, Any]) -> dict[str, Any]:
    """A service line."""
    fields = dict(msg.service or {})
    if isinstance(fields.get("message_id"), Msg):
        fields["message_id"] = fields["message_id"].id
    return (
        head
        | {"type": "service", "actor": msg.account.name, "actor_id": msg.account.from_id}
        | fields
        | {"text": "", "text_entities": []}
    )


def _photo(msg: Msg, folder: Path, number: int) -> dict[str, Any]:
    """The picture file of a message and its fields."""
    data = jpeg(*(msg.photo or (0, 0)))
    name = f"photos/photo_{number}@{datetime.fromtimestamp(int(msg.t) + ZONE, UTC).strftime('%d-%m-%Y_%H-%M-%S')}.jpg"
    (folder / "photos").mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return {"photo": name, "photo_file_size": len(data), "width": SIDE, "height": SIDE}


def _row(msg: Msg, folder: Path, number: int) -> dict[str, Any]:
    """One message as a dict in the order the program writes."""
    head: dict[str, Any] = {
        "id": msg.id,
        "type": "message",
        "date": _clock(msg.t),
        "date_unixtime": str(int(msg.t)),
    }
    if msg.service is not None:
        return _service(msg, head)
    if msg.edited:
        head |= {"edited": _clock(msg.edited), "edited_unixtime": str(int(msg.edited))}
    head |= {"from": msg.account.name or None, "from_id": msg.account.from_id}
    if msg.fwd:
        head["forwarded_from"] = msg.fwd
    if msg.reply is not None and msg.reply.id:
        head["reply_to_message_id"] = msg.reply.id
    if msg.photo:
        head |= _photo(msg, folder, number)
    parts = entities(msg.text)
    return head | {"text": _text(parts), "text_entities": parts}


def number(market: Market) -> None:
    """Order each chat by time and hand out message numbers, with the gaps that deletions leave."""
    for chat in market.chats:
        chat.msgs.sort(key=lambda m: m.t)
        at = 0
        for msg in chat.msgs:
            at += 1 if market.rng.random() < 0.96 else market.rng.randrange(2, 5)
            msg.id = at


def write_chat(chat: Chat, root: Path) -> None:
    """One folder with result.json and photos."""
    folder = root / "export" / chat.folder
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    photos = 0
    for msg in chat.msgs:
        photos += bool(msg.photo)
        rows.append(_row(msg, folder, photos))
    body = {"name": chat.name, "type": chat.type, "id": chat.id, "messages": rows}
    (folder / "result.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")


def _table(path: Path, head: list[str], rows: list[list[Any]]) -> None:
    """One CSV table."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def write(market: Market, root: Path) -> None:
    """Export and truth of a whole world."""
    number(market)
    for part in ("export", "truth"):
        shutil.rmtree(root / part, ignore_errors=True)
    for chat in market.chats:
        write_chat(chat, root)
    truth = root / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    seen = {m.account for c in market.chats for m in c.msgs}
    keepers = {c.keeper for c in market.chats}
    accounts = [a for a in market.accounts if a in seen or a in keepers]
    _table(
        truth / "accounts.csv",
        ["from_id", "seller", "roles"],
        [[a.from_id, a.owner.id if a.owner else "", "|".join(sorted(a.roles))] for a in accounts],
    )
    shown = {a.owner.id for a in accounts if a.owner}
    _table(
        truth / "sellers.csv",
        ["seller", "truth"],
        [[s.id, "ghost" if s.ghost else "real"] for s in market.sellers if s.id in shown],
    )
    rows = [
        [c.id, m.id, m.act, "|".join(sorted(set(m.goods)))]
        for c in market.chats
        for m in c.msgs
        if m.service is None
    ]
    _table(truth / "messages.csv", ["chat_tg_id", "tg_id", "act", "commodities"], rows)
