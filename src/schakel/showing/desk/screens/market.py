"""The market: how big it is, what is asked, when, where, and by whom for the first or the last time."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.showing.desk import kept_figures
from schakel.showing.desk.downloads import download
from schakel.showing.desk.drawn import drawn
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.market import QUIET_WEEKS, Market
from schakel.showing.desk.market_sheets import market_pictures, market_sheets
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.sheets import by_key
from schakel.showing.desk.visit import Visit


def screen(visit: Visit) -> Response:
    """All figures of the market, each as a picture and a table."""
    seen, figures = market_of(visit), Figures(visit.language, visit.words)
    visit.looked("list", {"what": "market"})
    return visit.show(
        "market.html",
        "market",
        seen=seen,
        sheets=drawn(seen, ("market sheets",), lambda: {sheet.key: sheet for sheet in market_sheets(seen)}),
        pictures=drawn(seen, ("market", visit.language), lambda: market_pictures(seen, figures)),
        quiet_weeks=QUIET_WEEKS,
    )


def file(visit: Visit) -> Response:
    """One table of the market as a file."""
    sheet = by_key(market_sheets(market_of(visit)), visit.path("key"))
    if sheet is None:
        raise HTTPException(404)
    return download(visit, sheet, {"what": "market"})


def market_of(visit: Visit) -> Market:
    """The figures of the market, counted once as long as its tables stay."""
    return kept_figures.market(visit.workspace, visit.engine)


SCREEN = Screen(
    "market", (Page("/market", screen, "market"), Page("/market/{key}.csv", file, "market")), group="market"
)
