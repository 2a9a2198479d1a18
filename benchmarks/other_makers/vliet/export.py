"""Writes a lived market as Telegram Desktop exports, one folder per chat, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

from .image import HIGH, WIDE, jpeg
from .market import Market
from .model import Account, Chat, Msg

ZONE = timezone(timedelta(hours=2))
ENTITY = re.compile(
    r"(?P<email>[\w.]+@example\.org)|(?P<link>https://example\.org/\w+)|(?P<mention>(?<!\w)@[A-Za-z]\w{3,})|(?P<hashtag>(?<!\w)#[^\W\d]\w+)"
    r"|(?P<phone>\+\d{9,12}|\+\d{1,2} \d[\d ]{7,14}\d)"
)


def entities(text: str) -> list[dict[str, str]]:
    """The text in parts, as the platform marks them."""
    parts, at = [], 0
    for hit in ENTITY.finditer(text):
        if hit.start() > at:
            parts.append({"type": "plain", "text": text[at : hit.start()]})
        parts.append({"type": str(hit.lastgroup), "text": hit.group()})
        at = hit.end()
    if at < len(text):
        parts.append({"type": "plain", "text": text[at:]})
    return parts


def stamp(when: int) -> tuple[str, str]:
    """Local date and unix time."""
    return datetime.fromtimestamp(when, ZONE).strftime("%Y-%m-%dT%H:%M:%S"), str(when)


def service(number: int, message: Msg) -> dict[str, object]:
    """A service message."""
    date, unix = stamp(message.when)
    head = {
        "id": number,
        "type": "service",
        "date": date,
        "date_unixtime": unix,
        "actor": message.sender.name,
        "actor_id": message.sender.from_id,
    }
    return {**head, **(message.service or {}), "text": "", "text_entities": []}


def media(message: Msg) -> dict[str, object]:
    """A sticker or a voice note; the file itself was not exported."""
    found: dict[str, object] = {
        "file": "(File not included. Change data exporting settings to download.)",
        "media_type": message.media,
    }
    if message.media == "sticker":
        return found | {
            "file_name": "sticker.webp",
            "sticker_emoji": "😂🔥👍💀"[message.when % 4],
            "width": 512,
            "height": 512,
        }
    return found | {"mime_type": "audio/ogg", "duration_seconds": message.when % 40 + 1}


def record(number: int, message: Msg, photo: tuple[str, int] | None) -> dict[str, object]:
    """A message in the export's form."""
    date, unix = stamp(message.when)
    found: dict[str, object] = {"id": number, "type": "message", "date": date, "date_unixtime": unix}
    if message.edited:
        found["edited"], found["edited_unixtime"] = stamp(message.edited)
    gone = message.sender.died is not None and message.sender.uid % 7 == 0
    found |= {"from": None if gone else message.sender.name, "from_id": message.sender.from_id}
    if message.forwarded:
        found["forwarded_from"] = message.forwarded
    if message.reply is not None:
        found["reply_to_message_id"] = message.reply.tid
    if photo:
        found |= {"photo": photo[0], "photo_file_size": photo[1], "width": WIDE * 8, "height": HIGH * 8}
    if message.media:
        found |= media(message)
    parts = entities(message.text)
    plain = len(parts) == 1 and parts[0]["type"] == "plain"
    found["text"] = (
        message.text
        if plain or not parts
        else [part["text"] if part["type"] == "plain" else part for part in parts]
    )
    found["text_entities"] = parts
    if message.likes:
        found["reactions"] = [
            {"type": "emoji", "count": message.likes, "emoji": "👍🔥❤️"[message.sender.uid % 2]}
        ]
    return found


def births(market: Market, chat: Chat) -> None:
    """Adds the service messages of a chat's making and of people who come in."""
    first = min(message.when for message in chat.messages)
    head = chat.keeper or chat.messages[0].sender
    kind = "create_channel" if "channel" in chat.kind else "create_group"
    entries = [Msg(max(market.start, first - 60), head, "", service={"action": kind, "title": chat.name})]
    known: set[int] = {head.uid}
    for message in list(chat.messages):
        if message.sender.uid not in known and "channel" not in chat.kind:
            known.add(message.sender.uid)
            if message.sender.uid % 5 == 0:
                entries.append(
                    Msg(
                        message.when - 45,
                        message.sender,
                        "",
                        service={"action": "join_group_by_link", "inviter": head.name},
                    )
                )
    chat.messages = entries + chat.messages


def folder(chat: Chat) -> str:
    """A folder name that says the chat."""
    slug = re.sub(r"[^a-z0-9]+", "-", chat.name.lower()).strip("-") or "chat"
    return f"{slug}-{chat.cid}"


def write_chat(market: Market, chat: Chat, root: Path, rows: list[list[str]]) -> None:
    """One export, and its rows of truth."""
    births(market, chat)
    chat.messages.sort(key=lambda message: message.when)
    number = market.rng.randrange(1, 4000)
    for message in chat.messages:
        number += 1 if market.rng.random() < 0.93 else market.rng.randrange(2, 5)
        message.tid = number
    place = root / folder(chat)
    (place / "photos").mkdir(parents=True, exist_ok=True)
    out, pictures = [], 0
    for message in chat.messages:
        if message.service:
            out.append(service(message.tid, message))
            continue
        photo = None
        if message.photo:
            pictures += 1
            name = (
                f"photos/photo_{pictures}@{datetime.fromtimestamp(message.when, ZONE):%d-%m-%Y_%H-%M-%S}.jpg"
            )
            copy = 0 if message.sender.uid % 3 else message.sender.uid % 97 + 1
            body = jpeg(message.photo, copy)
            (place / name).write_bytes(body)
            photo = (name, len(body))
        out.append(record(message.tid, message, photo))
        if message.text:
            rows.append([str(chat.cid), str(message.tid), message.act, "|".join(message.goods)])
    whole = {"name": chat.name, "type": chat.kind, "id": chat.cid, "messages": out}
    (place / "result.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")


def table(path: Path, head: list[str], rows: list[list[str]]) -> None:
    """A CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def accounts(market: Market) -> list[list[str]]:
    """Every account that wrote, with its truth."""
    wrote: dict[str, Account] = {}
    for chat in market.chats:
        for message in chat.messages:
            wrote.setdefault(message.sender.from_id, message.sender)
    return [[key, account.seller, "|".join(account.roles)] for key, account in sorted(wrote.items())]


def write(market: Market, root: Path) -> None:
    """The whole delivery."""
    rows: list[list[str]] = []
    market.chats = [chat for chat in market.chats if chat.messages]
    for chat in market.chats:
        write_chat(market, chat, root / "export", rows)
    truth = root / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    people = accounts(market)
    traded = {row[1] for row in people}
    table(truth / "accounts.csv", ["from_id", "seller", "roles"], people)
    table(
        truth / "sellers.csv",
        ["seller", "truth"],
        [[one.pid, one.kind] for one in market.sellers if one.pid in traded],
    )
    table(truth / "messages.csv", ["chat_tg_id", "tg_id", "act", "commodities"], rows)
