"""Fill a world: rooms, keepers, crews, friends, customers."""

from . import names, style
from .adverts import imitate_name
from .core import Person
from .crews import Crew

ROOM = {
    "markt": [
        "{h} Connect",
        "Markt {h} 24/7",
        "{h} Bezorgd 🛵",
        "Plug City {h}",
        "De Kade {h}",
        "Zwarte Markt {h}",
        "{h} & omstreken",
        "Vraag & Aanbod {h}",
        "{h} Night Line",
        "Rotte Appels 🍏",
    ],
    "wijk": ["{h} praat", "Buurt {h}", "{h} onder ons", "Heel {h} 🏘"],
    "praat": ["Nachtvolk", "Keuvelen {h}", "Stamtafel", "Rave & Rust", "De Wachtkamer", "Koffie & Peuken"],
    "alarm": ["SCAM ALERT {h}", "Zwarte Lijst NL", "Opgelicht? meld hier", "Schandpaal {h}"],
    "werk": ["Werk & Ritten", "Klusjes {h} 💶", "Rijders gezocht", "Snel Cash NL"],
    "groot": ["Groothandel NL", "Alleen Handel", "B2B 🧱", "Kilo's & co"],
    "rit": ["Rit A", "Fruit & Hout", "Vrachtboek", "Zuidroute", "Loods 4", "Retour BE"],
    "gids": [
        "Gouden Gids",
        "Menukaarten NL",
        "Alle plugs op 1 plek",
        "Shop Index",
        "Aanbod {h}",
        "Bezorgers {h}",
    ],
    "wissel": ["Wisselkantoor", "Cash & Token"],
}
FOREIGN_ROOM = {
    "en": ["{h} Plugs", "Party Supplies {h}", "Night Owls {h}", "Scam list EU"],
    "de": ["{h} Marktplatz", "Nachtschicht {h}", "Grenzgänger", "Abzocker Liste"],
    "fr": ["{h} dispo", "Le Four {h}", "Entre nous {h}", "Stop carotte"],
    "es": ["Mercadillo {h}", "Noche {h}", "La Plaza", "Lista de timos"],
    "ru": ["Рынок {h}", "Наши в {h}", "Болталка", "Кидалы список"],
    "tr": ["{h} Pazarı", "Gurbetçiler {h}", "Muhabbet", "Dolandırıcı listesi"],
}


def pick(r, table):
    return r.choices(list(table), list(table.values()))[0]


