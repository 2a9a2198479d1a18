"""Sellers at work: accounts and aliases, advertisements, stock, bans and come-backs."""

import copy

from .actors import Face
from .ads import make_ad
from .goods import ITEMS
from .hand import expand, handle_of, phone
from .market import DAY, NOFILE
from .text import phrases

PHOTO = {
    "cannabis": "plant", "psilocybin": "plant",
    "mdma": "pills", "benzodiazepines": "pills", "opioids": "pills", "prescription-medicines": "pills",
    "cocaine": "powder", "ketamine": "powder", "amphetamine": "powder",
    "heroin": "brick",
    "documents": "card", "payment-fraud": "card", "counterfeit-money": "card",
}  # fmt: skip


def view(s, face):
    """The seller as this face shows him (own menu and prices where they differ)."""
    own = getattr(face, "own", None)
    if not own:
        return s
    v = copy.copy(s)
    v.menu, v.price = own
    v.out = s.out & set(v.menu)
    return v


def twist(r, name):
    x = r.random()
    if x < 0.2:
        return name
    if x < 0.4:
        return name + r.choice([" 2", " 2.0", " Official", " NL", ".", " ✅", " nieuw", " 🔥"])
    if x < 0.6:
        return name.replace("i", "l", 1).replace("o", "0", 1)
    return name.swapcase() if x < 0.65 else "".join(c for c in name if c.isascii()).strip() or name


def spawn(sim, s, link=None, area=None):
    """A new account of a seller; `link` says what it has in common with the first."""
    r = sim.rng
    area = area or s.area
    f = Face(r, s.lang, area)
    if s.victim is not None and s.victim.accounts:
        v = s.victim.accounts[0].face
        f.name = twist(r, v.name)
        f.hand = v.hand.cousin(r, r.uniform(0.6, 0.98))
        if v.handle:
            f.handle = r.choice(
                [
                    v.handle + "_",
                    v.handle + r.choice("0128x"),
                    v.handle.replace("l", "i", 1).replace("o", "0", 1) + "s",
                    v.handle + "nl",
                ]
            )
        f.house, f.stamp = v.house, r.random() < 0.5
    elif s.accounts:
        a = s.accounts[0].face
        if link in ("handle", "name"):
            f.name = twist(r, a.name)
            f.hand = a.hand.cousin(r, 0.7)
        if link == "handle":
            f.handle = a.handle = a.handle or handle_of(r, a.name)
        elif link == "number":
            f.phone = a.phone = a.phone or phone(r)
            f.signal = a.signal
        elif link == "wallet":
            f.wallet = a.wallet
        elif link == "list":
            f.hand = a.hand.cousin(r, 0.35)
            f.hand.listing, f.hand.sep, f.hand.money = a.hand.listing, a.hand.sep, a.hand.money
        elif link == "hand":
            f.hand = a.hand.cousin(r, 0.9)
        elif link == "rhythm":
            f.beat, f.phase = a.beat, a.phase
        if link in ("handle", "number", "name", "hand") and r.random() < 0.7:
            f.house = a.house
        if link in ("none", "wallet", "rhythm"):
            menu = r.sample(s.menu, max(1, int(len(s.menu) * r.uniform(0.5, 1))))
            f.own = (menu, {k: max(1, round(s.price[k] * r.uniform(0.85, 1.2))) for k in menu})
    acc = sim.account(f.name, s, f)
    if r.random() < 0.07:
        acc.later = (
            sim.t + r.uniform(10, 80) * DAY,
            twist(r, f.name)
            if r.random() < 0.5
            else f.name.split()[0] + " " + r.choice(["Shop", "🌙", "weg", "🇳🇱"]),
        )
    acc.roles.add({"retailer": "retailer", "wholesaler": "wholesaler", "supplier": "supplier"}[s.tier])
    s.accounts.append(acc)
    return acc


