"""The chats of a world: their titles, languages and kinds."""

from .actors import Chat

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
