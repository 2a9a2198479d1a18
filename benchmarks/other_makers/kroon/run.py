"""The season, day by day."""

from __future__ import annotations

from random import Random

from benchmarks.other_makers.kroon.buyers import customer_day
from benchmarks.other_makers.kroon.crews import crew_day, make_crews, service_day
from benchmarks.other_makers.kroon.market import Market
from benchmarks.other_makers.kroon.sellers import seller_day
from benchmarks.other_makers.kroon.setup import make_chats, make_others, make_sellers
from benchmarks.other_makers.kroon.talk import keepers_day, opening, talk_day
from benchmarks.other_makers.kroon.worlds import WORLDS


def season(name: str, seed: int) -> Market:
    """One market from its first to its last day; the same seed gives the same market."""
    world = WORLDS[name]
    market = Market(world, Random(f"{name}:{seed}"))
    make_chats(market)
    make_sellers(market)
    make_others(market)
    crews = make_crews(market)
    for day in range(world.days):
        market.day = day
        for seller in market.sellers:
            seller_day(market, seller)
            if day > seller.end or day < seller.start:
                seller.live = []
            seller.fame *= 0.985
            seller.shame *= 0.96
        for customer in market.customers:
            customer_day(market, customer)
        for crew in crews:
            crew_day(market, crew)
        service_day(market)
        talk_day(market)
        keepers_day(market)
    market.posts = [p for p in market.posts if p.account.died is None or p.when <= p.account.died]
    kept = {id(p) for p in market.posts}
    for post in market.posts:
        if post.reply is not None and id(post.reply) not in kept:
            post.reply = None
    opening(market)
    return market
