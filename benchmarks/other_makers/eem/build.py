"""Peoples a world and sets its clocks."""

from .actors import Buyer, Chat, Other, Seller
from .buyers import need
from .clocks import wind
from .hand import Hand, person_name, phone
from .market import DAY, Sim
from .others import botwork, keep, praise_for_pay, sock, work
from .sellers import lose, spawn, stock

TITLES = {
    "markt": {
        "nl": "{a} Markt;Drugs {a} 24/7;{a} Bezorging 🚗;Vraag & Aanbod {a};{a} e.o. kopen/verkopen;Straatmarkt {a};{a} Snuif en Groen;Plug groep {a};Zwarte Markt {a};{a} Centraal 🛒",
        "en": "{a} Market;{a} Plugs;Buy & Sell {a} 🔌;{a} Black Board",
        "de": "{a} Marktplatz;{a} Taxi 🚕;Suche/Biete {a}",
        "fr": "{a} Coffee;Plan {a} 🔥;{a} Marché",
        "es": "{a} Mercado;{a} Club",
        "ru": "{a} Маркет;Барахолка {a}",
        "tr": "{a} Pazar;{a} Torbacı Yok 😂",
    },
    "praat": {
        "nl": "{a} Praatgroep;Gezellig {a};De Kroeg {a};Hangplek {a} 💬",
        "en": "{a} Lounge;{a} Chat",
        "de": "{a} Laberecke",
        "fr": "{a} Discussions",
        "es": "{a} Charla",
        "ru": "{a} Болталка",
        "tr": "{a} Sohbet",
    },
    "vouch": {
        "nl": "Feedback {a};Ripper Alert {a};Reviews & Scams {a};Betrouwbaar of niet? {a}",
        "en": "Vouches {a};Scam Alert {a}",
    },
    "prikbord": {"nl": "{a} Prikbord;Advertenties {a};De Etalage {a};{a} Aanbod Dagelijks"},
    "werk": {"nl": "Werk & Ritten {a};Klussen {a};Bijverdienen {a};Chauffeurs {a}"},
    "groot": {"nl": "Groot {a};Alleen Partijen {a};Winkeliers {a};Inkoop {a}"},
    "wissel": {"nl": "Wissel {a};Cash/Crypto {a};Geldloket {a}"},
    "rit": {"nl": "team {x};planning {x};🚚;ritten {x};avondploeg {x};{x}"},
    "disc": {"nl": "{a} Reacties;{a} Chat bij kanaal"},
}
SHARES = {
    "omroep": (0.6, 0.22),
    "gracht": (0.33, 0.45),
    "masker": (0.33, 0.42),
    "keten": (0.34, 0.33),
    "veer": (0.33, 0.42),
    "zolder": (0.37, 0.4),
}
ROLE = {"stash": "courier", "ship": "courier", "middleman": "money-handler"}


def lang_of(sim):
    langs = sim.cfg["langs"]
    return sim.rng.choices(list(langs), list(langs.values()))[0]


def chat(sim, kind, area, lang, ctype=None, title=None):
    r = sim.rng
    opts = (TITLES[kind].get(lang) or TITLES[kind]["nl"]).split(";") if not title else [title]
    names = {c.title for c in sim.chats}
    for _ in range(20):
        t = r.choice(opts).format(
            a=area,
            x=r.choice(["noord", "zuid", "A", "B", "oost", "7", "west", "maas", "zee", "klaver", "grijs"]),
        )
        if t not in names:
            break
    else:
        t += " " + str(r.randrange(2, 9))
    ctype = (
        ctype
        or {
            "prikbord": "public_channel",
            "kanaal": "public_channel",
            "rit": "private_group" if r.random() < 0.3 else "private_supergroup",
            "groot": "private_supergroup",
        }.get(kind)
        or r.choice(["public_supergroup", "public_supergroup", "private_supergroup"])
    )
    c = Chat(r.randrange(1 << 30, 1 << 31), t, kind, lang, area, ctype)
    c.strict, c.folk, c.clients = r.choice([2, 3, 4, 6]), [], []
    sim.chats.append(c)
    c.next = r.choice([1, 1, 400, 5000, 30000])
    return c


