"""Everybody else: bots, couriers, recruiters, cashiers, middlemen, hired praise, talk."""

from .ads import make_ad
from .goods import ITEMS
from .hand import expand, person_name
from .market import DAY, DIURNAL, NOFILE
from .sellers import picture, view
from .text import phrases
from .text.nl_ads import MON
from .text.nl_talk import CLUBS


def env(sim, o, chat=None):
    r = sim.rng
    areas = sim.cfg["areas"]
    return {
        "a": (chat.area if chat and chat.area and r.random() < 0.4 else o.area),
        "a2": r.choice(areas),
        "m": f"{r.choice([50, 75, 100, 150, 200, 250])}",
        "m2": f"{r.choice([300, 400, 500, 750, 1000, 1500])} euro",
        "d": lambda: r.choice(phrases(o.lang, "DAYS")),
        "h2": f"{r.randrange(9, 24)}:{r.choice(['00', '15', '30', '45'])}",
        "pct": f"{r.choice([2, 3, 3.5, 4, 5, 7, 8])}%",
        "c": lambda: "@" + o.handle if getattr(o, "handle", None) else "pb",
        "num": str(r.choice([8, 15, 20, 35, 50, 60, 80, 110, 150, 220])),
        "club": lambda: r.choice(CLUBS),
        "hash": "".join(r.choice("abcdefghkmnpqrstuvwxyzABCDEFGH23456789") for _ in range(16)),
        "x": lambda: r.choice(chat.members).name if chat and chat.members else "iedereen",
        "mon": MON[sim.dt().month - 1],
        "g": lambda: ITEMS[r.choice(["coke", "xtc", "wiet", "hash", "keta"])].name(r, o.lang),
    }


# kind of work -> (phrases, weights), act, chats where it is said, posts a week
JOBS = {
    "courier": (("COURIER", 6), ("JOBSEEK", 1)),
    "stash": (("STASH", 5), ("COURIER", 1)),
    "recruiter": (("RECRUIT", 1),),
    "money-handler": (("MONEY", 3), ("MONEYTALK", 2)),
    "middleman": (("ESCROW", 1),),
    "ship": (("SHIPTALK", 4), ("PROXYTALK", 1)),
}
ACT = {"RECRUIT": "recruit", "MONEY": "offer", "ESCROW": "offer"}
WHERE = {
    "COURIER": ("rit", "werk"),
    "STASH": ("rit",),
    "JOBSEEK": ("werk", "markt", "praat"),
    "RECRUIT": ("werk", "markt", "praat"),
    "MONEY": ("wissel", "markt"),
    "MONEYTALK": ("wissel",),
    "ESCROW": ("markt", "vouch"),
    "SHIPTALK": ("rit", "groot"),
    "PROXYTALK": ("rit", "groot"),
}


def work(sim, o, perday):
    r = sim.rng
    sim.at(sim.awake(sim.t + r.expovariate(perday * o.rate / DAY)), work, sim, o, perday)
    accs = [a for a in o.accs if a.born <= sim.t <= a.end]
    if not accs:
        return
    kinds = JOBS[o.role]
    kind = r.choices([k for k, _ in kinds], [w for _, w in kinds])[0]
    a = r.choice(accs)
    cs = [c for c in a.chats if c.kind in WHERE[kind] and c.open]
    if not cs:
        return
    c = r.choice(cs)
    if kind in ("RECRUIT", "MONEY", "ESCROW") and o.text and r.random() < 0.55:
        text = o.text
    else:
        text = sim.phrase(kind, o.hand, env(sim, o, c), loose=kind in ("COURIER", "STASH"))
    if kind in ("RECRUIT", "MONEY", "ESCROW"):
        if "@" not in text and o.handle and r.random() < 0.3:
            text += " @" + o.handle
        o.text = text if r.random() < 0.8 else None
    if kind in ("COURIER", "STASH", "SHIPTALK") and r.random() < 0.08:
        sim.post(c, a, "", media=r.choice(["voice", "voice", "video"]))
        return
    prev = next((m for m in reversed(c.msgs[-4:]) if "service" not in m and m["acc"] is not a), None)
    m = sim.post(
        c,
        a,
        text,
        ACT.get(kind, "none"),
        reply=prev["id"]
        if prev and kind in ("COURIER", "STASH", "SHIPTALK", "MONEYTALK") and r.random() < 0.25
        else None,
    )
    if m and kind == "RECRUIT" and r.random() < 0.25:
        x = r.choice(c.members)
        if hasattr(x.owner, "hand") and x.owner is not o:
            sim.at(
                sim.t + 1200,
                lambda: sim.post(
                    c,
                    x,
                    r.choice(
                        [
                            "pb",
                            "interesse",
                            "hoeveel schuift t",
                            "is dit echt",
                            "nep",
                            "ik kan",
                            "stuur info",
                            "18 ook goed?",
                        ]
                    ),
                    reply=m["id"],
                ),
            )


