"""Command line: python -m zijl --world W --seed S -o DIR."""

from __future__ import annotations

import argparse
from pathlib import Path

from .export import export
from .run import simulate
from .worlds import WORLDS


def main() -> None:
    """Makes one world and writes it."""
    p = argparse.ArgumentParser(
        prog="zijl",
        description="A made-up market with its truth.",
        epilog="example: python -m zijl --world stad --seed 1 -o out",
    )
    p.add_argument("--world", choices=list(WORLDS), required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("-o", "--out", type=Path, required=True)
    a = p.parse_args()
    export(simulate(a.world, a.seed), a.out)


if __name__ == "__main__":
    main()
