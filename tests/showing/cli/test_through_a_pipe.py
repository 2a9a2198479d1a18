"""Ties that come through a pipe give what the same ties in a file give."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.inside import inside, inside_json

TIES = "van;naar\na;b\nb;c\nc;a\nc;d\n"


@pytest.fixture
def of_the_file(tmp_path: Path) -> object:
    file = tmp_path / "ties.csv"
    file.write_text(TIES)
    return inside_json("dismantle", file, "--k", "1")


def test_standard_input_is_read_like_a_file(of_the_file: object, tmp_path: Path) -> None:
    with (tmp_path / "ties.csv").open(encoding="utf-8") as given, patch("sys.stdin", given):
        assert inside_json("dismantle", "-", "--k", "1") == of_the_file


def test_a_pipe_is_read_like_a_file(of_the_file: object) -> None:
    reading, writing = os.pipe()  # as a shell makes them of <(...)
    os.write(writing, TIES.encode())
    os.close(writing)
    try:
        assert inside_json("dismantle", f"/dev/fd/{reading}", "--k", "1") == of_the_file
    finally:
        os.close(reading)


def test_nothing_on_standard_input_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.touch()
    with empty.open(encoding="utf-8") as given, patch("sys.stdin", given):
        told = inside("dismantle", "-", "--k", "1", check=False)
    assert told.returncode == 1
    assert "The file standard input is empty." in told.stderr
