"""The chain behind the shops: small private groups of boss, couriers, cash handler and supplier; and those who recruit, drive and change money for anybody.

The talk of a working day follows from what is done: stock fetched, addresses handed out, takings counted, a driver late or stopped.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.other_makers.kroon.core import Account, Chat, Person, Post, Seller
from benchmarks.other_makers.kroon.goods import number
from benchmarks.other_makers.kroon.identity import customer_account
from benchmarks.other_makers.kroon.market import Market, home, line, moment, note, on_stage, poisson
from benchmarks.other_makers.kroon.setup import chat, person

TITLES = (
    "🚚 team",
    "werk",
    "Kantoor",
    "planning",
    "🏠",
    "dagdienst",
    "bezorging",
    "de zaak",
    "rit & co",
    "xx",
    "nieuwe groep 3",
    "Logistiek",
    "fam",
)


@dataclass
class Crew:
    """One working group: who is in it and how busy it is."""

    chat: Chat
    shop: Seller
    source: Seller | None
    couriers: list[Person]
    cashier: Person | None
    busy: float


def make_crews(market: Market) -> list[Crew]:
    """Working groups round some real sellers, with people from the pools or new ones."""
    rng = market.rng
    shops = [s for s in market.sellers if s.real and s.start < 40 and s.trade in ("street", "bulk")]
    rng.shuffle(shops)
    out = []
    for shop in shops[: market.world.crews]:
        lang = shop.people[0].lang
        sources = [
            s
            for s in market.sellers
            if s.real
            and s.level != "retailer"
            and s is not shop
            and s.people[0].lang == lang
            and s.start <= shop.start
        ]
        drivers = [c for c in market.couriers if c.lang == lang]
        team = (
            rng.sample(drivers, min(len(drivers), rng.randint(1, 3)))
            if drivers
            else [hired(market, lang, "courier")]
        )
        money = [c for c in market.cashiers if c.lang == lang]
        cashier = rng.choice(money) if money and rng.random() < 0.75 else None
        group = chat(
            market,
            rng.choice(TITLES) + rng.choice(("", f" {shop.people[0].city}", f" {rng.randint(1, 9)}")),
            "private_group",
            lang,
            ["crew"],
        )
        shop.end = max(shop.end, 70.0)
        out.append(
            Crew(
                group,
                shop,
                rng.choice(sources) if sources and rng.random() < 0.7 else None,
                team,
                cashier,
                rng.uniform(0.3, 1.6),
            )
        )
    return out


def hired(market: Market, lang: str, role: str) -> Person:
    """A new service person."""
    who = person(market, lang)
    who.roles = [role]
    customer_account(market.rng, who, market.used, 0.0)
    market.couriers.append(who)
    return who


def crew_day(market: Market, crew: Crew) -> None:
    """A working day in a crew's own group."""
    rng = market.rng
    if not crew.shop.live or market.day < crew.shop.start:
        return
    if crew.chat.keeper is None:
        crew.chat.keeper = crew.shop.live[-1]
    boss = crew.shop.live[-1]
    if rng.random() < 0.22 and crew.source is not None and crew.source.live:
        stock(market, crew, boss)
    for _ in range(poisson(rng, 1.6 * crew.busy)):
        driver = rng.choice(crew.couriers)
        first = inside(market, crew, boss, "crew_boss", None, moment(market, boss.person))
        if first is None:
            continue
        reply = first if rng.random() < 0.5 else None
        back = inside(
            market, crew, driver.accounts[0], "crew_courier", reply, first.when + rng.uniform(2, 70)
        )
        if back is not None and rng.random() < 0.35:
            inside(market, crew, boss, "crew_talk", None, back.when + rng.uniform(1, 15))
    if crew.shop.level != "retailer" and rng.random() < 0.35:
        port(market, crew, boss)
    if crew.cashier is not None and rng.random() < 0.3:
        paid = inside(
            market, crew, crew.cashier.accounts[0], "crew_money", None, moment(market, crew.cashier)
        )
        if paid is not None and rng.random() < 0.5:
            inside(market, crew, boss, "crew_talk", paid, paid.when + rng.uniform(1, 40))
    if rng.random() < 0.3:
        inside(
            market,
            crew,
            rng.choice(crew.couriers).accounts[0],
            "crew_talk",
            None,
            moment(market, crew.couriers[0]),
        )


def port(market: Market, crew: Crew, boss: Account) -> None:
    """Import: containers, rippers, lorries; between the boss and whoever is at the quay."""
    rng = market.rng
    hand = rng.choice(crew.couriers).accounts[0]
    first = inside(market, crew, rng.choice((boss, hand)), "crew_port", None, moment(market, boss.person))
    if first is not None and rng.random() < 0.6:
        inside(
            market,
            crew,
            boss if first.account is hand else hand,
            "crew_port",
            first if rng.random() < 0.4 else None,
            first.when + rng.uniform(2, 120),
        )


