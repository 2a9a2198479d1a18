"""Command line: python -m veem --world W --seed S -o DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from .birth import make_chats, make_crowd, make_sellers
from .buying import buy_day
from .crews import Chain
from .export import Writer
from .market import Market
from .moving import move_day
from .selling import sell_day
from .talking import opening, talk_day
from .worlds import WORLDS


def make(world: str, seed: int) -> Market:
    """Let a world live for its days."""
    market = Market(WORLDS[world], seed)
    make_chats(market)
    make_crowd(market)
    make_sellers(market)
    chain = Chain(market)
    chain.start()
    opening(market)
    for day in range(market.world.days):
        move_day(market, day)
        sell_day(market, day)
        buy_day(market, day)
        chain.day(day)
        talk_day(market, day)
    return market


def main() -> None:
    """Read the arguments, make the market, write it."""
    parser = argparse.ArgumentParser(
        prog="veem", description="Write a made-up market as a Telegram Desktop export with its truth."
    )
    parser.add_argument("--world", required=True, choices=sorted(WORLDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    Writer(make(args.world, args.seed), args.out).write()


if __name__ == "__main__":
    main()
