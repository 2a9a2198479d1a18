"""`python -m kade --world W --seed S -o DIR` writes one made-up market."""

from __future__ import annotations

import argparse
from pathlib import Path

from .market import Market
from .worlds import WORLDS
from .writing import write


def main() -> None:
    """Read the arguments, live the world, write it."""
    parser = argparse.ArgumentParser(prog="kade", description=__doc__)
    parser.add_argument("--world", required=True, choices=sorted(WORLDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    market = Market(WORLDS[args.world], args.seed)
    market.run()
    write(market, args.out)
    print(
        f"{args.world} {args.seed}: {len(market.log)} messages, {len(market.sellers)} sellers, {len(market.chats)} chats"
    )


if __name__ == "__main__":
    main()
