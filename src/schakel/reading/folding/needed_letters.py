"""Which of many expressions a text could hold at all: an expression is sought only where letters that it needs stand.

An expression such as "al 4x besteld" in all its forms takes a search that begins anew at every letter. The letters that each
form must hold are read off the expression itself, those of all forms are sought at once (Aho-Corasick), and most texts
hold none of them.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import product
from re import _constants as sign  # type: ignore[attr-defined]  # the parts of an expression, as `re` itself reads it
from re import _parser as parser
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

_MOST = 48  # strings that stand for one expression: with more, the search for them costs more than it saves
_LONG_ENOUGH = 4  # letters, from which a longer string is hardly rarer


class _Said(NamedTuple):
    """What an expression matches: all its strings, if they are few, and strings of which each match holds one."""

    whole: frozenset[str] | None
    held: frozenset[str] | None


_ANYTHING = _Said(None, None)
_NOTHING = _Said(frozenset({""}), None)


class NeededLetters:
    """Many expressions, and for each text the numbers of those that it could hold."""

    def __init__(self, forms: Iterable[re.Pattern[str]]) -> None:
        needed = [needed_letters(form) for form in forms]
        meant: dict[str, list[int]] = {}
        for number, letters in enumerate(needed):
            for one in letters or ():
                meant.setdefault(one, []).append(number)
        self._always = frozenset(number for number, letters in enumerate(needed) if not letters)
        self._meant = list(meant.values())
        self._search = AhoCorasick(list(meant))

    def of(self, text: str) -> list[int]:
        """The numbers of the expressions that could match somewhere in the text, in their order."""
        found = self._search.find_matches_as_indexes(text, overlapping=True)
        if not found:
            return sorted(self._always)
        return sorted(self._always.union(*[self._meant[which] for which, _, _ in found]))


def needed_letters(form: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of which every match of the expression holds at least one; None where there are no few such strings."""
    if form.flags & (re.IGNORECASE | re.VERBOSE):
        return None
    held = _held(_of_row(parser.parse(form.pattern, form.flags)))
    if held is None or not _is_telling(held):
        return None
    return frozenset(one for one in held if not any(other in one for other in held - {one}))


def _held(said: _Said) -> frozenset[str] | None:
    return _better(said.whole, said.held)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The one of two sets of strings that fewer texts hold."""
    return max((one, other), key=_worth)


def _worth(strings: frozenset[str] | None) -> tuple[int, int]:
    if not strings or "" in strings or len(strings) > _MOST:
        return 0, 0
    return min(_LONG_ENOUGH, *map(len, strings)), -len(strings)


def _of_row(row: Iterable[tuple[Any, Any]]) -> _Said:
    """What parts that follow each other match."""
    run: frozenset[str] | None = frozenset(
        {""}
    )  # what the parts matched since the last one that may be anything
    held: frozenset[str] | None = None
    unbroken = True
    for kind, what in row:
        said = _of_part(kind, what)
        joined = _joined(run, said.whole)
        if joined is None:
            unbroken = False
            held = _better(_better(held, run), said.held)
            joined = said.whole or frozenset({""})
        run = joined
    best = _better(held, run)
    return _Said(run if unbroken else None, best if _is_telling(best) else None)


def _joined(run: frozenset[str] | None, whole: frozenset[str] | None) -> frozenset[str] | None:
    if run is None or whole is None or len(run) * len(whole) > _MOST:
        return None
    return frozenset(map("".join, product(run, whole)))


def _of_part(kind: Any, what: Any) -> _Said:
    if kind is sign.LITERAL or kind is sign.IN:
        return _of_class([(kind, what)] if kind is sign.LITERAL else what)
    if kind in (sign.AT, sign.ASSERT, sign.ASSERT_NOT):
        return _NOTHING  # where it stands, and what stands around it, is not asked here
    if kind is sign.SUBPATTERN:
        _, more, less, row = what
        return _of_row(row) if not more and not less else _ANYTHING
    if kind is sign.BRANCH:
        return _of_branches([_of_row(row) for row in what[1]])
    if kind in (sign.MAX_REPEAT, sign.MIN_REPEAT):
        return _of_repeat(*what)
    return _ANYTHING


def _of_class(signs: Sequence[tuple[Any, Any]]) -> _Said:
    """What one letter matches of which these are allowed; where ranges are among them, they may be too many."""
    if any(kind is not sign.LITERAL for kind, _ in signs):
        return _ANYTHING
    return _Said(frozenset(chr(code) for _, code in signs), None)


def _of_branches(branches: Sequence[_Said]) -> _Said:
    whole = frozenset[str]().union(*[one.whole or () for one in branches])
    together = whole if all(one.whole is not None for one in branches) and len(whole) <= _MOST else None
    each = [_held(one) for one in branches]
    held = frozenset[str]().union(*[one or () for one in each])
    return _Said(together, held if all(map(_is_telling, each)) and len(held) <= _MOST else None)


def _is_telling(strings: frozenset[str] | None) -> bool:
    return _worth(strings)[0] > 0


def _of_repeat(least: int, most: int, row: Iterable[tuple[Any, Any]]) -> _Said:
    said = _of_row(row)
    if least == most == 1:
        return said
    if least == 0:
        once = said.whole | {""} if said.whole is not None and most == 1 else None
        return _Said(once, None)
    return _Said(None, _held(said))
