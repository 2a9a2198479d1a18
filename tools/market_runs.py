"""Markets with known truth and the workspaces in which they were run, made where they are not there."""

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from reading_messages import HOME


def arguments(about: str | None) -> argparse.ArgumentParser:
    """The arguments of a fit on markets: where they are kept, where their workspaces are, and whether figures are all that is wanted."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workspaces", default="{folder}/{market}.run")
    parser.add_argument("--compare", action="store_true")
    return parser


def runs_of(maker: str, seed: int, folder: Path, workspaces: str) -> list[tuple[Path, Path]]:
    """The markets of a maker and the workspace of each."""
    names = sorted(path.name for path in folder.glob(f"{maker}.*.{seed}") if (path / "truth").exists())
    return [(folder / name, run(folder, name, workspaces)) for name in names or _made(maker, seed, folder)]


def run(folder: Path, name: str, workspaces: str) -> Path:
    """The workspace of a whole run on a market."""
    workspace = Path(workspaces.format(folder=folder, market=name))
    if not workspace.exists():
        do("schakel", "run", str(folder / name / "export"), "-w", str(workspace))
    return workspace


def do(*command: str) -> None:
    """Runs a module of the checkout."""
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True, cwd=HOME)  # noqa: S603 - our own


def _made(maker: str, seed: int, folder: Path) -> list[str]:
    names = []
    for world in import_module(f"benchmarks.other_makers.{maker}.worlds").WORLDS:
        names.append(f"{maker}.{world}.{seed}")
        out = str(folder / names[-1])
        do(f"benchmarks.other_makers.{maker}", "--world", world, "--seed", str(seed), "-o", out)
    return sorted(names)
