"""The welcome page: what stands in the workspace, and where to go; how to begin if it is empty."""

from starlette.responses import Response

from schakel.showing.desk import kept_figures
from schakel.showing.desk.overview import overview
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def welcome(visit: Visit) -> Response:
    """What stands in the workspace, and where to go; how to begin if it is empty."""
    return visit.show(
        "welcome.html",
        "welcome",
        seen=overview(visit.engine, kept_figures.ghosts(visit.workspace, visit.engine)),
    )


SCREEN = Screen("welcome", (Page("/", welcome),), group="work")
