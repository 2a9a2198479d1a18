"""Command: python -m benchmarks.other_makers.vliet --world W --seed S -o DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from .export import write
from .sim import live
from .worlds import WORLDS


def main() -> None:
    """Lives one world and writes it."""
    parser = argparse.ArgumentParser(prog="vliet", description="Writes a made-up market with its truth.")
    parser.add_argument("--world", required=True, choices=sorted(WORLDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    args = parser.parse_args()
    write(live(WORLDS[args.world], args.seed), args.out)


if __name__ == "__main__":
    main()
