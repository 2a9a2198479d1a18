"""Firms: capital, stock, margins, restock, prices, hours, advertising, accounts, bans, exit."""

from . import ads, names, say
from .core import DAY, Acct
from .goods import GOODS, MARGIN, PROFILES
from .hand import Hand, expand


class Actor:
    """Somebody behind one or more selling accounts."""

    truth, kind = "real", "retailer"

    def __init__(self, w, lang, accent=None):
        w.seen_actor += 1
        self.sid = f"s{w.seen_actor:04d}"
        self.w, self.lang, self.accent = w, lang, accent
        self.hand = Hand(w.rng, lang, accent)
        self.accts, self.shills, self.ads = [], [], {}
        self.details, self.skip, self.label = {}, {}, {}
        r = w.rng
        self.inline, self.sep = r.random() < 0.45, r.choice((" | ", ", ", " / ", "  ", " · "))
        self.depth, self.indent = r.choice((2, 3, 4, 5, 7)), r.choice(("", "", " ", "- ", "   ", "• "))
        self.mult, self.prepay, self.area = 1.0, False, None
        self.alive = True

    def stockup(self, profile):
        """Which goods this actor carries and what it calls them."""
        r = self.w.rng
        core, extra, (lo, hi) = PROFILES[profile]
        allowed = set(self.w.cfg["goods"])
        n = r.randrange(lo, hi + 1)
        want = self.w.cfg["want"]
        one = [c for c in core if c in allowed] or sorted(allowed)
        g = r.choices(one, [want.get(k, 1) for k in one])
        rest = [x for x in extra if x in allowed and x not in g]
        while rest and len(g) < n:
            g.append(r.choices(rest, [want.get(k, 1) + 0.15 for k in rest])[0])
            rest.remove(g[-1])
        self.goods = g
        for k in g:
            self.label[k] = r.choice(GOODS[k].names[self.lang])
            if r.random() < 0.35 and k in ads.DETAIL:
                self.details[k] = r.choice(ads.DETAIL[k])
            if r.random() < 0.3:
                self.skip[k] = 1

    def instock(self, key):
        """Whether a good is there."""
        return True

    def quote(self, key, q, bulk=False):
        """The price of an amount."""
        return GOODS[key].price(q, self.mult, bulk)

    def small_posts(self):
        """What sellers write besides advertisements: moods, thanks, reviews they pass on, a contact card."""
        w, r = self.w, self.w.rng
        for a in [x for x in self.accts if not x.dead and x.chats]:
            t = w.at(r.uniform(10, 24))
            if r.random() < (0.16 if a.channel else 0.025):
                txt, _ = w.line(a.hand, "MOOD", w.ctx(hand=a.hand, area=self.area))
                w.post(
                    r.choice(a.chats),
                    t,
                    a,
                    txt,
                    react=w.reactions(w.cfg["react_mean"]) if a.channel else None,
                )
            if r.random() < w.cfg["selfrev"] * (2 if a.channel else 0.5):
                g = GOODS[r.choice(self.goods)]
                ctx = w.ctx(g, hand=a.hand, n=ads.plain(a.name))
                ctx["r"] = expand(r, r.choice([p for p in say.lines(a.hand, "VOUCH", r) if "{n}" in p]), ctx)
                txt, _ = w.line(a.hand, "SELFREV", ctx)
                x = {"photo": (w.newpic(None, True), ("orig",))} if r.random() < 0.4 and w.may_photo() else {}
                w.post(r.choice(a.chats), t, a, txt, "vouch", **x)
            if r.random() < 0.004 and a.phone and not a.channel:
                w.post(
                    r.choice(a.chats),
                    t,
                    a,
                    "",
                    contact=(ads.plain(a.name) if r.random() < 0.6 else names.person(r, self.lang), a.phone),
                )

    def contact_for(self, acct):
        """How an account is to be reached."""
        r = self.w.rng
        acct.contact_kind = r.choices(
            ("user", "phone", "link", "signal", "both", None),
            self.w.cfg.get("contact", (34, 12, 8, 5, 5, 36)),
        )[0]
        acct.phone = acct.phone or names.phone(r, self.lang)

    def join(self, acct, n=None):
        """Choose rooms to sell in."""
        w = self.w
        ok = [c for c in w.rooms if c.lang == self.lang or w.rng.random() < 0.12 or c.kind == "mixed"]
        ok = [c for c in ok if not c.area or c.area == self.area or w.rng.random() < 0.25] or w.rooms
        want = n or w.rng.randrange(1, 5)
        acct.chats = weighted(w.rng, ok, want)
        for c in acct.chats:
            c.sellers.append(acct)

    def announce_join(self, acct, t):
        """Service messages of entering its chats."""
        for c in acct.chats:
            if self.w.rng.random() < 0.5:
                self.w.service(
                    c, t + self.w.rng.randrange(5, 400), "join_group_by_link", acct, inviter="Group"
                )

    def publish(self, acct, chat, t, text, codes, act="offer", photo=None, **x):
        """Posts an advertisement where buyers see it."""
        w = self.w
        if photo and w.may_photo():
            x["photo"] = photo
        elif photo:
            x["nophoto"] = True
        if w.rng.random() < w.cfg["react_ads"]:
            x["react"] = w.reactions(w.cfg["react_mean"])
        m = w.post(chat, t, acct, text, act, codes, **x)
        if m and act == "offer":
            chat.recent.append(m)
            for k in self.goods:
                if GOODS[k].code in codes or not codes:
                    w.board[k].append((acct, self, w.day, chat, m))
        return m


