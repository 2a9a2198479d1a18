"""The door of the desk: who is behind a request."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from schakel.showing.desk.desk import Desk
from schakel.showing.desk.visit import Visit


class Door:
    """Knows people by the word that their browser keeps.

    As long as the casebook knows nobody, those who came by the link of the terminal are in; from then on only those
    who logged in.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def visit(self, request: Request) -> Visit:
        """The request with the person behind it, if anybody came in."""
        word = request.cookies.get(cookie_name(request), "")
        session = self._desk.book.logins.session_of(word, datetime.now(UTC)) if word else None
        person = self._desk.book.person(session.who) if session else None
        if session and session.way == "link" and self._desk.book.has_people():
            person = None
        return Visit(request, self._desk, person, session if person else None)


def cookie_name(request: Request) -> str:
    """The name of the cookie; browsers do not keep the ports of one machine apart, so the name does."""
    port = request.url.port or 0
    return f"__Host-schakel_{port}" if request.url.scheme == "https" else f"schakel_{port}"


def let_in(visit: Visit, answer: Response, who: str, way: str) -> None:
    """Begins a session, and puts its word into the browser: out of reach of scripts and of other pages."""
    word = visit.desk.book.logins.begin(who, way, visit.origin, visit.now())
    request = visit.request
    secure = request.url.scheme == "https"
    answer.set_cookie(cookie_name(request), word, httponly=True, samesite="strict", secure=secure, path="/")


def let_out(visit: Visit, answer: Response) -> None:
    """Ends the session, in the casebook and in the browser."""
    if visit.session:
        visit.desk.book.logins.end(visit.session.session_sha256, visit.now())
    name = cookie_name(visit.request)
    # A browser goes on keeping a cookie whose name begins with __Host- unless it is taken back as a secure one.
    secure = visit.request.url.scheme == "https"
    answer.delete_cookie(name, path="/", httponly=True, samesite="strict", secure=secure)
