"""Six worlds: six economies, set apart by country and by the kinds of chat that people there use.

maas    A Dutch river city. Ordinary city market: groups with talk, a city channel with comments, few bought words. Ghosts .30.
spree   A German city (de, with tr, ru, en). The adapted market: groups with a review habit, so praise is bought and rivals are
        slandered; many real sellers ask for money first. Ghosts .45.
haven   A Dutch and Belgian port (nl, fr, es, en). The whole chain: suppliers and wholesalers in trade rooms, closed crews with
        couriers, a cash office, recruiters in public groups, street sellers at the end. Ghosts .15.
canal   Brussels and the French north (fr, nl, en). One-way channels, voucher swindles, people who hardly react: little to go on. Ghosts .60.
bazar   Dutch buy-and-sell groups that are infiltrated, with side groups for arms, papers, fraud, fireworks, vapes (nl, de, en, tr). Ghosts .40.
ronde   An international circuit (en, es, ru, tr, de, nl): post and dead drops, bans week after week, everybody on a third account. Ghosts .35.

Numbers that matter are fields of `World`. Why they are as they are:
* deals are private; only some words about them reach a chat (`praise`, `warn`), fewest in canal;
* a ghost is an actor with a way of earning (see `people.GHOSTS`), not a flag on texts; he copies because copying is cheap;
* winter or summer is chosen so that no change of the clock falls inside the time described.
"""

from __future__ import annotations

from dataclasses import dataclass

Weights = dict[str, float]
Spec = tuple[str, str, int, str, float]
"""kind, name, how many, language, lines of talk a day"""


@dataclass(frozen=True)
class World:
    """One economy."""

    name: str
    start: str
    utc_offset: int
    country: str
    langs: Weights
    places: tuple[str, ...]
    families: Weights
    sellers: int
    ghosts: float
    customers: int
    idlers: int
    chats: tuple[Spec, ...]
    demand: float = 0.15
    praise: float = 0.10
    warn: float = 0.30
    ask: float = 0.22
    doubt: float = 0.25
    bought: float = 0.10
    bought_real: float = 0.03
    slander: float = 0.05
    prepay_real: float = 0.15
    theft: float = 0.4
    platform_ban: float = 0.0015
    keeper_ban: int = 5
    alias: float = 0.32
    arrest: float = 0.08
    ads: float = 0.38
    auto: float = 0.25
    wholesale: float = 0.06
    supply: float = 0.02
    crews: int = 3
    recruiters: int = 4
    money: int = 2
    channels: float = 0.08
    clean_break: float = 0.08
    answer: float = 1.0
    days: int = 90


