"""Runs a command and watches the memory of it and all its children together."""

import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_LOOK_EVERY = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall seconds, the most memory that all processes held together (MB), and what was printed."""

    seconds: float
    peak_mb: float
    output: str


def measure(command: list[str]) -> Measured:
    """Runs the command to its end; raises if it fails."""
    start = time.perf_counter()
    peak = 0
    with tempfile.TemporaryFile("w+") as printed:  # a pipe that nobody empties would hold the command up
        running = subprocess.Popen(command, stdout=printed, text=True)
        while running.poll() is None:
            peak = max(peak, sum(_resident(pid) for pid in _family(running.pid)))
            time.sleep(_LOOK_EVERY)
        seconds = time.perf_counter() - start
        printed.seek(0)
        output = printed.read()
    if running.returncode:
        raise RuntimeError(f"{command} ended with {running.returncode}")
    return Measured(seconds, peak / 1e6, output)


def _family(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    except OSError:
        pass  # it ended while we looked
    return found


def _resident(pid: int) -> int:
    """Bytes of memory a process holds for itself alone or shares (pages shared with a file count once a process)."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError):
        return 0
