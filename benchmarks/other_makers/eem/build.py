"""Peoples a world and sets its clocks."""

from .actors import Buyer, Other, Seller
from .buyers import need
from .chats import chat, lang_of
from .clocks import wind
from .hand import Hand, person_name, phone
from .keepers import keep
from .market import DAY, Sim
from .others import botwork, praise_for_pay, sock, work
from .sellers import lose, spawn, stock

SHARES = {
    "omroep": (0.6, 0.22),
    "gracht": (0.33, 0.45),
    "masker": (0.33, 0.42),
    "keten": (0.34, 0.33),
    "veer": (0.33, 0.42),
    "zolder": (0.37, 0.4),
}
ROLE = {"stash": "courier", "ship": "courier", "middleman": "money-handler"}
LANG_AREA = {
    "Amsterdam": "nl",
    "Berlin": "de",
    "Köln": "de",
    "Hamburg": "de",
    "Brussel": "fr",
    "Paris": "fr",
    "Lille": "fr",
    "Barcelona": "es",
    "Marbella": "es",
    "Madrid": "es",
    "London": "en",
    "Manchester": "en",
    "Istanbul": "tr",
    "Antwerpen": "nl",
}


def build(name, cfg, seed):
    """A world with its people in their places and its clocks wound."""
    sim = Sim(name, cfg, seed)
    sim.cache, sim.ad_rate = {}, 0.1
    town = Town(sim)
    town.open_chats()
    town.make_sellers()
    town.give_foes()
    town.give_accounts()
    town.share_phones()
    town.open_channels()
    town.make_buyers()
    town.make_bystanders()
    town.give_keepers()
    town.hire_everybody()
    town.hire_praise()
    plans = town.seat_sellers()
    wind(sim, town.by, plans, SHARES[name])
    return sim


