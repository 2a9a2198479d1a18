"""`schakel show` of an account: the file of the seller whom it belongs to, or what was concluded about it."""

from pathlib import Path

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
