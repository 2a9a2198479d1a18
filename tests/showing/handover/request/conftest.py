"""The example market with a ground to draft requests on, and the facts of its first lead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schakel.records.grounds import Ground, Scope
from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.drafting import Drafting
from schakel.showing.handover.request.facts import Facts, facts_of
from schakel.showing.pseudonyms import Pseudonyms
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace
from tests.commands import ExampleRun
from tests.inside import inside

KEYED = Pseudonyms(b"k" * 32)
TODAY = datetime.now(UTC).date()


@dataclass(frozen=True)
class Case:
    """A workspace with the authorisation A-1, its plan's first lead, and the facts of that."""

    workspace: Path
    lead: str
    seller: str
    facts: Facts

    def drafting(self, form: str, language: str = "en", data: tuple[str, ...] | None = None) -> Drafting:
        kind = next(name for name, kind in kinds().kind.items() if form in kind.forms)
        asked = kinds().form[form].data if data is None else data
        ground = Ground("A-1", "wpg-9", "J. Smit", "file 12", Scope(("identify",)), TODAY, TODAY)
        return Drafting(self.facts, kind, form, asked, ground, language)


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]) -> Case:
    run = example_as_run(tmp_path_factory.mktemp("requests") / "case")
    authorise(run.workspace, "A-1")
    first = run.answer["plan"][0]
    engine = DuckDBEngine(open_workspace(run.workspace), workers=Workers(1))
    facts = facts_of(engine, first["lead_id"], kinds().timers, KEYED)
    engine.workers.close()
    return Case(run.workspace, first["lead_id"], first["seller_id"], facts)


def authorise(
    workspace: Path, ground: str, basis: str = "wpg-9", first: int = 0, last: int = 30, goods: str = "*"
) -> None:
    """An authorisation of so many days from today."""
    words = ("--basis", basis, "--officer", "J. Smit", "--reference", "file 12", "--acts", "identify")
    days = ("--from", str(TODAY + timedelta(days=first)), "--until", str(TODAY + timedelta(days=last)))
    inside("authorise", "add", ground, *words, *days, "--commodities", goods, "-w", workspace)
