"""Runs of the command line that begin where everything is loaded: four seconds of processor each that prove nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from select import select

_PROGRAM = """
import json, os, sys
from schakel.showing.cli.app import command_line, main
import schakel.showing.cli.run
from schakel.road import load_rooms
load_rooms()
import schakel.reading.prepared
# what a run loads only as it comes to it
import graspologic_native, PIL.Image, pyarrow.dataset, scipy.optimize, scipy.sparse.csgraph, sqlalchemy.dialects.sqlite
import schakel.intake.desktop_json.read, schakel.linking.ahead, schakel.measuring.interventions.recorded
import schakel.store.casebook.book, schakel.store.casebook.casework, schakel.store.casebook.login_schema
import typer.main
typer.main.get_command(command_line("run"))

print("loaded", flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nothing, number)
        sys.argv = ["schakel", *json.loads(line)]
        main()
        sys.exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass
class Forked:
    """One command that is being done; it is a process of its own, which can be killed."""

    pid: int
    told: int  # where its exit code comes
    code: int | None = None

    def ended_within(self, seconds: float) -> bool:
        """Whether it comes to its end in that time."""
        if self.code is None and select([self.told], [], [], seconds)[0]:
            self.code = int(_line(self.told))
        return self.code is not None

    def kill(self) -> None:
        """Ends it at once, as a power cut would."""
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.code = int(_line(self.told))


@dataclass(frozen=True)
class Loaded:
    """A process that has loaded what a run needs, and how many seconds that took."""

    asked: int
    told: int
    seconds: float

    def begin(self, words: Sequence[str | Path]) -> Forked:
        """Begins one command, as a user types it; only one at a time."""
        os.write(self.asked, json.dumps([str(word) for word in words]).encode() + b"\n")
        return Forked(int(_line(self.told)), self.told)


@contextmanager
def loaded() -> Iterator[Loaded]:
    """The process, for as long as it is needed."""
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        asked, told = process.stdin.fileno(), process.stdout.fileno()
        assert _line(told) == b"loaded"
        yield Loaded(asked, told, time.monotonic() - began)


def _line(source: int) -> bytes:
    """The next line; byte by byte, so that nothing waits unseen in a buffer."""
    line = b""
    while (sign := os.read(source, 1)) not in {b"", b"\n"}:
        line += sign
    return line
