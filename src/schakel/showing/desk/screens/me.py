"""A person's own page: password and second factor, sessions that can be ended, and tokens for programs."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.store.casebook.passwords import key_address, new_key

_DIGITS = 8  # of a number of days; Python refuses to read thousands of them


def me(visit: Visit) -> Response:
    """Sessions, tokens, password and second factor."""
    return _page(visit)


def end_session(visit: Visit) -> Response:
    """Ends one of the person's own sessions."""
    mine = {one.session_sha256 for one in visit.desk.book.logins.of(visit.who, visit.now())}
    session = visit.form.get("session", "")
    if session not in mine:
        raise HTTPException(404)
    visit.desk.book.logins.end(session, visit.now())
    visit.done("session-ended", {"person": visit.who})
    return visit.back_to("/me", "done")


def make_token(visit: Visit) -> Response:
    """Makes a token, and shows it this once."""
    days = visit.form.get("days", "")
    word = visit.desk.book.tokens.make(
        visit.who,
        visit.form.get("label", ""),
        int(days) if days.isascii() and days.isdecimal() and len(days) <= _DIGITS else 0,
        visit.now(),
    )
    visit.done("token-made", {"label": visit.form["label"][:120], "days": days})
    return _page(visit, word=word)


def end_token(visit: Visit) -> Response:
    """Ends one of the person's own tokens."""
    mine = {one.token_sha256 for one in visit.desk.book.tokens.of(visit.who, visit.now())}
    token = visit.form.get("token", "")
    if token not in mine:
        raise HTTPException(404)
    visit.desk.book.tokens.end(visit.who, token, visit.now())
    visit.done("token-ended", {"person": visit.who})
    return visit.back_to("/me", "done")


def change_password(visit: Visit) -> Response:
    """Another password, by whoever knows the old one; it ends all sessions, this one too."""
    _knows_password(visit)
    if visit.form.get("new", "") != visit.form.get("again", ""):
        raise SettingsError("The two new passwords are not the same.", means="Nothing was changed.")
    visit.desk.book.passwords.set(visit.signed(), visit.who, visit.form.get("new", ""))
    visit.done("password-set", {"person": visit.who})
    return visit.back_to("/login", "password")


def begin_second(visit: Visit) -> Response:
    """A fresh key for a second factor; it counts once a code of it was typed."""
    return _page(visit, fresh=new_key())


def set_second(visit: Visit) -> Response:
    """Turns the second factor on, by a code of its key; or off, by the password and a last code."""
    if visit.form.get("off"):
        _knows_password(visit)
        visit.desk.book.passwords.set_second(visit.signed(), visit.who, None)
    else:
        visit.desk.book.passwords.set_second(
            visit.signed(),
            visit.who,
            visit.form.get("fresh", "")[:64] or "-",
            visit.form.get("code", "")[:12],
        )
    visit.done("second-factor", {"person": visit.who, "on": not visit.form.get("off")})
    return visit.back_to("/me", "done")


def _knows_password(visit: Visit) -> None:
    answer = visit.desk.book.passwords.check(
        visit.who, visit.form.get("password", ""), visit.form.get("code", "")[:12], visit.origin, visit.now()
    )
    if answer != "in":
        raise SettingsError(
            "The password or the code does not fit, or there were too many tries.",
            means="Nothing was changed.",
            todo="Try again, in a quarter of an hour if there were many.",
        )


def _page(visit: Visit, **more: Any) -> Response:
    book = visit.desk.book
    password, second = book.passwords.known(visit.who)
    fresh = more.get("fresh", "")
    return visit.show(
        "me.html",
        "me",
        sessions=book.logins.of(visit.who, visit.now()),
        tokens=book.tokens.of(visit.who, visit.now()),
        has_password=password,
        has_second=second,
        word=more.get("word", ""),
        fresh=fresh,
        address=key_address(fresh, visit.who) if fresh else "",
    )


SCREEN = Screen(
    "me",
    (
        Page("/me", me),
        Page("/me/session", end_session, method="POST"),
        Page("/me/token", make_token, method="POST"),
        Page("/me/token/end", end_token, method="POST"),
        Page("/me/password", change_password, method="POST"),
        Page("/me/second/new", begin_second, method="POST"),
        Page("/me/second", set_second, method="POST"),
    ),
)