def picture(sim, s, face, comm, old=False):
    r = sim.rng
    if sim.photos >= sim.cfg["photos"]:
        return NOFILE
    if r.random() > sim.photo_p:
        return NOFILE
    sim.photos += 1
    pool = s.victim.pids if s.victim is not None and s.victim.pids else s.pids
    if s.ghost and s.victim is None and s.kind != "exit" and r.random() < 0.7:
        o = s.loot
        pool = o.pids or pool
        owner = o
    else:
        owner = s.victim if s.victim is not None and s.victim.pids else s
    if owner is s and (not pool or r.random() < 0.25 + 0.2 * (not s.ghost)):
        s.pids.append(
            (
                r.randrange(1 << 30),
                face.house,
                PHOTO.get(comm, "misc") if r.random() < 0.8 else "box",
                face.handle or "" if r.random() < 0.3 else "",
            )
        )
        return {
            "base": s.pids[-1],
            "heavy": False,
            "stamp": face.name if face.stamp else "",
            "seed": r.randrange(1 << 30),
        }
    base = r.choice(pool[-6:]) if pool else (r.randrange(1 << 30), face.house, "misc", "")
    return {
        "base": base,
        "heavy": owner is not s or r.random() < 0.3,
        "stamp": face.name if face.stamp or (owner is not s and r.random() < 0.4) else "",
        "seed": r.randrange(1 << 30),
    }


def compose(sim, s, acc, chat, kind=None):
    r, f = sim.rng, acc.face
    v = view(s, f)
    lang = chat.lang if chat.lang in (s.lang, "en") or r.random() < 0.3 else s.lang
    if s.kind == "imit" and s.victim and kind is None and r.random() < 0.45:
        src = [m for a in s.victim.accounts[:2] for m in a.last.values() if m["act"] == "offer"]
        if src:
            m = r.choice(src)
            t = m["text"]
            old = s.victim.accounts[0].face
            if old.handle and f.handle:
                t = t.replace("@" + old.handle, "@" + f.handle).replace(
                    "t.me/" + old.handle, "t.me/" + f.handle
                )
            if old.phone:
                t = (
                    t.replace(old.phone, f.phone or "pb")
                    .replace("+316" + old.phone[2:], f.phone or "pb")
                    .replace(old.phone[:2] + " " + old.phone[2:], f.phone or "pb")
                )
            return t, "offer", set(m["comm"])
    key = (acc.uid, lang)
    ver = len(s.out), tuple(s.price.values())
    if kind is None and s.copy and key in sim.cache and sim.cache[key][0] == ver and r.random() < 0.93:
        return sim.cache[key][1]
    area = chat.area if chat.area and r.random() < 0.6 else s.area
    out = make_ad(sim, v, f, lang, area, kind)
    if kind is None and out[1] == "offer":
        sim.cache[key] = (ver, out)
    return out


def working(sim, s):
    if sim.day() in s.holiday or sim.t < s.starts or sim.t > s.ends:
        return False
    d = sim.dt()
    return not ((not s.ghost or s.polish > 0.7) and (s.off == d.weekday() or not s.hour_ok(d.hour)))


def ad(sim, s, acc, chat, gap, once=False):
    """A hand-posted advertisement, then the next."""
    r = sim.rng
    if not once:
        nxt = sim.t + r.expovariate(1 / gap)
        h = sim.dt(nxt).hour
        if not s.hour_ok(h) and r.random() < 0.85:
            nxt += ((s.open - h) % 24) * 3600 + r.uniform(0, 5400)
        sim.at(nxt, ad, sim, s, acc, chat, gap)
    if sim.t > acc.end or chat.cid in acc.banned or not working(sim, s):
        return
    x, kind = r.random(), None
    if s.tier == "retailer":
        if x < 0.025:
            kind = "OPENED"
        elif x < 0.06:
            kind = "PRICECUT"
        elif x < 0.09:
            kind = "SELFVOUCH"
        elif x < 0.1 and not s.ghost:
            kind = "CLOSED"
        elif x < 0.112 and (s.copied or r.random() < 0.1):
            kind = "IMITWARN"
    put(sim, s, acc, chat, kind)


