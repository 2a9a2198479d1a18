"""The door of the desk: who is behind a request, coming in and going out."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from schakel.showing.desk.desk import Desk
from schakel.showing.desk.visit import Visit


class Door:
    """Lets people in. As long as the casebook knows nobody, that is whoever has the link that the terminal printed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> list[Route]:
        """Coming in by link."""
        return [Route("/enter", self._enter), Route("/login", self._login)]

    def visit(self, request: Request) -> Visit:
        """The request with the person behind it, if anybody came in."""
        word = request.cookies.get(cookie_name(request), "")
        session = self._desk.book.logins.session_of(word, datetime.now(UTC)) if word else None
        person = self._desk.book.person(session.who) if session else None
        if session and session.way == "link" and self._desk.book.has_people():
            person = None
        return Visit(request, self._desk, person, session if person else None)

    def _enter(self, request: Request) -> Response:
        if not self._desk.links.takes(request.query_params.get("link", "")):
            return self.visit(request).show("login.html", status=403, wrong="link")
        word = self._desk.book.logins.begin(self._desk.local, "link", "desk", datetime.now(UTC))
        answer = RedirectResponse("/", 303)
        keep(request, answer, word)
        return answer

    def _login(self, request: Request) -> Response:
        return self.visit(request).show("login.html", wrong="")


def cookie_name(request: Request) -> str:
    """The name of the cookie; browsers do not keep the ports of one machine apart, so the name does."""
    port = request.url.port or 0
    return f"__Host-schakel_{port}" if request.url.scheme == "https" else f"schakel_{port}"


def keep(request: Request, answer: Response, word: str) -> None:
    """Puts the word of a session into the browser: out of reach of scripts and of other pages, until it closes."""
    secure = request.url.scheme == "https"
    answer.set_cookie(cookie_name(request), word, httponly=True, samesite="strict", secure=secure, path="/")
