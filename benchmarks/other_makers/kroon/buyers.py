"""What customers do: ask, pick a seller, pay or not, and tell others, mostly not.

The outcome of a deal follows from the seller; whether anything is said of it from the customer.
Praise and warnings that are written make or break the next choice.
"""

from __future__ import annotations

from benchmarks.other_makers.kroon.core import DAY, Account, Person, Post, Seller
from benchmarks.other_makers.kroon.goods import number
from benchmarks.other_makers.kroon.market import (
    Market,
    after,
    home,
    known_as,
    line,
    moment,
    note,
    on_stage,
    word_for,
)
from benchmarks.other_makers.kroon.words import good


def customer_day(market: Market, who: Person) -> None:
    """One day of one customer."""
    rng, world = market.rng, market.world
    if not on_stage(market, who):
        return
    if rng.random() < world.buying * min(2.0, 0.6 + who.chatty * 0.4):
        taste = rng.choice(who.tastes)
        if rng.random() < world.asking:
            by_request(market, who, taste)
        else:
            by_ad(market, who, taste)
    if rng.random() < 0.006 * who.chatty:
        trust_question(market, who)


def open_sellers(market: Market, who: Person, taste: str) -> list[Seller]:
    """Sellers of what is wanted whom this customer can have seen."""
    mine = market.homes[who.pid]
    out = []
    for seller in market.sellers:
        if not seller.live or all(w.commodity != taste for w in seller.wares):
            continue
        if seller.people[0].lang == who.lang or any(c in mine for c in market.homes[seller.people[0].pid]):
            out.append(seller)
    return out


def appeal(who: Person, seller: Seller) -> float:
    """How likely this seller is chosen: pull, fame, shame, own experience, frequency of ads."""
    known = who.trusts.get(int(seller.sid[1:]), 0)
    if known < 0:
        return 0.0
    fame = (1 + 0.35 * seller.fame) / (1 + 0.8 * seller.shame)
    return (
        seller.pull
        * fame
        * (0.4 + min(1.5, seller.rate))
        * (6.0 if known else 1.0)
        * (0.3 if seller.level != "retailer" else 1.0)
    )


def choose(market: Market, who: Person, sellers: list[Seller]) -> Seller | None:
    """One of the sellers by appeal."""
    weights = [appeal(who, s) for s in sellers]
    if not sellers or sum(weights) <= 0:
        return None
    return market.rng.choices(sellers, weights)[0]


def by_request(market: Market, who: Person, taste: str) -> None:
    """Ask the group; who is there answers, real or not; then deal with one of them."""
    rng = market.rng
    group = home(market, who)
    ladder = good(taste)["retail"]
    quantity = rng.choice(ladder)[0]  # type: ignore[arg-type]
    account = who.accounts[0]
    text, phrase = line(
        market, account, "request", p=word_for(rng, taste, who.lang), q=number(float(quantity))
    )
    goods = (taste,) if "{p}" in phrase.text else ()
    post = market.say(
        Post(group, moment(market, who), account, text, phrase.act or "request", goods, why="request")
    )
    if post is None:
        return
    note(market, group, post)
    sellers = open_sellers(market, who, taste)
    rng.shuffle(sellers)
    came = [s for s in sellers if rng.random() < 0.5 * s.answers * min(1.0, 5 / len(sellers) + 0.15)][:4]
    for seller in came:
        answer(market, seller, post, taste)
    if not came and rng.random() < 0.25:
        again = Post(group, post.when + rng.uniform(60, 1500), account, text, post.act, goods, why="request")
        note(market, group, market.say(again))
    others(market, post)
    seller = choose(market, who, came) if came else None
    if seller is not None and rng.random() < 0.75:
        deal(market, who, seller, None)


