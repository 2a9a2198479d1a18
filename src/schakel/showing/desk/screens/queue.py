"""The queue: leads to be judged, one key each; filtered, fifty at a time, with filters that a person keeps."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.responses import Response

from schakel.showing.desk.queue import Filters, queue_page
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.together import known_to, own_words
from schakel.showing.desk.visit import Visit

_ASKED = ("unit", "state", "commodity", "scale", "judged", "unseen")


def queue(visit: Visit) -> Response:
    """The leads that pass the filters, a page of them."""
    filters = Filters(
        **{name: visit.asked(name) for name in _ASKED} | {"judged": visit.asked("judged", "open")}
    )
    known = known_to(visit)
    found = queue_page(visit.engine, filters, visit.number("page"), known)
    chosen = found.filters.as_parameters()
    visit.looked(
        "list",
        {"what": "leads", "page": found.page} | _said(chosen),
        outputs={"leads": [row.lead["lead_id"] for row in found.rows]},
    )
    return visit.show(
        "queue.html",
        "queue",
        seen=found,
        link=_page_link(chosen),
        judged_link=lambda judged: "/queue?" + urlencode(_said(chosen | {"judged": judged})),
        here="/queue?" + urlencode(_said(chosen)) if _said(chosen) else "/queue",
        question=urlencode(_said(chosen)),
        mine=own_words(visit, known),
        kept=visit.desk.book.looks.filters(visit.who),
        undo=visit.asked("undo") if visit.asked("undo").isdecimal() else "",
    )


def keep_filter(visit: Visit) -> Response:
    """Keeps the filters of the page under a name, or forgets one of that name."""
    name = visit.form.get("name", "")
    if visit.form.get("drop"):
        visit.desk.book.looks.drop_filter(visit.who, visit.form["drop"])
        return visit.back_to("/queue", "done")
    asked = dict(parse_qsl(visit.form.get("query", "")))
    query = urlencode({key: asked[key] for key in _ASKED if key in asked})
    visit.desk.book.looks.keep_filter(visit.who, name, query)
    return visit.back_to(f"/queue?{query}" if query else "/queue")


def _said(filters: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value for name, value in filters.items() if value and not (name == "judged" and value == "open")
    }


def _page_link(filters: Mapping[str, str]) -> Callable[[int], str]:
    return lambda page: "/queue?" + urlencode(_said(filters) | {"page": str(page)})


SCREEN = Screen(
    "queue",
    (Page("/queue", queue, "leads"), Page("/queue/filter", keep_filter, "leads", "POST")),
    group="work",
)
