"""`schakel show SELLER --between A B`: the chain of evidence between two accounts of a seller."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

from schakel.showing.cli.between import between, print_between
from schakel.showing.cli.pages import Names
from schakel.showing.seller_file import SellerFile, seller_file
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.inside import inside as schakel
from tests.inside import inside_json as run_json


def largest(workspace: Path) -> tuple[DuckDBEngine, SellerFile, list[str]]:
    """The seller of the most accounts in the case, and these accounts."""
    engine = DuckDBEngine(open_workspace(workspace))
    accounts: dict[str, list[str]] = defaultdict(list)
    for row in engine.read("sellers", ["seller_id", "member_kind", "member_id"]).to_pylist():
        if row["member_kind"] == "account":
            accounts[row["seller_id"]].append(row["member_id"])
    seller = max(sorted(accounts), key=lambda one: len(accounts[one]))
    return engine, seller_file(engine, seller), accounts[seller]


def test_the_chain_leads_from_one_account_to_the_other_by_links_of_that_seller(example_case: Path) -> None:
    engine, file, accounts = largest(example_case)
    links = {
        frozenset((row["left_id"], row["right_id"])): row["log10_lr"]
        for row in engine.read("links", ["left_id", "right_id", "kind", "log10_lr"]).to_pylist()
        if row["kind"] == "same-seller"
    }
    assert len(accounts) > 1
    for other in accounts[1:]:
        found = between(engine, file, accounts[0], other)
        stops = [found["from"], *(step["to"] for step in found["steps"])]
        assert (stops[0], stops[-1]) == (accounts[0], other)
        assert [step["from"] for step in found["steps"]] == stops[:-1]
        assert set(stops) <= set(accounts)
        assert [step["log10_lr"] for step in found["steps"]] == [
            links[frozenset(pair)] for pair in pairwise(stops)
        ]
        assert found["weakest"] == min(step["log10_lr"] for step in found["steps"])


def test_on_the_screen_it_tells_the_weakest_step_and_hides_names(
    example_case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine, file, accounts = largest(example_case)
    found = between(engine, file, accounts[0], accounts[1])
    step = found["steps"][0] | {
        "reasons": [{"rule": "same_name", "weight": 3.7, "detail": "Snow Wolf", "messages": []}]
    }
    print_between(Console(width=200), found | {"steps": [step]}, Names(shown=False))
    written = capsys.readouterr().out
    assert f"weakest step {found['weakest']:.1f}" in written
    assert "Wolf" not in written


def test_the_command_prints_it_as_one_record_without_names(example_case: Path) -> None:
    engine, file, (one, other, *_) = largest(example_case)
    found = run_json("show", file.seller_id, "--between", one, other, "-w", example_case)
    assert (found["seller_id"], found["from"], found["to"]) == (file.seller_id, one, other)
    clear = between(engine, file, one, other)["steps"]
    named = {"same_name", "disguised_name", "numbered_name", "shares_phone", "shares_username"}
    quoted = [
        (shown["detail"], said["detail"])
        for step, told in zip(found["steps"], clear, strict=True)
        for shown, said in zip(step["reasons"], told["reasons"], strict=True)
        if said["rule"] in named
    ]
    assert quoted
    assert all(shown != said for shown, said in quoted)


def test_others_than_accounts_of_that_seller_are_refused_in_words(example_case: Path) -> None:
    _, file, accounts = largest(example_case)
    wrong = schakel(
        "show", file.seller_id, "--between", accounts[0], "a_nobody", "-w", example_case, check=False
    )
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "are not two accounts of seller" in wrong.stderr
    no_seller = schakel("show", "l_any", "--between", *accounts[:2], "-w", example_case, check=False)
    assert no_seller.returncode == 2
    assert "from one account of a seller to another" in no_seller.stderr
