"""The door as pages: coming in by link or by password, going out, and how the pages should look."""

from starlette.responses import RedirectResponse, Response

from schakel.custody.ledger import Ledger
from schakel.showing.desk.asked_page import HOME, page_here
from schakel.showing.desk.door import let_in, let_out
from schakel.showing.desk.language import LANGUAGES
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import KEYS, LANGUAGE, ORIGIN, THEME, Visit
from schakel.showing.printable import one_line
from schakel.store.casebook.passwords import WINDOW

_YEAR = 365 * 24 * 3600


def enter(visit: Visit) -> Response:
    """Lets in whoever has the link of the terminal, as long as nobody has to log in; who is in already stays in."""
    if visit.desk.book.has_people():
        return _form(visit, "people")
    if not visit.desk.links.takes(visit.asked("link")):
        return login(visit) if visit.person else _form(visit, "link")
    return _come_in(visit, visit.desk.local, "link")


def login(visit: Visit) -> Response:
    """The form to log in with."""
    return RedirectResponse(_asked(visit), 303) if visit.person else _form(visit, "")


def logged_in(visit: Visit) -> Response:
    """Lets a person in whose name, password and code fit; too many tries are not looked at any more."""
    who, password = visit.form.get("who", "").strip()[:120], visit.form.get("password", "")
    answer = visit.desk.book.passwords.check(
        who, password, visit.form.get("code", "").strip()[:12], visit.origin, visit.now()
    )
    if answer == "in":
        return _come_in(visit, who, "password")
    _written(visit, "door", "login-refused", {"person": one_line(who, 60), "because": answer})
    return _form(visit, answer, who)


def logout(visit: Visit) -> Response:
    """Ends the session."""
    answer = RedirectResponse("/login", 303)
    if visit.person:
        _written(visit, visit.who, "logout", {})
    let_out(visit, answer)
    return answer


def appearance(visit: Visit) -> Response:
    """Keeps in the browser which language and which light a person wants."""
    answer = RedirectResponse(page_here(visit.form.get("back", HOME)), 303)
    for cookie, word, known in (
        (LANGUAGE, visit.form.get("language", ""), LANGUAGES),
        (THEME, visit.form.get("theme", ""), ("light", "dark", "as-is")),
        (KEYS, visit.form.get("keys", ""), ("on", "off")),
    ):
        if word in known:
            secure = visit.request.url.scheme == "https"
            answer.set_cookie(
                cookie, word, max_age=_YEAR, httponly=True, samesite="strict", secure=secure, path="/"
            )
    return answer


def _come_in(visit: Visit, who: str, way: str) -> Response:
    answer = RedirectResponse(_asked(visit), 303)
    let_in(visit, answer, who, way)
    _written(visit, who, "login", {"way": way})
    return answer


def _form(visit: Visit, wrong: str, who: str = "") -> Response:
    status = {"": 200, "wait": 429}.get(wrong, 403)
    answer = visit.show(
        "login.html",
        status=status,
        wrong=wrong,
        who=who,
        has_people=visit.desk.book.has_people(),
        to=_asked(visit),
    )
    if wrong == "wait":
        answer.headers["retry-after"] = str(int(WINDOW.total_seconds()))
    return answer


def _asked(visit: Visit) -> str:
    """The page that a person wanted to see before the door stood between."""
    return page_here(visit.form.get("to") or visit.request.query_params.get("to", HOME))


def _written(visit: Visit, who: str, act: str, inputs: dict[str, str]) -> None:
    ledger = Ledger(visit.workspace.ledger, who)
    ledger.add(act, inputs=inputs, settings={"at": ORIGIN, "from": visit.origin})


SCREEN = Screen(
    "login",
    (
        Page("/login", login, open=True),
        Page("/login", logged_in, method="POST", open=True),
        Page("/enter", enter, open=True),
        Page("/logout", logout, method="POST", open=True),
        Page("/appearance", appearance, method="POST", open=True),
    ),
)