def rooms(w):
    """Every room of the world, kind by kind."""
    r, s = w.rng, w.spec
    langs = s["langs"]
    for kind, n in (
        ("markt", s["markets"]),
        ("wijk", s["wijken"]),
        ("praat", s["praat"]),
        ("alarm", s["alarm"]),
        ("werk", s["werk"]),
        ("groot", 1 + s["groot"] // 8),
        ("rit", s["rits"]),
        ("gids", s["gids"]),
        ("wissel", 1 + s["cashiers"] // 8),
    ):
        order = list(langs) if len(langs) > 1 and kind in ("markt", "praat") else []
        for j in range(n):
            lang = order[j] if j < len(order) else pick(r, langs)
            if kind in ("werk", "groot", "rit", "gids", "wissel"):
                lang = "nl"
            c = room(w, kind, j, lang)
            if kind == "gids":
                c.type = "public_channel"
                v = w.voice_of(c)
                v.roles.add("group-keeper")
                c.keepers = []
    w.markets = [c for c in w.chats if c.kind == "markt"]


def room(w, kind, i, lang):
    """A room with its name, its keeper and perhaps a bot."""
    r = w.rng
    h = r.choice(w.hoods)
    c = w.chat(
        room_name(w, kind, i, lang, h),
        kind,
        "private_supergroup"
        if kind in ("groot", "rit", "werk", "wissel") or r.random() < 0.25
        else "public_supergroup",
        lang,
        h,
    )
    give_keeper(w, c, lang)
    if kind in ("markt", "wijk", "alarm") and r.random() < 0.6:
        give_bot(w, c)
    return c


def room_name(w, kind, i, lang, h):
    """A name that no other room has, mostly."""
    base = (
        ROOM[kind]
        if lang == "nl"
        else FOREIGN_ROOM[lang][:2]
        if kind in ("markt", "wijk")
        else [FOREIGN_ROOM[lang][3 if kind == "alarm" else 2]]
    )
    nm = base[i % len(base)].replace("{h}", h)
    if any(c.name == nm for c in w.chats):
        nm += w.rng.choice([" 2", " (nieuw)", " 2.0", " backup"])
    return nm


def give_keeper(w, c, lang):
    """A keeper: somebody new, the room's own voice, or who keeps another room."""
    r = w.rng
    k = w.account(names.person_name(r, lang), style.Hand(r, lang))
    if r.random() < 0.3:
        k = w.voice_of(c)
    elif r.random() < 0.3 and w.keepers:
        k = r.choice(w.keepers)
    k.roles.add("group-keeper")
    w.keepers.append(k)
    c.keepers = [k]
    w.join(k, c, 0)


def give_bot(w, c):
    """A bot that writes without a slip."""
    r = w.rng
    c.bot = w.account(r.choice(["Rose", "GroupHelp", "Combot", "Poortwachter", "Safeguard"]), style.Hand(r))
    h = c.bot.hand
    h.case, h.typo, h.ptic, h.pemo, h.slang, h.stretch = "asis", 0, 0, 0, 0, 0


def crews(w):
    r, s = w.rng, w.spec
    n = s["sellers"]
    ng = round(n * s["ghosts"])
    kinds = [r.choice(s["ghostkinds"]) for _ in range(ng)]
    real = n - ng
    for i in range(real):
        tier = (
            "bron"
            if i < s["bron"]
            else "groot"
            if i < s["bron"] + s["groot"]
            else "post"
            if r.random() < s["post"]
            else "straat"
        )
        w.crews_open(Crew(w, tier, None, pick(r, s["langs"])))
    reals = list(w.crews)
    for k in kinds:
        c = Crew(
            w,
            "post" if r.random() < s["post"] * 1.2 else "groot" if r.random() < 0.05 else "straat",
            k,
            pick(r, s["langs"]),
        )
        if k == "dubbel":
            c.victim = r.choice([x for x in reals if x.tier in ("straat", "post") and x.accounts])
            c.goods, c.stock = dict(c.victim.goods), dict(c.victim.stock)
            c.lang, c.hoods, c.open, c.close = c.victim.lang, c.victim.hoods, c.victim.open, c.victim.close
            c.photos, c.copied = list(c.victim.photos), True
            if r.random() < 0.5:
                c._lay = c.victim._lay
        if k == "beroofd" and r.random() < 0.6:
            c.first = 10**12
            w.sleepers.append(c)
            continue
        w.crews_open(c)
    for _ in range(int(n * 0.05)):  # two crews, one rider's phone
        a, b = r.sample([x for x in reals if x.tier == "straat"], 2)
        a.number = a.number or names.phone(r)
        b.number = a.number
        for x in (a.accounts[0], b.accounts[0]):
            x.number = a.number
            if r.random() < 0.7:
                x.shows["contact"] = "both"


def open_crew(w, c):
    """Accounts and rooms of a crew."""
    r, s = w.rng, w.spec
    if c.victim is not None and r.random() < 0.85:
        nm, hd = imitate_name(w, c.victim.accounts[-1])
        a = c.account(nm, hd, False)
    else:
        a = c.account()
    accts = [a]
    if r.random() < s["alias"]:
        for _ in range(r.choice([1, 1, 1, 2, 3])):
            share = r.random() < 0.45
            accts.append(
                c.account(
                    names.near(r, a.name) if r.random() < 0.3 else None,
                    names.near_handle(r, a.handle) if share and a.handle and r.random() < 0.4 else None,
                    share,
                )
            )
    pool = [x for x in w.markets if x.lang == c.lang] or w.markets
    rest = [x for x in w.chats if x.kind in ("markt", "wijk") and x not in pool]
    groot = [x for x in w.chats if x.kind == "groot"]
    for a in accts:
        if c.tier in ("bron", "groot"):
            cs = list(groot) + (r.sample(pool, 1) if c.tier == "groot" and r.random() < 0.5 else [])
        else:
            k = min(len(pool), 1 + int(r.expovariate(0.5)) + (c.ghost == "fabriek") * 2)
            cs = r.sample(pool, k) + r.sample(rest, min(len(rest), r.choice([0, 0, 1, 2])))
            if not c.ghost and groot and r.random() < 0.3:
                cs.append(r.choice(groot))
        for x in cs:
            w.join(a, x, 0)
    if c.tier in ("bron",):
        c.rate *= 0.25
    if r.random() < s["channels"] and c.tier in ("straat", "post", "groot"):
        shop(w, c)
        if r.random() < 0.2 and s["channels"] > 0.3:
            shop(w, c, True)
        if s["channels"] > 0.3 and r.random() < 0.75:
            for a in accts:  # nearly all only through the window
                for x in list(a.chats):
                    if x.kind == "markt" and x.members:
                        x.members.remove(a)
                        a.chats.remove(x)


def shop(w, c, second=False):
    r = w.rng
    x = w.chat(
        c.brand + (r.choice([" 2", " backup", " reserve"]) if second and r.random() < 0.6 else "")
        if not second or r.random() < 0.6
        else names.brand(r, c.lang),
        "kanaal",
        r.choice(["public_channel", "public_channel", "private_channel"]),
        c.lang,
    )
    v = w.voice_of(x)
    v.crew, v.hand = c, c.hands[0]
    v.number = c.number
    v.handle = c.accounts[0].handle or v.handle
    v.shows["contact"] = r.choice(["handle", "handle", "both"])
    x.owner = c
    c.channel = c.channel or x
    c.accounts.append(v)
    w.join(v, x, 0)


def people(w):
    r, s = w.rng, w.spec
    hoodchats = [c for c in w.chats if c.kind in ("markt", "wijk", "praat", "alarm")]
    stock = [k for c in w.crews for k in c.goods]
    for _ in range(s["people"]):
        lang = pick(r, s["langs"])
        p = Person(w, lang, r.choice(w.hoods))
        mine = [c for c in hoodchats if c.lang == lang]
        oth = [c for c in hoodchats if c.lang != lang]
        if not mine and not oth:
            continue
        for c in r.sample(mine, min(len(mine), r.choice([1, 2, 2, 3, 4, 6]))) + r.sample(
            oth, min(len(oth), r.choice([0, 0, 0, 1, 2]))
        ):
            w.join(p.acct, c, 0)
        if r.random() < 0.72:
            p.tastes = list(dict.fromkeys(r.choice(stock) for _ in range(r.choice([1, 1, 2, 3]))))
            p.rate = r.choice([0.02, 0.05, 0.1, 0.2])
        w.people.append(p)
    for c in w.crews:
        want = s["friends"] * (2.2 if c.ghost == "fabriek" else 1)
        if c.accounts and r.random() < want and c.tier in ("straat", "post"):
            seat = [x for a in c.accounts for x in a.chats if x.kind in ("markt", "wijk")]
            for _ in range(r.choice([1, 1, 2, 3])):
                if seat:
                    old = r.random() < 0.4 and w.friends
                    f = r.choice(w.friends) if old else Person(w, c.lang, r.choice(c.hoods))
                    w.friends.append(f)
                    for x in seat:
                        if r.random() < 0.7:
                            w.join(f.acct, x, 0)
                    c.friends.append(f)


def hands_for_hire(w):
    r, s = w.rng, w.spec
    work = [c for c in w.chats if c.kind == "werk"]
    wissel = [c for c in w.chats if c.kind == "wissel"]
    for _ in range(s["riders"]):
        a = w.account(names.person_name(r, "nl"), style.Hand(r, "nl"))
        a.roles_soft = "courier"
        for c in r.sample(work, min(len(work), r.choice([1, 1, 2]))) + r.sample(w.markets, 1):
            w.join(a, c, 0)
        w.riders.append(a)
    for _ in range(s["recruiters"]):
        a = w.account(names.person_name(r, "nl"), style.Hand(r, "nl"))
        a.shows["kinds"] = r.sample(s["kinds"], min(len(s["kinds"]), r.choice([1, 1, 2])))
        for c in work + r.sample(w.markets, min(2, len(w.markets))):
            w.join(a, c, 0)
        w.recruiters.append(a)
    for _ in range(s["cashiers"]):
        a = w.account(names.person_name(r, "nl"), style.Hand(r, "nl"))
        for c in wissel + r.sample(w.markets, 1):
            w.join(a, c, 0)
        w.cashiers.append(a)
    real = [c for c in w.crews if not c.ghost and c.tier in ("straat", "groot") and c.accounts]
    for c in r.sample(real, min(len(real), s["ploegs"])):
        x = w.chat(
            r.choice(["ploeg", "lijn", "team", "avond", "🛵", "familie", "huiskamer"])
            + " "
            + r.choice([c.hoods[0], "2", "zuid", "N", c.brand.split(" ")[0]]),
            "ploeg",
            "private_supergroup",
            "nl",
        )
        x.owner = c
        x.riders = r.sample(w.riders, min(len(w.riders), r.randint(2, 4)))
        x.stash = w.account(names.person_name(r, "nl"), style.Hand(r, "nl")) if r.random() < 0.6 else None
        for a in x.riders + [c.accounts[0]] + ([x.stash] if x.stash else []):
            w.join(a, x, 0)
    for x in [c for c in w.chats if c.kind == "rit"]:
        for _ in range(r.randint(4, 7)):
            a = w.account(names.person_name(r, "nl"), style.Hand(r, "nl"))
            a.roles.add("courier")
            w.join(a, x, 0)
        for c in r.sample([c for c in w.crews if c.tier in ("bron", "groot") and c.accounts], 2):
            w.join(c.accounts[0], x, 0)
