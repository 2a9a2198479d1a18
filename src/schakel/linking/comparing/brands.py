"""One brand in several towns: names that are the same but for a place that is named in these data.

Who opens in another town keeps the brand, puts the town behind it and gives the new branch a number of its own. Towns
stand behind common words too, so a brand ties nobody by itself: it is told of pairs that share something else.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

import pyarrow as pa

from schakel.linking.comparing.agreement import SAME_BRAND, Observation
from schakel.linking.comparing.disguises import plain_letters
from schakel.linking.weights import load_settings

_LEAST = 5  # letters: shorter names agree too often by chance
_WORD = re.compile(r"[^\W_]+")
Words = tuple[str, ...]
Pair = tuple[str, str]


def same_brands(
    holders: Mapping[str, Collection[str]], places: Iterable[str], pairs: Collection[Pair]
) -> list[Observation]:
    """Of these pairs of accounts those whose names are the same but for a place, sorted.

    `holders` are the accounts that went by each name, `places` those that offers name. A name that more accounts have
    than is usual is no brand.
    """
    brand_of = _brands(sorted(holders), _words_of(places))
    known: dict[str, list[str]] = defaultdict(list)
    for name, (brand, _) in brand_of.items():
        known[brand].append(name)
    wanted = set(pairs)
    made: dict[Pair, Observation] = {}
    for names in known.values():
        users = len({account for name in names for account in holders[name]})
        if not 2 <= users <= load_settings().blocks["name_users"]:
            continue
        for name, other in combinations(names, 2):
            if not (brand_of[name][1] or brand_of[other][1]):
                continue
            for pair in _between(holders[name], holders[other]):
                if pair in wanted:
                    made.setdefault(pair, Observation(*pair, SAME_BRAND, f"{name} / {other}"[:200], users))
    return [made[pair] for pair in sorted(made)]


def _between(some: Collection[str], others: Collection[str]) -> Iterator[Pair]:
    for one in some:
        for other in others:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _brands(names: list[str], places: set[Words]) -> dict[str, tuple[str, bool]]:
    """Of each name the letters that are left without a place before or behind it, and whether there was one."""
    longest = max(map(len, places), default=0)
    made: dict[str, tuple[str, bool]] = {}
    for name, words in zip(names, map(_split, _plain(names)), strict=True):
        brand = "".join(words)
        for many in range(min(longest, len(words) - 1), 0, -1):
            if words[-many:] in places or words[:many] in places:
                left = "".join(words[:-many] if words[-many:] in places else words[many:])
                made[name] = (left, True)
                break
        else:
            made[name] = (brand, False)
    return {name: told for name, told in made.items() if len(told[0]) >= _LEAST}


def _words_of(places: Iterable[str]) -> set[Words]:
    return {_split(place) for place in _plain(sorted(set(places)))} - {()}


def _split(name: str) -> Words:
    return tuple(_WORD.findall(name))


def _plain(names: list[str]) -> list[str]:
    plain: list[str] = plain_letters(pa.array(names, pa.string())).to_pylist()
    return plain
