"""The ledger: the newest acts, and whether it holds."""

from starlette.responses import Response

from schakel.showing.desk.acts import acts_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def audit(visit: Visit) -> Response:
    """The newest acts, and whether the ledger holds."""
    return visit.show("audit.html", "audit", seen=acts_page(visit.workspace, visit.ledger))


SCREEN = Screen("audit", (Page("/audit", audit, "read-log"),), group="keep")
