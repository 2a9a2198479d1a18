"""The page about the tables: its queries run on the tables of a run, and it names every table with every column."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from schakel.reading.selectors import find
from schakel.records.tables import SCHEMAS
from tests.commands import CHECKOUT, ExampleRun

PAGE = (CHECKOUT / "docs" / "tables.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
OF_SOURCES_ONLY = {"profiles"}  # passes doors of intake and is no table of a workspace


def asked(query: str, workspace: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        connection.execute(f"SET file_search_path = '{workspace}'")
        return connection.execute(query).fetchall()


def told() -> dict[str, list[str]]:
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\| (`\w+`(?:, `\w+`)+) \|$", PAGE, re.MULTILINE)
    return {table: re.findall(r"\w+", columns) for table, columns in rows}


def test_every_table_is_told_with_all_its_columns() -> None:
    assert told() == {name: schema.names for name, schema in SCHEMAS.items() if name not in OF_SOURCES_ONLY}


def test_every_type_of_contact_is_told() -> None:
    of_code = re.findall(r"^\| ([a-z, -]+) \| ", find.__doc__ or "", re.MULTILINE)
    listed = PAGE.split("## Types of contacts", 1)[1].split("\n## ", 1)[0]
    types = {one for row in of_code for one in row.split(", ")} - {"type"}
    assert {
        one
        for row in re.findall(r"^\| (`.*?) \|", listed, re.MULTILINE)
        for one in re.findall(r"[\w-]+", row)
    } == types


@pytest.fixture(scope="module")
def example_run(
    example_as_run: Callable[[Path], ExampleRun], tmp_path_factory: pytest.TempPathFactory
) -> ExampleRun:
    return example_as_run(tmp_path_factory.mktemp("tables") / "case")


def test_every_query_answers_what_the_run_says(example_run: ExampleRun) -> None:
    goods, sellers, campaigns, words, plan = (asked(query, example_run.workspace) for query in QUERIES)
    offers = asked(
        "SELECT count(DISTINCT (chat_tg_id, tg_id)) FROM 'tables/offers/**/*.parquet' "
        "JOIN 'tables/messages/**/*.parquet' USING (message_id) WHERE act = 'offer'",
        example_run.workspace,
    )[0][0]
    assert 0 < max(number for _, number in goods) < offers <= example_run.answer["offers"]
    assert (
        len(sellers)
        == asked(
            "SELECT count(*) FROM 'tables/findings.parquet' WHERE kind = 'ghost' AND subject_kind = 'seller'",
            example_run.workspace,
        )[0][0]
    )
    assert campaigns[0][1] == max(copies for _, copies, _ in campaigns) > 1
    assert all(0 <= low <= ghost <= high <= 1 for _, _, ghost, low, high in sellers)
    assert all(word and word in text for text, *_, spans in words for word in spans)
    assert [lead for _, lead, *_ in plan] == [one["lead_id"] for one in example_run.answer["plan"]]
