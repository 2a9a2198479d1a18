"""Write Telegram Desktop exports and the truth."""

import csv
import datetime as dt
import json
import re
import shutil
from pathlib import Path

from . import photo

ENT = re.compile(
    r"(?P<bold>\x01[^\x02]*\x02)|(?P<link>https?://\S+|t\.me/\S+)|(?P<mention>@\w{3,})|(?P<hashtag>#\w+)|(?P<phone>\+31\s?6[\d ]{8,10}|\b06[- ]?\d{4} ?\d{4}\b)"
)
NOFILE = "(File not included. Change data exporting settings to download.)"


def entities(text):
    out, pos = [], 0
    for m in ENT.finditer(text):
        if m.start() > pos:
            out.append({"type": "plain", "text": text[pos : m.start()]})
        k = m.lastgroup
        v = m.group().strip("\x01\x02")
        if v:
            out.append({"type": k, "text": v})
        pos = m.end()
    if pos < len(text):
        out.append({"type": "plain", "text": text[pos:]})
    for e in out:
        e["text"] = e["text"].replace("\x01", "").replace("\x02", "")
    out = [e for e in out if e["text"]]
    if not any(e["type"] != "plain" for e in out):
        s = "".join(e["text"] for e in out)
        return s, ([{"type": "plain", "text": s}] if s else [])
    return [e["text"] if e["type"] == "plain" else e for e in out], out


def local(t):
    """Dutch clock time."""
    d = dt.datetime.fromtimestamp(t, dt.UTC)

    def last_sunday(m):
        x = dt.datetime(d.year, m, 31, 1, tzinfo=dt.UTC)
        return x - dt.timedelta(days=(x.weekday() + 1) % 7)

    off = 2 if last_sunday(3) <= d < last_sunday(10) else 1
    return (d + dt.timedelta(hours=off)).strftime("%Y-%m-%dT%H:%M:%S")


def write(w, out):
    """Writes exports and truth; the order of its steps is the order of the draws."""
    out = Path(out)
    (out / "truth").mkdir(parents=True, exist_ok=True)
    for old in (out / "export").glob("ChatExport_*"):  # of an earlier run into the same folder
        shutil.rmtree(old)
    accounts, rows = {}, []
    chats = [c for c in w.chats if sum(m.act is not None for m in c.msgs) >= 3]
    for no, chat in enumerate(chats):
        write_chat(chat, out / "export" / f"ChatExport_{no + 1:02d}", w.rng, rows, accounts)
    table(out / "truth" / "messages.csv", ("chat_tg_id", "tg_id", "act", "commodities"), rows)
    sellers, people = roles_of(accounts)
    table(out / "truth" / "accounts.csv", ("from_id", "seller", "roles"), people)
    table(out / "truth" / "sellers.csv", ("seller", "truth"), sorted(sellers.items()))
    return len(rows), len(chats), sellers


def write_chat(chat, folder, rng, rows, accounts):
    """Writes the export of a chat; its messages go to the rows, who wrote them to the accounts."""
    folder.mkdir(parents=True, exist_ok=True)
    number(chat, rng)
    alive = unwiped(chat, rng)
    have = {m.id for m in alive}
    msgs, pic = [], 0
    for m in alive:
        if m.act is None:
            msgs.append(service(m))
            continue
        pic += "photo" in m.x
        msgs.append(message(m, have, folder, pic, rng))
        rows.append((chat.id, m.id, m.act, "|".join(sorted(set(m.codes)))))
        accounts[m.acct.from_id] = m.acct
    (folder / "result.json").write_text(
        json.dumps(
            {"name": chat.name, "type": chat.type, "id": chat.id, "messages": msgs},
            ensure_ascii=False,
            indent=1,
        ),
        encoding="utf-8",
    )


def number(chat, rng):
    """Puts the messages in order of time and numbers them, with gaps."""
    chat.msgs.sort(key=lambda m: m.t)
    i = rng.randrange(1, 60000) if rng.random() < 0.8 else 1
    for m in chat.msgs:
        m.id = i
        i += 1 if rng.random() < 0.93 else rng.randrange(2, 6)


