"""The network of a case: ties by month, communities, bridges, keepers; ids only, no names."""

from pathlib import Path

from schakel.store.workspace import create_workspace
from tests.inside import inside, inside_json


def test_the_network_of_the_example(case_copy: Path) -> None:
    told = inside_json("network", "--most", "3", "-w", case_copy)
    kinds = {row["kind"] for row in told["months"]}
    assert {"replies", "keeps"} <= kinds
    assert [row["month"] for row in told["months"]] == sorted(row["month"] for row in told["months"])
    assert 1 <= len(told["communities"]) <= 3
    assert all(row["reached"] >= 2 for row in told["bridges"])
    assert all(row["groups"] == len(row["chats"]) >= 1 for row in told["keepers"])
    page = inside("network", "-w", case_copy).stdout
    assert "Ties by month" in page
    assert "Who keeps groups" in page


def test_a_case_without_ties_says_so(tmp_path: Path) -> None:
    create_workspace(tmp_path / "case")
    refused = inside("network", "-w", tmp_path / "case", check=False)
    assert refused.returncode == 1
    assert "no ties" in refused.stderr
