"""`schakel read -`: what was refused is said, and ends the command with 1 only if nothing was read."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from tests.inside import inside

GOOD, BAD = b'{"id": 1, "text": "coke 1g 50"}\n', b'{"id": 7, "text": null}\n'


def read(monkeypatch: pytest.MonkeyPatch, lines: bytes) -> tuple[int, list[dict[str, object]], str]:
    """Exit code, answers and what was said beside them."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    out = io.BytesIO()
    monkeypatch.setattr(io.StringIO, "buffer", out, raising=False)
    done = inside("read", "-", "--json", check=False)
    return done.returncode, [json.loads(line) for line in out.getvalue().splitlines()], done.stderr


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (GOOD, 0, ""),
        (b"", 0, ""),
        (GOOD + BAD, 0, "1 of 2 lines could not be read"),
        (BAD + BAD, 1, "None of the 2 lines could be read"),
        (b"no json", 1, "The line could not be read"),
    ],
)
def test_refused_lines_are_counted(
    monkeypatch: pytest.MonkeyPatch, lines: bytes, code: int, said: str
) -> None:
    returned, answers, told = read(monkeypatch, lines)
    assert returned == code
    assert len(answers) == len(lines.splitlines())
    assert (said in told) if said else not told
