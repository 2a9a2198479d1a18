"""Command: python -m benchmarks.other_makers.eem --world W --seed S -o DIR."""

import argparse
import shutil
from pathlib import Path

from .build import build
from .export import Writer
from .worlds import CONFIG, WORLDS


def main():
    """Lives one world and writes it."""
    p = argparse.ArgumentParser(prog="eem")
    p.add_argument("--world", required=True, choices=WORLDS)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("-o", "--out", required=True)
    a = p.parse_args()
    out = Path(a.out)
    for sub in ("export", "truth"):
        if (out / sub).exists():
            shutil.rmtree(out / sub)
    sim = build(a.world, CONFIG[a.world], a.seed)
    sim.run()
    Writer(sim, out).run()


if __name__ == "__main__":
    main()