def weighted(rng, chats, n):
    pool, out = list(chats), []
    while pool and len(out) < n:
        c = rng.choices(pool, [x.weight for x in pool])[0]
        out.append(c)
        pool.remove(c)
    return out


class Firm(Actor):
    """A real seller with capital, stock and hours."""

    def __init__(self, w, kind, profile, lang, accent=None):
        super().__init__(w, lang, accent)
        r, c = w.rng, w.cfg
        self.kind, self.profile = kind, profile
        self.area = r.choice(c["areas_of"].get(accent or lang) or c["areas"])
        self.stockup(profile)
        big = kind != "retailer"
        self.margin = MARGIN[profile] * r.uniform(0.7, 1.2)
        self.capital = r.lognormvariate(8.2 if not big else 11, 0.8)
        self.stock = {k: r.randrange(6, 40) for k in self.goods}
        self.due = {}
        self.mult = r.uniform(0.85, 1.2)
        self.known = dict(w.cost)
        self.quality = min(0.98, max(0.45, r.gauss(0.84, 0.11)))
        self.reliab = min(0.99, max(0.6, r.gauss(0.93, 0.06)))
        self.sloppy = r.random() < 0.2
        if self.sloppy:
            self.reliab -= 0.15
        self.prepay = r.random() < c["prepay_real"]
        self.post_only = self.prepay and r.random() < 0.6
        self.start = r.choice((9, 10, 11, 12, 13, 15, 17))
        self.stop = r.choice((21, 22, 23, 24, 25))
        self.off = set(r.sample(range(7), r.choice((0, 0, 1, 1, 2))))
        self.rate = r.lognormvariate(-0.35, 0.7) * c["ad_rate"] * (0.35 if big else 1)
        self.habit = sorted(r.uniform(self.start, self.stop) for _ in range(3)) if r.random() < 0.55 else None
        lay = c["layouts_bulk"] if big else c["layouts"]
        self.layouts = list({r.choices(list(lay), list(lay.values()))[0] for _ in range(3)})
        self.layouts.sort()
        self.pics = [w.newpic(r.choice(self.goods)) for _ in range(r.choice((0, 1, 2, 3)))]
        self.pic_rate = r.choice((0, 0.2, 0.5, 0.9)) if self.pics else 0
        self.stamp = r.random() < 0.35
        self.ban = c["ban"] * r.uniform(0.3, 2)
        self.entry = 0 if r.random() < 0.7 else r.randrange(3, int(w.days * 0.8))
        self.buys_praise = r.random() < c["real_shill"]
        self.slanders = r.random() < c["slander"]
        self.channel = None

    # --- accounts
    def open(self, t=0, old=None, how=None):
        """Opens an account, the first or a next one."""
        w, r = self.w, self.w.rng
        hand = self.hand if not self.accts else self.hand.near(r)
        if old and how == "backup":
            name = old.name + r.choice(("", " 2", " 2.0", " backup", " NEW", " (nieuw)", "."))
        elif old and how == "brand":
            name = names.brand(r, self.lang, self.area)
        else:
            name = (
                names.brand(r, self.lang, self.area)
                if r.random() < 0.75
                else names.person(r, self.lang, self.accent)
            )
        a = Acct(w, name, hand, self)
        a.born = w.day if t else -r.randrange(5, 400)
        self.contact_for(a)
        if old:
            keep = r.random()
            if keep < (0.5 if how == "backup" else 0.25):
                a.phone, a.contact_kind = old.phone, old.contact_kind
                if r.random() < 0.3:
                    a.user = old.user  # the handle was moved to the new account
            elif keep < 0.6:
                a.contact_kind = r.choice((None, a.contact_kind))
        a.roles.add(self.kind)
        a.area = self.area
        self.join(a)
        self.accts.append(a)
        w.accts.append(a)
        if t:
            self.announce_join(a, t)
        return a

    def live(self, t=None):
        """Accounts that are still there."""
        return [a for a in self.accts if not a.dead]

    def second(self):
        """A second account for another neighbourhood, brand, or in silence."""
        w, r = self.w, self.w.rng
        how = r.choice(("area", "brand", "silent"))
        a = self.open(0, self.accts[0], "brand")
        if how == "area":
            a.area = r.choice(w.cfg["areas"])
        if how == "silent":
            a.contact_kind = r.choice((None, "user"))
            a.hand = self.hand.near(r)
            a.hand.rule, a.hand.bullet = r.choice(("", "____")), r.choice(("", "- ", "• "))
            a.silent = True
        return a

    # --- stock
    def instock(self, key):
        """Whether a good is in stock."""
        return self.stock.get(key, 0) > 0

    def take(self, key):
        """Takes a unit from stock."""
        self.stock[key] = self.stock.get(key, 0) - 1

    def restock(self):
        """Orders, receives and prices lots."""
        w, r = self.w, self.w.rng
        for k in self.goods:
            code = GOODS[k].code
            if k in self.due:
                if w.day >= self.due[k]:
                    lot = r.randrange(15, 60)
                    unit = GOODS[k].price(GOODS[k].steps()[0][1]) * (1 - self.margin) * w.cost[code]
                    lot = max(4, min(lot, int(self.capital * 0.5 / max(1, unit))))
                    self.capital -= lot * unit
                    empty = self.stock[k] <= 0
                    self.stock[k] += lot
                    del self.due[k]
                    self.ads = {}
                    if empty:
                        self.tell("BACKIN", GOODS[k], 0.75)
            elif self.stock[k] <= r.randrange(0, 5):
                lag = r.choice((0, 1, 1, 2, 3, 5)) + (r.randrange(1, 7) if w.cost[code] > 1.25 else 0)
                self.due[k] = w.day + lag
                if self.stock[k] <= 0:
                    self.ads = {}
                    self.tell("OUT", GOODS[k], 0.3)
            drift = w.cost[code] / self.known[code]
            if abs(drift - 1) > 0.16:
                self.known[code] = w.cost[code]
                self.mult *= 1 + (drift - 1) * 0.5 / len(self.goods)
                self.ads = {}
                self.tell("DEAR" if drift > 1 else "CHEAP", GOODS[k], 0.5)

    def tell(self, kind, g, p):
        """News of a good: back, out, dearer or cheaper."""
        w, r = self.w, self.w.rng
        if r.random() > p or not self.live():
            return
        a = r.choice(self.live())
        t = w.at(r.uniform(self.start, min(24, self.stop)))
        txt, codes = ads.one(w, self, kind, g)
        txt = ads.finish(w, self, a, txt)
        for c in a.chats if r.random() < 0.4 else a.chats[:1]:
            t += r.randrange(20, 300)
            self.publish(a, c, t, txt, codes if kind != "OUT" else (), "none" if kind == "OUT" else "offer")

    # --- a day of work
    def day(self):
        """A day of work, or of rest."""
        w, r = self.w, self.w.rng
        if w.day < self.entry or not self.alive:
            return
        if not self.accts:
            self.open(w.at(r.uniform(9, 20)) if self.entry else 0)
            if self.kind == "retailer" and r.random() < w.cfg["second"]:
                self.second()
        self.capital -= 12
        self.restock()
        if self.capital < -500 or r.random() < 0.0012:
            self.alive = False
            for a in self.accts:
                if r.random() < 0.4:
                    a.gone = True
            return
        for a in self.live():
            if w.day > a.born + 3 and r.random() < self.ban / 100:
                a.dead = w.at(r.uniform(8, 23))
                a.gone = r.random() < 0.4
                if r.random() < 0.85:
                    w.later(a.dead + r.uniform(0.2, 4) * DAY, lambda a=a: self.reborn(a))
        if w.weekday() in self.off and r.random() < 0.9:
            if r.random() < 0.1 and self.live():
                self.say_plain("CLOSED", "none")
            return
        for a in self.live():
            self.advertise(a)
        if r.random() < 0.05 and self.live():
            self.say_plain("OPEN", "offer")
        self.small_posts()

    def reborn(self, old):
        """A new account after the old one was lost."""
        w, r = self.w, self.w.rng
        if not self.alive:
            return
        t = w.at(r.uniform(9, 22))
        a = self.open(t, old, r.choice(("backup", "backup", "brand")))
        if r.random() < 0.5:
            ctx = w.ctx(hand=a.hand, n=ads.plain(a.name), area=self.area)
            ctx["old"] = ads.called(r, old)
            ctx["c"] = ads.contact(w, a) or a.user
            txt, _ = w.line(a.hand, "MOVE", ctx)
            for c in a.chats[:2]:
                w.post(c, t + r.randrange(600, 9000), a, txt)

    def say_plain(self, kind, act):
        """A notice without goods: open, closed."""
        w, r = self.w, self.w.rng
        a = r.choice(self.live())
        if not a.chats:
            return
        ctx = w.ctx(hand=a.hand, area=self.area, n=ads.plain(a.name))
        ctx["c"] = ads.contact(w, a) or a.user
        txt, _ = w.line(a.hand, kind, ctx)
        w.post(r.choice(a.chats), w.at(r.uniform(self.start, min(24, self.stop))), a, txt, act)

    def advertise(self, a):
        """The advertisements of an account of one day."""
        w, r = self.w, self.w.rng
        n = int(
            self.rate
            * r.uniform(0.4, 1.6)
            * (1.5 if w.weekday() in (3, 4, 5) else 1)
            / max(1, len(self.live()) ** 0.5)
            + r.random()
        )
        for i in range(min(n, 8)):
            hour = (self.habit[i % 3] + r.gauss(0, 0.12)) if self.habit else r.uniform(self.start, self.stop)
            t = w.at(min(hour, 24.8))
            lay = r.choice(self.layouts)
            if lay in ("line", "tease", "veil", "bulk"):
                txt, codes = ads.full(w, self, lay)
                txt = ads.finish(w, self, a, txt)
            else:
                key = (lay, getattr(a, "silent", False), a.id if a.area != self.area else 0)
                if key not in self.ads:
                    keep, self.area = self.area, a.area or self.area
                    hand, self.hand = self.hand, a.hand
                    self.ads[key] = ads.full(w, self, lay)
                    self.area, self.hand = keep, hand
                raw, codes = self.ads[key]
                akey = (*key, a.id, raw[:20])
                if akey not in self.ads:
                    self.ads[akey] = (ads.finish(w, self, a, raw), codes)
                txt, codes = self.ads[akey]
            chats = [r.choice(a.chats)] if r.random() < 0.6 or not a.chats else a.chats[: r.randrange(1, 4)]
            pic = None
            if self.pics and r.random() < self.pic_rate:
                pic = (r.choice(self.pics), ("stamp", ads.plain(a.name)) if self.stamp else ("orig",))
            for c in chats:
                x = {}
                if self.channel and a.id != self.channel.acct.id and r.random() < 0.3:
                    x["fwd"] = self.channel.name
                self.publish(a, c, t, txt, codes, photo=pic, **x)
                t += r.randrange(8, 240)
        if r.random() < w.cfg["raw"] * 0.02 and a.chats:
            self.say_plain("NOTME", "warning")

    # --- an order
    def order(self, buyer, key, t):
        """-> (delay in seconds, satisfaction in 0..1, or None when nothing came)."""
        r = self.w.rng
        if not self.instock(key):
            return None if r.random() < 0.15 else (DAY * r.uniform(1, 3), 0.5)
        self.take(key)
        g = GOODS[key]
        self.capital += g.price(g.steps()[0][1], self.mult)
        if r.random() > self.reliab:
            return (r.uniform(1, 6) * 3600, 0.35) if r.random() < 0.6 else None
        delay = r.uniform(1, 4) * DAY if self.post_only else r.uniform(0.3, 3) * 3600
        return delay, min(1, max(0, r.gauss(self.quality, 0.1)))
