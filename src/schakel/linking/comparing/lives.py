"""Whether two accounts were active over the same days, and what that tells in these data.

Who goes on under another name begins where the old account ended; who copies an ad copies one that is being posted.
But crews post from several accounts at once, so what it weighs is learned: how often pairs that are surely one seller by
a contact lie so in time, by how often pairs of accounts drawn by lot do. Only what speaks against is told here; that one
began soon after the other ended is told by a rule of its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from datetime import timedelta
from math import log10

from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.habits import Pair
from schakel.records.facts import Reason

ACTIVE_TOGETHER = "active_together"
_LEVELS = ("one after the other", "together for some days", "side by side")
_SOME = timedelta(days=4)  # who overlaps less neither goes on nor posts side by side
_BESIDE = 10.0  # pairs thought beside those counted, that lie in time as strangers do
_LEAST = -1.0  # log10: the most it may speak against


def learn_lives(known: Background, same: Set[Pair], named: Set[Pair]) -> dict[str, tuple[float, str]]:
    """What each way to lie in time weighs against, and why; apart for pairs with names alike, which are often kept side by side."""
    lot = _counted(known.strangers, known)
    drawn = sum(lot.values())
    if not drawn:
        return {}
    usual = {level: (lot[level] + 1) / (drawn + len(_LEVELS)) for level in _LEVELS}
    found: dict[str, tuple[float, str]] = {}
    for alike, pairs in ((True, same & named), (False, same - named)):
        seen = _counted(pairs, known)
        total = sum(seen.values())
        for level in _LEVELS[1:2] if alike else _LEVELS[1:]:
            share = (seen[level] + _BESIDE * usual[level]) / (total + _BESIDE)
            weight = round(max(log10(share / usual[level]), _LEAST), 2)
            if weight < 0:
                told = f"{level}: {seen[level]} of {total} pairs of one seller here, {usual[level]:.0%} of strangers"
                found[_key(level, alike=alike)] = weight, told
    return found


def lives_apart(left: str, right: str, known: Background, *, alike: bool) -> list[Reason]:
    """That two accounts were active together, where one seller's accounts here are less often than strangers."""
    level = _level(left, right, known)
    if level is None or _key(level, alike=alike) not in known.against:
        return []
    weight, told = known.against[_key(level, alike=alike)]
    return [Reason(ACTIVE_TOGETHER, weight, detail=told)]


def _key(level: str, *, alike: bool) -> str:
    return f"{level}, names {'' if alike else 'not '}alike"


def _counted(pairs: Iterable[Pair], known: Background) -> Mapping[str, int]:
    return Counter(level for pair in pairs if (level := _level(*pair, known)) is not None)


def _level(left: str, right: str, known: Background) -> str | None:
    one, other = known.active.get(left), known.active.get(right)
    if one is None or other is None:
        return None
    return _LEVELS[0] if _in_turn(one, other) else _LEVELS[1 + (_together(one, other) >= _SOME)]


def _in_turn(one: Period, other: Period) -> bool:
    return one.last < other.first or other.last < one.first


def _together(one: Period, other: Period) -> timedelta:
    return min(one.last, other.last) - max(one.first, other.first)
