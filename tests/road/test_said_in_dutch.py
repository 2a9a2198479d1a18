"""What the example market holds, as the desk shows it to somebody who reads Dutch: no English sentence is left."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schakel.showing.desk.figures import Figures
from schakel.showing.desk.language import words
from schakel.showing.desk.sayings import in_language
from schakel.showing.hidden_names import without_names

Run = tuple[Path, dict[str, Any]]
TABLES = ("findings", "leads", "plan", "links", "offers", "contexts")


def reasons(workspace: Path, table: str) -> list[tuple[str, str]]:
    one = workspace / "tables" / f"{table}.parquet"
    where = one if one.exists() else workspace / "tables" / table / "**" / "*.parquet"
    asked = (
        f"SELECT DISTINCT r.rule, r.detail FROM (SELECT unnest(reasons) AS r FROM read_parquet('{where}'))"
    )
    return duckdb.connect().execute(asked).fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_every_kind_of_reason_of_the_market_is_said_in_dutch(example_run: Run, table: str) -> None:
    found = reasons(example_run[0], table)
    assert found
    unsaid: dict[str, str] = {}
    for rule, detail in found:
        shown = without_names(rule, detail or "")
        if shown and in_language(shown, "nl", rule).language != "nl":
            unsaid[rule] = shown
    assert unsaid == {}


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_of_the_market_has_a_dutch_name(example_run: Run, table: str) -> None:
    figures, known = Figures("nl", words("nl")), words("nl")["rules"]
    unnamed = []
    for rule in sorted({rule for rule, _ in reasons(example_run[0], table)}):
        bare = rule.removeprefix("not:")
        if not ({bare, bare.rpartition(" of ")[0]} & set(known) or in_language(bare, "nl").language == "nl"):
            unnamed.append((rule, figures.rule(rule)))
    assert unnamed == []


def test_every_label_of_a_seller_is_said_in_dutch(example_run: Run) -> None:
    """Names of places and hours of the day are the same in both."""
    table = example_run[0] / "tables" / "findings.parquet"
    asked = f"SELECT DISTINCT kind, label FROM '{table}' WHERE subject_kind = 'seller' AND kind NOT IN ('home-area', 'active-hours')"
    known = words("nl")["labels"]
    found = duckdb.connect().execute(asked).fetchall()
    assert len(found) > 10
    assert [one for one in found if one[1] not in known and in_language(one[1], "nl").language != "nl"] == []
    assert {kind for kind, _ in found} <= set(words("nl")["kinds"])


def test_every_slip_is_said_in_dutch(example_run: Run) -> None:
    table = example_run[0] / "tables" / "identity_leads.parquet"
    found = duckdb.connect().execute(f"SELECT DISTINCT detail FROM '{table}'").fetchall()
    assert len(found) > 5
    assert [detail for (detail,) in found if in_language(detail, "nl").language != "nl"] == []


def test_no_english_is_left_on_the_pages(example_copy: Path) -> None:
    pytest.importorskip("httpx2", reason="the desk's test client is not installed (httpx2)")
    from schakel.store.workspace import open_workspace  # noqa: PLC0415 - after the skip
    from tests.showing.desk.conftest import client_of  # noqa: PLC0415 - after the skip

    client = client_of(open_workspace(example_copy))
    leads = list(dict.fromkeys(re.findall(r"/lead/l_\w+", client.get("/queue").text)))[:12]
    assert len(leads) == 12
    for path in ["/queue", "/plan", "/market", "/map", "/network", "/coverage", "/cases", *leads]:
        page = client.get(path).text
        assert re.findall(r'<[^>]*lang="en"[^>]*>[^<]{0,200}', page) == [], path
