"""Buyers: wants, search, doubt, orders, waiting, and the few words they leave in public."""

from . import ads, names, say
from .core import DAY, Acct
from .firm import weighted
from .goods import GOODS
from .hand import Hand, expand


class Buyer:
    """Somebody with tastes, a memory and a belief about sellers, who looks, orders and mostly says nothing."""

    def __init__(self, w, lang, accent=None):
        r = w.rng
        self.w, self.lang = w, lang
        self.acct = Acct(w, names.person(r, lang, accent), Hand(r, lang, accent), None)
        self.acct.born = -r.randrange(0, 600)
        if r.random() < 0.75:
            self.acct.hand.mask = "none"
        self.area = r.choice(w.cfg["areas_of"].get(accent or lang) or w.cfg["areas"])
        pool = w.cfg["goods"]
        wts = [w.cfg["want"].get(k, 1) for k in pool]
        self.taste = list(dict.fromkeys(r.choices(pool, wts, k=r.randrange(1, 5))))
        self.every = min(60, r.lognormvariate(2.3, 0.6)) / w.cfg["demand"]
        self.savvy = r.random()
        self.search = 1 + int(r.expovariate(1 / 3.5))
        self.loud = r.choice((0, 0, 0.2, 0.5, 1, 1.6)) * w.cfg["loud"]
        self.fan, self.deal_with = {}, None  # account id -> [good, bad]
        ok = [c for c in w.rooms if c.lang == lang or c.kind == "mixed"] or w.rooms
        ok = [c for c in ok if not c.area or c.area == self.area] or ok
        self.chats = list(weighted(r, ok, r.randrange(1, 5)))
        for c in self.chats:
            c.people.append(self.acct)
        self.next = r.uniform(0, self.every * 2)

    def trust(self, acct):
        """How far an account is believed, by own experience and by what is said in public."""
        good, bad = self.fan.get(acct.id, (0, 0))
        s = self.w.standing(acct, 0.25 if self.savvy > 0.6 else 0.7)
        return (s * 1.5 + good) / (1.5 + good + 1.6 * bad)

    def day(self):
        """A day: wants something, or not."""
        w, r = self.w, self.w.rng
        while self.next < w.day + 1:
            self.next += r.expovariate(1 / self.every) + 0.3
            if w.weekday() in (0, 1) and r.random() < 0.35:
                continue
            self.shop(r.choice(self.taste))

    def shop(self, key):
        """Looks for a good, asks, weighs offers and orders."""
        w, r = self.w, self.w.rng
        t = w.at(w.evening())
        offers = {}
        for a, actor, _day, chat, m in r.sample(list(w.board[key]), min(len(w.board[key]), self.search)):
            if not a.dead and (chat in self.chats or r.random() < 0.25):
                offers[a.id] = (a, actor, m)
        for aid, (good, bad) in self.fan.items():
            if good > bad and r.random() < 0.85:
                a = w.byid.get(aid)
                if a and not a.dead and key in a.actor.goods:
                    offers[aid] = (a, a.actor, None)
        if (not offers and r.random() < 0.65) or r.random() < w.cfg["ask"] * (0.4 + self.loud):
            for a, actor in self.ask(key, t):
                offers[a.id] = (a, actor, None)
            t += r.uniform(600, 5400)
        best, top = None, -9
        for a, actor, m in offers.values():
            p = actor.mult * (0.85 if self.savvy < 0.3 else 0.3)
            u = 3.2 * self.trust(a) - p - (0.5 * self.savvy if actor.prepay else 0) + r.gauss(0, 0.35)
            u -= 0.25 if a.area and a.area != self.area and not actor.prepay else 0
            if u > top:
                best, top = (a, actor, m), u
        if best is None:
            return
        a, actor, m = best
        if m is not None and r.random() < w.cfg["haggle"] * self.loud and m.chat.kind != "channel":
            self.haggle(m, key, t)
        if a.id not in self.fan and r.random() < w.cfg["check"] * (0.3 + self.loud) * (0.4 + self.savvy):
            if self.check(a, t) < 0:
                return
            t += 1800
        if top < -0.6 - 0.5 * self.savvy + 0.3 * r.random():
            return
        self.deal_with = a
        out = actor.order(self, key, t)
        delay, joy = out if out else (r.uniform(0.2, 6) * DAY, 0.0 if actor.truth == "ghost" else 0.15)
        w.later(t + delay, lambda: self.after(a, actor, key, joy, t + delay, m))

    def room(self):
        """A group in which to speak."""
        ok = [c for c in self.chats if c.kind != "channel"] or None
        return self.w.rng.choice(ok) if ok else None

    def ask(self, key, t):
        """A public request, and who answers."""
        w, r = self.w, self.w.rng
        c = self.room()
        if not c:
            return []
        g, h = GOODS[key], self.acct.hand
        bulk = r.random() < w.cfg["bulk_ask"]
        g2 = GOODS[r.choice(self.taste)]
        ctx = w.ctx(g, g2, area=self.area, hand=h, bulk=bulk)
        txt, tpl = w.line(h, "ASKBULK" if bulk else "ASK", ctx)
        codes = [g.code] + ([g2.code] if "{p2}" in tpl else [])
        q = w.post(c, t, self.acct, txt, "request", codes)
        if not q:
            return []
        self.acct.roles.add("customer")
        found = []
        sellers = [a for a in c.sellers if not a.dead and a.actor.alive and key in a.actor.goods]
        for a in r.sample(sellers, min(len(sellers), r.choice((0, 1, 1, 2, 3, 4)))):
            actor = a.actor
            fast = actor.truth == "ghost" and not getattr(actor, "human", True)
            tt = t + (r.uniform(15, 120) if fast else r.expovariate(1 / 1500))
            if r.random() < w.cfg["public_reply"]:
                ctx = w.ctx(
                    g,
                    hand=a.hand,
                    area=a.area,
                    price=actor.quote(key, g.steps()[0][0]),
                    qty=g.steps()[0][0],
                    label=actor.label,
                )
                if r.random() < 0.72:
                    txt, tpl = w.line(a.hand, "REPLY", ctx)
                    w.post(c, tt, a, txt, "offer", (g.code,), q)
                else:
                    txt, _ = w.line(a.hand, "NUDGE", ctx)
                    w.post(c, tt, a, txt, "none", (), q)
            found.append((a, actor))
        if r.random() < 0.1 and self.fan:
            pass
        if r.random() < w.cfg["tip"]:
            self.tip(c, q, key, t)
        return found

    def tip(self, c, q, key, t):
        """A bystander points to somebody who served him well."""
        w, r = self.w, self.w.rng
        for a in r.sample(c.sellers, min(len(c.sellers), 5)):
            fans = [b for b in w.fans[a.id] if b is not self and b.loud]
            if fans and not a.dead and key in a.actor.goods:
                b = r.choice(fans)
                txt, _ = w.line(
                    b.acct.hand, "VOUCH", w.ctx(GOODS[key], n=ads.called(r, a), hand=b.acct.hand), True
                )
                if w.post(c, t + r.uniform(200, 9000), b.acct, txt, "vouch", (), q):
                    w.rep[a.id][0] += 0.6
                    b.said(True)
                return

    def said(self, good):
        """Remembers that something was said in public."""
        self.acct.roles.add("customer")
        if good:
            self.acct.praised += 1

    def haggle(self, m, key, t):
        """Asks about an advertisement: price, delivery, whether it is still there."""
        w, r = self.w, self.w.rng
        ctx = w.ctx(GOODS[key], hand=self.acct.hand, area=self.area)
        txt, tpl = w.line(self.acct.hand, "HAGGLE", ctx)
        buy = any(s in tpl for s in ("{q}", "{m}", "{a}", "prijs"))
        t = max(t, m.t + r.uniform(60, 7000))
        q = w.post(
            m.chat, t, self.acct, txt, "request" if buy else "none", (GOODS[key].code,) if buy else (), m
        )
        if q:
            self.acct.roles.add("customer")
            if r.random() < 0.5:
                kind = "NUDGE" if r.random() < 0.6 else "ACK"
                txt, _ = w.line(m.acct.hand, kind, ctx)
                if m.acct.channel is False:
                    w.post(m.chat, t + r.uniform(30, 3000), m.acct, txt, "none", (), q)

    def check(self, a, t):
        """'Is he legit?' -> the answers sway him; hired voices answer too."""
        w, r = self.w, self.w.rng
        c = self.room()
        if not c:
            return 0
        txt, _ = w.line(
            self.acct.hand, "CHECK", w.ctx(GOODS[self.taste[0]], n=ads.called(r, a), hand=self.acct.hand)
        )
        q = w.post(c, t, self.acct, txt)
        if not q:
            return 0
        self.acct.roles.add("customer")
        sway, tt = 0, t
        for b in r.sample(w.fans[a.id], min(len(w.fans[a.id]), 6)):
            if r.random() < 0.22 * w.cfg["loud"] and b is not self:
                tt += r.uniform(60, 2500)
                txt, _ = w.line(
                    b.acct.hand,
                    "VOUCH",
                    w.ctx(GOODS[a.actor.goods[0]], n=ads.called(r, a), hand=b.acct.hand),
                    r.random() < 0.4,
                )
                w.post(c, tt, b.acct, txt, "vouch", (), q)
                w.rep[a.id][0] += 0.6
                b.said(True)
                sway += 1
        for b in r.sample(w.foes[a.id], min(len(w.foes[a.id]), 6)):
            if r.random() < 0.3 * w.cfg["loud"] and b is not self:
                tt += r.uniform(60, 2500)
                txt, _ = w.line(
                    b.acct.hand,
                    "WARN",
                    w.ctx(GOODS[a.actor.goods[0]], n=ads.called(r, a), hand=b.acct.hand),
                    r.random() < 0.5,
                )
                w.post(c, tt, b.acct, txt, "warning", (), q)
                w.rep[a.id][1] += 0.8
                b.said(False)
                sway -= 2
        for v in a.actor.shills[:3]:
            if r.random() < 0.4:
                tt += r.uniform(30, 900)
                txt, _ = w.line(
                    v.hand,
                    r.choice(("SHILL", "VOUCH")),
                    w.ctx(GOODS[a.actor.goods[0]], n=ads.called(r, a), hand=v.hand),
                    r.random() < 0.6,
                )
                if w.post(c, tt, v, txt, "vouch", (), q):
                    w.rep[a.id][0] += 0.6
                    v.praised += 1
                    v.roles.add("voucher")
                sway += 1 if self.savvy < 0.6 else 0
        if sway and r.random() < 0.4:
            txt, _ = w.line(self.acct.hand, "ACK", w.ctx(hand=self.acct.hand))
            w.post(c, tt + r.uniform(60, 2000), self.acct, txt)
        return sway

    def after(self, a, actor, key, joy, t, m):
        """What came of it. Most people say nothing."""
        w, r, cfg = self.w, self.w.rng, self.w.cfg
        f = self.fan.setdefault(a.id, [0, 0])
        good = joy > 0.55
        f[0 if good else 1] += 1
        (w.fans if good else w.foes)[a.id].append(self)
        if r.random() < 0.06 * self.loud and joy < 0.4:
            self.say("CHECKIN", a, key, t - 3600, "none")
        if good:
            if r.random() < cfg["p_vouch"] * self.loud * (0.4 + joy * 0.8) and self.say(
                "VOUCH", a, key, t + r.expovariate(1 / 40000), "vouch", m
            ):
                w.rep[a.id][0] += 1
                self.said(True)
        elif joy > 0.28:
            if r.random() < cfg["p_warn"] * self.loud * 0.35 and self.say(
                "GRUMBLE", a, key, t + r.expovariate(1 / 20000), "warning"
            ):
                w.rep[a.id][1] += 0.25
                self.said(False)
        else:
            soft = 0.35 if getattr(actor, "mode", "") in ("silent", "harvest") else 1
            if r.random() < cfg["p_warn"] * self.loud * soft and self.say(
                "WARN", a, key, t + r.expovariate(1 / 40000), "warning", m
            ):
                w.rep[a.id][1] += 1
                self.said(False)
                if actor.truth == "real" and r.random() < 0.3:
                    tt = t + r.uniform(1, 4) * DAY
                    w.later(tt, lambda: self.take_back(a, key, tt))
                self.report(a, t)

    def take_back(self, a, key, t):
        """Takes a warning back when the parcel came after all."""
        if self.say("RETRACT", a, key, t, "vouch"):
            self.w.rep[a.id][1] -= 0.8
            self.fan[a.id][0] += 1

    def report(self, a, t):
        """Keepers throw out who was named often enough."""
        w, r = self.w, self.w.rng
        if w.rep[a.id][1] > r.uniform(1.5, 7) and not a.dead and r.random() < w.cfg["vigil"]:
            a.dead = int(t + r.uniform(0.5, 30) * 3600)
            c = self.room()
            if c and c.keepers and r.random() < 0.35:
                k = r.choice(c.keepers)
                pool = [p for p in say.lines(k.hand, "ANNOUNCE") if "{x}" in p]
                ctx = w.ctx(hand=k.hand)
                ctx["x"] = ads.called(r, a)
                w.post(
                    c,
                    a.dead + r.uniform(30, 3000),
                    k,
                    k.hand.write(r, expand(r, r.choice(pool), ctx)),
                    "warning",
                )

    def say(self, kind, a, key, t, act, m=None):
        """A public word on a seller."""
        w, r = self.w, self.w.rng
        c = r.choice(w.review) if w.review and kind in ("VOUCH", "WARN") and r.random() < 0.3 else self.room()
        if not c:
            return None
        reply = None
        if m is not None and m.chat.kind != "channel" and r.random() < 0.3:
            c, reply = m.chat, m
        t = min(t, w.t0 + w.days * DAY - 60)
        ctx = w.ctx(GOODS[key], n=ads.called(r, a), hand=self.acct.hand, label=a.actor.label)
        txt, _tpl = w.line(self.acct.hand, kind, ctx, None if reply else True)
        x = {}
        if kind == "VOUCH" and r.random() < 0.12 and w.may_photo():
            x["photo"] = (w.newpic(key, home=True), ("orig",))
        return w.post(c, t, self.acct, txt, act, (), reply, **x)
