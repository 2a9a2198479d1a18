"""Chats and people before the first day."""

from __future__ import annotations

from . import names
from .board import Chat
from .market import Market
from .moving import first_account
from .people import Account, Buyer, Seller
from .phrases import PLACES, SPEECH
from .voice import make_voice
from .worlds import TRADE


def plain_account(market: Market, lang: str, chats: list[int], roles: list[str]) -> Account:
    """An account of somebody who does not sell."""
    rng = market.rng
    base = names.person_name(rng)
    account = Account(
        market.number(),
        base,
        names.handle(rng, base) if rng.random() < 0.7 else "",
        lang,
        make_voice(rng, lang),
        chats,
        roles=roles,
    )
    market.accounts.append(account)
    return account


def lang_of(market: Market) -> str:
    """A language by the world's shares."""
    langs = market.world.langs
    return market.rng.choices(list(langs), list(langs.values()))[0]


def make_chats(market: Market) -> None:
    """City groups, a general group, a trade group and a complaints group per language that is big enough."""
    rng, world = market.rng, market.world
    for lang, share in world.langs.items():
        towns = rng.sample(PLACES[lang]["towns"], max(1, min(world.towns, round(world.towns * share * 3))))
        plans = [("city", town, rng.choice(SPEECH[lang]["titles"]).replace("{t}", town[0])) for town in towns]
        plans.append(("general", [], rng.choice(SPEECH[lang]["general"])))
        if share > 0.12:
            plans += [("trade", [], SPEECH[lang]["trade"]), ("alert", [], SPEECH[lang]["alert"])]
        for purpose, town, title in plans:
            chat = market.board.open(
                Chat(
                    len(market.board.chats),
                    market.number(1_100_000_000, 2_300_000_000),
                    title,
                    "public_supergroup",
                    lang,
                    town,
                    purpose,
                )
            )
            keeper = (
                market.keepers[-1]
                if market.keepers and market.keepers[-1].lang == lang and rng.random() < 0.4
                else plain_account(market, lang, [], ["group-keeper"])
            )
            if keeper not in market.keepers:
                market.keepers.append(keeper)
            chat.keeper = keeper
            keeper.chats.append(chat.index)
    market.escrow = f"@{market.keepers[0].handle or 'escrow_desk'}"


def make_goods(market: Market, bulk: bool) -> list[str]:
    """What somebody sells: a few things that go together, or one."""
    rng, table = market.rng, market.world.goods
    first = rng.choices(list(table), list(table.values()))[0]
    family = [good for good in table if (good in TRADE) == (first in TRADE)]
    count = rng.choice((1, 1, 2)) if bulk else rng.choice((1, 2, 2, 3, 4, 5, 6))
    goods = [first]
    while len(goods) < min(count, len(family)):
        other = rng.choices(family, [table[good] for good in family])[0]
        if other not in goods:
            goods.append(other)
    return goods


def seller_habits(market: Market, ghost: bool) -> tuple[str, dict[str, float]]:
    """Kind, and how such a person tends to behave. The ranges of ghosts and real sellers overlap everywhere."""
    rng, world = market.rng, market.world
    if ghost:
        kind = rng.choices(("ripper", "copier", "poster", "faker"), (0.4, 0.22, 0.23, 0.15))[0]
        reply = {
            "ripper": rng.uniform(0.5, 0.95),
            "copier": rng.uniform(0.3, 0.9),
            "poster": rng.uniform(0.0, 0.25),
            "faker": rng.uniform(0.3, 0.8),
        }[kind]
        return kind, {
            "rate": rng.lognormvariate(0.05, 0.6),
            "reply": reply,
            "keeps": 0.0,
            "quality": 0.1,
            "cheap": rng.uniform(0.72, 1.05),
            "restless": 0.0,
            "mimic": rng.choice((0.0, 0.0, 0.01, 0.04, 0.1)),
            "buys": rng.uniform(0.02, 0.16) if rng.random() < world.bought else 0.0,
            "prepay": float(
                rng.random() < {"ripper": 0.75, "copier": 0.5, "poster": 0.25, "faker": 0.3}[kind]
            ),
        }
    kind = rng.choices(("steady", "sloppy", "hard"), (0.62, 0.26, 0.12))[0]
    return kind, {
        "rate": rng.lognormvariate(-0.15, 0.65),
        "reply": rng.uniform(0.15, 0.55) if kind == "sloppy" else rng.uniform(0.4, 0.97),
        "keeps": rng.uniform(0.68, 0.85) if kind == "sloppy" else rng.uniform(0.88, 0.99),
        "quality": rng.uniform(0.7, 0.99),
        "cheap": rng.uniform(0.84, 1.18),
        "restless": rng.choice((0.0, 0.02, 0.05, 0.09, 0.15)),
        "mimic": 0.0,
        "buys": rng.uniform(0.01, 0.06) if rng.random() < world.bought * 0.25 else 0.0,
        "prepay": float(kind == "hard" or rng.random() < world.prepay),
    }


