"""The command line without a process of its own: as much is checked, at a tenth of the time."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from unittest.mock import patch

from schakel.showing.cli.app import main


def inside(*words: str | Path, check: bool = True) -> CompletedProcess[str]:
    """One command, as a user types it, run in this process."""
    printed, err, code = io.BytesIO(), io.StringIO(), 0
    out = io.TextIOWrapper(
        printed, "utf-8", "surrogatepass", newline="\n", write_through=True
    )  # some commands print bytes
    typed = [str(word) for word in words]
    with patch.object(sys, "argv", ["schakel", *typed]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    if check and code:
        raise AssertionError(f"exit {code}: {err.getvalue()}")
    out.flush()
    return CompletedProcess(typed, code, printed.getvalue().decode("utf-8", "surrogatepass"), err.getvalue())


def inside_json(*words: str | Path) -> Any:
    """The JSON answer of one command, run in this process."""
    return json.loads(inside(*words, "--json").stdout)
