"""Closed crews: a seller with couriers, somebody for the cash; what they say among themselves follows from the day's trips."""

from __future__ import annotations

from . import identity
from .market import DAY, HOUR, Market
from .people import Account, Chat, Seller
from .setup import pick, plain
from .talk import scene

CHANCES = {"courier": 0.7, "logistics": 0.22, "money": 0.08}


def make_crews(market: Market) -> None:
    """Crews form round sellers who are real; big ones in bulk first."""
    real = [seller for seller in market.sellers if not seller.ghost and seller.joined < 30]
    real.sort(key=lambda seller: (("supplier", "wholesaler", "retailer").index(seller.role), seller.sid))
    half = market.world.crews // 2
    chosen = real[:half] + market.rng.sample(real[half:], market.world.crews - half)
    for seller in chosen:
        lang = seller.langs[0]
        name = (
            market.rng.choice(("werk", "team", "rijders", "familie", "🚚", "kantoor", "W", "boys", "12"))
            + " "
            + identity.username(market.rng)[:4]
        )
        chat = Chat(market.uid(10**9, 25 * 10**8), name, "crew", lang, 0, ())
        chat.keepers = [seller.accounts[0]]
        seller.accounts[0].roles.add("group-keeper")
        hands = [
            plain(market, lang if market.rng.random() < 0.7 else pick(market, market.world.langs))
            for _ in range(market.rng.randint(2, 4))
        ]
        for hand in hands:
            hand.roles.add("courier")
        if seller.role == "supplier":
            buyers = [one for one in market.sellers if one.role == "wholesaler" and not one.ghost]
            hands += [market.rng.choice(buyers).accounts[0]] if buyers else []
        market.chats.append(chat)
        market.crews.append((seller, chat, hands))
        open_room(market, chat, seller, hands)


def open_room(market: Market, chat: Chat, seller: Seller, hands: list[Account]) -> None:
    """The service lines with which such a room begins."""
    boss = seller.accounts[0]
    start = seller.joined * DAY + 9 * HOUR
    market.service(
        chat,
        boss,
        start,
        action="create_group",
        title=chat.name,
        members=[boss.name, *(hand.name for hand in hands[:2])],
    )
    for number, hand in enumerate(hands[2:]):
        market.service(chat, boss, start + 3600 * (number + 2), action="invite_members", members=[hand.name])


def crew_day(market: Market, day: int) -> None:
    """Talk inside each crew, more on days with more trips."""
    for seller, chat, hands in market.crews:
        boss = next(
            (
                account
                for account in reversed(seller.accounts)
                if account.alive(day) and account.kind == "user"
            ),
            None,
        )
        if boss is None:
            continue
        bulk = seller.role in ("supplier", "wholesaler")
        many = market.poisson(1.0 + 0.8 * seller.trips + (3 if bulk else 0))
        seller.trips = 0
        at = market.moment(day, seller.hours)
        for _ in range(min(many, 24)):
            at += market.rng.expovariate(1 / 1500)
            speak_inside(market, chat, boss, hands, at, bulk)


def speak_inside(
    market: Market, chat: Chat, boss: Account, hands: list[Account], at: float, bulk: bool
) -> None:
    """One line by one of them."""
    rng = market.rng
    cashier = market.changers[sum(map(ord, chat.name)) % len(market.changers)] if market.changers else boss
    if rng.random() < 0.2:
        key = rng.choice(("crew", "supply", "cash")) if bulk else "crew" if rng.random() < 0.85 else "cash"
        partner = (
            next((who for who in hands if who.seller and who.alive(int(at // DAY))), rng.choice(hands))
            if key == "supply"
            else cashier
            if key == "cash"
            else rng.choice(hands)
        )
        if partner is not boss:
            scene(market, chat, (boss, partner), at, key)
            return
    key = pick(market, {"courier": 0.25, "logistics": 0.5, "money": 0.25} if bulk else CHANCES)
    who = rng.choice(hands) if key == "courier" or rng.random() < 0.35 else boss
    if key == "money" and market.changers and rng.random() < 0.5:
        who = cashier
    last = chat.posts[-1] if chat.posts and not chat.posts[-1].service and rng.random() < 0.15 else None
    market.say(chat, who, at, market.line(who, chat.lang, "crew", key), reply=last)


def helpers_day(market: Market, day: int) -> None:
    """Recruiters post, money changers offer their service, couriers look for work."""
    rng = market.rng
    open_rooms = market.trading(("group", "lawful"))
    for who in market.recruiters:
        for _ in range(market.poisson(0.55)):
            chat = room_for(market, who, open_rooms)
            text = market.line(who, chat.lang, "recruit", "lines")
            if rng.random() < 0.4:
                text += f" @{who.username}"
            post = market.say(chat, who, market.evening(day), text, "recruit")
            if post and chat.people and rng.random() < 0.3:
                other = rng.choice(chat.people)
                scene(market, chat, (other, who), post.at + rng.uniform(200, 9000), "recruit", post)
                hire(market, other, day)
    rooms = market.trading(("group", "trade"))
    for who in market.changers:
        for _ in range(market.poisson(0.3)):
            chat = room_for(market, who, rooms)
            market.say(
                chat,
                who,
                market.evening(day),
                market.line(who, chat.lang, "crew", "money_offer", {"me": f"@{who.username}"}),
                "offer",
            )
    hands = [hand for _, _, crew in market.crews for hand in crew]
    if hands and rng.random() < 0.25:
        who = rng.choice(hands)
        chat = room_for(market, who, open_rooms)
        market.say(chat, who, market.evening(day), market.line(who, chat.lang, "recruit", "courier_seek"))


def hire(market: Market, who: Account, day: int) -> None:
    """Some who react end up riding for a crew."""
    if who.seller is not None or not market.crews or market.rng.random() > 0.3:
        return
    seller, chat, hands = market.rng.choice(market.crews)
    boss = seller.accounts[0]
    if boss.alive(day) and who not in hands and len(hands) < 7:
        hands.append(who)
        who.roles.add("courier")
        market.service(chat, boss, (day + 1.6) * DAY, action="invite_members", members=[who.name])


def table_day(market: Market, day: int) -> None:
    """In the rooms of the trade suppliers and wholesalers speak of lots, delays and money."""
    rng = market.rng
    for chat in market.trading(("trade",)):
        here = [who for who in chat.people if who.seller and not who.seller.ghost and who.alive(day)]
        for _ in range(market.poisson(1.6) if len(here) > 1 else 0):
            one, two = rng.sample(here, 2)
            if rng.random() < 0.3 and market.changers:
                two = rng.choice(market.changers)
            scene(market, chat, (one, two), market.evening(day), "cash" if two.seller is None else "supply")


def room_for(market: Market, who: Account, rooms: list[Chat]) -> Chat:
    """A room in his own language if there is one."""
    own = [chat for chat in rooms if chat.lang == who.voice.lang]
    jobs = [chat for chat in rooms if "Klussen" in chat.name]
    if jobs and "recruiter" in who.roles and market.rng.random() < 0.4:
        return jobs[0]
    return market.rng.choice(own or rooms)