def answer(market: Market, seller: Seller, post: Post, taste: str) -> None:
    """A seller's answer in the thread: mostly a bare word, now and then with goods."""
    rng = market.rng
    account = rng.choice(seller.live)
    ware = next(w for w in seller.wares if w.commodity == taste)
    full = rng.random() < 0.22
    quantity, price = rng.choice(ware.ladder)
    text, phrase = line(
        market,
        account,
        "answer_offer" if full else "answer",
        p=ware.word,
        q=number(quantity),
        pr=number(price),
        c=f"@{account.username}" if account.username else "dm",
    )
    act = phrase.act or ("offer" if full else "none")
    goods = (taste,) if act == "offer" and "{p}" in phrase.text else ()
    reply = post if rng.random() < 0.88 else None
    said = market.say(
        Post(post.chat, after(market, post, 7), account, text, act, goods, reply, about=seller, why="answer")
    )
    note(market, post.chat, said)
    if said is not None and rng.random() < 0.25:
        back, _ = line(market, post.account, "follow")
        market.say(
            Post(
                post.chat,
                after(market, said, 10),
                post.account,
                back,
                "none",
                (),
                said if rng.random() < 0.7 else None,
                about=seller,
                why="follow",
            )
        )


def others(market: Market, post: Post) -> None:
    """By-standers at a request: me too, or a joke."""
    rng = market.rng
    if rng.random() < 0.12 * min(1.0, market.world.chatter / 50):
        other = rng.choice(market.customers)
        if (
            on_stage(market, other)
            and other.lang == post.account.person.lang
            and other is not post.account.person
        ):
            text, phrase = line(market, other.accounts[0], "me_too")
            market.say(
                Post(
                    post.chat,
                    after(market, post, 20),
                    other.accounts[0],
                    text,
                    phrase.act or "request",
                    (),
                    post,
                    why="me_too",
                )
            )


def by_ad(market: Market, who: Person, taste: str) -> None:
    """Go for an ad; perhaps ask something under it first."""
    rng = market.rng
    seller = choose(market, who, open_sellers(market, who, taste))
    if seller is None:
        return
    ad = last_ad(market, seller)
    answered = rng.random() < seller.answers
    if ad is not None and rng.random() < 0.4 * min(1.0, 0.3 + market.world.praise * 3):
        key = "ask_old" if who.trusts.get(int(seller.sid[1:]), 0) > 0 and rng.random() < 0.6 else "ask_ad"
        text, _ = line(market, who.accounts[0], key)
        asked = market.say(
            Post(
                ad.chat,
                after(market, ad, 60),
                who.accounts[0],
                text,
                "none",
                (),
                ad,
                about=seller,
                why="old" if key == "ask_old" else "ask",
            )
        )
        if asked is not None and answered and seller.live and rng.random() < 0.75:
            mine, _ = line(market, ad.account, "ask_reply")
            market.say(
                Post(
                    ad.chat,
                    after(market, asked, 12),
                    ad.account,
                    mine,
                    "none",
                    (),
                    asked,
                    about=seller,
                    why="answer",
                )
            )
    deal(market, who, seller, ad)


def last_ad(market: Market, seller: Seller) -> Post | None:
    """The last ad of this seller that people still see."""
    for group in market.homes[seller.people[0].pid]:
        for post in reversed(market.recent.get(group.folder, [])):
            if post.about is seller and post.why == "ad" and post.account in seller.live:
                return post
    return None


def outcome(market: Market, seller: Seller) -> str:
    """How a deal ends: good, late, fake, robbed, silence."""
    rng = market.rng
    if seller.real:
        if rng.random() > 0.55 + 0.45 * seller.answers:
            return "silence"
        return (
            "good"
            if rng.random() < seller.reliable
            else rng.choice(("late", "late", "late", "bad", "robbed"))
        )
    if rng.random() < seller.reliable:
        return "good"
    if seller.ghost == "fakes":
        return rng.choice(("fake", "fake", "bad"))
    if rng.random() > seller.answers + 0.1:
        return "silence"
    return "robbed" if rng.random() < (0.8 if seller.prepay else 0.45) else "silence"


def deal(market: Market, who: Person, seller: Seller, ad: Post | None) -> None:
    """One deal and what is said of it."""
    rng, world = market.rng, market.world
    end = outcome(market, seller)
    key = int(seller.sid[1:])
    mood = min(1.8, 0.5 + 0.5 * who.chatty)
    target = ad.account if ad is not None and ad.account in seller.live else seller.live[-1]
    if end == "good":
        who.trusts[key] = who.trusts.get(key, 0) + 1
        if rng.random() < world.praise * mood:
            speak(market, who, seller, target, ad, "praise")
        return
    if end in ("late", "bad"):
        if rng.random() < world.warn * 0.6 * mood:
            speak(market, who, seller, target, ad, "late" if end == "late" else "warn_bad")
        return
    if end == "silence":
        if rng.random() < world.warn * 0.3 * mood:
            speak(market, who, seller, target, ad, "warn_silent")
        return
    who.trusts[key] = -1
    if rng.random() < world.warn * 1.3 * mood:
        speak(market, who, seller, target, ad, "warn" if end == "robbed" else "warn_bad")


