"""`schakel plan` and `schakel decide`: the leads chosen for the hours at hand, the proof, and why the others wait."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import pyarrow as pa
import typer

from schakel.deciding.basis import Basis
from schakel.deciding.capacity import parse_hours
from schakel.deciding.choose import make_plan
from schakel.deciding.rules import Rules
from schakel.showing.cli.lead_list import leads_in
from schakel.showing.cli.plan_page import print_plan
from schakel.showing.cli.run import HOURS_HELP, HoursOption
from schakel.showing.cli.session import (
    DEFAULT_WORKSPACE,
    JsonOption,
    Session,
    WorkspaceOption,
    origin,
    writing,
)
from schakel.showing.cli.typed import typed
from schakel.showing.plan_answer import SHAPE, plan_answer
from schakel.showing.plan_hours import keep_in_settings, tell_kept, written_hours
from schakel.showing.summary import plan_figures, plan_rows
from schakel.store.settings import WorkspaceSettings

WaitingOption = Annotated[int, typer.Option("--waiting", min=0, help="How many waiting leads to print.")]
LeadsOption = Annotated[
    Path | None,
    typer.Option(
        "--leads",
        help="Plan a list of your own instead of a workspace: a CSV with lead_id, worth and hours, and if you like "
        "unit, skill, network, tags, worth_low, worth_high, hours_low, hours_high.",
    ),
]
WhatIfOption = Annotated[
    str | None, typer.Option("--hours", help=f"{HOURS_HELP} Nothing is kept without --keep.")
]
KeepOption = Annotated[
    bool,
    typer.Option(
        "--keep",
        help="Keep the hours for every plan of this workspace from now on; who may share out work may. Without it they "
        "are a what-if, and the plan that stands is left as it is.",
    ),
]
WhyOption = Annotated[str, typer.Option("--why", help="Why these hours are kept, for the ledger.")]
_NOT_KEPT = "What if: nothing was kept, and the plan that stands is as it was. To plan with these hours from now on: --keep\n"
_EPILOG = "\n\n\b\n".join(
    ["Example: schakel plan -w case1 --hours landelijk=120,oost-nederland=40 --json", SHAPE]
)


def add_to(app: typer.Typer) -> None:
    """Puts `decide` and `plan` on the command line."""
    app.command("decide", epilog="Example: schakel decide -w case1 --hours landelijk=120")(decide)
    app.command("plan", epilog=_EPILOG)(plan)


def decide(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE, hours: HoursOption = None, as_json: JsonOption = False
) -> None:
    """Proposes leads and chooses among them for the hours at hand. Hours that are given are kept for the next plans."""
    plan(workspace, hours, None, as_json, keep=hours is not None)


def plan(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    hours: WhatIfOption = None,
    leads: LeadsOption = None,
    as_json: JsonOption = False,
    waiting: WaitingOption = 10,
    keep: KeepOption = False,
    why: WhyOption = "",
) -> None:
    """The leads chosen for the hours, with the proof, and why each of the others waits. Other hours are a what-if."""
    if keep and (leads is not None or hours is None):
        raise typer.BadParameter("only hours that --hours gives a workspace can be kept", param_hint="--keep")
    if leads is not None:
        _plan_list(leads, hours, as_json, waiting)
        return
    with writing(workspace, quiet=as_json) as session:
        session.must("leads")
        wanted = session.basis_to_keep(hours) if keep else session.basis(hours)
        made = _decide(session, wanted, keep, why)
        rows, figures = plan_rows(session.engine, made), plan_figures(session.engine, made)
        settings = {"what_if": written_hours(wanted.capacity.hours)} if made else {}
        session.ledger.add(
            "show-plan",
            outputs={"leads": len(rows)},
            settings={"names": False, "at": origin()} | settings,
        )
        _tell(wanted.capacity.hours, rows, figures, wanted.rules, as_json, waiting, kept=not made)
    if made:
        (sys.stderr if as_json else sys.stdout).write(_NOT_KEPT)


def _decide(session: Session, wanted: Basis, keep: bool, why: str) -> dict[str, pa.Table] | None:
    """Makes the plan that stands; gives the plan for other hours if they are not to be kept."""
    if keep and keep_in_settings(session.workspace, wanted.capacity):
        tell_kept(session.ledger, wanted.capacity, why, origin())
        session.road.decide(wanted)
        return None
    standing = session.basis()
    session.road.decide(standing)
    return None if wanted.capacity == standing.capacity else _what_if(session, wanted)


def _what_if(session: Session, basis: Basis) -> dict[str, pa.Table]:
    """The plan for other hours; the one that stands is left as it is."""
    going = basis.by_seller(session.engine.read("sellers", ["seller_id", "member_id"]))
    return make_plan(session.engine.read("leads"), basis.capacity, basis.rules, going)


def _plan_list(path: Path, hours: str | None, as_json: bool, waiting: int) -> None:
    leads, rules = leads_in(path), Rules.default()
    with typed():
        capacity = parse_hours(WorkspaceSettings().hours if hours is None else hours)
    made = make_plan(leads, capacity, rules)
    about = {row["lead_id"]: row for row in leads.to_pylist()}
    rows = [
        {**_about(about[row["lead_id"]]), **row, "worth_reasons": about[row["lead_id"]]["reasons"]}
        for row in made["plan"].to_pylist()
    ]
    _tell(capacity.hours, rows, made["plan_figures"].to_pylist(), rules, as_json, waiting, kept=False)


def _about(lead: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in lead.items() if key != "unit"} | {"home_unit": lead["unit"]}


def _tell(
    hours: Mapping[str, float],
    rows: Sequence[dict[str, Any]],
    figures: Sequence[dict[str, Any]],
    rules: Rules,
    as_json: bool,
    waiting: int,
    *,
    kept: bool,
) -> None:
    if as_json:
        answer = plan_answer(hours, rows, figures, rules.plan, kept=kept)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        print_plan(rows, figures, hours, waiting)
