"""Crews' own small groups: a boss, his couriers, a cash runner, sometimes his supplier. Work talk; the supplier offers and the boss asks in bulk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .adtext import item_line, make_look
from .people import Account, Chat, Look, Person, Seller
from .selling import poisson

if TYPE_CHECKING:
    from .market import Market


@dataclass
class Crew:
    """One crew and its chat."""

    chat: Chat
    boss: Seller
    couriers: list[Account]
    money: Account | None
    supplier: Seller | None
    pace: float


def gather(m: Market) -> None:
    """Make the crews round the busiest real sellers; and one wholesale room where chains are long."""
    rng, births = m.rng, m.births
    street = sorted(
        (s for s in m.sellers if s.real and not s.bulk and s.end - s.start > 30), key=lambda s: -s.push
    )
    bulk = [s for s in m.sellers if s.real and s.bulk]
    for boss in street[: m.world.crews]:
        chat = births.chat(
            rng.choice(m.lex.lines("rooms", "nl", "crew")),
            "private_group",
            boss.langs[0],
            "crew",
            boss.place,
            boss.start,
        )
        couriers = [births.person("courier", "courier") for _ in range(rng.choice((1, 2, 2, 3, 4)))]
        for p in couriers:
            p.langs, p.place = boss.langs, boss.place
        money = births.person("money", "money-handler") if rng.random() < 0.5 else None
        if money:
            money.langs, money.start, money.end = boss.langs, 0, m.world.days
        supplier = rng.choice(bulk) if bulk and rng.random() < 0.7 else None
        crew = Crew(
            chat,
            boss,
            [p.accounts[0] for p in couriers],
            money.accounts[0] if money else None,
            supplier,
            rng.uniform(1.5, 5.0),
        )
        m.chats.append(chat)
        m.crews.append(crew)
        m.others += [*couriers, *([money] if money else [])]
        outside(m, couriers)


def outside(m: Market, couriers: list[Person]) -> None:
    """Some couriers also hang about in the open rooms."""
    for p in couriers:
        if m.rng.random() < 0.5:
            m.spread(p.accounts[0])


def day(m: Market) -> None:
    """A day's work in every crew; couriers seen outside say so now and then."""
    for crew in m.crews:
        boss = crew.boss.current(m.day)
        if crew.boss.start <= m.day < crew.boss.end and boss:
            shift(m, crew, boss[-1])
        for acc in crew.couriers:
            rooms = m.rooms(acc)
            if rooms and m.rng.random() < 0.05:
                chat = m.rng.choice(rooms)
                m.post(chat, acc, m.say(acc.owner, chat, m.words(acc.owner, chat, "crew", "open")))


def shift(m: Market, crew: Crew, boss: Account) -> None:
    """Runs of the day: an order out, the courier's answers, cash counted, stock asked for."""
    rng = m.rng
    when = m.time(crew.boss, 1.5)
    for _ in range(poisson(crew.pace * 0.5, rng.random())):
        order = turn(m, crew, boss, "boss", when)
        runner = rng.choice(crew.couriers)
        for _ in range(rng.choice((1, 1, 2))):
            when = m.soon(when, 12)
            m.post(
                crew.chat,
                runner,
                m.say(
                    runner.owner,
                    crew.chat,
                    fill(m, crew, m.words(runner.owner, crew.chat, "crew", "courier")),
                ),
                when=when,
                reply=order if rng.random() < 0.3 else None,
            )
        when += rng.randrange(900, 5000)
    if crew.money and rng.random() < 0.3:
        m.post(
            crew.chat,
            crew.money,
            m.say(
                crew.money.owner,
                crew.chat,
                fill(m, crew, m.words(crew.money.owner, crew.chat, "crew", "money")),
            ),
            when=when + 3600,
        )
    if crew.supplier and crew.supplier.current(m.day) and rng.random() < 0.16:
        resupply(m, crew, boss)


def turn(m: Market, crew: Crew, acc: Account, key: str, when: int) -> object:
    """One line of work talk."""
    return m.post(
        crew.chat,
        acc,
        m.say(acc.owner, crew.chat, fill(m, crew, m.words(acc.owner, crew.chat, "crew", key))),
        when=when,
    )


def fill(m: Market, crew: Crew, frame: str) -> str:
    """Addresses by corner and amounts, as they write them to each other."""
    rng = m.rng
    ware = rng.choice(crew.boss.wares)
    lang = crew.boss.langs[0]
    out = frame.replace("{corner}", rng.choice(m.lex.data["places"]["corner"])).replace(
        "{n}", str(rng.choice((1, 1, 2, 2, 3, 5)))
    )
    out = out.replace("{cash}", str(rng.choice((50, 70, 80, 100, 120, 140, 150, 200, 350)))).replace(
        "{big}", f"{rng.randrange(2, 60)}"
    )
    return out.replace("{prod}", ware.words[lang]).replace("{min}", str(rng.choice((5, 10, 15, 20, 25, 40))))


def resupply(m: Market, crew: Crew, boss: Account) -> None:
    """The boss asks his supplier for stock, or the supplier says what has come in."""
    rng, sup = m.rng, crew.supplier
    acc = sup.current(m.day)[-1]
    ware = rng.choice(sup.wares)
    lang = m.tongue(sup, crew.chat)
    line = item_line(
        Look(3, sup.look.money, sup.look.unit, "", 1, False) if sup.look else make_look(rng), ware, lang
    )
    if rng.random() < 0.5:
        own = rng.choice(crew.boss.wares)
        text = m.words(crew.boss, crew.chat, "crew", "need").replace("{prod}", own.words[crew.boss.langs[0]])
        first = m.post(
            crew.chat, boss, m.say(crew.boss, crew.chat, text), "request", (own.product.commodity,)
        )
        m.post(
            crew.chat,
            acc,
            m.say(sup, crew.chat, m.words(sup, crew.chat, "crew", "yes")),
            when=m.soon(first.when),
            reply=first,
        )
    else:
        text = m.words(sup, crew.chat, "crew", "landed").replace("{one}", line)
        m.post(crew.chat, acc, m.say(sup, crew.chat, text), "offer", (ware.product.commodity,))
