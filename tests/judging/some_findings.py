"""Findings of one sort as the whole judgement makes them, without looking up what only its other findings need."""

from collections.abc import Callable, Sequence
from typing import Any

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Findings
from schakel.judging.ghosts.ghost import ghost_findings
from schakel.judging.judge import gathered
from schakel.judging.weights import ghost_model
from schakel.store.duckdb_engine import DuckDBEngine


def rows_of(engine: DuckDBEngine, find: Callable[[Facts], Sequence[Finding]]) -> list[dict[str, Any]]:
    """The rows of the findings that `find` makes of the facts."""
    facts = gathered(engine)
    findings = Findings(facts)
    findings.extend(find(facts))
    return findings.table().to_pylist()


def ghost_rows(engine: DuckDBEngine) -> list[dict[str, Any]]:
    """The rows of the findings on ghosts, where nobody gave a word of their own."""
    return rows_of(engine, lambda facts: ghost_findings(facts, ghost_model(), {}))
