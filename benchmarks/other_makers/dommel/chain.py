"""The chain behind the market: crews, hauliers, riders, stash keepers, recruiters, cashiers, suppliers."""

from . import ads, names
from .core import Acct
from .goods import GOODS
from .hand import Hand


def worker(w, role, lang=None, accent=None):
    r = w.rng
    lang, accent = (lang, accent) if lang else w.tongue()
    a = Acct(w, names.person(r, lang, accent), Hand(r, lang, accent))
    a.born = -r.randrange(0, 300)
    a.duty = role
    w.workers.append(a)
    return a


def put(w, kind, who, chat, t, act="none", role=None, reply=None, codes=()):
    r = w.rng
    g = GOODS[r.choice(w.cfg["goods"])]
    pay = r.choice([80, 100, 120, 150, 200, 250, 300, 500, 750, 1000, 1500])
    txt, _tpl = w.line(who.hand, kind, w.ctx(g, hand=who.hand, area=chat.area, price=pay))
    m = w.post(chat, t, who, txt, act, codes, reply)
    if m and role:
        who.roles.add(role)
    return m


class Crew:
    """One firm's back room: a private group with riders, a stash, a cashier, maybe a recruiter."""

    def __init__(self, w, chat, boss):
        r = w.rng
        self.w, self.chat, self.boss = w, chat, boss
        lang, acc = (boss.lang, boss.accent)
        self.riders = [
            worker(w, "courier", lang, acc if r.random() < 0.6 else None) for _ in range(r.randrange(2, 7))
        ]
        self.stash = [worker(w, "stash", lang) for _ in range(r.randrange(0, 3))]
        self.cash = [worker(w, "money-handler", lang) for _ in range(r.randrange(0, 2))]
        self.rate = r.uniform(0.3, 1.6) * w.cfg["crew_rate"]
        chat.people = []
        self.beat = r.uniform(16, 20)

    def day(self):
        """A day in the back room: rides, stash, cash."""
        w, r, c = self.w, self.w.rng, self.chat
        n = int(r.expovariate(1 / (9 * self.rate)))
        last = None
        for _ in range(min(n, 30)):
            t = w.at(min(24.6, self.beat + abs(r.gauss(0, 3))))
            k = r.random()
            if k < 0.52:
                last = put(w, "RIDE", r.choice(self.riders), c, t, role="courier")
            elif k < 0.66 and self.stash:
                put(w, "CHAINTALK", r.choice(self.stash), c, t, role="courier", reply=last)
            elif k < 0.76 and self.cash:
                put(
                    w,
                    "CASHTALK" if w.rng.random() < 0.8 else "CHAINTALK",
                    r.choice(self.cash),
                    c,
                    t,
                    role="money-handler",
                )
            else:
                live = self.boss.live() if hasattr(self.boss, "live") else self.boss.accts
                boss = live[0] if live else None
                if boss and not boss.channel:
                    put(w, "CHAINTALK", boss, c, t, reply=last)
        if r.random() < 0.02 and self.riders:
            gone = r.choice(self.riders)
            if len(self.riders) > 1:
                self.riders.remove(gone)
            self.riders.append(worker(w, "courier", gone.hand.lang))
            w.service(c, w.at(20), "remove_members", gone, members=[gone.name])


