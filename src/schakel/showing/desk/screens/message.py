"""One message in its chat; names shown only for a reason given."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.message_page import message_page
from schakel.showing.desk.names import names_asked
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def message(visit: Visit) -> Response:
    """One message in its chat, with what was read in it and where it stands in the sealed file."""
    return _shown(visit, names=False)


def names(visit: Visit) -> Response:
    """The same with the name and contacts of this message, for a reason that stands in the ledger first."""
    return _shown(visit, names=True)


def _shown(visit: Visit, *, names: bool) -> Response:
    subject = visit.path("message")
    try:
        seen = message_page(visit.engine, subject, names=names)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    if not visit.may("leads") and not (seen.seller_id and visit.may_see(seen.seller_id)):
        raise HTTPException(404)
    if names:
        names_asked(visit, subject)
    else:
        visit.looked_at(subject)
    digest = seen.message["media_sha256"] if seen.message["media_kind"] == "photo" else None
    if digest:
        visit.desk.shown.add(visit.who, [digest])
    return visit.show("message.html", "queue", seen=seen, photo=digest)


SCREEN = Screen(
    "message",
    (
        Page("/message/{message:id}", message),
        Page("/message/{message:id}/names", names, "identity", "POST"),
    ),
)
