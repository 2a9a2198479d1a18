"""Names of people inside a text: those under which accounts of the workspace go, and what follows "my name is".

A name that is made of everyday words, of goods or of towns only ("Coke", "De", "Snelle Levering") is left: hiding it would blot
out the ads of everybody.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from tomllib import loads
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from schakel.records.name_letters import letters, plain
from schakel.records.name_places import WORD, NamePlaces
from schakel.store.engine import Engine

Span = tuple[int, int]
_WORDS = 5  # of which a name in a text consists at most, as where people are called by their names (lexicons/naming.toml)
_LEAST, _LEAST_SHORT = (
    5,
    3,
)  # letters of a name that counts however it is written; of one written as its account writes it
_LONGEST = 64  # letters of a name; Telegram allows 64 for a first name
_MANY = 16  # texts from which on a look at all of them together is quicker
_RUN = 4  # words of a name behind words that bring one in
_HANDLES = frozenset({"username", "signal", "session", "wickr", "snapchat", "instagram", "wire", "threema"})


class _Form(NamedTuple):
    """A name, word for word; `whole` if it is all of one, not its first word."""

    words: tuple[str, ...]
    whole: bool


class KnownNames:
    """The names and handles under which people of a workspace are known, found in any text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Takes names as accounts write them."""
        self._forms: dict[str, set[_Form]] = defaultdict(set)
        for name in names:
            for form in _forms(name):
                self._forms[plain("".join(map(letters, form.words)))].add(form)
        self._forms.pop("", None)
        self._longest = max(map(len, self._forms), default=0)

    def places(self, text: str) -> list[Span]:
        """Where one of the names stands as whole words, however they are parted."""
        if not self._forms:
            return []
        words = list(WORD.finditer(text))
        keys = [plain(letters(word.group())) for word in words]
        spans = []
        for first in range(len(words)):
            key = ""
            for last in range(first, min(first + _WORDS, len(words))):
                key += keys[last]
                if len(key) > self._longest:
                    break
                written = tuple(word.group() for word in words[first : last + 1])
                if any(_told(form, written) for form in self._forms.get(key, ())):
                    spans.append((words[first].start(), words[last].end()))
        return spans

    def places_each(self, texts: Sequence[str]) -> list[list[Span]]:
        """The same of many texts: only those in which a name may stand are looked at word by word."""
        if len(texts) < _MANY or not self._forms:
            return list(map(self.places, texts))
        told: list[list[Span]] = [[] for _ in texts]
        for at, _ in self._anywhere.in_texts(texts):
            told[at] = self.places(texts[at])
        return told

    @cached_property
    def _anywhere(self) -> NamePlaces:
        return NamePlaces(self._forms, _WORDS)


NOBODY = KnownNames(())
_KEPT: WeakKeyDictionary[Engine, tuple[bytes, KnownNames]] = WeakKeyDictionary()


def known_names(engine: Engine) -> KnownNames:
    """The names of a workspace; made anew only when its tables name others."""
    accounts = engine.read("accounts", ["name"])["name"].unique()
    sellers = engine.read("sellers", ["member_id"])["member_id"].unique()
    profiles = engine.read("profiles", ["username"])["username"].unique()
    told = sha256()
    for column in (accounts, sellers, profiles):
        told.update("\n".join(name or "" for name in column.to_pylist()).encode("utf-8", "surrogatepass"))
    kept = _KEPT.get(engine)
    if kept is None or kept[0] != told.digest():
        members = (str(member or "").partition(":") for member in sellers.to_pylist())
        handles = [value for kind, _, value in members if kind in _HANDLES]
        names = [name for name in (*accounts.to_pylist(), *profiles.to_pylist(), *handles) if name]
        kept = _KEPT[engine] = (told.digest(), KnownNames(names))
    return kept[1]


def introduced(text: str) -> list[Span]:
    """Where a name stands behind words that bring one in."""
    surely, likely = _introductions()
    return [*_behind(surely, text, True), *_behind(likely, text, False)]


def _behind(pattern: re.Pattern[str], text: str, surely: bool) -> Iterator[Span]:
    for found in pattern.finditer(text):
        run: list[re.Match[str]] = []
        for word in _WORD_ON.finditer(text, found.end()):
            if len(run) == _RUN or word.start() != (run[-1].end() if run else found.end()):
                break
            if not _goes_on(word["word"], bool(run), surely):
                break
            run.append(word)
        while run and run[-1]["word"].lower() in _data()["inside"]:
            run.pop()
        if run:
            yield run[0].start("word"), run[-1].end("word")


_WORD_ON = re.compile(r"[ \t]*:?[ \t]*(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*\.?)")


def _goes_on(word: str, begun: bool, surely: bool) -> bool:
    """Whether a word is of the name: a capital letter or a small word within; as the first one, where that is sure, any."""
    bare = word.rstrip(".")
    if len(bare) == 1 and bare != word and bare.isupper():
        return True  # an initial
    if not begun and surely:
        return bare[0].isupper() or not ordinary(bare)
    if begun and bare.lower() in _data()["inside"]:
        return True
    return bare[0].isupper() and not ordinary(bare)


def _forms(name: str) -> Iterator[_Form]:
    words = tuple(WORD.findall(name[: 2 * _LONGEST]))
    if not words or sum(map(len, words)) > _LONGEST:
        return
    yield _Form(words, True)
    if len(words) > 1 and len(words[0]) >= _LEAST_SHORT and words[0].isalpha():
        yield _Form(words[:1], False)


def _told(form: _Form, written: Sequence[str]) -> bool:
    """Whether words of a text are meant as this name: long ones however they are written, short ones as their account does."""
    if not any(len(word) >= _LEAST_SHORT and not ordinary(word) for word in form.words):
        return False
    if form.whole and sum(map(len, form.words)) >= _LEAST:
        return True
    exact = tuple(written) == form.words
    return exact and form.words[0][0].isupper() and len("".join(form.words)) >= _LEAST_SHORT


def ordinary(word: str) -> bool:
    """Whether a word is one of everyday, for goods, of the trade, or a town: no name by itself."""
    return not any(sign.isalpha() for sign in word) or letters(word) in _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    # Loaded once a name stands in a text that is shown: the lists take half a second.
    from schakel.reading.places.gazetteer import SURE, load_gazetteer  # noqa: PLC0415 - see above
    from schakel.reading.terms.lexicon import load_lexicons  # noqa: PLC0415 - see above
    from schakel.reading.weighing.senses import everyday_words  # noqa: PLC0415 - see above

    towns = load_gazetteer()
    sure = (name for name, entry in zip(towns.names, towns.entries, strict=True) if entry.needs == SURE)
    # Of phrases only those of one word: longer ones hold names ("kees", "lisa") that are no words by themselves.
    known = (*load_lexicons().patterns, *everyday_words(), *sure)
    return frozenset(letters(one) for one in known if WORD.fullmatch(one))


@cache
def _introductions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _any_of(_data()["surely"]), _any_of(_data()["likely"])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    said = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?i:{said})(?!\w)")


@cache
def _data() -> dict[str, Any]:
    text = (files("schakel.showing") / "introduced_names.toml").read_text(encoding="utf-8")
    return loads(text)
