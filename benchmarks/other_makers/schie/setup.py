"""Filling a world: chats with their keepers, sellers with plans for their lives, customers, shills, crews, helpers."""

from __future__ import annotations

from . import identity, lexicon
from .market import Market
from .people import GHOSTS, Account, Chat, Customer, Seller
from .voice import new_voice

ALL = ("drugs", "goods", "arms", "papers", "fraud")
SIDE = {
    "Ijzer": ("arms", "papers"),
    "F Game": ("fraud", "papers"),
    "Vuurwerk": ("goods",),
    "Marktplaats": ("goods", "drugs"),
    "Koopjes": ("goods", "drugs"),
}


def pick(market: Market, weights: dict[str, float]) -> str:
    """A key by weight."""
    return market.rng.choices(list(weights), list(weights.values()))[0]


def plain(market: Market, lang: str, day: int = 0) -> Account:
    """An account of somebody who is no seller."""
    return market.account(
        identity.person(lang, market.rng), identity.username(market.rng), new_voice(lang, market.rng), day=day
    )


def make_chats(market: Market) -> None:
    """The chats of the world; a city channel has a group for its comments."""
    for kind, name, count, lang, talk in market.world.chats:
        families = next((found for start, found in SIDE.items() if name.startswith(start)), ALL)
        for number in range(count):
            chat = Chat(
                market.uid(10**9, 25 * 10**8),
                name.replace("{}", ("", "II", "Zuid", "4")[number]).strip(),
                kind,
                lang,
                talk,
                families,
            )
            market.chats.append(chat)
            chat.keepers = [plain(market, lang) for _ in range(market.rng.choice((1, 1, 2)))]
            for keeper in chat.keepers:
                keeper.roles.add("group-keeper")
                keeper.name = identity.brand(lang, market.rng) if market.rng.random() < 0.4 else keeper.name
            market.keepers += chat.keepers
            if kind == "citychannel":
                channel_side(market, chat, None)


def channel_side(market: Market, chat: Chat, seller: Seller | None) -> None:
    """A channel speaks under its own name, and has a group where people comment."""
    voice = seller.accounts[0].voice if seller else new_voice(chat.lang, market.rng)
    chat.owner = market.account(chat.name, identity.username(market.rng), voice, seller, kind="channel")
    chat.owner.roles.add(seller.role if seller else "group-keeper")
    if not seller or market.rng.random() < 0.5:
        chat.comments = Chat(
            market.uid(10**9, 25 * 10**8),
            f"{chat.name} chat",
            "comments",
            chat.lang,
            6 if seller is None else 1.0,
            chat.families,
        )
        chat.comments.keepers = list(chat.keepers)
        market.chats.append(chat.comments)


def stock(market: Market, family: str, wide: bool) -> list[str]:
    """What somebody of this family of goods carries."""
    rows = [good for good in lexicon.goods().values() if good.family == family]
    many = {"drugs": 6 if wide else 3, "goods": 2, "arms": 3, "papers": 2, "fraud": 3}[family]
    chosen = [
        market.rng.choices(rows, [row.share for row in rows])[0].name
        for _ in range(market.rng.randint(1, many))
    ]
    return list(dict.fromkeys(chosen))


def eagerness(market: Market, way: str) -> float:
    """How often somebody of this way of earning reacts in public."""
    rng = market.rng
    drawn = {
        "real": rng.betavariate(2, 3),
        "prepaid": rng.betavariate(2, 4),
        "mimic": rng.betavariate(1.5, 5),
        "fakes": rng.betavariate(2, 3.5),
        "longcon": rng.betavariate(2, 3),
        "silent": 0.02,
        "lure": 0.08,
    }
    return drawn[way]


def make_seller(market: Market, number: int, ghost: bool) -> Seller:
    """One seller, real or not, with habits drawn for his way of earning."""
    rng, world = market.rng, market.world
    way = pick(market, GHOSTS) if ghost else "real"
    family = pick(market, world.families)
    role = "retailer"
    if family == "drugs" or rng.random() < 0.3:
        spread = rng.random()
        role = (
            "supplier"
            if spread < world.supply
            else "wholesaler"
            if spread < world.supply + world.wholesale
            else "retailer"
        )
    begin = rng.choice((8, 10, 12, 14, 16))
    answers = eagerness(market, way)
    prepay = {
        "real": rng.random() < world.prepay_real,
        "fakes": rng.random() < 0.6,
        "longcon": rng.random() < 0.6,
    }.get(way, way in ("prepaid", "mimic"))
    wide = rng.random() < (0.5 if ghost else 0.3)
    return Seller(
        sid=f"s{number:03d}",
        ghost=ghost,
        way=way,
        role=role,
        stock=stock(market, family, wide),
        prepay=prepay,
        level=rng.gauss(0.9, 0.12) if ghost else rng.gauss(1.0, 0.11),
        reliable=rng.betavariate(18, 2),
        quality=rng.betavariate(9, 2),
        answers=answers * world.answer,
        rate=rng.lognormvariate(0.12 if ghost else -0.05, 0.6),
        auto=rng.random() < (0.45 if ghost else world.auto),
        hours=(begin, min(26, begin + rng.choice((6, 8, 10, 12)))),
        langs=tongues(market),
        places=tuple(rng.sample(world.places, rng.choice((1, 2, 2, 3, 4)))),
        joined=0 if rng.random() < 0.55 else rng.randrange(world.days - 12),
        cheeky=rng.random() < 0.4,
        slanders=rng.random() < world.slander,
        buys_words=rng.uniform(0.04, 0.3)
        if rng.random() < (world.bought if ghost else world.bought_real)
        else 0.0,
        careful=rng.random(),
    )