class Town:
    """A world while it is being peopled; the order of its steps is the order of the draws."""

    def __init__(self, sim):
        self.sim, self.r, self.cfg = sim, sim.rng, sim.cfg
        self.multi = len(sim.cfg["langs"]) > 5
        self.by, self.real, self.talkers = {}, [], []

    def place(self, lang):
        """An area where this language is at home, mostly."""
        r, areas = self.r, self.cfg["areas"]
        if not self.multi:
            return r.choice(areas)
        fit = [a for a in areas if LANG_AREA.get(a) == lang]
        return r.choice(fit) if fit and r.random() < 0.85 else r.choice(areas)

    def open_chats(self):
        """The chats of the world, and where to find them by kind."""
        sim, cfg = self.sim, self.cfg
        for kind, n in cfg["chats"].items():
            for _ in range(n):
                lang = lang_of(sim) if self.multi else "nl"
                chat(sim, kind, self.place(lang), lang)
        self.by = {k: [c for c in sim.chats if c.kind == k] for k in [*list(cfg["chats"]), "kanaal"]}
        self.talkers = [c for k in ("markt", "praat", "vouch", "disc") for c in self.by.get(k, [])]

    def make_sellers(self):
        """Sellers, real and ghost, each with the time that it is there."""
        sim, r, cfg = self.sim, self.r, self.cfg
        tiers, n = cfg["tiers"], cfg["sellers"]
        n = int(n * r.uniform(0.92, 1.08))
        for i in range(n):
            lang = lang_of(sim)
            tier = r.choices(list(tiers), list(tiers.values()))[0]
            truth = (
                "ghost"
                if r.random() < cfg["ghost"] * (1 if tier == "retailer" else 0.5) and tier != "supplier"
                else "real"
            )
            s = Seller(r, f"s{i + 1:03d}", cfg, lang, self.place(lang), tier, truth)
            s.starts, s.ends = sim.t0 - DAY, sim.t1
            if r.random() < (0.75 if s.ghost else 0.3):
                span = r.uniform(0.2, 0.8) * cfg["days"] * DAY
                s.starts = sim.t0 + r.uniform(-0.1, 0.8) * cfg["days"] * DAY
                s.ends = s.starts + span
            if s.kind == "exit":
                s.exit = max(s.starts, sim.t0) + r.uniform(15, 45) * DAY
            s.copied, s.rivals = False, []
            sim.sellers.append(s)
        self.real = [s for s in sim.sellers if not s.ghost and s.tier == "retailer"]

    def give_foes(self):
        """Whom a seller robs of pictures, slanders or imitates."""
        r = self.r
        for s in self.sim.sellers:
            s.loot = r.choice(self.real)
            s.rivals = [x for x in r.sample(self.real, 4) if x is not s]
            if s.kind == "imit":
                s.victim = max(r.sample(self.real, 3), key=lambda x: x.rate)
                s.victim.copied = True
                s.tier = s.victim.tier
                s.menu, s.price = (
                    list(s.victim.menu),
                    {k: max(1, round(p * r.uniform(0.85, 1))) for k, p in s.victim.price.items()},
                )
                s.lang, s.area, s.copy = s.victim.lang, s.victim.area, True

    def give_accounts(self):
        """The first accounts of every seller; who imitates comes after whom it imitates."""
        sim, r = self.sim, self.r
        for s in sorted(sim.sellers, key=lambda s: s.victim is not None):
            for j in range(r.choices([1, 2, 3], [64, 25, 11])[0]):
                link = r.choices(
                    ["handle", "number", "wallet", "list", "hand", "rhythm", "none"], [3, 2, 2, 3, 3, 2, 2.5]
                )[0]
                spawn(sim, s, link, s.area if j == 0 else self.place(s.lang))
            s.hand = s.accounts[0].face.hand

    def share_phones(self):
        """One dispatcher's phone for several sellers."""
        r = self.r
        for _ in range(5):
            p = phone(r)
            for s in r.sample(self.real, r.choice([2, 2, 3])):
                s.accounts[0].face.phone = p

    def open_channels(self):
        """Some sellers have a channel."""
        sim, r, cfg = self.sim, self.r, self.cfg
        room = min(86 - len(sim.chats), int(cfg["channel_own"] * (72 if cfg["channel_own"] == 1 else 60)))
        for s in r.sample([s for s in sim.sellers if s.tier != "supplier"], max(0, room)):
            self.open_channel(s)

    def open_channel(self, s):
        """The channel of one seller, sometimes with a chat for the reactions."""
        sim, r, by = self.sim, self.r, self.by
        f = s.accounts[0].face
        c = chat(
            sim,
            "kanaal",
            s.area,
            s.lang,
            r.choice(["public_channel", "public_channel", "private_channel"]),
            title=f.name + r.choice(["", " 📢", " kanaal", " LIJST", ""]),
        )
        c.owner, s.channel, c.open = s, c, False
        a = sim.account(c.title, s, f, uid=f"channel{c.cid}")
        a.roles |= s.accounts[0].roles
        s.accounts.append(a)
        a.chats.append(c)
        c.seller_accs.append(a)
        c.next = r.choice([2, 50, 900])
        if by.get("disc") and r.random() < 0.12:
            c.link = r.choice(by["disc"])
            a.chats.append(c.link)
        by["kanaal"].append(c)

    def make_buyers(self):
        """Buyers, the chats that they read and their first need."""
        sim, r, cfg = self.sim, self.r, self.cfg
        channels, most = self.by["kanaal"], [0, 1, 2, 4] if sim.name != "omroep" else [4, 8, 14]
        for _ in range(cfg["buyers"]):
            lang = lang_of(sim)
            b = Buyer(r, cfg, lang, self.place(lang))
            b.acc = sim.account(person_name(r, lang), b)
            if r.random() < 0.03:
                b.acc.later = (sim.t0 + r.uniform(5, 60) * DAY, person_name(r, lang))
            fit = [
                c
                for c in self.talkers
                if c.lang == lang or (c.lang == "en" and r.random() < 0.3) or not self.multi
            ] or self.talkers
            near = [c for c in fit if c.area == b.area]
            for c in dict.fromkeys(r.sample(fit, min(len(fit), r.choice([1, 2, 3, 5]))) + near[:2]):
                sim.join(b.acc, c, False)
            for c in r.sample(channels, min(len(channels), r.choice(most))):
                b.acc.chats.append(c)
            sim.buyers.append(b)
            sim.at(sim.awake(sim.t0 + r.uniform(0, 6) * DAY), need, sim, b)

    def make_bystanders(self):
        """People who only talk."""
        sim, r = self.sim, self.r
        for _ in range(int(self.cfg["buyers"] * 0.35)):
            lang = lang_of(sim)
            o = Other(r, "bystander", lang, self.place(lang))
            a = sim.account(person_name(r, lang), o)
            fit = [c for c in self.talkers if c.lang == lang or not self.multi] or self.talkers
            for c in r.sample(fit, min(len(fit), r.choice([1, 1, 2, 3]))):
                sim.join(a, c, False)

    def give_keepers(self):
        """Every chat that is no seller's and no riders' gets a keeper."""
        sim, r = self.sim, self.r
        owned = [c for c in sim.chats if c.kind != "kanaal" and c.kind != "rit"]
        r.shuffle(owned)
        while owned:
            mine = [owned.pop() for _ in range(min(len(owned), r.choice([1, 1, 2, 3, 4])))]
            o = Other(r, "group-keeper", mine[0].lang, mine[0].area)
            s = r.choice(self.real)
            o.accs = (
                [s.accounts[0]]
                if r.random() < 0.12
                else [
                    sim.account(person_name(r, o.lang) + r.choice(["", " (admin)", " 👮", ""]), o)
                    for _ in range(r.choice([1, 1, 2]))
                ]
            )
            for c in mine:
                self.hand_over(c, o)

    def hand_over(self, c, o):
        """A chat comes into the hands of its keeper."""
        sim, r = self.sim, self.r
        for a in o.accs:
            a.roles.add("group-keeper")
            sim.join(a, c, False)
        if c.type.endswith("channel") or r.random() < 0.5:
            c.anon = sim.account(c.title, o, uid=f"channel{c.cid}")
            c.anon.roles.add("group-keeper")
        if c.kind == "prikbord":
            c.clients = [a for x in r.sample(sim.sellers, 26) for a in x.accounts[:1]]
            return
        c.keepers = o.accs
        if c.kind in ("markt", "praat", "vouch", "disc") and r.random() < 0.6:
            c.bot = sim.account(
                r.choice(["GroepsHulp", "Rose", "Combot", "Poortwachter Bot", "AntiSpam"]), None
            )
            c.bot_rate = r.choice([0.3, 0.8, 1.5])
            sim.at(sim.t0 + r.random() * DAY, botwork, sim, c)
        sim.at(sim.awake(sim.t0 + r.random() * 3 * DAY), keep, sim, o, c)

    def hire_everybody(self):
        """Couriers, recruiters, cashiers and middlemen; in a chain also who stores and who ships."""
        cfg = self.cfg
        self.hire("courier", cfg["couriers"], 0.27, ("rit", "werk", "markt"))
        self.hire("recruiter", cfg["recruiters"], 0.45, ("werk", "markt", "praat"))
        self.hire("money-handler", cfg["cashiers"], 0.45, ("wissel", "markt"))
        self.hire("middleman", cfg["middlemen"], 0.15, ("markt", "vouch"))
        if cfg["chain"]:
            self.hire("stash", 24, 0.35, ("rit",))
            self.hire("ship", 16, 0.35, ("rit", "groot"))

    def hire(self, role, n, perday, kinds):
        """Workers of one role in chats of these kinds."""
        sim, r = self.sim, self.r
        for _ in range(n):
            lang = lang_of(sim)
            o = Other(r, role, lang, self.place(lang))
            for _ in range(r.choices([1, 2], [5, 1])[0]):
                a = sim.account(person_name(r, lang), o)
                a.roles.add(ROLE.get(role, role))
                o.accs.append(a)
                for k in kinds:
                    cs = self.by.get(k) or []
                    for c in r.sample(cs, min(len(cs), r.choice([1, 2]))):
                        sim.join(a, c, k != "rit")
            sim.at(sim.awake(sim.t0 + r.random() * 4 * DAY), work, sim, o, perday)

    def hire_praise(self):
        """Voices that praise for pay, where their clients are."""
        sim, r = self.sim, self.r
        hirers = [s for s in sim.sellers if s.buys_praise]
        for _ in range(self.cfg["provouch"]):
            lang = lang_of(sim)
            o = Other(r, "voucher", lang, self.place(lang))
            o.clients = [
                a for s in r.sample(hirers, min(len(hirers), r.choice([1, 2, 4, 6]))) for a in s.accounts[:2]
            ]
            for _ in range(r.choice([1, 1, 2, 3])):
                a = sim.account(person_name(r, lang), o)
                a.roles.add("voucher")
                o.accs.append(a)
                homes = list(
                    dict.fromkeys(
                        [c for x in o.clients for c in x.chats if c.open and c.kind == "markt"]
                        + self.by.get("vouch", [])
                    )
                )
                for c in r.sample(homes, min(4, len(homes))) or r.sample(self.talkers, 2):
                    sim.join(a, c)
            sim.at(sim.awake(sim.t0 + r.random() * 5 * DAY), praise_for_pay, sim, o)

    def seat_sellers(self):
        """Sellers take their places: (seller, account, chats) of each account."""
        sim, r, plans = self.sim, self.r, []
        for s in sim.sellers:
            for a in s.accounts:
                if not a.uid.startswith("channel"):
                    plans.append((s, a, self.seats(s)))
            if r.random() < self.cfg["socks"]:
                self.give_socks(s)
            sim.at(sim.t0 + r.random() * DAY, stock, sim, s)
            for a in list(s.accounts):
                if not a.uid.startswith("channel") and r.random() < 0.3:
                    sim.at(sim.t0 + r.uniform(5, self.cfg["days"]) * DAY, lose, sim, a)
        return plans

    def seats(self, s):
        """The chats in which one account of a seller advertises."""
        r, by, mk = self.r, self.by, self.by["markt"]
        fit = [c for c in mk if c.lang == s.lang or c.lang == "en" or not self.multi] or mk
        near = [c for c in fit if c.area == s.area]
        cs = near[:1] + r.sample(
            fit, min(len(fit), r.choice([1, 1, 2, 3, 5]) if s.tier == "retailer" else r.choice([0, 1]))
        )
        if by.get("vouch") and r.random() < 0.08:
            cs.append(r.choice(by["vouch"]))
        if by.get("groot") and (s.tier != "retailer" or r.random() < 0.12):
            cs += r.sample(by["groot"], min(len(by["groot"]), r.choice([1, 2, 3])))
        if s.tier == "supplier":
            cs = r.sample(by["groot"], min(2, len(by["groot"])))
        return list(dict.fromkeys(cs))

    def give_socks(self, s):
        """A seller's own 'customers'."""
        sim, r = self.sim, self.r
        for _ in range(r.choice([1, 1, 2, 3])):
            a = sim.account(person_name(r, s.lang), s)
            a.face = type("F", (), {"hand": Hand(r, s.lang), "name": a.name, "handle": None, "phone": None})()
            a.roles.add("voucher")
            for c in r.sample(self.talkers, min(4, len(self.talkers))):
                sim.join(a, c)
            s.socks.append(a)
            sim.at(sim.awake(sim.t0 + r.random() * 5 * DAY), sock, sim, s, a)
