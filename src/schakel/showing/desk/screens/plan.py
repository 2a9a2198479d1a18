"""The plan: hours by unit, what is chosen and what waits, and what other hours or weights would change."""

import re

from starlette.responses import Response

from schakel.deciding.capacity import parse_hours
from schakel.deciding.units import unit_called
from schakel.records.errors import SettingsError
from schakel.road import Road
from schakel.showing.desk.planning import (
    STEPS,
    WhatIf,
    as_it_stands,
    as_it_would_be,
    basis_of,
    factor,
    save_hours,
    weights_of,
)
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.showing.plan_hours import SETS_HOURS, written_hours


def screen(visit: Visit) -> Response:
    """The plan as it stands; with hours or weights in the address, as it would be."""
    basis = basis_of(visit.workspace, visit.casework)
    tags = weights_of(visit.engine)
    asked = _what_if(visit, dict(basis.capacity.hours), tags)
    seen = as_it_would_be(visit.engine, basis, asked) if asked else as_it_stands(visit.engine, basis)
    settings = {"what_if": written_hours(asked.hours), "weights": dict(asked.steps)} if asked else {}
    visit.looked(
        "show-plan",
        {"what": "plan"},
        outputs={"leads": len(seen.chosen) + len(seen.waiting)},
        settings=settings,
    )
    return visit.show(
        "plan.html",
        "plan",
        seen=seen,
        what_if=asked,
        hours=asked.hours if asked else basis.capacity.hours,
        tags=tags,
        steps=asked.steps if asked else {},
        range_of_steps=(STEPS[0], STEPS[-1]),
        factor=factor,
        may_save=visit.may(SETS_HOURS),
        written=written_hours(asked.hours) if asked else "",
    )


def save(visit: Visit) -> Response:
    """Keeps the hours and makes the plan anew."""
    hours = parse_hours(visit.form.get("hours", "")[:2000])
    why = " ".join(visit.form.get("why", "")[:400].split())
    road = Road(visit.workspace, visit.engine, visit.ledger, lambda *_: None)
    save_hours(visit.workspace, road, visit.casework, hours, why)
    return visit.back_to("/plan", said="hours_kept")


def _what_if(visit: Visit, hours: dict[str, float], tags: list[str]) -> WhatIf | None:
    """What the address asks for; None if it is the plan as it stands."""
    asked = visit.request.query_params
    wanted = dict(hours)
    for name, value in asked.items():
        kind, _, about = name.partition(".")
        if kind == "hours" and about[:60]:
            wanted[_unit(about[:60])] = _hours(value)
    steps = {tag: _step(asked.get(f"weight.{tag}", "0")) for tag in tags}
    steps = {tag: step for tag, step in steps.items() if step}
    return WhatIf(wanted, steps) if wanted != hours or steps else None


def _unit(name: str) -> str:
    return unit_called(name)


def _hours(written: str) -> float:
    if not re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,9})?", written):
        raise SettingsError(
            "Hours are a number from 0 to 99999.", means="Nothing was planned.", todo="Mend it."
        )
    return float(written)


def _step(written: str) -> int:
    step = int(written) if re.fullmatch(r"-?[0-9]", written) else 0
    return step if step in STEPS else 0


SCREEN = Screen(
    "plan",
    (Page("/plan", screen, "leads"), Page("/plan/hours", save, SETS_HOURS, method="POST")),
    group="work",
)
