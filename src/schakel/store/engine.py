"""The wall between the rooms and whatever does the table work: four verbs, and one to tidy."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Protocol

import pyarrow as pa

from schakel.store.parquet_files import TableFile
from schakel.store.rows.tables import Wanted
from schakel.store.workers import Workers

Parameter = str | int | float | bool | None


class Engine(Protocol):
    """What every engine can do. Rooms know nothing else of where tables live."""

    workers: Workers  # for pieces that hold all they need: they may be on other machines
    near: Workers  # processes of this machine, for pieces that name its files

    def read(self, name: str, columns: list[str] | None = None, part: str | None = None) -> pa.Table:
        """The rows of a table of the workspace; empty with the right columns if it was never made."""
        ...

    def some(self, name: str, columns: list[str], key: str, values: Collection[str]) -> pa.Table:
        """The rows of a table whose column `key` (see `rows/layout.py`) has one of the values, in no order.

        Where rows are kept beside the tables, only those are looked at: a millisecond of 5 million rows, and a third of
        what the same costs as a question in SQL.
        """
        ...

    def pieces(self, name: str, columns: list[str]) -> Iterator[pa.Table]:
        """The rows of a table file by file, in a fixed order of files, so that no more than one is in memory."""
        ...

    def step(
        self,
        sql: Traversable,
        *,
        into: str | None = None,
        parameters: Mapping[str, Parameter] | None = None,
        tables: Mapping[str, pa.Table] | None = None,
        only: Mapping[str, Wanted] | None = None,
        by: str | None = None,
    ) -> pa.Table:
        """The answer of one SQL file over the workspace's tables and the extra `tables` given by name.

        Beside the tables there is `read_texts` (`text_id`, `text`): every different text in which something was read.
        With `into` the answer is cast to that table's schema and checked; `parameters` fill `$name` marks.

        `only` promises that of a table nothing is used but the rows that have one of the values under a key (see
        `rows/layout.py`); where rows are kept beside the tables, only those are looked at. `by` names the parameter
        that a question is about: asked with none it answers for all, and that answer may have been kept. Its first
        column tells the subject, and is taken off. Both change how long an answer takes, never what it is.
        """
        ...

    def step_each(
        self,
        sql: Traversable,
        over: str,
        *,
        parameters: Mapping[str, Parameter] | None = None,
        by: str | None = None,
        telling: Mapping[str, int] | None = None,
        soon: Collection[str] = (),
    ) -> pa.Table:
        """The answers of one SQL file over each part of the table `over` by itself, one part after the other.

        The file reads no other table. The answer of a part is kept and taken again in later runs for as long as the
        part, the file and the parameters are the same, so that a step costs what is new.

        `by` promises that the file looks at each row by itself, and names the row in this column: many small parts are then asked
        about at once. `telling` are patterns, and promise that a message tells the file nothing unless its text in lower-case letters (so many
        of them from the beginning on; 0: all) matches one of them. They are then looked for in each different text once; `soon` are
        patterns of questions to come, which are best looked for along with them. All three change how long an answer takes, never
        what it is.
        """
        ...

    def recall(self, step: str, keys: Sequence[str], make: Callable[[list[int]], list[str]]) -> list[str]:
        """One answer a key; `make` gives those of the keys at the given places, which the last run did not ask about.

        A key tells of everything that its answer depends on, but for the program: what another program answered is
        asked again. Kept is only what this run asks.
        """
        ...

    def recall_rows(
        self, step: str, by: str, keys: pa.Array, told: str, make: Callable[[pa.Array], pa.Table]
    ) -> pa.Table:
        """The rows of each of the different keys, of which most may have none, in no order; column `by` names the key.

        `make` gives those of the keys that the last run did not ask about. Everything that the rows of a key depend on is in
        the key and in what is `told`, but for the program, as with `recall`.
        """
        ...

    def map_batches(
        self, function: Callable[[pa.Table], pa.Table], table: pa.Table, rows: int = 4096
    ) -> pa.Table:
        """The answers of `function` over slices of `rows` rows, one after the other, in order.

        `function` must be a module-level function (or a partial of one): slices go to other processes of this machine.
        """
        ...

    def write(
        self, table: pa.Table, name: str, part: str | None = None, file: str = "0000"
    ) -> list[TableFile]:
        """Puts the rows into the workspace as a table, or as one file of one part, replacing what stood there."""
        ...

    def keep_only(self, part: str, step: str, files: Collection[TableFile]) -> None:
        """Takes away the files that this step once made for the part, in any table, and that are not among `files`."""
        ...
