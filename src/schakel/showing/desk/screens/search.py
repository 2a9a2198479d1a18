"""Searching: full text and contacts, narrowed down by facets; and ads that look like one ad."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.searching import Searching, alike, chat_names, shown
from schakel.showing.desk.visit import Visit
from schakel.showing.searching.search import FACETS, Found, search
from schakel.store.engine import Engine

_OPEN: WeakKeyDictionary[Engine, Searching] = WeakKeyDictionary()  # one a desk; its engine lives as long


def screen(visit: Visit) -> Response:
    """The box to search in, and what was found."""
    typed = visit.asked("q")
    chosen = {facet: visit.asked(facet) for facet in FACETS if visit.asked(facet)}
    copies = visit.asked("order") == "copies"
    if not typed and not chosen:
        return _show(visit, typed, chosen, copies, found=None, hits=[])
    index = searching_of(visit).index()
    if index is None:
        return _waiting(visit)
    found = search(index, typed, chosen, page=visit.number("page"), copies_first=copies)
    visit.looked(
        "search",
        {"words": typed, "page": found.page} | chosen,
        outputs={
            "texts": found.texts,
            "messages": found.messages,
            "shown": [hit.message_id for hit in found.hits],
        },
    )
    return _show(
        visit, typed, chosen, copies, found=found, hits=shown(visit.engine, found.hits, found.asked.words)
    )


def similar(visit: Visit) -> Response:
    """The ads that look like that of one message."""
    subject = visit.path("message")
    index = searching_of(visit).index()
    if index is None:
        return _waiting(visit)
    hits = alike(visit.engine, index, subject)
    if hits is None:
        raise HTTPException(404)
    visit.looked("search", {"like": subject}, outputs={"shown": [one.hit.message_id for one in hits]})
    return visit.show("similar.html", "search", hits=hits, subject=subject)


def _show(
    visit: Visit, typed: str, chosen: Mapping[str, str], copies: bool, *, found: Found | None, hits: list[Any]
) -> Response:
    chats = [name for name, _ in found.facets["chat"]] if found else []
    return visit.show(
        "search.html",
        "search",
        typed=typed,
        chosen=chosen,
        copies=copies,
        found=found,
        hits=hits,
        facets=FACETS,
        chats=chat_names(visit.engine, [*chats, *([chosen["chat"]] if "chat" in chosen else [])]),
        link=_link(typed, chosen, copies),
    )


def _waiting(visit: Visit) -> Response:
    again = str(visit.request.url.path) + (f"?{visit.request.url.query}" if visit.request.url.query else "")
    behind = visit.desk.getting_ready.progress  # of the process that makes it, if there is one
    progress = behind if behind.step == "index" else searching_of(visit).progress
    answer = visit.show("search_waits.html", "search", progress=progress, again=again)
    answer.headers["refresh"] = "2"
    return answer


def _link(typed: str, chosen: Mapping[str, str], copies: bool) -> Callable[..., str]:
    """The address of the same search with some facets, page or order changed; an empty value takes one away."""

    def link(**changed: str) -> str:
        order = {"order": "copies"} if copies else {}
        asked = {"q": typed} | dict(chosen) | order | changed
        return "/search?" + urlencode({name: value for name, value in asked.items() if value})

    return link


def searching_of(visit: Visit) -> Searching:
    """The search index of the workspace that this desk shows."""
    if visit.engine not in _OPEN:
        _OPEN[visit.engine] = Searching(visit.workspace)
    return _OPEN[visit.engine]


SCREEN = Screen(
    "search",
    (Page("/search", screen, "leads"), Page("/similar/{message:id}", similar, "leads")),
    group="work",
)