def praise_for_pay(sim, o):
    """A hired voice praises whoever pays this month."""
    r = sim.rng
    sim.at(sim.awake(sim.t + r.expovariate(0.45 * o.rate / DAY)), praise_for_pay, sim, o)
    clients = [a for a in o.clients if a.born <= sim.t <= a.end and a.owner.starts < sim.t < a.owner.ends]
    if not clients:
        return
    acc, me = r.choice(clients), r.choice(o.accs)
    cs = [c for c in me.chats if c.open and c.kind in ("vouch", "markt", "disc")]
    if not cs:
        return
    c = r.choice(cs)
    k = r.choice(acc.owner.menu)
    it = ITEMS[k]
    kind = r.choice(["PRAISE_PAID", "PRAISE_PAID", "PRAISE_N"])
    post = acc.last.get(c.cid)
    e = {
        "g": it.name(r, o.lang),
        "q": str(r.choice(it.ladder)),
        "u": it.unit,
        "a": o.area,
        "w": sim.ref(acc),
        "m": "50",
    }
    sim.post(
        c,
        me,
        sim.phrase(kind, o.hand, e, loose=r.random() < 0.5),
        "vouch",
        reply=post["id"] if post and r.random() < 0.3 else None,
        photo=NOFILE if r.random() < 0.15 else None,
    )
    acc.good += 1


def sock(sim, s, me):
    """A seller's own 'customer'."""
    r = sim.rng
    sim.at(sim.awake(sim.t + r.expovariate(0.22 / DAY)), sock, sim, s, me)
    live = [a for a in s.accounts if sim.t <= a.end]
    cs = [c for c in me.chats if c.open and c.kind in ("vouch", "markt", "praat", "disc")]
    if not live or not cs or sim.t > s.ends or sim.t < s.starts:
        return
    acc, c = r.choice(live), r.choice(cs)
    k = r.choice(s.menu)
    hand = me.face.hand
    e = {
        "g": ITEMS[k].name(r, s.lang),
        "q": str(r.choice(ITEMS[k].ladder)),
        "u": ITEMS[k].unit,
        "a": s.area,
        "w": sim.ref(acc),
        "m": str(r.choice([50, 80, 100, 200])),
    }
    if s.slanders and s.rivals and r.random() < 0.5:
        foe = r.choice(s.rivals)
        fa = foe.accounts[0]
        e["w"] = sim.ref(fa)
        post = fa.last.get(c.cid)
        sim.post(
            c,
            me,
            sim.phrase("SLANDER_N" if r.random() < 0.6 else "WARN_N", hand, e, s.lang),
            "warning",
            reply=post["id"] if post and r.random() < 0.4 else None,
        )
        fa.bad += 1
        return
    sim.post(c, me, sim.phrase(r.choice(["PRAISE_N", "PRAISE_PAID", "PRAISE_N"]), hand, e, s.lang), "vouch")
    acc.good += 1