def build(name, cfg, seed):
    sim = Sim(name, cfg, seed)
    r = sim.rng
    sim.cache, sim.ad_rate = {}, 0.1
    areas = cfg["areas"]
    lang_area = {
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
    multi = len(cfg["langs"]) > 5

    def place(lang):
        if not multi:
            return r.choice(areas)
        fit = [a for a in areas if lang_area.get(a) == lang]
        return r.choice(fit) if fit and r.random() < 0.85 else r.choice(areas)

    for kind, n in cfg["chats"].items():
        for _ in range(n):
            lang = lang_of(sim) if multi else "nl"
            chat(sim, kind, place(lang), lang)
    by = {k: [c for c in sim.chats if c.kind == k] for k in [*list(cfg["chats"]), "kanaal"]}

    # sellers
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
        s = Seller(r, f"s{i + 1:03d}", cfg, lang, place(lang), tier, truth)
        s.starts, s.ends = sim.t0 - DAY, sim.t1
        if r.random() < (0.75 if s.ghost else 0.3):
            span = r.uniform(0.2, 0.8) * cfg["days"] * DAY
            s.starts = sim.t0 + r.uniform(-0.1, 0.8) * cfg["days"] * DAY
            s.ends = s.starts + span
        if s.kind == "exit":
            s.exit = max(s.starts, sim.t0) + r.uniform(15, 45) * DAY
        s.copied, s.rivals = False, []
        sim.sellers.append(s)
    real = [s for s in sim.sellers if not s.ghost and s.tier == "retailer"]
    for s in sim.sellers:
        s.loot = r.choice(real)
        s.rivals = [x for x in r.sample(real, 4) if x is not s]
        if s.kind == "imit":
            s.victim = max(r.sample(real, 3), key=lambda x: x.rate)
            s.victim.copied = True
            s.tier = s.victim.tier
            s.menu, s.price = (
                list(s.victim.menu),
                {k: max(1, round(p * r.uniform(0.85, 1))) for k, p in s.victim.price.items()},
            )
            s.lang, s.area, s.copy = s.victim.lang, s.victim.area, True
    for s in sorted(sim.sellers, key=lambda s: s.victim is not None):
        for j in range(r.choices([1, 2, 3], [64, 25, 11])[0]):
            link = r.choices(
                ["handle", "number", "wallet", "list", "hand", "rhythm", "none"], [3, 2, 2, 3, 3, 2, 2.5]
            )[0]
            spawn(sim, s, link, s.area if j == 0 else place(s.lang))
        s.hand = s.accounts[0].face.hand
    for _ in range(5):  # one dispatcher's phone for several sellers
        p = phone(r)
        for s in r.sample(real, r.choice([2, 2, 3])):
            s.accounts[0].face.phone = p
    # seller channels
    room = min(86 - len(sim.chats), int(cfg["channel_own"] * (72 if cfg["channel_own"] == 1 else 60)))
    for s in r.sample([s for s in sim.sellers if s.tier != "supplier"], max(0, room)):
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

    # buyers and bystanders
    talkers = [c for k in ("markt", "praat", "vouch", "disc") for c in by.get(k, [])]
    for _ in range(cfg["buyers"]):
        lang = lang_of(sim)
        b = Buyer(r, cfg, lang, place(lang))
        b.acc = sim.account(person_name(r, lang), b)
        if r.random() < 0.03:
            b.acc.later = (sim.t0 + r.uniform(5, 60) * DAY, person_name(r, lang))
        fit = [
            c for c in talkers if c.lang == lang or (c.lang == "en" and r.random() < 0.3) or not multi
        ] or talkers
        near = [c for c in fit if c.area == b.area]
        for c in dict.fromkeys(r.sample(fit, min(len(fit), r.choice([1, 2, 3, 5]))) + near[:2]):
            sim.join(b.acc, c, False)
        for c in r.sample(
            by["kanaal"], min(len(by["kanaal"]), r.choice([0, 1, 2, 4] if name != "omroep" else [4, 8, 14]))
        ):
            b.acc.chats.append(c)
        sim.buyers.append(b)
        sim.at(sim.awake(sim.t0 + r.uniform(0, 6) * DAY), need, sim, b)
    for _ in range(int(cfg["buyers"] * 0.35)):
        lang = lang_of(sim)
        o = Other(r, "bystander", lang, place(lang))
        a = sim.account(person_name(r, lang), o)
        fit = [c for c in talkers if c.lang == lang or not multi] or talkers
        for c in r.sample(fit, min(len(fit), r.choice([1, 1, 2, 3]))):
            sim.join(a, c, False)

    # keepers
    owned = [c for c in sim.chats if c.kind != "kanaal" and c.kind != "rit"]
    r.shuffle(owned)
    while owned:
        mine = [owned.pop() for _ in range(min(len(owned), r.choice([1, 1, 2, 3, 4])))]
        o = Other(r, "group-keeper", mine[0].lang, mine[0].area)
        s = r.choice(real)
        o.accs = (
            [s.accounts[0]]
            if r.random() < 0.12
            else [
                sim.account(person_name(r, o.lang) + r.choice(["", " (admin)", " 👮", ""]), o)
                for _ in range(r.choice([1, 1, 2]))
            ]
        )
        for c in mine:
            for a in o.accs:
                a.roles.add("group-keeper")
                sim.join(a, c, False)
            if c.type.endswith("channel") or r.random() < 0.5:
                c.anon = sim.account(c.title, o, uid=f"channel{c.cid}")
                c.anon.roles.add("group-keeper")
            if c.kind == "prikbord":
                c.clients = [a for x in r.sample(sim.sellers, 26) for a in x.accounts[:1]]
                continue
            c.keepers = o.accs
            if c.kind in ("markt", "praat", "vouch", "disc") and r.random() < 0.6:
                c.bot = sim.account(
                    r.choice(["GroepsHulp", "Rose", "Combot", "Poortwachter Bot", "AntiSpam"]), None
                )
                c.bot_rate = r.choice([0.3, 0.8, 1.5])
                sim.at(sim.t0 + r.random() * DAY, botwork, sim, c)
            sim.at(sim.awake(sim.t0 + r.random() * 3 * DAY), keep, sim, o, c)

    # workers
    def crew(role, n, perday, kinds):
        for _ in range(n):
            lang = lang_of(sim)
            o = Other(r, role, lang, place(lang))
            for _ in range(r.choices([1, 2], [5, 1])[0]):
                a = sim.account(person_name(r, lang), o)
                a.roles.add(ROLE.get(role, role))
                o.accs.append(a)
                for k in kinds:
                    cs = by.get(k) or []
                    for c in r.sample(cs, min(len(cs), r.choice([1, 2]))):
                        sim.join(a, c, k != "rit")
            sim.at(sim.awake(sim.t0 + r.random() * 4 * DAY), work, sim, o, perday)

    crew("courier", cfg["couriers"], 0.27, ("rit", "werk", "markt"))
    crew("recruiter", cfg["recruiters"], 0.45, ("werk", "markt", "praat"))
    crew("money-handler", cfg["cashiers"], 0.45, ("wissel", "markt"))
    crew("middleman", cfg["middlemen"], 0.15, ("markt", "vouch"))
    if cfg["chain"]:
        crew("stash", 24, 0.35, ("rit",))
        crew("ship", 16, 0.35, ("rit", "groot"))
    hirers = [s for s in sim.sellers if s.buys_praise]
    for _ in range(cfg["provouch"]):
        lang = lang_of(sim)
        o = Other(r, "voucher", lang, place(lang))
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
                    + by.get("vouch", [])
                )
            )
            for c in r.sample(homes, min(4, len(homes))) or r.sample(talkers, 2):
                sim.join(a, c)
        sim.at(sim.awake(sim.t0 + r.random() * 5 * DAY), praise_for_pay, sim, o)

    # sellers take their places
    mk, plans = by["markt"], []
    for s in sim.sellers:
        for a in s.accounts:
            if a.uid.startswith("channel"):
                continue
            fit = [c for c in mk if c.lang == s.lang or c.lang == "en" or not multi] or mk
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
            plans.append((s, a, list(dict.fromkeys(cs))))
        if r.random() < cfg["socks"]:
            for _ in range(r.choice([1, 1, 2, 3])):
                a = sim.account(person_name(r, s.lang), s)
                a.face = type(
                    "F", (), {"hand": Hand(r, s.lang), "name": a.name, "handle": None, "phone": None}
                )()
                a.roles.add("voucher")
                for c in r.sample(talkers, min(4, len(talkers))):
                    sim.join(a, c)
                s.socks.append(a)
                sim.at(sim.awake(sim.t0 + r.random() * 5 * DAY), sock, sim, s, a)
        sim.at(sim.t0 + r.random() * DAY, stock, sim, s)
        for a in list(s.accounts):
            if not a.uid.startswith("channel") and r.random() < 0.3:
                sim.at(sim.t0 + r.uniform(5, cfg["days"]) * DAY, lose, sim, a)
    wind(sim, by, plans, SHARES[name])
    return sim
