"""Runs of the whole command line, as a user types it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
EXAMPLE = CHECKOUT / "examples" / "market" / "export"


@dataclass(frozen=True)
class ExampleRun:
    """A run on the example market that nothing came between: its workspace, its answer, how long it took, and the page that it
    printed on 100 columns.
    """

    workspace: Path
    answer: dict[str, Any]
    seconds: float
    page: str


def schakel(*words: str | Path, check: bool = True, **more: Any) -> subprocess.CompletedProcess[str]:
    """One command, as a user types it."""
    command = [sys.executable, "-c", "from schakel.showing.cli.door import main; main()", *map(str, words)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300, **more)
    if check and done.returncode != 0:
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")
    return done


def run_json(*words: str | Path) -> dict[str, Any]:
    """The JSON answer of one command."""
    answer: dict[str, Any] = json.loads(schakel(*words, "--json").stdout)
    return answer


def table_bytes(workspace: Path) -> dict[str, str]:
    """The sha256 of every table file."""
    folder = workspace / "tables"
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
