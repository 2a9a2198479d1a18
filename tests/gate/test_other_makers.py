"""A market by another maker, whole: its figures may rise and not fall (`other_makers.json` holds what was reached, less a little).

The maker is the one at whom nobody who develops looks (benchmarks/other_makers/README.md), so only these totals are known of it. Until 1 December
2026 a chain of `kade` was held; that is fitted on now (decision 53), so it would guard nothing of what reading makes of strangers. How strongly ghosts'
weights and those of pairs are held was chosen with this very chain in sight (decisions 60 and 62): for these two it guards against falls only.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.other_makers.__main__ import walk

from tests.inside import inside

_FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "other_makers.json").read_text("utf-8"))


def test_no_figure_of_a_whole_chain_falls(tmp_path: Path) -> None:
    told = walk("luik", "pakhuis", 1, tmp_path, run_here)
    figures = {name: _figure(told, name) for name in _FLOORS}
    assert {name: figure for name, figure in figures.items() if figure < _FLOORS[name]} == {}
    assert told["ghosts"]["held"]
    assert told["false_sellers"] <= 1


def run_here(module: str, *words: str) -> None:
    """Runs a module in this process, which has loaded what it needs."""
    if module == "schakel":
        inside(*words)
        return
    with patch.object(sys, "argv", [module, *words]):
        import_module(f"{module}.__main__").main()


def _figure(told: dict[str, Any], name: str) -> float:
    """The figure under a name such as `linking.f1`."""
    value: Any = told
    for part in name.split("."):
        value = value[part]
    return float(value)
