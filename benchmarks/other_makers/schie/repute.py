"""What is said of sellers among others: is-he-legit and its answers, rivals who speak ill, quarrels."""

from __future__ import annotations

from .market import DAY, Market, reply_delay
from .people import Account, Chat, Customer, Post


def review_room(market: Market, customer: Customer, chat: Chat | None, chance: float) -> Chat | None:
    """Reviews and doubts go to the room for it, if he is in one."""
    rooms = [found for found in customer.account.chats if found.kind == "review"]
    if rooms and market.rng.random() < chance:
        return market.rng.choice(rooms)
    return chat


def legit(
    market: Market, customer: Customer, account: Account, chat: Chat, at: float, anchor: Post | None
) -> tuple[float, float]:
    """Ask whether somebody is to be trusted; the sum of what others say, and when it was said."""
    rng = market.rng
    where = review_room(market, customer, chat, 0.4) or chat
    question = market.say(
        where,
        customer.account,
        at,
        market.line(customer.account, where.lang, "thread", "legit_q", {"who": market.mention(account)}),
        about=account,
        tag="legit",
    )
    if question is None:
        return 0.0, at
    view = 0.0
    for witness in witnesses(market, where, account, customer):
        at += reply_delay(rng, 15)
        good = witness.memory[account.uid] > 0
        view += 1 if good else -1.3
        opinion(market, witness.account, where, question, account, good, at)
    seller = account.seller
    if seller and seller.buys_words and rng.random() < 0.6:
        for shill in rng.sample(market.shills, rng.choice((1, 1, 2))):
            at += reply_delay(rng, 10)
            view += 0.8
            opinion(market, shill, where, question, account, True, at)
    view += rivals(market, where, question, account, at)
    if view == 0 and rng.random() < 0.3:
        other = rng.choice(where.people or [customer.account])
        market.say(
            where,
            other,
            at + reply_delay(rng),
            market.line(other, where.lang, "chat", "react"),
            reply=question,
        )
    return view, at + 60


def witnesses(market: Market, chat: Chat, account: Account, customer: Customer) -> list[Customer]:
    """Who dealt with this account and opens his mouth."""
    rng = market.rng
    here = [
        other
        for other in market.regulars.get(chat.tg, [])
        if other is not customer and abs(other.memory.get(account.uid, 0)) > 0.25
    ]
    rng.shuffle(here)
    return [other for other in here[:5] if rng.random() < min(0.9, other.talk * 0.55)][:3]


def opinion(
    market: Market, who: Account, chat: Chat, under: Post, about: Account, good: bool, at: float
) -> Post | None:
    """A short verdict in a thread."""
    text = market.line(who, chat.lang, "voice", "praise_re" if good else "warn_re")
    post = market.say(chat, who, at, text, "vouch" if good else "warning", reply=under, about=about)
    if post:
        weigh(market, chat, about, good, at)
        if not good and market.rng.random() < 0.35:
            quarrel(market, who, chat, post, about, at)
    return post


def weigh(market: Market, chat: Chat, about: Account, good: bool, at: float) -> None:
    """What the rooms have heard of an account."""
    if good:
        market.standing[about.uid] += 1
    else:
        market.doubted[about.uid] += 1
        chat.complaints.setdefault(about.uid, []).append(int(at // DAY))


def rivals(market: Market, chat: Chat, question: Post, account: Account, at: float) -> float:
    """A competitor talks somebody down, himself or through a hired account."""
    rng = market.rng
    if not market.world.slander or account.seller is None or rng.random() > market.world.slander * 0.8:
        return 0.0
    foes = [
        other
        for other in chat.people
        if other.seller
        and other.seller.slanders
        and other.seller is not account.seller
        and other.alive(int(at // DAY))
    ]
    if not foes:
        return 0.0
    who = rng.choice(market.shills) if rng.random() < 0.5 else rng.choice(foes)
    opinion(market, who, chat, question, account, False, at + reply_delay(rng, 15))
    return -1.0


def quarrel(market: Market, who: Account, chat: Chat, post: Post, about: Account, at: float) -> None:
    """The accused answers back, or keeps silent; sometimes it goes on for a while."""
    rng, seller = market.rng, about.seller
    if seller is None or not about.alive(int(at // DAY)) or (chat not in about.chats and rng.random() < 0.6):
        return
    chance = (0.2 + 0.6 * seller.answers) if not seller.ghost else 0.12 + 0.4 * seller.answers
    if rng.random() > chance:
        return
    for _ in range(rng.choice((1, 1, 2, 3))):
        at += reply_delay(rng, 20)
        back = market.say(
            chat,
            about,
            at,
            market.line(about, chat.lang, "thread", "denial", {"who": market.mention(who)}),
            reply=post,
            tag="denial",
        )
        if back is None or rng.random() < 0.55:
            return
        at += reply_delay(rng, 10)
        again = rng.random() < 0.5
        text = market.line(who, chat.lang, "voice" if again else "chat", "warn_re" if again else "react")
        if market.say(chat, who, at, text, "warning" if again else "none", reply=back, about=about) is None:
            return
        if again:
            weigh(market, chat, about, False, at)
