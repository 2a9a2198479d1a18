"""The plan as machines read it; `schakel plan --help` promises this shape."""

from collections.abc import Mapping, Sequence
from typing import Any

from schakel.deciding.rules import PlanRules
from schakel.deciding.units import national_unit

Row = dict[str, Any]
SHAPE = """\
--json prints one object:
  hours      hours given, by unit
  kept       whether this is the plan that stands in the tables; false for a look at other hours, and for a list
  chosen     ids of the leads to take up, the highest worth first; waiting: ids of all others
  plan       a row for every lead: lead_id, seller_id, rank, chosen, unit, may_take, worth, hours (each with low and
             high), title, skill, network, tags, parts (the factors of the worth), work (hours by kind), stability
             (share of simulated plans that take it), greedy (whether worth per hour takes it), worth_reasons (why it
             is worth that) and reasons (why it is chosen, or why it waits)
  proof      objective (worth of the chosen together, with low and high), bound (no plan can be worth more), gap
  greedy     objective and chosen of the plan by worth per hour, beside it
  stability  simulations made; share of them that take a chosen lead: mean, least, most
  units      for each unit: hours, planned (with low and high), overrun (chance that the work takes longer than the
             hours) and next_hours (what so many hours more would add, and the leads that come in)
  minima     hours asked for some kind of lead: what they got
  limits     what the plan kept to besides hours: per_network, skills
  under_way, worked_on_before   leads left out because somebody is, or was, at them
  figures    the same figures one a row, as in tables/plan_figures.parquet where the plan is kept
"""


def plan_answer(
    hours: Mapping[str, float],
    rows: Sequence[Row],
    figures: Sequence[Row],
    rules: PlanRules,
    *,
    kept: bool,
) -> dict[str, Any]:
    """The answer of `plan --json`, from the rows of the plan and its figures."""
    known = {(row["what"], row["unit"]): row for row in figures}
    leads = {what: row["leads"] for (what, _), row in known.items()}
    return {
        "hours": dict(hours),
        "kept": kept,
        "chosen": [row["lead_id"] for row in rows if row["chosen"]],
        "waiting": [row["lead_id"] for row in rows if not row["chosen"]],
        "plan": [{**row, "may_take": _may_take(row)} for row in rows],
        "proof": _proof(known),
        "greedy": {
            "objective": _value(known, "greedy-worth"),
            "chosen": [row["lead_id"] for row in rows if row["greedy"]],
        },
        "stability": _stability(known),
        "units": [_unit(known, unit, at_hand, rules.next_hours) for unit, at_hand in sorted(hours.items())],
        "minima": [{"hours": r["value"], "told": r["detail"]} for r in figures if r["what"] == "minimum"],
        "limits": {"per_network": rules.per_network, "skills": rules.skills},
        "under_way": leads.get("under-way", []),
        "worked_on_before": leads.get("worked-on-before", []),
        "figures": list(figures),
    }


_Known = Mapping[tuple[str, str | None], Row]


def _proof(known: _Known) -> Row:
    worth = known.get(("worth", None), {})
    return {
        "objective": worth.get("value", 0.0),
        "low": worth.get("low"),
        "high": worth.get("high"),
        "bound": _value(known, "bound"),
        "gap": _value(known, "gap"),
    }


def _stability(known: _Known) -> Row:
    stable = known.get(("stability", None), {})
    return {
        "simulations": int(_value(known, "simulations")),
        "mean": stable.get("value"),
        "least": stable.get("low"),
        "most": stable.get("high"),
    }


def _unit(known: _Known, unit: str, at_hand: float, more: float) -> Row:
    planned, next_ = known.get(("hours", unit), {}), known.get(("next-hours", unit), {})
    return {
        "unit": unit,
        "hours": at_hand,
        "planned": planned.get("value", 0.0),
        "low": planned.get("low"),
        "high": planned.get("high"),
        "overrun": known.get(("overrun", unit), {}).get("value"),
        "next_hours": {
            "hours": more,
            "worth": next_.get("value", 0.0),
            "leads": next_.get("leads", []),
            "told": next_.get("detail", ""),
        },
    }


def _may_take(row: Row) -> list[str]:
    home, national = row["home_unit"] or national_unit(), national_unit()
    too = any(reason["rule"] == "national-too" for reason in row["worth_reasons"] or ())
    return [home, national] if too and home != national else [home]


def _value(known: _Known, what: str) -> float:
    return float(known.get((what, None), {}).get("value", 0.0))
