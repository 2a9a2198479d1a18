"""People: accounts, faces, sellers, buyers and the rest."""

from .goods import BULK, ITEMS, SETS
from .hand import Hand, brand_name, handle_of, person_name, phone, wallet


class Account:
    """An account of somebody, with what it did in each chat."""

    __slots__ = (
        "bad",
        "banned",
        "born",
        "chats",
        "deleted",
        "end",
        "face",
        "friend",
        "good",
        "last",
        "later",
        "market",
        "name",
        "owner",
        "paid",
        "roles",
        "uid",
        "wrote",
    )

    def __init__(self, uid, name, owner=None, face=None, born=0, end=1 << 40):
        self.uid, self.name, self.owner, self.face = uid, name, owner, face
        self.later = None  # (time, new name): renamed
        self.roles, self.banned, self.chats, self.last = set(), set(), [], {}
        self.born, self.end, self.deleted, self.paid = born, end, False, False
        self.good = self.bad = 0.0
        self.market = self.wrote = self.friend = False


class Face:
    """What a seller shows in one account: name, contacts, hand, photo table, rhythm."""

    def __init__(self, rng, lang, area, name=None):
        self.name = name or brand_name(rng, area)
        self.handle = handle_of(rng, self.name) if rng.random() < 0.8 else None
        self.phone = phone(rng) if rng.random() < 0.3 else None
        self.signal = rng.random() < 0.25
        self.wallet = wallet(rng)
        self.hand = Hand(rng, lang, trader=True)
        self.house = rng.randrange(1 << 40)
        self.style = rng.random()
        self.beat = rng.choice([3600, 7200, 7200, 7200, 10800, 14400])
        self.phase = rng.randrange(3600)
        self.stamp = rng.random() < 0.25

    def contact(self, rng):
        """How to reach this face."""
        opts = ["pb"]
        if self.handle:
            opts = (
                ["@" + self.handle] * 4
                + ["t.me/" + self.handle, "pb @" + self.handle, "👉 @" + self.handle]
                + ["pb"] * int(self.style * 4)
            )
        if self.phone:
            p = self.phone
            opts += (
                [p, "app " + p, p[:2] + " " + p[2:], "+316" + p[2:]]
                if not self.signal
                else ["signal " + p, "wapp/signal " + p]
            )
        return rng.choice(opts)


class Seller:
    """A seller: menu, prices, hours, reliability and, with a ghost, its kind."""

    def __init__(self, rng, sid, cfg, lang, area, tier, truth):
        self.sid, self.truth, self.lang, self.area, self.tier = sid, truth, lang, area, tier
        self.ghost = truth == "ghost"
        kinds = [
            ("advance", 5),
            ("mute", 2.5),
            ("fake", 2),
            ("harvest", 1.2),
            ("exit", 1.3),
            ("imit", 10 * cfg["imit"]),
        ]
        self.kind = rng.choices([k for k, _ in kinds], [w for _, w in kinds])[0] if self.ghost else "real"
        sets = cfg["goods"]
        n = rng.choices([1, 2, 3], [6, 3, 1])[0]
        pool = []
        for s in rng.choices(list(sets), list(sets.values()), k=n):
            pool += SETS[s]
        pool = list(dict.fromkeys(pool))
        if tier != "retailer":
            pool = [k for k in pool if k in BULK] or ["coke", "hash", "keta"]
        size = (
            rng.choices([1, 2, 4, 7, 11], [2, 3, 4, 3, 1])[0]
            if tier == "retailer"
            else rng.choice([1, 1, 2, 3])
        )
        self.menu = rng.sample(pool, min(size, len(pool)))
        level = rng.gauss(1, 0.12) * (rng.choice([0.75, 0.85, 0.95, 1.0]) if self.ghost else 1)
        self.price = {
            k: max(
                0.5, _round(ITEMS[k].price * level * rng.gauss(1, 0.06) * (0.55 if tier != "retailer" else 1))
            )
            for k in self.menu
        }
        self.out = set()
        self.prepay = rng.random() < (0.8 if self.ghost and self.kind != "fake" else cfg["prepay_real"])
        self.post = rng.random() < (0.5 if self.ghost else 0.3)
        self.rely = rng.betavariate(2, 12) if self.ghost else 1 - rng.betavariate(1.4, 9)
        self.quality = rng.betavariate(5, 2)
        self.polish = rng.betavariate(2, 2)
        self.open = rng.choice([9, 11, 12, 13, 14, 16])
        self.shut = self.open + rng.choice([8, 10, 12, 13])
        self.off = rng.choice([None, None, 0, 1, 6])
        self.minord = rng.choice([20, 25, 30, 40, 50, 50, 75, 100])
        self.accounts, self.channel, self.rate = [], None, rng.lognormvariate(0, 0.8)
        self.veiled = rng.random() < cfg["veil"]
        self.buys_praise = rng.random() < cfg["bought"] * (1.3 if self.ghost else 0.6)
        self.slanders = (not self.ghost and rng.random() < cfg["slander"]) or (
            self.ghost and rng.random() < cfg["slander"] * 0.3
        )
        self.exit = None
        self.victim, self.pids, self.holiday, self.socks = None, [], set(), []
        self.pattern = None
        self.copy = rng.random() < 0.45  # reposts the same text
        self.text, self.text_comm = None, None

    def hour_ok(self, h):
        """Whether an hour lies within opening hours."""
        return self.open <= h < self.shut or self.open <= h + 24 < self.shut


def _round(x):
    if x > 300:
        return round(x / 50) * 50
    if x > 40:
        return round(x / 5) * 5
    return round(x) if x > 5 else round(x * 2) / 2


class Buyer:
    """A buyer with tastes, need and memory."""

    def __init__(self, rng, cfg, lang, area):
        self.lang, self.area = lang, area
        self.hand = Hand(rng, lang)
        self.talky = rng.betavariate(1, 4)
        self.gull = rng.betavariate(2, 3)
        self.need = rng.lognormvariate(-0.6, 0.9)
        sets = cfg["goods"]
        pool = [k for s in dict.fromkeys(rng.choices(list(sets), list(sets.values()), k=2)) for k in SETS[s]]
        self.taste = rng.sample(pool, min(len(pool), rng.choice([1, 2, 3, 4])))
        self.mem, self.fav, self.acc = {}, {}, None


class Other:
    """Couriers, recruiters, keepers, cashiers, vouchers, bystanders."""

    def __init__(self, rng, role, lang, area):
        self.role, self.lang, self.area = role, lang, area
        self.hand = Hand(rng, lang)
        self.rate = rng.lognormvariate(0, 0.7)
        self.handle = handle_of(rng, person_name(rng, lang)) if rng.random() < 0.7 else None
        self.accs, self.clients, self.text = [], [], None


class Chat:
    """A group or channel."""

    def __init__(self, cid, title, kind, lang, area, ctype):
        self.cid, self.title, self.kind, self.lang, self.area, self.type = cid, title, kind, lang, area, ctype
        self.msgs, self.next = [], 1
        self.members, self.recent, self.keepers = [], [], []
        self.bot = self.anon = None
        self.strict, self.open = 3, True
        self.owner = None
        self.seller_accs = []
        self.link = None
