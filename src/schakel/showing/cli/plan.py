"""`schakel plan` and `schakel decide`: the leads chosen for the hours at hand, the proof, and why the others wait."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from schakel.deciding.capacity import parse_hours
from schakel.deciding.choose import make_plan
from schakel.deciding.rules import Rules
from schakel.showing.cli.lead_list import leads_in
from schakel.showing.cli.plan_page import print_plan
from schakel.showing.cli.run import HoursOption
from schakel.showing.cli.session import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption, origin, writing
from schakel.showing.cli.typed import typed
from schakel.showing.plan_answer import SHAPE, plan_answer
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
_EPILOG = "\n\n\b\n".join(
    ["Example: schakel plan -w case1 --hours landelijk=120,oost-nederland=40 --json", SHAPE]
)


def add_to(app: typer.Typer) -> None:
    """Puts `decide` and `plan` on the command line."""
    app.command("decide", epilog="Example: schakel decide -w case1 --hours landelijk=120")(decide)
    app.command("plan", epilog=_EPILOG)(plan)


def decide(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE, hours: HoursOption = "", as_json: JsonOption = False
) -> None:
    """Proposes leads and chooses among them for the hours at hand."""
    plan(workspace, hours, None, as_json)


def plan(
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    hours: HoursOption = "",
    leads: LeadsOption = None,
    as_json: JsonOption = False,
    waiting: WaitingOption = 10,
) -> None:
    """The leads chosen for the hours, with the proof, and why each of the others waits."""
    if leads is not None:
        _plan_list(leads, hours, as_json, waiting)
        return
    with writing(workspace, quiet=as_json) as session:
        session.must("leads")
        basis = session.basis(hours)
        session.road.decide(basis)
        rows, figures = plan_rows(session.engine), plan_figures(session.engine)
        session.ledger.add(
            "show-plan", outputs={"leads": len(rows)}, settings={"names": False, "at": origin()}
        )
        _tell(basis.capacity.hours, rows, figures, basis.rules, as_json, waiting)


def _plan_list(path: Path, hours: str, as_json: bool, waiting: int) -> None:
    leads, rules = leads_in(path), Rules.default()
    with typed():
        capacity = parse_hours(hours or WorkspaceSettings().hours)
    made = make_plan(leads, capacity, rules)
    about = {row["lead_id"]: row for row in leads.to_pylist()}
    rows = [
        {**_about(about[row["lead_id"]]), **row, "worth_reasons": about[row["lead_id"]]["reasons"]}
        for row in made["plan"].to_pylist()
    ]
    _tell(capacity.hours, rows, made["plan_figures"].to_pylist(), rules, as_json, waiting)


def _about(lead: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in lead.items() if key != "unit"} | {"home_unit": lead["unit"]}


def _tell(
    hours: Mapping[str, float],
    rows: Sequence[dict[str, Any]],
    figures: Sequence[dict[str, Any]],
    rules: Rules,
    as_json: bool,
    waiting: int,
) -> None:
    if as_json:
        answer = plan_answer(hours, rows, figures, rules.plan)
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    else:
        print_plan(rows, figures, hours, waiting)
