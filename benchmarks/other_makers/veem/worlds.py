"""Six worlds, each another economy. The numbers are the examiner's own judgement of how such markets work.

`kade`: an ordinary Dutch city market: users' quantities, three towns, praise and complaints as people happen to give them. One ghost in four.
`masker`: an adapted Dutch market: ghosts buy praise, real sellers demand prepayment too (they were robbed themselves), rivals slander, customers
    defend. Half are ghosts.
`haven`: the whole chain from harbour to street (Dutch, some English and Turkish): suppliers, wholesalers, retailers, couriers, recruiters, money
    handlers, crews' own groups. Few ghosts.
`mist`: a market where hardly anybody reacts (Dutch and German): next to no praise or warnings; what tells is stock, answers, and what stands still.
    Four in ten ghosts.
`grens`: an international market: English, German, French, Spanish, Russian, Turkish, little Dutch. Post and dead drops. One in three ghosts.
`wapen`: arms, papers, fraud and fireworks with bans every day (Dutch, English, French): most are ghosts, as in such groups nearly everybody is said
    to be; accounts are short-lived.

Why these mechanisms: ghosts of four kinds exist because their gain differs. A `ripper` wants prepayment and so answers eagerly; a `copier` lives on a
real seller's name, ad and picture; a `poster` is an ad machine that wants clicks or numbers and hardly answers; a `faker` delivers something now and
then, but never what was sold. Real sellers are `steady`, `sloppy` or `hard` (prepayment from new customers). Reputation is what customers happen to
say, so it is thin for small sellers, bought for some, stolen by copiers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DRUGS = [
    "cocaine",
    "cannabis",
    "mdma",
    "ketamine",
    "amphetamine",
    "designer-drugs",
    "ghb",
    "benzodiazepines",
    "prescription-medicines",
    "lsd",
    "psilocybin",
    "crack",
    "heroin",
    "opioids",
    "methamphetamine",
    "nitrous-oxide",
    "steroids",
    "tobacco-vapes",
]
TRADE = [
    "firearms",
    "ammunition",
    "weapon-parts",
    "explosives",
    "other-weapons",
    "fireworks",
    "documents",
    "counterfeit-money",
    "payment-fraud",
    "fraud-tools",
    "personal-data",
    "accounts",
    "tobacco-vapes",
    "counterfeit-goods",
    "stolen-goods",
]
WEIGHTS = {
    "cocaine": 9.0,
    "cannabis": 9.0,
    "mdma": 6.0,
    "ketamine": 6.0,
    "designer-drugs": 4.0,
    "fireworks": 3.0,
    "firearms": 3.0,
    "documents": 3.0,
    "payment-fraud": 3.0,
}


@dataclass(frozen=True)
class World:
    """One economy."""

    name: str
    langs: dict[str, float]
    start: str
    sellers: int
    ghosts: float
    several: float
    buyers: int
    talkers: int
    goods: dict[str, float]
    towns: int = 3
    days: int = 90
    pace: float = 1.0
    praise: float = 0.3
    warn: float = 0.4
    bought: float = 0.15
    slander: float = 0.15
    prepay: float = 0.12
    answers: float = 1.0
    bans: float = 0.006
    bulk: float = 0.12
    crews: int = 3
    copies: float = 0.4
    careful: float = 0.28
    chatter: float = 1.0
    extra: dict[str, float] = field(default_factory=dict)


def stock(names: list[str]) -> dict[str, float]:
    """Goods with how usual each is."""
    return {name: WEIGHTS.get(name, 1.0) for name in names}


WORLDS = {
    world.name: world
    for world in (
        World(
            "kade",
            {"nl": 0.95, "en": 0.05},
            "2025-03-03",
            190,
            0.25,
            0.42,
            520,
            240,
            stock([*DRUGS, "fireworks", "other-weapons", "stolen-goods"]),
            careful=0.3,
        ),
        World(
            "masker",
            {"nl": 0.93, "en": 0.04, "tr": 0.03},
            "2025-06-02",
            210,
            0.5,
            0.5,
            560,
            200,
            stock(DRUGS),
            towns=4,
            bought=0.55,
            slander=0.45,
            prepay=0.45,
            warn=0.45,
            praise=0.34,
            copies=0.5,
        ),
        World(
            "haven",
            {"nl": 0.85, "en": 0.09, "tr": 0.06},
            "2025-09-01",
            180,
            0.14,
            0.45,
            440,
            180,
            stock([*DRUGS, "firearms", "documents"]),
            bulk=0.34,
            crews=14,
            prepay=0.08,
            careful=0.33,
            pace=0.85,
        ),
        World(
            "mist",
            {"nl": 0.68, "de": 0.32},
            "2025-01-13",
            230,
            0.4,
            0.38,
            520,
            150,
            stock(DRUGS),
            praise=0.12,
            warn=0.17,
            answers=0.7,
            bought=0.08,
            slander=0.03,
            chatter=0.6,
            towns=4,
        ),
        World(
            "grens",
            {"en": 0.22, "de": 0.17, "fr": 0.17, "es": 0.15, "ru": 0.14, "tr": 0.08, "nl": 0.07},
            "2025-04-07",
            240,
            0.33,
            0.48,
            600,
            260,
            stock([*DRUGS, "documents", "payment-fraud", "counterfeit-goods"]),
            towns=2,
            prepay=0.3,
            bulk=0.15,
            pace=0.85,
        ),
        World(
            "wapen",
            {"nl": 0.7, "en": 0.18, "fr": 0.12},
            "2025-10-06",
            200,
            0.62,
            0.48,
            460,
            190,
            stock(TRADE),
            prepay=0.4,
            bans=0.02,
            bought=0.3,
            slander=0.2,
            careful=0.26,
            copies=0.5,
            bulk=0.15,
        ),
    )
}
