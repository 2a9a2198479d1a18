"""What is said around deals: requests and answers, waiting, praise and warning, bought words, slander."""

from __future__ import annotations

from collections.abc import Callable

from . import lexicon
from .ads import Slots, fitting, frames_of, ladder, single, spoken, street
from .market import DAY, Market, reply_delay
from .people import Account, Chat, Customer, Post, Seller
from .repute import legit, opinion, quarrel, review_room, weigh, witnesses
from .voice import speak

Settle = Callable[[Market, Customer, Account, Chat | None, Post | None, float, str], None]


def asker(places: tuple[str, ...]) -> Seller:
    """A stand-in whose words a customer uses to name what he wants."""
    return Seller("", False, "", "retailer", [], 1.0, False, 1, 1, 0, 0, False, (0, 24), ("nl",), places)


def room(market: Market, customer: Customer, good: str) -> Chat | None:
    """Where he asks: a room of his that suits the goods."""
    family = lexicon.goods()[good].family
    fit = [
        chat
        for chat in customer.account.chats
        if chat.kind in ("group", "lawful", "comments") and family in chat.families
    ]
    fit = [chat for chat in fit if chat.kind != "comments" or market.rng.random() < 0.4]
    fit = [chat for chat in fit if chat.kind != "lawful" or market.rng.random() < 0.4]
    return market.rng.choice(fit) if fit else None


def ask(
    market: Market, customer: Customer, good: str, at: float, settle: Settle, again: bool = False
) -> None:
    """A request, its answers, and what comes of it."""
    rng = market.rng
    chat = room(market, customer, good)
    if chat is None:
        return
    row = lexicon.goods()[good]
    key = "bulk" if row.family == "drugs" and rng.random() < 0.03 else frames_of(good, row.family)
    voice = spoken(customer.account, chat.lang)
    wanted = [
        good,
        *(
            other
            for other in customer.taste
            if other != good and row.family != "papers" and lexicon.goods()[other].family == row.family
        ),
    ]
    slots = Slots(asker((customer.place,)), wanted, customer.account, voice, rng)
    slots.main, slots.second = good, wanted[-1]
    frame = fitting(lexicon.lines(chat.lang, "asks", key), len(wanted) > 1, True, rng)
    text = speak(lexicon.expand(frame, slots, chat.lang, rng), voice, rng)
    post = market.say(chat, customer.account, at, text, "request", tuple(slots.used))
    if post is None:
        return
    takers = answers(market, chat, post, good)
    if not takers:
        if not again and rng.random() < 0.15:
            ask(market, customer, good, at + rng.uniform(1, 6) * 3600, settle, again=True)
        return
    if rng.random() < 0.8:
        choose(market, customer, good, chat, takers, settle)


