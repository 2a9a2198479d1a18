"""`schakel measure` and `schakel intervene` as a user and a machine meet them, on the example market."""

import csv
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from schakel.showing.market_report import market_report
from schakel.showing.report.page import as_html, as_pdf
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.inside import inside, inside_json

DAY = "2025-12-10"


@pytest.fixture(scope="module")
def measured(example_case: Path) -> dict[str, list[dict[str, object]]]:
    return dict(inside_json("measure", "-w", example_case))


def test_estimates_have_bounds_method_and_assumptions_or_say_why_not(measured: dict[str, list[dict]]) -> None:
    for row in measured["estimates"]:
        assert row["method"]
        assert row["assumptions"]
        if row["value"] is None:
            assert any(str(note).startswith("refused") for note in row["assumptions"])
        else:
            assert row["low"] <= row["value"] <= row["high"]
    whats = {row["what"] for row in measured["estimates"] if row["stratum"] == "all"}
    assert {
        "accounts-seen",
        "sellers-seen",
        "ghosts-seen",
        "real-sellers",
        "real-sellers-and-throwaways",
        "deals",
    } <= whats
    assert {row["stratum"].partition(":")[0] for row in measured["estimates"]} == {
        "all",
        "month",
        "commodity",
        "scale",
        "area",
    }


def test_figures_of_the_market_agree_with_the_tables(
    measured: dict[str, list[dict]], example_case: Path
) -> None:
    figures = {
        (row["section"], row["subject"], row["key"], row["measure"]): row["value"]
        for row in measured["market"]
    }
    sellers = pq.read_table(example_case / "tables" / "sellers.parquet")
    assert figures["volume", "all", "all", "sellers"] == len(set(sellers["seller_id"].to_pylist()))
    total = figures["volume", "all", "all", "ads"]
    for section, wanted in (("rhythm", "ads"), ("volume", "ads")):
        parts = [
            v
            for (s, subject, _, m), v in figures.items()
            if (s, m) == (section, wanted) and subject not in ("all", "commodity", "month")
        ]
        assert sum(parts) == total
    sections = {row["section"] for row in measured["market"]}
    wanted = "area assortment comings concentration discount lorenz price price-by-area price-by-month rhythm scale together volume"
    assert set(wanted.split()) <= sections


def test_the_report_needs_nothing_from_outside_and_is_the_same_twice(
    example_case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "market.html"
    inside("measure", "-w", example_case, "--report", out)
    page = out.read_text("utf-8")
    assert page.count("<svg") >= 10
    assert not re.search(r"(?:src|href)=|url\(|<script|@import", page)
    assert "default-src 'none'" in page
    again = market_report(DuckDBEngine(open_workspace(example_case)))
    assert as_html(again) == page


def test_the_report_as_pdf(example_case: Path) -> None:
    pytest.importorskip(
        "weasyprint",
        reason="the extra pdf, or a library of the system that it needs, is missing",
        exc_type=OSError,
    )
    report = market_report(DuckDBEngine(open_workspace(example_case)))
    assert as_pdf(report).startswith(b"%PDF-")


def test_tables_as_csv(example_case: Path, tmp_path: Path) -> None:
    inside("measure", "-w", example_case, "--tables", tmp_path / "csv")
    with (tmp_path / "csv" / "estimates.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert any(row["what"] == "real-sellers" and row["stratum"] == "all" for row in rows)


def test_a_report_of_another_ending_is_refused_in_words(example_case: Path, tmp_path: Path) -> None:
    done = inside("measure", "-w", example_case, "--report", tmp_path / "market.docx", check=False)
    assert done.returncode == 1
    assert ".html or .pdf" in done.stderr


def test_an_intervention_is_recorded_measured_shown_and_taken_back(case_copy: Path) -> None:
    chats = pq.read_table(case_copy / "tables" / "chats.parquet").to_pylist()
    chat = next(row for row in chats if row["chat_tg_id"])
    (made,) = inside_json(
        "intervene",
        "add",
        "--kind",
        "warning",
        "--on",
        DAY,
        "--target",
        str(chat["chat_tg_id"]),
        "-w",
        case_copy,
    )
    assert made["targets"][0]["id"] == chat["chat_id"]
    (effect,) = inside_json("intervene", "effect", "-w", case_copy)
    assert effect["conclusion_en"]
    assert {"ads", "sellers", "writers", "price", "stayed", "gone"} <= {
        row["measure"] for row in effect["figures"]
    }
    for row in effect["figures"]:
        if row["value"] is not None and row["unit"] == "change":
            assert row["low"] <= row["value"] <= row["high"]
    page = inside("intervene", "effect", "1", "--language", "nl", "-w", case_copy).stdout
    assert effect["conclusion_nl"] in " ".join(page.split())
    table = pq.read_table(case_copy / "tables" / "interventions.parquet")
    assert table.num_rows == len(effect["figures"]) + 1
    assert "What interventions did" in as_html(market_report(DuckDBEngine(open_workspace(case_copy))))
    inside("intervene", "undo", "1", "--why", "wrong day", "-w", case_copy)
    assert inside_json("intervene", "list", "-w", case_copy) == []
    assert inside_json("intervene", "effect", "-w", case_copy) == []
    acts = [json.loads(line)["act"] for line in (case_copy / "ledger.jsonl").read_text().splitlines()]
    assert {"intervene-add", "intervene-undo", "show-effect"} <= set(acts)


def test_an_arrest_of_sellers_is_measured_beside_other_sellers(case_copy: Path) -> None:
    sellers = sorted(set(pq.read_table(case_copy / "tables" / "sellers.parquet")["seller_id"].to_pylist()))[
        :3
    ]
    inside(
        "intervene", "add", "--kind", "arrest", "--on", DAY, "--target", ",".join(sellers), "-w", case_copy
    )
    (effect,) = inside_json("intervene", "effect", "1", "-w", case_copy)
    assert "came-back" in {row["measure"] for row in effect["figures"]}
    assert not {"writers", "joins"} & {row["measure"] for row in effect["figures"]}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--kind", "warning", "--on", "2025-13-10", "--target", "c_1"), 2, "is not a day"),
        (("--kind", "warning", "--on", DAY, "--target", "c_nobody"), 1, "Not in this workspace"),
        (("--kind", "raid", "--on", DAY, "--target", "c_1"), 2, "choose one of"),
        (
            ("--kind", "ban", "--on", DAY, "--until", "2025-12-01", "--target", "c_1"),
            1,
            "ended before it began",
        ),
    ],
)
def test_what_cannot_be_recorded_is_told(
    example_case: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = inside("intervene", "add", *words, "-w", example_case, check=False)
    assert done.returncode == code
    assert said in " ".join((done.stdout + done.stderr).split())


@pytest.mark.parametrize("by", ["sellers", "keepers", "chats", "all"])
def test_dismantle_of_a_workspace_keeps_to_its_hours(example_case: Path, by: str) -> None:
    answer = inside_json("dismantle", "-w", example_case, "--by", by, "--hours", "60")
    assert 0 < answer["hours_together"] <= 60
    assert len(answer["order"]) == len(answer["hours"]) == len(answer["largest_component"])
    assert answer["fragmentation"] >= answer["fragmentation_before"]


def test_the_value_chain_of_a_workspace(example_case: Path) -> None:
    answer = inside_json("dismantle", "-w", example_case, "--strategy", "value-chain", "--k", "3")
    hardest = answer["functions"][0]
    assert hardest["hardness"] == max(row["hardness"] for row in answer["functions"])
    assert hardest["removed"] > 0
