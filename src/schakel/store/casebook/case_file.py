"""Reads cases: what stands, what belongs to a case, and its history."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from schakel.records.casework import Act, Case, Notice, Person
from schakel.records.errors import SettingsError
from schakel.store.casebook.acts import as_act
from schakel.store.casebook.case_schema import (
    acts,
    case_hours,
    case_members,
    case_notes,
    case_readers,
    case_tasks,
    case_verdicts,
    cases,
    notices,
)
from schakel.store.casebook.rights import needs_to_know

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that belongs to it."""

    case: Case
    members: list[str]
    readers: list[str]
    notes: list[Row]
    tasks: list[Row]
    hours: list[Row]
    verdicts: list[Row]
    notices: list[Notice]
    history: list[Act]


def no_case(case_id: str) -> SettingsError:
    """The same words whether a case does not exist or is closed to the reader."""
    return SettingsError(
        f"There is no case {case_id[:40]} for you.",
        means="Nothing was done or shown.",
        todo="schakel case list shows the cases you have a need to know of.",
    )


def known_case(connection: Connection, person: Person, case_id: str) -> Case:
    """A case that the person may know of; SettingsError if there is none, in the same words either way."""
    row = connection.execute(select(cases).where(cases.c.case_id == case_id)).mappings().first()
    if row is None:
        raise no_case(case_id)
    case = as_case(row)
    if not needs_to_know(person, case, readers_of(connection, case_id)):
        raise no_case(case_id)
    return case


def known_cases(connection: Connection, person: Person) -> list[Case]:
    """All cases that the person may know of, newest first."""
    readers: dict[str, set[str]] = {}
    for case_id, reader in connection.execute(select(case_readers.c.case_id, case_readers.c.reader)):
        readers.setdefault(case_id, set()).add(reader)
    order = (cases.c.opened_at.desc(), cases.c.case_id)
    found = [as_case(row) for row in connection.execute(select(cases).order_by(*order)).mappings()]
    return [case for case in found if needs_to_know(person, case, readers.get(case.case_id, ()))]


def case_file(connection: Connection, person: Person, case_id: str) -> CaseFile:
    """Everything of one case, for somebody who may know of it."""
    case = known_case(connection, person, case_id)
    return CaseFile(
        case=case,
        members=_column(connection, case_members, "member", case_id),
        readers=sorted(readers_of(connection, case_id)),
        notes=_rows(connection, case_notes, case_id),
        tasks=_rows(connection, case_tasks, case_id),
        hours=_rows(connection, case_hours, case_id),
        verdicts=_rows(connection, case_verdicts, case_id),
        notices=[Notice(row["at"], row["about"], row["unit"]) for row in _rows(connection, notices, case_id)],
        history=[as_act(row) for row in _raw(connection, acts, case_id)],
    )


def readers_of(connection: Connection, case_id: str) -> set[str]:
    """Who was let into a case."""
    return set(_column(connection, case_readers, "reader", case_id))


def as_case(row: RowMapping) -> Case:
    """The fact of one row."""
    kept = {key: value for key, value in row.items() if key != "closed_at"}
    return Case(**kept | {"cells": json.loads(row["cells"]), "estimated": json.loads(row["estimated"])})


def _raw(connection: Connection, table: Any, case_id: str) -> list[RowMapping]:
    order = list(table.primary_key.columns)
    asked = select(table).where(table.c.case_id == case_id).order_by(*order)
    return list(connection.execute(asked).mappings())


def _rows(connection: Connection, table: Any, case_id: str) -> list[Row]:
    return [
        {key: value for key, value in row.items() if key != "case_id"}
        for row in _raw(connection, table, case_id)
    ]


def _column(connection: Connection, table: Any, name: str, case_id: str) -> list[str]:
    return [row[name] for row in _raw(connection, table, case_id)]