def unwiped(chat, rng):
    """What is left after keepers wiped some of what thieves and spammers wrote."""
    purge = set()
    for m in chat.msgs:
        if m.act is not None and m.acct.dead and rng.random() < 0.04:
            purge.add(m.id)
    return [m for m in chat.msgs if m.id not in purge]


def stamped(m, kind):
    """The fields with which every message begins."""
    return {"id": m.id, "type": kind, "date": local(m.t), "date_unixtime": str(m.t)}


def service(m):
    """A message of the service."""
    e = stamped(m, "service")
    if m.acct is not None:
        e["actor"], e["actor_id"] = m.acct.name, m.acct.from_id
    for k, v in m.x.items():
        if k == "pin":
            e["message_id"] = v.id
        else:
            e[k] = v
    e["text"], e["text_entities"] = "", []
    return e


def message(m, have, folder, pic, rng):
    """A message that somebody wrote."""
    e, a = stamped(m, "message"), m.acct
    if "edited" in m.x:
        e["edited"], e["edited_unixtime"] = local(m.t + m.x["edited"]), str(m.t + m.x["edited"])
    e["from"], e["from_id"] = (None if a.gone else a.name), a.from_id
    if m.reply is not None and m.reply.id in have:
        e["reply_to_message_id"] = m.reply.id
    if "fwd" in m.x:
        e["forwarded_from"] = m.x["fwd"]
    if "photo" in m.x:
        e.update(picture(m, folder, pic))
    elif "nophoto" in m.x:
        e.update(photo=NOFILE, width=1280, height=960)
    e.update(attachments(m.x))
    if "contact" in m.x:
        n, p = m.x["contact"]
        e["contact_information"] = {"first_name": n, "last_name": "", "phone_number": p}
    if "poll" in m.x:
        e["poll"] = poll(*m.x["poll"], rng)
    e["text"], e["text_entities"] = entities(m.text)
    if m.x.get("react"):
        e["reactions"] = m.x["react"]
    return e


def picture(m, folder, pic):
    """Writes the picture of a message; gives its fields."""
    spec, how = m.x["photo"]
    data, (pw, ph) = photo.jpeg(spec, how)
    t = local(m.t)
    f = f"photos/photo_{pic}@{t[8:10]}-{t[5:7]}-{t[:4]}_{t[11:].replace(':', '-')}.jpg"
    (folder / "photos").mkdir(exist_ok=True)
    (folder / f).write_bytes(data)
    return {"photo": f, "photo_file_size": len(data), "width": pw, "height": ph}


def attachments(x):
    """The fields of a sticker, a voice, a moving picture; their files stay behind."""
    e = {}
    if "sticker" in x:
        e.update(
            file=NOFILE,
            thumbnail=NOFILE,
            media_type="sticker",
            sticker_emoji=x["sticker"],
            width=512,
            height=512,
        )
    if "voice" in x:
        e.update(
            file=NOFILE,
            media_type="voice_message",
            mime_type="audio/ogg",
            duration_seconds=x["voice"],
        )
    if "gif" in x:
        e.update(
            file=NOFILE,
            media_type="animation",
            mime_type="video/mp4",
            duration_seconds=3,
            width=320,
            height=240,
        )
    return e


def poll(question, answers, rng):
    """A poll with some votes."""
    v = [rng.randrange(0, 40) for _ in answers]
    return {
        "question": question,
        "closed": False,
        "total_voters": sum(v),
        "answers": [{"text": t, "voters": k, "chosen": False} for t, k in zip(answers, v, strict=True)],
    }


def roles_of(accounts):
    """The truth of the sellers who wrote, and a row for every account that did."""
    sellers, people = {}, []
    for fid in sorted(accounts):
        a = accounts[fid]
        if a.actor is not None:
            sellers[a.actor.sid] = a.actor.truth
        if a.praised >= 6:
            a.roles.add("voucher")
        people.append((fid, a.actor.sid if a.actor else "", "|".join(sorted(a.roles))))
    return sellers, people


def table(path, head, rows):
    """Writes a table of the truth."""
    with path.open("w", newline="", encoding="utf-8") as f:
        c = csv.writer(f)
        c.writerow(head)
        c.writerows(rows)
