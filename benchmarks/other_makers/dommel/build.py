"""Set up a world and let the days pass."""

from . import ads, chain, crowd, names
from .buyer import Buyer
from .core import Acct, Chat, World
from .firm import Firm
from .goods import GOODS
from .hand import Hand
from .photo import LOOK
from .scam import Identity, Scam, praise
from .worlds import CFG

TITLE = {
    "city": [
        "Markt {a}",
        "{a} 24/7 🔥",
        "Plug {a}",
        "{a} & omstreken",
        "{a} marktplein",
        "De Kroeg {a}",
        "Groep {a} 2.0",
        "{a} bezorgd",
    ],
    "goods": [
        "Snoepwinkel NL",
        "Groen & Bruin",
        "Poeder en pillen",
        "Apotheek om de hoek",
        "Alles & Niks",
        "Knallers en zo",
        "Pasjes Plein",
        "IJzer & Staal",
        "Vape Corner",
        "De Zolder",
        "Handel NL/BE",
        "Nachtkastje",
    ],
    "talk": ["Kletshoek Brabant", "Off topic", "Nachtbrakers", "De Stamtafel"],
    "review": ["Ervaringen & reviews", "Scam of legit?", "Zwarte lijst NL"],
    "vip": ["VIP 🔒", "Besloten kring", "Vaste gasten", "Prive lijst", "Inner circle"],
    "jobs": ["Werk & bijverdienen", "Vacatures 💼"],
    "cash": ["Wisselkantoor", "Cash/Crypto NL"],
    "adroom": ["Advertenties {a}", "Aanbod {a}", "Prikbord {a}", "Folder {a}", "Kiosk {a}"],
    "mixed": [
        "Euregio Market",
        "BeNeLux Deals",
        "EU Connect",
        "Grensverkeer",
        "Border Line",
        "Rhein-Maas Markt",
    ],
    "chain": [
        "👷",
        "bouw",
        "voetbalteam",
        "familie",
        "de loods",
        "team 7",
        "verhuizing",
        ".",
        "klusgroep",
        "boodschappen",
        "vissen",
        "tuin",
        "keuken",
    ],
    "import": ["fruit", "kantoor", "bananen", "directie", "hout"],
    "de": ["Markt {a}", "Nachtschicht {a}", "{a} Connect"],
    "fr": ["Marché {a}", "{a} dispo"],
    "es": ["Mercado {a}"],
    "ru": ["Барахолка {a}", "{a} свои"],
    "tr": ["{a} pazar"],
    "en": ["Expats {a}", "{a} weekend"],
}
FOREIGN = ("de", "fr", "es", "ru", "tr", "en")


