"""Write the exports and the truth."""

import csv
import datetime
import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

from .photos import Bank

TZ = ZoneInfo("Europe/Amsterdam")
ENT = re.compile(
    r"(?P<mention>(?<![\w$])@[A-Za-z0-9_]{4,})|(?P<link>\b(?:https?://|t\.me/|youtu\.be/)[^\s,]+)|(?P<phone>\b06\d{8}\b)|(?P<hashtag>#\w+)|"
    r"(?P<code>\b(?:bc1q|ltc1q)[0-9a-z]{30,}\b|\bT[1-9A-HJ-NP-Za-km-z]{33}\b)|\x01(?P<bold>[^\x02]*)\x02"
)


def entities(text):
    out, i = [], 0
    for m in ENT.finditer(text):
        if m.start() > i:
            out.append({"type": "plain", "text": text[i : m.start()]})
        out.append({"type": m.lastgroup, "text": m.group(m.lastgroup)})
        i = m.end()
    if i < len(text):
        out.append({"type": "plain", "text": text[i:]})
    flat = "".join(e["text"] for e in out)
    if all(e["type"] == "plain" for e in out):
        return flat, out
    return [e["text"] if e["type"] == "plain" else e for e in out], out


def stamp(t, key):
    d = datetime.datetime.fromtimestamp(int(t), TZ)
    return {key: d.strftime("%Y-%m-%dT%H:%M:%S"), key + "_unixtime": str(int(t))}


def local(t):
    """Simulated wall-clock seconds -> unix time."""
    d = datetime.datetime.fromtimestamp(int(t), datetime.UTC).replace(tzinfo=TZ)
    return int(d.timestamp())


def message(m, folder, bank, rng):
    t = local(m.t)
    d = {"id": m.id, "type": "service" if m.service else "message", **stamp(t, "date")}
    a = m.acct
    if m.service:
        d.update({"actor": a.name, "actor_id": a.fid, **m.service, "text": "", "text_entities": []})
        return d
    if m.edited:
        d.update(stamp(t + max(5, int(m.edited - m.t)), "edited"))
    d.update({"from": m_name(a, m.t), "from_id": a.fid})
    if m.fwd:
        d["forwarded_from"] = m.fwd
    if m.reply is not None and m.reply.id:
        d["reply_to_message_id"] = m.reply.id
    if m.photo:
        pid, changed = m.photo
        data = bank.jpeg(pid, rng, changed)
        rel = (
            f"photos/photo_{m.id}@{datetime.datetime.fromtimestamp(t, TZ).strftime('%d-%m-%Y_%H-%M-%S')}.jpg"
        )
        (folder / "photos").mkdir(exist_ok=True)
        (folder / rel).write_bytes(data)
        d.update({"photo": rel, "photo_file_size": len(data), "width": 160, "height": 120})
    if m.media:
        d.update(m.media)
    d["text"], d["text_entities"] = entities(m.text or "")
    if m.reacts:
        d["reactions"] = [
            {
                "type": "emoji",
                "count": n,
                "emoji": e,
                **(
                    {
                        "recent": [
                            {"from": w.name, "from_id": w.fid, "date": stamp(t + 60 * i + 40, "date")["date"]}
                            for i, w in enumerate(who)
                        ]
                    }
                    if who
                    else {}
                ),
            }
            for e, n, who in m.reacts
        ]
    return d


def m_name(a, t):
    """The export shows the present name; deleted accounts show none."""
    return None if a.dead and a.shows.get("deleted") else a.name


def write(w, out):
    bank = Bank()
    rows, seen = [], {}
    out = Path(out)
    (out / "truth").mkdir(parents=True, exist_ok=True)
    used = set()
    for c in w.chats:
        c.msgs.sort(key=lambda m: m.t)
        if not any(not m.service for m in c.msgs):
            continue
        i = w.rng.randint(1, 4000)
        for m in c.msgs:
            i += 1 + (w.rng.random() < 0.04) * w.rng.randint(1, 4)
            m.id = i
            if m.service and m.service.get("pinned") is not None:
                p = m.service.pop("pinned")
                m.service["message_id"] = p.id
        slug = re.sub(r"[^a-z0-9]+", "_", c.name.lower()).strip("_")[:24] or "chat"
        while slug in used:
            slug += "_2"
        used.add(slug)
        folder = out / "export" / slug
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "name": c.name,
            "type": c.type,
            "id": c.cid,
            "messages": [message(m, folder, bank, w.rng) for m in c.msgs],
        }
        with (folder / "result.json").open("w", encoding="utf-8") as f:
            json.dump(data, f, ensure_ascii=False, indent=1)
        for m in c.msgs:
            if not m.service:
                rows.append((c.cid, m.id, m.act, "|".join(m.com)))
                seen[m.acct.fid] = m.acct
    table(out, "messages.csv", ("chat_tg_id", "tg_id", "act", "commodities"), rows)
    live = {a.crew.cid for a in seen.values() if a.crew}
    table(
        out,
        "accounts.csv",
        ("from_id", "seller", "roles"),
        [(f, a.crew.cid if a.crew else "", "|".join(sorted(w.roles(a)))) for f, a in seen.items()],
    )
    table(
        out,
        "sellers.csv",
        ("seller", "truth"),
        [(c.cid, "ghost" if c.ghost else "real") for c in w.crews if c.cid in live],
    )
    return {
        "messages": len(rows),
        "chats": len(used),
        "sellers": len(live),
        "ghosts": sum(c.ghost is not None for c in w.crews if c.cid in live),
    }


def table(out, name, head, rows):
    with (out / "truth" / name).open("w", newline="", encoding="utf-8") as f:
        wr = csv.writer(f)
        wr.writerow(head)
        wr.writerows(rows)