def put(sim, s, acc, chat, kind=None, bot=False):
    r = sim.rng
    if kind == "SELFVOUCH":
        v = sim.phrase(
            "PRAISE_R",
            r.choice(sim.buyers).hand,
            {"g": ITEMS[r.choice(s.menu)].name(r, s.lang)},
            s.lang,
            True,
        )
        text = acc.face.hand.write(r, expand(r, r.choice(phrases(s.lang, "SELFVOUCH")), {"v": v}))
        return sim.post(chat, acc, text, "vouch")
    text, act, comm = compose(sim, s, acc, chat, kind)
    first = next(iter(sorted(comm)), "")
    ph = None
    if act == "offer" and r.random() < 0.32:
        ph = picture(sim, s, acc.face, first)
    fwd = None
    if s.channel and chat is not s.channel and act == "offer" and r.random() < 0.5:
        src = [m for m in s.channel.msgs[-5:] if m.get("act") == "offer"]
        if src:
            m = r.choice(src)
            text, comm, fwd = m["text"], m["comm"], s.channel.title
    chan = chat is s.channel
    if kind is None and chat.msgs and r.random() < (0.25 if chan and not s.ghost else 0.02):
        m = next(
            (
                m
                for m in reversed(chat.msgs[-12:])
                if m.get("act") == "offer" and m["acc"] is acc and "\n" in m["text"]
            ),
            None,
        )
        if m and act == "offer":  # the old list is edited instead
            m["text"], m["comm"], m["edited"] = text, sorted(comm), int(sim.t)
            return m
    m = sim.post(chat, acc, text, act, comm, photo=ph, fwd=fwd)
    if m and chan:
        if r.random() < 0.6:
            sim.react(m, int(r.expovariate(1 / (3 + 8 * s.quality * (not s.ghost) + 5 * s.buys_praise))))
        if r.random() < 0.03:
            sim.service(chat, acc, "pin_message", message_id=m["id"])
    if m and chan and chat.link is not None:  # linked discussion group gets every post
        sim.post(chat.link, acc, text, act, comm, fwd=chat.title)
    if m and ph and not bot and r.random() < 0.12:
        sim.post(chat, acc, "", "none", photo=picture(sim, s, acc.face, first))
    if m and not chan and r.random() < 0.012:
        sim.post(chat, acc, "", media=r.choice(["voice", "video", "sticker"]))
    if m and acc.face.phone and r.random() < 0.004:
        sim.post(chat, acc, "", contact=(acc.face.name, acc.face.phone))
    return m


def campaign(sim, s, acc, chat, end, beat):
    """A bot repeats the same advertisement on the beat."""
    r = sim.rng
    if sim.t > end or sim.t > acc.end or chat.cid in acc.banned:
        return
    sim.at(sim.t + beat + r.choice([0, 0, 1, 1, 2, 3, 7]), campaign, sim, s, acc, chat, end, beat)
    if sim.t < s.starts or sim.t > s.ends or (beat < 10000 and 3 <= sim.hour() < 9 and s.polish < 0.7):
        return
    key = (acc.uid, chat.cid, "bot")
    ver = tuple(s.price.values())
    if key not in sim.cache or sim.cache[key][0] != ver or r.random() < 0.004:
        lang = chat.lang if chat.lang in (s.lang, "en") else s.lang
        sim.cache[key] = (
            ver,
            make_ad(
                sim,
                view(s, acc.face),
                acc.face,
                lang,
                chat.area or s.area,
                "LIST" if r.random() < 0.6 else None,
            ),
        )
    text, act, comm = sim.cache[key][1]
    if acc.face.style < 0.3:  # a tail against the spam filter
        text += "\n" + r.choice(
            [
                f"#{r.randrange(1000, 9999)}",
                "." * r.randrange(1, 6),
                r.choice("🟢🔵🟣🟠🔴") * r.randrange(1, 4),
                "ㅤ",
            ]
        )
    ph = (
        picture(sim, s, acc.face, next(iter(sorted(comm)), ""))
        if s.polish > 0.55 and r.random() < 0.4
        else None
    )
    sim.post(chat, acc, text, act, comm, photo=ph)


