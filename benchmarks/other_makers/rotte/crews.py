"""Crews: a telephone, shifts, stock, riders. And those who only have the telephone."""

from . import adverts, names, style
from .goods import BULK, SHELVES

GHOSTS = {  # how a ghost ends a deal: (gone, silent, fake, harvest)
    "verveeld": (0.6, 0.3, 0.05, 0.05),
    "beroofd": (0.75, 0.15, 0.1, 0.0),
    "fabriek": (0.8, 0.1, 0.05, 0.05),
    "zwijger": (0.1, 0.9, 0, 0),
    "vervalser": (0.1, 0.05, 0.85, 0),
    "visser": (0.2, 0.1, 0, 0.7),
    "dubbel": (0.8, 0.1, 0.1, 0),
}
FAME = {  # how much more a good is wanted than the others
    "coke": 4,
    "wiet": 4,
    "xtc": 3,
    "hash": 3,
    "keta": 2.2,
    "3mmc": 2.2,
    "xanax": 2,
    "mdma": 2,
    "lyrica": 1.6,
    "speed": 1.6,
    "cobra": 2.5,
    "vapes": 1.4,
    "idkaart": 1.5,
}


class Crew:
    """A seller: a telephone with its hands, a shelf, hours, riders and friends."""

    def __init__(self, w, tier="straat", ghost=None, lang="nl", shelf=None):
        self.w, self.tier, self.ghost, self.lang = w, tier, ghost, lang
        self.cid = f"s{len(w.crews) + 1:03d}"
        w.crews.append(self)
        self.brand = names.brand(w.rng, lang)
        self._fill_shelf(self._wares(shelf))
        self._set_hours()
        self._take_hands()
        self._choose_payment()
        self._choose_manner()
        self._set_life()
        self.accounts, self.channel, self.victim = [], None, None
        self.steals = ghost is not None and w.rng.random() < {
            "verveeld": 0.75,
            "beroofd": 0.45,
            "fabriek": 0.55,
            "dubbel": 1,
        }.get(ghost, 0.35)
        self.deals = self.fails = 0
        self.lastad = {}

    def _wares(self, shelf):
        """The goods that it sells; what is wanted most comes first."""
        w, r = self.w, self.w.rng
        keys = list(SHELVES[shelf or r.choice(w.spec["shelves"])])
        if self.tier in ("groot", "bron"):
            keys = r.sample(list(BULK), r.randint(1, 3)) if shelf is None else keys
        if r.random() < 0.25 and self.tier == "straat":
            keys += r.sample(SHELVES[r.choice(w.spec["shelves"])], 1)
        keys = list(dict.fromkeys(keys))
        keys.sort(key=lambda k: -(r.random() ** (1 / FAME.get(k, 1))))
        return keys[: max(1, min(len(keys), int(r.triangular(1, 9, 2.5))))]

    def _fill_shelf(self, keys):
        """Prices, and what is in stock."""
        r = self.w.rng
        self.goods = {k: r.uniform(0.85, 1.2) for k in keys}
        self.stock = dict.fromkeys(keys, True)
        self.factor = {"straat": 1, "post": 0.95, "groot": 0.45, "bron": 0.33}[self.tier] * r.uniform(
            0.9, 1.1
        )
        if self.ghost and r.random() < 0.45:
            self.factor *= r.uniform(0.72, 0.95)

    def _set_hours(self):
        """Where it delivers, from when to when, and on which day it does not."""
        w, r = self.w, self.w.rng
        self.hoods = r.sample(w.hoods, min(len(w.hoods), r.choice([1, 1, 2, 3])))
        o = r.choice([10, 12, 14, 16, 17, 18]) if self.tier == "straat" else r.choice([9, 10, 11])
        self.open, self.close = o, o + r.choice([7, 8, 9, 10, 12])
        self.hours_text = (
            f"{o}:00-{(self.close) % 24:02d}:00" if r.random() < 0.6 else f"{o}u t/m {self.close % 24}u"
        )
        self.off = r.choice([None, None, 0, 6, 1])

    def _take_hands(self):
        """Who holds the phone, when they change, and how veiled they write."""
        w, r = self.w, self.w.rng
        self.hands = [
            style.Hand(r, self.lang)
            for _ in range(1 if self.ghost in ("verveeld", "beroofd") else r.choice([1, 2, 2, 3]))
        ]
        self.handover = r.choice([18, 20, 21])
        self._lay = {}
        self.veil = w.spec.get("veil", 0) * r.choice([0, 0.3, 1, 1.2])

    def _choose_payment(self):
        """Whether one pays first, and to which wallet or number."""
        w, r = self.w, self.w.rng
        self.prepay = r.random() < (
            0.6
            if self.ghost and self.ghost != "vervalser"
            else w.spec["prepay"] * (1.6 if self.tier == "post" else 1)
        )
        self.wallet = names.wallet(r) if r.random() < 0.5 else None
        self.number = names.phone(r) if r.random() < 0.45 else None

    def _choose_manner(self):
        """Its pictures, lists, bouts of posting, skill and polish."""
        r = self.w.rng
        self.photos = [(r.randrange(10**6), 0) for _ in range(r.choice([0, 1, 2, 4, 7]))]
        self.photo_p = r.choice([0.05, 0.15, 0.35])
        self.copied = False
        self.listy = r.choice([0.05, 0.3, 0.6, 0.9])
        self.rate = r.lognormvariate(-0.1, 0.6) * (
            1.25 if self.ghost in ("verveeld", "fabriek") else 1
        )  # posting bouts a day
        self.skill = r.betavariate(6, 1.2) if not self.ghost else 0
        self.polish = r.random()

    def _set_life(self):
        """Its first and last day."""
        w, r = self.w, self.w.rng
        self.friends = []  # persons who praise
        self.alive = True
        self.first = (
            w.t0 - 1
            if r.random() < (0.75 if not self.ghost else 0.35)
            else r.uniform(w.t0, w.t0 + 0.75 * (w.end - w.t0))
        )
        self.last = w.end if not self.ghost or r.random() < 0.3 else self.first + r.uniform(8, 45) * 86400

    def layout(self, lang=None):
        """The layout of its lists in a language."""
        lang = lang or self.lang
        if lang not in self._lay:
            self._lay[lang] = adverts.Layout(self.w.rng, lang)
        return self._lay[lang]

    def hand(self):
        """Whoever holds the phone now."""
        h = self.w.hour()
        i = (1 if h >= self.handover or h < 6 else 0) + (
            len(self.hands) > 2 and int(self.w.now // 86400) % 3 == 0
        )
        return self.hands[i % len(self.hands)]

    def word(self, w, k, lang):
        """The word that it uses for a product."""
        lay = self.layout(lang).names
        if k in lay and w.rng.random() < 0.6:
            return lay[k]
        s = w.good(k, lang, self.veil)
        lay.setdefault(k, s)
        return s

    def account(self, name=None, handle=None, share=True):
        """A new account of the crew."""
        w, r = self.w, self.w.rng
        if name is None:
            name = self.brand if r.random() < 0.6 else names.person_name(r, self.lang)
        a = w.account(name, self.hands[0], handle, crew=self)
        a.number = self.number if share else (names.phone(r) if r.random() < 0.3 else None)
        a.shows["contact"] = r.choice(["handle", "handle", "pb", "number", "both"])
        if not share:
            a.shows["wallet"] = names.wallet(r)
        if r.random() < 0.15:
            a.handle = None
            a.shows["contact"] = "pb"
        self.accounts.append(a)
        return a

    def live(self):
        """Accounts that are still there."""
        return [a for a in self.accounts if not a.dead]

    def open_now(self):
        """Whether it is open at this hour."""
        h = self.w.hour()
        h2 = h + 24 if h < 6 else h
        if self.off is not None and (int(self.w.now // 86400) + 3) % 7 == self.off:
            return False
        return self.open <= h2 < self.close

    def active(self):
        """Whether it sells at this moment."""
        return self.alive and self.first <= self.w.now <= self.last and self.live()

    # ---- the day
    def day(self, t):
        """A day: stock, notices and rounds of adverts."""
        w, r = self.w, self.w.rng
        if not self.alive or t + 86400 < self.first or t > self.last or not self.live():
            return
        if self.ghost is None:
            for k in self.stock:
                if self.stock[k] and r.random() < 0.035:
                    self.stock[k] = False
                    if r.random() < 0.5:
                        w.at(t + (self.open + r.uniform(1, 6)) * 3600, self.notice, "soldout", k)
                elif not self.stock[k] and r.random() < 0.35:
                    self.stock[k] = True
                    w.at(t + (self.open + r.uniform(0, 5)) * 3600, self.notice, "restock", k)
            if r.random() < 0.03:
                k = r.choice(list(self.goods))
                self.goods[k] *= r.uniform(0.85, 1.02)
                w.at(t + (self.open + r.uniform(0, 5)) * 3600, self.notice, "drop", k)
        if self.off is not None and (int(t // 86400) + 3) % 7 == self.off:
            if r.random() < 0.2:
                w.at(t + 11 * 3600, self.notice, "closed", None)
            return
        n = int(self.rate * w.spec["ads"] * r.uniform(0.4, 1.6) + r.random())
        for _ in range(n):
            h = r.uniform(self.open, self.close)
            if self.ghost == "verveeld":
                h = r.choice([r.gauss(15.5, 1), r.gauss(22, 2)])
            w.at(t + h * 3600 + r.uniform(0, 600), self.bout)
        if r.random() < 0.25 * w.spec["ads"]:
            w.at(t + self.open * 3600 + r.uniform(-900, 2400), self.notice, "open", None)

    def places(self, acct):
        """Chats in which an account advertises."""
        return [
            c for c in acct.chats if c not in acct.banned and c.kind in ("markt", "groot", "kanaal", "wijk")
        ]

    def bout(self):
        """One round of posting the same advert in some chats."""
        w, r = self.w, self.w.rng
        if not self.active():
            return
        acct = r.choice(self.live())
        cs = self.places(acct)
        if not cs:
            return
        lang = self.lang
        made = None
        for i, c in enumerate(
            r.sample(cs, min(len(cs), max(1, int(r.expovariate(0.6)) + (self.ghost == "fabriek") * 2)))
        ):
            if made is None or (c.lang != lang and r.random() < 0.5):
                lang = w.lang_for(self.lang, c)
                made = self.advert(c, acct, lang)
                if made is None:
                    return
            text, com, photo = made
            w.at(w.now + i * r.uniform(15, 240), self.put, c, acct, text, com, photo)

    def put(self, c, acct, text, com, photo):
        """Posts an advert."""
        m = self.w.post(c, acct, text, "offer", com, photo=photo, crew=self)
        if m:
            self.lastad[c] = m

    def advert(self, c, acct, lang):
        """An advert: the last again, a stolen one or one of its own."""
        w, r = self.w, self.w.rng
        old = self.lastad.get(c)
        if old is not None and r.random() < 0.3 and old.acct is acct:
            return old.text, list(old.com), old.photo
        if self.steals and r.random() < 0.7:
            pool = [
                m
                for m in c.recent
                if m.crew
                and m.crew is not self
                and not m.crew.ghost
                and (self.victim is None or m.crew is self.victim)
            ]
            if pool:
                m = r.choice(pool)
                if m.photo:
                    self.copied = True
                    if m.photo[0] not in self.photos:
                        self.photos.append(m.photo[0])
                return adverts.stolen(w, acct, m, r), list(m.com), (m.photo[0], True) if m.photo else None
        return adverts.make(w, self, acct, lang)

    def notice(self, kind, key):
        """A notice: open, closed, sold out, back, cheaper."""
        w, r = self.w, self.w.rng
        if not self.active():
            return
        a = r.choice(self.live()[-2:])
        cs = self.places(a)
        if not cs:
            return
        c = self.channel if self.channel in cs and r.random() < 0.7 else r.choice(cs)
        text, com = adverts.short(w, self, a, w.lang_for(self.lang, c), kind, [key] if key else None)
        act = "offer" if kind in ("open", "restock", "drop") else "none"
        w.post(c, a, text, act, com if act == "offer" else (), crew=self)

    # ---- selling
    def answers(self, key):
        """Will the crew answer a question for this good, now?"""
        r = self.w.rng
        if not self.active():
            return False
        if self.ghost:
            return self.ghost != "zwijger" and r.random() < 0.5
        return (
            key in self.goods
            and self.stock.get(key)
            and (self.open_now() or r.random() < 0.1)
            and r.random() < 0.55
        )

    def deal(self):
        """How a deal ends."""
        r = self.w.rng
        self.deals += 1
        if self.ghost:
            end = r.choices(("gone", "silent", "fake", "harvest"), GHOSTS[self.ghost])[0]
            if self.ghost == "vervalser" and r.random() < 0.2:
                return "good"
            return end
        x = r.random()
        if x < 0.62 + 0.36 * self.skill:
            return "good"
        self.fails += 1
        return r.choices(("late", "short", "noshow", "gone"), (5, 2, 2, 0.4))[0]

    def backup(self, why="ban"):
        """A new account after the old one fell; it carries more or less of the old one."""
        w, r = self.w, self.w.rng
        old = self.accounts[-1]
        x = r.random()
        if self.ghost and x > 0.4:
            name, hd, share = None, None, r.random() < 0.2
            self.brand = names.brand(r, self.lang)
        elif x < 0.45:
            name, hd, share = (
                names.near(r, old.name),
                names.near_handle(r, old.handle or "zuidplug"),
                r.random() < 0.7,
            )
        else:
            name, hd, share = names.person_name(r, self.lang), None, r.random() < 0.3
        a = self.account(name, hd, share)
        for c in old.chats:
            if r.random() < 0.75 and c.kind != "kanaal":
                w.join(a, c, 0.5)
                if r.random() < 0.25:
                    w.at(w.now + r.uniform(600, 9e4), self.tell, a, c, "newacc")
        return a

    def tell(self, a, c, key):
        """A line of an account to a chat."""
        w = self.w
        w.current = c
        w.post(
            c,
            a,
            w.say(
                self.hand(),
                w.line(self.lang if self.lang == "nl" else c.lang, key),
                {"hd": a.handle or "zuidbk", "c": w.at_name(a)},
            ),
            crew=self,
        )
