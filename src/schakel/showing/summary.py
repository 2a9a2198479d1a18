"""What a run found, as one record: for the closing page and for `--json`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pyarrow as pa

from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.records.facts import Estimate
from schakel.showing.hidden_names import without_names
from schakel.store.engine import Engine

_SQL = files("schakel.showing.sql")
Tables = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """Counts, the share of ghosts expected, the plan's rows and the reasons for what was set apart."""

    counts: Mapping[str, int]
    ghosts: Estimate
    real_sellers: Mapping[str, float | None]  # value, low, high: those that keep selling, seen or not
    plan: list[dict[str, Any]]
    quarantine: list[dict[str, Any]]

    @property
    def chosen(self) -> list[dict[str, Any]]:
        """The leads that the plan takes, best first."""
        return [row for row in self.plan if row["chosen"]]

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """The leads that wait."""
        return [row for row in self.plan if not row["chosen"]]

    def as_json(self, seconds: Mapping[str, float]) -> dict[str, Any]:
        """The record that machines read; its keys are promised in the design."""
        share = {"value": self.ghosts.value, "low": self.ghosts.low, "high": self.ghosts.high}
        return {
            **self.counts,
            "ghost_share": share,
            "real_sellers": dict(self.real_sellers),
            "plan": [_plan_row(row) for row in self.chosen],
            "waiting": len(self.waiting),
            "seconds": {step: round(spent, 3) for step, spent in seconds.items()},
        }


def summarise(engine: Engine) -> RunSummary:
    """The record of what stands in the workspace now."""
    texts = {"texts": engine.step_each(_SQL / "different_texts.sql", "messages")}
    counts: dict[str, int] = engine.step(_SQL / "run_counts.sql", tables=texts).to_pylist()[0]
    return RunSummary(
        counts=counts,
        ghosts=ghost_share(engine.read("findings")),
        real_sellers=_real_sellers(engine),
        plan=plan_rows(engine),
        quarantine=engine.step(_SQL / "quarantine_reasons.sql").to_pylist(),
    )


def _real_sellers(engine: Engine) -> dict[str, float | None]:
    columns = ["what", "stratum", "value", "low", "high"]
    for row in engine.read("estimates", columns).to_pylist():
        if (row["what"], row["stratum"]) == ("real-sellers", "all"):
            return {end: row[end] for end in ("value", "low", "high")}
    return dict.fromkeys(("value", "low", "high"))


def plan_rows(engine: Engine, what_if: Tables | None = None) -> list[dict[str, Any]]:
    """The rows of the plan with each lead's title, parts and bounds, chosen ones first. Names are hidden.

    `what_if` is another plan, made for a look and not kept.
    """
    rows: list[dict[str, Any]] = engine.step(_SQL / "plan_rows.sql", tables=what_if).to_pylist()
    for row in rows:
        for reason in [*(row["worth_reasons"] or ()), *(row["reasons"] or ())]:
            reason["detail"] = without_names(reason["rule"], reason["detail"] or "")
    return rows


def plan_figures(engine: Engine, what_if: Tables | None = None) -> list[dict[str, Any]]:
    """The figures of the plan as a whole, or of another one that was made for a look."""
    rows: list[dict[str, Any]] = engine.step(_SQL / "plan_figures.sql", tables=what_if).to_pylist()
    return rows


def _plan_row(row: Mapping[str, Any]) -> dict[str, Any]:
    reasons = list((row["worth_reasons"] or []) + (row["reasons"] or []))
    return {key: value for key, value in row.items() if key not in {"worth_reasons", "reasons"}} | {
        "reasons": [
            {"rule": reason["rule"], "weight": reason["weight"], "detail": reason["detail"]}
            for reason in reasons
        ]
    }
