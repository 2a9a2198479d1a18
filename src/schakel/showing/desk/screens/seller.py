"""The file of one seller, by its own id or by that of the lead about it."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.records.errors import SettingsError
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.seller_page import seller_of_lead, seller_page
from schakel.showing.desk.visit import Visit


def seller(visit: Visit) -> Response:
    """One seller with everything that was concluded about it."""
    return _file(visit, visit.path("seller"), visit.path("seller"))


def lead(visit: Visit) -> Response:
    """One lead, on the page of the seller it is about."""
    subject = visit.path("lead")
    try:
        return _file(visit, subject, seller_of_lead(visit.engine, subject))
    except SettingsError as missing:
        raise HTTPException(404) from missing


def _file(visit: Visit, subject: str, seller_id: str) -> Response:
    try:
        seen = seller_page(visit.engine, seller_id, visit.language)
    except SettingsError as missing:
        raise HTTPException(404) from missing
    visit.looked_at(subject)
    return visit.show("seller.html", "queue", seen=seen)


SCREEN = Screen(
    "seller", (Page("/seller/{seller:id}", seller, "leads"), Page("/lead/{lead:id}", lead, "leads"))
)
