"""The door to casework: every reading and every change goes through a known person, and every change into the chain."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from schakel.records.casework import Act, Case, NewCase, Outcome, Person, UnderWay
from schakel.records.grounds import Due, Ground, Held, Use
from schakel.records.times import written_utc
from schakel.store.casebook import case_acts, case_doors, grounds, meeting, people, terms
from schakel.store.casebook.acts import (
    ChainReport,
    Deed,
    Signature,
    act_hashes,
    all_acts,
    check_chain,
    done_before,
    fit_id,
    fit_to_be_kept,
    last_act,
    must_be_the_same,
    write_act,
)
from schakel.store.casebook.case_file import CaseFile, case_file, known_case, known_cases
from schakel.store.casebook.case_writing import Writing
from schakel.store.casebook.deconfliction import under_way
from schakel.store.casebook.engine import leave_no_trace, open_database, writers_apart
from schakel.store.casebook.outcomes import outcomes
from schakel.store.casebook.rights import must_have


class Casework:
    """Casework in one casebook, by one person.

    `where` is a file (SQLite) or a URL (PostgreSQL); `origin` says from where (program and machine). Every changing
    method takes an `act_id`: the same id twice is done once, so what was cut off may be sent again.
    """

    def __init__(
        self, where: Path | str | Engine, who: str, origin: str, now: Callable[[], datetime] | None = None
    ) -> None:
        self._database = open_database(where)
        self._own = self._database is not where
        self._who, self._origin = who, origin
        self._now = now or (lambda: datetime.now(UTC))

    def close(self) -> None:
        """Lets go of the database, unless it was only lent."""
        if self._own:
            self._database.dispose()

    # Reading

    def me(self) -> Person:
        """Who works here now; SettingsError if this person is not known to the book."""
        with self._reading() as (connection, actor):
            del connection
            return actor

    def cases(self) -> list[Case]:
        """The cases that this person has a need to know of, newest first."""
        with self._reading() as (connection, actor):
            return known_cases(connection, actor)

    def file(self, case_id: str) -> CaseFile:
        """Everything of one case."""
        with self._reading() as (connection, actor):
            return case_file(connection, actor, case_id)

    def reasons(self) -> dict[str, str]:
        """The reason of every act that has one, by its id, for those who may read the log."""
        return {act.act_id: act.why for act in self.log() if act.why}

    def log(self) -> list[Act]:
        """Every act of everybody, for those who may read the log."""
        with self._reading() as (connection, actor):
            must_have(actor, "read-log")
            return list(all_acts(connection))

    def check(self) -> ChainReport:
        """Whether the chain holds; anybody may ask."""
        with self._database.begin() as connection:
            return check_chain(connection)

    def must(self, right: str) -> None:
        """Nothing, if this person has a right; else SettingsError that says who has."""
        with self._reading() as (_, actor):
            must_have(actor, right)

    def hashes(self) -> dict[int, str]:
        """The hash of every act, by number: for whoever wrote one down and wants to compare."""
        with self._database.begin() as connection:
            return act_hashes(connection)

    def head(self) -> tuple[int, str]:
        """Number and hash of the last act, to be written down elsewhere; (0, zeros) in an empty book."""
        with self._database.begin() as connection:
            return last_act(connection)

    def any_open(self) -> bool:
        """Whether any case is open; nothing is told of which."""
        with self._database.begin() as connection:
            return meeting.any_open(connection)

    def under_way(self) -> list[UnderWay]:
        """What open cases are about, as far as a plan may know."""
        with self._database.begin() as connection:
            return under_way(connection)

    def outcomes(self) -> list[Outcome]:
        """What closed cases turned out to be."""
        with self._database.begin() as connection:
            return outcomes(connection)

    def everybody(self) -> list[Person]:
        """All people, by name."""
        with self._database.begin() as connection:
            return people.everybody(connection)

    # Cases

    def open_case(self, new: NewCase, why: str, *, act_id: str | None = None) -> tuple[Case, list[Case]]:
        """A new case, and the cases of other units that it may hear of."""
        with self._writing(act_id) as (w, before):
            if before is not None:
                must_be_the_same(before, "open", before.case_id, self._who)
                return known_case(w.connection, w.actor, str(before.case_id)), []
            return case_acts.open_case(w, new, why)

    def set_state(
        self, case_id: str, state: str, why: str, *, seen: int | None = None, act_id: str | None = None
    ) -> None:
        """Moves a case to another state."""
        self._do(act_id, ("state", case_id), lambda w: case_acts.set_state(w, case_id, state, why, seen))

    def assign(
        self, case_id: str, owner: str, why: str, *, seen: int | None = None, act_id: str | None = None
    ) -> None:
        """Gives a case another owner."""
        self._do(act_id, ("assign", case_id), lambda w: case_acts.assign(w, case_id, owner, why, seen))

    def note(self, case_id: str, text: str, *, act_id: str | None = None) -> None:
        """Adds a note."""
        self._do(act_id, ("note", case_id), lambda w: case_acts.add_note(w, case_id, text))

    def task(
        self, case_id: str, text: str, for_whom: str | None = None, *, act_id: str | None = None
    ) -> None:
        """Adds a task; its number is that of the act."""
        self._do(act_id, ("task", case_id), lambda w: case_acts.add_task(w, case_id, text, for_whom))

    def finish_task(self, case_id: str, task: int, *, act_id: str | None = None) -> None:
        """Marks a task as done."""
        self._do(act_id, ("task-done", case_id), lambda w: case_acts.finish_task(w, case_id, task))

    def hours(self, case_id: str, kind: str, hours: float, day: date, *, act_id: str | None = None) -> None:
        """Writes down hours of one kind of work."""
        self._do(act_id, ("hours", case_id), lambda w: case_acts.add_hours(w, case_id, kind, hours, day))

    def verdict(
        self, case_id: str, verdict: str, why: str, *, seen: int | None = None, act_id: str | None = None
    ) -> None:
        """Says what the work showed."""
        self._do(
            act_id, ("verdict", case_id), lambda w: case_acts.add_verdict(w, case_id, verdict, why, seen)
        )

    def close_case(
        self, case_id: str, verdict: str, why: str, *, seen: int | None = None, act_id: str | None = None
    ) -> None:
        """Closes a case with what came of it."""
        self._do(act_id, ("close", case_id), lambda w: case_acts.close_case(w, case_id, verdict, why, seen))

    def hand_over(
        self, case_id: str, unit: str, why: str, receiver: str | None = None, *, act_id: str | None = None
    ) -> None:
        """Gives a case to another unit."""
        self._do(
            act_id, ("hand-over", case_id), lambda w: case_doors.hand_over(w, case_id, unit, why, receiver)
        )

    def let_in(self, case_id: str, reader: str, why: str, *, act_id: str | None = None) -> None:
        """Lets a person or a unit read a case."""
        self._do(act_id, ("let-in", case_id), lambda w: case_doors.let_in(w, case_id, reader, why))

    def put_out(self, case_id: str, reader: str, why: str, *, act_id: str | None = None) -> None:
        """Takes that back."""
        self._do(act_id, ("put-out", case_id), lambda w: case_doors.put_out(w, case_id, reader, why))

    def restrict(self, case_id: str, level: str, why: str, *, act_id: str | None = None) -> None:
        """Changes who may know of a case."""
        self._do(act_id, ("restrict", case_id), lambda w: case_doors.restrict(w, case_id, level, why))

    def meet_again(self, sellers: Mapping[str, Sequence[str]]) -> int:
        """Brings open cases up to date with the sellers as they stand now; units that so come to meet are told."""
        with self._writing(None) as (w, _):
            return meeting.meet_again(w, sellers)

    # People

    def add_person(self, new: Person, *, act_id: str | None = None) -> None:
        """Adds a person; the first must be an admin."""
        self._do(
            act_id, ("person-added", None), lambda w: people.add_person(w.connection, w.signed, w.actor, new)
        )

    def change_person(self, new: Person, why: str, *, act_id: str | None = None) -> None:
        """Gives a person another role or unit, or ends their work here."""
        self._do(
            act_id,
            ("person-changed", None),
            lambda w: people.change_person(w.connection, w.signed, w.actor, new, why),
        )

    # Grounds

    def grounds(self) -> list[Ground]:
        """All authorisations; anybody may know on what ground data are held."""
        with self._reading() as (connection, _):
            return grounds.all_grounds(connection)

    def enter_ground(self, ground: Ground, *, act_id: str | None = None) -> None:
        """Writes an authorisation down."""
        self._do(
            act_id,
            ("authorise", None),
            lambda w: grounds.enter_ground(w.connection, w.signed, w.actor, ground),
        )

    def revoke_ground(self, ground_id: str, why: str, *, act_id: str | None = None) -> None:
        """Ends an authorisation."""
        self._do(
            act_id,
            ("revoke", None),
            lambda w: grounds.revoke_ground(w.connection, w.signed, w.actor, ground_id, why),
        )

    def use_ground(self, ground_id: str, use: Use, why: str, case_id: str | None = None) -> Ground:
        """The ground, if it covers the use today; that it was used becomes an act. SettingsError says what it lacks."""
        with self._writing(None) as (w, _):
            if use.act == "identify":
                must_have(w.actor, "identity")
            if case_id is not None:
                known_case(w.connection, w.actor, case_id)
            ground = grounds.ground_called(w.connection, ground_id)
            grounds.must_permit(ground, use, self._now().date())
            more = {"ground": ground_id, "seller": use.seller, "use": use.act}
            write_act(w.connection, w.signed, Deed(f"use-{use.act}", case_id, (), why, more))
            return ground

    # Terms

    def due(self, held: Iterable[Held], day: date) -> list[Due]:
        """Files and closed cases whose term is over on a day, for those who may know."""
        with self._reading() as (connection, actor):
            must_have(actor, "list-terms")
            return [*terms.due_files(connection, held, day), *terms.due_cases(connection, day)]

    def keep_longer(self, what: str, until: date, why: str) -> None:
        """Keeps a file or case beyond its term."""
        self._do(
            None,
            ("keep", None),
            lambda w: terms.keep_longer(w.connection, w.signed, w.actor, what, until, why),
        )

    def end_case(self, due: Due) -> tuple[str, ...]:
        """Removes or destroys a closed case, and gives what was found."""
        with self._writing(None) as (w, _):
            end = terms.remove_case if due.action == "remove" else terms.destroy_case
            found = end(w.connection, w.signed, w.actor, due)
        leave_no_trace(self._database)
        return found

    def _do(
        self, act_id: str | None, what: tuple[str, str | None], change: Callable[[Writing], object]
    ) -> None:
        with self._writing(act_id) as (w, before):
            if before is None:
                change(w)
            else:
                must_be_the_same(before, *what, self._who)

    @contextmanager
    def _reading(self) -> Iterator[tuple[Connection, Person]]:
        with self._database.begin() as connection:
            yield connection, people.person_called(connection, self._who)

    @contextmanager
    def _writing(self, act_id: str | None) -> Iterator[tuple[Writing, Act | None]]:
        with fit_to_be_kept(), self._database.begin() as connection:
            writers_apart(connection)
            signed = Signature(self._who, self._origin, written_utc(self._now()), fit_id(act_id))
            actor = people.person_called(connection, self._who)
            yield Writing(connection, signed, actor), done_before(connection, signed.act_id)
