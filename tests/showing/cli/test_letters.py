"""A terminal that lacks letters gets a question mark for them; JSON is UTF-8 whatever the terminal has."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.mark.parametrize("letters", ["ascii", "cp1251"])
def test_a_letter_that_is_not_there_stops_nothing(tmp_path: Path, letters: str) -> None:
    assert b"Zo?" in printed(tmp_path, letters, "dismantle", "ties.csv", "--k", "1")


def test_json_is_utf8_on_any_terminal(tmp_path: Path) -> None:
    told = json.loads(
        printed(tmp_path, "cp1252", "dismantle", "ties.csv", "--k", "1", "--json").decode("utf-8")
    )
    assert told["best"] == ["Zo\u00eb"]
