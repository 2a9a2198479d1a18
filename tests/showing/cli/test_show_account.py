"""`schakel show` of an account: the file of the seller whom it belongs to, or what was concluded about it."""

from pathlib import Path

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.inside import inside as schakel
from tests.inside import inside_json as run_json


def test_an_account_of_a_seller_leads_to_that_seller(example_case: Path) -> None:
    engine = DuckDBEngine(open_workspace(example_case))
    rows = engine.read("sellers", ["seller_id", "member_kind", "member_id", "name"]).to_pylist()
    one = next(row for row in rows if row["member_kind"] == "account" and row["name"])
    found = run_json("show", one["member_id"], "-w", example_case)
    seller = run_json("show", one["seller_id"], "-w", example_case)
    assert found == seller | {"account": one["member_id"]}
    screen = schakel("show", one["member_id"], "-w", example_case).stdout
    assert screen.startswith(f"{one['member_id']} is an account of the seller {one['seller_id']}.\n")
    looked = run_json("audit", "--about", one["seller_id"], "--act", "show", "-w", example_case)
    assert one["member_id"] in str(looked)


def test_an_account_of_no_seller_has_its_findings(example_case: Path) -> None:
    engine = DuckDBEngine(open_workspace(example_case))
    subjects = engine.read("findings", ["subject_kind", "subject_id"]).to_pylist()
    one = next(row["subject_id"] for row in subjects if row["subject_kind"] == "account")
    found = run_json("show", one, "-w", example_case)
    assert found["subject"] == one
    assert found["findings"]
    assert "account" not in found


@pytest.mark.parametrize("written", ["{}", "user{}"])
def test_an_account_is_found_by_its_number_at_telegram(example_case: Path, written: str) -> None:
    engine = DuckDBEngine(open_workspace(example_case))
    rows = engine.read("sellers", ["seller_id", "account_tg_id"]).to_pylist()
    one = next(row for row in rows if row["account_tg_id"])
    asked = written.format(one["account_tg_id"])
    seller = run_json("show", one["seller_id"], "-w", example_case)
    assert run_json("show", asked, "-w", example_case) == seller | {"account": asked}


@pytest.mark.parametrize("written", ["channel{}", "{}0", "٣{}"])
def test_a_number_of_nobody_is_told(example_case: Path, written: str) -> None:
    engine = DuckDBEngine(open_workspace(example_case))
    numbers = engine.read("sellers", ["account_tg_id"])["account_tg_id"].drop_null().to_pylist()
    asked = written.format(numbers[0])  # it is the number of a person, not of a channel
    told = schakel("show", asked, "-w", example_case, check=False)
    assert told.returncode == 1
    assert asked in told.stderr
