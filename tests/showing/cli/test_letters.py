"""A terminal that lacks letters gets a question mark for them; JSON is UTF-8 whatever the terminal has."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from schakel.showing.cli import app

TIE = "Zo\u00eb,\u20acva \U0001f48a\n"


def printed(tmp_path: Path, letters: str, *words: str) -> bytes:
    (tmp_path / "ties.csv").write_text(TIE + "Zo\u00eb,Jan\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "schakel", *words],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": letters},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("letters", ["ascii", "cp1251"])
def test_a_letter_that_is_not_there_stops_nothing(tmp_path: Path, letters: str) -> None:
    assert b"Zo?" in printed(tmp_path, letters, "dismantle", "ties.csv", "--k", "1")


@pytest.mark.parametrize(
    ("machine", "bytes_out"), [(True, "Zo\u00eb \U0001f48a".encode()), (False, b"Zo\xeb ?")]
)
def test_json_is_utf8_on_any_terminal(
    monkeypatch: pytest.MonkeyPatch, machine: bool, bytes_out: bytes
) -> None:
    out = TextIOWrapper(BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", out)
    app._letters_for_who_reads(machine=machine)
    sys.stdout.write("Zo\u00eb \U0001f48a")
    sys.stdout.flush()
    assert out.buffer.getvalue() == bytes_out  # type: ignore[attr-defined]
