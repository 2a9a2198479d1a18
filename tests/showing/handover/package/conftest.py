"""The lead of the example market with the most accounts, packed once as a folder and once as a zip with its originals."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from schakel.showing.handover.package.subject import Subject, subject_of
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace
from tests.commands import ExampleRun
from tests.inside import inside

GROUND = ("--authorisation", "A-12", "--why", "to the prosecutor, file 12")


@dataclass(frozen=True)
class Packed:
    """A workspace, the lead that was packed, the folder and the zip."""

    workspace: Path
    subject: Subject
    folder: Path
    zip: Path

    @property
    def engine(self) -> DuckDBEngine:
        return DuckDBEngine(open_workspace(self.workspace), workers=Workers(1))


def enter_ground(workspace: Path, ground: str, acts: str, **more: str) -> None:
    """Writes an authorisation down that runs while the tests do."""
    options = [part for name, value in more.items() for part in (f"--{name}", value)]
    inside(
        "authorise", "add", ground, "--basis", "wpg-9", "--officer", "J. Smit", "--reference", "file 12, p. 3", "--acts", acts,
        "--from", "2020-01-01", "--until", "2099-12-31", *options, "-w", workspace,
    )  # fmt: skip


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]) -> Packed:
    room = tmp_path_factory.mktemp("packed")
    workspace = example_as_run(room / "case").workspace
    engine = DuckDBEngine(open_workspace(workspace), workers=Workers(1))
    rows = engine.read("sellers", ["seller_id", "member_kind"]).to_pylist()
    accounts = Counter(row["seller_id"] for row in rows if row["member_kind"] == "account")
    seller = min(accounts, key=lambda one: (-accounts[one], one))
    leads = engine.read("leads", ["lead_id", "seller_id"]).to_pylist()
    lead = next(row["lead_id"] for row in leads if row["seller_id"] == seller)
    enter_ground(workspace, "A-12", "import,identify,export")
    inside("verdict", seller, "ghost", "--why", "nobody came, says Jan", "-w", workspace)
    inside("show", "s_of_somebody_else", "-w", workspace, check=False)
    inside("package", lead, "-o", room / "folder", *GROUND, "-w", workspace)
    inside(
        "package", lead, "-o", room / "packed.zip", "--sources", "--language", "en", *GROUND, "-w", workspace
    )
    return Packed(workspace, subject_of(engine, lead), room / "folder", room / "packed.zip")
