"""Long lives: holidays, arrests, a cousin who takes over, bans, new names; and what of it is said aloud."""

from __future__ import annotations

from . import identity
from .ads import readdress, spoken
from .market import DAY, HOUR, Market
from .people import Account, Ad, Chat, Post, Seller
from .voice import new_voice, speak


def live_day(market: Market, day: int) -> None:
    """Let what was planned for today happen, and the platform take some accounts."""
    for seller in market.sellers:
        due = [what for when, what in seller.plan if when == day]
        for what in due:
            event(market, seller, what, day)
        if seller.stopped or seller.joined > day:
            continue
        for account in list(seller.accounts):
            if (
                account.alive(day)
                and account.kind == "user"
                and market.rng.random() < market.world.platform_ban * (1.6 if seller.auto else 0.8)
            ):
                lose(market, seller, account, day)
        _flee(market, seller, day)


def _flee(market: Market, seller: Seller, day: int) -> None:
    """Who has a bad name and lives from strangers takes another one, sooner or later."""
    current = next(
        (account for account in reversed(seller.accounts) if account.alive(day) and account.kind == "user"),
        None,
    )
    if current is None or market.doubted[current.uid] < 5 or len(seller.accounts) >= 5:
        return
    if market.rng.random() < (0.035 if seller.ghost else 0.008):
        current.dead = day
        seller.plan.append((day + market.rng.randint(1, 6), "flight"))


def event(market: Market, seller: Seller, what: str, day: int) -> None:
    """One thing that happens to a seller."""
    current = next(
        (account for account in reversed(seller.accounts) if account.alive(day) and account.kind == "user"),
        None,
    )
    if what in ("flight", "again", "cousin", "comeback"):
        successor(market, seller, day, what)
    elif current is None or seller.stopped or len(seller.accounts) >= 5:
        return
    elif what == "second":
        successor(market, seller, day, what)
    elif what == "rename":
        goodbye(market, current, day)
        current.dead = day + 1
        seller.plan.append((day + 1, "again"))
    elif what == "lost":
        lose(market, seller, current, day)
    elif what == "handover":
        handover(market, seller, current, day)
    elif what == "holiday":
        holiday(market, seller, current, day)
    elif what == "arrest":
        arrest(market, seller, day)
    seller.plan.sort()


def lose(market: Market, seller: Seller, account: Account, day: int) -> None:
    """The platform takes the account; most come back within days."""
    account.dead = day
    account.deleted = market.rng.random() < 0.25
    if market.rng.random() < 0.8 and len(seller.accounts) < 5:
        seller.plan.append((day + market.rng.randint(1, 5), "again"))


def arrest(market: Market, seller: Seller, day: int) -> None:
    """The phone goes silent. Half stop, the others are followed up by family or return under another name."""
    for account in seller.accounts:
        account.dead = min(account.dead or day, day)
    chance = market.rng.random()
    last = seller.accounts[-1]
    for chat in last.chats[:2]:
        if chat.people and market.rng.random() < 0.5:
            teller = market.rng.choice(chat.people)
            text = market.line(teller, chat.lang, "thread", "arrested", {"who": market.mention(last)})
            market.say(
                chat,
                teller,
                market.evening(min(day + market.rng.randint(1, 6), market.world.days - 1)),
                text,
                about=last,
                tag="gone",
            )
    if chance < 0.3:
        seller.plan.append((day + market.rng.randint(3, 10), "cousin"))
    elif chance < 0.55:
        seller.plan.append((day + market.rng.randint(14, 30), "comeback"))
    else:
        seller.stopped = True


def handover(market: Market, seller: Seller, account: Account, day: int) -> None:
    """A cousin takes the business: on the same account with another hand, or on his own."""
    if market.rng.random() < 0.5:
        account.voice = new_voice(account.voice.lang, market.rng)
        account.ads.clear()
        seller.hours = (max(8, seller.hours[0] - 2), seller.hours[1])
        tell(market, account, day, "takeover", 0.5)
        return
    account.dead = day + 1
    seller.plan.append((day + 2, "cousin"))


def holiday(market: Market, seller: Seller, account: Account, day: int) -> None:
    """Away some days, announced or not; the sign of a true person, though some ghosts say it too."""
    tell(market, account, day, "holiday", 0.65)
    until = day + market.rng.randint(3, 14)
    for own in seller.accounts:
        own.away_until = until
    if market.rng.random() < 0.5:
        tell(market, account, until, "back", 1.0)


def goodbye(market: Market, account: Account, day: int) -> None:
    """A last word on the old account, at times."""
    if market.rng.random() < 0.12:
        tell(market, account, day, "newacc", 1.0, f"@{account.username}")


def tell(market: Market, account: Account, day: int, key: str, chance: float, old: str = "") -> None:
    """Say something of one's own affairs in the rooms one sells in."""
    for chat in account.chats[:2]:
        if market.rng.random() < chance:
            at = day * DAY + market.rng.uniform(10, 22) * HOUR
            market.say(
                chat,
                account,
                at,
                market.line(account, chat.lang, "thread", key, {"old": old or account.name}),
            )


