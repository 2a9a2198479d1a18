"""One campaign: an offer with all its copies; names and contacts shown only for a reason given."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.campaign_page import campaign_page
from schakel.showing.desk.names import names_asked
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def campaign(visit: Visit) -> Response:
    """The words of a campaign, where and by whom it was posted, and what that says."""
    return _shown(visit, names=False)


def names(visit: Visit) -> Response:
    """The same with what stands in its slots, for a reason that stands in the ledger first."""
    return _shown(visit, names=True)


def _shown(visit: Visit, *, names: bool) -> Response:
    subject = visit.path("campaign")
    try:
        seen = campaign_page(visit.engine, subject, visit.language, names=names)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    # Who sees no leads sees a campaign if every seller that posts it is in a case of theirs.
    if not visit.may("leads") and not (seen.sellers and all(map(visit.may_see, seen.sellers))):
        raise HTTPException(404)
    if names:
        names_asked(visit, subject)
    else:
        visit.looked_at(subject)
    return visit.show("campaign.html", "queue", seen=seen)


SCREEN = Screen(
    "campaign",
    (
        Page("/campaign/{campaign:id}", campaign),
        Page("/campaign/{campaign:id}/names", names, "identity", "POST"),
    ),
)
