"""The human verdicts in force after each of them, as the checksum by which a step knows them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from schakel.custody.ledger import canonical_json
from schakel.records.facts import Verdict
from schakel.store.casebook.book import what_about


def checksums_in_turn(rows: Sequence[Verdict]) -> Iterator[str]:
    """The checksum of the words in force before the first of all rows, oldest first, then after each of them.

    The same as `verdicts_as_input(words_in_force(rows[:many]))` for every number of rows. Made anew for each that takes
    time that grows with the square of the rows: 10,000 verdicts kept a page of the desk waiting for six seconds.
    """
    words = _Words()
    yield words.checksum()
    for row in rows:
        words.take(row)
        yield words.checksum()


class _Words:
    """The words in force in the order of their numbers, and the checksum as far as it was made."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._said: list[bytes] = []
        self._about: dict[tuple[str, ...], list[Verdict]] = defaultdict(list)  # not undone, the newest last
        self._known: dict[int, Verdict] = {}
        self._undone: set[int] = set()
        # Checksums of beginnings of the list: how many words, and the checksum before the closing bracket.
        self._begun = [(0, sha256(b"["))]

    def take(self, row: Verdict) -> None:
        """Counts one row more."""
        if row.undoes is not None:
            self._undo(row.undoes)
        elif row.verdict_id not in self._undone:
            self._known[row.verdict_id] = row
            said = self._about[what_about(row)]
            if said:
                self._leave(said[-1])
            said.append(row)
            self._enter(row)

    def checksum(self) -> str:
        """The checksum of the words in force now; what did not change since the last is not read again."""
        many, made = self._begun[-1]
        if many < len(self._said):
            made = made.copy()
            made.update((b"," if many else b"") + b",".join(self._said[many:]))
            self._begun.append((len(self._said), made))
        whole = made.copy()
        whole.update(b"]")
        return whole.hexdigest()

    def _undo(self, number: int) -> None:
        self._undone.add(number)
        row = self._known.pop(number, None)
        if row is None:
            return
        said = self._about[what_about(row)]
        newest = said[-1] is row
        said.remove(row)
        if newest:
            self._leave(row)
            if said:
                self._enter(said[-1])

    def _enter(self, row: Verdict) -> None:
        at = self._from(row)
        self._numbers.insert(at, row.verdict_id)
        self._said.insert(at, canonical_json([row.subject, row.other, row.answer]))

    def _leave(self, row: Verdict) -> None:
        at = self._from(row)
        del self._numbers[at], self._said[at]

    def _from(self, row: Verdict) -> int:
        """The place of a word in the list; checksums of what comes behind it hold no longer."""
        at = bisect_left(self._numbers, row.verdict_id)
        while self._begun[-1][0] > at:
            self._begun.pop()
        return at