class Trades:
    """Those who work for whoever pays: recruiters, hauliers, exchangers, job seekers."""

    def __init__(self, w):
        r, c = w.rng, w.cfg
        self.w = w
        self.people = []
        for role, n in c["trades"].items():
            for _ in range(n):
                a = worker(w, role)
                ok = [
                    x for x in w.rooms if x.lang == a.hand.lang or x.kind in ("mixed", "jobs", "cash")
                ] or w.rooms
                ok = [x for x in ok if x.kind != "channel"] or ok
                spec = [
                    x
                    for x in w.chats
                    if x.kind
                    == {"recruiter": "jobs", "seeker": "jobs", "haulier": "jobs", "exchanger": "cash"}[role]
                ]
                a.chats = r.sample(ok, min(len(ok), r.randrange(1, 4))) + spec
                a.rate = r.uniform(0.1, 0.9) * c["trade_rate"]
                a.script = [r.randrange(10**6) for _ in range(2)]
                a.from_day = 0 if r.random() < 0.6 else r.randrange(w.days)
                a.to_day = w.days if r.random() < 0.6 else a.from_day + r.randrange(8, 60)
                self.people.append(a)

    def day(self):
        """A day of recruiters, seekers of work, hauliers and exchangers."""
        w, r = self.w, self.w.rng
        for a in self.people:
            if not a.from_day <= w.day <= a.to_day or r.random() > a.rate:
                continue
            t = w.at(w.evening())
            kind, act, role = {
                "recruiter": ("RECRUIT", "recruit", "recruiter"),
                "seeker": ("SEEKWORK", "none", "courier"),
                "haulier": ("HAUL", "offer", "courier"),
                "exchanger": ("CASH", "offer", "money-handler"),
            }[a.duty]
            for c in r.sample(a.chats, min(len(a.chats), r.choice((1, 1, 2, 3)))):
                m = put(w, kind, a, c, t, act, role)
                t += r.randrange(20, 900)
                if m and kind == "RECRUIT" and c.people and r.random() < 0.3:
                    who = r.choice(c.people)
                    txt = who.hand.write(
                        r,
                        r.choice(
                            {
                                "nl": [
                                    "wat moet ik doen dan",
                                    "interesse",
                                    "hoeveel per dag?",
                                    "check dm",
                                    "ben ik te oud voor?",
                                    "lekker ja en dan 3 jaar zitten",
                                    "niet doen jongens, je rekening gaat dicht",
                                ],
                                "de": ["was genau", "interesse", "finger weg davon"],
                                "fr": ["ça paye combien", "intéressé"],
                                "es": ["me interesa", "cuánto"],
                                "ru": ["интересно", "сколько"],
                                "tr": ["ben varım", "ne iş"],
                                "en": ["whats the job", "interested", "dont do it"],
                            }[who.hand.lang]
                        ),
                    )
                    w.post(c, t + r.uniform(60, 5000), who, txt, "none", (), m)


class Supply:
    """Importers and the wholesalers who take from them, in shut rooms. A supplier writes little."""

    def __init__(self, w, rooms):
        self.w, self.rooms = w, rooms

    def day(self):
        """A day of importers and their wholesalers."""
        w, r = self.w, self.w.rng
        for c in self.rooms:
            sup = [
                f
                for f in w.firms
                if f.kind == "supplier"
                and f.accts
                and c in f.accts[0].chats
                and f.alive
                and not f.accts[0].dead
            ]
            who = [
                f
                for f in w.firms
                if f.kind == "wholesaler"
                and f.accts
                and c in f.accts[0].chats
                and f.alive
                and not f.accts[0].dead
            ]
            if not who:
                continue
            for f in sup:
                if r.random() < 0.07:
                    txt, codes = ads.one(w, f, "BULKONE")
                    t = w.at(w.evening())
                    m = f.publish(
                        f.accts[0], c, t, ads.finish(w, f, f.accts[0], txt.replace("\x06\x05", "")), codes
                    )
                    if m:
                        for b in r.sample(who, min(len(who), 2)):
                            put(
                                w,
                                "HAGGLE" if r.random() < 0.3 else "CHAINTALK",
                                b.accts[0],
                                c,
                                t + r.uniform(300, 20000),
                                reply=m,
                            )
                elif r.random() < 0.05:
                    put(w, "CHAINTALK", f.accts[0], c, w.at(w.evening()))
            if r.random() < 0.35:
                b = r.choice(who)
                g = GOODS[r.choice(b.goods)]
                t = w.at(w.evening())
                txt, _ = w.line(
                    b.accts[0].hand, "ASKBULK", w.ctx(g, hand=b.accts[0].hand, bulk=True, label=b.label)
                )
                m = w.post(c, t, b.accts[0], txt, "request", (g.code,))
                other = [f for f in who if f is not b and g.key in f.goods]
                if m and other and r.random() < 0.6:
                    f = r.choice(other)
                    txt, _ = w.line(
                        f.accts[0].hand, "REPLY", w.ctx(g, hand=f.accts[0].hand, bulk=True, label=f.label)
                    )
                    w.post(c, t + r.uniform(200, 9000), f.accts[0], txt, "offer", (g.code,), m)
            for _ in range(int(r.expovariate(1 / (2.5 * w.cfg["crew_rate"])))):
                put(w, "CHAINTALK", r.choice(who).accts[0], c, w.at(w.evening()))
