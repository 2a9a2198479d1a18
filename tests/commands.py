"""Runs of the whole command line, as a user types it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
EXAMPLE = CHECKOUT / "examples" / "market" / "export"


def schakel(*words: str | Path, check: bool = True, **more: Any) -> subprocess.CompletedProcess[str]:
    """One command, as a user types it."""
    command = [sys.executable, "-c", "from schakel.showing.cli.door import main; main()", *map(str, words)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300, **more)
    if check and done.returncode != 0:
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")
    return done


_ONE_AFTER_ANOTHER = """
import json, sys
from schakel.showing.cli.door import main
for words in json.loads(sys.argv[1]):
    sys.argv = ["schakel", *words]
    try:
        main()
    except SystemExit as ended:
        if ended.code:
            raise
"""


def schakel_each(*commands: Sequence[str | Path]) -> None:
    """Several commands in one process, one after another: its helpers load their word lists once for all."""
    typed = json.dumps([[str(word) for word in words] for words in commands])
    done = subprocess.run(
        [sys.executable, "-c", _ONE_AFTER_ANOTHER, typed],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    if done.returncode != 0:
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")


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
