"""Writes a world as Telegram Desktop writes chats, and the truth beside it."""

from __future__ import annotations

import csv
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from .people import Chat, Msg, World
from .pictures import SIDE, jpeg

ENTITY = re.compile(
    r"(?P<link>https?://\S+)|(?P<email>[\w.]+@[\w.]+\.\w+)|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})|(?P<phone>\+\d[\d ]{8,16}\d)|(?P<hashtag>#\w+)"
)
KIND = {"group": "public_supergroup", "channel": "public_channel", "crew": "private_group"}


def entities(text: str, bold: bool) -> list[dict[str, str]]:
    """Splits a text into the pieces the platform would mark."""
    out: list[dict[str, str]] = []
    at = 0
    if bold and "\n" in text:
        at = text.index("\n")
        out.append({"type": "bold", "text": text[:at]})
    for m in ENTITY.finditer(text, at):
        if m.start() > at:
            out.append({"type": "plain", "text": text[at : m.start()]})
        out.append({"type": str(m.lastgroup), "text": m[0]})
        at = m.end()
    if at < len(text):
        out.append({"type": "plain", "text": text[at:]})
    return out


def stamp(start: datetime, t: int) -> tuple[str, str]:
    """Local clock (winter, one hour east) and unix time."""
    moment = start + timedelta(seconds=t)
    return (moment + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S"), str(int(moment.timestamp()))


def number(world: World) -> dict[int, list[Msg]]:
    """Gives messages their numbers per chat in order of time; some numbers are missing (deleted)."""
    rng = Random(f"numbers-{world.spec.name}-{len(world.log)}")
    by: dict[int, list[Msg]] = {c.cid: [] for c in world.chats}
    for m in sorted(world.log, key=lambda m: m.t):
        by[m.chat.cid].append(m)
    for msgs in by.values():
        n = rng.randrange(2, 9000)
        for m in msgs:
            n += 1 if rng.random() > 0.03 else rng.randrange(2, 6)
            m.mid = n
    return by


def sender(m: Msg) -> tuple[str | None, str]:
    """Name and id; a name of a deleted account is null now and then."""
    gone = m.acc.dead is not None and m.acc.uid % 5 == 0
    return (None if gone else m.acc.name), f"{'channel' if m.acc.channel else 'user'}{m.acc.uid}"


def record(m: Msg, start: datetime, folder: Path) -> dict[str, object]:
    """One message as the export has it."""
    date, unix = stamp(start, m.t)
    name, ident = sender(m)
    row: dict[str, object] = {
        "id": m.mid,
        "type": "service" if m.service and "action" in m.service else "message",
        "date": date,
        "date_unixtime": unix,
    }
    if m.service and m.kind == "sticker":
        gone = "(File not included. Change data exporting settings to download.)"
        return {
            **row,
            "from": name,
            "from_id": ident,
            "file": gone,
            "thumbnail": gone,
            **m.service,
            "text": "",
            "text_entities": [],
        }
    if m.service:
        return {**row, "actor": name, "actor_id": ident, **m.service, "text": "", "text_entities": []}
    if m.edited:
        row["edited"], row["edited_unixtime"] = stamp(start, m.edited)
    row |= {"from": name, "from_id": ident}
    if m.forward:
        row["forwarded_from"] = m.forward
    if m.reply and m.reply.chat is m.chat and m.reply.mid < m.mid:
        row["reply_to_message_id"] = m.reply.mid
    if m.photo:
        data = jpeg(*m.photo)
        path = f"photos/photo_{m.mid}@{date[8:10]}-{date[5:7]}-{date[:4]}_{date[11:].replace(':', '-')}.jpg"
        (folder / "photos").mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
        row |= {"photo": path, "photo_file_size": len(data), "width": SIDE, "height": SIDE}
    parts = entities(m.text, m.bold)
    plain = len(parts) == 1 and parts[0]["type"] == "plain"
    row["text"] = m.text if plain else [p["text"] if p["type"] == "plain" else p for p in parts]
    row["text_entities"] = parts
    return row


def write_chat(chat: Chat, msgs: list[Msg], start: datetime, folder: Path) -> None:
    """One chat's folder with its result.json."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [record(m, start, folder) for m in msgs]
    doc = {"name": chat.name, "type": KIND[chat.kind], "id": chat.cid, "messages": rows}
    (folder / "result.json").write_text(json.dumps(doc, ensure_ascii=False, indent=1), encoding="utf-8")


def write_csv(path: Path, head: list[str], rows: list[list[object]]) -> None:
    """One table of truth."""
    with path.open("w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(head)
        w.writerows(rows)


def export(world: World, out: Path) -> None:
    """Everything of a world into a folder."""
    start = datetime.fromisoformat(world.spec.start).replace(tzinfo=UTC)
    by = number(world)
    for i, chat in enumerate(world.chats):
        if by[chat.cid]:
            slug = re.sub(r"[^a-z0-9]+", "-", chat.name.lower()).strip("-") or "chat"
            write_chat(chat, by[chat.cid], start, out / "export" / f"{i:02d}_{slug}")
    truth = out / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    msgs = [m for c in world.chats for m in by[c.cid]]
    seen = {m.acc.uid for m in msgs}
    accs = sorted((a for a in world.accounts if a.uid in seen), key=lambda a: a.uid)
    write_csv(
        truth / "accounts.csv",
        ["from_id", "seller", "roles"],
        [
            [
                f"{'channel' if a.channel else 'user'}{a.uid}",
                a.seller.sid if a.seller else "",
                "|".join(sorted(a.roles)),
            ]
            for a in accs
        ],
    )
    shown = {a.seller.sid for a in accs if a.seller}
    write_csv(
        truth / "sellers.csv",
        ["seller", "truth"],
        [[s.sid, "ghost" if s.ghost else "real"] for s in world.sellers if s.sid in shown],
    )
    write_csv(
        truth / "messages.csv",
        ["chat_tg_id", "tg_id", "act", "commodities"],
        [[m.chat.cid, m.mid, m.act, "|".join(m.comm)] for m in msgs if not m.service],
    )
