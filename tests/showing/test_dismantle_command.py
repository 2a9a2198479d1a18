"""`schakel dismantle` as a user and a machine meet it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schakel.showing.cli.app import command_line
from tests.inside import inside

HERE = CliRunner()
# CielNet: 25 people, 35 ties would do; this smaller one is made up, two groups that hang on two people.
TIES = "1 2\n1 3\n1 4\n2 3\n4 5\n5 6\n5 7\n5 8\n6 7\n8 9\n8 10\n9 10\n"


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    (tmp_path / "ties.txt").write_text(TIES)
    return tmp_path / "ties.txt"


def run(*words: str | Path) -> str:
    done = HERE.invoke(command_line(), ["dismantle", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_best_set_of_k(ties: Path) -> None:
    answer = json.loads(run(ties, "--k", "2", "--json"))
    assert answer["best"] == [1, 5]
    assert answer["exact"]
    assert answer["fragmentation"] == pytest.approx(1 - 5 / 28)
    assert {row["way"] for row in answer["recovery"]} == {"strangers", "well-tied", "through-lost-contact"}


def test_the_first_k_of_a_strategy_beside_the_best(ties: Path) -> None:
    answer = json.loads(run(ties, "--k", "2", "--strategy", "degree", "--json"))
    best = json.loads(run(ties, "--k", "2", "--json"))
    assert answer["best"][0] == 5
    assert not answer["exact"]
    assert answer["fragmentation"] <= best["fragmentation"]


def test_order_until_no_component_is_too_large(ties: Path) -> None:
    answer = json.loads(run(ties, "--target-size", "3", "--json"))
    assert len(answer["order"]) == len(answer["largest_component"]) == answer["removals"] == 2
    assert answer["largest_component"][-1] <= 3
    assert 5 in answer["order"]


def test_whole_curve_of_one_strategy(ties: Path) -> None:
    answer = json.loads(run(ties, "--strategy", "betweenness", "--json"))
    assert answer["order"][0] == 5
    assert len(answer["order"]) == answer["actors"] == 10
    assert 0 < answer["r"] < 1


def test_the_page_says_how_sure_it_is(ties: Path) -> None:
    page = run(ties, "--k", "2")
    assert "Best 2 to remove: 1, 5" in page
    assert "No other set does better" in " ".join(page.split())
    assert "three ways it could" in page


def test_hostile_names_cannot_move_the_cursor(tmp_path: Path) -> None:
    hostile = "\x1b[2Jboss\u202e"
    (tmp_path / "ties.csv").write_text(f"from,to\n{hostile},a\n{hostile},b\nb,=cmd()\n", encoding="utf-8")
    page, answer = run(tmp_path / "ties.csv", "--k", "1"), run(tmp_path / "ties.csv", "--k", "1", "--json")
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "<U+001B>[2Jboss<U+202E>" in page
    assert answer.isascii()
    assert "\x1b" not in answer
    assert json.loads(answer)["best"] in ([hostile], ["b"])


def test_rows_left_out_are_told(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("from,to\na,b\nb,c\n,c\n")
    done = HERE.invoke(command_line(), ["dismantle", str(tmp_path / "ties.csv"), "--k", "1", "--json"])
    assert "1 row was left out: a name is empty." in done.stderr
    assert json.loads(done.stdout)["left_out"] == {"a name is empty": 1}


@pytest.mark.parametrize(
    "words", [["--k", "10"], ["--k", "-1"], ["--strategy", "magic"], ["--k", "2", "--target-size", "3"]]
)
def test_wrong_use(ties: Path, words: list[str]) -> None:
    assert HERE.invoke(command_line(), ["dismantle", str(ties), *words]).exit_code == 2


def test_a_file_without_ties_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "none.csv").write_text("nothing\n")
    done = inside("dismantle", tmp_path / "none.csv", check=False)
    assert done.returncode == 1
    assert "holds no ties" in done.stderr
    assert "Traceback" not in done.stderr
