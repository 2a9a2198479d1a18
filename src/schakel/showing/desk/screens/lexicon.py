"""The lexicon: words that stand out, to be accepted or left, and the words that this workspace added."""

from starlette.responses import Response

from schakel.reading.suggesting.own_words import own_words
from schakel.road import Road
from schakel.showing.desk.new_words import (
    LANGUAGES,
    WEIGHTS,
    accept,
    commodities,
    drop,
    proposed,
)
from schakel.showing.desk.reasons import shown_reasons
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.visit import Visit
from schakel.showing.known_names import known_names
from schakel.showing.veil import veiled

_RIGHT = "lexicon"
_AT = {"at": "desk"}


def screen(visit: Visit) -> Response:
    """The words of this workspace; with look=1 those that stand out, each with what it may mean and where it stands."""
    looked = visit.asked("look") == "1"
    found = proposed(visit.workspace, visit.engine) if looked else []
    known = known_names(visit.engine)
    if looked:
        visit.ledger.add("suggest-words", outputs={"words": len(found)}, settings=_AT)
    return visit.show(
        "lexicon.html",
        "lexicon",
        own=own_words(visit.workspace.root),
        looked=looked,
        found=[
            {
                "one": one,
                "contexts": [veiled(context, known) for context in one.contexts],
                "reasons": shown_reasons([reason.row() for reason in one.reasons]),
            }
            for one in found
        ],
        commodities=commodities(),
        languages=LANGUAGES,
        weights=WEIGHTS,
    )


def add(visit: Visit) -> Response:
    """Accepts a word."""
    accept(visit.workspace, _road(visit), visit.ledger, visit.form, _AT)
    again = {"look": "1"} if visit.form.get("look") else {}
    return visit.back_to("/lexicon", said="word_accepted", **again)


def take_off(visit: Visit) -> Response:
    """Drops a word."""
    drop(visit.workspace, _road(visit), visit.ledger, visit.form.get("word", "")[:200], _AT)
    return visit.back_to("/lexicon", said="word_dropped")


def _road(visit: Visit) -> Road:
    return Road(visit.workspace, visit.engine, visit.ledger, lambda *_: None)


SCREEN = Screen(
    "lexicon",
    (
        Page("/lexicon", screen, _RIGHT),
        Page("/lexicon/accept", add, _RIGHT, method="POST"),
        Page("/lexicon/drop", take_off, _RIGHT, method="POST"),
    ),
    group="keep",
)
