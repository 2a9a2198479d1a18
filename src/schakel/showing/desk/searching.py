"""What the search screen shows: the index of the workspace, made when it is first asked, and hits as they may be seen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from threading import Lock, Thread

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.selectors.find import places_of_contacts
from schakel.showing.desk.figures import short
from schakel.showing.desk.marked_text import MarkedText, Piece, hide, marked_text
from schakel.showing.known_names import KnownNames, known_names
from schakel.showing.printable import one_line
from schakel.showing.searching.building import build_index, open_index, up_to_date
from schakel.showing.searching.search import Hit
from schakel.showing.searching.similar import similar
from schakel.showing.veil import veiled
from schakel.store.by_products import making
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.engine import Engine
from schakel.store.search.ask import SearchIndex
from schakel.store.search.layout import made_from
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

_SHOWN, _AHEAD = 600, 80  # characters of a text in the list, and of them before the first mark
_MARKS = 40
_PATIENCE = 2.0  # seconds that a page waits for the index before it says how far it is


@dataclass(slots=True)
class Progress:
    """How far the index is; `failed` says why it could not be made."""

    done: int = 0
    total: int = 0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit with its text, contacts hidden; `left_out` counts characters that are not shown."""

    hit: Hit
    text: MarkedText
    alike: float | None = None
    same_campaign: bool = False


class Searching:
    """The search index of one workspace, opened once and lent to every request."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = Lock()
        self._index: SearchIndex | None = None
        self._made_from = ""
        self._maker: Thread | None = None
        self.progress = Progress()

    def index(self) -> SearchIndex | None:
        """The index if it fits the tables; else it is being made, and `progress` tells how far."""
        with self._lock:
            if up_to_date(self._workspace):
                now = made_from(self._workspace.search)
                if self._index is None or self._made_from != now:
                    self._index, self._made_from = open_index(self._workspace), now
                return self._index
            if self._maker is None or not self._maker.is_alive():
                self.progress = Progress()
                self._maker = Thread(target=self._make, daemon=True)
                self._maker.start()
        self._maker.join(_PATIENCE)
        return None if self._maker.is_alive() or self.progress.failed else self.index()

    def _make(self) -> None:
        engine = DuckDBEngine(self._workspace, workers=Workers(1))
        try:
            with making(self._workspace):
                if not up_to_date(self._workspace):
                    build_index(self._workspace, engine, self._tell)
        except Exception as error:  # noqa: BLE001 - told on the page; the desk goes on
            self.progress.failed = f"{type(error).__name__}: {error}"

    def _tell(self, done: int, total: int) -> None:
        self.progress.done, self.progress.total = done, total


def shown(engine: Engine, hits: list[Hit], words: Sequence[str]) -> list[ShownHit]:
    """The hits as the page may show them, each from where the words stand in it."""
    known = known_names(engine)
    return [ShownHit(hit, _piece(hit, words, known)) for hit in hits]


def alike(engine: Engine, index: SearchIndex, message_id: str) -> list[ShownHit] | None:
    """The texts that look like that of a message; None if it carries none."""
    ones = similar(index, message_id)
    if ones is None:
        return None
    known = known_names(engine)
    return [ShownHit(one.hit, _piece(one.hit, (), known), one.alike, one.same_campaign) for one in ones]


def _piece(hit: Hit, words: Sequence[str], known: KnownNames) -> MarkedText:
    """Some 500 characters around the first of the words, contacts hidden, the words marked."""
    marks = _places(hit.text, words)
    begin = _begin(hit.text, marks[0][0] if marks else 0)
    # Hidden before it is cut: half a phone number would not look like one.
    found = places_of_contacts([hit.text])[0]
    text = hide(hit.text, found, len(hit.text), known)[begin : begin + _SHOWN]
    contacts = [{"start": start - begin, "end": end - begin} for start, end in found if end > begin]
    spans = [{"start": start - begin, "end": end - begin} for start, end in marks if start >= begin]
    cut = marked_text(text, contacts, [{"spans": spans}], _SHOWN)
    flat = tuple(Piece(" ".join(f"|{one.text}|".split())[1:-1], one.kind) for one in cut.pieces)
    return MarkedText(flat, hit.length - len(text) + cut.left_out)


def _begin(text: str, first: int) -> int:
    """Where the piece begins: at the begin of the text, or at a word somewhat before the first mark."""
    if first < _SHOWN - _AHEAD:
        return 0
    begin = first - _AHEAD
    space = text.find(" ", begin, first)
    return space + 1 if space >= 0 else begin


def _places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words that begin with one of these stand in the original text."""
    if not words:
        return []
    plain = plain_text(text)
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    found = re.finditer(rf"(?<![^\W_])(?:{known})", plain.plain)
    return [plain.place(*one.span()) for one in islice(found, _MARKS)]


def chat_names(engine: Engine, chats: list[str]) -> dict[str, str]:
    """The titles of some chats."""
    rows = engine.read("chats", ["chat_id", "title", "kind"]).to_pylist()
    titles = {row["chat_id"]: chat_name(row["chat_id"], row["title"], row["kind"]) for row in rows}
    return {chat: titles.get(chat) or short(chat) for chat in chats}


def chat_name(chat: str, title: str | None, kind: str | None) -> str:
    """The title of a chat with what looks like a contact hidden; of a talk between two, which is a name, its id."""
    between_two = any(word in (kind or "") for word in ("personal", "bot", "saved"))
    return short(chat) if between_two or not title else _title(title)


@lru_cache(1 << 14)
def _title(title: str) -> str:
    return one_line(veiled(title), 60)
