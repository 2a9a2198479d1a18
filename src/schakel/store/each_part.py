"""Which parts of a table are asked about at once, and what of the answer belongs to each.

Whoever exports chat by chat brings a part a chat. To plan a question with long patterns takes a tenth of a second, so that of 90 chats with 36,000
messages a question a part took 28 seconds where one for all takes two.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.store.table_state import File, State

Ends = npt.NDArray[np.int64]

_AT_ONCE = 1 << 24  # bytes of the files: some 200,000 messages


def together(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """The parts, told with the bytes of their files, in groups of as many as are asked about at once, in their order.

    A large one stands alone.
    """
    group: list[str] = []
    for part, size in sizes.items():
        if group and size + sum(map(sizes.__getitem__, group)) > _AT_ONCE:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def joined(states: Sequence[State]) -> State:
    """The files of several parts as those of one."""
    return State(states[0].tables, tuple(file for state in states for file in state.files), "")


class Owners:
    """Which part of a table each of its rows is in, told by a column that names the row; read once for each group of parts."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[tuple[str, tuple[File, ...]], tuple[pa.Array, Ends]] = {}

    def shares(
        self, answer: pa.Table, by: str, states: Sequence[State], read: Callable[[State], pa.ChunkedArray]
    ) -> list[pa.Table]:
        """The rows of an answer that tell of each part, as both name them in the column `by`; `read` gives that column of a part."""
        if not answer.num_rows:
            return [answer] * len(states)
        names, ends = self._named(by, states, read)
        place = pc.index_in(answer[by].combine_chunks(), value_set=names).to_numpy()
        part = np.searchsorted(ends, place, side="right")
        return [answer.filter(pa.array(part == number)).combine_chunks() for number in range(len(states))]

    def _named(
        self, by: str, states: Sequence[State], read: Callable[[State], pa.ChunkedArray]
    ) -> tuple[pa.Array, Ends]:
        key = (by, tuple(file for state in states for file in state.files))
        with self._lock:
            if key not in self._known:
                columns = [read(state) for state in states]
                names = pa.chunked_array([chunk for column in columns for chunk in column.chunks])
                self._known[key] = names.combine_chunks(), np.cumsum([len(column) for column in columns])
            return self._known[key]
