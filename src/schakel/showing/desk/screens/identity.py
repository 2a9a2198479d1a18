"""Identity leads of a seller: opened on an authorisation in force only, with a reason, and never in the API."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.identity_page import slips
from schakel.showing.desk.names import ground_asked
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def identity(visit: Visit) -> Response:
    """What the seller let slip, each with its words; ground and reason stand in the ledger before anything is shown."""
    seller_id = visit.path("seller")
    if not visit.may_see(seller_id):
        raise HTTPException(404)
    try:
        ground_asked(visit, seller_id)
        found = slips(visit.engine, seller_id, visit.language)
    except SettingsError as refused:
        if refused.happened.startswith("There is no seller"):
            raise HTTPException(404) from refused
        raise
    return visit.show("identity.html", "queue", seller_id=seller_id, slips=found)


SCREEN = Screen("identity", (Page("/seller/{seller:id}/identity", identity, "identity", "POST"),))
