"""What the intake tests share: a workspace to run in."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions, IntakeSummary, take_in
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.stamps import Stamps
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace, working_in


@dataclass
class Desk:
    """One workspace with everything a run needs."""

    workspace: Workspace
    workers: Workers
    options: dict[str, str] = field(default_factory=dict)
    keep: bool = False

    @property
    def engine(self) -> DuckDBEngine:
        return DuckDBEngine(self.workspace, workers=self.workers, keep=self.keep)

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.workspace.ledger, "tester", now=lambda: datetime(2026, 1, 1, tzinfo=UTC))

    def take(self, *paths: Path, **options: str) -> IntakeSummary:
        stamps = Stamps(self.workspace.stamps, self.workspace.tables)
        with working_in(self.workspace):
            return take_in(
                list(paths), self.workspace, self.engine, stamps, self.ledger, IntakeOptions(**options)
            )

    def rows(self, table: str = "messages") -> list[dict[str, Any]]:
        return self.engine.read(table).to_pylist()

    def by_id(self) -> dict[int, dict[str, Any]]:
        return {row["tg_id"]: row for row in self.rows()}

    def digests(self) -> dict[str, str]:
        tables = self.workspace.tables
        return {
            str(file.relative_to(tables)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(tables.rglob("*.parquet"))
        }


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """A function that opens a fresh workspace; helper processes end with the test."""
    made: list[Desk] = []

    def open_desk(name: str = "case", workers: int = 1) -> Desk:
        made.append(Desk(create_workspace(tmp_path / name), Workers(workers)))
        return made[-1]

    yield open_desk
    for one in made:
        one.workers.close()


@pytest.fixture
def desk(new_desk: Callable[..., Desk]) -> Desk:
    return new_desk()
