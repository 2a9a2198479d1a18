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
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil
from tomllib import loads
from typing import Any

from schakel.records.name_letters import letters, plain
from schakel.records.name_places import WORD, NamePlaces, Span

Written = tuple[str, str, datetime | None, str | None]  # chat, text, moment, account
_SIGNS = 8  # letters beside a name in which its signs and pictures stand
_PLAIN = "="  # before a name in which digits stand for letters, which no letters begin with
_MARKS = dict.fromkeys(map(ord, "™℠®©"), " ")
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
        self._short: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._plain_words: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        for one in holders:
            if not (key := name_key(one.name)):
                self._plain_words[one.chat_id, _all_letters(one.name)].append(one)
                if short := _short_name(one.name):
                    self._short[one.chat_id, short].append(one)
            else:
                for form in {key, _PLAIN + plain(key)}:
                    self._here[one.chat_id, form].append(one)
                    self._anywhere[form].append(one)
        self._short_in: dict[str, list[str]] = defaultdict(list)
        for chat_id, short in self._short:
            self._short_in[chat_id].append(short)
        told = [key.removeprefix(_PLAIN) for key in self._anywhere if key.startswith(_PLAIN)]
        self._places = NamePlaces(told, _limits()["words"])

    def without_phrases(self, said: Iterable[tuple[str, str]]) -> "Names":
        """The names that are no phrases of the trade, by the texts (account, text) of ads and requests."""
        sayers: dict[str, set[str]] = defaultdict(set)
        speakers: set[str] = set()
        all_said = list(said)
        spots = self._spots(text for _, text in all_said)
        for account, text in all_said:
            speakers.add(account)
            for _, key in spots.get(text, ()):
                sayers[key].add(account)
        many = max(_limits()["others_ads"], len(speakers) * _limits()["others_share"])
        kept: list[Holder] = []
        for key, holders in self._anywhere.items():
            others = sayers[key] - {one.account_id for one in holders}
            if not key.startswith(_PLAIN) and len(others) < many:
                kept += holders
        return Names([*kept, *(one for holders in self._plain_words.values() for one in holders)])

    def in_text(
        self, chat_id: str, text: str, at: datetime | None = None, by: str | None = None
    ) -> list[Called]:
        """The names in a text that was written in a chat at a moment `at`, by an account that is never meant itself.

        Meant is who advertises in that chat; a long name may be that of somebody who advertises elsewhere. Of several
        accounts with one name those are meant that were there; of these, those that still are, or else the one that
        was there last. More than one account is left where that does not tell.
        """
        return next(iter(self.in_texts([(chat_id, text, at, by)])))

    def among(self, texts: Iterable[str]) -> list[str]:
        """The different texts in which names may stand; in others nobody is called, whoever wrote them where."""
        return list(self._spots(texts))

    def in_texts(self, written: Iterable[Written]) -> Iterator[list[Called]]:
        """The names in each of many texts (chat, text, moment, account), as `in_text` tells them."""
        rows = list(written)
        spots = self._spots(text for _, text, _, _ in rows)
        for chat_id, text, at, by in rows:
            yield self._called(chat_id, text, spots.get(text, ()), at, by)

    def _called(
        self, chat_id: str, text: str, spots: Sequence[tuple[Span, str]], at: datetime | None, by: str | None
    ) -> list[Called]:
        found: dict[tuple[str, ...], Called] = {}
        end = -1
        for (start, stop), key in spots:
            holders = self._holders(chat_id, key) if start >= end else ()
            if not holders:
                continue
            end = stop
            meant = _meant(_as_written(self._others(holders, key, by), text, start, stop), at)
            if meant and len(meant) <= _limits()["holders"]:
                found.setdefault(meant, Called(text[start:stop], meant))
        return list(found.values())

    def of_username(
        self, chat_id: str, username: str, at: datetime | None = None, by: str | None = None
    ) -> tuple[str, ...]:
        """The accounts that go by the name that a username is made of (lucky_boef_98 of Lucky Boef), as `in_text`.

        A name with one more word before or behind it (foxnightmarket of Fox Night) is told where it is the name of one account
        alone. None where that is a name of the writer `by` too: then the username is rather its own. Behind an at-sign also a
        short name or an ordinary word is a name, where one account alone advertises under it in that chat.
        """
        written = "".join(map(letters, WORD.findall(username)))
        for key in _bare_forms(written):
            named = {
                one.account_id for form in (key, _PLAIN + plain(key)) for one in self._anywhere.get(form, ())
            }
            if by in named:
                return ()
            if holders := self._holders(chat_id, key):
                return _meant(holders, at)
        return self._within(written, by) or self._by_plain_word(chat_id, written, by)

    def _by_plain_word(self, chat_id: str, username: str, by: str | None) -> tuple[str, ...]:
        """The one account under whose name, told by no other means, a username is made; or whose short name stands nowhere else."""
        for key in _bare_forms(username):
            if len(key) < _limits()["least_introduced"] or key in _nobody():
                continue
            named = {one.account_id for one in self._plain_words.get((chat_id, key), ())}
            named = named or {one.account_id for one in self._anywhere.get(key, ())}
            if named:
                return tuple(named) if len(named) == 1 and by not in named else ()
        return ()

    def introduced(
        self, chat_id: str, text: str, at: datetime | None = None, by: str | None = None
    ) -> list[Called]:
        """The short names in what somebody says of its own accounts ("I was Kim, account lost"), which stand in texts by chance.

        They count right behind or before words that bring in a name, written as the account writes it, where they are one
        account's alone in that chat.
        """
        found: dict[tuple[str, ...], Called] = {}
        if not any(name in text for name in self._short_in.get(chat_id, ())):
            return []  # the pattern takes longer than all else that is done with the text
        for name in _brought_in(text[: _limits()["letters"]]):
            holders = [one for one in self._short.get((chat_id, name), ()) if one.account_id != by]
            meant = _meant(holders, at)
            if len(meant) == 1:
                found.setdefault(meant, Called(name, meant))
        return list(found.values())

    def _within(self, username: str, by: str | None) -> tuple[str, ...]:
        """The one account whose name a username begins or ends with, the longest such name first."""
        least = max(_limits()["least_elsewhere"], _limits()["share_of_username"] * len(username))
        for many in range(len(username) - 1, ceil(least) - 1, -1):
            for key in (username[:many], username[-many:]):
                named = {one.account_id for one in self._anywhere.get(key, ())}
                if named:
                    return tuple(named) if len(named) == 1 and by not in named else ()
        return ()

    def _others(self, holders: Sequence[Holder], key: str, by: str | None) -> Sequence[Holder]:
        """The holders of a name but the writer; where it alone bears the name here, those who bear it elsewhere."""
        others = [one for one in holders if one.account_id != by]
        if others or len(key) < _limits()["least_elsewhere"]:
            return others
        return [one for one in self._elsewhere(key) if one.account_id != by]

    def _elsewhere(self, key: str) -> Sequence[Holder]:
        return self._anywhere.get(key) or self._anywhere.get(_PLAIN + plain(key)) or ()

    def _holders(self, chat_id: str, key: str) -> Sequence[Holder]:
        form = _PLAIN + plain(key)
        here = self._here.get((chat_id, key)) or self._here.get((chat_id, form))
        if here or len(key) < _limits()["least_elsewhere"]:
            return here or ()
        return self._elsewhere(key)

    def _spots(self, texts: Iterable[str]) -> dict[str, list[tuple[Span, str]]]:
        """Of each text in which names stand where they do, and the letters there; from each word the longest first."""
        different = list(dict.fromkeys(texts))
        bare = [_without_usernames(text[: _limits()["letters"]]) for text in different]
        return {
            different[at]: [(span, "".join(map(letters, WORD.findall(bare[at], *span)))) for span in spans]
            for at, spans in self._places.in_texts(bare)
        }


