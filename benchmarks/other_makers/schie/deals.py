"""Deals: mostly unseen. What was promised, what came, and what the customer says of it, if anything.

Real sellers fail at times (late, poor, nothing at all); ghosts please at times (fakes not noticed, small orders of a long con).
Of a hundred deals some ten are spoken of; anger speaks louder than content.
"""

from __future__ import annotations

from . import repute, threads
from .market import DAY, Market, reply_delay
from .people import Account, Chat, Customer, Post, Seller


def deal_day(market: Market, day: int) -> None:
    """Every customer's wishes of today."""
    market.seen = [entry for entry in market.seen if day - entry[1].at / DAY < 4]
    shelf: dict[str, list[tuple[Post, Chat]]] = {}
    for good, post, chat in market.seen:
        if post.who.alive(day):
            shelf.setdefault(good, []).append((post, chat))
    for customer in market.customers:
        if market.rng.random() < customer.need:
            wish(market, customer, market.rng.choice(customer.taste), day, shelf)


def wish(
    market: Market, customer: Customer, good: str, day: int, shelf: dict[str, list[tuple[Post, Chat]]]
) -> None:
    """Go back to who served well, ask in a room, or pick from the ads."""
    rng = market.rng
    at = market.evening(day)
    known = [uid for uid, value in customer.memory.items() if value > 0.4]
    fit = [
        account
        for account in (market.by_uid[uid] for uid in known)
        if account.alive(day) and account.seller and good in account.seller.stock
    ]
    if fit and rng.random() < 0.65:
        account = rng.choice(fit)
        room = rng.choice(account.chats) if account.chats else None
        settle(market, customer, account, room, None, at, good)
        return
    if rng.random() < market.world.ask * (0.4 + customer.talk):
        threads.ask(market, customer, good, at, settle)
        return
    choice = from_ads(market, customer, shelf.get(good, []) + shelf.get("", [])[:2])
    if choice is None:
        if rng.random() < 0.3:
            threads.ask(market, customer, good, at, settle)
        return
    post, chat = choice
    anchor = None if post.tag == "loose" else post
    if rng.random() < customer.doubt * (0.25 if post.who.uid in customer.memory else 0.8):
        view, at = repute.legit(market, customer, post.who, chat, at, anchor)
        if view < 0 and rng.random() < 0.85:
            return
    settle(market, customer, post.who, chat, anchor, at, good)


def from_ads(market: Market, customer: Customer, ads: list[tuple[Post, Chat]]) -> tuple[Post, Chat] | None:
    """Ads in rooms he is in; names with a good sound are taken sooner, bad ones are passed by."""
    rooms = {chat.tg for chat in customer.account.chats}
    near = [entry for entry in ads if entry[1].tg in rooms] or ads[:30]
    weights: list[float] = []
    for post, _ in near:
        uid = post.who.uid
        weight = (
            1.0
            + 0.35 * max(0, min(8, market.standing[uid]))
            - (0.16 + 0.4 * customer.doubt) * min(5, market.doubted[uid]) * 0.5
        )
        if customer.place in post.who.places:
            weight += 1.0
        weights.append(0.0 if customer.memory.get(uid, 0) < -0.4 else max(0.03, weight))
    if not near or sum(weights) <= 0:
        return None
    return market.rng.choices(near, weights)[0]


def settle(
    market: Market,
    customer: Customer,
    account: Account,
    chat: Chat | None,
    anchor: Post | None,
    at: float,
    good: str,
) -> None:
    """One deal."""
    seller = account.seller
    if seller is None:
        return
    if seller.ghost and not (seller.way == "longcon" and seller.served < 6 + seller.hours[0]):
        swindle(market, seller, customer, account, chat, anchor, at)
    else:
        honest(market, seller, customer, account, chat, anchor, at)


def trusts(market: Market, customer: Customer, account: Account) -> bool:
    """Whether he sends money before he has anything."""
    if customer.memory.get(account.uid, 0) > 0.4:
        return True
    chance = (
        0.55
        + 0.06 * min(5, market.standing[account.uid])
        - 0.35 * customer.doubt
        - 0.05 * min(6, market.doubted[account.uid])
    )
    return market.rng.random() < chance


