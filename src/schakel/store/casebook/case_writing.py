"""What every act on a case goes through: who may, whether it is open, whether somebody was ahead, and the writing."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from schakel.records.casework import Act, Case, Change, Person
from schakel.records.errors import SettingsError
from schakel.store.casebook.acts import Deed, Signature, write_act
from schakel.store.casebook.case_file import as_case, known_case, readers_of
from schakel.store.casebook.case_schema import case_readers, case_verdicts, cases
from schakel.store.casebook.people import everybody
from schakel.store.casebook.rights import may, must_have
from schakel.store.casebook.schema import verdicts

WORDS_FOR_JUDGING = ("real", "ghost")  # verdicts on a case that also weigh in judging


@dataclass(frozen=True, slots=True)
class Writing:
    """One transaction: the connection, under which signature, and who does it."""

    connection: Connection
    signed: Signature
    actor: Person


def open_for(w: Writing, case_id: str, right: str, seen: int | None = None) -> Case:
    """The case, if the actor may know of it, may do this, it is open, and nobody changed it since it was `seen`."""
    case = known_case(w.connection, w.actor, case_id)
    must_have(w.actor, right)
    if case.state == "closed":
        raise SettingsError(
            f"The case {case_id} is closed.",
            means="A closed case can be read, not changed.",
            todo="If work on the seller goes on, open a new case on the lead.",
        )
    if seen is not None and case.changed != seen:
        raise SettingsError(
            f"Somebody changed {case_id} since you looked at it.",
            means="Your change was not made, theirs stands.",
            todo="Look at the case again, and then decide.",
        )
    return case


def change(w: Writing, deed: Deed, suffix: str = "") -> Act:
    """Writes the act, and each changed field that the table of cases has."""
    done = write_act(w.connection, w.signed if not suffix else _further(w.signed, suffix), deed)
    fields = {c.field: c.new for c in deed.changes if c.field in ("state", "unit", "owner", "level")}
    w.connection.execute(
        update(cases).where(cases.c.case_id == deed.case_id).values(changed=done.act_no, **fields)
    )
    return done


def _further(signed: Signature, suffix: str) -> Signature:
    """The signature of a further act in the same transaction."""
    return Signature(signed.who, signed.origin, signed.at, f"{signed.act_id}/{suffix}")


def write_verdict(w: Writing, case: Case, verdict: str, why: str, suffix: str = "") -> None:
    """Writes a verdict on a case; `real` and `ghost` become words for judging too, unless the case is restricted."""
    act = change(w, Deed("verdict", case.case_id, (Change("verdict", None, verdict),), why), suffix)
    row = {"act_no": act.act_no, "case_id": case.case_id, "verdict": verdict, "by": w.actor.name}
    w.connection.execute(insert(case_verdicts).values(**row, at=w.signed.at))
    if case.level == "unit":
        _word_for_judging(w, case.seller_id, verdict, w.actor.name, w.signed.at)


def words_for_judging(w: Writing, case: Case) -> None:
    """What was found while a case was restricted weighs in judging from now on: its newest `real` or `ghost`."""
    newest = w.connection.execute(
        select(case_verdicts)
        .where(case_verdicts.c.case_id == case.case_id, case_verdicts.c.verdict.in_(WORDS_FOR_JUDGING))
        .order_by(case_verdicts.c.act_no.desc())
        .limit(1)
    ).first()
    if newest is not None and case.level == "restricted":
        _word_for_judging(w, case.seller_id, newest.verdict, newest.by, newest.at)


def _word_for_judging(w: Writing, seller_id: str, verdict: str, by: str, at: str) -> None:
    # The reason stays in the case: words for judging can be read by people without a need to know of it.
    if verdict in WORDS_FOR_JUDGING:
        word = {"subject": seller_id, "answer": verdict, "by": by, "at": at, "why": "said in a case"}
        w.connection.execute(insert(verdicts).values(**word))


def stay_inside(w: Writing, case_id: str, owner: str | None) -> None:
    """Whoever closes the door of a case, or gives a closed one to another, stays inside: or nobody might be."""
    if w.actor.name not in {owner, *readers_of(w.connection, case_id)}:
        w.connection.execute(insert(case_readers).values(case_id=case_id, reader=w.actor.name))


def somebody_in(w: Writing, unit: str) -> None:
    """Nothing, if somebody can work on cases of a unit (or the book has no people); else SettingsError."""
    known = everybody(w.connection)
    if known and not any(may(person, "note") and person.unit == unit for person in known):
        raise SettingsError(
            f"Nobody works on cases of {unit[:60]}.",
            means="Nobody could see the case there, so nothing was changed.",
            todo="An admin can add people: schakel users add NAME --role leader --unit UNIT",
        )


def stands(w: Writing, case_id: str) -> Case:
    """The case as it stands in this transaction."""
    return as_case(w.connection.execute(select(cases).where(cases.c.case_id == case_id)).mappings().one())


def can_own(w: Writing, name: str, unit: str) -> None:
    """Nothing, if the person can work on cases of the unit; else SettingsError."""
    person = is_known(w, name)
    if person is None:
        return
    if not (may(person, "note") and person.unit == unit):
        raise SettingsError(
            f"{name} cannot work on a case of {unit}.",
            means="Nothing was changed.",
            todo="Name an analyst or leader of that unit; schakel users list shows them.",
        )


def is_known(w: Writing, name: str) -> Person | None:
    """The person of a name; None in a book without people, SettingsError in one that does not know them."""
    known = {person.name: person for person in everybody(w.connection)}
    if known and name not in known:
        raise SettingsError(f"{name[:60]} is not known to this casebook.", todo="schakel users list")
    return known.get(name)


def said(text: str, what: str) -> None:
    """Nothing, if there are words; else SettingsError."""
    if not text.strip():
        raise SettingsError(
            f"{what} needs words.", means="Nothing was written.", todo="Say it in a sentence."
        )
