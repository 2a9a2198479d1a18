"""Buyers: they need, look, ask, choose, buy, wait and now and then say something."""

import re
from functools import cache

from .goods import ITEMS
from .hand import expand
from .market import DAY, NOFILE
from .sellers import ban
from .text import has, phrases

_WHY = [
    ("id", re.compile(r"\bid\b|\bID\b|dni|ausweis|identité|kimlik")),
    (
        "fake",
        re.compile(
            r"levert nep|rotzooi|poedersuiker|gewicht|troep|niks in zat|bunk|sends fakes|streckt|merde|basura|муку"
        ),
    ),
    ("quiet", re.compile("reageert|never replies")),
    ("upfront", re.compile("vooraf")),
    (
        "money",
        re.compile(
            r"\{m\}|betaa?ld|geld|btc|blo[ck]|encaisse|engel|деньги|zahl|pagar|pay|money|benzine|opdagen|wacht"
        ),
    ),
]


@cache
def why_of(p):
    """What a complaint is about, from its own words ('' = anything)."""
    return next((w for w, x in _WHY if x.search(p)), "")


def env(sim, b, k, acc=None, marks=None):
    r = sim.rng
    it = ITEMS[k]
    k2 = r.choice(b.taste)

    def good(key):
        def f():
            if marks is not None:
                marks.add(ITEMS[key].com)
            return ITEMS[key].name(r, b.lang)

        return f

    return {
        "g": good(k),
        "g2": good(k2),
        "q": str(r.choice(it.ladder)),
        "u": r.choice([it.unit, it.unit[:1], ""]) if b.lang == "nl" else "",
        "a": b.area,
        "p": b.hand.eur(r.choice([0.8, 0.9, 1]) * it.price // 1 or 1),
        "m": b.hand.eur(r.choice([20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 400])),
        "w": sim.ref(acc) if acc else "",
    }


def need(sim, b):
    r = sim.rng
    busy = 2.2 if sim.day() in sim.cfg["festival"] else 1.5 if sim.dt().weekday() in (4, 5) else 0.85
    gap = DAY / (b.need * sim.cfg["need"] * 2.6)
    sim.at(sim.awake(sim.t + r.expovariate(1 / gap) / busy), need, sim, b)
    k = r.choice(b.taste)
    com = ITEMS[k].com
    fav = b.fav.get(k)
    if fav and r.random() < 0.6 and sim.t <= fav.end:
        return deal(sim, b, fav, k, None, None)
    open_chats = [
        c
        for c in b.acc.chats
        if c.kind in ("markt", "praat", "disc") and c.open and c.cid not in b.acc.banned
    ]
    seen = [
        (m, c) for c in b.acc.chats for m in c.recent[-45:] if com in m["comm"] and m["acc"].owner is not b
    ]
    if open_chats and (not seen or r.random() < 0.07 + 0.25 * b.talky) and r.random() < 0.9:
        return ask(sim, b, k, r.choice(open_chats))
    if not seen:
        return None
    seen = r.sample(seen, min(14, len(seen)))

    def score(mc):
        a = mc[0]["acc"]
        s = a.owner
        cheap = 1 - s.price.get(k, ITEMS[k].price) / ITEMS[k].price if s.tier == "retailer" else -0.3
        return (
            1.2 * b.mem.get(a.uid, 0)
            + 0.25 * min(4, a.good)
            - 0.5 * min(4, a.bad) * (1 - 0.7 * b.gull)
            + s.polish * 0.4
            + cheap * 1.5 * b.gull
            + (0.5 if a.paid else 0)
            + r.gauss(0, 0.6)
        )

    m, c = max(seen, key=score)
    acc = m["acc"]
    talk = sim.cfg["openness"]
    if c in open_chats:
        if r.random() < talk * 1.1:
            kind = "REQUEST_R" if r.random() < 0.6 else "BUMP_R"
            marks = set()
            text = sim.phrase(kind, b.hand, env(sim, b, k, None, marks), loose=True)
            q = sim.post(c, b.acc, text, "request" if kind == "REQUEST_R" else "none", marks, reply=m["id"])
            b.acc.market = True
            if q and r.random() < (0.15 if acc.owner.kind == "mute" else 0.5):
                sim.at(sim.t + r.expovariate(1 / 1500) + 20, reply_ad, sim, acc, c, q, k)
        elif r.random() < talk * 0.35 and b.mem.get(acc.uid, 0) == 0:
            check(sim, b, acc, c, m)
    deal(sim, b, acc, k, c, m)
    return None


def reply_ad(sim, acc, c, q, k):
    s = acc.owner
    t = sim.phrase(
        "ANSWER_AD",
        acc.face.hand,
        {"p": acc.face.hand.eur(s.price.get(k, 20)), "m": acc.face.hand.eur(s.minord)},
        s.lang,
        True,
    )
    sim.post(c, acc, t, "none", reply=q["id"])


def ask(sim, b, k, c):
    r = sim.rng
    marks = set()
    m = sim.post(c, b.acc, sim.phrase("REQUEST", b.hand, env(sim, b, k, None, marks)), "request", marks)
    b.acc.market = True
    if not m:
        return
    can = [
        a
        for a in c.seller_accs
        if k in a.owner.menu
        and sim.t <= a.end
        and c.cid not in a.banned
        and a.owner.starts < sim.t < a.owner.ends
    ]
    r.shuffle(can)
    got = None
    for a in can[:4]:
        s = a.owner
        if k in s.out or r.random() > (0.55 if s.ghost else 0.4) * (0.15 if s.kind == "mute" else 1):
            continue
        t = sim.t + r.expovariate(1 / 900) + 15
        sim.at(t, answer, sim, a, c, m, k)
        got = got or a
    if got is not None and r.random() < 0.7:
        sim.at(sim.t + 3600, deal, sim, b, got, k, c, None)
    elif r.random() < 0.2:
        others = [x for x in c.members if x.owner.__class__.__name__ == "Buyer" and x.wrote]
        if others:
            o = r.choice(others)
            if r.random() < 0.5 and o.owner.fav:
                a = r.choice(list(o.owner.fav.values()))
                sim.at(sim.t + r.expovariate(1 / 1500), voice, sim, o.owner, a, c, "PRAISE_N", k)
            else:
                sim.at(
                    sim.t + 300,
                    lambda: sim.post(c, o, sim.phrase("BUMP_R", o.owner.hand, {}, loose=True), reply=m["id"]),
                )


def answer(sim, a, c, m, k):
    s, r = a.owner, sim.rng
    com = ITEMS[k].com
    pats = phrases(s.lang, "ANSWER_HAVE")
    p = r.choice(pats)
    h = a.face.hand
    t = h.write(
        r,
        expand(
            r,
            p,
            {
                "g": ITEMS[k].name(r, s.lang),
                "p": h.eur(s.price[k]),
                "c": a.face.contact(r),
                "u": ITEMS[k].unit,
            },
        ),
        soft=True,
    )
    sim.post(
        c,
        a,
        t,
        "offer" if p not in ("stuur mij ff",) else "none",
        [com] if p != "stuur mij ff" else (),
        reply=m["id"],
    )


def check(sim, b, acc, c, m=None):
    r = sim.rng
    kind = "CHECK_R" if m and r.random() < 0.35 and has(b.lang, "CHECK_R") else "CHECK"
    q = sim.post(
        c,
        b.acc,
        sim.phrase(kind, b.hand, env(sim, b, b.taste[0], acc)),
        "none",
        reply=m["id"] if m and (kind == "CHECK_R" or r.random() < 0.3) else None,
    )
    b.acc.market = True
    if not q:
        return
    know = [x for x in c.members if hasattr(x.owner, "mem") and acc.uid in x.owner.mem and x is not b.acc]
    r.shuffle(know)
    for x in know[:3]:
        if r.random() < 0.35:
            v = x.owner.mem[acc.uid]
            sim.at(
                sim.t + r.expovariate(1 / 2400) + 20,
                say,
                sim,
                x,
                c,
                "CHECK_YES" if v > 0 else "CHECK_NO",
                "vouch" if v > 0 else "warning",
                q,
                acc,
            )
    if acc.owner.socks and r.random() < 0.5:
        sim.at(
            sim.t + r.expovariate(1 / 1200) + 40,
            say,
            sim,
            r.choice(acc.owner.socks),
            c,
            "CHECK_YES",
            "vouch",
            q,
            acc,
        )
    if r.random() < 0.25 and c.members:
        x = r.choice(c.members)
        if hasattr(x.owner, "mem"):
            sim.at(sim.t + 900, say, sim, x, c, "CHECK_DUNNO", "none", q, acc)


def say(sim, x, c, kind, act, q, about):
    hand = x.face.hand if x.face else x.owner.hand
    if sim.post(c, x, sim.phrase(kind, hand, {}, loose=True), act, reply=q["id"]):
        about.good += act == "vouch"
        about.bad += act == "warning"
        if act != "none":
            x.market = True


def deal(sim, b, acc, k, c, m):
    """Money and goods change hands, or not; nobody else sees this."""
    s, r = acc.owner, sim.rng
    if not hasattr(s, "sid") or (k in s.out and r.random() < 0.8):
        return
    kind = s.kind
    if kind == "exit":
        kind = "real" if sim.t < s.exit else "advance"
    wait = r.expovariate(1 / (2 * DAY)) + DAY if s.post else r.uniform(0.5, 6) * 3600
    out = None
    known = b.mem.get(acc.uid, 0) > 0
    if kind == "mute":
        out = ("lost", 0.3, "quiet") if r.random() < 0.5 else None
    elif kind == "harvest":
        out = ("lost", 0.35, "id") if r.random() < 0.6 else None
    elif kind in ("advance", "imit"):
        if r.random() < 0.2 + 0.6 * b.gull + 0.06 * min(4, acc.good - acc.bad):
            out = ("lost", 1, "money")
        elif r.random() < 0.25:
            out = ("lost", 0.25, "upfront")
    elif kind == "fake":
        out = ("lost", 0.7, "fake") if r.random() < 0.65 else ("ok", 0.4, "")
    elif s.prepay and not known and r.random() > 0.25 + 0.6 * b.gull + 0.08 * min(4, acc.good):
        out = ("lost", 0.05, "upfront") if r.random() < 0.2 else None
    elif r.random() < s.rely:
        out = ("ok", 1, "") if r.random() < 0.5 + 0.5 * s.quality else ("meh", 0.5, "")
    else:
        out = ("meh", 1, "") if r.random() < 0.8 else ("lost", 0.5, "money")
    if out:
        sim.at(sim.t + wait, after, sim, b, acc, k, out, c)


def after(sim, b, acc, k, out, c):
    r = sim.rng
    what, force, why = out
    old = b.mem.get(acc.uid, 0)
    b.mem[acc.uid] = old * 0.6 + {"ok": 1, "meh": -0.15, "lost": -1.5 * force}[what]
    op = sim.cfg["openness"] * (0.35 + 2.2 * b.talky)
    if what == "ok":
        if r.random() < 0.55:
            b.fav[k] = acc
        if acc.last and r.random() < op * 0.8:
            sim.react(r.choice(list(acc.last.values())), 1)
        if r.random() < op * (0.9 if old <= 0 else 0.45):
            voice(sim, b, acc, place(sim, b, acc, c, True), "PRAISE", k)
    elif what == "meh":
        if r.random() < op * 0.35 and has(b.lang, "WARN_VEX"):
            voice(sim, b, acc, place(sim, b, acc, c, False), "WARN_VEX", k)
    elif r.random() < op * 9 * force:
        b.fav.pop(k, None)
        voice(sim, b, acc, place(sim, b, acc, c, False), "WARN", k, why)
        if force >= 1 and r.random() < 0.45:
            sim.at(
                sim.t + r.uniform(0.2, 30) * 3600,
                lambda: voice(sim, b, acc, place(sim, b, acc, None, False), "WARN_N", k, why),
            )


def place(sim, b, acc, c, good):
    """Where somebody speaks: a feedback group, the group itself, anywhere."""
    r = sim.rng
    v = [x for x in b.acc.chats if x.kind == "vouch"]
    if v and r.random() < 0.4:
        return r.choice(v)
    if c is not None and c.open and c.kind in ("markt", "disc"):
        return c
    o = [x for x in b.acc.chats if x.open and x.kind in ("markt", "praat", "vouch", "disc")]
    return r.choice(o) if o else None


def voice(sim, b, acc, c, kind, k, why=""):
    r = sim.rng
    if c is None or sim.t > b.acc.end:
        return
    post = acc.last.get(c.cid)
    reply = None
    if kind in ("PRAISE", "WARN"):
        if post and r.random() < 0.5 and c.cid not in acc.banned:
            kind, reply = kind + "_R", post["id"]
        else:
            kind += "_N"
    praise = kind.startswith("PRAISE")
    if why:
        pats = [p for p in phrases(b.lang, kind) if why_of(p) in ("", why)] or phrases(b.lang, kind)
        text = b.hand.write(r, expand(r, b.hand.pick(r, pats), env(sim, b, k, acc)), True)
    else:
        text = sim.phrase(kind, b.hand, env(sim, b, k, acc))
    ph = None
    if r.random() < 0.07 and c.kind == "vouch":
        ph = NOFILE
    m = sim.post(c, b.acc, text, "vouch" if praise else "warning", reply=reply, photo=ph)
    b.acc.market = True
    if not m:
        return
    if r.random() < 0.3:
        sim.react(m, r.randrange(1, 4), praise)
    if praise:
        acc.good += 1
    else:
        acc.bad += 1
        if r.random() < 0.25 and acc.owner.kind not in ("mute",) and c in acc.chats:
            sim.at(sim.t + 1800, reply_back, sim, acc, c, m)
        judge(sim, acc, c)


REPLIES = {
    "nl": str.split(
        "onzin, pb mij\nwie ben jij? nooit besteld\nliegt, wil gratis spul\nstuur bewijs dan\nsorry man rijder was pleite, ik maak t goed pb\nconcurrentie weer\npost was vertraagd, komt goed\nlul niet\ngeef me je ordernummer dan kijk ik",
        "\n",
    ),
    "en": ["bs, dm me", "show proof", "competitor hating again", "sorry bro ill fix it dm"],
}


def reply_back(sim, acc, c, m):
    r = sim.rng
    sim.post(
        c,
        acc,
        acc.face.hand.write(r, r.choice(REPLIES.get(acc.owner.lang, REPLIES["en"])), True),
        "none",
        reply=m["id"],
    )


def judge(sim, acc, c):
    """The keeper weighs what he has heard."""
    if not c.keepers or c not in acc.chats:
        return
    lean = acc.bad - 0.5 * acc.good - (2 if acc.paid else 0)
    if lean >= c.strict and sim.rng.random() < 0.5:
        sim.at(sim.t + sim.rng.expovariate(1 / 20000) + 300, ban, sim, acc, c, c.keepers[0])