def successor(market: Market, seller: Seller, day: int, what: str) -> Account:
    """A new account of the same seller."""
    rng = market.rng
    old = seller.accounts[-1] if seller.accounts[-1].kind == "user" else seller.accounts[0]
    clean = rng.random() < {"comeback": 0.6, "flight": 0.3, "second": 0.2}.get(what, market.world.clean_break)
    lang = seller.langs[0] if rng.random() < 0.9 else rng.choice(seller.langs)
    hand = new_voice(lang, rng) if what == "cousin" else old.voice
    account = market.account(identity.brand(lang, rng), identity.username(rng), hand, seller, day)
    account.roles = set(old.roles) - {"group-keeper"}
    identity.outfit(account, seller, market.world.country, rng, market.photo)
    account.places = tuple(rng.sample(market.world.places, 2)) if rng.random() < 0.3 else seller.places
    identity.inherit(account, old, clean, what == "cousin", rng, market.photo)
    seller.accounts.append(account)
    keep_ads(market, account, old, 0.1 if clean else 0.62)
    if what == "second" and rng.random() < 0.4:
        account.away_until = day + 1
    if not clean and what != "second" and rng.random() < 0.4:
        seller.plan.append((day, "said"))
        announce(market, account, old, day)
    follow(market, account, old, 0.25 if clean else 0.55)
    return account


def keep_ads(market: Market, account: Account, old: Account, chance: float) -> None:
    """Old ads are used again under the new contact."""
    for ad in old.ads:
        if market.rng.random() < chance:
            text = readdress(ad.text, old, account)
            account.ads.append(
                Ad(
                    text,
                    ad.goods,
                    ad.lang,
                    market.rng.choice(account.photos) if ad.photo else None,
                    ad.made,
                    ad.family,
                )
            )


def announce(market: Market, account: Account, old: Account, day: int) -> None:
    """Tell the customers, once the rooms are known."""
    account.chats = [chat for chat in old.chats if chat.tg not in account.barred]
    tell(market, account, day, "newacc", 0.6, f"@{old.username}" if market.rng.random() < 0.5 else old.name)


def follow(market: Market, account: Account, old: Account, chance: float) -> None:
    """Customers who were served well find him again, some of them."""
    for customer in market.customers:
        known = customer.memory.get(old.uid, 0)
        if known > 0 and market.rng.random() < chance:
            customer.memory[account.uid] = known * 0.7


def keeper_day(market: Market, day: int) -> None:
    """Keepers read the complaints, throw out, pin, remind; some sellers pay for being left alone."""
    rng = market.rng
    for chat in market.chats:
        if chat.kind in ("crew", "channel") or not chat.keepers:
            continue
        for uid, days in list(chat.complaints.items()):
            recent = [when for when in days if day - when < 14]
            if len(recent) >= market.world.keeper_ban and uid % 5 and rng.random() < 0.4:
                throw_out(market, chat, uid, day)
        if rng.random() < 0.3 and chat.talk:
            keeper = rng.choice(chat.keepers)
            post = market.say(
                chat, keeper, market.evening(day), market.line(keeper, chat.lang, "keeper", "rules")
            )
            if post and rng.random() < 0.25:
                chat.posts.append(
                    Post(post.at + 20, keeper, "", reply=post, service={"action": "pin_message"})
                )
        if rng.random() < 0.03 and chat.kind in ("group", "review"):
            vouch_list(market, chat, day)


def throw_out(market: Market, chat: Chat, uid: int, day: int) -> None:
    """A ban in one chat, with or without a word about it; what he wrote lately may go too."""
    rng = market.rng
    account = next((found for found in market.accounts if found.uid == uid), None)
    if account is None or chat.tg in account.barred:
        return
    keeper = rng.choice(chat.keepers)
    at = market.evening(day)
    if rng.random() < 0.65:
        who = {"who": market.mention(account)}
        market.say(
            chat,
            keeper,
            at,
            market.line(keeper, chat.lang, "keeper", "ban", who),
            "warning",
            about=account,
            tag="ban",
        )
    if rng.random() < 0.4:
        market.service(chat, keeper, at + 5, action="remove_members", members=[account.name])
    account.barred.add(chat.tg)
    if rng.random() < 0.4:
        for post in chat.posts:
            if post.who is account and at - post.at < 2 * DAY:
                post.gone = True
    seller = account.seller
    if seller and len(seller.accounts) < 5 and rng.random() < 0.5:
        seller.plan.append((day + rng.randint(1, 5), "again"))
        if rng.random() < 0.5:
            account.dead = day + 1


def vouch_list(market: Market, chat: Chat, day: int) -> None:
    """A keeper names those he trusts, or who paid him; the reader cannot see which."""
    rng = market.rng
    here = [
        seller
        for seller in market.sellers
        if any(account.alive(day) and chat in account.chats for account in seller.accounts)
    ]
    if len(here) < 2:
        return
    weights = [0.25 if seller.ghost else 1.0 for seller in here]
    first, second = rng.choices(here, weights, k=2)
    who = {"who": f"@{first.accounts[-1].username}", "who2": f"@{second.accounts[-1].username}"}
    keeper = rng.choice(chat.keepers)
    text = market.line(keeper, chat.lang, "keeper", "trusted", who)
    market.say(chat, keeper, market.evening(day), text, "vouch", about=first.accounts[-1], tag="list")


def missed(market: Market, day: int) -> None:
    """Customers ask after somebody who is gone."""
    for customer in market.customers:
        if market.rng.random() > 0.004:
            continue
        known = [uid for uid, value in customer.memory.items() if value > 0.5]
        gone = [
            account
            for account in market.accounts
            if account.uid in known and not account.alive(day) and account.seller
        ]
        if gone and customer.account.chats:
            chat = market.rng.choice(customer.account.chats)
            account = market.rng.choice(gone)
            hand = spoken(customer.account, chat.lang)
            text = speak(
                market.line(
                    customer.account, chat.lang, "thread", "after_q", {"who": market.mention(account)}
                ),
                hand,
                market.rng,
            )
            market.say(chat, customer.account, market.evening(day), text, about=account, tag="missed")
