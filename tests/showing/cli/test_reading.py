"""`schakel read -`: what was refused is said, and ends the command with 1 only if nothing was read."""

import json
import subprocess
import sys

import pytest

from tests.commands import schakel

GOOD, BAD = '{"id": 1, "text": "coke 1g 50"}\n', '{"id": 7, "text": 5}\n'


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (GOOD, 0, ""),
        ("\ufeff" + GOOD + BAD, 0, "1 of 2 lines could not be read"),
        (BAD + BAD, 1, "None of the 2 lines could be read"),
        ("no json", 1, "The line could not be read"),
    ],
)
def test_refused_lines_are_counted(lines: str, code: int, said: str) -> None:
    done = schakel("read", "-", "--json", check=False, input=lines, encoding="utf-8")
    assert done.returncode == code
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