def remember(customer: Customer, account: Account, change: float) -> None:
    """Good and bad days add up; one big loss wipes out much."""
    customer.memory[account.uid] = max(-3.0, min(3.0, customer.memory.get(account.uid, 0.0) + change))


def honest(
    market: Market,
    seller: Seller,
    customer: Customer,
    account: Account,
    chat: Chat | None,
    anchor: Post | None,
    at: float,
) -> None:
    """A deal with somebody who has the goods."""
    rng, world = market.rng, market.world
    if seller.prepay and not trusts(market, customer, account):
        return
    seller.served += 1
    done = at + rng.uniform(0.4, 5 if not seller.prepay else 50) * 3600
    if rng.random() < 0.2:
        threads.waiting(market, customer, account, chat, anchor, at + 2600, customer.talk * 0.35)
    if rng.random() > seller.reliable:
        remember(customer, account, -1.6 if seller.prepay else -0.5)
        threads.waiting(market, customer, account, chat, anchor, at + 5000, customer.talk * 0.4)
        if rng.random() < world.warn * customer.talk * (0.8 if seller.prepay else 0.25):
            threads.feedback(market, customer, account, chat, anchor, done + DAY * 0.6, "warn")
        return
    seller.trips += 1
    seller.takings += 1
    if rng.random() > seller.quality:
        remember(customer, account, -0.3)
        if rng.random() < world.warn * customer.talk * 0.22:
            threads.feedback(market, customer, account, chat, anchor, done, "warn")
        return
    fresh = customer.memory.get(account.uid, 0) < 0.9
    remember(customer, account, 0.9)
    if rng.random() < world.praise * customer.talk * (1.5 if fresh else 0.8) * (
        1.4 if seller.prepay else 1.0
    ):
        threads.feedback(market, customer, account, chat, anchor, done, "praise")


def swindle(
    market: Market,
    seller: Seller,
    customer: Customer,
    account: Account,
    chat: Chat | None,
    anchor: Post | None,
    at: float,
) -> None:
    """A deal with somebody who has nothing."""
    rng, world = market.rng, market.world
    if seller.way in ("silent", "lure"):
        threads.waiting(market, customer, account, chat, anchor, at + 4000, customer.talk * 0.25)
        remember(customer, account, -0.35)
        if rng.random() < world.warn * customer.talk * 0.12:
            threads.feedback(market, customer, account, chat, anchor, at + 9000, "warn")
        return
    if (seller.prepay or seller.way == "longcon") and not trusts(market, customer, account):
        remember(customer, account, -0.2)
        if rng.random() < 0.07 * customer.talk:
            threads.feedback(market, customer, account, chat, anchor, at + reply_delay(rng), "warn")
        return
    seller.served += 1
    if seller.way == "fakes":
        poor_goods(market, customer, account, chat, anchor, at)
        return
    remember(customer, account, -2.5)
    threads.waiting(
        market, customer, account, chat, anchor, at + rng.uniform(3000, 20000), customer.talk * 0.4
    )
    if rng.random() < world.warn * customer.talk:
        blamed = account
        if seller.way == "mimic" and seller.victim and rng.random() < 0.2:
            blamed, anchor = seller.victim.accounts[-1], None
        threads.feedback(market, customer, blamed, chat, anchor, at + rng.uniform(2, 40) * 3600, "warn")


def poor_goods(
    market: Market, customer: Customer, account: Account, chat: Chat | None, anchor: Post | None, at: float
) -> None:
    """Something came, but not what was sold; not everybody notices."""
    rng, world = market.rng, market.world
    if rng.random() < 0.6:
        remember(customer, account, -1.5)
        if rng.random() < world.warn * customer.talk * 0.9:
            threads.feedback(market, customer, account, chat, anchor, at + rng.uniform(4, 60) * 3600, "warn")
    else:
        remember(customer, account, 0.4)
        if rng.random() < world.praise * customer.talk * 0.7:
            threads.feedback(
                market, customer, account, chat, anchor, at + rng.uniform(2, 40) * 3600, "praise"
            )
