"""Command line: write one world with its truth into a folder."""

import argparse
from pathlib import Path

from .export import Writer
from .run import live
from .truth import tell
from .worlds import WORLDS


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(prog="luik", description="Write a made-up market and its truth.")
    parser.add_argument("--world", choices=sorted(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    market = live(args.world, args.seed)
    Writer(market, args.out).chats()
    tell(market, args.out / "truth")
    print(
        f"{args.world} seed {args.seed}: {sum(len(c.posts) for c in market.chats)} messages, {len(market.sellers)} sellers, {len(market.chats)} chats"
    )


if __name__ == "__main__":
    main()
