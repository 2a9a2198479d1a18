"""Scam enterprises: a script, a portfolio of disposable identities, stolen lists and photos, bought praise."""

from . import ads, names
from .core import Acct
from .firm import Actor
from .goods import GOODS
from .hand import Hand


class Identity:
    """One mask: an account, a list taken from somebody, a purse."""

    def __init__(self, acct, victim, text, codes, goods, pics, born):
        self.acct, self.victim, self.text, self.codes = acct, victim, text, codes
        self.goods, self.pics, self.born = goods, pics, born
        self.take, self.last, self.fame = 0.0, born, 0


class Scam(Actor):
    """An enterprise of thieves with a portfolio of masks."""

    truth = "ghost"

    def __init__(self, w, size, lang, accent=None, bulk=False):
        super().__init__(w, lang, accent)
        r, c = w.rng, w.cfg
        self.kind = "wholesaler" if bulk else "retailer"
        self.size, self.bulk = size, bulk
        self.area = r.choice(c["areas_of"].get(accent or lang) or c["areas"])
        self.profile = r.choices(list(c["profiles"]), list(c["profiles"].values()))[0]
        self.stockup(self.profile)
        self.mode = r.choices(("prepay", "silent", "fake", "harvest", "bait"), c["modes"])[0]
        self.prepay = self.mode == "prepay" and r.random() < 0.75
        self.mult = r.uniform(0.55, 1.0)
        self.every = r.choice((55, 90, 120, 180, 240, 360, 720)) * 60  # the script's interval
        self.jitter = r.choice((0, 30, 240, 1800))
        self.human = size == 1 and r.random() < 0.55  # posts by hand like anybody
        self.shift = r.choice(((0, 24), (8, 24), (9, 23), (12, 25), (16, 25)))
        self.posts = max(1, min(5, int(r.lognormvariate(0.0, 0.6) * c["ad_ghost"] + 0.5)))
        self.style = r.choices(("clone", "mixed", "own", "name"), (35, 25, 28, 12))[0]
        self.polish = r.random()
        self.burn_at = r.choice((1, 2, 3, 5)) if size > 1 else r.choice((2, 4, 8))
        self.patience = r.randrange(9, 40)
        self.pool = (
            [w.newpic(k) for k in r.sample(self.goods, min(2, len(self.goods)))] if r.random() < 0.35 else []
        )
        self.entry = 0 if r.random() < 0.5 else r.randrange(2, int(w.days * 0.75))
        self.capital, self.masks = r.uniform(50, 1200), []
        self.same_contact = r.random()
        self.c_phone, self.c_user = names.phone(r, lang), None
        self.ban = c["ban"] * r.uniform(0.6, 2.5)
        self.layouts = list({r.choices(list(c["layouts"]), list(c["layouts"].values()))[0] for _ in range(2)})
        self.layouts.sort()
        self.buys = r.random() < c["ghost_shill"]
        self.own_socks = []
        self.resell = r.random() < 0.3

    def sock(self):
        """A second phone that praises."""
        w, r = self.w, self.w.rng
        a = Acct(w, names.person(r, self.lang, self.accent), Hand(r, self.lang, self.accent), self)
        a.roles.add("voucher")
        a.born = w.day
        self.own_socks.append(a)
        w.accts.append(a)
        return a

    # --- birth of a mask
    def mask(self, t=0):
        """A new mask, after a firm or of its own."""
        w, r = self.w, self.w.rng
        firms = [f for f in w.firms if f.alive and f.accts and f.lang == self.lang and f.ads]
        victim, name, user = None, None, None
        if firms and self.style != "own":
            firms = r.sample(firms, min(6, len(firms)))
            victim = max(firms, key=lambda f: sum(w.rep[a.id][0] for a in f.accts) + r.random() * 3)
        if victim and self.style == "name":
            v = r.choice(victim.accts)
            name = v.name if r.random() < 0.5 else v.name + r.choice((" ", ".", " ✅", " official", " 2"))
            user = names.lookalike(r, v.user)
        if not name:
            name = (
                names.brand(r, self.lang, self.area)
                if r.random() < 0.8
                else names.person(r, self.lang, self.accent)
            )
        hand = self.hand if r.random() < 0.7 else Hand(r, self.lang, self.accent)
        a = Acct(w, name, hand, self, user=user)
        a.born = w.day - (r.randrange(30, 500) if r.random() < 0.35 else 0)  # aged accounts are bought
        self.contact_for(a)
        if self.same_contact < 0.3:
            a.phone, a.contact_kind = self.c_phone, r.choice(("phone", "signal", "both"))
        elif self.same_contact < 0.45:
            self.c_user = self.c_user or a.user
            a.user = self.c_user
            a.contact_kind = r.choice(("user", "link"))
        a.roles.add(self.kind)
        a.area = self.area if r.random() < 0.6 else r.choice(w.cfg["areas"])
        self.join(a, r.randrange(2, 7))
        w.accts.append(a)
        self.accts.append(a)
        if t:
            self.announce_join(a, t)
        text, codes, goods, pics = None, (), list(self.goods), list(self.pool)
        if (
            victim
            and self.style in ("clone", "mixed", "name")
            and r.random() < (1 if self.style != "mixed" else 0.5)
        ):
            raws = [v for k, v in sorted(victim.ads.items(), key=str) if len(k) == 3]
            if raws:
                text, codes = r.choice(raws)
                goods = list(victim.goods)
                if r.random() < 0.6:
                    text = ads.cut_prices(text, r.choice((0.6, 0.7, 0.8, 0.85, 0.9)))
        if victim and victim.pics and r.random() < 0.75:
            pics = list(victim.pics)
        m = Identity(a, victim, text, codes, goods, pics, w.day)
        self.masks.append(m)
        return m

    def day(self):
        """A day: takings, burnt masks, new ones, the script."""
        w, r = self.w, self.w.rng
        if w.day < self.entry or not self.alive:
            return
        live = [m for m in self.masks if not m.acct.dead]
        for m in live:
            heat = w.rep[m.acct.id][1] + 0.5 * len(w.foes[m.acct.id]) * (r.random() < 0.3)
            if m.take > 0:
                m.last = w.day
            self.capital += m.take * 0.9
            m.take = 0
            burnt = heat >= self.burn_at * 2 or w.day - m.last > self.patience
            if (burnt or r.random() < self.ban / 100) and (self.size > 1 or r.random() < 0.5):
                m.acct.dead = w.at(r.uniform(2, 24))
                m.acct.gone = r.random() < 0.4
        live = [m for m in live if not m.acct.dead]
        wanted = len(live) < self.size and (r.random() < 0.45 or not self.masks)
        if wanted and len(self.masks) < self.size * 4 and (self.size > 1 or len(self.masks) < 3):
            live.append(self.mask(w.at(r.uniform(6, 12)) if w.day else 0))
        self.capital -= 2 * len(live)
        if self.capital < -150:
            self.alive = False
            return
        for i, m in enumerate(live):
            self.run(m, i)
        if self.polish > 0.4 or self.human:
            self.small_posts()
        for m in live:
            if self.buys and self.capital > 40 and m.fame < 25 and r.random() < w.cfg["praise_rate"]:
                self.praise(m)

    def run(self, m, i):
        """The script posts: round after round through the rooms, at a fixed beat."""
        w, r = self.w, self.w.rng
        a, h = m.acct, m.acct.hand
        lo, hi = self.shift
        if self.human:
            if r.random() < 0.2:
                return
            times = [
                w.at(min(24.8, r.uniform(lo, hi)))
                for _ in range(max(1, int(self.posts * r.uniform(0.4, 1.4))))
            ]
        else:
            t = w.at(lo) + (i * 660) % self.every
            times = []
            while t < w.at(hi) and len(times) < self.posts:
                times.append(t + (r.randrange(self.jitter) if self.jitter else 0))
                t += self.every
            if r.random() < 0.08:
                return
        for n, t in enumerate(times):
            if m.text is None or (self.style == "mixed" and r.random() < 0.3):
                keep = self.hand, self.goods
                self.hand, self.goods = h, m.goods
                for k in m.goods:
                    self.label.setdefault(k, r.choice(GOODS[k].names[self.lang]))
                lay = r.choice(self.layouts)
                txt, codes = ads.full(w, self, lay)
                self.hand, self.goods = keep
                if lay in ("menu", "short", "bulkmenu"):
                    m.text, m.codes = txt, codes
            else:
                txt, codes = m.text, m.codes
            if getattr(m, "done", (None,))[0] == txt:
                out = m.done[1]
            else:
                out = ads.finish(w, self, a, txt)
                m.done = (txt, out)
            if not a.chats:
                return
            c = a.chats[(n + w.day) % len(a.chats)]
            pic = None
            if m.pics and r.random() < 0.5:
                how = r.choices(("crop", "recomp", "stamp", "orig"), (4, 4, 3, 2))[0]
                m.how = getattr(
                    m, "how", (how, ads.plain(a.name)) if how == "stamp" else (how, r.randrange(3))
                )
                pic = (r.choice(m.pics), m.how)
            x = {}
            if self.resell and m.victim and m.victim.channel and r.random() < 0.4:
                x["fwd"] = m.victim.channel.name  # passes on a channel that is not his
            self.publish(a, c, t, out, codes, photo=pic, **x)

    def praise(self, m):
        """Bought or home-made praise; its price is paid from the purse."""
        w, r = self.w, self.w.rng
        if r.random() < 0.3 and self.size <= 3:
            v = r.choice(self.own_socks) if self.own_socks and r.random() < 0.8 else self.sock()
        else:
            pool = [s for s in w.shill_pool if s.hand.lang == self.lang] or w.shill_pool
            if not pool:
                return
            if not self.shills:
                self.shills = r.sample(pool, min(len(pool), r.randrange(1, 6)))
            v = r.choice(self.shills)
            self.capital -= 8
        self.fake_praise(v, m.acct, m.goods)
        m.fame += 1

    def fake_praise(self, v, a, goods):
        """Praise of a mask."""
        praise(self.w, v, a, goods)

    # --- interface towards buyers
    def quote(self, key, q, bulk=False):
        """The price of an amount."""
        return GOODS[key].price(q, self.mult, bulk)

    def order(self, buyer, key, t):
        """What a buyer gets: how late and how good, or nothing."""
        w, r = self.w, self.w.rng
        g = GOODS[key]
        for m in self.masks:
            if m.acct is buyer.deal_with:
                if self.mode in ("prepay", "bait", "fake"):
                    m.take += g.price(g.steps()[0][1], self.mult)
                elif self.mode == "harvest":
                    m.take += 6
        if self.mode == "fake":
            return r.uniform(1, 40) * 3600, max(0, r.gauss(0.2, 0.12))
        if self.mode == "bait" and len(w.fans[buyer.deal_with.id]) < 4 and r.random() < 0.8:
            return r.uniform(0.5, 5) * 3600, r.uniform(0.7, 0.95)
        return None


def praise(w, v, a, goods):
    r = w.rng
    chats = [c for c in a.chats if c.kind != "channel"]
    if w.review and r.random() < 0.35:
        chats = w.review
    if not chats:
        return
    c = r.choice(chats)
    kind = "SHILL" if r.random() < 0.55 else "VOUCH"
    ctx = w.ctx(GOODS[r.choice(goods)], n=ads.called(r, a), hand=v.hand)
    t = w.at(w.evening())
    last = next((m for m in reversed(c.recent) if m.acct is a and m.t < t), None)
    need = None if last is not None and r.random() < 0.3 else True
    txt, tpl = w.line(v.hand, kind, ctx, need)
    if w.post(c, t, v, txt, "vouch", (), last if "{n}" not in tpl else None):
        w.rep[a.id][0] += 0.8
        v.praised += 1
        v.roles.add("voucher")
