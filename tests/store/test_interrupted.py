"""Ctrl-C in the middle of a question to the tables is Ctrl-C, whatever error the library makes of it."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from schakel.records.errors import EngineError
from schakel.store import duckdb_engine
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.interrupted import interrupted


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RuntimeError("Query interrupted"), KeyboardInterrupt),
        (
            duckdb.InvalidInputException("counting the rows of the object failed: KeyboardInterrupt: "),
            KeyboardInterrupt,
        ),
        (RuntimeError("no KeyboardInterrupt"), RuntimeError),
        (duckdb.IOException("disk"), EngineError),
    ],
)
def test_only_ctrl_c_is_taken_for_it(
    engine: DuckDBEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    told: type[BaseException],
) -> None:
    def ended(*_: object) -> pa.Table:
        raise error

    (sql := tmp_path / "all.sql").write_text("SELECT 1 AS one")
    monkeypatch.setattr(duckdb_engine, "_answered", ended)
    with pytest.raises(told):
        engine.step(sql)


def test_what_an_error_came_from_counts_unless_it_was_raised_from_nothing() -> None:
    raised, apart = OSError("while that was told"), OSError("for another reason")
    raised.__context__ = apart.__context__ = RuntimeError("Query interrupted")
    assert interrupted(raised)
    apart.__cause__ = None  # as `raise ... from None`
    assert not interrupted(apart)
