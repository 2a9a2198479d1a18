"""The network of a case: ties by month, communities, bridges, keepers; ids only, no names."""

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.inside import inside, inside_json


def test_the_network_of_the_example(case_copy: Path) -> None:
    told = inside_json("network", "--most", "3", "-w", case_copy)
    kinds = {row["kind"] for row in told["months"]}
    assert {"replies", "keeps"} <= kinds
    assert [row["month"] for row in told["months"]] == sorted(row["month"] for row in told["months"])
    assert 1 <= len(told["communities"]) <= 3
    assert all(row["reached"] >= 2 for row in told["bridges"])
    assert all(row["groups"] == len(row["chats"]) >= 1 for row in told["keepers"])
    page = inside("network", "-w", case_copy).stdout
    assert "Ties by month" in page
    assert "Who keeps groups" in page


def test_the_page_of_a_campaign(case_copy: Path) -> None:
    seller = next(row["seller_id"] for row in inside_json("plan", "-w", case_copy)["plan"])
    name = max(inside_json("show", seller, "-w", case_copy)["campaigns"], key=lambda row: row["copies"])[
        "campaign_id"
    ]
    told = inside_json("show", name, "-w", case_copy)
    assert sum(row["posts"] for row in told["chats"]) == told["campaign"]["copies"]
    assert sum(row["posts"] for row in told["accounts"]) == sum(row["posts"] for row in told["months"])
    assert told["campaign"]["first_account_id"] in {row["account_id"] for row in told["accounts"]}
    page = inside("show", name, "-w", case_copy).stdout
    assert "First posted by" in page
    assert not re.search(r"@\w{4,}", page)
    missing = inside("show", "k_0", "-w", case_copy, check=False)
    assert missing.returncode == 1
    assert "no campaign" in missing.stderr


def test_what_was_concluded_about_networks_chats_and_accounts(case_copy: Path) -> None:
    rows = pq.read_table(case_copy / "tables" / "findings.parquet").to_pylist()
    for kind, wanted in (("network", "chain"), ("chat", "ghost"), ("account", "role")):
        finding = next(row for row in rows if row["subject_kind"] == kind and row["kind"] == wanted)
        told = inside_json("show", finding["subject_id"], "-w", case_copy)["findings"]
        assert {one["finding_id"] for one in told} == {
            row["finding_id"] for row in rows if row["subject_id"] == finding["subject_id"]
        }
        page = " ".join(inside("show", finding["subject_id"], "-w", case_copy).stdout.split())
        assert page.startswith(f"{kind.capitalize()} {finding['subject_id']}")
        assert finding["words"] in page
        reasons = next(one["reasons"] for one in told if one["finding_id"] == finding["finding_id"])
        assert any(reason["messages"] for reason in reasons)
    missing = inside("show", "n_0", "-w", case_copy, check=False)
    assert missing.returncode == 1
    assert "no network, chat or account" in missing.stderr


def test_on_a_narrow_terminal_nothing_is_cut_off(case_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for words in (("network",), ("measure",)):
        page = inside(*words, "-w", case_copy).stdout
        assert "…" not in page, words
        assert max(map(len, page.splitlines())) <= 60
