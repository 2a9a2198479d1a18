"""`schakel estimate` as a user and a machine meet it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from schakel.measuring.delimited import read_columns
from schakel.records.errors import SourceError
from schakel.showing.cli.app import command_line
from tests.inside import inside

HERE = CliRunner()  # in this process: a new one takes seconds to load


def answered(*words: str | Path) -> dict[str, Any]:
    done = HERE.invoke(command_line(), ["estimate", *map(str, words), "--json"])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_json_has_estimates_refusals_and_a_recommended_bracket() -> None:
    answer = json.loads(inside("estimate", "--counts", "1645,183,37,13,1,1", "--json").stdout)
    by_name = {row["method"]: row for row in answer["estimates"]}
    assert {"method", "estimate", "low", "high", "se", "refused", "why"} <= set(by_name["chao"])
    assert by_name["ztpoisson"]["estimate"] == pytest.approx(7079.93, abs=0.01)
    assert by_name["ztnegbin"]["refused"]
    assert by_name["ztnegbin"]["estimate"] is None
    recommended = answer["recommended"]
    # One-inflated models of this table start at 2,456, log-linear models of heterogeneity end at 29,058.
    assert recommended["low"] < 2456
    assert recommended["high"] > 29058
    assert "log-normal" in recommended["high_rests_on"]
    assert "thrown away" in recommended["low_rests_on"]
    assert recommended["persistent_sellers"]["low"] < recommended["low"]
    assert recommended["without_throwaways"]["low"] > recommended["low"]


def test_the_page_gives_the_bracket_first_and_says_what_was_refused() -> None:
    page = HERE.invoke(command_line(), ["estimate", "--counts", "1645,183,37,13,1,1"]).stdout
    assert page.index("All accounts: between 2,") < page.index("Persistent sellers: ") < page.index("chao")
    assert "Refused" in page
    assert "ztnegbin: the spread runs to infinity" in page


@pytest.mark.parametrize("bad", ["a,b", "0,0", "1,-2", "0:4"])
def test_bad_counts_are_wrong_use(bad: str) -> None:
    done = HERE.invoke(command_line(), ["estimate", "--counts", bad])
    assert done.exit_code == 2
    assert "1645,183" in done.stderr


def test_sightings_in_a_file_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "sightings.csv"
    rows = [f"a{i};{day}" for i in range(60) for day in range(1 + (i % 3 == 0) + (i % 9 == 0))]
    file.write_text("account;day\n" + "\n".join([*rows, *rows]) + "\n;7\nbroken;row;here\n")
    done = HERE.invoke(
        command_line(), ["estimate", str(file), "--account", "account", "--per", "day", "--json"]
    )
    answer = json.loads(done.stdout)
    assert (answer["seen"], answer["sightings"]) == (60, len(rows))
    assert "1 row was left out" in done.stderr


def test_lists_and_periods_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "lists.csv"
    patterns = [f"{n & 1},{n >> 1 & 1},{n >> 2 & 1},{n >> 3 & 1},{40 - 2 * n}" for n in range(1, 16)]
    file.write_text("a,b,c,d,n\n" + "\n".join(patterns) + "\n")
    closed = answered(file, "--lists", "a,b,c,d", "--weight", "n")
    assert {"Mt", "Mth-chao"} <= {row["method"] for row in closed["estimates"]}
    changing = answered(file, "--lists", "a,b,c,d", "--weight", "n", "--open")
    assert changing["periods"][-1]["what"] == "total"


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    done = inside("estimate", tmp_path / "none.csv", "--lists", "a,b", check=False)
    assert done.returncode == 1
    assert "cannot be opened" in done.stderr


def test_a_missing_column_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "some.csv").write_text("a,b\n1,0\n")
    with pytest.raises(SourceError, match="no column 'z'"):
        read_columns(tmp_path / "some.csv", ["a", "z"])


@pytest.mark.parametrize(
    "words", [[], ["--counts", "1,2", "x.csv"], ["x.csv"], ["x.csv", "--lists", "a", "--count", "b"]]
)
def test_two_ways_in_or_none_are_wrong_use(words: list[str]) -> None:
    assert HERE.invoke(command_line(), ["estimate", *words]).exit_code == 2
