"""Accounts named as the next one of another: its very name, signs and pictures too, and a word or number for a next account.

Many are called Kim, and somebody is called "Kim 2" by chance or to pretend. But where one advertiser alone goes by that very name
("Nora 🌙" and "Nora 🌙 backup"), and one account by the name of its next, they are mostly one seller. Where
several go by it, that tells only of those that share a photo too; so it does of names of three or four letters (Max and "Max 2"),
which agree too often by chance.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from schakel.linking.comparing.agreement import NAMED_NEXT, NAMES, Observation, numbered_name
from schakel.linking.weights import load_settings

_LEAST = 3  # letters and digits: shorter ones are no name
_TELLING = 5  # letters and digits of a name that agrees too seldom by chance to want a photo beside it
_NUMBERED = numbered_name.__name__
_ALIKE = frozenset(rule.__name__ for rule in NAMES)
_PHOTO = "same_photo"
Pair = tuple[str, str]


def next_names(holders: Mapping[str, Collection[str]], seen: Collection[Observation]) -> list[Observation]:
    """What is seen on pairs of accounts of which one is named as the next one of the other, sorted.

    `holders` are the accounts that went by each name; `seen` is what was seen on pairs so far, since a like name counts once.
    """
    named = {(one.left, one.right) for one in seen if one.rule in _ALIKE}
    shown = {(one.left, one.right) for one in seen if one.rule == _PHOTO}
    made: dict[tuple[Pair, str], Observation] = {}
    for name, before, accounts, others in _nexts(holders):
        users = len(accounts) + len(others)
        for pair in sorted({(min(a, b), max(a, b)) for a in accounts for b in others}):
            alone = users == 2 and (_letters(before) >= _TELLING or pair in shown)
            rules = [NAMED_NEXT] if alone else []
            if pair not in named and (alone or pair in shown):
                rules.append(_NUMBERED)
            for rule in rules:
                made.setdefault((pair, rule), Observation(*pair, rule, f"{before} / {name}"[:200], users))
    return [made[key] for key in sorted(made)]


def _nexts(holders: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Each name of a next account and the name it is made of, with the accounts that go by them, where these are few."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for name, accounts in holders.items():
        by_name[_folded(name)] |= set(accounts)
    most = int(load_settings().blocks["name_users"])
    for name, accounts in sorted(by_name.items()):
        for before in dict.fromkeys((_behind().sub("", name), _in_front().sub("", name))):
            others = by_name.get(before, set()) - accounts
            if before != name and others and _letters(before) >= _LEAST:
                next_ones = accounts - by_name[before]
                if next_ones and len(next_ones) + len(others) <= most:
                    yield name, before, next_ones, others


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _letters(name: str) -> int:
    return sum(map(str.isalnum, name))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[ _.\-]+\(?|\()(?:{_marks()})\)?$")


@cache
def _in_front() -> re.Pattern[str]:
    return re.compile(rf"^\(?(?:{_marks('[^0-9]')})\)?[ _.\-]+")


def _marks(beginning: str = "") -> str:
    words = [word for word in load_settings().words["name_nexts"] if re.match(beginning, word)]
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
