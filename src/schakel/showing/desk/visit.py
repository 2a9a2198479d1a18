"""One request by one person: what a screen needs to answer it, and the only way from a screen to a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from schakel.custody.ledger import Ledger
from schakel.records.casework import Person
from schakel.records.errors import SettingsError
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.language import LANGUAGES, preferred, words
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.logins import Session
from schakel.store.casebook.rights import may, must_have
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

ORIGIN = "desk"
_LANGUAGE, _THEME = "schakel_language", "schakel_theme"


@dataclass(frozen=True)
class Visit:
    """A request with the person behind it. `form` holds the fields of a POST, its key checked already."""

    request: Request
    desk: Desk
    person: Person | None
    session: Session | None
    form: Mapping[str, str] = field(default_factory=dict)

    # What is at hand

    @property
    def workspace(self) -> Workspace:
        """The workspace that the desk shows."""
        return self.desk.workspace

    @property
    def engine(self) -> Engine:
        """The tables of the workspace."""
        return self.desk.engine

    @property
    def who(self) -> str:
        """The name that ledger and casebook write down."""
        return self.somebody.name

    @property
    def somebody(self) -> Person:
        """The person; SettingsError if nobody came in."""
        if self.person is None:
            raise SettingsError("Nobody has logged in.", todo="Log in first.")
        return self.person

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger, in the name of this person."""
        return Ledger(self.workspace.ledger, self.who)

    @cached_property
    def casework(self) -> Casework:
        """The casebook as this person works with it."""
        return self.desk.book.casework(self.who, ORIGIN)

    @cached_property
    def language(self) -> str:
        """`nl` or `en`: what the person chose, else what the browser asks for."""
        chosen = self.request.cookies.get(_LANGUAGE, "")
        return chosen if chosen in LANGUAGES else preferred(self.request.headers.get("accept-language", ""))

    @property
    def words(self) -> Mapping[str, Any]:
        """The texts of the pages in that language."""
        return words(self.language)

    def now(self) -> datetime:
        """The moment of this request."""
        return datetime.now(UTC)

    # What was asked

    def asked(self, name: str, default: str = "") -> str:
        """One word of the address's question, at most 400 characters."""
        return self.request.query_params.get(name, default)[:400]

    def number(self, name: str, default: int = 1) -> int:
        """A whole number of the address's question; the default if it is none."""
        written = self.asked(name)
        return int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else default

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    # Who may

    def may(self, right: str) -> bool:
        """Whether this person has a right; the empty right everybody has."""
        return self.person is not None and (not right or may(self.person, right))

    def must(self, right: str) -> None:
        """Nothing, if the person has the right; else SettingsError that says who has."""
        if right:
            must_have(self.somebody, right)

    # What is written down

    def looked(self, act: str, inputs: Mapping[str, Any], **more: Any) -> None:
        """Writes a look into the ledger; call it before anything is shown. `outputs=` names what was shown."""
        settings = {"names": False, "at": ORIGIN} | more.pop("settings", {})
        self.ledger.add(act, inputs=inputs, settings=settings, **more)

    def looked_at(self, subject: str) -> None:
        """Writes down that one seller, lead, message or case was looked at, names hidden."""
        self.looked("show", {"subject": subject}, settings={"why": ""})

    def done(self, act: str, what: Mapping[str, Any], why: str = "") -> None:
        """Writes an act on the casebook into the ledger, with how far the casebook's own chain had come."""
        number, head = self.casework.head()
        self.ledger.add(
            act,
            inputs=dict(what),
            outputs={"casebook": {"act": number, "hash": head}},
            settings={"why": why, "at": ORIGIN},
        )

    # The answer

    def show(self, template: str, page: str = "", status: int = 200, **context: Any) -> Response:
        """A page. `page` is the screen that the menu marks; `context` is what the template is given."""
        body = (
            self.desk.templates[self.language]
            .get_template(template)
            .render(context | {"page": page, "visit": self, "theme": self._theme, "said": self._said()})
        )
        headers = {"content-language": self.language, "vary": "Accept-Language, Cookie"}
        return HTMLResponse(body.encode("utf-8", "replace"), status, headers)

    def back_to(self, address: str, said: str = "", **question: str) -> Response:
        """Leads on to a page after a form; `said` names the sentence in the table `said` that it opens with."""
        asked = question | ({"said": said} if said else {})
        return RedirectResponse(f"{address}?{urlencode(asked)}" if asked else address, 303)

    @property
    def menu(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The menu of this person: headings, each with names and addresses."""
        out = []
        for group, entries in self.desk.menu:
            seen = [(name, address) for name, address, right in entries if self.may(right)]
            if seen:
                out.append((group, seen))
        return out

    @property
    def form_key(self) -> str:
        """The key that every form carries."""
        return self.session.form_key if self.session else ""

    @property
    def _theme(self) -> str:
        chosen = self.request.cookies.get(_THEME, "")
        return chosen if chosen in ("light", "dark") else ""

    def _said(self) -> str:
        sentence: str = self.words["said"].get(self.asked("said"), "")
        return sentence
