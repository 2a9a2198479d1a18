"""Makes markets by another maker, walks the road on them and prints what came of it beside the truth.

    python -m benchmarks.other_makers kade --seed 1                    all worlds of one maker
    python -m benchmarks.other_makers veem --seed 1 --world NAME ...   some of them

A maker is a package beside this page; `python -m benchmarks.other_makers.kade --world W --seed S -o DIR` makes one market.
`--keep FOLDER` keeps the markets and workspaces there.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.other_makers import figures
from benchmarks.other_makers.truth import Said, read_truth


def measured(market: Path, workspace: Path) -> dict[str, Any]:
    """All figures of one workspace beside the truth of its market."""
    said, truth = Said(workspace), read_truth(market / "truth")
    right, by_act, goods = figures.reading(said, truth)
    joined = figures.members(said)
    accounts, false = figures.linking(joined, truth, figures.advertisers(said, truth))
    ghosts = figures.ghosts(said, joined, truth)
    by_role = figures.roles(said, joined, truth)
    return {
        "acts": right,
        "by_act": {act: asdict(one) for act, one in by_act.items()},
        "goods": asdict(goods),
        "linking": asdict(accounts),
        "false_sellers": false,
        "ghosts": asdict(ghosts) | {"held": ghosts.held},
        "roles": sum(one.f1 for one in by_role.values()) / max(len(by_role), 1),
        "by_role": {role: asdict(one) for role, one in by_role.items()},
    }


def line(world: str, told: dict[str, Any]) -> str:
    """One line for people."""
    link, ghosts = told["linking"], told["ghosts"]
    share = "{1:.2f} to {2:.2f}".format(*ghosts["said"])
    return (
        f"{world:<14} acts {told['acts']:.3f}  goods {told['goods']['f1']:.3f}  accounts joined F1 {link['f1']:.3f} (precision {link['precision']:.2f}, "
        f"false sellers {told['false_sellers']})  ghosts AUC {ghosts['auc']:.3f}, error {ghosts['expected_error']:.3f}, share {ghosts['true_share']:.2f} "
        f"in {share}{'' if ghosts['held'] else ' (missed)'}  roles {told['roles']:.3f}"
    )


def _run(module: str, *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", module, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def walk(maker: str, world: str, seed: int, folder: Path, run: Callable[..., None] = _run) -> dict[str, Any]:
    """Makes the market unless it stands in `folder`, walks the road on it, and measures.

    `run` runs a module with words, as a process of its own unless another way is given.
    """
    market, workspace = folder / f"{maker}.{world}.{seed}", folder / f"{maker}.{world}.{seed}.workspace"
    if not (market / "truth").exists():
        run(f"benchmarks.other_makers.{maker}", "--world", world, "--seed", str(seed), "-o", str(market))
    run("schakel", "run", str(market / "export"), "-w", str(workspace), "--json")
    return measured(market, workspace)


def main(words: Sequence[str] | None = None) -> None:
    """Command line: makers, worlds, seed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("maker")
    asked.add_argument("--world", nargs="*")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args(words)
    worlds = given.world or list(import_module(f"benchmarks.other_makers.{given.maker}.worlds").WORLDS)
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for world in worlds:
            told = walk(given.maker, world, given.seed, folder)
            sys.stdout.write(
                (json.dumps({"world": world, **told}) if given.json else line(world, told)) + "\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
