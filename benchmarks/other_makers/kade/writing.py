"""Writes a lived world: Telegram Desktop exports with their pictures, and the truth."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from .market import Market
from .people import Account, Chat, Message
from .pictures import SIDE, encode, scene

PARTS = re.compile(
    r"(?P<link>(?:https?://\S+|t\.me/\S+))|(?P<mention>@\w{3,32})|(?P<phone>\+\d[\d ]{7,15}\d)|(?P<hashtag>#\w+)"
)


def write(m: Market, out: Path) -> None:
    """Everything of a world."""
    by_chat: dict[int, list[Message]] = defaultdict(list)
    for msg in m.log:
        by_chat[msg.chat.num].append(msg)
    folders = 0
    for chat in m.chats:
        if by_chat[chat.num]:
            folders += 1
            write_chat(chat, by_chat[chat.num], out / "export" / f"chat_{folders:03d}")
    write_truth(m, out / "truth")


def stamp(when: int) -> dict[str, str]:
    """The two date fields; the exporter's clock is Dutch winter time all year (he never set it)."""
    return {
        "date": datetime.fromtimestamp(when + 3600, UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "date_unixtime": str(when),
    }


def entities(text: str, bold: bool) -> list[dict[str, str]]:
    """The text cut into plain parts and what Telegram marks."""
    out: list[dict[str, str]] = []
    if bold and "\n" in text:
        head, text = text.split("\n", 1)
        if not PARTS.search(head):
            out.append({"type": "bold", "text": head})
            text = "\n" + text
        else:
            text = head + "\n" + text
    at = 0
    for hit in PARTS.finditer(text):
        if hit.start() > at:
            out.append({"type": "plain", "text": text[at : hit.start()]})
        out.append({"type": str(hit.lastgroup), "text": hit.group()})
        at = hit.end()
    if at < len(text):
        out.append({"type": "plain", "text": text[at:]})
    return out


def write_chat(chat: Chat, msgs: list[Message], folder: Path) -> None:
    """One export folder."""
    (folder / "photos").mkdir(parents=True, exist_ok=True)
    rows, seen = [], 0
    for msg in msgs:
        row = service(msg) if msg.service else plain(msg)
        if msg.photo is not None and not msg.service:
            seen += 1
            row.update(picture(msg, folder, seen))
        row["text"], row["text_entities"] = parts(msg)
        rows.append(row)
    if not seen:
        (folder / "photos").rmdir()
    data = {"name": chat.name, "type": chat.kind, "id": chat.num, "messages": rows}
    (folder / "result.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def parts(msg: Message) -> tuple[Any, list[dict[str, str]]]:
    """The `text` and `text_entities` fields."""
    marks = entities(msg.text, msg.bold) if msg.text else []
    if all(e["type"] == "plain" for e in marks):
        return msg.text, marks
    return [e["text"] if e["type"] == "plain" else e for e in marks], marks


def plain(msg: Message) -> dict[str, Any]:
    """A message's fields before its text."""
    row: dict[str, Any] = {"id": msg.num, "type": "message", **stamp(msg.when)}
    if msg.edited:
        row.update({f"edited{k[4:]}": v for k, v in stamp(msg.edited).items()})
    row.update({"from": None if gone(msg.by) else msg.by.name, "from_id": msg.by.from_id})
    if msg.forwarded:
        row["forwarded_from"] = msg.forwarded
    if msg.reply is not None and msg.reply.chat is msg.chat and msg.reply.num < msg.num:
        row["reply_to_message_id"] = msg.reply.num
    return row


def gone(acc: Account) -> bool:
    """A deleted account shows no name any more; a quarter of the accounts left behind were deleted."""
    return acc.dead is not None and acc.uid % 4 == 0


def service(msg: Message) -> dict[str, Any]:
    """A service message."""
    more = dict(msg.service or {})
    about = more.pop("message", None)
    if isinstance(about, Message):
        more["message_id"] = about.num
    return {
        "id": msg.num,
        "type": "service",
        **stamp(msg.when),
        "actor": msg.by.name,
        "actor_id": msg.by.from_id,
        **more,
    }


@cache
def shot(num: int, variant: int) -> bytes:
    """One picture's bytes."""
    return encode(scene(num, variant))


def picture(msg: Message, folder: Path, count: int) -> dict[str, Any]:
    """Write the picture file; each posting is the phone's own copy, most of them equal."""
    variant = msg.by.uid % 5 if msg.photo is not None and msg.by.uid % 3 == 0 else 0
    data = shot(msg.photo or 0, variant)
    name = f"photos/photo_{count}@{datetime.fromtimestamp(msg.when + 3600, UTC).strftime('%d-%m-%Y_%H-%M-%S')}.jpg"
    (folder / name).write_bytes(data)
    return {"photo": name, "photo_file_size": len(data), "width": SIDE, "height": SIDE}


def table(path: Path, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """One CSV."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)


def write_truth(m: Market, folder: Path) -> None:
    """Accounts, sellers, messages: what was so. Only accounts that appear in the export have a row, and sellers who posted."""
    seen: dict[str, Account] = {x.by.from_id: x.by for x in m.log}
    shops = {s.pid: s for s in m.sellers}
    code = {
        pid: f"s{i:04d}" for i, pid in enumerate(sorted(shops, key=lambda p: (shops[p].accounts[0].uid, p)))
    }
    rows: list[tuple[object, ...]] = []
    for fid, acc in sorted(seen.items()):
        rows.append((fid, code.get(acc.owner.pid, ""), "|".join(dict.fromkeys(acc.roles))))
    table(folder / "accounts.csv", ("from_id", "seller", "roles"), rows)
    live = {acc.owner.pid for acc in seen.values()}
    table(
        folder / "sellers.csv",
        ("seller", "truth"),
        sorted((code[p], "real" if s.real else "ghost") for p, s in shops.items() if p in live),
    )
    texts: list[tuple[object, ...]] = [(x.chat.num, x.num, x.act, "|".join(x.goods)) for x in m.log if x.text]
    table(folder / "messages.csv", ("chat_tg_id", "tg_id", "act", "commodities"), texts)
