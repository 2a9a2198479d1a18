"""Setting up a world: places, chats, keepers, sellers, members."""

from __future__ import annotations

import random

from . import aliases, goods, thieves, voice
from .market import DAY, START, Chat, Market
from .people import Account, Seller
from .phrases import say, table


def _weighted(rng: random.Random, weights: dict[str, float]) -> str:
    """A key by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def lang_of(city: str) -> str:
    """What is mostly spoken in a place's groups."""
    return table("common_places")[city]["lang"]


def add_chat(
    m: Market,
    kind: str,
    city: str,
    name: str,
    keeper: Account,
    *,
    type_: str = "public_supergroup",
    bulk: bool = False,
) -> Chat:
    """A chat with its first service line."""
    folder = f"chat_{len(m.chats) + 1:03d}"
    lang = lang_of(city) if city else keeper.lang
    chat = Chat(
        folder,
        name,
        m.rng.randrange(10**9, 3 * 10**9),
        type_,
        kind,
        lang,
        city,
        keeper,
        bulk,
        m.rng.uniform(0.2, 0.9),
    )
    m.chats.append(chat)
    keeper.roles.add("group-keeper")
    action = "create_channel" if "channel" in type_ else "create_group"
    more = {} if "channel" in type_ else {"members": [keeper.name]}
    m.serve(chat, keeper, START - m.rng.uniform(0, 0.5) * DAY, action, title=name, **more)
    return chat


def _keeper(m: Market, city: str) -> Account:
    """Somebody who runs chats of a place."""
    return m.account(lang_of(city), city, born=START - 200 * DAY)


def open_groups(m: Market) -> None:
    """Two to four groups for each bigger place, one for a small one; one that all share; a list of cheats; a trade group."""
    cities = m.cfg["cities"]
    for city, weight in cities.items():
        names = table("common_places")[city]["names"]
        keeper = _keeper(m, city)
        for n in range(3 if weight >= 25 else 2 if weight >= 11 else 1):
            name = say(m.rng, lang_of(city), "group_name", {"city": names[n % len(names)]})
            add_chat(m, "group", city, name, keeper if n != 1 else _keeper(m, city))
    top = max(cities, key=lambda c: cities[c])
    wide = add_chat(m, "group", "", say(m.rng, lang_of(top), "group_name_wide", {}), _keeper(m, top))
    wide.lang = lang_of(top)
    add_chat(m, "list", "", say(m.rng, lang_of(top), "group_name_list", {}), wide.keeper)
    add_chat(m, "talk", "", say(m.rng, lang_of(top), "group_name_talk", {}), _keeper(m, top))
    for _ in range(2 if m.cfg["chain"] else 1):
        add_chat(
            m,
            "group",
            "",
            say(m.rng, lang_of(top), "group_name_bulk", {}),
            _keeper(m, top),
            type_="private_supergroup",
            bulk=True,
        )


def _things(m: Market, lang: str, kind: str, factor: float) -> list[goods.Item]:
    """What a seller has: one family mostly, retailers more kinds than the trade."""
    rng, weights = m.rng, m.cfg["goods"]
    if kind in ("money", "transport"):
        return []
    first = _weighted(rng, weights)
    fams = goods.catalogue()
    near = {c: w for c, w in weights.items() if fams[c]["fam"] == fams[first]["fam"] or (rng.random() < 0.15)}
    count = rng.choice((1, 1, 2, 2, 3)) if kind != "retailer" else rng.choice((1, 2, 2, 3, 4, 5, 7))
    chosen = [first]
    while len(chosen) < min(count, len(near)):
        c = _weighted(rng, near)
        if c not in chosen:
            chosen.append(c)
    bulk = kind in ("wholesaler", "supplier")
    return [goods.item(rng, c, lang, factor * (0.88 if kind == "supplier" else 1), bulk=bulk) for c in chosen]


def _kinds(m: Market) -> list[str]:
    """How many of each function."""
    out = (
        ["supplier"] * m.cfg["suppliers"]
        + ["wholesaler"] * m.cfg["wholesalers"]
        + ["money"] * m.cfg["money"]
        + ["transport"] * m.cfg["transport"]
    )
    return out + ["retailer"] * (m.cfg["sellers"] - len(out))


