"""The ledger: who did and saw what, searched; and whether it and the casebook hold."""

from starlette.responses import Response

from schakel.custody.log_search import Asked
from schakel.showing.desk.acts import acts_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit

_WORDS = ("who", "act", "about", "since", "until", "text")


def audit(visit: Visit) -> Response:
    """The newest acts that fit what is asked, and whether the chains hold. A search is an act of its own."""
    words = {name: visit.asked(name).strip() for name in _WORDS}
    asked = Asked(**words, reads=bool(visit.asked("reads")), names=bool(visit.asked("names")))
    if asked != Asked():
        visit.ledger.add("audit", inputs={key: value for key, value in words.items() if value})
    return visit.show(
        "audit.html",
        "audit",
        seen=acts_page(visit.workspace, visit.ledger, asked, check=bool(visit.asked("verify"))),
        asked=asked,
        searched=asked != Asked(),
        book=visit.casework.check(),
    )


SCREEN = Screen("audit", (Page("/audit", audit, "read-log"),), group="keep")
