"""Who there is on the first day: groups and keepers, sellers real and not, customers, idlers, a farm of bought accounts."""

import copy
import random

from .adwriter import copy_style
from .goods import shelf, stock_up
from .identity import first_account, next_account, open_channel
from .lexicon import table
from .market import Market, load_towns
from .names import Names
from .people import Account, Chat, Customer, Seller, Signs, Town
from .voice import new_voice
from .worlds import World


def build(world: World, seed: int) -> Market:
    """Put a world on the stage."""
    rng = random.Random(f"{world.key}:{seed}")
    market = Market(world, rng, Names(rng), load_towns(world.towns))
    found_groups(market)
    ghosts = round(world.sellers * world.ghosts)
    levels(market, world.sellers - ghosts)
    for _ in range(ghosts):
        market.sellers.append(new_ghost(market))
    chains(market)
    for seller in market.sellers:
        start_trade(market, seller)
    share_things(market)
    rng.shuffle(market.sellers)
    for number, seller in enumerate(market.sellers, 1):
        seller.key = f"{world.key[:2]}{number:04d}"
    people(market)
    market.day = 0
    return market


def plain_account(market: Market, lang: str, born: int = 0, kind: str = "aged") -> Account:
    """An account of somebody who sells nothing."""
    name = market.names.nick(lang)
    account = Account(
        market.names.uid(kind), name, new_voice(market.rng, lang), Signs(market.names.handle(name)), born
    )
    market.by_uid[account.from_id] = account
    return account


def speech(market: Market, town: Town) -> str:
    """The language of somebody from a town."""
    return town.lang if market.chance(market.world.locals) else market.rng.choice(market.world.side)


def found_groups(market: Market) -> None:
    """Town groups, and a national group for each language that has two towns or more."""
    langs = [town.lang for town in market.towns]
    for town in market.towns:
        for _ in range(2 if market.chance(0.35) else 1):
            name = market.rng.choice(table("names")["group"][town.lang]).replace(
                "{c}", market.rng.choice(town.forms).title()
            )
            market.chats.append(
                Chat(
                    market.names.uid("channel"),
                    name,
                    "public_supergroup",
                    town,
                    town.lang,
                    traffic=market.rng.uniform(0.5, 1.5),
                )
            )
    for lang in dict.fromkeys(langs):
        if langs.count(lang) > 1:
            name = {
                "nl": "Nederland handel",
                "de": "DE Markt",
                "fr": "FR plug",
                "en": "UK trade",
                "es": "ES mercado",
                "ru": "РФ барахолка",
                "tr": "TR pazar",
            }[lang]
            market.chats.append(
                Chat(market.names.uid("channel"), name, "public_supergroup", None, lang, traffic=1.6)
            )
    for chat in market.chats:
        keeper = plain_account(market, chat.lang)
        keeper.roles.add("group-keeper")
        chat.keeper, chat.strict = keeper, market.rng.uniform(0.1, 1.0) * market.world.vetting
        market.keepers.append(keeper)
        market.event(keeper, chat, market.rng.randrange(30000), "pin_message", message_id=1)


def new_seller(market: Market, ghost: str, level: str) -> Seller:
    """A seller with his goods, his towns and his temper."""
    world, rng = market.world, market.rng
    town = rng.choice(market.towns)
    towns = [town] + (
        [other]
        if (other := rng.choice(market.towns)).lang == town.lang and other is not town and market.chance(0.3)
        else []
    )
    keys = list(world.goods)
    count = rng.choices((1, 2, 3, 4, 6), (0.3, 0.25, 0.2, 0.15, 0.1))[0]
    chosen = list(dict.fromkeys(rng.choices(keys, list(world.goods.values()), k=count)))
    if level != "retailer":
        chosen = [key for key in chosen if shelf()[key].bulk][:2] or ["cocaine"]
    factor = rng.uniform(0.82, 1.2) * (rng.uniform(0.78, 1.0) if ghost and market.chance(0.5) else 1.0)
    bulk = level != "retailer"
    wares = [
        stock_up(shelf()[key], bulk and (i == 0 or market.chance(0.7)), factor, town.currency, rng)
        for i, key in enumerate(chosen)
    ]
    lazy = rng.betavariate(*world.lazy)
    voice = new_voice(rng, speech(market, town), 4)
    start = 0 if not market.chance(world.turnover) else rng.randrange(1, world.days - 15)
    stop = (
        world.days + 1
        if not market.chance(world.turnover)
        else min(world.days + 1, start + rng.randrange(20, 90))
    )
    rate = min(4.0, rng.lognormvariate(0, 0.6) * world.ad_rate)
    seller = Seller(
        "",
        ghost,
        towns,
        wares,
        level,
        lazy,
        rate,
        0.0,
        False,
        0.0,
        0.9,
        0.1,
        voice,
        start,
        stop,
        factor=factor,
    )
    seller.bot = market.chance(world.bots * (1.3 if ghost else 0.9))
    seller.post_only = market.chance(0.14)
    seller.grind = int(market.chance(0.2))
    seller.also_buys = market.chance(0.12)
    seller.shows_wallet = market.chance(0.45 if seller.post_only else 0.18)
    seller.photo_share = rng.choice((0.0, 0.15, 0.3, 0.5))
    return seller