MAAS = World(
    "maas",
    "2025-11-03",
    3600,
    "nl",
    {"nl": 0.84, "en": 0.09, "tr": 0.07},
    (
        "Rotterdam",
        "Schiedam",
        "Vlaardingen",
        "Capelle",
        "Rdam zuid",
        "010",
        "Dordrecht",
        "Spijkenisse",
        "Barendrecht",
        "Delfshaven",
    ),
    {"drugs": 0.86, "goods": 0.08, "arms": 0.02, "papers": 0.02, "fraud": 0.02},
    200,
    0.30,
    640,
    260,
    (
        ("group", "010 Actief {}", 3, "nl", 33),
        ("group", "Rotterdam Night {}", 1, "en", 12),
        ("group", "Maas Kanka {}", 1, "tr", 8),
        ("citychannel", "Menukaart Rijnmond {}", 1, "nl", 0),
        ("review", "010 Reviews {}", 1, "nl", 9),
    ),
    demand=0.16,
    crews=3,
    prepay_real=0.25,
    slander=0.08,
    bought=0.18,
    warn=0.26,
)
SPREE = World(
    "spree",
    "2025-06-02",
    7200,
    "de",
    {"de": 0.68, "tr": 0.12, "ru": 0.10, "en": 0.10},
    (
        "Berlin",
        "Neukölln",
        "Kreuzberg",
        "Wedding",
        "Potsdam",
        "Spandau",
        "Moabit",
        "Lichtenberg",
        "Friedrichshain",
        "030",
    ),
    {"drugs": 0.84, "goods": 0.07, "fraud": 0.04, "papers": 0.03, "arms": 0.02},
    210,
    0.45,
    640,
    240,
    (
        ("group", "Kiez Markt {}", 3, "de", 27),
        ("review", "Spree Bewertungen {}", 2, "de", 12),
        ("group", "Kiez Gece {}", 1, "tr", 8),
        ("group", "Берлин свои {}", 1, "ru", 11),
        ("group", "Berlin Expats {}", 1, "en", 9),
    ),
    praise=0.13,
    warn=0.4,
    bought=0.45,
    bought_real=0.12,
    slander=0.2,
    prepay_real=0.5,
    doubt=0.35,
    alias=0.26,
    crews=2,
    keeper_ban=6,
)
HAVEN = World(
    "haven",
    "2025-11-10",
    3600,
    "nl",
    {"nl": 0.62, "fr": 0.15, "es": 0.08, "en": 0.15},
    (
        "Antwerpen",
        "Rotterdam",
        "Vlissingen",
        "Gent",
        "Breda",
        "Roosendaal",
        "Bergen op Zoom",
        "Brussel",
        "Terneuzen",
        "Goes",
    ),
    {"drugs": 0.93, "arms": 0.03, "goods": 0.04},
    190,
    0.15,
    560,
    220,
    (
        ("group", "Scheldestad {}", 3, "nl", 23),
        ("group", "Anvers Nuit {}", 1, "fr", 12),
        ("trade", "Grossiers tafel {}", 2, "nl", 5),
        ("trade", "Costa Link {}", 1, "es", 3),
        ("group", "Klussen en Ritten {}", 1, "nl", 11),
        ("group", "Port City EN {}", 1, "en", 9),
    ),
    wholesale=0.22,
    supply=0.08,
    crews=16,
    recruiters=16,
    money=7,
    praise=0.10,
    warn=0.4,
    bought=0.06,
    alias=0.32,
    ads=0.38,
)
CANAL = World(
    "canal",
    "2025-06-09",
    7200,
    "fr",
    {"fr": 0.56, "nl": 0.34, "en": 0.10},
    (
        "Bruxelles",
        "Molenbeek",
        "Anderlecht",
        "Lille",
        "Roubaix",
        "Charleroi",
        "Gent",
        "Liège",
        "Brussel",
        "Halle",
        "Tourcoing",
    ),
    {"drugs": 0.88, "goods": 0.06, "fraud": 0.03, "papers": 0.03},
    230,
    0.60,
    520,
    240,
    (
        ("group", "Brux Plug {}", 2, "fr", 27),
        ("group", "Vlaanderen Menu {}", 2, "nl", 27),
        ("citychannel", "Lille Fours {}", 2, "fr", 0),
        ("group", "Nord 59 {}", 1, "fr", 17),
        ("review", "Avis Nord {}", 1, "fr", 6),
        ("group", "Brussels EN {}", 1, "en", 8),
    ),
    praise=0.04,
    warn=0.16,
    ask=0.13,
    doubt=0.15,
    bought=0.08,
    bought_real=0.02,
    channels=0.15,
    ads=0.28,
    answer=0.6,
    demand=0.16,
    prepay_real=0.2,
    theft=0.6,
)
BAZAR = World(
    "bazar",
    "2025-11-17",
    3600,
    "nl",
    {"nl": 0.68, "de": 0.12, "en": 0.10, "tr": 0.10},
    (
        "Tilburg",
        "Eindhoven",
        "Den Bosch",
        "Venlo",
        "Breda",
        "Helmond",
        "Arnhem",
        "Nijmegen",
        "Kleve",
        "Maastricht",
    ),
    {"goods": 0.30, "fraud": 0.22, "papers": 0.16, "arms": 0.17, "drugs": 0.15},
    210,
    0.40,
    560,
    320,
    (
        ("lawful", "Marktplaats Brabant {}", 2, "nl", 34),
        ("lawful", "Koopjeshoek Limburg {}", 1, "nl", 27),
        ("group", "Ijzer en Papier {}", 1, "nl", 11),
        ("group", "F Game NL {}", 1, "nl", 12),
        ("group", "Vuurwerk Grens {}", 1, "nl", 11),
        ("group", "Grenzhandel {}", 1, "de", 11),
        ("group", "Bazaar Int {}", 1, "en", 9),
        ("review", "Legit of Niet {}", 1, "nl", 8),
        ("group", "Pazar NL {}", 1, "tr", 6),
    ),
    praise=0.13,
    warn=0.36,
    doubt=0.4,
    bought=0.18,
    bought_real=0.05,
    slander=0.1,
    prepay_real=0.4,
    crews=3,
    demand=0.16,
)
RONDE = World(
    "ronde",
    "2025-06-02",
    7200,
    "nl",
    {"en": 0.30, "ru": 0.20, "es": 0.15, "nl": 0.15, "de": 0.10, "tr": 0.10},
    (
        "Amsterdam",
        "Barcelona",
        "Málaga",
        "Berlin",
        "Den Haag",
        "Hamburg",
        "Warsaw",
        "Utrecht",
        "Valencia",
        "Istanbul",
    ),
    {"drugs": 0.78, "fraud": 0.09, "papers": 0.07, "goods": 0.04, "arms": 0.02},
    210,
    0.35,
    620,
    220,
    (
        ("group", "Euro Circle {}", 2, "en", 20),
        ("group", "Свои Европа {}", 2, "ru", 19),
        ("group", "Costa Amigos {}", 1, "es", 16),
        ("group", "Mokum Post {}", 1, "nl", 17),
        ("group", "Ost Post {}", 1, "de", 11),
        ("review", "Vouch Board {}", 1, "en", 9),
        ("group", "Avrupa TR {}", 1, "tr", 8),
    ),
    platform_ban=0.006,
    keeper_ban=4,
    alias=0.30,
    praise=0.12,
    warn=0.3,
    bought=0.15,
    prepay_real=0.55,
    crews=3,
    recruiters=5,
    money=3,
)
WORLDS = {world.name: world for world in (MAAS, SPREE, HAVEN, CANAL, BAZAR, RONDE)}
