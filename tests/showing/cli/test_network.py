"""The network of a case: ties by month, communities, bridges, keepers; ids only, no names."""

import re
from pathlib import Path

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
