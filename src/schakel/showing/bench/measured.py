"""Runs a command and watches the time and memory that it and all its children take together."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from schakel.records.errors import CaseError

_LOOK_EVERY = 0.02  # seconds; a look at five processes takes a fifth of a millisecond
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, seconds of processors, the most memory that all processes held together (MB), and what was printed."""

    seconds: float
    processor: float
    peak_mb: float
    output: str


class CommandFailedError(CaseError):
    """A command that was measured ended with another exit code than 0; `said` is what it wrote on standard error.

    What is ended from without (too little memory, SIGTERM) writes nothing there: then `said` tells how it ended.
    """

    def __init__(self, command: Sequence[str], code: int, said: str) -> None:
        super().__init__(f"{' '.join(command)[:200]} ended with {code}. {said}")
        self.said = said if said.strip() else _ended_with(code)


def _ended_with(code: int) -> str:
    if code < 0:
        return f"it was ended by signal {-code} ({signal.strsignal(-code)}), and said nothing."
    return f"it ended with exit code {code}, and said nothing."


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Measured:
    """Runs the command to its end; CommandFailedError if it fails. Whatever comes between, none of its processes is left."""
    # pipes that nobody empties would hold the command up
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as said:
        start, watched = time.perf_counter(), _Watched()
        running = subprocess.Popen(command, stdout=printed, stderr=said, text=True, env=environment)  # noqa: S603 - ours
        try:
            while running.poll() is None:
                watched.look_at(_family(running.pid))
                time.sleep(_LOOK_EVERY)
        except BaseException:  # also Ctrl-C: what was started must not run on; it goes on up
            _end(running)
            raise
        seconds = time.perf_counter() - start
        printed.seek(0)
        said.seek(0)
        if running.returncode:
            raise CommandFailedError(command, running.returncode, said.read())
        return Measured(seconds, sum(watched.processor.values()), watched.peak / 1e6, printed.read())


@dataclass(slots=True)
class _Watched:
    """What was seen so far: the most bytes that were held, and the seconds that each process worked."""

    peak: int = 0
    processor: dict[int, float] = field(default_factory=dict)

    def look_at(self, processes: Sequence[int]) -> None:
        held = [_resident(pid) for pid in processes]
        self.peak = max(self.peak, sum(now for now, _ in held), *(most for _, most in held))
        self.processor |= {pid: worked for pid in processes if (worked := _worked(pid))}


def _end(running: subprocess.Popen[str]) -> None:
    for pid in _family(running.pid):
        with suppress(OSError):  # it ended by itself
            os.kill(pid, signal.SIGKILL)
    running.wait()


def _family(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    except OSError:
        pass  # it ended while we looked
    return found


def _resident(pid: int) -> tuple[int, int]:
    """Bytes of memory a process holds for itself alone or shares (pages shared with others count once a process), and the most
    it ever held, which the system remembers between two looks.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0, 0
    told = dict(line.split(":", 1) for line in lines if line.startswith(("VmRSS:", "VmHWM:")))
    now, most = (int(told.get(name, "0").split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    return now, most


def _worked(pid: int) -> float:
    """Seconds that a process has worked, for itself and for the system; 0 if it is gone."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / _TICK