def real_temper(market: Market, seller: Seller) -> None:
    """How a real seller behaves; some behave badly."""
    world, rng = market.world, market.rng
    seller.answers = min(0.95, rng.betavariate(2, 2) * 2 * world.answer_real)
    seller.advance = market.chance(world.advance_real * (2.2 if seller.post_only else 0.8))
    seller.open_terms = market.chance(0.8)
    seller.hunts = rng.uniform(0, 2) * world.hunt_real
    seller.quality = rng.betavariate(9, 1.4)
    seller.late = rng.betavariate(2, 9)
    seller.talk = 0.0 if seller.bot and market.chance(0.5) else rng.uniform(0, 2) * world.talk
    seller.buys_praise = market.chance(world.bought_real)
    seller.badge = market.chance(world.badge_sale * 0.5)
    seller.patient = market.chance(0.85)
    for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
        begin = rng.randrange(world.days)
        seller.pauses.append((begin, begin + rng.randint(2, 8)))


def levels(market: Market, count: int) -> None:
    """Real sellers: street, wholesale, and in a chain world the import above them."""
    for _ in range(count):
        level = "retailer"
        if market.chance(market.world.bulk):
            level = "supplier" if market.chance(0.28) else "wholesaler"
        seller = new_seller(market, "", level)
        real_temper(market, seller)
        market.sellers.append(seller)


def new_ghost(market: Market) -> Seller:
    """A seller with nothing: what he is after decides how he behaves."""
    world, rng = market.world, market.rng
    kind = rng.choices(list(world.kinds), list(world.kinds.values()))[0]
    seller = new_seller(market, kind, "wholesaler" if market.chance(world.bulk * 0.9) else "retailer")
    seller.answers = 0.02 if kind == "silent" else min(0.95, rng.betavariate(2, 2) * 2 * world.answer_ghost)
    seller.advance = kind == "prepay" or market.chance(
        world.advance_ghost * (0.5 if kind in ("fake", "robber") else 0.8)
    )
    seller.open_terms = market.chance(0.55)
    seller.hunts = 0.0 if kind == "silent" else rng.uniform(0, 2) * world.hunt_ghost
    seller.mimic = market.chance(world.mimic)
    seller.talk = world.talk * rng.uniform(0.3, 1.4) if seller.mimic else 0.0
    seller.buys_praise = kind != "silent" and market.chance(world.bought)
    seller.badge = market.chance(world.badge_sale)
    seller.patient = market.chance(0.35)
    if market.chance(0.45):
        begin = rng.randrange(world.days)
        seller.pauses.append((begin, begin + rng.randint(2, 8)))
    reals = [s for s in market.sellers if not s.ghost and s.level == seller.level]
    if kind != "silent" and reals and market.chance(world.thief):
        become_thief(market, seller, rng.choice(reals))
    return seller


def become_thief(market: Market, seller: Seller, victim: Seller) -> None:
    """Trade under another's name: his goods, his towns, his language; from a later day on."""
    seller.victim, seller.towns = victim, victim.towns
    seller.wares = copy.deepcopy(victim.wares)
    seller.voice = new_voice(market.rng, victim.voice.lang, 4)
    seller.start = min(max(seller.start, victim.start + 4), market.world.days - 8)
    seller.stop = max(seller.stop, seller.start + 20)


