"""What can be done to a case. Every act is one row in the chain and one change of what stands, in one transaction."""

import json
from datetime import date
from math import isfinite

from sqlalchemy import Connection, insert, select, update

from schakel.records.casework import CASE_VERDICTS, Case, CaseVerdict, Change, NewCase
from schakel.records.errors import SettingsError, UsageError
from schakel.records.ids import make_id
from schakel.store.casebook.acts import Deed, write_act
from schakel.store.casebook.case_schema import case_hours, case_members, case_notes, case_tasks, cases
from schakel.store.casebook.case_writing import (
    Writing,
    can_own,
    change,
    open_for,
    said,
    stands,
    stay_inside,
    write_verdict,
)
from schakel.store.casebook.deconfliction import tell_each_other
from schakel.store.casebook.rights import kinds_of_work, must_have, states

ENDINGS: tuple[CaseVerdict, ...] = tuple(v for v in CASE_VERDICTS if v != "handed-over")
_MOST_HOURS = 1000.0  # a day has 24; a whole investigation may be written down at once


def open_case(w: Writing, new: NewCase, why: str) -> tuple[Case, list[Case]]:
    """A new case, and the cases of other units on the same seller or contact that it may hear of.

    SettingsError if the unit has an open case on the seller already.
    """
    must_have(w.actor, "open")
    if new.level != "unit":
        must_have(w.actor, "restrict")
    if w.actor.unit is not None and new.unit != w.actor.unit:
        raise SettingsError(
            f"{w.actor.name} works for {w.actor.unit}, not for {new.unit}.",
            means="Nothing was opened.",
            todo="Leave --unit out, or ask the leader of the other unit.",
        )
    _not_twice(w, new)
    case_id = make_id("k", w.signed.act_id)[:16]
    stands_as = {"state": "new", "unit": new.unit, "level": new.level, "owner": w.actor.name}
    changes = tuple(Change(field, None, value) for field, value in stands_as.items())
    members = sorted({member[:300] for member in new.members})
    kept = _kept(new)
    more = {"seller": new.seller_id, "lead": new.lead_id, "members": len(new.members), "of": members}
    act = write_act(w.connection, w.signed, Deed("open", case_id, changes, why, more | kept))
    row = {
        "case_id": case_id,
        "seller_id": new.seller_id,
        "lead_id": new.lead_id,
        **kept,
        **stands_as,
        "opened_at": w.signed.at,
        "opened_by": w.actor.name,
        "changed": act.act_no,
    }
    w.connection.execute(insert(cases).values(**row))
    for member in members:
        w.connection.execute(insert(case_members).values(case_id=case_id, member=member))
    case = stands(w, case_id)
    return case, tell_each_other(w.connection, case, new.members, w.signed.at)


def _kept(new: NewCase) -> dict[str, str]:
    """What stands both in the act and in the row of a new case."""
    return {
        "title": new.title,
        "way": new.way,
        "cells": json.dumps(dict(new.cells), sort_keys=True),
        "estimated": json.dumps(dict(new.estimated), sort_keys=True),
    }


def set_state(w: Writing, case_id: str, state: str, why: str, seen: int | None = None) -> None:
    """Moves a case to another state; closing has its own act."""
    case = open_for(w, case_id, "state", seen)
    if state == "closed":
        raise SettingsError(
            "A case is closed with what came of it.", todo="schakel case close CASE --as identified"
        )
    if state not in states()[case.state]:
        able = ", ".join(s for s in states()[case.state] if s != "closed")
        raise SettingsError(
            f"A case that is {case.state} cannot become {state[:40]}.",
            means="Nothing was changed.",
            todo=f"From {case.state} it can become: {able}.",
        )
    change(w, Deed("state", case_id, (Change("state", case.state, state),), why))


def assign(w: Writing, case_id: str, owner: str, why: str, seen: int | None = None) -> None:
    """Gives a case another owner, who must be able to work on cases."""
    case = open_for(w, case_id, "assign", seen)
    can_own(w, owner, case.unit)
    change(w, Deed("assign", case_id, (Change("owner", case.owner, owner),), why))
    if case.level == "restricted":
        stay_inside(w, case_id, owner)


def add_note(w: Writing, case_id: str, text: str) -> None:
    """Adds a note. Notes are never changed; a later note corrects an earlier one."""
    open_for(w, case_id, "note")
    said(text, "A note")
    act = change(w, Deed("note", case_id, more={"text": text}))
    row = {"act_no": act.act_no, "case_id": case_id, "by": w.actor.name, "at": w.signed.at, "text": text}
    w.connection.execute(insert(case_notes).values(**row))


