"""The words of a workspace as the desk keeps them: proposed, accepted, dropped; what holds them is read again."""

from collections.abc import Callable, Mapping
from functools import partial
from threading import Lock
from typing import Any

from schakel.custody.ledger import Ledger, canonical_json
from schakel.reading.lexicon_check import KINDS
from schakel.reading.suggesting.accept import USUAL_WEIGHT, new_word, put_into_list
from schakel.reading.suggesting.own_words import (
    ACCEPTED,
    DROPPED,
    FILE,
    as_input,
    own_words,
    record,
    with_word,
    without_word,
)
from schakel.reading.suggesting.posts import posts_of
from schakel.reading.suggesting.suggest import Suggestion, suggest
from schakel.reading.terms.lexicon import Term, in_force
from schakel.records.errors import SettingsError
from schakel.road import Road
from schakel.showing.desk.prepared import prepared
from schakel.showing.known_names import known_names
from schakel.showing.veil import veiled
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace, working_in

_MOST, _LEAST = 20, 3
_TABLES = (
    "messages",
    "offers",
    "accounts",
    "sellers",
    "profiles",
)  # the last three tell whose names are hidden
_ONE_AT_A_TIME = Lock()  # the words in force hold for the whole process
LANGUAGES = ("any", "nl", "en", "de", "fr", "es", "ru", "tr")
WEIGHTS = (0.7, 1.0, USUAL_WEIGHT, 1.7, 2.0)


def commodities() -> list[str]:
    """What a word may mean."""
    return sorted(KINDS["commodity"] or ())


def proposed(workspace: Workspace, engine: Engine) -> list[Suggestion]:
    """The words that stand out, the best first; looked for once, until the messages or the list change."""
    words = own_words(workspace.root)

    def look() -> list[Suggestion]:
        with _ONE_AT_A_TIME, in_force(words):
            hide = partial(veiled, known=known_names(engine))
            return suggest(posts_of(engine), least=_LEAST, most=_MOST, hide=hide)

    more = canonical_json(as_input(words)).decode("utf-8")
    return prepared(workspace, "new-words", _TABLES, list[Suggestion], look, more)


def accept(
    workspace: Workspace, road: Road, ledger: Ledger, form: Mapping[str, str], settings: Mapping[str, Any]
) -> None:
    """Puts the word of a form on the list of the workspace, and reads again what holds it; SettingsError says why not."""
    weight = _weight(form.get("weight", ""))
    language = form.get("language", "any")
    if language not in LANGUAGES:
        raise SettingsError("That language is not known.", means="Nothing was written.")
    term = new_word(
        form.get("word", "")[:200],
        form.get("commodity", ""),
        language,
        weight,
        ambiguous=form.get("ambiguous") == "1",
    )
    _change(workspace, road, lambda words: with_word(words, term), lambda words: ledger.add(
        ACCEPTED, settings=record(term) | dict(settings), outputs={"words": len(words)}
    ))  # fmt: skip


def drop(workspace: Workspace, road: Road, ledger: Ledger, word: str, settings: Mapping[str, Any]) -> None:
    """Takes a word off the list of the workspace, and reads again what holds it."""
    if word not in {term.written for term in own_words(workspace.root)}:
        raise SettingsError("That word is not on the list of this workspace.", means="Nothing was changed.")
    _change(workspace, road, lambda words: without_word(words, word), lambda words: ledger.add(
        DROPPED, settings={"word": word} | dict(settings), outputs={"words": len(words)}
    ))  # fmt: skip


Words = tuple[Term, ...]


def _change(
    workspace: Workspace, road: Road, change: Callable[[Words], Words], told: Callable[[Words], object]
) -> None:
    """One change of the list: written, told to the ledger, and what it concerns is read; refused during a run."""
    with working_in(workspace), _ONE_AT_A_TIME:
        words = change(own_words(workspace.root))
        put_into_list(workspace.root / FILE, words)
        told(words)
        road.read()


def _weight(written: str) -> float:
    try:
        weight = float(written)
    except ValueError:
        weight = USUAL_WEIGHT
    return min(max(weight, 0.1), 3.0)
