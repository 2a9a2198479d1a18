"""Six markets. The numbers are an examiner's own assumptions about such groups and about the people who buy in them; none is a measurement.

What I hold to be true, and what the mechanisms rest on:

* Shame is the rule. Of the people who lose money few say so in public, fewer with a name; most just leave. Praise is rarer still unless it is asked for.
* A real business has a body: it runs out, it has a courier who is ill, it closes when there is police about, and when it vanishes people ask where it went.
  A ghost has no body, but some ghosts play one ("sold out"), and some real sellers show none because a posting bot speaks for them.
* A ghost hunts. He answers every question at any hour, for he has nothing else to do. Some real sellers hunt as well.
* Photos and price lists travel down the chain of supply. A shared photo says "same wholesaler" as often as "same seller".
* Phone lines are sold with their customers; wallets belong to the money man. Both join people who are not one seller.
* Bans hit the loud, not the bad. A ban makes a new account; a lazy man brings all his signs along, a careful one next to nothing.

The worlds:

markthal    An ordinary Dutch city market with a bit of everything; keepers who do their work; about a quarter ghosts.
klatergoud  An adapted market: praise is bought from farms by ghosts and by real sellers, rivals slander, real sellers want money first, badges are for sale.
pakhuis     The whole chain in view: import, wholesale, street, couriers, counting, recruiting, in crews' own groups; few ghosts (deposit swindlers in bulk).
fluister    Nobody reacts much. Hardly praise, hardly warnings; what shows is stock, opening, answers and absence. Much posting by bots, post orders.
vijfhoek    International, largely not Dutch: German, French, English, Spanish, Russian, Turkish towns; voucher swindlers everywhere; over half ghosts.
draaideur   Arms, papers, fraud, smokes and fireworks; ban waves throw everybody out each few weeks; most "sellers" have nothing.
"""

from dataclasses import dataclass, field

DRUGS = {
    "cocaine": 10, "crack": 2, "heroin": 2, "opioids": 3, "amphetamine": 5, "methamphetamine": 2, "mdma": 7, "ketamine": 6, "ghb": 3, "lsd": 3,
    "psilocybin": 3, "designer-drugs": 7, "cannabis": 11, "benzodiazepines": 4, "prescription-medicines": 4, "nitrous-oxide": 3, "steroids": 2,
    "tobacco-vapes": 3, "cigarettes": 2, "fireworks": 2, "counterfeit-goods": 1, "stolen-goods": 1, "firearms": 0.5, "other-weapons": 0.6,
    "documents": 0.5, "counterfeit-money": 0.5, "accounts": 0.4,
}  # fmt: skip
HARD = {
    "firearms": 7, "ammunition": 5, "weapon-parts": 5, "explosives": 4, "other-weapons": 5, "documents": 9, "counterfeit-money": 7, "payment-fraud": 9,
    "fraud-tools": 6, "personal-data": 7, "accounts": 7, "tobacco-vapes": 4, "cigarettes": 4, "fireworks": 8, "counterfeit-goods": 4, "stolen-goods": 5,
    "cannabis": 2, "cocaine": 2, "prescription-medicines": 1,
}  # fmt: skip


@dataclass(frozen=True)
class World:
    """The knobs of one market; rates are per day, chances per event."""

    key: str
    towns: tuple[str, ...]
    goods: dict[str, float]
    sellers: int
    ghosts: float
    start: str
    offset: int = 1
    days: int = 90
    customers: int = 420
    idlers: int = 130
    locals: float = 0.85
    side: tuple[str, ...] = ("en",)
    ad_rate: float = 0.85
    bulk: float = 0.12
    praise: float = 0.09
    warn: float = 0.32
    bought: float = 0.12
    bought_real: float = 0.03
    farm: int = 24
    slander: float = 0.1
    advance_real: float = 0.12
    advance_ghost: float = 0.6
    answer_real: float = 0.5
    answer_ghost: float = 0.4
    hunt_real: float = 0.25
    hunt_ghost: float = 0.5
    mimic: float = 0.35
    talk: float = 0.3
    ban: float = 0.003
    waves: tuple[int, ...] = ()
    wave: float = 0.0
    rebrand: float = 0.5
    parallel: float = 0.16
    channel: float = 0.18
    lazy: tuple[float, float] = (2.2, 1.5)
    thief: float = 0.2
    copycat: float = 0.15
    badge_sale: float = 0.0
    vetting: float = 0.6
    crews: int = 8
    line_sales: int = 3
    shared_wallets: int = 3
    ad_writers: int = 1
    bots: float = 0.15
    chatter: float = 22.0
    asks: float = 0.5
    under_ads: float = 0.12
    turnover: float = 0.3
    kinds: dict[str, float] = field(
        default_factory=lambda: {"prepay": 5, "fake": 2, "silent": 2, "robber": 1, "harvest": 1}
    )
    new_year: int = -1


