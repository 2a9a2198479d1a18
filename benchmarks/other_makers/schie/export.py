"""Writing it down: one Telegram Desktop export per chat, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .market import Market
from .people import Chat, Post
from .pictures import SIDE, picture

ENTITY = re.compile(
    r"(?P<mention>@\w{4,})|(?P<link>\bt\.me/\w+)|(?P<email>[\w.]+@[\w.]+\.org)|(?P<phone>\+\d{9,12})|(?P<hashtag>#\w+)"
)
TYPES = {
    "channel": "public_channel",
    "citychannel": "public_channel",
    "crew": "private_supergroup",
    "trade": "private_supergroup",
}


def entities(text: str) -> list[dict[str, str]]:
    """The text cut into plain parts and entities, as Telegram Desktop does."""
    parts: list[dict[str, str]] = []
    last = 0
    for match in ENTITY.finditer(text):
        if match.start() > last:
            parts.append({"type": "plain", "text": text[last : match.start()]})
        parts.append({"type": str(match.lastgroup), "text": match[0]})
        last = match.end()
    if last < len(text):
        parts.append({"type": "plain", "text": text[last:]})
    return parts


def stamp(market: Market, at: float) -> tuple[str, str]:
    """Local time and Unix time."""
    start = datetime.fromisoformat(market.world.start).replace(tzinfo=UTC)
    local = start + timedelta(seconds=int(at))
    return local.strftime("%Y-%m-%dT%H:%M:%S"), str(int(local.timestamp()) - market.world.utc_offset)


def number_posts(market: Market, chat: Chat) -> list[Post]:
    """Order by time and number; what was deleted leaves a hole."""
    chat.posts.sort(key=lambda post: post.at)
    number = market.rng.randint(1, 400)
    for post in chat.posts:
        number += 1 if market.rng.random() < 0.97 else market.rng.randint(2, 4)
        post.number = number
    return [post for post in chat.posts if not post.gone]


def message(market: Market, post: Post, files: dict[tuple[int, int], str]) -> dict[str, object]:
    """One message or service line."""
    date, unix = stamp(market, post.at)
    row: dict[str, object] = {
        "id": post.number,
        "type": "service" if post.service else "message",
        "date": date,
        "date_unixtime": unix,
    }
    if post.service:
        row |= {"actor": post.who.name, "actor_id": post.who.from_id, **post.service}
        if post.reply is not None:
            row["message_id"] = post.reply.number
        return row | {"text": "", "text_entities": []}
    if post.edited:
        row["edited"], row["edited_unixtime"] = stamp(market, post.edited)
    row |= {"from": None if post.who.deleted else post.who.name, "from_id": post.who.from_id}
    if post.forwarded:
        row["forwarded_from"] = post.forwarded
    if post.reply is not None:
        row["reply_to_message_id"] = post.reply.number
    if post.photo is not None:
        name = files.setdefault(
            post.photo,
            f"photos/photo_{len(files) + 1}@{date[8:10]}-{date[5:7]}-{date[:4]}_{date[11:].replace(':', '-')}.png",
        )
        row |= {"photo": name, "photo_file_size": len(picture(*post.photo)), "width": SIDE, "height": SIDE}
    parts = entities(post.text)
    cut = [part["text"] if part["type"] == "plain" else part for part in parts]
    return row | {
        "text": post.text if all(part["type"] == "plain" for part in parts) else cut,
        "text_entities": parts,
    }


def write_chat(market: Market, chat: Chat, folder: Path) -> list[Post]:
    """One chat's folder."""
    posts = number_posts(market, chat)
    files: dict[tuple[int, int], str] = {}
    body = {
        "name": chat.name,
        "type": TYPES.get(chat.kind, "public_supergroup"),
        "id": chat.tg,
        "messages": [message(market, post, files) for post in posts],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "result.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), "utf-8")
    if files:
        (folder / "photos").mkdir(exist_ok=True)
    for photo, name in files.items():
        (folder / name).write_bytes(picture(*photo))
    return posts


def table(path: Path, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """One truth table."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head)
        writer.writerows(rows)


def write(market: Market, out: Path) -> dict[str, int]:
    """Everything of one world; how much it was."""
    truth = out / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    rows: list[tuple[object, ...]] = []
    seen: dict[str, tuple[object, ...]] = {}
    chats = [chat for chat in market.chats if chat.posts]
    for number, chat in enumerate(chats, 1):
        for post in write_chat(market, chat, out / "export" / f"chat_{number:03d}"):
            seller = post.who.seller.sid if post.who.seller else ""
            seen[post.who.from_id] = (post.who.from_id, seller, "|".join(sorted(post.who.roles)))
            if not post.service:
                rows.append((chat.tg, post.number, post.act, "|".join(post.goods)))
    table(truth / "messages.csv", ("chat_tg_id", "tg_id", "act", "commodities"), rows)
    table(truth / "accounts.csv", ("from_id", "seller", "roles"), [seen[key] for key in sorted(seen)])
    shown = {str(row[1]) for row in seen.values() if row[1]}
    sellers = [
        (seller.sid, "ghost" if seller.ghost else "real") for seller in market.sellers if seller.sid in shown
    ]
    table(truth / "sellers.csv", ("seller", "truth"), sellers)
    return {"messages": len(rows), "chats": len(chats), "accounts": len(seen), "sellers": len(sellers)}
