"""Six worlds, each another economy.

stad   An ordinary Dutch city market. Drugs in user amounts, a few traders; customers talk freely, keepers ban on complaint. Share of ghosts .32.
kelder An adapted market. Everybody knows that praise and warnings are read: ghosts and some real sellers buy praise, rivals slander, and half of
       the real sellers want money first because of robberies and no-shows. Share .45.
haven  A full chain. Supplier, wholesalers, street crews with couriers, cash handlers, recruiters; private line groups where partijen are divided. Share .14.
stil   Nobody reacts. Ad walls and many small channels; of a hundred deals two or three leave a word. What tells is how a seller keeps shop. Share .38.
grens  An international market: German, French, Spanish, Russian, Turkish, English; post and dead drops. Share .5.
ijzer  Arms, papers, fraud, goods. Most of it is bait; the platform bans hard, so accounts last weeks and everybody has several. Share .62.

Reasons for the numbers: on real platforms most of the shouting comes from few accounts (Pareto rates), one customer in eight or ten ever writes of
a deal, a victim writes two or three times as often as a content buyer, and shame or fear keeps most victims quiet, above all in arms.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DRUGS = (
    "cocaine",
    "cannabis",
    "mdma",
    "amphetamine",
    "ketamine",
    "designer-drugs",
    "benzodiazepines",
    "prescription-medicines",
    "ghb",
    "lsd",
    "psilocybin",
    "opioids",
    "heroin",
    "crack",
    "methamphetamine",
    "nitrous-oxide",
    "steroids",
)
DRUG_WEIGHTS = (22, 24, 14, 9, 9, 10, 6, 5, 3, 3, 3, 4, 2, 3, 2, 5, 3)
OTHER = (
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
)
OTHER_WEIGHTS = (8, 5, 3, 2, 6, 9, 10, 8, 11, 6, 6, 7, 8, 5, 5)


@dataclass(frozen=True)
class Spec:
    """The dials of one economy. Rates are per day, the rest are chances or shares."""

    name: str
    langs: dict[str, float]
    sellers: int
    ghosts: float
    start: str
    other_share: float
    customers: int = 330
    talkers: int = 110
    groups: int = 6
    channels: int = 4
    ad_rate: float = 0.62
    react: float = 1.0
    bought: float = 0.12
    bought_real: float = 0.06
    slander: float = 0.05
    prepay_real: float = 0.15
    ban: float = 0.006
    keeper_zeal: float = 0.45
    more_accounts: float = 0.45
    careful: float = 0.22
    bulk: float = 0.14
    staff: int = 1
    lines: int = 0
    chatter: float = 60.0
    smart: float = 0.22
    days: int = 90
    extra: dict[str, float] = field(default_factory=dict)


WORLDS: dict[str, Spec] = {
    w.name: w
    for w in (
        Spec(
            "stad",
            {"nl": 0.86, "en": 0.1, "tr": 0.04},
            210,
            0.32,
            "2025-11-03",
            0.12,
            smart=0.42,
            bought=0.2,
            react=0.85,
            careful=0.2,
        ),
        Spec(
            "kelder",
            {"nl": 0.8, "en": 0.16, "de": 0.04},
            220,
            0.45,
            "2025-10-27",
            0.1,
            react=0.85,
            bought=0.55,
            bought_real=0.3,
            slander=0.28,
            prepay_real=0.5,
            smart=0.25,
            careful=0.28,
            customers=380,
        ),
        Spec(
            "haven",
            {"nl": 0.76, "en": 0.14, "es": 0.1},
            190,
            0.14,
            "2025-11-10",
            0.06,
            bulk=0.38,
            staff=3,
            lines=7,
            react=0.95,
            chatter=55.0,
            smart=0.3,
            bought=0.3,
        ),
        Spec(
            "stil",
            {"nl": 0.74, "de": 0.14, "en": 0.12},
            260,
            0.38,
            "2025-11-01",
            0.2,
            react=0.16,
            chatter=18.0,
            channels=26,
            groups=5,
            customers=260,
            smart=0.2,
            keeper_zeal=0.2,
            ad_rate=0.74,
        ),
        Spec(
            "grens",
            {"de": 0.26, "fr": 0.22, "es": 0.15, "ru": 0.16, "tr": 0.08, "en": 0.13},
            240,
            0.5,
            "2025-10-30",
            0.24,
            groups=9,
            channels=6,
            react=1.0,
            prepay_real=0.35,
            bulk=0.2,
            chatter=70.0,
            customers=420,
        ),
        Spec(
            "ijzer",
            {"nl": 0.5, "en": 0.2, "de": 0.12, "fr": 0.1, "ru": 0.08},
            230,
            0.62,
            "2025-11-05",
            0.93,
            groups=8,
            ban=0.011,
            keeper_zeal=0.6,
            prepay_real=0.3,
            react=0.9,
            bought=0.3,
            more_accounts=0.45,
            ad_rate=0.66,
            careful=0.15,
            customers=360,
        ),
    )
}