def answers(market: Market, chat: Chat, post: Post, good: str) -> list[tuple[Account, float]]:
    """Sellers who react under a request; bare words mostly."""
    rng = market.rng
    day = int(post.at // DAY)
    takers: list[tuple[Account, float]] = []
    for account in chat.people:
        seller = account.seller
        if seller is None or not account.alive(day) or chat.tg in account.barred:
            continue
        has = good in seller.stock or (seller.ghost and rng.random() < 0.06)
        if not has or rng.random() > seller.answers * 0.42 or len(takers) > 3:
            continue
        at = post.at + reply_delay(rng, 12 if seller.auto else 30)
        if market.say(
            chat,
            account,
            at,
            *answer(market, account, chat, good),
            reply=post if rng.random() < 0.75 else None,
            tag="answer",
        ):
            takers.append((account, at))
    return takers


def answer(market: Market, account: Account, chat: Chat, good: str) -> tuple[str, str, tuple[str, ...]]:
    """The words of an answer, its act and commodities."""
    rng, seller = market.rng, account.seller
    assert seller is not None
    if rng.random() < 0.76:
        return market.line(account, chat.lang, "thread", "answers"), "none", ()
    voice = spoken(account, chat.lang)
    slots = {
        "g": street(seller, good, chat.lang, rng),
        "line": ladder(seller, good, voice, rng, most=2),
        "p": single(seller, good, voice, rng),
        "place": rng.choice(seller.places),
    }
    phrase = rng.choice(lexicon.lines(chat.lang, "thread", "answer_offer"))
    return speak(lexicon.expand(phrase, slots, chat.lang, rng), voice, rng), "offer", (good,)


def choose(
    market: Market,
    customer: Customer,
    good: str,
    chat: Chat,
    takers: list[tuple[Account, float]],
    settle: Settle,
) -> None:
    """Take one of those who answered; ask others first when in doubt."""
    weights = [
        max(
            0.05,
            1
            + 0.3 * min(6, market.standing[account.uid])
            - 0.3 * market.doubted[account.uid]
            + customer.memory.get(account.uid, 0),
        )
        for account, _ in takers
    ]
    account, at = market.rng.choices(takers, weights)[0]
    if market.rng.random() < customer.doubt * 0.7:
        view, at = legit(market, customer, account, chat, at, None)
        if view < 0 and market.rng.random() < 0.85:
            return
    settle(market, customer, account, chat, None, at, good)


def waiting(
    market: Market,
    customer: Customer,
    account: Account,
    chat: Chat | None,
    anchor: Post | None,
    at: float,
    chance: float,
) -> None:
    """Where are you? And the seller's excuse, if he reads it."""
    rng, seller = market.rng, account.seller
    if (
        chat is None
        or chat.kind in ("channel", "citychannel", "trade")
        or seller is None
        or rng.random() > chance * 0.6
    ):
        return
    text = market.line(customer.account, chat.lang, "thread", "after_q", {"who": market.mention(account)})
    reply = anchor if anchor and rng.random() < 0.4 else None
    post = market.say(chat, customer.account, at, text, reply=reply, about=account, tag="waiting")
    if (
        post
        and account.alive(int(at // DAY))
        and rng.random() < seller.answers * (0.9 if not seller.ghost else 0.45)
    ):
        market.say(
            chat,
            account,
            at + reply_delay(rng, 15),
            market.line(account, chat.lang, "thread", "apology"),
            reply=post,
            tag="apology",
        )


def feedback(
    market: Market,
    customer: Customer,
    account: Account,
    chat: Chat | None,
    anchor: Post | None,
    at: float,
    kind: str,
) -> None:
    """Praise or warning after a deal, under the ad or by name; others may join in."""
    rng = market.rng
    where = review_room(market, customer, chat, 0.45)
    if (
        where is None
        or where.kind in ("channel", "citychannel", "trade", "crew")
        or customer.said.get(account.uid, 0) >= 3
    ):
        return
    customer.said[account.uid] = customer.said.get(account.uid, 0) + 1
    under = anchor if where is chat and anchor is not None and rng.random() < 0.5 else None
    post = voice_of(market, customer.account, account, where, under, at, kind)
    if post is None:
        return
    if kind == "warn" and rng.random() < 0.5:
        quarrel(market, customer.account, where, post, account, at)
    for other in witnesses(market, where, account, customer)[:2]:
        if rng.random() < 0.42:
            opinion(
                market,
                other.account,
                where,
                post,
                account,
                other.memory[account.uid] > 0,
                at + reply_delay(rng, 40),
            )


def voice_of(
    market: Market, who: Account, about: Account, chat: Chat, under: Post | None, at: float, kind: str
) -> Post | None:
    """The message itself."""
    rng, seller = market.rng, about.seller
    assert seller is not None
    good = rng.choice(seller.stock)
    other = rng.choice(seller.accounts)
    names = {
        "who": market.mention(about),
        "who2": other.name if other is not about else lexicon.general("first", chat.lang, rng),
    }
    slots = {**names, "g": street(asker(()), good, chat.lang, rng)}
    text = market.line(who, chat.lang, "voice", f"{kind}_re" if under else kind, slots)
    photo = (
        (market.photo(), 0)
        if kind == "praise" and rng.random() < (0.3 if chat.kind == "review" else 0.06)
        else None
    )
    post = market.say(
        chat, who, at, text, "vouch" if kind == "praise" else "warning", reply=under, photo=photo, about=about
    )
    if post:
        weigh(market, chat, about, kind == "praise", at)
    return post


def words_day(market: Market, day: int) -> None:
    """Bought praise for those who pay, and slander between rivals, apart from any deal."""
    rng = market.rng
    for seller in market.sellers:
        active = [account for account in seller.accounts if account.alive(day) and account.chats]
        if not active or seller.joined > day or seller.stopped:
            continue
        account = active[-1]
        places = [chat for chat in account.chats if chat.kind == "group"] + [
            chat for chat in market.chats if chat.kind == "review"
        ]
        if places and rng.random() < seller.buys_words:
            voice_of(
                market,
                rng.choice(market.shills),
                account,
                rng.choice(places),
                None,
                market.evening(day),
                "praise",
            )
        if places and seller.slanders and rng.random() < 0.06:
            foes = [
                other
                for other in market.sellers
                if other is not seller
                and set(other.stock) & set(seller.stock)
                and other.accounts[-1].alive(day)
            ]
            if foes:
                who = account if rng.random() < 0.35 else rng.choice(market.shills)
                voice_of(
                    market,
                    who,
                    rng.choice(foes).accounts[-1],
                    rng.choice(places),
                    None,
                    market.evening(day),
                    "warn",
                )
