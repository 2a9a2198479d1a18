"""Who is called by a display name: most people in an export have no @name in sight, only the name above their messages.

A name counts if it stands in a text as whole words, folded: capitals, marks, letters of another script that only look
alike, and blanks or signs between its words do not matter ("Lucky_Boef" is "luckyboef" and "LUCKY BOEF"). What is an
ordinary word, a word of goods, or a phrase that the ads of several others hold too is no name.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

_PLAIN = "="  # before a name in which digits stand for letters, which no letters begin with
_WORD = re.compile(r"[^\W_]+")
# a name behind an at-sign or in a link is a username, and told as that
_USERNAMES = re.compile(r"(?:@|t\.me/|https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holder:
    """An account that advertises in a chat under a name, since when and until when."""

    chat_id: str
    account_id: str
    name: str
    first_seen: datetime | None
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class Called:
    """A name as it stands in a text, and the accounts that may be meant."""

    written: str
    accounts: tuple[str, ...]


class Names:
    """The names under which accounts advertise, chat by chat."""

    def __init__(self, holders: Iterable[Holder]) -> None:
        """Takes the names that can be told from words."""
        self._here: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._anywhere: dict[str, list[Holder]] = defaultdict(list)
        self._starts: set[str] = set()
        for one in holders:
            if key := name_key(one.name):
                for form in {key, _PLAIN + _plain(key)}:
                    self._here[one.chat_id, form].append(one)
                    self._anywhere[form].append(one)
                for form in {key, _plain(key)}:
                    self._starts.update(form[:at] for at in range(1, len(form) + 1))

    def without_phrases(self, said: Iterable[tuple[str, str]]) -> "Names":
        """The names that are no phrases of the trade, by the texts (account, text) of ads and requests."""
        sayers: dict[str, set[str]] = defaultdict(set)
        speakers: set[str] = set()
        for account, text in said:
            speakers.add(account)
            for _, key in self._runs(text):
                sayers[key].add(account)
        many = max(_limits()["others_ads"], len(speakers) * _limits()["others_share"])
        kept: list[Holder] = []
        for key, holders in self._anywhere.items():
            others = sayers[key] - {one.account_id for one in holders}
            if not key.startswith(_PLAIN) and len(others) < many:
                kept += holders
        return Names(kept)

    def in_text(
        self, chat_id: str, text: str, at: datetime | None = None, by: str | None = None
    ) -> list[Called]:
        """The names in a text that was written in a chat at a moment `at`, by an account that is never meant itself.

        Meant is who advertises in that chat; a long name may be that of somebody who advertises elsewhere. Of several
        accounts with one name those are meant that were there; of these, those that still are, or else the one that
        was there last. More than one account is left where that does not tell.
        """
        found: dict[tuple[str, ...], Called] = {}
        end = -1
        for (start, stop), key in self._runs(text):
            holders = self._holders(chat_id, key) if start >= end else ()
            if not holders:
                continue
            end = stop
            meant = _meant([one for one in holders if one.account_id != by], at)
            if meant and len(meant) <= _limits()["holders"]:
                found.setdefault(meant, Called(text[start:stop], meant))
        return list(found.values())

    def of_username(
        self, chat_id: str, username: str, at: datetime | None = None, by: str | None = None
    ) -> tuple[str, ...]:
        """The accounts that go by the name that a username is made of (lucky_boef_98 of Lucky Boef), as `in_text`.

        None where that is a name of the writer `by` too: then the username is rather its own.
        """
        for key in _bare_forms("".join(map(_letters, _WORD.findall(username)))):
            named = {
                one.account_id for form in (key, _PLAIN + _plain(key)) for one in self._anywhere.get(form, ())
            }
            if by in named:
                return ()
            if holders := self._holders(chat_id, key):
                return _meant(holders, at)
        return ()

    def _holders(self, chat_id: str, key: str) -> Sequence[Holder]:
        plain = _PLAIN + _plain(key)
        here = self._here.get((chat_id, key)) or self._here.get((chat_id, plain))
        if here or len(key) < _limits()["least_elsewhere"]:
            return here or ()
        return self._anywhere.get(key) or self._anywhere.get(plain) or ()

    def _runs(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """Runs of words that may be a name: where they stand, and their letters; from each word the longest first."""
        text = text[: _limits()["letters"]]
        usernames = [match.span() for match in _USERNAMES.finditer(text)]
        words = [
            (match.span(), _letters(match.group()))
            for match in _WORD.finditer(text)
            if not any(start <= match.start() < stop for start, stop in usernames)
        ]
        for at in range(len(words)):
            yield from reversed(self._from(words[at : at + _limits()["words"]]))

    def _from(self, words: Sequence[tuple[tuple[int, int], str]]) -> list[tuple[tuple[int, int], str]]:
        found: list[tuple[tuple[int, int], str]] = []
        key = ""
        for (_, stop), word in words:
            key += word
            if key not in self._starts and _plain(key) not in self._starts:
                break
            found.append(((words[0][0][0], stop), key))
        return found


def name_key(name: str) -> str:
    """The letters and digits of a name, folded; empty if it is too short or cannot be told from ordinary words."""
    words = [_letters(word) for word in _WORD.findall(unicodedata.normalize("NFKC", name)[:200])]
    key, limits = "".join(words), _limits()
    short = len(key) < limits["least"] or sum(letter.isalpha() for letter in key) < limits["least_letters"]
    if short or len(key) > limits["longest"]:
        return ""
    bare = "".join(words[1:]) if words[0] in _articles() else key
    return "" if key in _ordinary() or bare in _ordinary() else key


def _bare_forms(key: str) -> Iterator[str]:
    """A username as it stands, without its number, and without what is added to a name."""
    yield key
    for _ in range(2):
        ending = next((one for one in _data()["usernames"]["endings"] if key.endswith(one)), "")
        bare = key.rstrip("0123456789")
        key = bare if bare != key else key.removesuffix(ending)
        yield key


def _meant(holders: Sequence[Holder], at: datetime | None) -> tuple[str, ...]:
    there = [
        one for one in holders if at is None or one.first_seen is None or one.first_seen <= at
    ] or holders
    still = [one for one in there if at is None or one.last_seen is None or one.last_seen >= at]
    if not still and there:
        last = max(one.last_seen for one in there if one.last_seen is not None)
        still = [one for one in there if one.last_seen == last]
    return tuple(sorted({one.account_id for one in still}))


@cache
def _data() -> Mapping[str, Any]:
    return loads((files("schakel.lexicons") / "naming.toml").read_text("utf-8"))


@cache
def _limits() -> Mapping[str, Any]:
    limits: Mapping[str, Any] = _data()["limits"]
    return limits


@cache
def _articles() -> frozenset[str]:
    return frozenset(_data()["articles"]["words"])


@cache
def _ordinary() -> frozenset[str]:
    """Words of everyday and of goods, as the lexicons hold them, in letters only."""
    shelf = files("schakel.lexicons")
    said: set[str] = set(_data()["nobody"]["words"])
    languages = loads((shelf / "language_words.toml").read_text("utf-8"))
    for kind in ("common", "telling"):
        for words in languages[kind].values():
            said.update(words.split())
    for path in shelf.iterdir():
        if path.name.startswith("commodity_") and path.name.endswith(".toml"):
            said.update(_terms(loads(path.read_text("utf-8"))))
    return frozenset("".join(map(_letters, _WORD.findall(one))) for one in said)


def _terms(data: Mapping[str, Any]) -> Iterator[str]:
    for group in data.get("group", ()):
        yield from (word for word in group.get("words", ()) if isinstance(word, str))


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    data = loads((files("schakel.lexicons") / "letters.toml").read_text("utf-8"))
    alike = data["lookalikes"]["cyrillic"] + data["lookalikes"]["greek"] + data["plain"]["pairs"]
    leet = _pairs(data["leet"]["pairs"])
    leet[ord("l")] = "i"  # a 1 stands for either, so they count as one letter
    return _pairs(alike), leet


def _pairs(text: str) -> dict[int, str]:
    return {ord(text[at]): text[at + 1] for at in range(0, len(text) - 1, 2)}


def _letters(word: str) -> str:
    """A word in small letters without marks, each letter of another script as the Latin one that it passes for."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word).lower()
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return bare.translate(_tables()[0])


def _plain(key: str) -> str:
    """The same with each digit as the letter that it may stand for."""
    return key.translate(_tables()[1])
