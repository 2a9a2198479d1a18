"""Who and what there is on the first day: chats, sellers, customers, couriers, cash handlers, recruiters, keepers, praise for hire."""

from __future__ import annotations

from random import Random

from benchmarks.other_makers.kroon.core import Chat, Person, Seller
from benchmarks.other_makers.kroon.goods import assortment, make_ware, weighted
from benchmarks.other_makers.kroon.identity import customer_account, shop_name, take_id
from benchmarks.other_makers.kroon.market import Market
from benchmarks.other_makers.kroon.style import make_style
from benchmarks.other_makers.kroon.words import commodities, words
from benchmarks.other_makers.kroon.worlds import World

TITLES = {
    "nl": (
        "{} Marktplaats 🔥",
        "Handel {}",
        "{} & omstreken kopen/verkopen",
        "{} 24/7",
        "Regio {} alles te koop",
    ),
    "en": ("{} Market", "{} Plugs & Buyers", "{} connect"),
    "de": ("{} Markt", "{} Kontakte 🔥", "Rund um {}"),
    "fr": ("{} Plan", "{} bons plans 🔌", "Quartier {}"),
    "es": ("{} Mercado", "Contactos {}"),
    "ru": ("{} чат", "{} Маркет"),
    "tr": ("{} Piyasa", "{} alım satım"),
}


def person(market: Market, lang: str, formal: float = 0.0) -> Person:
    """Somebody new."""
    rng = market.rng
    who = Person(
        len(market.people) + 1,
        lang,
        rng.choice(market.towns[lang]),
        make_style(rng, lang, formal),
        rng.choice((13.0, 16.0, 19.0, 20.5, 22.0, 23.5)),
        rng.uniform(2.0, 4.5),
    )
    who.chatty = rng.lognormvariate(-0.3, 0.9)
    market.people.append(who)
    settle(market, who)
    return who


def settle(market: Market, who: Person) -> None:
    """Choose the groups in which somebody is at home: the own town first, then others of the language, then any."""
    rng = market.rng
    groups = [c for c in market.chats if "market" in c.tags]
    own = [c for c in groups if who.city in c.tags]
    own.sort(key=lambda c: c.lang != who.lang)
    tongue = [c for c in groups if c.lang == who.lang and c not in own]
    rng.shuffle(tongue)
    rest = [c for c in groups if c.lang in ("nl", "en") and c not in own and c not in tongue]
    market.homes[who.pid] = (own + tongue[: rng.randint(0, 3)] or rest[:2] or groups[:1])[:4]


def chat(market: Market, name: str, kind: str, lang: str, tags: list[str]) -> Chat:
    """One more chat; its folder is named as Telegram Desktop does when many are exported."""
    number = len(market.chats) + 1
    cid = int(take_id(market.rng, market.used, "channel")[7:])
    out = Chat(cid, name, kind, f"chat_{number:03d}", lang, tags)
    market.chats.append(out)
    return out


def make_chats(market: Market) -> None:
    """Town groups by language, one general group and a group for experiences."""
    rng, world = market.rng, market.world
    main = max(world.langs, key=lambda k: world.langs[k])
    for lang in sorted(world.langs, key=lambda k: -world.langs[k]):
        pool = list(words("names", f"town_{lang}"))
        share = world.langs[lang] / sum(world.langs.values())
        if lang != main and world.langs[main] > 70:
            market.towns[lang] = market.towns[main]
            if share > 0.1:
                chat(
                    market,
                    f"Expats {market.towns[main][0]} 🌍",
                    "public_supergroup",
                    lang,
                    ["market", "talk", market.towns[main][0]],
                )
            continue
        count = max(1, min(world.cities + 1, round(world.cities * 2 * share))) if share > 0.05 else 1
        market.towns[lang] = rng.sample(pool, count)
        for town in market.towns[lang]:
            chat(
                market,
                rng.choice(TITLES[lang]).format(town),
                "public_supergroup",
                lang,
                ["market", "talk", town],
            )
    names = {
        "nl": ("Nederland Handel 🇳🇱", "Ervaringen & scammers"),
        "de": ("Europa Handel 🇪🇺", "Reviews & Scammer"),
    }[main]
    chat(market, names[0], "public_supergroup", main, ["market", "talk", "wide"])
    chat(market, names[1], "public_supergroup", main, ["vouch", "talk"])


def make_seller(market: Market, ghost: str, start: float) -> Seller:
    """One seller with what it is and will do; drawn from broad, overlapping ranges."""
    rng, world = market.rng, market.world
    lang = weighted(rng, world.langs)
    crew = [person(market, lang, rng.uniform(0.2, 1.0))]
    if rng.random() < 0.25:
        crew.append(person(market, lang, rng.uniform(0.0, 1.0)))
    bulk = rng.random() < world.bulk
    wares = [make_ware(rng, c, lang, bulk) for c in assortment(rng, world, bulk)]
    drugs = wares[0].commodity in commodities()[:17]
    trade = "goods" if not drugs else "bulk" if bulk else "street"
    level = "retailer" if not bulk else ("supplier" if rng.random() < 0.35 else "wholesaler")
    name = shop_name(rng, lang)
    seller = Seller(
        f"S{len(market.sellers) + 1:03d}",
        ghost,
        level,
        trade,
        crew,
        wares,
        rng.randrange(10**6),
        1.0,
        0.5,
        0.9,
        False,
        1.0,
        1.0,
        0.5,
        0.0,
        0.0,
        0.0,
        False,
        start,
        999.0,
        name,
    )
    manners(rng, world, seller)
    for who in crew:
        who.seller = seller
        who.roles = [level]
    market.sellers.append(seller)
    return seller


