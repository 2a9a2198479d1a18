"""Six made-up markets with different economies.

keten     A full logistic chain, Dutch with some English and Turkish: importers sell blocks to wholesalers, wholesalers to shops, shops keep couriers;
          cash handlers move the takings, recruiters look for drivers. Much of it shows in small crew groups. Ghosts are a quarter: trade knows itself.
papier    Papers, fraud and arms, in Dutch, English, French and German. Half of the sellers are ghosts (papers and guns are mostly bait: asking money first is
          easy, going to the police is not), prepayment is usual also with real sellers, praise is for sale.
wederkeer Most accounts die within weeks; who does not give up comes back under another name with old customers, some of the photos and a half changed price
          list. Ghosts (a third) vanish in the same way, so a short life says nothing.
spook     Two in three are ghosts of several kinds: those who never answer, prepay cheats, fake goods, posting robots, copycats of the real sellers.
          Customers are sour and warn quickly, also against honest sellers; rivals slander.
stil      A quiet market: ads go round, hardly anybody praises or warns, talk is thin. What is left are answers, sold-out news and changing prices.
vreemd    German, French, English, Spanish, Russian and Turkish with a little Dutch: own towns, own words, dead drops in the Russian part.

Why these numbers. Ads fill such groups, most of them letter-for-letter repeats. Praise is rarer than deals, warnings are likelier after a loss
than praise after a good deal, but most losers are silent out of shame. One seller account in eight shows as deleted after its end.
All figures are choices, not measurements.
"""

from __future__ import annotations

from dataclasses import dataclass, field

STREET = {
    "cocaine": 9,
    "crack": 1.5,
    "heroin": 1,
    "opioids": 1.5,
    "amphetamine": 4,
    "methamphetamine": 0.7,
    "mdma": 6,
    "ketamine": 6,
    "ghb": 2,
    "lsd": 1.5,
    "psilocybin": 1.2,
    "designer-drugs": 5,
    "cannabis": 10,
    "benzodiazepines": 4,
    "prescription-medicines": 4,
    "nitrous-oxide": 2,
    "steroids": 1.2,
}
OTHER = {
    "firearms": 1,
    "ammunition": 0.6,
    "weapon-parts": 0.6,
    "explosives": 0.4,
    "other-weapons": 1,
    "fireworks": 2.5,
    "documents": 1.5,
    "counterfeit-money": 1.2,
    "payment-fraud": 1.2,
    "fraud-tools": 0.8,
    "personal-data": 0.8,
    "accounts": 1.2,
    "tobacco-vapes": 2.5,
    "counterfeit-goods": 1.5,
    "stolen-goods": 1.5,
}
PAPER = {
    "firearms": 4,
    "ammunition": 2,
    "weapon-parts": 2,
    "explosives": 1.2,
    "other-weapons": 2,
    "fireworks": 1,
    "documents": 7,
    "counterfeit-money": 5,
    "payment-fraud": 6,
    "fraud-tools": 4,
    "personal-data": 4,
    "accounts": 5,
    "counterfeit-goods": 2,
    "stolen-goods": 2,
    "tobacco-vapes": 1,
}


@dataclass(frozen=True)
class World:
    """The dials of one market; rates are per day, shares between 0 and 1."""

    name: str
    langs: dict[str, float]
    sellers: int
    customers: int
    ghosts: float
    kinds: dict[str, float]
    street: float
    goods: dict[str, float] = field(default_factory=lambda: OTHER)
    bulk: float = 0.15
    days: int = 90
    ads: float = 0.8
    ban: float = 0.01
    returns: float = 0.9
    second: float = 0.25
    caution: float = 0.45
    prepay: float = 0.12
    buying: float = 0.10
    asking: float = 0.3
    praise: float = 0.22
    warn: float = 0.3
    bought: float = 0.03
    slander: float = 0.01
    chatter: float = 60.0
    crews: int = 4
    couriers: int = 8
    money: int = 5
    recruiters: int = 4
    cities: int = 5
    lively: float = 1.0


KINDS = {"silent": 3, "prepay": 4, "bot": 1.5, "copycat": 1.2, "fakes": 1.5}

WORLDS: dict[str, World] = {
    world.name: world
    for world in (
        World(
            "keten",
            {"nl": 82, "en": 12, "tr": 6},
            210,
            700,
            0.25,
            KINDS,
            0.9,
            bulk=0.38,
            ads=0.75,
            crews=14,
            couriers=30,
            money=16,
            recruiters=12,
            chatter=50,
            ban=0.010,
            prepay=0.08,
        ),
        World(
            "papier",
            {"nl": 46, "en": 26, "fr": 14, "de": 14},
            240,
            560,
            0.5,
            {"prepay": 6, "silent": 2, "bot": 2, "copycat": 1.5, "fakes": 1.5},
            0.08,
            goods=PAPER,
            bulk=0.12,
            ads=0.75,
            prepay=0.45,
            bought=0.05,
            slander=0.015,
            crews=3,
            couriers=3,
            money=10,
            recruiters=9,
            chatter=50,
            praise=0.3,
            ban=0.012,
        ),
        World(
            "wederkeer",
            {"nl": 92, "en": 8},
            170,
            750,
            0.32,
            KINDS,
            0.85,
            ban=0.036,
            returns=0.6,
            second=0.2,
            caution=0.34,
            ads=1.05,
            praise=0.19,
            bought=0.05,
            chatter=60,
            crews=4,
        ),
        World(
            "spook",
            {"nl": 88, "en": 12},
            260,
            700,
            0.62,
            {"silent": 4, "prepay": 4, "bot": 2, "copycat": 2.5, "fakes": 2},
            0.8,
            ads=0.75,
            warn=0.32,
            slander=0.02,
            bought=0.05,
            prepay=0.2,
            chatter=45,
            crews=3,
        ),
        World(
            "stil",
            {"nl": 90, "en": 6, "de": 4},
            180,
            600,
            0.22,
            {"silent": 4, "prepay": 4, "bot": 1.5, "fakes": 1},
            0.85,
            ads=1.2,
            praise=0.08,
            warn=0.14,
            buying=0.09,
            asking=0.28,
            chatter=20,
            crews=2,
            bought=0.008,
            slander=0.003,
        ),
        World(
            "vreemd",
            {"de": 25, "fr": 21, "en": 18, "es": 12, "ru": 14, "tr": 7, "nl": 3},
            230,
            800,
            0.38,
            KINDS,
            0.8,
            ads=0.75,
            cities=4,
            chatter=60,
            crews=6,
            couriers=10,
            money=7,
            prepay=0.2,
        ),
    )
}