def billboard(sim, o, c, gap):
    """A channel of a keeper that carries the advertisements of paying sellers."""
    r = sim.rng
    sim.at(sim.t + r.expovariate(1 / gap), billboard, sim, o, c, gap)
    live = [a for a in c.clients if a.owner.starts < sim.t < a.owner.ends and sim.t <= a.end]
    if not live:
        return
    a = r.choice(live)
    old = [m for m in a.last.values() if m["act"] == "offer"]
    if old and r.random() < 0.6:
        m = r.choice(old)
        text, act, comm = m["text"], "offer", m["comm"]
    else:
        text, act, comm = make_ad(sim, view(a.owner, a.face), a.face, a.owner.lang, a.owner.area)
    if a.face.handle and "@" not in text:
        text += "\n@" + a.face.handle
    m = sim.post(
        c,
        c.anon,
        text,
        act,
        comm,
        fwd=a.name if r.random() < 0.25 else None,
        photo=picture(sim, a.owner, a.face, (sorted(comm) or [""])[0]) if r.random() < 0.3 else None,
    )
    if m and r.random() < 0.25:
        sim.react(m, 1 + int(r.expovariate(0.4)))


def botwork(sim, c):
    r = sim.rng
    sim.at(sim.awake(sim.t + r.expovariate(c.bot_rate / DAY)), botwork, sim, c)

    class _O:
        lang, area = "nl", c.area

    if r.random() < 0.3:
        x = sim.account(person_name(r, c.lang))
        sim.join(x, c)
        del sim.accounts[x.uid]
        c.members.pop()
    text = expand(r, r.choice(phrases(c.lang, "BOTTALK")), env(sim, _O, c))
    sim.post(c, c.bot, text)


def thread(sim, c, perday):
    """Ordinary talk."""
    r = sim.rng
    w = 1.25 if sim.dt().weekday() in (4, 5, 6) else 0.9
    sim.at(sim.t + r.expovariate(perday * w * DIURNAL[sim.hour()] / 5 / DAY), thread, sim, c, perday)
    folk = c.folk
    if len(folk) < 3:
        return
    a = r.choice(folk)
    o = a.owner
    x = r.random()
    if x < 0.05:
        sim.post(c, a, "", media=r.choice(["sticker", "sticker", "voice", "gif"]))
        return
    if x < 0.07:
        sim.post(
            c,
            a,
            expand(r, r.choice(phrases("nl", "SPAM")), env(sim, o, c)),
            fwd=r.choice([None, "Crypto Winst NL", "Casino Tips"]),
        )
        return
    book = phrases(c.lang if c.lang != "nl" else "nl", "TOPICS")
    topic = r.choice(list(book))
    first, rest = book[topic]
    lang_hand = o.hand
    m = sim.post(
        c,
        a,
        lang_hand.write(r, expand(r, r.choice(first), env(sim, o, c)), True),
        photo=("any" if topic in ("handel",) and r.random() < 0.3 else None),
        fwd="Nieuws Regio" if topic == "nieuws" and r.random() < 0.15 else None,
    )
    if not m:
        return
    if m.get("photo") == "any":
        m["photo"] = (
            {
                "base": (r.randrange(1 << 30), r.randrange(1 << 30), "misc", ""),
                "heavy": False,
                "stamp": "",
                "seed": 1,
            }
            if sim.photos < sim.cfg["photos"]
            else NOFILE
        )
        sim.photos += m["photo"] != NOFILE
    if r.random() < 0.12:
        sim.react(m, r.randrange(1, 5))
    t, last = sim.t, m["id"]
    gang = r.sample(folk, min(len(folk), 4))
    for _ in range(min(12, int(r.expovariate(1 / 3.4)))):
        t += r.expovariate(1 / 260) + 4
        b = r.choice(gang)
        sim.at(t, retort, sim, c, b, rest, last if r.random() < 0.3 else None)


def retort(sim, c, b, rest, reply):
    r = sim.rng
    h = b.owner.hand
    if r.random() < 0.06:
        sim.post(c, b, "", media=r.choice(["sticker", "voice", "gif"]), reply=reply)
        return
    pats = rest if r.random() < 0.8 else phrases(c.lang, "SHORT")
    sim.post(c, b, h.write(r, expand(r, r.choice(pats), env(sim, b.owner, c)), True), reply=reply)