def add_task(w: Writing, case_id: str, text: str, for_whom: str | None = None) -> int:
    """Adds a task, and gives its number."""
    open_for(w, case_id, "task")
    said(text, "A task")
    act = change(w, Deed("task", case_id, more={"text": text, "for": for_whom}))
    row = {"act_no": act.act_no, "case_id": case_id, "text": text, "for_whom": for_whom}
    w.connection.execute(insert(case_tasks).values(**row))
    return act.act_no


def finish_task(w: Writing, case_id: str, task: int) -> None:
    """Marks a task as done."""
    open_for(w, case_id, "task")
    found = w.connection.execute(
        select(case_tasks).where(case_tasks.c.case_id == case_id, case_tasks.c.act_no == task)
    ).first()
    if found is None or found.done_at is not None:
        raise SettingsError(
            f"There is no task {task} left to do in {case_id}.", todo="schakel case show CASE lists them."
        )
    change(w, Deed("task-done", case_id, (Change(f"task {task}", "to do", "done"),), more={"task": task}))
    w.connection.execute(
        update(case_tasks)
        .where(case_tasks.c.act_no == task)
        .values(done_at=w.signed.at, done_by=w.actor.name)
    )


def add_hours(w: Writing, case_id: str, kind: str, hours: float, day: date) -> None:
    """Writes down hours of one kind of work on one day. A negative number takes hours back."""
    open_for(w, case_id, "hours")
    if kind not in kinds_of_work():
        raise UsageError(f"{kind[:40]} is no kind of work.", todo=f"Kinds are: {', '.join(kinds_of_work())}.")
    spent = _spent(w.connection, case_id).get(kind, 0.0)
    if not isfinite(hours) or hours == 0 or abs(hours) > _MOST_HOURS or spent + hours < 0:
        raise SettingsError(
            f"{hours:g} hours cannot be written down; {spent:g} hours of {kind} stand.",
            means="Nothing was written.",
            todo="Hours lie between 0 and 1,000; a negative number takes back what stands, not more.",
        )
    changes = (Change(f"hours {kind}", f"{spent:g}", f"{spent + hours:g}"),)
    more = {"kind": kind, "hours": hours, "day": day.isoformat()}
    act = change(w, Deed("hours", case_id, changes, more=more))
    row = {
        "act_no": act.act_no,
        "case_id": case_id,
        "kind": kind,
        "hours": hours,
        "day": day.isoformat(),
        "by": w.actor.name,
    }
    w.connection.execute(insert(case_hours).values(**row))


def add_verdict(w: Writing, case_id: str, verdict: str, why: str, seen: int | None = None) -> None:
    """Says what the work showed. `real` and `ghost` weigh in judging from the next run on."""
    case = open_for(w, case_id, "verdict", seen)
    if verdict not in ENDINGS or verdict == "closed":
        able = ", ".join(v for v in ENDINGS if v != "closed")
        raise UsageError(f"{verdict[:40]} is no verdict on a case.", todo=f"Verdicts are: {able}.")
    write_verdict(w, case, verdict, why)


def close_case(w: Writing, case_id: str, verdict: str, why: str, seen: int | None = None) -> None:
    """Closes a case with what came of it. From then on it can only be read."""
    case = open_for(w, case_id, "close", seen)
    if verdict not in ENDINGS:
        raise UsageError(
            f"A case does not end in {verdict[:40]}.", todo=f"It ends in one of: {', '.join(ENDINGS)}."
        )
    said(why, "Closing a case")
    if "closed" not in states()[case.state]:
        raise SettingsError(f"A case that is {case.state} cannot be closed.")
    write_verdict(w, case, verdict, why, "verdict")
    change(w, Deed("close", case_id, (Change("state", case.state, "closed"),), why))
    w.connection.execute(update(cases).where(cases.c.case_id == case_id).values(closed_at=w.signed.at))


def _spent(connection: Connection, case_id: str) -> dict[str, float]:
    spent: dict[str, float] = {}
    asked = select(case_hours.c.kind, case_hours.c.hours).where(case_hours.c.case_id == case_id)
    for kind, hours in connection.execute(asked):
        spent[kind] = spent.get(kind, 0.0) + hours
    return spent


def _not_twice(w: Writing, new: NewCase) -> None:
    found = w.connection.execute(
        select(cases.c.case_id).where(
            cases.c.seller_id == new.seller_id,
            cases.c.unit == new.unit,
            cases.c.level == "unit",
            cases.c.state != "closed",
        )
    ).first()
    if found is not None:
        raise SettingsError(
            f"{new.unit} has an open case on this seller: {found.case_id}.",
            means="No second one was opened.",
            todo=f"schakel case show {found.case_id}",
        )
