"""Write one world: `python -m benchmarks.other_makers.schie --world maas --seed 1 -o DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import crews, deals, export, life, selling, setup, talk, threads
from .market import Market
from .worlds import WORLDS


def simulate(name: str, seed: int) -> Market:
    """Run one world from its first day to its last."""
    market = Market(WORLDS[name], seed)
    setup.make_chats(market)
    setup.make_people(market)
    talk.gather(market)
    crews.make_crews(market)
    for day in range(market.world.days):
        life.live_day(market, day)
        talk.sellers_in(market)
        market.by_uid = {account.uid: account for account in market.accounts}
        selling.sell_day(market, day)
        selling.channel_day(market, day)
        deals.deal_day(market, day)
        threads.words_day(market, day)
        crews.helpers_day(market, day)
        crews.crew_day(market, day)
        crews.table_day(market, day)
        life.keeper_day(market, day)
        life.missed(market, day)
        talk.talk_day(market, day)
    return market


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="schie", description=__doc__)
    parser.add_argument("--world", choices=sorted(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    given = parser.parse_args()
    print(export.write(simulate(given.world, given.seed), given.out))


if __name__ == "__main__":
    main()