WORLDS = {
    "markthal": World(
        "markthal", ("rotterdam", "utrecht", "denhaag", "breda", "tilburg"), DRUGS, 220, 0.27, "2025-11-03", ad_rate=0.8, lazy=(1.8, 1.8),
        side=("en", "tr", "de", "nl", "es"), new_year=58,
    ),
    "klatergoud": World(
        "klatergoud", ("amsterdam", "almere", "denbosch", "eindhoven", "antwerpen"), DRUGS, 230, 0.42, "2025-03-03", ad_rate=0.72,
        side=("en", "fr", "nl", "ru"), praise=0.1, warn=0.34, bought=0.5, bought_real=0.3, farm=46, slander=0.45, advance_real=0.4, advance_ghost=0.6,
        badge_sale=0.5, vetting=0.35, thief=0.25, copycat=0.25, ad_writers=3, rebrand=0.6, hunt_real=0.35, mimic=0.45,
    ),
    "pakhuis": World(
        "pakhuis", ("rotterdam", "vlissingen", "antwerpen", "malaga", "duisburg", "lille"), DRUGS, 240, 0.15, "2025-09-01", offset=2, locals=0.75,
        side=("nl", "en", "tr", "es", "fr"), bulk=0.38, warn=0.38, ad_rate=0.64, lazy=(1.8, 1.9), crews=26, customers=380, line_sales=7,
        shared_wallets=7, channel=0.22, chatter=17, kinds={"prepay": 6, "fake": 3, "silent": 1, "robber": 3, "harvest": 0.5},
    ),
    "fluister": World(
        "fluister", ("groningen", "zwolle", "leeuwarden", "enschede", "muenster"), DRUGS, 200, 0.36, "2025-01-06", side=("de", "en", "nl", "ru"),
        praise=0.045, warn=0.22, under_ads=0.09, chatter=16, bots=0.4, ad_rate=1.15, answer_real=0.4, answer_ghost=0.33, talk=0.35, vetting=0.3,
        lazy=(1.6, 1.9), customers=400, asks=0.45, crews=4, bought=0.08, slander=0.04,
    ),
    "vijfhoek": World(
        "vijfhoek", ("berlin", "koeln", "paris", "marseille", "london", "manchester", "malaga", "moskva", "piter", "istanbul", "izmir", "maastricht"),
        DRUGS, 290, 0.55, "2025-05-05", ad_rate=0.62, lazy=(1.9, 1.8), offset=2, locals=0.86, side=("en", "en", "nl", "tr", "ru", "fr"),
        customers=430, advance_ghost=0.7, advance_real=0.25, warn=0.27, thief=0.24, ban=0.004, bought=0.34, bought_real=0.08, mimic=0.45, channel=0.18,
        praise=0.075, crews=9, kinds={"prepay": 8, "fake": 2, "silent": 1.5, "robber": 0.7, "harvest": 1.2},
    ),
    "draaideur": World(
        "draaideur", ("amsterdam", "rotterdam", "arnhem", "nijmegen", "bruxelles", "hamburg"), HARD, 260, 0.63, "2025-10-06", offset=1, locals=0.78,
        side=("en", "fr", "nl", "ru", "de", "tr"), ban=0.005, parallel=0.1, channel=0.13, waves=(19, 43, 68), wave=0.13, advance_real=0.3,
        advance_ghost=0.7, rebrand=0.55, praise=0.11, warn=0.33, thief=0.25, mimic=0.5, bulk=0.15, asks=0.6, crews=6, customers=380, turnover=0.4,
        bought=0.3, answer_ghost=0.48, lazy=(2.0, 1.55), new_year=86, kinds={"prepay": 8, "fake": 3, "silent": 2, "robber": 2, "harvest": 3},
    ),
}  # fmt: skip