def make_seller(market: Market, index: int, ghost: bool) -> Seller:
    """One person or crew that offers goods."""
    rng, world = market.rng, market.world
    lang = lang_of(market)
    kind, habit = seller_habits(market, ghost)
    bulk = rng.random() < world.bulk
    local = [chat.town for chat in market.groups(lang, ("city",))]
    wakes = rng.choice((7, 9, 11, 13, 15))
    role = ("supplier" if rng.random() < 0.35 else "wholesaler") if bulk else "retailer"
    seller = Seller(
        f"S{index:04d}",
        ghost,
        kind,
        lang,
        make_voice(rng, lang),
        make_voice(rng, lang) if rng.random() < 0.12 else None,
        rng.choice(local) if local and rng.random() < 0.85 else [],
        rng.choice(market.sellers).base if market.sellers and rng.random() < 0.05 else names.seller_base(rng),
        min(1.0, max(0.0, rng.gauss(world.careful, 0.28))),
        make_goods(market, bulk),
        bulk,
        role,
        habit["cheap"],
        habit["rate"],
        habit["reply"],
        habit["keeps"],
        habit["quality"],
        habit["prepay"] > 0,
        habit["restless"],
        habit["mimic"],
        habit["buys"],
        wakes,
        wakes + rng.choice((9, 12, 14)),
        index + 1,
    )
    if rng.random() < world.several:
        seller.planned = sorted(rng.randrange(3, world.days - 6) for _ in range(rng.choice((1, 1, 1, 2, 3))))
    return seller


def make_sellers(market: Market) -> None:
    """All sellers. Some are there on day 0, the others come later."""
    world, rng = market.world, market.rng
    ghosts = round(world.sellers * world.ghosts)
    flags = [True] * ghosts + [False] * (world.sellers - ghosts)
    rng.shuffle(flags)
    order = list(range(world.sellers))
    rng.shuffle(order)
    for index, ghost in zip(order, flags, strict=True):
        seller = make_seller(market, index, ghost)
        market.sellers.append(seller)
        late = seller.kind == "copier" or rng.random() < 0.35
        first_account(market, seller, rng.randrange(8, world.days - 20) if late else 0)


def make_crowd(market: Market) -> None:
    """Customers, talkers and the farm of accounts that vouch or slander for money."""
    rng, world = market.rng, market.world
    for index in range(world.buyers + world.talkers + 36):
        lang = lang_of(market)
        groups = market.groups(lang, ("city", "general", "alert"))
        chats = [chat.index for chat in rng.sample(groups, min(len(groups), rng.choice((1, 1, 2, 3))))]
        if index >= world.buyers + world.talkers:
            farmer = plain_account(market, lang, [chat.index for chat in groups], ["voucher"])
            farmer.born = rng.randrange(0, world.days - 15) * 86400
            market.farm.append(farmer)
        elif index >= world.buyers:
            market.talkers.append(plain_account(market, lang, chats, []))
        else:
            table = world.goods
            wants = list(
                dict.fromkeys(rng.choices(list(table), list(table.values()), k=rng.choice((1, 2, 3))))
            )
            account = plain_account(market, lang, chats, ["customer"])
            account.born = 0 if rng.random() < 0.55 else rng.randrange(world.days - 5) * 86400
            market.buyers.append(
                Buyer(
                    account,
                    wants,
                    rng.lognormvariate(-2.15, 0.8),
                    min(1.0, rng.lognormvariate(-0.9, 0.9)),
                    rng.random(),
                    rng.random() * 0.7,
                )
            )
