"""One message in its chat."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.message_page import message_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def message(visit: Visit) -> Response:
    """One message in its chat, with what was read in it and where it stands in the sealed file."""
    subject = visit.path("message")
    try:
        seen = message_page(visit.engine, subject)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    visit.looked_at(subject)
    return visit.show("message.html", "queue", seen=seen)


SCREEN = Screen("message", (Page("/message/{message:id}", message, "leads"),))