def stock(market: Market, crew: Crew, boss: Account) -> None:
    """The boss orders from the supplier, who says what there is."""
    if crew.source is None:
        return
    maker = crew.source.live[-1]
    first = inside(market, crew, boss, "crew_order", None, moment(market, boss.person))
    if first is not None:
        inside(
            market,
            crew,
            maker,
            "crew_supply",
            first if market.rng.random() < 0.5 else None,
            first.when + market.rng.uniform(5, 200),
        )


def inside(
    market: Market, crew: Crew, mouth: Account, key: str, reply: Post | None, when: float
) -> Post | None:
    """A line in the crew's group; the words are of the shop's own goods, as large as the talk is of."""
    rng = market.rng
    owner = crew.source if key == "crew_supply" and crew.source else crew.shop
    ware = rng.choice(owner.wares)
    quantity, price = rng.choice(ware.ladder)
    text, phrase = line(
        market, mouth, key, p=ware.word, q=number(quantity), pr=number(price), nn=str(rng.randint(2, 60))
    )
    goods = (ware.commodity,) if "{p}" in phrase.text and phrase.act in ("offer", "request") else ()
    return market.say(Post(crew.chat, when, mouth, text, phrase.act or "none", goods, reply, why="crew"))


def service_day(market: Market) -> None:
    """Recruiters, free drivers and cash handlers in the open groups."""
    rng = market.rng
    for group, key, act, rate in (
        (market.recruiters, "recruit", "recruit", 0.9),
        (market.couriers, "ad_courier", "offer", 0.12),
        (market.cashiers, "ad_money", "offer", 0.3),
    ):
        for who in group:
            if on_stage(market, who):
                for _ in range(poisson(rng, rate)):
                    public(market, who.accounts[0], key, act)
    for seller in market.sellers:
        if seller.live and rng.random() < seller.recruits:
            seller.people[0].roles = list(dict.fromkeys([*seller.people[0].roles, "recruiter"]))
            public(market, seller.live[-1], "recruit", "recruit")
    for seller in market.sellers:
        if seller.live and seller.real and seller.level == "retailer" and rng.random() < 0.008:
            wholesale_request(market, seller)


def public(market: Market, account: Account, key: str, act: str) -> None:
    """A service line in an open group; many send the same text again and again."""
    rng = market.rng
    who = account.person
    slot = f"own {key}"
    reach = f"@{account.username}" if account.username else "dm"
    if slot not in who.style.picks or rng.random() < 0.15:
        text, phrase = line(market, account, key, c=reach)
        who.style.picks[slot] = [len(market.saved)]
        market.saved.append((text, phrase.act))
    text, change = market.saved[who.style.picks[slot][0]]
    group = home(market, who)
    if key == "ad_courier" and "courier" not in who.roles:
        return
    post = market.say(Post(group, moment(market, who), account, text, change or act, (), why=key))
    note(market, group, post)
    if post is not None and key == "recruit":
        replies(market, post)


def replies(market: Market, post: Post) -> None:
    """Some bite on a job, some laugh at it."""
    rng = market.rng
    for _ in range(poisson(rng, 0.5 * min(1.0, market.world.chatter / 50))):
        other = rng.choice(market.customers)
        if on_stage(market, other) and other.lang == post.account.person.lang:
            text, phrase = line(market, other.accounts[0], "job_reply")
            market.say(
                Post(
                    post.chat,
                    post.when + rng.uniform(1, 300),
                    other.accounts[0],
                    text,
                    phrase.act or "none",
                    (),
                    post,
                    why="job",
                )
            )


def wholesale_request(market: Market, seller: Seller) -> None:
    """A shop looks for a supplier in the open."""
    rng = market.rng
    account = seller.live[-1]
    ware = rng.choice(seller.wares)
    text, phrase = line(
        market, account, "request_bulk", p=ware.word, c=f"@{account.username}" if account.username else "dm"
    )
    goods = (ware.commodity,) if "{p}" in phrase.text else ()
    group = home(market, account.person)
    post = market.say(
        Post(
            group,
            moment(market, account.person),
            account,
            text,
            phrase.act or "request",
            goods,
            about=seller,
            why="bulk_request",
        )
    )
    note(market, group, post)
    makers = [
        s
        for s in market.sellers
        if s.live and s.level != "retailer" and any(w.commodity == ware.commodity for w in s.wares)
    ]
    if post is not None and makers and rng.random() < 0.5:
        mouth = rng.choice(makers).live[-1]
        reply, back = line(market, mouth, "answer", c=f"@{mouth.username}" if mouth.username else "dm")
        market.say(
            Post(
                group,
                post.when + rng.uniform(1, 200),
                mouth,
                reply,
                back.act or "none",
                (),
                post,
                about=mouth.person.seller,
                why="answer",
            )
        )
