"""The casebook itself: add a verdict, undo one, read those in force."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, and_, insert, or_, select

from schakel.records.casework import Change
from schakel.records.errors import SettingsError, StaleError
from schakel.records.facts import Answer, Verdict
from schakel.records.times import written_utc
from schakel.store.casebook.acts import Deed, Signature, last_act, write_act
from schakel.store.casebook.engine import looking_at, open_database, writers_apart
from schakel.store.casebook.people import person_called
from schakel.store.casebook.rights import must_have
from schakel.store.casebook.schema import verdicts

_UNNUMBERED = 0  # the database gives the number


class Casebook:
    """What people decided, in one database. Every row stays; an undo is one row more."""

    def __init__(self, where: Path | str | Engine) -> None:
        self._database = open_database(where)
        self._own = self._database is not where

    def add_verdict(  # noqa: PLR0913 - who, when, what and why belong to one row
        self,
        subject: str,
        answer: Answer,
        *,
        other: str | None,
        by: str,
        at: datetime,
        why: str,
        seen: int | None = None,
    ) -> Verdict:
        """The verdict as written down, with its number.

        With `seen`, the number of the newest verdict on the subject or pair that its author knew of (0: none), it is
        refused with a StaleError if there is a newer one by now.
        """
        return self._add(Verdict(_UNNUMBERED, subject, other, answer, by, written_utc(at), why), seen)

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
        with looking_at(self._database) as connection:
            rows = connection.execute(select(verdicts).order_by(verdicts.c.verdict_id)).mappings()
            return [Verdict(**row) for row in rows]

    def in_force(self) -> list[Verdict]:
        """The newest word on each subject or pair: no row that was undone, and no undo rows themselves."""
        return words_in_force(self.all_verdicts())

    def head(self) -> tuple[int, str]:
        """Number and hash of the last act of the casebook, to be written down elsewhere."""
        with looking_at(self._database) as connection:
            return last_act(connection)

    def close(self) -> None:
        """Lets go of the database, unless it was only lent."""
        if self._own:
            self._database.dispose()

    def newest(self, subject: str, other: str | None = None) -> Verdict | None:
        """The newest row on a subject or pair, an undo included."""
        with looking_at(self._database) as connection:
            return _newest(connection, subject, other)

    def _add(self, draft: Verdict, seen: int | None = None) -> Verdict:
        row = {field: value for field, value in asdict(draft).items() if field != "verdict_id"}
        with self._database.begin() as connection:
            writers_apart(connection)
            must_have(person_called(connection, draft.by), "verdict")
            ahead = _newest(connection, draft.subject, draft.other) if seen is not None else None
            if ahead is not None and ahead.verdict_id != seen:
                raise StaleError(
                    f"{ahead.by} was ahead of you: {ahead.answer}, {ahead.at}.",
                    means="Your verdict was not written; theirs stands.",
                    todo="Look again, and then decide.",
                )
            number = connection.execute(insert(verdicts).values(**row).returning(verdicts.c.verdict_id))
            made = replace(draft, verdict_id=int(number.scalar_one()))
            write_act(connection, Signature(made.by, "", made.at), _deed(made))
            return made


def words_in_force(rows: Sequence[Verdict]) -> list[Verdict]:
    """Of all rows, oldest first, the newest word on each subject or pair that was not undone."""
    undone = {verdict.undoes for verdict in rows}
    newest: dict[tuple[str, ...], Verdict] = {}
    for verdict in rows:
        if verdict.undoes is None and verdict.verdict_id not in undone:
            newest[what_about(verdict)] = verdict
    return sorted(newest.values(), key=lambda verdict: verdict.verdict_id)


def _deed(made: Verdict) -> Deed:
    about = {"verdict_id": made.verdict_id, "subject": made.subject, "other": made.other}
    if made.undoes is not None:
        return Deed("undo-verdict", None, (Change("verdict", str(made.undoes), None),), made.why, about)
    return Deed("say-verdict", None, (Change("verdict", None, made.answer),), made.why, about)


def _newest(connection: Connection, subject: str, other: str | None) -> Verdict | None:
    one, two = verdicts.c.subject, verdicts.c.other
    which = (
        and_(one == subject, two.is_(None))
        if other is None
        else or_(and_(one == subject, two == other), and_(one == other, two == subject))
    )
    asked = select(verdicts).where(which).order_by(verdicts.c.verdict_id.desc()).limit(1)
    row = connection.execute(asked).mappings().first()
    return None if row is None else Verdict(**row)


def what_about(verdict: Verdict) -> tuple[str, ...]:
    """The seller that a verdict is on, or the two accounts, whichever was named first."""
    pair: Sequence[str] = (verdict.subject,) if verdict.other is None else (verdict.subject, verdict.other)
    return tuple(sorted(pair))
