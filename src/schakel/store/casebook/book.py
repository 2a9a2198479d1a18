"""The casebook itself: add a verdict, undo one, read those in force."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from schakel.records.casework import Change
from schakel.records.errors import SettingsError
from schakel.records.facts import Answer, Verdict
from schakel.records.times import written_utc
from schakel.store.casebook.acts import Deed, Signature, write_act
from schakel.store.casebook.engine import open_database, writers_apart
from schakel.store.casebook.people import person_called
from schakel.store.casebook.rights import must_have
from schakel.store.casebook.schema import verdicts

_UNNUMBERED = 0  # the database gives the number


class Casebook:
    """What people decided, in one database. Every row stays; an undo is one row more."""

    def __init__(self, where: Path | str | Engine) -> None:
        self._database = open_database(where)

    def add_verdict(
        self, subject: str, answer: Answer, *, other: str | None, by: str, at: datetime, why: str
    ) -> Verdict:
        """The verdict as written down, with its number."""
        return self._add(Verdict(_UNNUMBERED, subject, other, answer, by, written_utc(at), why))

    def undo(self, verdict_id: int, *, by: str, at: datetime, why: str) -> Verdict:
        """The row that takes an earlier verdict back; SettingsError if there is none, or it was undone."""
        by_id = {verdict.verdict_id: verdict for verdict in self.all_verdicts()}
        taken_back = {verdict.undoes for verdict in by_id.values()}
        if verdict_id not in by_id or by_id[verdict_id].undoes is not None:
            raise SettingsError(
                f"There is no verdict {verdict_id}.", todo="schakel verdict --list shows them all."
            )
        if verdict_id in taken_back:
            raise SettingsError(f"Verdict {verdict_id} was undone before.", means="Nothing was changed.")
        old = by_id[verdict_id]
        moment = written_utc(at)
        return self._add(Verdict(_UNNUMBERED, old.subject, old.other, "unsure", by, moment, why, verdict_id))

    def all_verdicts(self) -> list[Verdict]:
        """Every row ever written, oldest first."""
        with self._database.begin() as connection:
            rows = connection.execute(select(verdicts).order_by(verdicts.c.verdict_id)).mappings()
            return [Verdict(**row) for row in rows]

    def in_force(self) -> list[Verdict]:
        """The newest word on each subject or pair: no row that was undone, and no undo rows themselves."""
        everything = self.all_verdicts()
        undone = {verdict.undoes for verdict in everything}
        newest: dict[tuple[str, ...], Verdict] = {}
        for verdict in everything:
            if verdict.undoes is None and verdict.verdict_id not in undone:
                newest[_about(verdict)] = verdict
        return sorted(newest.values(), key=lambda verdict: verdict.verdict_id)

    def close(self) -> None:
        """Lets go of the database."""
        self._database.dispose()

    def _add(self, draft: Verdict) -> Verdict:
        row = {field: value for field, value in asdict(draft).items() if field != "verdict_id"}
        with self._database.begin() as connection:
            writers_apart(connection)
            must_have(person_called(connection, draft.by), "verdict")
            number = connection.execute(insert(verdicts).values(**row).returning(verdicts.c.verdict_id))
            made = replace(draft, verdict_id=int(number.scalar_one()))
            write_act(connection, Signature(made.by, "", made.at), _deed(made))
            return made


def _deed(made: Verdict) -> Deed:
    about = {"verdict_id": made.verdict_id, "subject": made.subject, "other": made.other}
    if made.undoes is not None:
        return Deed("undo-verdict", None, (Change("verdict", str(made.undoes), None),), made.why, about)
    return Deed("say-verdict", None, (Change("verdict", None, made.answer),), made.why, about)


def _about(verdict: Verdict) -> tuple[str, ...]:
    pair: Sequence[str] = (verdict.subject,) if verdict.other is None else (verdict.subject, verdict.other)
    return tuple(sorted(pair))
