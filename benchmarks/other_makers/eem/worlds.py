"""The six worlds: what each one is, in numbers."""

from datetime import UTC, datetime


def ts(y, m, d):
    return int(datetime(y, m, d, tzinfo=UTC).timestamp())


_BASE = {
    "langs": {"nl": 0.93, "en": 0.07},
    "sellers": 170,
    "ghost": 0.33,
    "buyers": 900,
    "openness": 0.12,
    "talk": 1.0,
    "rate": 1.0,
    "bots": 0.12,
    "prepay_real": 0.1,
    "veil": 0.0,
    "bought": 0.15,
    "slander": 0.0,
    "socks": 0.06,
    "imit": 0.4,
    "tiers": {"retailer": 0.9, "wholesaler": 0.1},
    "chain": False,
    "channel_own": 0.25,
    "photos": 900,
    "need": 0.05,
    "goods": {"party": 5, "green": 3, "street": 3, "pills": 2, "smoke": 1, "grey": 0.5},
    "festival": (),
    "pyro": False,
    "chats": {"markt": 14, "praat": 5, "vouch": 3, "prikbord": 2, "werk": 1, "groot": 1, "wissel": 1},
    "couriers": 20,
    "recruiters": 8,
    "cashiers": 6,
    "middlemen": 5,
    "provouch": 8,
}


def world(**kw):
    c = dict(_BASE)
    c.update(kw)
    return c


CONFIG = {
    # an ordinary city market, spring to early summer, King's day and festivals
    "gracht": world(
        start=ts(2024, 4, 1),
        days=90,
        festival=(26, 27, 53, 54, 67, 68, 81, 82),
        cap=33000,
        areas=str.split(
            "Overvecht;Kanaleneiland;Lombok;Zuilen;Leidsche Rijn;Hoograven;Nieuwegein;Maarssen;Houten;Zeist;Utrecht;De Bilt;030",
            ";",
        ),
    ),
    # criminals adapted: bought praise, slander, prepaying real sellers, veiled goods
    "masker": world(
        start=ts(2025, 1, 10),
        days=110,
        ghost=0.46,
        sellers=190,
        prepay_real=0.45,
        veil=0.35,
        bought=0.55,
        slander=0.3,
        socks=0.25,
        imit=0.55,
        openness=0.15,
        provouch=22,
        channel_own=0.3,
        buyers=850,
        cap=31000,
        photos=1300,
        areas=str.split(
            "Den Haag;Schilderswijk;Laak;Delft;Leiden;Zoetermeer;Rijswijk;Scheveningen;Gouda;Alphen;Transvaal;070",
            ";",
        ),
        chats={"markt": 15, "praat": 5, "vouch": 6, "prikbord": 3, "werk": 1, "groot": 1, "wissel": 1},
    ),
    # the whole chain from quay to doorstep
    "keten": world(
        start=ts(2023, 9, 4),
        days=140,
        sellers=210,
        ghost=0.24,
        chain=True,
        tiers={"retailer": 0.66, "wholesaler": 0.26, "supplier": 0.08},
        langs={"nl": 0.84, "en": 0.08, "fr": 0.04, "de": 0.04},
        couriers=85,
        recruiters=22,
        cashiers=18,
        cap=21500,
        buyers=900,
        goods={"street": 5, "party": 4, "green": 3, "pills": 1},
        areas=str.split(
            "Rotterdam;Antwerpen;Vlissingen;Breda;Dordrecht;Schiedam;Roosendaal;Venlo;Luik;Gent;Barendrecht;Moerdijk;Spijkenisse",
            ";",
        ),
        chats={
            "markt": 10,
            "praat": 5,
            "vouch": 2,
            "prikbord": 1,
            "werk": 7,
            "groot": 7,
            "wissel": 4,
            "rit": 8,
        },
    ),
    # announcement channels, hardly a reaction in the open
    "omroep": world(
        start=ts(2024, 9, 16),
        days=75,
        sellers=140,
        ghost=0.38,
        openness=0.05,
        talk=0.6,
        channel_own=1.0,
        bots=0.05,
        cap=29000,
        buyers=380,
        imit=0.5,
        photos=1600,
        rate=1.0,
        need=0.04,
        areas=str.split(
            "Eindhoven;Tilburg;Den Bosch;Helmond;Oss;Breda;Waalwijk;Uden;Veghel;Bergen op Zoom;Weert;heel Brabant;040",
            ";",
        ),
        chats={"markt": 2, "praat": 2, "vouch": 1, "prikbord": 8, "disc": 3},
    ),
    # an international one
    "veer": world(
        start=ts(2025, 5, 12),
        days=100,
        sellers=180,
        ghost=0.4,
        langs={"nl": 0.28, "en": 0.2, "de": 0.14, "fr": 0.14, "es": 0.1, "ru": 0.07, "tr": 0.07},
        cap=30000,
        channel_own=0.3,
        buyers=950,
        couriers=28,
        prepay_real=0.3,
        festival=(40, 41, 61, 62),
        areas=str.split(
            "Amsterdam;Berlin;Köln;Brussel;Paris;Lille;Barcelona;Marbella;London;Manchester;Istanbul;Antwerpen;Hamburg;Madrid",
            ";",
        ),
        chats={"markt": 22, "praat": 9, "vouch": 5, "prikbord": 3, "werk": 2, "groot": 2, "wissel": 3},
        goods={"party": 5, "green": 4, "street": 2, "pills": 2, "fraud": 0.8, "paper": 0.4, "smoke": 0.6},
    ),
    # arms, fireworks, papers, cards and accounts beside drugs, toward New Year
    "zolder": world(
        start=ts(2023, 10, 9),
        days=100,
        sellers=200,
        ghost=0.43,
        pyro=True,
        cap=32000,
        langs={"nl": 0.88, "en": 0.06, "de": 0.06},
        prepay_real=0.3,
        goods={
            "pyro": 4,
            "fraud": 4,
            "arms": 2.2,
            "paper": 1.6,
            "grey": 2,
            "party": 2.2,
            "green": 1.3,
            "pills": 1.2,
            "smoke": 1.5,
        },
        areas=str.split(
            "Heerlen;Maastricht;Venlo;Roermond;Arnhem;Nijmegen;Sittard;Kerkrade;Genk;Hasselt;Weert;Limburg",
            ";",
        ),
        photos=1100,
        chats={"markt": 18, "praat": 5, "vouch": 4, "prikbord": 4, "werk": 2, "groot": 1, "wissel": 2},
    ),
}
WORLDS = tuple(CONFIG)
