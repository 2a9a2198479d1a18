"""The network: who is tied to whom, laid out here, and what is left when some are taken out."""

from functools import lru_cache
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response

from schakel.showing.desk import kept_figures
from schakel.showing.desk.downloads import download
from schakel.showing.desk.drawing.layout import Places, laid_out
from schakel.showing.desk.drawing.network import Node, draw, weigh
from schakel.showing.desk.figures import Figures, short
from schakel.showing.desk.network import (
    KINDS,
    MOST_REMOVED,
    SIZES,
    Actor,
    Network,
    Ties,
    View,
    filtered,
    months_of,
    network,
    proposed,
    without,
)
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.sheets import Column, Sheet
from schakel.showing.desk.visit import Visit

# Roles that move goods, that sell them on, and that serve the trade.
_COLOURS = {
    "supplier": "role-up", "wholesaler": "role-up", "retailer": "role-sale", "courier": "role-help",
    "recruiter": "role-help", "voucher": "role-help", "money-handler": "role-help", "group-keeper": "role-help",
}  # fmt: skip
LEGEND = ("role-up", "role-sale", "role-help", "role-none", "role-other")


def screen(visit: Visit) -> Response:
    """The network as asked for, its actors in a list, and the removals that cut it up."""
    ties = ties_of(visit)
    view = _view(visit, ties)
    asked = _removed(visit)
    some = filtered(ties, view)
    best = proposed(some, min(visit.number("best", 0), MOST_REMOVED))
    removed = tuple(dict.fromkeys((*asked, *best)))[:MOST_REMOVED]
    seen = network(ties, view, removed)
    visit.looked(
        "list",
        {"what": "network", "around": view.around, "without": list(removed)},
        outputs={"shown": [actor.name for actor in seen.actors]},
    )
    return visit.show(
        "network.html",
        "network",
        seen=seen,
        view=view,
        picture=_picture(visit, seen, view),
        what_if=without(some, removed) if removed else None,
        best=len(best),
        kinds=KINDS,
        sizes=SIZES,
        months=months_of(ties),
        most_removed=MOST_REMOVED,
        legend=LEGEND,
        colour=_colour,
        around=lambda name: _address(view, around=name),
    )


def file(visit: Visit) -> Response:
    """The ties of the network as asked for, as a file."""
    ties = ties_of(visit)
    seen = network(ties, _view(visit, ties), ())
    rows = [
        (seen.actors[tie.one].name, seen.actors[tie.other].name, ", ".join(tie.kinds), tie.weight)
        for tie in seen.ties
    ]
    columns = [Column("one"), Column("other"), Column("tie_kinds"), Column("times", "number")]
    return download(visit, Sheet("ties", columns, rows), {"what": "network"})


def _view(visit: Visit, ties: Ties) -> View:
    months = months_of(ties)
    since, until = (visit.asked(name) if visit.asked(name) in months else "" for name in ("since", "until"))
    size = visit.number("size", SIZES[0])
    kinds = frozenset(visit.request.query_params.getlist("kind")) & set(KINDS)
    return View(kinds, since, until, visit.asked("around"), size if size in SIZES else SIZES[0])


def _removed(visit: Visit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(visit.request.query_params.getlist("without")[:MOST_REMOVED]))


@lru_cache(64)
def _places(size: int, ties: tuple[tuple[int, int, float], ...]) -> Places:
    """Where the actors stand; the same for all who look at the same part of the network."""
    return laid_out(size, ties)


def _picture(visit: Visit, seen: Network, view: View) -> Markup | None:
    if not seen.ties:
        return None
    pulls = weigh([tie.weight for tie in seen.ties])
    ties = tuple((tie.one, tie.other, pull) for tie, pull in zip(seen.ties, pulls, strict=True))
    places = _places(len(seen.actors), ties)
    most = max(actor.ties for actor in seen.actors)
    words, figures = visit.words["network"], Figures(visit.language, visit.words)
    nodes = [
        Node(
            label=short(actor.name),
            size=actor.ties / max(most, 1),
            class_=_colour(actor),
            told=_told(actor, words["told"], figures),
            address=_address(view, around=actor.name),
            removed=actor.removed,
        )
        for actor in seen.actors
    ]
    return draw(words["label"], nodes, [(tie.one, tie.other, tie.weight) for tie in seen.ties], places)


def _told(actor: Actor, sentence: str, figures: Figures) -> str:
    role = figures.labelled(actor.role) if actor.role else figures.words["site"]["unknown"]
    return sentence.format(name=short(actor.name), role=role, ties=figures.number(actor.ties))


def _colour(actor: Actor) -> str:
    if not actor.name.startswith("s_"):
        return "role-other"
    return _COLOURS.get(actor.role or "", "role-none")


def _address(view: View, **changed: str) -> str:
    asked = {
        "kind": sorted(view.kinds),
        "since": view.since,
        "until": view.until,
        "size": str(view.size),
        "around": view.around,
    }
    told = {name: value for name, value in (asked | changed).items() if value}
    return "/network?" + urlencode(told, doseq=True)


def ties_of(visit: Visit) -> Ties:
    """All ties of the network, gathered once as long as its tables stay."""
    return kept_figures.ties(visit.workspace, visit.engine)


SCREEN = Screen(
    "network",
    (Page("/network", screen, "leads"), Page("/network/ties.csv", file, "leads")),
    group="market",
)
