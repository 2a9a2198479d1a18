"""Command: python -m benchmarks.other_makers.rotte --world W --seed S -o DIR."""

import argparse

from .export import write
from .sim import Market
from .worlds import WORLDS


def main():
    """Lives one world and writes it."""
    ap = argparse.ArgumentParser(prog="rotte")
    ap.add_argument("--world", required=True, choices=WORLDS)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("-o", "--out", required=True)
    a = ap.parse_args()
    print(a.world, a.seed, write(Market(a.world, a.seed).run(), a.out))


if __name__ == "__main__":
    main()