def chains(market: Market) -> None:
    """Who buys from whom."""
    tops = [s for s in market.sellers if s.level == "supplier" and not s.ghost]
    middles = [s for s in market.sellers if s.level == "wholesaler" and not s.ghost]
    for seller in market.sellers:
        pool = {"retailer": middles, "wholesaler": tops}.get(seller.level, [])
        same = [
            s
            for s in pool
            if s is not seller and {w.good.key for w in s.wares} & {w.good.key for w in seller.wares}
        ]
        if same and not seller.ghost and market.chance(0.6):
            seller.supplier = market.rng.choice(same)
    rank = {"supplier": 0, "wholesaler": 1, "retailer": 2}
    market.sellers.sort(key=lambda s: (bool(s.victim), rank[s.level]))


def start_trade(market: Market, seller: Seller) -> None:
    """First accounts: one, and for some a second beside it or a channel."""
    world = market.world
    market.day = -1
    first = first_account(market, seller)
    donors = [
        s
        for s in market.sellers
        if s.accounts and s is not seller and s.voice.lang == seller.voice.lang and s.level == seller.level
    ]
    if not seller.victim and donors and market.chance(world.copycat * (1.6 if seller.ghost else 0.5)):
        donor = market.rng.choice(donors).accounts[0]
        assert first.style
        assert donor.style
        brand, photos = first.style.brand, first.style.photos
        first.style = copy_style(donor.style, market, seller.voice.lang, 0.5)
        first.style.brand, first.style.photos = brand, first.style.photos or photos
    if market.chance(world.parallel):
        other = next_account(market, seller, first, "beside")
        other.born = min(
            world.days - 1, seller.start + (0 if market.chance(0.4) else market.rng.randrange(1, 40))
        )
    if market.chance(world.channel * (0.7 if seller.ghost else 1.1)):
        open_channel(market, seller)


def share_things(market: Market) -> None:
    """Wallets of money men, hired ad writers: signs that join people who are not one."""
    world, rng = market.world, market.rng
    holders = [s for s in market.sellers if s.accounts[0].signs.wallet]
    for _ in range(world.shared_wallets):
        wallet = market.names.wallet()
        for seller in rng.sample(holders, min(len(holders), rng.randint(2, 4))):
            for account in seller.accounts:
                account.signs.wallet = wallet
    for _ in range(world.ad_writers):
        lang = market.towns[0].lang
        clients = [s for s in market.sellers if s.voice.lang == lang and len(s.wares) > 1]
        model = rng.choice(clients).accounts[0]
        for seller in rng.sample(clients, min(len(clients), rng.randint(3, 7))):
            style = seller.accounts[0].style
            assert style
            assert model.style
            style.frames["menu"], style.layout.line, style.bold = (
                list(model.style.frames["menu"]),
                model.style.layout.line,
                model.style.bold,
            )


def people(market: Market) -> None:
    """Customers, idlers, the farm."""
    world, rng = market.world, market.rng
    for _ in range(world.customers):
        town = rng.choice(market.towns)
        account = plain_account(
            market, speech(market, town), 0 if market.chance(0.7) else rng.randrange(world.days)
        )
        account.roles.add("customer")
        tastes = list(
            dict.fromkeys(rng.choices(list(world.goods), list(world.goods.values()), k=rng.randint(1, 4)))
        )
        market.customers.append(
            Customer(
                account,
                town,
                tastes,
                rng.betavariate(2, 2),
                rng.lognormvariate(-2.2, 0.7),
                rng.lognormvariate(-0.3, 0.8),
            )
        )
    for _ in range(world.idlers):
        market.idlers.append(plain_account(market, speech(market, rng.choice(market.towns))))
    for _ in range(world.farm):
        account = plain_account(
            market, speech(market, rng.choice(market.towns)), rng.randrange(0, world.days // 2), "farm"
        )
        account.roles.add("voucher")
        market.farm.append(account)


def renew_line(market: Market, giver: Seller, taker: Seller) -> None:
    """A phone line changes hands with its customers."""
    phones = [a.signs.phone for a in giver.accounts if a.signs.phone]
    if phones and taker.accounts:
        taker.accounts[-1].signs.phone = phones[-1]
        taker.accounts[-1].signs.shown = tuple(dict.fromkeys(("phone", *taker.accounts[-1].signs.shown)))
