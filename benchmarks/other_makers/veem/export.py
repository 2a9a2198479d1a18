"""Writing what Telegram Desktop would have written, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .board import Chat, Post
from .market import Market
from .pictures import SIZE, picture_bytes

PIECE = re.compile(
    r"(?P<mention>@[A-Za-z]\w{3,})|(?P<link>https?://\S+)|(?P<hashtag>#\w+)|(?P<bold>\*[^*\n]{1,60}\*)|(?P<phone>(?:\+|\b0)\d[\d -]{8,14}\d)"
)
ZONE = timedelta(hours=2)


def entities(text: str) -> list[dict[str, str]]:
    """Text in parts, as text_entities has it."""
    parts, at = [], 0
    for found in PIECE.finditer(text):
        if found.start() > at:
            parts.append({"type": "plain", "text": text[at : found.start()]})
        kind = found.lastgroup or "plain"
        parts.append({"type": kind, "text": found.group().strip("*") if kind == "bold" else found.group()})
        at = found.end()
    if at < len(text):
        parts.append({"type": "plain", "text": text[at:]})
    return parts


def as_text(parts: list[dict[str, str]]) -> object:
    """The `text` field: a string when it is plain, else a list."""
    if not parts:
        return ""
    if len(parts) == 1 and parts[0]["type"] == "plain":
        return parts[0]["text"]
    return [part["text"] if part["type"] == "plain" else part for part in parts]


class Writer:
    """Writes one market into a folder."""

    def __init__(self, market: Market, out: Path) -> None:
        self.market, self.out = market, out
        self.start = datetime.fromisoformat(market.world.start).replace(tzinfo=UTC)
        self.numbers: dict[int, int] = {}
        self.rows: list[tuple[object, ...]] = []

    def write(self) -> None:
        """Everything."""
        by_chat: dict[int, list[Post]] = {chat.index: [] for chat in self.market.board.chats}
        for post in self.market.board.posts:
            by_chat[post.chat].append(post)
        for chat in self.market.board.chats:
            posts = sorted(by_chat[chat.index], key=lambda post: post.at)
            if posts:
                self.write_chat(chat, posts)
        self.write_truth()

    def stamp(self, second: int) -> tuple[str, str]:
        """Local clock of who exported, and unix time."""
        moment = self.start + timedelta(seconds=second)
        return (moment + ZONE).strftime("%Y-%m-%dT%H:%M:%S"), str(int(moment.timestamp()))

    def write_chat(self, chat: Chat, posts: list[Post]) -> None:
        """One result.json with its photos. Numbers have gaps: deleted messages."""
        rng, number, messages = self.market.rng, 0, []
        folder = self.out / "export" / f"ChatExport_{chat.index:02d}_{chat.number}"
        (folder / "photos").mkdir(parents=True, exist_ok=True)
        for post in posts:
            number += 1 if rng.random() < 0.96 else rng.randint(2, 4)
            self.numbers[id(post)] = number
            messages.append(self.message(post, number, folder))
            if post.text:
                self.rows.append((chat.number, number, post.act, "|".join(post.goods)))
        body = {"name": chat.name, "type": chat.kind, "id": chat.number, "messages": messages}
        (folder / "result.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")

    def message(self, post: Post, number: int, folder: Path) -> dict[str, object]:
        """One message or service message."""
        date, unix = self.stamp(post.at)
        name = None if post.who.erased else post.who.name
        record: dict[str, object] = {
            "id": number,
            "type": "service" if post.service else "message",
            "date": date,
            "date_unixtime": unix,
        }
        if post.service:
            fields = dict(post.service)
            pinned = fields.pop("pinned", None)
            record |= {"actor": name, "actor_id": post.who.tag, **fields}
            if pinned is not None:
                record["message_id"] = self.numbers.get(id(pinned), number - 1)
            return record | {"text": "", "text_entities": []}
        if post.edited:
            record["edited"], record["edited_unixtime"] = self.stamp(post.edited)
        record |= {"from": name, "from_id": post.who.tag}
        if post.forwarded:
            record["forwarded_from"] = post.forwarded
        if post.reply is not None and id(post.reply) in self.numbers and post.reply.chat == post.chat:
            record["reply_to_message_id"] = self.numbers[id(post.reply)]
        if post.photo is not None:
            record |= self.photo(post, number, date, folder)
        parts = entities(post.text)
        return record | {"text": as_text(parts), "text_entities": parts}

    def photo(self, post: Post, number: int, date: str, folder: Path) -> dict[str, object]:
        """The picture's file and fields."""
        assert post.photo is not None
        day, clock = date.split("T")
        path = f"photos/photo_{number}@{'-'.join(reversed(day.split('-')))}_{clock.replace(':', '-')}.jpg"
        data = picture_bytes(*post.photo)
        (folder / path).write_bytes(data)
        return {"photo": path, "photo_file_size": len(data), "width": SIZE[1], "height": SIZE[0]}

    def write_truth(self) -> None:
        """The three truth tables; only accounts and sellers that are seen in the export."""
        seen = {post.who.tag for post in self.market.board.posts}
        shown = [account for account in self.market.accounts if account.tag in seen]
        sellers = {account.seller for account in shown}
        self.visible_roles()
        self.table(
            "accounts", ("from_id", "seller", "roles"), ((a.tag, a.seller, "|".join(a.roles)) for a in shown)
        )
        self.table(
            "sellers",
            ("seller", "truth"),
            (
                (s.key, "ghost" if s.ghost else "real")
                for s in sorted(self.market.sellers, key=lambda s: s.key)
                if s.key in sellers
            ),
        )
        self.table("messages", ("chat_tg_id", "tg_id", "act", "commodities"), self.rows)

    def visible_roles(self) -> None:
        """Customers and vouchers are called so only when they did something of the kind that can be seen."""
        vouching = {post.who.tag for post in self.market.board.posts if post.act in ("vouch", "warning")}
        buying = {
            post.who.tag
            for post in self.market.board.posts
            if post.act in ("request", "vouch", "warning")
            or (post.reply is not None and post.reply.who.seller)
        }
        for account in self.market.accounts:
            if ("voucher" in account.roles and account.tag not in vouching) or (
                account.roles == ["customer"] and account.tag not in buying
            ):
                account.roles = []

    def table(self, name: str, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
        """One CSV."""
        folder = self.out / "truth"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(head)
            writer.writerows(rows)
