"""What interventions did, as typed facts: for the command line, the market report and the desk."""

from dataclasses import dataclass

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


def _report(rows: list[dict[str, object]]) -> EffectReport:
    head = next(row for row in rows if row["measure"] == "conclusion")
    return EffectReport(
        intervention_id=head["intervention_id"],  # type: ignore[arg-type]
        kind=str(head["kind"]),
        began_on=str(head["began_on"]),
        ended_on=str(head["ended_on"]),
        targets=tuple(head["targets"]),  # type: ignore[arg-type]
        source=str(head["source"]),
        conclusion=str(head["claim"]),
        conclusion_en=str(head["words_en"]),
        conclusion_nl=str(head["words_nl"]),
        figures=tuple(_figure(row) for row in rows if row is not head),
    )


def _figure(row: dict[str, object]) -> EffectFigure:
    kept = {name: row[name] for name in EffectFigure.__dataclass_fields__ if name in row}
    messages = [message for reason in row["reasons"] or () for message in reason["messages"] or ()]  # type: ignore[attr-defined]
    days = {name: str(row[name]) for name in ("from_day", "to_day")}
    return EffectFigure(
        **{**kept, **days, "assumptions": tuple(row["assumptions"] or ()), "messages": tuple(messages)}  # type: ignore[arg-type]
    )
