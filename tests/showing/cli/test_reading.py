"""`schakel read -`: what was refused is said, and ends the command with 1 only if nothing was read."""

import io
import json
import subprocess
import sys
from subprocess import CompletedProcess

import pytest

from tests.commands import schakel
from tests.inside import inside

GOOD, BAD = '{"id": 1, "text": "coke 1g 50"}\n', '{"id": 7, "text": 5}\n'
WITH_MARK = "\ufeff" + GOOD + BAD
SOME_REFUSED = "1 of 2 lines could not be read"


def counted(done: CompletedProcess[str], lines: str, said: str) -> None:
    """Every line has its answer, and what was refused is said."""
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(lines.splitlines())
    assert [one["id"] for one in answers] == [
        {"{": 7, "n": None}.get(line[0]) if "coke" not in line else 1 for line in lines.splitlines()
    ]
    assert (said in done.stderr) if said else not done.stderr


def test_a_closed_input_holds_no_line() -> None:
    command = f'"{sys.executable}" -m schakel read - --json <&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (GOOD, 0, ""),
        (WITH_MARK, 0, SOME_REFUSED),
        (BAD + BAD, 1, "None of the 2 lines could be read"),
        ("no json", 1, "The line could not be read"),
    ],
)
def test_refused_lines_are_counted(monkeypatch: pytest.MonkeyPatch, lines: str, code: int, said: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    done = inside("read", "-", "--json", check=False)
    assert done.returncode == code
    counted(done, lines, said)


def test_so_does_a_process_that_is_given_lines_through_a_pipe() -> None:
    done = schakel("read", "-", "--json", check=False, input=WITH_MARK, encoding="utf-8")
    assert done.returncode == 0
    counted(done, WITH_MARK, SOME_REFUSED)
