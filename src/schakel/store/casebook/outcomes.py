"""What closed cases turned out to be: verdicts, and hours by kind of work against what was estimated."""

import json
from typing import Any

from sqlalchemy import Connection, select

from schakel.records.casework import Outcome
from schakel.store.casebook.case_schema import case_hours, case_verdicts, cases


def outcomes(connection: Connection) -> list[Outcome]:
    """One outcome a closed case, by case id. Nothing in it tells who worked on the case or whom it was about.

    Restricted cases teach nothing: hours that moved, or a count of cases, would betray that there was one.
    """
    closed = connection.execute(
        select(cases.c.case_id, cases.c.way, cases.c.cells, cases.c.estimated)
        .where(cases.c.state == "closed", cases.c.level.in_(("unit", "removed")))
        .order_by(cases.c.case_id)
    ).all()
    spent: dict[str, dict[str, float]] = {}
    for case_id, kind, hours in connection.execute(
        select(case_hours.c.case_id, case_hours.c.kind, case_hours.c.hours).order_by(case_hours.c.act_no)
    ):
        kinds = spent.setdefault(case_id, {})
        kinds[kind] = kinds.get(kind, 0.0) + hours
    said: dict[str, list[Any]] = {}
    for case_id, verdict in connection.execute(
        select(case_verdicts.c.case_id, case_verdicts.c.verdict).order_by(case_verdicts.c.act_no)
    ):
        said.setdefault(case_id, []).append(verdict)
    return [
        Outcome(
            case_id=row.case_id,
            verdicts=tuple(said.get(row.case_id, ())),
            way=row.way,
            cells=json.loads(row.cells),
            estimated=json.loads(row.estimated),
            spent=spent.get(row.case_id, {}),
        )
        for row in closed
    ]
