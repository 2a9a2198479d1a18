"""One request by one person: what a screen needs to answer it, and the only way from a screen to a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, BinaryIO
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from schakel.custody.ledger import Ledger
from schakel.records.casework import Case, Person
from schakel.records.errors import SettingsError
from schakel.records.times import written_utc
from schakel.showing.desk.asked_page import stands_on
from schakel.showing.desk.desk import Desk
from schakel.showing.desk.language import LANGUAGES, preferred, words
from schakel.showing.saying import Said
from schakel.store.casebook.acts import Signature
from schakel.store.casebook.casework import Casework
from schakel.store.casebook.logins import Session
from schakel.store.casebook.rights import may, must_have
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace

ORIGIN = "desk"
LANGUAGE, THEME, KEYS = "schakel_language", "schakel_theme", "schakel_keys"  # cookies: what a person chose


@dataclass(frozen=True)
class Visit:
    """A request with the person behind it. `form` holds the fields of a POST, its key checked already.

    Where a field may come more than once, `all_of` gives every value; `uploads` are files by the name they came under.
    """

    request: Request
    desk: Desk
    person: Person | None
    session: Session | None
    form: Mapping[str, str] = field(default_factory=dict)
    fields: Sequence[tuple[str, str]] = ()
    uploads: Sequence[tuple[str, BinaryIO]] = ()

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

    @property
    def origin(self) -> str:
        """The address that the request came from."""
        return self.request.client.host if self.request.client else "unknown"

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
        chosen = self.request.cookies.get(LANGUAGE, "")
        return chosen if chosen in LANGUAGES else preferred(self.request.headers.get("accept-language", ""))

    @property
    def words(self) -> Mapping[str, Any]:
        """The texts of the pages in that language."""
        return words(self.language)

    @property
    def saying(self) -> Said:
        """Under which a word of this person is written down."""
        return Said(self.who, self.now(), ORIGIN)

    def signed(self) -> Signature:
        """Under which an act of this person is written into the casebook."""
        return Signature(self.who, ORIGIN, written_utc(self.now()))

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

    def all_of(self, name: str) -> list[str]:
        """Every value of one field of the form."""
        return [value for field_name, value in self.fields if field_name == name]

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

    def cases_on(self, seller_id: str) -> list[Case]:
        """The cases about a seller that this person has a need to know of."""
        if not self.may("read"):
            return []
        return [case for case in self.casework.cases() if case.seller_id == seller_id]

    def may_see(self, seller_id: str) -> bool:
        """Whether this person may see the file of a seller: all leads, or a case about it that they may know of."""
        return self.may("leads") or bool(self.cases_on(seller_id))

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
            .render(context | {"page": page, "visit": self, "theme": self.theme, "said": self._said()})
        )
        headers = {"content-language": self.language, "vary": "Accept-Language, Cookie"}
        return HTMLResponse(body.encode("utf-8", "replace"), status, headers)

    @property
    def wants_json(self) -> bool:
        """Whether the answer goes to a script and not to a person's eyes."""
        return "application/json" in self.request.headers.get("accept", "")

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
    def stands_on(self) -> str:
        """The page that every form on this one carries: who has to log in first comes back to it."""
        return stands_on(self.request)

    @property
    def theme(self) -> str:
        """`light` or `dark` if the person chose one; empty: as the browser has it."""
        chosen = self.request.cookies.get(THEME, "")
        return chosen if chosen in ("light", "dark") else ""

    @property
    def keys(self) -> str:
        """`off` if the person wants no keys of one letter (they trouble speech input), else `on`."""
        return "off" if self.request.cookies.get(KEYS) == "off" else "on"

    def _said(self) -> str:
        sentence: str = self.words["said"].get(self.asked("said"), "")
        return sentence
