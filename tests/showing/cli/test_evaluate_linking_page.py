"""What was learned of the data stands on the page of a measurement."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console

from schakel.linking.evaluation.against_truth import measure
from schakel.linking.weighing.entry_signs import Sign
from schakel.linking.weighing.shared_contacts import Trust
from schakel.showing.cli.evaluate_linking_page import print_truth
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market


def test_how_contacts_names_and_other_areas_were_weighed_is_told(
    engine: DuckDBEngine, tmp_path: Path
) -> None:
    market = Market()
    for who in (1, 2):
        market.post(who, f"verkoper {who} vers binnen", day=who, contacts=["phone:+31612345678"])
    market.link(engine)
    (tmp_path / "accounts.csv").write_text("from_id,seller,alias\nuser1,s1,main\n", encoding="utf-8")
    made = measure(engine, [], tmp_path, ablation=False)
    told = replace(
        made.learned,
        trust={"a number of two accounts": Trust(12, 0.25)},
        signs={"a near copy": Sign(9, 4, -0.3)},
        steps={"area": (-0.51, -0.2, 0.0, 0.0, 0.0)},
    )
    assert "goes here" not in _page(made)  # nothing was learned, so nothing is said
    lines = [line.split("  ") for line in _page(replace(made, learned=told)).splitlines()]
    rows = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert ["a number of two accounts", "12", "25%"] in rows
    assert ["a near copy", "9", "4", "-0.30"] in rows
    assert ["area", "-0.51", "-0.20", "+0.00"] in rows


def _page(made) -> str:  # type: ignore[no-untyped-def]
    written = StringIO()
    print_truth(Console(file=written, width=200), made)
    return written.getvalue()
