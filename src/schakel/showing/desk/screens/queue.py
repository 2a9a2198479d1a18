"""The queue: the leads, filtered, fifty at a time."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from starlette.responses import Response

from schakel.showing.desk.queue import Filters, queue_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit


def queue(visit: Visit) -> Response:
    """The leads that pass the filters, a page of them."""
    filters = Filters(visit.asked("unit"), visit.asked("state"), visit.asked("commodity"))
    found = queue_page(visit.engine, filters, visit.number("page"))
    chosen = found.filters.as_parameters()
    visit.looked(
        "list",
        {"what": "leads", "page": found.page} | {key: value for key, value in chosen.items() if value},
        outputs={"leads": [row.lead["lead_id"] for row in found.rows]},
    )
    return visit.show("queue.html", "queue", seen=found, link=_page_link(chosen))


def _page_link(filters: Mapping[str, str]) -> Callable[[int], str]:
    kept = {name: value for name, value in filters.items() if value}
    return lambda page: "/queue?" + urlencode(kept | {"page": str(page)})


SCREEN = Screen("queue", (Page("/queue", queue, "leads"),), group="work")
