"""The people of the casebook, for those who manage them: who is in, and ending sessions."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def people(visit: Visit) -> Response:
    """All people with their roles, units, and how they come in."""
    book = visit.desk.book
    rows = [
        (person, *book.passwords.known(person.name), book.logins.of(person.name, visit.now()))
        for person in visit.casework.everybody()
    ]
    return visit.show("people.html", "people", rows=rows)


def end_sessions(visit: Visit) -> Response:
    """Ends every session of a person."""
    who = visit.form.get("who", "")[:120]
    if who not in {person.name for person in visit.casework.everybody()}:
        raise HTTPException(404)
    visit.desk.book.logins.end_all(who, visit.now())
    visit.done("session-ended", {"person": who})
    return visit.back_to("/people", "done")


SCREEN = Screen(
    "people",
    (Page("/people", people, "people"), Page("/people/sessions", end_sessions, "people", "POST")),
    group="keep",
)
