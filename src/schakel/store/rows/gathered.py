"""Answers of questions that were asked about every seller (or chat, or kind of goods) at once, and kept."""

import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.tables import SCHEMAS
from schakel.store import read_texts
from schakel.store.rows.layout import digest_sql
from schakel.store.rows.read import Rows
from schakel.store.rows.write import write_rows
from schakel.store.table_state import State, table_state
from schakel.store.workspace import Workspace

_SUBJECT = "subject"
_AT_ONCE = 1 << 14
_PACKED = 32  # rows unpacked together: what there is about one subject is some ten


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by the name of its file and its words, over its tables as they stand."""

    name: str
    text: str
    states: dict[str, State]

    @property
    def made_from(self) -> list[str]:
        """What an answer must have been made from to be one to this question."""
        return [self.text, *(state.digest for state in self.states.values())]

    def over(self, table: str, state: State) -> "Asked":
        """The question over some files of one table, and no other table."""
        return Asked(self.name, self.text, {table: state})

    def folder(self, workspace: Workspace) -> Path:
        """Where its answer is kept."""
        return workspace.gathered / self.name.removesuffix(".sql")


def asked(workspace: Workspace, sql: Traversable) -> Asked:
    """A question over the tables as they stand."""
    text = sql.read_text(encoding="utf-8")
    return Asked(sql.name, text, {name: table_state(workspace.tables, name) for name in tables_in(text)})


@cache
def tables_in(text: str) -> tuple[str, ...]:
    """The tables that a question may be about: those whose names occur in it, and those that such are made from."""
    under = read_texts.MADE_FROM if read_texts.NAME in text else ()
    return tuple(name for name in SCHEMAS if name in text or name in under)


class Gathered:
    """The gathered answers of one workspace, opened when they are first asked for.

    The first column of an answer tells what each of its rows is about.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._open: dict[str, tuple[Asked, Rows]] = {}

    def about(self, question: Asked, subject: str) -> pa.Table | None:
        """What a question gives about one subject; None if no answer is kept that fits the tables as they stand."""
        rows = self._rows(question)
        if rows is None:
            return None
        found = rows.take(rows.places(_SUBJECT, [subject]))
        return found.filter(pc.equal(found.column(0), subject))

    def fits(self, question: Asked) -> bool:
        """Whether an answer is kept that fits the tables as they stand."""
        return self._rows(question) is not None

    def keep(self, question: Asked, answer: pa.Table) -> None:
        """Keeps the answer about all subjects, in place of an older one."""
        folder = question.folder(self._workspace)
        half = folder.with_name(f"half-{folder.name}")
        shutil.rmtree(half, ignore_errors=True)
        write_rows(half, _keyed(answer), {"made_from": question.made_from}, at_once=_PACKED)
        shutil.rmtree(folder, ignore_errors=True)
        half.replace(folder)

    def _rows(self, question: Asked) -> Rows | None:
        known = self._open.get(question.name)
        if known is not None and known[0] == question:
            return known[1]
        try:
            rows = Rows(question.folder(self._workspace))
        except OSError:
            return None
        if rows.told["made_from"] != question.made_from:
            return None
        self._open[question.name] = (question, rows)
        return rows


def _keyed(answer: pa.Table) -> list[pa.RecordBatch]:
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        digests = digest_sql(f'"{answer.column_names[0]}"', _SUBJECT)
        table = connection.from_arrow(answer).project(f"*, {digests}").to_arrow_table()
    batches: list[pa.RecordBatch] = table.to_batches(_AT_ONCE)
    return batches or [pa.RecordBatch.from_pylist([], schema=table.schema)]