def manners(rng: Random, world: World, seller: Seller) -> None:
    """The temper of a seller: rates and chances, by what it is behind the ads."""
    ghost = seller.ghost
    seller.pull = rng.lognormvariate(0.0, 0.8) * (0.6 if ghost in ("silent", "bot") else 1.0)
    seller.rate = world.ads * rng.lognormvariate(0.0, 0.7) * {"bot": 2.4, "silent": 0.9}.get(ghost, 1.0)
    low, high = {
        "": (2.8, 1.9),
        "silent": (0.7, 5.0),
        "prepay": (3.6, 1.6),
        "bot": (0.4, 9.0),
        "copycat": (2.4, 2.4),
        "fakes": (3.0, 2.0),
    }[ghost]
    seller.answers = rng.betavariate(low, high)
    seller.reliable = {
        "": rng.betavariate(9, 1.6),
        "prepay": rng.uniform(0.0, 0.3),
        "fakes": rng.uniform(0.12, 0.45),
    }.get(ghost, 0.03)
    ask_first = {"": world.prepay, "prepay": 0.75, "copycat": 0.5, "silent": 0.15, "bot": 0.3, "fakes": 0.2}[
        ghost
    ]
    seller.prepay = rng.random() < ask_first
    seller.lively = (
        world.lively
        * rng.lognormvariate(-0.2, 0.7)
        * {"": 1.0, "silent": 0.25, "bot": 0.2, "prepay": 0.5, "copycat": 0.5, "fakes": 0.7}[ghost]
    )
    seller.caution = min(
        1.0, max(0.0, rng.gauss(world.caution + (0.12 if ghost in ("prepay", "copycat") else 0.0), 0.28))
    )
    buys = {"": 0.12, "prepay": 0.45, "copycat": 0.25, "fakes": 0.35, "silent": 0.05, "bot": 0.15}[ghost]
    seller.buys_praise = world.bought * rng.uniform(1, 4) if rng.random() < buys else 0.0
    seller.slanders = world.slander * rng.uniform(1, 4) if rng.random() < 0.25 else 0.0
    seller.photo_rate = rng.choice((0.0, 0.05, 0.15, 0.3, 0.5))
    seller.clock = rng.random() < (0.75 if ghost == "bot" else 0.2)
    seller.second = rng.random()
    seller.recruits = (
        rng.uniform(0.04, 0.15) if rng.random() < (0.25 if seller.level != "retailer" else 0.08) else 0.0
    )
    seller.announces = 0.5 if not ghost else 0.2
    stay = rng.lognormvariate(4.3, 0.6)
    seller.end = seller.start + (stay if not ghost else stay * 0.75)


def make_sellers(market: Market) -> None:
    """All sellers of the season; half are there from the start, the rest come along."""
    rng, world = market.rng, market.world
    ghosts = round(world.sellers * world.ghosts)
    kinds = [weighted(rng, world.kinds) for _ in range(ghosts)] + [""] * (world.sellers - ghosts)
    rng.shuffle(kinds)
    for ghost in kinds:
        start = 0.0 if rng.random() < 0.5 else rng.uniform(1, world.days * 0.8)
        if ghost == "copycat":
            start = rng.uniform(8, world.days * 0.8)
        make_seller(market, ghost, start)


def make_others(market: Market) -> None:
    """Customers and the service people round the trade, each with an account."""
    rng, world = market.rng, market.world
    groups = (
        (market.customers, world.customers, "customer"),
        (market.vouchers, max(6, world.sellers // 9), "voucher"),
        (market.couriers, world.couriers, "courier"),
        (market.cashiers, world.money, "money-handler"),
        (market.recruiters, world.recruiters, "recruiter"),
    )
    for group, count, role in groups:
        for _ in range(count):
            who = person(market, weighted(rng, world.langs))
            who.roles = [role]
            who.start = 0.0 if rng.random() < 0.6 else rng.uniform(0, world.days * 0.85)
            who.end = who.start + rng.lognormvariate(4.2, 0.8)
            customer_account(rng, who, market.used, who.start * 1440)
            who.accounts[0].nameless = rng.random() < 0.04
            group.append(who)
    tastes(market)
    make_keepers(market)


def tastes(market: Market) -> None:
    """What each customer is after; wants follow what is for sale."""
    rng = market.rng
    have = [w.commodity for s in market.sellers for w in s.wares]
    for who in market.customers:
        who.tastes = [rng.choice(have) for _ in range(rng.randint(1, 3))]
        if rng.random() < 0.05:
            who.roles.append("voucher")
            who.chatty *= 2.5


def make_keepers(market: Market) -> None:
    """Each group is run by somebody; one keeper may run more groups."""
    rng = market.rng
    for group in market.chats:
        same = [k for k in market.keepers if k.lang == group.lang]
        if same and rng.random() < 0.4:
            who = rng.choice(same)
        else:
            who = person(market, group.lang, 0.5)
            who.roles = ["group-keeper"]
            account = customer_account(rng, who, market.used, 0.0)
            account.name = rng.choice(("Admin", "Beheer", "Mod", "Staff", "👮 Admin", "Boss")) + rng.choice(
                ("", " 1", " M", f" {who.city}")
            )
            market.keepers.append(who)
        group.keeper = who.accounts[0]
        market.homes[who.pid] = [group, *[c for c in market.homes[who.pid] if c is not group]]
