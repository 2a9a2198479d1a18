from pathlib import Path

import pyarrow as pa

from schakel.store.each_part import _AT_ONCE, joined, share_of, together
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


def test_of_an_answer_a_part_has_what_tells_of_its_own_rows() -> None:
    answer = pa.table({"message_id": ["m_1", "m_2", "m_2", "m_3"], "value": [1, 2, 3, 4]})
    rows = pa.table({"message_id": pa.chunked_array([["m_2"], ["m_9", "m_3"]])})
    assert share_of(answer, "message_id", rows).to_pydict() == {
        "message_id": ["m_2", "m_2", "m_3"],
        "value": [2, 3, 4],
    }
    assert share_of(answer.slice(0, 0), "message_id", rows).num_rows == 0