def _without_usernames(text: str) -> str:
    """A text with blanks where usernames and links stand, but for a word that stands right before one."""
    if "@" in text or "/" in text or "www." in text.lower():
        return _USERNAMES.sub(lambda found: _blanked(text, found), text)
    return text


def _blanked(text: str, found: re.Match[str]) -> str:
    start, stop = found.span()
    word = WORD.match(text, start) if start and WORD.match(text[start - 1]) else None
    kept = word.end() if word else start
    return text[start:kept] + " " * (stop - kept)


@lru_cache(1 << 14)  # of one account in many chats
def name_key(name: str) -> str:
    """The letters and digits of a name, folded; empty if it is too short or cannot be told from ordinary words."""
    words = [letters(word) for word in _words(name)]
    key, limits = "".join(words), _limits()
    short = len(key) < limits["least"] or sum(letter.isalpha() for letter in key) < limits["least_letters"]
    if short or len(key) > limits["longest"]:
        return ""
    bare = "".join(words[1:]) if words[0] in _articles() else key
    return "" if key in _ordinary() or bare in _ordinary() else key


def _words(name: str) -> list[str]:
    # a sign of a trade mark is no part of a name, and nobody writes it; made plain it would be two letters more
    return WORD.findall(unicodedata.normalize("NFKC", name[:200].translate(_MARKS))[:200])


