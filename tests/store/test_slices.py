import pickle

import pyarrow as pa
import pytest

from schakel.store.slices import slices, table_slices

TEXTS = pa.array([f"text number {number}" for number in range(10_000)] + [None, "", "naïve 💊"])
TABLE = pa.table({"text": TEXTS, "words": pa.array([[f"{number}"] for number in range(len(TEXTS))])})


@pytest.mark.parametrize("size", [1, 999, 20_000])
def test_all_rows_are_in_the_slices_in_order(size: int) -> None:
    some = TEXTS.slice(9_000)
    assert pa.chunked_array(list(slices(some, size))).to_pylist() == some.to_pylist()
    assert max(map(len, slices(some, size))) <= size


def test_a_slice_is_handed_over_without_what_it_was_cut_from() -> None:
    few = list(slices(TEXTS, 100))
    assert len(pickle.dumps(few[50])) < 2 * few[50].nbytes + 1000
    few_rows = list(table_slices(TABLE, 100))
    assert len(pickle.dumps(few_rows[50])) < 2 * few_rows[50].nbytes + 1000


def test_slices_of_a_table_may_lie_over_the_ends_of_its_chunks() -> None:
    parts = pa.concat_tables([TABLE.slice(0, 5_003), TABLE.slice(5_003)])
    cut = list(table_slices(parts, 2_000))
    assert pa.concat_tables(cut).equals(TABLE)
    assert all(column.num_chunks == 1 for one in cut for column in one.columns)


def test_of_no_rows_there_are_no_slices() -> None:
    assert list(slices(TEXTS.slice(0, 0), 10)) == []
    assert list(table_slices(TABLE.slice(0, 0), 10)) == []
