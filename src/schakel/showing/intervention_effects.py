"""What interventions did, as typed facts: for the command line, the market report and the desk."""

from dataclasses import dataclass
from typing import Any

import msgspec

from schakel.store.engine import Engine


@dataclass(frozen=True, slots=True)
class EffectFigure:
    """One measured figure of one intervention; `unit` is change (-0.5: halved), share, or days."""

    measure: str
    subject: str
    period: str
    from_day: str
    to_day: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    claim: str
    method: str
    assumptions: tuple[str, ...]
    words_en: str
    words_nl: str
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EffectReport:
    """One intervention with its conclusion in words and its figures."""

    intervention_id: int
    kind: str
    began_on: str
    ended_on: str
    targets: tuple[str, ...]
    source: str
    conclusion: str
    conclusion_en: str
    conclusion_nl: str
    figures: tuple[EffectFigure, ...]


def effect_reports(engine: Engine) -> list[EffectReport]:
    """The interventions that were measured, oldest first; no names of people, only ids."""
    rows = engine.read("interventions").to_pylist()
    numbers = sorted({row["intervention_id"] for row in rows})
    return [_report([row for row in rows if row["intervention_id"] == number]) for number in numbers]


def _report(rows: list[dict[str, Any]]) -> EffectReport:
    head = next(row for row in rows if row["measure"] == "conclusion")
    about = {
        "conclusion": head["claim"],
        "conclusion_en": head["words_en"],
        "conclusion_nl": head["words_nl"],
        "figures": [_figure(row) for row in rows if row is not head],
    }
    days = {name: str(head[name]) for name in ("began_on", "ended_on")}
    return msgspec.convert(head | days | about, EffectReport)


def _figure(row: dict[str, Any]) -> dict[str, Any]:
    messages = [message for reason in row["reasons"] or () for message in reason["messages"] or ()]
    return row | {name: str(row[name]) for name in ("from_day", "to_day")} | {"messages": messages}