def tongues(market: Market) -> tuple[str, ...]:
    """Languages somebody writes: his own and often the main one of the place."""
    weights = dict(market.world.langs)
    first = pick(market, weights)
    main = max(weights, key=lambda lang: weights[lang])
    others = [lang for lang in (main, "en") if lang != first and market.rng.random() < 0.45]
    return (first, *dict.fromkeys(others))


def life(market: Market, seller: Seller) -> None:
    """Plan the events that come from the outside or from his own choice; bans come on top of it."""
    rng, world = market.rng, market.world
    left = world.days - seller.joined
    if rng.random() < world.alias:
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            what = pick(market, {"second": 0.3, "rename": 0.3, "handover": 0.12, "lost": 0.28})
            seller.plan.append((seller.joined + rng.randint(4, max(5, left - 6)), what))
    if (not seller.ghost and rng.random() < 0.3) or (seller.ghost and rng.random() < 0.08):
        seller.plan.append((seller.joined + rng.randint(5, max(6, left - 3)), "holiday"))
    if not seller.ghost and rng.random() < world.arrest:
        seller.plan.append((seller.joined + rng.randint(8, max(9, left - 3)), "arrest"))
    seller.plan.sort()


def first_account(market: Market, seller: Seller) -> Account:
    """The account a seller starts with."""
    rng = market.rng
    lang = seller.langs[0]
    account = market.account(
        identity.brand(lang, rng), identity.username(rng), new_voice(lang, rng), seller, seller.joined
    )
    account.roles.add(seller.role)
    country = (
        "be"
        if market.world.name in ("haven", "canal") and rng.random() < 0.4
        else lang
        if rng.random() < 0.5
        else market.world.country
    )
    identity.outfit(account, seller, country, rng, market.photo)
    seller.accounts.append(account)
    return account


def own_channel(market: Market, seller: Seller) -> None:
    """Some sellers keep a channel of their own."""
    account = seller.accounts[0]
    chat = Chat(
        market.uid(10**9, 25 * 10**8),
        f"{account.name} {market.rng.choice(('Menu', 'Channel', '📢', 'Info', 'VIP'))}",
        "channel",
        seller.langs[0],
        0,
        ALL,
    )
    chat.keepers = [account]
    channel_side(market, chat, seller)
    assert chat.owner is not None
    owner = chat.owner
    owner.phone, owner.wallet, owner.handle, owner.photos = (
        account.phone,
        account.wallet,
        account.handle,
        list(account.photos),
    )
    owner.contact, owner.places, owner.born = ("user",), account.places, seller.joined
    owner.username = (
        account.username
        if market.rng.random() < 0.7
        else identity.vary_username(account.username, market.rng)
    )
    seller.channel = chat.name
    market.chats.append(chat)


def make_people(market: Market) -> None:
    """Everybody."""
    world, rng = market.world, market.rng
    kinds = [True] * round(world.sellers * world.ghosts)
    kinds += [False] * (world.sellers - len(kinds))
    rng.shuffle(kinds)
    for number, ghost in enumerate(kinds, 1):
        seller = make_seller(market, number, ghost)
        market.sellers.append(seller)
        first_account(market, seller)
        life(market, seller)
    for seller in market.sellers:
        if rng.random() < world.channels:
            own_channel(market, seller)
    for chat in market.trading(("group",)):
        if rng.random() < 0.3:
            keeping = rng.choice([seller for seller in market.sellers if seller.joined == 0])
            chat.keepers.append(keeping.accounts[0])
            keeping.accounts[0].roles.add("group-keeper")
    market.idlers = [plain(market, pick(market, world.langs)) for _ in range(world.idlers)]
    market.shills = [plain(market, pick(market, world.langs)) for _ in range(round(8 + 40 * world.bought))]
    for shill in market.shills:
        shill.roles.add("voucher")
    for role, count, group in (
        ("recruiter", world.recruiters, market.recruiters),
        ("money-handler", world.money, market.changers),
    ):
        for _ in range(count):
            account = plain(market, pick(market, world.langs))
            account.roles.add(role)
            account.contact = rng.choice((("user",), ("dm",)))
            group.append(account)
    make_customers(market)


def make_customers(market: Market) -> None:
    """Buyers: what they like, how often, how much they say, how wary they are."""
    rng, world = market.rng, market.world
    everything = [good for seller in market.sellers for good in seller.stock]
    for _ in range(world.customers):
        langs = tongues(market)
        account = plain(market, langs[0])
        account.roles.add("customer")
        taste = list(dict.fromkeys(rng.choice(everything) for _ in range(rng.choice((1, 2, 2, 3)))))
        place = rng.choice(world.places)
        account.places = (place,)
        need = world.demand * rng.lognormvariate(-0.2, 0.7)
        market.customers.append(
            Customer(
                account,
                need,
                taste,
                place,
                rng.betavariate(1.4, 2.4) * 2,
                min(1, rng.betavariate(2, 3) * 2 * world.doubt * 2),
                langs,
            )
        )
