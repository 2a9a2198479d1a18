"""Which parts of a table are asked about at once, and what of the answer belongs to each.

Whoever exports chat by chat brings a part a chat. To plan a question with long patterns takes a tenth of a second, so that of 90 chats with 36,000
messages a question a part took 28 seconds where one for all takes two.
"""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from schakel.store.table_state import State

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


def share_of(answer: pa.Table, by: str, rows: pa.Table) -> pa.Table:
    """The rows of an answer that tell of these rows, which both name in the column `by`."""
    if not answer.num_rows:
        return answer
    return answer.filter(pc.is_in(answer[by], value_set=rows[by].combine_chunks())).combine_chunks()