class Town(World):
    """One world with everybody in it, lived day by day."""

    def __init__(self, name, seed):
        super().__init__(name, CFG[name], seed)
        r, c = self.rng, self.cfg
        self.workers, self.crews, self.spammers, self.byid = [], [], [], {}
        self.import_rooms = []
        for kind, n in c["rooms"]:
            for _ in range(n):
                self.room(kind)
        self.rooms = [x for x in self.chats if x.kind not in ("review", "talk", "chain", "import", "channel")]
        self.talky = [x for x in self.chats if x.kind not in ("adroom",)]
        self.review = [x for x in self.chats if x.kind == "review"]
        self.spammers = [Acct(self, names.person(r, "en"), Hand(r, "en")) for _ in range(5)]
        self.people()
        self.sellers()
        self.backrooms()
        self.trades = chain.Trades(self)
        self.supply = chain.Supply(self, self.import_rooms)

    def tongue(self):
        """Language and accent of somebody new."""
        t = self.cfg["tongues"]
        return self.rng.choices(list(t), list(t.values()))[0]

    def newpic(self, key, home=False):
        """A new picture: its number and how its kind looks."""
        r = self.rng
        look = LOOK[GOODS[key].code] if key else r.choice(("screen", "blocks", "bars", "sheet"))
        return (r.randrange(1 << 30), look)

    def room(self, kind, lang=None):
        """A new chat of a kind, with its keepers and its title."""
        r, c = self.rng, self.cfg
        lang = kind if kind in FOREIGN else "nl"
        area = (
            r.choice(c["areas_of"].get(lang) or c["areas"])
            if kind in ("city", "adroom") or lang != "nl"
            else None
        )
        title = r.choice(TITLE[kind]).replace("{a}", area or "Zuid")
        if any(x.name == title for x in self.chats):
            title += r.choice((" 2", " [nieuw]", " ✅", " II", " v3"))
        typ = {
            "vip": "private_supergroup",
            "chain": "private_supergroup",
            "import": "private_supergroup",
            "adroom": "public_supergroup",
        }.get(kind, "public_supergroup")
        ch = Chat(
            self,
            title,
            typ,
            kind,
            lang,
            area if kind in ("city", "adroom") and r.random() < 0.6 else None,
            min(6, r.paretovariate(1.1)),
        )
        if kind == "vip":
            ch.weight *= 0.4
        ch.chatty = {
            "talk": 2.2,
            "city": 1.0,
            "review": 0.35,
            "vip": 0.3,
            "jobs": 0.2,
            "cash": 0.12,
            "goods": 0.5,
            "adroom": 0.05,
        }.get(kind, 0.8)
        for _ in range(r.choice((1, 1, 2, 3))):
            hl, ac = (lang, None) if lang != "nl" else ("nl", r.choice((None, None, "brabant")))
            k = Acct(
                self,
                names.person(r, hl, ac)
                if r.random() < 0.6
                else r.choice(("Admin", "Mod", "Beheer", "De Baas", "Portier")),
                Hand(r, hl, ac),
            )
            ch.keepers.append(k)
        if r.random() < 0.4:
            ch.anon = Acct(self, title, ch.keepers[0].hand, channel=True)
            ch.anon.id = ch.id
        if r.random() < 0.5 and kind not in ("chain", "import"):
            ch.bot = Acct(
                self, r.choice(("Group Help", "Portier Bot", "Rose", "Combot", "Schildwacht")), Hand(r, "nl")
            )
        self.chats.append(ch)
        return ch

    def people(self):
        """Buyers, bystanders, keepers and hired voices."""
        r, c = self.rng, self.cfg
        self.buyers = [Buyer(self, *self.tongue()) for _ in range(c["buyers"])]
        for _ in range(c["standers"]):
            crowd.bystander(self, *self.tongue())
        for a in [b.acct for b in self.buyers] + self.bystanders:
            a.gone = r.random() < 0.05
        self.shill_pool = []
        for _ in range(c["shills"]):
            lang, acc = self.tongue()
            self.shill_pool.append(Acct(self, names.person(r, lang, acc), Hand(r, lang, acc)))

    def sellers(self):
        """Firms and thieves, with their first accounts."""
        r, c = self.rng, self.cfg

        def prof():
            return r.choices(list(c["profiles"]), list(c["profiles"].values()))[0]

        def n(k):
            return max(1, int(c[k] * r.uniform(0.9, 1.1))) if c[k] else 0

        for kind, m in (("retailer", n("retail")), ("wholesaler", n("whole")), ("supplier", n("supply"))):
            for _ in range(m):
                self.firms.append(Firm(self, kind, prof(), *self.tongue()))
        for _ in range(n("solo")):
            self.scams.append(Scam(self, 1, *self.tongue(), bulk=r.random() < c["bulk_ghost"]))
        for size in c["gangs"]:
            self.scams.append(Scam(self, size, *self.tongue(), bulk=r.random() < c["bulk_ghost"]))
        self.actors = self.firms + self.scams
        ids = [a.sid for a in self.actors]
        r.shuffle(ids)  # the number of a seller says nothing
        for a, s in zip(self.actors, ids, strict=True):
            a.sid = s
        for f in self.firms:
            if f.entry == 0:
                f.open(0)
                if f.kind == "retailer" and r.random() < c["second"]:
                    f.second()
        for a in self.actors:
            if r.random() < c["own_channel"] and len(self.chats) < c["max_chats"] - c["crews"] - c["imports"]:
                self.channel(a)
        # one courier's phone on the lists of several firms
        for _ in range(max(2, len(self.firms) // 30)):
            ph = names.phone(r)
            for f in r.sample(
                [f for f in self.firms if f.accts and f.kind == "retailer"], r.choice((2, 2, 3))
            ):
                f.accts[0].phone, f.accts[0].contact_kind = ph, r.choice(("phone", "both", "signal"))
        for f in self.firms:
            if f.accts and f.kind == "retailer" and r.random() < 0.06 and f.accts[0].chats:
                f.accts[0].chats[0].keepers.append(f.accts[0])

    def channel(self, actor):
        """A channel of a seller's own."""
        r = self.rng
        name = names.brand(r, actor.lang, actor.area) + r.choice(("", " kanaal", " menu", " 📢", " updates"))
        ch = Chat(
            self,
            name,
            r.choice(("public_channel", "public_channel", "private_channel")),
            "channel",
            actor.lang,
            None,
            1,
        )
        ch.chatty = 0
        a = Acct(self, name, actor.hand, actor, channel=True)
        a.id = ch.id
        a.born = -r.randrange(5, 500)
        actor.contact_for(a)
        a.roles.add(actor.kind)
        a.area = actor.area
        a.chats = [ch]
        ch.acct = a
        actor.accts.append(a)
        self.accts.append(a)
        self.chats.append(ch)
        ch.sellers.append(a)
        if actor.truth == "real":
            actor.channel = ch
        else:
            actor.masks.append(Identity(a, None, None, (), list(actor.goods), list(actor.pool), 0))
        for b in r.sample(self.buyers, min(len(self.buyers), r.randrange(10, 90))):
            b.chats.append(ch)

    def backrooms(self):
        """Closed rooms of crews and importers."""
        r, c = self.rng, self.cfg
        bosses = [
            f
            for f in self.firms
            if f.accts and not f.accts[0].channel and f.kind in ("wholesaler", "retailer")
        ]
        bosses.sort(key=lambda f: -f.capital)
        for f in bosses[: c["crews"]]:
            ch = self.room("chain")
            ch.keepers = [f.accts[0]] if r.random() < 0.6 else ch.keepers[:1]
            ch.chatty = 0
            self.crews.append(chain.Crew(self, ch, f))
        for _ in range(c["imports"]):
            ch = self.room("import")
            ch.chatty = 0
            self.import_rooms.append(ch)
        if self.import_rooms:
            for f in self.firms:
                if f.kind == "supplier" and f.accts:
                    f.accts[0].chats = [r.choice(self.import_rooms)]
                    f.rate = 0
                elif f.kind == "wholesaler" and f.accts:
                    f.accts[0].chats += r.sample(
                        self.import_rooms, min(len(self.import_rooms), r.choice((1, 1, 2)))
                    )
            for f in self.firms:
                if f.kind == "supplier":
                    f.entry = 0
                    if not f.accts:
                        f.open(0)
                        f.accts[0].chats = [r.choice(self.import_rooms)]
                    f.rate = 0

    # --- the days
    def live(self):
        """Lives all days of the world."""
        r, c = self.rng, self.cfg
        for ch in self.chats:
            if r.random() < 0.15:
                who = ch.keepers[0] if ch.keepers else getattr(ch, "acct", None)
                self.service(
                    ch,
                    self.t0 + 60,
                    "create_channel" if ch.kind == "channel" else "create_group",
                    who,
                    title=ch.name,
                )
        for day in range(self.days):
            self.day = day
            self.shocks()
            for _, fn in sorted(self.agenda.pop(self.day, []), key=lambda x: x[0]):
                fn()
            for f in self.firms:
                f.day()
                if f.alive and f.accts and f.buys_praise and r.random() < 0.08 and f.live():
                    pool = (
                        f.shills or [s for s in self.shill_pool if s.hand.lang == f.lang] or self.shill_pool
                    )
                    f.shills = f.shills or r.sample(pool, min(len(pool), 3))
                    praise(self, r.choice(f.shills), r.choice(f.live()), f.goods)
                if f.alive and f.slanders and f.accts and r.random() < 0.06:
                    self.slander(f)
            for s in self.scams:
                s.day()
            self.byid = {a.id: a for a in self.accts}
            for b in r.sample(self.buyers, len(self.buyers)):
                b.day()
            for cr in self.crews:
                cr.day()
            self.trades.day()
            self.supply.day()
            for ch in self.chats:
                crowd.keepers(self, ch)
            quota = c["target"] * (self.day + 1) / self.days - self.n
            wave = 1.25 if self.weekday() in (4, 5) else 0.93
            crowd.fill(self, int(max(quota * wave, c["min_talk"] * c["target"] / self.days)))

    def slander(self, f):
        """A firm blackens a rival that takes its buyers."""
        r = self.rng
        rivals = [
            x
            for x in self.firms
            if x is not f
            and x.area == f.area
            and x.lang == f.lang
            and x.live()
            and set(x.goods) & set(f.goods)
        ]
        if not rivals:
            return
        x = max(r.sample(rivals, min(4, len(rivals))), key=lambda z: sum(self.rep[a.id][0] for a in z.live()))
        a = r.choice(x.live())
        if not getattr(f, "mud", None):
            if r.random() < 0.5 and self.shill_pool:
                f.mud = r.choice([s for s in self.shill_pool if s.hand.lang == f.lang] or self.shill_pool)
            else:
                f.mud = Acct(self, names.person(r, f.lang, f.accent), Hand(r, f.lang, f.accent), f)
        chats = [c for c in a.chats if c.kind != "channel"] + self.review
        if not chats:
            return
        ctx = self.ctx(GOODS[r.choice(x.goods)], n=ads.called(r, a), hand=f.mud.hand)
        txt, _ = self.line(f.mud.hand, r.choice(("SLANDER", "SLANDER", "WARN")), ctx, True)
        if self.post(r.choice(chats), self.at(self.evening()), f.mud, txt, "warning"):
            self.rep[a.id][1] += 0.7
