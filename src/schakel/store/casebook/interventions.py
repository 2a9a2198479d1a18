"""The casebook's pages on interventions: add one, undo one, read those in force."""

from collections import defaultdict
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, RowMapping, insert, select

from schakel.records.errors import SettingsError
from schakel.records.interventions import Intervention, Target
from schakel.records.times import written_utc
from schakel.store.casebook.engine import looking_at, open_database, writers_apart
from schakel.store.casebook.schema import intervention_targets, interventions


class InterventionBook:
    """What was done against the trade, in the casebook. Every row stays; an undo is one row more."""

    def __init__(self, where: Path | str | Engine) -> None:
        self._database = open_database(where)

    def add(self, draft: Intervention) -> Intervention:
        """The intervention as written down: with its number, whatever number the draft had.

        SettingsError if the same is in force: its effect would be told twice, as if two things had been done.
        """
        kept = tuple(sorted(set(draft.targets), key=_order))
        with self._database.begin() as connection:
            writers_apart(connection)
            _must_be_new(draft, _in_force(_rows(connection)))
            return _add(connection, replace(draft, targets=kept, undoes=None))

    def undo(self, number: int, *, by: str, at: datetime, why: str) -> Intervention:
        """The row that takes an earlier one back; SettingsError if there is none, or it was undone."""
        with self._database.begin() as connection:
            writers_apart(connection)
            by_id = {row.intervention_id: row for row in _rows(connection)}
            if number not in by_id or by_id[number].undoes is not None:
                raise SettingsError(
                    f"There is no intervention {number}.", todo="schakel intervene list shows them all."
                )
            if number in {row.undoes for row in by_id.values()}:
                raise SettingsError(f"Intervention {number} was undone before.", means="Nothing was changed.")
            undone = replace(by_id[number], by=by, at=written_utc(at), why=why, undoes=number)
            return _add(connection, undone)

    def all_rows(self) -> list[Intervention]:
        """Every row ever written, oldest first."""
        with looking_at(self._database) as connection:
            return _rows(connection)

    def in_force(self) -> list[Intervention]:
        """The interventions that stand: none that was undone, and no undo rows themselves; oldest first."""
        return _in_force(self.all_rows())

    def close(self) -> None:
        """Lets go of the database."""
        self._database.dispose()


def _rows(connection: Connection) -> list[Intervention]:
    targets = defaultdict(list)
    for row in connection.execute(select(intervention_targets)).mappings():
        targets[row["intervention_id"]].append(Target(row["kind"], row["id"], row["seller"]))
    rows = connection.execute(select(interventions).order_by(interventions.c.intervention_id))
    return [_read(row, targets[row["intervention_id"]]) for row in rows.mappings()]


def _read(row: RowMapping, targets: list[Target]) -> Intervention:
    days = {name: date.fromisoformat(row[name]) for name in ("began_on", "ended_on")}
    return Intervention(**{**row, **days, "targets": tuple(sorted(targets, key=_order))})


def _in_force(rows: list[Intervention]) -> list[Intervention]:
    undone = {row.undoes for row in rows}
    return [row for row in rows if row.undoes is None and row.intervention_id not in undone]


def _must_be_new(draft: Intervention, standing: list[Intervention]) -> None:
    for one in standing:
        if _what(one) == _what(draft):
            raise SettingsError(
                f"This stands already, as intervention {one.intervention_id}, written down by {one.by}.",
                means="Nothing was written.",
                todo="If it was another of the same kind, days and targets, give it a title of its own.",
            )


def _add(connection: Connection, draft: Intervention) -> Intervention:
    row = asdict(draft) | {
        "began_on": draft.began_on.isoformat(),
        "ended_on": draft.ended_on.isoformat(),
    }
    del row["intervention_id"], row["targets"]
    written = connection.execute(
        insert(interventions).values(**row).returning(interventions.c.intervention_id)
    )
    number = int(written.scalar_one())
    aims = [asdict(target) | {"intervention_id": number} for target in draft.targets]
    connection.execute(insert(intervention_targets), aims)
    return replace(draft, intervention_id=number)


def _what(one: Intervention) -> tuple[object, ...]:
    """What makes it another intervention than the next; an account stays the same target whatever seller it belongs to."""
    aims = frozenset((target.kind, target.id) for target in one.targets)
    return one.kind, one.began_on, one.ended_on, aims, one.message_id, one.title.strip().casefold()


def _order(target: Target) -> tuple[str, str, str]:
    return target.kind, target.id, target.seller or ""
