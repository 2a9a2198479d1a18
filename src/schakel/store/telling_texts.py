"""The messages of a part of which the text says something, found by looking at each different text once.

Whoever asks a part of the messages for what is said in a few of them would match patterns with every message, each time in lower-case
letters made anew. A million messages have 430,000 different texts, a quarter of their letters; a pattern that several questions
ask for is looked for once, and only in texts that hold letters without which it matches nothing.
"""

from collections.abc import Callable, Collection, Mapping
from threading import Lock

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.store.four_bytes import AT_ONCE, may_match, strings_of
from schakel.store.table_state import File

Bools = npt.NDArray[np.bool_]
# From texts to the same in lower-case letters, as SQL makes them, for that is what the questions themselves look at.
Lower = Callable[[pa.Array], pa.Array]
LOWER = "SELECT lower(text) AS said FROM texts"


class _Texts:
    """The different texts of a part, in lower-case letters, and which of them each message has."""

    def __init__(self, text: pa.ChunkedArray, lower: Lower) -> None:
        coded = text.combine_chunks().dictionary_encode()
        self._which = coded.indices.fill_null(len(coded.dictionary)).to_numpy()
        self._said: pa.StringArray = lower(coded.dictionary)
        self._may: dict[str, Bools | None] = {}  # None: it may match any
        self._told: dict[tuple[str, int], Bools] = {}

    def rows(self, patterns: Mapping[str, int], soon: Collection[str]) -> pa.Array:
        """Of each message, whether its text matches one of the patterns; `soon` are others that will be asked for."""
        self._look(sorted({*patterns, *soon} - self._may.keys()))
        told = np.zeros(len(self._said) + 1, np.bool_)  # the last is that of messages without text
        for pattern, letters in patterns.items():
            told[:-1] |= self._matches(pattern, letters)
        return pa.array(told[self._which])

    def _look(self, patterns: list[str]) -> None:
        """Finds the texts that may match each of the patterns."""
        strings = {pattern: strings_of(pattern) for pattern in patterns}
        self._may |= dict.fromkeys(patterns)
        lists = [(pattern, found) for pattern, found in strings.items() if found]
        for first in range(0, len(lists), AT_ONCE):
            some = lists[first : first + AT_ONCE]
            found = may_match(self._said, [strings for _, strings in some])
            for number, (pattern, _) in enumerate(some):
                self._may[pattern] = (found >> np.uint32(number)) & np.uint32(1) == 1

    def _matches(self, pattern: str, letters: int) -> Bools:
        if (pattern, letters) not in self._told:
            may = self._may[pattern]
            if may is not None and not may.any():
                return may
            texts = self._said if may is None else self._said.filter(pa.array(may))
            said = pc.utf8_slice_codeunits(texts, 0, letters) if letters else texts
            # The same library as of SQL, which makes a pattern ready three times: of few texts that was all that a question cost.
            told = pc.match_substring_regex(said, pattern).to_numpy(zero_copy_only=False)
            if may is not None:
                told, among = may.copy(), told
                told[may] = among
            self._told[pattern, letters] = told
        return self._told[pattern, letters]


class TellingTexts:
    """Of parts of the messages, the rows whose texts match patterns; what was found is held for the next question."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: dict[tuple[File, ...], _Texts] = {}

    def of(
        self,
        files: tuple[File, ...],
        messages: pa.Table,
        patterns: Mapping[str, int],
        soon: Collection[str],
        lower: Lower,
    ) -> pa.Table:
        """The rows of `messages`, which are those of the files, whose text in lower-case letters matches one of the patterns.

        Each pattern is looked for in so many letters from the beginning on; 0: in all. Patterns that will be asked for `soon` are
        looked for along with them where that saves time.
        """
        with self._lock:
            texts = self._parts.get(files)
            if texts is None:
                texts = self._parts[files] = _Texts(messages["text"], lower)
            return messages.filter(texts.rows(patterns, soon))
