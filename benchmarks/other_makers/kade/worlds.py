"""Six worlds, six economies. Numbers are my own estimates from interviews and case files; reasons beside them.

kadeplein  Ordinary city market. Open groups of three towns, nearly all Dutch; a third are ghosts (lads who take a Tikkie and block you). Buyers talk a fair bit.
           Sellers move after a ban or a lost phone. The yardstick for the others.
schijnhof  Adapted market. Ghosts have learnt: they buy praise by the handful, slander rivals, copy ads and faces. Real sellers answer with prepayment for new
           buyers and with bought praise of their own, so the plain signs say little and only who praises and how still tells.
doorvoer   Full chain: importer, wholesaler, retailer, couriers, cash runners, recruiters. Crews' own small groups are in the seizure. Few ghosts (trade rests on
           people who know each other), many roles. Dutch with English, Spanish and Turkish lines to the outside.
stilwater  Provincial groups where nobody reacts. Ads under ads; praise and warnings are rare, so most evidence is in what sellers do themselves. Over half ghosts.
nachttrein International: German, French, English, Spanish, Russian and Turkish rooms, some Dutch. Post and pick-up, Russian dead drops with deposits (prepayment is normal there).
waterbed   Arms, papers, fraud, fireworks: nearly two thirds ghosts, since nobody can complain about a pistol that never came. Groups are taken down twice,
           bans are frequent; everyone comes back under a new account, some with the old name, some not.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class World:
    """The dials of one economy."""

    name: str
    start: str
    langs: dict[str, float]
    places: tuple[str, ...]
    sets: dict[str, float]
    days: int = 90
    sellers: int = 200
    ghosts: float = 0.3
    customers: int = 650
    talkers: int = 120
    several: float = 0.45
    react: float = 1.0
    bought: float = 0.3
    slander: float = 0.4
    prepay: float = 0.12
    bans: float = 0.4
    push: float = 0.5
    chatter: float = 34.0
    need: float = 1.0
    crews: int = 3
    bulk: float = 0.08
    channels: float = 0.12
    takedowns: tuple[int, ...] = ()
    groups: dict[str, int] = field(default_factory=dict)


STREET = {
    "party": 3.0,
    "weed": 2.5,
    "coke": 1.6,
    "meds": 1.2,
    "hard": 0.5,
    "nos": 0.5,
    "fire": 0.5,
    "vape": 0.7,
    "gear": 0.3,
    "gym": 0.4,
    "hot": 0.4,
    "rep": 0.3,
    "tina": 0.3,
}

WORLDS = {
    w.name: w
    for w in (
        World(
            "kadeplein",
            "2025-09-01",
            {"nl": 0.9, "en": 0.1},
            ("Rotterdam", "Den Haag", "Utrecht"),
            STREET,
            groups={"nl": 6, "en": 1},
        ),
        World(
            "schijnhof",
            "2025-06-02",
            {"nl": 0.86, "en": 0.14},
            ("Amsterdam", "Haarlem", "Almere"),
            STREET,
            ghosts=0.45,
            bought=1.0,
            slander=0.8,
            prepay=0.45,
            several=0.5,
            sellers=210,
            groups={"nl": 6, "en": 1},
        ),
        World(
            "doorvoer",
            "2026-01-12",
            {"nl": 0.66, "en": 0.14, "es": 0.1, "tr": 0.1},
            ("Rotterdam", "Antwerpen", "Breda", "Tilburg"),
            {
                "coke": 4.0,
                "party": 2.0,
                "weed": 2.0,
                "hard": 1.0,
                "tina": 0.5,
                "arms": 0.4,
                "vape": 0.5,
                "meds": 0.5,
            },
            ghosts=0.15,
            crews=14,
            bulk=0.4,
            several=0.4,
            sellers=170,
            customers=600,
            groups={"nl": 4, "en": 1, "es": 1, "tr": 1},
        ),
        World(
            "stilwater",
            "2025-03-03",
            {"nl": 1.0},
            ("Emmen", "Zwolle", "Venlo", "Middelburg", "Leeuwarden"),
            STREET,
            ghosts=0.56,
            react=0.4,
            chatter=22.0,
            bought=0.1,
            slander=0.05,
            push=0.85,
            sellers=200,
            customers=520,
            crews=1,
            groups={"nl": 7},
        ),
        World(
            "nachttrein",
            "2025-10-06",
            {"de": 0.25, "fr": 0.2, "en": 0.15, "es": 0.12, "ru": 0.16, "tr": 0.06, "nl": 0.06},
            ("Berlin", "Köln", "Lyon", "Bruxelles", "Barcelona", "London", "Maastricht"),
            {**STREET, "tina": 0.7, "papers": 0.3},
            ghosts=0.35,
            sellers=230,
            prepay=0.3,
            push=0.45,
            groups={"de": 2, "fr": 2, "en": 1, "es": 1, "ru": 2, "tr": 1, "nl": 1},
        ),
        World(
            "waterbed",
            "2025-10-20",
            {"nl": 0.7, "en": 0.14, "fr": 0.06, "ru": 0.06, "tr": 0.04},
            ("Amsterdam", "Rotterdam", "Eindhoven", "Nijmegen"),
            {
                "arms": 2.0,
                "papers": 1.6,
                "fraud": 2.6,
                "fire": 1.8,
                "money": 1.0,
                "gear": 0.8,
                "hot": 0.8,
                "rep": 0.6,
                "vape": 0.4,
                "coke": 0.6,
            },
            ghosts=0.62,
            several=0.58,
            bans=0.9,
            react=0.6,
            bought=0.5,
            slander=0.3,
            sellers=240,
            push=0.45,
            prepay=0.3,
            chatter=44.0,
            takedowns=(31, 62),
            groups={"nl": 6, "en": 2, "fr": 1, "ru": 1},
        ),
    )
}

STYLE = {
    "arms": "arms",
    "gear": "arms",
    "papers": "papers",
    "fraud": "fraud",
    "money": "fraud",
    "fire": "fire",
    "hot": "goods",
    "rep": "goods",
    "vape": "goods",
}

SETS = {
    "party": ("xtc", "md", "keta", "3mmc", "2cb", "speed", "coke", "ghb", "lsd", "xanax", "paddo"),
    "weed": ("wiet", "hasj", "paddo", "vape"),
    "coke": ("coke", "crack", "3mmc", "wiet"),
    "meds": ("oxy", "trama", "xanax", "diaz", "lyrica", "ritalin"),
    "hard": ("crack", "bruin", "diaz"),
    "nos": ("lachgas", "vape"),
    "fire": ("vuurwerk",),
    "vape": ("vape", "sloffen"),
    "gear": ("mes", "vuurwerk"),
    "gym": ("kuur", "ritalin"),
    "hot": ("buit", "nep"),
    "rep": ("nep",),
    "tina": ("meth", "ghb", "3mmc", "keta"),
    "arms": ("pistool", "munitie", "delen", "granaat", "mes"),
    "papers": ("papier", "acc"),
    "fraud": ("kaarten", "panel", "leads", "acc"),
    "money": ("vals", "kaarten"),
}
