"""Let a world live its days, then number the messages of each chat."""

from .casting import build, renew_line
from .chatter import chatter_day
from .crews import crews_day, gather
from .keepers_day import keepers_day
from .market import DAY, Market
from .opinions import bought_praise, farm_life, missed, no_shows, sellers_buy, slander, stolen_names
from .sellers_day import poisson, sellers_day
from .trade import trade_day
from .worlds import WORLDS


def live(name: str, seed: int) -> Market:
    """One world from the first day to the last."""
    market = build(WORLDS[name], seed)
    crews = gather(market)
    sold = sorted(market.rng.sample(range(15, market.world.days - 10), market.world.line_sales))
    for day in range(market.world.days):
        market.day = day
        sellers_day(market)
        trade_day(market)
        for act in (
            stolen_names,
            bought_praise,
            farm_life,
            sellers_buy,
            slander,
            missed,
            no_shows,
            keepers_day,
            chatter_day,
        ):
            act(market)
        crews_day(market, crews)
        if day in sold:
            sell_line(market)
    likes(market)
    number(market)
    return market


def likes(market: Market) -> None:
    """Thumbs under ads and praise: from people who were served, from the hired, and from anybody by chance."""
    fans = [0] * len(market.sellers)
    for customer in market.customers:
        for index in customer.trust:
            fans[index] += 1
    for post in market.posts:
        seller = post.who.seller
        if post.kind == "ad" and seller and market.chance(0.3):
            mean = 0.02 + 0.012 * fans[seller.index] + (0.25 if seller.buys_praise else 0.0)
            post.likes = poisson(market, mean)
        elif post.act in ("vouch", "warning") or post.kind in ("chatter", "rules"):
            post.likes = poisson(market, 0.12)


def sell_line(market: Market) -> None:
    """A seller stops and sells his phone line; the buyer says so or keeps still."""
    givers = [
        s
        for s in market.sellers
        if not s.ghost and s.open_on(market.day) and any(a.signs.phone for a in s.live(market.day))
    ]
    if not givers:
        return
    giver = market.rng.choice(givers)
    takers = [
        s
        for s in market.sellers
        if s is not giver and not s.ghost and s.open_on(market.day) and giver.towns[0] in s.towns
    ]
    takers = [s for s in takers if any(not a.channel for a in s.live(market.day))]
    if not takers:
        return
    taker = market.rng.choice(takers)
    giver.stop = market.day
    renew_line(market, giver, taker)
    account = next(a for a in reversed(taker.live(market.day)) if not a.channel)
    if market.chance(0.6):
        text = account.voice.say("small.handoff", market.rng, {})
        market.say(
            account,
            market.rng.choice(account.homes),
            market.moment(account.hours),
            text,
            kind="handoff",
            about=taker.key,
        )


def number(market: Market) -> None:
    """Message numbers per chat, with gaps where keepers deleted; what falls after the last day is not in the export."""
    end = market.world.days * DAY
    for chat in market.chats:
        chat.posts = sorted((p for p in chat.posts if p.time < end), key=lambda p: p.time)
        count = market.rng.randrange(3, 4000)
        for post in chat.posts:
            count += market.rng.choice((1, 1, 1, 1, 1, 1, 2, 3))
            post.number = count
    market.posts = [p for p in market.posts if p.number]
