"""Rows cut out to be handed to another process.

A slice of Arrow memory points into all that it was cut from, and to hand it over hands over all of that: of a million
messages 30 MB for each 2,000 texts, a tenth of the time that reading took. These slices hold their own rows only.
"""

from collections.abc import Iterator

import pyarrow as pa


def slices(rows: pa.Array, size: int) -> Iterator[pa.Array]:
    """The rows in slices of `size`, each in memory of its own; none where there are no rows."""
    for start in range(0, len(rows), size):
        yield pa.concat_arrays([rows.slice(start, size)])


def table_slices(table: pa.Table, size: int) -> Iterator[pa.Table]:
    """The same of a table; each slice has one chunk a column."""
    for start in range(0, table.num_rows, size):
        columns = [pa.concat_arrays(column.chunks) for column in table.slice(start, size).columns]
        yield pa.Table.from_arrays(columns, schema=table.schema)
