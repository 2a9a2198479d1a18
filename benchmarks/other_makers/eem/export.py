"""Writes the exports as Telegram Desktop does, and the truth beside them."""

import csv
import json
import random
import re
from collections import OrderedDict
from datetime import UTC, datetime

from .hand import entities
from .images import base_image, jpeg, worn
from .market import NOFILE


def iso(t):
    return datetime.fromtimestamp(t + 7200, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def attachment(kind, r):
    """The fields of a sticker, voice, video or moving picture; none for other kinds."""
    if kind == "sticker":
        return {
            "file": NOFILE,
            "file_name": "sticker.webp",
            "thumbnail": NOFILE,
            "media_type": "sticker",
            "sticker_emoji": r.choice("😂🔥👍😭🤡💀👀🙏"),
            "width": 512,
            "height": 512,
        }
    if kind == "voice":
        return {
            "file": NOFILE,
            "media_type": "voice_message",
            "mime_type": "audio/ogg",
            "duration_seconds": r.randrange(2, 70),
        }
    return film(kind, r)


def film(kind, r):
    """The fields of a video or a moving picture; none for other kinds."""
    if kind == "video":
        return {
            "file": NOFILE,
            "file_name": f"IMG_{r.randrange(1000, 9999)}.MP4",
            "thumbnail": NOFILE,
            "media_type": "video_file",
            "mime_type": "video/mp4",
            "duration_seconds": r.randrange(3, 40),
            "width": 720,
            "height": 1280,
        }
    if kind == "gif":
        return {
            "file": NOFILE,
            "file_name": "mp4.mp4",
            "thumbnail": NOFILE,
            "media_type": "animation",
            "mime_type": "video/mp4",
            "duration_seconds": 3,
            "width": 320,
            "height": 240,
        }
    return {}


def contact(first, number):
    """A contact as an export shows it."""
    return {"first_name": first, "last_name": "", "phone_number": "00316" + number[2:]}


def poll(question, answers, r):
    """A poll with some votes."""
    votes = [{"text": a, "voters": r.randrange(0, 30), "chosen": False} for a in answers]
    return {
        "question": question,
        "closed": False,
        "total_voters": sum(a["voters"] for a in votes),
        "answers": votes,
    }


class Writer:
    """Writes exports and truth."""

    def __init__(self, sim, out):
        self.sim, self.out = sim, out
        self.cache = OrderedDict()
        self.files = 0

    def base(self, key):
        """An original photograph, made once."""
        if key not in self.cache:
            self.cache[key] = base_image(*key)
            if len(self.cache) > 150:
                self.cache.popitem(last=False)
        return self.cache[key]

    def photo(self, m, spec, folder, n):
        """Writes a photograph as it was posted; gives its fields."""
        if spec == NOFILE:
            return {"photo": NOFILE, "width": 1280, "height": 960}
        r = random.Random(f"{spec['seed']}/{m['id']}")
        im = worn(self.base(spec["base"]), r, spec["stamp"], spec["heavy"])
        name = f"photos/photo_{n}@{datetime.fromtimestamp(m['t'] + 7200, UTC):%d-%m-%Y_%H-%M-%S}.jpg"
        (folder / "photos").mkdir(exist_ok=True)
        data = jpeg(im, r.randrange(45, 88))
        (folder / name).write_bytes(data)
        self.files += 1
        return {"photo": name, "photo_file_size": len(data), "width": im.width, "height": im.height}

    def name(self, acc, at):
        """The name that an export of this date shows."""
        if acc.deleted and acc.end < at:
            return None
        return acc.later[1] if acc.later and acc.later[0] < at else acc.name

    def message(self, m, chat, folder, at, n):
        """A message as an export writes it."""
        acc = m["acc"]
        d = {
            "id": m["id"],
            "type": "service" if "service" in m else "message",
            "date": iso(m["t"]),
            "date_unixtime": str(m["t"]),
        }
        if "service" in m:
            d.update(
                actor=self.name(acc, at),
                actor_id=acc.uid,
                action=m["service"],
                **m["kw"],
                text="",
                text_entities=[],
            )
            return d
        if "edited" in m:
            d.update(edited=iso(m["edited"]), edited_unixtime=str(m["edited"]))
        d.update({"from": self.name(acc, at), "from_id": acc.uid})
        if "reply" in m:
            d["reply_to_message_id"] = m["reply"]
        if "fwd" in m:
            d["forwarded_from"] = m["fwd"]
        if "photo" in m:
            d.update(self.photo(m, m["photo"], folder, n))
        r = random.Random(m["t"] * 31 + m["id"])
        d.update(attachment(m.get("media"), r))
        if "contact" in m:
            d["contact_information"] = contact(*m["contact"][:2])
        if "poll" in m:
            d["poll"] = poll(*m["poll"], r)
        d["text"], d["text_entities"] = entities(m.get("text", ""))
        if "react" in m:
            d["reactions"] = [{"type": "emoji", "count": c, "emoji": e} for e, c in m["react"].items()]
        return d

    def run(self):
        """Writes everything."""
        sim, out = self.sim, self.out
        (out / "truth").mkdir(parents=True, exist_ok=True)
        r = random.Random(f"x/{sim.name}/{sim.seed}")
        used, wrote = set(), {}
        with (out / "truth" / "messages.csv").open("w", newline="", encoding="utf-8") as fh:
            w = csv.writer(fh)
            w.writerow(["chat_tg_id", "tg_id", "act", "commodities"])
            for i, c in enumerate(sim.chats):
                slug = re.sub(r"\W+", "_", c.title.lower()).strip("_")[:24] or "chat"
                folder = out / "export" / f"ChatExport_{i + 1:02d}_{slug}"
                folder.mkdir(parents=True, exist_ok=True)
                at = sim.t1 - r.choice([0, 0, 0, 10, 25, 50]) * 86400 * (sim.cfg["days"] / 150)
                msgs, n = [], 0
                for m in c.msgs:
                    if m["t"] > at:
                        break
                    n += "photo" in m and m["photo"] != NOFILE
                    msgs.append(self.message(m, c, folder, at, n))
                    if "service" not in m:
                        w.writerow(
                            [
                                c.cid,
                                m["id"],
                                m["act"],
                                "|".join(m["comm"]) if m["act"] in ("offer", "request") else "",
                            ]
                        )
                        wrote[m["acc"].uid] = m["acc"]
                doc = {
                    "name": getattr(c, "title_new", c.title),
                    "type": c.type,
                    "id": c.cid,
                    "messages": msgs,
                }
                (folder / "result.json").write_text(
                    json.dumps(doc, ensure_ascii=False, indent=1), encoding="utf-8"
                )
        with (out / "truth" / "accounts.csv").open("w", newline="", encoding="utf-8") as fh:
            w = csv.writer(fh)
            w.writerow(["from_id", "seller", "roles"])
            for u, a in wrote.items():
                sid = a.owner.sid if hasattr(a.owner, "sid") else ""
                roles = set(a.roles)
                if a.market and not sid and not roles:
                    roles.add("customer")
                used.add(sid)
                w.writerow([u, sid, "|".join(sorted(roles))])
        with (out / "truth" / "sellers.csv").open("w", newline="", encoding="utf-8") as fh:
            w = csv.writer(fh)
            w.writerow(["seller", "truth"])
            for s in sim.sellers:
                if s.sid in used:
                    w.writerow([s.sid, s.truth])
