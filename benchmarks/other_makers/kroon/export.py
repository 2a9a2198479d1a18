"""Write a market as Telegram Desktop writes its exports, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.other_makers.kroon.core import Account, Chat, Post
from benchmarks.other_makers.kroon.market import Market
from benchmarks.other_makers.kroon.picture import SIDE, jpeg

START = datetime(2026, 1, 5, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
MISSING = "(File not included. Change data exporting settings to download.)"
ROLES = (
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
    "voucher",
)
MARKS = re.compile(
    r"(?P<mention>@[A-Za-z][A-Za-z0-9_]{4,31})|(?P<link>(?:https?://|t\.me/)[^\s]+)|(?P<phone>\+\d[\d ]{8,14}\d)"
    r"|(?P<hashtag>#[^\W\d]\w+)|(?P<bold>\*\*[^*\n]+\*\*)",
)


def entities(text: str) -> list[dict[str, str]]:
    """The text cut into plain parts and marked ones, as the export does."""
    out: list[dict[str, str]] = []
    at = 0
    for match in MARKS.finditer(text):
        if match.start() > at:
            out.append({"type": "plain", "text": text[at : match.start()]})
        kind = match.lastgroup or "plain"
        piece = match.group()
        out.append({"type": kind, "text": piece[2:-2] if kind == "bold" else piece})
        at = match.end()
    if at < len(text):
        out.append({"type": "plain", "text": text[at:]})
    return out


def texts(text: str) -> tuple[object, list[dict[str, str]]]:
    """The two text fields of a message."""
    parts = entities(text)
    if not parts:
        return "", []
    if len(parts) == 1 and parts[0]["type"] == "plain":
        return text, parts
    return [p["text"] if p["type"] == "plain" else p for p in parts], parts


def clock(when: float) -> tuple[str, str]:
    """Local time as shown and the unix second."""
    moment = START + timedelta(seconds=int(when * 60))
    return moment.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M:%S"), str(int(moment.timestamp()))


def shown(account: Account) -> str | None:
    """The name as the export shows it: none for an account that was deleted."""
    return None if account.nameless and account.died is not None else account.name


def number(market: Market) -> dict[str, list[Post]]:
    """Give all posts their numbers per chat, with the holes that deleted messages leave."""
    rng = Random(f"numbers {market.world.name} {len(market.posts)}")
    rooms: dict[str, list[Post]] = {room.folder: [] for room in market.chats}
    for post in sorted(market.posts, key=lambda p: p.when):
        rooms[post.chat.folder].append(post)
    for rows in rooms.values():
        at = rng.randint(1, 5000)
        for post in rows:
            at += 1 if rng.random() < 0.93 else rng.randint(2, 6)
            post.tg_id = at
    return rooms


def service(post: Post) -> dict[str, object]:
    """A service message."""
    date, unix = clock(post.when)
    out: dict[str, object] = {"id": post.tg_id, "type": "service", "date": date, "date_unixtime": unix}
    out.update({"actor": shown(post.account), "actor_id": post.account.tg})
    out.update(post.service or {})
    out.update({"text": "", "text_entities": []})
    return out


def message(post: Post, folder: Path, count: int) -> dict[str, object]:
    """One message; its photo is written on the way."""
    if post.service is not None:
        return service(post)
    date, unix = clock(post.when)
    out: dict[str, object] = {"id": post.tg_id, "type": "message", "date": date, "date_unixtime": unix}
    if post.edited:
        out["edited"], out["edited_unixtime"] = clock(post.when + 7)
    out.update({"from": shown(post.account), "from_id": post.account.tg})
    if post.forwarded:
        out["forwarded_from"] = post.forwarded
    if post.reply is not None and post.reply.tg_id and post.reply.chat is post.chat:
        out["reply_to_message_id"] = post.reply.tg_id
    if post.photo is not None:
        data = jpeg(*post.photo)
        name = f"photos/photo_{count}@{date[8:10]}-{date[5:7]}-{date[:4]}_{date[11:].replace(':', '-')}.jpg"
        (folder / "photos").mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        out.update({"photo": name, "photo_file_size": len(data), "width": SIDE, "height": SIDE})
    if post.sticker:
        out.update(
            {"file": MISSING, "file_name": "sticker.webp", "thumbnail": MISSING, "media_type": "sticker"}
        )
        out.update({"sticker_emoji": "😂", "width": 512, "height": 512})
    out["text"], out["text_entities"] = texts(post.text)
    return out


def write_chat(room: Chat, posts: list[Post], folder: Path) -> None:
    """One chat's export."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, photos = [], 0
    for post in posts:
        photos += post.photo is not None
        rows.append(message(post, folder, photos))
    body = {"name": room.name, "type": room.kind, "id": room.cid, "messages": rows}
    (folder / "result.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")


def table(path: Path, head: list[str], rows: Iterable[list[object]]) -> None:
    """One CSV file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def roles_of(account: Account, keeping: dict[str, bool]) -> str:
    """The roles of who is behind an account."""
    have = list(account.person.roles)
    if account.person.seller is not None:
        have += [r for p in account.person.seller.people for r in p.roles]
    if account.tg in keeping:
        have.append("group-keeper")
    return "|".join(r for r in ROLES if r in have)


def write_all(market: Market, out: Path) -> None:
    """The whole market: exports and truth."""
    rooms = number(market)
    for room in market.chats:
        if rooms[room.folder]:
            write_chat(room, rooms[room.folder], out / "export" / room.folder)
    keeping = {
        room.keeper.tg: True
        for room in market.chats
        if room.keeper is not None and ("talk" in room.tags or room.kind == "private_group")
    }
    seen: dict[str, Account] = {}
    for rows in rooms.values():
        for post in rows:
            seen.setdefault(post.account.tg, post.account)
    truth = out / "truth"
    table(
        truth / "accounts.csv",
        ["from_id", "seller", "roles"],
        (
            [a.tg, a.person.seller.sid if a.person.seller else "", roles_of(a, keeping)]
            for a in sorted(seen.values(), key=lambda a: a.tg)
        ),
    )
    live = {a.person.seller.sid for a in seen.values() if a.person.seller}
    table(
        truth / "sellers.csv",
        ["seller", "truth"],
        ([s.sid, "real" if s.real else "ghost"] for s in market.sellers if s.sid in live),
    )
    table(
        truth / "messages.csv",
        ["chat_tg_id", "tg_id", "act", "commodities"],
        (
            [room.cid, p.tg_id, p.act, "|".join(dict.fromkeys(p.goods))]
            for room in market.chats
            for p in rooms[room.folder]
            if p.service is None and p.text
        ),
    )
