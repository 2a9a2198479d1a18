"""Six small economies. One set of mechanisms, six settings; each is a market as it is met and not a harder or easier copy of another.

polder    An ordinary Dutch city market: many retailers, cash at the door, buyers who talk. Three sellers in ten are ghosts, mostly
          prepayment fraud and people who never answer.
dijk      An adapted market. Praise is for sale and both kinds buy it, rivals slander, two in five real sellers ask prepayment because
          couriers get robbed, and keepers ban in sweeps: many new accounts.
haven     A logistic chain: suppliers land lots, wholesalers split them in closed chats, crews with a dispatcher and couriers sell; money
          handlers, recruiters, paid and honest vouchers. Few ghosts, as trade is among people who know each other; some sit with the wholesalers.
stil      A quiet market of the north and east and of German speakers: buyers use private messages, hardly anybody praises, warns or asks;
          what is left is how somebody advertises.
grens     International, largely not Dutch: German, English, French, Spanish, Russian and Turkish groups, post and dead drops, wholesalers.
smederij  Arms, papers, payment fraud, data, stolen and copied goods: most advertisers are ghosts, copying is a business, half of the real
          ones want money first, praise is bought and bans are many.

Reasons for the numbers. No base rate of ghosts is published, so the worlds differ, from .13 to .60. Somebody who advertises does so about
once a day in one to three groups, ghosts rather more often as they earn per victim. A tenth or so of deals shows in public. Bans, sweeps
and fear end an account after weeks to months; most of the notes app goes to the next one, a phone number or name less often. Wholesale
wants few buyers and closed doors; so suppliers post little, in closed chats, in tens of the largest lots.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DRUGS = {
    "cocaine": 10,
    "crack": 2,
    "heroin": 1.5,
    "opioids": 2.5,
    "amphetamine": 4,
    "methamphetamine": 1.5,
    "mdma": 6,
    "ketamine": 5,
    "ghb": 2,
    "lsd": 2,
    "psilocybin": 2,
    "designer-drugs": 6,
    "cannabis": 10,
    "benzodiazepines": 4,
    "prescription-medicines": 3.5,
    "nitrous-oxide": 2,
    "steroids": 1,
}
SIDE = {
    "tobacco-vapes": 2,
    "fireworks": 2,
    "counterfeit-goods": 1,
    "stolen-goods": 1,
    "other-weapons": 0.4,
    "documents": 0.4,
    "accounts": 0.4,
}
HARD = {
    "firearms": 4,
    "ammunition": 2,
    "weapon-parts": 2,
    "explosives": 1,
    "other-weapons": 3,
    "documents": 6,
    "counterfeit-money": 4,
    "payment-fraud": 6,
    "fraud-tools": 4,
    "personal-data": 4,
    "accounts": 5,
    "stolen-goods": 4,
    "counterfeit-goods": 4,
    "tobacco-vapes": 3,
    "fireworks": 3,
    "cocaine": 0.6,
    "cannabis": 0.6,
    "steroids": 0.6,
}


@dataclass(frozen=True)
class World:
    """The settings of an economy. Shares are chances per person or event; rates are per day."""

    name: str
    year: tuple[int, int, int]
    langs: dict[str, float]
    regions: tuple[str, ...]
    goods: dict[str, float]
    sellers: int
    ghost: float
    customers: int
    models: dict[str, float]
    groups: int
    react: float = 0.16
    asks: float = 0.4
    bought: float = 0.12
    slander: float = 0.01
    real_prepay: float = 0.15
    strict: float = 0.3
    hazard: float = 0.005
    post_rate: float = 1.0
    threads: float = 2.2
    crews: float = 0.1
    wholesalers: int = 4
    suppliers: int = 0
    recruiters: int = 4
    money: int = 2
    vouchers: int = 4
    answers: float = 1.0
    channels: float = 0.12
    imitate: float = 0.35
    sweep: int = 0
    days: int = 90
    extra: dict[str, float] = field(default_factory=dict)


COMMON = {"prepay": 5.0, "fake": 2.0, "phish": 1.0, "repost": 1.5, "lazy": 2.5}
WORLDS = {
    "polder": World(
        "polder",
        (2026, 4, 6),
        {"nl": 0.93, "en": 0.04, "tr": 0.03},
        ("randstad", "zuid", "oost"),
        DRUGS | SIDE,
        190,
        0.3,
        620,
        COMMON,
        6,
        react=0.12,
        crews=0.12,
        real_prepay=0.3,
        post_rate=0.62,
    ),
    "dijk": World(
        "dijk",
        (2026, 5, 4),
        {"nl": 0.9, "en": 0.05, "fr": 0.05},
        ("randstad", "zuid", "vlaanderen"),
        DRUGS | SIDE,
        200,
        0.48,
        640,
        {"prepay": 5.0, "fake": 3.0, "phish": 1.5, "repost": 1.5, "lazy": 1.0},
        6,
        post_rate=0.75,
        bought=0.5,
        slander=0.08,
        real_prepay=0.4,
        strict=0.75,
        hazard=0.008,
        vouchers=12,
        react=0.15,
        sweep=24,
        crews=0.08,
    ),
    "haven": World(
        "haven",
        (2026, 4, 20),
        {"nl": 0.72, "en": 0.1, "es": 0.08, "fr": 0.1},
        ("randstad", "zuid", "vlaanderen"),
        DRUGS | {"tobacco-vapes": 1.5, "firearms": 0.6},
        180,
        0.13,
        560,
        {"prepay": 4.0, "fake": 3.0, "phish": 0.5, "repost": 1.0, "lazy": 2.0},
        5,
        post_rate=0.62,
        crews=0.2,
        wholesalers=18,
        suppliers=7,
        recruiters=12,
        money=8,
        vouchers=8,
        hazard=0.006,
        asks=0.3,
        react=0.19,
    ),
    "stil": World(
        "stil",
        (2026, 6, 1),
        {"nl": 0.7, "de": 0.25, "tr": 0.05},
        ("noord", "oost"),
        DRUGS | SIDE,
        210,
        0.4,
        420,
        {"prepay": 4.0, "fake": 1.0, "phish": 1.0, "repost": 2.5, "lazy": 4.0},
        6,
        react=0.06,
        asks=0.14,
        bought=0.05,
        slander=0.002,
        threads=0.8,
        answers=0.5,
        post_rate=0.95,
        vouchers=2,
        hazard=0.006,
        crews=0.06,
        real_prepay=0.2,
    ),
    "grens": World(
        "grens",
        (2026, 5, 18),
        {"de": 0.2, "en": 0.17, "fr": 0.16, "es": 0.13, "ru": 0.15, "tr": 0.1, "nl": 0.09},
        ("randstad", "zuid"),
        DRUGS | SIDE,
        230,
        0.36,
        700,
        {"prepay": 5.0, "fake": 2.0, "phish": 1.0, "repost": 2.0, "lazy": 2.0},
        9,
        post_rate=0.55,
        real_prepay=0.3,
        wholesalers=12,
        suppliers=4,
        money=5,
        recruiters=8,
        vouchers=8,
        hazard=0.006,
        threads=1.5,
        crews=0.14,
    ),
    "smederij": World(
        "smederij",
        (2026, 6, 15),
        {"nl": 0.7, "en": 0.14, "de": 0.08, "ru": 0.05, "fr": 0.03},
        ("randstad", "zuid", "oost", "vlaanderen"),
        HARD,
        220,
        0.6,
        520,
        {"prepay": 5.0, "fake": 2.5, "phish": 2.0, "repost": 2.5, "lazy": 1.5},
        6,
        post_rate=0.75,
        bought=0.25,
        slander=0.02,
        real_prepay=0.5,
        strict=0.6,
        hazard=0.008,
        wholesalers=8,
        suppliers=3,
        recruiters=8,
        money=4,
        vouchers=9,
        imitate=0.5,
        sweep=30,
        react=0.17,
        crews=0.05,
    ),
}