def speak(market: Market, who: Person, seller: Seller, target: Account, ad: Post | None, key: str) -> None:
    """Praise, complaint or warning: under the ad, in the group, or in the group for experiences."""
    rng = market.rng
    mouth = who.accounts[0]
    under = ad is not None and rng.random() < 0.45
    rooms = [c for c in market.chats if "vouch" in c.tags]
    group = ad.chat if under and ad is not None else rooms[0] if rng.random() < 0.25 else home(market, who)
    short = under and rng.random() < 0.6 and key in ("praise", "warn")
    use = {"praise": "praise_short", "warn": "warn_short"}[key] if short else key
    taste = rng.choice(seller.wares)
    text, phrase = line(market, mouth, use, who=known_as(rng, target, who.style), p=taste.word)
    if not short and key in ("praise", "warn") and rng.random() < 0.16:
        more, _ = line(market, mouth, f"{key}_short")
        text = rng.choice((f"{text}\n{more}", f"{text} {more}", f"{more}, {text}"))
    act = phrase.act or {"praise": "vouch", "late": "none"}.get(key, "warning")
    when = (
        min(after(market, ad, 400), (market.day + 1.5) * DAY)
        if under and ad is not None
        else moment(market, who)
    )
    photo = (rng.randrange(1, 2**31), 0) if key == "praise" and rng.random() < 0.05 else None
    post = market.say(
        Post(
            group,
            when,
            mouth,
            text,
            act,
            (),
            ad if under else None,
            photo,
            about=seller,
            why="late" if key == "late" else "heard",
        )
    )
    if post is None:
        return
    note(market, group, post)
    seller.fame += 0.5 if act == "vouch" else 0.0
    seller.shame += {"warn": 1.0, "warn_bad": 0.7, "warn_silent": 0.4, "late": 0.1}.get(key, 0.0)
    aftermath(market, seller, target, post, act)


def aftermath(market: Market, seller: Seller, target: Account, post: Post, act: str) -> None:
    """The accused may answer, others may add their own experience."""
    rng = market.rng
    if act != "vouch" and target in seller.live and rng.random() < 0.3 * seller.answers:
        text, _ = line(market, target, "defence" if act == "warning" else "sorry")
        market.say(
            Post(
                post.chat,
                after(market, post, 30),
                target,
                text,
                "none",
                (),
                post,
                about=seller,
                why="defence",
            )
        )
    if rng.random() < 0.2 * min(1.0, market.world.praise * 5):
        second(market, seller, post, act)


def second(market: Market, seller: Seller, post: Post, act: str) -> None:
    """Somebody with the same or the opposite experience joins in."""
    rng = market.rng
    key = int(seller.sid[1:])
    knowing = [
        c
        for c in market.customers
        if c.trusts.get(key, 0) != 0 and c is not post.account.person and on_stage(market, c)
    ]
    if not knowing:
        return
    who = rng.choice(knowing)
    yes = who.trusts[key] > 0
    text, phrase = line(market, who.accounts[0], "trust_yes" if yes else "trust_no")
    own = phrase.act or ("vouch" if yes else "warning")
    market.say(
        Post(
            post.chat,
            after(market, post, 45),
            who.accounts[0],
            text,
            own,
            (),
            post,
            about=seller,
            why="heard",
        )
    )
    if yes:
        seller.fame += 0.3
    else:
        seller.shame += 0.6


def trust_question(market: Market, who: Person) -> None:
    """Is so-and-so good? Those who know may say so."""
    rng = market.rng
    seen = [s for s in market.sellers if s.live and s.people[0].lang == who.lang]
    if not seen:
        return
    seller = rng.choices(seen, [s.pull for s in seen])[0]
    group = home(market, who)
    text, _ = line(market, who.accounts[0], "trust_q", who=known_as(rng, seller.live[-1], who.style))
    post = market.say(Post(group, moment(market, who), who.accounts[0], text, "none", (), why="trust_q"))
    if post is not None:
        note(market, group, post)
        for _ in range(rng.randint(0, 3)):
            second(market, seller, post, "none")
