"""A terminal set to Latin-1 stops no command on emoji or Cyrillic: what it cannot show is shown as a question mark."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/market/export"
_LATIN = {"PYTHONIOENCODING": "latin-1", "LANG": "nl_NL.ISO-8859-1", "LC_ALL": "nl_NL.ISO-8859-1"}


def _in_latin(*words: str | Path) -> str:
    typed = [sys.executable, "-m", "schakel", *map(str, words)]
    done = subprocess.run(typed, capture_output=True, env=os.environ | _LATIN, check=False)
    assert done.returncode == 0, done.stderr.decode("latin-1")
    return done.stdout.decode("latin-1")


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    place = tmp_path_factory.mktemp("latin") / "case"
    closing = _in_latin("run", EXAMPLE, "-w", place)
    found = re.search(r"schakel show (l_[0-9a-f]+)", closing)
    assert found
    return place, found[1]


def test_pages_are_shown_in_what_the_terminal_has(market: tuple[Path, str]) -> None:
    place, lead = market
    for words in (("plan",), ("audit",), ("audit", "--verify"), ("measure",), ("network",), ("show", lead)):
        assert _in_latin(*words, "-w", place)


def test_emoji_and_cyrillic_become_question_marks(market: tuple[Path, str]) -> None:
    place, lead = market
    _in_latin(
        "verdict",
        lead,
        "real",
        "--why",
        "\N{GRINNING FACE} \u043f\u0440\u0438\u0432\u0435\u0442 caf\u00e9",
        "-w",
        place,
    )
    assert "? ?????? caf\u00e9" in _in_latin("verdict", "--list", "-w", place)
    assert " verdict " in " ".join(_in_latin("audit", "--text", "caf\u00e9", "-w", place).split())
