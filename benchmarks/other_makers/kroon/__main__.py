"""`python -m benchmarks.other_makers.kroon --world W --seed S -o DIR`: write one market with its truth."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.other_makers.kroon.export import write_all
from benchmarks.other_makers.kroon.run import season
from benchmarks.other_makers.kroon.worlds import WORLDS


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(
        prog="kroon", description="Write a made-up market as a Telegram Desktop export with its truth."
    )
    parser.add_argument("--world", choices=list(WORLDS), required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    write_all(season(options.world, options.seed), options.out)


if __name__ == "__main__":
    main()
