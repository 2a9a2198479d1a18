"""Two workspaces to export: a small one with every trick in it that a text can play, and the example market."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.showing.handover.export.formats import FORMATS
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.commands import ExampleRun
from tests.inside import inside_json
from tests.showing.desk.hostile_case import build
from tests.showing.desk.hostile_market import add_market

Exported = Callable[[str], tuple[Path, dict[str, Any]]]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]) -> Path:
    """The example market, read by tests only."""
    workspace = example_as_run(tmp_path_factory.mktemp("export") / "case").workspace
    Workspace(workspace).pseudonym_key.write_text("3c" * 32 + "\n", "ascii")  # ids in one order each time
    return workspace


@pytest.fixture(scope="session")
def example_lead(example: Path) -> str:
    """The first lead of its plan."""
    rows = DuckDBEngine(Workspace(example), workers=Workers(1)).read("plan", ["rank", "lead_id"]).to_pylist()
    return str(min(rows, key=lambda row: row["rank"])["lead_id"])


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of the desk's tests: scripts, formulas, bidi and control signs in texts, names and titles."""
    workspace = create_workspace(tmp_path_factory.mktemp("hostile") / "case")
    Ledger(workspace.ledger, "tester").add("intake")
    workspace.pseudonym_key.write_text("c3" * 32 + "\n", "ascii")  # as above
    engine = DuckDBEngine(workspace, workers=Workers(1))
    build(engine)
    add_market(workspace, engine)
    return workspace.root


@pytest.fixture(scope="session")
def exported(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """An export of the hostile case in a format, made once, with what the command told of it."""
    made: dict[str, tuple[Path, dict[str, Any]]] = {}
    folder = tmp_path_factory.mktemp("exported")

    def export(to: str) -> tuple[Path, dict[str, Any]]:
        if to not in made:
            out = folder / f"out.{to}"
            made[to] = out, inside_json("export", "--to", to, "-o", out, "-w", hostile)
        return made[to]

    return export


@pytest.fixture(scope="session")
def example_export(example: Path, example_lead: str, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """An export of one lead of the example market in a format, made once."""
    made: dict[str, tuple[Path, dict[str, Any]]] = {}
    folder = tmp_path_factory.mktemp("lead")

    def export(to: str) -> tuple[Path, dict[str, Any]]:
        if to not in made:
            out = folder / f"lead.{to}"
            made[to] = out, inside_json("export", "--to", to, "-o", out, example_lead, "-w", example)
        return made[to]

    return export


@pytest.fixture(params=sorted(FORMATS))
def every_format(request: pytest.FixtureRequest) -> str:
    """Each format in turn."""
    return str(request.param)


def lines(path: Path) -> list[dict[str, Any]]:
    """The values of a file with one JSON value a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