def _all_letters(name: str) -> str:
    return "".join(map(letters, _words(name)))


def _short_name(name: str) -> str:
    """The one word of a name that is too short to be told in any text, as its account writes it; empty if there is none."""
    words = _words(name)
    if len(words) != 1 or not _limits()["least_introduced"] <= len(words[0]) < _limits()["least"]:
        return ""
    told = words[0].isalpha() and words[0][0].isupper() and letters(words[0]) not in _ordinary()
    return words[0] if told else ""


def _bare_forms(key: str) -> Iterator[str]:
    """A username as it stands, without its number, and without what is added to a name."""
    yield key
    for _ in range(2):
        ending = next((one for one in _data()["usernames"]["endings"] if key.endswith(one)), "")
        bare = key.rstrip("0123456789")
        key = bare if bare != key else key.removesuffix(ending)
        yield key


def _as_written(holders: Sequence[Holder], text: str, start: int, stop: int) -> Sequence[Holder]:
    """Of several holders of one name those whose signs and pictures stand there too ("Lukas 🌙" beside "Lukas"); all where none do."""
    if len({one.name for one in holders}) < 2:
        return holders
    around = text[max(start - _SIGNS, 0) : stop + _SIGNS].lower()
    exact = [one for one in holders if len(one.name) > stop - start and one.name.lower() in around]
    longest = max((len(one.name) for one in exact), default=0)
    return [one for one in exact if len(one.name) == longest] or holders


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


def _brought_in(text: str) -> Iterator[str]:
    for pattern in _introductions():
        yield from pattern.findall(text)


@cache
def _introductions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    behind, before = ("|".join(map(re.escape, _data()["introducing"][side])) for side in ("words", "before"))
    return (
        re.compile(rf"(?<!\w)(?i:{behind})(?=[^\w@\n]{{1,6}}([^\W\d_]+)(?!\w))"),
        re.compile(rf"(?<![\w@])([^\W\d_]+)(?=[^\w@\n]{{1,3}}(?i:{before})(?!\w))"),
    )


@cache
def _limits() -> Mapping[str, Any]:
    limits: Mapping[str, Any] = _data()["limits"]
    return limits


@cache
def _articles() -> frozenset[str]:
    return frozenset(_data()["articles"]["words"])


@cache
def _nobody() -> frozenset[str]:
    return frozenset("".join(map(letters, WORD.findall(one))) for one in _data()["nobody"]["words"])


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
    return frozenset("".join(map(letters, WORD.findall(one))) for one in said)


def _terms(data: Mapping[str, Any]) -> Iterator[str]:
    for group in data.get("group", ()):
        yield from (word for word in group.get("words", ()) if isinstance(word, str))
