"""Which of many expressions a text could hold at all: an expression is sought only where letters that it needs stand.

An expression such as "al 4x besteld" in all its forms takes a search that begins anew at every letter. The letters that each
form must hold are read off the expression itself, those of all forms are sought at once (Aho-Corasick), and most texts
hold none of them.
"""

import re
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick

from schakel.store.pattern_letters import letters_needed

_MOST = 48  # strings that stand for one expression: with more, the search for them costs more than it saves
_LONG_ENOUGH = 4  # bytes, from which a longer string is hardly rarer


class NeededLetters:
    """Many expressions, and for each text the numbers of those that it could hold."""

    def __init__(self, forms: Iterable[re.Pattern[str]]) -> None:
        needed = [needed_letters(form) for form in forms]
        meant: dict[str, list[int]] = {}
        for number, letters in enumerate(needed):
            for one in letters or ():
                meant.setdefault(one, []).append(number)
        self._always = frozenset(number for number, letters in enumerate(needed) if not letters)
        self._in_any = sorted(self._always)
        self._meant = list(meant.values())
        self._search = AhoCorasick(list(meant))

    def of(self, text: str) -> Sequence[int]:
        """The numbers of the expressions that could match somewhere in the text, in their order."""
        found = self._search.find_matches_as_indexes(text, overlapping=True)
        if not found:
            return self._in_any
        if len(found) == 1 and not self._always:
            return self._meant[found[0][0]]
        return sorted(self._always.union(*[self._meant[which] for which, _, _ in found]))


def needed_letters(form: re.Pattern[str]) -> frozenset[str] | None:
    """Strings of which every match of the expression holds at least one; None where there are no few such strings."""
    if form.flags & (re.IGNORECASE | re.VERBOSE):
        return None
    held = letters_needed(form.pattern, _MOST, _LONG_ENOUGH)
    if held is None or len(held) > _MOST:
        return None
    return frozenset(one for one in held if not any(other in one for other in held - {one}))
