"""Rows have one written form, and no cell of a table is taken for a formula."""

import csv
import hashlib
import io
import json
from datetime import UTC, date, datetime
from typing import cast

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.showing.handover.package.messages import source_names
from schakel.showing.handover.package.origin import source_rows
from schakel.showing.handover.package.rows import json_lines, sealed_row, sheet
from schakel.store.engine import Engine

LETTERS = st.text('aé"\\\n•\u2028😀', max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats() | LETTERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(LETTERS, JSON, max_size=4))
def test_the_digest_of_a_row_is_that_of_its_one_written_form(row: dict[str, object]) -> None:
    read = json.loads(json_lines([sealed_row(row)]))
    digest = read.pop("row_sha256")
    written = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert digest == hashlib.sha256(written).hexdigest()


def test_moments_are_utc_and_figures_that_are_none_are_null() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    row = sealed_row({"at": moment, "day": date(2026, 1, 2), "high": float("inf"), "list": [float("nan")]})
    assert (row["at"], row["day"], row["high"], row["list"]) == (
        "2026-01-02T03:04:05Z",
        "2026-01-02",
        None,
        [None],
    )


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+31612345678", "-1", "@sum", "\t=1", "\r=1", "\n=1", " =1", "＝1", '=HYPERLINK("http://x")'],
)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    read = list(
        csv.reader(
            io.StringIO(sheet([{"a": text, "b": {"c": text}}], ["a", "b.c"]).decode("utf-8-sig"), newline="")
        )
    )
    assert read[0] == ["a", "b.c"]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in read[1])


def test_control_signs_and_long_texts_do_no_harm() -> None:
    raw = sheet(
        [{"a": "x\x00\x1b[31m\u202ey", "b": "k" * 50_000, "c": None, "d": [1], "e": True}], "abcde"
    ).decode("utf-8-sig")
    row = next(csv.reader(io.StringIO(raw.split("\r\n", 1)[1], newline="")))
    assert row[0] == "x<U+0000><U+001B>[31m<U+202E>y"
    assert len(row[1]) < 32_767
    assert row[2:] == ["", "[1]", "true"]


class OneSource:
    """An engine that holds one sealed source."""

    def read(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """The table of sources."""
        assert name == "sources"
        kept = {
            "source_id": "5e", "name": "Olga Zwartjens/export/result.json", "bytes": 3, "format": "telegram-json", "brought_by": "anna",
            "records": 1, "quarantined": 0, "clock": "utc", "authorisation": "A-1",
        }  # fmt: skip
        return pa.Table.from_pylist([kept]).select(columns or list(kept))


def test_a_source_is_called_by_its_file_not_by_folders_of_people() -> None:
    engine = cast("Engine", OneSource())
    (row,) = source_rows(engine, [{"source_id": "5e"}], ())
    assert (row["name"], source_names(engine)) == ("result.json", {"5e": "result.json"})
