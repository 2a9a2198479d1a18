from pathlib import Path

import pyarrow as pa

from schakel.store.each_part import _AT_ONCE, Owners, joined, together
from schakel.store.table_state import State


def _part(name: str, size: int) -> State:
    return State(Path("tables"), ((f"messages/{name}/0000.parquet", 1, size),), "")


def test_parts_go_together_up_to_a_size_and_a_large_one_alone() -> None:
    sizes = {"a": 10, "b": _AT_ONCE - 10, "c": 1, "d": _AT_ONCE + 1, "e": 2, "f": 3}
    groups = [*together(sizes)]
    assert groups == [["a", "b"], ["c"], ["d"], ["e", "f"]]
    assert list(together({})) == []


def test_the_files_of_a_group_stand_in_the_order_of_its_parts() -> None:
    both = joined([_part("b", 1), _part("a", 2)])
    assert [file[0] for file in both.files] == ["messages/b/0000.parquet", "messages/a/0000.parquet"]


def test_of_an_answer_each_part_has_what_tells_of_its_own_rows() -> None:
    rows = {"a": ["m_2"], "b": ["m_9", "m_3"], "c": ["m_4"]}
    states, owners, read = [_part(name, 1) for name in rows], Owners(), []

    def named(state: State) -> pa.ChunkedArray:
        [(path, _, _)] = state.files
        read.append(path.split("/")[1])
        return pa.chunked_array([rows[read[-1]]])

    answer = pa.table({"message_id": ["m_9", "m_2", "m_2", "m_3"], "value": [1, 2, 3, 4]})
    assert [one.to_pydict() for one in owners.shares(answer, "message_id", states, named)] == [
        {"message_id": ["m_2", "m_2"], "value": [2, 3]},
        {"message_id": ["m_9", "m_3"], "value": [1, 4]},
        {"message_id": [], "value": []},
    ]
    assert [one.num_rows for one in owners.shares(answer.slice(0, 0), "message_id", states, named)] == [0] * 3
    assert owners.shares(answer.slice(3), "message_id", states, named)[1]["value"].to_pylist() == [4]
    assert read == ["a", "b", "c"]  # once
