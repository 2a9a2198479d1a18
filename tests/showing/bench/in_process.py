"""The programs that are measured, run in this process: as much is done, without what it takes to start them."""

import io
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from schakel.showing.bench.measured import CommandFailedError, Measured
from tests.inside import inside

_STOPPED = 130  # with it a command ends, without a word, that was stopped


def measure_here(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Measured:
    """Made-up figures, and what the command really prints."""
    if command[1] == "-c":
        assert environment is not None
        assert "SCHAKEL_CASEBOOK" not in environment
        done = inside(*command[3:], check=False)
        if done.returncode == _STOPPED:  # SIGTERM or Ctrl-C of these tests came in the middle of the command
            raise KeyboardInterrupt
        if done.returncode:
            raise CommandFailedError(command, done.returncode, done.stderr)
        return Measured(2.0, 1.0, 50.0, done.stdout)
    out, name = io.StringIO(), Path(command[2]).stem if command[1] == "-P" else command[2].rpartition(".")[2]
    program = import_module(f"schakel.showing.bench.rivals.{name}")
    with patch.object(sys, "argv", list(command[2:])), redirect_stdout(out):
        program.main()
    return Measured(4.0, 3.0, 25.0, out.getvalue())
