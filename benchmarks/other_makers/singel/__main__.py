"""`python -m benchmarks.other_makers.singel --world W --seed S -o DIR`: write one world."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import chain, chatter, export, keepers, recruiting, sellers, stage
from .customers import Crowd
from .market import Market
from .worlds import WORLDS


def live(world: str, seed: int) -> Market:
    """Let a world live for its days."""
    m = stage.build(world, seed)
    crowd, trade = Crowd(m), chain.Trade(m)
    crews, seekers = chain.crews(m), recruiting.recruiters(m)
    for day in range(m.days):
        m.day = day
        for s in list(m.sellers):
            sellers.day(m, s)
        crowd.day()
        trade.day()
        for crew in crews:
            chain.crew_day(m, crew)
            chain.courier_day(m, crew)
        for r in seekers:
            recruiting.day(m, crowd, r)
        chatter.day(m, crowd)
        keepers.rules(m)
        keepers.takedown(m)
        keepers.bans(m)
    return m


def main() -> None:
    """Read the arguments, make the world, write it."""
    parser = argparse.ArgumentParser(prog="singel", description="Write a made-up market with its truth.")
    parser.add_argument("--world", choices=sorted(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    given = parser.parse_args()
    export.write(live(given.world, given.seed), given.out)


if __name__ == "__main__":
    main()
