"""Which page somebody asked for before they had logged in, carried through the login so that they land there."""

from urllib.parse import urlencode

from starlette.requests import Request

HOME = "/"
STOOD_ON = "stood_on"  # the field of a form, and where the frame keeps it for this request
_LONGEST = 1000  # characters; no address of the desk is longer, a search of many words included
_DOORS = ("/login", "/enter", "/logout")  # who has just come in has nothing to look for there


def to_login(request: Request) -> str:
    """The address of the login, with the page that was asked for in its question."""
    question = request.url.query
    there = page_here(request.url.path + (f"?{question}" if question else ""))
    return "/login" if there == HOME else f"/login?{urlencode({'to': there})}"


def stands_on(request: Request) -> str:
    """The page whose forms this request shows: itself, or the one that the form stood on which it answers.

    A form carries it along, since the desk's pages tell no other where a browser came from. A sentence that the page
    opened with (`said`) is not said again.
    """
    if request.method not in {"GET", "HEAD"}:
        return page_here(str(getattr(request.state, STOOD_ON, HOME)))
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "said"]
    return page_here(request.url.path + (f"?{urlencode(asked)}" if asked else ""))


def page_here(typed: str) -> str:
    r"""The page, if it is one of this desk and no door; else the overview.

    What stands in an address may have been put there by anybody: nobody may be led to another site after a login,
    and browsers take `//host` and `/\host` for one.
    """
    here = typed.startswith("/") and typed[1:2] not in {"/", "\\"} and len(typed) <= _LONGEST
    if not here or not typed.isprintable() or typed.startswith(_DOORS):
        return HOME
    return typed
