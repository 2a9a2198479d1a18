"""Linking measured on a made-up market against its truth, by the command line."""

from pathlib import Path
from typing import Any

from tests.inside import inside_json


def measured_against_truth(folder: Path) -> dict[str, Any]:
    """What `evaluate linking` says of the market whose export and truth lie in the folder."""
    inside_json("run", folder / "export", "-w", folder / "case")
    told = inside_json(
        "evaluate", "linking", "-w", folder / "case", "--truth", folder / "truth", "--no-ablation"
    )
    found: dict[str, Any] = told["truth"]
    return found
