"""`schakel show SELLER`: what ties its accounts, and what was compared with accounts of others."""

from collections import Counter
from pathlib import Path

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.inside import inside

TIES, APART = "What holds the accounts together", "Compared with accounts of others, and kept apart"


def test_ties_and_comparisons_stand_apart(example_case: Path) -> None:
    sellers = (
        DuckDBEngine(open_workspace(example_case)).read("sellers", ["seller_id", "member_id"]).to_pylist()
    )
    many = Counter(row["seller_id"] for row in sellers if row["member_id"].startswith("a_"))
    seller = min(many, key=lambda one: (-many[one], one))
    own = {row["member_id"] for row in sellers if row["seller_id"] == seller}
    ties, apart = inside("show", seller, "-w", example_case).stdout.split(TIES)[1].split(APART)
    told = [
        [set(line.split(":")[0].split(" and ")) for line in part.splitlines() if ": log10 LR" in line]
        for part in (ties, apart)
    ]
    assert all(told)
    assert all({one.strip() for one in pair} <= own for pair in told[0])
    assert all(len({one.strip() for one in pair} & own) == 1 for pair in told[1])
