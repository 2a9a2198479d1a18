"""Terms: what of the files and cases is due to be removed or destroyed, and what was kept longer with a reason."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update

from schakel.records.casework import Change, Person
from schakel.records.errors import SettingsError
from schakel.records.grounds import Due, Ground, Held
from schakel.store.casebook.acts import DESTROYED, Deed, Signature, write_act
from schakel.store.casebook.case_schema import (
    acts,
    case_members,
    case_notes,
    case_readers,
    case_tasks,
    cases,
    notices,
)
from schakel.store.casebook.grounds import all_grounds, ground_data
from schakel.store.casebook.rights import REMOVED_LEVELS, must_have

# The level of a case that nobody sees any more; what was restricted stays apart, for it may teach nothing.
_REMOVED = {"unit": "removed", "restricted": "hidden", "removed": "removed", "hidden": "hidden"}
_GONE = "(destroyed)"


def due_files(connection: Connection, held: Iterable[Held], day: date) -> list[Due]:
    """The files whose term is over on this day, the longest overdue first."""
    grounds = {ground.ground_id: ground for ground in all_grounds(connection)}
    kept = _kept(connection)
    found = []
    for file in held:
        basis, name, term = _term(grounds.get(file.authorisation))
        action, since = _next(term, file.sealed_on, file.removed_on, "remove_after")
        if since <= day and kept.get(file.sha256, since) <= day:
            due = Due("source", file.sha256, file.name, action, since, basis, name, file.authorisation)
            found.append(due)
    return sorted(found, key=lambda due: (due.since, due.what))


def due_cases(connection: Connection, day: date) -> list[Due]:
    """The closed cases whose term is over on this day."""
    grounds = {ground.ground_id: ground for ground in all_grounds(connection)}
    used, kept = _grounds_used(connection), _kept(connection)
    rows = connection.execute(
        select(cases).where(cases.c.state == "closed").order_by(cases.c.case_id)
    ).mappings()
    found = []
    for row in rows:
        if row["title"] == _GONE:
            continue
        basis, name, term = _term(grounds.get(used.get(row["case_id"], "")))
        removed = _removed_on(connection, row["case_id"]) if row["level"] in REMOVED_LEVELS else None
        action, since = _next(
            term, date.fromisoformat(row["closed_at"][:10]), removed, "remove_after_closing"
        )
        if since <= day and kept.get(row["case_id"], since) <= day:
            ground = used.get(row["case_id"], "")
            found.append(Due("case", row["case_id"], row["case_id"], action, since, basis, name, ground))
    return sorted(found, key=lambda due: (due.since, due.what))


def keep_longer(
    connection: Connection, signed: Signature, actor: Person, what: str, until: date, why: str
) -> None:
    """Keeps a file or case beyond its term, because somebody looked and it is still needed."""
    must_have(actor, "apply-terms")
    if not why.strip():
        raise SettingsError(
            "What is kept longer needs a reason.",
            means="Nothing was changed.",
            todo="Say why it is still needed.",
        )
    asked = select(cases.c.case_id).where(cases.c.case_id == what, cases.c.state == "closed")
    if what.startswith("k_") and connection.execute(asked).first() is None:
        raise SettingsError(
            f"There is no closed case {what[:40]}.",
            means="Nothing was changed.",
            todo="schakel retention list",
        )
    deed = Deed("keep", None, (Change("keep until", None, until.isoformat()),), why, {"what": what})
    write_act(connection, signed, deed)


def remove_case(connection: Connection, signed: Signature, actor: Person, due: Due) -> tuple[str, ...]:
    """Takes a closed case out of sight; it is kept for complaints until it is destroyed."""
    must_have(actor, "apply-terms")
    level = connection.execute(select(cases.c.level).where(cases.c.case_id == due.what)).scalar_one()
    connection.execute(update(cases).where(cases.c.case_id == due.what).values(level=_REMOVED[level]))
    connection.execute(delete(case_readers).where(case_readers.c.case_id == due.what))
    deed = Deed("remove", due.what, (Change("level", level, _REMOVED[level]),), _words(due))
    write_act(connection, signed, deed)
    return ("Nobody sees the case any more; it is kept for complaints until it is destroyed.",)


def destroy_case(connection: Connection, signed: Signature, actor: Person, due: Due) -> tuple[str, ...]:
    """Destroys what a closed case says about people: notes, tasks, members, reasons and the payload of its acts.

    What stays tells of no person: that there was a case, its states, hours and verdicts, and the chain of acts, each
    destroyed payload by its digest.
    """
    must_have(actor, "apply-terms")
    case, row = due.what, cases.c.case_id == due.what
    level = connection.execute(select(cases.c.level).where(row)).scalar_one()
    numbers = [
        number
        for (number,) in connection.execute(
            select(acts.c.act_no)
            .where(acts.c.case_id == case, acts.c.payload.is_not(None))
            .order_by(acts.c.act_no)
        )
    ]
    for table in (case_notes, case_tasks, case_members, case_readers, notices):
        connection.execute(delete(table).where(table.c.case_id == case))
    connection.execute(
        update(cases)
        .where(row)
        .values(title=_GONE, seller_id=_GONE, lead_id=_GONE, owner=None, level=_REMOVED[level])
    )
    connection.execute(update(acts).where(acts.c.case_id == case).values(payload=None))
    deed = Deed(DESTROYED, None, (Change("case", case, None),), _words(due), {"acts": numbers, "case": case})
    write_act(connection, signed, deed)
    left = sum(
        len(connection.execute(select(table).where(table.c.case_id == case)).all())
        for table in (case_notes, case_tasks, case_members)
    )
    return (
        f"The payload of {len(numbers)} acts is gone; their digests stay in the chain.",
        f"{left} notes, tasks and members of it are left.",
    )


def _term(ground: Ground | None) -> tuple[str, str, Mapping[str, Any]]:
    data = ground_data()
    if ground is None:
        return "none", "unknown", data["term"]["unknown"]
    name = data["basis"][ground.basis]["term"]
    return ground.basis, name, data["term"][name]


def _next(term: Mapping[str, Any], start: date, removed: date | None, after: str) -> tuple[str, date]:
    """What is to be done next, and from which day on."""
    if removed is not None:
        return "destroy", removed + timedelta(days=term["destroy_after"])
    due = start + timedelta(days=term.get(after, term["remove_after"]))
    return ("destroy" if term["destroy_after"] == 0 else "remove"), due


def _kept(connection: Connection) -> dict[str, date]:
    """Until when somebody decided to keep something; the newest word counts."""
    found: dict[str, date] = {}
    asked = select(acts.c.payload).where(acts.c.act == "keep").order_by(acts.c.act_no)
    for (payload,) in connection.execute(asked):
        said = json.loads(payload)
        found[said["more"]["what"]] = date.fromisoformat(said["changes"][0]["new"])
    return found


def _grounds_used(connection: Connection) -> dict[str, str]:
    """The ground on which each case last opened names."""
    found: dict[str, str] = {}
    asked = select(acts.c.case_id, acts.c.payload).where(acts.c.act == "use-identify").order_by(acts.c.act_no)
    for case_id, payload in connection.execute(asked):
        if case_id and payload:
            found[case_id] = json.loads(payload)["more"]["ground"]
    return found


def _removed_on(connection: Connection, case_id: str) -> date:
    asked = (
        select(acts.c.at)
        .where(acts.c.case_id == case_id, acts.c.act == "remove")
        .order_by(acts.c.act_no.desc())
    )
    return date.fromisoformat(str(connection.execute(asked.limit(1)).scalar_one())[:10])


def _words(due: Due) -> str:
    return f"term {due.term} of basis {due.basis} was over on {due.since}"