def stock(sim, s):
    """A day in the cellar: things run out, come back, change price."""
    r = sim.rng
    sim.at(sim.t + DAY * r.uniform(0.9, 1.1), stock, sim, s)
    if not (s.starts <= sim.t <= s.ends):
        return
    places = [
        (a, c)
        for a in s.accounts
        if sim.t <= a.end
        for c in a.chats
        if c.cid not in a.banned and (c.kind in ("markt", "groot", "kanaal"))
    ]
    if not places:
        return
    p = (0.012 if s.polish < 0.6 else 0.03) if s.ghost else 0.055
    for k in s.menu:
        if k in s.out:
            dry = sim.dry.get(k, 0) and not s.ghost
            if r.random() < (0.12 if dry else 0.4):
                s.out.discard(k)
                if not s.ghost and r.random() < 0.3:
                    s.price[k] = max(1, round(s.price[k] * r.uniform(0.93, 1.1)))
                if r.random() < 0.5:
                    keep = s.menu
                    s.menu = [k]
                    for a, c in r.sample(places, min(len(places), 2)):
                        put(sim, s, a, c, "RESTOCK")
                    s.menu = keep
        elif r.random() < p * (3 if sim.dry.get(k, 0) and not s.ghost else 1):
            s.out.add(k)
            if r.random() < 0.25:
                a, c = r.choice(places)
                put(sim, s, a, c, "SOLDOUT")
    if r.random() < 0.006:
        n = r.randrange(2, 7)
        s.holiday |= set(range(sim.day() + 1, sim.day() + 1 + n))
        if not s.ghost and r.random() < 0.6:
            a, c = r.choice(places)
            put(sim, s, a, c, "CLOSED")
    if s.exit and sim.t > s.exit + 16 * DAY:
        s.ends = sim.t


def ban(sim, acc, chat, keeper=None):
    if chat.cid in acc.banned:
        return
    acc.banned.add(chat.cid)
    if keeper is not None:
        sim.service(chat, keeper, "remove_members", members=[acc.name])
    s = acc.owner
    if hasattr(s, "sid") and acc.face and len(s.accounts) < 7:
        left = [c for c in acc.chats if c.cid not in acc.banned]
        if len(left) <= len(acc.chats) // 2 or sim.rng.random() < 0.2:
            sim.at(sim.t + sim.rng.expovariate(1 / (2.5 * DAY)) + 3600, comeback, sim, s, acc)


def lose(sim, acc):
    """Telegram removes the account, or its owner drops it."""
    if sim.t > acc.end:
        return
    acc.end = sim.t
    acc.deleted = sim.rng.random() < 0.5
    if len(acc.owner.accounts) < 7 and sim.t < acc.owner.ends:
        sim.at(sim.t + sim.rng.expovariate(1 / (1.5 * DAY)) + 1800, comeback, sim, acc.owner, acc)


def comeback(sim, s, old):
    r = sim.rng
    if sim.t > s.ends or len(s.accounts) > 7:
        return
    if s.ghost:
        link = r.choices(
            ["none", "wallet", "number", "hand", "list", "rhythm", "name"], [5, 2, 1, 2, 2, 2, 1]
        )[0]
    else:
        link = r.choices(["handle", "name", "number", "list", "hand", "none"], [3, 4, 2, 2, 2, 1])[0]
    acc = spawn(sim, s, link)
    for c in old.chats:
        if c.kind != "kanaal" and r.random() < 0.85:
            enter(sim, s, acc, c, 1.3)
    if link in ("handle", "name", "number") and r.random() < 0.7:
        for c in acc.chats[:2]:
            if not c.type.endswith("channel"):
                sim.at(sim.t + 600, put, sim, s, acc, c, "NEWACC")


def enter(sim, s, acc, chat, slow=1.0):
    if chat in acc.chats:
        return
    sim.join(acc, chat)
    chat.seller_accs.append(acc)
    gap = DAY / max(0.05, s.rate * sim.ad_rate) * slow
    if chat.kind == "vouch":
        gap *= 8
    if chat.kind == "groot":
        gap *= 0.35
    sim.at(sim.t + sim.rng.expovariate(1 / gap), ad, sim, s, acc, chat, gap)
