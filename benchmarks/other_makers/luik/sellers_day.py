"""A seller's day: bans and new accounts, stock that runs out, prices that move, ads in his groups, answers under them."""

import copy
import math

from .adwriter import ad_text
from .goods import rounded, single, word
from .identity import next_account
from .market import Market
from .people import Account, Post, Seller


def poisson(market: Market, mean: float) -> int:
    """How many times something happens today."""
    limit, product, count = math.exp(-mean), market.rng.random(), 0
    while product > limit:
        product *= market.rng.random()
        count += 1
    return count


def sellers_day(market: Market) -> None:
    """Let every seller live today."""
    for seller in market.sellers:
        new_life(market, seller)
        if seller.start <= market.day < seller.stop:
            bans(market, seller)
        if seller.open_on(market.day):
            stock(market, seller)
            advertise(market, seller)
        if (
            market.chance(0.3)
            and any(begin - 1 == market.day for begin, _ in seller.pauses)
            and market.chance(min(1.0, 3 * seller.talk))
        ):
            tell(market, seller, "small.closed", {})


def mains(seller: Seller, day: int) -> list[Account]:
    """His living user accounts."""
    return [account for account in seller.live(day) if not account.channel]


def tell(market: Market, seller: Seller, path: str, slots: dict[str, str]) -> Post | None:
    """Say something to the customers."""
    accounts = mains(seller, market.day)
    if not accounts:
        return None
    account = market.rng.choice(accounts)
    text = account.voice.say(path, market.rng, slots)
    return (
        market.say(
            account,
            market.rng.choice(account.homes),
            market.moment(account.hours),
            text,
            kind=path,
            about=seller.key,
        )
        if text
        else None
    )


def new_life(market: Market, seller: Seller) -> None:
    """Open the account that was due after a ban or a burning."""
    if seller.next_born != market.day:
        return
    seller.next_born = -1
    old = [account for account in seller.accounts if not account.channel][-1]
    new = next_account(market, seller, old, seller.cause)
    for account in seller.accounts:
        if account.channel and market.chance(0.85):
            account.signs, account.style = new.signs, new.style


def bans(market: Market, seller: Seller) -> None:
    """The platform throws out the loud; the burnt leave by themselves."""
    world, day = market.world, market.day
    loud = min(2.0, seller.rate / world.ad_rate)
    for account in mains(seller, day):
        risk = world.ban * loud + (world.wave * (0.5 + 0.4 * loud) if day in world.waves else 0.0)
        burnt = len(account.warned) >= (1 if seller.ghost and not seller.patient else 3)
        leave = burnt and market.chance(world.rebrand * (0.1 if seller.ghost else 0.02))
        if not leave and not market.chance(risk):
            continue
        account.dead = day
        account.deleted = market.chance(0.45 if leave else 0.3)
        gives_up = market.chance(0.22 if seller.ghost else 0.08)
        if not mains(seller, day) and not gives_up and seller.next_born < 0:
            seller.next_born, seller.cause = (
                day + 1 + market.rng.choice((0, 0, 1, 2, 4, 7)),
                "burnt" if leave else "ban",
            )


def stock(market: Market, seller: Seller) -> None:
    """Goods run out and come back where there are goods; some ghosts play at it."""
    day, rng = market.day, market.rng
    lives = not seller.ghost or seller.mimic
    for ware in seller.wares:
        if ware.out_until == day and lives and market.chance(seller.talk) and seller.accounts[0].style:
            lay = seller.accounts[0].style.layout
            restock(
                market,
                seller,
                ware.good.commodity,
                word(ware, lay, seller.voice.lang),
                single(ware, lay, seller.voice.lang, rng),
            )
        if (
            -1 < market.world.new_year < day
            and ware.good.key == "fireworks"
            and len(seller.wares) > 1
            and market.chance(0.5 if lives else 0.08)
        ):
            ware.out_until = 10**6
        if lives and ware.on_sale(day) and market.chance(0.022):
            ware.out_until = day + rng.randint(1, 6)
            if market.chance(seller.talk) and seller.accounts[0].style:
                tell(
                    market,
                    seller,
                    "small.soldout",
                    {"w": word(ware, seller.accounts[0].style.layout, seller.voice.lang)},
                )
        if market.chance(0.018 if not seller.ghost else 0.007):
            shift = rng.choice((0.9, 0.93, 1.06, 1.1))
            ware.rungs = [(q, float(rounded(p * shift, seller.towns[0].currency))) for q, p in ware.rungs]
    if seller.victim and market.chance(0.12):
        seller.wares = copy.deepcopy(seller.victim.wares)


