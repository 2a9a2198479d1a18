"""Command: python -m benchmarks.other_makers.dommel --world W --seed S -o DIR."""

import argparse

from .build import Town
from .export import write
from .worlds import WORLDS


def main():
    """Lives one world and writes it."""
    parser = argparse.ArgumentParser(prog="dommel")
    parser.add_argument("--world", choices=WORLDS, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", required=True)
    given = parser.parse_args()
    town = Town(given.world, given.seed)
    town.live()
    n, chats, sellers = write(town, given.out)
    share = sum(truth == "ghost" for truth in sellers.values()) / max(1, len(sellers))
    print(
        f"{given.world} seed {given.seed}: {n} messages, {chats} chats, {len(sellers)} sellers, {share:.0%} ghosts"
    )


if __name__ == "__main__":
    main()
