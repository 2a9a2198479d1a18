"""The messages of a part of which the text says something, found by looking at each different text once.

Whoever asks a part of the messages for what is said in a few of them would match patterns with every message, each time in lower-case
letters made anew. A million messages have 430,000 different texts, a quarter of their letters, and a pattern that several questions
ask for is looked for once.
"""

from collections.abc import Callable, Mapping
from threading import Lock

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.store.engine import Parameter
from schakel.store.table_state import File

Bools = npt.NDArray[np.bool_]
# From a question in SQL about a table `texts`, and its parameters, to the answer.
Ask = Callable[[str, dict[str, Parameter], pa.Table], pa.Table]

_LOWER = "SELECT lower(text) AS said FROM texts"
_MATCH = "SELECT regexp_matches(said, $pattern) AS told FROM texts"
_MATCH_HEAD = "SELECT regexp_matches(left(said, $letters::INTEGER), $pattern) AS told FROM texts"


class _Texts:
    """The different texts of a part, in lower-case letters, and which of them each message has."""

    def __init__(self, text: pa.ChunkedArray, ask: Ask) -> None:
        self._ask = ask
        coded = text.combine_chunks().dictionary_encode()
        self._which = coded.indices.fill_null(len(coded.dictionary)).to_numpy()
        self._said = ask(_LOWER, {}, pa.table({"text": coded.dictionary}))
        self._told: dict[tuple[str, int], Bools] = {}

    def rows(self, patterns: Mapping[str, int]) -> pa.Array:
        """Of each message, whether its text matches one of the patterns."""
        told = np.zeros(self._said.num_rows + 1, np.bool_)  # the last is that of messages without text
        for pattern, letters in patterns.items():
            told[:-1] |= self._matches(pattern, letters)
        return pa.array(told[self._which])

    def _matches(self, pattern: str, letters: int) -> Bools:
        if (pattern, letters) not in self._told:
            given: dict[str, Parameter] = {"pattern": pattern} | ({"letters": letters} if letters else {})
            told = self._ask(_MATCH_HEAD if letters else _MATCH, given, self._said)["told"]
            self._told[pattern, letters] = told.to_numpy()
        return self._told[pattern, letters]


class TellingTexts:
    """Of parts of the messages, the rows whose texts match patterns; what was found is held for the next question."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parts: dict[tuple[File, ...], _Texts] = {}

    def of(
        self, files: tuple[File, ...], messages: pa.Table, patterns: Mapping[str, int], ask: Ask
    ) -> pa.Table:
        """The rows of `messages`, which are those of the files, whose text in lower-case letters matches one of the patterns.

        Each pattern is looked for in so many letters from the beginning on; 0: in all.
        """
        with self._lock:
            texts = self._parts.get(files)
            if texts is None:
                texts = self._parts[files] = _Texts(messages["text"], ask)
            return messages.filter(texts.rows(patterns))
