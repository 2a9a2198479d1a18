"""Ids made in bulk are the ids that `records` makes one by one."""

from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.message_rows import version_ids
from schakel.records.ids import message_id

TEXT = st.one_of(st.text(max_size=20), st.sampled_from(["é" * 2048, "x" * 4096, "x" * 4097, "y" * 9000]))


@given(
    st.lists(
        st.tuples(st.integers(-(1 << 63), (1 << 63) - 1), TEXT, st.one_of(st.none(), st.integers(0, 1 << 40)))
    )
)
def test_ids_in_bulk_are_the_ids_one_by_one(rows: list[tuple[int, str, int | None]]) -> None:
    edited = {row: moment for row, (_, _, moment) in enumerate(rows) if moment is not None}
    made = version_ids("c_1", [row[0] for row in rows], [row[1] for row in rows], edited)
    assert made.to_pylist() == [message_id("c_1", *row) for row in rows]