def restock(market: Market, seller: Seller, commodity: str, name: str, price_line: str) -> None:
    """It is back; the only offer that says hardly anything."""
    accounts = mains(seller, market.day)
    if accounts and accounts[0].style and commodity:
        account = accounts[0]
        frame = market.rng.choice(account.style.frames["restock"])
        slots = {"w": name, "one": price_line, "at": "@" + account.signs.handle}
        text = account.voice.dress(frame, market.rng, slots)
        market.say(
            account,
            market.rng.choice(account.homes),
            market.moment(account.hours),
            text,
            "offer",
            (commodity,),
            kind="restock",
            about=seller.key,
        )


def advertise(market: Market, seller: Seller) -> None:
    """Today's ads: the same text in some of his groups, now and then with a photo."""
    accounts = seller.live(market.day)
    if not accounts:
        return
    rng = market.rng
    count = (
        (1 if market.chance(min(0.97, seller.rate)) else 0) if seller.bot else poisson(market, seller.rate)
    )
    for turn in range(count):
        account = rng.choice(accounts)
        text, goods = ad_text(market, account)
        if not text:
            return
        time = market.moment(account.hours)
        if seller.bot:
            time = (
                market.day * 86400
                + account.hours[0] * 3600
                + account.uid % 3000
                + turn * 14400
                + rng.randrange(40)
            )
        spread(market, seller, account, text, goods, time)


def spread(
    market: Market, seller: Seller, account: Account, text: str, goods: tuple[str, ...], time: int
) -> None:
    """Put one ad into channel and groups."""
    rng, style = market.rng, account.style
    assert style
    photo = None
    if style.photos and market.chance(seller.photo_share):
        fits = [p for p in style.photos if p[1] in goods] or style.photos
        number, kind = rng.choice(fits)
        mine = number > 20_000 and not seller.victim
        photo = (number, kind, 0 if mine and market.chance(0.6) else 1 + (account.uid + rng.randrange(2)) % 4)
    user, origin = account, ""
    if account.channel:
        post = market.say(
            account,
            account.channel,
            time,
            text,
            "offer",
            goods,
            photo=photo,
            kind="ad",
            about=seller.key,
            bold=style.bold,
        )
        carriers = mains(seller, market.day)
        if not carriers or not market.chance(0.5):
            return
        user, origin, time = rng.choice(carriers), account.name, post.time + rng.randrange(60, 4000)
    homes = rng.sample(user.homes, min(len(user.homes), rng.choice((1, 1, 2, 3))))
    for chat in homes:
        shown = "" if photo and market.chance(0.05) else text
        act, about = ("offer", goods) if shown else ("none", ())
        more = {"photo": photo, "forwarded": origin, "kind": "ad", "about": seller.key, "bold": style.bold}
        if market.chance(0.02):
            more["edited"] = rng.randrange(60, 9000)
        post = market.say(user, chat, time, shown, act, about, **more)
        time += rng.randrange(5, 240)
        if shown:
            user.last_ad = post
            under_ad(market, seller, user, post)


def under_ad(market: Market, seller: Seller, account: Account, post: Post) -> None:
    """Somebody asks; the seller answers, or not."""
    if not market.chance(market.world.under_ads):
        return
    rng = market.rng
    customer = rng.choice(market.customers)
    slots = {
        "place": rng.choice(rng.choice(market.towns).forms),
        "w": rng.choice(rng.choice(seller.wares).good.in_language(customer.account.voice.lang)),
    }
    text = customer.account.voice.say("small.ask_ad", rng, slots)
    question = market.say(
        customer.account,
        post.chat,
        market.later(post, 1, 240),
        text,
        reply=post,
        kind="question",
        about=seller.key,
    )
    if market.chance(seller.answers):
        late = (1, 12) if seller.ghost and not seller.patient else (1, 150)
        reply = account.voice.say("small.answer", rng, slots)
        time = market.later(question, *late)
        time = time if seller.ghost and not seller.patient else market.awake(account, time)
        market.say(account, post.chat, time, reply, reply=question, kind="answer", about=seller.key)
