"""Coming in through the organisation's identity provider: sent there, and back again. Off unless schakel.toml names one."""

from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.records.times import written_utc
from schakel.showing.desk.asked_page import HOME, page_here
from schakel.showing.desk.door import let_in
from schakel.showing.desk.oidc.refusals import ProviderError, RefusedError, Told
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import ORIGIN, Visit
from schakel.showing.printable import one_line
from schakel.store.casebook.acts import Signature

BACK = "/login/oidc/back"
_COOKIE = "schakel_oidc"
_WAY, _PROVIDER = "provider", "identity provider"
_MINUTES = 10


def away(visit: Visit) -> Response:
    """Sends the browser to the provider."""
    if visit.desk.provider is None:
        raise HTTPException(404)
    here = urlsplit(str(visit.request.url))
    try:
        asked = page_here(visit.request.query_params.get("to", HOME))
        word, there = visit.desk.provider.away(f"{here.scheme}://{here.netloc}{BACK}", asked, visit.now())
    except ProviderError as error:
        return _told(visit, "provider", error.happened)
    answer = RedirectResponse(there, 303)
    # Lax: the browser comes back from another site, and this word alone must come with it.
    answer.set_cookie(
        _COOKIE, word, max_age=60 * _MINUTES, httponly=True, samesite="lax", secure=here.scheme == "https", path=BACK
    )  # fmt: skip
    return answer


def back(visit: Visit) -> Response:
    """Lets in whom the provider vouches for, if the casebook knows them."""
    provider = visit.desk.provider
    if provider is None:
        raise HTTPException(404)
    said = dict(visit.request.query_params)
    try:
        person, asked = provider.returned(visit.request.cookies.get(_COOKIE, ""), said, visit.now())
        _known(visit, person)
    except RefusedError as refused:
        return _told(visit, refused.because)
    except ProviderError as error:
        return _told(visit, "provider", error.happened)
    # A page, not a redirect: the browser sends the strict cookie only with what this site asks for itself.
    answer = visit.show("login_on.html", to=asked)
    let_in(visit, answer, person.who, _WAY)
    _written(visit, person.who, "login", {"way": _WAY})
    answer.delete_cookie(_COOKIE, path=BACK)
    return answer


def _known(visit: Visit, person: Told) -> None:
    """Nothing, if the casebook knows the person, with the role that the provider named; else RefusedError."""
    if not visit.desk.book.has_people() or visit.desk.book.person(person.who) is None:
        raise RefusedError("unknown")
    if person.role is None:
        return
    signed = Signature(_PROVIDER, ORIGIN, written_utc(visit.now()))
    try:
        visit.desk.book.role_from_provider(signed, person.who, person.role)
    except SettingsError as error:
        raise RefusedError("role") from error


def _told(visit: Visit, because: str, details: str = "") -> Response:
    _written(
        visit, "door", "login-refused", {"way": _WAY, "because": because, "details": one_line(details, 200)}
    )
    known = visit.desk.book.has_people()
    answer = visit.show("login.html", status=403, wrong=f"oidc_{because}", who="", has_people=known, to=HOME)
    answer.delete_cookie(_COOKIE, path=BACK)
    return answer


def _written(visit: Visit, who: str, act: str, inputs: dict[str, str]) -> None:
    Ledger(visit.workspace.ledger, who).add(act, inputs=inputs, settings={"at": ORIGIN, "from": visit.origin})


SCREEN = Screen("oidc", (Page("/login/oidc", away, open=True), Page(BACK, back, open=True)))
