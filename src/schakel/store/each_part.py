"""Which parts of a table are asked about at once, and what of the answer belongs to each.

Whoever exports chat by chat brings a part a chat. To plan a question with long patterns takes a tenth of a second, so that of 90 chats with 36,000
messages a question a part took 28 seconds where one for all takes two.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.store.table_state import File, State

Ends = npt.NDArray[np.int64]

_AT_ONCE = 1 << 24  # bytes of the files: some 200,000 messages
_HELD = 4  # groups, of 6 MB of names each


def together(sizes: Mapping[str, int]) -> Iterator[list[str]]:
    """The parts, told with the bytes of their files, in groups of as many as are asked about at once, in their order.

    A large one stands alone.
    """
    group: list[str] = []
    so_far = 0
    for part, size in sizes.items():
        if group and so_far + size > _AT_ONCE:
            yield group
            group, so_far = [], 0
        group.append(part)
        so_far += size
    if group:
        yield group


def joined(states: Sequence[State]) -> State:
    """The files of several parts as those of one."""
    return State(states[0].tables, tuple(file for state in states for file in state.files), "")


class Owners:
    """Which part of a table each of its rows is in, told by a column that names the row; held of the groups asked about last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[tuple[str, tuple[File, ...]], tuple[pa.Array, Ends]] = OrderedDict()

    def shares(
        self, answer: pa.Table, by: str, states: Sequence[State], read: Callable[[State], pa.ChunkedArray]
    ) -> list[pa.Table]:
        """The rows of an answer that tell of each part, as both name them in the column `by`; `read` gives that column of a part."""
        if not answer.num_rows:
            return [answer] * len(states)
        names, ends = self._named(by, states, read)
        place = pc.index_in(answer[by].combine_chunks(), value_set=names).fill_null(0).to_numpy()
        part = np.searchsorted(ends, place, side="right")
        by_part = answer.take(pa.array(np.argsort(part, kind="stable"))).combine_chunks()
        stops = np.cumsum(np.bincount(part, minlength=len(states)))
        starts = [0, *stops[:-1].tolist()]
        return [
            by_part.slice(first, last - first) for first, last in zip(starts, stops.tolist(), strict=True)
        ]

    def _named(
        self, by: str, states: Sequence[State], read: Callable[[State], pa.ChunkedArray]
    ) -> tuple[pa.Array, Ends]:
        key = (by, tuple(file for state in states for file in state.files))
        with self._lock:
            if key not in self._known:
                columns = [read(state) for state in states]
                names = pa.chunked_array([chunk for column in columns for chunk in column.chunks])
                self._known[key] = names.combine_chunks(), np.cumsum([len(column) for column in columns])
                if len(self._known) > _HELD:
                    self._known.popitem(last=False)
            self._known.move_to_end(key)
            return self._known[key]
