"""Linking measured on a made-up market against its truth, by the command line."""

from pathlib import Path
from typing import Any

from tests.inside import inside, inside_json


def linked(folder: Path) -> None:
    """Takes the road with the market in the folder as far as its sellers."""
    inside("intake", folder / "export", "-w", folder / "case")
    for room in ("read", "link"):
        inside(room, "-w", folder / "case")


def measured_against_truth(folder: Path) -> dict[str, Any]:
    """What `evaluate linking` says of the market whose export and truth lie in the folder."""
    linked(folder)
    told = inside_json(
        "evaluate", "linking", "-w", folder / "case", "--truth", folder / "truth", "--no-ablation"
    )
    found: dict[str, Any] = told["truth"]
    return found