def _seller(m: Market, number: int, kind: str, ghost: bool) -> Seller:
    """One seller with his habits; real and ghost draw from overlapping ranges."""
    rng = m.rng
    city = _weighted(rng, m.cfg["cities"])
    lang = (
        lang_of(city)
        if rng.random() < 0.88
        else rng.choice(("en", lang_of(city), "nl" if m.world != "haven" else "en"))
    )
    start_hour = rng.choice((8, 10, 11, 12, 12, 14, 16))
    s = Seller(
        id=f"s{number:03d}",
        ghost=ghost,
        kind=kind,
        lang=lang,
        city=city,
        voice=voice.make(rng),
        base=m.names.base(),
        factor=rng.uniform(0.8, 1.25) * (rng.uniform(0.75, 1.05) if ghost else 1),
        hours=(start_hour, start_hour + rng.choice((8, 10, 12, 14))),
        rate=rng.lognormvariate(-0.55, 0.75)
        * (1.2 if ghost else 1)
        * m.cfg["posts"]
        * (0.6 if kind != "retailer" else 1),
        answers=rng.betavariate(1.5, 3) if not ghost else rng.betavariate(1.5, 2.6),
        quality=rng.betavariate(6, 1.3),
        prepay=rng.random() < (0.78 if ghost else m.cfg["real_prepay"]),
        careless=rng.betavariate(2.4, 1.8),
        buys=rng.random() < (m.cfg["bought"] if ghost else m.cfg["bought_real"]),
        slanders=rng.random() < m.cfg["slander"],
        slack=rng.choice((0.0, 0.1, 0.4, 0.8, 1.2, 2.0)),
    )
    if ghost:
        s.trick = rng.choices(("advance", "bot", "fakes", "fisher"), (52, 14, 22, 12))[0]
        if s.trick == "bot":
            s.answers, s.rate = 0.03, s.rate * 1.4
    s.things = _things(m, lang, kind, s.factor)
    s.start = START + (rng.uniform(-30, 0) if rng.random() < 0.6 else rng.uniform(0, 60)) * DAY
    life = rng.expovariate(1 / 70) + 12
    s.stop = s.start + (life if ghost or rng.random() < 0.4 else 400) * DAY
    return s


def sellers(m: Market) -> None:
    """All sellers with their first accounts, and a third of them with a second one beside it."""
    kinds = _kinds(m)
    share = m.cfg["ghosts"]
    flags = [n < round(share * len(kinds)) for n in range(len(kinds))]
    m.rng.shuffle(flags)
    for n, (kind, ghost) in enumerate(zip(kinds, flags, strict=True)):
        s = _seller(m, n + 1, kind, ghost)
        m.sellers.append(s)
        aliases.new_account(m, s, max(s.start, START - DAY) if s.start < START else s.start)
    thieves.handed_down(m)
    thieves.shared_wallets(m)
    thieves.sold_lines(m)
    thieves.copycats(m)
    for s in m.sellers:
        if m.rng.random() < 0.2:
            aliases.second(m, s)
        if m.rng.random() < 0.08:
            s.accounts[0].roles.add("recruiter")


def channels(m: Market) -> None:
    """Some sellers run a channel of their own; the channel is an account too."""
    for s in m.sellers:
        if m.rng.random() > (0.17 if s.things else 0.05):
            continue
        first = s.accounts[0]
        chan = aliases.new_account(m, s, first.born + m.rng.uniform(0, 10) * DAY, first)
        chan.kind = "channel"
        chan.name = m.names.shop(s.base) if m.rng.random() < 0.7 else chan.name
        chat = add_chat(m, "channel", s.city, chan.name, chan, type_="public_channel", bulk=s.bulk)
        chat.id = chan.id
        chat.msgs[0].t = chan.born + 1
        chan.chats = [chat]
        chan.shares.add("said")
        if m.rng.random() < 0.85:
            for ad in first.texts[:2]:
                ad.text += "\n" + say(m.rng, s.lang, "chan_link", {"link": f"https://t.me/{chan.username}"})


def members(m: Market) -> None:
    """Customers and talkers by place, and the pool of people who praise for money."""
    for _ in range(m.cfg["customers"]):
        city = _weighted(m.rng, m.cfg["cities"])
        lang = lang_of(city) if m.rng.random() < 0.9 else "en"
        acc = m.account(
            lang,
            city,
            born=START + (m.rng.uniform(-60, 0) if m.rng.random() < 0.7 else m.rng.uniform(0, 80)) * DAY,
        )
        m.members.setdefault(city, []).append(acc)
    for _ in range(max(6, int(m.cfg["sellers"] * m.cfg["bought"] * 0.5))):
        city = _weighted(m.rng, m.cfg["cities"])
        acc = m.account(lang_of(city), city, born=START + m.rng.uniform(-20, 50) * DAY)
        acc.roles.add("voucher")
        m.shills.append(acc)


def build(world: str, seed: int) -> Market:
    """A world on its first morning."""
    m = Market(world, seed)
    open_groups(m)
    sellers(m)
    channels(m)
    members(m)
    return m
